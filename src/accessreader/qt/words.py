"""Text that never falls off: it wraps between words, and inside a word only where a line cannot hold it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QLocale, QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QSizePolicy

from accessreader.messages import current_language

HEADING_SCALE: Final = 1.15
TITLE_SCALE: Final = 1.35
_LEAST_LETTERS: Final = 5
_LEAST_SHARE: Final = 0.75


class WrappedText:
    """A text in a font, broken into the lines that a width holds.

    Where a word is longer than a line, the letters shrink by up to a quarter so that it holds; only then it is broken.
    """

    def __init__(self, text: str, font: QFont, width: float, *, centred: bool = False) -> None:
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout = QTextLayout(text.replace("\n", "\u2028"), font)
        self._layout.setTextOption(option)
        self.height = 0.0
        self.width = 0.0
        self._break(width)
        if self.lines > 1 and (share := _share_for_words(text, font, width)) < 1:
            smaller = QFont(font)
            smaller.setPointSizeF(font.pointSizeF() * share)
            self._layout.setFont(smaller)
            self._break(width)

    def _break(self, width: float) -> None:
        self.height = 0.0
        self.width = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, self.height))
            self.height += line.height()
            self.width = max(self.width, line.naturalTextWidth())
        self._layout.endLayout()

    @property
    def lines(self) -> int:
        """The number of lines."""
        return self._layout.lineCount()

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the lines in the painter's pen, their upper left corner at a place."""
        self._layout.draw(painter, QPointF(x, y))


@lru_cache(maxsize=2048)
def _measured(text: str, font: str, width: int) -> float:
    face = QFont()
    face.fromString(font)
    wrapped = WrappedText(text, face, width)
    return wrapped.height


def wrapped_height(text: str, font: QFont, width: int) -> int:
    """The height in pixels of a text in a width; Qt asks often, so it is kept."""
    return round(_measured(text, font.toString(), width) + 0.5)


def _share_for_words(text: str, font: QFont, width: float) -> float:
    """The share of the type size at which the longest word holds in a line; 1 where none need or can."""
    metrics = QFontMetricsF(font)
    longest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0.0)
    share = (width - 4) / longest if longest > 0 else 1.0
    return share if _LEAST_SHARE <= share < 1 else 1.0


def text_width(text: str, font: QFont) -> int:
    """The width in pixels of a text that is not broken (but where it says so)."""
    metrics = QFontMetricsF(font)
    return max((int(metrics.horizontalAdvance(line)) + 2 for line in text.split("\n")), default=0)


def least_width(text: str, font: QFont) -> int:
    """The least width that a text is happy with: a few letters, or all of it when it is shorter."""
    return min(text_width(text, font), int(QFontMetricsF(font).averageCharWidth() * _LEAST_LETTERS))


def number_text(value: float, digits: int = 2) -> str:
    """A number as it is written in the language of the interface, without zeros at its end."""
    locale = QLocale(current_language())
    text = locale.toString(float(value), "f", digits)
    point = locale.decimalPoint()
    return (text.rstrip("0").rstrip(point) if point in text else text).replace("-", "\u2212")


class Words:
    """The texts of a panel: said once when it is built, and again when the language changes."""

    def __init__(self) -> None:
        self._said: list[tuple[Callable[[str], object], Callable[[], str]]] = []

    def say(self, put: Callable[[str], object], text: Callable[[], str]) -> None:
        """Put a text where it is shown, now and at every `repeat`."""
        self._said.append((put, text))
        put(text())

    def repeat(self) -> None:
        """Put every text again, in the language of now."""
        for put, text in self._said:
            put(text())


class Label(QLabel):
    """A label which wraps.

    `scale` makes it larger than its surroundings, `role` is the palette's role of its ink, `widest` how many letters
    it would have in a line if there is room for any number.
    """

    def __init__(
        self,
        text: str = "",
        *,
        scale: float = 1.0,
        bold: bool = False,
        role: QPalette.ColorRole = QPalette.ColorRole.WindowText,
        widest: int = 40,
    ) -> None:
        super().__init__(text)
        self._scale = scale
        self._bold = bold
        self._role = role
        self._widest = widest
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        """Show another text; a label without one takes no room."""
        super().setText(text)
        self.updateGeometry()
        self.update()

    def text_font(self) -> QFont:
        """The font in which the text is set."""
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * self._scale)
        font.setBold(self._bold or font.bold())
        return font

    def hasHeightForWidth(self) -> bool:
        """The text wraps, so its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the text in lines of a width, in pixels."""
        return wrapped_height(self.text(), self.text_font(), width) if self.text() else 0

    def sizeHint(self) -> QSize:
        """As wide as the text in one line, but no wider than it may be."""
        font = self.text_font()
        width = min(text_width(self.text(), font), int(QFontMetricsF(font).averageCharWidth() * self._widest))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few letters wide, one line high."""
        font = self.text_font()
        return QSize(least_width(self.text(), font), int(QFontMetricsF(font).height()) if self.text() else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The text, wrapped."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self._role))
        WrappedText(self.text(), self.text_font(), self.width()).paint(painter, 0, 0)


class Aside(Label):
    """A label that says what a control beside it says of itself: assistive technology hears it there, and only there.

    Why: Orca reads the labels of a group on the way in, all but those that belong to something, and after them the
    control with its own name and description.
    """

    node: QAccessibleWidget | None = None
