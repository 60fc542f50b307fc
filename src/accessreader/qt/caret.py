"""Where the caret goes: by characters, words, lines, sentences, blocks, links.

Functions of an article in a window; they change nothing. Movement is in the order of the text (logical), whatever the
direction of the script.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QTextLayout

from accessreader.article import Block, Position
from accessreader.qt.column import Column
from accessreader.qt.layout import Line, Piece, last_offset, offset_in
from accessreader.sentences import sentence_ends

_INK: Final = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its block, the characters `start` to `end`, and where it leads."""

    block: int
    start: int
    end: int
    href: str

    @property
    def position(self) -> Position:
        """Where it begins."""
        return Position(self.block, self.start)


def links_in(block: Block, number: int) -> tuple[Link, ...]:
    """The links of a block; runs side by side that lead to the same place are one."""
    out: list[Link] = []
    at = 0
    for run in block.runs:
        start, at = at, at + len(run.text)
        if not run.href or start == at:
            continue
        if out and out[-1].end == start and out[-1].href == run.href:
            out[-1] = Link(number, out[-1].start, at, run.href)
        else:
            out.append(Link(number, start, at, run.href))
    return tuple(out)


def link_at(blocks: tuple[Block, ...], position: Position) -> Link | None:
    """The link in whose text a position lies, its beginning included."""
    if not blocks:
        return None
    for link in links_in(blocks[position.block], position.block):
        if link.start <= position.offset < link.end:
            return link
    return None


def next_link(blocks: tuple[Block, ...], position: Position, *, forward: bool) -> Link | None:
    """The next link that begins after (or before) a position; None at the end of the article."""
    numbers = range(position.block, len(blocks)) if forward else range(position.block, -1, -1)
    for number in numbers:
        found = links_in(blocks[number], number)
        for link in found if forward else reversed(found):
            if (link.position > position) if forward else (link.position < position):
                return link
    return None


def end_of(blocks: tuple[Block, ...]) -> Position:
    """The last position of an article."""
    return Position(len(blocks) - 1, len(blocks[-1].text)) if blocks else Position()


def clamped(blocks: tuple[Block, ...], position: Position) -> Position:
    """The position, or the nearest that the article has."""
    if not blocks or position.block < 0:
        return Position()
    if position.block >= len(blocks):
        return end_of(blocks)
    return Position(position.block, min(max(0, position.offset), len(blocks[position.block].text)))


def piece_of(column: Column, position: Position) -> Piece | None:
    """The piece of text in which a position lies."""
    return column.layout(column.parts.at(position)).piece_at(position.offset)


def _step(column: Column, position: Position, mode: QTextLayout.CursorMode, *, forward: bool) -> Position:
    piece = piece_of(column, position)
    blocks = column.blocks
    edge = piece is None or (position.offset >= piece.end if forward else position.offset <= piece.start)
    if not edge and piece is not None:
        unit = piece.units(position.offset)
        found = (
            piece.layout.nextCursorPosition(unit, mode) if forward else piece.layout.previousCursorPosition(unit, mode)
        )
        offset = piece.code(found)
        if offset == position.offset:
            offset += 1 if forward else -1
        return Position(position.block, min(max(offset, piece.start), piece.end))
    if forward:
        if position.offset < len(blocks[position.block].text):
            return Position(position.block, position.offset + 1)
        return Position(position.block + 1, 0) if position.block + 1 < len(blocks) else position
    if position.offset > 0:
        return Position(position.block, position.offset - 1)
    return Position(position.block - 1, len(blocks[position.block - 1].text)) if position.block else position


def _by_character(column: Column, position: Position, *, forward: bool) -> Position:
    return _step(column, position, QTextLayout.CursorMode.SkipCharacters, forward=forward)


def _by_word(column: Column, position: Position, *, forward: bool) -> Position:
    return _step(column, position, QTextLayout.CursorMode.SkipWords, forward=forward)


def _by_block(column: Column, position: Position, *, forward: bool) -> Position:
    if forward:
        last = position.block + 1 >= len(column.blocks)
        return end_of(column.blocks) if last else Position(position.block + 1, 0)
    return Position(position.block, 0) if position.offset else Position(max(0, position.block - 1), 0)


def _line(column: Column, position: Position) -> Line | None:
    return column.layout(column.parts.at(position)).line_at(position.offset)


def _to_line_edge(column: Column, position: Position, *, forward: bool) -> Position:
    line = _line(column, position)
    if line is None:
        return position
    return Position(position.block, last_offset(line) if forward else line.start)


def _to_edge(column: Column, _position: Position, *, forward: bool) -> Position:
    return end_of(column.blocks) if forward else Position()


def _sentences(column: Column, number: int) -> list[int]:
    """Where the sentences of a block begin, blanks before them passed over; its beginning in any case."""
    block = column.blocks[number]
    text = block.text
    ends = sentence_ends(text, block.language or column.language)
    return [0, *(ink.start() for end in ends if (ink := _INK.search(text, end)))]


def _by_sentence(column: Column, position: Position, *, forward: bool) -> Position:
    starts = _sentences(column, position.block)
    if forward:
        after = [start for start in starts if start > position.offset]
        return Position(position.block, after[0]) if after else _by_block(column, position, forward=True)
    before = [start for start in starts if start < position.offset]
    if before or not position.block:
        return Position(position.block, before[-1] if before else 0)
    return Position(position.block - 1, _sentences(column, position.block - 1)[-1])


def _by_link(column: Column, position: Position, *, forward: bool) -> Position:
    link = next_link(column.blocks, position, forward=forward)
    return link.position if link else position


STEPS: Final[Mapping[str, Callable[..., Position]]] = {
    "character": _by_character,
    "word": _by_word,
    "block": _by_block,
    "line_start": lambda column, position, *, forward: _to_line_edge(column, position, forward=False),  # noqa: ARG005
    "line_end": lambda column, position, *, forward: _to_line_edge(column, position, forward=True),  # noqa: ARG005
    "start": lambda column, position, *, forward: _to_edge(column, position, forward=False),  # noqa: ARG005
    "end": lambda column, position, *, forward: _to_edge(column, position, forward=True),  # noqa: ARG005
    "sentence": _by_sentence,
    "link": _by_link,
}
"""What each way of moving does to a position; lines and pages need a place in the window and are `by_line`'s."""


def _lines_beyond(column: Column, index: int, here: Line, *, forward: bool) -> Iterator[tuple[int, list[Line]]]:
    """The lines of a part below a line (or above it), then those of the parts after it (or before it).

    A line that is below and yet earlier in the text is none of them: that of a taller cell to the left.
    """
    lines = column.layout(index).lines()
    if forward:
        beyond = [line for line in lines if line.top >= here.bottom - 0.5 and line.start >= here.end]
    else:
        beyond = [line for line in lines if line.bottom <= here.top + 0.5 and line.end <= here.start]
    yield index, beyond
    step = 1 if forward else -1
    index += step
    while 0 <= index < len(column.parts):
        yield index, column.layout(index).lines()
        index += step


def by_line(column: Column, position: Position, x: float, *, forward: bool) -> Position:
    """One line down (or up), to the character nearest to `x` of the column; in a table down the same column."""
    here = _line(column, position)
    if here is None:
        return position
    index = column.parts.at(position)
    for number, lines in _lines_beyond(column, index, here, forward=forward):
        line = _nearest(lines, x, forward=forward)
        if line is not None:
            return Position(column.parts.parts[number].block, offset_in(line, x))
    return _to_edge(column, position, forward=forward)


def _nearest(lines: list[Line], x: float, *, forward: bool) -> Line | None:
    under = [line for line in lines if line.piece.x - 1 <= x <= line.piece.x + line.piece.width + 1]
    if not under and lines:
        under = lines
    if not under:
        return None
    edge = min(line.top for line in under) if forward else max(line.bottom for line in under)
    row = [line for line in under if abs((line.top if forward else line.bottom) - edge) < 1]
    return min(row, key=lambda line: abs(line.piece.x - x))


def word_at(column: Column, position: Position) -> tuple[Position, Position]:
    """The word around a position (what a double click takes)."""
    piece = piece_of(column, position)
    if piece is None or piece.start == piece.end:
        return position, position
    text = column.blocks[position.block].text
    start = end = position.offset
    while start > piece.start and _of_word(text[start - 1]):
        start -= 1
    while end < piece.end and _of_word(text[end]):
        end += 1
    if start == end and end < piece.end:
        end += 1
    return Position(position.block, start), Position(position.block, end)


def _of_word(character: str) -> bool:
    return character.isalnum() or character in "_-'’\u00ad\u0301"
