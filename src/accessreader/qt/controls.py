"""Buttons, check boxes and radio buttons whose words wrap instead of being cut off.

They are Qt's own in all that matters to keys and to assistive technology; only their labels are painted here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QFont, QIcon, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
)

from accessreader.qt.icons import pixmap
from accessreader.qt.palette import ACCENT_TEXT
from accessreader.qt.strokes import paint_tick
from accessreader.qt.style import SMALL_TARGET, TARGET, grown
from accessreader.qt.words import WrappedText, least_width, text_width, wrapped_height

_GAP: Final = 8
_WIDEST_LETTERS: Final = 36


class Button(QPushButton):
    """A button: an icon beside words. `main` is what its place is about; `small` is one of many alike."""

    def __init__(self, text: str = "", icon: str = "", *, main: bool = False, small: bool = False) -> None:
        super().__init__()
        self._icon = icon
        self._main = main
        self._small = small
        self._compact = False
        self.words = ""
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        _wrap(self)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show other words; they are the accessible name too."""
        super().setText(text.replace("&", "&&"))
        self.words = text
        self.setAccessibleName(text)

    def set_drawing(self, icon: str) -> None:
        """Show another drawing."""
        if icon != self._icon:
            self._icon = icon
            self.update()

    def set_compact(self, *, compact: bool) -> None:
        """Show the drawing without the words, where there is no room; they are still said."""
        if compact != self._compact:
            self._compact = compact
            self.setText(self.words)
            self.updateGeometry()

    def _shown(self) -> str:
        return "" if self._compact and self._icon else self.words

    def label_font(self) -> QFont:
        """The font of the words: slanted when the button cannot be used."""
        return _slanted(self)

    def _measures(self) -> tuple[int, int, int]:
        """The padding across and down and the width of what stands before the words, in pixels."""
        font = self.font()
        across, down = (12, 5) if self._small else (14, 9)
        side = grown(20 if self._small else 22, font)
        gap = grown(_GAP, font) if self._shown() else 0
        before = (side + gap if self._icon else 0) + (side if self.isCheckable() else 0)
        return grown(across, font), grown(down, font), before

    def _least(self) -> int:
        return grown(SMALL_TARGET if self._small else TARGET, self.font())

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that the words need in a width, a target's at least."""
        across, down, before = self._measures()
        height = wrapped_height(self._shown(), self.label_font(), width - 2 * across - before)
        return max(self._least(), height + 2 * down)

    def sizeHint(self) -> QSize:
        """The words in one line."""
        across, _down, before = self._measures()
        width = _widest(self._shown(), self) + 2 * across + before
        return QSize(max(self._least(), width), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few letters wide."""
        across, _down, before = self._measures()
        width = least_width(self._shown(), self.label_font()) + 2 * across + before
        return QSize(max(self._least(), width), self._least())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as the space bar does; once, however long it is held."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground by the style; then icon, tick and words."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        if self._main:
            option.features |= QStyleOptionButton.ButtonFeature.DefaultButton
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().color(ACCENT_TEXT if self._main or self.isChecked() else QPalette.ColorRole.ButtonText)
        painter.setPen(ink)
        across, _down, before = self._measures()
        room = self.width() - 2 * across - before
        text = WrappedText(self._shown(), self.label_font(), room)
        side = grown(20 if self._small else 22, self.font())
        taken = before if self.isChecked() or not self.isCheckable() else before - side
        left = max(float(across), (self.width() - taken - text.width) / 2)
        middle = self.height() / 2
        if self.isChecked():
            paint_tick(painter, QRectF(left - 2, middle - side * 0.4, side * 0.8, side * 0.8), ink)
            painter.setPen(ink)
            left += side
        if self._icon:
            image = pixmap(self._icon, ink.name(), side, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(round(left), round(middle - side / 2)), image)
            left += side + grown(_GAP, self.font())
        text.paint(painter, left, (self.height() - text.height) / 2)


if TYPE_CHECKING:
    _ButtonOfQt = QAbstractButton
else:
    _ButtonOfQt = object  # the class that it is mixed into brings Qt's part


class _Marked(_ButtonOfQt):
    """Words beside a mark: what a check box and a radio button have in common."""

    MARK: ClassVar[QStyle.PrimitiveElement]

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        _wrap(self)
        self.put_words(text)

    def put_words(self, text: str) -> None:
        """Show other words; they are the accessible name too."""
        self.words = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that the words need in a width, a target's at least."""
        return _marked_height(self, self.words, width)

    def sizeHint(self) -> QSize:
        """The words in one line."""
        width = _widest(self.words, self) + _before(self)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The mark and a few letters."""
        return QSize(least_width(self.words, _slanted(self)) + _before(self), grown(SMALL_TARGET, self.font()))

    def hitButton(self, place: QPoint) -> bool:
        """The words are part of the target."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The mark by the style, at the first line of the words."""
        _paint_marked(self, self.words, self.MARK)


def show_state(button: QAbstractButton, *, on: bool) -> None:
    """Switch a button without telling that it was switched.

    Why: whoever listens to a switch listens to `toggled`, not to `clicked`, for assistive technology switches without
    a click. What the program itself shows must not be heard as a wish.
    """
    with QSignalBlocker(button):
        button.setChecked(on)


class Check(_Marked, QCheckBox):
    """A check box."""

    MARK = QStyle.PrimitiveElement.PE_IndicatorCheckBox


class Radio(_Marked, QRadioButton):
    """A radio button."""

    MARK = QStyle.PrimitiveElement.PE_IndicatorRadioButton


class ChoiceGroup(QButtonGroup):
    """Buttons of which one is chosen. Tab stops at that one; arrows go between them.

    Why: left to itself Qt lets Tab stop at the first of them, chosen or not, until one has had the focus.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.buttonToggled.connect(self.order_stops)

    def order_stops(self) -> None:
        """Let Tab stop at the chosen button; at all while none is."""
        chosen = self.checkedButton()
        for button in self.buttons():
            stops = chosen is None or button is chosen
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)


def _before(control: QAbstractButton) -> int:
    """The room of the mark and the gap beside it."""
    return grown(24 + 10, control.font())


def _marked_height(control: QAbstractButton, words: str, width: int) -> int:
    height = wrapped_height(words, _slanted(control), width - _before(control))
    return max(grown(SMALL_TARGET + 4, control.font()), height + grown(8, control.font()))


def _paint_marked(control: QAbstractButton, words: str, mark: QStyle.PrimitiveElement) -> None:
    painter = QStylePainter(control)
    text = WrappedText(words, _slanted(control), control.width() - _before(control))
    top = (control.height() - text.height) / 2
    option = QStyleOptionButton()
    option.initFrom(control)
    option.state |= QStyle.StateFlag.State_On if control.isChecked() else QStyle.StateFlag.State_Off
    side = grown(24, control.font())
    line = text.height / max(1, text.lines)
    option.rect = QRect(0, max(0, round(top + line / 2 - side / 2)), side, side)
    painter.drawPrimitive(mark, option)
    painter.setPen(control.palette().color(QPalette.ColorRole.WindowText))
    text.paint(painter, _before(control), top)


def _widest(words: str, control: QAbstractButton) -> int:
    """The width of the words upright or slanted, so that nothing moves when a control is disabled."""
    slanted = QFont(control.font())
    slanted.setItalic(True)
    return max(text_width(words, control.font()), text_width(words, slanted))


def _slanted(control: QAbstractButton) -> QFont:
    font = QFont(control.font())
    font.setItalic(not control.isEnabled())
    return font


def _wrap(control: QAbstractButton) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    control.setSizePolicy(policy)
