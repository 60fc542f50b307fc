"""Whether a page of a site that nobody has described is a list of news rather than an article.

It is read as an article first. Where that gave little that is its own — little that is neither a link nor part of
the list — beside several headlines, it is a list. Why so careful: an article shown as a list is lost, a list shown
as an article is poor; so what says of itself that it is an article is believed, and a long title is one's own.
"""

from __future__ import annotations

import re
from typing import Final

from accessreader.article import Article
from accessreader.sources.metadata import Embedded
from accessreader.sources.records import ListedPage

_BLANK: Final = re.compile(r"\s+")
_FEWEST: Final = 3
_A_LINE: Final = 20
"""Letters of a title that is no mere name, as those of a menu are."""
_LITTLE: Final = 100
_NOT_MUCH: Final = 300
_LONG_TITLE: Final = 40
_A_TEASER: Final = 250
_AT_MOST: Final = 600
_MARKED: Final = ("article:published_time", "datepublished")


def may_be_a_list(article: Article) -> bool:
    """Whether it is worth a look at its links: little text, or a link to every few words of it."""
    unlinked, links = _unlinked(article), {run.href for block in article.blocks for run in block.runs if run.href}
    return unlinked < _AT_MOST or (len(links) >= _FEWEST and unlinked < _A_TEASER * len(links))


def is_a_list(listed: ListedPage, article: Article | None = None) -> bool:
    """Whether a page is a list that was read as one, and as an article if there is any in it."""
    items = listed.headlines.items
    telling = sum(len(item.title) >= _A_LINE or bool(item.lead) or item.published is not None for item in items)
    if len(items) < _FEWEST or 2 * telling <= len(items) or _says_article(listed.told):
        return False
    if article is None:
        return True
    said = " ".join(f"{item.title} {item.lead}" for item in items)
    own = _unlinked(article, said)
    if own >= sum(len(item.title) + len(item.lead) for item in items):
        return False
    return own < _LITTLE or (own < _NOT_MUCH and len(article.title) < _LONG_TITLE)


def _unlinked(article: Article, said: str = "") -> int:
    """The letters of an article outside of links, and outside of blocks that only say what is said already."""
    return sum(
        sum(not letter.isspace() for run in block.runs if not run.href for letter in run.text)
        for block in article.blocks
        if _BLANK.sub(" ", block.text).strip() not in said
    )


def _says_article(told: Embedded) -> bool:
    """Whether a page's head or its records say that it is one article; lists may hold a record of each of theirs."""
    if told.meta("og:type").lower() == "article" or told.meta(*_MARKED):
        return True
    kinds = [str(entry.get("@type", "")) for entry in told.records]
    return sum("Article" in kind or "Posting" in kind for kind in kinds) == 1
