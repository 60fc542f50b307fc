"""Saying something to whoever listens, without moving the focus.

A screen reader hears an announcement event (Orca 45.2 and later, NVDA, VoiceOver). Older Orca hears nothing of it, so
the words also stand in the window's status line, whose accessible description changes with them.
"""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str, *, assertive: bool = False) -> None:
    """Let assistive technology say the words, after what it says now or, when assertive, instead of it."""
    if not words or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if assertive else politeness.Polite)
    QAccessible.updateAccessibility(event)
