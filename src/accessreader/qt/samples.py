"""Choices that show what they are: a colour scheme in its own colours, a typeface in its own letters.

They are radio buttons to keys and to assistive technology: one stop of Tab for all, arrows between them.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from accessreader.qt.palette import ACCENT, BORDER, QUIET, colour
from accessreader.qt.strokes import paint_tick
from accessreader.qt.style import grown
from accessreader.qt.words import WrappedText, least_width, number_text, text_width, wrapped_height
from accessreader.theme import Theme, contrast

LETTERS: Final = "Аа Әә"
ALPHABET: Final = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі"


class Sample(QRadioButton):
    """A card with lines of text, each with its font, and a tick when it is the one."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def lines(self) -> list[tuple[str, QFont, QColor]]:
        """What stands on the card."""
        raise NotImplementedError

    def ground(self) -> QColor:
        """The colour of the card."""
        return self.palette().color(QPalette.ColorRole.Base)

    def tick(self) -> QColor:
        """The colour of the tick."""
        return self.palette().color(ACCENT)

    def _pad(self) -> int:
        return grown(12, self.font())

    def _side(self) -> int:
        return grown(22, self.font())

    def _height(self, width: int) -> int:
        room = width - 2 * self._pad()
        texts = self.lines()
        first = wrapped_height(texts[0][0], texts[0][1], room - self._side() - 4)
        return first + sum(wrapped_height(text, font, room) for text, font, _ink in texts[1:]) + 2 * self._pad()

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that the words need in a width."""
        return max(grown(44, self.font()), self._height(width))

    def sizeHint(self) -> QSize:
        """Room for the widest line, but for names no more than twenty letters."""
        width = max(text_width(text, font) for text, font, _ink in self.lines())
        width = min(width + 2 * self._pad() + self._side(), grown(140, self.font()))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        width = least_width(LETTERS, self.font()) + 2 * self._pad() + self._side()
        return QSize(width, grown(44, self.font()))

    def hitButton(self, place: QPoint) -> bool:
        """The whole card is the target."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        active = chosen or (self.underMouse() and self.isEnabled())
        pen = QPen(self.palette().color(QPalette.ColorRole.WindowText if active else BORDER), 4 if chosen else 2)
        if not self.isEnabled():
            pen.setStyle(pen.style().DashLine)
        half = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(self.ground())
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 6, 6)
        pad, side = self._pad(), self._side()
        room, top = self.width() - 2 * pad, float(pad)
        for number, (text, font, ink) in enumerate(self.lines()):
            wrapped = WrappedText(text, font, room - (side + 4 if number == 0 else 0))
            painter.setPen(ink)
            wrapped.paint(painter, pad, top)
            top += wrapped.height
        if chosen:
            paint_tick(painter, QRectF(self.width() - pad - side, pad, side, side), self.tick())


class SchemeSample(Sample):
    """A colour scheme in its own colours, with its name and its ratio."""

    def __init__(self, theme: Theme, title: str = "") -> None:
        super().__init__()
        self._title = title
        self.show_scheme(theme, title)

    def show_scheme(self, theme: Theme, title: str = "") -> None:
        """Show another scheme; `title` stands instead of its own name."""
        self._theme = theme
        self._title = title
        self.setAccessibleName(f"{self.title}, {self.ratio}")
        self.updateGeometry()
        self.update()

    def rename(self) -> None:
        """Say the scheme's name in the language of now."""
        self.show_scheme(self._theme, self._title)

    @property
    def title(self) -> str:
        """The name of the scheme in the language of now."""
        return self._title or self._theme.title

    @property
    def ratio(self) -> str:
        """The contrast of its text, as "7.8:1"."""
        return f"{number_text(contrast(self._theme.text, self._theme.background), 1)}:1"

    def ground(self) -> QColor:
        """The scheme's own ground."""
        return colour(self._theme.background)

    def tick(self) -> QColor:
        """The scheme's own ink."""
        return colour(self._theme.text)

    def lines(self) -> list[tuple[str, QFont, QColor]]:
        """Letters, name, ratio."""
        large, plain = QFont(self.font()), QFont(self.font())
        large.setPointSizeF(large.pointSizeF() * 1.4)
        large.setBold(True)
        plain.setItalic(not self.isEnabled())
        ink = colour(self._theme.text)
        return [(LETTERS, large, ink), (self.title, plain, ink), (self.ratio, plain, ink)]


class FontSample(Sample):
    """A typeface in its own letters, with a word about its coverage."""

    def __init__(self, family: str, coverage: str) -> None:
        super().__init__()
        self.family = family
        self._coverage = coverage
        self.show_coverage(coverage)

    def show_coverage(self, coverage: str) -> None:
        """The word about its letters, in the language of now."""
        self._coverage = coverage
        self.setAccessibleName(f"{self.family}, {coverage}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        width = grown(300, self.font())
        return QSize(width, self.heightForWidth(width))

    def lines(self) -> list[tuple[str, QFont, QColor]]:
        """Name, Kazakh letters, coverage."""
        own = QFont(self.font())
        own.setFamily(self.family)
        name = QFont(own)
        name.setPointSizeF(own.pointSizeF() * 1.15)
        own.setItalic(not self.isEnabled())
        colours = self.palette()
        ink = colours.color(QPalette.ColorRole.Text)
        small = QFont(self.font())
        return [(self.family, name, ink), (ALPHABET, own, ink), (self._coverage, small, colours.color(QUIET))]
