"""The headlines of whatever came: a list of news on a page, a feed, a map of a site."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from accessreader.errors import NoArticleReason, NotAnArticleError
from accessreader.sources import kinds
from accessreader.sources.feeds import read_feed, read_json_feed
from accessreader.sources.headline import Headlines
from accessreader.sources.listing import About
from accessreader.sources.page import Page
from accessreader.sources.records import ListedPage, read_list
from accessreader.sources.site import Site, site_of
from accessreader.sources.sitemap import read_sitemap


def headlines(page: Page, sites: Sequence[Site] = ()) -> Headlines:
    """The headlines of a page, in its order.

    Args:
        page: what came: HTML, a feed or a sitemap.
        sites: described sites; what they say of addresses is heard.

    Raises:
        NotAnArticleError: NO_HEADLINES; there is no list in it.
    """
    if (found := fed(page)) is None:
        if (listed := list_in(page, about_page(page, sites))) is None:
            raise NotAnArticleError(page.final_url, NoArticleReason.NO_HEADLINES)
        found = listed.headlines
    return kept_ones(found, page)


def about_page(page: Page, sites: Sequence[Site]) -> About:
    """What is known of a page beside its markup."""
    site = site_of(page.final_url, sites)
    return About(page.final_url, site, page.fetched.date() if page.fetched is not None else None)


def list_in(page: Page, about: About) -> ListedPage | None:
    """The page as a list; None where it has no headlines."""
    listed = read_list(page.html, about)
    return listed if listed is not None and listed.headlines.items else None


def fed(page: Page) -> Headlines | None:
    """What a feed or a sitemap lists; None where the page is neither.

    Raises:
        NotAnArticleError: NO_HEADLINES; it is one, and lists nothing.
    """
    form = kinds.feed_form(page.html)
    if form is None:
        return None
    found = _READERS[form](page.html, page.final_url)
    if found is None or not found.items:
        raise NotAnArticleError(page.final_url, NoArticleReason.NO_HEADLINES)
    return found


_READERS: Final[Mapping[kinds.Feed, Callable[[str, str], Headlines | None]]] = {
    kinds.Feed.XML: read_feed,
    kinds.Feed.JSON: read_json_feed,
    kinds.Feed.SITEMAP: read_sitemap,
}


def kept_ones(found: Headlines, page: Page) -> Headlines:
    """The headlines with the addresses of what was saved with the page in the place of their stand-ins."""
    if not page.kept:
        return found
    items = tuple(
        replace(item, url=page.kept.get(item.url, item.url), picture=page.kept.get(item.picture, item.picture))
        for item in found.items
    )
    return replace(found, items=items, next_page=page.kept.get(found.next_page, found.next_page))
