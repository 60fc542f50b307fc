"""The article as assistive technology sees it: a document of headings, paragraphs, list items, quotations, pictures.

::

    ArticleNode        Document, one child a block, made when it is asked for
      BlockNode        Heading (with its level), Paragraph, ListItem, BlockQuote, Graphic…   text, attributes, relations
        LinkNode       Link: its text is its name, pressing it follows it

Rules of the bindings, each of which crashes or silences a screen reader when it is broken:
`interface_cast` answers `VoidPtr(address)`, `VoidPtr(0)` for what there is not; Python keeps every interface that Qt
has seen; a relation is the one *of the target*: the next block is `FlowsFrom`. A focusable or read-only paragraph
makes Orca say so each time, so it is neither.

Why a mirror: attributes and selections of a text interface cannot be written in Python, and without them a screen
reader says nothing when the caret goes from line to line. So the block with the caret lends the text interface of a
text widget that is never shown: it holds the same text, wrapped lines as line feeds, and the same caret.
"""

from __future__ import annotations

from typing import Any, Final

import shiboken6
from PySide6.QtCore import QLocale, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAttributesInterface,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAccessibleWidget

from accessreader.article import Figure, Heading, Position, joined
from accessreader.messages import _
from accessreader.qt.accessible_text import BlockText, Mirror
from accessreader.qt.caret import Link, link_at, links_in
from accessreader.qt.scrolling import ScrollingView

_Role = QAccessible.Role
_Type = QAccessible.InterfaceType
_Relation = tuple[QAccessibleInterface, QAccessible.RelationFlag]

_NOTHING: Final = shiboken6.VoidPtr(0)
_ROLES: Final = {
    "heading": _Role.Heading,
    "paragraph": _Role.Paragraph,
    "list_item": _Role.ListItem,
    "quotation": _Role.BlockQuote,
    "figure": _Role.Graphic,
    "table": _Role.Paragraph,
    "preformatted": _Role.Paragraph,
    "video": _Role.Paragraph,
    "divider": _Role.Separator,
}


def pointer(interface: Any) -> Any:
    """The address of an interface, as `interface_cast` must answer it."""
    return shiboken6.VoidPtr(shiboken6.getCppPointer(interface)[0])


class Attributes(QAccessibleAttributesInterface):
    """Attributes that are known beforehand."""

    def __init__(self, values: dict[QAccessible.Attribute, object]) -> None:
        super().__init__()
        self._values = values

    def attributeKeys(self) -> list[QAccessible.Attribute]:  # noqa: N802
        """Which there are."""
        return list(self._values)

    def attributeValue(self, key: QAccessible.Attribute) -> object:  # noqa: N802
        """The value of one."""
        return self._values.get(key)


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


class _Node(QAccessibleInterface):
    """What blocks and links have in common. The bindings' types do not say that Qt takes None for "there is none"."""

    def __init__(self, article: ArticleNode, view: ScrollingView) -> None:
        super().__init__()
        self.article = article
        self.view = view
        self.gone = False

    def isValid(self) -> bool:  # noqa: N802
        """Whether the article that it is of is still shown."""
        return not self.gone and shiboken6.isValid(self.view)

    def object(self) -> Any:
        """It is no widget."""
        return None

    def window(self) -> Any:
        """The window it is in."""
        return self.view.window().windowHandle()

    def childAt(self, _x: int, _y: int) -> Any:  # noqa: N802
        """Links are found by their text."""
        return None

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """An article cannot be written to."""


class LinkNode(_Node):
    """A link in a block."""

    def __init__(self, block: BlockNode, link: Link) -> None:
        super().__init__(block.article, block.view)
        self.block = block
        self.link = link
        self._action = Pressing(self)

    def parent(self) -> QAccessibleInterface:
        """Its block."""
        return self.block

    def childCount(self) -> int:
        """None."""
        return 0

    def child(self, _index: int) -> Any:
        """None."""
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:  # noqa: N802
        """None."""
        return -1

    def role(self) -> QAccessible.Role:
        """A link."""
        return _Role.Link

    def state(self) -> QAccessible.State:
        """Focusable; focused while the caret came to it as to a link."""
        state = QAccessible.State()
        state.focusable = state.linked = state.selectableText = True
        state.focused = self.article.focused_node() is self
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Its words. Where it leads is not said: it would be said each time."""
        if kind == QAccessible.Text.Name:
            return self.block.block.text[self.link.start : self.link.end]
        return ""

    def rect(self) -> QRect:
        """Where its words are on the screen."""
        return self.article.rect_on_screen(self.link.block, self.link.start, self.link.end)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """It can be pressed."""
        return pointer(self._action) if kind == _Type.ActionInterface else _NOTHING


class BlockNode(_Node):
    """A block of the article."""

    def __init__(self, article: ArticleNode, view: ScrollingView, number: int) -> None:
        super().__init__(article, view)
        self.number = number
        self.block = block = view.blocks[number]
        values: dict[QAccessible.Attribute, object] = {}
        if isinstance(block, Heading):
            values[QAccessible.Attribute.Level] = block.level
        language = block.language or view.column.language
        if language and hasattr(QAccessible.Attribute, "Locale"):
            values[QAccessible.Attribute.Locale] = QLocale(language)
        self._attributes = Attributes(values)
        self._text = BlockText(view, number, block.text)
        self._links: tuple[LinkNode, ...] | None = None

    @property
    def links(self) -> tuple[LinkNode, ...]:
        """Its links."""
        if self._links is None:
            self._links = tuple(LinkNode(self, link) for link in links_in(self.block, self.number))
        return self._links

    @property
    def made_links(self) -> tuple[LinkNode, ...]:
        """Its links, if anybody has asked for them."""
        return self._links or ()

    def disown(self) -> None:
        """Its article is no longer shown."""
        self.gone = True
        for link in self.made_links:
            link.gone = True

    def parent(self) -> QAccessibleInterface:
        """The document."""
        return self.article

    def childCount(self) -> int:
        """Its links."""
        return len(self.links)

    def child(self, index: int) -> Any:
        """One of its links."""
        return self.links[index] if 0 <= index < len(self.links) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802
        """Which of its links."""
        return next((index for index, link in enumerate(self.links) if link is child), -1)

    def role(self) -> QAccessible.Role:
        """What kind of block."""
        return _ROLES[self.block.kind]

    def state(self) -> QAccessible.State:
        """Never focusable, never read-only: a screen reader would say so each time."""
        state = QAccessible.State()
        state.multiLine = state.selectableText = True
        state.focused = self.article.focused_node() is self
        state.offscreen = self.article.is_outside(self.number)
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """The name: a picture's alternative, a block's text; the description: a picture's caption."""
        block = self.block
        if isinstance(block, Figure):
            caption = joined(block.caption)
            if kind == QAccessible.Text.Name:
                return block.alternative or caption or _("Picture without a description")
            return caption if kind == QAccessible.Text.Description and block.alternative != caption else ""
        if kind != QAccessible.Text.Name:
            return ""
        # With the caret in it the text interface says the block, line by line; said twice would be once too often.
        spoken_by_lines = block.kind != "heading" and self.article.focused_node() is self
        return "" if spoken_by_lines else block.text

    def rect(self) -> QRect:
        """Where it is on the screen; a block out of sight is a line at the window's edge."""
        return self.article.rect_on_screen(self.number)

    def relations(self, match: QAccessible.RelationFlag | None = None) -> list[_Relation]:  # noqa: ARG002
        """What comes before and after it, so that a screen reader reads on by itself."""
        out: list[_Relation] = []
        after, before = self.article.child(self.number + 1), self.article.child(self.number - 1)
        if after is not None:
            out.append((after, QAccessible.RelationFlag.FlowsFrom))
        if before is not None:
            out.append((before, QAccessible.RelationFlag.FlowsTo))
        return out

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """Attributes always; text, but for pictures and dividers; the mirror's where the caret is."""
        if kind == _Type.AttributesInterface:
            return pointer(self._attributes)
        if kind == _Type.TextInterface and not self.gone and self.block.kind not in ("figure", "divider"):
            if self.view.caret.block == self.number:
                return self.article.mirror.text_interface(self.number)
            return pointer(self._text)
        return _NOTHING


def _let_go(nodes: list[BlockNode]) -> None:
    """Take nodes out of Qt's register, which deletes them: a node that Python drops alone would leave its address."""
    for node in nodes:
        for one in (*node.made_links, node):
            if shiboken6.isValid(one):
                QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(one))


class ArticleNode(QAccessibleWidget):
    """The view: a document."""

    def __init__(self, view: ScrollingView) -> None:
        super().__init__(view, _Role.Document)
        self.view = view
        self.mirror = Mirror(view)
        self.on_link = False
        self._nodes: dict[int, BlockNode] = {}
        self._former: list[BlockNode] = []

    def forget(self) -> None:
        """Another article: the nodes are no longer valid.

        They are kept until the next article, because Qt may be in the midst of asking one; then Qt is told to let go.
        """
        for node in self._nodes.values():
            node.disown()
        _let_go(self._former)
        self._former = list(self._nodes.values())
        self._nodes = {}
        self.on_link = False
        self.mirror.forget()

    def close(self) -> None:
        """The view is gone: Qt is told to let go of every node."""
        _let_go([*self._former, *self._nodes.values()])
        self._former, self._nodes = [], {}

    def childCount(self) -> int:
        """The blocks."""
        return len(self.view.blocks)

    def child(self, index: int) -> Any:
        """A block's node, made now if it was not."""
        return self.node(index) if 0 <= index < len(self.view.blocks) else None

    def node(self, number: int) -> BlockNode:
        """The node of a block that there is."""
        found = self._nodes.get(number)
        if found is None:
            found = self._nodes[number] = BlockNode(self, self.view, number)
        return found

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802
        """The number of a block's node."""
        return child.number if isinstance(child, BlockNode) and not child.gone else -1

    def childAt(self, x: int, y: int) -> Any:  # noqa: N802
        """The block at a point of the screen."""
        point = self.view.viewport().mapFromGlobal(QPoint(x, y))
        placed = self.view.placed_at(point.y())
        return self.child(self.view.column.parts.parts[placed.index].block) if placed else None

    def focusChild(self) -> Any:  # noqa: N802
        """The block or the link in which the caret is."""
        return self.focused_node()

    def focused_node(self) -> BlockNode | LinkNode | None:
        """The block or the link in which the caret is; None without the focus."""
        if not self.view.hasFocus() or not self.view.blocks:
            return None
        node = self.node(self.view.caret.block)
        link = link_at(self.view.blocks, self.view.caret) if self.on_link else None
        return next((child for child in node.links if child.link == link), node) if link else node

    def is_outside(self, number: int) -> bool:
        """Whether a block is out of sight."""
        parts = self.view.column.parts.parts
        return all(parts[placed.index].block != number for placed in self.view.column.placed())

    def rect_on_screen(self, number: int, start: int | None = None, end: int | None = None) -> QRect:
        """Where a block, or some characters of it, are on the screen."""
        column = self.view.column
        area, typography = QRect(), column.typography
        for placed in column.placed():
            if column.parts.parts[placed.index].block != number:
                continue
            if start is None or end is None:
                height = round(placed.layout.height)
                area |= QRect(round(typography.left), round(placed.y), round(typography.column), height)
            else:
                for rect in placed.layout.rects(start, end):
                    area |= rect.translated(typography.left, placed.y).toAlignedRect()
        if area.isNull():
            above = Position(number, 0) < self.view.top
            area = QRect(round(typography.left), -1 if above else self.view.viewport().height(),
                         round(typography.column), 1)  # fmt: skip
        return area.translated(self.view.viewport().mapToGlobal(QPoint(0, 0)))
