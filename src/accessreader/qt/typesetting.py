"""Text into lines: one `Piece` from runs, at the reader's size and spacing.

Why our own line positions: `QTextLayout` knows no line height. Each line is created, then put where the reader's line
height wants it, half of the extra room above and half below; a line with taller letters of another script gets more.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout, QTextOption

from accessreader.article import Runs, joined
from accessreader.qt.invisible import invisible_marks
from accessreader.qt.layout import Line, Piece
from accessreader.qt.offsets import LINE_SEPARATOR, Offsets, shown
from accessreader.qt.typography import Typography
from accessreader.theme import Colour

_RIGHT_TO_LEFT: Final = ("R", "AL")
_STRONG_DIRECTIONS: Final = ("L", *_RIGHT_TO_LEFT)


@dataclass(frozen=True, slots=True)
class Manner:
    """How a piece is set. `breaks` are offsets in the piece where a blank becomes the end of a line."""

    scale: float = 1.0
    strong: bool = False
    emphasis: bool = False
    fixed: bool = False
    role: str = "text"
    breaks: tuple[int, ...] = ()


PLAIN: Final = Manner()


def paint(colour: Colour) -> QColor:
    """A colour of a theme as Qt's."""
    return QColor(colour.red, colour.green, colour.blue)


def reads_leftward(text: str) -> bool:
    """Whether the first letter with a direction is of a right-to-left script (Unicode's rules P2 and P3)."""
    for character in text:
        if character < "\u0590" and character.isalpha():
            return False
        direction = unicodedata.bidirectional(character)
        if direction in _STRONG_DIRECTIONS:
            return direction in _RIGHT_TO_LEFT
    return False


def goes_both_ways(text: str) -> bool:
    """Whether any letter is of a right-to-left script."""
    return any(character >= "\u0590" and unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text)


def _with_breaks(text: str, breaks: Iterable[int]) -> str:
    letters = list(text)
    for at in breaks:
        letters[at] = LINE_SEPARATOR
    return "".join(letters)


def _formats(runs: Runs, offsets: Offsets, manner: Manner, typography: Typography) -> list[QTextLayout.FormatRange]:
    out: list[QTextLayout.FormatRange] = []
    at = 0
    for run in runs:
        start, at = at, at + len(run.text)
        if start == at or not (run.strong or run.emphasis or run.href):
            continue
        style = QTextCharFormat()
        if run.strong or run.emphasis:
            style.setFont(
                typography.font(
                    manner.scale,
                    strong=manner.strong or run.strong,
                    emphasis=manner.emphasis or run.emphasis,
                    fixed=manner.fixed,
                )
            )
        if run.href:
            style.setForeground(paint(typography.theme.link))
            style.setFontUnderline(True)
        reach = QTextLayout.FormatRange()
        reach.start = offsets.to_units(start)
        reach.length = offsets.to_units(at) - reach.start
        reach.format = style
        out.append(reach)
    return out


def _option(typography: Typography, manner: Manner, *, rtl: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    option.setAlignment(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
    option.setTabStopDistance(4 * typography.character * manner.scale)
    return option


def set_piece(
    runs: Runs, start: int, width: float, *, typography: Typography, manner: Manner = PLAIN, rtl: bool | None = None
) -> Piece:
    """The runs, of which the first character has the offset `start` in its block, in lines of a width.

    The piece stands at 0, 0. `rtl` forces a direction; without it the text's own is found.
    """
    text = joined(runs)
    offsets = Offsets(text)
    leftward = reads_leftward(text) if rtl is None else rtl
    layout = QTextLayout(
        _with_breaks(shown(text), manner.breaks) if manner.breaks else shown(text),
        typography.font(manner.scale, strong=manner.strong, emphasis=manner.emphasis, fixed=manner.fixed),
    )
    layout.setCacheEnabled(True)
    layout.setTextOption(_option(typography, manner, rtl=leftward))
    if formats := _formats(runs, offsets, manner, typography):
        layout.setFormats(formats)
    piece = Piece(layout, offsets, start, 0.0, 0.0, width, manner.role, leftward)
    piece.mixed = goes_both_ways(text)
    if typography.appearance.invisible_characters:
        piece.marks = invisible_marks(text)
    _break_lines(piece, typography, manner)
    return piece


def _break_lines(piece: Piece, typography: Typography, manner: Manner) -> None:
    wanted = typography.line(manner.scale)
    usual = typography.metrics(manner.scale, strong=manner.strong).height()
    layout, y = piece.layout, 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(piece.width)
        natural = line.height()
        height = wanted + max(0.0, natural - usual - 1)
        line.setPosition(QPointF(0, y + (height - natural) / 2))
        first = line.textStart()
        piece.lines.append(
            Line(
                piece, len(piece.lines), y, y + height,
                piece.code(first), piece.code(first + line.textLength()),
            )
        )  # fmt: skip
        y += height
    layout.endLayout()
    if not piece.lines:
        piece.lines.append(Line(piece, 0, 0.0, wanted, piece.start, piece.end))
        y = wanted
    piece.height = y
