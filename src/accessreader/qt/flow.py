"""A row that becomes several when there is no room: controls side by side, from left to right, as wide as they wish."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lays controls out like words. `filling` gives all of a row the same share of it."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6, *, filling: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._filling = filling
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def addItem(self, item: QLayoutItem) -> None:
        """Take in one more."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item of a number, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """A narrow flow has more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all the rows in a width; Qt asks often, so it is kept until something changes."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), moving=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Something in it has changed."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Lay out within a rectangle."""
        super().setGeometry(rect)
        self._arrange(rect, moving=True)

    def sizeHint(self) -> QSize:
        """All in one row."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        """The widest of its items, all below each other being possible."""
        shown = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(
            max((size.width() for size in shown), default=0),
            max((size.height() for size in shown), default=0),
        )

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, int]]]:
        """The items of each row, with their widths."""
        shown = [item for item in self._items if not item.isEmpty()]
        wishes = [max(item.minimumSize().width(), min(item.sizeHint().width(), width)) for item in shown]
        if self._filling and shown:
            columns = max(1, min(len(shown), (width + self.spacing()) // (max(wishes) + self.spacing())))
            share = (width - self.spacing() * (columns - 1)) // columns
            return [[(item, share) for item in shown[at : at + columns]] for at in range(0, len(shown), columns)]
        rows: list[list[tuple[QLayoutItem, int]]] = []
        left = -1
        for item, wish in zip(shown, wishes, strict=True):
            if not rows or wish > left:
                rows.append([])
                left = width
            rows[-1].append((item, wish))
            left -= wish + self.spacing()
        return [self._stretched(row, width) for row in rows]

    def _stretched(self, row: list[tuple[QLayoutItem, int]], width: int) -> list[tuple[QLayoutItem, int]]:
        """The row with what is left of the width given to the first item that expands."""
        left = width - sum(wish for _item, wish in row) - self.spacing() * (len(row) - 1)
        for number, (item, wish) in enumerate(row):
            if item.expandingDirections() & Qt.Orientation.Horizontal:
                return [*row[:number], (item, wish + left), *row[number + 1 :]]
        return row

    def _arrange(self, rect: QRect, *, moving: bool) -> int:
        top = rect.top()
        rows = self._rows(rect.width())
        for row in rows:
            heights = [_height(item, width) for item, width in row]
            tallest = max(heights)
            left = rect.left()
            for (item, width), height in zip(row, heights, strict=True):
                if moving:
                    down = 0 if self._filling else (tallest - height) // 2
                    size = QSize(width, tallest if self._filling else height)
                    item.setGeometry(QRect(QPoint(left, top + down), size))
                left += width + self.spacing()
            top += tallest + self.spacing()
        return top - rect.top() - (self.spacing() if rows else 0)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
