"""The document: the node of the view, and what stands in the article itself."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from accessreader.article import Figure, Position, Span, joined
from accessreader.qt.accessible.leaves import TextNode
from accessreader.qt.accessible.lists import ListNode, branch_of, tops
from accessreader.qt.accessible.mirror import Mirror
from accessreader.qt.accessible.nodes import Document, Node, Role, let_go
from accessreader.qt.accessible.tables import TableNode
from accessreader.qt.caret import link_at
from accessreader.qt.column import Placed
from accessreader.qt.figure_setting import picture_name
from accessreader.qt.layout import Piece
from accessreader.qt.scrolling import ScrollingView


class DividerNode(TextNode):
    """A break between parts: it has no text, but a place in the order of reading."""

    ROLE = Role.Separator

    @property
    def has_text(self) -> bool:
        """None."""
        return False


class FigureNode(TextNode):
    """A picture: its alternative is its name, its caption its description; its text is what stands under it."""

    ROLE = Role.Graphic

    def name(self) -> str:
        """What it shows, or what is said of it."""
        return picture_name(self._figure)

    def description(self) -> str:
        """What is said of it, if that is not its name."""
        caption = joined(self._figure.caption)
        return caption if caption.strip() != self.name().strip() else ""

    @property
    def _figure(self) -> Figure:
        block = self.block
        return block if isinstance(block, Figure) else Figure("")

    @property
    def has_text(self) -> bool:
        """Not every picture."""
        return bool(self.words)


class QuotationNode(Node):
    """A quotation, and in it the paragraph of its text: so that it is read by lines, and left with a word."""

    ROLE = Role.BlockQuote

    def count(self) -> int:
        """One."""
        return 1

    def make(self, place: int) -> Node:
        """Its text."""
        return TextNode(self.document, self, place, self.number)


_NODES: dict[str, type[TextNode]] = {"figure": FigureNode, "divider": DividerNode}


class ArticleNode(QAccessibleWidget):
    """The view: a document."""

    def __init__(self, view: ScrollingView) -> None:
        super().__init__(view, Role.Document)
        self.view = view
        self.mirror = Mirror(view)
        self.on_link = False
        self.made: list[Node] = []
        self._tops: list[int] | None = None
        self._below: dict[int, Node] = {}
        self._former: list[Node] = []

    def forget(self) -> None:
        """Another article: the nodes are no longer valid.

        They are kept until the next article, because Qt may be in the midst of asking one; then Qt is told to let go.
        """
        for node in self.made:
            node.gone = True
        let_go(self._former)
        self._former, self.made = self.made, []
        self._below, self._tops = {}, None
        self.on_link = False
        self.mirror.forget()

    def close(self) -> None:
        """The view is gone: Qt is told to let go of every node."""
        let_go([*self._former, *self.made])
        self._former, self.made, self._below = [], [], {}

    # ── what stands in it ────────────────────────────────────────────────────────────────────────────────────────

    @property
    def tops(self) -> list[int]:
        """The first block of each child."""
        if self._tops is None:
            self._tops = tops(self.view.blocks)
        return self._tops

    def childCount(self) -> int:
        """The lists, and the blocks that are in none."""
        return len(self.tops)

    def child(self, index: int) -> Any:
        """A list or a block, made now if it was not."""
        if not 0 <= index < len(self.tops):
            return None
        found = self._below.get(index)
        if found is None:
            found = self._below[index] = self._make(index)
        return found

    def _make(self, index: int) -> Node:
        document: Document = self
        number = self.tops[index]
        kind = self.view.blocks[number].kind
        if kind == "list_item":
            end = self.tops[index + 1] if index + 1 < len(self.tops) else len(self.view.blocks)
            return ListNode(document, self, index, branch_of(self.view.blocks, number, end))
        if kind == "table":
            return TableNode(document, self, index, number)
        if kind == "quotation":
            return QuotationNode(document, self, index, number)
        return _NODES.get(kind, TextNode)(document, self, index, number)

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802
        """Which of its children."""
        return child.place if isinstance(child, Node) and child.above is self and not child.gone else -1

    def leaf_at(self, position: Position) -> Node:
        """The leaf in which a position lies."""
        node = self.child(bisect_right(self.tops, position.block) - 1)
        if isinstance(node, ListNode):
            return node.leaf(position.block)
        if isinstance(node, TableNode):
            return node.cell_at(position)
        leaf: Node = node.child(0) if isinstance(node, QuotationNode) else node
        return leaf

    def leaf_beside(self, leaf: Node, *, forward: bool) -> Node | None:
        """The leaf with text after another, or before it: at one without a screen reader that reads on would stop."""
        node: Node | None = leaf
        while node is not None:
            node = self._next_to(node, forward=forward)
            if isinstance(node, TextNode) and node.has_text:
                return node
        return None

    def _next_to(self, leaf: Node, *, forward: bool) -> Node | None:
        here, blocks = leaf.span, self.view.blocks
        at = Position(here.block, here.end + 1 if forward else here.start - 1)
        if not 0 <= at.offset <= len(blocks[here.block].text):
            number = here.block + (1 if forward else -1)
            if not 0 <= number < len(blocks):
                return None
            at = Position(number, 0 if forward else len(blocks[number].text))
        return self.leaf_at(at)

    def childAt(self, x: int, y: int) -> Any:  # noqa: N802
        """The leaf at a point of the screen."""
        point = self.view.viewport().mapFromGlobal(QPoint(x, y))
        return self.leaf_at(self.view.position_at(QPointF(point))) if self.view.placed_at(point.y()) else None

    # ── where the focus is ───────────────────────────────────────────────────────────────────────────────────────

    def focusChild(self) -> Any:  # noqa: N802
        """The leaf or the link in which the caret is."""
        return self.focused_node()

    def focused_node(self) -> Node | None:
        """The leaf or the link in which the caret is; None without the focus."""
        if not self.view.hasFocus() or not self.view.blocks:
            return None
        leaf = self.leaf_at(self.view.caret)
        link = link_at(self.view.blocks, self.view.caret) if self.on_link else None
        return (leaf.link_node(link) if link and isinstance(leaf, TextNode) else None) or leaf

    # ── where it is on the screen ────────────────────────────────────────────────────────────────────────────────

    def _placed(self, first: Position, last: Position) -> list[Placed]:
        """The parts in the window in which something from one position to another stands."""
        parts = self.view.column.parts.parts
        out = []
        for placed in self.view.column.placed():
            part = parts[placed.index]
            if Position(part.block, part.start) <= last and first <= Position(part.block, part.end):
                out.append(placed)
        return out

    def is_outside(self, first: Position, last: Position) -> bool:
        """Whether everything from one position to another is out of sight."""
        return not self._placed(first, last)

    def rect_of_blocks(self, first: int, last: int) -> QRect:
        """Where some blocks are on the screen."""
        area, typography = QRect(), self.view.column.typography
        for placed in self._placed(Position(first, 0), Position(last, len(self.view.blocks[last].text))):
            height = round(placed.layout.height)
            area |= QRect(round(typography.left), round(placed.y), round(typography.column), height)
        return self._on_screen(area, Position(first, 0))

    def rect_of_words(self, span: Span) -> QRect:
        """Where some characters are on the screen."""
        area, start = QRect(), Position(span.block, span.start)
        for placed in self._placed(start, Position(span.block, span.end)):
            for rect in placed.layout.rects(span.start, span.end) or _room(placed, span):
                area |= rect.translated(self.view.column.typography.left, placed.y).toAlignedRect()
        return self._on_screen(area, start)

    def _on_screen(self, area: QRect, start: Position) -> QRect:
        """A part of the window on the screen; what is not in it, as a line at its edge."""
        if area.isNull():
            typography = self.view.column.typography
            y = -1 if start < self.view.top else self.view.viewport().height()
            area = QRect(round(typography.left), y, round(typography.column), 1)
        return area.translated(self.view.viewport().mapToGlobal(QPoint(0, 0)))


def _room(placed: Placed, span: Span) -> list[QRectF]:
    """The room of a piece that has no characters: an empty cell."""
    piece: Piece | None = placed.layout.piece_at(span.start)
    return (
        [QRectF(piece.x, piece.y, max(1.0, piece.width), piece.height)] if piece and piece.start == span.start else []
    )
