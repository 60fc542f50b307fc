"""Which colours, and which typeface: lists of samples."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton

from accessreader.appearance import OWN_THEME, SYSTEM_THEME, own_theme
from accessreader.messages import _
from accessreader.preferences import Preferences
from accessreader.qt.controls import Button, ChoiceGroup, show_state
from accessreader.qt.flow import FlowLayout
from accessreader.qt.palette import system_theme
from accessreader.qt.preference_controls import Group, Setting
from accessreader.qt.samples import FontSample, SchemeSample
from accessreader.theme import Theme


class SchemeSetting(Setting):
    """The colour schemes side by side, the system's own and the reader's own among them."""

    own_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("theme")
        self._group = Group()
        self._flow = FlowLayout(gap=10, filling=True)
        self._buttons = ChoiceGroup(self)
        self.samples: dict[str, SchemeSample] = {}
        self._chosen = ""
        self._own = own_theme(Preferences())
        self._system = system_theme()
        self.own_button = Button(icon="colours")
        self.own_button.clicked.connect(self.own_wanted)
        self.words.say(self._group.put_heading, lambda: _("Colour scheme"))
        self.words.say(self.own_button.setText, lambda: _("Choose own colours…"))
        self._group.column.addLayout(self._flow)
        self._group.column.addWidget(self.own_button)
        self.finish(self._group)

    def show_themes(self, themes: Mapping[str, Theme]) -> None:
        """Offer these schemes."""
        for sample in self.samples.values():
            self._buttons.removeButton(sample)
            sample.deleteLater()
        self.samples = {}
        for name, theme in {**themes, SYSTEM_THEME: system_theme(), OWN_THEME: self._own}.items():
            sample = SchemeSample(theme)
            sample.toggled.connect(self.wishing({"theme": name}))
            show_state(sample, on=name == self._chosen)
            self._buttons.addButton(sample)
            self._flow.addWidget(sample)
            self.samples[name] = sample
        self._buttons.order_stops()
        self._say_lock()

    def show_preferences(self, preferences: Preferences) -> None:
        """The chosen scheme, and the reader's own colours in their card."""
        own = own_theme(preferences)
        if own != self._own and OWN_THEME in self.samples:
            self.samples[OWN_THEME].show_scheme(own)
        self._own = own
        system = system_theme()
        if SYSTEM_THEME in self.samples and system != self._system:
            self.samples[SYSTEM_THEME].show_scheme(system)
        self._system = system
        self._chosen = preferences.theme
        sample = self.samples.get(preferences.theme)
        if sample is not None and not sample.isChecked():
            show_state(sample, on=True)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        super().retranslate()
        for sample in self.samples.values():
            sample.rename()


class FontSetting(Setting):
    """The reading faces, each in its own letters, and a way to the other fonts of the machine."""

    others_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("font_family")
        self._group = Group()
        self._flow = FlowLayout(gap=8, filling=True)
        self._buttons = ChoiceGroup(self)
        self.samples: dict[str, FontSample] = {}
        self._chosen = ""
        self.others_button = Button(icon="font")
        self.others_button.clicked.connect(self.others_wanted)
        self.words.say(self._group.put_heading, lambda: _("Font"))
        self.words.say(self.others_button.setText, lambda: _("Other fonts of this computer…"))
        self._group.column.addLayout(self._flow)
        self._group.column.addWidget(self.others_button)
        self.finish(self._group)

    def show_fonts(self, families: Iterable[str]) -> None:
        """Offer these families, which have all Kazakh letters."""
        for sample in self.samples.values():
            self._buttons.removeButton(sample)
            sample.deleteLater()
        self.samples = {}
        for family in families:
            self._add(family)
        self._buttons.order_stops()
        self._say_lock()

    def _add(self, family: str) -> FontSample:
        sample = FontSample(family, _("All Kazakh letters"))
        sample.toggled.connect(self.wishing({"font_family": family}))
        show_state(sample, on=family == self._chosen)
        self._buttons.addButton(sample)
        self._flow.addWidget(sample)
        self.samples[family] = sample
        return sample

    def show_preferences(self, preferences: Preferences) -> None:
        """The chosen face; one that is not among those offered joins them."""
        self._chosen = preferences.font_family
        sample = self.samples.get(self._chosen) or self._add(self._chosen)
        if not sample.isChecked():
            show_state(sample, on=True)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        super().retranslate()
        for sample in self.samples.values():
            sample.show_coverage(_("All Kazakh letters"))


Presets = Sequence[tuple[str, str]]


class PresetRow(Group):
    """Whole sets of preferences under a name. `wanted` carries its key."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(gap=8)
        self.buttons: dict[str, QAbstractButton] = {}
        self.column.addLayout(self._flow)
        self.hide()

    def show_presets(self, presets: Presets) -> None:
        """Offer these (key, title)."""
        for button in self.buttons.values():
            button.deleteLater()
        self.buttons = {}
        for name, title in presets:
            button = Button(title, small=True)
            button.clicked.connect(self._wanting(name))
            self._flow.addWidget(button)
            self.buttons[name] = button
        self.setVisible(bool(presets))

    def _wanting(self, name: str) -> Callable[[], None]:
        return lambda: self.wanted.emit(name)
