"""The menu bar and Alt: alone it leads there, but not beside a screen reader, which gives its release back too late."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenuBar

ALT, ALONE = Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier


def in_menu():
    """Whether the focus is in the menu bar."""
    return isinstance(QApplication.focusWidget(), QMenuBar)


@pytest.fixture
def beside_a_reader():
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(before)


def test_alt_alone_leads_to_the_menu_bar_and_back(open_window):
    view = open_window().view
    QTest.keyPress(view, ALT, ALONE)
    QTest.keyRelease(view, ALT)
    assert in_menu()
    QTest.keyPress(QApplication.focusWidget(), ALT, ALONE)
    QTest.keyRelease(QApplication.focusWidget(), ALT)
    assert QApplication.focusWidget() is view


@pytest.mark.usefixtures("beside_a_reader")
def test_a_release_that_a_screen_reader_gave_back_late_opens_no_menu(open_window):
    window = open_window()
    window.menuBar().platform = "xcb"
    view = window.view
    QTest.keyPress(view, ALT, ALONE)
    QTest.keyPress(view, Qt.Key.Key_K, ALONE)
    QTest.keyRelease(view, Qt.Key.Key_K, ALONE)
    QTest.keyRelease(view, ALT)
    QTest.keyPress(view, ALT, ALONE)  # the next Alt is down
    QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyRelease, ALT, Qt.KeyboardModifier.NoModifier))
    assert not in_menu()
    QTest.keyPress(view, Qt.Key.Key_K, ALONE)
    QTest.keyRelease(view, Qt.Key.Key_K, ALONE)
    QTest.keyRelease(view, ALT)
    assert not in_menu()
