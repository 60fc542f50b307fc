"""A search of a long article goes in slices, in which the window answers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject, QTimer

from accessreader.article import Paragraph, Position, Run, Span
from accessreader.language import fold
from accessreader.qt.searching import SLICE, Search

LINE = "Сенат заңды мақұлдады, the Senate approved the law. "


def paragraphs(*texts):
    return tuple(Paragraph((Run(text),)) for text in texts)


LONG = paragraphs(*[LINE * 40] * 100)


@pytest.fixture
def search(qapp):
    owner = QObject(qapp)
    yield Search(owner)
    owner.deleteLater()


@settings(max_examples=60)
@given(st.lists(st.text("абөоО \n", max_size=12), max_size=5), st.text("абөо ", max_size=3))
def test_every_place_is_found_and_no_other(qapp, texts, words):
    owner = QObject(qapp)
    search = Search(owner)
    search.show(paragraphs(*texts))
    search.begin(words)
    assert search.is_over
    wanted = fold(words.strip())
    if wanted and " " not in wanted:
        assert [(hit.block, hit.start) for hit in search.hits.spans] == [
            (number, at)
            for number, text in enumerate(texts)
            for at in _places(fold(text), wanted)
        ]  # fmt: skip


def _places(text, wanted):
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + len(wanted))


def test_an_article_of_a_usual_length_is_searched_at_once(search):
    blocks = paragraphs(LINE * 1000)
    assert len(blocks[0].text) < SLICE
    search.show(blocks)
    search.begin("закон")
    assert search.is_over


def test_a_long_one_is_searched_while_the_window_answers(search, qtbot):
    search.show(LONG)
    beats = []
    heart = QTimer()
    heart.setInterval(0)
    heart.timeout.connect(lambda: beats.append(len(search.hits.spans)))
    heart.start()
    with qtbot.waitSignal(search.ended, timeout=20_000):
        search.begin("ЗАНДЫ")
        assert not search.is_over
    assert len(beats) > 2
    assert set(beats[:-1]) == {0}
    assert len(search.hits.spans) == 4000
    assert search.hits.spans[0] == Span(0, 6, 11)
    search.begin("закон")  # folded by now
    assert search.is_over


def test_other_words_take_the_place_of_those_that_are_looked_for(search, qtbot):
    search.show(LONG)
    search.begin("the")
    assert not search.is_over
    search.begin("approved")
    qtbot.waitUntil(lambda: search.is_over, timeout=20_000)
    assert {hit.end - hit.start for hit in search.hits.spans} == {len("approved")}
    assert len(search.hits.spans) == 4000


def test_a_search_that_is_given_up_tells_nothing(search, qtbot):
    search.show(LONG)
    search.begin("the")
    with qtbot.assertNotEmitted(search.ended, wait=50):
        search.clear()
    assert search.is_over
    assert search.hits.spans == ()


def test_a_single_line_of_megabytes_is_searched_in_slices_too(search, qtbot):
    search.show(paragraphs(LINE * 20_000))
    search.begin("LAW")
    assert not search.is_over
    qtbot.waitUntil(lambda: search.is_over, timeout=20_000)
    assert len(search.hits.spans) == 20_000


def test_the_find_bar_says_that_it_searches_and_then_where_the_reader_is(open_window, tmp_path, qtbot):
    page = tmp_path / "long.txt"
    page.write_text("\n\n".join([LINE * 40] * 100), "utf-8")
    window = open_window(str(page))
    window.find_bar.open()
    window.find_bar.field.setText("law")
    window.find_bar.find_wanted.emit("law")
    assert window.find_bar.count.text() == "Searching…"
    assert window.view.caret == Position()
    qtbot.waitUntil(lambda: window.find_bar.count.text().startswith("1 of "), timeout=20_000)
    assert window.view.caret.block > 0
    window.find_bar.field.setText("Senate")
    window.find_bar.find_wanted.emit("Senate")
    window.find_bar.closed.emit()
    qtbot.waitUntil(lambda: window.view.search.is_over, timeout=20_000)
    assert window.view.search.hits.spans == ()
