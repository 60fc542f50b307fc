"""Markup to blocks: an element of the page as a flat run of headings, paragraphs, list items, figures and tables.

Here stands what each kind of element means; the walk from element to element is in `walk`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from accessreader.article import (
    Block,
    Cell,
    Divider,
    Figure,
    Preformatted,
    Runs,
    Table,
    Video,
    joined,
)
from accessreader.sources import pictures
from accessreader.sources.runs import Manner, Piece, runs_of
from accessreader.sources.tables import is_data, rows_of
from accessreader.sources.tree import UNREAD, Element, Text
from accessreader.sources.walk import Item, Special, Walk, mark

_STRONG: Final = frozenset({"b", "strong"})
_EMPHASIS: Final = frozenset({"i", "em", "cite", "dfn", "var"})
FILMS: Final = frozenset({"iframe", "embed", "object", "video", "audio", "amp-youtube", "amp-video", "amp-iframe"})
_ORDINAL: Final = re.compile(r"-?\d{1,6}")
_LONG_ITEM: Final = 1500
_COMPLEX: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "figure", "pre", "article"})
_NOT_IN_QUOTATIONS: Final = (_COMPLEX - {"blockquote"}) | {"ul", "ol", "dl"}
_RIGHT_TO_LEFT: Final = "rtl"


def blocks_of(elements: list[Element], base: str) -> list[Block]:
    """The blocks of some elements of a page, in order; what has a reason to be left out is left out.

    Every text that stands in a block is marked as shown. Addresses are made absolute against `base`.
    """
    walk = Walk(base, _SPECIAL, _loose_caption)
    for element in elements:
        walk.read(element)
    walk.end()
    return walk.blocks


def _line_break(walk: Walk, _element: Element) -> None:
    walk.breaks += 1
    if walk.breaks >= 2 and walk.soft is None and not walk.heading:
        walk.border()
    elif walk.pieces:
        walk.pieces.append(Piece(walk.soft or "\n", Manner(), None))


def _read_heading(walk: Walk, element: Element) -> None:
    walk.border()
    with walk.softly(" ") if walk.soft is None else walk.softly(walk.soft):
        level, walk.heading = walk.heading, int(element.tag[1])
        manner, walk.manner = walk.manner, replace(walk.manner, strong=False)
        walk.flow(element)
        walk.manner = manner
    walk.border()
    walk.heading = level


def _quotation(walk: Walk, element: Element) -> None:
    """A block quotation: one block, its paragraphs parted by line breaks. One that is long is a margin of the page."""
    walk.border()
    quoted, walk.quoted = walk.quoted, not _is_complex(element, frozenset())
    if walk.soft is None and walk.quoted and not _is_complex(element, _NOT_IN_QUOTATIONS):
        with walk.softly("\n"):
            walk.flow(element)
    else:
        walk.flow(element)
    walk.border()
    walk.quoted = quoted


def _list(walk: Walk, element: Element) -> None:
    walk.border()
    if walk.soft is not None:
        walk.flow(element)
        walk.border()
        return
    item, walk.item = walk.item, None
    walk.depth += 1
    ordered = element.tag == "ol"
    number = int(element.get("start")) if ordered and _ORDINAL.fullmatch(element.get("start")) else 1
    for child in element.children:
        if isinstance(child, Element) and child.tag == "li":
            if ordered and _ORDINAL.fullmatch(child.get("value")):
                number = int(child.get("value"))
            _list_item(walk, child, number if ordered else None)
            number += 1
        elif isinstance(child, Element):
            walk.read(child)
        elif child.reason is None:
            walk.say(child)
    walk.border()
    walk.depth -= 1
    walk.item = item


def _list_item(walk: Walk, element: Element, ordinal: int | None) -> None:
    if element.reason is not None:
        return
    walk.border()
    if walk.soft is not None or _is_complex(element):
        walk.flow(element)
        walk.border()
        return
    walk.item = Item(max(walk.depth, 0), ordinal)
    for child in element.children:
        if isinstance(child, Text):
            if child.reason is None:
                walk.say(child)
        elif child.tag in {"ul", "ol"}:
            walk.border()
            walk.read(child)
            walk.item = Item(max(walk.depth, 0), ordinal)
        else:
            walk.soft = "\n"
            walk.read(child)
            walk.soft = None
    walk.border()
    walk.item = None


def _loose_item(walk: Walk, element: Element) -> None:
    walk.depth += 1
    _list_item(walk, element, None)
    walk.depth -= 1


def _term(walk: Walk, element: Element) -> None:
    walk.border()
    before, walk.manner = walk.manner, replace(walk.manner, strong=True)
    walk.flow(element)
    walk.border()
    walk.manner = before


def _preformatted(walk: Walk, element: Element) -> None:
    if walk.soft is not None:
        walk.flow(element)
        return
    walk.border()
    shown = [text for text in element.texts() if not _is_left_out(text, element)]
    words = "".join(_verbatim(element))
    if words.strip():
        mark([Piece(text.text, Manner(), text) for text in shown])
        walk.blocks.append(Preformatted(words.strip("\r\n")))


def _divider(walk: Walk, _element: Element) -> None:
    if walk.soft is None:
        walk.border()
        if walk.blocks and not isinstance(walk.blocks[-1], Divider):
            walk.blocks.append(Divider())


def _picture(walk: Walk, element: Element) -> None:
    if pictures.is_ornament(element):
        return
    if source := pictures.source_of(element, walk.base):
        walk.emit(Figure(source, _words(element.get("alt"))))


def _figure(walk: Walk, element: Element) -> None:
    """A figure with its caption; one that holds something else than pictures is read as what it holds."""
    walk.border()
    captions = [each for each in element.find("figcaption") if each.reason is None]
    found = [each for each in element.find("img", "amp-img") if not pictures.is_ornament(each)]
    sources = [(pictures.source_of(each, walk.base), _words(each.get("alt"))) for each in found]
    sources = [pair for number, pair in enumerate(sources) if pair[0] and pair[0] not in dict(sources[:number])]
    if not sources or len(captions) != 1 or next(element.find("table", "pre", "iframe", "figure"), None):
        walk.flow(element)
        walk.border()
        return
    caption = _caption(walk, captions[0])
    for number, (source, alternative) in enumerate(sources):
        last = number == len(sources) - 1
        walk.emit(Figure(source, alternative, caption if last else ()))
    walk.done.update(map(id, (*captions, *found)))
    walk.flow(element)
    walk.border()


def _caption(walk: Walk, element: Element) -> Runs:
    """The runs of a caption; its texts are marked as shown."""
    pieces, walk.pieces = walk.pieces, []
    with walk.softly("\n"):
        walk.flow(element)
    caption = runs_of(walk.pieces)
    if caption:
        mark(walk.pieces)
    walk.pieces = pieces
    return caption


def _loose_caption(walk: Walk, element: Element) -> None:
    """A caption outside of a figure belongs to the picture just before it."""
    walk.border()
    last = walk.blocks[-1] if walk.blocks else None
    if walk.soft is None and isinstance(last, Figure) and not last.caption:
        if caption := _caption(walk, element):
            walk.blocks[-1] = replace(last, caption=caption)
        walk.release()
        return
    walk.flow(element)
    walk.border()


def _table(walk: Walk, element: Element) -> None:
    if walk.soft is not None or not is_data(element):
        walk.border()
        walk.flow(element)
        walk.border()
        return
    walk.border()
    for caption in element.find("caption"):
        walk.flow(caption)
        walk.border()
    rows = [[Cell(_cell(walk, cell), header=cell.tag == "th") for cell in row] for row in rows_of(element)]
    rows = [row for row in rows if any(cell.runs for cell in row)]
    if rows:
        width = max(map(len, rows))
        walk.blocks.append(Table(tuple(tuple(row + [Cell(())] * (width - len(row))) for row in rows)))
    walk.release()


def _cell(walk: Walk, element: Element) -> Runs:
    pieces, walk.pieces = walk.pieces, []
    with walk.softly(" "):
        walk.flow(element)
    runs = runs_of(walk.pieces)
    if runs:
        mark(walk.pieces)
    walk.pieces = pieces
    return tuple(replace(run, text=re.sub(r"[\t\n]", " ", run.text)) for run in runs)


def _film(walk: Walk, element: Element) -> None:
    if (found := pictures.film_of(element, walk.base)) is not None:
        walk.border()
        walk.emit(Video(found[0], _words(found[1])))


def _noscript(walk: Walk, element: Element) -> None:
    """Pictures for readers without scripts: each stands in for one that a script would have loaded."""


_SPECIAL: Final[dict[str, Special]] = {
    "br": _line_break,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _read_heading),
    "blockquote": _quotation,
    "ul": _list,
    "ol": _list,
    "li": _loose_item,
    "dt": _term,
    "pre": _preformatted,
    "hr": _divider,
    "img": _picture,
    "amp-img": _picture,
    "figure": _figure,
    "figcaption": _loose_caption,
    "table": _table,
    **dict.fromkeys(FILMS, _film),
    "noscript": _noscript,
}


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
