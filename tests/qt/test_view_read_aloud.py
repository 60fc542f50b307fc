"""What is read aloud is marked by paint alone, kept in sight, and never in the reader's way."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QRegion, QWheelEvent
from PySide6.QtWidgets import QApplication

from accessreader.article import Paragraph, Position, Run, Span
from accessreader.qt.article_view import ArticleView
from accessreader.qt.following import Following
from qt.view_articles import EVERY_KIND, THEMES, articles, long_article, looks


class Watched(ArticleView):
    """A view that remembers what it was told to paint."""

    def __init__(self):
        super().__init__()
        self.painted = QRegion()

    def paintEvent(self, event):
        self.painted += event.region()
        super().paintEvent(event)

    @property
    def pixels(self):
        return sum(rect.width() * rect.height() for rect in self.painted)


@pytest.fixture
def shown(qtbot):
    def show(blocks=EVERY_KIND, **values):
        view = Watched()
        qtbot.addWidget(view)
        view.resize(800, 600)
        view.show_article(blocks, looks(smooth_scrolling=False, **values), language="kk")
        view.show()
        view.activateWindow()
        view.setFocus()
        qtbot.waitUntil(view.hasFocus)
        return view

    return show


def state(view):
    return view.top, view.caret, view.selection(), view.selected_text(), [block.text for block in view.blocks]


def grey(image):
    rows = range(image.height())
    return [[image.pixelColor(x, y).lightness() // 8 for x in range(image.width())] for y in rows]


def test_marking_changes_no_text_no_selection_no_place_and_tells_nobody(shown):
    view = shown()
    view.select(Position(2, 3), Position(4, 2))
    told = []
    view.caret_moved.connect(told.append)
    view.place_changed.connect(told.append)
    before, picture = state(view), view.grab().toImage()
    view.point_at(Span(5, 0, 7), Span(5, 0, 6))
    view.carry_caret(Position(5, 0))
    assert view.grab().toImage() != picture
    assert state(view) == before
    assert told == []
    view.point_at(None)
    assert view.grab().toImage() == picture


@pytest.mark.parametrize("theme", THEMES)
def test_sentence_and_word_are_told_apart_without_colour(shown, theme):
    view = shown((Paragraph((Run("ONE TWO THREE"),)),), theme=theme)
    marks = {"nothing": (None, None), "sentence": (Span(0, 4, 7), None), "word": (None, Span(0, 4, 7))}
    seen = {}
    for name, mark in marks.items():
        view.point_at(*mark)
        seen[name] = grey(view.viewport().grab().toImage())
    assert seen["nothing"] != seen["sentence"] != seen["word"] != seen["nothing"]
    both = (Span(0, 0, 13), Span(0, 4, 7))
    view.point_at(*both)
    assert grey(view.viewport().grab().toImage()) not in seen.values()


def test_only_the_marks_that_change_are_painted_anew(shown):
    view = shown()
    view.point_at(Span(2, 0, 60), Span(2, 0, 5))
    QApplication.processEvents()
    view.painted = QRegion()
    view.point_at(Span(2, 0, 60), Span(2, 6, 11))
    view.carry_caret(Position(2, 6))
    QApplication.processEvents()
    assert 0 < view.pixels < view.viewport().width() * view.viewport().height() / 15


@pytest.mark.parametrize("theme", ["white-on-black", "brown-on-beige"])
def test_a_mark_that_went_over_the_text_leaves_nothing_behind(shown, theme):
    view = shown(theme=theme, line_height=1.0)
    QApplication.processEvents()
    clean = view.viewport().grab().toImage()
    screen = QImage(clean)
    text = view.blocks[2].text
    marks = [(Span(2, 0, 120), Span(2, at, at + 8)) for at in range(0, len(text) - 8, 7)]
    for sentence, word in (*marks, (None, None)):
        view.painted = QRegion()
        view.point_at(sentence, word)
        view.carry_caret(Position(2, word.start) if word else Position(0, 0))
        QApplication.processEvents()
        painter = QPainter(screen)
        view.viewport().render(painter, view.painted.boundingRect().topLeft(), view.painted)
        painter.end()
        assert screen == view.viewport().grab().toImage()
    assert screen == clean


@pytest.mark.usefixtures("qapp")
@settings(max_examples=60, deadline=None)
@given(articles, st.data())
def test_any_marks_over_any_article_are_painted(blocks, data):
    view = ArticleView()
    view.resize(500, 400)
    view.show_article(blocks, looks())
    texts = [block.text for block in view.blocks]
    for _mark in range(4):
        block = data.draw(st.integers(0, len(blocks)))
        start, end = sorted(data.draw(st.tuples(st.integers(0, 90), st.integers(0, 90))))
        view.point_at(Span(block, start, end), Span(block, start, min(end, start + 5)))
        if block < len(blocks):
            view.carry_caret(Position(block, start))
        view.grab()
    assert [found.text for found in view.blocks] == texts
    view.deleteLater()


def test_the_caret_goes_along_silently_and_tells_once_when_it_is_set_there(shown):
    view = shown()
    told = []
    view.caret_moved.connect(told.append)
    view.carry_caret(Position(5, 4))
    assert view.caret == Position(5, 4)
    assert told == []
    view.set_caret(Position(5, 4))
    assert told == [Position(5, 4)]


# ── following ────────────────────────────────────────────────────────────────────────────────────────────────────


def line_of(view, position):
    return view.line_in_window(position)


def test_the_voice_is_kept_between_the_first_line_and_two_thirds_of_the_window(shown):
    view = shown(long_article())
    following = Following(view)
    height = view.viewport().height()
    moves = []
    for block in range(1, 20):
        for offset in range(0, len(view.blocks[block].text), 9):
            before = view.top
            following.show(Position(block, offset))
            top, bottom = line_of(view, Position(block, offset))
            assert top >= 0
            assert bottom <= height * 2 / 3 + 1
            moves.append(view.top != before)
    assert sum(moves) < len(moves) / 3, "the text moves with every word"


def test_to_follow_moves_by_no_more_than_it_must(shown):
    view = shown(long_article())
    following = Following(view)
    line = view.column.typography.line()
    following.show(Position(1, 0))
    steps = []
    for block in range(1, 12):
        for offset in range(0, len(view.blocks[block].text), 9):
            here = line_of(view, Position(block, offset))
            following.show(Position(block, offset))
            steps.append(abs(here[0] - line_of(view, Position(block, offset))[0]))
    assert max(steps) < 2.6 * line


def wheel(view, by=-120):
    view.wheelEvent(
        QWheelEvent(
            QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, by), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )
    )  # fmt: skip


def test_a_reader_who_scrolls_is_left_alone_until_the_next_paragraph(shown):
    view = shown(long_article())
    following = Following(view)
    following.show(Position(1, 0))
    for _notch in range(30):
        wheel(view)
    far = view.top
    for offset in range(0, len(view.blocks[1].text), 5):
        following.show(Position(1, offset))
    assert view.top == far
    assert following.suspended
    following.show(Position(2, 0))
    assert view.is_visible(Position(2, 0))
    assert not following.suspended


def test_a_key_brings_the_voice_back_into_sight(shown):
    view = shown(long_article())
    following = Following(view)
    following.show(Position(1, 0))
    for _notch in range(30):
        wheel(view)
    assert not view.is_visible(Position(1, 0))
    following.resume(Position(1, 0))
    assert view.is_visible(Position(1, 0))
    assert not following.suspended


def test_who_does_not_want_it_is_never_scrolled(shown):
    view = shown(long_article())
    following = Following(view)
    following.on = False
    before = view.top
    for block in range(1, 30):
        following.show(Position(block, 0))
    assert view.top == before


def test_scrolling_means_nothing_while_nothing_is_read(shown):
    view = shown(long_article())
    following = Following(view)
    wheel(view)
    assert not following.suspended
    following.show(Position(1, 0))
    following.stop()
    wheel(view)
    assert not following.suspended


@pytest.mark.parametrize("size", [18, 60, 200])
def test_the_line_is_in_sight_at_any_size_of_text(shown, size):
    view = shown(long_article(), font_size=size)
    following = Following(view)
    for offset in range(0, 120, 7):
        following.show(Position(3, offset))
        top, bottom = line_of(view, Position(3, offset))
        assert top > -1
        assert top < view.viewport().height() - min(bottom - top, view.viewport().height() / 2)


def test_smooth_following_ends_where_the_jump_would(shown, qtbot):
    ends = []
    for smooth in (False, True):
        view = shown(long_article())
        view.set_appearance(looks(smooth_scrolling=smooth))
        following = Following(view)
        following.show(Position(1, 0))
        for offset in range(0, 220, 20):  # faster than the text can glide
            following.show(Position(2, offset))
        qtbot.wait(500)
        ends.append(view.line_in_window(Position(2, 200)))
        assert not following.suspended
    assert ends[1] == pytest.approx(ends[0], abs=1.5)
