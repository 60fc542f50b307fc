"""Paints a part of an article. Every colour comes from the theme; nothing is said by colour alone.

Selection, hits and the words being read are paint over a finished layout, never a change of the text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPixmap, QTextCharFormat, QTextLayout

from accessreader.qt.layout import PartLayout, Piece, Shape, horizontal
from accessreader.qt.typesetting import paint
from accessreader.theme import Theme


@dataclass(frozen=True, slots=True)
class Tint:
    """Characters `start` to `end` of a block on the ground of a role of the theme.

    At wish outlined, underlined or boxed, so that no two marks differ by colour alone.
    """

    start: int
    end: int
    role: str
    outlined: bool = False
    underlined: bool = False
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class Brush:
    """What painting needs beside the part; `clip` is what is to be painted, `em` the text size."""

    painter: QPainter
    theme: Theme
    em: float
    clip: QRectF
    picture: Callable[[str, QSize], QPixmap | None]


_GROUNDLESS: Final = "outline"


def _tint_format(theme: Theme, role: str) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setBackground(paint(getattr(theme, role)))
    style.setForeground(paint(getattr(theme, f"{role}_text")))
    return style


def _selections(piece: Piece, tints: list[Tint], theme: Theme) -> list[QTextLayout.FormatRange]:
    out: list[QTextLayout.FormatRange] = []
    for tint in tints:
        start, end = max(tint.start, piece.start), min(tint.end, piece.end)
        if start >= end or tint.role == _GROUNDLESS:
            continue
        reach = QTextLayout.FormatRange()
        reach.start = piece.units(start)
        reach.length = piece.units(end) - reach.start
        reach.format = _tint_format(theme, tint.role)
        out.append(reach)
    return out


def paint_part(brush: Brush, layout: PartLayout, origin: QPointF, tints: list[Tint]) -> None:
    """Paint a part with its corner at `origin`; later tints lie over earlier ones."""
    for shape in layout.shapes:
        _paint_shape(brush, shape, shape.rect.translated(origin))
    painter = brush.painter
    for mark in layout.marks:
        painter.setFont(mark.font)
        painter.setPen(paint(getattr(brush.theme, mark.role)))
        painter.drawText(origin + QPointF(mark.x, mark.baseline), mark.text)
    for piece in layout.labels:
        _paint_piece(brush, piece, origin, [])
    for piece in layout.pieces:
        _paint_piece(brush, piece, origin, tints)
    for tint in tints:
        if tint.outlined or tint.underlined or tint.boxed:
            _paint_lines(brush, tint, layout.rects(tint.start, tint.end), origin)


def _paint_lines(brush: Brush, tint: Tint, rects: list[QRectF], origin: QPointF) -> None:
    if tint.outlined:
        paint_outline(brush, rects, origin)
    if tint.underlined:
        _paint_underline(brush, rects, origin)
    if tint.boxed:
        _paint_box(brush, rects, origin)


def _paint_piece(brush: Brush, piece: Piece, origin: QPointF, tints: list[Tint]) -> None:
    clip = brush.clip
    corner = origin + QPointF(piece.x, piece.y)
    if corner.y() > clip.bottom() or corner.y() + piece.height + brush.em < clip.top():
        return
    brush.painter.setPen(paint(getattr(brush.theme, piece.role)))
    piece.layout.draw(brush.painter, corner, _selections(piece, tints, brush.theme), clip)
    if piece.marks:
        _paint_invisible(brush, piece, corner)


def paint_outline(brush: Brush, rects: list[QRectF], origin: QPointF) -> None:
    """A line around some rectangles, in the colour of the focus."""
    thick = max(2.0, brush.em / 12)
    brush.painter.setPen(QPen(paint(brush.theme.focus), thick))
    brush.painter.setBrush(Qt.BrushStyle.NoBrush)
    for rect in rects:
        brush.painter.drawRoundedRect(rect.translated(origin).adjusted(-thick, -thick / 2, thick, thick / 2), 3, 3)


def _paint_underline(brush: Brush, rects: list[QRectF], origin: QPointF) -> None:
    thick = max(2.0, brush.em / 9)
    for rect in rects:
        under = QRectF(rect.x(), rect.bottom() - thick / 2, rect.width(), thick).translated(origin)
        brush.painter.fillRect(under, paint(brush.theme.accent))


def _paint_box(brush: Brush, rects: list[QRectF], origin: QPointF) -> None:
    """A square frame in the ink of what is written in it, within one in the ink of the page: seen on any ground."""
    thick = max(2.0, brush.em / 14)
    brush.painter.setBrush(Qt.BrushStyle.NoBrush)
    for inset, ink in ((0.0, brush.theme.text), (thick, brush.theme.spoken)):
        brush.painter.setPen(QPen(paint(ink), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap,
                                  Qt.PenJoinStyle.MiterJoin))  # fmt: skip
        for rect in rects:
            around = rect.translated(origin).adjusted(-2 * thick, -thick / 2, 2 * thick, thick / 2)
            brush.painter.drawRect(around.adjusted(inset, inset, -inset, -inset))


def _paint_shape(brush: Brush, shape: Shape, rect: QRectF) -> None:
    painter = brush.painter
    colour = paint(getattr(brush.theme, shape.role))
    if shape.kind in ("picture", "sign"):
        _paint_picture(brush, shape, rect)
    elif shape.kind in ("surface", "frame"):
        painter.setPen(QPen(paint(brush.theme.border), 2 if shape.kind == "frame" else 1))
        painter.setBrush(colour)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
    else:
        painter.fillRect(rect, colour)


def _paint_picture(brush: Brush, shape: Shape, rect: QRectF) -> None:
    pixmap = brush.picture(shape.source, QSize(round(rect.width()), round(rect.height())))
    if pixmap is None:
        brush.painter.setPen(QPen(paint(brush.theme.border), 1))
        brush.painter.setBrush(paint(brush.theme.surface))
        brush.painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
        return
    brush.painter.drawPixmap(rect, pixmap, QRectF(pixmap.rect()))


def _paint_invisible(brush: Brush, piece: Piece, corner: QPointF) -> None:
    """The signs of characters that nobody sees; those without a width stand beside a tick."""
    painter = brush.painter
    font = QFont(piece.layout.font())
    font.setBold(True)
    small = QFont(font)
    small.setPixelSize(max(7, round(font.pixelSize() * 0.5)))
    pen = QPen(paint(brush.theme.accent), max(1.5, brush.em / 18))
    painter.setPen(pen)
    for at, sign in piece.marks:
        line = piece.layout.lineForTextPosition(piece.offsets.to_units(at))
        if not line.isValid():
            continue
        left = horizontal(line, piece.offsets.to_units(at))
        right = horizontal(line, piece.offsets.to_units(at + 1))
        top, baseline = corner.y() + line.y(), corner.y() + line.y() + line.ascent()
        middle = corner.x() + (left + right) / 2
        if abs(right - left) < 1:
            painter.drawLine(QPointF(middle, top), QPointF(middle, top + line.height()))
            painter.setFont(small)
            painter.drawText(QPointF(middle + 2, top + small.pixelSize()), sign)
        else:
            painter.setFont(font)
            wide = painter.fontMetrics().horizontalAdvance(sign)
            painter.drawText(QPointF(middle - wide / 2, baseline), sign)


def paint_ring(brush: Brush, rect: QRectF) -> None:
    """The ring of the focus, three pixels or more, just inside a rectangle."""
    thick = max(3.0, min(6.0, brush.em / 10))
    brush.painter.setPen(QPen(paint(brush.theme.focus), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap,
                              Qt.PenJoinStyle.MiterJoin))  # fmt: skip
    brush.painter.setBrush(Qt.BrushStyle.NoBrush)
    brush.painter.drawRect(rect.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2))


def paint_caret(brush: Brush, rect: QRectF) -> None:
    """The caret: a steady bar, thicker for larger text."""
    thick = min(10.0, max(2.0, round(brush.em / 11)))
    brush.painter.fillRect(QRectF(rect.x() - thick, rect.y(), thick, rect.height()), paint(brush.theme.text))
