"""The frame that is up before everything else: in the right colours, and none of its looks can fail the start."""

import builtins
import subprocess
import sys

import pytest
from PySide6.QtGui import QPalette

from accessreader.__main__ import opens_window
from accessreader.qt.curtain import Curtain, background, raise_curtain, start_application
from accessreader.theme import load_themes

THEMES = load_themes()[0]


def written(folder, text):
    (folder / "preferences.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", THEMES)
def test_it_has_the_background_of_the_readers_scheme(tmp_path, name):
    assert background(written(tmp_path, f'theme = "{name}"')) == str(THEMES[name].background)


def test_it_has_the_readers_own_background(tmp_path):
    assert background(written(tmp_path, 'theme = "own"\nown_background = "#102030"')) == "#102030"


@pytest.mark.parametrize("text", ["", "][", 'theme = "gone"', "theme = 5", 'theme = "../secret"'])
def test_a_file_that_says_nothing_gives_the_standard(tmp_path, text):
    assert background(written(tmp_path, text)) == "#ffffff"


def test_a_scheme_of_the_readers_own_folder_counts(tmp_path):
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "paper.toml").write_text('[colours]\ntext = "#000000"\nbackground = "#fafaf0"\n')
    assert background(written(tmp_path, 'theme = "paper"')) == "#fafaf0"


def test_it_is_painted_when_it_is_raised(qtbot, tmp_path):
    curtain = raise_curtain(written(tmp_path, 'theme = "white-on-black"'))
    qtbot.addWidget(curtain)
    assert curtain.painted
    assert curtain.grab().toImage().pixelColor(50, 50).name() == "#000000"


def test_it_takes_the_windows_title_and_leaves_closing_to_it(open_window):
    window = open_window()
    curtain = Curtain("#000000")
    curtain.hold(window)
    curtain.show()
    window.setWindowTitle("A title")
    assert curtain.windowTitle() == "A title"
    assert curtain.palette().color(QPalette.ColorRole.Window) == window.palette().color(QPalette.ColorRole.Window)
    window.kiosk = True
    curtain.close()
    assert curtain.isVisible(), "the window did not want to close"
    window.kiosk = False
    curtain.close()
    assert not curtain.isVisible()
    window.setParent(None)


@pytest.mark.parametrize(
    ("arguments", "opens"),
    [
        ("", True),
        ("--demo", True),
        ("--home x --language kk", True),
        ("open http://a.example/", True),
        ("--help", False),
        ("get x", False),
        ("open --help", False),
        ("--kiosk", False),
        ("shot x -o y.png", False),
    ],
)
def test_only_a_plain_wish_for_a_window_raises_it(arguments, opens):
    assert opens_window(arguments.split())[0] is opens


def test_it_loads_little():
    code = (
        "import sys, accessreader.qt.curtain;"
        "print([name for name in sys.modules"
        "       if name.startswith('accessreader.') and name.split('.')[1] not in ('qt', 'resources')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_is_imported_after_the_toolkit_is_not_read_through_for_its_spelling():
    """Else every module is opened a second time, and the window comes a tenth later."""
    start_application()
    assert builtins.__import__.__name__ != "__feature_import__"
