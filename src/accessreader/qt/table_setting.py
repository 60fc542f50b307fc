"""A table into its layout: columns as wide as they need, cells wrapped; too narrow, each row as lines of its own.

Why stacking: a table wider than the column would need a second direction to scroll in. Offsets are those of
`Table.text` either way, so that a span points at the same words in both.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import chain
from typing import Final, cast

from PySide6.QtCore import QRectF, QSize

from accessreader.article import Block, Cell, Figure, Run, Table
from accessreader.qt.layout import PartLayout, Shape
from accessreader.qt.parts import MEASURED_ROWS, Part
from accessreader.qt.typesetting import Manner, set_piece
from accessreader.qt.typography import Typography

_NARROWEST: Final = 8
"""Characters that a column holds at least; narrower, the table is stacked."""
_WIDEST_SIGN: Final = 3.0
"""How many times wider than high a sign in a cell is shown at most."""


def column_widths(table: Table, typography: Typography, letters: tuple[tuple[int, int], ...]) -> list[float]:
    """The width of every column with its gutter on the right; empty when they do not fit side by side.

    `letters`: for each column those of the longest word and the longest cell in the rows that are not measured.
    """
    columns = len(table.cells[0])
    gutter = _gutter(typography)
    narrowest, size = _NARROWEST * typography.character, 1.1 * typography.character
    least = [min(word * size, 2 * narrowest) for word, _cell in letters]
    wished = [cell * size for _word, cell in letters]
    for row in table.cells[:MEASURED_ROWS]:
        for column, cell in enumerate(row):
            word, full = _extents(cell, typography)
            least[column] = max(least[column], min(word, 2 * narrowest))
            wished[column] = max(wished[column], full)
    narrow = [max(word, min(narrowest, full)) for word, full in zip(least, wished, strict=True)]
    room = typography.column - gutter * (columns - 1)
    if sum(narrow) > room:
        return []
    share = min(1.0, (room - sum(narrow)) / max(1e-6, sum(wished) - sum(narrow)))
    return [low + (high - low) * share + gutter for low, high in zip(narrow, wished, strict=True)]


def _extents(cell: Cell, typography: Typography) -> tuple[float, float]:
    """The widths of a cell's longest word and of all its text in one line."""
    text = cell.text
    if cell.pictures and not text:
        wide = 1.2 * typography.em * len(cell.pictures)
        return wide, wide
    word = max(text.split(), key=len, default="")
    metrics = typography.metrics(strong=cell.header or any(run.strong for run in cell.runs))
    return metrics.horizontalAdvance(word) + 1, metrics.horizontalAdvance(text) + 1


def _gutter(typography: Typography) -> float:
    return min(1.2 * typography.em, 0.06 * typography.column)


def set_table(
    block: Block,
    part: Part,
    typography: Typography,
    layout: PartLayout,
    *,
    letters: tuple[tuple[int, int], ...],
) -> float:
    """Fill the layout with the rows of the part; answer the height."""
    table = cast("Table", block)
    if not table.cells or not table.cells[0]:
        layout.pieces.append(set_piece((), part.start, typography.column, typography=typography))
        return 0.0
    widths = column_widths(table, typography, letters)
    y = 0.0
    for row in range(part.first_row, part.last_row):
        y += (
            _set_row(table, row, layout, typography, y=y, widths=widths)
            if widths
            else _stack(table, row, layout, typography, y=y)
        )
    return y


def sources_in(block: Block) -> frozenset[str]:
    """The addresses of the pictures that a block shows."""
    if isinstance(block, Table):
        return frozenset(each.source for row in block.cells for cell in row for each in cell.pictures)
    return frozenset({block.source} if isinstance(block, Figure) else ())


def set_signs(
    block: Block,
    part: Part,
    typography: Typography,
    layout: PartLayout,
    *,
    pictures: Mapping[str, QSize],
    wanted: Callable[[str], bool],
) -> None:
    """Put the signs that have no words into the cells of a table that is set: in a line, as high as letters."""
    rows = cast("Table", block).cells[part.first_row : part.last_row]
    for cell, piece in zip(chain.from_iterable(rows), layout.pieces, strict=False):
        x, size = piece.x, typography.em
        for each in cell.pictures if not cell.text else ():
            natural = pictures.get(each.source, QSize(1, 1))
            wide = size * min(_WIDEST_SIGN, natural.width() / max(1, natural.height()))
            if wanted(each.source):
                place = QRectF(x, piece.y + (piece.height - size) / 2, wide, size)
                layout.shapes.append(Shape("sign", place, "surface", each.source))
            x += wide + 0.2 * size


def _manner(cell: Cell) -> Manner:
    return Manner(strong=True, role="heading") if cell.header else Manner()


def _rule(y: float, width: float, typography: Typography, layout: PartLayout, *, strong: bool) -> None:
    thick = max(2.0, typography.em / 10) if strong else 1.0
    layout.shapes.append(Shape("rule", QRectF(0, y - thick, width, thick), "text" if strong else "border"))


def _set_row(
    table: Table, row: int, layout: PartLayout, typography: Typography, *, y: float, widths: list[float]
) -> float:
    inset, gutter = 0.35 * typography.em, _gutter(typography)
    x = tallest = 0.0
    for cell, (start, _end), width in zip(table.cells[row], table.spans[row], widths, strict=True):
        piece = set_piece(cell.runs, start, max(1.0, width - gutter), typography=typography, manner=_manner(cell))
        piece.shift(x, y + inset)
        layout.pieces.append(piece)
        tallest = max(tallest, piece.height)
        x += width
    height = tallest + 2 * inset
    header = all(cell.header for cell in table.cells[row])
    _rule(y + height, min(typography.column, sum(widths) - gutter), typography, layout, strong=header)
    return height


def _stack(table: Table, row: int, layout: PartLayout, typography: Typography, *, y: float) -> float:
    top = y
    y += 0.35 * typography.em
    cells = table.cells[row]
    heads = table.cells[0] if row and all(cell.header for cell in table.cells[0]) else ()
    for column, (cell, (start, _end)) in enumerate(zip(cells, table.spans[row], strict=True)):
        if heads and heads[column].text:
            label = set_piece((Run(f"{heads[column].text}:"),), 0, typography.column, typography=typography,
                              manner=Manner(scale=0.8, strong=True, role="quiet"))  # fmt: skip
            label.shift(0, y)
            layout.labels.append(label)
            y += label.height
        piece = set_piece(cell.runs, start, typography.column, typography=typography, manner=_manner(cell))
        piece.shift(0, y)
        layout.pieces.append(piece)
        y += piece.height
    y += 0.35 * typography.em
    _rule(y, typography.column, typography, layout, strong=all(cell.header for cell in cells))
    return y - top
