"""Feeds and maps of sites over the wire, within the limits of a page."""

import gzip
from dataclasses import replace

import pytest

from accessreader.errors import FetchError, FetchReason
from accessreader.sources.fetch import Limits, fetch
from accessreader.sources.saved import open_saved
from pretend import answer, bomb, page

QUICK = Limits(connect=2, read=2, total=10, retries=0)
RSS = "<?xml version='1.0'?><rss version='2.0'><channel><item><title>Сенат</title></item></channel></rss>"
JSON = '{"version": "https://jsonfeed.org/version/1.1", "items": []}'


def reason_of(url, **wishes):
    with pytest.raises(FetchError) as caught:
        fetch(url, **{"limits": QUICK} | wishes)
    return caught.value.reason


@pytest.mark.parametrize(
    "kind", ["application/rss+xml", "text/xml", "text/html", "text/plain", "application/octet-stream"]
)
def test_a_feed_comes_as_its_own_text_whatever_it_is_called(web, kind):
    web.says("/a", answer(RSS.encode(), kind=kind))
    came = fetch(web.address("/a"), limits=QUICK)
    assert came.html == RSS
    assert "application/rss+xml" in web.asked[0].headers["accept"]


def test_a_feed_of_values_and_a_packed_map_come_too(web):
    web.says("/a", answer(JSON.encode(), kind="application/feed+json"))
    assert fetch(web.address("/a"), limits=QUICK).html == JSON
    web.says("/sitemap.xml.gz", answer(gzip.compress(b"<urlset></urlset>"), kind="application/x-gzip"))
    assert fetch(web.address("/sitemap.xml.gz"), limits=QUICK).html == "<urlset></urlset>"


def test_the_charset_that_a_feed_declares_is_heard(web):
    text = "<?xml version='1.0' encoding='windows-1251'?><rss><channel><title>Новости Сената</title></channel></rss>"
    web.says("/a", answer(text.encode("cp1251"), kind="text/xml"))
    assert fetch(web.address("/a"), limits=QUICK).html == text


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"<?xml version='1.0'?><note/>", "text/xml"),
        (b"<svg></svg>", "image/svg+xml"),
        (b'{"a": 1}', "application/json"),
        (b"%PDF-1.7", "application/pdf"),
        (gzip.compress(b"words"), "application/gzip"),
        (b"\x1f\x8bbroken", "application/gzip"),
        (gzip.compress(b"<rss>")[:-4] + b"\xff\xff\xff\xff", "application/gzip"),
    ],
)
def test_what_is_neither_a_page_nor_a_feed_is_refused_as_before(web, body, kind):
    web.says("/a", answer(body, kind=kind))
    assert reason_of(web.address("/a")) is FetchReason.NOT_HTML


def test_a_page_is_a_page_where_feeds_come_too(web):
    web.says("/a", page("Сенат заңды қабылдады."))
    assert "<p>Сенат заңды қабылдады.</p>" in fetch(web.address("/a"), limits=QUICK).html


def test_a_feed_has_the_limits_of_a_page(web):
    small = replace(QUICK, page_bytes=10_000)
    web.says("/long", answer(RSS.encode() + b" " * 20_000, kind="text/xml"))
    assert reason_of(web.address("/long"), limits=small) is FetchReason.TOO_LARGE
    web.says("/bomb", answer(bomb(1_000_000), kind="application/gzip"))
    assert reason_of(web.address("/bomb"), limits=small) is FetchReason.NOT_HTML
    assert reason_of(web.address("/long"), hosts=("senate.example",)) is FetchReason.NOT_ALLOWED


@pytest.mark.parametrize(
    ("name", "data"), [("a.xml", RSS.encode()), ("a.json", JSON.encode()), ("a.gz", gzip.compress(RSS.encode()))]
)
def test_a_feed_that_was_kept_is_opened(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    assert open_saved(tmp_path / name).html in {RSS, JSON}
