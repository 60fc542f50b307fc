"""Speech as sound, without playing it: for files. By the same voices, in a process of its own like the one that plays.

::

    with Studio() as studio:
        for utterance in utterances(article):
            said = spoken(utterance)
            sound = studio.sound_of(delivery.saying(said, utterance.pause, studio.voices))
            …  sound.samples, sound.rate, sound.marks: which said.written() leads back to the text

Whoever waits may be asked meanwhile whether they still want it; where they do not, the process is ended and not heard
to its end.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, Final, Self

from accessreader.errors import SpeechError
from accessreader.speech import protocol
from accessreader.speech.child import Child, usual_command
from accessreader.speech.engine import Ready, Saying, Voice
from accessreader.speech.protocol import Line
from accessreader.speech.sound import Mark, Sound

_PATIENCE: Final = 30.0
"""Seconds within which one saying must be made."""
_LIVES: Final = 2
_ASKED_AGAIN: Final = 0.05
"""Seconds between two questions whether what is waited for is still wanted."""


class StoppedError(Exception):
    """Nobody wants it any more."""


class Studio:
    """Makes sound of sayings, one after the other; every call waits. To be used with `with`, on any one thread.

    `stop` is asked while a call waits; it ends with `StoppedError` where the answer is True.
    """

    def __init__(self, command: Sequence[str] = (), stop: Callable[[], bool] = lambda: False) -> None:
        self._command = tuple(command) or usual_command()
        self._stop = stop
        self._tickets = count(1)
        self._answers: SimpleQueue[tuple[int, Line | None]] = SimpleQueue()
        self._child: Child | None = None
        self._voices: tuple[Voice, ...] = ()
        self._folder = tempfile.TemporaryDirectory(prefix="accessreader-speech-")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def voices(self) -> tuple[Voice, ...]:
        """The voices of this machine.

        Raises:
            SpeechError: the voice's process cannot be had.
        """
        self._living()
        return self._voices

    def sound_of(self, saying: Saying) -> Sound:
        """The sound of a saying, its pause behind it; marks count in the saying's text.

        Raises:
            SpeechError: it cannot be said, or the voice dies of it twice.
        """
        for _ in range(_LIVES):
            child = self._living()
            ticket = next(self._tickets)
            file = Path(self._folder.name) / str(ticket)
            line = {"ticket": ticket, "saying": protocol.of_saying(saying), "file": str(file)}
            child.order({"do": "render", "number": ticket, **line})
            answer = self._until(lambda found, wanted=ticket: found.get("ticket") == wanted)  # type: ignore[misc]
            if answer is None:
                continue
            if "why" in answer:
                break
            samples = file.read_bytes()
            file.unlink()
            return Sound(answer["rate"], samples, tuple(Mark(*mark) for mark in answer["marks"]))
        raise SpeechError

    def close(self) -> None:
        """End the process, and leave no files."""
        if self._child is not None:
            self._child.kill()
            self._child = None
        self._folder.cleanup()

    def _living(self) -> Child:
        if self._child is None:
            try:
                self._child = Child(self._command, self._answers.put)
            except OSError as error:
                raise SpeechError from error
            answer = self._until(lambda found: found.get("is") == "ready")
            ready = protocol.event_of(answer) if answer else None
            if not isinstance(ready, Ready):
                raise SpeechError
            self._voices = ready.voices
        return self._child

    def _until(self, wanted: Callable[[Any], bool]) -> Line | None:
        """The next answer that is wanted; None, and the child is dead, where it does not come."""
        assert self._child is not None  # noqa: S101 - whoever asks has one
        end = time.monotonic() + _PATIENCE
        while True:
            if self._stop():
                raise StoppedError
            try:
                life, line = self._answers.get(timeout=_ASKED_AGAIN)
            except Empty:
                if time.monotonic() < end:
                    continue
                life, line = self._child.life, None
            if life != self._child.life:
                continue
            if line is None:
                self._child.kill()
                self._child = None
                return None
            if wanted(line):
                return line
