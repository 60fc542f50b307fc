"""Nothing is lost: what is shown and what was removed is what the page said."""

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessreader.errors import NoArticleReason, NotAnArticleError
from accessreader.sources import read
from accessreader.sources.page import Page
from fuzz.pages import CORPUS, PIECES, fault, seeds

REAL = sorted(CORPUS.glob("parlam/*.html.gz")) + sorted(CORPUS.glob("pages/*/*.html.gz"))[::4]


def read_html(html, url="https://news.example/a"):
    return read(Page(url=url, final_url=url, html=html))


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=40)), max_size=60).map("".join))
def test_any_markup_is_read_whole_or_refused(html):
    assert fault(html) == ""


@pytest.mark.skipif(not REAL, reason="the real pages are not beside this checkout")
@pytest.mark.parametrize("part", range(4))
def test_real_pages_are_read_whole(part):
    wrong = {}
    for path in REAL[part::4]:
        if found := fault(gzip.decompress(Path(path).read_bytes()).decode("utf-8", "replace")):
            wrong[path.name] = found
    assert wrong == {}


@pytest.mark.parametrize(
    "html",
    [
        "<p " + " ".join(f"a{number}=1" for number in range(100_000)) + ">The text that stands in it.",
        "<p " + " ".join(f"a{number}='<>'" for number in range(100_000)) + ">The text that stands in it.",
        "<div>" * 20_000 + "The text that stands in it.",
        "".join(f"<p><font size={number}>The text that stands in it." for number in range(5000)),
        "<p>" + "word " * 1_000_000,
        "<table><tr><td>" * 5000 + "The text that stands in it.",
        "&lol;" * 200_000 + "<p>The text that stands in it.",
        "<a" * 500_000 + "<p>The text that stands in it.",
        "\0" * 100_000 + "\ud800<p>The text that stands in it.",
        "<select><option>" * 20_000 + "</select><p>The text that stands in it.",
    ],
    ids=[
        "attributes",
        "quoted-attributes",
        "depth",
        "formatting",
        "one-line",
        "tables",
        "entities",
        "tags",
        "nulls",
        "options",
    ],
)
def test_hostile_markup_ends_in_an_article_or_a_sentence(html):
    outcome: object = None
    try:
        outcome = read_html(html).blocks
    except NotAnArticleError as error:
        outcome = error.why
    assert outcome


def test_a_page_without_text_is_refused():
    with pytest.raises(NotAnArticleError) as refused:
        read_html("<html><body><div> </div></body></html>")
    assert refused.value.why is NoArticleReason.EMPTY


def test_a_shell_of_scripts_is_called_one():
    scripts = "".join(f'<script src="/assets/{name}.js"></script>' for name in ("runtime", "vendor", "main"))
    with pytest.raises(NotAnArticleError) as refused:
        read_html(f"<html><head><title>App</title></head><body><app-root></app-root>{scripts}</body></html>")
    assert refused.value.why is NoArticleReason.SCRIPT_SHELL


def test_a_page_is_always_read_the_same():
    page = seeds(real=False)[0]
    assert read_html(page) == read_html(page)


def test_each_removal_says_where_it_stood():
    article = read_html(seeds(real=False)[0])
    assert article.removed
    assert all(gone.selector for gone in article.removed)
