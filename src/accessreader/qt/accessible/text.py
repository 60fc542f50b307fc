"""The text of leaves for assistive technology.

Qt counts UTF-16 units here as everywhere; our offsets are code points.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QAccessibleTextInterface

from accessreader.article import Block, Position, Runs, Span, Table
from accessreader.qt.offsets import Offsets
from accessreader.qt.scrolling import ScrollingView

_PARTS_AROUND: Final = 1


def _readable(text: str) -> str:
    """As many characters, none of which stands for an object or ends a text: marks instead, as on the screen."""
    return text.replace("\0", "\ufffd").replace("\ufffc", "\ufffd")


def runs_of(block: Block, span: Span) -> Runs:
    """The runs of a whole block, or of a cell. Of a large table all runs would be far too many for one cell's sake."""
    if not isinstance(block, Table):
        return block.runs
    row = bisect_right(block.spans, span.start, key=lambda places: places[0][0]) - 1
    return block.cells[row][block.spans[row].index((span.start, span.end))].runs


def spoken(view: ScrollingView, span: Span, part: int) -> str:
    """Some text of a block with its wrapped lines as lines of their own, of the same length as the text.

    In a block of many parts the lines around one part only: no reader goes further at once, and to lay out all of a
    paragraph of a megabyte takes seconds.
    """
    text = list(_readable(view.blocks[span.block].text[span.start : span.end]))
    column = view.column
    for index in range(max(0, part - _PARTS_AROUND), min(len(column.parts), part + _PARTS_AROUND + 1)):
        there = column.parts.parts[index]
        if there.block != span.block or there.start > span.end or there.end < span.start:
            continue
        for line in column.layout(index).lines():
            end = line.end - 1 - span.start
            if line.start <= line.end - 1 and 0 <= end < len(text) - 1 and text[end] in " \u00a0":
                text[end] = "\n"
    return "".join(text)


class BlockText(QAccessibleTextInterface):
    """The text of a leaf in which the caret is not."""

    def __init__(self, view: ScrollingView, span: Span) -> None:
        super().__init__()
        self._view = view
        self._number = span.block
        self._span = span
        self._shown = _readable(view.blocks[span.block].text[span.start : span.end])
        self.offsets = Offsets(self._shown)

    def _position(self, unit: int) -> Position:
        code = self.offsets.to_code(min(max(0, unit), self.offsets.units))
        return Position(self._number, self._span.start + code)

    def _holds(self, position: Position) -> bool:
        return position.block == self._number and self._span.start <= position.offset <= self._span.end

    def characterCount(self) -> int:  # noqa: N802
        """The length in Qt's units."""
        return self.offsets.units

    def text(self, start: int, end: int) -> str:
        """The characters from one unit to another; -1 is the end."""
        last = self.offsets.units if end < 0 else min(end, self.offsets.units)
        return self._shown[self.offsets.to_code(max(0, start)) : self.offsets.to_code(last)]

    def cursorPosition(self) -> int:  # noqa: N802
        """The caret's place; the beginning when it is elsewhere."""
        caret = self._view.caret
        return self.offsets.to_units(caret.offset - self._span.start) if self._holds(caret) else 0

    def setCursorPosition(self, position: int) -> None:  # noqa: N802
        """Move the caret."""
        self._view.set_caret(self._position(position))

    def characterRect(self, offset: int) -> QRect:  # noqa: N802
        """Where a character is on the screen; empty when it is out of sight."""
        column = self._view.column
        place = self._position(offset)
        for placed in column.placed():
            part = column.parts.parts[placed.index]
            if part.block == self._number and part.start <= place.offset <= part.end:
                rects = placed.layout.rects(place.offset, place.offset + 1)
                rect = rects[0] if rects else placed.layout.caret_rect(place.offset)
                on_window = rect.translated(column.typography.left, placed.y).toAlignedRect()
                return on_window.translated(self._view.viewport().mapToGlobal(QPoint(0, 0)))
        return QRect()

    def offsetAtPoint(self, point: QPoint) -> int:  # noqa: N802
        """The character at a point of the screen; -1 when it is elsewhere."""
        place = self._view.position_at(QPointF(self._view.viewport().mapFromGlobal(point)))
        return self.offsets.to_units(place.offset - self._span.start) if self._holds(place) else -1

    def selectionCount(self) -> int:  # noqa: N802
        """How many selections reach into it."""
        chosen, span = self._view.selection(), self._span
        start, end = Position(span.block, span.start), Position(span.block, span.end)
        return int(chosen is not None and chosen[0] < end and start < chosen[1])

    def addSelection(self, start: int, end: int) -> None:  # noqa: N802
        """Select."""
        self._view.select(self._position(start), self._position(end))

    def setSelection(self, _index: int, start: int, end: int) -> None:  # noqa: N802
        """Select."""
        self.addSelection(start, end)

    def removeSelection(self, _index: int) -> None:  # noqa: N802
        """Select nothing: the caret stays."""
        self._view.set_caret(self._view.caret, follow=False)

    def scrollToSubstring(self, start: int, _end: int) -> None:  # noqa: N802
        """Bring some characters into the window."""
        self._view.ensure_visible(self._position(start))
