"""The window while a page is read that would hold whoever reads it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from hostile import PARAGRAPH, SHAPES


@pytest.fixture
def endless(tmp_path):
    """A page that no parser is through with in less than many seconds."""
    saved = tmp_path / "endless.html"
    saved.write_text(SHAPES["misnested formatting"](4_000_000))
    return str(saved)


@pytest.mark.slow
def test_the_window_goes_on_while_a_hostile_page_is_read(qtbot, services, open_window, endless):
    services.road.keep_apart()
    window = open_window()
    beats = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(window.loading))
    timer.start(20)
    window.open(endless)
    qtbot.waitUntil(lambda: len(beats) > 20, timeout=40_000)
    assert window.loading
    window.stop()
    assert not window.loading
    if Path("/proc/self/task").exists():
        qtbot.waitUntil(lambda: not any(map(reads, Path("/proc/self/task").glob("*/children"))), timeout=20_000)


def reads(children):
    """Whether one of a thread's children is at work on a page: one that waits for its page has used next to nothing."""
    used = [Path("/proc", child, "statm").read_text().split()[1] for child in children.read_text().split()]
    return any(int(pages) * 4096 > 60_000_000 for pages in used)


def test_a_page_is_there_as_ever_when_it_is_read_apart(services, open_window, tmp_path):
    saved = tmp_path / "a.html"
    saved.write_text(f"<h1>Water is back</h1>{PARAGRAPH}{PARAGRAPH}")
    services.road.keep_apart()
    window = open_window(str(saved))
    assert window.article.title == "Water is back"
