"""One question on a page of its own: what is asked, the answers as cards, what leads back and on.

To assistive technology it is a group named after the question, and in it radio buttons with their places: whoever
comes to the page hears the question and the present answer, whoever goes on by an arrow the next answer alone.

The letters are larger than those of the window, for nobody has said yet how large they must be; where they are chosen
larger, the page grows with them, as far as a line still holds some words.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGroupBox, QVBoxLayout, QWidget

from accessreader.messages import _
from accessreader.preferences import Preferences
from accessreader.qt.controls import Button, ChoiceGroup
from accessreader.qt.flow import FlowLayout
from accessreader.qt.palette import QUIET, SMALLEST_POINTS
from accessreader.qt.question_parts import SMALL, SampleText, Seen, Steps, card_of
from accessreader.qt.questions import Question, told
from accessreader.qt.samples import Sample
from accessreader.qt.scroll_column import ScrollColumn
from accessreader.qt.style import grown
from accessreader.qt.words import Label

LARGE: Final = 20.0
"""Points of the questions as long as nobody has asked for more."""
LETTERS_A_LINE: Final = 20
_MARGIN: Final = 16
_WIDEST_LETTERS: Final = 46
_Key = Qt.Key

STEPS: Final = {_Key.Key_Down: 1, _Key.Key_Right: 1, _Key.Key_Up: -1, _Key.Key_Left: -1}
ON: Final = frozenset({_Key.Key_Return, _Key.Key_Enter})
BACK: Final = frozenset({_Key.Key_Escape, _Key.Key_Backspace, _Key.Key_Back})
SCROLL: Final = {_Key.Key_PageDown: 1, _Key.Key_PageUp: -1}


class QuestionPage(QGroupBox):
    """The page. It decides nothing: it tells which key or button was pressed."""

    stepped = Signal(int)
    chosen = Signal(int)
    on_wanted = Signal()
    back_wanted = Signal()
    again_wanted = Signal()
    voice_wanted = Signal()

    def __init__(self, question: Question, number: int, count: int) -> None:
        super().__init__()
        self._question, self._number, self._count = question, number, count
        self._preferences = Preferences()
        self.setFlat(True)
        self.cards: list[Sample] = [card_of(answer) for answer in question.answers]
        self._buttons = ChoiceGroup(self)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._reveal)
        self._opening = True
        self._build()
        self.area.verticalScrollBar().rangeChanged.connect(lambda _low, _high: self._later.start())

    def _build(self) -> None:
        self._where = Label(role=QUIET, scale=SMALL)
        self._title = Label(bold=True, scale=1.3, widest=_WIDEST_LETTERS)
        self._hint = Label(role=QUIET, scale=0.8, widest=_WIDEST_LETTERS)
        self._notice = Label(scale=0.8, bold=True, widest=_WIDEST_LETTERS)
        self._sample, self._keys = SampleText(), Seen()
        self._back, self._on = Button(icon="back"), Button(icon="forward", main=True)
        self.area = ScrollColumn(gap=12)
        column = self.area.column
        for widget in (Steps(self._number, self._count), self._where, self._title, self._hint, self._sample):
            column.addWidget(widget)
        column.addLayout(self._answers())
        buttons = FlowLayout(gap=12)
        for button, signal in ((self._back, self.back_wanted), (self._on, self.on_wanted)):
            buttons.addWidget(button)
            button.clicked.connect(signal)
        column.addWidget(self._notice)
        column.addLayout(buttons)
        column.addWidget(self._keys)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        for stop in (*self.cards, self._back, self._on):
            stop.installEventFilter(self)

    def _answers(self) -> FlowLayout:
        flow = FlowLayout(gap=12, filling=True)
        for number, card in enumerate(self.cards):
            self._buttons.addButton(card)
            card.clicked.connect(lambda _checked=False, number=number: self.chosen.emit(number))
            flow.addWidget(card)
        return flow

    def show_question(self, preferences: Preferences, present: int, notice: str = "") -> None:
        """Show everything as preferred and in the language of now, with one answer chosen."""
        self._preferences = preferences
        self.fit()
        title, hint = self._question.title(""), self._question.hint("")
        where = _("Question {number} of {count}").format(number=self._number + 1, count=self._count)
        self._where.setText(where)
        self._title.setText(title)
        self._title.setAccessibleName(title.replace("\n", " "))
        self._say(self._hint, hint)
        self._say(self._notice, notice)
        self._sample.setVisible(self._question.sample)
        # Translators: words to try colours, size and spacing with.
        self._sample.show_text(_("The Senate has approved the new law."), preferences)
        self._back.setText(_("Leave it as it is") if not self._number else _("Back"))
        self._on.setText(_("Finish") if self._number + 1 == self._count else _("Go on"))
        keys = _(
            "Arrows or numbers choose, Enter goes on, Esc goes back. F1 says it again, F8 turns the voice on or off."
        )
        self._keys.put(keys)
        heard = (f"{where}.", title.replace("\n", " "), hint, "" if self._number else keys)
        _name(self, " ".join(part for part in heard if part))
        for number, (card, answer) in enumerate(zip(self.cards, self._question.answers, strict=True)):
            _name(card, told(answer, number, self._question, answer.language))
        if self._back.hasFocus() or self._on.hasFocus():
            self.cards[present].setChecked(True)
        else:
            self.choose(present)

    @staticmethod
    def _say(label: Label, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def choose(self, number: int) -> None:
        """Choose an answer, and go there."""
        self._later.start()
        self.cards[number].setChecked(True)
        self.cards[number].setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self) -> None:
        """Take the letters that go with the text and with the room."""
        font = page_font(self._preferences, self.width())
        if font != self.font():
            self.setFont(font)
        widest = round(QFontMetricsF(font).averageCharWidth() * _WIDEST_LETTERS) + grown(40, font)
        side = max(_MARGIN, (self.width() - widest) // 2)
        self.area.column.setContentsMargins(side, _MARGIN, side, _MARGIN)
        self._later.start()

    def _reveal(self) -> None:
        """Have the chosen answer in sight, once everything has found its place; a new question comes before it."""
        card = self._buttons.checkedButton()
        if card is None:
            return
        if self._opening:
            fits = card.geometry().bottom() <= self.area.viewport().height()
            self.area.verticalScrollBar().setValue(0 if fits else self._title.y() - _MARGIN)
        else:
            self.area.ensureWidgetVisible(card, 0, _MARGIN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self.fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Nothing: what is on the page is enough."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The page's keys are its own, whatever else they do in the window."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and self._deed(event) is not None:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        self._opening = False
        deed = self._deed(event)
        if deed is None:
            return False
        deed()
        return True

    def _deed(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key does on this page; None where it is the window's."""
        key = _Key(event.key())
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier):
            return None
        if key in STEPS:
            return lambda: self.stepped.emit(STEPS[key])
        if key in ON and not isinstance(self.focusWidget(), Button):
            return (lambda: None) if event.isAutoRepeat() else self.on_wanted.emit
        if key in BACK:
            return (lambda: None) if event.isAutoRepeat() else self.back_wanted.emit
        if key in SCROLL:
            return lambda: self._scroll(SCROLL[key])
        return self._named(key)

    def _named(self, key: Qt.Key) -> Callable[[], object] | None:
        number = key.value - _Key.Key_1.value
        if 0 <= number < len(self.cards):
            return lambda: self.chosen.emit(number)
        named = {
            _Key.Key_F1: self.again_wanted.emit,
            _Key.Key_F8: self.voice_wanted.emit,
            _Key.Key_Home: lambda: self.chosen.emit(0),
            _Key.Key_End: lambda: self.chosen.emit(len(self.cards) - 1),
        }
        return named.get(key)

    def _scroll(self, by: int) -> None:
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() + by * round(bar.pageStep() * 0.8))


def page_font(preferences: Preferences, width: int) -> QFont:
    """The letters of a page of questions that is so many pixels wide."""
    font = QFont(preferences.font_family)
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPointSizeF(max(LARGE, preferences.font_size))
    if width > 0:
        letter = QFontMetricsF(font).averageCharWidth()
        points = font.pointSizeF() * min(1.0, width / (LETTERS_A_LINE * max(letter, 1.0)))
        font.setPointSizeF(max(SMALLEST_POINTS, round(2 * points) / 2))
    return font


def _name(widget: QWidget, name: str) -> None:
    """Give a widget a name, once: assistive technology hears of each that is given."""
    if name != widget.accessibleName():
        widget.setAccessibleName(name)
