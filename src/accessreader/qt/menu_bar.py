"""The menu bar: F10 opens it, and so does Alt when it is pressed and released alone.

Why Qt's own is not enough: beside a screen reader every key goes to the reader first and comes to the window a second
time, later. The release of one Alt+K then arrives when the next Alt is down already, Qt takes it for the release of
that one, and the menu opens by itself in the midst of reading. A press is told at once; only a release that is told at
once too, and is no older than the press, belongs to it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenuBar, QWidget


class MenuBar(QMenuBar):
    """A menu bar to which no Alt leads that is a part of another key."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pressed = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hide from the bar the releases of Alt that are not those of its last press."""
        if isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Alt, Qt.Key.Key_Meta):
            if event.type() == QEvent.Type.ShortcutOverride:
                self._pressed = event.timestamp()
            elif event.type() == QEvent.Type.KeyRelease and not self._is_own(event):
                return False
        return super().eventFilter(watched, event)

    def _is_own(self, release: QKeyEvent) -> bool:
        return release.spontaneous() and release.timestamp() >= self._pressed
