"""The text of blocks for assistive technology: `BlockText` for any block, `Mirror` for the one with the caret.

Qt counts UTF-16 units here as everywhere; our offsets are code points.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleTextInterface, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from accessreader.article import Position
from accessreader.qt.offsets import Offsets
from accessreader.qt.scrolling import ScrollingView


def spoken(view: ScrollingView, number: int) -> str:
    """A block's text with its wrapped lines as lines of their own, of the same length as the text."""
    text = list(view.blocks[number].text.replace("\0", "\ufffd"))
    column = view.column
    index = column.parts.first[number]
    while index < len(column.parts) and column.parts.parts[index].block == number:
        for line in column.layout(index).lines():
            end = line.end - 1
            if line.start <= end < len(text) - 1 and text[end] in " \u00a0":
                text[end] = "\n"
        index += 1
    return "".join(text)


class BlockText(QAccessibleTextInterface):
    """The text of a block in which the caret is not."""

    def __init__(self, view: ScrollingView, number: int, text: str) -> None:
        super().__init__()
        self._view = view
        self._number = number
        self._shown = text
        self.offsets = Offsets(text)

    def _position(self, unit: int) -> Position:
        return Position(self._number, self.offsets.to_code(min(max(0, unit), self.offsets.units)))

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
        return self.offsets.to_units(caret.offset) if caret.block == self._number else 0

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
        """The character at a point of the screen; -1 when it is another block's."""
        place = self._view.position_at(QPointF(self._view.viewport().mapFromGlobal(point)))
        return self.offsets.to_units(place.offset) if place.block == self._number else -1

    def selectionCount(self) -> int:  # noqa: N802
        """How many selections reach into the block."""
        chosen = self._view.selection()
        return int(chosen is not None and chosen[0].block <= self._number <= chosen[1].block)

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


class Mirror:
    """A text widget that is never shown, with the text and the caret of the block in which the caret is."""

    def __init__(self, view: ScrollingView) -> None:
        self._view = view
        self._widget: QPlainTextEdit | None = None
        self._control: QObject | None = None
        self._offsets = Offsets("")
        self._number = -1
        self._ours = False

    def forget(self) -> None:
        """Another article."""
        self._number = -1

    def units(self, position: Position) -> int:
        """A position of the mirrored block in Qt's units."""
        self._follow(position.block)
        return self._offsets.to_units(position.offset)

    def selection(self, number: int) -> tuple[int, int]:
        """What is selected of a block, in Qt's units."""
        cursor = self._follow(number).textCursor()
        return cursor.selectionStart(), cursor.selectionEnd()

    def text_interface(self, number: int) -> Any:
        """The address of the native text interface, brought up to the block's text and the caret."""
        widget = self._follow(number)
        interface = QAccessible.queryAccessibleInterface(widget)
        return interface.interface_cast(QAccessible.InterfaceType.TextInterface)

    def _follow(self, number: int) -> QPlainTextEdit:
        widget = self._widget if self._widget is not None else self._make()
        self._be_silent(silent=True)
        text = spoken(self._view, number)
        if number != self._number or text != widget.toPlainText():
            widget.setPlainText(text)
            self._offsets = Offsets(text)
            self._number = number
        self._set_caret(widget)
        self._be_silent(silent=False)
        return widget

    def _be_silent(self, *, silent: bool) -> None:
        """Let the widget tell nobody of caret and selection: the block's node does, and once is enough.

        The widget tells of the caret when the control inside it says so; the control itself tells of the selection,
        as long as it has a widget for a parent.
        """
        self._ours = silent
        if self._control is not None:
            self._control.blockSignals(silent)
            self._control.setParent(None if silent else self._widget)

    def _make(self) -> QPlainTextEdit:
        widget = QPlainTextEdit(self._view)
        widget.hide()
        widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        widget.setReadOnly(True)
        widget.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        widget.cursorPositionChanged.connect(self._moved_from_outside)
        controls = [child for child in widget.children() if child.metaObject().className() == "QPlainTextEditControl"]
        self._control = controls[0] if controls else None
        self._widget = widget
        return widget

    def _set_caret(self, widget: QPlainTextEdit) -> None:
        caret, chosen = self._view.caret, self._view.selection()
        end = self._offsets.to_units(caret.offset)
        start = end
        if chosen is not None:
            other = chosen[0] if chosen[1] == caret else chosen[1]
            before = 0 if other.block < self._number else self._offsets.length
            start = self._offsets.to_units(other.offset if other.block == self._number else before)
        cursor = widget.textCursor()
        if (cursor.anchor(), cursor.position()) != (start, end):
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            widget.setTextCursor(cursor)

    def _moved_from_outside(self) -> None:
        """A screen reader has moved the mirror's caret: ours goes along."""
        if self._ours or self._widget is None or self._number < 0:
            return
        offset = self._offsets.to_code(self._widget.textCursor().position())
        self._view.set_caret(Position(self._number, offset))
