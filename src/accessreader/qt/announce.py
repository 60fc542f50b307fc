"""Saying something to whoever listens, without moving the focus.

::

    StatusLine       a status bar                  Orca reads it at a key of its own
      Saying         a notification: its words     told as "now showing" each time something is said

Why a notification in a status bar: Orca before 45.2, which Debian 12 has, hears no announcement event. Every Orca
speaks a notification that begins to show, and of one in a status bar it says the words alone. Elsewhere (NVDA,
VoiceOver) the announcement event is what is heard. Never both: Orca of today would say everything twice.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QGuiApplication
from PySide6.QtWidgets import QAccessibleWidget, QHBoxLayout, QLabel, QSizePolicy, QWidget

ORCA_HEARS: Final = ("xcb", "wayland")
"""Qt's names of the screens on which Orca is the screen reader."""


class Saying(QLabel):
    """The words that were said last."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.node: QAccessibleWidget | None = None
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setContentsMargins(12, 4, 12, 6)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)


class StatusLine(QWidget):
    """The last line of the window: shows what was said last, and lets assistive technology say it.

    `said` carries the words, for whoever says them otherwise.
    """

    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.node: QAccessibleWidget | None = None
        self._saying = Saying(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._saying)

    def text(self) -> str:
        """What was said last."""
        return self._saying.text()

    def say(self, words: str, *, assertive: bool = False) -> None:
        """Show words and let them be said, after what is being said now or, when assertive, instead of it."""
        self._saying.setText(words)
        self._saying.setAccessibleName(words)
        self.setAccessibleDescription(words)
        if words and QAccessible.isActive():
            tell(self._saying, words, assertive=assertive)
        self.said.emit(words)


def tell(widget: QWidget, words: str, *, assertive: bool) -> None:
    """Let assistive technology say words that the widget now shows."""
    if QGuiApplication.platformName() in ORCA_HEARS:
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.ObjectShow))
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if assertive else politeness.Polite)
    QAccessible.updateAccessibility(event)


def status_node(part: Saying | StatusLine) -> QAccessibleWidget:
    """How assistive technology sees a part of the status line, which keeps it for as long as it lives."""
    role = QAccessible.Role.Notification if isinstance(part, Saying) else QAccessible.Role.StatusBar
    part.node = QAccessibleWidget(part, role)
    return part.node
