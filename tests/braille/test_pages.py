"""An article on pages: how it is set, and that it comes back from the files of embossers as it was."""

import datetime as dt
import json
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from accessreader.article import (
    Article,
    Block,
    Cell,
    Divider,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Preformatted,
    Quotation,
    Run,
    Table,
    Video,
    sheet,
)
from accessreader.assembly import assemble
from accessreader.braille.brf import write_brf
from accessreader.braille.pages import Page, PageSize, pages_of
from accessreader.braille.pef import DUBLIN_CORE, NAMESPACE, write_pef
from accessreader.braille.writing import BLANK, Piece
from accessreader.folders import folders
from accessreader.language import detect
from accessreader.messages import use_language
from braille.reading_back import read_back, read_brf, words_of

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "senate"


def article_of(*blocks: Block, language: str = "en", title: str = "A bill") -> Article:
    return Article(url="https://senate.test/1?a=1&b=2", title=title, blocks=blocks, language=language)


def set_plainly(article: Article, writer, width: int = 30, height: int = 25) -> list[str]:
    """The rows of an article behind its title, as ASCII in small letters."""
    pages = pages_of(article, writer, PageSize(width, height))
    return write_brf(pages).lower().replace("\f", "").split("\r\n")[3:-1]


def test_a_heading_stands_in_the_middle_between_empty_rows_and_a_paragraph_two_blanks_in(plain):
    blocks = (Paragraph((Run("one two three four five six seven eight"),)), Heading(2, (Run("on"),)),
              Paragraph((Run("end"),)))  # fmt: skip
    assert set_plainly(article_of(*blocks), plain) == [
        "  one two three four five six", "seven eight", "", "              on", "", "  end",
    ]  # fmt: skip


def test_the_first_page_has_its_number_and_the_title_in_the_middle_the_others_both_in_one_row(plain):
    words = Paragraph((Run("word " * 60),))
    pages = pages_of(article_of(words, title="long title of a bill in the house"), plain, PageSize(20, 8))
    rows = [write_brf([page]).lower().split("\r\n") for page in pages]
    assert rows[0][:4] == ["                  #a", "   long title of", "   a bill in the", "       house"]
    assert all(len(row) <= 20 for leaf in rows for row in leaf)
    assert [leaf[0][-2:] for leaf in rows[:3]] == ["#a", "#b", "#c"]
    assert rows[1][0].strip().startswith("long title")


def test_a_heading_is_never_the_last_row_of_a_page(plain):
    for before in range(1, 12):
        lines = Preformatted((Run("\n".join(["a"] * before)),))
        pages = pages_of(article_of(lines, Heading(2, (Run("on"),)), Paragraph((Run("end"),))), plain, PageSize(20, 8))
        for page in pages:
            filled = [row for row in page.rows if row]
            assert plain.write([Piece("on", "en")]).cells not in filled[-1], before


def test_items_hang_and_deeper_ones_stand_further_in(plain):
    items = (
        ListItem((Run("one two three four five six"),)),
        ListItem((Run("deep"),), depth=1),
        ListItem((Run("first"),), ordinal=1),
    )
    assert set_plainly(article_of(*items), plain, 20) == [
        "_4 one two three", "  four five six", "  _4 deep", "#a4 first",
    ]  # fmt: skip


def test_a_quotation_stands_in_and_typed_text_keeps_its_lines(plain):
    blocks = (Quotation((Run("one two three four\nfive"),)), Preformatted((Run("a\n\n  b"),)))
    assert set_plainly(article_of(*blocks), plain, 18) == ["    one two three", "  four", "    five", "a", "", "b"]


def test_a_picture_is_marked_in_the_language_of_the_program(plain):
    figure = Figure("p.png", "the hall", (Run("by day"),))
    assert "".join(set_plainly(article_of(figure), plain, 60)) == "  .<,picture3 the hall4 by day.>"
    assert "".join(set_plainly(article_of(Figure("p.png")), plain, 60)) == "  .<,picture without a description.>"


def test_a_film_is_named_and_a_break_is_a_line(plain):
    rows = set_plainly(article_of(Video("v", "talk"), Divider(), Paragraph((Run("end"),))), plain)
    assert rows == ["  .<,video3 talk1 v.>", "", f"         {'3' * 12}", "", "  end"]


def test_a_row_of_a_table_is_a_sentence_with_the_words_of_its_head(plain):
    head = (Cell((Run("name"),), header=True), Cell((Run("votes"),), header=True))
    rows = (head, (Cell((Run("one"),)), Cell((Run("seven"),))), (Cell((Run("two"),)), Cell(())))
    assert set_plainly(article_of(Table(rows)), plain, 40) == ["name3 one2 votes3 seven", "name3 two"]
    assert set_plainly(article_of(Table(rows[1:])), plain, 40) == ["one2 seven", "two"]


BLOCKS = some.one_of(
    some.builds(lambda text: Paragraph((Run(text),)), some.text("abс ә-,.\n1", max_size=80)),
    some.builds(lambda text, level: Heading(level, (Run(text),)), some.text("abс ", max_size=40), some.integers(2, 6)),
    some.builds(lambda text, depth: ListItem((Run(text),), depth), some.text("ab c", max_size=60), some.integers(0, 9)),
    some.builds(lambda text: Preformatted((Run(text),)), some.text("ab\n ", max_size=60)),
    some.just(Divider()),
)


@settings(max_examples=60, deadline=None)
@given(some.lists(BLOCKS, max_size=12), some.integers(12, 40), some.integers(3, 25))
def test_no_page_is_larger_than_its_sheet_and_nothing_is_lost(plain, blocks, width, height):
    article = article_of(*blocks, title="x")
    pages = pages_of(article, plain, PageSize(width, height))
    assert all(1 <= len(page.rows) <= height and all(len(row) <= width for row in page.rows) for page in pages)
    on_paper = "".join(row for page in pages for row in page.rows[1:]).replace(BLANK, "")
    marks = plain.write([Piece("•", "en")]).cells
    expected = "".join(
        (marks if isinstance(block, ListItem) else "")
        + "".join(plain.write([Piece(line, "en")]).cells for line in block.text.split("\n"))
        if not isinstance(block, Divider)
        else "⠒" * 12
        for block in sheet(article)
    )
    assert on_paper == expected.replace(BLANK, "")


PAGES = some.lists(
    some.builds(Page, some.lists(some.text([chr(code) for code in range(0x2800, 0x2840)], max_size=20).map(
        lambda row: row.rstrip(BLANK)), min_size=1, max_size=9).map(tuple)), min_size=1, max_size=5,
)  # fmt: skip


@given(PAGES)
def test_every_cell_survives_brf_and_pef(pages):
    read = read_brf(write_brf(pages))
    assert [page.rows for page in read] == [page.rows for page in pages]
    assert rows_in_pef(write_pef(article_of(), pages, PageSize(20, 9))) == [list(page.rows) for page in pages]


def parsed(text: str) -> ET.Element:
    return ET.fromstring(text.encode())  # noqa: S314 - our own


def rows_in_pef(text: str) -> list[list[str]]:
    """The rows of a PEF file, page by page; its structure is held to the specification of 2008-1 on the way."""
    root = parsed(text)
    name = f"{{{NAMESPACE}}}"
    assert (root.tag, root.get("version")) == (f"{name}pef", "2008-1")
    assert [child.tag for child in root] == [f"{name}head", f"{name}body"]
    (meta,) = root[0]
    assert meta.tag == f"{name}meta"
    told = {child.tag: child.text for child in meta}
    assert told[f"{{{DUBLIN_CORE}}}format"] == "application/x-pef+xml"
    assert told[f"{{{DUBLIN_CORE}}}identifier"]
    volumes = list(root[1])
    assert volumes
    out: list[list[str]] = []
    for volume in volumes:
        assert volume.tag == f"{name}volume"
        assert set(volume.attrib) == {"cols", "rows", "rowgap", "duplex"}
        assert volume.get("duplex") in {"true", "false"}
        assert list(volume)
        for section in volume:
            assert section.tag == f"{name}section"
            for page in section:
                assert page.tag == f"{name}page"
                assert all(row.tag == f"{name}row" and not len(row) for row in page)
                rows = [row.text or "" for row in page]
                assert len(rows) <= int(volume.get("rows", ""))
                assert all(len(row) <= int(volume.get("cols", "")) for row in rows)
                assert all(0x2800 <= ord(cell) <= 0x28FF for row in rows for cell in row)
                out.append(rows)
    return out


def test_a_pef_file_says_what_it_is(plain):
    article = Article(
        url="https://senate.test/1?a=1&b=2", title="Law <5> & \x01more", blocks=(), language="en",
        author="A. Author", site="Senate", published=dt.date(2026, 11, 24),
    )  # fmt: skip
    text = write_pef(article, pages_of(article, plain, PageSize()), PageSize())
    meta = parsed(text)[0][0]
    assert {child.tag.removeprefix(f"{{{DUBLIN_CORE}}}"): child.text for child in meta} == {
        "format": "application/x-pef+xml", "identifier": "https://senate.test/1?a=1&b=2", "title": "Law <5> & more",
        "creator": "A. Author", "publisher": "Senate", "date": "2026-11-24", "language": "en",
        "source": "https://senate.test/1?a=1&b=2",
    }  # fmt: skip


def test_a_brf_of_other_programs_is_read_too():
    assert read_brf(",hi\n\f\nab\r\n\f") == (Page(("⠠⠓⠊",)), Page(("", "⠁⠃")))


KINDS = [("kk", "kk"), ("ru", "ru"), ("en", "en"), ("en", "en contracted")]


def text_on(pages: tuple[Page, ...], kind: str) -> str:
    """What stands on pages, read back: their first rows are not the article's."""
    return read_back(BLANK.join(row.strip(BLANK) for page in pages for row in page.rows[1:] if row), kind)


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The demonstration's newest article in each language."""
    made = assemble(folders(tmp_path_factory.mktemp("home")))
    articles = {}
    for language in ("kk", "ru", "en"):
        use_language(language)
        articles[language] = made.road.article("demo:")
    return articles


@pytest.mark.parametrize(("language", "kind"), KINDS)
def test_the_demonstration_comes_back_from_brf_word_for_word(demo, plain, contracted, language, kind):
    use_language(language)
    article = demo[language]
    writer = contracted if kind.endswith("contracted") else plain
    pages = pages_of(article, writer, PageSize())
    read = read_brf(write_brf(pages))
    assert rows_in_pef(write_pef(article, pages, PageSize())) == [list(page.rows) for page in read]
    back = Counter(words_of(text_on(read, kind), kind))
    told = Counter(words_of(" ".join(block.text for block in sheet(article)), kind))
    assert (told - back, told.total() > 300) == (Counter(), True)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the stored texts of the Senate are not here")
@pytest.mark.parametrize("kind", ["en", "en contracted"])
def test_english_texts_of_the_senate_come_back_but_for_numbers_after_numbers(plain, contracted, kind):
    words = 0
    missing: list[str] = []
    for path in sorted(CORPUS.glob("*.json")):
        if json.loads(path.read_text("utf-8"))["language"] != "en":
            continue
        lines = [line.strip() for line in path.with_suffix(".txt").read_text("utf-8").splitlines() if line.strip()]
        lines = [line for line in lines if detect(line, "en") == "en"]
        article = article_of(*(Paragraph((Run(line),)) for line in lines), title=path.stem)
        pages = pages_of(article, contracted if kind.endswith("contracted") else plain, PageSize())
        told = words_of(" ".join(lines), kind)
        words += len(told)
        missing += (Counter(told) - Counter(words_of(text_on(read_brf(write_brf(pages)), kind), kind))).elements()
    assert words > 5000
    assert [word for word in missing if not word.isdigit()] == []
    assert len(missing) < words / 200  # liblouis does not read back the blank within "2025 706"
