"""From an address to an article.

`fetch` brings a `Page`, `read` finds the article in it, or the list of headlines that it is. `read` is pure: the same
page gives the same article.

Why what reads is imported late: a page that is read apart is read by another process, and this one need not know how.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from accessreader.article import Article
    from accessreader.sources.page import Page
    from accessreader.sources.site import Site

__all__ = ["read", "read_headlines"]


def read(page: Page, sites: Sequence[Site] = ()) -> Article:
    """The article of a page, and everything that was taken out; of a list, a feed or a sitemap its headlines.

    Args:
        page: what came.
        sites: described sites, asked in order; the first that knows the address is heard.

    Raises:
        NotAnArticleError: there is no text in the page, or no headline in the feed.
    """
    from accessreader.sources import outcome  # noqa: PLC0415

    return outcome.read(page, sites)


def read_headlines(page: Page, sites: Sequence[Site] = ()) -> Article:
    """The headlines of a page as an article, also where it would rather be read as an article itself.

    Raises:
        NotAnArticleError: there are no headlines in it.
    """
    from accessreader.sources import outcome  # noqa: PLC0415

    return outcome.read_headlines(page, sites)
