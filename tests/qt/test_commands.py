"""The table of commands: complete, without two of a kind, and true of the window."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from accessreader import resources
from accessreader.keys.commands import BAR, COMMANDS, GROUPS
from accessreader.preferences import Preferences
from accessreader.qt import steps

SCREEN_READER_KEYS = ("Ins", "CapsLock", "Meta", "Ctrl+Alt")


def test_no_two_commands_share_a_key():
    keys = Counter(QKeySequence(key).toString() for command in COMMANDS for key in command.all_keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_the_tool_bar_holds_the_commands_that_have_a_word_for_it():
    assert sorted(BAR) == sorted(command.name for command in COMMANDS if command.bar)


def test_no_two_commands_share_a_name_or_a_title():
    assert len({command.name for command in COMMANDS}) == len(COMMANDS)
    assert len({command.title for command in COMMANDS}) == len(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_command_has_a_title_a_group_and_a_drawing_that_exists(command):
    assert command.title
    assert command.group in GROUPS
    assert f"icons/{command.icon}.svg" in resources.names("icons", ".svg")
    assert all(QKeySequence(key).toString() for key in command.all_keys)
    assert not any(key.startswith(SCREEN_READER_KEYS) for key in command.keys)


def test_every_command_does_something_in_the_window(open_window):
    window = open_window()
    assert set(window.actions_by_name) == {command.name for command in COMMANDS}
    menus = {action.objectName() for menu in window.bars.menus for action in menu.actions()}
    assert menus == set(window.actions_by_name)


def test_every_setting_that_is_an_amount_can_be_moved_both_ways_by_key():
    moved = Counter(step.key for step in steps.AMOUNTS.values())
    assert set(moved.values()) == {2}
    assert {"font_size", "letter_spacing", "word_spacing", "line_height", "paragraph_spacing", "measure"} == set(moved)


@pytest.mark.parametrize("command", steps.AMOUNTS)
def test_an_amount_stops_at_its_end(command):
    preferences = Preferences()
    for _press in range(400):
        values = steps.change(command, preferences)
        preferences = Preferences(**values)
    assert steps.change(command, preferences) == values


def test_a_list_goes_round():
    preferences = Preferences(theme="system")
    assert steps.change("next-theme", preferences, ("a", "b")) == {"theme": "a"}
    assert steps.change("previous-theme", Preferences(theme="a"), ("a", "b")) == {"theme": "system"}
    assert steps.change("next-font", Preferences(font_family="gone"), (), ("X", "Y")) == {"font_family": "X"}


def test_wcag_spacing_is_switched_on_and_off():
    on = steps.change("wcag-spacing", Preferences(line_height=2.0))
    assert on == {"line_height": 2.0, "paragraph_spacing": 2.0, "letter_spacing": 0.12, "word_spacing": 0.16}
    off = steps.change("wcag-spacing", Preferences(**on))
    assert off["letter_spacing"] == 0


def test_a_setting_is_said_with_its_value_and_unit():
    assert steps.said("letter_spacing", Preferences(letter_spacing=0.12), {}) == "Letter spacing: 0.12 em"
    assert steps.said("theme", Preferences(), {"black-on-white": "Black on white"}) == "Colour scheme: Black on white"
