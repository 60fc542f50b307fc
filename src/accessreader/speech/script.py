"""What is to be read, and every way to go in it: from a place to the next word, sentence, paragraph or heading.

A place is an utterance's number and an offset in what is *said* for it. The way from and to the written text goes
through `Spoken.written`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from accessreader.article import Position, Span
from accessreader.speech.spoken import Spoken
from accessreader.speech.utterance import Utterance

_WORD: Final = re.compile(r"\S+")


class Unit(StrEnum):
    """What one goes on or back by."""

    WORD = "word"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    HEADING = "heading"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """An utterance's number, and where in what is said for it."""

    number: int = 0
    offset: int = 0


class Script:
    """Utterances in order; `speak` tells what is said for one, and is asked when it is needed."""

    def __init__(
        self, utterances: Sequence[Utterance] = (), speak: Callable[[Utterance], Spoken] | None = None
    ) -> None:
        self.utterances: Final = tuple(utterances)
        self._speak = speak
        self._spoken: dict[int, Spoken] = {}
        self._ends = [(utterance.span.block, utterance.span.end) for utterance in self.utterances]

    def __len__(self) -> int:
        return len(self.utterances)

    def spoken(self, number: int) -> Spoken:
        """What is said for an utterance."""
        if number not in self._spoken:
            if len(self._spoken) > 50:
                self._spoken.clear()
            assert self._speak is not None  # noqa: S101 - there is an utterance
            self._spoken[number] = self._speak(self.utterances[number])
        return self._spoken[number]

    def forget(self) -> None:
        """Ask anew what is said."""
        self._spoken.clear()

    def place_at(self, position: Position) -> Place:
        """The word at or behind a position; behind the last utterance where there is none."""
        number = bisect_right(self._ends, (position.block, position.offset))
        if number == len(self.utterances):
            return Place(number)
        span = self.utterances[number].span
        return Place(
            number, self._offset_of(number, position.offset - span.start if position.block == span.block else 0)
        )

    def _offset_of(self, number: int, written: int) -> int:
        """Where in what is said the word begins that stands at an offset of the utterance's text, or behind it."""
        if written <= 0:
            return 0
        said = self.spoken(number)
        return next((start for start, _ in self.words(number) if said.written(start)[1] > written), 0)

    def limit(self, until: Position | None) -> int:
        """The number behind the last utterance that begins before a position; behind the last of all for None."""
        if until is None:
            return len(self)
        number = bisect_right(self._ends, (until.block, until.offset))
        span = self.utterances[number].span if number < len(self) else None
        return number + (span is not None and (span.block, span.start) < (until.block, until.offset))

    def end_at(self, place: Place, position: Position) -> int | None:
        """Where to stop in what is said for a place's utterance so as not to go beyond a position; None: nowhere."""
        span = self.utterances[place.number].span
        if (span.block, span.end) <= (position.block, position.offset):
            return None
        said, limit = self.spoken(place.number), position.offset - span.start
        starts = (start for start, _ in self.words(place.number) if said.written(start)[0] >= limit)
        return next(starts, None)

    def words(self, number: int) -> list[tuple[int, int]]:
        """The starts and ends of the words said for an utterance."""
        return [found.span() for found in _WORD.finditer(self.spoken(number).text)]

    def span_of(self, number: int, start: int, end: int) -> Span:
        """The written characters for a stretch of what is said; empty for what stands nowhere."""
        said, utterance = self.spoken(number), self.utterances[number]
        first, last = said.written(start)[0], said.written(max(start, end - 1))[1]
        text = utterance.text[first:last]
        first += len(text) - len(text.lstrip())
        last = max(first, last - (len(text) - len(text.rstrip())))
        return Span(utterance.span.block, utterance.span.start + first, utterance.span.start + last)

    def move(self, place: Place, unit: Unit, steps: int) -> Place:
        """The place one unit on (`steps` is 1) or back (-1); the same or the first where there is none further.

        Back by a paragraph leads first to the beginning of the one that is being read.
        """
        if not self.utterances:
            return place
        place = Place(min(place.number, len(self) - 1), place.offset)
        match unit:
            case Unit.WORD:
                return self._word(place, steps)
            case Unit.SENTENCE:
                return Place(min(max(place.number + steps, 0), len(self) - 1))
            case Unit.PARAGRAPH:
                return self._first_of(place, steps, lambda one, before: one.span.block != before.span.block)
            case Unit.HEADING:
                return self._first_of(
                    place, steps, lambda one, before: one.kind == "heading" and one.span.block != before.span.block
                )

    def _word(self, place: Place, steps: int) -> Place:
        starts = [start for start, _ in self.words(place.number)]
        others = [start for start in starts if (start > place.offset if steps > 0 else start < place.offset)]
        if others:
            return Place(place.number, others[0] if steps > 0 else others[-1])
        number = place.number + steps
        if not 0 <= number < len(self):
            return place
        starts = [start for start, _ in self.words(number)] or [0]
        return Place(number, starts[0] if steps > 0 else starts[-1])

    def _first_of(self, place: Place, steps: int, begins: Callable[[Utterance, Utterance], bool]) -> Place:
        numbers = range(place.number + 1, len(self)) if steps > 0 else range(place.number - (place.offset == 0), -1, -1)
        for number in numbers:
            if number == 0 or begins(self.utterances[number], self.utterances[number - 1]):
                return Place(number)
        return place if steps > 0 else Place(0)

    def heading_above(self, number: int) -> str:
        """The text of the last heading that begins before an utterance ends; empty where there is none."""
        above = (one.text for one in reversed(self.utterances[: number + 1]) if one.kind == "heading")
        return next(above, "")
