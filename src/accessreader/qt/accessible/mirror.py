"""The text interface of the leaf with the caret: that of a text widget that is never shown.

Why a mirror: attributes and selections of a text interface cannot be written in Python, and without them a screen
reader says nothing when the caret goes from line to line. So the leaf with the caret lends the text interface of a
text widget which holds the same text, wrapped lines as line feeds, the same manners of letters, and the same caret.
"""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from accessreader.article import Position, Span
from accessreader.qt.accessible.text import runs_of, spoken
from accessreader.qt.offsets import Offsets
from accessreader.qt.scrolling import ScrollingView

_NOTHING: Final[tuple[Span, int, object, object]] = (Span(-1, 0, 0), -1, None, None)


class Mirror:
    """A text widget that is never shown, with the text and the caret of the leaf in which the caret is."""

    def __init__(self, view: ScrollingView) -> None:
        self._view = view
        self._widget: QPlainTextEdit | None = None
        self._control: QObject | None = None
        self._offsets = Offsets("")
        self._held = _NOTHING
        """What the text was made of: it is made anew when any of it is another."""
        self._ours = False

    def forget(self) -> None:
        """Another article."""
        self._held = _NOTHING

    @property
    def _span(self) -> Span:
        return self._held[0]

    def units(self, position: Position, span: Span) -> int:
        """A position of the mirrored text in Qt's units."""
        self._follow(span)
        return self._offsets.to_units(position.offset - span.start)

    def selection(self, span: Span) -> tuple[int, int]:
        """What is selected of a text, in Qt's units."""
        cursor = self._follow(span).textCursor()
        return cursor.selectionStart(), cursor.selectionEnd()

    def text_interface(self, span: Span) -> Any:
        """The address of the native text interface, brought up to the text and the caret."""
        widget = self._follow(span)
        interface = QAccessible.queryAccessibleInterface(widget)
        return interface.interface_cast(QAccessible.InterfaceType.TextInterface)

    def _follow(self, span: Span) -> QPlainTextEdit:
        widget = self._widget if self._widget is not None else self._make()
        self._be_silent(silent=True)
        column = self._view.column
        caret = self._view.caret
        part = column.parts.at(caret if caret.block == span.block else Position(span.block, span.start))
        held = (span, part, column, column.typography)
        if held[:2] != self._held[:2] or any(
            one is not other for one, other in zip(held[2:], self._held[2:], strict=True)
        ):
            text = spoken(self._view, span, part)
            widget.setPlainText(text)
            self._offsets = Offsets(text)
            self._held = held
            self._set_manners(widget)
        self._set_caret(widget)
        self._be_silent(silent=False)
        return widget

    def _set_manners(self, widget: QPlainTextEdit) -> None:
        """Letters as they are: a screen reader can be asked for them."""
        at = 0
        cursor = widget.textCursor()
        for run in runs_of(self._view.blocks[self._span.block], self._span):
            start, at = at, at + len(run.text)
            if start == at or not (run.strong or run.emphasis or run.href):
                continue
            manner = QTextCharFormat()
            if run.strong:
                manner.setFontWeight(QFont.Weight.Bold)
            manner.setFontItalic(run.emphasis)
            manner.setFontUnderline(run.href is not None)
            cursor.setPosition(self._offsets.to_units(start))
            cursor.setPosition(self._offsets.to_units(at), QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(manner)

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
        end = self._offsets.to_units(min(max(0, caret.offset - self._span.start), self._offsets.length))
        start = end
        if chosen is not None:
            other = chosen[0] if chosen[1] == caret else chosen[1]
            edge = 0 if other < caret else self._offsets.length
            here = other.block == self._span.block and self._span.start <= other.offset <= self._span.end
            start = self._offsets.to_units(other.offset - self._span.start if here else edge)
        cursor = widget.textCursor()
        if (cursor.anchor(), cursor.position()) != (start, end):
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            widget.setTextCursor(cursor)

    def _moved_from_outside(self) -> None:
        """A screen reader has moved the mirror's caret: ours goes along."""
        if self._ours or self._widget is None or self._span.block < 0:
            return
        offset = self._offsets.to_code(self._widget.textCursor().position())
        self._view.set_caret(Position(self._span.block, self._span.start + offset))
