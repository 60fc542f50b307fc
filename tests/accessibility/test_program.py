"""The whole program as its reader has it: a process, a window, keys, and a kill at the worst moment."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from accessibility.outside import HERE, SYSTEM_PYTHON, listening, until

pytestmark = [pytest.mark.accessibility, pytest.mark.timeout(120)]

PATIENCE = 30


def frames():
    """(role, name, roles of the children) of the program's frames, as assistive technology sees them."""
    done = subprocess.run([SYSTEM_PYTHON, HERE / "frames.py"], capture_output=True, text=True, check=False)
    return json.loads(done.stdout) if done.returncode == 0 and done.stdout.strip() else []


def titled():
    """The title of the window in front, if it is an article's by now."""
    done = subprocess.run(
        ["/usr/bin/xdotool", "getactivewindow", "getwindowname"], capture_output=True, text=True, check=False
    )
    return done.stdout.strip() if "—" in done.stdout else ""


@pytest.fixture
def start(tmp_path):
    """A function that starts the program on this reader's folder."""
    running = []

    def started(*arguments):
        command = [sys.executable, "-m", "accessreader", "--home", tmp_path, "--language", "en", *arguments]
        running.append(subprocess.Popen(command, env={**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}))
        return running[-1]

    yield started
    for process in running:
        if process.poll() is None:
            process.kill()
        process.wait()


def press(key):
    subprocess.run(["/usr/bin/xdotool", "key", key], check=True)


def test_a_setting_survives_a_kill_and_the_page_is_found_again(start, tmp_path):
    preferences = tmp_path / "config" / "preferences.toml"
    history = tmp_path / "data" / "history.jsonl"
    process = start("--demo")
    title = until(titled, "the article's title on the frame")
    press("F4")
    until(lambda: preferences.exists() and "white-on-black" in preferences.read_text(), "the setting in its file")
    until(lambda: history.exists() and "demo.localhost" in history.read_text(), "the page in the history")
    process.send_signal(signal.SIGKILL)
    process.wait()
    until(lambda: not frames(), "the frame to be gone")

    again = start()
    assert until(titled, "the same article") == title
    assert "white-on-black" in preferences.read_text()
    press("ctrl+q")
    assert again.wait(PATIENCE) == 0


def test_the_window_is_one_frame_to_assistive_technology(start):
    start("--demo")
    assert until(titled, "the article's title on the frame").endswith("— AccessReader")
    ((role, name, children),) = frames()
    assert role == "frame"
    assert name == "AccessReader"  # whatever the title is: it would be said at each change
    assert "frame" not in children


def test_when_a_page_comes_its_title_is_told_once_and_one_announcement_is_made(start, tmp_path):
    start("--demo")
    first = until(titled, "the article's title on the frame")
    told = tmp_path / "told"
    with listening("arrival.py", told):
        press("Tab")
        until(lambda: "focus: link" in told.read_text(), "the focus on a link")
        press("Return")
        until(lambda: titled() not in {"", first}, "the other article's title")
        until(lambda: "announcement" in told.read_text(), "the announcement")
        time.sleep(1)  # nothing more comes
        lines = told.read_text().partition("focus: link")[2].splitlines()[1:]
        title = titled().removesuffix(" — AccessReader")
        assert [line for line in lines if title in line] == [f"focus: heading: {title}"]
        (announced,) = [line for line in lines if line.startswith("announcement: ")]
        assert announced.endswith(" words.")
        assert not [line for line in lines if line.startswith("window")]


def test_the_row_on_which_the_next_menu_opens_is_told(start, tmp_path):
    start("--demo")
    until(titled, "the article's title on the frame")
    told = tmp_path / "told"
    with listening("focus.py", told):
        press("F10")
        time.sleep(1)
        press("Right")
        time.sleep(1)  # what the first menu gives up is told as well: the row has to be the last word
        until(lambda: told.read_text().splitlines()[-1] == "Copy", "the first row of the second menu")


def test_a_first_run_that_is_killed_goes_on_where_nothing_was_chosen(start, tmp_path):
    preferences = tmp_path / "config" / "preferences.toml"

    def chosen(key, words):
        """Press a number, as often as it takes, until its answer is in the file."""

        def tried():
            press(key)
            return preferences.exists() and words in preferences.read_text()

        until(tried, f"{words} in the file")

    process = start()
    until(frames, "the frame")
    chosen("1", 'interface_language = "kk"')
    press("Return")
    chosen("3", "speech_of_program = false")
    press("Return")
    chosen("2", 'theme = "white-on-black"')
    process.send_signal(signal.SIGKILL)
    process.wait()
    until(lambda: not frames(), "the frame to be gone")

    start()
    until(frames, "the frame")
    chosen("2", "font_size = 24.0")
    assert 'theme = "white-on-black"' in preferences.read_text()
    press("Escape")
    press("Escape")
