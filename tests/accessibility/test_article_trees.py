"""Ten articles in three languages as assistive technology sees them, from another process, and as they were drawn.

`make redraw-trees` draws them anew.
"""

import pytest

from accessibility.outside import has_atspi
from accessibility.ten_articles import ten_articles
from accessibility.trees import DRAWINGS, see
from accessreader.article import sheet
from accessreader.qt.accessible.grid import is_known_here

pytestmark = [pytest.mark.accessibility, pytest.mark.timeout(120)]

ARTICLES = ten_articles()
NO_TEXT = {"\ufffc", "\ufdd0", "\ufdd1", "\0", "\u2029"}
NO_GRID = "tables have rows and columns on 64-bit Intel under Linux alone"


@pytest.fixture(scope="module")
def seen():
    if not has_atspi():
        pytest.skip("the system's Python cannot load Atspi: python3-gi, gir1.2-atspi-2.0")
    return see(len(ARTICLES))


def leaves(article):
    """The texts that can be read, in order: of each block, and of each cell of a table."""
    for block in sheet(article):
        if block.kind == "table":
            yield from (cell for row in block.rows for cell in row)
        elif block.kind != "divider" and block.text:
            yield block.text


@pytest.mark.parametrize("name", ARTICLES)
def test_the_tree_is_the_one_that_is_drawn(seen, name):
    if not is_known_here():
        pytest.skip(NO_GRID)
    assert seen[name]["tree"] == (DRAWINGS / f"{name}.tree").read_text("utf-8")


@pytest.mark.parametrize("name", ARTICLES)
def test_the_text_is_the_article_s_to_the_character_and_reading_on_reads_all_of_it(seen, name):
    expected = list(leaves(ARTICLES[name]))
    assert seen[name]["texts"] == expected
    assert seen[name]["onward"] == expected
    assert not NO_TEXT & set("".join(seen[name]["texts"]))


@pytest.mark.parametrize("name", ARTICLES)
def test_a_table_gives_its_cells_by_row_and_column(seen, name):
    if not is_known_here():
        pytest.skip(NO_GRID)
    tables = [block.rows for block in ARTICLES[name].blocks if block.kind == "table"]
    assert seen[name]["grids"] == [[list(row) for row in rows] for rows in tables]


@pytest.mark.parametrize("name", ARTICLES)
def test_nothing_is_empty_but_cells(seen, name):
    for line in seen[name]["tree"].splitlines():
        bare = line.strip()
        if bare.startswith(("paragraph", "heading", "link", "image")):
            assert len(bare.split(maxsplit=1)) > 1, line


def test_there_are_ten_in_three_languages_with_every_kind_of_block():
    assert len(ARTICLES) == 10
    assert {article.language for article in ARTICLES.values()} == {"kk", "ru", "en"}
    kinds = {block.kind for article in ARTICLES.values() for block in article.blocks}
    assert kinds == {
        "heading", "paragraph", "list_item", "quotation", "figure", "table", "preformatted", "video", "divider"
    }  # fmt: skip
