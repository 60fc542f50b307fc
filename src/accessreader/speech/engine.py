"""What the narrator drives: something that says things, one after the other, and tells how far it has come.

::

    say(1, …) say(2, …) say(3, …)      spoken without a gap, in this order
    Began(1) Boundary(1, 0, 5) …       each when it is *heard*, not when it was made
    Finished(1) Began(2) …

Every saying has a ticket, and every event bears the ticket of what it speaks of: who has said `stop` meanwhile knows
a late event by its number. An engine is asynchronous: no call waits, and what happens is told through the one function
the engine was made with, on a thread of the engine's own.

Offsets count in code points of `Saying.text`, the joined text of its phrases.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Protocol

from accessreader.messages import N_, _

SLOWEST: Final = 80
FASTEST: Final = 900
USUAL: Final = 180
"""Words a minute; pauses are as long as they are set at the usual rate, and shorter at a higher one."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice of this machine. `id` is unique among all synthesizers; `language` a code such as kk, ru, en or de."""

    id: str
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class Manner:
    """How a voice speaks: rate in words a minute (80 to 900), pitch and volume from 0 to 100."""

    rate: int = USUAL
    pitch: int = 50
    volume: int = 100


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of text for one voice."""

    text: str
    voice: str
    manner: Manner = field(default_factory=Manner)


@dataclass(frozen=True, slots=True)
class Saying:
    """What is said under one ticket: phrases in one stream of sound, then `pause` seconds of silence.

    `comma` is the silence in seconds inside a phrase behind a comma and the like, or None for the voice's own.
    Only the words from offset `start` to `end` (None: to the last) are said, with the intonation of the whole.
    """

    phrases: tuple[Phrase, ...]
    comma: float | None = None
    pause: float = 0.0
    start: int = 0
    end: int | None = None

    @property
    def text(self) -> str:
        """What is said: the phrases' texts joined."""
        return "".join(phrase.text for phrase in self.phrases)


class Hush(StrEnum):
    """Why nothing is heard."""

    NO_DEVICE = "no-device"
    DEVICE_GONE = "device-gone"
    NO_SYNTHESIZER = "no-synthesizer"
    BROKEN = "broken"

    def sentence(self) -> str:
        """The reason in the reader's language, with what to do next."""
        return _(_HUSHES[self])


_HUSHES: Final = {
    Hush.NO_DEVICE: N_("There is no sound: no sound device answers. Reading aloud goes on as soon as one does."),
    Hush.DEVICE_GONE: N_(
        "The sound device is gone, and reading aloud has paused. Resume, and the system's own is used."
    ),
    Hush.NO_SYNTHESIZER: N_("This computer has no voice. Install the package espeak-ng and start the program again."),
    Hush.BROKEN: N_("The voice stops working again and again. Reading aloud is off; start it again to try once more."),
}


@dataclass(frozen=True, slots=True)
class Ready:
    """The engine can speak, with these voices; `devices` are the names among which `Saying`s can be heard."""

    voices: tuple[Voice, ...]
    devices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Began:
    """The first word of a saying is being heard, or after a break is heard again."""

    ticket: int


@dataclass(frozen=True, slots=True)
class Boundary:
    """The word at these offsets is being heard."""

    ticket: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finished:
    """A saying was heard to its end, its pause included."""

    ticket: int


@dataclass(frozen=True, slots=True)
class Failed:
    """A saying cannot be said, and was left out. What was ordered after it goes on."""

    ticket: int
    why: str


@dataclass(frozen=True, slots=True)
class Silenced:
    """Nothing is heard although something is being said; nothing is lost. Only NO_DEVICE ends by itself."""

    why: Hush


@dataclass(frozen=True, slots=True)
class Sounding:
    """Sound is there again, from the word at which it had gone."""


SpeechEvent = Ready | Began | Boundary | Finished | Failed | Silenced | Sounding


class SpeechEngine(Protocol):
    """Says things in order. No call waits for anything; all may be made from one thread only."""

    def warm_up(self) -> None:
        """Be ready before the first word is said. Answered with `Ready`, unless it was told already."""

    def say(self, ticket: int, saying: Saying) -> None:
        """Say this after all that was ordered before. Tickets rise and are never used twice."""

    def revise(self, sayings: Mapping[int, Saying]) -> None:
        """From the next word on, say these instead, under the same tickets and with the same texts.

        For another rate or another voice in the middle of a sentence: no word is lost and none said twice.
        """

    def pause(self) -> None:
        """Be silent, at once; nothing is lost."""

    def resume(self) -> None:
        """Go on exactly where `pause` came."""

    def stop(self) -> None:
        """Be silent, at once, and forget everything ordered. No event of it follows but those under way."""

    def use_device(self, name: str) -> None:
        """Be heard from the device of this name; from the system's own when it is empty."""

    def close(self) -> None:
        """Be silent for ever, and give back what was taken."""
