"""What is painted on a page of a question: the answers as cards, words for the eye alone, a sample of an article."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from accessreader.preferences import Preferences
from accessreader.qt.palette import ACCENT, BORDER, QUIET, SMALLEST_POINTS
from accessreader.qt.questions import Answer
from accessreader.qt.samples import LETTERS, Sample, SchemeSample
from accessreader.qt.style import grown
from accessreader.qt.words import WrappedText, wrapped_height

SMALL: Final = 0.72
"""The share of the page's letters in which stands what is beside the question."""
_MOST_ON_A_CARD: Final = 1.7
"""Times the page's letters; larger ones would leave no room for the other answers."""


def card_of(answer: Answer) -> Sample:
    """An answer to choose; a scheme in its own colours."""
    return AnswerCard(answer) if answer.theme is None else SchemeSample(answer.theme)


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
            said = [(LETTERS, shown, ink), (self._answer.title(""), plain, ink)]
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
