"""A number to be set in any manner: by a button less, a button more, by typing, or by a stop that has a name."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSizePolicy, QVBoxLayout, QWidget

from accessreader.messages import _, current_language
from accessreader.preferences import Amount
from accessreader.qt.controls import Button
from accessreader.qt.flow import FlowLayout
from accessreader.qt.style import TARGET, grown
from accessreader.qt.words import Aside, Label, Words, number_text

_SHORT_UNIT: Final = 3
_BIG_STEP: Final = 10


class AmountField(QDoubleSpinBox):
    """The number itself. It takes a point or a comma, and turns with the wheel only when it has the focus."""

    def __init__(self, amount: Amount) -> None:
        super().__init__()
        self._digits = len(f"{amount.step:g}".partition(".")[2])
        self.setDecimals(self._digits)
        self.setRange(amount.low, amount.high)
        self.setSingleStep(amount.step)
        self.setKeyboardTracking(False)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def textFromValue(self, value: float) -> str:
        """The number as it is written in the language of the interface."""
        return number_text(value, self._digits)

    def valueFromText(self, text: str) -> float:
        """The number that was typed, with a point or a comma; what cannot be read leaves it as it is."""
        try:
            return float(self._bare(text))
        except ValueError:
            return self.value()

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Let through what may become a number."""
        bare = self._bare(text)
        state = QValidator.State.Acceptable
        if bare in ("", "-", ".", "-."):
            state = QValidator.State.Intermediate
        else:
            try:
                float(bare)
            except ValueError:
                state = QValidator.State.Invalid
        return state, text, place

    def _bare(self, text: str) -> str:
        suffix = self.suffix()
        bare = text.removesuffix(suffix) if suffix else text
        return bare.strip().replace(",", ".").replace("\u2212", "-").replace(" ", "").replace("\u00a0", "")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn only what the reader is at: whoever scrolls past must change nothing."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        """Room for the longest number and its unit, a target's height."""
        metrics = QFontMetricsF(self.font())
        longest = max((self.textFromValue(end) for end in (self.minimum(), self.maximum())), key=len)
        longest = longest if self._digits == 0 else f"{longest}0"
        width = metrics.horizontalAdvance(longest + self.suffix()) + grown(30, self.font())
        return QSize(round(width), max(grown(TARGET, self.font()), round(metrics.height()) + grown(16, self.font())))

    def minimumSizeHint(self) -> QSize:
        """As much as it wishes."""
        return self.sizeHint()


class AmountControl(QWidget):
    """A preference that is an amount: name, less, number with unit, more, named stops. `changed` carries the number."""

    changed = Signal(float)

    def __init__(self, amount: Amount) -> None:
        super().__init__()
        self._amount = amount
        self._words = Words()
        self.lock_said = ""
        self.label = Label(bold=True)
        self.field = AmountField(amount)
        self.label.setBuddy(self.field)
        self._unit = Aside()
        self._less, self._more = Button("\u2212"), Button("+")
        self._stops = [(value, title, Button(small=True)) for value, title in amount.stops]
        self._lay_out()
        self._connect()
        self._say()

    def _lay_out(self) -> None:
        row = FlowLayout(gap=8)
        for widget in (self._less, self.field, self._more, self._unit):
            row.addWidget(widget)
        stops = FlowLayout(gap=8)
        for _value, _title, button in self._stops:
            button.setCheckable(True)
            stops.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.label)
        column.addLayout(row)
        if self._stops:
            column.addLayout(stops)

    def _connect(self) -> None:
        self._less.clicked.connect(lambda: self.field.stepBy(-1))
        self._more.clicked.connect(lambda: self.field.stepBy(1))
        for button in (self._less, self._more):
            button.setAutoRepeat(True)
        self.field.valueChanged.connect(self._changed)
        for value, _title, button in self._stops:
            button.clicked.connect(lambda _checked=False, value=value: self._stop(value))

    def _stop(self, value: float) -> None:
        self.field.setValue(value)
        self._mark()

    def _changed(self, value: float) -> None:
        self._mark()
        self.changed.emit(self._amount.check(value))

    def _mark(self) -> None:
        """Tell the present value in every place that tells it."""
        value = self.field.value()
        for stop, _title, button in self._stops:
            button.setChecked(abs(stop - value) < self._amount.step / 2)
        self.field.setAccessibleDescription(self.lock_said or self._amount.allowed())  # the value is said as its value

    def _say(self) -> None:
        say = self._words.say
        label = self._amount.label
        say(self.label.setText, lambda: _(label))
        say(self.field.setAccessibleName, lambda: _(label))
        say(self._less.setAccessibleName, lambda: _("{name}: less").format(name=_(label)))
        say(self._more.setAccessibleName, lambda: _("{name}: more").format(name=_(label)))
        for _value, title, button in self._stops:
            say(button.setText, partial(_, title))
            say(button.setAccessibleName, partial(_named, title, label))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._words.repeat()
        self.field.setLocale(QLocale(current_language()))
        unit = _(self._amount.unit)
        short = len(unit) <= _SHORT_UNIT
        self.field.setSuffix(f"\u00a0{unit}" if short else "")
        self._unit.setText("" if short else unit)
        self._unit.setVisible(not short)
        self._mark()

    def show_value(self, value: float) -> None:
        """Show a value that was set elsewhere; nothing is emitted."""
        self.field.blockSignals(True)  # noqa: FBT003 - Qt's
        self.field.setValue(value)
        self.field.blockSignals(False)  # noqa: FBT003 - Qt's
        self._mark()


def _named(title: str, label: str) -> str:
    return f"{_(title)}, {_(label)}"
