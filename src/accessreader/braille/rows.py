"""Cells in rows: broken between words, a word that is too long for any row within it. Nothing is hyphenated or lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accessreader.braille.writing import BLANK, Cells


@dataclass(frozen=True, slots=True)
class Row:
    """The cells `start` to `end` of some, behind `indent` blanks."""

    indent: int
    start: int
    end: int

    def of(self, cells: Cells) -> str:
        """The row as it is written."""
        return BLANK * self.indent + cells.cells[self.start : self.end]


def rows_of(cells: Cells, width: int, first: int = 0, rest: int = 0) -> list[Row]:
    """The rows of some cells, none longer than `width`; `first` and `rest` are the blanks before them.

    Blanks at which a row is broken stand in no row.
    """
    rows: list[Row] = []
    indent, start, end = first, -1, -1

    def close() -> None:
        nonlocal indent, start
        rows.append(Row(indent, start, end))
        indent, start = rest, -1

    for word_start, word_end in _words(cells):
        if start >= 0 and word_end - start > width - indent:
            close()
        start = word_start if start < 0 else start
        while word_end - start > width - indent:  # a word longer than a row
            cut = start + width - indent
            end = cut
            close()
            start = cut
        end = word_end
    if start >= 0:
        close()
    return rows


def _words(cells: Cells) -> Iterator[tuple[int, int]]:
    """The start and end of each stretch that is not broken where there is room."""
    start = -1
    for number, cell in enumerate(cells.cells):
        if start >= 0 and (cell == BLANK or number in cells.breaks):
            yield start, number
            start = -1
        if start < 0 and cell != BLANK:
            start = number
    if start >= 0:
        yield start, len(cells.cells)
