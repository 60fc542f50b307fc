"""Tab goes from part to part of the window as the eye does: the bars, what lies over the article, it, the panel.

Why once, when the window is made: whatever is made later, as panels are when first opened, comes last by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def order_panes(panes: Iterable[QWidget]) -> None:
    """Let Tab go through what is in some panes of a window in this order, within each as it was made."""
    stops = [widget for pane in panes for widget in (pane, *pane.findChildren(QWidget)) if _stops(widget)]
    for earlier, later in pairwise(stops):
        QWidget.setTabOrder(earlier, later)


def _stops(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
