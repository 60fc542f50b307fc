"""Commands of speech that are given before there is a page: reading begins as soon as it is there.

Why: whoever starts the program and presses the key at once cannot know how long a page takes; and a key that does
nothing and says nothing is the worst answer for one who does not see the window.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from accessreader.messages import _
from accessreader.qt.window import Window


class EarlyWish(QObject):
    """The last wish of this kind in one window."""

    _page_is_there = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._deed: Callable[[], object] | None = None
        window.shown.connect(self._shown)
        # Once the window has shown the page as a whole, and not in the midst of it.
        self._page_is_there.connect(self._fulfil, Qt.ConnectionType.QueuedConnection)

    def when_there(self, deed: Callable[[], object]) -> Callable[[], None]:
        """A deed that begins to read: done at once, or as soon as the page that is on its way is there."""

        def command() -> None:
            if self._window.article is not None or not self._window.loading:
                self.if_there(deed)()
            elif self._window.narration.permitted():
                self._deed = deed
                self._window.say(_("The page is on its way. It is read aloud as soon as it is there."))

        return command

    def if_there(self, deed: Callable[[], object]) -> Callable[[], None]:
        """A deed that needs a page: where there is none, that is said."""

        def command() -> None:
            if self._window.article is None:
                self._window.say(_("No page is open."))
            else:
                deed()

        return command

    def forget(self) -> None:
        """The reader wants no voice after all."""
        self._deed = None

    def _shown(self) -> None:
        if self._deed is not None:
            self._page_is_there.emit()

    def _fulfil(self) -> None:
        deed, self._deed = self._deed, None
        if deed is not None:
            deed()
