"""Everything is done by keys alone: each command by its key or from the menus, seen by what comes of it."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from accessreader.errors import BrailleError
from accessreader.keys.commands import BY_NAME, COMMANDS
from accessreader.touch import writer
from qt.pretend_voice import with_voice
from qt.walker import OBSERVATIONS, Walk

BRAILLE = {"braille", "braille-on", "braille-back", "save-braille"}


@pytest.fixture
def walk(open_window, services, qtbot, tmp_path, engines):
    another = []
    before = QAccessible.isActive()
    QAccessible.setActive(False)  # nobody else speaks: the own voice answers at once
    services.preferences.for_this_run(speech_structure=False)
    window = open_window(parts=with_voice(services, engines))
    window.another.connect(lambda: another.append(True))
    yield Walk(window, qtbot, engines, tmp_path, another)
    QAccessible.setActive(before)


def test_it_is_known_how_to_see_every_command_done():
    unseen = [name for name in BY_NAME if name not in OBSERVATIONS]
    assert not unseen, f"Say in tests/qt/walker.py how one sees that these commands were done: {', '.join(unseen)}"
    assert not [name for name in OBSERVATIONS if name not in BY_NAME], "there is no such command any more"


@pytest.mark.parametrize("name", [command.name for command in COMMANDS if command.name in OBSERVATIONS])
def test_a_command_is_done_by_keys(walk, name):
    if name in BRAILLE:
        try:
            writer(walk.window.services.preferences.preferences, walk.window.services.folders)
        except BrailleError as error:
            pytest.skip(f"no liblouis here: {error}")
    seen = OBSERVATIONS[name](walk)
    next(seen)
    walk.give(name)
    with pytest.raises(StopIteration):
        next(seen)


def test_every_command_is_come_to_in_the_menus_by_arrows(walk):
    walk.press("F10")
    walk.wait(lambda: QApplication.activePopupWidget() is not None)
    met = set()
    for menu in walk.window.bars.menus:
        assert QApplication.activePopupWidget() is menu
        for _row in range(len(menu.actions()) + 1):
            if menu.activeAction() is not None:
                met.add(menu.activeAction().objectName())
            walk.press("Down")
        walk.press("Right")
    off = {name for name, action in walk.window.actions_by_name.items() if not action.isEnabled()}
    assert met | off == set(BY_NAME)
    walk.press("Escape", "Escape")
    assert QApplication.activePopupWidget() is None
    assert walk.view.hasFocus()
