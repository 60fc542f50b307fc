"""What the system wishes, as preferences and as colours; how it is told over D-Bus is tested where there is a bus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette

from accessreader.preferences import checked
from accessreader.qt.palette import heed_system, system_theme
from accessreader.qt.system_wishes import SystemWishes, Wishes
from accessreader.theme import contrast


@pytest.mark.parametrize(
    ("wishes", "values"),
    [
        (Wishes(), {}),
        (Wishes(dark=False), {}),
        (Wishes(dark=True), {"theme": "system"}),
        (Wishes(contrast=True), {"theme": "system"}),
        (Wishes(still=True), {"smooth_scrolling": False}),
        (Wishes(scale=1.5), {"font_size": 27.0}),
        (Wishes(scale=0.8), {}),
        (Wishes(scale=99), {"font_size": 200.0}),
    ],
)
def test_wishes_are_preferences(wishes, values):
    assert wishes.values() == values
    assert {key: checked(key, value) for key, value in values.items()} == values


def test_what_is_not_understood_is_no_wish(qapp):
    wishes = SystemWishes(qapp)
    before = wishes.wishes
    for told in (
        ("org.freedesktop.appearance", "color-scheme", "dark"),
        ("org.freedesktop.appearance", "color-scheme", 77),
        ("org.freedesktop.appearance", "accent-color", 1),
        ("org.gnome.desktop.interface", "text-scaling-factor", None),
    ):
        wishes._take(*told)
    assert wishes.wishes == before
    wishes.deleteLater()


def test_what_qt_knows_counts_until_the_portal_says_otherwise(qapp, qtbot):
    wishes = SystemWishes(qapp)
    with qtbot.waitSignal(wishes.changed):
        wishes._take("org.freedesktop.appearance", "contrast", 1)
    assert wishes.wishes.contrast
    with qtbot.assertNotEmitted(wishes.changed):
        wishes._hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)  # and still says that it does not know
    wishes.deleteLater()


@pytest.fixture
def heeded():
    yield heed_system
    heed_system(dark=None, contrast=False)


@pytest.mark.parametrize("dark", [True, False])
def test_a_system_that_is_dark_is_worn_dark_whatever_its_palette_says(qapp, heeded, dark):
    light = QPalette(Qt.GlobalColor.white, Qt.GlobalColor.white)
    light.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
    heeded(dark=dark, contrast=False)
    assert system_theme(light).dark is dark
    heeded(dark=dark, contrast=True)
    theme = system_theme(light)
    assert theme.dark is dark
    assert contrast(theme.text, theme.background) == pytest.approx(21)
    assert theme.surface == theme.background
    for seen, ground, ratio in theme.pairs():
        assert contrast(getattr(theme, seen), getattr(theme, ground)) >= ratio
    assert qapp
