"""The road of a page through this part: parse, condemn, choose, tidy, blocks, what is said about it, what is left."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from accessreader.article import Article, Block, Heading, Reason, Removed
from accessreader.errors import NoArticleReason, NotAnArticleError
from accessreader.language import detect
from accessreader.notice import Notice
from accessreader.sources import generic, metadata
from accessreader.sources.blocks import FILMS, blocks_of
from accessreader.sources.carried import carried_in
from accessreader.sources.dates import date_in, machine_date
from accessreader.sources.described import described
from accessreader.sources.feeds import feed_of
from accessreader.sources.lines import BLOCKS, Line, Lines
from accessreader.sources.page import Page
from accessreader.sources.put_back import put_back
from accessreader.sources.repeats import condemn_repeats
from accessreader.sources.shape import Shape, heard, leave_out, limit
from accessreader.sources.site import Site, site_of
from accessreader.sources.tidying import tidy
from accessreader.sources.tongues import in_tongues
from accessreader.sources.tree import Document, Element, Text, parse
from accessreader.sources.versions import versions_of
from accessreader.sources.walls import is_locked, wall_of


def read_page(page: Page, sites: Sequence[Site]) -> Article:
    """The article of a page. Raises NotAnArticleError where there is none."""
    site = site_of(page.final_url, sites)
    try:
        return _read(page, site)
    except NotAnArticleError as error:
        refusal = error.with_traceback(None)  # which would hold the first tree beside the second
    filled = carried_in(page.html, parse(page.html).root)
    if filled is None:
        raise refusal
    return replace(_read(replace(page, html=filled), site), notice=Notice.CARRIED)


def _read(page: Page, site: Site | None) -> Article:
    document = parse(page.html)
    lines = Lines(document.body)
    about = metadata.embedded(document)
    is_shaped = site is not None and site.is_read_by_its_shape
    given, kept = described(site, document, lines)
    title, line = metadata.title_of(about, lines, document.body)
    if "title" in given:
        title, line = given["title"].text, next(iter(lines.of(given["title"])), None)
    shape = heard(lines, line, known=is_shaped)
    if shape.title is not None and shape.title is not line and "title" not in given:
        title, line = shape.title.text, shape.title
    generic.condemn(document.body, lines, line)
    condemn_repeats(document.body, lines, line)
    published = _published(shape, about, given, _Place(document, lines, line))
    if line is not None:
        leave_out(line, Reason.TITLE)
    elements = _chosen(
        _Place(document, lines, line),
        shape,
        given,
        _Plan(title, about.meta("og:description", "description"), is_shaped),
    )
    locked = is_locked(elements[-1], lines, line)
    elements = put_back(elements, kept, document.body)
    base = about.based(page.final_url)
    blocks, anchors = blocks_of(elements, base, page.final_url)
    _refuse(page.final_url, _Place(document, lines, line), sum(len(block.text) for block in blocks))
    language = detect(" ".join(block.text for block in blocks) or title)
    return Article(
        url=page.final_url,
        title=unicodedata.normalize("NFC", title),
        blocks=tuple(in_tongues(_levelled(blocks), language)),
        language=language,
        published=published,
        section=_text(given, "section") or shape.section or metadata.section_of(about),
        views=shape.views,
        credits=shape.credits,
        author=_text(given, "author") or metadata.author_of(about),
        versions=versions_of(document, page.final_url, base, site),
        feed=feed_of(document, base),
        anchors=anchors,
        site=site.name if site else about.meta("og:site_name"),
        source=site.name if site else "",
        fetched=page.fetched,
        removed=tuple(removed_of(document)),
        notice=Notice.LOCKED if locked else None,
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """A page, and the line that is its title."""

    document: Document
    lines: Lines
    title: Line | None


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is known before the article is looked for."""

    title: str
    description: str
    is_described: bool


def _text(given: dict[str, Element], name: str) -> str:
    return given[name].text if name in given else ""


def _published(shape: Shape, about: metadata.Embedded, given: dict[str, Element], place: _Place) -> dt.date | None:
    if "date" in given and (date := machine_date(given["date"].get("datetime")) or date_in(given["date"].text)):
        return date
    if shape.is_known:
        return shape.published or metadata.marked_date(about, place.document.body)
    return metadata.date_of(about, place.lines, place.document.body, place.title)


def _chosen(place: _Place, shape: Shape, given: dict[str, Element], plan: _Plan) -> list[Element]:
    """The elements that are the article, tidied."""
    body, lines = place.document.body, place.lines
    if "article" in given:
        for element in (given["article"], *given["article"].ancestors()):
            element.reason = None
        return [given["article"]]
    chosen = generic.choose(body, lines, place.title)
    leads = [] if shape.is_known else generic.leads(chosen, lines, place.title, plan.description)
    if shape.is_known:
        limit(chosen, lines, shape)
    if not (shape.is_known and plan.is_described):
        tidy(chosen, lines, plan.title)
    return [*leads, chosen]


def _refuse(address: str, place: _Place, letters: int) -> None:
    """Raise NotAnArticleError, with its reason, for a page of which so few letters are an article that it has none."""
    if (wall := wall_of(place.document, place.lines, letters, address)) is not None:
        raise NotAnArticleError(address, wall[0], address=wall[1])
    if (why := _no_article(place.document, place.lines, letters, place.title)) is not None:
        raise NotAnArticleError(address, why)


def _no_article(document: Document, lines: Lines, letters: int, title: Line | None) -> NoArticleReason | None:
    """Why a page gives no article, or None when it gives one.

    A page whose texts, menus and all, are hardly any beside its scripts is a shell that scripts are to fill.
    """
    if letters >= _SHORTEST_OF_A_SHELL or (letters and title is not None):
        return None
    scripts = sum(1 for _ in document.root.find("script"))
    on_the_page = sum(line.letters for line in lines.all)
    if scripts >= _SCRIPTS_OF_A_SHELL and on_the_page < _LONGEST_OF_A_SHELL and title is None:
        return NoArticleReason.SCRIPT_SHELL
    if not letters and title is None:
        return NoArticleReason.EMPTY
    return None


_SHORTEST_OF_A_SHELL: Final = 200
_LONGEST_OF_A_SHELL: Final = 400
_SCRIPTS_OF_A_SHELL: Final = 2


def _levelled(blocks: list[Block]) -> list[Block]:
    """Headings from level 2, without gaps."""
    levels = sorted({block.level for block in blocks if isinstance(block, Heading)})
    new = {level: min(number, 6) for number, level in enumerate(levels, start=2)}
    return [replace(block, level=new[block.level]) if isinstance(block, Heading) else block for block in blocks]


_BLANK: Final = re.compile(r"\s{2,}|[^\S ]")


def removed_of(document: Document) -> list[Removed]:
    """All texts of the body that are not shown, those of one place and reason together."""
    out: list[Removed] = []
    parts: list[str] = []
    place: tuple[Reason, Element] | None = None
    before: Element | None = None

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
            owner = next(
                (each for each in (text.parent, *text.parent.ancestors()) if each.tag in BLOCKS), document.body
            )
            parts.append(text.text if owner is before else f" {text.text}")
            before = owner
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
    return outermost or (Reason.HIDDEN if text.parent.tag in FILMS else Reason.OUTSIDE, text.parent)
