"""Tables that hold data, told from those that hold a layout."""

from __future__ import annotations

from collections.abc import Iterator

from accessreader.sources.tree import Element, Text

MOST_COLUMNS = 60


def own_rows(table: Element) -> Iterator[Element]:
    """The rows of a table itself, not of tables in its cells."""
    stack = list(reversed(table.elements))
    while stack:
        element = stack.pop()
        if element.tag == "tr":
            yield element
        elif element.tag in {"tbody", "thead", "tfoot"}:
            stack.extend(reversed(element.elements))


def rows_of(table: Element) -> list[list[Element]]:
    """The cells of a table, row by row, those left out excepted; a cell over several columns is followed by blanks."""
    out: list[list[Element]] = []
    for row in own_rows(table):
        if row.reason is not None:
            continue
        cells: list[Element] = []
        for cell in row.elements:
            if cell.tag in {"td", "th"} and cell.reason is None:
                cells.append(cell)
                cells.extend(_blank(cell) for _ in range(_columns(cell) - 1))
        if cells:
            out.append(cells)
    return out


def _columns(cell: Element) -> int:
    value = cell.get("colspan")
    return max(1, min(int(value), MOST_COLUMNS)) if value.isascii() and value.isdigit() else 1


def _blank(cell: Element) -> Element:
    return Element("td", {}, cell.parent)


def is_data(table: Element) -> bool:
    """Whether a table holds data: marked as such, or short cells in even rows and columns, without tables in it."""
    if table.get("role") in {"presentation", "none"} or next(table.find("table"), None) is not None:
        return False
    rows = [[cell for cell in row.elements if cell.tag in {"td", "th"}] for row in own_rows(table)]
    rows = [row for row in rows if row]
    widest = max(map(len, rows), default=0)
    if widest < 2:
        return False
    if next(table.find("th", "thead", "caption"), None) is not None:
        return True
    if len(rows) < 2 or next(table.find("h1", "h2", "h3", "form", "input"), None) is not None:
        return False
    full = [row for row in rows if sum(map(_columns, row)) >= widest - 1 and len(row) > 1]
    sizes = [_size(cell) for row in rows for cell in row]
    return len(full) * 3 >= len(rows) * 2 and max(sizes) < 1000 and sum(sizes) < 250 * len(sizes)


def _size(cell: Element) -> int:
    return sum(len(child.text) for element in cell.walk() for child in element.children if isinstance(child, Text))
