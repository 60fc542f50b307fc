"""What a window wears: the article answers first, the controls a moment after, and the system is followed live."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from accessreader.qt import palette as palettes
from accessreader.qt.dressing import AFTER_MS
from accessreader.qt.palette import interface_points


def test_a_larger_text_is_in_the_article_at_once_and_in_the_controls_a_moment_after(open_window, qapp, qtbot):
    window = open_window()
    before = qapp.font().pointSizeF()
    window.prefer(font_size=72.0)
    assert window.view._appearance.font_size == 72
    assert qapp.font().pointSizeF() == before
    qtbot.waitUntil(lambda: qapp.font().pointSizeF() == interface_points(72), timeout=100 * AFTER_MS)


def test_a_size_taken_back_at_once_leaves_the_controls_alone(open_window, qapp, qtbot):
    window = open_window()
    before = qapp.font().pointSizeF()
    heard = []
    window.prefer(font_size=72.0)
    window._dressing.dressed.connect(lambda *look: heard.append(look))
    window.undo()
    qtbot.wait(3 * AFTER_MS)
    assert qapp.font().pointSizeF() == before
    assert heard == []


def test_other_colours_are_in_the_article_and_in_the_controls_at_once(open_window, services, qapp):
    window = open_window()
    window.prefer(theme="yellow-on-black")
    ground = str(services.themes["yellow-on-black"].background)
    assert qapp.palette().color(QPalette.ColorRole.Base).name() == ground
    assert str(window.view._appearance.theme.background) == ground


@pytest.fixture
def dark_system(qapp):
    """A system that was dark when it was asked, and is as it really is when it is asked again."""
    worn = QPalette()
    for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
        worn.setColor(role, QColor("#101010"))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        worn.setColor(role, QColor("#f0f0f0"))
    palettes._system_palettes[qapp.styleHints().colorScheme().name] = worn
    yield qapp.styleHints()
    palettes.forget_system()


@pytest.mark.parametrize("what", ["light", "contrast"])
def test_when_the_system_changes_whoever_follows_it_changes_too(open_window, qapp, dark_system, what):
    window = open_window()
    window.prefer(theme="system")
    assert str(window.view._appearance.theme.background) == "#101010"
    if what == "light":
        dark_system.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    elif hasattr(dark_system, "accessibility"):
        hints = dark_system.accessibility()
        hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    else:
        pytest.skip("this Qt tells nothing of contrast")
    ground = str(window.view._appearance.theme.background)
    assert ground != "#101010"
    assert qapp.palette().color(QPalette.ColorRole.Base).name() == ground


def test_who_chose_colours_keeps_them_when_the_system_changes(open_window, services, dark_system):
    window = open_window()
    window.prefer(theme="yellow-on-black")
    dark_system.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert window.view._appearance.theme == services.themes["yellow-on-black"]
