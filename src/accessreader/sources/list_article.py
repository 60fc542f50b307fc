"""A list of headlines as an article, so that it is shown, walked and heard like every other.

Each headline is a heading that is a link, its day and its lead are paragraphs under it, and the way to the next page
is the last link. Why headings: by them a screen reader goes from one to the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from accessreader.article import Article, Block, Heading, Paragraph, Reason, Run
from accessreader.language import detect
from accessreader.messages import _, current_language, long_date, ngettext
from accessreader.sources.feeds import feed_of
from accessreader.sources.generic import condemn
from accessreader.sources.headline import Headlines
from accessreader.sources.listing import About
from accessreader.sources.page import Page
from accessreader.sources.reading import removed_of
from accessreader.sources.records import ListedPage
from accessreader.sources.shape import heard, leave_out
from accessreader.sources.tongues import in_tongues
from accessreader.sources.versions import versions_of

MOST_SHOWN: Final = 1000
"""Headlines of one list that are shown; maps of sites have fifty thousand."""


def article_of(found: Headlines, page: Page, name: str = "") -> Article:
    """The headlines of a feed or a sitemap as an article; `name` is that of the site."""
    shown = found.items[:MOST_SHOWN]
    language = detect(" ".join(f"{item.title} {item.lead}" for item in shown[:100]))
    return Article(
        url=page.final_url,
        title=found.title,
        blocks=tuple(in_tongues(list(_blocks(found, language)), language)),
        language=language,
        site=name,
        source=name,
        fetched=page.fetched,
        next_page=found.next_page,
        whole=page.whole,
    )


def article_of_page(listed: ListedPage, page: Page, about: About) -> Article:
    """The headlines of a page as an article, and what else the page said as removed.

    Args:
        listed: the page as a list; its texts get their verdicts.
        page: what came.
        about: what is known of it.
    """
    heard(listed.lines, listed.title, known=False)
    condemn(listed.document.body, listed.lines, listed.title)
    if listed.title is not None:
        leave_out(listed.title, Reason.TITLE)
    for text in listed.shown:
        text.shown = True
    for text in listed.days:
        if not text.shown:
            text.reason = Reason.DATE
    removed = tuple(removed_of(listed.document))
    base = listed.told.based(page.final_url)
    return replace(
        article_of(listed.headlines, page, about.name),
        removed=removed,
        versions=versions_of(listed.document, page.final_url, base, about.site),
        feed=feed_of(listed.document, base),
    )


def _blocks(found: Headlines, language: str) -> Iterator[Block]:
    for item in found.items[:MOST_SHOWN]:
        yield Heading(2, (Run(item.title, href=item.url),))
        if item.published is not None:
            yield Paragraph((Run(long_date(item.published, language)),))
        if item.lead:
            yield Paragraph((Run(item.lead),))
    if (more := len(found.items) - MOST_SHOWN) > 0:
        said = ngettext("{count} more headline is not shown.", "{count} more headlines are not shown.", more)
        yield Paragraph((Run(said.format(count=more)),))
    if found.next_page:
        own = current_language()
        # Translators: a link to the next page of a list of news.
        words = Run(_("Next page"), href=found.next_page, language=own if own != language else None)
        yield Paragraph((words,))
