"""Markup to blocks: an element of the page as a flat run of headings, paragraphs, list items, figures and tables.

The walk keeps what stands round a text (its manner, whether it is in a list or a quotation) and closes a block at
every border. Inside list items, cells and captions borders are soft: they break the line, not the block.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Final

from accessreader.article import (
    Block,
    Cell,
    Divider,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Preformatted,
    Quotation,
    Run,
    Runs,
    Table,
    Video,
    joined,
)
from accessreader.sources import hints, pictures
from accessreader.sources.lines import BLOCKS
from accessreader.sources.runs import Manner, Piece, runs_of
from accessreader.sources.tables import is_data, rows_of
from accessreader.sources.tree import UNREAD, Element, Text

_STRONG: Final = frozenset({"b", "strong"})
_EMPHASIS: Final = frozenset({"i", "em", "cite", "dfn", "var"})
_FILMS: Final = frozenset({"iframe", "embed", "object", "video", "audio", "amp-youtube", "amp-video", "amp-iframe"})
_ORDINAL: Final = re.compile(r"-?\d{1,6}")
_LONG_ITEM: Final = 1500
_COMPLEX: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "figure", "pre", "article"})
_NOT_IN_QUOTATIONS: Final = (_COMPLEX - {"blockquote"}) | {"ul", "ol", "dl"}
_RIGHT_TO_LEFT: Final = "rtl"


@dataclass(frozen=True, slots=True)
class _Item:
    """The list item that is being read: what is said of it once its text is complete."""

    depth: int
    ordinal: int | None


def blocks_of(elements: list[Element], base: str) -> list[Block]:
    """The blocks of some elements of a page, in order; what has a reason to be left out is left out.

    Every text that stands in a block is marked as shown. Addresses are made absolute against `base`.
    """
    reading = _Reading(base)
    for element in elements:
        reading.read(element)
    reading.end()
    return reading.blocks


class _Reading:
    """One walk over the chosen elements."""

    def __init__(self, base: str) -> None:
        self.blocks: list[Block] = []
        self._base = base
        self._pieces: list[Piece] = []
        self._waiting: list[Block] = []
        self._manner = Manner()
        self._soft: str | None = None
        self._heading = 0
        self._item: _Item | None = None
        self._depth = -1
        self._quoted = False
        self._breaks = 0
        self._done: set[int] = set()

    def read(self, element: Element) -> None:
        """Read an element and all in it."""
        if element.reason is not None or element.tag in UNREAD or id(element) in self._done:
            return
        tag = element.tag
        if (special := _SPECIAL.get(tag)) is not None:
            special(self, element)
        elif tag in BLOCKS and hints.is_caption_text(hints.words_of(element)):
            self._loose_caption(element)
        elif tag in BLOCKS:
            self._border()
            self._flow(element)
            self._border()
        else:
            self._inline(element)

    def end(self) -> None:
        """Close the last block."""
        self._border()
        self._release()

    def _flow(self, element: Element) -> None:
        for child in element.children:
            if isinstance(child, Element):
                self.read(child)
            elif child.reason is None:
                self._say(child)

    def _say(self, text: Text) -> None:
        if text.shown:
            return
        if text.text.isspace():
            if self._pieces:
                self._pieces.append(Piece(text.text, self._manner, text))
            return
        self._breaks = 0
        self._pieces.append(Piece(text.text, self._manner, text))

    def _inline(self, element: Element) -> None:
        before = self._manner
        tag = element.tag
        if tag == "a":
            self._manner = replace(before, href=pictures.absolute(element.get("href"), self._base) or before.href)
        elif tag in _STRONG:
            self._manner = replace(before, strong=True)
        elif tag in _EMPHASIS:
            self._manner = replace(before, emphasis=True)
        if language := element.get("lang") or element.get("xml:lang"):
            self._manner = replace(self._manner, language=language.split("-")[0].strip().lower()[:8] or None)
        self._flow(element)
        self._manner = before

    # Borders

    def _border(self) -> None:
        """Close the block that is open; where borders are soft, break its line."""
        self._breaks = 0
        if self._soft is not None:
            if self._pieces and self._pieces[-1].text != self._soft:
                self._pieces.append(Piece(self._soft, Manner(), None))
            return
        pieces, self._pieces = self._pieces, []
        if pieces and (runs := runs_of(pieces)):
            _mark(pieces)
            self.blocks.append(self._block(runs))
        self._release()

    def _release(self) -> None:
        if self._soft is None:
            self.blocks.extend(self._waiting)
            self._waiting = []

    def _block(self, runs: Runs) -> Block:
        if self._heading:
            return Heading(self._heading, runs)
        if self._item is not None:
            return ListItem(runs, self._item.depth, self._item.ordinal)
        return Quotation(runs) if self._quoted else Paragraph(runs)

    def _emit(self, block: Block) -> None:
        """A block that is not made of the text that is open: before it when none is, else after it."""
        if self._soft is not None or any(not piece.text.isspace() for piece in self._pieces):
            self._waiting.append(block)
        else:
            self.blocks.append(block)

    @contextmanager
    def _softly(self, border: str) -> Iterator[None]:
        before, self._soft = self._soft, border
        yield
        self._soft = before

    # Elements with a meaning of their own

    def _line_break(self, _element: Element) -> None:
        self._breaks += 1
        if self._breaks >= 2 and self._soft is None and not self._heading:
            self._border()
        elif self._pieces:
            self._pieces.append(Piece(self._soft or "\n", Manner(), None))

    def _read_heading(self, element: Element) -> None:
        self._border()
        with self._softly(" ") if self._soft is None else self._softly(self._soft):
            level, self._heading = self._heading, int(element.tag[1])
            manner, self._manner = self._manner, replace(self._manner, strong=False)
            self._flow(element)
            self._manner = manner
        self._border()
        self._heading = level

    def _quotation(self, element: Element) -> None:
        """A block quotation: one block, its paragraphs parted by line breaks, unless it is long or holds more."""
        self._border()
        quoted, self._quoted = self._quoted, True
        if self._soft is None and not _is_complex(element, _NOT_IN_QUOTATIONS):
            with self._softly("\n"):
                self._flow(element)
        else:
            self._flow(element)
        self._border()
        self._quoted = quoted

    def _list(self, element: Element) -> None:
        self._border()
        if self._soft is not None:
            self._flow(element)
            self._border()
            return
        item, self._item = self._item, None
        self._depth += 1
        ordered = element.tag == "ol"
        number = int(element.get("start")) if ordered and _ORDINAL.fullmatch(element.get("start")) else 1
        for child in element.children:
            if isinstance(child, Element) and child.tag == "li":
                if ordered and _ORDINAL.fullmatch(child.get("value")):
                    number = int(child.get("value"))
                self._list_item(child, number if ordered else None)
                number += 1
            elif isinstance(child, Element):
                self.read(child)
            elif child.reason is None:
                self._say(child)
        self._border()
        self._depth -= 1
        self._item = item

    def _list_item(self, element: Element, ordinal: int | None) -> None:
        if element.reason is not None:
            return
        self._border()
        if self._soft is not None or _is_complex(element):
            self._flow(element)
            self._border()
            return
        self._item = _Item(max(self._depth, 0), ordinal)
        for child in element.children:
            if isinstance(child, Text):
                if child.reason is None:
                    self._say(child)
            elif child.tag in {"ul", "ol"}:
                self._border()
                self.read(child)
                self._item = _Item(max(self._depth, 0), ordinal)
            else:
                self._soft = "\n"
                self.read(child)
                self._soft = None
        self._border()
        self._item = None

    def _loose_item(self, element: Element) -> None:
        self._depth += 1
        self._list_item(element, None)
        self._depth -= 1

    def _term(self, element: Element) -> None:
        self._border()
        before, self._manner = self._manner, replace(self._manner, strong=True)
        self._flow(element)
        self._border()
        self._manner = before

    def _preformatted(self, element: Element) -> None:
        if self._soft is not None:
            self._flow(element)
            return
        self._border()
        shown = [text for text in element.texts() if not _is_left_out(text, element)]
        words = "".join(_verbatim(element))
        if words.strip():
            _mark([Piece(text.text, Manner(), text) for text in shown])
            self.blocks.append(Preformatted(words.strip("\r\n")))

    def _divider(self, _element: Element) -> None:
        if self._soft is None:
            self._border()
            if self.blocks and not isinstance(self.blocks[-1], Divider):
                self.blocks.append(Divider())

    def _picture(self, element: Element) -> None:
        if pictures.is_ornament(element):
            return
        if source := pictures.source_of(element, self._base):
            self._emit(Figure(source, _words(element.get("alt"))))

    def _figure(self, element: Element) -> None:
        """A figure with its caption; one that holds something else than pictures is read as what it holds."""
        self._border()
        captions = [each for each in element.find("figcaption") if each.reason is None]
        found = [each for each in element.find("img", "amp-img") if not pictures.is_ornament(each)]
        sources = [(pictures.source_of(each, self._base), _words(each.get("alt"))) for each in found]
        sources = [pair for number, pair in enumerate(sources) if pair[0] and pair[0] not in dict(sources[:number])]
        if not sources or len(captions) != 1 or next(element.find("table", "pre", "iframe", "figure"), None):
            self._flow(element)
            self._border()
            return
        caption = self._caption(captions[0])
        for number, (source, alternative) in enumerate(sources):
            last = number == len(sources) - 1
            self._emit(Figure(source, alternative, caption if last else ()))
        self._done.update(map(id, (*captions, *found)))
        self._flow(element)
        self._border()

    def _caption(self, element: Element) -> Runs:
        """The runs of a caption; its texts are marked as shown."""
        pieces, self._pieces = self._pieces, []
        with self._softly("\n"):
            self._flow(element)
        caption = runs_of(self._pieces)
        if caption:
            _mark(self._pieces)
        self._pieces = pieces
        return caption

    def _loose_caption(self, element: Element) -> None:
        """A caption outside of a figure belongs to the picture just before it."""
        self._border()
        last = self.blocks[-1] if self.blocks else None
        if self._soft is None and isinstance(last, Figure) and not last.caption:
            if caption := self._caption(element):
                self.blocks[-1] = replace(last, caption=caption)
            self._release()
            return
        self._flow(element)
        self._border()

    def _table(self, element: Element) -> None:
        if self._soft is not None or not is_data(element):
            self._border()
            self._flow(element)
            self._border()
            return
        self._border()
        for caption in element.find("caption"):
            self._flow(caption)
            self._border()
        rows = [[Cell(self._cell(cell), header=cell.tag == "th") for cell in row] for row in rows_of(element)]
        rows = [row for row in rows if any(cell.runs for cell in row)]
        if rows:
            width = max(map(len, rows))
            self.blocks.append(Table(tuple(tuple(row + [Cell(())] * (width - len(row))) for row in rows)))
        self._release()

    def _cell(self, element: Element) -> Runs:
        pieces, self._pieces = self._pieces, []
        with self._softly(" "):
            self._flow(element)
        runs = runs_of(self._pieces)
        if runs:
            _mark(self._pieces)
        self._pieces = pieces
        return tuple(replace(run, text=re.sub(r"[\t\n]", " ", run.text)) for run in runs)

    def _film(self, element: Element) -> None:
        if (found := pictures.film_of(element, self._base)) is not None:
            self._border()
            self._emit(Video(found[0], _words(found[1])))

    def _noscript(self, element: Element) -> None:
        """Pictures for readers without scripts: each stands in for one that a script would have loaded."""


_SPECIAL: Final[dict[str, Callable[[_Reading, Element], None]]] = {
    "br": _Reading._line_break,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _Reading._read_heading),
    "blockquote": _Reading._quotation,
    "ul": _Reading._list,
    "ol": _Reading._list,
    "li": _Reading._loose_item,
    "dt": _Reading._term,
    "pre": _Reading._preformatted,
    "hr": _Reading._divider,
    "img": _Reading._picture,
    "amp-img": _Reading._picture,
    "figure": _Reading._figure,
    "figcaption": _Reading._loose_caption,
    "table": _Reading._table,
    **dict.fromkeys(_FILMS, _Reading._film),
    "noscript": _Reading._noscript,
}


def _mark(pieces: list[Piece]) -> None:
    for piece in pieces:
        if piece.origin is not None:
            piece.origin.shown = True


def _is_complex(item: Element, more: frozenset[str] = _COMPLEX) -> bool:
    """Whether a list item or a quotation holds more than a text: then it is a container, not one block."""
    size = 0
    for element in item.walk():
        if element.tag in more and element is not item:
            return True
        size += sum(len(child.text) for child in element.children if isinstance(child, Text))
    return size > _LONG_ITEM


def _is_left_out(text: Text, within: Element) -> bool:
    if text.reason is not None:
        return True
    for element in (text.parent, *text.parent.ancestors()):
        if element.reason is not None:
            return True
        if element is within:
            break
    return False


def _verbatim(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, Text):
            if child.reason is None:
                yield child.text
        elif child.tag == "br":
            yield "\n"
        elif child.reason is None and child.tag not in UNREAD:
            yield from _verbatim(child)


def _words(text: str) -> str:
    return joined(runs_of([Piece(text, Manner(), Text(text, Element("span", {}, None)))]))


def _plain(text: str) -> Runs:
    return (Run(text),)
