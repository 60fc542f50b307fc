"""What the selectors of a described site find on a page; each is optional, and what they do not find is looked for."""

from __future__ import annotations

from accessreader.article import Reason
from accessreader.sources.lines import Lines
from accessreader.sources.put_back import Kept
from accessreader.sources.selectors import Soup
from accessreader.sources.shape import leave_out
from accessreader.sources.site import Site
from accessreader.sources.tree import Document, Element

_REASONS = {"title": Reason.TITLE, "date": Reason.DATE, "author": Reason.AUTHOR, "section": Reason.SECTION}


def described(site: Site | None, document: Document, lines: Lines) -> tuple[dict[str, Element], Kept]:
    """The elements that a site's selectors find, by the selectors' names; and those that belong to the article anyway.

    What `remove` finds is left out. The lines of title, date, author and section are left out of the text, for they
    are shown above it.
    """
    if site is None or not (site.selectors or site.remove or site.keep):
        return {}, Kept()
    soup = Soup(document.root)
    withheld = _leave_out(site.remove, soup, lines)
    found: dict[str, Element] = {}
    for name, selector in site.selectors.items():
        if (first := soup.first(selector)) is not None:
            found[name] = first
    for name in found.keys() & _REASONS.keys():
        for line in lines.of(found[name]):
            leave_out(line, _REASONS[name])
    kept = {id(each): each for selector in site.keep for each in soup.all(selector)}
    return found, Kept(tuple(each for each in kept.values() if id(each) not in withheld), withheld)


def _leave_out(selectors: tuple[str, ...], soup: Soup, lines: Lines) -> frozenset[int]:
    left_out = {id(each): each for selector in selectors for each in soup.all(selector)}
    for element in left_out.values():
        element.reason = Reason.OUTSIDE
        for line in lines.of(element):
            line.condemned = True
    return frozenset(left_out)
