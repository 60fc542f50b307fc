"""Seconds and memory of reading pages of news from 10 kB to 10 MB: whether both grow as the page does.

    python tests/benchmarks/growth.py [--sizes 10000,100000,1000000,10000000]

Seconds are those of the processor, of the reading alone. Memory is the peak of a process that reads the one page and
says its article, as large pages are read, less the peak of one that reads a page of 5 kB; as a multiple of the page's
bytes. The slope is the exponent of growth by least squares: 1.0 is linear, 2.0 quadratic.
"""

from __future__ import annotations

import argparse
import gc
import math
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from accessreader.sources import apart, read
from accessreader.sources.page import Page
from hostile import news

SHORTEST = 0.5
"""Seconds for which a page is read again and again."""


def page_of(html: str) -> Page:
    """A page with this markup."""
    return Page(url="https://news.example/a", final_url="https://news.example/a", html=html)


def seconds_of(page: Page) -> float:
    """The least processor time that a reading took."""
    taken: list[float] = []
    while sum(taken) < SHORTEST:
        start = time.process_time()
        read(page)
        taken.append(time.process_time() - start)
        gc.collect()
    return min(taken)


def peak_of(page: Page) -> int:
    """Bytes that a process takes at its peak which reads this page."""
    with tempfile.TemporaryFile() as asked:
        asked.write(apart.question(page, (), apart.Limits(600)))
        asked.seek(0)
        measured = [sys.executable, "-c", _MEASURED, *apart.command()]
        done = subprocess.run(measured, stdin=asked, capture_output=True, env=apart.surroundings(), check=True)
    return int(done.stdout) * 1024


_MEASURED = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_number, status, used = os.wait4(process.pid, 0)
print(used.ru_maxrss)
sys.exit(bool(status))
"""
"""A small process between: a process counts what the one that started it had."""


def main() -> int:
    """Print a line a language and size, then the slopes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sizes", default="10000,100000,1000000,10000000")
    sizes = [int(size) for size in parser.parse_args().sizes.split(",")]
    for language in ("en", "kk"):
        small = page_of(news(5000, language))
        read(small)
        base = statistics.median(peak_of(small) for _ in range(3))
        print(f"{language} the process itself: {base / 1e6:.0f} MB")
        points: list[tuple[float, float]] = []
        for size in sizes:
            page = page_of(news(size, language))
            length = len(page.html.encode())
            seconds, memory = seconds_of(page), (peak_of(page) - base) / length
            points.append((math.log(length), math.log(seconds)))
            print(f"{language} {length:10} bytes {seconds:8.3f} s, memory {memory:5.1f} times that", flush=True)
        slope = statistics.linear_regression(*zip(*points, strict=True)).slope
        print(f"{language} slope {slope:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
