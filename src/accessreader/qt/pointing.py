"""What the mouse does in the article: click, drag, double and triple click, links on release, wheel.

A link is followed when the button goes up on the link on which it went down: to move away is to change one's mind.
A finger on a touch screen scrolls where a mouse would select, and the text glides on when it lets go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent, QPointingDevice

from accessreader.article import Position
from accessreader.qt.caret import Link, clamped, word_at
from accessreader.qt.column import Column

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_TICK: Final = 30
"""Milliseconds between two steps of scrolling while dragging beyond the window."""


_FLING: Final = 12
"""How many of its last steps the text goes on by itself."""


def _is_finger(event: QMouseEvent) -> bool:
    return event.pointerType() == QPointingDevice.PointerType.Finger


class Pointed(Protocol):
    """What pointing needs of the view."""

    column: Column

    def viewport(self) -> QWidget:
        """The widget that is painted."""

    def position_at(self, point: QPointF) -> Position:
        """The nearest position to a point of the window."""

    def link_under(self, point: QPointF) -> Link | None:
        """The link at a point of the window."""

    def set_caret(self, position: Position, *, select: bool = False, follow: bool = True) -> None:
        """Move the caret."""

    def select(self, start: Position, end: Position) -> None:
        """Select from one position to another."""

    def scroll_by(self, pixels: float) -> None:
        """Scroll."""

    def fling(self, pixels: float) -> None:
        """Scroll on for a moment."""

    def follow(self, link: Link) -> None:
        """Go where a link leads."""

    def hover(self, link: Link | None) -> None:
        """The pointer has come to a link, or left it."""


class Pointing:
    """The state of the mouse over one view."""

    def __init__(self, view: Pointed) -> None:
        self._view = view
        self._link: Link | None = None
        self._down: QPointF | None = None
        self._dragging = False
        self._clicks = 0
        self._last = QPoint()
        self._since_double = QTimer(view.viewport())
        self._since_double.setSingleShot(True)
        self._ticks = QTimer(view.viewport())
        self._ticks.setInterval(_TICK)
        self._ticks.timeout.connect(self._tick)
        self._speed = 0.0
        self._where = QPointF()
        self._fling = 0.0

    def press(self, event: QMouseEvent) -> None:
        """The button goes down."""
        if event.button() != Qt.MouseButton.LeftButton or not self._view.column.blocks:
            return
        point = event.position()
        if self._since_double.isActive() and (point.toPoint() - self._last).manhattanLength() < 8:
            self._select_block(point)
            return
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._down, self._dragging = point, False
        self._where, self._fling = point, 0.0
        self._link = None if extend else self._view.link_under(point)
        self._view.set_caret(self._view.position_at(point), select=extend, follow=False)

    def double(self, event: QMouseEvent) -> None:
        """The second click: the word."""
        if event.button() != Qt.MouseButton.LeftButton or not self._view.column.blocks:
            return
        self._link = self._down = None
        self._last = event.position().toPoint()
        self._since_double.start(QGuiApplication.styleHints().mouseDoubleClickInterval())
        self._view.select(*word_at(self._view.column, self._view.position_at(event.position())))

    def _select_block(self, point: QPointF) -> None:
        self._since_double.stop()
        self._down = self._link = None
        block = self._view.position_at(point).block
        self._view.select(Position(block, 0), clamped(self._view.column.blocks, Position(block, 1 << 40)))

    def move(self, event: QMouseEvent) -> None:
        """The pointer moves, with or without the button."""
        point = event.position()
        if self._down is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._hover(point)
            return
        far = (point - self._down).manhattanLength() >= QGuiApplication.styleHints().startDragDistance()
        if not self._dragging and not far:
            return
        self._dragging = True
        if _is_finger(event):
            self._drag_text(point)
            return
        self._where = point
        self._view.set_caret(self._view.position_at(point), select=True, follow=False)
        height = self._view.viewport().height()
        self._speed = point.y() / 3 if point.y() < 0 else max(0.0, (point.y() - height) / 3)
        if self._speed and not self._ticks.isActive():
            self._ticks.start()
        elif not self._speed:
            self._ticks.stop()

    def _drag_text(self, point: QPointF) -> None:
        moved = self._where.y() - point.y()
        self._where, self._fling = point, 0.5 * (self._fling + moved)
        self._view.scroll_by(moved)

    def _tick(self) -> None:
        self._view.scroll_by(self._speed)
        self._view.set_caret(self._view.position_at(self._where), select=True, follow=False)

    def release(self, event: QMouseEvent) -> None:
        """The button goes up."""
        self._ticks.stop()
        link, self._link = self._link, None
        dragged, self._dragging, self._down = self._dragging, False, None
        if dragged and _is_finger(event):
            self._view.fling(self._fling * _FLING)
        clicked = event.button() == Qt.MouseButton.LeftButton and not dragged
        if clicked and link and self._view.link_under(event.position()) == link:
            self._view.follow(link)

    def leave(self) -> None:
        """The pointer has left the view."""
        self._view.hover(None)

    def _hover(self, point: QPointF) -> None:
        link = self._view.link_under(point)
        self._view.hover(link)
        shape = Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.IBeamCursor
        self._view.viewport().setCursor(shape)
