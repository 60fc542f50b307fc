"""Real pages, where they are: each is shown, and read through by caret from the first character to the last."""

import gzip
from pathlib import Path

import pytest

from accessreader.article import Position, sheet
from accessreader.errors import AccessReaderError
from accessreader.qt.article_view import ArticleView
from accessreader.sources import read
from accessreader.sources.saved import open_saved
from qt.view_articles import looks

CORPUS = Path(__file__).parents[2] / ".." / "shared" / "corpus"
SETS = ("news", "readability", "russian", "scrapinghub")
PAGES = sorted((CORPUS / "parlam").glob("*.html.gz"))
PAGES += [page for name in SETS for page in sorted((CORPUS / "pages" / name).rglob("*.html.gz"))[:20]]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.skipif(not PAGES, reason="there are no real pages beside this checkout"),
]


def test_every_real_page_is_read_through_by_caret(qtbot, tmp_path):
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    shown = 0
    for page in PAGES:
        copy = tmp_path / "page.html"
        copy.write_bytes(gzip.decompress(page.read_bytes()))
        try:
            article = read(open_saved(copy))
        except AccessReaderError:
            continue
        blocks = sheet(article)
        view.show_article(blocks, looks(), language=article.language)
        view.viewport().repaint()
        reached = walk_by_lines(view)
        assert reached == list(range(len(blocks))), page.name
        shown += 1
    assert shown > len(PAGES) * 0.9


def walk_by_lines(view):
    """The blocks that the caret comes to, in order, until it stays at the very end."""
    reached = [0]
    while True:
        before = view.caret
        view.move("line")
        if view.caret == before:
            break
        assert view.caret > before
        assert view.is_visible(view.caret)
        if view.caret.block != reached[-1]:
            reached.append(view.caret.block)
    last = len(view.blocks) - 1
    assert view.caret == Position(last, len(view.blocks[last].text))
    return reached
