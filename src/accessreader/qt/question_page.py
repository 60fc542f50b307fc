"""One question on a page of its own: what is asked, the answers as cards, what leads back and on.

To assistive technology it is a group named after the question, and in it radio buttons with their places: whoever
comes to the page hears the question and the present answer, whoever goes on by an arrow the next answer alone.

The letters are larger than those of the window, for nobody has said yet how large they must be; where they are chosen
larger, the page grows with them, as far as a line still holds some words.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QGroupBox, QSizePolicy, QVBoxLayout, QWidget

from accessreader.messages import _
from accessreader.preferences import Preferences
from accessreader.qt.controls import Button, ChoiceGroup
from accessreader.qt.flow import FlowLayout
from accessreader.qt.palette import ACCENT, BORDER, QUIET, SMALLEST_POINTS
from accessreader.qt.questions import Answer, Question, told
from accessreader.qt.samples import Sample, SchemeSample
from accessreader.qt.scroll_column import ScrollColumn
from accessreader.qt.style import grown
from accessreader.qt.words import Label, WrappedText, wrapped_height

LARGE: Final = 20.0
"""Points of the questions as long as nobody has asked for more."""
SMALL: Final = 0.72
"""The share of the page's letters in which stands what is beside the question."""
LETTERS_A_LINE: Final = 20
_MOST_ON_A_CARD: Final = 1.7
"""Times the page's letters; larger ones would leave no room for the other answers."""
_MARGIN: Final = 16
_WIDEST_LETTERS: Final = 46
_LETTERS: Final = "Аа Әә"
_Key = Qt.Key

STEPS: Final = {_Key.Key_Down: 1, _Key.Key_Right: 1, _Key.Key_Up: -1, _Key.Key_Left: -1}
ON: Final = frozenset({_Key.Key_Return, _Key.Key_Enter})
BACK: Final = frozenset({_Key.Key_Escape, _Key.Key_Backspace, _Key.Key_Back})
SCROLL: Final = {_Key.Key_PageDown: 1, _Key.Key_PageUp: -1}


class AnswerCard(Sample):
    """An answer with what it brings; letters in the size, or the title in the spacing, that it stands for."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self._answer = answer

    def sizeHint(self) -> QSize:
        """Narrow where it is but a size; else as wide as there is room."""
        width = grown(140 if self._answer.points else 620, self.font())
        return QSize(width, self.heightForWidth(width))

    def lines(self) -> list[tuple[str, QFont, QColor]]:
        """The title, and what the answer brings."""
        title = QFont(self.font())
        title.setBold(True)
        if self._answer.spacing:
            spacing = self._answer.spacing * QFontInfo(title).pixelSize()
            title.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
        plain = QFont(self.font())
        plain.setPointSizeF(max(SMALLEST_POINTS, plain.pointSizeF() * SMALL))
        colours = self.palette()
        ink = colours.color(QPalette.ColorRole.Text)
        said = [(self._answer.title(""), title, ink)]
        if self._answer.points:
            shown = QFont(self.font())
            shown.setPointSizeF(min(self._answer.points, self.font().pointSizeF() * _MOST_ON_A_CARD))
            said = [(_LETTERS, shown, ink), (self._answer.title(""), plain, ink)]
        if detail := self._answer.detail(""):
            said.append((detail, plain, colours.color(QUIET)))
        return said


class Seen(QWidget):
    """Words that are seen and not heard: a screen reader would say them at every question."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def put(self, text: str) -> None:
        """Show words."""
        self._text = text
        self.updateGeometry()
        self.update()

    def text_font(self) -> QFont:
        """The letters: small ones of the page."""
        font = QFont(self.font())
        font.setPointSizeF(max(SMALLEST_POINTS, font.pointSizeF() * SMALL))
        return font

    def pad(self) -> int:
        """Pixels round the words."""
        return 0

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that the words need in a width."""
        return wrapped_height(self._text, self.text_font(), width - 2 * self.pad()) + 2 * self.pad()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        width = grown(620, self.font())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QUIET))
        self.paint_words(painter)

    def paint_words(self, painter: QPainter) -> None:
        """The words in the painter's ink."""
        WrappedText(self._text, self.text_font(), self.width() - 2 * self.pad()).paint(painter, self.pad(), self.pad())


class SampleText(Seen):
    """A few words as an article would show them."""

    def __init__(self) -> None:
        super().__init__()
        self._font = QFont()

    def show_text(self, text: str, preferences: Preferences) -> None:
        """Show the words as they are preferred."""
        font = QFont(preferences.font_family)
        font.setPointSizeF(preferences.font_size)
        pixels = QFontInfo(font).pixelSize()
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, preferences.letter_spacing * pixels)
        font.setWordSpacing(preferences.word_spacing * pixels)
        self._font = font
        self.put(text)

    def text_font(self) -> QFont:
        """The article's letters."""
        return self._font

    def pad(self) -> int:
        """Pixels round the words."""
        return grown(12, self.font())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words on the article's ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        self.paint_words(painter)


class Steps(QWidget):
    """How many questions there are, and at which one is: a row of short lines. It says nothing: words beside it do."""

    def __init__(self, number: int, count: int) -> None:
        super().__init__()
        self._number, self._count = number, count
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A line's height."""
        return QSize(self._count * 12, grown(6, self.font()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What is behind and present is full, what comes is an outline."""
        painter = QPainter(self)
        gap = 6
        width = (self.width() - gap * (self._count - 1)) / self._count
        for at in range(self._count):
            place = QRectF(at * (width + gap), 0, width, self.height()).adjusted(1, 1, -1, -1)
            painter.setPen(self.palette().color(BORDER))
            painter.setBrush(self.palette().color(ACCENT) if at <= self._number else Qt.BrushStyle.NoBrush)
            painter.drawRect(place)


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
        self.cards: list[Sample] = [_card(answer) for answer in question.answers]
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


def _card(answer: Answer) -> Sample:
    return AnswerCard(answer) if answer.theme is None else SchemeSample(answer.theme)
