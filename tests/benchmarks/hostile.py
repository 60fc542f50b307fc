"""Seconds and memory of reading hostile pages: each shape by itself in a child process, at growing sizes.

    python tests/benchmarks/hostile.py [--sizes 10000,100000,1000000] [--only WORD]

`slope` is the exponent of growth between the last two sizes: 1.0 is linear, 2.0 quadratic. Memory is the peak of the
reading itself, above what the program and the page took before, as a multiple of the page's bytes.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

LONGEST = 120

_CHILD = """
import json, resource, sys, time
sys.path.insert(0, sys.argv[1])
from hostile import SHAPES
from accessreader.errors import AccessReaderError
from accessreader.sources import read
from accessreader.sources.page import Page
def page(html): return Page(url="https://news.example/a", final_url="https://news.example/a", html=html)
def peak(): return int(next(l for l in open("/proc/self/status") if l.startswith("VmHWM")).split()[1]) * 1024
read(page(SHAPES["paragraphs"](20_000)))
html = SHAPES[sys.argv[2]](int(sys.argv[3]))
size = len(html.encode("utf-8", "replace"))
open("/proc/self/clear_refs", "w").write("5")
before = peak()
start = time.process_time()
try:
    outcome = f"{len(read(page(html)).blocks)} blocks"
except AccessReaderError as error:
    outcome = type(error).__name__
print(json.dumps([time.process_time() - start, (peak() - before) / size, size, outcome]))
"""


def measured(shape: str, size: int) -> tuple[float, float, int, str]:
    """Seconds of processor time, memory as a multiple of the page, bytes, outcome."""
    command = [sys.executable, "-c", _CHILD, str(Path(__file__).resolve().parents[1]), shape, str(size)]
    try:
        done = subprocess.run(command, capture_output=True, check=False, text=True, timeout=LONGEST)
    except subprocess.TimeoutExpired:
        return math.inf, math.nan, size, f"stopped after {LONGEST} s"
    if done.returncode:
        return (
            math.nan,
            math.nan,
            size,
            done.stderr.strip().rpartition("\n")[2][-80:] or f"ended with {done.returncode}",
        )
    seconds, memory, length, outcome = json.loads(done.stdout)
    return seconds, memory, length, outcome


def main() -> int:
    """Print a line a shape and size."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    from hostile import SHAPES  # noqa: PLC0415 - found by the path above

    sizes = [int(size) for size in options.sizes.split(",")]
    print(f"{'shape':30} {'bytes':>10} {'seconds':>8} {'memory':>7} {'slope':>6}  outcome")
    worst = 0.0
    for shape in SHAPES:
        if options.only not in shape:
            continue
        before: tuple[float, int] | None = None
        for size in sizes:
            seconds, memory, length, outcome = measured(shape, size)
            slope = ""
            if before is not None and before[0] > 0.005 and 0 < seconds < math.inf:
                slope = f"{math.log(seconds / before[0]) / math.log(length / before[1]):.2f}"
            print(f"{shape:30} {length:10} {seconds:8.2f} {memory:6.1f}x {slope:>6}  {outcome}", flush=True)
            worst = max(worst, seconds)
            before = seconds, length
            if seconds > LONGEST / 4:
                break
    print(f"the slowest took {worst:.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
