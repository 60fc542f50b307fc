"""Keys of the voice that are pressed before there is a page."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from accessreader.demo import items
from accessreader.qt.deeds import deeds
from accessreader.qt.jobs import Jobs
from accessreader.qt.window import Window
from qt.pretend_voice import with_voice

PAGE = "demo:"
TITLE = items.items("news", "en")[0].title


@pytest.fixture
def bare(qtbot, services, engines):
    """A window in which nothing has been opened yet."""
    services.preferences.for_this_run(speech_structure=False)
    window = Window(with_voice(services, engines), Jobs(), deeds)
    qtbot.addWidget(window)
    window.show()
    return window


def give(window, name):
    window.actions_by_name[name].trigger()


def arrives(qtbot, window):
    qtbot.waitUntil(lambda: window.article is not None and not window.loading, timeout=20_000)


@pytest.mark.parametrize(("command", "times"), [("speak", 1), ("speak", 4), ("speak-all", 1)])
def test_what_is_asked_for_too_early_is_said_and_read_when_the_page_is_there(bare, qtbot, engines, command, times):
    bare.open(PAGE)
    for _press in range(times):
        give(bare, command)
        assert bare.status.text() == "The page is on its way. It is read aloud as soon as it is there."
    assert not bare.narration.active
    qtbot.waitUntil(lambda: bool(engines) and engines[0].said.startswith(TITLE), timeout=20_000)
    assert bare.narration.speaking


def test_beside_a_screen_reader_it_is_asked_for_twice_also_before_the_page_is_there(bare, qtbot, engines, monkeypatch):
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    bare.open(PAGE)
    give(bare, "speak")
    assert bare.status.text().startswith("A screen reader seems to be at work")
    give(bare, "speak")
    assert bare.status.text().startswith("The page is on its way.")
    qtbot.waitUntil(lambda: bool(engines) and engines[0].said.startswith(TITLE), timeout=20_000)


def test_who_stops_before_the_page_is_there_is_left_in_silence(bare, qtbot, engines):
    bare.open(PAGE)
    give(bare, "speak")
    give(bare, "speak-stop")
    arrives(qtbot, bare)
    QApplication.processEvents()
    assert not engines


def test_it_is_read_once_and_not_with_every_page_that_comes(bare, qtbot):
    bare.open(PAGE)
    give(bare, "speak")
    qtbot.waitUntil(lambda: bare.narration.speaking, timeout=20_000)
    bare.go_home()
    QApplication.processEvents()
    assert not bare.narration.active


@pytest.mark.parametrize("command", ["speak", "spell-word", "repeat", "next-sentence", "previous-word", "save-sound"])
def test_where_no_page_is_open_or_comes_it_is_said(bare, command):
    give(bare, command)
    assert bare.status.text() == "No page is open."
