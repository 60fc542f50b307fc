"""Saved pages with what was saved beside them: folders, MHTML, zips, WARC, WACZ, pictures written into the page."""

import base64
import gzip
import json
import os
import struct
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accessreader.article import Article, Cell, Figure, Preformatted, Run, Table
from accessreader.errors import AccessReaderError, FetchError, FetchReason
from accessreader.road import Road
from accessreader.sources.kept import settled
from accessreader.sources.page import Page
from accessreader.sources.saved import open_saved
from archives import ADDRESS, mhtml, warc, zipped
from hostile import PARAGRAPH
from pretend import answer


def png(shade=0, noise=0):
    """A grey picture of one pixel; `noise` makes it that many bytes longer."""

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    extra = chunk(b"tEXt", b"Comment\0" + b"x" * noise) if noise else b""
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + extra
        + chunk(b"IDAT", zlib.compress(bytes([0, shade])))
        + chunk(b"IEND", b"")
    )


def page(source, title="Water is back", head="", more=""):
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{PARAGRAPH}"
        f'<figure><img src="{source}" alt="A well"><figcaption>The well of the town.</figcaption></figure>'
        f"{PARAGRAPH.replace('Monday', 'Friday')}{more}</article></body></html>"
    )


@pytest.fixture
def road(tmp_path):
    return Road(tmp_path / "sources")


def source_of(article):
    (figure,) = (block for block in article.blocks if isinstance(block, Figure))
    return figure.source


def refusal(road, address):
    with pytest.raises(FetchError) as caught:
        road.picture(address)
    return caught.value.reason


# A page with its folder


@pytest.fixture
def folder(tmp_path):
    files = tmp_path / "pages" / "Water is back_files"
    files.mkdir(parents=True)
    (files / "well 1.png").write_bytes(png(1))
    (files / "notes.txt").write_bytes(b"no picture")
    (tmp_path / "outside.png").write_bytes(png(9))
    return tmp_path / "pages"


@pytest.mark.parametrize(
    ("memory", "reference"),
    [
        (f"<!-- saved from url=(0036){ADDRESS} -->", "./Water%20is%20back_files/well%201.png"),  # Chrome
        ("", "Water is back_files/well 1.png"),  # Firefox
        (f'<link rel="canonical" href="{ADDRESS}">', "Water is back_files/well 1.png?size=2"),
    ],
)
def test_a_picture_of_a_saved_page_comes_out_of_its_folder(folder, road, memory, reference):
    saved = folder / "Water is back.html"
    saved.write_text(memory + page(reference))
    article = road.article(str(saved))
    assert source_of(article) == (folder / "Water is back_files" / "well 1.png").as_uri()
    assert road.picture(source_of(article)) == png(1)
    assert article.url == (ADDRESS if memory else saved.as_uri())


def test_a_picture_that_was_not_saved_is_that_of_the_site(folder, road):
    (folder / "a.html").write_text(f"<!-- saved from url=(0036){ADDRESS} -->" + page("/img/well.png"))
    assert source_of(road.article(str(folder / "a.html"))) == "https://news.example/img/well.png"


@pytest.mark.parametrize(
    "reference",
    [
        "../outside.png",
        "Water is back_files/../../outside.png",
        "{outside}",
        "Water is back_files/notes.txt",
        "Water is back_files/none.png",
        "Water is back_files",
        "link.png",
    ],
)
def test_no_file_outside_of_the_folder_and_none_that_is_no_picture_is_shown(folder, road, reference):
    outside = folder.parent / "outside.png"
    if hasattr(os, "symlink"):
        (folder / "link.png").symlink_to(outside)
    (folder / "a.html").write_text(page(reference.format(outside=outside.as_uri())))
    article = road.article(str(folder / "a.html"))
    assert not any(isinstance(block, Figure) and block.source.startswith("file:") for block in article.blocks)
    assert refusal(road, outside.as_uri()) is FetchReason.NOT_ALLOWED


def test_a_page_of_the_web_opens_no_file(tmp_path, road, web):
    (tmp_path / "a.png").write_bytes(png())
    web.says("/a", answer(page((tmp_path / "a.png").as_uri()).encode()))
    article = road.article(web.address("/a"))
    assert article.title == "Water is back"
    assert not any(isinstance(block, Figure) and block.source.startswith("file:") for block in article.blocks)


def test_a_kiosk_shows_no_file(folder):
    closed = Road(folder, ("news.example",))
    (folder / "a.html").write_text(page("Water is back_files/well 1.png"))
    assert refusal(closed, (folder / "Water is back_files" / "well 1.png").as_uri()) is FetchReason.NOT_ALLOWED


def test_a_page_beside_leads_to_the_page_beside(folder, road):
    (folder / "a.html").write_text(page("x", more='<p>See <a href="b.html#part">the other page about this</a>.</p>'))
    (folder / "b.html").write_text(page("x"))
    links = [run.href for block in road.article(str(folder / "a.html")).blocks for run in block.runs if run.href]
    assert links == [(folder / "b.html").as_uri()]


# Pictures written into the page


def written(picture):
    return "data:image/png;base64," + base64.b64encode(picture).decode()


def test_pictures_written_into_a_page_are_shown(tmp_path, road):
    pictures = [png(1, 2000), png(2, 3000)]
    saved = tmp_path / "a.html"
    head = f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: Tue Sep 16 2025\n-->"
    more = f'<figure><img src="{written(pictures[1])}" alt="Another"></figure>'
    saved.write_text(page(written(pictures[0]), head=head, more=more))
    article = road.article(str(saved))
    figures = [block for block in article.blocks if isinstance(block, Figure)]
    assert [figure.source for figure in figures] == [f"{saved.as_uri()}#|1", f"{saved.as_uri()}#|2"]
    assert [road.picture(figure.source) for figure in figures] == pictures
    assert article.url == ADDRESS
    assert len(open_saved(saved).html) < 2000


def test_a_picture_written_once_for_all_its_places_is_shown(tmp_path, road):
    saved = tmp_path / "a.html"
    style = f'<style>:root{{--sf-img-7:url("{written(png(3, 2000))}")}}</style>'
    blank = "data:image/svg+xml,<svg/>"
    picture = f'{blank}" style="background-image:var(--sf-img-7)!important'
    saved.write_text(page(picture.replace("<svg/>", ""), head=style))
    article = road.article(str(saved))
    assert road.picture(source_of(article)) == png(3, 2000)


def test_a_tiny_picture_that_holds_a_place_is_none(tmp_path, road):
    (tmp_path / "a.html").write_text(page(f'{written(png())}" data-src="https://news.example/well.png'))
    assert source_of(road.article(str(tmp_path / "a.html"))) == "https://news.example/well.png"


# MHTML


@pytest.mark.parametrize(
    ("reference", "headers"),
    [
        ("https://news.example/well.png", {"Content-Location": "https://news.example/well.png"}),
        ("../well.png", {"Content-Location": "https://news.example/well.png"}),
        ("cid:image-1@news", {"Content-ID": "<image-1@news>"}),
        ("well.png", {"Content-Location": "well.png"}),
    ],
)
def test_a_picture_of_a_letter_is_known_by_its_address_or_number(tmp_path, road, reference, headers):
    saved = tmp_path / "a.mhtml"
    saved.write_bytes(mhtml(page(reference), (headers, png(4))))
    article = road.article(str(saved))
    assert article.url == ADDRESS
    assert source_of(article).startswith(saved.as_uri() + "#")
    assert road.picture(source_of(article)) == png(4)


# Zips


def links_of(article):
    return [(run.text, run.href) for block in article.blocks for run in block.runs if run.href]


def test_a_zip_of_one_page_shows_its_pictures(tmp_path, road):
    saved = tmp_path / "a.zip"
    saved.write_bytes(
        zipped(
            {"a/Water.html": page("Water_files/1.png"), "a/Water_files/1.png": png(5), "a/Water_files/frame.html": "x"}
        )
    )
    article = road.article(str(saved))
    assert source_of(article) == saved.as_uri() + "#a/Water_files/1.png"
    assert road.picture(source_of(article)) == png(5)


def test_a_zip_of_several_pages_is_a_list_of_them(tmp_path, road):
    saved = tmp_path / "news.zip"
    names = {f"{n}.html": page(f"{n}.png", title=f"News of the day number {n}") for n in range(1, 6)}
    saved.write_bytes(zipped({**names, "3.png": png(3), "Ұ Ә.html": page("", title="Су қайтты")}))
    listed = road.article(str(saved))
    assert listed.title == "news.zip"
    links = links_of(listed)
    assert [text for text, _href in links] == [*(f"News of the day number {n}" for n in range(1, 6)), "Су қайтты"]
    third = road.article(links[2][1])
    assert third.title == "News of the day number 3"
    assert third.url == links[2][1] == saved.as_uri() + "#3.html"
    assert road.picture(source_of(third)) == png(3)
    assert road.article(links[5][1]).title == "Су қайтты"


def test_the_index_of_a_zip_leads_to_its_pages(tmp_path, road):
    saved = tmp_path / "a.zip"
    more = '<p>Of the first days we told <a href="news/1.html">in a story of its own</a>, before the works began.</p>'
    saved.write_bytes(
        zipped({"index.html": page("", more=more), "about.html": page(""), "news/1.html": page("", title="The first")})
    )
    (link,) = links_of(road.article(str(saved)))
    assert road.article(link[1]).title == "The first"


def test_names_that_lead_out_of_a_zip_lead_nowhere(tmp_path, road):
    saved = tmp_path / "a.zip"
    (tmp_path / "secret.png").write_bytes(png(7))
    saved.write_bytes(
        zipped({"../../x.html": "<p>out", "/etc/a.html": page("../secret.png"), "..\\..\\b.html": "<p>out"})
    )
    article = road.article(str(saved))
    assert article.title == "Water is back"
    assert not source_of(article).startswith("file:") if any(isinstance(b, Figure) for b in article.blocks) else True
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "secret.png"]


def test_a_zip_says_of_a_page_that_is_not_in_it_that_it_is_not(tmp_path):
    saved = tmp_path / "a.zip"
    saved.write_bytes(zipped({"a.html": page("")}))
    with pytest.raises(FetchError) as caught:
        open_saved(saved.as_uri() + "#b.html")
    assert caught.value.reason is FetchReason.NO_FILE


def test_a_zip_of_too_many_entries_is_refused(tmp_path):
    saved = tmp_path / "a.zip"
    saved.write_bytes(zipped({f"{n}.html": "" for n in range(20_001)}))
    with pytest.raises(FetchError) as caught:
        open_saved(saved)
    assert caught.value.reason is FetchReason.TOO_LARGE


# WARC and WACZ


def answers():
    return {
        "https://news.example/1": (
            "text/html; charset=windows-1251",
            page("/1.png", title="Вода вернулась").encode("cp1251"),
        ),
        "https://news.example/1.png": ("image/png", png(1)),
        "https://news.example/gone": ("text/html", b"<title>Gone</title>", "404 Not Found"),
        "https://news.example/2": (
            "text/html",
            gzip.compress(
                page(
                    "/2.png",
                    title="Second page",
                    more='<p>Of this we told in <a href="/1#x">the first of the pages</a>, before the works.</p>',
                ).encode()
            ),
            "200 OK",
            ("Content-Encoding", "gzip"),
        ),
        "https://news.example/a.css": ("text/css", b"p {}"),
    }


@pytest.mark.parametrize("packed", [True, False, "as a whole"])
def test_a_web_archive_of_several_pages_is_a_list_of_them(tmp_path, road, packed):
    saved = tmp_path / "a.warc"
    data = warc(answers(), packed=packed is True)
    saved.write_bytes(gzip.compress(data) if packed == "as a whole" else data)
    links = links_of(road.article(str(saved)))
    assert [text for text, _href in links] == ["Вода вернулась", "Second page"]
    first, second = (road.article(href) for _text, href in links)
    assert (first.title, first.url) == ("Вода вернулась", "https://news.example/1")
    assert road.picture(source_of(first)) == png(1)
    assert source_of(second) == "https://news.example/2.png"
    assert links_of(second) == [("the first of the pages", links[0][1])]


def test_a_web_archive_of_one_page_is_the_page(tmp_path, road):
    saved = tmp_path / "a.warc.gz"
    saved.write_bytes(warc(dict(list(answers().items())[:3])))
    assert road.article(str(saved)).url == "https://news.example/1"


def test_a_zip_of_web_archives_names_its_pages(tmp_path, road):
    saved = tmp_path / "a.wacz"
    listed = [{"format": "json-pages-1.0"}, {"url": "https://news.example/2", "title": "The second, as listed"}]
    saved.write_bytes(
        zipped(
            {
                "archive/a.warc.gz": warc(answers()),
                "pages/pages.jsonl": "\n".join(map(json.dumps, listed)),
                "datapackage.json": "{}",
            }
        )
    )
    article = road.article(str(saved))
    assert (article.title, article.url) == ("Second page", "https://news.example/2")


def test_a_web_archive_without_a_page_is_no_page(tmp_path):
    saved = tmp_path / "a.warc"
    saved.write_bytes(warc({"https://news.example/1.png": ("image/png", png())}))
    with pytest.raises(FetchError) as caught:
        open_saved(saved)
    assert caught.value.reason is FetchReason.NOT_HTML


WHOLE = [
    warc(answers()),
    warc(answers(), packed=False),
    mhtml(page("cid:1"), ({"Content-ID": "<1>"}, png())),
    zipped({"a.html": page("a.png"), "a.png": png(), "b.html": page("")}),
]


def walk_through(road, address):
    """Open what a saved page shows and leads to."""
    article = road.article(address)
    for block in article.blocks:
        if isinstance(block, Figure) and block.source.startswith("file:"):
            road.picture(block.source)
    for _text, href in links_of(article):
        if href.startswith("file:"):
            road.article(href)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_damaged_archives_give_an_article_or_a_sentence(tmp_path, data):
    content = bytearray(data.draw(st.sampled_from(range(len(WHOLE))).map(WHOLE.__getitem__)))
    for _ in range(data.draw(st.integers(0, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    saved = tmp_path / "damaged"
    saved.write_bytes(content[: data.draw(st.integers(len(content) // 2, len(content)))])
    said = "nothing to say"
    try:
        walk_through(Road(tmp_path / "sources"), saved.as_uri())
    except AccessReaderError as error:
        said = str(error)
    assert said


def test_preformatted_text_and_signs_in_cells_lead_to_what_is_kept():
    kept = {"https://kept.invalid/1/a.png": "file:///a/a.png", "https://kept.invalid/2/b.html": "file:///a/b.html"}
    picture, link = kept
    signs = (Figure(picture), Figure("https://a.test/"))
    table = Table(((Cell((Run("City", href=link),)), Cell((), pictures=signs)),))
    before = Article(url="", title="", blocks=(Preformatted((Run("a"), Run("b", href=link))), table))
    code, rows = settled(before, Page(url="", final_url="", html="", kept=kept)).blocks
    assert [run.href for run in code.runs] == [None, "file:///a/b.html"]
    assert rows.cells[0][0].runs[0].href == "file:///a/b.html"
    assert [figure.source for figure in rows.cells[0][1].pictures] == ["file:///a/a.png", "https://a.test/"]
