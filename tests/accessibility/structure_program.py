"""A program that shows one article with everything that has a structure, to be heard."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from accessreader.article import (
    Cell,
    Divider,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Preformatted,
    Quotation,
    Run,
    Table,
    Video,
)
from accessreader.qt.article_view import ArticleView
from qt.view_articles import looks, runs


def cells(*rows):
    """A table of which the first row and the first column are headers."""
    return tuple(
        tuple(Cell(runs(text), header=not row or not column) for column, text in enumerate(texts))
        for row, texts in enumerate(rows)
    )


LONG = "First item, which is so long that it wraps over more than one line of the window, two at the least"
PROMISE = "A promise must be kept, said the speaker, and it was a promise so long that it wraps over several lines."
BLOCKS = (
    Heading(1, runs("The title")),
    Paragraph(runs("News, 5 May")),
    ListItem(runs(LONG)),
    ListItem(runs("Nested"), depth=1),
    ListItem((Run("Nested "), Run("linked", href="https://senate.test/")), depth=1),
    ListItem(runs("Last of the list")),
    Paragraph(runs("Between.")),
    ListItem(runs("Number one"), ordinal=1),
    ListItem(runs("Number two"), ordinal=2),
    Quotation(runs(f"{PROMISE}\nSecond paragraph.")),
    Table(cells(("Region", "2024", "2025"), ("Astana", "11", "12"), ("Almaty", "21", "22"))),
    Table(((Cell(runs("Sign"), header=True),), (Cell(runs("A flag"), pictures=(Figure("a", "A flag"),)),))),
    Figure("b", "A hall full of people", runs("The hall on Monday")),
    Figure("c", "", runs("Only a caption")),
    Divider(),
    Video("https://senate.test/film", "A film"),
    Preformatted(runs("one line\n  another")),
    Paragraph(runs("The end.")),
)

application = QApplication([])
application.setApplicationName("structure-program")
window, view = QWidget(), ArticleView()
window.setWindowTitle("Window")
view.setAccessibleName("Article")
view.show_article(BLOCKS, looks(), language="en")
QVBoxLayout(window).addWidget(view)
window.resize(900, 700)
window.show()
view.setFocus()
application.exec()
