"""What the reader does in the article: select, copy, find, follow links, point; by keys and by mouse."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QInputDevice, QMouseEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from accessreader.article import Cell, Figure, Paragraph, Position, Run, Span, Table
from accessreader.qt.article_view import ArticleView
from qt.view_articles import EVERY_KIND, THEMES, long_article, looks


@pytest.fixture
def view(qtbot):
    made = ArticleView()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show_article(EVERY_KIND, looks(), language="kk")
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def point_of(view, position):
    """The middle of a character in the window."""
    rect = view.caret_rect(position)
    return QPoint(round(rect.x() + 3), round(rect.center().y()))


def colours_in(image):
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


def pixels_of(view, role):
    """How many pixels of the window have exactly the colour of a role."""
    image, colour = view.grab().toImage(), str(getattr(THEMES["black-on-white"], role))
    return sum(image.pixelColor(x, y).name() == colour for x in range(image.width()) for y in range(image.height()))


def test_shift_and_arrows_select(view, qtbot):
    view.set_caret(Position(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_text() == "Сенат "
    assert view.selection() == (Position(0, 0), Position(0, 6))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.selection() is None


def test_a_selection_over_blocks_is_copied_as_text_and_as_html(view):
    view.select(Position(4, 4), Position(7, 3))
    view.copy()
    content = QGuiApplication.clipboard().mimeData()
    assert content.text() == (f"меняется\n\n{EVERY_KIND[5].text}\nВторое: онлайн.\nҮші")
    html = content.html()
    assert "<h2>меняется</h2>" in html
    assert '<a href="https://senate.test/2">онлайн</a>' in html
    assert '<ol><li value="3">Үші</li></ol>' in html


def test_what_is_copied_is_never_markup_of_the_page(view):
    view.show_article((Paragraph((Run('<img src=x onerror="a()"> & b', href='https://a.test/"><script>'),)),), looks())
    view.select_all()
    view.copy()
    html = QGuiApplication.clipboard().mimeData().html()
    assert "<script>" not in html
    assert "<img" not in html
    assert "&lt;img src=x" in html


def test_where_nothing_may_be_copied_the_clipboard_stays_as_it_is(view, qtbot):
    QGuiApplication.clipboard().setText("before")
    view.may_copy = False
    view.select_all()
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "before"


def test_a_whole_table_is_copied_as_a_table(view):
    view.select(Position(9, 0), Position(9, len(EVERY_KIND[9].text)))
    view.copy()
    html = QGuiApplication.clipboard().mimeData().html()
    assert "<table><tr><th>Өңір</th><th>Саны</th></tr><tr><td>Астана</td><td>2</td></tr>" in html
    assert view.selected_text() == "Өңір\tСаны\nАстана\t2\nАлматы облысы\t14"


def test_all_is_selected_and_unselected(view, qtbot):
    top = view.top
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.selection() == (Position(0, 0), Position(14, 4))
    assert view.top == top
    view.set_caret(view.caret)
    assert view.selection() is None


def test_find_forgives_case_and_look_alike_letters(view):
    assert view.find("СЕНАТ ЗАН") == 1
    assert view.find_next() == (1, 1)
    assert view.caret == Position(0, 0)
    assert view.find("первое") == 1
    assert view.find("қазақстан") == 0
    assert view.find_next() == (0, 0)
    assert view.find("   ") == 0


def test_find_goes_from_hit_to_hit_and_round(view):
    count = view.find("заң")
    assert count > 2
    assert [view.find_next()[0] for _ in range(count + 1)] == [*range(1, count + 1), 1]
    assert view.find_previous() == (count, count)


def test_find_starts_at_the_caret_and_counts_behind_an_emoji(view):
    view.show_article((Paragraph((Run("😀😀 заң 😀 заң"),)),), looks())
    view.set_caret(Position(0, 4))
    view.find("заң")
    assert view.find_next() == (2, 2)
    assert view.caret == Position(0, 9)


def test_hits_are_painted_and_the_current_one_otherwise(view):
    theme = THEMES["black-on-white"]
    view.find("заң")
    view.find_next()
    seen = colours_in(view.grab().toImage())
    assert {str(theme.finding), str(theme.current)} <= seen
    view.clear_find()
    view.set_caret(view.caret)
    seen = colours_in(view.grab().toImage())
    assert str(theme.finding) not in seen
    assert str(theme.current) not in seen


def test_pointing_at_a_span_paints_and_moves_nothing(view):
    before = (view.top, view.caret, view.selection(), [block.text for block in view.blocks])
    view.point_at(Span(2, 0, 5))
    assert pixels_of(view, "reading") > 300
    assert before == (view.top, view.caret, view.selection(), [block.text for block in view.blocks])
    view.point_at(None)
    assert pixels_of(view, "reading") < 30


def test_tab_goes_through_the_links_and_on(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, view, last = QPushButton("a"), ArticleView(), QPushButton("b")
    for widget in (first, view, last):
        column.addWidget(widget)
    view.show_article(EVERY_KIND, looks())
    window.resize(700, 700)
    window.show()
    window.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    seen = []
    for _press in range(6):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        if window.focusWidget() is not view:
            break
        seen.append(view.caret.block)
    assert seen == [0, 2, 6, 10, 12]
    assert window.focusWidget() is last
    QTest.keyClick(last, Qt.Key.Key_Backtab)
    assert window.focusWidget() is view
    for _press in range(4):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
    assert window.focusWidget() is first


def test_enter_follows_the_link_at_the_caret_and_nothing_else(view, qtbot):
    told = []
    view.link_activated.connect(told.append)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told == []
    view.move("link")
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert told == ["https://senate.test/1"] * 2


def test_a_click_on_a_link_follows_it_on_release(view, qtbot):
    told = []
    view.link_activated.connect(told.append)
    offset = EVERY_KIND[2].text.index("заң жобасын")
    spot = point_of(view, Position(2, offset + 3))
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told == []
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told == ["https://senate.test/1"]


def test_moving_away_from_a_link_before_release_changes_the_mind(view, qtbot):
    told = []
    view.link_activated.connect(told.append)
    offset = EVERY_KIND[2].text.index("заң жобасын")
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(view, Position(2, offset + 3)))
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(view, Position(1, 3)))
    assert told == []


def test_a_click_sets_the_caret_and_a_double_and_a_triple_click_take_word_and_block(view, qtbot):
    spot = point_of(view, Position(1, 3))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert view.caret.block == 1
    assert abs(view.caret.offset - 3) <= 1
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert view.selected_text() == "Жаңалықтар"
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert view.selected_text() == EVERY_KIND[1].text


def test_dragging_selects(view, qtbot):
    start, end = point_of(view, Position(0, 0)), point_of(view, Position(1, 10))
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view.viewport(), pos=end)
    QTest.mouseMove(view.viewport(), end + QPoint(1, 0))
    event_position = view.position_at(QPointF(end))
    view.set_caret(event_position, select=True, follow=False)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert view.selected_text().startswith("Сенат заң қабылдады\n\nЖаңалық")


def turn(view, notches, modifiers=Qt.KeyboardModifier.NoModifier):
    middle = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        middle, view.viewport().mapToGlobal(middle), QPoint(), QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QGuiApplication.sendEvent(view.viewport(), event)


def test_the_wheel_scrolls_and_with_control_asks_for_another_size(view):
    view.show_article(long_article(), looks(smooth_scrolling=False))
    turn(view, -3)
    assert view.top > Position(0, 0)
    top, wishes = view.top, []
    view.zoom_wanted.connect(wishes.append)
    turn(view, 2, Qt.KeyboardModifier.ControlModifier)
    turn(view, -1, Qt.KeyboardModifier.ControlModifier)
    assert wishes == [2, -1]
    assert view.top == top


def test_smooth_scrolling_comes_to_the_same_place_a_moment_later(view, qtbot):
    view.show_article(long_article(), looks(smooth_scrolling=False))
    turn(view, -4)
    target = view.top
    view.show_article(long_article(), looks())
    turn(view, -2)
    turn(view, -2)
    assert view.top < target
    qtbot.waitUntil(lambda: view.top == target, timeout=3000)


def picture(width=64, height=48):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFF2266AA)
    return image


def test_a_picture_is_asked_for_once_and_only_when_it_is_seen(view, qtbot):
    wanted = []
    blocks = (*long_article(40), Figure("https://senate.test/far.png", "Алыста"))
    view.picture_wanted.connect(wanted.append)
    view.show_article(blocks, looks())
    view.grab()
    qtbot.wait(5)
    assert wanted == []
    view.move("end")
    for _time in range(3):
        view.grab()
        qtbot.wait(5)
    assert wanted == ["https://senate.test/far.png"]


def test_a_picture_that_comes_is_shown_in_colour_or_grey_and_hidden_at_wish(view):
    blocks = (Figure("https://senate.test/p.png", "Зал"),)
    view.picture_wanted.connect([].append)
    view.show_article(blocks, looks())
    view.set_picture("https://senate.test/p.png", picture())
    assert "#2266aa" in colours_in(view.grab().toImage())
    view.set_appearance(looks(images="greyscale"))
    grey = colours_in(view.grab().toImage())
    assert "#2266aa" not in grey
    assert any(name[1:3] == name[3:5] == name[5:7] and name not in ("#000000", "#ffffff") for name in grey)
    for mode in ("hidden", "description"):
        view.set_appearance(looks(images=mode))
        assert "#2266aa" not in colours_in(view.grab().toImage())
        assert not [shape for shape in view.column.layout(0).shapes if shape.kind == "picture"]


TICK = "https://senate.test/tick.png"


def signs(named=""):
    """A table with a sign in every second cell."""
    sign = Cell((Run(named),) if named else (), pictures=(Figure(TICK, named),))
    return Table(
        ((Cell((Run("Салалар"),), header=True), Cell((Run("Дайын"),), header=True)), (Cell((Run("Су"),)), sign))
    )


@pytest.mark.parametrize("width", [600, 120])
def test_a_sign_without_words_is_drawn_in_its_cell_as_high_as_the_letters(view, width):
    wanted = []
    view.picture_wanted.connect(wanted.append)
    view.resize(width, 600)
    view.show_article((signs(),), looks())
    view.grab()
    view.set_picture(TICK, picture(60, 20))
    (shape,) = [shape for shape in view.column.layout(0).shapes if shape.kind == "sign"]
    assert shape.rect.height() == pytest.approx(view.column.typography.em)
    assert shape.rect.width() == pytest.approx(3 * shape.rect.height())
    cell = next(piece for piece in view.column.layout(0).pieces if piece.start == len(signs().text))
    assert cell.y <= shape.rect.top()
    assert shape.rect.bottom() <= cell.y + cell.height
    assert "#2266aa" in colours_in(view.grab().toImage())
    view.set_appearance(looks(images="hidden"))
    assert "#2266aa" not in colours_in(view.grab().toImage())
    view.set_appearance(looks())
    view.set_picture(TICK, None)
    assert not [shape for shape in view.column.layout(0).shapes if shape.kind == "sign"]


def test_a_sign_with_words_is_its_words(view):
    view.show_article((signs("иә"),), looks())
    assert not [shape for shape in view.column.layout(0).shapes if shape.kind == "sign"]
    assert view.blocks[0].rows[1] == ("Су", "иә")


def test_a_picture_that_never_comes_leaves_no_hole(view):
    view.picture_wanted.connect([].append)
    view.show_article((Figure("https://senate.test/p.png", "Зал"),), looks())
    high = view.column.layout(0).height
    view.set_picture("https://senate.test/p.png", None)
    assert view.column.layout(0).height < high / 2
    view.set_picture("https://senate.test/p.png", b"no picture at all")
    assert view.column.layout(0).height < high / 2


def test_a_picture_above_the_window_moves_nothing_in_it(view):
    blocks = (Figure("https://senate.test/p.png", "Зал"), *long_article(30))
    view.picture_wanted.connect([].append)
    view.show_article(blocks, looks(), place=Position(10, 20))
    before = (view.top, view.column.offset)
    view.set_picture("https://senate.test/p.png", picture(640, 2000))
    assert (view.top, view.column.offset) == before


def test_the_focus_is_seen_as_a_ring_of_three_pixels_or_more(view):
    focus = str(THEMES["black-on-white"].focus)
    middle = view.viewport().height() // 2

    def left_edge():
        image = view.viewport().grab().toImage()
        return [image.pixelColor(x, middle).name() for x in range(3)]

    assert left_edge() == [focus] * 3
    view.clearFocus()
    assert focus not in left_edge()


def test_a_finger_scrolls_and_selects_nothing(view):
    view.show_article(long_article(), looks(smooth_scrolling=False))
    screen = QPointingDevice(
        "screen", 1, QInputDevice.DeviceType.TouchScreen, QPointingDevice.PointerType.Finger,
        QInputDevice.Capability.Position, 1, 1,
    )  # fmt: skip

    def touch(kind, y, button, buttons):
        spot = QPointF(300, y)
        event = QMouseEvent(
            kind, spot, view.viewport().mapToGlobal(spot), button, buttons, Qt.KeyboardModifier.NoModifier, screen
        )
        QGuiApplication.sendEvent(view.viewport(), event)

    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    touch(QEvent.Type.MouseButtonPress, 400, left, left)
    for y in range(390, 100, -10):
        touch(QEvent.Type.MouseMove, y, none, left)
    dragged = view.top
    touch(QEvent.Type.MouseButtonRelease, 100, left, none)
    assert dragged > Position(0, 0)
    assert view.top >= dragged
    assert view.selection() is None
