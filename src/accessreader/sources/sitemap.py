"""Headlines out of a site's own map: `sitemap.xml`, its extension for news, and an index of further maps.

A map has no order of its own, so what is dated comes first, the newest before the older (sitemaps.org, protocol 0.9).
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final
from urllib.parse import unquote, urlsplit

from accessreader.sources.feeds import day_of
from accessreader.sources.headline import Headline, Headlines, ListKind
from accessreader.sources.pictures import absolute
from accessreader.sources.plain_words import plain
from accessreader.sources.tagged import child, read_tagged, text_of
from accessreader.sources.tree import Element

_ENDING: Final = re.compile(r"\.(?:html?|php|aspx?|xml|gz)(?=\.|$)", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"[-_+.\s]+")


def read_sitemap(xml: str, url: str) -> Headlines:
    """What a sitemap, or an index of sitemaps, lists; `url` is where it came from. Never raises."""
    root = read_tagged(xml)
    is_index = next(root.find("sitemapindex"), None) is not None
    found: dict[str, Headline] = {}
    for entry in root.find("sitemap" if is_index else "url"):
        headline = _headline(entry, url)
        if headline is not None:
            found.setdefault(headline.url, headline)
    return Headlines(
        title=urlsplit(url).hostname or "",
        url=url,
        items=tuple(sorted(found.values(), key=_age)),
        kind=ListKind.SITEMAP_INDEX if is_index else ListKind.SITEMAP,
    )


def _age(headline: Headline) -> int:
    return -(headline.published or dt.date.min).toordinal()


def _headline(entry: Element, base: str) -> Headline | None:
    address = absolute(text_of(entry, "loc"), base)
    if address is None:
        return None
    news, picture = child(entry, "news:news"), child(entry, "image:image")
    title = plain(text_of(news, "news:title")) if news is not None else ""
    day = day_of(text_of(news, "news:publication_date")) if news is not None else None
    return Headline(
        title=title or name_in(address),
        url=address,
        published=day or day_of(text_of(entry, "lastmod")),
        picture=(absolute(text_of(picture, "image:loc"), base) or "") if picture is not None else "",
    )


def name_in(address: str) -> str:
    """What an address says of its page in words: the last part of its path that has letters, else the address."""
    parts = [unquote(part) for part in urlsplit(address).path.split("/")]
    for part in reversed(parts):
        words = _BETWEEN.sub(" ", _ENDING.sub("", part)).strip()
        if sum(map(str.isalpha, words)) > 2:
            return words[0].upper() + words[1:]
    return address
