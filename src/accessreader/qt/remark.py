"""A line in a dialog that says what has come of something: seen there, and heard at the control that has the focus.

Why not the status line: a screen reader tells a notification in a dialog with the name of the dialog before it, each
time. What is new of the control that has the focus is told alone.
"""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from accessreader.qt.announce import tell
from accessreader.qt.screens import ORCA_HEARS
from accessreader.qt.words import Label


class Remark(Label):
    """The words that were said last, empty at first."""

    def __init__(self) -> None:
        super().__init__()
        self._at: QWidget | None = None

    def say(self, words: str) -> None:
        """Show words and let assistive technology say them; what was said before is said no more."""
        self.setText(words)
        if self._at is not None and isValid(self._at):
            self._at.setAccessibleDescription("")
        self._at = self.window().focusWidget() or self.window()
        self._at.setAccessibleDescription(words)
        if QAccessible.isActive() and QGuiApplication.platformName() not in ORCA_HEARS:
            tell(self, words, assertive=True)
