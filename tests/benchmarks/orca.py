"""How soon Orca speaks after a key: the whole program, a real screen reader, keys from outside.

    packaging/virtual_screen.sh .venv/bin/python tests/benchmarks/orca.py        make bench-orca

Milliseconds from before xdotool is started to the moment at which Orca's debug file notes the first utterance, for
each kind of key, in the demonstration's article and in one of 100 000 words. xdotool itself takes some of them. A key
after which nothing is said within two seconds counts as silent, not as quick.
"""

from __future__ import annotations

import html
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from accessibility.journeys import Step
from accessibility.rehearsal import START, Rehearsal, release
from accessibility.screen_reader import missing
from benchmarks.view import write_article

LONG = 100_000
TURNS = 20
LONGEST = 2.0
PAUSE = 0.15
KINDS = {
    "a line": ("Down", "Down", "Down", "Up"),
    "a character": ("Right", "Right", "Left"),
    "a word": ("Ctrl+Right", "Ctrl+Right", "Ctrl+Left"),
    "a paragraph": ("Ctrl+Down", "Ctrl+Down", "Ctrl+Up"),
    "a screenful": ("PgDown", "PgUp"),
    "a heading": ("H", "Shift+H"),
    "a link": ("Tab", "Shift+Tab"),
    "the ends": ("Ctrl+End", "Ctrl+Home"),
    "letter spacing": ("F7", "Shift+F7"),
    "colours": ("F4", "Shift+F4"),
    "text size": ("Ctrl+plus", "Ctrl+minus"),
    "where am I": ("Ctrl+Shift+K",),
}


def write_page(words: int, folder: Path) -> Path:
    """A page of that many words, in a file."""
    tags = {"h1": "h1", "h2": "h2", "li": "li", "q": "blockquote", "p": "p"}
    pieces = []
    for number, (kind, text) in enumerate(write_article(words)):
        if kind not in tags:
            continue
        half = text.find(" ", len(text) // 2)
        linked = kind == "p" and number % 3 == 0 and half > 0
        words_of = f'{text[:half]} <a href="https://page.example/{number}">a link</a>{text[half:]}' if linked else text
        tag = tags[kind]
        piece = f"<{tag}>{words_of if linked else html.escape(text)}</{tag}>"
        pieces.append(f"<ul>{piece}</ul>" if tag == "li" else piece)
    path = folder / "long.html"
    path.write_text(f"<!DOCTYPE html><html lang='en'><title>Long</title><article>{''.join(pieces)}</article></html>")
    return path


def waited(rehearsal: Rehearsal, key: str) -> float | None:
    """Milliseconds from a key to the first word; None where none came."""
    rehearsal.reader.heard()
    begun, midnight = time.time(), time.localtime()
    day = (midnight.tm_hour * 60 + midnight.tm_min) * 60 + midnight.tm_sec + begun % 1
    down = rehearsal.do(key)
    told: list[float] = []
    while not told and time.time() - begun < LONGEST:
        told = [utterance.at for utterance in rehearsal.reader.heard()]
        time.sleep(0.005)
    time.sleep(PAUSE)
    release(down)
    time.sleep(PAUSE)
    return 1000 * (told[0] - day) if told else None


def measure(address: str) -> list[float]:
    """Print a line for each kind of key; all times come back."""
    everything: list[float] = []
    with tempfile.TemporaryDirectory(prefix="bench-orca-") as home, Rehearsal("en", home, address) as rehearsal:
        rehearsal.step(Step(START), drawing=True)
        for kind, keys in KINDS.items():
            times = [waited(rehearsal, keys[turn % len(keys)]) for turn in range(TURNS)]
            said = sorted(one for one in times if one is not None)
            everything += said
            print(f"  {kind:16}{line(said)}   silent {len(times) - len(said)}", flush=True)
    print(f"  {'all':16}{line(sorted(everything))}", flush=True)
    return everything


def line(times: list[float]) -> str:
    """Median, 95th percentile and maximum of sorted times."""
    if not times:
        return "nothing was said"
    p95 = times[min(len(times) - 1, int(0.95 * len(times)))]
    return f"p50 {statistics.median(times):6.0f}   p95 {p95:6.0f}   max {times[-1]:6.0f} ms"


def main() -> int:
    """Both articles."""
    if lacking := missing():
        print(f"Orca does not run here. Missing: {lacking}")
        return 1
    print(f"load {os.getloadavg()[0]:.1f}")
    print("the demonstration's article")
    measure("")
    with tempfile.TemporaryDirectory() as folder:
        print(f"an article of {LONG} words")
        measure(str(write_page(LONG, Path(folder))))
    print(f"load {os.getloadavg()[0]:.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
