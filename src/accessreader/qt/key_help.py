"""Key help: while it is on, a key does nothing but say what it would do, in the window, aloud, and to screen readers.

Esc twice, or the key that began it, ends it.

Why it watches the whole program: menus, fields and the article each have keys of their own, and none may act meanwhile.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent

from accessreader.keys.chord import writes
from accessreader.keys.commands import BY_NAME, COMMANDS
from accessreader.keys.reading import ARTICLE_KEYS, CONTROL_KEYS, selects
from accessreader.keys.reserved import takers
from accessreader.messages import N_, _
from accessreader.qt.key_names import MODIFIERS, SYSTEM, native, not_possible, pressed
from accessreader.qt.letter_keys import letter_pressed
from accessreader.qt.speech_deeds import say_to_all
from accessreader.qt.watching import Watcher
from accessreader.qt.window import Window

_KEY_EVENTS: Final = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_HELD: Final = {
    "Ins": N_("The commands of screen readers begin with it."),
    "CapsLock": N_("The commands of screen readers begin with it."),
    "Meta": N_("The keys of the desktop begin with it."),
}


class KeyHelp(Watcher):
    """The key help of one window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._escaping = False

    def toggle(self) -> None:
        """Begin it, or end it."""
        if self.watching:
            self._end()
        else:
            self._begin()

    def _begin(self) -> None:
        self.watch(on=True)
        self._escaping = False
        self._tell(_("Key help is on. Press any key to hear what it does. Esc twice ends it."))
        self._check()

    def _end(self) -> None:
        if not self.watching:
            return
        self.watch(on=False)
        self._window.banner.clear()
        say_to_all(self._window, _("Key help is off."), assertive=True)
        self._check()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of a key and let nobody else have it; end with the window, and when the sentence is closed."""
        kind = event.type()
        if kind == QEvent.Type.Hide and watched is self._window.banner:
            self._end()
            return False
        if kind not in _KEY_EVENTS or not isinstance(event, QKeyEvent) or not self._window.isActiveWindow():
            return False
        if kind == QEvent.Type.ShortcutOverride:
            event.accept()
        elif kind == QEvent.Type.KeyPress and not event.isAutoRepeat():
            self._hear(event)
        return True

    def _hear(self, event: QKeyEvent) -> None:
        key = pressed(event)
        if (key == "Esc" and self._escaping) or key in self._window.services.keys.of(BY_NAME["key-help"]):
            self._end()
            return
        self._escaping = key == "Esc"
        words = self.meaning(key, letter_pressed(event))
        if self._escaping:
            words = " ".join((words, _("Once more ends the key help.")))
        self._tell(words)

    def meaning(self, key: str, letter: str = "") -> str:
        """The name of a key and what it would do now; `letter` is the Latin one on it, if it writes."""
        if not key:
            return _("This key has no name, and does nothing here.")
        if key in MODIFIERS.values() or key == "Ins":
            said = _(_HELD[key]) if key in _HELD else _("It is held together with another key.")
            return f"{native(key)}: {said}"
        said = self._command(key, letter) or self._plain(key.replace("Num+", "")) or self._nothing(key)
        others = [
            _("{program} takes it: {meaning}.").format(program=taker.owner, meaning=taker.meaning)
            for taker in takers(key)
            if taker.system == SYSTEM
        ]
        return " ".join([f"{native(key)}: {said}", *others])

    def _command(self, key: str, letter: str) -> str:
        window = self._window
        command = window.services.keys.holder(key)
        if writes(key) and window.view.hasFocus() and window.services.preferences.preferences.letter_keys:
            command = command or next((one for one in COMMANDS if one.letter and one.letter == letter), None)
        action = window.actions_by_name.get(command.name) if command is not None else None
        if command is None or action is None:
            return ""
        return f"{command.said}." if action.isEnabled() else not_possible(command)

    def _plain(self, key: str) -> str:
        """What the text or a control does with a key."""
        in_article = self._window.view.hasFocus()
        for keys in (ARTICLE_KEYS, CONTROL_KEYS) if in_article else (CONTROL_KEYS,):
            for known, title in keys:
                if known == key:
                    return f"{_(title)}."
        if selects(key):
            return _("Select the text as far as the caret goes.")
        return ""

    def _nothing(self, key: str) -> str:
        if writes(key):
            return _("No command. Where one types, it writes.")
        return _("No command.")

    def _tell(self, words: str) -> None:
        self._window.banner.show_notice(words, [(_("End the key help"), self._end)])
        say_to_all(self._window, words, assertive=True)

    def _check(self) -> None:
        if action := self._window.actions_by_name.get("key-help"):
            action.setChecked(self.watching)
