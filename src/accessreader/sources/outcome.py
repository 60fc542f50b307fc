"""What a page turns out to be: an article, a list of headlines, a feed; and that read."""

from __future__ import annotations

from collections.abc import Sequence

from accessreader.article import Article
from accessreader.errors import NoArticleReason, NotAnArticleError
from accessreader.sources.headlines import about_page, fed, list_in
from accessreader.sources.kept import settled
from accessreader.sources.list_article import article_of, article_of_page
from accessreader.sources.list_or_article import is_a_list, may_be_a_list
from accessreader.sources.listing import About
from accessreader.sources.page import Page
from accessreader.sources.reading import read_page
from accessreader.sources.site import Site


def read(page: Page, sites: Sequence[Site] = ()) -> Article:
    """As `sources.read`."""
    about = about_page(page, sites)
    if (found := fed(page)) is not None:
        article = article_of(found, page, about.name)
    elif about.site is not None and about.site.is_list(page.final_url) and (listed := list_in(page, about)):
        article = article_of_page(listed, page, about)
    else:
        article = _article_or_list(page, sites, about)
    return settled(article, page)


def read_headlines(page: Page, sites: Sequence[Site] = ()) -> Article:
    """As `sources.read_headlines`."""
    about = about_page(page, sites)
    if (found := fed(page)) is not None:
        return settled(article_of(found, page, about.name), page)
    if (listed := list_in(page, about)) is None:
        raise NotAnArticleError(page.final_url, NoArticleReason.NO_HEADLINES)
    return settled(article_of_page(listed, page, about), page)


def _article_or_list(page: Page, sites: Sequence[Site], about: About) -> Article:
    """The article of a page of which nobody knows whether it is one, or its headlines."""
    try:
        article = read_page(page, sites)
    except NotAnArticleError:
        listed = list_in(page, about)
        if listed is None or not is_a_list(listed):
            raise
        return article_of_page(listed, page, about)
    is_told = about.site is not None and (about.site.is_article(page.final_url) or "article" in about.site.selectors)
    if is_told or not may_be_a_list(article):
        return article
    listed = list_in(page, about)
    return article_of_page(listed, page, about) if listed is not None and is_a_list(listed, article) else article
