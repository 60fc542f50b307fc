"""The lines of a page: what stands between two block boundaries or line breaks, in order.

A line is the unit in which furniture is known by its words, titles and dates are found, and the density of text is
counted. Each element knows which lines stand in it, so that any sum over an element is a difference of two numbers.
"""

from __future__ import annotations

import re
from typing import Final

from accessreader.sources.tree import UNREAD, Element, Text

BLOCKS: Final = frozenset(
    """
    address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset
    figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav
    noscript ol optgroup option p pre search section select summary table tbody td tfoot th thead tr ul video
    audio iframe object button textarea
    """.split()  # noqa: SIM905 - sixty words, to be read as words
)
"""Elements that begin and end a line."""

_BLANK: Final = re.compile(r"\s{2,}|[^\S ]")
"""Blanks that are not one plain blank already."""


class Line:
    """A line of the page.

    Attributes:
        text: Its text, blanks made one.
        pieces: The texts it is made of.
        owner: The block element it stands in.
        letters: Its characters that are not blank; `linked`: those in links to other pages.
        condemned: Whether it stands in an element that was left out.
    """

    __slots__ = ("condemned", "letters", "linked", "number", "owner", "pieces", "text")

    def __init__(self, owner: Element, number: int) -> None:
        self.owner = owner
        self.number = number
        self.pieces: list[Text] = []
        self.text = ""
        self.letters = 0
        self.linked = 0
        self.condemned = False


class Lines:
    """All lines of a page, and where each element's begin and end."""

    def __init__(self, body: Element) -> None:
        self.all: list[Line] = []
        self._open: Line | None = None
        self._collect(body)

    def of(self, element: Element) -> list[Line]:
        """The lines in an element, those that begin and end within it."""
        return self.all[element.first : element.last]

    def wholly(self, element: Element) -> list[Line]:
        """The lines that stand in an element with all their letters: of an icon in a paragraph, none."""
        found = self.of(element)
        if element.tag in BLOCKS or not found:
            return found
        inside = {id(piece) for piece in element.texts()}
        return [line for line in found if all(id(piece) in inside or piece.text.isspace() for piece in line.pieces)]

    def span(self, element: Element) -> tuple[int, int]:
        """The numbers of an element's first line and of the one after its last."""
        return element.first, element.last

    def _collect(self, body: Element) -> None:  # noqa: C901 - one walk, and each kind of node a line or two
        """Walk without recursion; a tuple on the stack closes an element."""
        stack: list[Element | Text | tuple[Element, int]] = [body]
        owner, linked = body, 0
        owners: list[Element] = []
        while stack:
            node = stack.pop()
            if isinstance(node, Text):
                self._say(node, owner, linked=linked > 0)
            elif isinstance(node, tuple):
                element, first = node
                if element.tag in BLOCKS:
                    self._end()
                    owner = owners.pop()
                elif _leads_away(element):
                    linked -= 1
                element.first, element.last = first, len(self.all)
            elif node.tag == "br":
                self._end()
            elif node.tag not in UNREAD:
                if node.tag in BLOCKS:
                    self._end()
                    owners.append(owner)
                    owner = node
                elif _leads_away(node):
                    linked += 1
                first = len(self.all) - (self._open is not None and bool(self._open.letters))
                stack.append((node, max(first, 0)))
                stack.extend(reversed(node.children))
        self._end()

    def _say(self, piece: Text, owner: Element, *, linked: bool) -> None:
        if self._open is None:
            self._open = Line(owner, len(self.all))
        line = self._open
        line.pieces.append(piece)
        letters = sum(map(len, piece.text.split()))
        if letters and not line.letters:
            self.all.append(line)
        line.letters += letters
        if linked:
            line.linked += letters

    def _end(self) -> None:
        line, self._open = self._open, None
        if line is not None and line.letters:
            line.text = _BLANK.sub(" ", "".join(piece.text for piece in line.pieces)).strip()


def _leads_away(element: Element) -> bool:
    """Whether an element is a link to another page: notes and contents lead within their own, and are text."""
    return element.tag == "a" and not element.attributes.get("href", "").startswith("#")
