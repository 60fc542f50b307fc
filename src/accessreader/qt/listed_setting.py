"""A preference whose values only the running machine knows: a voice, a sound device. A button opens the list of them.

Why no list in the panel: to have it, the voices must be started, and nothing of them should be before they are wanted.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal

from accessreader.messages import _
from accessreader.preferences import AUTOMATIC, Name, Preferences
from accessreader.qt.controls import Button
from accessreader.qt.preference_controls import Group, Setting
from accessreader.qt.words import Aside


class ListedSetting(Setting):
    """What is chosen, and a button to choose another. `list_wanted` carries the preference's key."""

    list_wanted = Signal(str)

    def __init__(self, key: str, name: Name) -> None:
        super().__init__(key)
        self._key = key
        self._label = name.label
        self._chosen = AUTOMATIC
        self._names: Mapping[str, str] = {}
        self._group = Group()
        self._present = Aside()
        self.button = Button(small=True)
        self.button.clicked.connect(lambda: self.list_wanted.emit(key))
        self.words.say(self._group.put_heading, lambda: _(name.label))
        self.words.say(self._present.setText, self._said)
        self.words.say(self._name_button, lambda: _("Choose…"))
        self._group.column.addWidget(self._present)
        self._group.column.addWidget(self.button)
        self.finish(self._group)

    def _said(self) -> str:
        if self._chosen == AUTOMATIC:
            # Translators: in the place of the name of a voice or of a sound device.
            return _("chosen by the program")
        return self._names.get(self._chosen, self._chosen)

    def _name_button(self, text: str) -> None:
        self.button.setText(text)
        # Translators: what a button does, and to which setting: "Choose… (Kazakh voice: chosen by the program)".
        self.button.setAccessibleName(
            _("{deed} ({setting}: {value})").format(deed=text, setting=_(self._label), value=self._said())
        )

    def show_preferences(self, preferences: Preferences) -> None:
        """What is chosen."""
        chosen = getattr(preferences, self._key)
        if chosen != self._chosen:
            self._chosen = chosen
            self._tell()

    def show_names(self, names: Mapping[str, str]) -> None:
        """The names, for people, of what can be chosen."""
        if names != self._names:
            self._names = names
            self._tell()

    def _tell(self) -> None:
        self._present.setText(self._said())
        self._name_button(self.button.words)
