"""The walk over an element of a page: what stands round a text, and where one block ends and the next begins.

It keeps the manner of a text, whether it is in a list or a quotation, and closes a block at every border. Inside list
items, cells and captions borders are soft: they break the line, not the block. What an element of one tag means is
told by `special` functions, in `blocks`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Final

from accessreader.article import Block, Heading, ListItem, Paragraph, Quotation, Reason, Runs
from accessreader.sources import hints, pictures
from accessreader.sources.anchors import Anchors
from accessreader.sources.lines import BLOCKS
from accessreader.sources.runs import Manner, Piece, runs_of, starts_of
from accessreader.sources.tree import UNREAD, Element, Text

_STRONG: Final = frozenset({"b", "strong"})
_EMPHASIS: Final = frozenset({"i", "em", "cite", "dfn", "var"})


@dataclass(frozen=True, slots=True)
class Item:
    """The list item that is being read: what is said of it once its text is complete."""

    depth: int
    ordinal: int | None


class Walk:
    """One walk over the chosen elements.

    `special` maps tags to what reads an element of that tag; `caption` reads a caption that stands outside of a figure.
    """

    def __init__(self, base: str, anchors: Anchors, special: Mapping[str, Special], caption: Special) -> None:
        self.blocks: list[Block] = []
        self.base = base
        self.letters = 0
        """Characters of all text that is walked over."""
        self.anchors = anchors
        self._special = special
        self._caption = caption
        self.pieces: list[Piece] = []
        self.waiting: list[Block] = []
        self.manner = Manner()
        self.soft: str | None = None
        self.heading = 0
        self.item: Item | None = None
        self.depth = -1
        self.quoted = False
        self.breaks = 0
        self.done: set[int] = set()
        self.shown: pictures.Picture | None = None
        """The picture that was shown last, when no text was said since."""

    def read(self, element: Element) -> None:
        """Read an element and all in it."""
        if element.tag in UNREAD or id(element) in self.done:
            return
        if element.reason is not None and (element.tag != "noscript" or element.reason is not Reason.HIDDEN):
            return
        self.pass_by(element)
        tag = element.tag
        if (special := self._special.get(tag)) is not None:
            special(self, element)
        elif tag in BLOCKS and hints.is_caption_text(hints.words_of(element)):
            self._caption(self, element)
        elif tag in BLOCKS:
            self.border()
            self.flow(element)
            self.border()
        else:
            self._inline(element)

    def end(self) -> None:
        """Close the last block."""
        self.border()
        self.release()

    def flow(self, element: Element) -> None:
        """Read what is in an element, the element itself meaning nothing."""
        for child in element.children:
            if isinstance(child, Element):
                self.read(child)
            elif child.reason is None:
                self.say(child)

    def say(self, text: Text) -> None:
        """Take a text into the block that is open."""
        if text.shown:
            return
        if text.text.isspace():
            if self.pieces:
                self.pieces.append(Piece(text.text, self.manner, text))
            return
        self.breaks = 0
        self.shown = None
        self.pieces.append(Piece(text.text, self.manner, text))

    def _inline(self, element: Element) -> None:
        before, self.manner = self.manner, self.manner_in(element, self.manner)
        self.flow(element)
        self.manner = before

    def manner_in(self, element: Element, manner: Manner) -> Manner:
        """The manner of the text in an element of a line that stands in text of the manner given."""
        tag = element.tag
        if tag == "a":
            href = self.anchors.href(element) or pictures.absolute(element.get("href"), self.base)
            manner = replace(manner, href=href or manner.href)
        elif tag in _STRONG:
            manner = replace(manner, strong=True)
        elif tag in _EMPHASIS:
            manner = replace(manner, emphasis=True)
        if language := element.get("lang") or element.get("xml:lang"):
            manner = replace(manner, language=language.split("-")[0].strip().lower()[:8] or None)
        return manner

    def pass_by(self, element: Element) -> None:
        """Note what an element is called, for the links that lead to it."""
        self.anchors.pass_by(element, len(self.pieces))

    def border(self) -> None:
        """Close the block that is open; where borders are soft, break its line."""
        self.breaks = 0
        if self.soft is not None:
            if self.pieces and self.pieces[-1].text != self.soft:
                self.pieces.append(Piece(self.soft, Manner(), None))
            return
        pieces, self.pieces = self.pieces, []
        if pieces and (runs := runs_of(pieces)):
            mark(pieces)
            self.anchors.close(len(self.blocks), len(pieces), lambda: starts_of(pieces))
            self.blocks.append(self._block(runs))
        else:
            self.anchors.open = [(name, 0) for name, _before in self.anchors.open]
        self.release()

    def release(self) -> None:
        """Let the blocks follow that waited for the open one to end."""
        if self.soft is None:
            self.blocks.extend(self.waiting)
            self.waiting = []

    def _block(self, runs: Runs) -> Block:
        if self.heading:
            return Heading(self.heading, runs)
        if self.item is not None:
            return ListItem(runs, self.item.depth, self.item.ordinal)
        return Quotation(runs) if self.quoted else Paragraph(runs)

    def emit(self, block: Block) -> None:
        """A block that is not made of the text that is open: before it when none is, else after it."""
        if self.soft is not None or any(not piece.text.isspace() for piece in self.pieces):
            self.waiting.append(block)
        else:
            self.put(block)

    def show(self, picture: pictures.Picture) -> None:
        """Note that this picture is shown now."""
        self.shown = picture

    def put(self, block: Block) -> None:
        """A block that is complete, here and now; what was passed by on the way stands at its beginning."""
        self.anchors.stand_at(len(self.blocks), 0, self.anchors.open)
        self.anchors.open = []
        self.blocks.append(block)

    @contextmanager
    def apart(self, border: str) -> Iterator[list[Piece]]:
        """While this lasts, texts are gathered for themselves, and a border is only this character.

        Afterwards they are in the list that is given, and what was passed by in `anchors.open` stands before them.
        """
        pieces, self.pieces = self.pieces, []
        names, self.anchors.open = self.anchors.open, []
        gathered: list[Piece] = []
        with self.softly(border):
            yield gathered
        gathered.extend(self.pieces)
        self.pieces = pieces
        self.anchors.open = [*names, *((name, len(pieces)) for name, _before in self.anchors.open)]

    @contextmanager
    def softly(self, border: str) -> Iterator[None]:
        """While this lasts, a border is only this character."""
        before, self.soft = self.soft, border
        yield
        self.soft = before


Special = Callable[[Walk, Element], None]
"""Reads an element that means something of its own."""


def mark(pieces: list[Piece]) -> None:
    """Note on the page's texts that they are shown."""
    for piece in pieces:
        if piece.origin is not None:
            piece.origin.shown = True
