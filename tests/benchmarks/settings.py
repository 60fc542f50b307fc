"""How fast the whole window answers a change of a setting: from the reader's command to the repainted article.

    .venv/bin/python tests/benchmarks/settings.py [WORDS…]        1000 100000 without any

Everything that happens on the way counts: the check of the value, the file that is written and forced to the disk, the
controls' own new look. Medians and the worst of some changes in milliseconds, with the panel of settings closed and
open; "in all" is until nothing is left to do, the rest of the window included. Nothing here fails: figures are to be
read.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).parent))
from view import our_block, write_article

from accessreader.article import Article
from accessreader.assembly import assemble
from accessreader.folders import folders
from accessreader.qt.app import make_application
from accessreader.qt.article_view import ArticleView
from accessreader.qt.deeds import deeds
from accessreader.qt.jobs import Jobs
from accessreader.qt.window import Window

CHANGES: dict[str, tuple[dict[str, object], dict[str, object]]] = {
    "colours": ({"theme": "yellow-on-black"}, {"theme": "black-on-white"}),
    "letter spacing": ({"letter_spacing": 0.12}, {"letter_spacing": 0.0}),
    "word spacing": ({"word_spacing": 0.16}, {"word_spacing": 0.0}),
    "line height": ({"line_height": 2.0}, {"line_height": 1.5}),
    "paragraph spacing": ({"paragraph_spacing": 2.0}, {"paragraph_spacing": 1.0}),
    "text size": ({"font_size": 26.0}, {"font_size": 20.0}),
    "font": ({"font_family": "DejaVu Serif"}, {"font_family": "Noto Sans"}),
    "column width": ({"measure": 45.0}, {"measure": 66.0}),
    "images": ({"images": "hidden"}, {"images": "shown"}),
    "sentence a line": ({"sentence_per_line": True}, {"sentence_per_line": False}),
    "invisible characters": ({"invisible_characters": True}, {"invisible_characters": False}),
    "language of the program": ({"interface_language": "kk"}, {"interface_language": "en"}),
}
TURNS = 12
REST_SECONDS = 0.2


class Painted:
    """Notes when the article was first painted since it was asked."""

    def __init__(self, view: ArticleView) -> None:
        self.at = 0.0
        paint = view.paintEvent

        def timed(event: QPaintEvent) -> None:
            paint(event)
            self.at = self.at or time.perf_counter()

        view.paintEvent = timed


def rest(seconds: float = REST_SECONDS) -> float:
    """Let everything that waits happen; the seconds in which there was something to do."""
    busy, end = 0.0, time.perf_counter() + seconds
    while (now := time.perf_counter()) < end:
        QApplication.processEvents()
        took = time.perf_counter() - now
        busy += took if took > 0.0005 else 0.0
        time.sleep(0.002)
    return busy


def measure(window: Window, painted: Painted, values: dict[str, object]) -> tuple[float, float]:
    """Milliseconds until the article is repainted, and those of all the work."""
    start, painted.at = time.perf_counter(), 0.0
    window.prefer(**values)
    while not painted.at:
        QApplication.processEvents()
    until = time.perf_counter()
    return 1000 * (painted.at - start), 1000 * (until - start + rest())


def main() -> None:
    """Print a table for each length."""
    application = make_application()
    for words in [int(word) for word in sys.argv[1:]] or [1_000, 100_000]:
        blocks = tuple(our_block(number, *piece) for number, piece in enumerate(write_article(words)))
        article = Article(url="https://example.test/", title="A long article", blocks=blocks, language="ru")
        with tempfile.TemporaryDirectory() as home:
            window = Window(assemble(folders(Path(home)), language="en"), Jobs(), deeds)
            window.show()
            window.show_article(article)
            painted = Painted(window.view)
            rest()
            print(f"{words} words: milliseconds to the repainted article, median / worst / in all")
            for panel in ("closed", "open"):
                if panel == "open":
                    window.side.toggle("settings")
                    rest()
                for name, pair in CHANGES.items():
                    taken = [measure(window, painted, pair[turn % 2]) for turn in range(TURNS)]
                    first, whole = zip(*taken, strict=True)
                    middle, in_all = statistics.median(first), statistics.median(whole)
                    print(f"  {panel:7}{name:26}{middle:8.1f} /{max(first):7.1f} /{in_all:7.1f}")
            window.close()
    application.quit()


if __name__ == "__main__":
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main()
