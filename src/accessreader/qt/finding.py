"""Finds words in an article, forgiving case and look-alike letters (`language.fold`), and goes from hit to hit."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from accessreader.article import Block, Position, Span
from accessreader.language import fold


def folded(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """The blocks' texts as they are searched. Worth keeping: it costs more than the search."""
    return tuple(fold(block.text) for block in blocks)


def spans_of(words: str, texts: tuple[str, ...]) -> tuple[Span, ...]:
    """Where the words stand in folded texts, in order; any blanks between them count as one."""
    parts = [re.escape(fold(part)) for part in words.split()]
    if not parts:
        return ()
    pattern = re.compile(r"\s+".join(parts))
    return tuple(
        Span(number, found.start(), found.end())
        for number, text in enumerate(texts)
        for found in pattern.finditer(text)
    )


class Hits:
    """The hits of one search, and which of them is current."""

    def __init__(self, spans: tuple[Span, ...] = ()) -> None:
        self.spans = spans
        self.current = -1

    def in_block(self, block: int) -> tuple[Span, ...]:
        """The hits in one block."""
        low = bisect_left(self.spans, Span(block, 0, 0))
        high = bisect_left(self.spans, Span(block + 1, 0, 0))
        return self.spans[low:high]

    def go(self, start: Position, *, forward: bool) -> Span | None:
        """The hit after (or before) the current one; from `start` when there is none yet. Goes round at the ends."""
        if not self.spans:
            return None
        if self.current < 0:
            at = Span(start.block, start.offset, start.offset)
            index = bisect_left(self.spans, at) if forward else bisect_right(self.spans, at) - 1
        else:
            index = self.current + (1 if forward else -1)
        self.current = index % len(self.spans)
        return self.spans[self.current]

    @property
    def span(self) -> Span | None:
        """The current hit."""
        return self.spans[self.current] if self.current >= 0 else None
