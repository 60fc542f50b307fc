"""What a reader does in the panel of recent pages: opening one, forgetting one or all."""

from __future__ import annotations

from PySide6.QtCore import QObject

from accessreader.qt.window import Window


class Revisiting(QObject):
    """The recent pages, in one window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        window.side.opened.connect(self._open)
        window.side.forgotten.connect(self._forget)
        window.side.cleared.connect(lambda: self._forget(""))

    def _open(self, address: str) -> None:
        """Leave the panel for the page that was chosen in it."""
        window = self._window
        window.side.close_panel()
        window.view.setFocus()
        window.open(address)

    def _forget(self, address: str) -> None:
        """Forget one recent page, or all of them."""
        window = self._window
        window.keeper.forget(address)
        window.side.show_recent(window.services.history.recent())
