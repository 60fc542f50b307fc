"""The places of an article that its own links lead to: notes, sections, tables, the contents at its head.

A link is one of these when what it names stands in the article, and not round the link itself: a heading that leads to
itself says nothing. What leads to a part of the page that is left out is no link any more, only its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final
from urllib.parse import unquote

from accessreader.article import Anchor
from accessreader.sources.pictures import absolute
from accessreader.sources.tree import Element

_UNSAFE: Final = re.compile(r"[\s<>\"#]")
_NEAR: Final = 6
"""Elements round a link in which it is looked whether the link leads to them."""


class Anchors:
    """What links within some elements ask for, and where it was found.

    While a block is open, a place in it is the number of pieces before it; once it is closed, a number of characters.
    """

    def __init__(self, elements: Iterable[Element], base: str, page: str) -> None:
        """Find out what is asked for.

        Args:
            elements: the elements of the article.
            base: the address against which links are made absolute.
            page: the page's own address.
        """
        self._base = base
        self._page = page.partition("#")[0] if page.startswith("http") else page
        self._found: dict[str, tuple[int, int]] = {}
        self.open: list[tuple[str, int]] = []
        asked: set[str] = set()
        borne: set[str] = set()
        for element in elements:
            for each in element.walk():
                borne.update(_names(each))
                if each.tag == "a" and (name := self._name_in(each.get("href"))):
                    asked.add(name)
        self._wanted = asked & borne

    def href(self, link: Element) -> str | None:
        """The address of a link to a place in the article; None where it is no such link, or leads to itself."""
        name = self._name_in(link.get("href"))
        if name not in self._wanted:
            return None
        element: Element | None = link
        for _ in range(_NEAR):
            if element is None:
                break
            if name in _names(element):
                return None
            element = element.parent
        return f"{self._page}#{_written(name)}"

    def pass_by(self, element: Element, pieces: int) -> None:
        """Note what an element is called that is come to behind so many pieces of the open block."""
        for name in _names(element):
            if name in self._wanted and name not in self._found:
                self._found[name] = (-1, 0)
                self.open.append((name, pieces))

    def close(self, block: int, pieces: int, starts: Callable[[], list[int]]) -> None:
        """A block of so many pieces is complete: what was noted in it is in it; the rest waits for the next.

        `starts` answers the offset at which each piece begins.
        """
        if not self.open:
            return
        offsets = starts() if pieces else []
        for name, before in self.open:
            if before < pieces:
                self._found[name] = (block, offsets[before])
        self.open = [(name, 0) for name, before in self.open if before >= pieces]

    def stand_at(self, block: int, offset: int, names: Iterable[tuple[str, int]]) -> None:
        """Some names stand here."""
        for name, _before in names:
            self._found[name] = (block, offset)

    def all(self, blocks: int) -> tuple[Anchor, ...]:
        """All that were found in this many blocks, in the order of the page; what waits yet stands in the last."""
        if blocks:
            self.stand_at(blocks - 1, 0, self.open)
        found = sorted((place, name) for name, place in self._found.items() if 0 <= place[0] < blocks)
        return tuple(Anchor(_written(name), block, offset) for (block, offset), name in found)

    def _name_in(self, href: str) -> str:
        """The name that a link within the page asks for; nothing where it leads elsewhere."""
        address, hash_, name = href.strip().partition("#")
        if not hash_ or not name or (address and (absolute(address, self._base) or address) != self._page):
            return ""
        return unquote(name)


def _names(element: Element) -> list[str]:
    names = [element.attributes.get("id", "")]
    if element.tag == "a":
        names.append(element.attributes.get("name", ""))
    return [name for name in names if name]


def _written(name: str) -> str:
    return _UNSAFE.sub(lambda found: f"%{ord(found[0]) % 256:02X}", name)
