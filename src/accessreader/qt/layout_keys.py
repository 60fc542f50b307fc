"""What is left of the keys of a window: those of another alphabet, and those of commands that cannot be done just now.

Where no layout with Latin letters is set up, Ctrl+F is Ctrl with the key that has А on it.

Why it is ours to do: Qt looks for the Latin letter of a key in the other layouts of the keyboard, and finds none where
Kazakh or Russian is the only one, as on a machine in a hall. A press that nobody wanted comes to the window at last:
here it calls the command whose key lies at its place. Where Qt has found a letter, nothing comes here.

Why a command that cannot be done says so: whoever does not see that Back is grey would press on into silence.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent

from accessreader.qt.key_names import not_possible, pressed
from accessreader.qt.window import Window

_LATIN_ENDS = 0x7F


class LayoutKeys(QObject):
    """Hears what is left of the keys of one window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Call the command of a key whose letter is of another alphabet; say it of one that cannot be done."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        command = self._window.services.keys.holder(key) if (key := pressed(event)) else None
        action = self._window.actions_by_name.get(command.name) if command is not None else None
        if command is None or action is None:
            return False
        if not action.isEnabled():
            self._window.say(not_possible(command))
            return True
        if not _LATIN_ENDS < event.key() <= 0x10FFFF:
            return False
        action.trigger()
        return True
