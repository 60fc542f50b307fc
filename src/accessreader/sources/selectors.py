"""A reader's selectors, found on the page by BeautifulSoup, whose CSS is the fullest.

Only pages of sites with selectors pay for it: the tree is copied into soup, each tag with the number of its element.
"""

from __future__ import annotations

from bs4 import BeautifulSoup
from bs4.element import AttributeValueList, NavigableString, Tag

from accessreader.sources.tree import Element, Text


class Soup:
    """A page's tree as BeautifulSoup sees it."""

    def __init__(self, root: Element) -> None:
        self._elements: dict[int, Element] = {}
        self._soup = BeautifulSoup("", "html.parser")
        self._copy(root, self._soup)

    def _copy(self, root: Element, soup: BeautifulSoup) -> None:
        top = self._tag(root, soup)
        soup.append(top)
        stack: list[tuple[Element, Tag]] = [(root, top)]
        while stack:
            element, tag = stack.pop()
            for child in element.children:
                if isinstance(child, Text):
                    tag.append(NavigableString(child.text))
                else:
                    copied = self._tag(child, soup)
                    tag.append(copied)
                    stack.append((child, copied))

    def _tag(self, element: Element, soup: BeautifulSoup) -> Tag:
        tag = soup.new_tag(element.tag, attrs=dict(element.attributes))
        if "class" in element.attributes:
            tag["class"] = AttributeValueList(element.get("class").split())
        self._elements[id(tag)] = element
        return tag

    def first(self, selector: str) -> Element | None:
        """The first element that a selector finds, or None."""
        found = self._soup.select_one(selector)
        return self._elements.get(id(found)) if found is not None else None

    def all(self, selector: str) -> list[Element]:
        """All elements that a selector finds."""
        return [self._elements[id(tag)] for tag in self._soup.select(selector) if id(tag) in self._elements]
