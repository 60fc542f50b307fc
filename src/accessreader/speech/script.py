"""What is to be read, and every way to go in it: from a place to the next word, sentence, paragraph or heading.

A place is a block's number, an utterance's number in it, and an offset in what is *said* for it. The way from and to
the written text goes through `Spoken.written`.

Why no utterance has a number in the whole article: it would take parting all that is before it. Every way here parts
the blocks it comes to, and no others.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from accessreader.article import Position, Span
from accessreader.speech.spoken import Spoken
from accessreader.speech.utterance import Parting, Utterance

_WORD: Final = re.compile(r"\S+")
_KEPT: Final = 50
"""Utterances of which it is kept what is said for them."""


class Unit(StrEnum):
    """What one goes on or back by."""

    WORD = "word"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    HEADING = "heading"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A block's number, an utterance's number in the block, and where in what is said for it."""

    block: int = 0
    number: int = 0
    offset: int = 0

    @property
    def start(self) -> Place:
        """Where what is said for the utterance begins."""
        return Place(self.block, self.number)


class Script:
    """What is read, in order; `speak` tells what is said for an utterance, and is asked when it is needed.

    Places that are given to it are places it gave, or `Place()` where there is nothing at all.
    """

    def __init__(self, parting: Parting | None = None, speak: Callable[[Utterance], Spoken] | None = None) -> None:
        self._parting = parting or Parting()
        self._speak = speak
        self._spoken: dict[Place, Spoken] = {}
        self.end: Final = Place(len(self._parting.blocks))
        """Behind the last utterance."""
        self.first: Final = self._first_in(range(self.end.block)) or self.end
        """The first utterance; `end` where there is none."""

    def __bool__(self) -> bool:
        return self.first != self.end

    def _first_in(self, blocks: Iterable[int]) -> Place | None:
        """The first utterance of the first of some blocks that says anything."""
        return next((Place(block) for block in blocks if self._parting.of(block)), None)

    def utterance(self, place: Place) -> Utterance:
        """What stands at a place."""
        return self._parting.of(place.block)[place.number]

    def spoken(self, place: Place) -> Spoken:
        """What is said for the utterance at a place."""
        if place.start not in self._spoken:
            if len(self._spoken) > _KEPT:
                self._spoken.clear()
            assert self._speak is not None  # noqa: S101 - there is an utterance
            self._spoken[place.start] = self._speak(self.utterance(place))
        return self._spoken[place.start]

    def forget(self) -> None:
        """Ask anew what is said."""
        self._spoken.clear()

    def place_at(self, position: Position) -> Place:
        """The word at or behind a position; behind the last utterance where there is none."""
        if position.block >= self.end.block:
            return self.end
        ends = [utterance.span.end for utterance in self._parting.of(position.block)]
        number = bisect_right(ends, position.offset)
        if number == len(ends):
            return self._first_in(range(position.block + 1, self.end.block)) or self.end
        place = Place(position.block, number)
        return Place(place.block, number, self._offset_of(place, position.offset - self.utterance(place).span.start))

    def _offset_of(self, place: Place, written: int) -> int:
        """Where in what is said the word begins that stands at an offset of the utterance's text, or behind it."""
        if written <= 0:
            return 0
        said = self.spoken(place)
        return next((start for start, _ in self.words(place) if said.written(start)[1] > written), 0)

    def is_within(self, place: Place, until: Position | None) -> bool:
        """Whether an utterance is there, and begins before a position; None: anywhere."""
        if place == self.end or until is None:
            return place != self.end
        return Position(place.block, self.utterance(place).span.start) < until

    def end_at(self, place: Place, position: Position) -> int | None:
        """Where to stop in what is said for a place's utterance so as not to go beyond a position; None: nowhere."""
        span = self.utterance(place).span
        if (span.block, span.end) <= (position.block, position.offset):
            return None
        said, limit = self.spoken(place), position.offset - span.start
        starts = (start for start, _ in self.words(place) if said.written(start)[0] >= limit)
        return next(starts, None)

    def words(self, place: Place) -> list[tuple[int, int]]:
        """The starts and ends of the words said for the utterance at a place."""
        return [found.span() for found in _WORD.finditer(self.spoken(place).text)]

    def span_of(self, place: Place, start: int, end: int) -> Span:
        """The written characters for a stretch of what is said; empty for what stands nowhere."""
        said, utterance = self.spoken(place), self.utterance(place)
        first, last = said.written(start)[0], said.written(max(start, end - 1))[1]
        text = utterance.text[first:last]
        first += len(text) - len(text.lstrip())
        last = max(first, last - (len(text) - len(text.rstrip())))
        return Span(utterance.span.block, utterance.span.start + first, utterance.span.start + last)

    def after(self, place: Place) -> Place:
        """The utterance after the one at a place; `end` behind the last."""
        if place.number + 1 < len(self._parting.of(place.block)):
            return Place(place.block, place.number + 1)
        return self._first_in(range(place.block + 1, self.end.block)) or self.end

    def before(self, place: Place) -> Place:
        """The utterance before the one at a place, or before `end`; the first where there is none."""
        if place.number:
            return Place(place.block, place.number - 1)
        found = self._first_in(range(place.block - 1, -1, -1))
        return Place(found.block, len(self._parting.of(found.block)) - 1) if found else self.first

    def there(self, place: Place) -> Place:
        """A place where an utterance is: the last one for `end`."""
        return self.before(place) if place == self.end else place

    def move(self, place: Place, unit: Unit, steps: int) -> Place:
        """The place one unit on (`steps` is 1) or back (-1); the same or the first where there is none further.

        Back by a paragraph leads first to the beginning of the one that is being read.
        """
        if not self:
            return place
        place = self.there(place)
        match unit:
            case Unit.WORD:
                return self._word(place, steps)
            case Unit.SENTENCE if steps > 0:
                return self.there(self.after(place))
            case Unit.SENTENCE:
                return self.before(place)
            case Unit.PARAGRAPH | Unit.HEADING:
                return self._block(place, steps, headings=unit is Unit.HEADING)

    def _word(self, place: Place, steps: int) -> Place:
        starts = [start for start, _ in self.words(place)]
        others = [start for start in starts if (start > place.offset if steps > 0 else start < place.offset)]
        if others:
            return Place(place.block, place.number, others[0] if steps > 0 else others[-1])
        other = self.after(place) if steps > 0 else self.before(place)
        if other in (self.end, place.start):
            return place
        starts = [start for start, _ in self.words(other)] or [0]
        return Place(other.block, other.number, starts[0] if steps > 0 else starts[-1])

    def _block(self, place: Place, steps: int, *, headings: bool) -> Place:
        """The first utterance of the next block, or of the one before; of the headings alone, parting no others."""
        inside = place != Place(place.block)
        near = range(place.block + 1, self.end.block) if steps > 0 else range(place.block - (not inside), -1, -1)
        wanted = (block for block in near if not headings or self._parting.blocks[block].kind == "heading")
        return self._first_in(wanted) or (place if steps > 0 else self.first)

    def heading_above(self, place: Place) -> str:
        """The text of the last heading at or above a place; empty where there is none."""
        above = (self._parting.blocks[number] for number in range(place.block, -1, -1))
        texts = (" ".join(block.text.split()) for block in above if block.kind == "heading")
        return next(filter(None, texts), "")

    def count_beside(self, place: Place) -> int:
        """How many utterances its block has, itself among them."""
        return len(self._parting.of(place.block))
