"""Pages that we wrote ourselves, each with the article that it must give: what is once right stays right.

A drawing is changed by hand, in the same commit as the cause.
"""

from pathlib import Path

import pytest

from accessreader.sources import read
from accessreader.sources.page import Page
from drawing import drawn

PAGES = sorted((Path(__file__).parents[1] / "pages").glob("*.html"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_page_gives_the_article_that_is_drawn(path):
    address = f"https://paper.example/news/{path.stem}"
    article = read(Page(url=address, final_url=address, html=path.read_text("utf-8")))
    assert drawn(article) == path.with_suffix(".drawn").read_text("utf-8")


def test_there_are_pages():
    assert len(PAGES) >= 6
