"""The panel of settings: made from the declarations, live, quiet when it is told, whole by keyboard and by ear."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDoubleSpinBox,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from accessreader import messages
from accessreader.preferences import WCAG_SPACING, Amount, Preferences, changed, declarations
from accessreader.qt.preference_controls import AmountSetting, ChoiceSetting, SwitchSetting, WcagSetting
from accessreader.qt.preferences_panel import PreferencesPanel
from qt.panels import THEMES, preferences_panel, settle, tab_stops, type_into, wear


@pytest.fixture
def panel(qapp: QApplication) -> Iterator[PreferencesPanel]:
    wear(qapp)
    made = preferences_panel()
    made.resize(420, 900)
    made.show()
    made.activateWindow()
    settle(qapp)
    yield made
    made.close()
    made.deleteLater()
    messages.use_language("en")


@pytest.fixture
def wanted(panel: PreferencesPanel) -> list[dict[str, object]]:
    """What the reader has wanted so far."""
    heard: list[dict[str, object]] = []
    panel.wanted.connect(heard.append)
    return heard


def setting(panel: PreferencesPanel, key: str) -> AmountSetting | SwitchSetting | ChoiceSetting:
    return next(
        made
        for made in panel.settings
        if made.keys == (key,) and isinstance(made, AmountSetting | SwitchSetting | ChoiceSetting)
    )


def amount(panel: PreferencesPanel, key: str) -> AmountSetting:
    made = setting(panel, key)
    assert isinstance(made, AmountSetting)
    return made


def press(panel: QWidget, name: str) -> None:
    """Press the button of an accessible name."""
    button = next(one for one in panel.findChildren(QAbstractButton) if one.accessibleName() == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_every_declared_preference_can_be_set(panel: PreferencesPanel) -> None:
    settable = {key for made in panel.settings for key in made.keys} | {"own_text", "own_background"}
    assert settable == set(declarations())


def test_showing_preferences_emits_nothing(panel: PreferencesPanel, wanted: list[dict[str, object]]) -> None:
    other = changed(
        Preferences(),
        theme="yellow-on-black", font_size=40, letter_spacing=0.12, images="hidden", smooth_scrolling=False,
        line_height=2.0, paragraph_spacing=2.0, word_spacing=0.2, font_family="Andika", interface_language="ru",
        own_text="#ffffff", own_background="#000000", measure=40,
    )  # fmt: skip
    panel.show_preferences(other)
    panel.show_preferences(Preferences(), frozenset({"theme", "font_size"}))
    panel.show_preferences(other)
    assert wanted == []
    assert panel.schemes.samples["yellow-on-black"].isChecked()
    assert panel.fonts.samples["Andika"].isChecked()
    assert amount(panel, "font_size").control.field.value() == 40


def test_buttons_less_and_more_change_by_a_step_at_once(
    panel: PreferencesPanel, wanted: list[dict[str, object]]
) -> None:
    press(panel, "Text size: more")
    press(panel, "Letter spacing: less")
    assert wanted == [{"font_size": 19.0}, {"letter_spacing": -0.01}]


def test_a_named_stop_sets_its_value_and_says_that_it_is_on(
    panel: PreferencesPanel, wanted: list[dict[str, object]]
) -> None:
    press(panel, "WCAG, Letter spacing")
    press(panel, "Medium, Letter spacing")
    assert wanted == [{"letter_spacing": 0.12}, {"letter_spacing": 0.06}]
    on = {one.accessibleName() for one in panel.findChildren(QPushButton) if one.isChecked()}
    assert "Medium, Letter spacing" in on
    assert "WCAG, Letter spacing" not in on
    press(panel, "Medium, Letter spacing")
    on = {one.accessibleName() for one in panel.findChildren(QPushButton) if one.isChecked()}
    assert "Medium, Letter spacing" in on, "a stop that is on stays on"


@pytest.mark.parametrize(("typed", "value"), [("0.2", 0.2), ("0,2", 0.2), ("-0.01", -0.01), ("\u22120,02", -0.02)])
def test_a_number_is_typed_with_point_or_comma(
    typed: str, value: float, panel: PreferencesPanel, wanted: list[dict[str, object]]
) -> None:
    field = amount(panel, "letter_spacing").control.field
    field.setFocus()
    field.selectAll()
    type_into(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert wanted == [{"letter_spacing": value}]


def test_typing_what_is_no_number_changes_nothing(panel: PreferencesPanel, wanted: list[dict[str, object]]) -> None:
    field = amount(panel, "font_size").control.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert wanted == []
    assert field.value() == 18


def test_arrows_turn_a_number_and_the_wheel_only_with_the_focus(
    panel: PreferencesPanel, wanted: list[dict[str, object]], qapp: QApplication
) -> None:
    field = amount(panel, "font_size").control.field
    panel.schemes.own_button.setFocus()
    middle = QPointF(field.rect().center())
    turn = QWheelEvent(
        middle, field.mapToGlobal(middle), QPoint(0, 0), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    qapp.sendEvent(field, turn)
    assert wanted == []
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_PageUp)
    assert wanted == [{"font_size": 19.0}, {"font_size": 29.0}]


def test_every_amount_tells_number_unit_and_range(panel: PreferencesPanel) -> None:
    panel.show_preferences(changed(Preferences(), letter_spacing=0.12))
    for key, declared in declarations().items():
        if isinstance(declared, Amount):
            field = amount(panel, key).control.field
            assert field.accessibleName() == declared.label
            assert declared.unit in field.accessibleDescription(), "and its value is told as its value"
            assert f"{declared.high:g}" in field.accessibleDescription()


def test_choices_and_switches_emit_what_was_chosen(panel: PreferencesPanel, wanted: list[dict[str, object]]) -> None:
    press(panel, "Hidden")
    press(panel, "Smooth scrolling")
    press(panel, "Қазақша")
    assert wanted == [{"images": "hidden"}, {"smooth_scrolling": False}, {"interface_language": "kk"}]


def test_arrows_walk_the_schemes_and_each_step_is_wanted(
    panel: PreferencesPanel, wanted: list[dict[str, object]], qapp: QApplication
) -> None:
    first = panel.schemes.samples["black-on-white"]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    settle(qapp)
    assert wanted == [{"theme": "white-on-black"}]
    assert panel.schemes.samples["white-on-black"].hasFocus()


def test_tab_stops_at_the_chosen_one_of_a_group(panel: PreferencesPanel) -> None:
    panel.show_preferences(changed(Preferences(), theme="low-luminance", images="hidden"))
    stops = {widget.accessibleName() for widget in panel.findChildren(QRadioButton) if is_stop(widget)}
    assert stops == {
        "Low luminance, 8.8:1", "Hidden", "Noto Sans, All Kazakh letters", "As the system", "Sentence and word",
    }  # fmt: skip


def is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus & ~Qt.FocusPolicy.ClickFocus)


def test_a_scheme_is_named_with_its_ratio(panel: PreferencesPanel) -> None:
    names = {name: sample.accessibleName() for name, sample in panel.schemes.samples.items()}
    assert names["black-on-white"] == "Black on white, 21:1"
    assert names["dark-blue-on-light-blue"] == "Dark blue on light blue, 7.8:1"
    assert set(names) == {*THEMES, "system", "own"}


def test_the_wcag_switch_sets_four_spacings_and_gives_them_back(
    panel: PreferencesPanel, wanted: list[dict[str, object]]
) -> None:
    narrow = changed(Preferences(), line_height=1.2, letter_spacing=0.01)
    panel.show_preferences(narrow)
    press(panel, "WCAG spacing")
    assert wanted == [dict(WCAG_SPACING)]
    panel.show_preferences(changed(narrow, **WCAG_SPACING))
    switch = next(made for made in panel.settings if isinstance(made, WcagSetting))
    assert switch.check.isChecked()
    press(panel, "WCAG spacing")
    assert wanted[-1] == {"line_height": 1.2, "letter_spacing": 0.01, "word_spacing": 0.0, "paragraph_spacing": 1.0}


def test_a_font_from_elsewhere_joins_the_list(panel: PreferencesPanel, wanted: list[dict[str, object]]) -> None:
    panel.show_fonts(["Noto Sans", "Andika"])
    panel.show_preferences(changed(Preferences(), font_family="DejaVu Serif"))
    assert list(panel.fonts.samples) == ["Noto Sans", "Andika", "DejaVu Serif"]
    assert panel.fonts.samples["DejaVu Serif"].isChecked()
    QTest.mouseClick(panel.fonts.samples["Andika"], Qt.MouseButton.LeftButton)
    assert wanted == [{"font_family": "Andika"}]


def test_what_is_locked_is_shown_disabled_and_says_why(
    panel: PreferencesPanel, wanted: list[dict[str, object]]
) -> None:
    panel.show_preferences(Preferences(), frozenset({"font_size", "images", "theme"}))
    made = setting(panel, "font_size")
    assert made.isVisible()
    assert not made.body.isEnabled()
    assert "Locked" in amount(panel, "font_size").control.field.accessibleDescription()
    assert "Locked" in setting(panel, "images").body.findChildren(QAbstractButton)[0].accessibleDescription()
    assert not panel.schemes.own_button.isEnabled()
    press(panel, "Text size: more")
    press(panel, "Hidden")
    assert wanted == []
    panel.show_preferences(Preferences())
    assert made.body.isEnabled()
    assert "Locked" not in amount(panel, "font_size").control.field.accessibleDescription()


def test_the_buttons_above_say_what_is_wanted(panel: PreferencesPanel, qtbot: QtBot) -> None:
    for name, signal in (
        ("Undo", panel.undo_wanted),
        ("Safe defaults", panel.defaults_wanted),
        ("Close", panel.closed),
    ):
        with qtbot.waitSignal(signal, timeout=1000):
            press(panel, name)
    with qtbot.waitSignal(panel.preset_wanted, timeout=1000) as heard:
        press(panel, "Low vision")
    assert heard.args == ["low-vision"]
    with qtbot.waitSignal(panel.closed, timeout=1000):
        QTest.keyClick(panel, Qt.Key.Key_Escape)


def test_another_language_is_said_everywhere_and_the_focus_stays(panel: PreferencesPanel, qapp: QApplication) -> None:
    radio = next(one for one in panel.findChildren(QAbstractButton) if one.accessibleName() == "Русский")
    radio.setFocus()
    messages.use_language("ru")
    panel.show_preferences(changed(Preferences(), interface_language="ru"))
    settle(qapp)
    assert panel.focusWidget() is radio
    assert panel.schemes.samples["black-on-white"].title == "Чёрным по белому"
    assert panel.schemes.samples["dark-blue-on-light-blue"].ratio == "7,8:1"


def test_tab_reaches_every_control_and_comes_back(panel: PreferencesPanel) -> None:
    stops = tab_stops(panel)
    start = stops[0]
    start.setFocus()
    seen: list[QWidget] = []
    for _step in range(len(stops) + 5):
        now = panel.focusWidget()
        assert now is not None
        if seen and now is start:
            break
        seen.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    else:
        pytest.fail("Tab does not come back")
    missed = [widget.accessibleName() for widget in stops if widget not in seen]
    assert not missed, missed
    QTest.keyClick(start, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert panel.focusWidget() is seen[-1]


def test_tab_goes_as_the_eye_does(panel: PreferencesPanel) -> None:
    stops = tab_stops(panel)
    places = {widget: widget.mapTo(panel, QPoint(0, 0)) + QPoint(0, scrolled(panel)) for widget in stops}
    now = min(stops, key=lambda widget: (places[widget].y(), places[widget].x()))
    now.setFocus()
    before = -1
    for _step in range(len(stops) - 1):
        bottom = places[now].y() + now.height()
        assert bottom > before, f"{now.accessibleName()} stands above the stop before it"
        before = places[now].y()
        QTest.keyClick(now, Qt.Key.Key_Tab)
        found = panel.focusWidget()
        assert found is not None
        now = found
        places = {widget: widget.mapTo(panel, QPoint(0, 0)) + QPoint(0, scrolled(panel)) for widget in stops}


def scrolled(panel: PreferencesPanel) -> int:
    area = panel.findChild(QScrollArea)
    return area.verticalScrollBar().value() if area is not None else 0


def test_the_control_with_the_focus_is_scrolled_into_sight(panel: PreferencesPanel, qapp: QApplication) -> None:
    panel.resize(420, 300)
    settle(qapp)
    last = next(one for one in panel.findChildren(QAbstractButton) if one.accessibleName() == "Remember recent pages")
    last.setFocus()
    settle(qapp)
    assert not last.visibleRegion().isEmpty()
    assert last.visibleRegion().boundingRect().height() == last.height()


def interface(widget: QWidget) -> QAccessibleInterface:
    made = QAccessible.queryAccessibleInterface(widget)
    assert made is not None
    return made


def test_assistive_technology_switches_and_moves_what_a_hand_can(
    panel: PreferencesPanel, wanted: list[dict[str, object]], qapp: QApplication
) -> None:
    """States and values are changed from outside, by action and by value, and are wishes like any others."""
    boxes = [box for box in panel.findChildren(QCheckBox) if box.isEnabled() and box.isVisible()]
    assert boxes
    for box in boxes:
        before = box.isChecked()
        interface(box).actionInterface().doAction(QAccessibleActionInterface.toggleAction())
        assert box.isChecked() is not before
    switched = len(wanted)
    assert switched == len(boxes)
    radios = [one for one in panel.findChildren(QRadioButton) if one.isEnabled() and not one.isChecked()]
    assert radios
    for radio in radios:
        interface(radio).actionInterface().doAction(QAccessibleActionInterface.toggleAction())
        assert radio.isChecked()
    assert len(wanted) == switched + len(radios)
    switched = len(wanted)
    fields = [one for one in panel.findChildren(QDoubleSpinBox) if one.isEnabled() and one.isVisible()]
    assert fields
    for field in fields:
        value = interface(field).valueInterface()
        value.setCurrentValue(field.minimum() if field.value() == field.maximum() else field.maximum())
        assert value.currentValue() == field.value()
    settle(qapp)
    assert len(wanted) >= switched + len(fields)
