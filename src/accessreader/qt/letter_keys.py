"""Single letters that move in the article: H for headings, K for links, as readers know them from screen readers.

They are keys of the keyboard, not signs: on a Kazakh or a Russian layout H is the key with the Р on it, and the numbers
stand where Kazakh has ә, і, ң, ғ. A Latin letter counts as what the layout makes of it, wherever it lies.

Why a filter on the article and not shortcuts of the window: shortcuts would swallow what is typed into fields and what
chooses a row in a list. Speech that is turned into keys, or a hand that trembles, does much with single letters that
nobody wished (WCAG 2.1.4), so that a preference switches them off.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

_ROWS: Final = ((2, "1234567890"), (16, "QWERTYUIOP"), (30, "ASDFGHJKL"), (44, "ZXCVBNM"))
"""(The number that the hardware gives to the first key of a row, the letters of the row.)"""
_BY_PLACE: Final = {first + at: sign for first, row in _ROWS for at, sign in enumerate(row)}
_ADDED: Final = {"xcb": 8, "wayland": 8, "windows": 0}
"""What is added to those numbers on a platform; where we do not know it, the letter itself tells the key."""
_CYRILLIC: Final = dict(zip("ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬӘІҢҒ", "QWERTYUIOPASDFGHJKLZXCVBNM2345", strict=True))
_HELD: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.GroupSwitchModifier


def letter_of(key: int, scan_code: int, platform: str) -> str:
    """The Latin letter or the figure of a key of the keyboard, "" where it has none.

    `key` is what the layout makes of it, `scan_code` the native number of its place on a platform of Qt.
    """
    sign = chr(key) if 0 < key < 0x10000 else ""
    if sign.isascii() and sign.isalnum():
        return sign.upper()
    if platform in _ADDED and scan_code:
        return _BY_PLACE.get(scan_code - _ADDED[platform], "")
    return _CYRILLIC.get(sign.upper(), "")


def letter_pressed(event: QKeyEvent) -> str:
    """The Latin letter or figure of the key, with Shift if that is held, as the letters that move are named."""
    sign = letter_of(event.key(), event.nativeScanCode(), QGuiApplication.platformName())
    return f"Shift+{sign}" if sign and event.modifiers() & Qt.KeyboardModifier.ShiftModifier else sign


class LetterKeys(QObject):
    """Presses of single letters, or of Shift and a letter, on one widget.

    `wanted` tells whether they count at present, `names` gives the name of what each does ("H", "Shift+H"), and `do`
    does it, answering whether there is such a thing.
    """

    def __init__(
        self, widget: QObject, names: Mapping[str, str], wanted: Callable[[], bool], do: Callable[[str], bool]
    ) -> None:
        super().__init__(widget)
        self._names = names
        self._wanted = wanted
        self._do = do
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Do what a letter is for; every other key goes its way."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() & ~_HELD or not self._wanted():
            return False
        name = self._names.get(letter_pressed(event))
        return name is not None and self._do(name)
