"""Nothing needs the mouse: whatever can be operated is come to by keys, left again, and gives the focus back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QMenuBar,
    QRadioButton,
    QScrollBar,
    QSplitterHandle,
    QWidget,
)
from shiboken6 import isValid

from accessreader.qt.keys_sheet import KeysSheet
from accessreader.qt.list_dialog import ListDialog
from accessreader.qt.scroll_column import ScrollColumn
from accessreader.qt.words_dialog import WordsDialog
from accessreader.road import DEMO_FRONT
from qt.pretend_voice import with_voice
from qt.walker import ARTICLE, Walk

OPERATED = (QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit)
BY_OTHER_KEYS = (QScrollBar, QSplitterHandle, QMenu, QMenuBar)
"""Scrolled by the keys of what they scroll, moved by commands of their own, opened by F10."""
MOUSE = ("mousePressEvent", "mouseReleaseEvent", "mouseDoubleClickEvent", "dropEvent")
PLACES = {
    "article": (),
    "settings": ("F2",),
    "removed": ("Ctrl+T",),
    "recent": ("Ctrl+H",),
    "find": ("Ctrl+F",),
    "voice": ("F8",),
    "braille": ("Ctrl+B",),
}
"""What is open in the window, and the keys that open it."""
DIALOGS = {"Ctrl+Shift+L": ListDialog, "Ctrl+Shift+P": ListDialog, "F1": KeysSheet, "Ctrl+Shift+Y": WordsDialog}
MOST = 400


@pytest.fixture
def walk(open_window, services, qtbot, tmp_path, engines):
    window = open_window(DEMO_FRONT, parts=with_voice(services, engines))
    return Walk(window, qtbot, engines, tmp_path, [])


def whole(widget: QWidget) -> QWidget:
    """The control that people see: the spin box, not the line in it."""
    while (above := widget.parentWidget()) is not None and above.focusProxy() is widget:
        widget = above
    return widget


def round_trip(key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Where Tab stops, from the present control until it is there again."""
    first = QApplication.focusWidget()
    stops = [first]
    for _press in range(MOST):
        QTest.keyClick(QApplication.focusWidget(), key)
        now = QApplication.focusWidget()
        assert now is not None, f"the focus is lost after {stops[-1]}"
        if now is first and now is not stops[-1]:
            return stops
        if now is not stops[-1]:
            stops.append(now)
    raise AssertionError(f"{key} never comes back: it stays about {stops[-1]}")


def clicked(top: QWidget) -> list[QWidget]:
    """All that can be seen, is enabled and does something for a mouse."""

    def does(widget: QWidget) -> bool:
        own = any(
            name in vars(kind) for kind in type(widget).__mro__ if "accessreader" in kind.__module__ for name in MOUSE
        )
        return own or isinstance(widget, OPERATED)

    return [
        widget
        for widget in top.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.window() is top.window() and does(widget)
    ]


def unreached(top: QWidget, stops: list[QWidget]) -> list[str]:
    """What has no way to it but the mouse."""
    reached = set(stops) | {whole(stop) for stop in stops}

    def by_keys(widget: QWidget) -> bool:
        if isinstance(widget, BY_OTHER_KEYS) or widget in reached or whole(widget) in reached:
            return True
        if isinstance(widget, QRadioButton) or (isinstance(widget, QAbstractButton) and widget.group() is not None):
            # One stop of Tab for all of a group, arrows between them.
            group = widget.group()
            near = group.buttons() if group is not None else widget.parentWidget().findChildren(QRadioButton)
            return any(one in reached for one in near)
        proxy = widget.focusProxy()
        return proxy is not None and proxy in reached

    return [
        f"{type(one).__name__} {one.accessibleName() or one.objectName()}" for one in clicked(top) if not by_keys(one)
    ]


@pytest.mark.parametrize("place", PLACES)
def test_all_that_a_mouse_can_press_is_come_to_by_keys_and_left_again(walk, place):
    for key in PLACES[place]:
        walk.press(key)
    walk.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=20_000)
    onward = round_trip()
    assert unreached(walk.window, onward) == []
    back = round_trip(Qt.Key.Key_Backtab)
    assert {whole(one) for one in back} == {whole(one) for one in onward}, "the way back passes the same controls"
    assert back[0] is onward[0]


@pytest.mark.parametrize("key", DIALOGS)
def test_all_of_a_dialog_is_come_to_by_keys_and_the_focus_goes_back_to_where_it_was(walk, key):
    walk.show()
    walk.press(key)
    dialog = walk.dialog(DIALOGS[key])
    walk.wait(lambda: QApplication.focusWidget() is not None)
    assert unreached(dialog, round_trip()) == []
    walk.leave(dialog)
    walk.wait(walk.window.isActiveWindow)
    assert walk.view.hasFocus()


@pytest.mark.parametrize("key", ["F2", "Ctrl+T", "Ctrl+H", "Ctrl+F"])
def test_a_panel_gives_the_focus_back_when_it_is_left_with_escape(walk, key):
    walk.press(key)
    assert not walk.view.hasFocus()
    walk.press("Escape")
    assert walk.view.hasFocus()


def test_f6_leaves_every_control_of_the_window(walk):
    walk.press("F2")
    for stop in round_trip():
        if not isValid(stop) or not stop.isVisible():
            continue
        stop.setFocus()
        before = next(
            (pane for pane in (walk.view, walk.window.side, walk.window.bars) if pane.isAncestorOf(stop)), stop
        )
        walk.press("F6")
        now = QApplication.focusWidget()
        assert now is not stop
        assert not before.isAncestorOf(now), f"F6 stays in {type(before).__name__} at {stop.accessibleName()}"


def test_tab_goes_from_pane_to_pane_as_the_eye_does(walk):
    walk.press("Ctrl+F", "F2")
    panes = (walk.window.bars, walk.window.find_bar, walk.view, walk.window.side)
    walk.window.bars.address.setFocus()
    met = []
    for stop in round_trip():
        pane = next((one for one in panes if one is stop or one.isAncestorOf(stop)), None)
        if pane is not None and pane not in met:
            met.append(pane)
    assert met == sorted(
        met, key=lambda one: (one.mapTo(walk.window, QPoint()).x() > 400, one.mapTo(walk.window, QPoint()).y())
    )


def test_links_of_the_article_are_followed_without_a_mouse(walk):
    walk.window.show_article(ARTICLE)
    walk.view.setFocus()
    walk.press("Tab")
    gone = []
    walk.view.link_activated.disconnect()
    walk.view.link_activated.connect(gone.append)
    walk.press("Return")
    assert gone == ["https://a.test/1"]


def test_what_is_cut_off_in_a_panel_comes_into_sight_with_the_focus(walk):
    walk.window.resize(320, 256)
    walk.press("F2")
    for stop in round_trip():
        area = next((one for one in walk.window.findChildren(ScrollColumn) if one.isAncestorOf(stop)), None)
        if area is None or not isValid(stop):
            continue
        stop.setFocus()
        QApplication.processEvents()
        assert not stop.visibleRegion().isEmpty(), stop.accessibleName()
