"""Why a page does not come: every reason from a real server, or from its real absence."""

import errno
import gzip
import shutil
import socket
import subprocess
import sys
import time

import pytest

from accessreader.errors import FetchError, FetchReason
from accessreader.sources.fetch import Limits, fetch, fetch_bytes
from accessreader.sources.reasons import name_reason
from accessreader.sources.watch import MEGABYTE
from pretend import Pause, PretendedWeb, Reset, answer, bomb, chunked, head, page, redirect

QUICK = Limits(connect=2, read=5, total=10, retries=0)


def failure_of(url, **wishes):
    with pytest.raises(FetchError) as caught:
        fetch(url, **{"limits": QUICK} | wishes)
    assert str(caught.value)
    return caught.value


def reason_of(url, **wishes):
    return failure_of(url, **wishes).reason


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (400, FetchReason.SERVER),
        (401, FetchReason.FORBIDDEN),
        (403, FetchReason.FORBIDDEN),
        (404, FetchReason.NOT_FOUND),
        (407, FetchReason.PROXY),
        (410, FetchReason.HOST_GONE),
        (429, FetchReason.FORBIDDEN),
        (451, FetchReason.FORBIDDEN),
        (500, FetchReason.SERVER),
        (503, FetchReason.SERVER),
        (302, FetchReason.SERVER),  # to nowhere
    ],
)
def test_a_status_has_its_reason(web, status, reason):
    web.says("/a", answer(b"<html>", status))
    failure = failure_of(web.address("/a"))
    assert failure.reason is reason
    assert failure.status == status
    assert failure.host == "127.0.0.1"


# Slowness and cancelling. The far end of a pause is never awaited, so busy machines cannot fail these.


def test_silence_is_too_slow(web):
    web.says("/a", Pause(30))
    assert reason_of(web.address("/a"), limits=Limits(read=0.3)) is FetchReason.TOO_SLOW


def test_silence_in_the_middle_is_too_slow(web):
    web.says("/a", head(), b"<html>" + b"a" * 5000, Pause(30))
    assert reason_of(web.address("/a"), limits=Limits(read=0.3)) is FetchReason.TOO_SLOW


@pytest.mark.parametrize("start", [b"", head(), b"HTTP/1.1 200 OK\r\nX: "], ids=["line", "body", "header"])
def test_a_dripping_server_cannot_hold_us(web, start):
    web.says("/a", start, *[b"a", Pause(0.05)] * 600)
    limits = Limits(read=10, total=0.5)
    assert reason_of(web.address("/a"), limits=limits) is FetchReason.TOO_SLOW


def test_stop_ends_a_wait_for_the_first_byte(web):
    web.says("/a", Pause(30))
    pressed = iter([False, False, True])
    assert reason_of(web.address("/a"), stop=lambda: next(pressed, True)) is FetchReason.CANCELLED


def test_stop_ends_the_arriving_of_a_page(web):
    web.says("/a", head(), b"<html>" + b"a" * 100_000, Pause(30))
    ends = time.monotonic() + 0.5
    failure = failure_of(web.address("/a"), stop=lambda: time.monotonic() > ends)
    assert failure.reason is FetchReason.CANCELLED
    assert web.asked


def test_stop_before_the_start_asks_nobody(web):
    assert reason_of(web.address("/a"), stop=lambda: True) is FetchReason.CANCELLED
    assert web.asked == []


# Size.


def test_a_large_page_is_refused_by_its_length(web):
    web.says("/a", head(length=6 * MEGABYTE), Pause(30))
    failure = failure_of(web.address("/a"))
    assert failure.reason is FetchReason.TOO_LARGE
    assert "5 megabytes" in str(failure)


def test_a_large_page_is_refused_while_it_arrives(web):
    web.says("/a", head(transfer_encoding="chunked"), chunked(b"<html>" + bytes(600_000), ended=False), Pause(30))
    assert reason_of(web.address("/a"), limits=Limits(page_bytes=500_000)) is FetchReason.TOO_LARGE


def test_a_page_of_exactly_the_limit_comes(web):
    body = b"<html>".ljust(1000, b"a")
    web.says("/a", answer(body))
    web.says("/b", answer(body + b"a"))
    web.says("/c", answer(gzip.compress(body), content_encoding="gzip"))
    web.says("/d", answer(gzip.compress(body + b"a"), content_encoding="gzip"))
    limits = Limits(page_bytes=1000)
    assert len(fetch(web.address("/a"), limits=limits).html) == 1000
    assert reason_of(web.address("/b"), limits=limits) is FetchReason.TOO_LARGE
    assert len(fetch(web.address("/c"), limits=limits).html) == 1000
    assert reason_of(web.address("/d"), limits=limits) is FetchReason.TOO_LARGE


@pytest.mark.parametrize("coding", ["gzip", "gzip, gzip"])
def test_a_bomb_is_refused_while_it_unpacks(web, coding):
    packed = bomb(200 * MEGABYTE)
    for _ in range(coding.count(",")):
        packed = gzip.compress(packed)
    web.says("/a", answer(packed, content_encoding=coding))
    assert reason_of(web.address("/a")) is FetchReason.TOO_LARGE


def test_a_picture_has_a_limit_of_its_own(web):
    web.says("/a", answer(bytes(2000), kind="image/png"))
    with pytest.raises(FetchError) as caught:
        fetch_bytes(web.address("/a"), limit=1000, limits=QUICK)
    assert caught.value.reason is FetchReason.TOO_LARGE


# Brokenness.


@pytest.mark.parametrize(
    "steps",
    [
        pytest.param([b"SSH-2.0-OpenSSH\r\n"], id="another protocol"),
        pytest.param([head(length=500) + b"<html>"], id="cut off early"),
        pytest.param([head(transfer_encoding="chunked") + b"zz\r\n<html>"], id="chunks without length"),
        pytest.param([head(transfer_encoding="chunked") + chunked(b"<html>", ended=False)], id="chunks without end"),
        pytest.param([head(length=500) + b"<html>", Reset()], id="reset in the body"),
        pytest.param([answer(gzip.compress(b"<html>")[:-9], content_encoding="gzip")], id="half a gzip"),
        pytest.param([answer(b"\x1f\x8b\x08rubbish", content_encoding="gzip")], id="broken gzip"),
        pytest.param([answer(b"abc", content_encoding="br")], id="an encoding we did not ask for"),
        pytest.param([b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 300 + b"\r\n"], id="headers without end"),
    ],
)
def test_a_broken_answer_is_unreadable(web, steps):
    web.says("/a", *steps)
    assert reason_of(web.address("/a")) is FetchReason.UNREADABLE


@pytest.mark.parametrize("end", [[], [Pause(0.3), Reset()]], ids=["closed", "reset"])
@pytest.mark.parametrize(
    "start", [head(length=50_000), head(transfer_encoding="chunked") + b"9999\r\n"], ids=["length", "chunks"]
)
def test_a_page_cut_off_late_is_shown_as_far_as_it_came_and_says_so(web, start, end):
    text = "<html><p>" + "Сенат " * 400
    web.says("/a", start, text.encode(), *end)
    came = fetch(web.address("/a"), limits=QUICK)
    assert came.html == text
    assert not came.whole


def test_a_packed_page_cut_off_late_is_shown_as_far_as_it_came(web):
    text = "<html><p>" + " ".join(str(number * number) for number in range(5000))
    packed = gzip.compress(text.encode())
    web.says("/a", answer(packed[: len(packed) // 2], content_encoding="gzip"))
    came = fetch(web.address("/a"), limits=QUICK)
    assert not came.whole
    assert text.startswith(came.html)


# Kinds.


@pytest.mark.parametrize(
    ("body", "kind", "word"),
    [
        (b"%PDF-1.7 ...", "text/html", "PDF"),
        (b"anything", "application/pdf", "PDF"),
        (b"\x89PNG\r\n\x1a\n....", "text/html", "picture"),
        (b"\xff\xd8\xff\xe0....", "", "picture"),
        (b"RIFF1234WEBPVP8 ", "text/plain", "picture"),
        (b"<?xml version='1.0'?><svg xmlns='s'><path/></svg>", "image/svg+xml", "picture"),
        (b"PK\x03\x04........", "text/html", "archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword", "office"),
        (b'{"title": "Senate"}', "application/json", "JSON"),
        (b'  [{"a": 1}]', "text/html", "JSON"),
        (b"<?xml version='1.0'?><note/>", "application/rss+xml", "feed"),
        (b"<?xml version='1.0'?><note/>", "text/html", "feed"),
        (b"var a = 1;", "application/javascript", "script"),
        (b"\x00\x01\x02\x03" * 50, "text/html", "unknown"),
        (b"\x00\x01\x02\x03" * 50, "text/plain", "unknown"),
        (b"\x00\x00\x00\x20ftypmp42....", "", "video"),
    ],
)
def test_what_is_no_page_is_named(web, body, kind, word):
    web.says("/a", answer(body, kind=kind))
    failure = failure_of(web.address("/a"))
    assert failure.reason is FetchReason.NOT_HTML
    assert word in failure.kind


# Gone.


@pytest.mark.parametrize(
    ("asked", "landed"),
    [
        ("/ru-RU/news/details/568", "/"),
        ("/ru-RU/news/details/568", "/ru-RU"),
        ("/kk-KZ/pages/details/6241?type=a", "/kk/"),
        ("/news/1", "/index.html"),
        ("/senat-qabyldady-zan", "/"),
        ("/568.html", "/default.aspx"),
    ],
)
def test_a_deep_page_that_ends_at_the_front_door_is_gone(web, asked, landed):
    web.says(asked, redirect(landed))
    web.says(landed, page("Басты бет"))
    assert reason_of(web.address(asked)) is FetchReason.HOST_GONE


def test_a_deep_page_that_ends_at_another_hosts_front_door_is_gone(web):
    with PretendedWeb() as successor:
        web.says("/ru/news/568", redirect(successor.address("/")))
        successor.says("/", page("Басты бет"))
        assert reason_of(web.address("/ru/news/568")) is FetchReason.HOST_GONE


@pytest.mark.parametrize(
    ("asked", "landed"),
    [
        ("/", "/ru/"),
        ("/ru", "/kk-KZ"),
        ("/home", "/"),
        ("/news", "/"),
        ("/ru/news/1", "/ru/news/details/1"),
        ("/a/b", "/?id=7"),
    ],
)
def test_a_page_that_only_moved_is_there(web, asked, landed):
    web.says(asked, redirect(landed))
    web.says(landed, page("Мәтін"))
    assert "Мәтін" in fetch(web.address(asked), limits=QUICK).html


@pytest.mark.parametrize(
    "words",
    [
        "senate-news.example: this domain is for sale!",
        "Buy this domain today",
        "The domain name senate.example has expired",
        "Домен senate.example продаётся",
        "Срок регистрации домена истёк",
        "<script src='//img.sedoparking.com/a.js'></script>",
    ],
)
def test_a_parked_host_is_gone(web, words):
    web.says("/a", page(words))
    assert reason_of(web.address("/a")) is FetchReason.HOST_GONE


def test_an_article_about_domains_is_an_article(web):
    web.says("/a", page("«This domain is for sale», деген жазу шықты. " + "Сенат бұл мәселені қарады. " * 80))
    assert "Сенат" in fetch(web.address("/a"), limits=QUICK).html


@pytest.mark.parametrize(
    "title", ["404", "Error 404 - Not Found", "Page not found", "Страница не найдена", "Бет табылмады"]
)
def test_a_page_that_says_it_was_not_found_was_not_found(web, title):
    web.says("/a", page("Кешіріңіз.", title=title))
    assert reason_of(web.address("/a")) is FetchReason.NOT_FOUND


@pytest.mark.parametrize(
    ("title", "times"), [("404 депутат дауыс берді", 1), ("404", 80), ("Page not found: the story of a law", 80)]
)
def test_an_article_about_what_was_not_found_is_an_article(web, title, times):
    web.says("/a", page("Сенат бұл мәселені қарады. " * times, title=title))
    assert "Сенат" in fetch(web.address("/a"), limits=QUICK).html


# Nobody there.


def closed_port():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return listening.getsockname()[1]


def test_a_closed_port_refuses():
    assert reason_of(f"http://127.0.0.1:{closed_port()}/") is FetchReason.REFUSED


@pytest.mark.parametrize("steps", [[Reset()], []], ids=["reset", "closed"])
def test_a_connection_broken_before_the_answer_refuses(web, steps):
    web.says("/a", *steps)
    assert reason_of(web.address("/a")) is FetchReason.REFUSED


def test_a_proxy_that_is_not_there_is_said_to_be_the_proxy(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{closed_port()}")
    assert reason_of("http://senate.example/") is FetchReason.PROXY


def test_a_proxy_is_used_where_it_is_set(web, monkeypatch):
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.setenv("http_proxy", web.address(""))
    web.says("http://senate.example/a", page("Мәтін"))
    assert "Мәтін" in fetch("http://senate.example/a", limits=QUICK).html


def test_an_unknown_name_is_unknown_or_we_are_offline():
    failure = failure_of("http://senate.invalid/")
    assert failure.reason in {FetchReason.HOST_UNKNOWN, FetchReason.OFFLINE}
    assert failure.host == "senate.invalid"


@pytest.mark.parametrize(
    ("number", "connected", "reason"),
    [
        (socket.EAI_NONAME, True, FetchReason.HOST_UNKNOWN),
        (socket.EAI_NONAME, False, FetchReason.OFFLINE),
        (socket.EAI_AGAIN, True, FetchReason.OFFLINE),
        (socket.EAI_AGAIN, False, FetchReason.OFFLINE),
        (errno.EINVAL, True, FetchReason.HOST_UNKNOWN),
    ],
)
def test_a_name_that_fails_says_whose_fault_it_was(number, connected, reason):
    assert name_reason(number, connected=connected) is reason


@pytest.mark.parametrize("url", ["http://senate.parlam.kz/", "http://192.0.2.7/", "https://[2001:db8::7]/"])
def test_a_machine_without_a_network_is_offline(url):
    unshare = shutil.which("unshare")
    alone = [unshare or "unshare", "--net", "--map-root-user"]
    if unshare is None or subprocess.run([*alone, "true"], check=False, capture_output=True).returncode:
        pytest.skip("needs a network namespace of its own")
    program = (
        "from accessreader.errors import FetchError\n"
        "from accessreader.sources.fetch import fetch\n"
        f"try: fetch({url!r})\n"
        "except FetchError as error: print(error.reason)"
    )
    ran = subprocess.run([*alone, sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert ran.stdout.strip() == "offline"


# Trying again.

PATIENT = Limits(connect=2, read=5, total=20)


def test_a_busy_gateway_is_asked_again(web):
    for status in (503, 502):
        web.says("/a", answer(b"busy", status))
    web.says("/a", page("Мәтін"))
    assert "Мәтін" in fetch(web.address("/a"), limits=PATIENT).html
    assert len(web.asked) == 3


def test_a_gateway_that_stays_busy_is_let_alone(web):
    web.says("/a", answer(b"busy", 503))
    failure = failure_of(web.address("/a"), limits=PATIENT)
    assert (failure.reason, failure.status) == (FetchReason.SERVER, 503)
    assert len(web.asked) == 3


def test_a_wait_that_the_server_asks_for_is_kept(web):
    web.says("/a", answer(b"busy", 503, retry_after="1"))
    web.says("/a", page("Мәтін"))
    began = time.monotonic()
    assert "Мәтін" in fetch(web.address("/a"), limits=PATIENT).html
    assert time.monotonic() - began >= 1


@pytest.mark.parametrize("wait", ["3600", "Fri, 31 Dec 2199 23:59:59 GMT"])
def test_a_wait_longer_than_patience_is_not_begun(web, wait):
    web.says("/a", answer(b"busy", 503, retry_after=wait))
    assert reason_of(web.address("/a"), limits=PATIENT) is FetchReason.SERVER
    assert len(web.asked) == 1


def test_a_wait_that_makes_no_sense_is_the_usual_one(web):
    web.says("/a", answer(b"busy", 503, retry_after="soon"))
    web.says("/a", page("Мәтін"))
    assert "Мәтін" in fetch(web.address("/a"), limits=PATIENT).html


def test_stop_ends_a_wait_between_tries(web):
    web.says("/a", answer(b"busy", 503, retry_after="4"))
    reason = reason_of(web.address("/a"), limits=PATIENT, stop=lambda: bool(web.asked))
    assert reason is FetchReason.CANCELLED
    assert len(web.asked) == 1


@pytest.mark.parametrize("status", [404, 500, 403])
def test_other_failures_are_not_asked_again(web, status):
    web.says("/a", answer(b"no", status))
    reason_of(web.address("/a"), limits=PATIENT)
    assert len(web.asked) == 1


def test_silence_is_not_asked_again(web):
    web.says("/a", Pause(30))
    assert reason_of(web.address("/a"), limits=Limits(read=0.3)) is FetchReason.TOO_SLOW
    assert len(web.asked) == 1
