"""Tables: cells with their place and their headers.

A cell tells its row and column, and which cells are its headers, so that a screen reader says "header, cell" when the
caret comes to it. Cells stand in the table itself, row by row, as in every table of Qt: the bridges reckon with that.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import Any, Final, cast

from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTableCellInterface

from accessreader.article import Cell, Figure, Position, Span, Table
from accessreader.messages import _
from accessreader.qt.accessible.grid import Grid, is_known_here
from accessreader.qt.accessible.leaves import TextNode
from accessreader.qt.accessible.nodes import NOTHING, Document, Kind, Node, Role, pointer
from accessreader.qt.figure_setting import picture_name

_HEADERS: Final = {"column": Role.ColumnHeader, "row": Role.RowHeader}


def kinds_of(table: Table) -> tuple[tuple[str, ...], ...]:
    """What each cell is the header of: "column" in a row of nothing but headers, "row" elsewhere, "" if it is none."""
    out: list[tuple[str, ...]] = []
    for row in table.cells:
        across = all(cell.header or not cell.text for cell in row)
        out.append(tuple(("column" if across else "row") if cell.header else "" for cell in row))
    return tuple(out)


class Headings(QAccessibleTableCellInterface):
    """The place of a cell and its headers."""

    def __init__(self, node: CellNode) -> None:
        super().__init__()
        self._node = node

    def rowIndex(self) -> int:  # noqa: N802
        """Its row."""
        return self._node.row

    def columnIndex(self) -> int:  # noqa: N802
        """Its column."""
        return self._node.column

    def rowExtent(self) -> int:  # noqa: N802
        """One row: cells of several are repeated in each."""
        return 1

    def columnExtent(self) -> int:  # noqa: N802
        """One column."""
        return 1

    def isSelected(self) -> bool:  # noqa: N802
        """Text is selected, never cells."""
        return False

    def rowHeaderCells(self) -> list[QAccessibleInterface]:  # noqa: N802
        """The headers to the left of it; a header is its own."""
        node = self._node
        left: list[QAccessibleInterface] = [*node.table.row_headers(node.row, node.column)]
        return left or ([node] if node.role() == Role.RowHeader else [])

    def columnHeaderCells(self) -> list[QAccessibleInterface]:  # noqa: N802
        """The headers above it; a header is its own, or Orca, asking the first row, takes the table for layout."""
        node = self._node
        above: list[QAccessibleInterface] = [*node.table.column_headers(node.row, node.column)]
        return above or ([node] if node.role() == Role.ColumnHeader else [])

    def table(self) -> QAccessibleInterface:
        """The table it is in."""
        return self._node.table


class CellPicture(Node):
    """A picture in a cell."""

    ROLE = Role.Graphic

    def __init__(self, above: CellNode, place: int, figure: Figure) -> None:
        super().__init__(above.document, above, place, above.number)
        self.figure = figure

    @property
    def span(self) -> Span:
        """The cell's text."""
        above: Any = self.above
        return cast("Span", above.span)

    def name(self) -> str:
        """What it shows."""
        return picture_name(self.figure)


class CellNode(TextNode):
    """A cell: its text, its links, then the pictures in it."""

    def __init__(self, above: TableNode, place: int) -> None:
        self.table = above
        self.row, self.column = divmod(place, above.columns)
        start, end = above.block.spans[self.row][self.column]
        super().__init__(above.document, above, place, above.number, span=Span(above.number, start, end))
        self._headings = Headings(self)

    @property
    def cell(self) -> Cell:
        """What stands in it."""
        return self.table.block.cells[self.row][self.column]

    def role(self) -> QAccessible.Role:
        """A cell or a header."""
        return _HEADERS.get(self.table.kinds[self.row][self.column], Role.Cell)

    def name(self) -> str:
        """Its text, always: of a cell a screen reader says all of it."""
        return self.words

    def count(self) -> int:
        """Its links and pictures."""
        return super().count() + len(self.cell.pictures)

    def make(self, place: int) -> Node:
        """A link or a picture."""
        links = super().count()
        return super().make(place) if place < links else CellPicture(self, place, self.cell.pictures[place - links])

    def rect(self) -> Any:
        """Where its text is on the screen."""
        return self.document.rect_of_words(self.span)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """A cell besides being text."""
        if kind == Kind.TableCellInterface and not self.gone:
            return pointer(self._headings)
        return super().interface_cast(kind)


class TableNode(Node):
    """A table."""

    ROLE = Role.Table

    def __init__(self, document: Document, above: QAccessibleInterface, place: int, number: int) -> None:
        super().__init__(document, above, place, number)
        self.row_count = len(self.block.cells)
        self.columns = len(self.block.cells[0]) if self.block.cells else 0
        self._grid = Grid(self) if self.count() and is_known_here() else None

    @property
    def block(self) -> Table:
        """The table of the article."""
        return cast("Table", self.view.blocks[self.number])

    @cached_property
    def kinds(self) -> tuple[tuple[str, ...], ...]:
        """What each cell is the header of."""
        return kinds_of(self.block)

    @cached_property
    def _starts(self) -> list[int]:
        return [row[0][0] for row in self.block.spans]

    def count(self) -> int:
        """The cells."""
        return self.row_count * self.columns

    def make(self, place: int) -> Node:
        """A cell, counted row by row."""
        return CellNode(self, place)

    def name(self) -> str:
        """That it is one, where nothing else says so: Orca takes it for layout when its first cell is no header."""
        # Translators: what a screen reader says of a table without headers
        return "" if self._grid is not None and self.kinds[0][0] else _("Table")

    def cell(self, row: int, column: int) -> Node:
        """The cell at a place that there is."""
        cell: Node = self.child(row * self.columns + column)
        return cell

    def cell_at(self, position: Position) -> Node:
        """The cell in which a position lies; the table itself if it has none."""
        if not self.count():
            return self
        row = max(0, bisect_right(self._starts, position.offset) - 1)
        spans = self.block.spans[row]
        column = max(0, bisect_right(spans, position.offset, key=lambda span: span[0]) - 1)
        return self.cell(row, column)

    @cached_property
    def _header_rows(self) -> list[int]:
        return [row for row, kinds in enumerate(self.kinds) if "column" in kinds]

    def column_headers(self, row: int, column: int) -> list[Node]:
        """The headers of a cell's column: those next above it that stand together."""
        out: list[Node] = []
        above = bisect_right(self._header_rows, row - 1) - 1
        while above >= 0 and not (out and self._header_rows[above + 1] != self._header_rows[above] + 1):
            if self.kinds[self._header_rows[above]][column] == "column":
                out.insert(0, self.cell(self._header_rows[above], column))
            above -= 1
        return out

    def row_headers(self, row: int, column: int) -> list[Node]:
        """The headers of a cell's row: those to the left of it."""
        kinds = self.kinds[row]
        return [self.cell(row, at) for at in range(column) if kinds[at] == "row"]

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """Its rows and columns."""
        if kind == Kind.TableInterface and self._grid is not None and not self.gone:
            return self._grid.pointer
        return NOTHING
