"""The article cut into parts, the units of layout: nearly always a block, but no part is so long that it costs.

Why: the time of a repaint must not depend on the article. A table of ten thousand rows or a paragraph of a megabyte is
one block; laid out whole it would take seconds. So long tables are cut between rows and long texts at a blank.

The scroll bar goes over weights that are known without any layout: a part weighs about as much as its letters.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from accessreader.article import Block, Position, Table

LONGEST_TEXT: Final = 6000
MOST_CELLS: Final = 60
MEASURED_ROWS: Final = 40
"""So many rows of a table are measured to the pixel whenever it is laid out; the others by their letters, once."""
_LEAST_WEIGHT: Final = 60
_PICTURE_WEIGHT: Final = 900


@dataclass(frozen=True, slots=True)
class Part:
    """The characters `start` to `end` of a block; for a table the rows `first_row` to `last_row` (exclusive)."""

    block: int
    start: int
    end: int
    opens: bool = True
    closes: bool = True
    first_row: int = 0
    last_row: int = 0


def _cut_text(number: int, text: str) -> Iterator[Part]:
    start = 0
    while len(text) - start > LONGEST_TEXT:
        end = start + LONGEST_TEXT
        blank = max(text.rfind(" ", start + LONGEST_TEXT // 2, end), text.rfind("\n", start + LONGEST_TEXT // 2, end))
        end = blank if blank > 0 else end
        yield Part(number, start, end, opens=not start, closes=False)
        start = end + 1 if blank > 0 else end
    yield Part(number, start, len(text), opens=not start)


def _cut_table(number: int, table: Table) -> Iterator[Part]:
    rows = len(table.cells)
    step = max(1, MOST_CELLS // max(1, len(table.cells[0]))) if rows else 1
    for first in range(0, max(rows, 1), step):
        last = min(first + step, rows)
        if not rows or not table.cells[0]:
            yield Part(number, 0, len(table.text))
            return
        start, end = table.spans[first][0][0], table.spans[last - 1][-1][1]
        yield Part(number, start, end, opens=not first, closes=last == rows, first_row=first, last_row=last)


def _letters(table: Table) -> tuple[tuple[int, int], ...]:
    """For each column the letters of the longest word and of the longest cell, behind the rows that are measured."""
    if not table.cells:
        return ()
    words, cells = [0] * len(table.cells[0]), [0] * len(table.cells[0])
    for row in table.cells[MEASURED_ROWS:]:
        for column, cell in enumerate(row):
            words[column] = max(words[column], max(map(len, cell.text.split()), default=0))
            cells[column] = max(cells[column], len(cell.text))
    return tuple(zip(words, cells, strict=True))


def _cut(number: int, block: Block) -> Iterator[Part]:
    if isinstance(block, Table):
        yield from _cut_table(number, block)
    elif block.kind == "figure" or len(block.text) <= LONGEST_TEXT:
        yield Part(number, 0, len(block.text))
    else:
        yield from _cut_text(number, block.text)


class Parts:
    """All parts of an article, where each block's begin, and the weights before them."""

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        self.parts: list[Part] = []
        self.first: list[int] = []
        self.letters: dict[int, tuple[tuple[int, int], ...]] = {}
        weights: list[int] = []
        for number, block in enumerate(blocks):
            self.first.append(len(self.parts))
            if isinstance(block, Table):
                self.letters[number] = _letters(block)
            for part in _cut(number, block):
                self.parts.append(part)
                extra = _PICTURE_WEIGHT if block.kind == "figure" else 0
                weights.append(max(_LEAST_WEIGHT, part.end - part.start) + extra)
        self.before = [0, *accumulate(weights)]

    def __len__(self) -> int:
        return len(self.parts)

    @property
    def weight(self) -> int:
        """The weight of the whole article."""
        return self.before[-1]

    def at(self, position: Position) -> int:
        """The number of the part in which a position lies."""
        index = self.first[position.block]
        while (
            index + 1 < len(self.parts)
            and self.parts[index + 1].block == position.block
            and self.parts[index + 1].start <= position.offset
        ):
            index += 1
        return index

    def at_weight(self, weight: float) -> tuple[int, float]:
        """The part at a place of the scroll bar, and the share of it that lies before."""
        index = min(len(self.parts) - 1, max(0, bisect_right(self.before, weight) - 1))
        whole = self.before[index + 1] - self.before[index]
        return index, min(1.0, max(0.0, (weight - self.before[index]) / whole))
