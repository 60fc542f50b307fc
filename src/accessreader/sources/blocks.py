"""Markup to blocks: an element of the page as a flat run of headings, paragraphs, list items, figures and tables.

Here stands what each kind of element means; the walk from element to element is in `walk`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from accessreader.article import (
    Anchor,
    Block,
    Cell,
    Divider,
    Figure,
    Preformatted,
    Run,
    Runs,
    Table,
    Video,
    joined,
)
from accessreader.sources import pictures
from accessreader.sources.anchors import Anchors
from accessreader.sources.lines import BLOCKS
from accessreader.sources.runs import Manner, Piece, runs_of, verbatim, verbatim_starts
from accessreader.sources.tables import is_data, rows_of
from accessreader.sources.tree import UNREAD, Element, Text
from accessreader.sources.walk import Item, Special, Walk, mark

FILMS: Final = frozenset({"iframe", "embed", "object", "video", "audio", "amp-youtube", "amp-video", "amp-iframe"})
_ORDINAL: Final = re.compile(r"-?\d{1,6}")
_LONG_ITEM: Final = 1500
_LONG_QUOTATION: Final = 6000
_MOST_QUOTED: Final = 0.4
"""Share of an article above which a quotation is none."""
_COMPLEX: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "figure", "pre", "article"})
_NOT_IN_QUOTATIONS: Final = (_COMPLEX - {"blockquote"}) | {"ul", "ol", "dl"}


def blocks_of(elements: list[Element], base: str, page: str) -> tuple[list[Block], tuple[Anchor, ...]]:
    """The blocks of some elements of a page, in order, and the places in them that their links lead to.

    What has a reason to be left out is left out. Every text that stands in a block is marked as shown. Addresses are
    made absolute against `base`; `page` is the page's own.
    """
    walk = Walk(base, Anchors(elements, base, page), _SPECIAL, _loose_caption)
    walk.letters = sum(map(_letters, elements))
    for element in elements:
        walk.read(element)
    walk.end()
    return walk.blocks, walk.anchors.all(len(walk.blocks))


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
    """A block quotation: one block, its paragraphs parted by line breaks. One that is most of the text is a margin."""
    walk.border()
    size = _letters(element)
    whole = not _holds(element, _NOT_IN_QUOTATIONS) and size <= min(_LONG_QUOTATION, walk.letters * _MOST_QUOTED)
    quoted, walk.quoted = walk.quoted, whole or size <= _LONG_ITEM
    if walk.soft is None and walk.quoted and not _holds(element, _NOT_IN_QUOTATIONS):
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
    walk.pass_by(element)
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
    _gather(walk, element, walk.manner)
    pieces, walk.pieces = walk.pieces, []
    if runs := verbatim(pieces):
        mark(pieces)
        walk.anchors.close(len(walk.blocks), len(pieces), lambda: verbatim_starts(pieces))
        walk.blocks.append(Preformatted(runs))
    for picture in element.find("img", "amp-img"):
        if picture.reason is None:
            walk.read(picture)


def _gather(walk: Walk, element: Element, manner: Manner) -> None:
    """Take all texts of preformatted text as they stand, each in its manner."""
    for child in element.children:
        if isinstance(child, Text):
            if child.reason is None and not child.shown:
                walk.pieces.append(Piece(child.text, manner, child))
        elif child.tag == "br":
            walk.pieces.append(Piece("\n", Manner(), None))
        elif child.reason is None and child.tag not in UNREAD:
            walk.pass_by(child)
            _begin_line(walk, child)
            _gather(walk, child, walk.manner_in(child, manner))
            _begin_line(walk, child)


def _begin_line(walk: Walk, element: Element) -> None:
    if element.tag in BLOCKS and walk.pieces and not walk.pieces[-1].text.endswith("\n"):
        walk.pieces.append(Piece("\n", Manner(), None))


def _divider(walk: Walk, _element: Element) -> None:
    if walk.soft is None:
        walk.border()
        if walk.blocks and not isinstance(walk.blocks[-1], Divider):
            walk.put(Divider())


def _picture(walk: Walk, element: Element) -> None:
    if (found := pictures.picture_of(element, walk.base)) is not None:
        walk.show(found)
        walk.emit(Figure(found.source, _words(found.alternative)))
    elif element.tag == "picture":
        walk.flow(element)


def _noscript(walk: Walk, element: Element) -> None:
    """Pictures for readers without scripts: each stands in for one that a script would have loaded."""
    for found in pictures.all_in(element, walk.base):
        if pictures.is_photo(found.element) and not (walk.shown and pictures.is_twin(found.element, walk.shown)):
            walk.show(found)
            walk.emit(Figure(found.source, _words(found.alternative)))


def _figure(walk: Walk, element: Element) -> None:
    """A figure with its caption; one that holds something else than pictures is read as what it holds."""
    walk.border()
    found: dict[str, pictures.Picture] = {}
    captions: list[Element] = []
    if next(element.find("table", "pre", "iframe", "figure"), None) is None:
        captions = [each for each in element.find("figcaption") if each.reason is None]
        found = {picture.source: picture for picture in reversed(pictures.all_in(element, walk.base))}
    if not found or len(captions) > 1:
        walk.flow(element)
        walk.border()
        return
    caption = _caption(walk, captions[0]) if captions else ()
    shown = list(reversed(found.values()))
    for picture in shown:
        walk.show(picture)
        walk.emit(Figure(picture.source, _words(picture.alternative), caption if picture is shown[-1] else ()))
    walk.done.update(map(id, (*captions, *element.find("img", "amp-img", "picture", "noscript"))))
    walk.flow(element)
    walk.border()


def _caption(walk: Walk, element: Element) -> Runs:
    """The runs of a caption; its texts are marked as shown."""
    with walk.apart("\n") as pieces:
        walk.flow(element)
    caption = runs_of(pieces)
    if caption:
        mark(pieces)
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
    _read_rows(walk, element)
    walk.release()


def _read_rows(walk: Walk, element: Element) -> None:
    places: list[tuple[int, int, list[tuple[str, int]]]] = []
    rows: list[list[Cell]] = []
    above = walk.anchors.open
    for row in rows_of(element):
        cells: list[Cell] = []
        for cell in row:
            walk.anchors.open = []
            if cell.parent is not None and cell is row[0]:
                walk.pass_by(cell.parent)
            walk.pass_by(cell)
            cells.append(_cell(walk, cell))
            places.append((len(rows), len(cells) - 1, walk.anchors.open))
        if any(cell.runs or cell.pictures for cell in cells):
            rows.append(cells)
    walk.anchors.open = above
    if not rows:
        return
    width = max(map(len, rows))
    table = Table(tuple(tuple(cells + [Cell(())] * (width - len(cells))) for cells in rows))
    for number, column, names in places:
        if names:
            offset, _end = table.spans[min(number, len(rows) - 1)][column]
            walk.anchors.stand_at(len(walk.blocks), offset, names)
    walk.put(table)


def _cell(walk: Walk, element: Element) -> Cell:
    with walk.apart(" ") as pieces:
        walk.flow(element)
    runs = runs_of(pieces)
    if runs:
        mark(pieces)
    elif signs := pictures.signs_in(element, walk.base):
        shown = tuple(Figure(each.source, _words(each.alternative)) for each in signs)
        words = " ".join(each.alternative for each in shown if each.alternative)
        return Cell((Run(words),) if words else (), element.tag == "th", shown)
    runs = tuple(replace(run, text=re.sub(r"[\t\n]", " ", run.text)) for run in runs)
    return Cell(runs, element.tag == "th")


def _film(walk: Walk, element: Element) -> None:
    if (found := pictures.film_of(element, walk.base)) is not None:
        walk.border()
        walk.emit(Video(found[0], _words(found[1])))


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
    **dict.fromkeys(("img", "amp-img", "picture"), _picture),
    "figure": _figure,
    "figcaption": _loose_caption,
    "table": _table,
    **dict.fromkeys(FILMS, _film),
    "noscript": _noscript,
}


def _is_complex(item: Element) -> bool:
    """Whether a list item holds more than a text: then it is a container, not one block."""
    return _holds(item, _COMPLEX) or _letters(item) > _LONG_ITEM


def _holds(element: Element, tags: frozenset[str]) -> bool:
    return any(each.tag in tags and each is not element for each in element.walk())


def _letters(element: Element) -> int:
    return sum(len(text.text) for text in element.texts())


def _words(text: str) -> str:
    return joined(runs_of([Piece(text, Manner(), Text(text, Element("span", {}, None)))]))
