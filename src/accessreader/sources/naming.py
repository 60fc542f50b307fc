"""Selectors that find exactly one element of a page, and, if anything can, the same one on the site's other pages.

A name that the makers of a site gave to a place is the same on all of its pages; one with a number in it belongs to one
page, or was made up by a machine. So names without numbers go first, and to count children is the last resort.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final

from accessreader.sources import hints
from accessreader.sources.tree import Element

_NAME: Final = re.compile(r"-?[A-Za-z_][\w-]*")
_MADE_UP: Final = re.compile(r"\d{2}|\d[A-Za-z]+\d|^.{41}")
_TELLING: Final = frozenset({"article", "main", "pre", "table", "blockquote", "body", "html"})
_MOST_PLACES: Final = 3
"""Named places round an element within which it is looked for."""


class Names:
    """The names of all elements of a page."""

    def __init__(self, root: Element) -> None:
        self._count: Counter[str] = Counter()
        for element in root.walk():
            self._count.update({*_lasting(element), *_passing(element)})

    def of(self, element: Element) -> str:
        """A selector that finds this element of the page and no other."""
        return (
            self._alone(element, _lasting)
            or self._within(element)
            or self._alone(element, _passing)
            or (self._counted(element))
        )

    def _alone(self, element: Element, names: Callable[[Element], Iterator[str]]) -> str:
        return next((name for name in names(element) if self._count[name] == 1), "")

    def _within(self, element: Element) -> str:
        """The element by its name within a place that has one."""
        named = ((around, self._alone(around, _lasting)) for around in element.ancestors() if around.tag != "html")
        for around, place in islice(((around, place) for around, place in named if place), _MOST_PLACES):
            inside = Counter(name for one in around.walk() if one is not around for name in set(_lasting(one)))
            if name := next((name for name in _lasting(element) if inside[name] == 1), ""):
                return f"{place} {name}"
        return ""

    def _counted(self, element: Element) -> str:
        """The element by its number among its siblings."""
        if element.parent is None:
            return ":root"
        place = self._alone(element.parent, _lasting) or self._counted(element.parent)
        siblings = element.parent.elements
        if _NAME.fullmatch(element.tag) is None:
            return f"{place} > :nth-child({_number(element, siblings)})"
        alike = [one for one in siblings if one.tag == element.tag]
        step = element.tag if len(alike) == 1 else f"{element.tag}:nth-of-type({_number(element, alike)})"
        return f"{place} > {step}"


def _number(element: Element, among: list[Element]) -> int:
    return next(number for number, one in enumerate(among, start=1) if one is element)


def _lasting(element: Element) -> Iterator[str]:
    """The names by which an element can be known on other pages as well, the best first."""
    if element.get("itemprop") == "articleBody":
        yield '[itemprop="articleBody"]'
    if element.tag in _TELLING:
        yield element.tag
    if _lasts(name := element.get("id")):
        yield f"#{name}"
    classes = [name for name in element.get("class").split() if _lasts(name)]
    for name in sorted(classes, key=lambda name: not hints.is_body(name.lower())):
        yield f".{name}"
        if _NAME.fullmatch(element.tag):
            yield f"{element.tag}.{name}"


def _passing(element: Element) -> Iterator[str]:
    """The names that hold on this page alone."""
    if _NAME.fullmatch(name := element.get("id")):
        yield f"#{name}"
    for name in element.get("class").split():
        if _NAME.fullmatch(name):
            yield f".{name}"


def _lasts(name: str) -> bool:
    return _NAME.fullmatch(name) is not None and _MADE_UP.search(name) is None
