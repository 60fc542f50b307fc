"""The menu bar: F10 opens it, and so does Alt when it is pressed and released alone.

Why not Alt beside a screen reader of Linux: there every key goes to the reader first and comes to the window a second
time, later. The release of one Alt+K then arrives when the next Alt is down already, Qt takes it for the release of
that one, and the menu opens by itself in the midst of reading.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QMenuBar, QWidget

from accessreader.qt.screens import ORCA_HEARS


class MenuBar(QMenuBar):
    """A menu bar to which Alt leads only where keys come once; `platform` is Qt's name of the screen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.platform = QGuiApplication.platformName()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hide Alt from the bar where it comes twice."""
        if (
            isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Alt, Qt.Key.Key_Meta)
            and self.platform in ORCA_HEARS
            and QAccessible.isActive()
        ):
            return False
        return super().eventFilter(watched, event)
