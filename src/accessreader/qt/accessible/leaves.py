"""The leaves: text, and the links in it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface

from accessreader.article import Heading, Paragraph, Runs, Span
from accessreader.messages import _
from accessreader.qt.accessible.nodes import NOTHING, Attributes, Document, Kind, Node, Role, pointer
from accessreader.qt.accessible.text import BlockText, runs_of
from accessreader.qt.caret import Link, links_in

_Relation = tuple[QAccessibleInterface, QAccessible.RelationFlag]


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
        return self.document.rect_of_words(self.span)

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
        start, links = self._span.start, links_in(Paragraph(self._runs), number)
        self._links = tuple(Link(number, start + link.start, start + link.end, link.href) for link in links)

    @property
    def level(self) -> int:
        """The level of a heading; 0 otherwise."""
        return self.block.level if isinstance(self.block, Heading) else 0

    @property
    def words(self) -> str:
        """Its text."""
        return self.block.text[self._span.start : self._span.end]

    @property
    def _runs(self) -> Runs:
        return runs_of(self.block, self._span)

    def _spoken_language(self) -> str:
        """The language in which all of it is, if that is not the block's.

        Why not that of each word: a run's language would be one of the text's attributes, and Qt's text interface
        knows fonts and colours only.
        """
        told = {run.language for run in self._runs if run.text.strip()}
        return (told.pop() if len(told) == 1 else None) or self.language

    @property
    def span(self) -> Span:
        """Its characters."""
        return self._span

    @property
    def has_text(self) -> bool:
        """Whether there is text to be read; even an empty cell has."""
        return True

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
        if kind == Kind.TextInterface and self.has_text and not self.gone:
            if self.is_spoken_by_lines:
                return self.document.mirror.text_interface(self._span)
            return pointer(self._text)
        return NOTHING
