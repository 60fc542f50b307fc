"""How soon the window is there, and what it weighs, beside an empty window with a tool bar, in the same run.

Wall time from the start of the process to the first painting, medians of alternating runs; proportional memory (PSS)
with the demonstration's article open. The program is the installed one, command line and all.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

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


def run(code: str, *arguments: str) -> tuple[float, str]:
    """Milliseconds that a program took, and what it said."""
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    return 1000 * (time.perf_counter() - start), done.stdout.strip()


def main() -> int:
    """Print the medians, their ratios and the weight."""
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    times: dict[str, list[float]] = {"empty window": [], "our frame": [], "with its content": []}
    with tempfile.TemporaryDirectory() as home:
        for _run in range(RUNS):
            times["empty window"].append(run(EMPTY)[0])
            times["our frame"].append(run(FRAME, "--home", home)[0])
            times["with its content"].append(run(ARTICLE, "--home", home)[0])
        empty = statistics.median(times["empty window"])
        for name, taken in times.items():
            median = statistics.median(taken)
            print(f"{name:18} {median:6.0f} ms to the first painting   {median / empty:.2f} of an empty window's")
        if sys.platform.startswith("linux"):
            print(f"proportional memory with an article open: {int(run(WEIGHT, '--home', home)[1]) / 1024:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
