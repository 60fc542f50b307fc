"""What comes over the wire, from a real server on the loopback."""

import datetime as dt
import gzip
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accessreader.errors import FetchError, FetchReason
from accessreader.messages import use_language
from accessreader.sources.fetch import Limits, fetch, fetch_bytes
from accessreader.sources.page import Page
from accessreader.sources.watch import MEGABYTE
from pretend import CERTIFICATE, Pause, PretendedWeb, answer, bomb, chunked, head, page, redirect

QUICK = Limits(connect=2, read=2, total=10, retries=0)
HTML = "<!DOCTYPE html><title>Сенат</title><p>Бүгін Сенат заңды қабылдады.</p>"


def reason_of(url, **wishes):
    with pytest.raises(FetchError) as caught:
        fetch(url, **{"limits": QUICK} | wishes)
    assert str(caught.value)
    return caught.value.reason


def outcome_of(url):
    """What a person sees in the end: a page, or a sentence. Anything else raised fails the test."""
    try:
        return fetch(url, limits=QUICK)
    except FetchError as error:
        return str(error)


def test_a_page_comes_as_text_with_where_when_and_how(web):
    web.says("/a", answer(HTML.encode(), etag='"7"', last_modified="Tue, 16 Sep 2025 10:00:00 GMT"))
    before = dt.datetime.now(dt.UTC)
    came = fetch(web.address("/a"), limits=QUICK)
    assert came.html == HTML
    assert (came.url, came.final_url) == (web.address("/a"), web.address("/a"))
    assert (came.status, came.charset, came.etag, came.whole) == (200, "utf-8", '"7"', True)
    assert before <= came.fetched <= dt.datetime.now(dt.UTC)


def test_we_say_who_we_are_and_which_language_we_want(web):
    web.says("/a", page("Мәтін"))
    use_language("kk")
    try:
        fetch(web.address("/a"), limits=QUICK)
    finally:
        use_language("en")
    headers = web.asked[0].headers
    assert headers["user-agent"].startswith("AccessReader/")
    assert headers["accept-language"].startswith("kk")
    assert "text/html" in headers["accept"]
    assert "referer" not in headers
    assert "cookie" not in headers


def test_no_password_of_the_netrc_file_is_sent(web, tmp_path, monkeypatch):
    secret = tmp_path / "netrc"
    secret.write_text("default login reader password secret\n")
    secret.chmod(0o600)
    monkeypatch.setenv("NETRC", str(secret))
    web.says("/a", page("Мәтін"))
    fetch(web.address("/a"), limits=QUICK)
    assert "authorization" not in web.asked[0].headers


def test_a_fragment_stays_at_home(web):
    web.says("/a", page("Мәтін"))
    came = fetch(web.address("/a#second"), limits=QUICK)
    assert web.asked[0].target == "/a"
    assert came.final_url.endswith("/a#second")


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("GZIP", lambda data: gzip.compress(data[:20]) + gzip.compress(data[20:])),
        ("deflate", zlib.compress),
        ("deflate", lambda data: zlib.compress(data, wbits=-15)),
        ("deflate, gzip", lambda data: gzip.compress(zlib.compress(data))),
        ("gzip", lambda data: gzip.compress(data) + b"\0rubbish after the end"),
        ("gzip", bytes),  # named and not used
        ("identity", bytes),
    ],
)
def test_packed_pages_are_unpacked(web, coding, pack):
    web.says("/a", answer(pack(HTML.encode()), content_encoding=coding))
    came = fetch(web.address("/a"), limits=QUICK)
    assert came.html == HTML
    assert came.whole


def test_a_packed_page_may_arrive_byte_by_byte(web):
    packed = gzip.compress(HTML.encode())
    web.says("/a", head(length=len(packed), content_encoding="gzip"), *[bytes([byte]) for byte in packed])
    assert fetch(web.address("/a"), limits=QUICK).html == HTML


def test_a_page_in_chunks_is_put_together(web):
    body = chunked(*[HTML.encode()[place : place + 7] for place in range(0, len(HTML.encode()), 7)])
    web.says("/a", head(transfer_encoding="chunked"), body)
    assert fetch(web.address("/a"), limits=QUICK).html == HTML


def test_a_page_without_length_ends_with_the_connection(web):
    web.says("/a", head(), HTML.encode())
    assert fetch(web.address("/a"), limits=QUICK).html == HTML


def test_an_unchanged_page_is_the_previous_one_at_a_new_time(web):
    web.says("/a", answer(HTML.encode(), etag='"7"', last_modified="Tue, 16 Sep 2025 10:00:00 GMT"))
    web.says("/a", head(304, kind=None))
    first = fetch(web.address("/a"), limits=QUICK)
    second = fetch(web.address("/a"), previous=first, limits=QUICK)
    assert second.html == first.html
    assert second.fetched > first.fetched
    assert web.asked[1].headers["if-none-match"] == '"7"'
    assert web.asked[1].headers["if-modified-since"] == "Tue, 16 Sep 2025 10:00:00 GMT"


def test_a_changed_page_replaces_the_previous_one(web):
    web.says("/a", answer(HTML.encode(), etag='"7"'))
    web.says("/a", page("Жаңа мәтін"))
    first = fetch(web.address("/a"), limits=QUICK)
    assert "Жаңа" in fetch(web.address("/a"), previous=first, limits=QUICK).html


def test_what_we_know_of_one_address_is_not_told_to_another(web):
    web.says("/b", page("Мәтін"))
    other = Page(url=web.address("/a"), final_url=web.address("/a"), html=HTML, etag='"7"')
    fetch(web.address("/b"), previous=other, limits=QUICK)
    assert "if-none-match" not in web.asked[0].headers


def test_an_etag_with_a_line_break_is_not_sent(web):
    web.says("/a", page("Мәтін"))
    poisoned = Page(url=web.address("/a"), final_url=web.address("/a"), html=HTML, etag='"7"\r\nX-Evil: 1')
    fetch(web.address("/a"), previous=poisoned, limits=QUICK)
    assert "if-none-match" not in web.asked[0].headers


def test_unchanged_without_a_previous_page_is_the_servers_fault(web):
    web.says("/a", head(304, kind=None))
    assert reason_of(web.address("/a")) is FetchReason.SERVER


def test_redirects_are_followed_to_their_end(web):
    web.says("/a", redirect("/b", 301))
    web.says("/b", redirect(web.address("/c/"), 307))
    web.says("/c/", redirect("d?x=%D0%B0", 303))
    web.says("/c/d?x=%D0%B0", page("Мәтін"))
    came = fetch(web.address("/a"), limits=QUICK)
    assert (came.url, came.final_url) == (web.address("/a"), web.address("/c/d?x=%D0%B0"))


def test_a_redirect_in_raw_utf8_is_understood(web):
    web.says("/a", head(302, length=0)[:-2] + "Location: /жаңалық\r\n\r\n".encode())
    web.says("/%D0%B6%D0%B0%D2%A3%D0%B0%D0%BB%D1%8B%D2%9B", page("Мәтін"))
    assert "Мәтін" in fetch(web.address("/a"), limits=QUICK).html


def test_five_redirects_are_followed_and_six_are_too_many(web):
    for step in range(6):
        web.says(f"/{step}", redirect(f"/{step + 1}"))
    web.says("/6", page("Мәтін"))
    assert "Мәтін" in fetch(web.address("/1"), limits=QUICK).html
    assert reason_of(web.address("/0")) is FetchReason.TOO_MANY_REDIRECTS


def test_the_body_of_a_redirect_is_not_read(web):
    web.says("/a", head(302, location="/b", content_encoding="gzip"), bomb(50 * MEGABYTE), Pause(30))
    web.says("/b", page("Мәтін"))
    assert "Мәтін" in fetch(web.address("/a"), limits=QUICK).html


def test_a_circle_of_redirects_ends(web):
    web.says("/a", redirect("/a"))
    assert reason_of(web.address("/a")) is FetchReason.TOO_MANY_REDIRECTS
    assert len(web.asked) == 6


@pytest.mark.parametrize("target", ["file:///etc/passwd", "javascript:alert(1)", "ftp://127.0.0.1/a", "http://[::1"])
def test_a_redirect_out_of_the_web_is_refused(web, target):
    web.says("/a", redirect(target))
    assert reason_of(web.address("/a")) is FetchReason.BAD_ADDRESS
    assert len(web.asked) == 1


def test_hosts_are_checked_before_anything_is_asked(web):
    assert reason_of(web.address("/a"), hosts=["senate.parlam.kz"]) is FetchReason.NOT_ALLOWED
    assert web.asked == []


def test_hosts_are_checked_again_at_each_redirect(web):
    with PretendedWeb() as elsewhere:
        web.says("/a", redirect(elsewhere.address("/b")))
        elsewhere.says("/b", page("Мәтін"))
        assert reason_of(web.address("/a"), hosts=[f"127.0.0.1:{web.port}"]) is FetchReason.NOT_ALLOWED
        assert elsewhere.asked == []
        both = [f"127.0.0.1:{web.port}", f"127.0.0.1:{elsewhere.port}"]
        assert "Мәтін" in fetch(web.address("/a"), hosts=both, limits=QUICK).html


def test_tls_is_judged_by_the_systems_store(monkeypatch):
    with PretendedWeb(secure=True) as web:
        web.says("/a", page("Мәтін"))
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(CERTIFICATE))  # not the system's store
        assert reason_of(web.address("/a")) is FetchReason.TLS
        assert web.asked == []
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
        assert "Мәтін" in fetch(web.address("/a"), limits=QUICK).html
        assert reason_of(web.address("/a", host="localhost")) is FetchReason.TLS


def test_a_plain_server_behind_https_is_a_matter_of_tls(web):
    assert reason_of(web.address("/a").replace("http:", "https:")) is FetchReason.TLS


def test_a_plain_text_comes_as_a_page(web):
    web.says("/a", answer("Сенат отырысы\n\nБірінші <азат> жол\n\nЕкінші".encode(), kind="text/plain; charset=utf-8"))
    html = fetch(web.address("/a"), limits=QUICK).html
    assert "<h1>Сенат отырысы</h1>" in html
    assert "<p>Бірінші &lt;азат&gt; жол</p>\n<p>Екінші</p>" in html


def test_a_page_called_bytes_is_a_page(web):
    web.says("/a", answer(HTML.encode(), kind="application/octet-stream"))
    web.says("/b", answer(HTML.encode(), kind=None))
    web.says("/c", answer(HTML.encode("utf-16"), kind="text/html"))
    assert all(fetch(web.address(path), limits=QUICK).html == HTML for path in ("/a", "/b", "/c"))


def test_an_empty_page_is_a_page(web):
    web.says("/a", answer(b""))
    assert fetch(web.address("/a"), limits=QUICK).html == ""


@pytest.mark.parametrize("header", ["utf-8", "windows-1251", "iso-8859-1", ""])
def test_old_russian_pages_are_read_whatever_the_header_says(web, header):
    text = "<html><title>Сенат</title><p>Депутаты обсудили поправки к закону о социальной защите.</p></html>"
    web.says("/a", answer(text.encode("cp1251"), kind=f"text/html; charset={header}"))
    came = fetch(web.address("/a"), limits=QUICK)
    assert (came.html, came.charset) == (text, "windows-1251")


def test_pictures_come_as_bytes(web):
    web.says("/a.png", answer(b"\x89PNG\r\n\x1a\n" + bytes(100), kind="image/png"))
    assert fetch_bytes(web.address("/a.png"), limits=QUICK) == b"\x89PNG\r\n\x1a\n" + bytes(100)
    assert web.asked[0].headers["accept"].startswith("image/")


def test_half_a_picture_is_none(web):
    web.says("/a.png", head(length=100, kind="image/png"), bytes(50))
    with pytest.raises(FetchError) as caught:
        fetch_bytes(web.address("/a.png"), limits=QUICK)
    assert caught.value.reason is FetchReason.UNREADABLE


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=300), st.binary(max_size=200).map(lambda tail: b"HTTP/1.1 200 OK\r\n" + tail)))
def test_whatever_bytes_a_server_sends_a_page_or_a_reason_comes(said):
    with PretendedWeb() as web:
        web.says("/a", said)
        assert outcome_of(web.address("/a"))


@settings(max_examples=40)
@given(
    st.binary(max_size=400),
    st.sampled_from(["", "gzip", "deflate", "br", "gzip, deflate"]),
    st.sampled_from(["text/html", "text/html; charset=utf-16", "text/plain", "", "image/png", "\xff\xfe;charset=\xe9"]),
)
def test_whatever_body_a_server_sends_a_page_or_a_reason_comes(body, coding, kind):
    with PretendedWeb() as web:
        web.says("/a", answer(body, content_encoding=coding, kind=kind))
        assert outcome_of(web.address("/a"))


def test_a_server_that_is_only_slow_is_waited_for(web):
    web.says("/a", head(), Pause(0.4), HTML.encode())
    assert fetch(web.address("/a"), limits=QUICK).html == HTML
