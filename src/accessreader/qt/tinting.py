"""Which characters of a block stand on another ground: what is being read aloud, hits, the selection, a link.

All of it is paint over a finished layout. Later tints lie over earlier ones: a hit over the sentence that is read, the
word that is read over both, the selection over all. The sentence is underlined, the word boxed, the hit that the reader
came to outlined.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from accessreader.article import Position, Span
from accessreader.qt.caret import Link
from accessreader.qt.finding import Hits
from accessreader.qt.painting import Tint

_OUTLINE: Final = "outline"


@dataclass(frozen=True, slots=True)
class ReadAloud:
    """The sentence that is being read, and the word in it; either may be unmarked."""

    sentence: Span | None = None
    word: Span | None = None

    def changed(self, after: ReadAloud) -> tuple[Span, ...]:
        """The spans that look otherwise when `after` takes the place of this."""
        pairs = ((self.sentence, after.sentence), (self.word, after.word))
        return tuple(span for pair in pairs if pair[0] != pair[1] for span in pair if span is not None)

    def sentence_tints(self, block: int) -> Iterator[Tint]:
        """The mark of the sentence, if it is in a block."""
        if self.sentence is not None and self.sentence.block == block:
            yield Tint(self.sentence.start, self.sentence.end, "reading", underlined=True)

    def word_tints(self, block: int) -> Iterator[Tint]:
        """The mark of the word, if it is in a block."""
        if self.word is not None and self.word.block == block:
            yield Tint(self.word.start, self.word.end, "spoken", boxed=True)


def hit_tints(hits: Hits, block: int) -> Iterator[Tint]:
    """The hits in one block; the current one is outlined."""
    current = hits.span
    for hit in hits.in_block(block):
        chosen = hit == current
        yield Tint(hit.start, hit.end, "current" if chosen else "finding", outlined=chosen)


def selection_tints(chosen: tuple[Position, Position] | None, block: int, length: int) -> Iterator[Tint]:
    """What is selected of a block of `length` characters."""
    if chosen and chosen[0].block <= block <= chosen[1].block:
        start = chosen[0].offset if chosen[0].block == block else 0
        end = chosen[1].offset if chosen[1].block == block else length
        yield Tint(start, end, "selection")


def link_tints(link: Link | None) -> Iterator[Tint]:
    """The link at the caret: a line round it."""
    if link is not None:
        yield Tint(link.start, link.end, _OUTLINE, outlined=True)
