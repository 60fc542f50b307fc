"""Copies of pages in web archives."""

import pytest

from accessreader.article import Figure
from accessreader.road import Road
from accessreader.sources import read
from accessreader.sources.page import Page
from accessreader.sources.web_archive import original_of, restored
from hostile import PARAGRAPH
from pretend import answer

ORIGINAL = "https://senate.parlam.kz/ru-RU/news/details/1?view=full"
COPY = f"https://web.archive.org/web/20250916120000/{ORIGINAL}"
BAR = """<!-- BEGIN WAYBACK TOOLBAR INSERT -->
<style type="text/css">body { margin-top: 0 }</style>
<div id="wm-ipp-base" lang="en"><div id="wm-ipp"><p>12 captures of this page, of which this is the newest one.</p>
<input type="text" name="url" id="wmtbURL" value="{original}"></div></div>
<!-- END WAYBACK TOOLBAR INSERT -->"""
FOOT = """<!--
     FILE ARCHIVED ON 12:00:00 Sep 16, 2025 AND RETRIEVED FROM THE
     INTERNET ARCHIVE ON 10:00:00 Nov 01, 2026.
-->"""


def copied(bar=BAR, foot=FOOT, prefix="https://web.archive.org", more=""):
    time = f"{prefix}/web/20250916120000"
    return (
        '<!DOCTYPE html><html><head><script src="/_static/js/bundle-playback.js"></script><title>Су қайтты</title>'
        f'<link rel="canonical" href="{time}/{ORIGINAL}"><meta property="og:url" content="{time}/{ORIGINAL}"></head>'
        f'<body>{bar.replace("{original}", ORIGINAL)}<article><h1>Су қайтты</h1>{PARAGRAPH}<figure><img alt="A well" '
        f'src="/web/20250916120000im_/https://senate.parlam.kz/img/well.png"></figure>'
        f'<p>Of the first days we told in <a href="{time}/http://news.example:80/a?b=1#c">a story of its own</a>, and '
        f'<a href="/ru-RU/news">in the list</a>, before the works on the well had begun.</p>'
        f"{more}</article></body></html>{foot}"
    )


def page(html, address=COPY):
    return Page(url=address, final_url=address, html=html)


@pytest.mark.parametrize("prefix", ["https://web.archive.org", "http://web.archive.org", "//web.archive.org", ""])
def test_a_copy_is_read_as_its_site_gave_it(prefix):
    article = read(restored(page(copied(prefix=prefix))))
    assert article.url == ORIGINAL
    assert [block.source for block in article.blocks if isinstance(block, Figure)] == [
        "https://senate.parlam.kz/img/well.png"
    ]
    links = [run.href for block in article.blocks for run in block.runs if run.href]
    assert links == ["http://news.example:80/a?b=1#c", "https://senate.parlam.kz/ru-RU/news"]
    assert "captures" not in article.text + "".join(gone.text for gone in article.removed)
    assert "archive.org" not in repr(article)


def test_the_bar_is_dropped_where_its_comments_are_gone():
    bar = BAR.partition("\n")[2].rpartition("\n")[0]
    article = read(restored(page(copied(bar=bar))))
    assert "captures" not in article.text + "".join(gone.text for gone in article.removed)


@pytest.mark.parametrize("memory", [f"<!-- saved from url=(0077){COPY} -->", ""])
def test_a_saved_copy_gets_its_address_back(tmp_path, memory):
    (tmp_path / "a.html").write_text(memory + copied(), encoding="utf-8")
    assert Road(tmp_path).article(str(tmp_path / "a.html")).url == ORIGINAL


def test_a_copy_that_tells_its_address_only_in_the_bar_gets_it_back():
    assert restored(page(copied(), "file:///a.html")).final_url == ORIGINAL


def test_a_copy_that_comes_over_the_web_is_restored(tmp_path, web):
    web.says(f"/web/20250916120000/{ORIGINAL}", answer(copied().encode()))
    article = Road(tmp_path).article(web.address(f"/web/20250916120000/{ORIGINAL}"))
    assert article.url == ORIGINAL


def test_a_page_that_is_no_copy_stays_as_it_is():
    html = f'<p>See <a href="{COPY}">the copy</a> in the archive.</p>{PARAGRAPH}'
    own = page(html, "https://senate.parlam.kz/a")
    assert restored(own) is own


@pytest.mark.parametrize(
    ("address", "original"),
    [
        (COPY, ORIGINAL),
        ("https://web.archive.org/web/2025id_/http:/a.kz/x", "http://a.kz/x"),
        ("https://arquivo.pt/wayback/20200101000000mp_/https://a.pt/", "https://a.pt/"),
        ("https://webarchive.example/my/col/20200101000000/https://a.pt/", "https://a.pt/"),
        ("https://a.kz/2025/https://b.kz/", ""),
        ("https://web.archive.org/web/20250916120000/ftp://a.kz/", ""),
        ("https://a.kz/news/2025/09/16", ""),
        ("https://web.archive.org/web/2025/https://a@b.kz/", ""),
        ("", ""),
    ],
)
def test_the_address_in_an_address_is_found(address, original):
    assert original_of(address) == original
