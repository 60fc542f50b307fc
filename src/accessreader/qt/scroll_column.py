"""A column that scrolls one way when it is higher than its place, and shows whatever has the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

_AROUND: int = 24


class ScrollColumn(QScrollArea):
    """Put things into `column`. The keyboard does not stop at the area itself: it stops at what is in it."""

    def __init__(self, *, gap: int = 12) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(16, 14, 16, 16)
        self.column.setSpacing(gap)
        self.setWidget(content)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._reveal)

    def _reveal(self, _old: QWidget | None, now: QWidget | None) -> None:
        content = self.widget()
        if now is not None and content is not None and content.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, _AROUND)


def filled(widget: QWidget, *, gap: int = 12) -> ScrollColumn:
    """A scrolling column that is all there is in a widget."""
    area = ScrollColumn(gap=gap)
    outer = QVBoxLayout(widget)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    return area
