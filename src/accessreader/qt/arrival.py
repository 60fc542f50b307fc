"""What is said when a page has come: in one announcement, and nothing that the focus lets a screen reader say already.

Where the caret stands in the title, the title is heard from there; where the reader goes on in the midst of the page,
or types meanwhile, it is said here.
"""

from __future__ import annotations

from accessreader.article import Article
from accessreader.messages import _, ngettext
from accessreader.qt.article_view import ArticleView
from accessreader.qt.seen_lists import listed_in

_LIST = 2
"""Headlines from which a page is surely a list."""


def words_on_arrival(article: Article, view: ArticleView, news: str) -> str:
    """What to say of an article that the view shows now; `news` is what else there is to know of it, or ""."""
    heard = view.hasFocus() and view.caret.block == 0
    title = "" if heard or not article.title else f"{article.title.rstrip('.')}."
    return " ".join(part for part in (title, how_much(article), news) if part)


def how_much(article: Article) -> str:
    """How much there is to read: the headlines of a list, the words of an article."""
    if (number := len(listed_in(article))) >= _LIST:
        return ngettext("{number} headline.", "{number} headlines.", number).format(number=number)
    number = len(article.text.split())
    return ngettext("{number} word.", "{number} words.", number).format(number=number)


def what_is_wrong(article: Article) -> str:
    """What the reader should know of how the page came; "" where nothing is wrong with it."""
    if not article.whole:
        return _("The connection broke: only the beginning of the page is here.")
    return article.notice.sentence() if article.notice is not None else ""
