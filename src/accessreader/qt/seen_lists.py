"""The lists of headlines that were shown in a window, so that one can go from article to article along them.

A list is known by its shape, that of `sources.list_article`: headings that are links, with a day and a lead under each.
Why not asked for again: the addresses alone are kept, and the way on is there at once and without the network.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from accessreader.article import Article, Block, Heading, Paragraph

LEVEL: Final = 2
"""Of every headline."""
LISTS_KEPT: Final = 20
"""Lists of one window that are remembered, those shown last."""
_LINES_BETWEEN: Final = 2
_LINES_AFTER: Final = 4
"""Paragraphs under one headline (its day, its lead), and under the last (how many more, and the next page)."""


def listed_in(article: Article) -> tuple[str, ...]:
    """The addresses of the headlines, in their order and each once, of a list of headlines; none of another article."""
    found: list[str] = []
    lines = 0
    for block in article.blocks:
        address = _announced(block)
        if address and (lines <= _LINES_BETWEEN if found else not lines):
            found.append(address)
            lines = 0
        elif isinstance(block, Paragraph) and lines < _LINES_AFTER:
            lines += 1
        else:
            return ()
    return tuple(dict.fromkeys(found))


def _announced(block: Block) -> str:
    """The address to which a heading leads that is a link as a whole; "" for every other block."""
    if not isinstance(block, Heading) or block.level != LEVEL or len({run.href for run in block.runs}) != 1:
        return ""
    return block.runs[0].href or ""


@dataclass(frozen=True, slots=True)
class _List:
    """A list that was seen: its own address, those of its articles, and that of its next page, or ""."""

    url: str
    articles: tuple[str, ...]
    next_page: str


class SeenLists:
    """Lists in the order in which they were shown."""

    def __init__(self) -> None:
        self._lists: tuple[_List, ...] = ()

    def note(self, article: Article) -> None:
        """Remember an article if it is a list; one that was there already is the latest now."""
        if articles := listed_in(article):
            others = [one for one in self._lists if one.url != article.url]
            self._lists = (_List(article.url, articles, article.next_page), *others)[:LISTS_KEPT]

    def beside(self, page: Iterable[str], by: int) -> str | None:
        """What stands next (1) or before (-1) in the latest list that a page stands in.

        Args:
            page: the addresses under which the page may be listed, the surest first.
            by: 1 or -1.

        Returns:
            An address, behind the last article that of the list's next page, before the first that of the last article
            of the page before, if it was seen; "" where the list ends there; None where no list has the page.
        """
        found = next(((one, address) for address in page for one in self._lists if address in one.articles), None)
        if found is None:
            return None
        here, address = found
        at = here.articles.index(address) + by
        if at < 0:
            return next((one.articles[-1] for one in self._lists if one.next_page == here.url), "")
        return here.articles[at] if at < len(here.articles) else here.next_page

    def clear(self) -> None:
        """Forget all."""
        self._lists = ()
