"""Ctrl alone silences: pressed and let go with nothing between, as readers know it from every screen reader."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from accessreader.qt.watching import Watcher

_ENDS_IT: Final = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.WindowDeactivate,
        QEvent.Type.Shortcut,
        QEvent.Type.ShortcutOverride,
    }
)


class HushKey(Watcher):
    """Calls `hush` when Ctrl was pressed alone, anywhere in the program, while it is told to watch."""

    def __init__(self, parent: QObject, hush: Callable[[], object]) -> None:
        super().__init__(parent)
        self._hush = hush
        self._armed = False

    def watch(self, *, on: bool) -> None:
        """Begin to watch, or cease to."""
        if on != self.watching:
            self._armed = False
        super().watch(on=on)

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
