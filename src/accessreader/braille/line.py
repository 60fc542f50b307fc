"""The line of braille under the fingers: one row of the article, found by the caret or turned on and back.

A row holds what the width has room for, whatever the size of the print: a line of the window at 72 points would be six
cells long. Only the stretch of text around the caret is written, so that a paragraph of a million letters waits for
nobody.
"""

from __future__ import annotations

from typing import Final

from accessreader.article import Block, Position, Span
from accessreader.braille.rows import Row, rows_of
from accessreader.braille.writing import Cells, Writer, part_of, pieces_of

STRETCH: Final = 800
"""About how many characters are written at a time."""


class Line:
    """Shows one row at a time of the blocks of a sheet. `width` in cells."""

    def __init__(self, writer: Writer, blocks: tuple[Block, ...], language: str, width: int) -> None:
        self._writer = writer
        self._blocks = blocks
        self._language = language
        self._width = width
        self._stretch = Span(-1, 0, 0)
        self._written = Cells()
        self._rows: list[Row] = []
        self._row = 0

    @property
    def cells(self) -> str:
        """What is under the fingers; empty where a block has no text."""
        return self._rows[self._row].of(self._written) if self._rows else ""

    @property
    def span(self) -> Span:
        """Where in the article the text of the row stands."""
        stretch = self._stretch
        if not self._rows:
            return stretch
        row = self._rows[self._row]
        end = self._rows[self._row + 1].start if self._row + 1 < len(self._rows) else len(self._written.cells)
        until = self._written.offset_of(end) if end < len(self._written.cells) else self._written.length
        return Span(stretch.block, stretch.start + self._written.offset_of(row.start), stretch.start + until)

    def show(self, position: Position) -> None:
        """Show the row in which a position stands.

        Raises:
            BrailleError: liblouis failed.
        """
        if not 0 <= position.block < len(self._blocks):
            return
        self._write(self._stretch_at(position))
        cell = self._written.cell_of(position.offset - self._stretch.start)
        self._row = max((number for number, row in enumerate(self._rows) if row.start <= cell), default=0)

    def turn(self, by: int) -> bool:
        """Show the next row (1) or the one before (-1); answers whether there is one.

        Raises:
            BrailleError: liblouis failed.
        """
        if 0 <= self._row + by < len(self._rows):
            self._row += by
            return True
        before = self._stretch
        stretch = self._beside(before, by)
        while stretch is not None:
            self._write(stretch)
            if self._rows:
                self._row = 0 if by > 0 else len(self._rows) - 1
                return True
            stretch = self._beside(stretch, by)
        if before.block >= 0:
            row = self._row
            self._write(before)
            self._row = row
        return False

    def cell_of(self, position: Position) -> int | None:
        """The cell of the row at which a position stands; the one behind its last for the blank there, or None."""
        if position.block != self._stretch.block or not self._rows:
            return None
        row = self._rows[self._row]
        cell = self._written.cell_of(position.offset - self._stretch.start)
        behind = self._rows[self._row + 1].start if self._row + 1 < len(self._rows) else cell + 1
        return cell - row.start if row.start <= cell <= row.end and cell < behind else None

    def position_of(self, cell: int) -> Position:
        """Where in the article stands what a cell of the row says."""
        if not self._rows:
            return Position(max(0, self._stretch.block), self._stretch.start)
        row = self._rows[self._row]
        at = row.start + max(0, min(cell, row.end - row.start))
        offset = self._written.offset_of(at) if at < len(self._written.cells) else self._written.length
        return Position(self._stretch.block, self._stretch.start + offset)

    def _write(self, stretch: Span) -> None:
        if stretch != self._stretch:
            pieces = pieces_of(self._blocks[stretch.block], self._language)
            self._written = self._writer.write(part_of(pieces, stretch))
            self._rows = rows_of(self._written, self._width)
            self._stretch = stretch
            self._row = 0

    def _stretch_at(self, position: Position) -> Span:
        """The stretch around a position: the same for all that stand in it."""
        text = self._blocks[position.block].text
        number = position.offset // STRETCH
        start = _edge(text, number)
        if position.offset < start:
            number, start = number - 1, _edge(text, number - 1)
        end = _edge(text, number + 1)
        if position.offset >= end > start and end < len(text):
            start, end = end, _edge(text, number + 2)
        return Span(position.block, start, end)

    def _beside(self, stretch: Span, by: int) -> Span | None:
        """The stretch after another, or before it; None where the article ends."""
        if stretch.block >= 0:
            text = self._blocks[stretch.block].text
            if by > 0 and stretch.end < len(text):
                return self._stretch_at(Position(stretch.block, stretch.end))
            if by < 0 and stretch.start > 0:
                return self._stretch_at(Position(stretch.block, stretch.start - 1))
        block = stretch.block + by
        if not 0 <= block < len(self._blocks):
            return None
        return self._stretch_at(Position(block, 0 if by > 0 else max(0, len(self._blocks[block].text) - 1)))


def _edge(text: str, number: int) -> int:
    """Where a stretch begins: behind the last blank before its place, or there where no blank is near."""
    place = number * STRETCH
    if place <= 0:
        return 0
    if place >= len(text):
        return len(text)
    blank = max(text.rfind(" ", place - STRETCH // 4, place), text.rfind("\n", place - STRETCH // 4, place))
    return blank + 1 if blank >= 0 else place
