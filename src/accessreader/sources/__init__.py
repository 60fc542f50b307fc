"""From an address to an article.

`fetch` brings a `Page`, `read` finds the article in it. `read` is pure: the same page gives the same article.
"""

from __future__ import annotations

from collections.abc import Sequence

from accessreader.article import Article
from accessreader.sources.kept import settled
from accessreader.sources.page import Page
from accessreader.sources.reading import read_page
from accessreader.sources.site import Site

__all__ = ["read"]


def read(page: Page, sites: Sequence[Site] = ()) -> Article:
    """The article of a page, and everything that was taken out.

    Args:
        page: what came.
        sites: described sites, asked in order; the first that knows the address is heard.

    Raises:
        NotAnArticleError: there is no text in the page.
    """
    return settled(read_page(page, sites), page)
