"""An address or a saved page, dropped on the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget


class DropPlace(QObject):
    """Calls `opened` with what is dropped on a widget."""

    def __init__(self, widget: QWidget, opened: Callable[[str], object]) -> None:
        super().__init__(widget)
        self._opened = opened
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what comes, if it can be an address."""
        if not isinstance(event, QDropEvent):  # QDragEnterEvent is one too
            return super().eventFilter(watched, event)
        content = event.mimeData()
        if event.type() == QEvent.Type.DragEnter and (content.hasUrls() or content.hasText()):
            event.acceptProposedAction()
        elif event.type() == QEvent.Type.Drop:
            event.acceptProposedAction()
            self._opened((content.urls()[0].toString() if content.hasUrls() else content.text()).strip())
        return event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop)
