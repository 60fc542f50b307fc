"""How exactly the article is found, beside other extractors, on the same pages in the same run.

    make bench-extraction

Scores are those of the scorer beside the corpus (`../shared/bench/extraction.py`); where neither is there, nothing can
be scored, and that is said. Times are milliseconds a page inside one process, metadata included: median and 95th of a
hundred. The peers live in an environment of their own (`build/peers`), for they are no part of the program.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BENCH = ROOT.parent / "shared" / "bench" / "extraction.py"
PEER = Path(__file__).with_name("peer.py")
PEERS = ("trafilatura", "readability", "newspaper", "resiliparse")
PEERS_PYTHON = ROOT / "build" / "peers" / "bin" / "python"
SETS = "scrapinghub,readability,russian,news"


def score(name: str, python: Path | str) -> float:
    """Print one extractor's scores and times; returns its median milliseconds a page."""
    print(f"\n== {name}", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        times = Path(scratch, "times")
        command = f"{python} {PEER} {name} {times}"
        subprocess.run([sys.executable, str(BENCH), "--sets", SETS, "--worst", "0", "--command", command], check=False)
        milliseconds = sorted(map(float, times.read_text().split())) if times.exists() else [0.0]
    median, late = statistics.median(milliseconds), milliseconds[int(len(milliseconds) * 0.95)]
    print(f"{'':13}ms a page: median {median:.1f}, 95th of a hundred {late:.1f}", flush=True)
    return median


def main() -> int:
    """Score the program, then its peers."""
    if not BENCH.is_file():
        print(f"There is no corpus to score: {BENCH} is missing.")
        return 0
    ours = score("accessreader", sys.executable)
    medians = {name: score(name, PEERS_PYTHON) for name in PEERS} if PEERS_PYTHON.exists() else {}
    if not medians:
        print("\nThe peers are not installed: make bench-extraction brings them.")
    for name, median in medians.items():
        print(f"{name}: {ours / median:.2f} of its time a page" if median else f"{name}: no times")
    return 0


if __name__ == "__main__":
    sys.exit(main())
