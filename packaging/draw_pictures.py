"""Draws the pictures of the demonstration site, and the program's sign as a PNG.

    python packaging/draw_pictures.py

Run by hand when a picture changes; what it makes is kept in resources/. Everything is flat colour
and simple shapes: such a picture stays clear in grey, at any size, and in a few kilobytes.
"""

from __future__ import annotations

import math
import os
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)
from PySide6.QtSvg import QSvgRenderer

RESOURCES: Final = Path(__file__).parents[1] / "resources"
WIDTH: Final = 1200
HEIGHT: Final = 675

NAVY, BLUE, AZURE, SKY = "#12324f", "#2f6690", "#6ea0c4", "#d5e6f1"
CREAM, SAND, GOLD, OCHRE = "#fbf6ea", "#efdfbb", "#f2bf3f", "#c98a2b"
WOOD, BARK, BRICK, INK = "#a8703f", "#6d4527", "#b5523b", "#1d2733"
GREEN, LEAF, MOSS, WHITE = "#47754a", "#86a95f", "#2f5236", "#ffffff"

Points = Sequence[tuple[float, float]]


class Sheet:
    """A painter that speaks in shapes: every call fills one of them with one colour."""

    def __init__(self, painter: QPainter) -> None:
        self.painter = painter

    def box(self, colour: str, x: float, y: float, w: float, h: float, r: float = 0) -> None:
        """A rectangle, its corners rounded by `r`."""
        self._fill(colour)
        self.painter.drawRoundedRect(QRectF(x, y, w, h), r, r)

    def disc(self, colour: str, x: float, y: float, r: float, ry: float | None = None) -> None:
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

    def curve(self, colour: str, start: tuple[float, float], points: Points) -> None:
        """A closed shape of cubic curves: three points (two handles, one end) a curve."""
        path = QPainterPath(QPointF(*start))
        for one, two, end in zip(points[::3], points[1::3], points[2::3], strict=True):
            path.cubicTo(QPointF(*one), QPointF(*two), QPointF(*end))
        path.closeSubpath()
        self._fill(colour)
        self.painter.drawPath(path)

    def arch(self, colour: str, x: float, y: float, w: float, h: float) -> None:
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


def hall(sheet: Sheet) -> None:
    """The hall of the house, seen from the last row."""
    sheet.box(SAND, 0, 0, WIDTH, HEIGHT)
    for x in (90, 260, 830, 1000):
        sheet.arch(CREAM, x - 10, 40, 130, 270)
        sheet.arch(SKY, x, 50, 110, 250)
        sheet.box(CREAM, x + 51, 50, 8, 250)
        sheet.box(CREAM, x, 170, 110, 8)
    sheet.box(NAVY, 440, 30, 320, 290)
    sheet.disc(GOLD, 600, 140, 58)
    for spoke in range(16):
        angle = spoke * math.pi / 8
        start, end = 72, 94 if spoke % 2 else 84
        way = (math.cos(angle), math.sin(angle))
        sheet.line(GOLD, 6, [(600 + way[0] * d, 140 + way[1] * d) for d in (start, end)])
    sheet.box("#d8c296", 0, 318, WIDTH, 360)
    sheet.box(WOOD, 380, 268, 440, 72, 6)
    sheet.box(BARK, 380, 268, 440, 14, 6)
    sheet.box(OCHRE, 530, 296, 140, 96, 6)
    sheet.box(BARK, 520, 288, 160, 16, 6)
    for row in range(5):
        _seats(sheet, row)


def _seats(sheet: Sheet, row: int) -> None:
    size = 46 + row * 15
    base = 418 + row * 62 + row * row * 5
    count = 17 - row * 2
    for seat in range(count):
        place = (seat - (count - 1) / 2) / ((count - 1) / 2)
        x = 600 + place * (560 + row * 25)
        y = base - 46 * place * place
        sheet.box(NAVY, x - size / 2, y - size * 0.62, size, size * 1.3, size * 0.26)
        sheet.box(BLUE, x - size / 2, y - size * 0.7, size, size * 1.2, size * 0.26)
        sheet.box(AZURE, x - size * 0.3, y - size * 0.56, size * 0.6, size * 0.14, size * 0.07)


def gavel(sheet: Sheet) -> None:
    """A gavel on its block beside the papers of a sitting."""
    sheet.box(NAVY, 0, 0, WIDTH, 420)
    sheet.box(WOOD, 0, 400, WIDTH, 275)
    sheet.box(BARK, 0, 400, WIDTH, 16)
    for turn, colour in ((-7, "#d9d2c0"), (-3, "#ece5d4"), (2, WHITE)):
        sheet.turned(330, 500, turn, lambda colour=colour: _paper(sheet, colour))
    sheet.disc(BARK, 850, 596, 190, 40)
    sheet.box(BARK, 660, 560, 380, 36)
    sheet.disc(OCHRE, 850, 560, 190, 40)
    sheet.disc("#dfa552", 850, 556, 150, 28)
    sheet.turned(850, 400, -24, lambda: _gavel(sheet))


def _paper(sheet: Sheet, colour: str) -> None:
    sheet.box(colour, -190, -250, 380, 330, 4)
    if colour == WHITE:
        sheet.box(NAVY, -150, -215, 200, 18, 4)
        for row in range(7):
            sheet.box("#b9c3cc", -150, -170 + row * 32, 300 if row % 3 != 2 else 190, 10, 5)


def _gavel(sheet: Sheet) -> None:
    sheet.box(OCHRE, 60, -16, 400, 32, 16)
    sheet.box(BARK, 400, -20, 60, 40, 18)
    sheet.box(WOOD, -70, -130, 140, 260, 10)
    sheet.box("#c08a55", -70, -130, 46, 260, 10)
    for y in (-136, 104):
        sheet.box(BARK, -82, y, 164, 34, 10)
    for y in (-70, 54):
        sheet.box(GOLD, -70, y, 140, 14)


def steppe(sheet: Sheet) -> None:
    """A lake in the steppe before the sun has quite risen."""
    bands(sheet, 0, ["#a9cbe0", "#bcd5e2", "#d3dfdd", "#ecdfc4", "#f6d9a0"], 72)
    sheet.disc("#fbe9b8", 770, 330, 120)
    sheet.disc(GOLD, 770, 330, 84)
    sheet.shape(
        "#7fa3bd",
        [(0, 360), (0, 270), (130, 190), (240, 262), (390, 150), (520, 258), (640, 210),
         (800, 300), (930, 236), (1080, 290), (1200, 226), (1200, 360)],
    )  # fmt: skip
    for top, left, right in (((390, 150), (350, 181), (426, 180)), ((130, 190), (104, 207), (156, 207))):
        sheet.shape(WHITE, [top, left, (top[0] - 8, left[1] - 4), (top[0] + 12, right[1] + 8), right])
    sheet.shape(
        BLUE,
        [(0, 365), (0, 322), (180, 282), (330, 330), (520, 296), (700, 345), (880, 318),
         (1040, 344), (1200, 304), (1200, 365)],
    )  # fmt: skip
    sheet.box("#9db26a", 0, 356, WIDTH, 60)
    sheet.curve("#8fb7cf", (0, 400), [(200, 380), (900, 372), (1200, 396), (1200, 500), (1200, 600), (1200, 600), (800, 640), (300, 640), (0, 590)])  # fmt: skip
    for row, width in enumerate((190, 150, 170, 110, 130, 70)):
        sheet.box("#f4dca0", 770 - width / 2, 408 + row * 24, width, 9, 4)
    for row, (x, width) in enumerate(((90, 180), (330, 120), (1000, 150), (520, 90))):
        sheet.box("#b9d4e3", x, 430 + row * 28, width, 6, 3)
    sheet.curve("#6c8a48", (0, 675), [(0, 590), (0, 580), (0, 570), (260, 600), (700, 640), (1200, 580), (1200, 620), (1200, 675), (1200, 675)])  # fmt: skip
    _reeds(sheet)
    for x, y, size in ((300, 90, 26), (370, 118, 22), (236, 128, 20), (440, 96, 18)):
        sheet.line(INK, 4, [(x - size, y - size * 0.5), (x, y), (x + size, y - size * 0.5)])


def _reeds(sheet: Sheet) -> None:
    chance = random.Random(7)  # noqa: S311 (a drawing)
    for stem in range(46):
        x = chance.uniform(0, 430) if stem % 3 else chance.uniform(930, 1200)
        top = chance.uniform(360, 500)
        lean = chance.uniform(-26, 26)
        sheet.line(MOSS, 5, [(x, 680), (x + lean * 0.4, (680 + top) / 2), (x + lean, top)])
        if stem % 2:
            sheet.line(BARK, 14, [(x + lean * 0.9, top + 30), (x + lean, top - 6)])


def city(sheet: Sheet) -> None:
    """The line of the city at dusk, and the river under it."""
    bands(sheet, 0, ["#2a3f6b", "#4a4f80", "#7a6190", "#ab7590", "#d98f83", "#f0b37a"], 78)
    sheet.disc("#f7e3b0", 960, 120, 40)
    sheet.disc("#4a4f80", 944, 110, 36)
    chance = random.Random(3)  # noqa: S311 (a drawing)
    x = -10.0
    while x < WIDTH:
        width = chance.choice((56, 70, 84, 98))
        height = chance.uniform(110, 240)
        sheet.box("#5a4a72", x, 466 - height, width, height)
        x += width + 4
    for left, width, height in (
        (30, 90, 190), (140, 70, 280), (225, 110, 160), (350, 80, 230), (690, 86, 250),
        (790, 120, 170), (925, 74, 310), (1012, 96, 200), (1122, 90, 250),
    ):  # fmt: skip
        _tower(sheet, left, width, height)
    sheet.box("#1b2444", 460, 376, 210, 92)
    sheet.disc("#1b2444", 565, 376, 78)
    sheet.box("#1b2444", 561, 250, 8, 60)
    sheet.disc(GOLD, 565, 246, 10)
    for column in range(6):
        sheet.arch(GOLD, 474 + column * 32, 400, 18, 52)
    sheet.box("#1b2444", 0, 462, WIDTH, 20)
    bands(sheet, 480, ["#b4767c", "#8a6586", "#5f5a80", "#3f4d78", "#2a3f6b"], 39)
    for column, height in ((175, 120), (560, 150), (600, 90), (730, 110), (962, 160), (1060, 70), (70, 80)):
        for row in range(0, height, 18):
            sheet.box("#f0c98a", column - 14 + (row % 4) * 3, 492 + row, 34 - row * 0.12, 6, 3)


def _tower(sheet: Sheet, left: float, width: float, height: float) -> None:
    sheet.box("#1b2444", left, 466 - height, width, height)
    chance = random.Random(int(left))  # noqa: S311 (a drawing)
    for row in range(int(height - 30) // 24):
        for column in range(int(width - 14) // 20):
            if chance.random() < 0.45:
                sheet.box("#f2c66b", left + 12 + column * 20, 466 - height + 16 + row * 24, 10, 13)


def shelf(sheet: Sheet) -> None:
    """Two boards of a village library."""
    sheet.box("#e9dcc0", 0, 0, WIDTH, HEIGHT)
    sheet.box(BARK, 60, 0, 1080, HEIGHT)
    sheet.box("#4f3019", 90, 0, 1020, HEIGHT)
    chance = random.Random(11)  # noqa: S311 (a drawing)
    for board in (310, 620):
        _books(sheet, board, chance)
        sheet.box(WOOD, 60, board, 1080, 30)
        sheet.box("#c08a55", 60, board, 1080, 8)
    sheet.shape("#d9dfe2", [(930, 230), (1070, 230), (1052, 310), (948, 310)])
    for lean in (-70, -38, 0, 34, 66):
        sheet.curve(LEAF, (1000, 232), [(1000 + lean, 190), (990 + lean * 1.2, 120), (1000 + lean * 1.5, 90), (1020 + lean, 130), (1010 + lean * 0.6, 200), (1004, 232)])  # fmt: skip


def _books(sheet: Sheet, board: float, chance: random.Random) -> None:
    colours = (NAVY, BLUE, BRICK, OCHRE, GREEN, CREAM, AZURE, "#7a4a6a")
    x, end, before = 104.0, 880 if board < 400 else 1010, ""
    while x < end:
        width, height = chance.choice((34, 42, 50, 60)), chance.uniform(180, 250)
        colour = chance.choice([each for each in colours if each != before])
        mark = NAVY if colour in {CREAM, AZURE} else GOLD
        sheet.box(colour, x, board - height, width, height, 4)
        sheet.box(mark, x + 6, board - height + 28, width - 12, 8)
        sheet.box(mark, x + 6, board - height + 44, width - 12, 4)
        sheet.box(mark, x + width * 0.3, board - 46, width * 0.4, 18)
        x += width + 4
        before = colour
    if board > 400:
        sheet.turned(x + 16, board, -12, lambda: sheet.box(BRICK, 0, -226, 44, 226, 4))


def sapling(sheet: Sheet) -> None:
    """A sapling just planted, the spade and the watering can beside it."""
    bands(sheet, 0, ["#bfdcec", "#cbe2ed", "#d8e8ec", "#e6ecdf"], 118)
    sheet.disc("#fbe9b8", 190, 140, 88)
    sheet.disc(GOLD, 190, 140, 64)
    sheet.curve("#a9c07c", (0, 470), [(260, 380), (520, 400), (760, 450), (920, 470), (1060, 430), (1200, 400), (1200, 520), (1200, 520), (1200, 560)])  # fmt: skip
    sheet.shape("#a9c07c", [(0, 468), (1200, 500), (1200, 675), (0, 675)])
    sheet.box("#7d9c52", 0, 500, WIDTH, 175)
    sheet.disc("#55361f", 600, 560, 250, 52)
    sheet.disc(BARK, 600, 546, 214, 42)
    sheet.line(WOOD, 12, [(664, 550), (664, 250)])
    sheet.line(BARK, 14, [(600, 548), (602, 430), (596, 320), (604, 200)])
    for x, y, turn in (
        (600, 400, -62), (600, 372, 58), (598, 330, -48), (600, 300, 50),
        (598, 262, -40), (602, 240, 38), (604, 206, -6),
    ):  # fmt: skip
        sheet.turned(x, y, turn, lambda: _leaf(sheet))
    sheet.line(BRICK, 7, [(590, 352), (672, 346)])
    sheet.turned(330, 560, 9, lambda: _spade(sheet))
    _watering_can(sheet)


def _leaf(sheet: Sheet) -> None:
    sheet.curve(GREEN, (0, 0), [(-34, -30), (-26, -84), (0, -112), (26, -84), (34, -30), (0, 0)])
    sheet.line(LEAF, 4, [(0, -14), (0, -88)])


def _spade(sheet: Sheet) -> None:
    sheet.line(WOOD, 16, [(0, 0), (0, -290)])
    sheet.line(BARK, 18, [(-36, -296), (36, -296)])
    sheet.curve("#8d9aa5", (-46, -60), [(-46, 0), (-30, 40), (0, 52), (30, 40), (46, 0), (46, -60), (20, -66), (-20, -66), (-46, -60)])  # fmt: skip
    sheet.disc("#55361f", 0, 44, 74, 18)


def _watering_can(sheet: Sheet) -> None:
    sheet.line(NAVY, 14, [(920, 440), (960, 370), (1030, 370), (1066, 440)])
    sheet.line(BLUE, 22, [(910, 520), (850, 460), (818, 410)])
    sheet.turned(812, 402, -38, lambda: sheet.box(NAVY, -34, -10, 68, 20, 8))
    sheet.shape(BLUE, [(906, 430), (1080, 430), (1098, 580), (888, 580)])
    sheet.box(NAVY, 898, 424, 190, 18, 8)
    sheet.box(AZURE, 904, 500, 178, 14)


def chart(sheet: Sheet) -> None:
    """A board with a chart of growing columns."""
    sheet.box(SKY, 0, 0, WIDTH, HEIGHT)
    sheet.box("#c3d3dd", 0, 560, WIDTH, 115)
    sheet.line(BARK, 16, [(360, 120), (290, 640)])
    sheet.line(BARK, 16, [(840, 120), (910, 640)])
    sheet.box(WOOD, 200, 60, 800, 470, 10)
    sheet.box(CREAM, 222, 82, 756, 426, 4)
    for row in range(4):
        sheet.box("#d8d3c4", 280, 150 + row * 76, 660, 4)
    for column, height in enumerate((92, 130, 118, 190, 236, 300)):
        colour = GOLD if column == 5 else BLUE if column % 2 else NAVY
        sheet.box(colour, 306 + column * 106, 454 - height, 66, height, 4)
    sheet.box(INK, 276, 452, 670, 6)
    sheet.box(INK, 276, 120, 6, 338)
    sheet.line(BRICK, 7, [(339, 340), (445, 300), (551, 316), (657, 242), (763, 196), (869, 128)])
    for x, y in ((339, 340), (445, 300), (551, 316), (657, 242), (763, 196), (869, 128)):
        sheet.disc(BRICK, x, y, 11)


def letters(sheet: Sheet) -> None:
    """Letters on a table: envelopes, one opened, and a pen."""
    sheet.box("#8f5f38", 0, 0, WIDTH, HEIGHT)
    for row in range(5):
        sheet.box("#84562f", 0, 60 + row * 140, WIDTH, 6)
    for x, y, turn, colour in (
        (250, 210, -16, "#e7d7b1"), (960, 190, 13, "#cfdfe9"), (230, 500, 8, "#f0e3cc"),
        (985, 500, -9, "#e7d7b1"),
    ):  # fmt: skip
        sheet.turned(x, y, turn, lambda colour=colour: _envelope(sheet, colour))
    sheet.turned(600, 335, -3, lambda: _letter(sheet))
    sheet.turned(812, 560, -32, lambda: _pen(sheet))


def _envelope(sheet: Sheet, colour: str) -> None:
    sheet.box("#6f4826", -196, -122, 400, 260, 6)
    sheet.box(colour, -200, -130, 400, 260, 6)
    sheet.line("#a9936a", 5, [(-198, -126), (0, 24), (198, -126)])
    sheet.box(BRICK, 128, -112, 54, 66, 3)
    sheet.disc(GOLD, 155, -79, 16)


def _letter(sheet: Sheet) -> None:
    sheet.box("#6f4826", -176, -246, 364, 508, 4)
    sheet.box(WHITE, -182, -254, 364, 508, 4)
    for fold in (-84, 86):
        sheet.box("#e6e6e2", -182, fold, 364, 4)
    sheet.box(NAVY, -140, -214, 150, 14, 7)
    for row in range(10):
        width = 280 if row % 4 != 3 else 160
        sheet.box("#8796a3", -140, -168 + row * 34, width, 9, 4)
    sheet.line(BLUE, 6, [(30, 212), (60, 190), (78, 214), (100, 188), (120, 212), (150, 196)])


def _pen(sheet: Sheet) -> None:
    sheet.box(NAVY, -40, -14, 250, 28, 10)
    sheet.box(GOLD, 30, -14, 12, 28)
    sheet.shape("#d5dbe0", [(-40, -14), (-92, 0), (-40, 14)])
    sheet.line(INK, 3, [(-88, 0), (-58, 0)])


def bridge(sheet: Sheet) -> None:
    """A bridge between two banks that look at each other."""
    bands(sheet, 0, ["#b7d5e6", "#c6dde9", "#d7e5e8", "#e9ead9"], 102)
    sheet.disc(WHITE, 250, 110, 60, 24)
    sheet.disc(WHITE, 310, 96, 66, 32)
    sheet.disc(WHITE, 900, 150, 80, 26)
    sheet.curve("#8fae7a", (0, 420), [(120, 330), (300, 330), (420, 430), (420, 430), (420, 430), (0, 440)])  # fmt: skip
    sheet.curve("#8fae7a", (1200, 420), [(1080, 320), (900, 330), (780, 430), (780, 430), (780, 430), (1200, 440)])  # fmt: skip
    sheet.box("#7fb0cc", 0, 420, WIDTH, 255)
    for row, (x, width) in enumerate(((120, 200), (700, 260), (380, 160), (880, 220), (60, 240), (560, 200))):
        sheet.box("#a5cade", x, 520 + row * 24, width, 7, 3)
    _house(sheet, 70, NAVY)
    _house(sheet, 1000, BRICK)
    deck = QPainterPath(QPointF(0, 400))
    deck.cubicTo(QPointF(350, 290), QPointF(850, 290), QPointF(1200, 400))
    deck.lineTo(1200, 560)
    deck.lineTo(0, 560)
    deck.closeSubpath()
    holes = QPainterPath()
    for x, width, top in ((130, 210, 420), (385, 430, 350), (860, 210, 420)):
        holes.addEllipse(QRectF(x, top, width, (560 - top) * 2))
    sheet.painter.setPen(Qt.PenStyle.NoPen)
    sheet.painter.setBrush(QColor("#b9a98c"))
    sheet.painter.drawPath(deck.subtracted(holes))
    sheet.box("#7fb0cc", 0, 560, WIDTH, 20)
    rail = [(x, 392 - 78 * math.sin(math.pi * x / WIDTH)) for x in range(0, WIDTH + 1, 24)]
    sheet.line("#8a7a5e", 12, rail)
    for x, y in rail[::2]:
        sheet.line("#8a7a5e", 5, [(x, y), (x, y - 34)])
    sheet.line("#8a7a5e", 6, [(x, y - 34) for x, y in rail])


def _house(sheet: Sheet, x: float, roof: str) -> None:
    sheet.box(CREAM, x, 262, 130, 110)
    sheet.shape(roof, [(x - 16, 264), (x + 65, 196), (x + 146, 264)])
    for column in range(3):
        sheet.arch(AZURE, x + 16 + column * 38, 286, 22, 50)


def reader(sheet: Sheet) -> None:
    """A reader at ease before a page in letters as large as needed."""
    sheet.box("#1f3f5f", 0, 0, WIDTH, HEIGHT)
    sheet.box("#183350", 0, 570, WIDTH, 105)
    sheet.box(INK, 500, 60, 620, 420, 18)
    sheet.box("#101820", 520, 80, 580, 380, 6)
    for row, width in enumerate((470, 400, 490, 300)):
        sheet.box(GOLD, 560, 130 + row * 84, width, 34, 17)
    sheet.box(INK, 780, 480, 60, 66)
    sheet.box(INK, 690, 540, 240, 20, 10)
    sheet.box(WOOD, 430, 556, 730, 24, 6)
    sheet.box(BARK, 1090, 580, 24, 95)
    sheet.curve(BRICK, (130, 675), [(90, 480), (110, 330), (190, 300), (260, 300), (250, 480), (270, 675)])  # fmt: skip
    sheet.curve(AZURE, (180, 675), [(170, 480), (200, 370), (300, 368), (380, 380), (400, 480), (410, 675)])  # fmt: skip
    sheet.disc("#e3b48c", 306, 270, 84)
    sheet.curve("#3a2a22", (222, 280), [(200, 170), (300, 150), (372, 200), (330, 220), (300, 230), (290, 250), (270, 300), (250, 330), (236, 330)])  # fmt: skip
    sheet.line(WHITE, 12, [(276, 268), (262, 220), (284, 182), (320, 172), (340, 178)])
    sheet.box(WHITE, 256, 252, 40, 62, 16)


PICTURES: Final[tuple[Callable[[Sheet], None], ...]] = (
    hall, gavel, steppe, city, shelf, sapling, chart, letters, bridge, reader,
)  # fmt: skip


def draw(picture: Callable[[Sheet], None]) -> QImage:
    """One picture, in as few colours as it needs."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(WHITE))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    picture(Sheet(painter))
    painter.end()
    return image


def main() -> None:
    """Draw everything anew and say how large it is."""
    application = QGuiApplication([])
    folder = RESOURCES / "demo" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    for picture in PICTURES:
        path = folder / f"{picture.__name__}.png"
        draw(picture).save(str(path), "PNG", 0)
        print(f"{path.name}: {path.stat().st_size / 1000:.1f} kB")
    sign = QImage(QSize(256, 256), QImage.Format.Format_ARGB32)
    sign.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sign)
    QSvgRenderer(str(RESOURCES / "icons" / "accessreader.svg")).render(painter)
    painter.end()
    sign.save(str(RESOURCES / "icons" / "accessreader.png"))
    del application


if __name__ == "__main__":
    main()
