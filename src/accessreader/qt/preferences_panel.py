"""The panel of settings: every preference that is declared, live, in one column that scrolls one way.

It is made from `preferences.declarations()`: a new field there is a new control here. It decides nothing: it says what
the reader wants and shows what is preferred.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from accessreader.messages import _, current_language
from accessreader.preferences import Name, Preferences, declarations
from accessreader.qt.colour_dialog import ColourDialog
from accessreader.qt.controls import Button
from accessreader.qt.flow import FlowLayout
from accessreader.qt.font_list import FontList
from accessreader.qt.fonts import reading_faces
from accessreader.qt.listed_setting import ListedSetting
from accessreader.qt.look_choices import FontSetting, PresetRow, Presets, SchemeSetting
from accessreader.qt.preference_controls import Group, Setting, WcagSetting, setting_for
from accessreader.qt.scroll_column import filled, order_tabs
from accessreader.qt.words import TITLE_SCALE, Label, Words
from accessreader.theme import Theme


class PreferencesPanel(QWidget):
    """All preferences. `wanted` carries the values to change, by their keys, `list_wanted` a key to choose for."""

    wanted = Signal(dict)
    list_wanted = Signal(str)
    undo_wanted = Signal()
    defaults_wanted = Signal()
    preset_wanted = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Words()
        self._language = current_language()
        self._preferences = Preferences()
        self.settings: list[Setting] = []
        self.groups: dict[str, Group] = {}
        self._own_colours: ColourDialog | None = None
        self.schemes, self.fonts, self.presets = SchemeSetting(), FontSetting(), PresetRow()
        self._area = filled(self, gap=26)
        self._build()
        self.show_fonts(reading_faces())

    def _build(self) -> None:
        self._column = self._area.column
        self._build_head()
        for key, preference in declarations().items():
            for setting in self._settings_for(key, preference.group):
                self._group(preference.group).column.addWidget(setting)
                setting.changed.connect(self.wanted)
                self.settings.append(setting)
        self._column.addStretch(1)

    def _build_head(self) -> None:
        title = Label(bold=True, scale=TITLE_SCALE)
        buttons = FlowLayout(gap=8)
        for icon, text, signal in (
            ("close", lambda: _("Close"), self.closed),
            ("undo", lambda: _("Undo"), self.undo_wanted),
            ("reset", lambda: _("Safe defaults"), self.defaults_wanted),
        ):
            button = Button(icon=icon)
            self._words.say(button.setText, text)
            button.clicked.connect(signal)
            buttons.addWidget(button)
        self._words.say(title.setText, lambda: _("Settings"))
        self._words.say(self.setWindowTitle, lambda: _("Settings"))
        self._words.say(self._area.setAccessibleName, lambda: _("Settings"))
        self._words.say(self.presets.put_heading, lambda: _("Presets"))
        self.presets.wanted.connect(self.preset_wanted)
        head = QVBoxLayout()
        head.setSpacing(12)
        head.addWidget(title)
        head.addLayout(buttons)
        self._column.addLayout(head)
        self._column.addWidget(self.presets)

    def _settings_for(self, key: str, group: str) -> list[Setting]:
        if key == "theme":
            self.schemes.own_wanted.connect(self._choose_own_colours)
            return [self.schemes]
        if key == "font_family":
            self.fonts.others_wanted.connect(self._choose_other_font)
            return [self.fonts]
        declared = declarations()[key]
        if isinstance(declared, Name):
            listed = ListedSetting(key, declared)
            listed.list_wanted.connect(self.list_wanted)
            return [listed]
        made = setting_for(key, declared)
        found = [made] if made is not None else []
        first_of_spacing = key == "letter_spacing" and group not in self.groups
        return [WcagSetting(), *found] if first_of_spacing else found

    def _group(self, name: str) -> Group:
        if name not in self.groups:
            group = Group(section=True)
            self._words.say(group.put_heading, lambda: _(name))
            self._column.addWidget(group)
            self.groups[name] = group
        return self.groups[name]

    def _choose_own_colours(self) -> None:
        if self._own_colours is None:
            self._own_colours = ColourDialog(self)
            self._own_colours.chosen.connect(
                lambda text, background: self.wanted.emit(
                    {"own_text": text, "own_background": background, "theme": "own"}
                )
            )
        self._own_colours.show_colours(self._preferences.own_text, self._preferences.own_background)
        self._own_colours.show()
        self._own_colours.activateWindow()

    def _choose_other_font(self) -> None:
        fonts = FontList(self)
        fonts.family_chosen.connect(lambda family: self.wanted.emit({"font_family": family}))
        fonts.open()

    def show_preferences(self, preferences: Preferences, locked: frozenset[str] = frozenset()) -> None:
        """Show what is preferred, and which keys the institution has decided; nothing is emitted."""
        if self._language != current_language():
            self.retranslate()
        self._preferences = preferences
        for setting in self.settings:
            setting.show_preferences(preferences)
            is_locked = any(key in locked for key in setting.keys)
            if is_locked != setting.locked:
                setting.lock(locked=is_locked)
        self.schemes.own_button.setEnabled(not locked & {"theme", "own_text", "own_background"})

    def show_names(self, names: Mapping[str, str]) -> None:
        """The names, for people, of voices and the like."""
        for setting in self.settings:
            if isinstance(setting, ListedSetting):
                setting.show_names(names)

    def show_themes(self, themes: Mapping[str, Theme]) -> None:
        """Offer these colour schemes, by their names."""
        self.schemes.show_themes(themes)
        order_tabs(self._column)

    def show_fonts(self, families: Iterable[str]) -> None:
        """Offer these typefaces."""
        self.fonts.show_fonts(families)
        order_tabs(self._column)

    def show_presets(self, presets: Presets) -> None:
        """Offer these whole sets of preferences: (key, title)."""
        self.presets.show_presets(presets)
        order_tabs(self._column)

    def retranslate(self) -> None:
        """Say everything in the language of now; the focus stays."""
        self._language = current_language()
        self._words.repeat()
        for setting in self.settings:
            setting.retranslate()
        if self._own_colours is not None:
            self._own_colours.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
