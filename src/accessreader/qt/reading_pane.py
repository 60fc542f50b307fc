"""Where the reader reads: a sentence above the article when there is one, the find bar, article, braille, voice."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from accessreader.qt.article_view import ArticleView
from accessreader.qt.banner import Banner
from accessreader.qt.braille_strip import BrailleStrip
from accessreader.qt.find_bar import FindBar
from accessreader.qt.speech_bar import SpeechBar


class ReadingPane(QWidget):
    """Banner, find bar, article, braille and speech bar; finding is settled between the last two.

    `found` carries which hit of how many the reader came to, when they did not look at the find bar's field.
    """

    found = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ArticleView(self)
        self.banner = Banner(self)
        self.find_bar = FindBar(self)
        self.find_bar.hide()
        self.braille = BrailleStrip(self.view, self)
        self.speech_bar = SpeechBar(self)
        self.speech_bar.left.connect(self.view.setFocus)
        self._marked: tuple[object, str] = (None, "")
        self._step: Callable[[], object] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.parts: tuple[QWidget, ...] = (self.banner, self.find_bar, self.view, self.braille, self.speech_bar)
        for widget in self.parts:
            column.addWidget(widget)
        column.setStretchFactor(self.view, 1)
        self.find_bar.find_wanted.connect(self.find_words)
        self.find_bar.next_wanted.connect(self.find_next)
        self.find_bar.previous_wanted.connect(self.find_previous)
        self.find_bar.closed.connect(self.end_find)
        self.view.search.ended.connect(self._found_all)

    def take_focus(self, asking: QWidget) -> None:
        """Put the focus into the article where the reader asked for it there: in `asking` or in the banner."""
        focused = self.window().focusWidget()
        if focused is None or any(part.isAncestorOf(focused) for part in (asking, self.banner)):
            self.view.setFocus()

    def find_words(self, words: str) -> None:
        """Find words in the article and go to the first hit after the caret."""
        self._mark(words)
        self._when_found(lambda: self.find_bar.show_hits(*self.view.find_next()))

    def find_next(self) -> None:
        """Go to the next hit and say which it is; where nothing was ever asked for, ask."""
        self._go(self.view.find_next)

    def find_previous(self) -> None:
        """Go to the hit before and say which it is."""
        self._go(self.view.find_previous)

    def _go(self, step: Callable[[], tuple[int, int]]) -> None:
        words = self.find_bar.field.text()
        if not words and not self.find_bar.isVisible():
            self.find_bar.open()
            return
        blocks, marked = self._marked
        if blocks is not self.view.blocks or marked != words:  # another article, or the bar was closed meanwhile
            self._mark(words)

        def go() -> None:
            self.find_bar.show_hits(*step())
            if not self.find_bar.field.hasFocus():  # there its description tells
                self.found.emit(self.find_bar.count.text())

        self._when_found(go)

    def _when_found(self, step: Callable[[], object]) -> None:
        """Take a step once all hits are known: at once, but in a very long article."""
        if self.view.search.is_over:
            self._step = None
            step()
        else:
            self._step = step
            self.find_bar.show_searching()

    def _found_all(self) -> None:
        step, self._step = self._step, None
        if step is not None:
            step()

    def _mark(self, words: str) -> None:
        self.view.find(words)
        self._marked = (self.view.blocks, words)

    def end_find(self) -> None:
        """Close the find bar; the reader is where the last hit was."""
        self.view.clear_find()
        self._step = None
        self._marked = (None, "")
        self.find_bar.hide()
        self.view.setFocus()
