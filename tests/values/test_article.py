"""An article and its sheet: what everything else counts in."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessreader.article import (
    Anchor,
    Article,
    Cell,
    Divider,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Position,
    Preformatted,
    Quotation,
    Reason,
    Run,
    Span,
    Table,
    Video,
    byline,
    joined,
    place_of,
    refound,
    sheet,
    words_after,
)

TEXT = st.text(st.characters(exclude_characters="\t\n"), max_size=10)
RUNS = st.lists(st.builds(Run, TEXT), max_size=3).map(tuple)


def runs(text):
    return (Run(text),)


def article(*blocks, **more):
    return Article(**{"url": "https://a.test/", "title": "Title", "blocks": blocks, **more})


def figure(alternative="", caption=""):
    return Figure("a.png", alternative, runs(caption) if caption else ())


@given(RUNS, TEXT)
def test_the_text_of_every_block_is_its_runs_joined(some, text):
    for block in (
        Heading(2, some), Paragraph(some), ListItem(some), Quotation(some), Figure("s", text, some),
        Table(((Cell(some), Cell(some)), (Cell(some), Cell(())))), Preformatted(some), Video("h", text), Divider(),
    ):  # fmt: skip
        assert block.text == joined(block.runs)


def test_places_are_ordered_as_the_text_is_read():
    assert sorted([Position(1, 0), Position(0, 9), Position(0, 2)]) == [
        Position(0, 2), Position(0, 9), Position(1, 0),
    ]  # fmt: skip
    assert Span(0, 1, 2) < Span(0, 1, 3) < Span(1, 0, 0)


@pytest.mark.parametrize(
    ("alternative", "caption", "text", "start"),
    [
        ("A hall", "The hall today", "A hall\nThe hall today", 7),
        ("A hall", "", "A hall", 6),
        ("", "The hall", "The hall", 0),
        ("the hall ", "The Hall", "The Hall", 0),
        ("", "", "", 0),
    ],
)
def test_a_figure_says_its_alternative_and_caption_and_neither_twice(alternative, caption, text, start):
    block = figure(alternative, caption)
    assert (block.text, block.caption_start) == (text, start)


@given(st.integers(0, 3).flatmap(lambda width: st.lists(st.lists(RUNS, min_size=width, max_size=width), max_size=3)))
def test_the_spans_of_a_table_are_its_cells(rows):
    table = Table(tuple(tuple(Cell(cell) for cell in row) for row in rows))
    found = tuple(tuple(table.text[start:end] for start, end in row) for row in table.spans)
    assert found == table.rows
    if table.text:
        assert table.text.split("\n") == ["\t".join(row) for row in table.rows]


def test_the_spans_hold_where_one_row_has_no_cells():
    table = Table(((), (Cell(runs("a")),)))
    assert table.spans == ((), ((1, 2),))


def test_a_film_without_a_title_is_known_by_its_address():
    assert Video("https://a.test/v", "").runs == (Run("https://a.test/v", href="https://a.test/v"),)
    assert Video("https://a.test/v", "Film").text == "Film"


def test_every_reason_has_a_sentence_of_its_own():
    sentences = {reason.sentence() for reason in Reason}
    assert len(sentences) == len(Reason)
    assert all(sentences)


def test_the_sheet_is_the_title_the_byline_and_the_blocks():
    block = Paragraph(runs("text"))
    whole = article(
        block, section="News", published=dt.date(2026, 9, 1), author="А. Б.", credits="Press", language="ru"
    )
    assert byline(whole) == "News · 1 сентября 2026 г. · А. Б. · Press"
    assert sheet(whole) == (Heading(1, runs("Title")), Paragraph(runs(byline(whole))), block)
    assert sheet(article(block)) == (Heading(1, runs("Title")), block)
    assert sheet(article(block, title="")) == (block,)
    assert whole.text == "text"


def test_the_text_of_an_article_leaves_out_what_has_none():
    assert article(Paragraph(runs("a")), Divider(), figure(), Paragraph(runs("b"))).text == "a\n\nb"


BLOCKS = tuple(Paragraph(runs(text)) for text in ("one two", "three four", "five two"))


@pytest.mark.parametrize(
    ("position", "words", "found"),
    [
        (Position(1, 6), "four", Position(1, 6)),
        (Position(0, 0), "four", Position(1, 6)),
        (Position(2, 1), "two", Position(2, 5)),
        (Position(0, 1), "two", Position(0, 4)),
        (Position(1, 3), "seven", Position(1, 3)),
        (Position(1, 3), "", Position(1, 3)),
        (Position(9, 99), "seven", Position(2, 8)),
        (Position(-1, -1), "", Position(0, 0)),
    ],
)
def test_a_place_is_found_again_by_its_words(position, words, found):
    assert refound(BLOCKS, position, words) == found


def test_in_an_empty_page_every_place_is_its_start():
    assert refound((), Position(3, 4), "words") == Position()


def test_the_words_after_a_place_end_with_their_block():
    assert words_after(BLOCKS, Position(0, 4), 80) == "two"
    assert words_after(BLOCKS, Position(1, 0), 3) == "thr"
    assert words_after(BLOCKS, Position(3, 0), 3) == ""


def test_a_link_within_the_article_leads_to_a_place_below_its_title():
    page = article(
        Paragraph(runs("one")),
        Paragraph(runs("two")),
        anchors=(Anchor("b", 1, 2), Anchor("a", 0, 1)),
    )
    assert place_of(page, "https://a.test/#b") == Position(2, 2)
    assert place_of(page, "https://a.test/#a") == Position(1, 1)
    for other in ("https://a.test/#c", "https://a.test/", "https://b.test/#b", "#b", ""):
        assert place_of(page, other) is None


def test_an_address_with_a_place_of_its_own_leads_within_the_page_too():
    page = article(Paragraph(runs("one")), url="https://a.test/1#b", anchors=(Anchor("c", 0, 1),))
    assert place_of(page, "https://a.test/1#c") == Position(1, 1)
