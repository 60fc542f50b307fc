"""One spelling of a key: modifiers in one order, then the key, as Qt writes it in files ("Ctrl+Shift+PgDown").

Qt's names are taken because they are the same on every machine; on a Mac "Ctrl" is the key ⌘ and "Meta" is Control.
Insert and Caps Lock may stand before a key, as screen readers use them: then they are the first of its modifiers.
"""

from __future__ import annotations

import re
from typing import Final

_ORDER: Final = ("Ins", "CapsLock", "Meta", "Ctrl", "Alt", "Shift", "Num")
_MODIFIERS: Final = {name.casefold(): name for name in _ORDER} | {"insert": "Ins"}
_KEYS: Final = {
    "escape": "Esc", "esc": "Esc", "tab": "Tab", "backtab": "Backtab", "backspace": "Backspace", "return": "Return",
    "enter": "Enter", "insert": "Ins", "ins": "Ins", "delete": "Del", "del": "Del", "pause": "Pause",
    "print": "Print", "home": "Home", "end": "End", "left": "Left", "right": "Right", "up": "Up", "down": "Down",
    "pgup": "PgUp", "pageup": "PgUp", "pgdown": "PgDown", "pagedown": "PgDown", "capslock": "CapsLock",
    "numlock": "NumLock", "scrolllock": "ScrollLock", "space": "Space", "menu": "Menu", "help": "Help",
    "meta": "Meta", "ctrl": "Ctrl", "alt": "Alt", "shift": "Shift", "num": "Num",
}  # fmt: skip
_FUNCTION: Final = re.compile(r"f([1-9]|[12]\d|3[0-5])")
ANY: Final = "*"
"""Stands for every key, in what is reserved: "Meta+*"."""


def canonical(text: str) -> str:
    """A key as it is written everywhere.

    Raises:
        ValueError: nobody knows such a key.
    """
    before, key = _split(text.strip())
    modifiers = [part.strip().casefold() for part in before.split("+")] if before else []
    if any(name not in _MODIFIERS for name in modifiers) or len(set(modifiers)) < len(modifiers):
        raise ValueError(text)
    held = sorted((_MODIFIERS[name] for name in modifiers), key=_ORDER.index)
    return "+".join((*held, _key(key.strip())))


def _split(text: str) -> tuple[str, str]:
    """(The modifiers, the key behind them); the key may be "+" itself."""
    key = "+" if text == "+" or text.endswith("++") else text.rpartition("+")[2]
    return text[: len(text) - len(key)].rstrip("+"), key


def _key(name: str) -> str:
    folded = name.casefold()
    if folded in _KEYS:
        return _KEYS[folded]
    if _FUNCTION.fullmatch(folded):
        return folded.upper()
    if len(name) == 1 and name.isprintable() and not name.isspace():
        return name.upper() if len(name.upper()) == 1 else name
    raise ValueError(name)


def parts(key: str) -> tuple[frozenset[str], str]:
    """(What is held down, the key itself) of a key that is spelled as here."""
    before, last = _split(key)
    return frozenset(before.split("+")) - {""}, last


def writes(key: str) -> bool:
    """Whether it writes a sign where one types: a letter, a digit, with Shift or without."""
    held, last = parts(key)
    return held <= {"Shift"} and (len(last) == 1 or last == "Space")
