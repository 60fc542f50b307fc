"""Markup written to hold or break a reader: an article or a sentence, in time, and no text lost.

The limits of time are guards against a hang; how long each shape takes is measured by `tests/benchmarks/hostile.py`.
"""

import pytest

from accessreader.errors import AccessReaderError
from accessreader.road import Road
from accessreader.sources import read
from accessreader.sources.guard import guarded
from accessreader.sources.page import Page
from hostile import PARAGRAPH, SHAPES

WORTH_READING = "The town of Sary has had running water again since Monday"


def outcome(html):
    """What is said of a page: the article's text, or why there is none."""
    try:
        return read(Page(url="https://news.example/a", final_url="https://news.example/a", html=html)).text
    except AccessReaderError as error:
        return str(error)


@pytest.mark.timeout(30)
@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_ends_in_an_article_or_a_sentence(shape):
    assert outcome(SHAPES[shape](40_000))


@pytest.mark.slow
@pytest.mark.timeout(50)
@pytest.mark.parametrize(
    ("shape", "size"),
    [
        ("attributes of one element", 900_000),  # 100 000 attributes
        ("nested div", 250_000),  # 20 000 elements
        ("nested table", 1_500_000),
        ("nested list", 400_000),
        ("unclosed div", 300_000),
        ("unclosed font", 500_000),
        ("unclosed font with paragraphs", 300_000),
        ("one long line", 5_000_000),
        ("one long line of marks", 500_000),
        ("one long attribute", 5_000_000),
        ("less-than signs", 5_000_000),
        ("wide table", 300_000),
        ("wide row beside a long cell", 300_000),
        ("line breaks in a cell", 300_000),
        ("unclosed heading", 300_000),
        ("long title", 1_000_000),
        ("links", 500_000),
    ],
)
def test_large_ones_too(shape, size):
    assert outcome(SHAPES[shape](size))


@pytest.mark.parametrize(
    "shape",
    [
        "attributes of one element",
        "nested div",
        "nested blockquote",
        "unclosed svg",
        "unclosed font",
        "misnested formatting",
    ],
)
def test_what_is_worth_reading_is_read_all_the_same(shape):
    assert WORTH_READING in outcome(SHAPES[shape](150_000))


@pytest.mark.parametrize("size", range(0, 40_000, 1000))
def test_a_page_that_breaks_off_anywhere_is_read_so_far(size):
    html = SHAPES["soup"](20_000) + SHAPES["pictures"](20_000)
    assert outcome(html[:size])


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp037"])
def test_a_page_in_the_wrong_encoding_ends_in_an_article_or_a_sentence(encoding):
    assert outcome(SHAPES["soup"](20_000).encode(encoding).decode("latin-1"))
    assert outcome(SHAPES["soup"](20_000).encode().ljust(30_000, b"x").decode("utf-16-le", "replace"))


def test_an_ordinary_page_goes_through_the_guard_untouched():
    html = SHAPES["paragraphs"](900_000)
    assert guarded(html) == html


def test_elements_that_are_not_too_deep_stay():
    html = "".join(f"<div>{PARAGRAPH}<svg><path d='M0 0'/></svg></div>" for _ in range(3000))
    assert guarded(html) == html


def test_what_is_too_deep_loses_its_tags_and_keeps_its_text():
    html = "".join(f"<div>{n} " for n in range(20_000)) + "</div>" * 20_000
    shallow = guarded(html)
    assert shallow.count("<div>") == shallow.count("</div>") == 500
    assert shallow.replace("<div>", "").replace("</div>", "").split() == [str(n) for n in range(20_000)]


def test_marks_without_end_are_joined_and_none_is_lost():
    html = "e" + "\u0301" * 1000
    assert guarded(html).replace("\u034f", "") == html
    assert guarded(html).count("\u034f") == 33


@pytest.mark.slow
@pytest.mark.timeout(50)
@pytest.mark.parametrize("shape", ["misnested formatting", "one long line of brackets", "entities"])
def test_the_road_gets_over_the_worst(tmp_path, shape):
    saved = tmp_path / "a.html"
    saved.write_text(SHAPES[shape](3_000_000), encoding="utf-8")
    try:
        said = Road(tmp_path).article(str(saved)).text
    except AccessReaderError as error:
        said = str(error)
    assert said
