"""Sound: samples with the words they say, and how silences in it are given their length.

Why silences are ours: every synthesizer puts its own at the ends of a sentence and behind a comma, of other lengths at
every rate. Cut off and put in anew they are as long as the reader wants them, with any synthesizer.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

WIDTH: Final = 2
"""Bytes of a sample: signed, sixteen bits, one channel."""

_QUIET: Final = 100
"""The highest sample, of 32 767, that is still silence: 50 dB below the loudest."""
_WINDOW: Final = 64
"""Samples that are looked at together: 3 ms."""
_BEHIND_COMMA: Final = re.compile(r"[,;:—–][\"'»”’)\]]*\s+[\"'«„“‘(\[]*$|\s[-—–]\s+$")
_REACH: Final = 0.6
"""Seconds before a word within which the silence of its comma is looked for."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The word at offsets `start` to `end` of the text begins with this sample."""

    sample: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sound:
    """Samples (signed, 16 bits, one channel) at `rate` a second, and the marks of their words in order."""

    rate: int
    samples: bytes
    marks: tuple[Mark, ...] = ()

    def __len__(self) -> int:
        return len(self.samples) // WIDTH

    def cut(self, start: int, end: int) -> Sound:
        """The samples from `start` to `end`, with the marks among them."""
        marks = tuple(Mark(mark.sample - start, mark.start, mark.end) for mark in self._marks_in(start, end))
        return Sound(self.rate, self.samples[start * WIDTH : end * WIDTH], marks)

    def _marks_in(self, start: int, end: int) -> Iterator[Mark]:
        return (mark for mark in self.marks if start <= mark.sample < end)

    def words(self, start: int, end: int | None) -> Sound:
        """The sound of the words that end behind offset `start` and begin before `end`."""
        ahead = [mark.sample for mark in self.marks if mark.end > start]
        first = 0 if start <= 0 or not self.marks else (ahead[0] if ahead else len(self))
        behind = [mark.sample for mark in self.marks if end is not None and mark.start >= end]
        return self.cut(first, behind[0] if behind else len(self))

    def with_silence(self, seconds: float) -> Sound:
        """This, and silence after it."""
        return Sound(self.rate, self.samples + bytes(WIDTH * round(seconds * self.rate)), self.marks)

    def at_rate(self, rate: int) -> Sound:
        """The same sound in another number of samples a second, between which a straight line is drawn."""
        if rate == self.rate or not self.samples:
            return Sound(rate, self.samples, self.marks)
        old = array("h", self.samples)
        old.append(old[-1])
        step = self.rate / rate
        new = array("h", (_between(old, index * step) for index in range(len(self) * rate // self.rate)))
        marks = tuple(Mark(round(mark.sample / step), mark.start, mark.end) for mark in self.marks)
        return Sound(rate, new.tobytes(), marks)

    def trimmed(self) -> Sound:
        """Without the silence before its first and after its last sound; the first mark stays, at the beginning."""
        samples = array("h", self.samples)
        start, end = 0, len(samples)
        while start < end and _is_quiet(samples[start : start + _WINDOW]):
            start += _WINDOW
        while end > start and _is_quiet(samples[max(start, end - _WINDOW) : end]):
            end -= _WINDOW
        start, end = min(start, len(samples)), max(min(start, len(samples)), end)
        marks = tuple(
            Mark(min(max(mark.sample - start, 0), max(end - start - 1, 0)), mark.start, mark.end) for mark in self.marks
        )
        return Sound(self.rate, self.samples[start * WIDTH : end * WIDTH], marks)

    def with_commas(self, text: str, seconds: float) -> Sound:
        """With silences of `seconds` before the words that follow a comma, a semicolon, a colon or a dash."""
        samples = array("h", self.samples)
        pieces: list[bytes] = []
        marks: list[Mark] = []
        at = moved = 0
        silence = round(seconds * self.rate)
        for mark in self.marks:
            if marks and _BEHIND_COMMA.search(text, max(0, mark.start - 12), mark.start):
                start, end = _silence_before(samples, mark.sample, max(at, mark.sample - round(_REACH * self.rate)))
                pieces += (self.samples[at * WIDTH : start * WIDTH], bytes(silence * WIDTH))
                moved += silence - (end - start)
                at = end
            marks.append(Mark(mark.sample + moved, mark.start, mark.end))
        pieces.append(self.samples[at * WIDTH :])
        return Sound(self.rate, b"".join(pieces), tuple(marks))


def _between(samples: array[int], place: float) -> int:
    index = int(place)
    part = place - index
    return round(samples[index] * (1 - part) + samples[index + 1] * part)


def _is_quiet(samples: array[int]) -> bool:
    return not samples or (max(samples) <= _QUIET and min(samples) >= -_QUIET)


def _silence_before(samples: array[int], place: int, least: int) -> tuple[int, int]:
    """The longest silence that ends near `place` and begins behind `least`; an empty one where there is none."""
    best = (place, place)
    end = start = place
    while start > least:
        before = max(least, start - _WINDOW)
        if _is_quiet(samples[before:start]):
            start = before
            if end - start > best[1] - best[0]:
                best = (start, end)
        else:
            end = start = before
    return best


def joined(sounds: Iterable[tuple[Sound, int]], rate: int, gap: float) -> Sound:
    """Sounds of parts of a text, one after the other with `gap` seconds between; each comes with its part's offset."""
    samples = bytearray()
    marks: list[Mark] = []
    for sound, offset in sounds:
        part = sound.at_rate(rate)
        if samples and part.samples:
            samples += bytes(WIDTH * round(gap * rate))
        begun = len(samples) // WIDTH
        marks += (Mark(begun + mark.sample, offset + mark.start, offset + mark.end) for mark in part.marks)
        samples += part.samples
    return Sound(rate, bytes(samples), tuple(marks))
