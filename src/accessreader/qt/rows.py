"""A list of rows that wrap: a title, under it what else is known. One for links, pages, keys, and what was taken out.

Arrows walk it, letters filter it where there is a field for them, Enter opens a row. A screen reader hears title and
detail of each row, and its place in the list.

Why rows are laid out some hundred at a time: a long article has thousands of links, each of which may wrap, and whoever
opens their list hears and walks it at once. A row that surely holds in one line is not broken into lines at all.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QHideEvent, QPainter, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from accessreader.language import fold
from accessreader.qt.palette import QUIET
from accessreader.qt.style import grown
from accessreader.qt.words import HEADING_SCALE, WrappedText

_Index = QModelIndex | QPersistentModelIndex
_LEAST_LINES: Final = 3.5
_ROW: Final = Qt.ItemDataRole.UserRole
_AT_A_TIME: Final = 200
"""Rows that are laid out before the keyboard is heard again."""
_PLAIN: Final = re.compile(r"[ -\u052f\u2010-\u2026\u2116]*")
"""Letters that a reading face has, so that each line of them is as high as any other."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row. `heading` is shown over the rows that follow; it cannot be chosen. `said` is heard instead of the rest.

    `depth` is how deep it lies below others: so many steps to the right.
    """

    title: str
    detail: str = ""
    heading: bool = False
    said: str = ""
    depth: int = 0

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return self.said or ", ".join(part for part in (self.title, self.detail) if part)


class RowModel(QAbstractListModel):
    """The rows that are left after filtering; `choosable` are the places, among them, of those that are no headings."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._folded: list[str] = []
        self._left: list[int] = []
        self.choosable: list[int] = []

    def put(self, rows: Iterable[Row]) -> None:
        """Show other rows, all of them."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._folded = []
        self._leave(range(len(self._rows)))
        self.endResetModel()

    def filter(self, words: str) -> None:
        """Leave the rows in which all of the words stand, whatever their case and look-alike letters."""
        wanted = fold(words).split()
        if wanted and not self._folded:
            self._folded = fold("\n".join(row.spoken.replace("\n", " ") for row in self._rows)).split("\n")
        self.beginResetModel()
        self._leave(
            number
            for number, row in enumerate(self._rows)
            if not wanted or (not row.heading and all(word in self._folded[number] for word in wanted))
        )
        self.endResetModel()

    def _leave(self, numbers: Iterable[int]) -> None:
        self._left = list(numbers)
        self.choosable = [at for at in range(len(self._left)) if not self.row(at).heading]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's way
        """How many are left."""
        return 0 if parent.isValid() else len(self._left)

    def row(self, at: int) -> Row:
        """The row at a place among those left."""
        return self._rows[self._left[at]]

    def number(self, at: int) -> int:
        """The number, among all rows, of the one at a place among those left."""
        return self._left[at]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row's text for Qt, its words for assistive technology, itself for the delegate."""
        if not index.isValid():
            return None
        row = self.row(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        return row if role == _ROW else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if index.isValid() and self.row(index.row()).heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class _Measures:
    """Of a font: its metrics, the height of a line, the room round a row, the least height of one, a step of depth."""

    def __init__(self, font: QFont) -> None:
        self.metrics = QFontMetricsF(font)
        self.line = WrappedText("Ағ", font, 1000.0).height
        self.pad, self.least, self.step = (grown(length, font) for length in (10, 40, 22))

    def indent(self, row: Row, width: int) -> int:
        """How far a row stands to the right; never so far that there is no room for words."""
        return min(row.depth * self.step, width // 3)

    def holds_in_lines(self, row: Row, room: float) -> int:
        """How many lines a row surely is when nothing of it wraps; 0 where that is not sure."""
        parts = [part for part in (row.title, row.detail) if part]
        sure = not row.heading and all(
            _PLAIN.fullmatch(part) and self.metrics.horizontalAdvance(part) < room for part in parts
        )
        return max(1, len(parts)) if sure else 0


class _RowDelegate(QStyledItemDelegate):
    """Paints a row; title and detail wrap."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._font = ""
        self._measured = _Measures(QFont())

    def _measures(self, font: QFont) -> _Measures:
        """The measures of a font: kept, as Qt asks for each row."""
        if font.key() != self._font:
            self._font, self._measured = font.key(), _Measures(font)
        return self._measured

    def _texts(self, row: Row, font: QFont, width: int) -> tuple[WrappedText, WrappedText | None]:
        title = QFont(font)
        title.setBold(row.heading)
        if row.heading:
            title.setPointSizeF(font.pointSizeF() * HEADING_SCALE)
        detail = WrappedText(row.detail, font, width) if row.detail else None
        return WrappedText(row.title, title, width), detail

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As wide as the list, as high as the lines."""
        view, font = option.widget, option.font
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        row: Row = index.data(_ROW)
        measures = self._measures(font)
        room = width - 2 * measures.pad - measures.indent(row, width)
        if lines := measures.holds_in_lines(row, room):
            height = lines * measures.line
        else:
            title, detail = self._texts(row, font, room)
            height = title.height + (detail.height if detail else 0)
        return QSize(width, max(measures.least, round(height + 2 * measures.pad)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The row: the present one on the ground of a selection."""
        row: Row = index.data(_ROW)
        colours = option.palette
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        place: QRect = option.rect
        painter.save()
        if chosen:
            painter.fillRect(place, colours.color(QPalette.ColorRole.Highlight))
        measures = self._measures(option.font)
        pad = measures.pad
        left = pad + measures.indent(row, place.width())
        title, detail = self._texts(row, option.font, place.width() - pad - left)
        painter.setPen(colours.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text))
        title.paint(painter, place.left() + left, place.top() + pad)
        if detail is not None:
            painter.setPen(colours.color(QPalette.ColorRole.HighlightedText if chosen else QUIET))
            detail.paint(painter, place.left() + left, place.top() + pad + title.height)
        painter.restore()


def lines_high(font: QFont) -> QSize:
    """The least size of something that shows lines of text and scrolls."""
    return QSize(60, max(120, round(QFontMetricsF(font).height() * _LEAST_LINES)))


class RowList(QListView):
    """The list. Its signals carry the number of a row among all rows, whatever the filter."""

    opened = Signal(int)
    turned = Signal(int)

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._model = RowModel(self)
        self._waiting = -1
        self._sought = False
        self.setModel(self._model)
        self.setItemDelegate(_RowDelegate(self))
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_AT_A_TIME)
        self.setTabKeyNavigation(False)
        self.activated.connect(lambda index: self.opened.emit(self._model.number(index.row())))

    def minimumSizeHint(self) -> QSize:
        """Some lines high, whatever the size of the letters."""
        return lines_high(self.font())

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show other rows; the first that can be chosen is the present one."""
        self._model.put(rows)
        self._choose_first()

    def filter(self, words: str) -> None:
        """Leave the rows with these words."""
        self._model.filter(words)
        self._choose_first()

    def _choose_first(self) -> None:
        self._waiting = -1
        if self._model.choosable:
            self._point(self._model.choosable[0])

    def _point(self, at: int) -> None:
        """Make the row at a place among those left the present one, once the list can be seen.

        Why not sooner: Qt tells assistive technology that the current row of any list has the focus, and so of lists
        that are not there.
        """
        if self.isVisible():
            self.setCurrentIndex(self._model.index(at))
            self._sought = True
        else:
            self._waiting = self._model.number(at)

    def showEvent(self, event: QShowEvent) -> None:
        """Point at the row that is the present one."""
        super().showEvent(event)
        if self._waiting >= 0 and not self.currentIndex().isValid():
            self.choose(self._waiting)

    def hideEvent(self, event: QHideEvent) -> None:
        """Point at no row as long as nobody sees the list."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._waiting = self.present
            self.setCurrentIndex(QModelIndex())

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell which row is the present one."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.turned.emit(self._model.number(current.row()))

    def updateGeometries(self) -> None:  # noqa: N802 - Qt calls it
        """More rows are laid out: where the present one is among them by now, bring it into sight."""
        super().updateGeometries()
        if self._sought and self.visualRect(self.currentIndex()).isValid():
            self._sought = False
            self.scrollTo(self.currentIndex())

    @property
    def present(self) -> int:
        """The number of the present row among all rows, or -1."""
        index = self.currentIndex()
        return self._model.number(index.row()) if index.isValid() else self._waiting

    @property
    def place(self) -> tuple[int, int]:
        """(The place of the present row among those that can be chosen, from 1; how many these are)."""
        chosen, at = self._model.choosable, self.currentIndex().row()
        place = bisect_left(chosen, at)
        return (place + 1 if chosen[place : place + 1] == [at] else 0, len(chosen))

    @property
    def present_row(self) -> Row:
        """The present row; an empty one where there is none."""
        index = self.currentIndex()
        return self._model.row(index.row()) if index.isValid() else Row("")

    def choose(self, number: int) -> None:
        """Make a row the present one, if the filter has left it."""
        for at in range(self._model.rowCount()):
            if self._model.number(at) == number:
                self._point(at)

    def rows_left(self) -> Sequence[Row]:
        """The rows that the filter has left, headings aside."""
        return [self._model.row(at) for at in self._model.choosable]

    def open_present(self) -> None:
        """Open the present row, as Enter does."""
        if self.present >= 0:
            self.opened.emit(self.present)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
