"""The moving window over a `Column`: scroll bar, wheel, keys, pages, and what is in sight.

Why apart from `ArticleView`: here is where the window stands, there is what is shown in it.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from accessreader.article import Block, Position, Span
from accessreader.qt.caret import Link, end_of
from accessreader.qt.column import Column, Placed
from accessreader.qt.gliding import Glide
from accessreader.qt.pointing import Pointing
from accessreader.qt.typography import Typography

_Key = Qt.Key
_PLAIN, _CTRL, _ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
_KEYS: Final = {
    (_Key.Key_Left, _PLAIN): ("character", False),
    (_Key.Key_Right, _PLAIN): ("character", True),
    (_Key.Key_Up, _PLAIN): ("line", False),
    (_Key.Key_Down, _PLAIN): ("line", True),
    (_Key.Key_Left, _CTRL): ("word", False),
    (_Key.Key_Right, _CTRL): ("word", True),
    (_Key.Key_Up, _CTRL): ("block", False),
    (_Key.Key_Down, _CTRL): ("block", True),
    (_Key.Key_Up, _ALT): ("sentence", False),
    (_Key.Key_Down, _ALT): ("sentence", True),
    (_Key.Key_Home, _PLAIN): ("line_start", False),
    (_Key.Key_End, _PLAIN): ("line_end", True),
    (_Key.Key_Home, _CTRL): ("start", False),
    (_Key.Key_End, _CTRL): ("end", True),
    (_Key.Key_PageUp, _PLAIN): ("page", False),
    (_Key.Key_PageDown, _PLAIN): ("page", True),
}
"""(key, held with it) → how the caret moves. Shift extends the selection.

Where NVDA or JAWS take Alt with the arrows, they go by sentences as well.
"""

_WHEEL_LINES: Final = 3
_WHEEL_NOTCH: Final = 120


class ScrollingView(QAbstractScrollArea):
    """A window over a column of blocks. The view that shows an article is made from it."""

    place_changed = Signal(object)
    zoom_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.node: object | None = None
        self.column = Column((), "en", self.measures(), wanted=bool)
        self.glide = Glide(self, self.scroll_by)
        self._pointing = Pointing(self)
        self._bar_is_ours = False
        self._zoom = 0
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self._bar_moved)
        self.verticalScrollBar().actionTriggered.connect(self._bar_stepped)

    # ── what the view that is shown says ─────────────────────────────────────────────────────────────────────────

    def measures(self) -> Typography:
        """The appearance in pixels."""
        raise NotImplementedError

    @property
    def caret(self) -> Position:
        """Where the caret stands."""
        raise NotImplementedError

    def set_caret(self, position: Position, *, select: bool = False, follow: bool = True) -> None:
        """Move the caret."""
        raise NotImplementedError

    def selection(self) -> tuple[Position, Position] | None:
        """The beginning and the end of what is selected, or None."""
        raise NotImplementedError

    def select(self, start: Position, end: Position) -> None:
        """Select from one position to another."""
        raise NotImplementedError

    def select_all(self) -> None:
        """Select everything."""
        raise NotImplementedError

    def copy(self) -> None:
        """Copy what is selected."""
        raise NotImplementedError

    def move(self, by: str, *, forward: bool = True, select: bool = False) -> None:  # type: ignore[override]
        """Move the caret."""
        raise NotImplementedError

    def link_under(self, point: QPointF) -> Link | None:
        """The link at a point of the window."""
        raise NotImplementedError

    def follow(self, link: Link) -> None:
        """Go where a link leads."""
        raise NotImplementedError

    def follow_current(self) -> bool:
        """Follow the link at the caret."""
        raise NotImplementedError

    def hover(self, link: Link | None) -> None:
        """The pointer has come to a link, or left it."""
        raise NotImplementedError

    # ── where the window stands ──────────────────────────────────────────────────────────────────────────────────

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks that are shown."""
        return self.column.blocks

    @property
    def top(self) -> Position:
        """The character at the top of the window. Only the reader's own scrolling changes it."""
        return self.column.anchor.position

    def settle(self) -> None:
        """Put window and scroll bar where the remembered place is, and paint."""
        self.column.settle()
        self._show_bar()
        self.viewport().update()

    def scroll_by(self, pixels: float) -> None:
        """The reader scrolls."""
        if not self.column.blocks:
            return
        before = self.column.anchor
        self.column.scroll(pixels)
        self._moved(before)

    def _moved(self, before: object) -> None:
        self._show_bar()
        self.viewport().update()
        if self.column.anchor != before:
            self.place_changed.emit(self.top)

    def fling(self, pixels: float) -> None:
        """Scroll on for a moment, or at once where motion is not wanted."""
        self.glide.add(pixels, smoothly=self.smooth)

    def scroll_to(self, position: Position, share: float = 0) -> None:
        """Put the line of a position at the top of the window, or at a share of its height."""
        self._go(position, share * self.viewport().height() or 0.6 * self.column.typography.em)

    def _go(self, position: Position, above: float) -> None:
        if not self.column.blocks:
            return
        before = self.column.anchor
        if position <= Position():
            self.column.go(0, -self.column.margin)
        else:
            index = self.column.parts.at(position)
            self.column.go(index, self._line_span(index, position.offset)[0] - above)
        self._moved(before)

    def _line_span(self, index: int, offset: int) -> tuple[float, float]:
        layout = self.column.layout(index)
        line = layout.line_at(offset)
        return (0.0, layout.height) if line is None else (line.top, line.bottom)

    def line_in_window(self, position: Position) -> tuple[float, float] | None:
        """The top and bottom of a position's line in the window; None when it is far away."""
        index = self.column.parts.at(position)
        placed = self.column.placed()
        if not placed or not placed[0].index - 1 <= index <= placed[-1].index + 1:
            return None
        y = placed[0].y - self.column.layout(index).height if index < placed[0].index else 0.0
        y = placed[-1].y + placed[-1].layout.height if index > placed[-1].index else y
        y = next((there.y for there in placed if there.index == index), y)
        top, bottom = self._line_span(index, position.offset)
        return (y + top, y + bottom)

    def is_visible(self, position: Position) -> bool:
        """Whether a position's line is in the window, at least in part."""
        span = self.line_in_window(position) if self.column.blocks else None
        return span is not None and span[1] > 0 and span[0] < self.viewport().height()

    def ensure_visible(self, position: Position) -> None:
        """Scroll as little as brings the line of a position into the window, with some context."""
        if not self.column.blocks:
            return
        height = self.viewport().height()
        span = self.line_in_window(position)
        if span is None:
            self._go(position, 0.25 * height)
            return
        context = max(0.0, min(self.column.typography.line(), (height - (span[1] - span[0])) / 3))
        if span[0] < context and not self.column.at_start:
            self.scroll_by(span[0] - context)
        elif span[1] > height - context:
            self.scroll_by(min(span[1] - height + context, span[0]))

    def caret_x(self, position: Position) -> float:
        """Where in the column a position stands, from its left edge."""
        index = self.column.parts.at(position)
        return self.column.layout(index).caret_rect(position.offset).x()

    def placed_at(self, y: float) -> Placed | None:
        """The part at a height of the window."""
        for placed in self.column.placed():
            if placed.y <= y < placed.y + placed.layout.height:
                return placed
        return None

    def position_at(self, point: QPointF) -> Position:
        """The position nearest to a point of the window."""
        column = self.column
        placed = column.placed()
        if not placed:
            return Position()
        here = next((there for there in placed if point.y() < there.y + there.layout.height), placed[-1])
        part = column.parts.parts[here.index]
        spot = point - QPointF(column.typography.left, here.y)
        return Position(part.block, here.layout.offset_at(spot.x(), spot.y()))

    def caret_rect(self, position: Position) -> QRectF:
        """The rectangle of a caret at a position, in the window; empty when it is far away."""
        index = self.column.parts.at(position)
        for placed in self.column.placed():
            if placed.index == index:
                rect = placed.layout.caret_rect(position.offset)
                return rect.translated(self.column.typography.left, placed.y)
        return QRectF()

    def turn_page(self, position: Position, x: float, *, forward: bool) -> Position:
        """Scroll by a window less some context; answers where a caret lands that stays where it is in the window."""
        height = self.viewport().height()
        page = max(0.5 * height, height - 2 * self.column.typography.line())
        span = self.line_in_window(position) or (0.0, 0.0)
        if self.column.at_end and forward:
            return end_of(self.column.blocks)
        if self.column.at_start and not forward:
            return Position()
        self.scroll_by(page if forward else -page)
        middle = min(max((span[0] + span[1]) / 2, 0.0), height - 1.0)
        return self.position_at(QPointF(self.column.typography.left + x, middle))

    def update_span(self, span: Span) -> None:
        """Repaint some characters, the marks round them, and a caret before them."""
        around = self.column.typography.em / 2
        for placed in self.column.placed():
            if self.column.parts.parts[placed.index].block == span.block:
                rects = (*placed.layout.rects(span.start, span.end), placed.layout.caret_rect(span.start))
                for rect in rects:
                    there = rect.translated(self.column.typography.left, placed.y)
                    self.viewport().update(there.adjusted(-around, -around, around, around).toAlignedRect())

    # ── the scroll bar ───────────────────────────────────────────────────────────────────────────────────────────

    def _show_bar(self) -> None:
        bar, column = self.verticalScrollBar(), self.column
        self._bar_is_ours = True
        if not column.blocks or (column.at_start and column.at_end):
            bar.setRange(0, 0)
        else:
            page = column.weight_in_window()
            bar.setPageStep(int(page))
            bar.setSingleStep(max(1, int(page / 12)))
            longest = max(1, int(column.parts.weight - page))
            bar.setRange(0, longest)
            value = 0 if column.at_start else min(longest - 1, max(1, round(column.weight_at())))
            bar.setValue(longest if column.at_end else value)
        self._bar_is_ours = False

    def _bar_stepped(self, _action: int) -> None:
        self.glide.stop()

    def _bar_moved(self, value: int) -> None:
        if self._bar_is_ours or not self.column.blocks:
            return
        before = self.column.anchor
        if value >= self.verticalScrollBar().maximum():
            self.column.go(len(self.column.parts) - 1, self.column.layout(len(self.column.parts) - 1).height)
        else:
            self.column.go_to_weight(value)
        self._moved(before)

    # ── keys, wheel, mouse ───────────────────────────────────────────────────────────────────────────────────────

    @property
    def smooth(self) -> bool:
        """Whether the text glides where it could jump."""
        return self.column.typography.appearance.smooth_scrolling

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret, turn the page, follow a link, copy."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = Qt.KeyboardModifier.ShiftModifier
        step = _KEYS.get((_Key(event.key()), modifiers & ~shift))
        if step:
            self.glide.stop()
            self.move(step[0], forward=step[1], select=bool(modifiers & shift))
        elif event.key() == _Key.Key_Space and not modifiers & ~shift:
            self.move("page", forward=not modifiers & shift)
        elif not self._press_other(event):
            event.ignore()  # a scrolling area would keep every arrow, Alt+Left too

    def _press_other(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif event.key() in (_Key.Key_Return, _Key.Key_Enter) and not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier
        ):
            return self.follow_current()
        else:
            return False
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl wish for larger or smaller text."""
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom += turned
            steps = int(self._zoom / _WHEEL_NOTCH)
            self._zoom -= steps * _WHEEL_NOTCH
            if steps:
                self.zoom_wanted.emit(steps)
        elif not event.pixelDelta().isNull():
            self.glide.stop()
            self.scroll_by(-event.pixelDelta().y())
        elif turned:
            notch = min(_WHEEL_LINES * self.column.typography.line(), 0.4 * self.viewport().height())
            self.glide.add(-turned / _WHEEL_NOTCH * notch, smoothly=self.smooth)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """See `pointing`."""
        self.glide.stop()
        self._pointing.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """See `pointing`."""
        self._pointing.double(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """See `pointing`."""
        self._pointing.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """See `pointing`."""
        self._pointing.release(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer has left."""
        super().leaveEvent(event)
        self._pointing.leave()
