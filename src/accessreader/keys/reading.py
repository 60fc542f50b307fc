"""The keys that are no command's: those with which one walks in the article, and in any window.

They cannot be given away, since the text and the controls would be lost without them. That is why commands, which can,
have none of them; only Esc is both, and stays.
"""

from __future__ import annotations

from typing import Final

from accessreader.keys.chord import canonical
from accessreader.messages import N_

ARTICLE_KEYS: Final = (
    ("Right", N_("Next character")),
    ("Left", N_("Previous character")),
    ("Ctrl+Right", N_("Next word")),
    ("Ctrl+Left", N_("Previous word")),
    ("Down", N_("Next line")),
    ("Up", N_("Previous line")),
    ("Ctrl+Down", N_("Next paragraph")),
    ("Ctrl+Up", N_("Previous paragraph")),
    ("Alt+Down", N_("Next sentence")),
    ("Alt+Up", N_("Previous sentence")),
    ("Home", N_("Beginning of the line")),
    ("End", N_("End of the line")),
    ("Ctrl+Home", N_("Beginning of the article")),
    ("Ctrl+End", N_("End of the article")),
    ("PgDown", N_("A page on")),
    ("PgUp", N_("A page back")),
    ("Space", N_("A page on")),
    ("Shift+Space", N_("A page back")),
    ("Tab", N_("Next link")),
    ("Shift+Tab", N_("Previous link")),
    ("Return", N_("Follow the link")),
)
"""What a key does while the article has the focus. With Shift, those which move the caret select."""

CONTROL_KEYS: Final = (
    ("Tab", N_("Next control")),
    ("Shift+Tab", N_("Previous control")),
    ("Return", N_("Press, or open, what has the focus")),
    ("Enter", N_("Press, or open, what has the focus")),
    ("Space", N_("Press, or switch, what has the focus")),
    ("Right", N_("The next value, row or letter")),
    ("Down", N_("The next value, row or letter")),
    ("Left", N_("The previous value, row or letter")),
    ("Up", N_("The previous value, row or letter")),
    ("Home", N_("The first value, row or letter")),
    ("End", N_("The last value, row or letter")),
    ("PgUp", N_("Some values or rows back")),
    ("PgDown", N_("Some values or rows on")),
    ("Backspace", N_("Take the letter before away")),
    ("Del", N_("Take away what is chosen")),
    ("Menu", N_("The menu of what has the focus")),
)
"""What a key does in a panel, a bar or a dialog."""

_SELECTING: Final = frozenset(
    f"{held}{key}" for held in ("Shift+", "Ctrl+Shift+") for key in ("Left", "Right", "Up", "Down", "Home", "End")
) | {"Shift+PgUp", "Shift+PgDown", "Alt+Shift+Up", "Alt+Shift+Down"}
FIXED: Final = (
    frozenset(canonical(key) for key, _title in (*ARTICLE_KEYS, *CONTROL_KEYS))
    | _SELECTING
    | {"Esc", "Backtab", "Shift+Backtab", "Ctrl", "Alt", "Shift", "Meta", "CapsLock", "NumLock", "Ins"}
)
"""The keys that no command may be given."""


def selects(key: str) -> bool:
    """Whether a key selects in the text."""
    return key in _SELECTING
