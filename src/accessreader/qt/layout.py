"""A part of an article, laid out: its lines, the place of a character, the character at a place.

A `Piece` is text with one `QTextLayout`: a paragraph, a cell, a caption. A `PartLayout` is its pieces and what is
painted beside them. Lengths are pixels, x from the left of the column, y from the top of the part; offsets are code
points of the block's text.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QTextLayout, QTextLine

from accessreader.qt.offsets import Offsets


@dataclass(slots=True)
class Line:
    """A line as it is seen: `top` to `bottom` is its share of the column's height, whatever the line height."""

    piece: Piece
    number: int
    top: float
    bottom: float
    start: int
    end: int

    @property
    def text_line(self) -> QTextLine:
        """Qt's line."""
        return self.piece.layout.lineAt(self.number)


@dataclass(slots=True)
class Piece:
    """Text of one block from `start` to `end` in one layout, drawn with its corner at `x`, `y`.

    `rtl`: it begins at the right; `mixed`: some of it goes to the left.
    """

    layout: QTextLayout
    offsets: Offsets
    start: int
    x: float
    y: float
    width: float
    role: str = "text"
    rtl: bool = False
    mixed: bool = False
    height: float = 0.0
    lines: list[Line] = field(default_factory=list)
    marks: tuple[tuple[int, str], ...] = ()

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self.start + self.offsets.length

    def units(self, offset: int) -> int:
        """Where an offset of the block stands in the layout."""
        return self.offsets.to_units(min(max(offset - self.start, 0), self.offsets.length))

    def code(self, unit: int) -> int:
        """The block's offset of a place in the layout."""
        return self.start + self.offsets.to_code(unit)

    def shift(self, dx: float, dy: float) -> None:
        """Move the piece and its lines."""
        self.x += dx
        self.y += dy
        for line in self.lines:
            line.top += dy
            line.bottom += dy


@dataclass(frozen=True, slots=True)
class Shape:
    """Something painted beside the text: `kind` is bar, rule, frame, surface, picture or sign; `role` a colour's."""

    kind: str
    rect: QRectF
    role: str = "border"
    source: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A bullet, a number, a sign: text that is not the article's, at the left end of its baseline."""

    text: str
    font: QFont
    x: float
    baseline: float
    role: str = "text"


@dataclass(frozen=True, slots=True)
class Band:
    """A row of the part from `top` to `bottom`: a line, or a picture. Bands touch; together they are the part."""

    top: float
    bottom: float
    offset: int
    picture: bool = False


def horizontal(line: QTextLine, unit: int) -> float:
    """The x of a place in the text, in the layout's own coordinates."""
    found: Any = line.cursorToX(unit)  # a pair: the x, and the place, which may be another
    return float(found[0])


class PartLayout:
    """The pieces, labels, marks and shapes of a part, and its height."""

    def __init__(self) -> None:
        self.height = 0.0
        self.pieces: list[Piece] = []
        self.labels: list[Piece] = []
        self.shapes: list[Shape] = []
        self.marks: list[Mark] = []
        self.bands: list[Band] = []

    def close(self, height: float) -> PartLayout:
        """Set the height, and find the bands."""
        self.height = max(1.0, height)
        starts: list[tuple[float, int, bool]] = []
        seen: set[int] = set()
        for line in sorted(self.lines(), key=lambda line: (line.top, line.start)):
            if round(line.top) not in seen:
                seen.add(round(line.top))
                starts.append((line.top, line.start, False))
        first = self.pieces[0].start if self.pieces else 0
        starts += [(shape.rect.top(), first, True) for shape in self.shapes if shape.kind == "picture"]
        starts.sort(key=lambda start: start[0])
        tops = [0.0, *(top for top, _offset, _picture in starts[1:]), self.height]
        self.bands = [
            Band(tops[at], tops[at + 1], offset, picture) for at, (_top, offset, picture) in enumerate(starts)
        ] or [Band(0.0, self.height, first)]
        return self

    def lines(self) -> list[Line]:
        """All lines, piece by piece."""
        return [line for piece in self.pieces for line in piece.lines]

    def piece_at(self, offset: int) -> Piece | None:
        """The piece that holds an offset (its end included); None where there is no text."""
        if not self.pieces:
            return None
        index = bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1
        return self.pieces[max(0, index)]

    def line_at(self, offset: int) -> Line | None:
        """The line on which a caret at this offset stands."""
        piece = self.piece_at(offset)
        if piece is None or not piece.lines:
            return None
        index = bisect_right(piece.lines, offset, key=lambda line: line.start) - 1
        return piece.lines[max(0, index)]

    def caret_rect(self, offset: int) -> QRectF:
        """Where a caret stands: its x, and the text's own height; the width is nought."""
        line = self.line_at(offset)
        if line is None:
            return QRectF(0, 0, 0, self.height)
        text_line = line.text_line
        x = horizontal(text_line, line.piece.units(offset))
        return QRectF(line.piece.x + x, line.piece.y + text_line.y(), 0, text_line.height())

    def band_of(self, offset: int, *, picture: bool = False) -> Band:
        """The band in which an offset stands; the picture's, if that is wanted and there is one."""
        if picture:
            for band in self.bands:
                if band.picture:
                    return band
        line = self.line_at(offset)
        if line is None:
            return self.bands[0]
        index = bisect_right(self.bands, line.top + 0.6, key=lambda band: band.top) - 1
        return self.bands[max(0, index)] if line.top > self.bands[0].bottom - 0.6 else self.bands[0]

    def band_at(self, y: float) -> Band:
        """The band at a height."""
        index = bisect_right(self.bands, y, key=lambda band: band.top) - 1
        return self.bands[max(0, index)]

    def rects(self, start: int, end: int) -> list[QRectF]:
        """The rectangles of the characters from `start` to `end`, one a line."""
        out: list[QRectF] = []
        for piece in self.pieces:
            if piece.start > end or piece.end < start:
                continue
            for line in piece.lines:
                low, high = max(start, line.start), min(end, line.end)
                if low < high:
                    out.extend(_rects_in(line, low, high))
        return out

    def offset_at(self, x: float, y: float) -> int:
        """The offset nearest to a point."""
        line = self.nearest_line(x, y)
        return self.pieces[0].start if line is None and self.pieces else 0 if line is None else offset_in(line, x)

    def nearest_line(self, x: float, y: float) -> Line | None:
        """The line at a point, or the nearest."""

        def distance(line: Line) -> tuple[float, float]:
            down = max(line.top - y, y - line.bottom, 0.0)
            across = max(line.piece.x - x, x - line.piece.x - line.piece.width, 0.0)
            return (down, across)

        return min(self.lines(), key=distance, default=None)


def _rects_in(line: Line, low: int, high: int) -> list[QRectF]:
    """The rectangles of some characters of one line: one, or one a direction where two scripts meet."""
    text_line, piece = line.text_line, line.piece
    top, height = piece.y + text_line.y(), text_line.height()
    if piece.mixed:
        return [
            QRectF(piece.x + left, top, right - left, height)
            for left, right in _stretches(text_line, piece.units(low), piece.units(high))
        ]
    first, last = horizontal(text_line, piece.units(low)), horizontal(text_line, piece.units(high))
    left, right = min(first, last), max(first, last)
    return [QRectF(piece.x + left, top, max(1.0, right - left), height)]


def _stretches(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """The x from and to of some characters, letter by letter; letters that touch are one stretch."""
    # By glyphs, not by carets: where the direction turns, a caret stands at the far end of the run.
    boxes = [run.boundingRect() for unit in range(start, end) for run in line.glyphRuns(unit, 1)]
    edges = [(box.left(), box.right()) for box in boxes if box.width() > 0]
    out: list[tuple[float, float]] = []
    for left, right in sorted(edges):
        if out and left <= out[-1][1] + 0.5:
            out[-1] = (out[-1][0], max(out[-1][1], right))
        else:
            out.append((left, right))
    return out


def offset_in(line: Line, x: float) -> int:
    """The offset on one line nearest to an x; never the next line's."""
    unit = line.text_line.xToCursor(x - line.piece.x)
    return min(line.piece.code(int(unit)), last_offset(line))


def last_offset(line: Line) -> int:
    """The last offset at which a caret stands on this line and not on the next."""
    piece = line.piece
    if line.number + 1 >= len(piece.lines):
        return line.end
    before = piece.layout.previousCursorPosition(piece.units(line.end))
    return max(line.start, piece.code(before))
