"""How fast the library is, how much room it takes, and what it survives.

    .venv/bin/python tests/benchmarks/library.py [--articles 1000 10000 100000] [--kilobytes 15] [--kills 500]

For each number of articles a library is filled with generated ones in three languages, whose words are as common as in
real texts and have endings; each is kept in a transaction of its own. Then, in a process that finds nothing in its
memory but what the system keeps: opening, searching (one word rare or common, several words, a phrase, filters), and
typing letter by letter. Milliseconds: the median and the 95th of a hundred. A figure over its limit fails.

The kills: a process that keeps articles and writes notes says what is kept after each; it is killed at a random moment,
and what it said must be there, the library whole.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path

from accessreader.article import Article, Heading, Paragraph, Run, Span
from accessreader.library.marks import MarkKind, mark, marks
from accessreader.library.search import search
from accessreader.library.store import Library
from accessreader.library.upkeep import check
from accessreader.library.values import Wish

LIMITS = {"open": 300.0, "search": 50.0, "typing": 100.0, "keep": 10.0, "room": 1.6}
VOWELS = {"kk": "аеыіоөұүә", "ru": "аеиоуыя", "en": "aeiou"}
CONSONANTS = {"kk": "бвгғджзйкқлмнңпрстшх", "ru": "бвгджзклмнпрстхчшщ", "en": "bcdfghklmnprstvw"}
ENDINGS = {
    "kk": ("", "лар", "дың", "ға", "ны", "мен", "лардың", "да"),
    "ru": ("", "а", "ов", "ами", "ого", "ый", "ые", "ение"),
    "en": ("", "s", "ed", "ing", "er", "ly", "ion", "al"),
}
MEASURED = 500
FIRST_DAY = dt.date(2012, 1, 1)


class Tongue:
    """The words of a made-up language, the commonest first, and how common they are."""

    def __init__(self, language: str, stems: int = 12_000) -> None:
        dice = random.Random(language)
        made = dict.fromkeys(self._stem(language, dice) for _number in range(stems))
        self.words = [stem + ending for stem in made for ending in ENDINGS[language]]
        weights = [1 / (number // 8 + 3) / (1 + number % 8) for number in range(len(self.words))]
        self.common = list(accumulate(weights))

    @staticmethod
    def _stem(language: str, dice: random.Random) -> str:
        parts = (
            dice.choice(CONSONANTS[language]) + dice.choice(VOWELS[language]) for _part in range(dice.randint(1, 3))
        )
        return "".join(parts) + dice.choice(CONSONANTS[language])

    def said(self, dice: random.Random, number: int) -> str:
        """Some words as a text has them."""
        return " ".join(dice.choices(self.words, cum_weights=self.common, k=number))


TONGUES = {language: Tongue(language) for language in ENDINGS}


def made(number: int, size: int) -> Article:
    """The article of this number, always the same; `size` bytes of text or a little more."""
    dice = random.Random(number)
    language = list(TONGUES)[number % 3]
    tongue = TONGUES[language]
    blocks: list[Heading | Paragraph] = []
    length = 0
    while length < size:
        text = tongue.said(dice, 60).capitalize() + "."
        length += len(text.encode())
        blocks.append(Paragraph((Run(text),)))
        if len(blocks) % 6 == 0:
            blocks.append(Heading(2, (Run(tongue.said(dice, 4)),)))
    return Article(
        url=f"https://site{number % 5}.example/{language}/news/{number}",
        title=tongue.said(dice, 8).capitalize(),
        blocks=tuple(blocks),
        language=language,
        published=FIRST_DAY + dt.timedelta(days=number % 5000),
        author=tongue.said(dice, 2).title(),
        site=f"Site {number % 5}",
    )


def filled(path: Path, number: int, size: int) -> tuple[int, list[float]]:
    """Bytes of text, and the milliseconds of each of the last keepings, as a reader has them.

    Those before are not forced to the disk one by one: this is to fill a library, and takes long enough.
    """
    text, times = 0, []
    with Library(path) as library:
        library.connection.execute("PRAGMA synchronous = OFF")
        for which in range(number):
            article = made(which, size)
            text += len(article.title.encode()) + sum(len(block.text.encode()) for block in article.blocks)
            if which == number - MEASURED:
                library.connection.execute("PRAGMA synchronous = FULL")
            start = time.perf_counter()
            library.keep(article)
            if which >= number - MEASURED:
                times.append((time.perf_counter() - start) * 1000)
    return text, times


def questions(dice: random.Random) -> Iterator[Wish]:
    """A hundred searches as people make them: rare words and common ones, phrases, filters."""
    for number in range(100):
        tongue = TONGUES[list(TONGUES)[number % 3]]
        word, other = tongue.said(dice, 1), dice.choice(tongue.words)
        match number % 10:
            case 0 | 1 | 2:
                yield Wish(words=word)
            case 3 | 4:
                yield Wish(words=other)
            case 5 | 6:
                yield Wish(words=tongue.said(dice, 3))
            case 7:
                yield Wish(words=f'"{tongue.said(dice, 2)}"')
            case 8:
                yield Wish(words=word, language=dice.choice(list(TONGUES)), source=f"site{number % 5}.example")
            case _:
                day = FIRST_DAY + dt.timedelta(days=dice.randrange(4000))
                yield Wish(words=word, since=day, until=day + dt.timedelta(days=60))


def typings(dice: random.Random) -> Iterator[Wish]:
    """Words letter by letter."""
    for number in range(20):
        tongue = TONGUES[list(TONGUES)[number % 3]]
        word = tongue.said(dice, 1 + number % 2)
        yield from (Wish(words=word[:length], typing=True) for length in range(1, len(word) + 1))


def timed(deed: Callable[[], object]) -> float:
    """The milliseconds of a deed."""
    start = time.perf_counter()
    deed()
    return (time.perf_counter() - start) * 1000


def worst_of_twenty(times: list[float]) -> float:
    """The 95th of a hundred."""
    return statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


def measured(folder: Path, number: int, size: int) -> dict[str, float]:
    """Fill a library and measure it; the 95th of a hundred of each, in milliseconds, and the room as a ratio."""
    path = folder / f"{number}.db"
    start = time.perf_counter()
    text, keeping = filled(path, number, size)
    seconds = time.perf_counter() - start
    opening = [timed(lambda: Library(path).close()) for _time in range(5)]
    with Library(path) as library:
        shown = [timed(lambda: library.newest(50)) for _time in range(20)]
        seeking = [timed(lambda wish=wish: search(library, wish)) for wish in questions(random.Random(1))]
        typing = [timed(lambda wish=wish: search(library, wish)) for wish in typings(random.Random(2))]
    room = sum(each.stat().st_size for each in folder.glob(f"{number}.db*")) / text
    print(f"{number} articles, {text / 1e6:.0f} MB of text, filled in {seconds:.0f} s")
    for name, times in (("keep", keeping), ("open", opening), ("list", shown), ("search", seeking), ("typing", typing)):
        print(f"  {name:8} median {statistics.median(times):7.2f} ms   95th {worst_of_twenty(times):7.2f} ms")
    print(f"  room     {room:.2f} of the text", flush=True)
    return {
        "open": worst_of_twenty(opening) + worst_of_twenty(shown),
        "search": worst_of_twenty(seeking),
        "typing": worst_of_twenty(typing),
        "keep": worst_of_twenty(keeping),
        "room": room,
    }


def keep_without_end(path: Path, seed: int) -> None:
    """Keep articles, change them and write notes, and say after each what is on the disk now: for the kills."""
    dice = random.Random(seed)
    with Library(path) as library:
        while True:
            article = made(dice.randrange(200) * 1000 + seed, dice.randrange(200, 4000))
            library.keep(article)
            print("kept", article.url, library.versions(article.url)[0].digest, flush=True)
            note = mark(library, article.url, MarkKind.NOTE, Span(0, 0, 3), note=f"note {dice.random()}")
            print("noted", article.url, note, flush=True)


def killed(path: Path, number: int, dice: random.Random) -> str:
    """Kill a process while it keeps; the answer is what is wrong afterwards, empty where nothing is."""
    words = [sys.executable, __file__, "--keep-without-end", str(path), str(number)]
    with tempfile.TemporaryFile("w+") as said:
        child = subprocess.Popen(words, stdout=said)
        deadline = time.monotonic() + 20
        while not said.tell() and not Path(path).exists() and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(dice.uniform(0, 0.4))
        child.send_signal(signal.SIGKILL)
        child.wait()
        said.seek(0)
        lines = [line.split() for line in said.read().splitlines(keepends=True) if line.endswith("\n")]
    with Library(path) as library:
        for deed, address, proof in lines:
            if deed == "kept" and proof not in {each.digest for each in library.versions(address)}:
                return f"lost {address} {proof}"
            if deed == "noted" and int(proof) not in {each.number for each in marks(library, address)}:
                return f"lost note {proof} of {address}"
        complaints = check(library) if number % 10 == 0 else ()
    return "; ".join(complaints)


def main() -> int:
    """Measure; the answer is 1 where a limit is passed or something was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="*", default=[1000, 10_000, 100_000])
    parser.add_argument("--kilobytes", type=float, default=15, help="of text in an article")
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--folder", type=Path, help="where to put the libraries, and leave them")
    parser.add_argument("--keep-without-end", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.keep_without_end:
        keep_without_end(Path(options.keep_without_end[0]), int(options.keep_without_end[1]))
    bad: list[str] = []
    with tempfile.TemporaryDirectory() as passing:
        folder = options.folder or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        for number in options.articles:
            figures = measured(folder, number, int(options.kilobytes * 1000))
            bad += [f"{number}: {name} {figures[name]:.2f}" for name in LIMITS if figures[name] > LIMITS[name]]
        dice = random.Random(3)
        wrongs = [wrong for number in range(options.kills) if (wrong := killed(folder / "killed.db", number, dice))]
        print(f"{options.kills} kills: {len(wrongs)} with loss {wrongs[:3]}")
    print("over the limit: " + (", ".join(bad) or "nothing"))
    return 1 if bad or wrongs else 0


if __name__ == "__main__":
    sys.exit(main())
