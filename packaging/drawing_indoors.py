"""Pictures of what is indoors: the hall, papers, books, a board, letters, a reader."""

from __future__ import annotations

import math
import random
from functools import partial

from drawing_sheet import (
    AZURE,
    BARK,
    BLUE,
    BRICK,
    CREAM,
    GOLD,
    GREEN,
    HEIGHT,
    INK,
    LEAF,
    NAVY,
    OCHRE,
    SAND,
    SKY,
    WHITE,
    WIDTH,
    WOOD,
    Sheet,
)


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
        sheet.turned(330, 500, turn, partial(_paper, sheet, colour))
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
        handles = ((lean, 190), (lean * 1.2 - 10, 120), (lean * 1.5, 90))
        back = ((lean + 20, 130), (lean * 0.6 + 10, 200), (4, 232))
        outline = " ".join(f"{1000 + x},{y}" for x, y in ((0, 232), *handles, *back))
        sheet.curve(LEAF, outline)


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
        (250, 210, -16, "#e7d7b1"),
        (960, 190, 13, "#cfdfe9"),
        (230, 500, 8, "#f0e3cc"),
        (985, 500, -9, "#e7d7b1"),
    ):
        sheet.turned(x, y, turn, partial(_envelope, sheet, colour))
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


def reader(sheet: Sheet) -> None:
    """A reader at ease before a page in letters as large as needed."""
    sheet.box("#2b4d6e", 0, 0, WIDTH, HEIGHT)
    sheet.box("#223f5c", 0, 520, WIDTH, 155)
    sheet.box(INK, 200, 40, 800, 430, 18)
    sheet.box("#0c1218", 222, 62, 756, 386, 6)
    for row, width in enumerate((640, 560, 660)):
        sheet.box(GOLD, 270, 110 + row * 78, width, 34, 17)
    for x, width in ((270, 190), (720, 140)):
        sheet.box(GOLD, x, 344, width, 34, 17)
    sheet.box(WOOD, 90, 500, 1020, 26, 8)
    sheet.box(BARK, 90, 520, 1020, 8, 4)
    sheet.box(CREAM, 900, 436, 60, 64, 8)
    sheet.line(CREAM, 9, [(962, 450), (984, 456), (982, 480), (960, 486)])
    sheet.box("#d9a780", 566, 470, 68, 80, 20)
    sheet.curve(AZURE, "380,675 380,560 450,520 600,520 750,520 820,560 820,675")
    sheet.disc("#d9a780", 600, 410, 86, 92)
    sheet.disc("#3a2a22", 600, 396, 90, 92)
    sheet.box("#3a2a22", 530, 400, 140, 96, 44)
    ring = [(math.cos(math.radians(turn)), math.sin(math.radians(turn))) for turn in range(180, 361, 6)]
    sheet.line(WHITE, 14, [(600 + x * 100, 400 + y * 104) for x, y in ring])
    sheet.box(WHITE, 486, 386, 34, 74, 16)
    sheet.box(WHITE, 680, 386, 34, 74, 16)
    sheet.box(BRICK, 440, 590, 320, 120, 36)
