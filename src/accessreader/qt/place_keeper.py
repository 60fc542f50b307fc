"""Where the reader is, written down a moment after they stop moving, and found again when the page is opened anew."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from accessreader.article import Article, Position, refound, sheet, words_after
from accessreader.errors import StoreError
from accessreader.history import WORDS, History, Place
from accessreader.qt.article_view import ArticleView

KEPT_AFTER_MS = 1500
"""How long after the reader's last move the place is written down: a killed program loses no more than this."""


class PlaceKeeper(QObject):
    """Keeps the place in one view. `permitted` is asked each time whether the reader wants it kept at all."""

    failed = Signal(str)

    def __init__(self, view: ArticleView, history: History, permitted: Callable[[], bool]) -> None:
        super().__init__(view)
        self._view = view
        self._history = history
        self._permitted = permitted
        self._article: Article | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEPT_AFTER_MS)
        self._timer.timeout.connect(self.keep)
        view.place_changed.connect(self._moved)
        view.caret_moved.connect(self._moved)

    @property
    def place(self) -> Position:
        """Where the reader is: at the caret, or at the top of the window when they have scrolled away from it."""
        caret = self._view.caret
        return caret if self._view.is_visible(caret) else self._view.top

    def remembered(self, article: Article) -> Position | None:
        """Where the reader left this article, found again by its words when the page has changed."""
        place = self._history.place_of(article.url) if self._permitted() else None
        return refound(sheet(article), place.position, place.words) if place else None

    def watch(self, article: Article) -> None:
        """This is the article of the view now."""
        self._article = article
        self.keep()

    def keep(self) -> None:
        """Write the place down."""
        self._timer.stop()
        article = self._article
        if article is None or not article.url or not self._permitted():
            return
        here = self.place
        place = Place(here, words_after(self._view.blocks, here, WORDS))
        try:
            self._history.remember(article.url, article.title, language=article.language, place=place)
        except StoreError as error:
            self.failed.emit(str(error))

    def forget(self, address: str) -> None:
        """Forget one page, or all of them where none is named."""
        try:
            if address:
                self._history.forget(address)
            else:
                self._history.clear()
        except StoreError as error:
            self.failed.emit(str(error))

    def _moved(self, _place: Position) -> None:
        self._timer.start()
