"""How wide the panel beside the article is: by keys and from the menu what the mouse does at the edge between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QObject

from accessreader.messages import _
from accessreader.qt.window import Window

STEP: Final = 0.06
LEAST, MOST = 0.2, 0.8


class PanelWidth(QObject):
    """The width of one window's panel. What the reader wants holds for every panel until the window closes."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        window.split.splitterMoved.connect(self._note)

    def widen(self, steps: int) -> None:
        """Make the panel so many steps wider, or narrower, and say how wide it is."""
        window = self._window
        if not window.side.isVisible() or not window.pane.isVisible():
            window.say(_("There is no panel beside the article."))
            return
        whole = sum(window.split.sizes())
        wish = min(MOST, max(LEAST, self._share() + steps * STEP))
        window.split.setSizes([whole - round(whole * wish), round(whole * wish)])
        self._note()
        window.say(_("The panel takes {share} percent of the window.").format(share=round(100 * self._share())))

    def _share(self) -> float:
        sizes = self._window.split.sizes()
        return sizes[-1] / max(1, sum(sizes))

    def _note(self) -> None:
        if self._window.side.isVisible() and self._window.pane.isVisible():
            self._window.side.share = self._share()


def panel_deeds(window: Window) -> Mapping[str, Callable[[], object]]:
    """A function for every command that moves the edge of the panel, by its name."""
    width = PanelWidth(window)
    return {"panel-wider": partial(width.widen, 1), "panel-narrower": partial(width.widen, -1)}
