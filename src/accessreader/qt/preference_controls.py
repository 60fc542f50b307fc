"""One control for each kind of preference, made from its declaration.

All have the same face: they show preferences without emitting, emit `changed` with the values that the reader wants,
can be locked, and say everything anew when the language changes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGroupBox, QVBoxLayout, QWidget

from accessreader.messages import _
from accessreader.preferences import (
    WCAG_SPACING,
    Amount,
    Choice,
    Preference,
    Preferences,
    Switch,
    has_wcag_spacing,
)
from accessreader.qt.amount_control import AmountControl
from accessreader.qt.controls import Check, ChoiceGroup, Radio, show_state
from accessreader.qt.flow import FlowLayout
from accessreader.qt.words import HEADING_SCALE, Aside, Label, Words, number_text


class Group(QGroupBox):
    """Controls that belong together, under a heading; assistive technology says the heading on the way in."""

    def __init__(self, *, section: bool = False) -> None:
        super().__init__()
        self.setFlat(True)
        self.heading = Label(bold=True, scale=HEADING_SCALE if section else 1.0)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(18 if section else 8)
        self.column.addWidget(self.heading)

    def put_heading(self, text: str) -> None:
        """The heading, which is the group's accessible name too."""
        self.heading.setText(text)
        self.setAccessibleName(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Nothing: the heading and the space round it are the group."""


class Setting(QWidget):
    """A control for preferences. `keys` are those that it sets."""

    changed = Signal(dict)

    def __init__(self, *keys: str) -> None:
        super().__init__()
        self.keys = keys
        self.words = Words()
        self.locked = False
        self._note = Label()
        self._note.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)

    def finish(self, body: QWidget) -> None:
        """Take in what the reader operates."""
        self.body = body
        self.column.addWidget(body)
        self.column.addWidget(self._note)

    def show_preferences(self, preferences: Preferences) -> None:
        """Show what is preferred; nothing is emitted."""
        raise NotImplementedError

    def wishing(self, values: dict[str, object]) -> Callable[[bool], None]:
        """What a button of a choice does when it is switched: these values are wished for once it is on."""

        def tell(on: bool) -> None:  # noqa: FBT001 - Qt's signal
            if on:
                self.changed.emit(values)

        return tell

    def lock(self, *, locked: bool) -> None:
        """Show whether the institution has decided this."""
        self.locked = locked
        self.body.setEnabled(not locked)
        self._say_lock()

    def _say_lock(self) -> None:
        reason = _("Locked: your organisation has decided this.") if self.locked else ""
        self._note.setText(reason)
        self._note.setVisible(self.locked)
        self.setAccessibleDescription(reason)
        for control in self.body.findChildren(QAbstractButton):
            control.setAccessibleDescription(reason or self.description(control))

    def description(self, control: QAbstractButton) -> str:  # noqa: ARG002 - some have none
        """What is said of one of the controls beside its name."""
        return ""

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.words.repeat()
        self._say_lock()


class AmountSetting(Setting):
    """A number."""

    def __init__(self, key: str, amount: Amount) -> None:
        super().__init__(key)
        self._key = key
        self.control = AmountControl(amount)
        self.control.changed.connect(lambda value: self.changed.emit({key: value}))
        self.finish(self.control)

    def show_preferences(self, preferences: Preferences) -> None:
        """The number."""
        self.control.show_value(getattr(preferences, self._key))

    def _say_lock(self) -> None:
        super()._say_lock()
        self.control.lock_said = self._note.text()
        self.control.retranslate()


class SwitchSetting(Setting):
    """On or off."""

    def __init__(self, key: str, switch: Switch) -> None:
        super().__init__(key)
        self._key = key
        self.check = Check()
        self.words.say(self.check.put_words, lambda: _(switch.label))
        self.check.toggled.connect(lambda on: self.changed.emit({key: on}))
        self.finish(_holding(self.check))

    def show_preferences(self, preferences: Preferences) -> None:
        """The tick."""
        show_state(self.check, on=getattr(preferences, self._key))


class ChoiceSetting(Setting):
    """One of some words."""

    def __init__(self, key: str, choice: Choice) -> None:
        super().__init__(key)
        self._key = key
        group = Group()
        flow = FlowLayout(gap=14)
        self._buttons = ChoiceGroup(self)
        self.radios: dict[str, Radio] = {}
        for word, title in choice.choices:
            radio = Radio()
            self.words.say(radio.put_words, partial(_, title))
            radio.toggled.connect(self.wishing({key: word}))
            self._buttons.addButton(radio)
            self.radios[word] = radio
            flow.addWidget(radio)
        self.words.say(group.put_heading, lambda: _(choice.label))
        group.column.addLayout(flow)
        self.finish(group)

    def show_preferences(self, preferences: Preferences) -> None:
        """The choice."""
        radio = self.radios.get(getattr(preferences, self._key))
        if radio is not None:
            show_state(radio, on=True)


class WcagSetting(Setting):
    """All four spacings of WCAG 1.4.12 by one switch; what they were comes back when it is turned off."""

    def __init__(self) -> None:
        super().__init__(*WCAG_SPACING)
        self._before: Mapping[str, float] = _spacings(Preferences())
        self._present = self._before
        self.check = Check()
        self.words.say(self.check.put_words, lambda: _("WCAG spacing"))
        self.check.toggled.connect(self._switched)
        self._figures = Aside()
        self.words.say(self._figures.setText, self._said)
        body = _holding(self.check)
        layout = body.layout()
        if layout is not None:
            layout.addWidget(self._figures)
        self.finish(body)
        self.retranslate()

    def _said(self) -> str:
        figures = {key: number_text(value) for key, value in WCAG_SPACING.items()}
        return _(
            "Line height {line_height}, paragraphs {paragraph_spacing}, letters {letter_spacing}, words {word_spacing}:"
            " the figures of WCAG 2.2, 1.4.12."
        ).format(**figures)

    def description(self, control: QAbstractButton) -> str:  # noqa: ARG002 - there is one
        """The figures."""
        return self._said()

    def _switched(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if on:
            self._before = self._present
            self.changed.emit(dict(WCAG_SPACING))
        else:
            self.changed.emit(dict(self._before))

    def show_preferences(self, preferences: Preferences) -> None:
        """Whether all four are as wide as that."""
        self._present = _spacings(preferences)
        on = has_wcag_spacing(preferences)
        if not on:
            self._before = self._present
        show_state(self.check, on=on)


def _spacings(preferences: Preferences) -> Mapping[str, float]:
    return {key: getattr(preferences, key) for key in WCAG_SPACING}


def _holding(widget: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(widget)
    return holder


def setting_for(key: str, preference: Preference) -> Setting | None:
    """The control for a declaration; None for kinds that are shown in a way of their own."""
    if isinstance(preference, Amount):
        return AmountSetting(key, preference)
    if isinstance(preference, Switch):
        return SwitchSetting(key, preference)
    if isinstance(preference, Choice):
        return ChoiceSetting(key, preference)
    return None
