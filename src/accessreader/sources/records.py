"""From a place in a list to the headline that stands there, and which texts of the page it is made of."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass, field
from typing import Final

from accessreader.sources import metadata
from accessreader.sources.days import day_at, day_in_address, is_day
from accessreader.sources.headline import Headline, Headlines, ListKind
from accessreader.sources.lines import Line, Lines
from accessreader.sources.listing import HEADINGS, About, Listed, Place, listed, says_more
from accessreader.sources.next_page import next_page
from accessreader.sources.pictures import absolute, is_ornament, source_of
from accessreader.sources.plain_words import LONGEST_LEAD
from accessreader.sources.tree import Document, Element, Text, parse

_BLANK: Final = re.compile(r"\s+")
_LETTER: Final = re.compile(r"[^\W\d_]")
_SHORTEST_LEAD: Final = 20
_SHORTEST_TITLE: Final = 4
_BACKGROUND: Final = re.compile(r"background(?:-image)?\s*:[^;]*?url\(\s*[\"']?([^\"')]{1,1000})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ListedPage:
    """A page read as a list: its headlines, its tree and lines, and the texts that the headlines are made of."""

    headlines: Headlines
    told: metadata.Embedded
    document: Document
    lines: Lines
    title: Line | None
    shown: tuple[Text, ...]
    days: tuple[Text, ...]


@dataclass(slots=True)
class _Found:
    """What was found at a place."""

    title: str = ""
    day: dt.date | None = None
    lead: str = ""
    shown: list[Text] = field(default_factory=list)
    days: list[Text] = field(default_factory=list)


def read_list(html: str, about: About) -> ListedPage | None:
    """The headlines of a page; None where it has no list. Never raises."""
    document = parse(html)
    lines = Lines(document.body)
    told = metadata.embedded(document)
    found = listed(document, lines, about, told.based(about.url))
    if found is None:
        return None
    titles = [_title_pieces(place, about) for place in found.places]
    said = {id(piece) for pieces in titles for piece in pieces}
    records = [_found_at(place, pieces, said, about) for place, pieces in zip(found.places, titles, strict=True)]
    items = tuple(
        Headline(record.title, place.link.url, record.day, record.lead, _picture(place.element, about.url))
        for record, place in zip(records, found.places, strict=True)
        if record.title
    )
    title, line = _title(told, lines, document, found)
    headlines = Headlines(
        title=_normal(title),
        url=about.url,
        items=items,
        next_page=next_page(document, found.links, about, {item.url for item in items}),
        kind=ListKind.PAGE,
    )
    shown = tuple(text for record in records for text in record.shown)
    days = tuple(text for record in records for text in record.days)
    return ListedPage(headlines, told, document, lines, line, shown, days)


def _title(told: metadata.Embedded, lines: Lines, document: Document, found: Listed) -> tuple[str, Line | None]:
    """The list's own heading, if it is none of the headlines, and its line; else what the head says."""
    title, line = metadata.title_of(told, lines, document.body)
    within = {id(each) for place in found.places for each in place.lines}
    if line is not None and id(line) not in within:
        return title, line
    heads = [each for each in document.body.find("h1") if each.text and not _holds(each, found)]
    if len(heads) == 1:
        return heads[0].text, next(iter(lines.of(heads[0])), None)
    if line is None:
        return title, None
    return metadata.without_site(told.title, told.meta("og:site_name"), surely=True), None


def _holds(element: Element, found: Listed) -> bool:
    elements = {id(each) for each in element.walk()}
    return any(id(place.link.element) in elements for place in found.places)


def _found_at(place: Place, pieces: list[Text], said: set[int], about: About) -> _Found:
    """What stands at a place whose title is known; `said` are the texts that are part of a headline already."""
    found = _Found()
    found.title = _normal(_longer("".join(piece.text for piece in pieces), place.link.element))
    found.shown.extend(pieces)
    stamp = _stamp(place.element)
    leads: list[str] = []
    for line in place.lines:
        rest = [piece for piece in line.pieces if id(piece) not in said]
        words = _words(rest)
        if not words:
            continue
        day = day_at(words, about.today)
        if day is not None and is_day(words, about.today):
            found.day = found.day or day[0]
            found.days.extend(rest)
        elif sum(map(len, leads)) < LONGEST_LEAD:
            before, rest = _parted([piece for piece in rest if not _is_more(piece)], about.today)
            if lead := _lead(rest, line, found.title):
                found.day = found.day or (day[0] if day is not None and day[1] == 0 else None)
                leads.append(lead)
                found.days.extend(before)
                found.shown.extend(rest)
                said.update(map(id, rest))
    found.day = stamp or found.day or _day_beside(place, about) or day_in_address(place.link.url)
    found.lead = _normal(" ".join(leads))
    return found


def _title_pieces(place: Place, about: About) -> list[Text]:
    """The texts that are the title: a heading's, the link's, or the first that say anything."""
    link = place.link
    inside = next(link.element.find(*HEADINGS), None)
    if inside is not None and len(inside.text) >= _SHORTEST_TITLE:
        return list(inside.texts())
    if says_more(link.text):
        head = next((each for each in place.element.find(*HEADINGS) if each.text), None)
        if head is not None:
            return list(head.texts())
        line = next((each for each in place.lines if not is_day(each.text, about.today)), None)
        return [piece for piece in line.pieces if not _is_more(piece)] if line is not None else []
    own = [line for line in place.lines if any(_within(piece, link.element) for piece in line.pieces)]
    if len(own) > 1:
        worthy = [line for line in own if not is_day(line.text, about.today) and line.letters >= 10]
        return list((worthy or own)[0].pieces)
    return list(link.element.texts())


def _within(piece: Text, element: Element) -> bool:
    return piece.parent is element or any(each is element for each in piece.parent.ancestors())


def _is_more(piece: Text) -> bool:
    """Whether a text stands in a link that only says that there is more."""
    for each in (piece.parent, *piece.parent.ancestors()):
        if each.tag == "a":
            return says_more(each.text)
    return False


def _longer(title: str, link: Element) -> str:
    """The title, or the whole one that the link keeps aside where this one is cut off."""
    title = _BLANK.sub(" ", title).strip()
    whole = _BLANK.sub(" ", link.get("title")).strip()
    cut = title.rstrip(".…").rstrip()
    return whole if cut != title and len(whole) >= len(cut) and whole.startswith(cut) else title


def _words(pieces: list[Text]) -> str:
    return _BLANK.sub(" ", "".join(piece.text for piece in pieces)).strip()


def _parted(pieces: list[Text], today: dt.date | None) -> tuple[list[Text], list[Text]]:
    """The texts of a line as those that tell a day and nothing else at its beginning, and the others."""
    for at in range(1, min(len(pieces), _FEW_PIECES)):
        words = _words(pieces[:at])
        if (day := day_at(words, today)) is not None and day[1] == 0 and not _LETTER.search(words[day[2] :]):
            return pieces[:at], pieces[at:]
    return [], pieces


_FEW_PIECES: Final = 8


def _lead(pieces: list[Text], line: Line, title: str) -> str:
    """What a line says of its headline; nothing where it is a link, a word or two, or the title again."""
    if line.linked * 2 > line.letters and not _is_in_one_link(line):
        return ""
    words = _words(pieces)
    if len(words) < _SHORTEST_LEAD or words.count(" ") < 2 or words == title or words.rstrip(".… ") in title:
        return ""
    return words


def _is_in_one_link(line: Line) -> bool:
    """Whether a line is part of a card that is one link as a whole: then that it is linked says nothing."""
    return any(each.tag == "a" for each in (line.owner, *line.owner.ancestors()))


def _stamp(element: Element) -> dt.date | None:
    """The day in a `<time>`, or in what microdata calls the day of publication."""
    for each in element.walk():
        stamp = each.get("datetime") if each.tag == "time" else ""
        if not stamp and each.get("itemprop") == "datePublished":
            stamp = each.get("content") or each.get("datetime")
        if stamp and (day := day_at(stamp)) is not None:
            return day[0]
    return None


def _day_beside(place: Place, about: About) -> dt.date | None:
    """The first day in a line that is about something else too: a section, a title that begins with it."""
    for line in place.lines:
        if line.letters < 60 or line.text.startswith(place.link.text[:10]):
            day = day_at(line.text, about.today)
            if day is not None and (line.letters < 60 or day[1] == 0):
                return day[0]
    return None


def _picture(element: Element, base: str) -> str:
    for each in element.walk():
        if each.tag in {"img", "amp-img"} and not is_ornament(each) and (source := source_of(each, base)):
            return source
        drawn = _BACKGROUND.search(each.get("style")[:2000]) if "url(" in each.get("style") else None
        if drawn is not None and (address := absolute(drawn[1], base)):
            return address
    return ""


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", _BLANK.sub(" ", text).strip())
