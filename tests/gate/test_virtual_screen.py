"""The virtual screen is whole: a window becomes active there, and is seen by assistive technology."""

import subprocess
import sys
import time

import pytest

TITLE = "Сенат жаңалықтары"
pytestmark = pytest.mark.accessibility

WINDOW = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication(["whole screen"])
label = QLabel("Сенат жаңалықтары")  # a label without a name of its own is called what it says
label.setWindowTitle(label.text())
label.resize(300, 200)
label.show()
application.exec()
"""
# Asked by Debian's own Python: its bindings are not for ours.
ASK = """
import gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi
desktop = Atspi.get_desktop(0)
for number in range(desktop.get_child_count()):
    program = desktop.get_child_at_index(number)
    for window in range(program.get_child_count()):
        print(program.get_child_at_index(window).get_name())
"""


def answer(command):
    done = subprocess.run(command, capture_output=True, check=False, text=True, timeout=20)
    return done.stdout.strip()


def wait_for(words, command):
    """Ask until the answer holds `words`; the last answer, twenty seconds later, if it never does."""
    until = time.monotonic() + 20
    said = answer(command)
    while words not in said and time.monotonic() < until:
        time.sleep(0.1)
        said = answer(command)
    return said


@pytest.fixture
def window():
    program = subprocess.Popen([sys.executable, "-c", WINDOW])
    yield
    program.terminate()
    program.wait(timeout=10)


@pytest.mark.usefixtures("window")
def test_a_window_is_made_active_by_the_window_manager():
    assert TITLE in wait_for(TITLE, ["/usr/bin/xdotool", "getactivewindow", "getwindowname"])


@pytest.mark.usefixtures("window")
def test_a_window_is_seen_through_the_accessibility_bus():
    assert TITLE in wait_for(TITLE, ["/usr/bin/python3", "-c", ASK])
