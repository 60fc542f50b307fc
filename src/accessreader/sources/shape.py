"""The shape of a news page as parliaments write it: labels, house, section, title, date and counter, body, press line.

Why a shape: of the Senate's pages no markup is known, only what they say from top to bottom. A line that is nothing
but a date and a counter stands between title and body whatever the markup is.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from accessreader.article import Reason
from accessreader.sources import furniture, house
from accessreader.sources.dates import date_in
from accessreader.sources.lines import Line, Lines
from accessreader.sources.tree import Element

_LONGEST_SECTION = 60


@dataclass(slots=True)
class Shape:
    """What a page's lines said.

    Attributes:
        start: The number of the first line that may be the body's.
        end: The number of the line that ends the body, or None where none does.
    """

    title: Line | None = None
    section: str = ""
    published: dt.date | None = None
    views: int | None = None
    credits: str = ""
    start: int = 0
    end: int | None = None

    @property
    def is_known(self) -> bool:
        """Whether the page has the shape."""
        return self.title is not None


def leave_out(line: Line, reason: Reason) -> None:
    """Leave a line out of the article for a reason; the first reason given stands."""
    line.condemned = True
    for piece in line.pieces:
        piece.reason = piece.reason or reason


def heard(lines: Lines, title: Line | None, *, known: bool) -> Shape:
    """What the lines of a page say about its article; those that are not its text are left out.

    Args:
        lines: the page's lines.
        title: the line that was found to be the title, if any.
        known: whether the site is one that has this shape, so that a date without a counter is heard as well.
    """
    shape = Shape()
    stamps = [line for line in lines.all if line.letters < 20 and furniture.date_and_counter(line.text)]
    counted = [line for line in stamps if " " in line.text]
    if len(counted) == 1:
        _hear_stamp(counted[0], lines, shape, title)
    elif known and title is not None:
        near = [line for line in stamps if abs(line.number - title.number) <= 3]
        shape.title = title
        shape.start = title.number + 1
        if near:
            _hear_date(near[0], shape)
            shape.start = max(shape.start, near[0].number + 1)
        _hear_section(lines, shape)
    _furniture(lines, shape, title)
    return shape


def _hear_date(stamp: Line, shape: Shape) -> None:
    said = furniture.date_and_counter(stamp.text)
    if said is not None:
        shape.published, shape.views = date_in(said[0]), said[1]
        leave_out(stamp, Reason.DATE)


def _hear_stamp(stamp: Line, lines: Lines, shape: Shape, title: Line | None) -> None:
    _hear_date(stamp, shape)
    before = [line for line in lines.all[max(0, stamp.number - 6) : stamp.number] if not _is_furniture(line)]
    after = stamp.number + 1
    if title is not None and title.number in {stamp.number + 1, stamp.number + 2}:
        shape.title, after = title, title.number + 1
    elif before:
        shape.title = title if title in before else before[-1]
    shape.start = after
    _hear_section(lines, shape)


def _hear_section(lines: Lines, shape: Shape) -> None:
    if shape.title is None:
        return
    before = [line for line in lines.all[max(0, shape.title.number - 4) : shape.title.number] if not line.condemned]
    for line in reversed(before):
        if _is_furniture(line):
            return
        if line.letters < _LONGEST_SECTION and not line.linked and not _is_crowded(line):
            shape.section = line.text
            leave_out(line, Reason.SECTION)
        return


def _is_crowded(line: Line) -> bool:
    """Whether a line stands in a list or a menu."""
    return any(each.tag in {"li", "nav", "ul", "header", "footer"} for each in (line.owner, *line.owner.ancestors()))


def _is_furniture(line: Line) -> bool:
    return furniture.furniture_of(line.text) is not None


def _furniture(lines: Lines, shape: Shape, title: Line | None) -> None:
    """Leave out the lines known by their words: labels and names round the article, press and share lines anywhere."""
    top = shape.title or title
    for line in lines.all:
        before = top is None or line.number < top.number
        reason = furniture.furniture_of(line.text)
        if reason is not None and (before or reason in {Reason.SHARE, Reason.FORM}):
            leave_out(line, reason)
            _end(line, shape)
        elif furniture.is_press_line(line.text) and not before:
            shape.credits = shape.credits or line.text.strip("() .")
            leave_out(line, Reason.CREDITS)
            _end(line, shape)
        elif not before and house.credits_reporters(line.text):
            shape.credits = f"{shape.credits} {line.text}".strip("() ")
            leave_out(line, Reason.CREDITS)
        elif furniture.is_notice(line.text) or house.speaks_to_readers(line.text):
            leave_out(line, Reason.NOTICE)


def _end(line: Line, shape: Shape) -> None:
    if shape.is_known and shape.end is None and line.number >= shape.start:
        shape.end = line.number


def limit(chosen: Element, lines: Lines, shape: Shape) -> None:
    """Leave out what stands in the chosen element before the body's first line or after its last."""
    first, last = lines.span(chosen)
    end = last if shape.end is None else shape.end
    for line in lines.all[first:last]:
        if line is not shape.title and not shape.start <= line.number < end:
            leave_out(line, Reason.OUTSIDE)
