"""What a page says about its article: title, date, section, views, author, credits, site, other languages."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any, Final
from urllib.parse import urljoin

from accessreader.sources.dates import date_in, machine_date
from accessreader.sources.lines import Line, Lines
from accessreader.sources.tree import Document, Element


@dataclass(slots=True)
class Embedded:
    """What the page's head and embedded records say, before it is doubted."""

    metas: dict[str, str] = field(default_factory=dict)
    title: str = ""
    records: list[dict[str, Any]] = field(default_factory=list)
    base: str = ""

    def meta(self, *names: str) -> str:
        """The first of some named metas that says anything."""
        return next((self.metas[name] for name in names if self.metas.get(name)), "")

    def based(self, url: str) -> str:
        """What references of a page at an address are relative to."""
        try:
            return urljoin(url, self.base) if self.base else url
        except ValueError:
            return url

    def record(self, *keys: str) -> Iterator[Any]:
        """The values of some keys in the records of articles."""
        for entry in self.records:
            for key in keys:
                if entry.get(key):
                    yield entry[key]


_ARTICLE_TYPES: Final = re.compile(r"Article|Posting|Report|Review|Recipe|HowTo|Book|CreativeWork|WebPage|VideoObject")


def embedded(document: Document) -> Embedded:
    """The head of a page and the records embedded anywhere in it."""
    out = Embedded()
    for element in document.root.walk():
        if element.tag == "meta":
            name = (element.get("property") or element.get("name") or element.get("itemprop")).lower()
            if name and element.get("content").strip():
                out.metas.setdefault(name, element.get("content").strip())
        elif element.tag == "title" and not out.title and not _in_picture(element):
            out.title = element.text
        elif element.tag == "script" and "ld+json" in element.get("type"):
            out.records.extend(_records("".join(getattr(child, "text", "") for child in element.children)))
        elif element.tag == "base" and element.get("href"):
            out.base = out.base or element.get("href")
    return out


def _in_picture(element: Element) -> bool:
    return any(each.tag in {"svg", "body"} for each in element.ancestors())


def _records(text: str) -> list[dict[str, Any]]:
    try:
        found = json.loads(text.strip().removeprefix("<!--").removesuffix("-->").strip(), strict=False)
    except (ValueError, RecursionError):
        return []
    out: list[dict[str, Any]] = []
    stack: list[Any] = [found]
    while stack and len(out) < 60:
        entry = stack.pop(0)
        if isinstance(entry, list):
            stack.extend(entry[:60])
        elif isinstance(entry, dict):
            kind = str(entry.get("@type", ""))
            if _ARTICLE_TYPES.search(kind):
                out.append(entry)
            stack.extend(value for key, value in entry.items() if key in {"@graph", "mainEntity", "mainEntityOfPage"})
    return sorted(
        out, key=lambda entry: "Article" not in str(entry.get("@type")) and "Posting" not in str(entry.get("@type"))
    )


def _fold(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


_PARTS: Final = re.compile(r"\s+[|\-–—·•»:/\\]+\s+|\s*[|»]\s*")


def title_of(about: Embedded, lines: Lines, body: Element) -> tuple[str, Line | None]:
    """The title without the site's name, and the line of the page that says it.

    The page's own heading is believed when its head says the same. Where the embedded record names another headline,
    that is what the house calls the article.
    """
    site = about.meta("og:site_name")
    heads = [each for each in body.find("h1") if each.text][:8]
    records = [without_site(_cleaned(each), site) for each in about.record("headline") if isinstance(each, str)][:3]
    metas = [
        without_site(_cleaned(each), site) for each in (about.meta("og:title"), about.meta("twitter:title")) if each
    ]
    candidates = [*records, *metas, *([without_site(about.title, site, surely=True)] if about.title else [])]
    head = _confirmed(heads, candidates)
    if head is None:
        candidates[len(records) + len(metas) :] = [
            *_said_parts(about.title, lines),
            *candidates[len(records) + len(metas) :],
        ]
    line = _line_of(head, lines) if head is not None else _line_saying(candidates, lines)
    spoken = {_fold(each.text) for each in heads}
    if head is not None and records and _fold(records[0]) not in spoken and _is_kin(head.text, records[0]):
        return records[0], line
    if head is not None:
        return _without_kicker(head.text, metas), line
    if line is not None:
        return _without_kicker(line.text, metas), line
    if len(heads) == 1 and not candidates:
        return heads[0].text, _line_of(heads[0], lines)
    alone = _line_of(heads[0], lines) if len(heads) == 1 else None
    return next((each for each in (*metas, *candidates) if each), heads[0].text if heads else ""), alone


def _is_kin(one: str, other: str) -> bool:
    """Whether two titles have a word of some length in common: else a record is of something else."""
    words = {word for word in _fold(one).split() if len(word) > _SHORT_WORD}
    return bool(words & set(_fold(other).split()))


_SHORT_WORD: Final = 3


def _without_kicker(said: str, metas: list[str]) -> str:
    """A heading without the words before the title, when the head of the page leaves them out."""
    for each in metas:
        if (
            len(each) * 2 > len(said)
            and said != each
            and said.endswith(each)
            and ":" not in said[-len(each) - 2 : -len(each)]
        ):
            return each
    return said


def _confirmed(heads: list[Element], candidates: list[str]) -> Element | None:
    """The heading that is, or is most of, or shares most words with one of the page's own names."""
    wanted = [folded for each in candidates if (folded := _fold(each))]
    for head in heads:
        said = _fold(head.text)
        if said and any(said == each or (said in each and len(said) * 2 >= len(each)) for each in wanted):
            return head
    for head in heads:
        words = set(_fold(head.text).split())
        for each in wanted:
            if len(words) > 3 and len(words & set(each.split())) * 2 > len(words):
                return head
    long = [head for head in heads if len(head.text) > _LONG_HEADING]
    return long[0] if len(long) == 1 else None


_LONG_HEADING: Final = 30
"""Letters from which a heading is the title of something, not the name of a part of the page."""


def _said_parts(title: str, lines: Lines) -> list[str]:
    """The parts of the head's title which are lines of the page themselves: headings first, then the longest."""
    parts = _PARTS.split(title)
    if len(parts) < 2:
        return []
    said = {_fold(line.text): _heads(line) for line in lines.all if line.letters < 200}
    fit = [part for part in parts if said.get(_fold(part)) or (len(part) > 15 and _fold(part) in said)]
    return sorted(fit, key=lambda part: (said[_fold(part)], len(part)), reverse=True)


def _heads(line: Line) -> bool:
    """Whether a line is a heading of the page that may be its title, however short, and leads nowhere."""
    return line.owner.tag in {"h1", "h2", "h3"} and not line.linked and line.letters > 3


def _line_saying(candidates: list[str], lines: Lines) -> Line | None:
    for candidate in candidates:
        wanted = _fold(candidate)
        for line in lines.all:
            if (
                len(line.text) < 2 * len(candidate)
                and (len(line.text) > 15 or _heads(line))
                and _fold(line.text) == wanted
            ):
                return line
    return None


def _cleaned(text: str) -> str:
    return " ".join(unescape(re.sub(r"</?\w+[^>]{0,80}>", "", text)).split())


def without_site(title: str, site: str, *, surely: bool = False) -> str:
    """A title as the page's head gives it, its site's name cut off.

    Without `surely` only what is known as the name of the site goes; with it whatever stands alone at the end.
    """
    parts = _PARTS.split(title)
    marks = _PARTS.findall(title)
    if len(parts) < 2:
        return title.strip()
    known = _fold(site)
    while len(parts) > 1 and (_is_site(parts[-1], known) or "|" in marks[-1] or (surely and len(parts[-1]) < 40)):
        parts.pop()
        marks.pop()
        surely = False
    while len(parts) > 1 and known and _fold(parts[0]) == known:
        parts.pop(0)
        marks.pop(0)
    return "".join(part + mark for part, mark in zip(parts, [*marks, ""], strict=True)).strip()


def _is_site(part: str, known: str) -> bool:
    said = _fold(part)
    return bool(known) and bool(said) and (said in known or (known in said and len(said) < 2 * len(known)))


def _condemned(element: Element) -> bool:
    return element.reason is not None or any(each.reason is not None for each in element.ancestors())


def _line_of(element: Element, lines: Lines) -> Line | None:
    found = lines.of(element)
    return found[0] if found else None


def date_of(about: Embedded, lines: Lines, body: Element, title: Line | None) -> dt.date | None:
    """The day of publication: as `marked_date`, then from the words near the title."""
    if (marked := marked_date(about, body)) is not None:
        return marked
    start = title.number if title is not None else 0
    for line in lines.all[max(0, start - 5) : start + 12]:
        if line.letters < 80 and (date := date_in(line.text)):
            return date
    return None


def marked_date(about: Embedded, body: Element) -> dt.date | None:
    """The day of publication as the records, the head and the markup of a page name it."""
    for value in (
        *about.record("datePublished", "dateCreated", "uploadDate"),
        about.meta(
            "article:published_time",
            "datepublished",
            "og:article:published_time",
            "article:published",
            "parsely-pub-date",
            "sailthru.date",
            "pubdate",
            "publishdate",
            "publish-date",
            "date",
            "dc.date.issued",
            "dc.date",
            "dcterms.created",
            "dc.date.created",
            "cxenseparse:recs:publishtime",
            "article.published",
            "published",
            "publication_date",
            "article:publish_time",
            "rnews:datepublished",
            "last-modified",
        ),
    ):
        if date := machine_date(str(value)):
            return date
    for element in body.find("time"):
        if not _condemned(element) and (date := machine_date(element.get("datetime")) or date_in(element.text)):
            return date
    return None


def author_of(about: Embedded) -> str:
    """Who wrote the article, as the records and the head name them; nothing when that is an address or the site."""
    names: list[str] = []
    for value in about.record("author"):
        for entry in value if isinstance(value, list) else [value]:
            name = entry.get("name", "") if isinstance(entry, dict) else entry
            if isinstance(name, str) and name not in names:
                names.append(name)
        if names:
            break
    if not names and (
        name := about.meta("author", "article:author", "dc.creator", "parsely-author", "sailthru.author")
    ):
        names.append(name)
    site = _fold(about.meta("og:site_name"))
    names = [_cleaned(name) for name in names]
    return ", ".join(name for name in names if name and "//" not in name and len(name) < 80 and _fold(name) != site)


def section_of(about: Embedded) -> str:
    """The section that the records or the head name."""
    for value in (*about.record("articleSection"), about.meta("article:section", "og:article:section")):
        first = value[0] if isinstance(value, list) and value else value
        if isinstance(first, str) and 0 < len(first) <= 60 and "//" not in first:
            return _cleaned(first)
    return ""
