"""Seeing every event of the program, for a while."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication


class Watcher(QObject):
    """Its `eventFilter` is asked of every event of the program while it watches.

    Why it does not always watch: each event then costs a little.

    Attributes:
        watching: whether it does.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.watching = False

    def watch(self, *, on: bool) -> None:
        """Begin to watch, or cease to."""
        application = QApplication.instance()
        if on == self.watching or application is None:
            return
        self.watching = on
        if on:
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)
