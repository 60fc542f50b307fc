"""The look as figures: every role of every scheme in the palette, sizes, icons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollBar,
    QStyle,
    QStyleOptionSlider,
    QToolButton,
    QWidget,
)

from accessreader import resources
from accessreader.preferences import Preferences, changed
from accessreader.qt.icons import icon, pixmap
from accessreader.qt.palette import ROLES, colour, interface_font, interface_points, palette, system_theme
from accessreader.qt.style import SMALL_TARGET, TARGET, PlainStyle
from accessreader.theme import SHAPE_CONTRAST, TEXT_CONTRAST, Colour, contrast
from qt.panels import THEMES, settle, wear

ICONS = [name.removeprefix("icons/").removesuffix(".svg") for name in resources.names("icons", ".svg")]
DRAWN_IN_INK = [name for name in ICONS if name != "accessreader"]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", THEMES)
def test_a_palette_carries_the_roles_of_its_scheme_in_every_state(name: str) -> None:
    theme = THEMES[name]
    worn = palette(theme)
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        for role, meaning in ROLES.items():
            assert worn.color(group, role) == colour(getattr(theme, meaning)), (group, role)


@pytest.mark.parametrize("name", THEMES)
def test_whatever_is_read_has_seven_to_one_and_whatever_is_seen_three(name: str) -> None:
    theme = THEMES[name]
    reading = [
        (theme.text, theme.background), (theme.quiet, theme.background), (theme.surface_text, theme.surface),
        (theme.surface_text, theme.background), (theme.accent_text, theme.accent), (theme.notice_text, theme.notice),
        (theme.selection_text, theme.selection), (theme.link, theme.background), (theme.visited, theme.background),
    ]  # fmt: skip
    for ink, ground in reading:
        assert contrast(ink, ground) >= TEXT_CONTRAST, (str(ink), str(ground))
    for line in (theme.focus, theme.border):
        for ground in (theme.background, theme.surface):
            assert contrast(line, ground) >= SHAPE_CONTRAST, (str(line), str(ground))
    for ground in (theme.background, theme.surface):
        assert contrast(theme.accent, ground) >= SHAPE_CONTRAST, str(ground)


CHANNEL = st.integers(0, 255)
COLOURS = st.builds(Colour, CHANNEL, CHANNEL, CHANNEL)


@given(base=COLOURS, text=COLOURS, window=COLOURS, window_text=COLOURS)
def test_the_systems_colours_are_moved_until_they_can_be_read(
    base: Colour, text: Colour, window: Colour, window_text: Colour
) -> None:
    system = QPalette()
    roles = QPalette.ColorRole
    for role, value in (
        (roles.Base, base),
        (roles.Text, text),
        (roles.Window, window),
        (roles.WindowText, window_text),
    ):
        system.setColor(role, QColor(str(value)))
    theme = system_theme(system)
    assert theme.background == base
    best = max(contrast(Colour(0, 0, 0), base), contrast(Colour(255, 255, 255), base))
    assert contrast(theme.text, base) >= min(TEXT_CONTRAST, best)


def test_the_systems_own_scheme_is_asked_for_without_losing_ours(qapp: QApplication) -> None:
    wear(qapp, "yellow-on-black")
    theme = system_theme()
    assert theme.name == "system"
    assert qapp.palette().color(QPalette.ColorRole.Base) == colour(THEMES["yellow-on-black"].background)
    assert theme.background != THEMES["yellow-on-black"].background


@given(smaller=st.floats(12, 200), larger=st.floats(12, 200))
def test_the_interface_grows_with_the_text_but_slower(smaller: float, larger: float) -> None:
    smaller, larger = sorted((smaller, larger))
    assert 11 <= interface_points(smaller) <= interface_points(larger) <= 48
    assert interface_points(larger) <= (interface_points(smaller) + 0.5) * larger / smaller


@pytest.mark.usefixtures("qapp")
def test_in_a_narrow_window_the_interface_gives_way_but_stays_readable() -> None:
    huge = changed(Preferences(), font_size=200)
    free, narrow = interface_font(huge), interface_font(huge, 320)
    assert 11 <= narrow.pointSizeF() < free.pointSizeF()
    assert interface_font(changed(Preferences(), font_size=12), 60).pointSizeF() == 11


def test_a_change_of_scheme_reaches_what_is_open(qapp: QApplication) -> None:
    wear(qapp, "black-on-white")
    field = QLineEdit()
    field.resize(200, 50)
    field.show()
    grounds = []
    for name in THEMES:
        wear(qapp, name)
        settle(qapp)
        grounds.append(field.grab().toImage().pixelColor(100, 25).name())
    field.close()
    assert grounds == [str(theme.background) for theme in THEMES.values()]


def test_the_style_is_put_on_once(qapp: QApplication) -> None:
    wear(qapp)
    style = qapp.style()
    wear(qapp, "white-on-black", 40)
    assert qapp.style() is style
    assert isinstance(style, PlainStyle)


@pytest.mark.parametrize("text", [12, 18, 72])
def test_targets_are_large_and_grow(text: float, qapp: QApplication) -> None:
    wear(qapp, text=text)
    button, tool, field = QPushButton("Go"), QToolButton(), QLineEdit()
    tool.setText("Go")
    heights = [widget.sizeHint().height() for widget in (button, tool, field)]
    assert min(heights) >= TARGET
    assert text < 72 or min(heights) > TARGET
    menu = QMenu()
    action = menu.addAction("Words")
    assert menu.actionGeometry(action).height() >= SMALL_TARGET


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", DRAWN_IN_INK)
def test_an_icon_is_drawn_in_the_ink_it_is_asked_for(name: str) -> None:
    image = pixmap(name, "#ff0000", 24, 2.0).toImage()
    assert image.size() == QSize(48, 48)
    solid = {
        image.pixelColor(x, y).name() for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() == 255
    }
    assert "#ff0000" in solid


@pytest.mark.usefixtures("qapp")
def test_an_icon_knows_its_states() -> None:
    theme = THEMES["yellow-on-black"]
    drawn = icon("settings", theme, 24)
    for mode, state, ink in (
        (QIcon.Mode.Normal, QIcon.State.Off, theme.surface_text),
        (QIcon.Mode.Disabled, QIcon.State.Off, theme.surface_text),
        (QIcon.Mode.Normal, QIcon.State.On, theme.accent_text),
    ):
        image = drawn.pixmap(QSize(24, 24), mode, state).toImage()
        inks = {
            image.pixelColor(x, y).name() for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() > 250
        }
        assert inks == {str(ink)}, (mode, state)


@pytest.mark.usefixtures("qapp")
def test_an_icon_that_is_not_there_is_an_error() -> None:
    with pytest.raises(OSError, match="no-such-icon"):
        icon("no-such-icon", THEMES["black-on-white"], 24)


def test_the_style_survives_being_asked_a_lot(qapp: QApplication) -> None:
    """A style in Python is called tens of thousands of times; none of the calls may lose a reference."""
    wear(qapp)
    holder = QWidget()
    buttons = [QPushButton(str(number), holder) for number in range(20)]
    holder.resize(400, 900)
    holder.show()
    for turn in range(60):
        wear(qapp, list(THEMES)[turn % len(THEMES)])
        for button in buttons:
            button.setDown(turn % 2 == 0)
        holder.grab()
    holder.close()
    assert isinstance(qapp.style(), PlainStyle)


def test_a_scroll_bar_is_dragged_paged_and_reaches_both_ends(qapp: QApplication) -> None:
    wear(qapp)
    bar = QScrollBar(Qt.Orientation.Vertical)
    bar.setRange(0, 900)
    bar.setPageStep(100)
    bar.resize(18, 400)
    bar.show()
    settle(qapp)
    option = QStyleOptionSlider()
    bar.initStyleOption(option)
    parts, style = QStyle.SubControl, qapp.style()
    scroll_bar = QStyle.ComplexControl.CC_ScrollBar
    handle = style.subControlRect(scroll_bar, option, parts.SC_ScrollBarSlider, bar)
    assert (handle.top(), handle.height()) == (0, 40)
    start = handle.center()
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(bar, start + QPoint(0, 180))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=start + QPoint(0, 180))
    assert bar.value() == 450
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(9, 395))
    assert bar.value() == 550
    bar.setValue(900)
    bar.initStyleOption(option)
    assert style.subControlRect(scroll_bar, option, parts.SC_ScrollBarSlider, bar).bottom() == 399
    bar.close()
