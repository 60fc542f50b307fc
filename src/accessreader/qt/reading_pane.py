"""Where the reader reads: a sentence above the article when there is one to say, the find bar, the article."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from accessreader.qt.article_view import ArticleView
from accessreader.qt.banner import Banner
from accessreader.qt.find_bar import FindBar


class ReadingPane(QWidget):
    """Banner, find bar and article; finding is settled between the last two."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ArticleView(self)
        self.banner = Banner(self)
        self.find_bar = FindBar(self)
        self.find_bar.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.banner, self.find_bar, self.view):
            column.addWidget(widget)
        column.setStretchFactor(self.view, 1)
        self.find_bar.find_wanted.connect(self.find_words)
        self.find_bar.next_wanted.connect(self.find_next)
        self.find_bar.previous_wanted.connect(self.find_previous)
        self.find_bar.closed.connect(self.end_find)

    def find_words(self, words: str) -> None:
        """Find words in the article and go to the first hit after the caret."""
        self.view.find(words)
        self.find_next()

    def find_next(self) -> None:
        """Go to the next hit and say which it is."""
        self.find_bar.show_hits(*self.view.find_next())

    def find_previous(self) -> None:
        """Go to the hit before and say which it is."""
        self.find_bar.show_hits(*self.view.find_previous())

    def end_find(self) -> None:
        """Close the find bar; the reader is where the last hit was."""
        self.view.clear_find()
        self.find_bar.hide()
        self.view.setFocus()
