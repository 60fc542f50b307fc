"""The road of a page through this part: parse, condemn, choose, tidy, blocks, what is said about it, what is left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urljoin

from accessreader.article import Article, Block, Heading, Reason, Removed
from accessreader.errors import NoArticleReason, NotAnArticleError
from accessreader.language import detect
from accessreader.sources import furniture, generic, metadata
from accessreader.sources.blocks import blocks_of
from accessreader.sources.dates import date_in
from accessreader.sources.lines import Line, Lines
from accessreader.sources.page import Page
from accessreader.sources.site import Site
from accessreader.sources.tree import Document, Element, Text, parse


@dataclass(slots=True)
class _Found:
    """What the page's own lines said before the article was chosen."""

    title: Line | None = None
    section: str = ""
    date: str = ""
    views: int | None = None
    credits: str = ""


def read_page(page: Page, sites: Sequence[Site]) -> Article:
    """The article of a page. Raises NotAnArticleError."""
    document = parse(page.html)
    site = next((each for each in sites if each.knows(page.final_url)), None)
    lines = Lines(document.body)
    about = metadata.embedded(document)
    found = _known_by_words(lines)
    title, line = metadata.title_of(about, lines, document.body)
    if found.title is not None:
        title, line = found.title.text, found.title
    generic.condemn(document.body, lines, line)
    date = date_in(found.date) if found.date else metadata.date_of(about, lines, document.body, line)
    if line is not None:
        _leave_out(line, Reason.TITLE)
    chosen = generic.choose(document.body, lines, line)
    generic.tidy(chosen, lines)
    blocks = blocks_of([*generic.leads(chosen, lines, line), chosen], urljoin(page.final_url, about.base) if about.base else page.final_url)
    if not any(block.text for block in blocks) and not title:
        raise NotAnArticleError(page.final_url, NoArticleReason.EMPTY)
    language = detect(" ".join(block.text for block in blocks) or title)
    return Article(
        url=page.final_url,
        title=title,
        blocks=tuple(_levelled(blocks)),
        language=language,
        published=date,
        section=found.section,
        views=found.views,
        credits=found.credits,
        site=site.name if site else about.meta("og:site_name"),
        source=site.name if site else "",
        fetched=page.fetched,
        removed=tuple(_removed(document)),
    )


def _leave_out(line: Line, reason: Reason) -> None:
    line.condemned = True
    for piece in line.pieces:
        piece.reason = piece.reason or reason


def _known_by_words(lines: Lines) -> _Found:
    """Leave out the lines that are furniture by their words; and hear what they say."""
    found = _Found()
    dated: list[Line] = []
    for line in lines.all:
        if (reason := furniture.furniture_of(line.text)) is not None:
            _leave_out(line, reason)
        elif furniture.is_notice(line.text):
            _leave_out(line, Reason.NOTICE)
        elif furniture.is_press_line(line.text):
            found.credits = line.text.strip("() ")
            _leave_out(line, Reason.CREDITS)
        elif (stamp := furniture.date_and_counter(line.text)) is not None and stamp[1] is not None:
            dated.append(line)
    if len(dated) == 1:
        _hear_stamp(dated[0], lines, found)
    return found


def _hear_stamp(stamp: Line, lines: Lines, found: _Found) -> None:
    said = furniture.date_and_counter(stamp.text)
    if said is None:
        return
    found.date, found.views = said
    _leave_out(stamp, Reason.DATE)
    before = [line for line in lines.all[max(0, stamp.number - 3) : stamp.number] if not line.condemned]
    if before:
        found.title = before[-1]
        if len(before) > 1 and before[-2].letters < 60 and not before[-2].linked:
            found.section = before[-2].text
            _leave_out(before[-2], Reason.SECTION)


def _levelled(blocks: list[Block]) -> list[Block]:
    """Headings from level 2, without gaps."""
    levels = sorted({block.level for block in blocks if isinstance(block, Heading)})
    new = {level: min(number, 6) for number, level in enumerate(levels, start=2)}
    return [replace(block, level=new[block.level]) if isinstance(block, Heading) else block for block in blocks]


_BLANK: Final = re.compile(r"\s+")


def _removed(document: Document) -> list[Removed]:
    """All texts of the body that are not shown, those of one place and reason together."""
    out: list[Removed] = []
    parts: list[str] = []
    place: tuple[Reason, Element] | None = None

    def close() -> None:
        if place is not None and (text := _BLANK.sub(" ", "".join(parts)).strip()):
            out.append(Removed(text, place[0], place[1].selector()))
        parts.clear()

    for text in document.body.texts():
        here = None if text.shown else _fate(text, document.body)
        if here != place:
            close()
            place = here
        if here is not None:
            parts.append(text.text)
    close()
    return out


def _fate(text: Text, body: Element) -> tuple[Reason, Element]:
    """Why a text is not shown, and the outermost element of which that is true."""
    if text.reason is not None:
        return text.reason, text.parent
    outermost: tuple[Reason, Element] | None = None
    for element in (text.parent, *text.parent.ancestors()):
        if element.reason is not None:
            outermost = element.reason, element
        if element is body:
            break
    return outermost or (Reason.OUTSIDE, text.parent)
