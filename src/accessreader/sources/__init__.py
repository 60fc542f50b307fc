"""From an address to an article.

`fetch` brings a `Page`, `read` finds the article in it, or the list of headlines that it is. `read` is pure: the same
page gives the same article.
"""

from __future__ import annotations

from collections.abc import Sequence

from accessreader.article import Article
from accessreader.errors import NoArticleReason, NotAnArticleError
from accessreader.sources.headlines import about_page, fed
from accessreader.sources.kept import settled
from accessreader.sources.list_article import article_of, article_of_page
from accessreader.sources.page import Page
from accessreader.sources.reading import read_page
from accessreader.sources.records import read_list
from accessreader.sources.site import Site

__all__ = ["read"]


def read(page: Page, sites: Sequence[Site] = ()) -> Article:
    """The article of a page, and everything that was taken out; of a list, a feed or a sitemap its headlines.

    Args:
        page: what came.
        sites: described sites, asked in order; the first that knows the address is heard.

    Raises:
        NotAnArticleError: there is no text in the page, or no headline in the feed.
    """
    return settled(_listed(page, sites) or read_page(page, sites), page)


def _listed(page: Page, sites: Sequence[Site]) -> Article | None:
    """The headlines as an article; None where the page is no feed, and its site does not say that it is a list."""
    about = about_page(page, sites)
    name = about.site.name if about.site is not None else ""
    if (found := fed(page)) is not None:
        if not found.items:
            raise NotAnArticleError(page.final_url, NoArticleReason.NO_HEADLINES)
        return article_of(found, page, name)
    if about.site is None or not about.site.is_list(page.final_url):
        return None
    listed = read_list(page.html, about)
    return article_of_page(listed, page, name) if listed is not None and listed.headlines.items else None
