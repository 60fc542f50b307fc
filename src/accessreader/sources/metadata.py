"""What a page says about its article: title, date, section, views, author, credits, site, other languages."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

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
    """The title without the site's name, and the line of the page that says it."""
    heads = [each for each in body.find("h1") if not _condemned(each) and each.text]
    candidates = [about.meta("og:title"), about.meta("twitter:title"), *map(str, about.record("headline")), about.title]
    wanted = {_fold(each) for each in candidates if each}
    whole = " || ".join(wanted)
    for head in heads:
        if _fold(head.text) and _fold(head.text) in whole:
            return head.text, _line_of(head, lines)
    for candidate in filter(None, candidates):
        for line in lines.all:
            if len(line.text) > 15 and not line.condemned and _fold(line.text) == _fold(candidate):
                return line.text, line
    if len(heads) == 1:
        return heads[0].text, _line_of(heads[0], lines)
    for candidate in filter(None, candidates):
        return without_site(candidate, about.meta("og:site_name")), None
    return (heads[0].text, _line_of(heads[0], lines)) if heads else ("", None)


def without_site(title: str, site: str) -> str:
    """A title as the page's head gives it, its site's name cut off."""
    parts = _PARTS.split(title)
    if len(parts) > 1:
        longest = max(parts, key=len)
        if len(longest) > 0.5 * len(title) or (site and _fold(parts[-1]) == _fold(site)):
            return longest.strip()
    return title.strip()


def _condemned(element: Element) -> bool:
    return element.reason is not None or any(each.reason is not None for each in element.ancestors())


def _line_of(element: Element, lines: Lines) -> Line | None:
    found = lines.of(element)
    return found[0] if found else None


def date_of(about: Embedded, lines: Lines, body: Element, title: Line | None) -> dt.date | None:
    """The day of publication: from the records, the head, the markup, then the words near the title."""
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
    start = title.number if title is not None else 0
    for line in lines.all[max(0, start - 5) : start + 12]:
        if line.letters < 80 and (date := date_in(line.text)):
            return date
    return None
