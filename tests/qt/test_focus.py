"""The focus in every window that opens over the main one: seen in every scheme, as one reads, and given back.

The ring is measured in pixels, at every stop of Tab, in the window as a whole.
"""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from accessreader.qt.focus_ring import THICKNESS, FocusRing
from accessreader.theme import SHAPE_CONTRAST, Colour, contrast
from qt.panels import THEMES, settle
from qt.walker import ARTICLE

OPENED_BY = ("headings", "links", "pictures", "tables", "speakers", "preset", "own-words", "keys")
MANY = 40


@pytest.fixture
def window(open_window, qtbot):
    opened = open_window()
    opened.show_article(ARTICLE)
    opened.view.setFocus()
    qtbot.waitUntil(opened.view.hasFocus)
    return opened


def open_over(window, command, qtbot):
    """The dialog that a command opens, when it has the focus."""
    window.actions_by_name[command].trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QDialog), timeout=20_000)
    dialog = QApplication.activeWindow()
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget()))
    return dialog


def stops(dialog, qapp):
    """Where Tab stops, from where the focus is until it is there again."""
    first = QApplication.focusWidget()
    for _step in range(MANY):
        yield QApplication.focusWidget()
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        settle(qapp)
        if QApplication.focusWidget() is first:
            return
    pytest.fail(f"{MANY} times Tab do not lead round {dialog.windowTitle()}")


def runs_of_ring(dialog, theme, qapp):
    """For each side of the ring that is whole: how many pixels thick it is, and its contrast to both neighbours."""
    frame = qapp.findChild(FocusRing).frame
    assert frame is not None
    assert frame.isVisible()
    place, image = frame.geometry(), dialog.grab().toImage()
    middle, inward = place.center(), 12
    ways = {
        "left": [QPoint(place.left() + step, middle.y()) for step in range(inward)],
        "right": [QPoint(place.right() - step, middle.y()) for step in range(inward)],
        "top": [QPoint(middle.x(), place.top() + step) for step in range(inward)],
        "bottom": [QPoint(middle.x(), place.bottom() - step) for step in range(inward)],
    }
    for side, points in ways.items():
        line = [colour(image, point) for point in points]
        if theme.focus in line:
            first = line.index(theme.focus)
            thick = next((at for at, there in enumerate(line[first:]) if there != theme.focus), inward - first)
            beside = [line[first - 1]] if first else []
            beside += [line[first + thick]] if first + thick < inward else []
            yield side, thick, min(contrast(theme.focus, there) for there in beside)


def colour(image, point):
    there = image.pixelColor(point)
    return Colour(there.red(), there.green(), there.blue())


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("command", OPENED_BY)
def test_the_focus_is_seen_at_every_stop_in_every_scheme(window, qtbot, qapp, command, theme):
    window.prefer(theme=theme)
    dialog = open_over(window, command, qtbot)
    settle(qapp)
    for stop in stops(dialog, qapp):
        sides = list(runs_of_ring(dialog, THEMES[theme], qapp))
        seen = [side for side, thick, ratio in sides if thick >= THICKNESS and ratio >= SHAPE_CONTRAST]
        assert len(seen) >= 3, (stop.accessibleName(), sides)


@pytest.mark.parametrize("command", OPENED_BY)
def test_the_order_of_tab_is_that_of_reading(window, qtbot, qapp, command):
    dialog = open_over(window, command, qtbot)
    places = [(stop, QRect(stop.mapTo(dialog, QPoint(0, 0)), stop.size())) for stop in stops(dialog, qapp)]
    first = min(range(len(places)), key=lambda at: (places[at][1].top(), places[at][1].left()))
    walked = places[first:] + places[:first]
    for (before, above), (after, below) in pairwise(walked):
        told = f"{before.accessibleName()} is before {after.accessibleName()}"
        same_row = above.top() <= below.center().y() <= above.bottom()
        assert below.left() > above.right() if same_row else below.top() >= above.bottom(), told


@pytest.mark.parametrize("command", OPENED_BY)
def test_escape_closes_and_the_focus_is_again_where_it_was(window, qtbot, qapp, command):
    dialog = open_over(window, command, qtbot)
    for _stop in stops(dialog, qapp):
        pass
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is not dialog)
    window.activateWindow()  # a window manager does it, and there is none here
    qtbot.waitUntil(window.view.hasFocus)
