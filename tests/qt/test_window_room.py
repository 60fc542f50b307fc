"""The whole window gives way: nothing cut off, nothing sideways, at any size, text and language, with WCAG spacing."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from accessreader import messages
from accessreader.errors import FetchError, FetchReason
from accessreader.preferences import WCAG_SPACING
from accessreader.qt.speech_bar import UnderWay
from accessreader.road import DEMO_FRONT
from qt.panels import settle
from qt.test_panel_room import cut_off

SIZES = ((1280, 800), (768, 1024), (640, 480), (320, 256))
STATES = ("article", "settings", "removed", "recent", "find", "error", "progress", "speech")


def bring(window, state):
    """Bring a window into a state."""
    window.side.close_panel()
    window.find_bar.hide()
    window.banner.clear()
    speech = state == "speech"
    window.pane.speech_bar.show_state(
        UnderWay(
            active=speech,
            speaking=True,
            rate=messages._("{number} {unit}").format(number=180, unit="wpm"),
            voice="Russian (2)",
        )
    )
    if state in ("settings", "removed", "recent"):
        window.side.toggle(state)
    elif state == "find":
        window.find_bar.open("senate")
    elif state == "error":
        window.banner.show_error(
            str(FetchError("https://senate.example/", FetchReason.OFFLINE)),
            [(messages._("Try again"), lambda: None), (messages._("Open a saved page…"), lambda: None)],
        )
    elif state == "progress":
        window.banner.show_progress(messages._("Reading the page…"), lambda: None)


def cut_labels(window):
    """Plain labels whose words need more room than they have."""
    return [
        f"label {label.text()!r}"
        for label in window.findChildren(QLabel)
        if label.isVisible() and label.wordWrap() and label.heightForWidth(label.width()) > label.height() + 1
    ]


def reach_the_voice(window, qapp, where):
    """By F6 the bar of the voice is come to; it is whole, takes no more than its part, and F6 leads back."""
    window.view.setFocus()
    bar = window.pane.speech_bar
    assert window.view.height() >= window.height() * 0.3, where
    window.actions_by_name["next-pane"].trigger()
    settle(qapp)
    assert bar.isVisible(), where
    assert bar.isAncestorOf(QApplication.focusWidget()), where
    assert cut_off(window) == [], where
    assert bar.verticalScrollBar().maximum() == 0, where
    window.actions_by_name["previous-pane"].trigger()
    assert QApplication.focusWidget() is window.view, where


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("text", [18, 36, 72, 200])
def test_nothing_is_cut_off_and_nothing_scrolls_sideways(open_window, services, qapp, text, language):
    window = open_window(DEMO_FRONT)
    try:
        services.preferences.change(font_size=text, interface_language=language, **WCAG_SPACING)
        window.apply(services.preferences.preferences)
        for size in SIZES:
            window.resize(*size)
            for state in STATES:
                bring(window, state)
                settle(qapp)
                where = f"{state} at {text} pt in {size}, {language}"
                assert window.size().toTuple() == size, f"{where}: the window will not be so small"
                assert cut_off(window) + cut_labels(window) == [], where
                assert window.view.horizontalScrollBar().maximum() == 0, where
                if state == "speech":
                    reach_the_voice(window, qapp, where)
    finally:
        messages.use_language("en")


def test_in_a_small_window_every_command_is_in_the_folded_menus(open_window, qapp):
    window = open_window(DEMO_FRONT)
    window.resize(320, 256)
    settle(qapp)
    assert not window.menuBar().isVisible()
    folded = {action.objectName() for menu in window.bars.menus for action in menu.actions()}
    assert folded == set(window.actions_by_name)


def test_the_bars_fold_by_the_size_that_the_text_has_now(open_window, qtbot):
    window = open_window(DEMO_FRONT)
    window.resize(700, 460)
    for size, folded in ((18, False), (60, True), (18, False), (60, True)):
        window.prefer(font_size=size)
        qtbot.waitUntil(lambda folded=folded: window.menuBar().isHidden() is folded, timeout=5000)


def test_tab_goes_round_the_window_and_comes_back_to_the_article(open_window):
    window = open_window(DEMO_FRONT)
    window.view.setFocus()
    seen = []
    for _step in range(80):
        window.focusNextChild()
        focused = QApplication.focusWidget()
        if focused is window.view and seen:
            break
        seen.append(focused)
    assert QApplication.focusWidget() is window.view, "the article is not reached again"
    assert len(set(seen)) == len(seen), "something is reached twice"
    assert window.bars.address in seen
    assert all(widget.accessibleName() for widget in seen)


def test_a_menu_taller_than_the_screen_keeps_to_one_column(open_window, qtbot):
    window = open_window()
    room = window.screen().availableGeometry()
    menu = max(window.bars.menus, key=lambda one: len(one.actions()))
    for number in range(60):
        menu.addAction(f"One more {number}")
    menu.popup(room.topLeft())
    qtbot.waitUntil(menu.isVisible)
    columns = {menu.actionGeometry(action).left() for action in menu.actions()}
    menu.close()
    assert len(columns) == 1
