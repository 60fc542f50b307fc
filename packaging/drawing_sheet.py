"""The sheet that `draw_pictures` draws on: shapes of one flat colour, and the colours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

WIDTH: Final = 1200
HEIGHT: Final = 675

NAVY, BLUE, AZURE, SKY = "#12324f", "#2f6690", "#6ea0c4", "#d5e6f1"
CREAM, SAND, GOLD, OCHRE = "#fbf6ea", "#efdfbb", "#f2bf3f", "#c98a2b"
WOOD, BARK, BRICK, INK = "#a8703f", "#6d4527", "#b5523b", "#1d2733"
GREEN, LEAF, MOSS, WHITE = "#47754a", "#86a95f", "#2f5236", "#ffffff"

Points = Sequence[tuple[float, float]]


def points(text: str) -> list[tuple[float, float]]:
    """Points written as `x,y x,y`."""
    return [(float(x), float(y)) for x, _, y in (each.partition(",") for each in text.split())]


class Sheet:
    """A painter that speaks in shapes: every call fills one of them with one colour."""

    def __init__(self, painter: QPainter) -> None:
        self.painter = painter

    def box(  # noqa: PLR0917 (as a painter's own)
        self, colour: str, x: float, y: float, w: float, h: float, r: float = 0
    ) -> None:
        """A rectangle, its corners rounded by `r`."""
        self._fill(colour)
        self.painter.drawRoundedRect(QRectF(x, y, w, h), r, r)

    def disc(  # noqa: PLR0917 (as a painter's own)
        self, colour: str, x: float, y: float, r: float, ry: float | None = None
    ) -> None:
        """A circle about a point, or an ellipse."""
        self._fill(colour)
        self.painter.drawEllipse(QPointF(x, y), r, r if ry is None else ry)

    def shape(self, colour: str, points: Points) -> None:
        """A polygon."""
        self._fill(colour)
        self.painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))

    def line(self, colour: str, width: float, points: Points) -> None:
        """A line through points, its ends round."""
        pen = QPen(QColor(colour), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))

    def curve(self, colour: str, outline: str) -> None:
        """A closed shape of cubic curves: a start, then three points (two handles, one end) a curve."""
        start, *rest = [QPointF(x, y) for x, y in points(outline)]
        path = QPainterPath(start)
        for one, two, end in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
            path.cubicTo(one, two, end)
        path.closeSubpath()
        self._fill(colour)
        self.painter.drawPath(path)

    def arch(  # noqa: PLR0917 (as a painter's own)
        self, colour: str, x: float, y: float, w: float, h: float
    ) -> None:
        """A window or door: a half circle over a rectangle; `y` is its top."""
        self.disc(colour, x + w / 2, y + w / 2, w / 2)
        self.box(colour, x, y + w / 2, w, h - w / 2)

    def turned(self, x: float, y: float, degrees: float, draw: Callable[[], None]) -> None:
        """Draw about a point, turned clockwise."""
        self.painter.save()
        self.painter.translate(x, y)
        self.painter.rotate(degrees)
        draw()
        self.painter.restore()

    def _fill(self, colour: str) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(colour))


def bands(sheet: Sheet, top: float, colours: Sequence[str], height: float) -> None:
    """Stripes of equal height, one under the other."""
    for row, colour in enumerate(colours):
        sheet.box(colour, 0, top + row * height, WIDTH, height + 1)
