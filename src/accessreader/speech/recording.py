"""An article made into a file of sound, with the text that goes with it and its chapters.

::

    utterances ──▶ saying ──▶ the voice's own process ──▶ samples, words ──▶ file
                                                                       └──▶ Heard ──▶ .lrc  .vtt  chapters

The sound is made as fast as the voice can, and heard by nobody. The file has its name only when it is whole; until
then, and if nothing comes of it, there is none. A sentence at which the voice fails twice is left out and counted.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Final

from accessreader.article import Article
from accessreader.errors import SpeechError, StoreError
from accessreader.messages import _
from accessreader.speech import protocol
from accessreader.speech.child import Child, usual_command
from accessreader.speech.choir import RATE
from accessreader.speech.delivery import Delivery
from accessreader.speech.engine import Hush, Ready, Saying, Voice
from accessreader.speech.protocol import Line
from accessreader.speech.sound_file import SoundFile, create
from accessreader.speech.spoken import Spoken, spoken
from accessreader.speech.timed_text import Heard, chapter_starts, chapters, lrc, webvtt
from accessreader.speech.utterance import Utterance, utterances

Speak = Callable[[Utterance], Spoken]
_PATIENCE: Final = 30.0
"""Seconds for one sentence, after which the voice is taken for dead."""
_LOOK: Final = 0.2
"""Seconds between two questions whether anybody still wants it."""
_LIVES: Final = 2


@dataclass(frozen=True, slots=True)
class Recording:
    """What was written: the files, the sound first, its seconds, and how many sentences had to be left out."""

    files: tuple[Path, ...]
    seconds: float
    left_out: int = 0


class _StoppedError(Exception):
    """Nobody wants it any more."""


def record(
    article: Article,
    path: Path,
    delivery: Delivery,
    *,
    speak: Speak = spoken,
    progress: Callable[[int, int], object] = lambda _done, _of: None,
    stop: Callable[[], bool] = lambda: False,
    command: Sequence[str] = (),
) -> Recording | None:
    """Write an article as sound into a file of the kind that its ending says, and its text beside it.

    Args:
        article: what is said, title and all.
        path: the file; `.lrc`, `.vtt` and, where there are chapters, `.chapters.vtt` are written beside it.
        delivery: how it is said.
        speak: makes what is said of what is written.
        progress: told after each sentence how many are done, and of how many.
        stop: asked often; the answer True ends it, and None is answered.
        command: what starts the voice, instead of the usual.

    Raises:
        UsageError: files of this kind cannot be written here.
        StoreError: a file cannot be written.
        SpeechError: nothing of it can be said on this computer.
    """
    unfinished = path.with_name(f".{path.stem}.unfinished{path.suffix}")
    file = create(unfinished, RATE)
    try:
        with contextlib.closing(_Maker(tuple(command) or usual_command(), stop)) as maker:
            heard, left_out = _write(
                utterances(article), file, partial(maker.made, delivery=delivery, speak=speak), progress
            )
        file.close(chapter_starts(article.title, heard))
        unfinished.replace(path)
        return Recording((path, *_write_texts(article, path, heard)), file.seconds, left_out)
    except _StoppedError:
        return None
    except OSError as error:
        raise StoreError(str(path), error.strerror or "") from error
    finally:
        with contextlib.suppress(OSError, StoreError):
            file.close()
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)


def _write(
    said: Sequence[Utterance],
    file: SoundFile,
    made: Callable[[Utterance], _Made | None],
    progress: Callable[[int, int], object],
) -> tuple[tuple[Heard, ...], int]:
    heard: list[Heard] = []
    for number, utterance in enumerate(said, 1):
        sound = made(utterance)
        if sound is not None:
            start = file.seconds
            file.write(sound.samples)
            places = tuple((start + sample / RATE, offset) for sample, offset in sound.words)
            heard.append(Heard(utterance.text, start, file.seconds - sound.pause, places, utterance.level))
        progress(number, len(said))
    if not heard:
        raise SpeechError(_("Nothing of this can be said on this computer: there is no voice for its language."))
    return tuple(heard), len(said) - len(heard)


def _write_texts(article: Article, path: Path, heard: tuple[Heard, ...]) -> tuple[Path, ...]:
    texts = {
        ".lrc": lrc(article.title, heard, author=article.author, site=article.site),
        ".vtt": webvtt(article.title, heard, article.language),
    }
    if len(chapter_starts(article.title, heard)) > 1:
        texts[".chapters.vtt"] = chapters(article.title, heard)
    for ending, text in texts.items():
        path.with_suffix(ending).write_text(text, encoding="utf-8")
    return tuple(path.with_suffix(ending) for ending in texts)


@dataclass(frozen=True, slots=True)
class _Made:
    """Samples, with `pause` seconds of silence at their end, and (sample, written offset) of their words."""

    samples: bytes
    words: tuple[tuple[int, int], ...]
    pause: float


class _Maker:
    """The voice's process, which gives samples instead of being heard; born again when it dies."""

    def __init__(self, command: Sequence[str], stop: Callable[[], bool]) -> None:
        self._command = command
        self._stop = stop
        self._answers: SimpleQueue[tuple[int, Line | None]] = SimpleQueue()
        self._folder = tempfile.TemporaryDirectory(prefix="accessreader-sound-")
        self._child: Child | None = None
        self._voices: tuple[Voice, ...] = ()
        self._ticket = 0

    def close(self) -> None:
        """End the process, and what it left."""
        self._end()
        self._folder.cleanup()

    def voices(self) -> tuple[Voice, ...]:
        """The voices there are; none where it cannot be started."""
        if self._child is None:
            try:
                self._child = Child(self._command, self._answers.put)
            except OSError as error:
                raise SpeechError(Hush.BROKEN.sentence()) from error
            while (line := self._answer()) is not None:
                if isinstance(event := protocol.event_of(line), Ready):
                    self._voices = event.voices
                    break
        return self._voices

    def made(self, utterance: Utterance, delivery: Delivery, speak: Speak) -> _Made | None:
        """The sound of an utterance; None where no voice can say it."""
        said = speak(utterance)
        saying = delivery.saying(said, utterance.pause, self.voices())
        line = self._rendered(saying) if any(phrase.voice for phrase in saying.phrases) else None
        if line is None or "why" in line:
            return None
        file = Path(line["file"])
        samples = file.read_bytes()
        file.unlink()
        words = tuple((sample, said.written(start)[0]) for sample, start, _end in line["marks"])
        return _Made(samples, words, saying.pause)

    def _rendered(self, saying: Saying) -> Line | None:
        for _life in range(_LIVES):
            self.voices()
            self._ticket += 1
            file = str(Path(self._folder.name, str(self._ticket)))
            if (line := self._ask(saying, file)) is not None:
                return {**line, "file": file}
            self._end()
        return None

    def _ask(self, saying: Saying, file: str) -> Line | None:
        """The answer that it is rendered, or why not; None where the process has died or hangs."""
        if self._child is None:
            return None
        order = {"do": "render", "number": self._ticket, "ticket": self._ticket, "file": file}
        self._child.order({**order, "saying": protocol.of_saying(saying)})
        while (line := self._answer()) is not None:
            if line.get("is") == "rendered" and line["ticket"] == self._ticket:
                return line
        return None

    def _answer(self) -> Line | None:
        """The next line of the process of now; None when it has ended or says nothing for too long."""
        waited = 0.0
        while waited < _PATIENCE:
            if self._stop():
                raise _StoppedError
            try:
                life, line = self._answers.get(timeout=_LOOK)
            except Empty:
                waited += _LOOK
                continue
            if self._child is not None and life == self._child.life:
                return line
        return None

    def _end(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child = None
