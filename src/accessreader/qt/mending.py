"""Mending by the reader: "this belongs to the article", "this is not the article", and both taken back.

A word of the reader's is written into their own file of the site and the page is read again, at once and without the
network; they stay where they are on the page and in the panel, and hear what has come of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from accessreader.article import Article, Block, Position, Removed, refound, sheet, words_after
from accessreader.errors import AccessReaderError
from accessreader.history import WORDS
from accessreader.messages import _, ngettext
from accessreader.qt.choosing import choose
from accessreader.qt.rows import Row
from accessreader.qt.window import Window

if TYPE_CHECKING:
    from accessreader.sources.candidates import Candidate


class Mending(QObject):
    """What a reader can say about how a site is read, in one window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._road = window.services.road
        if not window.kiosk:
            window.side.put_back.connect(self._put_back)

    def _put_back(self, removed: Removed) -> None:
        """What was taken out belongs to the article, here and wherever the site has the like."""
        self._read_again(
            lambda address, stop: self._road.mend(address, stop, keep=removed.selector, words=removed.text),
            _("Put back: {text}").format(text=_shortened(removed.text)),
        )

    def choose_article(self) -> None:
        """Let the reader choose what the article is, from what it could be."""
        window = self._window
        address = self._address()
        if not address:
            return
        window.say(_("Looking for other places that could be the article…"))
        window.jobs.run(
            lambda job: self._road.candidates(address, job.dropped),
            then=lambda found: self._offer(address, found),
            otherwise=window.explain,
        )

    def undo(self) -> None:
        """Forget the last word that the reader said of this site."""
        self._read_again(
            self._road.unmend,
            _("Your last mending of this site is undone."),
            unchanged=_("Your last mending of this site is undone. This page reads as before."),
        )

    def _address(self) -> str:
        """The address of the page that is open; says that there is none."""
        article = self._window.article
        if article is None or not article.url:
            self._window.say(_("No page is open."))
            return ""
        return article.url

    def _offer(self, address: str, found: tuple[Candidate, ...]) -> None:
        window = self._window
        if window.article is None or window.article.url != address:
            return
        if not found:
            window.say(_("There is no text on this page."))
            return

        def take(number: int) -> None:
            chosen = found[number]
            window.view.setFocus()
            self._read_again(
                lambda address, stop: self._road.mend(address, stop, article=chosen.selector),
                _("This is the article now: {text}").format(text=_shortened(chosen.start)),
            )

        rows = [Row(one.start, _told(one)) for one in found]
        choose(window, _("Which of these is the article?"), rows, take)

    def _read_again(
        self, read: Callable[[str, Callable[[], bool]], Article | None], words: str, *, unchanged: str = ""
    ) -> None:
        """Read the page again in another way, on another thread, and show it where the reader is.

        Then `words` are said, or `unchanged` when it is what it was.
        """
        window = self._window
        address = self._address()
        if not address:
            return
        before = window.article

        def show(article: Article | None) -> None:
            if window.article is not before:  # the reader has gone on to another page
                return
            if article is None:
                window.say(_("You have not mended this site."))
            elif before is not None and article.blocks == before.blocks:
                window.say(unchanged or _("It is noted, but this page reads as before."), assertive=True)
            else:
                window.show_article(article, _again(window.view.blocks, window.keeper.place, sheet(article)))
                window.say(words, assertive=True)

        def explain(error: AccessReaderError) -> None:
            if window.loading:
                window.say(str(error))
            else:
                window.explain(error)

        window.jobs.run(lambda job: read(address, job.dropped), then=show, otherwise=explain)


def _again(before: tuple[Block, ...], place: Position, after: tuple[Block, ...]) -> Position:
    """A place once blocks have been put in or taken out: in the same block, or where the same words are."""
    text = before[place.block].text if 0 <= place.block < len(before) else ""
    same = [number for number, block in enumerate(after) if text and block.text == text]
    if same:
        return Position(min(same, key=lambda number: abs(number - place.block)), place.offset)
    return refound(after, place, words_after(before, place, WORDS))


def _told(candidate: Candidate) -> str:
    number = candidate.words
    words = ngettext("{number} word", "{number} words", number).format(number=number)
    return f"{candidate.kind}, {words}"


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHORT else f"{text[:_SHORT].rpartition(' ')[0] or text[:_SHORT]}…"


_SHORT = 80
