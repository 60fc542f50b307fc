"""The list windows: what they list, where Enter, Ctrl+Enter and Esc lead, and that the longest opens at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from accessreader.article import Anchor, Article, Figure, Heading, Paragraph, Position, Run
from accessreader.keys.commands import BY_NAME
from accessreader.qt.list_dialog import ListDialog
from accessreader.qt.list_windows import LISTS
from accessreader.qt.rows import Row, RowList
from qt.view_articles import runs, table

URL = "http://demo.localhost/here"
BLOCKS = (
    Paragraph((
        Run("See "), Run("one", href="http://demo.localhost/one"), Run(" and "),
        Run("two", href="https://hill.test/%D0%B0/"), Run("*", href=f"{URL}#note"),
    )),
    Heading(2, runs("First part")),
    Heading(3, runs("Within it")),
    Figure("", "A hall", runs("Astana")),
    Figure("", "", runs("A square")),
    Figure("", ""),
    table(("Region", "", "Number"), ("Astana", "x", "2")),
    Paragraph(runs("“Late,” said Anna Hill. “Too late,” she added.")),
    Heading(2, runs("Second part")),
    Paragraph(runs("A note")),
)  # fmt: skip
ARTICLE = Article(url=URL, title="A title", blocks=BLOCKS, anchors=(Anchor("note", 9),))
"""On its sheet the title stands first: block 1 is the paragraph with the links."""
SPOKEN = {
    "headings": ["A title, level 1", "First part, level 2", "Within it, level 3", "Second part, level 2"],
    "links": ["one, /one", "two, hill.test/а", "*, in this article"],
    "pictures": ["A hall, Astana", "A square", "Picture without a description"],
    "tables": ["Region, Number, 2 rows, 3 columns"],
    "speakers": [
        "Anna Hill, “Late,” said Anna Hill. “Too late,” she added.", "Anna Hill, “Too late,” she added.",
    ],
}  # fmt: skip
PLACES = {"headings": [0, 2, 3, 9], "links": [1, 1, 1], "pictures": [4, 5, 6], "tables": [7], "speakers": [8, 8]}


@pytest.fixture
def window(open_window):
    opened = open_window()
    opened.show_article(ARTICLE)
    opened.view.setFocus()
    return opened


@pytest.fixture
def listed(window, qtbot):
    """A function that opens a list and waits until it can be walked."""

    def opened(kind, caret=None):
        window.view.set_caret(caret or Position())
        press(window, BY_NAME[kind].keys[0])
        qtbot.waitUntil(lambda: shown(window) is not None, timeout=20_000)
        dialog = shown(window)
        qtbot.waitUntil(dialog.field.hasFocus, timeout=20_000)
        return dialog

    return opened


def press(window, keys):
    QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(keys))


def shown(window):
    """The list that is open, if one is."""
    return next((dialog for dialog in window.findChildren(ListDialog) if dialog.isVisible()), None)


def closes(qtbot, window):
    qtbot.waitUntil(lambda: shown(window) is None and window.focusWidget() is window.view, timeout=20_000)
    window.activateWindow()  # where there is no window manager nobody else does
    qtbot.waitUntil(window.view.hasFocus, timeout=20_000)


@pytest.mark.parametrize("kind", LISTS)
def test_a_list_says_what_there_is_and_opens_on_what_stands_at_the_caret(listed, kind):
    dialog = listed(kind, Position(PLACES[kind][-1], 60 if kind == "speakers" else 20))
    assert [row.spoken for row in dialog.list.rows_left()] == SPOKEN[kind]
    number = len(SPOKEN[kind])
    assert dialog.list.present == number - 1
    assert dialog.count.text() == f"{number} of {number}"
    assert dialog.field.accessibleDescription() == f"{SPOKEN[kind][-1].removesuffix('.')}. {number} of {number}"


@pytest.mark.parametrize("kind", ["headings", "pictures", "tables", "speakers"])
def test_enter_goes_to_the_place_of_a_row(listed, window, qtbot, kind):
    dialog = listed(kind)
    for _row in SPOKEN[kind][1:]:
        QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    closes(qtbot, window)
    assert window.view.caret.block == PLACES[kind][-1]


def test_enter_follows_a_link_and_control_with_enter_shows_it_in_the_text(listed, window, qtbot):
    dialog = listed("links")
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    closes(qtbot, window)
    assert window.view.caret == Position(1, 12)
    dialog = listed("links", Position(1, 20))
    assert dialog.list.present == 2
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    closes(qtbot, window)
    assert window.view.caret == Position(10, 0), "a link within the article leads to its place"


def test_a_list_walked_with_the_focus_in_it_can_be_shown_in_the_text_too(listed, window, qtbot):
    dialog = listed("links")
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.count.text() == "2 of 3"
    QTest.keyClick(dialog.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    closes(qtbot, window)
    assert window.view.caret == Position(1, 12)


def test_escape_goes_back_to_where_the_reader_was(listed, window, qtbot):
    dialog = listed("headings", Position(8, 3))
    QTest.keyClick(dialog.field, Qt.Key.Key_Up)
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    closes(qtbot, window)
    assert window.view.caret == Position(8, 3)


def test_where_nothing_else_can_be_done_control_with_enter_does_nothing(listed):
    dialog = listed("headings")
    assert not dialog.other_button.isVisible()
    QTest.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()


def test_what_is_typed_filters_and_the_place_is_that_of_the_row(listed, window, qtbot):
    dialog = listed("headings")
    QTest.keyClicks(dialog.field, "part")
    assert dialog.field.accessibleDescription() == "2 rows. First part, level 2"
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    assert dialog.field.accessibleDescription() == "Second part, level 2. 2 of 2"
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    closes(qtbot, window)
    assert window.view.caret == Position(9, 0)


@pytest.mark.parametrize("kind", LISTS)
def test_where_there_is_nothing_of_a_kind_it_is_said(window, kind):
    window.show_article(Article(url=URL, title="", blocks=(Paragraph(runs("Alone")),)))
    press(window, BY_NAME[kind].keys[0])
    assert window.status.text() == LISTS[kind].nothing
    assert shown(window) is None


def long_article(number):
    text = f"“Late,” said Anna Hill in the year {number}. " + "The hill country waits for rain. " * 40
    return Article(url=URL, title="", blocks=(Paragraph(runs(text)),) * 120)


def test_who_speaks_in_a_long_article_is_looked_for_while_the_window_answers(window, listed):
    window.show_article(long_article(1))
    dialog = listed("speakers")
    assert len(dialog.list.rows_left()) == 120


def test_a_list_of_an_article_that_is_gone_is_not_opened(window, qtbot):
    window.show_article(long_article(1))
    press(window, BY_NAME["speakers"].keys[0])
    assert window.status.text() == "Looking through the article…"
    window.show_article(ARTICLE)
    window.jobs.run(lambda _job: "done", then=window.say, otherwise=window.explain)
    qtbot.waitUntil(lambda: window.status.text() == "done", timeout=20_000)
    assert shown(window) is None


def test_the_longest_list_opens_on_its_row_before_all_rows_are_laid_out(qtbot):
    rows = [Row(f"Link number {number}", "hill.test") for number in range(20_000)]
    dialog = ListDialog("Links", rows, present=15_000)
    qtbot.addWidget(dialog)
    dialog.show()
    view = dialog.list
    assert not view.visualRect(view.model().index(19_999, 0)).isValid()
    assert view.present == 15_000
    qtbot.waitUntil(lambda: view.viewport().rect().intersects(view.visualRect(view.currentIndex())), timeout=20_000)


@pytest.mark.usefixtures("qapp")
@given(st.text(st.sampled_from("Ағ gЖ,«»№ 12"), max_size=300), st.text(st.sampled_from("Ағ gЖ"), max_size=40),
       st.integers(0, 5), st.integers(120, 900))  # fmt: skip
def test_a_row_has_the_height_of_its_lines_however_it_is_known(title, detail, depth, width):
    view = RowList("Rows")
    view.resize(width, 300)
    delegate, option = view.itemDelegate(), QStyleOptionViewItem()
    option.initFrom(view)
    option.font = view.font()
    option.widget = view
    heights = []
    for last in ("", "\u0301"):  # a mark without a height of its own: the row is broken into lines
        view.show_rows([Row(title + last, detail, depth=depth)])
        heights.append(delegate.sizeHint(option, view.model().index(0, 0)).height())
    if title.strip():
        assert abs(heights[0] - heights[1]) <= 1
    view.deleteLater()


def test_in_the_smallest_window_the_row_that_is_walked_to_is_in_sight(qtbot):
    dialog = ListDialog("Headings", [f"A heading of some length, number {number}" for number in range(12)])
    qtbot.addWidget(dialog)
    dialog.resize(320, 256)
    dialog.show()
    view = dialog.list
    for step in range(12):
        row = view.visualRect(view.currentIndex())
        on_dialog = [view.viewport().mapTo(dialog, corner) for corner in (row.topLeft(), row.bottomRight())]
        assert all(dialog.rect().contains(corner) for corner in on_dialog), step
        QTest.keyClick(dialog.field, Qt.Key.Key_Down)
        QApplication.processEvents()


def test_a_row_that_lies_deeper_stands_further_to_the_right(qtbot):
    view = RowList("Rows")
    qtbot.addWidget(view)
    view.resize(400, 200)
    view.show_rows([Row("A"), Row("A", depth=2), Row("A", depth=30)])
    view.show()
    picture = view.viewport().grab().toImage()

    def first_ink(row):
        rect = view.visualRect(view.model().index(row, 0))
        ground = picture.pixelColor(2, rect.bottom() - 3)
        return next(x for x in range(4, 396) if any(
            picture.pixelColor(x, y) != ground for y in range(rect.top() + 4, rect.bottom() - 4)))  # fmt: skip

    view.setCurrentIndex(view.model().index(-1, 0))
    picture = view.viewport().grab().toImage()
    assert first_ink(0) < first_ink(1) < first_ink(2) < 250
