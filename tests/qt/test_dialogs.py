"""The other panels and dialogs: by keyboard, by ear, and in what they tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from accessreader import messages
from accessreader.qt.banner import Banner
from accessreader.qt.colour_dialog import ColourDialog
from accessreader.qt.deeds import saved_kinds
from accessreader.qt.drawer import RemovedDrawer
from accessreader.qt.find_bar import FindBar
from accessreader.qt.font_list import FontList
from accessreader.qt.fonts import missing_letters
from accessreader.qt.list_dialog import ListDialog
from accessreader.qt.rows import Row, RowList
from accessreader.theme import Colour, contrast
from qt.panels import PAGES, PANELS, REMOVED, keys, recent, settle, tab_stops, type_into, wear

SPOKEN_ROLES = {
    QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.RadioButton, QAccessible.Role.EditableText,
    QAccessible.Role.SpinBox, QAccessible.Role.Slider, QAccessible.Role.List, QAccessible.Role.ListItem,
    QAccessible.Role.Grouping, QAccessible.Role.ComboBox,
}  # fmt: skip


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    messages.use_language("en")
    wear(qapp)
    yield
    messages.use_language("en")


def shown(widget: QWidget, qapp: QApplication) -> QWidget:
    widget.resize(420, 600)
    widget.show()
    widget.activateWindow()
    settle(qapp)
    return widget


def walk(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield interface
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and child.isValid():
            yield from walk(child)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("name", PANELS)
def test_everything_that_is_operated_has_a_name_without_marks(name: str, language: str, qapp: QApplication) -> None:
    messages.use_language(language)
    panel = shown(PANELS[name](), qapp)
    nameless, marked, met = [], [], 0
    for interface in walk(QAccessible.queryAccessibleInterface(panel)):
        if interface.role() not in SPOKEN_ROLES or interface.state().invisible:
            continue
        met += 1
        words = interface.text(QAccessible.Text.Name)
        if not words.strip():
            inside = interface.parent()
            if inside is None or inside.role() != QAccessible.Role.SpinBox:
                nameless.append(str(interface.role()))
        if re.search(r"&|<[a-z]+>|\{\w+\}", words.replace("Proofreading & high", "")):
            marked.append(words)
    panel.close()
    panel.deleteLater()
    assert met > 1
    assert not nameless
    assert not marked


@pytest.mark.parametrize("name", PANELS)
def test_no_two_controls_of_a_panel_are_called_alike(name: str, qapp: QApplication) -> None:
    panel = shown(PANELS[name](), qapp)
    names = [one.accessibleName() for one in panel.findChildren(QAbstractButton) if one.isVisible()]
    panel.close()
    panel.deleteLater()
    assert len(names) == len(set(names)), sorted(names)


@pytest.mark.parametrize("name", PANELS)
def test_tab_goes_round_and_is_caught_nowhere(name: str, qapp: QApplication) -> None:
    panel = shown(PANELS[name](), qapp)
    wanted = set(tab_stops(panel))
    panel.focusNextChild()
    seen: list[QWidget] = []
    for _step in range(len(wanted) + 3):
        now = panel.focusWidget()
        assert now is not None
        seen.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    panel.close()
    panel.deleteLater()
    assert wanted <= set(seen)
    assert seen[len(wanted)] is seen[0], "the walk does not come back to where it began"


def test_the_drawer_tells_how_much_why_and_where(qapp: QApplication) -> None:
    panel = shown(PANELS["removed"](), qapp)
    assert isinstance(panel, RemovedDrawer)
    assert panel.title.text() == "3 pieces were taken out"
    assert panel.text.toPlainText() == REMOVED[0].text
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.text.toPlainText() == REMOVED[1].text
    assert panel.text.isReadOnly()
    spoken = panel.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"{REMOVED[0].text}, {REMOVED[0].reason.sentence()}"
    panel.show_removed(REMOVED[:1])
    assert panel.title.text() == "1 piece was taken out"
    panel.show_removed(())
    assert panel.title.text() == "Nothing was taken out of this page."
    assert panel.text.toPlainText() == ""
    panel.close()


def test_a_recent_page_is_opened_forgotten_and_all_are_forgotten(qapp: QApplication, qtbot: QtBot) -> None:
    panel = recent()
    shown(panel, qapp)
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.open_wanted, timeout=1000) as heard:
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert heard.args == [PAGES[1][1]]
    panel.list.setFocus()
    with qtbot.waitSignal(panel.forget_wanted, timeout=1000) as heard:
        QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert heard.args == [PAGES[1][1]]
    with qtbot.waitSignal(panel.clear_wanted, timeout=1000):
        QTest.mouseClick(panel.buttons["clear"], Qt.MouseButton.LeftButton)
    assert "senate.example" in panel.list.rows_left()[0].spoken
    assert "16 September 2026" in panel.list.rows_left()[0].spoken
    panel.show_recent(())
    assert not panel.buttons["open"].isEnabled()
    panel.close()


def test_what_is_typed_filters_look_alike_letters_too(qapp: QApplication, qtbot: QtBot) -> None:
    dialog = ListDialog("Links", ["Қазақстан", "Ёлка", Row("Senate", "senate.example")])
    shown(dialog, qapp)
    dialog.field.setFocus()
    for typed, left in (("казак", ["Қазақстан"]), ("елка", ["Ёлка"]), ("example SEN", ["Senate"]), ("zzz", [])):
        dialog.field.setText(typed)
        assert [row.title for row in dialog.list.rows_left()] == left
        heard = f"1 row. {dialog.list.rows_left()[0].spoken}" if left else "0 rows"
        assert dialog.field.accessibleDescription() == heard
    assert not dialog.choose_button.isEnabled()
    dialog.field.setText("елка")
    with qtbot.waitSignal(dialog.chosen, timeout=1000) as heard:
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert heard.args == [1], "the number is that of the row among all rows"


def test_arrows_walk_the_list_from_the_field(qapp: QApplication) -> None:
    dialog = ListDialog("Links", ["One", "Two", "Three"])
    shown(dialog, qapp)
    dialog.field.setFocus()
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    assert dialog.list.present == 2
    assert dialog.field.hasFocus()
    dialog.close()


def test_the_sheet_of_keys_tells_the_group_with_each_command(qapp: QApplication) -> None:
    sheet = keys()
    shown(sheet, qapp)
    first = sheet.list.rows_left()[0]
    assert sheet.list.present == 1, "the heading is passed over"
    assert first.spoken == f"{first.title}, {first.detail}, Page"
    sheet.field.setText("ctrl+f")
    assert "Ctrl+F" in sheet.list.rows_left()[0].detail
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    assert sheet.isVisible()
    sheet.close()


def test_a_font_with_a_letter_missing_is_refused_with_the_reason(qapp: QApplication) -> None:
    fonts = FontList()
    shown(fonts, qapp)
    chosen: list[str] = []
    fonts.family_chosen.connect(chosen.append)
    rows = fonts.list.rows_left()
    if not rows:
        pytest.skip("no font is installed here beside those of the program")
    for row in rows:
        assert (row.detail == "All Kazakh letters") == (missing_letters(row.title) == "")
    refused = [number for number, row in enumerate(rows) if row.detail != "All Kazakh letters"]
    if refused:
        fonts.list.choose(refused[0])
        fonts.list.open_present()
        assert chosen == []
        assert "cannot be used" in fonts.count.text()
        assert fonts.isVisible()
    if len(refused) < len(rows):
        fonts.list.choose(0)
        fonts.list.open_present()
        assert chosen == [rows[0].title]


def test_finding_tells_which_hit_of_how_many(qapp: QApplication, qtbot: QtBot) -> None:
    holder = PANELS["find"]()
    shown(holder, qapp)
    bar = holder.findChild(FindBar)
    assert bar is not None
    heard: list[str] = []
    bar.find_wanted.connect(heard.append)
    bar.open("закон")
    assert bar.field.hasFocus()
    type_into(bar.field, "сенат")
    assert heard == ["закон", "с", "се", "сен", "сена", "сенат"]
    bar.show_hits(2, 9)
    assert bar.count.text() == bar.field.accessibleDescription() == "2 of 9"
    bar.show_hits(0, 0)
    assert bar.field.accessibleDescription() == "Not found"
    for key, modifier, signal in (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, bar.next_wanted),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier, bar.previous_wanted),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, bar.closed),
    ):
        with qtbot.waitSignal(signal, timeout=1000):
            QTest.keyClick(bar.field, key, modifier)
    holder.close()


def test_a_banner_says_it_in_words_and_leaves_half_of_the_window(qapp: QApplication) -> None:
    holder = PANELS["banner"]()
    shown(holder, qapp)
    strip = holder.findChild(Banner)
    assert strip is not None
    tried: list[str] = []
    strip.show_error("It did not come. " * 40, [("Try again", lambda: tried.append("again"))])
    settle(qapp)
    assert strip.height() <= holder.height() / 2
    assert strip.accessibleName().startswith("Something went wrong. It did not come.")
    assert [button.accessibleName() for button in strip.buttons] == ["Try again", "Close"]
    QTest.mouseClick(strip.buttons[0], Qt.MouseButton.LeftButton)
    assert tried == ["again"]
    strip.show_progress("Reading senate.example…", lambda: tried.append("cancelled"))
    settle(qapp)
    assert strip.height() < 100
    assert [button.accessibleName() for button in strip.buttons] == ["Cancel"]
    QTest.mouseClick(strip.buttons[0], Qt.MouseButton.LeftButton)
    assert tried == ["again", "cancelled"]
    strip.clear()
    assert not strip.isVisible()
    holder.close()


def test_a_banner_does_not_take_the_focus(qapp: QApplication) -> None:
    holder = QWidget()
    strip, field = Banner(holder), QLineEdit(holder)
    shown(holder, qapp)
    field.setFocus()
    strip.show_notice("Something good to know.")
    settle(qapp)
    assert holder.focusWidget() is field
    holder.close()


def test_weak_colours_cannot_be_taken_until_they_are_mended(qapp: QApplication, qtbot: QtBot) -> None:
    dialog = ColourDialog()
    shown(dialog, qapp)
    dialog.show_colours("#888888", "#999999")
    assert not dialog.take.isEnabled()
    assert "Too weak" in dialog.verdict.text()
    assert dialog.mend.isEnabled()
    QTest.mouseClick(dialog.mend, Qt.MouseButton.LeftButton)
    assert dialog.ratio >= 7
    assert dialog.take.isEnabled()
    assert dialog.take.hasFocus(), "the focus does not stay on what can no longer be pressed"
    with qtbot.waitSignal(dialog.chosen, timeout=1000) as heard:
        QTest.keyClick(dialog.take, Qt.Key.Key_Space)
    assert contrast(Colour.parse(heard.args[0]), Colour.parse(heard.args[1])) >= 7
    dialog.close()


def test_sliders_and_code_tell_the_same_colour(qapp: QApplication) -> None:
    dialog = ColourDialog()
    shown(dialog, qapp)
    group = dialog.text
    group.code.setFocus()
    group.code.selectAll()
    QTest.keyClicks(group.code, "#0000ff")
    assert group.hue.slider.value() == 240
    assert group.heading.text() == "Text: blue"
    group.lightness.slider.setFocus()
    QTest.keyClick(group.lightness.slider, Qt.Key.Key_Left)
    assert group.code.text() == "#0000fa"
    assert group.lightness.label.text() == "Lightness: 49 %"
    assert "blue" in group.lightness.slider.accessibleDescription()
    group.code.selectAll()
    group.code.setFocus()
    QTest.keyClicks(group.code, "#12")
    assert "Not a colour" in group.code.accessibleDescription()
    dialog.close()


@given(st.integers(0, 255), st.integers(0, 255), st.integers(0, 255))
@settings(max_examples=60)
def test_any_own_colour_can_be_shown_and_mended(red: int, green: int, blue: int) -> None:
    dialog = ColourDialog()
    value = str(Colour(red, green, blue))
    dialog.show_colours(value, value)
    assert dialog.text.code.text() == value
    assert not dialog.take.isEnabled()
    dialog.mend.click()
    assert dialog.ratio >= 4.5
    assert dialog.take.isEnabled()
    dialog.deleteLater()


SAVED = [f"a.{ending}" for ending in ("html", "htm", "xhtml", "txt", "mhtml", "mht", "zip", "warc", "warc.gz", "wacz",
                                      "xml", "rss", "atom", "json")]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "kk", "ru"])
def test_every_kind_of_saved_page_can_be_chosen_from_a_folder(language: str) -> None:
    messages.use_language(language)
    first, *kinds, all_files = saved_kinds().split(";;")
    for name in SAVED:
        assert QDir.match([f"*{each}" for each in _endings(first)], name)
        assert sum(QDir.match([f"*{each}" for each in _endings(kind)], name) for kind in kinds) == 1
    assert not QDir.match([f"*{each}" for each in _endings(first)], "a.docx")
    assert all_files.endswith("(*)")
    if language != "en":
        assert all(any(ord(letter) > 0x400 for letter in kind) for kind in (first, *kinds, all_files))


def _endings(kind: str) -> list[str]:
    return re.findall(r"\*(\.[\w.]+)", kind)


def test_a_place_on_the_page_is_told_apart_from_the_reason(qapp: QApplication) -> None:
    drawer = shown(PANELS["removed"](), qapp)
    assert isinstance(drawer, RemovedDrawer)
    one = next(one for one in REMOVED if one.selector)
    drawer.list.choose(REMOVED.index(one))
    said = {
        each.text(QAccessible.Text.Name): each.text(QAccessible.Text.Description)
        for each in walk(QAccessible.queryAccessibleInterface(drawer))
    }
    assert said[one.reason.sentence()] == f"Where on the page: {one.selector}"
    assert not any(one.selector in name for name in said)


def test_a_list_that_nobody_sees_has_no_row_with_the_focus(qapp: QApplication) -> None:
    drawer = shown(PANELS["removed"](), qapp)
    assert isinstance(drawer, RemovedDrawer)

    def focused() -> list[str]:
        rows = QAccessible.queryAccessibleInterface(drawer.list)
        return [one.text(QAccessible.Text.Name) for one in walk(rows) if one.state().focused and one is not rows]

    drawer.list.choose(1)
    before = drawer.list.rows_left()[1].spoken
    assert focused() == [before]
    drawer.hide()
    assert focused() == []
    assert drawer.list.present == 1
    drawer.list.choose(2)
    assert (focused(), drawer.list.present) == ([], 2)
    drawer.show()
    settle(qapp)
    assert (focused(), drawer.list.present) == ([drawer.list.rows_left()[2].spoken], 2)


def test_a_list_that_is_filled_while_nobody_sees_it_has_its_first_row_when_it_is_seen(qapp: QApplication) -> None:
    turned: list[int] = []
    rows = RowList("Rows")
    rows.turned.connect(turned.append)
    rows.show_rows([Row("A heading", heading=True), Row("a"), Row("b")])
    assert (rows.present, turned) == (1, [])
    shown(rows, qapp)
    assert (rows.present, turned) == (1, [1])
    rows.hide()
    rows.show_rows([])
    assert rows.present == -1
    rows.show()
    assert rows.present == -1
