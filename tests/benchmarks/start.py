"""How soon the window is there, and what it weighs, beside an empty window with a tool bar, in the same run.

Wall time and the processor's time from the start of the process to the first painting, medians of alternating runs;
proportional memory (PSS) with the demonstration's article open. The program is the installed one, command line and
all, its bytecode kept, as an installer keeps it. "Our frame" is the window in the reader's background, before its
content.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 11

PAINTED = """
import os, sys
from PySide6.QtCore import QEvent, QObject, QTimer
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            os._exit(0)
        return False
"""
EMPTY = (
    PAINTED
    + """
from PySide6.QtWidgets import QApplication, QMainWindow, QToolBar
application = QApplication([])
window = QMainWindow()
bar = QToolBar()
for number in range(11):
    bar.addAction(str(number))
window.addToolBar(bar)
window.resize(1120, 800)
watch = Watch()
window.installEventFilter(watch)
window.show()
application.exec()
"""
)
FRAME = """
import os, sys
from accessreader import __main__ as doorway
raised = doorway._curtain
def then_end(arguments):
    assert raised(arguments).painted
    os._exit(0)
doorway._curtain = then_end
doorway.main(sys.argv[1:])
"""
ARTICLE = """
import os, sys
from accessreader import __main__ as doorway
show = doorway._Window.show
def watched(self, *arguments, **settings):
    from PySide6.QtCore import QEvent, QObject
    import accessreader.qt.app as app
    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint:
                os._exit(0)
            return False
    watch = Watch()
    opened = app.Program.open_window
    def and_watched(self, *words, **more):
        window = opened(self, *words, **more)
        window.view.viewport().installEventFilter(watch)
        return window
    app.Program.open_window = and_watched
    return show(self, *arguments, **settings)
doorway._Window.show = watched
doorway.main(sys.argv[1:])
"""
WEIGHT = """
import os, sys
from accessreader import __main__ as doorway
show = doorway._Window.show
def weighed(self, *arguments, **settings):
    from PySide6.QtCore import QTimer
    def tell():
        with open("/proc/self/smaps_rollup") as rollup:
            print(next(line.split()[1] for line in rollup if line.startswith("Pss:")), flush=True)
        os._exit(0)
    QTimer.singleShot(4000, tell)
    return show(self, *arguments, **settings)
doorway._Window.show = weighed
doorway.main([*sys.argv[1:], "--demo"])
"""


WEIGHT_OF_EMPTY = EMPTY.replace("os._exit(0)", "QTimer.singleShot(1000, tell)").replace(
    "class Watch",
    """def tell():
    with open("/proc/self/smaps_rollup") as rollup:
        print(next(line.split()[1] for line in rollup if line.startswith("Pss:")), flush=True)
    os._exit(0)
class Watch""",
)


def run(code: str, *arguments: str) -> tuple[float, float, str]:
    """Milliseconds that a program took by the clock and of the processor's time, and what it said."""
    before, start = os.times(), time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    taken, after = time.perf_counter() - start, os.times()
    worked = after.children_user + after.children_system - before.children_user - before.children_system
    return 1000 * taken, 1000 * worked, done.stdout.strip()


def main() -> int:
    """Print the medians, their ratios and the weight."""
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    programs = {"empty window": EMPTY, "our frame": FRAME, "with its content": ARTICLE}
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in programs}
    with tempfile.TemporaryDirectory() as home:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = f"{home}/bytecode"
        (Path(home) / "config").mkdir()
        (Path(home) / "config" / "preferences.toml").write_text("first_questions = false\n")  # they are asked once
        for number in range(RUNS + 1):
            for name, code in programs.items():
                *taken, _said = run(code, "--home", home)
                if number:  # the first run writes the bytecode
                    times[name].append((taken[0], taken[1]))
        empty = [statistics.median(column) for column in zip(*times["empty window"], strict=True)]
        for name, taken_by in times.items():
            wall, worked = (statistics.median(column) for column in zip(*taken_by, strict=True))
            print(
                f"{name:18} {wall:6.0f} ms to the first painting, {wall / empty[0]:.2f} of an empty window's;"
                f"{worked:6.0f} ms of the processor's, {worked / empty[1]:.2f}"
            )
        if sys.platform.startswith("linux"):
            ours, bare = run(WEIGHT, "--home", home)[2], run(WEIGHT_OF_EMPTY)[2]
            print(f"proportional memory: {int(ours) / 1024:.0f} MB with an article, {int(bare) / 1024:.0f} MB empty")
    return 0


if __name__ == "__main__":
    sys.exit(main())
