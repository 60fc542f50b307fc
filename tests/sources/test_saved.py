"""Pages kept as files."""

import datetime as dt
import gzip
import io
import os
import zipfile
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accessreader.errors import FetchError, FetchReason
from accessreader.sources.saved import LARGEST, open_saved
from pretend import bomb

HTML = "<!DOCTYPE html><html><head><title>Сенат</title></head><body><p>Мәтін</p></body></html>"
ADDRESS = "https://senate.parlam.kz/kk-KZ/news/details/568"


@pytest.fixture
def keep(tmp_path):
    def keep(name, content):
        file = tmp_path / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    return keep


def reason_of(file):
    with pytest.raises(FetchError) as caught:
        open_saved(file)
    assert str(caught.value)
    return caught.value.reason


def zipped(**files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return packed.getvalue()


def archived(html, *, charset="utf-8", **headers):
    message = MIMEMultipart("related", type="text/html")
    message["From"] = "<Saved by a browser>"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.attach(MIMEText("p { color: red }", "css"))
    message.attach(MIMEText(html, "html", charset))
    return message.as_bytes()


def test_a_page_opens_by_path_by_text_and_by_address(keep):
    file = keep("Сенат 1.html", HTML)
    os.utime(file, (1_750_000_000, 1_750_000_000))
    came = open_saved(file)
    assert came == open_saved(str(file)) == open_saved(file.as_uri())
    assert (came.html, came.charset, came.whole) == (HTML, "utf-8", True)
    assert came.url == came.final_url == file.as_uri()
    assert came.fetched == dt.datetime.fromtimestamp(1_750_000_000, dt.UTC)


@pytest.mark.parametrize(
    "memory",
    [
        f"<!-- saved from url=(0048){ADDRESS} -->",
        f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: Tue Sep 16 2025\n-->",
        f'<link rel="canonical" href="{ADDRESS}">',
        f'<meta property="og:url" content="{ADDRESS}">',
        f'<base href="{ADDRESS}">',
    ],
)
def test_the_address_that_a_page_remembers_is_given_back(keep, memory):
    file = keep("a.html", HTML.replace("<head>", f"<head>{memory}"))
    came = open_saved(file)
    assert (came.url, came.final_url) == (file.as_uri(), ADDRESS)


def test_what_the_saving_program_wrote_counts_more_than_what_the_page_says(keep):
    memory = f'<!-- saved from url=(0048){ADDRESS} --><link rel="canonical" href="https://senate.parlam.kz/">'
    assert open_saved(keep("a.html", memory + HTML)).final_url == ADDRESS


@pytest.mark.parametrize(
    "memory", ["about:internet", "file:///C:/a.html", "javascript:alert(1)", "https://a@b.example/", ""]
)
def test_an_address_that_is_none_is_forgotten(keep, memory):
    file = keep("a.html", f'<!-- saved from url=(0014){memory} --><link rel="canonical" href="{memory}">{HTML}')
    assert open_saved(file).final_url == file.as_uri()


def test_an_old_charset_is_found(keep):
    text = "<html><p>Депутаты обсудили поправки к закону о социальной защите.</p></html>"
    assert open_saved(keep("a.htm", text.encode("cp1251"))).html == text


def test_a_text_becomes_a_page(keep):
    html = open_saved(keep("Сөз.txt", "Сенат отырысы\r\n\r\nБірінші\r\nжол\r\n\r\nЕкінші < үшінші")).html
    assert "<h1>Сенат отырысы</h1>" in html
    assert "<p>Бірінші\nжол</p>\n<p>Екінші &lt; үшінші</p>" in html


def test_a_text_of_lines_becomes_a_paragraph_a_line(keep):
    html = open_saved(keep("Сөз.txt", "а" * 300 + "\nб\nв")).html
    assert "<h1>Сөз</h1>" in html
    assert html.count("<p>") == 3


def test_a_page_without_an_ending_is_a_page(keep):
    assert open_saved(keep("a", HTML)).html == HTML
    assert open_saved(keep("b.bin", HTML)).html == HTML


def test_a_packed_page_opens(keep):
    assert open_saved(keep("a.html.gz", gzip.compress(HTML.encode()))).html == HTML
    assert open_saved(keep("b.html", gzip.compress(gzip.compress(HTML.encode())))).html == HTML


def test_the_page_of_a_zip_is_the_topmost(keep):
    packed = zipped(files__menu_html="<p>menu</p>" * 1000, page_html=HTML, style_css="p {}")
    assert open_saved(keep("a.zip", packed)).html == HTML


@pytest.mark.parametrize("charset", ["utf-8", "koi8-r"])
def test_a_web_archive_gives_its_page_and_address(keep, charset):
    html = "<html><p>Депутаты обсудили поправки к закону.</p></html>"
    for headers in ({"Snapshot_Content_Location": ADDRESS}, {}):
        came = open_saved(keep("a.mhtml", archived(html, charset=charset, **headers)))
        assert came.html.strip() == html
        assert came.final_url == (ADDRESS if headers else came.url)


def test_an_empty_file_is_an_empty_page(keep):
    assert open_saved(keep("a.html", b"")).html == ""


def test_what_is_not_there_is_said(tmp_path):
    assert reason_of(tmp_path / "none.html") is FetchReason.NO_FILE
    assert reason_of(tmp_path) is FetchReason.NO_FILE
    assert reason_of("/dev/zero") is FetchReason.NO_FILE
    assert reason_of("/a\0b.html") is FetchReason.NO_FILE
    assert reason_of("https://senate.parlam.kz/") is FetchReason.BAD_ADDRESS


@pytest.mark.skipif(os.name == "nt", reason="pipes of another system")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.html")
    assert reason_of(tmp_path / "a.html") is FetchReason.NO_FILE


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", b"\x00\x01\x02" * 99, b"<svg version='1'><a/></svg>"]
)
def test_other_kinds_are_named(keep, content):
    assert reason_of(keep("a.html", content)) is FetchReason.NOT_HTML


def test_a_zip_without_a_page_is_no_page(keep):
    assert reason_of(keep("a.zip", zipped(a_png="x"))) is FetchReason.NOT_HTML


@pytest.mark.parametrize(
    "content",
    [
        b"<p>".ljust(LARGEST + 1, b"a"),
        bomb(LARGEST + 1),
        zipped(a_html=bytes(LARGEST + 1)),
        gzip.compress(bomb(LARGEST + 1)),
    ],
    ids=["plain", "gzip", "zip", "gzip twice"],
)
def test_what_is_too_large_is_refused_packed_or_not(keep, content):
    assert reason_of(keep("a.html", content)) is FetchReason.TOO_LARGE


def locked_zip():
    """As a zip with a password says of itself: bit 0 of the flags, in both places."""
    packed = bytearray(zipped(a_html=HTML))
    packed[6] |= 1
    packed[packed.index(b"PK\x01\x02") + 8] |= 1
    return bytes(packed)


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04 and no more",
        zipped(a_html=HTML * 100)[:-40],
        zipped(a_html=HTML)[:40] + b"\0" * 20 + zipped(a_html=HTML)[60:],
        locked_zip(),
        b"\x1f\x8b\x08rubbish rubbish",
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\n--x--",
        b"MIME-Version: 1.0\nContent-Type: multipart/related\n\nnothing",
    ],
)
def test_what_is_broken_is_unreadable(keep, content):
    assert reason_of(keep("a.html", content)) is FetchReason.UNREADABLE


STARTS = [
    b"",
    b"PK\x03\x04",
    b"\x1f\x8b\x08\x00",
    b"<html>",
    b"Content-Type: multipart/related; boundary=x\n\n--x\n",
    HTML.encode(),
]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(STARTS), st.binary(max_size=300))
def test_whatever_a_file_holds_a_page_or_a_sentence_comes(keep, start, rest):
    file = keep("a.html", start + rest)
    try:
        came = open_saved(file)
    except FetchError as error:
        came = error
    assert came.url
    assert str(came)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_damaged_archives_give_a_page_or_a_sentence(keep, data):
    content = bytearray(data.draw(st.sampled_from([zipped(a_html=HTML), archived(HTML), gzip.compress(HTML.encode())])))
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    file = keep("a.html", bytes(content))
    try:
        came = open_saved(file)
    except FetchError as error:
        came = error
    assert str(came)
