"""The place in the article, and the caret: what moves them, and what must not."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QPointF, Qt

from accessreader.article import Heading, Paragraph, Position, Run
from accessreader.qt.article_view import ArticleView
from qt.view_articles import EVERY_KIND, articles, long_article, looks, table


@pytest.fixture
def view(qtbot):
    made = ArticleView()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show_article(EVERY_KIND, looks(), language="kk")
    made.show()
    made.setFocus()
    return made


def walk(view, by, forward=True):
    """Every position that the caret comes to, until it stays."""
    places = [view.caret]
    while True:
        view.move(by, forward=forward)
        if view.caret == places[-1]:
            return places
        assert (view.caret > places[-1]) is forward
        places.append(view.caret)


def test_the_caret_comes_to_every_character_of_every_block_and_back(view):
    forward = walk(view, "character")
    text = "".join(block.text for block in EVERY_KIND)
    assert {place.block for place in forward} == set(range(len(EVERY_KIND)))
    for number, block in enumerate(EVERY_KIND):
        reached = {place.offset for place in forward if place.block == number}
        assert reached == set(range(len(block.text) + 1)), block
    assert len(forward) == len(text) + len(EVERY_KIND)
    assert walk(view, "character", forward=False) == forward[::-1]


def test_the_caret_steps_over_a_letter_with_its_accent_and_over_an_emoji_at_once(view):
    view.show_article((Paragraph((Run("а\u0301😀б"),)),), looks())
    assert [place.offset for place in walk(view, "character")] == [0, 2, 3, 4]


def test_words_are_walked_as_they_stand_in_the_text(view):
    view.show_article((Paragraph((Run("Сенат 😀 заң, қабылдады"),)),), looks())
    assert [place.offset for place in walk(view, "word")] == [0, 6, 8, 11, 13, 22]


def test_lines_together_are_the_text_of_the_article(view):
    view.show_article(long_article(3), looks())
    read = []
    while True:
        start = view.caret
        view.move("line")
        if view.caret.block == start.block and view.caret.offset > start.offset:
            read.append(view.blocks[start.block].text[start.offset : view.caret.offset])
        else:
            read.append(view.blocks[start.block].text[start.offset :])
        if view.caret == start or view.caret == Position(3, len(view.blocks[3].text)):
            break
        view.move("line_start")
    assert "".join(read) == "".join(block.text for block in view.blocks)


def test_home_and_end_stay_on_the_line(view):
    view.set_caret(Position(2, 40))
    view.move("line_start")
    start = view.caret
    view.move("line_end")
    assert view.caret > start
    assert view.caret_rect(start).y() == view.caret_rect(view.caret).y()


def test_down_in_a_table_stays_in_its_column(view):
    table = EVERY_KIND[9]
    view.set_caret(Position(9, table.spans[0][1][0]))
    view.move("line")
    assert view.caret == Position(9, table.spans[1][1][0])
    view.move("line")
    assert view.caret == Position(9, table.spans[2][1][0])


def test_down_beside_a_taller_cell_leaves_the_row(view):
    tall = table(("слово " * 20, "б"), ("в", "г"))
    view.show_article((tall, Paragraph((Run("д"),))), looks())
    view.set_caret(Position(0, tall.spans[0][1][0]))
    assert [place.offset for place in walk(view, "line")[1:]] == [tall.spans[1][1][0], 1]


def test_blocks_and_links_are_walked(view):
    view.move("link")
    assert view.blocks[2].text[view.caret.offset :].startswith("заң жобасын")
    view.move("block")
    assert view.caret == Position(3, 0)
    view.move("end")
    assert view.caret == Position(14, 4)
    view.move("start")
    assert view.caret == Position(0, 0)


def test_the_place_stays_to_the_character_through_sixty_changes(view):
    view.resize(700, 500)
    view.show_article(long_article(), looks(), place=Position(30, 73))
    chance = random.Random(7)
    told = []
    view.place_changed.connect(told.append)
    for _change in range(60):
        view.set_appearance(
            looks(
                font_size=chance.choice((12, 18, 40, 90)),
                letter_spacing=chance.choice((0.0, 0.12, 0.5)),
                line_height=chance.choice((1.0, 1.5, 3.0)),
                paragraph_spacing=chance.choice((0.0, 2.0)),
                measure=chance.choice((30, 66)),
                font_family=chance.choice(("DejaVu Sans", "DejaVu Serif")),
            )
        )
        view.resize(chance.choice((320, 700, 1000)), chance.choice((256, 500)))
        assert view.top == Position(30, 73)
        first = view.position_at(QPointF(view.viewport().width() / 2, 1))
        assert first.block == 30
        here = view.column.layout(view.column.index).line_at(73)
        assert here.start <= 73 <= here.end
        assert abs(here.top - view.column.offset) < here.bottom - here.top
    assert told == []


def test_scrolling_by_hand_makes_a_new_place_and_says_so(view, qtbot):
    view.show_article(long_article(), looks())
    with qtbot.waitSignal(view.place_changed) as told:
        view.scroll_by(900)
    assert told.args == [view.top]
    assert view.top.block > 0


def test_scrolling_there_and_back_comes_to_the_same_pixel(view):
    view.show_article(long_article(), looks(), place=Position(20, 0))
    before = (view.column.index, round(view.column.offset, 3))
    view.scroll_by(1234.5)
    view.scroll_by(-1234.5)
    assert (view.column.index, round(view.column.offset, 3)) == before


def test_the_scroll_bar_reaches_both_ends(view):
    view.show_article(long_article(), looks())
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert view.column.at_end
    assert view.is_visible(Position(60, len(view.blocks[60].text)))
    bar.setValue(0)
    assert view.column.at_start
    view.scroll_by(1e9)
    assert bar.value() == bar.maximum()
    assert view.column.at_end


def test_the_caret_is_brought_into_the_window(view):
    view.show_article(long_article(), looks())
    for place in (Position(59, 10), Position(0, 0), Position(33, 60)):
        view.set_caret(place)
        rect = view.caret_rect(place)
        assert rect.top() >= 0
        assert rect.bottom() <= view.viewport().height()


def test_pages_down_and_up_cover_the_article_and_the_caret_goes_along(view, qtbot):
    view.show_article(long_article(), looks())
    seen = 0
    while not view.column.at_end and seen < 200:
        before = view.top
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
        assert view.top > before
        assert view.is_visible(view.caret)
        seen += 1
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.caret == Position(60, len(view.blocks[60].text))
    while not view.column.at_start and seen < 400:
        qtbot.keyClick(view, Qt.Key.Key_PageUp)
        seen += 1
    assert view.column.at_start


def test_a_position_that_is_not_there_is_the_nearest(view):
    view.set_caret(Position(99, 0))
    assert view.caret == Position(14, 4)
    view.set_caret(Position(0, 10**6))
    assert view.caret == Position(0, len(EVERY_KIND[0].text))


def test_a_view_without_an_article_takes_every_command(view):
    view.show_article((), looks())
    for by in ("character", "line", "page", "end", "sentence", "link", "line_start"):
        view.move(by)
    view.scroll_by(100)
    view.select_all()
    view.copy()
    view.scroll_to(Position(3, 3))
    assert view.find("а") == 0
    assert view.find_next() == (0, 0)
    assert view.selection() is None
    assert not view.grab().isNull()


@pytest.mark.usefixtures("qapp")
@given(article=articles)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_article_every_character_is_reached_and_nothing_breaks(article):
    view = ArticleView()
    view.resize(400, 300)
    view.show_article(article, looks(invisible_characters=True, sentence_per_line=True, images="description"))
    places = walk(view, "character")
    assert places[0] == Position(0, 0)
    assert places[-1] == Position(len(article) - 1, len(article[-1].text))
    assert places == sorted(places)
    assert {place.block for place in places} == set(range(len(article)))
    view.move("start")
    assert walk(view, "line")[-1] == places[-1]
    assert walk(view, "line", forward=False)[-1] == places[0]
    assert not view.grab().isNull()
    view.deleteLater()


def test_a_title_too_large_for_the_window_can_still_be_walked(view):
    view.resize(320, 256)
    view.show_article((Heading(1, (Run("Щ" * 30),)), Paragraph((Run("а"),))), looks(font_size=200))
    lines = walk(view, "line")
    assert len(lines) > 10
    assert lines[-1].block == 1


def test_a_change_of_look_lays_out_no_more_of_a_long_article_than_of_a_short_one(view):
    def laid_out_after_a_change(paragraphs):
        view.show_article(long_article(paragraphs), looks(), place=Position(paragraphs // 2, 0))
        made = []
        set_one = view.column._set
        view.column._set = lambda index: made.append(index) or set_one(index)
        view.set_appearance(looks(font_size=24, letter_spacing=0.1, line_height=2))
        view.viewport().repaint()
        return len(made)

    assert laid_out_after_a_change(5000) == laid_out_after_a_change(60) < 20


def test_a_window_of_the_whole_height_shows_the_article_from_beginning_to_end(view):
    for article in (EVERY_KIND, long_article(30)):
        view.show_article(article, looks())
        view.resize(view.width(), view.whole_height())
        assert view.column.at_start
        assert view.column.at_end
        view.resize(view.width(), view.whole_height() - 3)
        assert not (view.column.at_start and view.column.at_end)


def test_layouts_that_are_far_away_are_forgotten(view):
    view.show_article(long_article(3000), looks())
    for place in range(0, 3000, 5):
        view.scroll_to(Position(place, 0))
    assert len(view.column._layouts) < 400
