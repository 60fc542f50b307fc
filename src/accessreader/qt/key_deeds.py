"""What the commands about keys do in a window: the sheet, and the help that says what a key would do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from accessreader.keys.commands import COMMANDS
from accessreader.qt.key_help import KeyHelp
from accessreader.qt.window import Window


def key_deeds(window: Window) -> Mapping[str, Callable[[], object]]:
    """A function for every command about keys, by its name."""
    return {"keys": lambda: _show_keys(window), "key-help": KeyHelp(window).toggle}


def _show_keys(window: Window) -> None:
    from accessreader.qt.keys_sheet import KeysSheet  # noqa: PLC0415 - a window should not wait for it

    there = [command for command in COMMANDS if command.name in window.actions_by_name]
    sheet = KeysSheet(there, window.services.keys, window, editable=not window.kiosk)
    sheet.changed.connect(bind_everywhere)
    sheet.open()


def bind_everywhere() -> None:
    """Let the keys of now call the commands, in every window, and be shown wherever keys are shown."""
    for window in QApplication.allWidgets():
        if isinstance(window, Window):
            _bind(window)


def _bind(window: Window) -> None:
    keys = window.services.keys
    for command in COMMANDS:
        if action := window.actions_by_name.get(command.name):
            action.setShortcuts([QKeySequence(key) for key in keys.of(command)])
    window.bars.retranslate()
    window.home.changed.emit()
