"""A search that lets the window answer: of a long article a slice at a time, with the keyboard heard in between.

A slice is counted in characters and hits and not in time, so that an article of any usual length is always searched at
once. Of a million words the folding alone takes a second, and so do the hits of one letter.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from accessreader.article import Block, Span
from accessreader.language import fold
from accessreader.qt.finding import Hits, pattern_of

SLICE: Final = 60_000
"""Characters that are folded and searched at a time: some 10 ms."""
_HIT: Final = 12
"""Characters that take as long as a hit."""
_SEARCHED: Final = 0.1
"""A character that is searched, in characters that are folded."""


class Search(QObject):
    """What is looked for in an article, and where it was found. `ended` tells that a search in slices is over."""

    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hits = Hits()
        self._blocks: tuple[Block, ...] = ()
        self._texts: list[str] = []
        self._found: list[Span] = []
        self._work: Iterator[float] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_over(self) -> bool:
        """Whether all of the article has been searched."""
        return not self._timer.isActive()

    def show(self, blocks: tuple[Block, ...]) -> None:
        """Search in other blocks from now on."""
        self.clear()
        self._blocks = blocks
        self._texts = []

    def clear(self) -> None:
        """Look for nothing any more."""
        self._timer.stop()
        self._work = iter(())
        self.hits = Hits()

    def begin(self, words: str) -> None:
        """Look for words; what one slice does not finish goes on by itself."""
        self.clear()
        self._found = []
        self._work = self._searched(words)
        if not self._step():
            self._timer.start()

    def _go_on(self) -> None:
        if self._step():
            self._timer.stop()
            self.ended.emit()

    def _step(self) -> bool:
        """Search one slice; answers whether it was the last."""
        done = 0.0
        for cost in self._work:
            done += cost
            if done >= SLICE:
                return False
        self.hits = Hits(tuple(self._found))
        return True

    def _searched(self, words: str) -> Iterator[float]:
        """Search all blocks, telling of each bit what it cost: as much as so many characters that are folded."""
        pattern = pattern_of(words)
        if pattern is None:
            return
        for number, block in enumerate(self._blocks):
            if number == len(self._texts):
                pieces: list[str] = []
                for start in range(0, len(block.text), SLICE):
                    pieces.append(fold(block.text[start : start + SLICE]))
                    yield len(pieces[-1])
                self._texts.append("".join(pieces))
            yield _SEARCHED * len(self._texts[number])
            for found in pattern.finditer(self._texts[number]):
                self._found.append(Span(number, found.start(), found.end()))
                yield _HIT
