"""Lists: which items stand together, and which below which.

Blocks are flat, an item knows only its depth and its number. Items side by side are one list, until the numbering
begins anew or changes to bullets; deeper items are a list in the item before them. So a screen reader says how many
there are, which one it is at, how deep, and when it leaves the list.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from PySide6.QtGui import QAccessible, QAccessibleInterface

from accessreader.article import Block, ListItem
from accessreader.qt.accessible.leaves import TextNode
from accessreader.qt.accessible.nodes import Attributes, Document, Kind, Node, Role, pointer


@dataclass(slots=True)
class Entry:
    """An item: its block's number, and the lists below it."""

    number: int
    below: list[Branch] = field(default_factory=list)

    @property
    def last(self) -> int:
        """The number of the last block of it and of what is below it."""
        return self.below[-1].entries[-1].last if self.below else self.number


@dataclass(slots=True)
class Branch:
    """A list: its items, one after another."""

    depth: int
    entries: list[Entry] = field(default_factory=list)


def begins_anew(before: ListItem, item: ListItem) -> bool:
    """Whether an item is of another list than the one before it of its depth: by its number, or for want of one."""
    if before.ordinal is None or item.ordinal is None:
        return before.ordinal is not item.ordinal
    return item.ordinal <= before.ordinal


def tops(blocks: Sequence[Block]) -> list[int]:
    """The number of the first block of everything that stands in the document: of each list, of each other block."""
    out: list[int] = []
    before: ListItem | None = None
    for number, block in enumerate(blocks):
        if not isinstance(block, ListItem):
            before = None
            out.append(number)
        elif before is None or (block.depth <= before.depth and begins_anew(before, block)):
            before = block
            out.append(number)
        elif block.depth <= before.depth:
            before = block
    return out


def branch_of(blocks: Sequence[Block], first: int, end: int) -> Branch:
    """The tree of the items from one block to another (exclusive), which are one list."""
    stack = [Branch(cast("ListItem", blocks[first]).depth)]
    for number in range(first, end):
        item = cast("ListItem", blocks[number])
        while len(stack) > 1 and stack[-1].depth > item.depth:
            stack.pop()
        last = stack[-1].entries[-1] if stack[-1].entries else None
        if last is not None and item.depth > stack[-1].depth:
            stack.append(Branch(item.depth))
            last.below.append(stack[-1])
        elif last is not None and len(stack) > 1 and begins_anew(cast("ListItem", blocks[last.number]), item):
            stack[-1] = Branch(item.depth)
            stack[-2].entries[-1].below.append(stack[-1])
        stack[-1].entries.append(Entry(number))
    return stack[0]


def _way(branch: Branch, number: int) -> Iterator[int]:
    """The places that lead from a list to the item of a block: an item, a list below it, an item there, and so on."""
    at = bisect_right(branch.entries, number, key=lambda entry: entry.number) - 1
    yield at
    entry = branch.entries[at]
    if entry.number != number:
        below = bisect_right(entry.below, number, key=lambda branch: branch.entries[0].number) - 1
        yield 1 + below
        yield from _way(entry.below[below], number)


class ListNode(Node):
    """A list."""

    ROLE = Role.List

    def __init__(self, document: Document, above: QAccessibleInterface, place: int, branch: Branch) -> None:
        super().__init__(document, above, place, branch.entries[0].number)
        self.branch = branch

    @property
    def last(self) -> int:
        """The last block of its last item."""
        return self.branch.entries[-1].last

    def count(self) -> int:
        """Its items."""
        return len(self.branch.entries)

    def make(self, place: int) -> Node:
        """One of its items."""
        return ItemNode(self, place, self.branch.entries[place])

    def leaf(self, number: int) -> Node:
        """The text of the item that is a block of the article."""
        node: Node = self
        for place in _way(self.branch, number):
            node = node.child(place)
        leaf: Node = node.child(0)
        return leaf


class ItemText(TextNode):
    """The text of an item."""

    def introduction(self) -> str:
        """The item's number, as it stands before it."""
        ordinal = cast("ListItem", self.block).ordinal
        return "" if ordinal is None else f"{ordinal}."


class ItemNode(Node):
    """An item of a list: first the paragraph of its text, then the lists below it.

    Why a paragraph: a screen reader says all the text of an item at once, but of a paragraph the line with the caret.
    """

    ROLE = Role.ListItem

    def __init__(self, above: ListNode, place: int, entry: Entry) -> None:
        super().__init__(above.document, above, place, entry.number)
        self.entry = entry
        self._attributes = Attributes(self.language, cast("ListItem", self.block).depth + 1)

    @property
    def last(self) -> int:
        """The last block below it."""
        return self.entry.last

    def count(self) -> int:
        """Its text and the lists below it."""
        return 1 + len(self.entry.below)

    def make(self, place: int) -> Node:
        """Its text or a list below it."""
        if place:
            return ListNode(self.document, self, place, self.entry.below[place - 1])
        return ItemText(self.document, self, place, self.number)

    def name(self) -> str:
        """Its number."""
        text: ItemText = self.child(0)
        return text.introduction()

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """How deep it is."""
        return pointer(self._attributes) if kind == Kind.AttributesInterface else super().interface_cast(kind)
