"""Finds words in an article, forgiving case and look-alike letters (`language.fold`), and goes from hit to hit."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from accessreader.article import Position, Span
from accessreader.language import fold


def pattern_of(words: str) -> re.Pattern[str] | None:
    """What finds some words in a folded text, any blanks between them counting as one; None for no words."""
    parts = [re.escape(fold(part)) for part in words.split()]
    return re.compile(r"\s+".join(parts)) if parts else None


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
