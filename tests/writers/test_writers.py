"""The written forms: everything the article says is in them, and nothing else is said."""

import html as markup
import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accessreader.article import (
    Article,
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
    joined,
)
from accessreader.codec import load
from accessreader.writers import WRITERS, html, markdown, text


def article(*blocks, **more):
    return Article(**{"url": "https://a.test/1", "title": "Title", "blocks": blocks, **more})


def body(written):
    """What follows the title in a text or in Markdown."""
    return written.split("\n\n", 1)[1].removesuffix("\n")


WORDS = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=20)
EVERY_BLOCK = (
    Heading(2, (Run("heading1"),)),
    Paragraph((Run("plain1 "), Run("strong1", strong=True), Run(" linked1", href="https://a.test/2"))),
    ListItem((Run("item1"),)),
    ListItem((Run("item2"),), 1, 1),
    Quotation((Run("quoted1"),)),
    Quotation((Run("quoted2"),)),
    Figure("https://a.test/a.png", "shown1", (Run("caption1"),)),
    Table(((Cell((Run("head1"),), header=True),), (Cell((Run("cell1"),)),))),
    Preformatted((Run("code1\n  "), Run("code2", href="https://a.test/c"))),
    Video("https://a.test/v", "film1"),
    Divider(),
)


@pytest.mark.parametrize("name", WRITERS)
def test_every_form_holds_everything_that_is_said_in_order(name):
    written = WRITERS[name](article(*EVERY_BLOCK, section="section1"))
    said = re.findall(r"\b[a-z]{4,}[12]\b", written)
    expected = [word for block in EVERY_BLOCK for word in re.findall(r"[a-z]+[12]", block.text)]
    if name.startswith("json"):
        assert set(expected) <= set(said)
    else:
        assert said == ["section1", *expected]
    assert written.endswith("\n")
    assert not written.endswith("\n\n")


@pytest.mark.parametrize("name", WRITERS)
def test_an_article_without_anything_can_be_written(name):
    assert WRITERS[name](Article(url="", title="", blocks=())).endswith("\n")


def test_json_is_an_article_again_and_a_line_is_a_line():
    whole = article(*EVERY_BLOCK, title="two\nlines\u2028of it")
    assert load(json.loads(WRITERS["json"](whole))) == whole
    line = WRITERS["jsonl"](whole)
    assert line.count("\n") == 1
    assert load(json.loads(line)) == whole


# Text


def test_text_draws_each_kind_of_block_in_its_own_way():
    drawn = text.write(
        article(
            Paragraph((Run("one\ntwo"),)),
            Heading(2, (Run("Заң"),)),
            ListItem((Run("first\nmore"),)),
            ListItem((Run("second"),), 1, 12),
            Quotation((Run("said\nagain"),)),
            Figure("s", "A hall.", (Run("The hall"),)),
            Figure("s", "", (Run("The hall"),)),
            Figure("s"),
            Table(((Cell((Run("a"),)), Cell((Run("b"),))), (Cell((Run("c"),)), Cell(())))),
            Preformatted((Run("x\n y"),)),
            Video("https://a.test/v", "Film"),
            Video("https://a.test/v", ""),
            Divider(),
            title="Title",
        )
    )
    assert drawn == (
        "Title\n=====\n\none\ntwo\n\nЗаң\n---\n\n- first\n  more\n  12. second\n\n> said\n> again\n\n"
        "[Picture: A hall. The hall]\n\n[Picture: The hall]\n\n[Picture without a description]\n\n"
        "a | b\nc |\n\n    x\n     y\n\n[Video: Film, https://a.test/v]\n\n[Video: https://a.test/v]\n\n* * *\n"
    )


# Markdown


def plain(written):
    """What a reader of Markdown sees, by a parser of CommonMark."""
    parser = pytest.importorskip("markdown_it", reason="there is no parser of Markdown here").MarkdownIt()
    return markup.unescape(re.sub(r"<[^>]+>", "", parser.enable("table").render(written)))


def blanks_apart(said):
    return re.sub(r"\s+", "", said)


@given(st.lists(st.builds(Run, WORDS, st.booleans(), st.booleans()), min_size=1, max_size=4).map(tuple), st.data())
@settings(max_examples=300)
def test_markdown_shows_what_is_written_whatever_signs_it_holds(runs, data):
    kind = data.draw(
        st.sampled_from([
            Paragraph, lambda runs: Heading(2, runs), ListItem, Quotation, lambda runs: ListItem(runs, 0, 7),
            lambda runs: Table(((Cell(runs, header=True), Cell(runs)),)),
        ])
    )  # fmt: skip
    block = kind(runs)
    shown = plain(markdown.write(Article(url="", title="", blocks=(block,))))
    assert blanks_apart(shown) == blanks_apart(block.text)


@given(st.text(st.sampled_from("#-+=*_>1.)`~|&; \n!a<[]("), min_size=1, max_size=12))
@settings(max_examples=300)
def test_markdown_escapes_what_a_line_must_not_begin_with(words):
    block = Paragraph((Run(words),))
    shown = plain(markdown.write(Article(url="", title="", blocks=(block,))))
    assert blanks_apart(shown) == blanks_apart(words)


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Paragraph((Run("a"), Run("b", strong=True), Run("c", emphasis=True))), "a**b**<em>c</em>"),
        (Paragraph((Run("«а» ", strong=True), Run("б"))), "<strong>«а»</strong> б"),
        (Paragraph((Run("both", strong=True, emphasis=True),)), "***both***"),
        (Paragraph((Run("look!"), Run("here", href="https://a.test/ b"))), r"look\![here](<https://a.test/%20b>)"),
        (Paragraph((Run(" ", href="https://a.test/"), Run("x"))), "x"),
        (Paragraph((Run("one\ntwo"),)), "one\\\ntwo"),
        (Figure("https://a.test/a.png", "A [hall]"), r"![A \[hall\]](<https://a.test/a.png>)"),
        (Figure("https://a.test/a.png", "", (Run("The hall"),)), "![](<https://a.test/a.png>)\\\nThe hall"),
        (Preformatted((Run("```\nx"),)), "````\n```\nx\n````"),
        (
            Preformatted((Run("a <b>\n\n  "), Run("c", href="https://a.test/?1&2"))),
            '<pre>\na &lt;b&gt;\n\n  <a href="https://a.test/?1&amp;2">c</a></pre>',
        ),
        (Table(((Cell((Run("a|b"),)),),)), "|  |\n| --- |\n| a\\|b |"),
        (Table(((Cell((Run("a"),), header=True),),)), "| a |\n| --- |"),
        (Video("https://a.test/v", "Film"), "[Film](<https://a.test/v>)"),
        (Divider(), "* * *"),
    ],
)
def test_markdown_draws_each_kind_of_block_in_its_own_way(block, expected):
    assert body(markdown.write(article(block))) == expected


def test_markdown_of_a_table_without_rows_is_nothing():
    assert markdown.write(article(Table(()), title="")) == "\n"


def test_markdown_puts_an_item_under_the_text_of_its_parent():
    items = [("a", 0, 100), ("b", 1, None), ("c", 2, None), ("d", 1, None), ("e", 0, 101), ("f", 3, None)]
    blocks = [ListItem((Run(words),), depth, ordinal) for words, depth, ordinal in items]
    assert body(markdown.write(article(*blocks))) == (
        "100. a\n     - b\n       - c\n     - d\n101. e\n     - f"
    )  # fmt: skip


# HTML


class Shape(HTMLParser):
    """The elements of a page, nested as they are, and what stands between them."""

    VOID = ("meta", "br", "hr")

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.open, self.texts, self.links = [], [], []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.links += [value for name, value in attrs if name in ("href", "src")]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if not {"style", "title"} & set(self.open):
            self.texts.append(data)


@given(
    st.lists(st.builds(Run, st.text(max_size=20), st.booleans(), st.booleans()), max_size=3).map(tuple),
    st.lists(st.tuples(st.integers(0, 4), st.none() | st.integers(1, 9)), max_size=8),
)
@settings(max_examples=200)
def test_html_is_well_nested_and_shows_what_is_written(runs, items):
    blocks = (
        Paragraph(runs), Quotation(runs), *(ListItem(runs, depth, ordinal) for depth, ordinal in items),
        Preformatted(runs), Figure("javascript:alert(1)", joined(runs), runs),
        Table(((Cell(runs, header=True), Cell(runs)),)), Video("data:x", joined(runs)),
    )  # fmt: skip
    shape = Shape(html.write(article(*blocks, url="file:///a", title="")))
    assert shape.links == []
    repeated = sum(isinstance(block, ListItem) for block in blocks) + 6
    shown = "".join(shape.texts)
    for run in runs:
        for word in re.findall(r"[a-z]{3,}", run.text):
            assert shown.count(word) >= repeated


def test_html_marks_languages_directions_and_links():
    page = html.write(
        article(
            Paragraph((Run("қазақша "), Run("по-русски", language="ru")), "kk"),
            Paragraph((Run("سلام"),), "ar"),
            Paragraph((Run("a", href="https://a.test/?b=1&c=2"), Run("b", href="javascript:x"))),
            Paragraph((Run("one\ntwo", strong=True, emphasis=True),)),
            Figure("https://a.test/a.png", "", (Run("Зал"),)),
            Figure("https://a.test/b.png", "A hall"),
            title="<Title>",
            language="kk",
        )
    )
    for expected in (
        '<html lang="kk">', "<title>&lt;Title&gt;</title>", "<h1>&lt;Title&gt;</h1>",
        '<p lang="kk">қазақша <span lang="ru">по-русски</span></p>', '<p lang="ar" dir="auto">سلام</p>',
        '<p><a href="https://a.test/?b=1&amp;c=2">a</a>b</p>', "<strong><em>one<br>\ntwo</em></strong>",
        '<figure><p><a href="https://a.test/a.png">Picture</a></p><figcaption>Зал</figcaption></figure>',
        '<figure><p><a href="https://a.test/b.png">A hall</a></p></figure>',
        '<p><a href="https://a.test/1">https://a.test/1</a></p>',
    ):  # fmt: skip
        assert expected in page
    Shape(page)


def test_html_nests_lists_and_keeps_their_numbers():
    items = [("a", 0, 3), ("b", 1, None), ("c", 3, None), ("d", 0, 4), ("e", 0, None)]
    page = html.write(article(*(ListItem((Run(words),), depth, ordinal) for words, depth, ordinal in items)))
    drawn = re.search(r"<ol>.*</ul>", page, re.DOTALL)[0].replace("\n", "")
    assert drawn == (
        '<ol><li value="3">a<ul><li>b<ul><li>c</li></ul></li></ul></li><li value="4">d</li></ol><ul><li>e</li></ul>'
    )
