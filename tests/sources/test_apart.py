"""Heavy pages, read by a process of their own."""

import time
from pathlib import Path

import pytest

from accessreader.assembly import Road
from accessreader.errors import FetchError, FetchReason, NoArticleReason, NotAnArticleError
from accessreader.sources import read
from accessreader.sources.apart import Limits, is_heavy, read_apart
from accessreader.sources.page import Page
from accessreader.sources.site import load_sites
from hostile import SHAPES


def page(html, url="https://news.example/a"):
    return Page(url=url, final_url=url, html=html, kept={"https://kept.invalid/1": "file:///a.png"})


def patient():
    return False


ENDLESS = page(SHAPES["misnested formatting"](15_000_000))


def test_a_page_read_apart_gives_the_same_article():
    sites, _refused = load_sites()
    for url in ("https://news.example/a", "https://senate.parlam.kz/ru-RU/news/details/1"):
        html = SHAPES["pictures"](20_000).replace("/1.jpg", "https://kept.invalid/1")
        came = page(html + SHAPES["links"](10_000), url)
        assert read_apart(came, sites, patient) == read(came, sites)


@pytest.mark.parametrize(
    ("html", "why"),
    [("", NoArticleReason.EMPTY), ("<script></script>" * 9 + "<div id=root>", NoArticleReason.SCRIPT_SHELL)],
)
def test_a_page_without_an_article_is_refused_as_ever(html, why):
    with pytest.raises(NotAnArticleError) as caught:
        read_apart(page(html), (), patient)
    assert (caught.value.why, caught.value.url) == (why, "https://news.example/a")


def test_a_page_that_takes_too_long_is_given_up():
    with pytest.raises(NotAnArticleError) as caught:
        read_apart(ENDLESS, (), patient, limits=Limits(0.5))
    assert caught.value.why is NoArticleReason.TOO_COMPLICATED
    assert "too complicated" in str(caught.value)


def test_a_reader_who_does_not_want_to_wait_does_not():
    asked = iter([False, False, True])
    with pytest.raises(FetchError) as caught:
        read_apart(ENDLESS, (), lambda: next(asked), limits=Limits(50))
    assert caught.value.reason is FetchReason.CANCELLED


@pytest.mark.skipif(not Path("/proc/thread-self/children").exists(), reason="children are counted by what Linux tells")
def test_no_process_is_left_behind():
    with pytest.raises(NotAnArticleError):
        read_apart(ENDLESS, (), patient, limits=Limits(0.3))
    time.sleep(0.1)
    assert Path("/proc/thread-self/children").read_text().split() == []


@pytest.mark.parametrize(
    ("shape", "size", "heavy"),
    [
        ("paragraphs", 900_000, False),
        ("one long line", 900_000, False),
        ("paragraphs", 1_100_000, True),
        ("siblings", 200_000, True),
        ("entities", 400_000, True),
    ],
)
def test_only_what_is_large_or_like_no_page_is_heavy(shape, size, heavy):
    assert is_heavy(page(SHAPES[shape](size))) is heavy


def test_signs_without_end_are_heavy():
    assert is_heavy(page("<p>e" + "\u0e49" * 100_000))


def test_the_road_reads_a_heavy_page(tmp_path):
    saved = tmp_path / "a.html"
    saved.write_text(SHAPES["paragraphs"](1_050_000))
    assert len(Road(tmp_path).article(str(saved)).blocks) > 3000
