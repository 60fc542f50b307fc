"""What the voice says for what is written, and the way back.

«16.09.2025» is said as words, «РК» by the names of its letters. Whoever highlights needs to know which written
characters a spoken word stands for: `Spoken.written` answers for any offset of what is said.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from accessreader.speech.utterance import Utterance


@dataclass(frozen=True, slots=True)
class Piece:
    """What is said for the written characters `start` to `end`; an announcement stands at an empty place."""

    said: str
    start: int
    end: int


@dataclass(frozen=True)
class Part:
    """A stretch in one language, for one voice."""

    language: str
    pieces: tuple[Piece, ...]

    @cached_property
    def text(self) -> str:
        """What that voice says."""
        return "".join(piece.said for piece in self.pieces)


@dataclass(frozen=True)
class Spoken:
    """An utterance as it is said. The pieces of its parts, in order, tile the written text."""

    parts: tuple[Part, ...]

    @cached_property
    def text(self) -> str:
        """What is said: the parts' texts joined; a part begins where the one before ends."""
        return "".join(part.text for part in self.parts)

    @cached_property
    def _pieces(self) -> tuple[Piece, ...]:
        return tuple(piece for part in self.parts for piece in part.pieces)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(accumulate((len(piece.said) for piece in self._pieces[:-1]), initial=0))

    def written(self, offset: int) -> tuple[int, int]:
        """The start and end of what stands written for the character at `offset` of `text`. It never goes back."""
        if not self._pieces:
            return (0, 0)
        piece = self._pieces[max(0, bisect_right(self._starts, offset) - 1)]
        return piece.start, piece.end


def spoken(said: Utterance | str, language: str = "") -> Spoken:
    """What is said for an utterance, or for a text in a language."""
    text = said if isinstance(said, str) else said.text
    tongue = language or ("en" if isinstance(said, str) else said.language)
    pieces: list[Piece] = []
    at = 0
    for word in text.split(" "):
        end = min(at + len(word) + 1, len(text))
        if end > at:
            pieces.append(Piece(text[at:end], at, end))
        at = end
    return Spoken((Part(tongue, tuple(pieces)),))
