"""What a screen reader costs: the first painting, another article, a key, with Orca attached and without, in one run.

    packaging/virtual_screen.sh .venv/bin/python tests/benchmarks/assisted.py        make bench-assisted

Milliseconds by the clock and of the processor's time from the start of the process to the first painting of the
article (a busy machine changes the clock's, not the processor's); milliseconds from the call to the repainted window
for another article of the same length, and for a key (a line down); how many nodes of the accessible tree were made two
seconds after the article was opened, of how many there are. Medians of alternating runs. Nothing here fails: figures
are to be read.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from accessibility.screen_reader import ScreenReader, missing
from accessreader.appearance import appearance
from accessreader.article import ListItem
from accessreader.preferences import Preferences
from accessreader.qt.article_view import ArticleView
from accessreader.theme import load_themes
from benchmarks.view import SIZE, in_milliseconds, our_block, write_article

LENGTHS = (1_000, 100_000)
RUNS = 5
KEYS = 60
NOBODY = "unix:path=/nonexistent"
"""A bus on which no assistive technology is; of the one here Qt would know that Orca has been."""


class FirstPaint(QObject):
    """Waits for the first painting."""

    painted = 0.0
    worked = 0.0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note when it was."""
        if event.type() == QEvent.Type.Paint and not self.painted:
            self.painted = time.time()
            self.worked = time.process_time()
        return False


def let_pass(milliseconds: int) -> None:
    """Answer whoever asks for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def press_keys(view: ArticleView) -> dict[str, float]:
    """Lines down, one after the other, with time for questions between."""
    keys, worked = [], []
    for _key in range(KEYS):
        before = time.process_time()
        keys.append(in_milliseconds(lambda: (view.move("line"), view.viewport().repaint())))
        worked.append(1000 * (time.process_time() - before))
        let_pass(60)
    late = int(0.95 * KEYS)
    return {
        "a key, median": statistics.median(keys),
        "a key, p95": sorted(keys)[late],
        "its processor's, p95": sorted(worked)[late],
    }


def measure(words: int, started: float) -> dict[str, float]:
    """Everything, once, in this process."""
    blocks = tuple(our_block(number, *piece) for number, piece in enumerate(write_article(words)))
    looks = appearance(Preferences(), load_themes()[0])
    ready = time.time()
    view, watch = ArticleView(), FirstPaint()
    view.setAccessibleName("Article")
    view.resize(*SIZE)
    view.viewport().installEventFilter(watch)
    view.show_article(blocks, looks)
    view.show()
    view.setFocus()
    while not watch.painted:
        QApplication.processEvents()
    result = {"first painting": 1000 * (watch.painted - ready), "from the start": 1000 * (watch.painted - started)}
    result["the processor's time"] = 1000 * watch.worked
    let_pass(2000)
    result["nodes made"] = len(getattr(view.node, "made", ()))
    items = sum(isinstance(block, ListItem) for block in blocks)
    result["nodes there are"] = len(blocks) + 2 * items
    result["another article"] = in_milliseconds(lambda: (view.show_article(blocks, looks), view.viewport().repaint()))
    result["another, answered"] = in_milliseconds(QApplication.processEvents)
    let_pass(1000)
    result |= press_keys(view)
    result["told"] = float(QAccessible.isActive() and view.hasFocus())
    return result


def run(words: int, *, assisted: bool) -> dict[str, float]:
    """One run in a process of its own."""
    environment = dict(os.environ)
    if not assisted:
        environment.pop("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", None)
        environment["DBUS_SESSION_BUS_ADDRESS"] = NOBODY
    command = [sys.executable, __file__, "--one", str(words), str(time.time())]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    figures: dict[str, float] = json.loads(answer.stdout.splitlines()[-1])
    return figures


def main() -> int:
    """Print a table: with Orca, without, the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--one", nargs=2, default=None)
    chosen = parser.parse_args()
    if chosen.one:
        application = QApplication([])
        print(json.dumps(measure(int(chosen.one[0]), float(chosen.one[1]))))
        application.quit()
        return 0
    if lacking := missing():
        print(f"There is no Orca here: {lacking}")
        return 1
    runs: dict[tuple[int, bool], list[dict[str, float]]] = {}
    for _turn in range(RUNS):
        for words in LENGTHS:
            runs.setdefault((words, False), []).append(run(words, assisted=False))
        with tempfile.TemporaryDirectory() as home, ScreenReader(home, "en"):
            for words in LENGTHS:
                runs.setdefault((words, True), []).append(run(words, assisted=True))
    for words in LENGTHS:
        print(f"{words} words{'':14}{'alone':>10}{'with Orca':>12}{'times':>8}")
        for name in runs[words, True][0]:
            alone, beside = (statistics.median(one[name] for one in runs[words, how]) for how in (False, True))
            print(f"  {name:22}{alone:10.1f}{beside:12.1f}{beside / alone if alone else 0:8.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
