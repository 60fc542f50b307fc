"""What the selectors of a described site find on a page; each is optional, and what they do not find is looked for."""

from __future__ import annotations

from accessreader.article import Reason
from accessreader.sources.lines import Lines
from accessreader.sources.selectors import Soup
from accessreader.sources.shape import leave_out
from accessreader.sources.site import Site
from accessreader.sources.tree import Document, Element

_REASONS = {"title": Reason.TITLE, "date": Reason.DATE, "author": Reason.AUTHOR, "section": Reason.SECTION}


def described(site: Site | None, document: Document, lines: Lines) -> dict[str, Element]:
    """The elements that a site's selectors find, by the selectors' names.

    What `remove` finds is left out. The lines of title, date, author and section are left out of the text, for they
    are shown above it.
    """
    if site is None or not (site.selectors or site.remove):
        return {}
    soup = Soup(document.root)
    _leave_out(site.remove, soup, lines)
    found: dict[str, Element] = {}
    for name, selector in site.selectors.items():
        if (first := soup.first(selector)) is not None:
            found[name] = first
    for name in found.keys() & _REASONS.keys():
        for line in lines.of(found[name]):
            leave_out(line, _REASONS[name])
    return found


def _leave_out(selectors: tuple[str, ...], soup: Soup, lines: Lines) -> None:
    for selector in selectors:
        for element in soup.all(selector):
            element.reason = Reason.OUTSIDE
            for line in lines.of(element):
                line.condemned = True
