"""What all nodes have in common, and what they ask of the document.

Rules of the bindings, each of which crashes or silences a screen reader when it is broken:
`interface_cast` answers `VoidPtr(address)`, `VoidPtr(0)` for what there is not; Python keeps every interface that Qt
has seen; a relation is the one *of the target*: the next leaf is `FlowsFrom`. A focusable or read-only paragraph
makes Orca say so each time, so it is neither.
"""

from __future__ import annotations

from typing import Any, Final, Protocol

import shiboken6
from PySide6.QtCore import QLocale, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAttributesInterface,
    QAccessibleInterface,
)

from accessreader.article import Block, Position, Span
from accessreader.qt.accessible.mirror import Mirror
from accessreader.qt.scrolling import ScrollingView

Role = QAccessible.Role
Kind = QAccessible.InterfaceType

NOTHING: Final = shiboken6.VoidPtr(0)


def pointer(interface: Any) -> Any:
    """The address of an interface, as `interface_cast` must answer it."""
    return shiboken6.VoidPtr(shiboken6.getCppPointer(interface)[0])


class Document(Protocol):
    """What nodes ask of the document that they are in."""

    view: ScrollingView
    mirror: Mirror
    made: list[Node]

    def focused_node(self) -> Node | None:
        """The leaf or the link in which the caret is; None without the focus."""

    def leaf_at(self, position: Position) -> Node:
        """The leaf in which a position lies."""

    def leaf_beside(self, leaf: Node, *, forward: bool) -> Node | None:
        """The leaf after another, or before it."""

    def is_outside(self, first: Position, last: Position) -> bool:
        """Whether everything from one position to another is out of sight."""

    def rect_of_blocks(self, first: int, last: int) -> QRect:
        """Where some blocks are on the screen."""

    def rect_of_words(self, span: Span) -> QRect:
        """Where some characters are on the screen."""


class Attributes(QAccessibleAttributesInterface):
    """Attributes that are known beforehand.

    Why no others: a value of `Custom` must be a hash of strings, which the bindings cannot make. So an item's place
    among its fellows is told by the tree alone: by its index in its list.
    """

    def __init__(self, language: str, level: int = 0) -> None:
        super().__init__()
        self._values: dict[QAccessible.Attribute, object] = {}
        if level:
            self._values[QAccessible.Attribute.Level] = level
        if language and hasattr(QAccessible.Attribute, "Locale"):
            self._values[QAccessible.Attribute.Locale] = QLocale(language)

    def attributeKeys(self) -> list[QAccessible.Attribute]:  # noqa: N802
        """Which there are."""
        return list(self._values)

    def attributeValue(self, key: QAccessible.Attribute) -> object:  # noqa: N802
        """The value of one."""
        return self._values.get(key)


class Node(QAccessibleInterface):
    """A thing in the article, made by the node above it when somebody asks for it.

    `place` is its index there, `number` the block it is of, or the first of its blocks.
    """

    ROLE = Role.NoRole

    def __init__(self, document: Document, above: QAccessibleInterface, place: int, number: int) -> None:
        super().__init__()
        self.document = document
        self.view = document.view
        self.above = above
        self.place = place
        self.number = number
        self.gone = False
        self._below: dict[int, Node] = {}
        document.made.append(self)

    # ── what kinds of nodes say ──────────────────────────────────────────────────────────────────────────────────

    def count(self) -> int:
        """How many nodes stand in it."""
        return 0

    def make(self, place: int) -> Node:
        """Make the node that stands in it at a place."""
        raise NotImplementedError

    def name(self) -> str:
        """Its name."""
        return ""

    def description(self) -> str:
        """What is said of it besides."""
        return ""

    @property
    def span(self) -> Span:
        """Its characters; for what holds others, those of the first block."""
        return Span(self.number, 0, len(self.block.text))

    @property
    def last(self) -> int:
        """The number of its last block."""
        return self.number

    # ── what Qt asks ─────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def block(self) -> Block:
        """Its block, or its first."""
        return self.view.blocks[self.number]

    @property
    def language(self) -> str:
        """Its language."""
        return self.block.language or self.view.column.language

    def isValid(self) -> bool:  # noqa: N802
        """Whether the article that it is of is still shown."""
        return not self.gone and shiboken6.isValid(self.view)

    def object(self) -> Any:
        """It is no widget."""
        return None

    def window(self) -> Any:
        """The window it is in."""
        return self.view.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """The node above it."""
        return self.above

    def childCount(self) -> int:
        """How many nodes stand in it."""
        return 0 if self.gone else self.count()

    def child(self, index: int) -> Any:
        """One of the nodes that stand in it, made now if it was not."""
        if not 0 <= index < self.childCount():
            return None
        found = self._below.get(index)
        if found is None:
            found = self._below[index] = self.make(index)
        return found

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802
        """Which of them."""
        return child.place if isinstance(child, Node) and child.above is self and not child.gone else -1

    def childAt(self, _x: int, _y: int) -> Any:  # noqa: N802
        """The document finds the leaf at a point by itself."""
        return None

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """An article cannot be written to."""

    def role(self) -> QAccessible.Role:
        """What it is."""
        return self.ROLE

    def text(self, kind: QAccessible.Text) -> str:
        """Its name or its description."""
        if self.gone:
            return ""
        if kind == QAccessible.Text.Name:
            return self.name()
        return self.description() if kind == QAccessible.Text.Description else ""

    def state(self) -> QAccessible.State:
        """Never focusable, never read-only: a screen reader would say so each time."""
        state = QAccessible.State()
        if self.isValid():
            state.focused = self.document.focused_node() is self
            start, last = Position(self.number, self.span.start), self.last
            end = self.span.end if last == self.number else len(self.view.blocks[last].text)
            state.offscreen = self.document.is_outside(start, Position(last, end))
        return state

    def rect(self) -> QRect:
        """Where it is on the screen; what is out of sight is a line at the window's edge."""
        return self.document.rect_of_blocks(self.number, self.last)

    def interface_cast(self, _kind: QAccessible.InterfaceType) -> Any:
        """Nothing but a name and a place."""
        return NOTHING


def let_go(nodes: list[Node]) -> None:
    """Take nodes out of Qt's register, which deletes them: a node that Python drops alone would leave its address."""
    for node in nodes:
        if shiboken6.isValid(node):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(node))
