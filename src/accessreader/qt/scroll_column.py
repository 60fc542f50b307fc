"""A column that scrolls one way when it is higher than its place, and shows whatever has the focus."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from accessreader.qt.style import grown

_AROUND: int = 24
_LEAST_STRIP: int = 64


class ScrollColumn(QScrollArea):
    """Put things into `column`. The keyboard does not stop at the area itself: it stops at what is in it."""

    def __init__(self, *, gap: int = 12) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.content = QWidget()
        self.column = QVBoxLayout(self.content)
        self.column.setContentsMargins(16, 14, 16, 16)
        self.column.setSpacing(gap)
        self.setWidget(self.content)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._reveal)

    def sizeHint(self) -> QSize:
        """Wide enough for a panel beside an article."""
        return QSize(grown(380, self.font()), grown(600, self.font()))

    def _reveal(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and isValid(self) and self.content.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, _AROUND)


def filled(widget: QWidget, *, gap: int = 12) -> ScrollColumn:
    """A scrolling column that is all there is in a widget."""
    area = ScrollColumn(gap=gap)
    outer = QVBoxLayout(widget)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    return area


class Strip(ScrollColumn):
    """A strip of a window: as high as what is in it, but no more than half of the window, which is the article's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap=8)
        if parent is not None:
            self.setParent(parent)
        self.column.setContentsMargins(12, 8, 12, 8)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._window: QWidget | None = None

    def fit(self) -> None:
        """Take the height that goes with the width, and with the window."""
        window = self.window()
        if window is not self._window:
            window.installEventFilter(self)
            self._window = window
        width = self.width() if self.width() > 0 else window.width()
        needed = self.column.heightForWidth(width)
        most = max(_LEAST_STRIP, window.height() // 2)
        if needed > most:
            bar = self.style().pixelMetric(self.style().PixelMetric.PM_ScrollBarExtent, None, self)
            needed = self.column.heightForWidth(max(1, width - bar))
        self.setFixedHeight(max(1, min(most, needed)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go with the window's height, and with the contents."""
        changes = (QEvent.Type.Resize, QEvent.Type.LayoutRequest)
        if event.type() in changes and self.isVisible() and watched in (self._window, self.content):
            self.fit()
        return super().eventFilter(watched, event)


def order_tabs(layout: QLayout) -> None:
    """Let Tab go through a layout as the eye does, whatever was made first."""
    stops = list(_stops(layout))
    for earlier, later in pairwise(stops):
        QWidget.setTabOrder(earlier, later)


def _stops(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget = item.widget() if item is not None else None
        inner = item.layout() if item is not None and widget is None else None
        if widget is not None:
            inner = widget.layout()
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                yield widget
        if inner is not None:
            yield from _stops(inner)
