"""An article on pages of braille: rows that a sheet has room for, as transcribers set them, modestly.

::

    ⠀⠀⠀title of the article⠀⠀⠀⠼⠃      the running title and the number, on every page
    ⠀⠀⠀⠀⠀⠀heading                    in the middle, an empty row before; never the last row of a page
    ⠀⠀a paragraph, which goes on      two blanks before its first row
    at the edge
    ⠸⠲⠀an item of a list              further rows and deeper items two blanks in
    ⠀⠀[Picture: what it shows]        in the language of the program
    name: value; name: value          a row of a table, with the words of its head
    ⠒⠒⠒⠒⠒⠒                          a break between parts

Why tables are made rows of words: columns that a sheet of forty cells has no room for are read by nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from accessreader.article import (
    Article,
    Block,
    Cell,
    Divider,
    Figure,
    Heading,
    ListItem,
    Preformatted,
    Quotation,
    Run,
    Table,
    Video,
    joined,
    sheet,
)
from accessreader.braille.rows import rows_of
from accessreader.braille.writing import BLANK, Cells, Piece, Writer, pieces_of
from accessreader.messages import _, current_language

LEAST_WIDTH: Final = 12
_LINE: Final = "\u2812"
_TOP: Final = 2
"""Headings of this level and above stand in the middle; the others four blanks in."""
_DEEPEST: Final = 4
_INDENTS: Final = {Quotation: (4, 2), Preformatted: (0, 4)}
"""The blanks before the first row and the others; of a paragraph they are 2 and 0."""
_NUMBERS: Final = "⠚⠁⠃⠉⠙⠑⠋⠛⠓⠊"
_NUMBER_SIGN: Final = "⠼"


@dataclass(frozen=True, slots=True)
class PageSize:
    """The cells in a row and the rows on a page, the one with the page's number included."""

    width: int = 40
    height: int = 25


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of cells, without blanks at their ends; the first has the page's number."""

    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What stands together: its rows, whether an empty row stands before it, and whether it stays with what follows."""

    rows: tuple[str, ...]
    apart: bool = False
    kept: bool = False


def pages_of(article: Article, writer: Writer, size: PageSize) -> tuple[Page, ...]:
    """The pages of an article; at least one.

    Raises:
        BrailleError: liblouis failed.
    """
    size = PageSize(max(LEAST_WIDTH, size.width), max(3, size.height))
    setting = _Setting(writer, size.width, article.language)
    title = writer.write((Piece(article.title, article.language),))
    leaves = _leaves([paragraph for block in sheet(article) for paragraph in setting.of(block)], size.height - 1)
    return tuple(
        Page((_head(title if number > 1 else Cells(), number, size.width), *leaf))
        for number, leaf in enumerate(leaves, start=1)
    )


def _head(title: Cells, number: int, width: int) -> str:
    """The first row of a page: as much of the title as there is room for, in the middle, and the number at the end."""
    digits = _NUMBER_SIGN + "".join(_NUMBERS[int(digit)] for digit in str(number))
    room = width - len(digits) - 1
    rows = rows_of(title, max(1, room))
    words = rows[0].of(title) if rows else ""
    left = max(0, min((width - len(words)) // 2, room - len(words)))
    return (BLANK * left + words).ljust(width - len(digits), BLANK) + digits


def _leaves(paragraphs: Sequence[Paragraph], height: int) -> Iterator[tuple[str, ...]]:
    """The rows of all paragraphs, cut into pages, at least one; what is kept with the next row goes over with it."""
    leaf: list[tuple[str, bool]] = []
    for row in _one_below_another(paragraphs):
        if len(leaf) == height:
            over = _kept_at_end(leaf)
            cut = height - over if over < height else height
            yield tuple(words for words, _kept in leaf[:cut])
            leaf = leaf[cut:]
        if leaf or row[0]:
            leaf.append(row)
    yield tuple(words for words, _kept in leaf)


def _one_below_another(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, bool]]:
    """Each row, empty ones between paragraphs included, and whether the next one stays on its page."""
    empty = True
    for number, paragraph in enumerate(paragraphs):
        if paragraph.apart and not empty:
            yield "", False
        last = number + 1 == len(paragraphs)
        for row in paragraph.rows:
            yield row, paragraph.kept and not last
        empty = paragraph.kept and not last
        if empty:
            yield "", True


def _kept_at_end(leaf: Sequence[tuple[str, bool]]) -> int:
    """How many rows at the end of a page belong with the next page's first."""
    return next((number for number, (_row, kept) in enumerate(reversed(leaf)) if not kept), len(leaf))


class _Setting:
    """Sets one block after another for a width."""

    def __init__(self, writer: Writer, width: int, language: str) -> None:
        self._writer = writer
        self._width = width
        self._language = language

    def of(self, block: Block) -> Iterator[Paragraph]:
        """The paragraphs that a block becomes."""
        pieces = pieces_of(block, self._language)
        match block:
            case Heading(level=level):
                yield self._heading(pieces, level)
            case ListItem():
                yield self._item(block, pieces)
            case Figure():
                yield Paragraph(self._rows(self._picture(block), 2, 0))
            case Table():
                yield from self._table(block)
            case Video(href=href, title=title):
                # Translators: {name} is the name of a film or sound that the page embeds.
                words = _("[Video: {name}]").format(name=f"{title}, {href}" if title else href)
                yield Paragraph(self._rows((Piece(words, current_language()),), 2, 0))
            case Divider():
                yield Paragraph((_centred(_LINE * min(12, self._width), self._width),), apart=True, kept=True)
            case _:
                first, rest = _INDENTS.get(type(block), (2, 0))
                yield from (Paragraph(self._rows(line, first, rest) or ("",)) for line in _lines(pieces))

    def _rows(self, pieces: Sequence[Piece], first: int, rest: int) -> tuple[str, ...]:
        cells = self._writer.write(pieces)
        return tuple(row.of(cells) for row in rows_of(cells, self._width, first, rest))

    def _heading(self, pieces: Sequence[Piece], level: int) -> Paragraph:
        if level > _TOP:
            return Paragraph(self._rows(pieces, 4, 4), apart=True, kept=True)
        cells = self._writer.write(pieces)
        rows = rows_of(cells, self._width - 6)
        return Paragraph(tuple(_centred(row.of(cells), self._width) for row in rows), apart=True, kept=True)

    def _item(self, item: ListItem, pieces: Sequence[Piece]) -> Paragraph:
        indent = 2 * min(item.depth, _DEEPEST, (self._width - LEAST_WIDTH) // 2)
        mark = "• " if item.ordinal is None else f"{item.ordinal}. "
        language = item.language or self._language
        return Paragraph(self._rows((Piece(mark, language), *pieces), indent, indent + 2))

    def _picture(self, figure: Figure) -> tuple[Piece, ...]:
        """What a picture shows and its caption, marked in the language of the program."""
        caption = joined(figure.caption)
        words = figure.text.replace("\n", ". ").replace(".. ", ". ") if figure.alternative else caption
        if not words:
            return (Piece(_("[Picture without a description]"), current_language()),)
        # Translators: {words} is what a picture shows, and its caption.
        before, _words, after = _("[Picture: {words}]").partition("{words}")
        mine = current_language()
        return (Piece(before, mine), Piece(words, figure.language or self._language), Piece(after, mine))

    def _table(self, table: Table) -> Iterator[Paragraph]:
        """Each row as a sentence; where the first row is a head, its words stand before the values."""
        rows = table.cells
        head = rows[0] if len(rows) > 1 and rows[0] and all(cell.header for cell in rows[0]) else ()
        for row in rows[1:] if head else rows:
            names = (*head, *(None for _cell in row[len(head) :]))
            cells = tuple(_named(cell, name) for cell, name in zip(row, names, strict=True) if cell.text.strip())
            pieces = pieces_of(Table((cells,), table.language), self._language)
            told = tuple(Piece(piece.text.replace("\t", "; "), piece.language) for piece in pieces)
            if cells:
                yield Paragraph(self._rows(told, 0, 2))


def _named(cell: Cell, name: Cell | None) -> Cell:
    return Cell((*name.runs, Run(": "), *cell.runs)) if name is not None and name.text.strip() else cell


def _lines(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Pieces parted where their text has line feeds."""
    line: list[Piece] = []
    for piece in pieces:
        first, *others = piece.text.split("\n")
        line.append(Piece(first, piece.language))
        for text in others:
            yield tuple(line)
            line = [Piece(text, piece.language)]
    yield tuple(line)


def _centred(row: str, width: int) -> str:
    return BLANK * max(0, (width - len(row)) // 2) + row
