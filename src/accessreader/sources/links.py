"""The links of a page, and the sets of them that stand in the same way."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from accessreader.sources import hints
from accessreader.sources.pictures import absolute
from accessreader.sources.tree import Document, Element

_VARIANT: Final = re.compile(
    r"^(?:odd|even|first|last|active|current|alt|new|clearfix|row\d*|item-?\d+|post-?\d+|.*\d{2,}.*|col-\S+|sticky|hentry|"
    r"(?:category|tag|type|status|format)-\S+|has-\S+)$"
)


@dataclass(eq=False, slots=True)
class Link:
    """A link of the page, its address absolute."""

    element: Element
    url: str
    text: str


def links_of(document: Document, url: str, base: str) -> list[Link]:
    """The links of a page that lead to other pages, in its order; none of those that are hidden.

    Args:
        document: the page.
        url: its address.
        base: what its references are relative to.
    """
    own = url.partition("#")[0]
    out: list[Link] = []
    for element in _seen(document.body):
        if element.tag != "a" or "href" not in element.attributes:
            continue
        address = absolute(element.get("href"), base)
        if address is not None and address.partition("#")[0] != own:
            out.append(Link(element, address, element.text))
    return out


def _seen(body: Element) -> Iterable[Element]:
    """The elements of a page but those that its own attributes hide, in order."""
    stack = [body]
    while stack:
        element = stack.pop()
        if hints.is_hidden(element) or element.tag == "noscript":
            continue
        yield element
        stack.extend(reversed(element.elements))


def sets_of(links: Iterable[Link]) -> list[list[Link]]:
    """The links by how they stand: the tags round them, and their classes but those that tell siblings apart."""
    known: dict[int, str] = {}
    sets: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        sets[_standing(link.element, known)].append(link)
    return list(sets.values())


def _standing(element: Element, known: dict[int, str]) -> str:
    """An element's own step and those of its ancestors; `known` remembers those of other elements."""
    chain: list[Element] = []
    each: Element | None = element
    while each is not None and id(each) not in known:
        chain.append(each)
        each = each.parent
    standing = known[id(each)] if each is not None else ""
    for part in reversed(chain):
        standing = f"{standing[-_LONGEST_STANDING:]}>{_step(part)}"
        known[id(part)] = standing
    return standing


_LONGEST_STANDING: Final = 1500


def _step(element: Element) -> str:
    names = sorted(name for name in element.get("class").lower().split()[:6] if not _VARIANT.match(name))
    return element.tag + "".join(f".{name}" for name in names)
