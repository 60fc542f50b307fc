"""Keep the page that is open, search what was kept as one types, and open it where the words stand: all by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from accessreader.keys.commands import BY_NAME
from accessreader.qt.kept_dialog import KeptDialog
from pretend import PretendedWeb, answer

WORDS = "The senators spoke of water and of the steppe for a long time, and then they voted for the law on lakes. "
PAGE = f"<html lang=en><title>A law</title><h1>A law</h1><p>Some first words.</p><p>{WORDS * 5}</p><p>{WORDS * 5}</p>"


def press(window, name):
    QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(BY_NAME[name].keys[0]))


@pytest.fixture
def kept(qtbot, open_window):
    """(window, address) of a page that is kept, and whose site is gone."""
    with PretendedWeb() as web:
        web.says("/1", answer(PAGE.encode()))
        address = web.address("/1")
        window = open_window(address)
        press(window, "keep")
        qtbot.waitUntil(lambda: window.status.text() == "Kept: A law", timeout=10_000)
    return window, address


def dialog_of(qtbot, window):
    press(window, "search-kept")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), KeptDialog), timeout=10_000)
    return QApplication.activeModalWidget()


def test_what_was_kept_is_found_as_one_types_and_opens_at_the_words(qtbot, kept):
    window, address = kept
    window.go_home()
    dialog = dialog_of(qtbot, window)
    assert [hit.kept.address for hit in dialog.found.hits] == [address]
    QTest.keyClicks(dialog.field, "nothing like it")
    assert dialog.found.hits == ()
    assert dialog.field.accessibleDescription() == "0 rows"
    dialog.field.clear()
    QTest.keyClicks(dialog.field, "stepp")
    assert dialog.list.present_row.title == "A law"
    assert "of the steppe for" in dialog.list.present_row.detail
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.loading and window.article.url == address, timeout=10_000)
    caret = window.view.caret
    assert window.view.blocks[caret.block].text[caret.offset :].startswith("steppe")


def test_a_kept_page_opens_by_its_own_address_when_its_site_is_gone_and_says_so(qtbot, kept):
    window, address = kept
    window.go_home()
    window.open(address)
    qtbot.waitUntil(lambda: not window.loading and window.article.url == address, timeout=20_000)
    assert "the copy that you have kept" in window.status.text()


def test_where_nothing_is_kept_that_is_said(open_window):
    window = open_window()
    press(window, "search-kept")
    assert window.status.text().startswith("Nothing is kept yet")
    press(window, "keep")
    assert window.status.text() == "No page is open."


def test_a_damaged_library_is_said_with_what_to_do(open_window, services):
    services.folders.data.mkdir(parents=True, exist_ok=True)
    (services.folders.data / "library.db").write_bytes(b"nonsense " * 1000)
    window = open_window()
    press(window, "search-kept")
    assert "accessreader library repair" in window.status.text()
