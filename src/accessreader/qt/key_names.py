"""Keys as people read them, and as they come from the keyboard."""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence

from accessreader.keys.chord import canonical
from accessreader.keys.commands import BY_NAME, Command
from accessreader.keys.own import OwnKeys
from accessreader.messages import _
from accessreader.qt.letter_keys import letter_of

SYSTEM: Final = {"win32": "windows", "darwin": "mac"}.get(sys.platform, "linux")
"""What `keys.reserved` calls the system that runs here."""
MODIFIERS: Final = {
    Qt.Key.Key_Control: "Ctrl",
    Qt.Key.Key_Shift: "Shift",
    Qt.Key.Key_Alt: "Alt",
    Qt.Key.Key_AltGr: "Alt",
    Qt.Key.Key_Meta: "Meta",
    Qt.Key.Key_Super_L: "Meta",
    Qt.Key.Key_Super_R: "Meta",
    Qt.Key.Key_CapsLock: "CapsLock",
    Qt.Key.Key_NumLock: "NumLock",
}
"""Keys that are held with others, by what they are called."""


def native(key: str) -> str:
    """A key as this system writes it; what Qt does not know stays as it is."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or key


def natives(action: QAction) -> str:
    """The keys of an action in one line, or nothing."""
    return " / ".join(keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts())


def first_key(keys: OwnKeys, name: str) -> str:
    """The first key of a command, or nothing where it has none."""
    return next((native(key) for key in keys.of(BY_NAME[name])), "")


def by_key(keys: OwnKeys, name: str) -> str:
    """How something is done: the first key of a command, or its title where it has none."""
    # Translators: the name of a command in the menus, in quotation marks.
    return first_key(keys, name) or _("“{command}”").format(command=_(BY_NAME[name].title))


def with_key(words: str, keys: OwnKeys, name: str) -> str:
    """Words in which `{key}` stands for how something is done."""
    return words.format(key=by_key(keys, name))


def not_possible(command: Command) -> str:
    """What is said of a command that cannot be done just now."""
    return _("{command}. Not possible just now.").format(command=command.said)


def pressed(event: QKeyEvent) -> str:
    """The key that was pressed, spelled as everywhere; "" for one without a name.

    A sign that Shift made is spelled without it, as Qt matches shortcuts: Ctrl and plus is Ctrl++ on every layout. A
    letter of another alphabet with Ctrl or Alt is the Latin letter of its place.
    """
    number, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.GroupSwitchModifier
    if number in _HELD:
        return _HELD[number]
    if number == Qt.Key.Key_Backtab:
        number, held = Qt.Key.Key_Tab.value, held | Qt.KeyboardModifier.ShiftModifier
    if 0x20 < number < 0x7F and not chr(number).isalnum():
        held &= ~Qt.KeyboardModifier.ShiftModifier
    elif 0x7F < number <= 0x10FFFF:
        latin = letter_of(number, event.nativeScanCode(), QGuiApplication.platformName())
        number = ord(latin) if latin and held & _COMMANDING else number
    try:
        return canonical(QKeySequence(held.value | number).toString(QKeySequence.SequenceFormat.PortableText))
    except ValueError:
        return ""


_HELD: Final = {key.value: name for key, name in MODIFIERS.items()}
_COMMANDING: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
