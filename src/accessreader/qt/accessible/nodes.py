"""What all nodes have in common, the link, and the leaf that holds text.

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
    QAccessibleActionInterface,
    QAccessibleAttributesInterface,
    QAccessibleInterface,
)

from accessreader.article import Block, Heading, Position, Span
from accessreader.messages import _
from accessreader.qt.accessible.mirror import Mirror
from accessreader.qt.accessible.text import BlockText
from accessreader.qt.caret import Link, links_in
from accessreader.qt.scrolling import ScrollingView

Role = QAccessible.Role
Kind = QAccessible.InterfaceType
_Relation = tuple[QAccessibleInterface, QAccessible.RelationFlag]

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

    def is_outside(self, span: Span) -> bool:
        """Whether some characters are out of sight."""

    def rect_on_screen(self, span: Span, *, whole: bool = False) -> QRect:
        """Where some characters, or the whole block in which they are, are on the screen."""


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
            state.offscreen = self.document.is_outside(self.span)
        return state

    def rect(self) -> QRect:
        """Where it is on the screen; what is out of sight is a line at the window's edge."""
        return self.document.rect_on_screen(self.span, whole=True)

    def interface_cast(self, _kind: QAccessible.InterfaceType) -> Any:
        """Nothing but a name and a place."""
        return NOTHING


class Pressing(QAccessibleActionInterface):
    """What can be done with a link: to press it, to bring the caret to it."""

    def __init__(self, node: LinkNode) -> None:
        super().__init__()
        self._node = node

    def actionNames(self) -> list[str]:  # noqa: N802
        """Press and set focus."""
        return [QAccessibleActionInterface.pressAction(), QAccessibleActionInterface.setFocusAction()]

    def doAction(self, name: str) -> None:  # noqa: N802
        """Do one of them."""
        if name == QAccessibleActionInterface.pressAction():
            self._node.view.follow(self._node.link)
        elif name == QAccessibleActionInterface.setFocusAction():
            self._node.view.set_caret(self._node.link.position)

    def keyBindingsForAction(self, _name: str) -> list[str]:  # noqa: N802
        """Enter presses; Qt says so itself where it matters."""
        return []


class LinkNode(Node):
    """A link in a text.

    Where it leads is not said, as it would be said each time; nor can it be asked: the bindings have no hypertext.
    """

    ROLE = Role.Link

    def __init__(self, leaf: TextNode, place: int, link: Link) -> None:
        super().__init__(leaf.document, leaf, place, link.block)
        self.link = link
        self._action = Pressing(self)

    @property
    def span(self) -> Span:
        """Its words."""
        return Span(self.link.block, self.link.start, self.link.end)

    def name(self) -> str:
        """Its words."""
        return self.block.text[self.link.start : self.link.end]

    def state(self) -> QAccessible.State:
        """Focusable; focused while the caret came to it as to a link."""
        state = super().state()
        state.focusable = state.linked = state.selectableText = True
        return state

    def rect(self) -> QRect:
        """Where its words are on the screen."""
        return self.document.rect_on_screen(self.span)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """It can be pressed."""
        return pointer(self._action) if kind == Kind.ActionInterface and not self.gone else NOTHING


class TextNode(Node):
    """A leaf: the characters of a block, or of a part of it, with the links in them."""

    ROLE = Role.Paragraph

    def __init__(
        self, document: Document, above: QAccessibleInterface, place: int, number: int, *, span: Span | None = None
    ) -> None:
        super().__init__(document, above, place, number)
        self._span = span or Span(number, 0, len(self.block.text))
        self._text = BlockText(self.view, self._span)
        self._attributes = Attributes(self._spoken_language(), self.level)
        links = links_in(self.block, number)
        self._links = tuple(link for link in links if self._span.start <= link.start < self._span.end)

    @property
    def level(self) -> int:
        """The level of a heading; 0 otherwise."""
        return self.block.level if isinstance(self.block, Heading) else 0

    @property
    def words(self) -> str:
        """Its text."""
        return self.block.text[self._span.start : self._span.end]

    def _spoken_language(self) -> str:
        """The language in which all of it is, if that is not the block's.

        Why not that of each word: a run's language would be one of the text's attributes, and Qt's text interface
        knows fonts and colours only.
        """
        at, told = 0, set()
        for run in self.block.runs:
            start, at = at, at + len(run.text)
            if start < self._span.end and at > self._span.start and run.text.strip():
                told.add(run.language)
        return (told.pop() if len(told) == 1 else None) or self.language

    @property
    def span(self) -> Span:
        """Its characters."""
        return self._span

    @property
    def is_spoken_by_lines(self) -> bool:
        """Whether the text interface says it, line by line, because the caret is in it (or in a link of it)."""
        return self.view.hasFocus() and self.document.leaf_at(self.view.caret) is self

    def role(self) -> QAccessible.Role:
        """A heading or a paragraph."""
        return Role.Heading if self.level else self.ROLE

    def count(self) -> int:
        """Its links."""
        return len(self._links)

    def make(self, place: int) -> Node:
        """One of its links."""
        return LinkNode(self, place, self._links[place])

    def link_node(self, link: Link) -> Node | None:
        """The node of a link of it."""
        found: Node | None = self.child(self._links.index(link)) if link in self._links else None
        return found

    def introduction(self) -> str:
        """What is said before its text when the caret comes to it."""
        # Translators: what a link to a film is called
        return _("Video") if self.block.kind == "video" else ""

    def name(self) -> str:
        """Its text; but with the caret in it, said by lines and said by name would be once too often."""
        return self.introduction() if not self.level and self.is_spoken_by_lines else self.words

    def state(self) -> QAccessible.State:
        """Text of several lines, which can be selected."""
        state = super().state()
        state.multiLine = state.selectableText = True
        return state

    def relations(self, match: QAccessible.RelationFlag | None = None) -> list[_Relation]:  # noqa: ARG002
        """What comes before and after it, so that a screen reader reads on by itself."""
        out: list[_Relation] = []
        if not self.isValid():
            return out
        after, before = (self.document.leaf_beside(self, forward=forward) for forward in (True, False))
        if after is not None:
            out.append((after, QAccessible.RelationFlag.FlowsFrom))
        if before is not None:
            out.append((before, QAccessible.RelationFlag.FlowsTo))
        return out

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """Attributes, and text: the mirror's where caret and focus are."""
        if kind == Kind.AttributesInterface:
            return pointer(self._attributes)
        if kind == Kind.TextInterface and not self.gone:
            if self.is_spoken_by_lines:
                return self.document.mirror.text_interface(self._span)
            return pointer(self._text)
        return NOTHING


def let_go(nodes: list[Node]) -> None:
    """Take nodes out of Qt's register, which deletes them: a node that Python drops alone would leave its address."""
    for node in nodes:
        if shiboken6.isValid(node):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(node))
