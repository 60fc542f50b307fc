"""From one article to the next along the list from which it was opened, also while it is read aloud.

::

    a key ──▶ step ──▶ SeenLists.beside ──▶ window.open ──▶ … ──▶ window.shown ──▶ _shown ──▶ narration.play

Why the voice is asked when the article has come, and not when the key was pressed: it reads the old one until then, and
whoever has silenced it meanwhile wants no voice. It also reads on for one who has heard the old one to its end: they
listen from article to article, and did nothing to end it. Who stopped or paused the voice, or had only a selection
read, is left in silence.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from accessreader.article import Article, Position
from accessreader.messages import _
from accessreader.qt.seen_lists import listed_in
from accessreader.qt.window import Window

SURE: Final = 2
"""Headlines from which a page is surely a list; with one it may be an article that begins with a link."""


class Neighbours(QObject):
    """The articles before and after the present one, in one window."""

    _wanted_aloud = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._awaited = ""
        window.shown.connect(self._shown)
        # Once the window has shown the article as a whole, and not in the midst of it.
        self._wanted_aloud.connect(self._read_aloud, Qt.ConnectionType.QueuedConnection)

    def step(self, by: int) -> None:
        """Open the next (1) or the previous (-1) article of the list; at the list itself its first.

        Where a page of the list ends, its next page is opened, as a list.
        An article that is still on its way, or did not come, counts as the present one: pressing again passes it over.
        """
        window = self._window
        article = window.article
        listed = listed_in(article) if article is not None and not self._awaited else ()
        address = window.visits.lists.beside(self._names(article), by) if len(listed) < SURE else None
        if address is None and listed:
            address = listed[0]
        if address:
            self._awaited = address
            window.open(address)
        elif address is None:
            window.say(_("This page stands in no list that was opened here. Open a list of news first."))
        else:
            window.say(
                _("This is the last article of the list.") if by > 0 else _("This is the first article of the list.")
            )

    def _names(self, article: Article | None) -> tuple[str, ...]:
        """The addresses under which a list may have the present page, the one that was asked for first."""
        if self._awaited:
            return (self._awaited,)
        if article is None or not article.url:
            return ()
        visit = self._window.visits.present
        asked = (visit.address,) if visit is not None else ()
        return (*asked, article.url, *(version.url for version in article.versions))

    def _shown(self, article: Article) -> None:
        awaited, self._awaited = self._awaited, ""
        self._window.visits.lists.note(article)
        visit = self._window.visits.present
        if awaited and visit is not None and visit.address == awaited and self._window.narration.listening:
            self._wanted_aloud.emit()

    def _read_aloud(self) -> None:
        self._window.narration.play(Position())
