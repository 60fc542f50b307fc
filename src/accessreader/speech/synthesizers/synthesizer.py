"""What makes sound of text, and the words found again in it.

To add one: a class with `voices` and `synthesize`, and a line in `SYNTHESIZERS`. Threads, pauses, seeking, stopping
and dying are the business of others.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, Protocol

from accessreader.speech.engine import Manner, Voice
from accessreader.speech.sound import Mark, Sound

_WORD: Final = re.compile(r"\S+")


class SynthesizerError(Exception):
    """A synthesizer is not on this machine, or cannot say this. For the log; readers are told by others."""


class Synthesizer(Protocol):
    """Turns text into samples. It blocks, and is called from the thread that made it."""

    def voices(self) -> tuple[Voice, ...]:
        """The voices there are; their ids are what `synthesize` takes. The best for a language comes first."""

    def synthesize(self, text: str, voice: str, manner: Manner) -> Sound:
        """The text as sound, with a mark for each word (what stands between blanks), or for the whole only.

        Raises:
            SynthesizerError: the voice is not there, or could not say it.
        """


def marks_of_words(text: str, heard: Sequence[tuple[int, int]], length: int) -> tuple[Mark, ...]:
    """One mark for each word of a text, from what a synthesizer tells: (sample, offset of a word).

    What it tells may be too much (a number read in pieces), in disorder, or missing for a word; the samples never go
    back, and a word that was not told of lies between its neighbours by its place in the text.
    """
    words = [found.span() for found in _WORD.finditer(text)]
    starts = [start for start, _ in words]
    told: list[int | None] = [None] * len(words)
    last = 0
    for sample, offset in heard:
        word = bisect_right(starts, offset) - 1
        if word < 0 or offset >= words[word][1]:
            word += 1  # between two words: a closing quote before it was told as a word
        if word < len(words) and told[word] is None and all(later is None for later in told[word + 1 :]):
            last = min(max(last, sample), max(length - 1, 0))
            told[word] = last
    return tuple(
        Mark(sample, start, end)
        for sample, (start, end) in zip(_filled(told, starts, len(text), length), words, strict=True)
    )


def _filled(told: Sequence[int | None], starts: Sequence[int], text_length: int, length: int) -> list[int]:
    known = [(start, sample) for start, sample in zip(starts, told, strict=True) if sample is not None]
    if not known or known[0][0] != (starts[0] if starts else 0):
        known.insert(0, (starts[0] if starts else 0, 0))
    known.append((text_length, length))
    out: list[int] = []
    for start, sample in zip(starts, told, strict=True):
        if sample is not None:
            out.append(sample)
            continue
        after = next(index for index, (place, _) in enumerate(known) if place > start or index == len(known) - 1)
        (place, begin), (next_place, end) = known[max(0, after - 1)], known[after]
        share = (start - place) / max(1, next_place - place)
        out.append(min(round(begin + (end - begin) * share), max(length - 1, 0)))
    return out
