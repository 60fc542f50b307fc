"""The sheet of keys, another key for a command, the help that says what a key does; all by keys, in a real window."""

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from accessreader import messages
from accessreader.assembly import assemble
from accessreader.folders import folders
from accessreader.keys.commands import BY_NAME, COMMANDS
from accessreader.keys.own import OwnKeys
from accessreader.policy import Kiosk, Policy
from accessreader.qt.key_dialog import KeyDialog
from accessreader.qt.keys_sheet import KeysSheet
from accessreader.road import DEMO_FRONT

Key = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def window(open_window):
    return open_window(DEMO_FRONT)


def press(keys):
    QTest.keySequence(QApplication.focusWidget(), QKeySequence(keys))


def sheet_of(window, qtbot):
    press("F1")
    sheet = window.findChild(KeysSheet)
    qtbot.waitUntil(sheet.isActiveWindow, timeout=20_000)
    return sheet


def dialog_for(sheet, title, qtbot):
    sheet.field.setFocus()
    sheet.field.setText(title)
    press("Return")
    dialog = sheet.findChild(KeyDialog)
    qtbot.waitUntil(dialog.isActiveWindow, timeout=20_000)
    return dialog


def closed(parent, qtbot):
    """Wait until what lay over a window is gone; where there is no window manager, nobody else makes it active."""
    parent.activateWindow()
    qtbot.waitUntil(parent.isActiveWindow, timeout=20_000)


def test_every_command_is_on_the_sheet_those_without_keys_too(window, qtbot):
    sheet = sheet_of(window, qtbot)
    rows = {row.title: row.detail for row in sheet.list.rows_left()}
    assert set(rows) == {command.title for command in COMMANDS}
    assert rows["Find…"] == "Ctrl+F"
    assert rows["Next word"] == "no key"
    assert rows["Next heading"] == "Ctrl+PgDown / H in the article"
    sheet.close()


def test_another_key_is_pressed_and_works_at_once_and_for_ever(window, qtbot, tmp_path):
    sheet = sheet_of(window, qtbot)
    dialog = dialog_for(sheet, "voices", qtbot)
    assert dialog.field.hasFocus()
    assert "Until now: no key" in dialog.answer.text()
    assert not dialog.use.isEnabled()
    QTest.keyClick(dialog.field, Key.Key_X, CTRL | SHIFT)
    assert dialog.field.text() == "Ctrl+Shift+X"
    assert dialog.answer.text() == "Ctrl+Shift+X is free. Enter takes it."
    QTest.keyClick(dialog.field, Key.Key_Return)
    closed(sheet, qtbot)
    assert sheet.field.hasFocus(), "the focus is back where it was"
    assert sheet.status.text() == "Voices…: Ctrl+Shift+X"
    assert [row.detail for row in sheet.list.rows_left()] == ["Ctrl+Shift+X (changed by you)"]
    assert window.actions_by_name["voice"].shortcut().toString() == "Ctrl+Shift+X"
    assert "Ctrl+Shift+X" in window.actions_by_name["voice"].toolTip()
    assert OwnKeys(tmp_path / "config" / "keys.toml").of(BY_NAME["voice"]) == ("Ctrl+Shift+X",)
    press("Escape")
    closed(window, qtbot)
    assert window.view.hasFocus()


def test_the_start_page_and_the_tips_show_the_keys_of_now(open_window, services, qtbot):
    window = open_window()
    assert "F2: Settings" in window.article.text
    sheet = sheet_of(window, qtbot)
    services.keys.give(BY_NAME["settings"], ["F9"])
    sheet.changed.emit()
    assert "F9: Settings" in window.article.text
    assert window.actions_by_name["settings"].toolTip() == "Settings (F9)"
    services.keys.give(BY_NAME["address"], [])
    sheet.changed.emit()
    assert "Type an address above, open a saved page, or choose one of these." in window.article.text
    sheet.close()


def test_a_second_window_has_the_new_keys_too(open_window, services, qtbot):
    first, second = open_window(), open_window()
    sheet = sheet_of(second, qtbot)
    services.keys.give(BY_NAME["voice"], ["Ctrl+Shift+X"])
    sheet.changed.emit()
    for window in (first, second):
        assert window.actions_by_name["voice"].shortcut().toString() == "Ctrl+Shift+X"
    sheet.close()


def test_a_key_that_another_has_or_that_another_program_takes_is_told_before_it_is_taken(window, qtbot):
    sheet = sheet_of(window, qtbot)
    dialog = dialog_for(sheet, "voices", qtbot)
    QTest.keyClick(dialog.field, Key.Key_F, CTRL)
    assert dialog.answer.text() == "Ctrl+F is the key of “Find…”, which would lose it. Enter takes it."
    QTest.keyClick(dialog.field, Key.Key_F2, CTRL)
    assert dialog.answer.text().startswith("Ctrl+F2 belongs to KDE Plasma (go to another desktop)")
    assert not window.find_bar.isVisible()
    QTest.keyClick(dialog.field, Key.Key_F, CTRL)
    QTest.keyClick(dialog.field, Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    closed(sheet, qtbot)
    assert window.services.keys.of(BY_NAME["find"]) == ()
    assert window.actions_by_name["find"].shortcuts() == []
    sheet.close()


@pytest.mark.parametrize(
    ("key", "held", "said"),
    [
        (Key.Key_Right, Qt.KeyboardModifier.NoModifier, "Right is needed to move"),
        (Key.Key_G, Qt.KeyboardModifier.NoModifier, "G alone writes"),
        (Key.Key_VolumeUp, Qt.KeyboardModifier.NoModifier, "This key has no name"),
    ],
)
def test_what_cannot_be_a_key_is_said_and_nothing_can_be_taken(window, qtbot, key, held, said):
    sheet = sheet_of(window, qtbot)
    dialog = dialog_for(sheet, "voices", qtbot)
    QTest.keyClick(dialog.field, Key.Key_X, CTRL | SHIFT)
    QTest.keyClick(dialog.field, key, held)
    assert dialog.answer.text().startswith(said)
    assert dialog.field.text() == ""
    QTest.keyClick(dialog.field, Key.Key_Return)
    assert dialog.isVisible()
    assert not dialog.use.isEnabled()
    dialog.close()
    sheet.close()


def test_the_field_is_left_by_tab_and_by_escape_and_nothing_is_changed(window, qtbot):
    sheet = sheet_of(window, qtbot)
    dialog = dialog_for(sheet, "find…", qtbot)
    QTest.keyClick(dialog.field, Key.Key_X, CTRL | SHIFT)
    walked = []
    for _step in range(5):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    assert walked == [dialog.use, dialog.add, dialog.none, dialog.cancel, dialog.field]
    QTest.keyClick(dialog.field, Key.Key_Backtab, SHIFT)
    assert dialog.cancel.hasFocus()
    dialog.field.setFocus()
    QTest.keyClick(dialog.field, Key.Key_Escape)
    closed(sheet, qtbot)
    assert window.services.keys.of(BY_NAME["find"]) == ("Ctrl+F",)
    sheet.close()


def test_a_key_is_added_taken_away_and_all_are_put_back(window, qtbot):
    keys = window.services.keys
    sheet = sheet_of(window, qtbot)
    dialog = dialog_for(sheet, "find…", qtbot)
    QTest.keyClick(dialog.field, Key.Key_F9)
    QTest.keyClick(dialog.add, Key.Key_Space)
    closed(sheet, qtbot)
    assert keys.of(BY_NAME["find"]) == ("Ctrl+F", "F9")
    assert keys.of(BY_NAME["lines-higher"]) == ()
    sheet.back.setFocus()
    QTest.keyClick(sheet.back, Key.Key_Space)
    assert sheet.back.hasFocus()
    assert keys.of(BY_NAME["find"]) == ("Ctrl+F",)
    assert sheet.status.text() == "Find…: Ctrl+F"
    assert sheet.back.accessibleDescription() == "Find…: Ctrl+F", "it is heard where the focus is"
    dialog = dialog_for(sheet, "find…", qtbot)
    QTest.keyClick(dialog.none, Key.Key_Return)
    closed(sheet, qtbot)
    assert keys.of(BY_NAME["find"]) == ()
    QTest.keyClick(sheet.all_back, Key.Key_Return)
    assert not any(keys.is_own(command) for command in COMMANDS)
    assert sheet.status.text() == "All keys are as the program came."
    assert window.actions_by_name["find"].shortcut().toString() == "Ctrl+F"
    sheet.close()


def test_the_table_is_saved_and_keys_are_taken_from_a_file(window, qtbot, tmp_path):
    sheet = sheet_of(window, qtbot)
    window.services.keys.give(BY_NAME["voice"], ["Ctrl+Shift+X"])
    for ending, sign in (
        ("html", "<td>Ctrl+Shift+X</td>"),
        ("md", "| Ctrl+Shift+X |"),
        ("txt", "Alt+F4"),
        ("toml", "voice"),
    ):
        sheet.save(tmp_path / f"keys.{ending}")
        assert sheet.status.text() == f"Saved: {tmp_path / f'keys.{ending}'}"
        assert sign in (tmp_path / f"keys.{ending}").read_text("utf-8")
    sheet.save(tmp_path / "keys.csv")
    with (tmp_path / "keys.csv").open(encoding="utf-8") as table:
        assert next(row["keys"] for row in csv.DictReader(table) if row["name"] == "voice") == "Ctrl+Shift+X"
    sheet.save(tmp_path / "none" / "keys.csv")
    assert "could not be written" in sheet.status.text()
    window.services.keys.restore()
    sheet.take_over(tmp_path / "keys.toml")
    assert sheet.status.text() == "These are your keys now."
    assert window.actions_by_name["voice"].shortcut().toString() == "Ctrl+Shift+X"
    sheet.take_over(tmp_path / "keys.html")
    assert "cannot be used" in sheet.status.text()
    assert window.services.keys.of(BY_NAME["voice"]) == ("Ctrl+Shift+X",)
    sheet.close()


def test_in_a_kiosk_the_sheet_is_for_reading(open_window, tmp_path, qtbot):
    services = assemble(folders(tmp_path), language="en")
    services = type(services)(
        **{name: getattr(services, name) for name in services.__dataclass_fields__ if name != "policy"},
        policy=Policy(kiosk=Kiosk()),
    )
    window = open_window(parts=services, kiosk=True)
    sheet = sheet_of(window, qtbot)
    assert not sheet.choose_button.isVisible()
    assert not sheet.all_back.isVisible()
    press("Return")
    assert sheet.findChild(KeyDialog) is None
    sheet.close()
    window.released = True


# ── key help ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def helped(window):
    press("Shift+F1")
    assert window.actions_by_name["key-help"].isChecked()
    assert "Key help is on" in window.status.text()
    assert window.banner.isVisible()


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("Ctrl+F", "Ctrl+F: Find."),
        ("F8", "F8: Read aloud, or pause."),
        ("Down", "Down: Next line."),
        ("Tab", "Tab: Next link."),
        ("H", "H: Next heading."),
        ("Shift+H", "Shift+H: Previous heading."),
        ("W", "W: No command. Where one types, it writes."),
        ("Alt+Left", "Alt+Left: Back. Not possible just now."),
        ("Ctrl+Shift+Right", "Ctrl+Shift+Right: Select the text as far as the caret goes."),
        ("Ctrl+F30", "Ctrl+F30: No command."),
        ("Ins", "Ins: The commands of screen readers begin with it."),
        ("F10", "F10: Menu."),
    ],
)
def test_a_key_does_nothing_but_say_what_it_would_do(window, keys, said):
    before = window.view.caret, window.article, window.services.preferences.preferences
    helped(window)
    press(keys)
    assert window.status.text().startswith(said)
    assert window.banner.sentence.text() == window.status.text()
    assert (window.view.caret, window.article, window.services.preferences.preferences) == before
    assert not window.find_bar.isVisible()
    assert window.view.hasFocus()
    press("Shift+F1")
    assert window.status.text() == "Key help is off."
    assert not window.banner.isVisible()
    press("Ctrl+F")
    assert window.find_bar.isVisible()


def test_the_key_of_a_desktop_is_told_with_its_owner(window):
    helped(window)
    press("Ctrl+F1")
    assert window.status.text() == "Ctrl+F1: No command. KDE Plasma takes it: go to another desktop."
    press("Shift+F1")


def test_escape_twice_ends_it_and_once_does_not(window):
    helped(window)
    press("Escape")
    assert window.status.text() == "Esc: Stop. Once more ends the key help."
    press("F4")
    press("Escape")
    assert window.actions_by_name["key-help"].isChecked()
    press("Escape")
    assert not window.actions_by_name["key-help"].isChecked()


def test_in_a_field_letters_write_and_nothing_is_written_meanwhile(window):
    window.bars.edit_address()
    before = window.bars.address.text()
    helped(window)
    press("h")
    assert window.status.text() == "H: No command. Where one types, it writes."
    press("Left")
    assert window.status.text() == "Left: The previous value, row or letter."
    assert window.bars.address.text() == before
    window.banner.buttons[0].click()
    assert not window.actions_by_name["key-help"].isChecked()
    press("h")
    assert window.bars.address.text() == "h"


def test_letters_that_are_switched_off_have_no_command(window):
    window.prefer(letter_keys=False)
    helped(window)
    press("H")
    assert window.status.text() == "H: No command. Where one types, it writes."
    press("Shift+F1")


def test_a_changed_key_is_told_as_it_is_now_and_in_the_language_of_now(window):
    window.services.keys.give(BY_NAME["voice"], ["Ctrl+F11"])
    window.prefer(interface_language="ru")
    press("Shift+F1")
    press("Ctrl+F11")
    assert messages.current_language() == "ru"
    assert window.status.text().startswith("Ctrl+F11: ")
    assert messages._("Voices…").rstrip("…") in window.status.text()
    press("Shift+F1")


def test_closing_the_sentence_or_the_window_ends_it(window):
    helped(window)
    window.banner.buttons[-1].click()
    assert not window.actions_by_name["key-help"].isChecked()
    press("Ctrl+F")
    assert window.find_bar.isVisible()
    press("Shift+F1")
    window.close()


# ── the edge of the panel ────────────────────────────────────────────────────────────────────────────────────────────


def test_the_panel_is_made_wider_and_narrower_by_keys_and_stays_so(window):
    press("Alt+N")
    assert window.status.text() == "There is no panel beside the article."
    press("F2")
    wide = window.side.width()
    press("Alt+N")
    wider = window.side.width()
    assert wider > wide + 30
    assert (
        window.status.text()
        == f"The panel takes {round(100 * wider / sum(window.split.sizes()))} percent of the window."
    )
    press("F2")
    press("F2")
    assert abs(window.side.width() - wider) <= 2, "the next panel is as wide"
    for _press in range(20):
        press("Alt+B")
    assert window.side.width() < wide
    assert window.view.isVisible()
    for _press in range(30):
        press("Alt+N")
    assert window.view.isVisible()
    assert window.view.width() > 100
