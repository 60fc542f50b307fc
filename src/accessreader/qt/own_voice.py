"""Whether the program's own voice may speak: beside assistive technology only when it is asked for twice.

Why twice: two voices at a time are none, and whoever pressed the key by mistake must hear why nothing is read.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QAccessible

from accessreader.assembly import Services
from accessreader.messages import _
from accessreader.qt.banner import Banner


class Asked(Protocol):
    """What is needed of the window in which it is asked for."""

    services: Services
    banner: Banner

    def say(self, words: str, *, assertive: bool = False) -> None:
        """Show words in the status line and let assistive technology say them."""

    def prefer(self, **values: object) -> None:
        """Change preferences, show the change and say it."""


class OwnVoice:
    """The permission of one window's voice."""

    def __init__(self, reader: Asked) -> None:
        self._reader = reader
        self._warned = False

    def may_speak(self) -> bool:
        """Whether it may; where not, the reader is told how they can have it, and asking again is their answer."""
        store = self._reader.services.preferences
        if not QAccessible.isActive() or store.preferences.speech_beside_reader:
            return True
        if self._warned and "speech_beside_reader" not in store.locked:
            self._warned = False
            self._reader.banner.clear()
            self._reader.prefer(speech_beside_reader=True)
            return True
        self._warned = True
        words = _(
            "A screen reader seems to be at work, so the program's own voice is off. "
            "Give the command once more to hear it all the same."
        )
        self._reader.banner.show_notice(words)
        self._reader.say(words, assertive=True)
        return False
