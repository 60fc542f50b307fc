"""Pictures of what is outdoors: the steppe, the city, a sapling, a bridge."""

from __future__ import annotations

import math
import random

from drawing_sheet import (
    AZURE,
    BARK,
    BLUE,
    BRICK,
    CREAM,
    GOLD,
    GREEN,
    INK,
    LEAF,
    MOSS,
    NAVY,
    WHITE,
    WIDTH,
    WOOD,
    Sheet,
    bands,
    points,
)
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath


def steppe(sheet: Sheet) -> None:
    """A lake in the steppe before the sun has quite risen."""
    bands(sheet, 0, ["#a9cbe0", "#bcd5e2", "#d3dfdd", "#ecdfc4", "#f6d9a0"], 72)
    sheet.disc("#fbe9b8", 770, 330, 120)
    sheet.disc(GOLD, 770, 330, 84)
    sheet.shape(
        "#7fa3bd",
        points("0,360 0,270 130,190 240,262 390,150 520,258 640,210 800,300 930,236 1080,290 1200,226 1200,360"),
    )
    for top, left, right in (((390, 150), (350, 181), (426, 180)), ((130, 190), (104, 207), (156, 207))):
        sheet.shape(WHITE, [top, left, (top[0] - 8, left[1] - 4), (top[0] + 12, right[1] + 8), right])
    sheet.shape(BLUE, points("0,365 0,322 180,282 330,330 520,296 700,345 880,318 1040,344 1200,304 1200,365"))
    sheet.box("#9db26a", 0, 356, WIDTH, 60)
    sheet.curve("#8fb7cf", "0,400 200,380 900,372 1200,396 1200,500 1200,600 1200,600 800,640 300,640 0,590")
    for row, width in enumerate((190, 150, 170, 110, 130, 70)):
        sheet.box("#f4dca0", 770 - width / 2, 408 + row * 24, width, 9, 4)
    for row, (x, width) in enumerate(((90, 180), (330, 120), (1000, 150), (520, 90))):
        sheet.box("#b9d4e3", x, 430 + row * 28, width, 6, 3)
    sheet.curve("#6c8a48", "0,675 0,590 0,580 0,570 260,600 700,640 1200,580 1200,620 1200,675 1200,675")
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
    sheet.disc("#f7e3b0", 470, 117, 34)
    sheet.disc("#4a4f80", 456, 112, 30)
    chance = random.Random(3)  # noqa: S311 (a drawing)
    x = -10.0
    while x < WIDTH:
        width = chance.choice((56, 70, 84, 98))
        height = chance.uniform(110, 240)
        sheet.box("#5a4a72", x, 466 - height, width, height)
        x += width + 4
    for left, width, height in (
        (30, 90, 190),
        (140, 70, 280),
        (225, 110, 160),
        (350, 80, 230),
        (690, 86, 250),
        (790, 120, 170),
        (925, 74, 310),
        (1012, 96, 200),
        (1122, 90, 250),
    ):
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


def sapling(sheet: Sheet) -> None:
    """A sapling just planted, the spade and the watering can beside it."""
    bands(sheet, 0, ["#bfdcec", "#cbe2ed", "#d8e8ec", "#e6ecdf"], 118)
    sheet.disc("#fbe9b8", 190, 140, 88)
    sheet.disc(GOLD, 190, 140, 64)
    sheet.curve("#a9c07c", "0,470 260,380 520,400 760,450 920,470 1060,430 1200,400 1200,520 1200,520 1200,560")
    sheet.shape("#a9c07c", [(0, 468), (1200, 500), (1200, 675), (0, 675)])
    sheet.box("#7d9c52", 0, 500, WIDTH, 175)
    sheet.disc("#55361f", 600, 560, 250, 52)
    sheet.disc(BARK, 600, 546, 214, 42)
    sheet.line(WOOD, 12, [(664, 550), (664, 250)])
    sheet.line(BARK, 14, [(600, 548), (602, 430), (596, 320), (604, 200)])
    for x, y, turn in (
        (600, 400, -62),
        (600, 372, 58),
        (598, 330, -48),
        (600, 300, 50),
        (598, 262, -40),
        (602, 240, 38),
        (604, 206, -6),
    ):
        sheet.turned(x, y, turn, lambda: _leaf(sheet))
    sheet.line(BRICK, 7, [(590, 352), (672, 346)])
    sheet.turned(330, 560, 9, lambda: _spade(sheet))
    _watering_can(sheet)


def _leaf(sheet: Sheet) -> None:
    sheet.curve(GREEN, "0,0 -34,-30 -26,-84 0,-112 26,-84 34,-30 0,0")
    sheet.line(LEAF, 4, [(0, -14), (0, -88)])


def _spade(sheet: Sheet) -> None:
    sheet.line(WOOD, 16, [(0, 0), (0, -290)])
    sheet.line(BARK, 18, [(-36, -296), (36, -296)])
    sheet.curve("#8d9aa5", "-46,-60 -46,0 -30,40 0,52 30,40 46,0 46,-60 20,-66 -20,-66 -46,-60")
    sheet.disc("#55361f", 0, 44, 74, 18)


def _watering_can(sheet: Sheet) -> None:
    sheet.line(NAVY, 14, [(920, 440), (960, 370), (1030, 370), (1066, 440)])
    sheet.line(BLUE, 22, [(910, 520), (850, 460), (818, 410)])
    sheet.turned(812, 402, -38, lambda: sheet.box(NAVY, -34, -10, 68, 20, 8))
    sheet.shape(BLUE, [(906, 430), (1080, 430), (1098, 580), (888, 580)])
    sheet.box(NAVY, 898, 424, 190, 18, 8)
    sheet.box(AZURE, 904, 500, 178, 14)


def bridge(sheet: Sheet) -> None:
    """A bridge between two banks that look at each other."""
    bands(sheet, 0, ["#b7d5e6", "#c6dde9", "#d7e5e8", "#e9ead9"], 108)
    sheet.disc(WHITE, 250, 110, 60, 24)
    sheet.disc(WHITE, 310, 96, 66, 32)
    sheet.disc(WHITE, 900, 150, 80, 26)
    sheet.curve("#8fae7a", "0,420 120,330 300,330 420,430 420,430 420,430 0,440")
    sheet.curve("#8fae7a", "1200,420 1080,320 900,330 780,430 780,430 780,430 1200,440")
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
