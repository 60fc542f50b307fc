"""What a narrator tells: where it reads, that it paused or stopped, what the reader should know."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from accessreader.article import Position, Span
from accessreader.messages import _
from accessreader.speech.engine import Voice


class State(StrEnum):
    """What the narrator is doing."""

    STOPPED = "stopped"
    SPEAKING = "speaking"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Speaking:
    """This word of this sentence is being heard; the word is empty while something is said that is not written."""

    sentence: Span
    word: Span


@dataclass(frozen=True, slots=True)
class Paused:
    """Silent, at this word, and ready to go on."""

    position: Position


@dataclass(frozen=True, slots=True)
class Stopped:
    """Silent. The position is that of the last word heard; `finished`: there is nothing after it."""

    position: Position
    finished: bool = False


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something for the reader to know, in the reader's language. Reading goes on if it can."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Recovered:
    """Sound is there again, after a trouble."""


@dataclass(frozen=True, slots=True)
class Offered:
    """The voices and the sound devices of this machine."""

    voices: tuple[Voice, ...]
    devices: tuple[str, ...]


NarratorEvent = Speaking | Paused | Stopped | Trouble | Recovered | Offered


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where reading stands: the sentence's number in its paragraph, how many that has, and the heading above it."""

    sentence: int
    sentences: int
    heading: str

    def __str__(self) -> str:
        if not self.sentences:
            return ""
        words = _("Sentence {number} of {count} in this paragraph.")
        if self.heading:
            words = _("Sentence {number} of {count} in this paragraph, under “{heading}”.")
        return words.format(number=self.sentence, count=self.sentences, heading=self.heading)
