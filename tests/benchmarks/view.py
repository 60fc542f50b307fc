"""How fast the article view is, beside QTextBrowser in the same run: first paint, every setting, scrolling, memory.

    .venv/bin/python tests/benchmarks/view.py [WORDS…]        1000 10000 100000 1000000 without any

Each length is measured in a process of its own. Times are milliseconds from the call to the repainted window, the
median of some changes, at the beginning and at nine tenths of the article. Nothing here fails: figures are to be read.
"""

from __future__ import annotations

import argparse
import gc
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

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

WORDS = (
    "Сенат жалпы отырысында заң жобасын қарап қабылдады депутаттар өңірлердегі әлеуметтік мәселелерді талқылап "
    "комитет ұсыныстарын қолдады денсаулық сақтау саласындағы өзгерістер туралы айтылды депутаты рассмотрели закон "
    "на пленарном заседании обсудили социальные вопросы регионов председатель выступил с докладом the deputies "
    "considered and adopted the bill at the session of the senate"
).split()
SETTINGS = {
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
PER_SETTING = 12
SIZE = (1200, 760)


def write_article(words: int) -> list[tuple[str, str]]:
    """An article as (kind, text): a heading for eight paragraphs, a picture for four hundred words, some lists."""
    chance = random.Random(1)  # noqa: S311 - an article, no secret
    out = [("h1", " ".join(chance.choices(WORDS, k=9)).capitalize())]
    written = pictured = 0
    while written < words:
        count = chance.randint(35, 85)
        sentences, left = [], count
        while left > 0:
            length = min(left, chance.randint(8, 18))
            sentences.append(" ".join(chance.choices(WORDS, k=length)).capitalize() + ".")
            left -= length
        number = len(out)
        if number % 9 == 8:
            out.append(("h2", " ".join(chance.choices(WORDS, k=6)).capitalize()))
        out.append(("li" if number % 13 == 5 else "q" if number % 17 == 7 else "p", " ".join(sentences)))
        written += count
        if written - pictured > 400:
            out.append(("img", f"Picture {number}"))
            pictured = written
    return out


def in_milliseconds(work: Callable[[], object]) -> float:
    """How long something took."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def memory() -> float:
    """The proportional memory of this process in megabytes (Linux; nought elsewhere)."""
    rollup = Path("/proc/self/smaps_rollup")
    if not rollup.exists():
        return 0.0
    line = next(line for line in rollup.read_text().splitlines() if line.startswith("Pss:"))
    return int(line.split()[1]) / 1024


def quantile(values: list[float], share: float) -> float:
    """The value below which a share of the values lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def our_blocks(article: list[tuple[str, str]]) -> tuple:
    """The article as our blocks."""
    from accessreader import article as ours

    out = []
    for number, (kind, text) in enumerate(article):
        runs: tuple = (ours.Run(text),)
        if kind == "p" and number % 3 == 0:
            half = text.index(" ", len(text) // 2)
            runs = (ours.Run(text[:half]), ours.Run(" link of it", href="https://example.test/"), ours.Run(text[half:]))
        makes = {
            "h1": lambda runs=runs: ours.Heading(1, runs),
            "h2": lambda runs=runs: ours.Heading(2, runs),
            "p": lambda runs=runs: ours.Paragraph(runs),
            "li": lambda runs=runs: ours.ListItem(runs),
            "q": lambda runs=runs: ours.Quotation(runs),
            "img": lambda number=number, text=text: ours.Figure(f"picture:{number % 20}", text),
        }
        out.append(makes[kind]())
    return tuple(out)


def measure_ours(words: int) -> dict[str, object]:
    """Everything about our view at one length."""
    from PySide6.QtGui import QColor, QImage
    from PySide6.QtWidgets import QApplication

    from accessreader.appearance import appearance
    from accessreader.preferences import Preferences
    from accessreader.qt.article_view import ArticleView
    from accessreader.theme import load_themes

    application = QApplication([])
    blocks = our_blocks(write_article(words))
    themes = load_themes()[0]
    picture = QImage(1280, 720, QImage.Format.Format_RGB32)
    picture.fill(QColor("steelblue"))
    gc.collect()
    view = ArticleView()
    view.resize(*SIZE)
    view.picture_wanted.connect(lambda source: view.set_picture(source, picture))
    preferences = Preferences()

    def first() -> None:
        view.show_article(blocks, appearance(preferences, themes))
        view.show()
        application.processEvents()
        view.viewport().repaint()

    result: dict[str, object] = {"first paint": in_milliseconds(first)}
    for _turn in range(5):
        application.processEvents()
    for place in (0.0, 0.9):
        bar = view.verticalScrollBar()
        bar.setValue(int(bar.maximum() * place))
        for _turn in range(5):
            application.processEvents()
            view.viewport().repaint()
        for name, values in SETTINGS.items():
            times = []
            for turn in range(PER_SETTING):
                looks = appearance(replace(preferences, **values[turn % 2]), themes)
                times.append(
                    in_milliseconds(lambda looks=looks: (view.set_appearance(looks), view.viewport().repaint()))
                )
                application.processEvents()
            result[f"{name} at {place:.0%}"] = statistics.median(times)
            result["worst change"] = max(float(result.get("worst change", 0.0)), *times)  # type: ignore[arg-type]
    view.verticalScrollBar().setValue(0)
    frames = [in_milliseconds(lambda: (view.scroll_by(40), view.viewport().repaint())) for _ in range(200)]
    result["scroll frame p50"], result["scroll frame p95"] = statistics.median(frames), quantile(frames, 0.95)
    result["find"] = in_milliseconds(lambda: view.find("депутат"))
    view.clear_find()
    result["end of article"] = in_milliseconds(lambda: (view.move("end"), view.viewport().repaint()))
    result["memory"] = memory()
    return result


def measure_browser(words: int) -> dict[str, object]:
    """What QTextBrowser does, where it can do it."""
    from PySide6.QtGui import QFont, QTextBlockFormat, QTextCursor
    from PySide6.QtWidgets import QApplication, QTextBrowser

    application = QApplication([])
    tags = {"h1": "h1", "h2": "h2", "p": "p", "li": "li", "q": "blockquote", "img": "p"}
    html = "".join(f"<{tags[kind]}>{escape(text)}</{tags[kind]}>" for kind, text in write_article(words))
    browser = QTextBrowser()
    browser.resize(*SIZE)

    def first() -> None:
        browser.setHtml(html)
        browser.show()
        application.processEvents()
        browser.viewport().repaint()

    result: dict[str, object] = {"first paint": in_milliseconds(first)}
    for _turn in range(5):
        application.processEvents()

    def spaced(turn: int) -> None:
        font = QFont("Noto Sans", 18)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 3.0 if turn % 2 else 0.0)
        browser.document().setDefaultFont(font)

    def sized(turn: int) -> None:
        browser.document().setDefaultFont(QFont("Noto Sans", 26 if turn % 2 else 18))

    def heightened(turn: int) -> None:
        cursor = QTextCursor(browser.document())
        cursor.select(QTextCursor.SelectionType.Document)
        block = QTextBlockFormat()
        block.setLineHeight(200.0 if turn % 2 else 150.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(block)

    turns = PER_SETTING if words < 100_000 else 4
    for place in (0.0, 0.9):
        for name, change in (("letter spacing", spaced), ("text size", sized), ("line height", heightened)):
            times = []
            for turn in range(turns):
                share = place

                def work(change: Callable[[int], None] = change, turn: int = turn, share: float = share) -> None:
                    change(turn)
                    bar = browser.verticalScrollBar()
                    browser.document().size()
                    bar.setValue(int(bar.maximum() * share))
                    browser.viewport().repaint()

                times.append(in_milliseconds(work))
            result[f"{name} at {place:.0%}"] = statistics.median(times)
    bar = browser.verticalScrollBar()
    bar.setValue(0)
    frames = [
        in_milliseconds(lambda: (bar.setValue(bar.value() + 40), browser.viewport().repaint())) for _ in range(200)
    ]
    result["scroll frame p50"], result["scroll frame p95"] = statistics.median(frames), quantile(frames, 0.95)
    result["memory"] = memory()
    return result


def main() -> None:
    """Measure each length in its own process, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", type=int, default=[1_000, 10_000, 100_000, 1_000_000])
    parser.add_argument("--one", choices=("ours", "browser"))
    chosen = parser.parse_args()
    if chosen.one:
        measure = measure_ours if chosen.one == "ours" else measure_browser
        print(json.dumps(measure(chosen.words[0])))
        return
    columns: list[tuple[str, dict[str, float]]] = []
    for words in chosen.words:
        for one in ("ours", "browser"):
            command = [sys.executable, __file__, str(words), "--one", one]
            answer = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - this very file
            columns.append((f"{one} {words // 1000}k", json.loads(answer.stdout)))
    print_table(columns)


def print_table(columns: list[tuple[str, dict[str, float]]]) -> None:
    """A row a figure, a column a length and a view."""
    rows = list(dict.fromkeys(row for _name, figures in columns for row in figures))
    print(f"{'milliseconds':24}" + "".join(f"{name:>15}" for name, _figures in columns))
    for row in rows:
        cells = "".join(f"{figures[row]:15.1f}" if row in figures else f"{'–':>15}" for _name, figures in columns)
        print(f"{row + (' (MB)' if row == 'memory' else ''):24}{cells}")
    ours = [(name, figures) for name, figures in columns if name.startswith("ours")]
    if len(ours) > 1:
        changes = [row for row in rows if " at " in row]
        first, last = ours[0][1], ours[-1][1]
        worst = max(last[row] / max(first[row], 1e-9) for row in changes)
        print(f"\nslowest change against the shortest article: {worst:.2f} times")


if __name__ == "__main__":
    main()
