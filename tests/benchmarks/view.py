"""How fast the article view is, beside QTextBrowser in the same run: first paint, every setting, scrolling, memory.

    .venv/bin/python tests/benchmarks/view.py [WORDS…]        1000 10000 100000 1000000 without any

Each length is measured in a process of its own. Times are milliseconds from the call to the repainted window, the
median of some changes, at the beginning and at nine tenths of the article. QTextBrowser is given no pictures (it would
decode them while painting); ours has one about every four hundred words. Nothing here fails: figures are to be read.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QImage, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QTextBrowser

from accessreader import article as ours
from accessreader.appearance import Appearance, appearance
from accessreader.preferences import Preferences
from accessreader.qt.article_view import ArticleView
from accessreader.theme import load_themes

WORDS = (
    "Сенат жалпы отырысында заң жобасын қарап қабылдады депутаттар өңірлердегі мәселелерді талқылап комитет "
    "ұсыныстарын депутаты рассмотрели закон на пленарном заседании обсудили социальные вопросы the deputies "
    "considered and adopted a bill"
)
SETTINGS: dict[str, tuple[dict, dict]] = {
    "colours": ({"theme": "yellow-on-black"}, {"theme": "black-on-white"}),
    "letter spacing": ({"letter_spacing": 0.12}, {"letter_spacing": 0.0}),
    "word spacing": ({"word_spacing": 0.16}, {"word_spacing": 0.0}),
    "line height": ({"line_height": 2.0}, {"line_height": 1.5}),
    "paragraph spacing": ({"paragraph_spacing": 2.0}, {"paragraph_spacing": 1.0}),
    "text size": ({"font_size": 26.0}, {"font_size": 18.0}),
    "font": ({"font_family": "DejaVu Serif"}, {"font_family": "Noto Sans"}),
    "column width": ({"measure": 45.0}, {"measure": 66.0}),
    "images": ({"images": "hidden"}, {"images": "shown"}),
    "sentence a line": ({"sentence_per_line": True}, {"sentence_per_line": False}),
}
PLACES = (0.0, 0.9)
PER_SETTING = 12
SIZE = (1200, 760)


def write_article(words: int) -> list[tuple[str, str]]:
    """An article as (kind, text): a heading for nine paragraphs, a picture for four hundred words, some lists."""
    chance, known = random.Random(1), WORDS.split()
    out = [("h1", " ".join(chance.choices(known, k=9)).capitalize())]
    written = pictured = 0
    while written < words:
        lengths = [chance.randint(8, 18) for _sentence in range(chance.randint(3, 6))]
        text = " ".join(" ".join(chance.choices(known, k=length)).capitalize() + "." for length in lengths)
        number = len(out)
        if number % 9 == 8:
            out.append(("h2", " ".join(chance.choices(known, k=6)).capitalize()))
        out.append(("li" if number % 13 == 5 else "q" if number % 17 == 7 else "p", text))
        written += sum(lengths)
        if written - pictured > 400:
            out.append(("img", f"Picture {number}"))
            pictured = written
    return out


def our_block(number: int, kind: str, text: str) -> ours.Block:
    """A block of the article; every third paragraph has a link."""
    runs: tuple[ours.Run, ...] = (ours.Run(text),)
    if kind == "p" and number % 3 == 0:
        half = text.index(" ", len(text) // 2)
        runs = (ours.Run(text[:half]), ours.Run(" a link", href="https://example.test/"), ours.Run(text[half:]))
    if kind == "img":
        return ours.Figure(f"picture:{number % 20}", text)
    if kind in ("h1", "h2"):
        return ours.Heading(int(kind[1]), runs)
    return {"p": ours.Paragraph, "li": ours.ListItem, "q": ours.Quotation}[kind](runs)


def in_milliseconds(work: Callable[[], object]) -> float:
    """How long something took."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def settle(view: ArticleView | QTextBrowser) -> None:
    """Let everything that waits happen."""
    for _turn in range(5):
        QApplication.processEvents()
        view.viewport().repaint()


def proportional_memory() -> float:
    """The proportional memory of this process in megabytes (Linux; nought elsewhere)."""
    rollup = Path("/proc/self/smaps_rollup")
    if not rollup.exists():
        return 0.0
    line = next(line for line in rollup.read_text().splitlines() if line.startswith("Pss:"))
    return int(line.split()[1]) / 1024


def frames(scroll: Callable[[], object]) -> dict[str, float]:
    """Two hundred frames of scrolling."""
    times = sorted(in_milliseconds(scroll) for _frame in range(200))
    return {"scroll frame p50": statistics.median(times), "scroll frame p95": times[190]}


def _change_ours(view: ArticleView, looks: Appearance) -> float:
    taken = in_milliseconds(lambda: (view.set_appearance(looks), view.viewport().repaint()))
    settle(view)
    return taken


def searches(view: ArticleView) -> dict[str, float]:
    """Milliseconds until the hits of some words are known, and the longest that the window does not answer."""
    result, longest = {}, 0.0
    for name, words in (("first search", "депутат"), ("next search", "закон"), ("search of a letter", "а")):
        start = time.perf_counter()
        longest = max(longest, in_milliseconds(lambda words=words: view.find(words)))  # type: ignore[misc]
        while not view.search.is_over:
            longest = max(longest, in_milliseconds(QApplication.processEvents))
        result[name] = 1000 * (time.perf_counter() - start)
    return result | {"longest wait while searching": longest}


def measure_ours(words: int) -> dict[str, float]:
    """Everything about our view at one length."""
    blocks = tuple(our_block(number, *piece) for number, piece in enumerate(write_article(words)))
    themes, preferences = load_themes()[0], Preferences()
    picture = QImage(1280, 720, QImage.Format.Format_RGB32)
    picture.fill(QColor("steelblue"))
    view = ArticleView()
    view.resize(*SIZE)
    view.picture_wanted.connect(lambda source: view.set_picture(source, picture))

    def first() -> None:
        view.show_article(blocks, appearance(preferences, themes))
        view.show()
        QApplication.processEvents()
        view.viewport().repaint()

    result = {"first paint": in_milliseconds(first)}
    worst = 0.0
    for place in PLACES:
        view.verticalScrollBar().setValue(int(view.verticalScrollBar().maximum() * place))
        settle(view)
        for name, values in SETTINGS.items():
            looks = [appearance(replace(preferences, **value), themes) for value in values]
            times = [_change_ours(view, looks[turn % 2]) for turn in range(PER_SETTING)]
            result[f"{name} at {place:.0%}"] = statistics.median(times)
            worst = max(worst, *times)
    result["worst change"] = worst
    view.verticalScrollBar().setValue(0)
    result |= frames(lambda: (view.scroll_by(40), view.viewport().repaint()))
    result |= searches(view)
    view.clear_find()
    result["to the end"] = in_milliseconds(lambda: (view.move("end"), view.viewport().repaint()))
    result["memory (MB)"] = proportional_memory()
    return result


def _spaced(browser: QTextBrowser, turn: int) -> None:
    font = QFont("Noto Sans", 18)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 3.0 if turn % 2 else 0.0)
    browser.document().setDefaultFont(font)


def _sized(browser: QTextBrowser, turn: int) -> None:
    browser.document().setDefaultFont(QFont("Noto Sans", 26 if turn % 2 else 18))


def _heightened(browser: QTextBrowser, turn: int) -> None:
    cursor = QTextCursor(browser.document())
    cursor.select(QTextCursor.SelectionType.Document)
    block = QTextBlockFormat()
    block.setLineHeight(200.0 if turn % 2 else 150.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.mergeBlockFormat(block)


CHANGES = {"letter spacing": _spaced, "text size": _sized, "line height": _heightened}


def _change_there(browser: QTextBrowser, name: str, turn: int, place: float) -> None:
    CHANGES[name](browser, turn)
    browser.document().size()  # lays out what is above the place, without which there is no place
    browser.verticalScrollBar().setValue(int(browser.verticalScrollBar().maximum() * place))
    browser.viewport().repaint()


def measure_browser(words: int) -> dict[str, float]:
    """What QTextBrowser does, where it can do it."""
    tags = {"h1": "h1", "h2": "h2", "p": "p", "li": "li", "q": "blockquote", "img": "p"}
    html = "".join(f"<{tags[kind]}>{escape(text)}</{tags[kind]}>" for kind, text in write_article(words))
    browser = QTextBrowser()
    browser.resize(*SIZE)
    begin = time.perf_counter()
    browser.setHtml(html)
    browser.show()
    QApplication.processEvents()
    browser.viewport().repaint()
    result = {"first paint": (time.perf_counter() - begin) * 1000}
    settle(browser)
    for place in PLACES:
        for name in CHANGES:
            times = [
                in_milliseconds(lambda turn=turn, name=name, place=place: _change_there(browser, name, turn, place))
                for turn in range(PER_SETTING if words < 100_000 else 4)
            ]
            result[f"{name} at {place:.0%}"] = statistics.median(times)
    bar = browser.verticalScrollBar()
    bar.setValue(0)
    result |= frames(lambda: (bar.setValue(bar.value() + 40), browser.viewport().repaint()))
    result["memory (MB)"] = proportional_memory()
    return result


def main() -> None:
    """Measure each length in its own process, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", type=int, default=[1_000, 10_000, 100_000, 1_000_000])
    parser.add_argument("--one", choices=("ours", "browser"))
    chosen = parser.parse_args()
    if chosen.one:
        application = QApplication([])
        print(json.dumps((measure_ours if chosen.one == "ours" else measure_browser)(chosen.words[0])))
        application.quit()
        return
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    columns: list[tuple[str, dict[str, float]]] = []
    for words in chosen.words:
        for one in ("ours", "browser"):
            command = [sys.executable, __file__, str(words), "--one", one]
            answer = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
            columns.append((f"{one} {words // 1000}k", json.loads(answer.stdout)))
    print_table(columns)


def print_table(columns: list[tuple[str, dict[str, float]]]) -> None:
    """A row a figure, a column a length and a view."""
    rows = list(dict.fromkeys(row for _name, figures in columns for row in figures))
    print(f"{'milliseconds':26}" + "".join(f"{name:>14}" for name, _figures in columns))
    for row in rows:
        cells = "".join(f"{figures[row]:14.1f}" if row in figures else f"{'–':>14}" for _name, figures in columns)
        print(f"{row:26}{cells}")
    first, last = columns[0][1], columns[-2][1]
    changes = [row for row in rows if " at " in row]
    ratios = sorted(last[row] / first[row] for row in changes)
    print(f"\nthe longest against the shortest: median {statistics.median(ratios):.2f}, worst {ratios[-1]:.2f} times")


if __name__ == "__main__":
    main()
