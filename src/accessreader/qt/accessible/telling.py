"""Tells assistive technology what happens in the article: where the caret is, that another article has come.

One action of the reader is one event: a focus event when the caret comes to another leaf or a link, a caret event
within a leaf. Nothing is made and nothing is told while no assistive technology is about.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleTextCursorEvent, QAccessibleTextSelectionEvent

from accessreader.article import Position
from accessreader.qt.accessible.document import ArticleNode
from accessreader.qt.announce import Saying, StatusLine, plain_node
from accessreader.qt.scrolling import ScrollingView
from accessreader.qt.words import Aside


def _make_node(_key: str, thing: QObject) -> Any:
    if isinstance(thing, Saying | StatusLine | Aside):
        return plain_node(thing)
    if not isinstance(thing, ScrollingView):
        return None
    node = thing.node = ArticleNode(thing)
    thing.destroyed.connect(node.close)
    return node


@lru_cache(maxsize=1)
def install() -> None:
    """Tell Qt, once in a process, who describes an `ArticleView` and a `StatusLine`."""
    QAccessible.installFactory(_make_node)


def node_of(view: ScrollingView) -> ArticleNode | None:
    """The view's node, if assistive technology is about; made now if it was not."""
    if not QAccessible.isActive():
        return None
    if view.node is None:
        QAccessible.queryAccessibleInterface(view)
    return view.node if isinstance(view.node, ArticleNode) else None


def tell_caret(view: ScrollingView, before: Position, *, on_link: bool = False, selecting: bool = False) -> None:
    """Tell that the caret has moved: one event, for the leaf it has come to or for the place in its leaf.

    With `selecting` also that the selection is another.
    """
    node = node_of(view)
    if node is None or not view.hasFocus() or not view.blocks:
        return
    was_on_link, node.on_link = node.on_link, on_link
    leaf = node.leaf_at(view.caret)
    there = node.focused_node() or leaf
    if on_link or was_on_link or node.leaf_at(before) is not leaf:
        QAccessible.updateAccessibility(QAccessibleEvent(there, QAccessible.Event.Focus))
    else:
        offset = node.mirror.units(view.caret, leaf.span)
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(there, offset))
    if selecting:
        start, end = node.mirror.selection(leaf.span)
        QAccessible.updateAccessibility(QAccessibleTextSelectionEvent(leaf, start, end))


def tell_focus(view: ScrollingView) -> None:
    """Tell which block has the focus."""
    node = node_of(view)
    there = node.focused_node() if node else None
    if there is not None:
        QAccessible.updateAccessibility(QAccessibleEvent(there, QAccessible.Event.Focus))


def tell_article(view: ScrollingView) -> None:
    """Tell that another article is shown: one event for what stands in the document, one for the focus.

    Why not that the children are reordered: Qt would make every node there is, to tell of each.
    """
    if isinstance(view.node, ArticleNode):
        view.node.forget()
        if view.blocks:
            QAccessible.updateAccessibility(QAccessibleEvent(view.node.child(0), QAccessible.Event.ObjectCreated))
        tell_focus(view)
