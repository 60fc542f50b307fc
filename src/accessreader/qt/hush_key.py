"""Ctrl alone silences: pressed and let go with nothing between, as readers know it from every screen reader."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

_ENDS_IT: Final = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.WindowDeactivate,
        QEvent.Type.Shortcut,
        QEvent.Type.ShortcutOverride,
    }
)


class HushKey(QObject):
    """Calls `hush` when Ctrl was pressed alone, anywhere in the program, while it is told to watch.

    Why it does not always watch: it sees every event of the program, and each costs a little.
    """

    def __init__(self, parent: QObject, hush: Callable[[], object]) -> None:
        super().__init__(parent)
        self._hush = hush
        self._armed = False
        self._watching = False

    def watch(self, *, on: bool) -> None:
        """Begin to watch, or cease to."""
        application = QApplication.instance()
        if on == self._watching or application is None:
            return
        self._watching, self._armed = on, False
        if on:
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Watch, and swallow nothing."""
        kind = event.type()
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Control:
            if kind == QEvent.Type.KeyPress and not event.isAutoRepeat():
                self._armed = not event.modifiers() & ~Qt.KeyboardModifier.ControlModifier
            elif kind == QEvent.Type.KeyRelease and self._armed:
                self._armed = False
                self._hush()
        elif kind == QEvent.Type.KeyPress or kind in _ENDS_IT:
            self._armed = False
        return False
