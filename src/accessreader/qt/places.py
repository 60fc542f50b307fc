"""Where things of a kind begin in an article: headings, links, lists, pictures, tables and their like.

::

    beyond(blocks, caret, kind, forward=True)  ──▶ the nearest place after the caret, or None
    places(blocks, kind)                       ──▶ all of them, in order

Why a block in which the caret stands is no place to go back to: a screen reader that is there already would say
nothing. Links are what lies within a block, so that they are gone to one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from accessreader.article import Block, Heading, ListItem, Position
from accessreader.messages import N_
from accessreader.qt.accessible.lists import begins_anew
from accessreader.qt.caret import links_in

_Blocks = tuple[Block, ...]
LEVELS: Final = (1, 2, 3, 4, 5, 6)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing: what many of it are called, what is said where there is no next one and no previous one.

    `begins` tells at which offsets of a block (by its number) things of the kind begin.
    """

    name: str
    no_next: str
    no_previous: str
    begins: Callable[[_Blocks, int], tuple[int, ...]]


def _blocks_of(kind: str) -> Callable[[_Blocks, int], tuple[int, ...]]:
    return lambda blocks, number: (0,) if blocks[number].kind == kind else ()


def _headings_of(level: int) -> Callable[[_Blocks, int], tuple[int, ...]]:
    def begins(blocks: _Blocks, number: int) -> tuple[int, ...]:
        block = blocks[number]
        return (0,) if isinstance(block, Heading) and block.level == level else ()

    return begins


def _links(blocks: _Blocks, number: int) -> tuple[int, ...]:
    return tuple(link.start for link in links_in(blocks[number], number))


def _lists(blocks: _Blocks, number: int) -> tuple[int, ...]:
    """A list begins at an item before which there is none of the same list; one within another begins too."""
    item = blocks[number]
    if not isinstance(item, ListItem):
        return ()
    for before in range(number - 1, -1, -1):
        other = blocks[before]
        if not isinstance(other, ListItem) or other.depth < item.depth:
            return (0,)
        if other.depth == item.depth:
            return (0,) if begins_anew(other, item) else ()
    return (0,)


def _passages(blocks: _Blocks, number: int) -> tuple[int, ...]:
    return (0,) if blocks[number].text and blocks[number].kind not in ("heading", "figure", "table") else ()


KINDS: Final[Mapping[str, Kind]] = {
    "heading": Kind(N_("Headings"), N_("No next heading."), N_("No previous heading."), _blocks_of("heading")),
    "link": Kind(N_("Links"), N_("No next link."), N_("No previous link."), _links),
    "list": Kind(N_("Lists"), N_("No next list."), N_("No previous list."), _lists),
    "list-item": Kind(
        N_("List items"), N_("No next list item."), N_("No previous list item."), _blocks_of("list_item")
    ),
    "quotation": Kind(
        N_("Quotations"), N_("No next quotation."), N_("No previous quotation."), _blocks_of("quotation")
    ),
    "picture": Kind(N_("Pictures"), N_("No next picture."), N_("No previous picture."), _blocks_of("figure")),
    "table": Kind(N_("Tables"), N_("No next table."), N_("No previous table."), _blocks_of("table")),
    # Translators: landmarks are the title, the date and authors, the text and the notes of an article.
    "landmark": Kind(N_("Landmarks"), N_("No next landmark."), N_("No previous landmark."), lambda *_: ()),
    "passage": Kind(N_("Paragraphs"), N_("No next paragraph."), N_("No previous paragraph."), _passages),
    **{
        f"heading-{level}": Kind(
            N_("Headings of level {level}"),
            N_("No next heading of level {level}."),
            N_("No previous heading of level {level}."),
            _headings_of(level),
        )
        for level in LEVELS
    },
}
"""The kinds, by their names; those of headings of one level end in its number. Landmarks are the article's own."""


def places(blocks: _Blocks, kind: str, landmarks: tuple[Position, ...] = ()) -> Iterator[Position]:
    """Every place where something of a kind begins, in order."""
    if kind == "landmark":
        yield from landmarks
        return
    begins = KINDS[kind].begins
    for number in range(len(blocks)):
        for offset in begins(blocks, number):
            yield Position(number, offset)


def beyond(
    blocks: _Blocks, position: Position, kind: str, *, forward: bool, landmarks: tuple[Position, ...] = ()
) -> Position | None:
    """The nearest place of a kind after a position, or before it; None where there is none."""
    if kind == "landmark":
        here = position.block
        others = [place for place in landmarks if (place.block > here if forward else place.block < here)]
        return (others[0] if forward else others[-1]) if others else None
    begins, within = KINDS[kind].begins, kind == "link"
    first, last = max(0, position.block), min(position.block, len(blocks) - 1)
    numbers = range(first, len(blocks)) if forward else range(last, -1, -1)
    for number in numbers:
        if number == position.block and not within:
            continue
        offsets = begins(blocks, number)
        for offset in offsets if forward else reversed(offsets):
            place = Position(number, offset)
            if (place > position) if forward else (place < position):
                return place
    return None
