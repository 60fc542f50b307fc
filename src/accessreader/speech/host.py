"""The voice's own process: orders come in by standard input, answers go out by standard output.

::

    reader thread ──┐
    synthesis thread ┼──► one queue ──► this thread decides (stage.py) ──► answers
    sound card's ────┘

Why a process: a synthesizer is foreign code that may hang, crash, or call exit; here it takes nothing with it. When
the program ends, in whatever way, the pipe closes and so does this.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, BinaryIO, Final

from accessreader.speech import protocol
from accessreader.speech.choir import RATE, Choir
from accessreader.speech.engine import Ready, Saying, SpeechEvent, Voice
from accessreader.speech.player import DELAY, Devices, Opened, Player, Refused
from accessreader.speech.protocol import Line
from accessreader.speech.sound import Sound
from accessreader.speech.stage import Stage
from accessreader.speech.synthesizers import USUAL_SYNTHESIZERS, SynthesizerError
from accessreader.speech.track import Track

log = logging.getLogger(__name__)

_TICK: Final = 0.005
_REST: Final = 0.25
_STUCK: Final = 70
"""The exit code of one who gave up waiting for a voice or a sound card."""


class Host:
    """Reads orders until there are no more."""

    def __init__(self, orders: BinaryIO, answers: BinaryIO, names: Sequence[str]) -> None:
        self._orders = orders
        self._answers = answers
        self._names = names
        self._inbox: SimpleQueue[Any] = SimpleQueue()
        self._wanted: SimpleQueue[tuple[int, Saying, Path | None]] = SimpleQueue()
        track = Track(RATE, DELAY)
        self._player = Player(track, self._inbox.put)
        self._stage = Stage(
            track, self._player, lambda serial, saying: self._wanted.put((serial, saying, None)), self._tell
        )
        self._voices: tuple[Voice, ...] | None = None
        self._devices: tuple[str, ...] = ()

    def run(self) -> None:
        """Serve until the orders end."""
        sys.setswitchinterval(0.001)  # the sound card's thread must not wait for the others
        for work in (self._read, self._synthesize):
            threading.Thread(target=work, daemon=True, name=work.__name__).start()
        self._player.look()
        while True:
            message = self._next()
            now = time.monotonic()
            self._stage.tick(now)
            if message is _THE_END:
                self._stage.stop()
                self._player.close()
                return
            self._hear(message)
            if self._stage.is_stuck(now):
                os._exit(_STUCK)

    def _next(self) -> Any:
        try:
            if self._stage.busy:
                return self._inbox.get(timeout=_TICK)
            return self._inbox.get(timeout=_REST if self._stage.holds_device else None)
        except Empty:
            return None

    def _hear(self, message: Any) -> None:
        match message:
            case dict():
                self._obey(message)
            case (int(serial), sound, str(why)):
                self._stage.made(serial, sound, why)
            case Ready(voices):
                self._voices = voices
                self._greet()
            case Devices(names):
                self._stage.hear(message)
                if names != self._devices:
                    self._devices = names
                    self._greet()
            case Opened() | Refused():
                self._stage.hear(message)
            case _:
                pass

    def _greet(self) -> None:
        if self._voices is not None:
            self._tell(Ready(self._voices, self._devices))

    def _obey(self, order: Line) -> None:
        self._deeds()[order["do"]](order)
        self._stage.tick(time.monotonic())
        self._answer({"is": "heard", "number": order["number"]})

    def _deeds(self) -> dict[str, Callable[[Line], None]]:
        stage = self._stage
        return {
            "say": lambda order: stage.say(order["ticket"], protocol.saying_of(order["saying"])),
            "revise": lambda order: stage.revise(protocol.sayings_of(order["sayings"])),
            "pause": lambda _: stage.pause(),
            "resume": lambda _: stage.resume(),
            "stop": lambda _: stage.stop(),
            "device": lambda order: stage.use_device(order["name"]),
            "look": lambda _: self._player.look(),
            "answer": lambda _: None,
            "render": self._want,
        }

    def _want(self, order: Line) -> None:
        self._wanted.put((-order["ticket"], protocol.saying_of(order["saying"]), Path(order["file"])))

    def _tell(self, event: SpeechEvent) -> None:
        self._answer(protocol.of_event(event))

    def _answer(self, line: Line) -> None:
        try:
            self._answers.write(protocol.written(line))
            self._answers.flush()
        except OSError:  # nobody listens any more
            os._exit(0)

    # The other threads

    def _read(self) -> None:
        for line in self._orders:
            if order := protocol.read(line):
                self._inbox.put(order)
        self._inbox.put(_THE_END)

    def _synthesize(self) -> None:
        choir = Choir(self._names)
        self._inbox.put(Ready(choir.voices))
        while True:
            serial, saying, file = self._wanted.get()
            try:
                sound = choir.sound_of(saying)
            except SynthesizerError as error:
                log.info("a saying failed: %s", error)
                self._fail(serial, str(error), render=file is not None)
                continue
            if file is None:
                self._inbox.put((serial, sound, ""))
            else:
                self._render(-serial, sound, file)

    def _fail(self, serial: int, why: str, *, render: bool) -> None:
        if render:
            self._answer({"is": "rendered", "ticket": -serial, "why": why})
        else:
            self._inbox.put((serial, None, why))

    def _render(self, ticket: int, sound: Sound, file: Path) -> None:
        file.write_bytes(sound.samples)
        marks = [(mark.sample, mark.start, mark.end) for mark in sound.marks]
        self._answer({"is": "rendered", "ticket": ticket, "rate": sound.rate, "marks": marks})


_THE_END: Final = object()


def main(arguments: Sequence[str] = ()) -> int:
    """Be the voice until standard input ends; `arguments` name synthesizers instead of the usual ones."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not speak for us
    Host(sys.stdin.buffer, answers, tuple(arguments) or USUAL_SYNTHESIZERS).run()
    answers.flush()
    os._exit(0)  # threads of foreign libraries are not waited for
