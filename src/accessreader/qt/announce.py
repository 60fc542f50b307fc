"""Saying something to whoever listens, without moving the focus.

::

    StatusLine       a status bar                  Orca reads it at a key of its own
      Saying         a notification: its words     told as "now showing" each time something is said

Why a notification in a status bar: Orca before 45.2, which Debian 12 has, hears no announcement event. Every Orca
speaks a notification that begins to show, and of one in a status bar it says the words alone. Elsewhere (NVDA,
VoiceOver) the announcement event is what is heard. Never both: Orca of today would say everything twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QGuiApplication,
    QHideEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QAccessibleWidget,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from accessreader.messages import current_language
from accessreader.qt.screens import ORCA_HEARS
from accessreader.qt.words import Aside

AFTER_A_DELUGE_MS: Final = 700
"""How long a screen reader is given when the language has changed, and all has another name: until it has taken that
in, Orca passes over what begins to show."""


class Saying(QLabel):
    """The words that were said last."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.node: QAccessibleWidget | None = None
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setContentsMargins(12, 4, 12, 6)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._was_put_away = False

    def hideEvent(self, event: QHideEvent) -> None:
        """Put away, as in a window that has become small."""
        self._was_put_away = not event.spontaneous()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Come back without the old words: Orca would say them again."""
        if self._was_put_away:
            self.clear()
            self.setAccessibleName("")
        super().showEvent(event)


class StatusLine(QWidget):
    """The last line of the window: shows what was said last, and lets assistive technology say it.

    `said` carries the words, for whoever says them otherwise.
    """

    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.node: QAccessibleWidget | None = None
        self._language = ""
        self._saying = Saying(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._saying)

    def text(self) -> str:
        """What was said last."""
        return self._saying.text()

    def say(self, words: str, *, assertive: bool = False, heard: bool = False) -> None:
        """Show words and let them be said, after what is being said now or, when assertive, instead of it.

        `heard`: assistive technology has said as much already, of the control that has the focus.
        """
        self._saying.setText(words)
        self._saying.setAccessibleName(words)
        self.setAccessibleDescription(words)
        if words and not heard and QAccessible.isActive():
            told = partial(tell, self._saying, words, assertive=assertive)
            QTimer.singleShot(AFTER_A_DELUGE_MS, self, told) if self._has_other_words() else told()
        self.said.emit(words)

    def _has_other_words(self) -> bool:
        """Whether the program speaks another language than when something was said last."""
        before, self._language = self._language, current_language()
        return before not in ("", self._language)


def tell(widget: QWidget, words: str, *, assertive: bool) -> None:
    """Let assistive technology say words that the widget now shows."""
    if QGuiApplication.platformName() in ORCA_HEARS:
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.ObjectShow))
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if assertive else politeness.Polite)
    QAccessible.updateAccessibility(event)


ROLES: Final[Mapping[type[QWidget], QAccessible.Role]] = {
    Saying: QAccessible.Role.Notification,
    StatusLine: QAccessible.Role.StatusBar,
    Aside: QAccessible.Role.Paragraph,
}


def tells_itself(control: QWidget | None) -> bool:
    """Whether assistive technology says what a control stands at when that changes and the control has the focus."""
    return isinstance(control, QAbstractSpinBox | QRadioButton | QCheckBox)


def plain_node(part: Saying | StatusLine | Aside) -> QAccessibleWidget:
    """How assistive technology sees a part that has no more than a role; the part keeps it for as long as it lives."""
    role = next(role for kind, role in ROLES.items() if isinstance(part, kind))
    part.node = QAccessibleWidget(part, role)
    return part.node
