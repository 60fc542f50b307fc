"""A page as a tree of our own: what the parser found, in the form in which it is judged.

Why our own: the parser's nodes are windows into its memory, and each look through one costs. Here a node is a plain
object that can carry a verdict, and every character of the page belongs to exactly one `Text`; so that in the end
each is either shown or removed for a reason, and none is lost.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from accessreader.article import Reason
from accessreader.sources.guard import guarded

DEEPEST: Final = 150
"""Elements nested deeper become children of the one at this depth."""

UNREAD: Final = frozenset({"script", "style", "template"})
"""Elements whose text is not for people."""

_BLANK: Final = re.compile(r"\s{2,}|[^\S ]")
"""Blanks that are not one plain blank already: where there are none, no text is made anew."""
_COMMON: Final = frozenset(
    ["align", "class", "dir", "height", "lang", "loading", "rel", "role", "style", "target", "width"]
)
"""Attributes whose values are said again and again."""
_SHORT: Final = 80


class Text:
    """A piece of the page's text: shown, or removed for a reason."""

    __slots__ = ("parent", "reason", "shown", "text")

    def __init__(self, text: str, parent: Element) -> None:
        self.text = text
        self.parent = parent
        self.reason: Reason | None = None
        self.shown = False


class Element:
    """An element of the page.

    Attributes:
        reason: Why it and all in it is left out; None while it may stay.
        attributes: Not to be changed: elements that are written alike have the same.
        first: The number of its first line, once the page's lines have been found.
        last: The number of the line after its last.
        rank: Which of its kind it is among its siblings, from 1; -1 for the only one, 0 while nobody has asked.
    """

    __slots__ = ("attributes", "children", "first", "last", "parent", "rank", "reason", "tag")

    def __init__(self, tag: str, attributes: Mapping[str, str], parent: Element | None) -> None:
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.children: list[Element | Text] = []
        self.reason: Reason | None = None
        self.first = 0
        self.last = 0
        self.rank = 0

    def get(self, name: str) -> str:
        """An attribute's value, or nothing."""
        return self.attributes.get(name, "")

    @property
    def elements(self) -> list[Element]:
        """The children that are elements."""
        return [child for child in self.children if isinstance(child, Element)]

    def walk(self) -> Iterator[Element]:
        """This element and those in it, in the order of the page."""
        yield self
        stack = [iter(self.children)]
        while stack:
            for child in stack[-1]:
                if isinstance(child, Element):
                    yield child
                    stack.append(iter(child.children))
                    break
            else:
                stack.pop()

    def find(self, *tags: str) -> Iterator[Element]:
        """The elements inside with one of these tags."""
        for element in self.walk():
            if element.tag in tags and element is not self:
                yield element

    def texts(self) -> Iterator[Text]:
        """The pieces of text in it, those not for people left out."""
        stack = [iter(self.children)] if self.tag not in UNREAD else []
        while stack:
            for child in stack[-1]:
                if isinstance(child, Text):
                    yield child
                elif child.tag not in UNREAD:
                    stack.append(iter(child.children))
                    break
            else:
                stack.pop()

    @property
    def text(self) -> str:
        """Its text with blanks made one."""
        return _BLANK.sub(" ", "".join(piece.text for piece in self.texts())).strip()

    def ancestors(self) -> Iterator[Element]:
        """The elements round it, the nearest first."""
        element = self.parent
        while element is not None:
            yield element
            element = element.parent

    def selector(self) -> str:
        """A CSS selector of the place: up to four steps, from the nearest element with an id if there is one."""
        steps: list[str] = []
        element: Element | None = self
        while element is not None and len(steps) < 4:
            steps.append(_step(element))
            if "#" in steps[-1]:
                break
            element = element.parent
        return " > ".join(reversed(steps))


_NAME: Final = re.compile(r"-?[A-Za-z_][\w-]*")


def _step(element: Element) -> str:
    if _NAME.fullmatch(element.get("id")):
        return f"{element.tag}#{element.get('id')}"
    classes = "".join(f".{name}" for name in element.get("class").split()[:2] if _NAME.fullmatch(name))
    if classes or element.parent is None:
        return element.tag + classes
    if not element.rank:
        _rank(element.parent)
    return element.tag if element.rank < 0 else f"{element.tag}:nth-of-type({element.rank})"


def _rank(parent: Element) -> None:
    """Note of all children at once which of their kind they are, for to count anew for each would take for ever."""
    alike: dict[str, list[Element]] = {}
    for child in parent.elements:
        alike.setdefault(child.tag, []).append(child)
    for same in alike.values():
        for rank, child in enumerate(same, start=1):
            child.rank = rank if len(same) > 1 else -1


class Document:
    """A parsed page: the whole tree, and its body."""

    __slots__ = ("body", "root")

    def __init__(self, root: Element, body: Element) -> None:
        self.root = root
        self.body = body


def parse(html: str) -> Document:
    """The tree of some markup; never raises, whatever the markup."""
    parsed = LexborHTMLParser(guarded(html))
    del html
    parsed.raw_html = b""  # the parser has copied what it needs, and a page may be large
    top = parsed.root
    root = Element("html", {}, None)
    if top is not None:
        root.attributes = _Attributes().of(top)
        _grow(root, top)
    body = next((child for child in root.elements if child.tag in {"body", "frameset"}), None)
    if body is None:
        body = Element("body", {}, root)
        root.children.append(body)
    return Document(root, body)


class _Attributes:
    """The attributes of elements. Those of elements written alike are kept once, for they are a third of a tree."""

    def __init__(self) -> None:
        self._known: dict[tuple[tuple[str, str | None], ...], Mapping[str, str]] = {}

    def of(self, node: LexborNode) -> Mapping[str, str]:
        found = node.attributes
        if not _COMMON.issuperset(found):
            return {sys.intern(name): value or "" for name, value in found.items()}
        written = tuple(found.items())
        if (known := self._known.get(written)) is None:
            known = self._known[written] = {sys.intern(name): value or "" for name, value in written}
        return known


def _grow(root: Element, top: LexborNode) -> None:
    """Copy the parser's nodes under `top` into `root`, without recursion."""
    node, parent = top.child, root
    attributes = _Attributes()
    stack: list[tuple[LexborNode | None, Element]] = []
    while node is not None or stack:
        if node is None:
            node, parent = stack.pop()
            continue
        tag = node.tag
        if tag == "-text":
            if text := node.text_content:
                if len(text) < _SHORT and text.isspace():
                    text = sys.intern(text)
                parent.children.append(Text(text, parent))
        elif tag and tag[0] not in "-!":
            element = Element(sys.intern(tag), attributes.of(node), parent)
            parent.children.append(element)
            if (child := node.child) is not None:
                stack.append((node.next, parent))
                node, parent = child, (element if len(stack) < DEEPEST else parent)
                continue
        node = node.next
