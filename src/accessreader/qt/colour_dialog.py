"""The reader's own two colours, by keyboard: sliders with spoken values, a field for the code, a live sample.

The ratio is always said. Where it is below 7:1 one press moves the text to the nearest colour that reaches it, keeping
its hue; below 4.5:1 the colours cannot be taken without that.
"""

from __future__ import annotations

import colorsys
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QLineEdit, QSizePolicy, QSlider, QVBoxLayout, QWidget

from accessreader.messages import N_, _
from accessreader.qt.controls import Button
from accessreader.qt.flow import FlowLayout
from accessreader.qt.list_dialog import fitting
from accessreader.qt.palette import BORDER, colour
from accessreader.qt.preference_controls import Group
from accessreader.qt.scroll_column import filled
from accessreader.qt.style import grown
from accessreader.qt.words import Label, Words, WrappedText, number_text
from accessreader.theme import TEXT_CONTRAST, Colour, contrast, nearest

LEAST: Final = 4.5
_HUES: Final = (
    (15, N_("red")), (45, N_("orange")), (70, N_("yellow")), (165, N_("green")), (195, N_("turquoise")),
    (255, N_("blue")), (290, N_("violet")), (340, N_("pink")), (361, N_("red")),
)  # fmt: skip


def colour_words(value: Colour) -> str:
    """A colour in a word or two, for whoever hears it: "dark blue"."""
    hue, lightness, saturation = colorsys.rgb_to_hls(value.red / 255, value.green / 255, value.blue / 255)
    if lightness < 0.06:
        return _("black")
    if lightness > 0.96:
        return _("white")
    word = _("grey") if saturation < 0.12 else next(_(name) for end, name in _HUES if hue * 360 < end)
    if lightness < 0.3:
        return _("dark {colour}").format(colour=word)
    return _("light {colour}").format(colour=word) if lightness > 0.7 else word


class _Scale(QWidget):
    """A slider with its name and value in words over it."""

    changed = Signal(int)

    def __init__(self, highest: int, name: Callable[[], str], unit: str) -> None:
        super().__init__()
        self._name, self._unit = name, unit
        self.label = Label()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, highest)
        self.slider.setPageStep(max(1, highest // 10))
        self.slider.setMinimumWidth(80)
        self.label.setBuddy(self.slider)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.label)
        column.addWidget(self.slider)
        self.slider.valueChanged.connect(self._moved)
        self.tell()

    def _moved(self, value: int) -> None:
        self.tell()
        self.changed.emit(value)

    def tell(self) -> None:
        """Say name and value in the language of now."""
        self.label.setText(f"{self._name()}: {self.slider.value()}{self._unit}")
        self.slider.setAccessibleName(self._name())

    def put(self, value: int) -> None:
        """Show a value without emitting."""
        self.slider.blockSignals(True)  # noqa: FBT003 - Qt's
        self.slider.setValue(value)
        self.slider.blockSignals(False)  # noqa: FBT003 - Qt's
        self.tell()


class ColourGroup(Group):
    """One colour: hue, lightness, saturation, or its code. `changed` when the reader has moved any of them."""

    changed = Signal()

    def __init__(self, title: Callable[[], str], value: Colour) -> None:
        super().__init__(section=True)
        self.column.setSpacing(10)
        self._title = title
        self.value = value
        self.hue = _Scale(359, lambda: _("Hue"), "°")
        self.lightness = _Scale(100, lambda: _("Lightness"), " %")
        self.saturation = _Scale(100, lambda: _("Saturation"), " %")
        self._code_label = Label()
        self.code = QLineEdit()
        self.code.setMaxLength(7)
        self._code_label.setBuddy(self.code)
        for scale in (self.hue, self.lightness, self.saturation):
            scale.changed.connect(self._mix)
            self.column.addWidget(scale)
        self.column.addWidget(self._code_label)
        self.column.addWidget(self.code)
        self.code.textEdited.connect(self._typed)
        self.show_colour(value)

    def _mix(self) -> None:
        shares = (
            self.hue.slider.value() / 360,
            self.lightness.slider.value() / 100,
            self.saturation.slider.value() / 100,
        )
        red, green, blue = colorsys.hls_to_rgb(*shares)
        self.value = Colour(round(red * 255), round(green * 255), round(blue * 255))
        self.code.setText(str(self.value))
        self.tell()
        self.changed.emit()

    def _typed(self, text: str) -> None:
        try:
            self.value = Colour.parse(text)
        except ValueError:
            self.code.setAccessibleDescription(_("Not a colour yet: # and six digits of 0-9, a-f"))
            return
        self._put_scales()
        self.tell()
        self.changed.emit()

    def show_colour(self, value: Colour) -> None:
        """Show another colour; nothing is emitted."""
        self.value = value
        self.code.setText(str(value))
        self._put_scales()
        self.tell()

    def _put_scales(self) -> None:
        value = self.value
        hue, lightness, saturation = colorsys.rgb_to_hls(value.red / 255, value.green / 255, value.blue / 255)
        if saturation > 0 and 0 < lightness < 1:
            self.hue.put(round(hue * 360) % 360)
        self.lightness.put(round(lightness * 100))
        self.saturation.put(round(saturation * 100))

    def tell(self) -> None:
        """Say everything in the language of now."""
        self.put_heading(f"{self._title()}: {colour_words(self.value)}")
        self._code_label.setText(_("Colour code"))
        self.code.setAccessibleName(f"{_('Colour code')}, {self._title()}")
        self.code.setAccessibleDescription(colour_words(self.value))
        for scale in (self.hue, self.lightness, self.saturation):
            scale.tell()
            scale.slider.setAccessibleName(f"{scale.label.text()}, {self._title()}")
            scale.slider.setAccessibleDescription(colour_words(self.value))


class _Specimen(QWidget):
    """Some text in the two colours."""

    def __init__(self) -> None:
        super().__init__()
        self.text_colour, self.ground = Colour(0, 0, 0), Colour(255, 255, 255)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _wrapped(self, width: int) -> WrappedText:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.3)
        return WrappedText(_("This is how text looks. Аа Әә Ққ Ңң 123"), font, width - 2 * grown(16, self.font()))

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the words."""
        return round(self._wrapped(width).height) + 2 * grown(16, self.font())

    def sizeHint(self) -> QSize:
        """Wide."""
        return QSize(grown(300, self.font()), self.heightForWidth(grown(300, self.font())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The text on its ground."""
        painter = QPainter(self)
        painter.setPen(QPen(self.palette().color(BORDER), 2))
        painter.setBrush(colour(self.ground))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.setPen(colour(self.text_colour))
        pad = grown(16, self.font())
        self._wrapped(self.width()).paint(painter, pad, pad)


class ColourDialog(QDialog):
    """Not modal. `chosen` carries the codes of the text's and the ground's colour."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Words()
        self._specimen = _Specimen()
        self.verdict = Label(bold=True)
        self.text = ColourGroup(lambda: _("Text"), Colour(0x1A, 0x1A, 0x1A))
        self.background = ColourGroup(lambda: _("Background"), Colour(0xFD, 0xF6, 0xE3))
        self.mend, self.take, self.close_button = Button(icon="reset"), Button(main=True), Button(icon="close")
        column = filled(self, gap=16).column
        buttons = FlowLayout(gap=8)
        for button in (self.mend, self.take, self.close_button):
            buttons.addWidget(button)
        column.addWidget(self._specimen)
        column.addWidget(self.verdict)
        column.addLayout(buttons)
        column.addWidget(self.text)
        column.addWidget(self.background)
        column.addStretch(1)
        self.text.changed.connect(self._tell)
        self.background.changed.connect(self._tell)
        self.mend.clicked.connect(self._mend)
        self.take.clicked.connect(self._take)
        self.close_button.clicked.connect(self.close)
        say = self._words.say
        say(self.setWindowTitle, lambda: _("Own colours"))
        say(self.mend.setText, lambda: _("Nearest with 7:1"))
        say(self.take.setText, lambda: _("Use these colours"))
        say(self.close_button.setText, lambda: _("Close"))
        self._tell()
        self.resize(fitting(parent, QSize(520, 760)))

    @property
    def ratio(self) -> float:
        """The contrast of the two colours."""
        return contrast(self.text.value, self.background.value)

    def show_colours(self, text: str, background: str) -> None:
        """Begin with these codes."""
        self.text.show_colour(Colour.parse(text))
        self.background.show_colour(Colour.parse(background))
        self._tell()

    def _tell(self) -> None:
        self._specimen.text_colour, self._specimen.ground = self.text.value, self.background.value
        self._specimen.update()
        ratio = self.ratio
        if ratio >= TEXT_CONTRAST:
            said = _("Contrast {ratio}:1. Good: 7:1 or more.")
        elif ratio >= LEAST:
            said = _("Contrast {ratio}:1. Weak: 7:1 is easier to read.")
        else:
            said = _("Contrast {ratio}:1. Too weak to read. Press “Nearest with 7:1”.")
        # Cut, not rounded: 6.99 must not be called 7.
        shown = number_text(int(ratio * 10 + 1e-6) / 10, 1)
        self.verdict.setText(said.format(ratio=shown))
        self.mend.setAccessibleDescription(self.verdict.text())
        self.take.setAccessibleDescription(self.verdict.text())
        self.mend.setEnabled(ratio < TEXT_CONTRAST)
        self.take.setEnabled(ratio >= LEAST)

    def _mend(self) -> None:
        self.text.show_colour(nearest(self.text.value, (self.background.value,)))
        self.take.setEnabled(True)
        self.take.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _take(self) -> None:
        self.chosen.emit(str(self.text.value), str(self.background.value))

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._words.repeat()
        self.text.tell()
        self.background.tell()
        self._tell()
