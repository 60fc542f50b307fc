"""What a list of news holds, wherever it came from: a page, a feed, a map of a site."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class ListKind(StrEnum):
    """Where headlines were found."""

    PAGE = "page"
    RSS = "rss"
    ATOM = "atom"
    JSON = "json"
    SITEMAP = "sitemap"
    SITEMAP_INDEX = "sitemap-index"
    """A list of further sitemaps: its items lead to lists, not to articles."""


@dataclass(frozen=True, slots=True)
class Headline:
    """An article as a list announces it. All addresses are absolute http(s); what the list does not tell is empty."""

    title: str
    url: str
    published: dt.date | None = None
    lead: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Headlines:
    """A list of articles, in the order of the list; `next_page` is the address at which it goes on, or empty."""

    title: str
    url: str
    items: tuple[Headline, ...]
    next_page: str = ""
    kind: ListKind = ListKind.PAGE
