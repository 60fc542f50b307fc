"""Ten articles in three languages, of every kind of block; run as a program: a window each, to be looked at."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from accessreader.article import sheet
from accessreader.demo import items, pages
from accessreader.sources import read
from accessreader.sources.page import Page

TESTS = Path(__file__).parents[1]
DEMONSTRATED = ((9105, "kk"), (9106, "ru"), (9104, "en"))
SAVED = (
    "pages/blog",
    "pages/notes",
    "pages/poem-and-code",
    "pages/word-kk",
    "scored/blogs/kayak",
    "scored/blogs/beseda",
    "scored/parliament/reglament",
)


def ten_articles():
    """Each article by its name."""
    html = {path.replace("/", "-"): (TESTS / f"{path}.html").read_text("utf-8") for path in SAVED}
    for number, language in DEMONSTRATED:
        html[f"demo-{number}-{language}"] = pages.article(
            items.item("news", number, language), items.culture_of(language)
        )
    address = "https://paper.example/news/page"
    return {name: read(Page(url=address, final_url=address, html=text)) for name, text in html.items()}


def show(article, name):
    """A window with the article; it never has the focus, so that every text is whole."""
    view = ArticleView()
    view.setWindowTitle(name)
    view.setAccessibleName(name)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.resize(700, 500)
    view.show_article(sheet(article), looks(), language=article.language)
    view.show()
    return view


if __name__ == "__main__":
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from accessreader.qt.article_view import ArticleView
    from qt.view_articles import looks

    application = QApplication([])
    application.setApplicationName("ten-articles")
    shown = [show(article, name) for name, article in ten_articles().items()]
    sys.exit(application.exec())
