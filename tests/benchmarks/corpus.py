"""How exactly real pages are read, set by set: the scores that were reached and may not fall, and those that must be.

    make corpus

The pages, what belongs to their articles, and the scorer lie beside the checkout; where they do not, that is said and
nothing is scored. `corpus.toml` keeps the scores that were reached; a fall by more than `TOLERANCE` fails, and so does
one below what must be, once that was reached. A rise may be written down: `tests/benchmarks/corpus.py --raise`.
"""

from __future__ import annotations

import importlib.util
import json
import statistics
import sys
import time
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from accessreader.codec import dump
from accessreader.errors import AccessReaderError
from accessreader.sources import read
from accessreader.sources.page import Page

SHARED = Path(__file__).resolve().parents[3] / "shared"
STORED = Path(__file__).with_suffix(".toml")
TOLERANCE = 0.002
MUSTS = {
    "scrapinghub": 0.970,
    "readability": 0.973,
    "russian": 0.860,
    "news": 0.950,
    "news, titles": 0.85,
    "news, dates": 0.98,
}


def scorer() -> Any:
    """The scorer of the field's measures, which comes with the pages."""
    spec = importlib.util.spec_from_file_location("scorer", SHARED / "bench" / "extraction.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def article_of(html: str, url: str) -> dict[str, Any]:
    """What the program makes of a page; nothing where it finds no article."""
    try:
        return dump(read(Page(url=url, final_url=url, html=html)))
    except AccessReaderError:
        return {}


def scores(name: str, measure: Any) -> dict[str, float]:
    """The scores of one set."""
    folder = SHARED / "corpus" / "pages" / name
    exact: list[tuple[float, float]] = []
    shares: dict[str, list[bool]] = {"titles": [], "dates": []}
    gold: Counter[str] = Counter()
    got: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for line in (folder / "manifest.jsonl").read_text("utf-8").splitlines():
        page = json.loads(line)
        article = article_of(
            measure.read_gz(folder / page["file"]), page.get("url") or "http://fakehost/test/page.html"
        )
        exact.append(measure.precision_recall(page["gold"], measure.body_text(article)))
        if name == "news":
            shares["titles"].append(measure.fold(article.get("title")) == measure.fold(page["title"]))
            shares["dates"] += [str(article.get("published") or "")[:10] == page["date"]] if page.get("date") else []
        if page.get("expected"):
            wanted = measure.structure_of_html(measure.read_gz(folder / page["expected"]))
            found = measure.structure_of_article(article)
            for kind in measure.STRUCTURE:
                gold[kind] += wanted[kind].total()
                got[kind] += found[kind].total()
                hits[kind] += (wanted[kind] & found[kind]).total()
    out = {name: measure.f1(*map(statistics.mean, zip(*exact, strict=True)))}
    out |= {f"{name}, {what}": statistics.mean(values) for what, values in shares.items() if values}
    for kind in gold:
        out[f"{name}, {kind}, recall"] = hits[kind] / max(gold[kind], 1)
        out[f"{name}, {kind}, precision"] = hits[kind] / max(got[kind], 1)
    return out


def main() -> int:
    """Score all sets; 1 where one is below what must be, or has fallen."""
    if not (SHARED / "corpus" / "pages").is_dir():
        print(f"There are no real pages to score: {SHARED / 'corpus'} is missing.")
        return 0
    stored = tomllib.loads(STORED.read_text("utf-8")) if STORED.exists() else {}
    measure = scorer()
    start = time.perf_counter()
    found = {key: value for name in ("scrapinghub", "readability", "russian", "news") for key, value in
             scores(name, measure).items()}  # fmt: skip
    failed = risen = False
    for name, value in found.items():
        reached, must = stored.get(name, 0.0), MUSTS.get(name, 0.0)
        floor = max(reached - TOLERANCE, must if reached >= must else 0.0)
        failed = failed or value < floor
        risen = risen or value > reached + TOLERANCE
        verdict = " FELL" if value < floor else " rose" if value > reached + TOLERANCE else ""
        short = f", must {must:.3f}{' NOT YET' if value < must else ''}" if must else ""
        print(f"{name}: {value:.4f}, reached {reached:.4f}{verdict}{short}")
    print(f"{time.perf_counter() - start:.0f} s")
    if "--raise" in sys.argv:
        lines = [f'"{name}" = {max(value, stored.get(name, 0.0)):.4f}\n' for name, value in found.items()]
        STORED.write_text(
            "# What was reached on the real pages: tests/benchmarks/corpus.py --raise\n" + "".join(lines), "utf-8"
        )
    elif risen:
        print("What rose may be written down: tests/benchmarks/corpus.py --raise")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
