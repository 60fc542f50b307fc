"""How surely Kazakh, Russian and English are told apart, on real pages and texts whose language is known.

    .venv/bin/python tests/benchmarks/languages.py [--show]

The language of a parliament's page is that in its address; but its Kazakh pages say much in Russian, and some of its
Russian ones something in Kazakh. Those lines were read by eye: `languages.txt` names each by the digest of its
page's language and its text, with its own language, or `?` where it is in two. Lines of one word, addresses, markup
shown as text, and lines wholly in other letters than their page's are not counted. Counted are paragraphs (80 letters
and more), sentences (three words and more), and lines of any length; with the page's language as the prior, and
without. What must be is asked of each language by itself.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from accessreader.language import WITHOUT_KAZAKH_LETTERS, detect
from accessreader.sentences import sentence_ends
from accessreader.sources.lines import Lines
from accessreader.sources.tree import parse

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
READ_BY_EYE = Path(__file__).with_suffix(".txt")
ENGLISH = frozenset({"en", "en-us", "us", "uk", "au"})
PARAGRAPH = 80
MUSTS = {"paragraphs": 0.99, "sentences": 0.97}
NO_WORDS = re.compile(r"https?://|<\w+")
CYRILLIC = re.compile(r"[Ѐ-ӿ]")
WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, its language, and the language of the page on which it stands."""

    text: str
    language: str
    prior: str


def digest(text: str) -> str:
    """By what a line is named that is in another language than its page."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def unpacked(path: Path) -> str:
    """The text of a stored page."""
    return gzip.decompress(path.read_bytes()).decode("utf-8", "replace")


def parliament() -> Iterator[Passage]:
    """The lines of the parliament's pages."""
    folder = CORPUS / "parlam"
    with (folder / "INDEX.tsv").open(encoding="utf-8") as index:
        for row in csv.DictReader(index, delimiter="\t"):
            for line in Lines(parse(unpacked(folder / f"{row['sha1']}.html.gz")).body).all:
                yield Passage(line.text, row["lang"], row["lang"])


def senate() -> Iterator[Passage]:
    """The lines of the Senate's texts."""
    for path in sorted((CORPUS / "senate").glob("*.json")):
        language = json.loads(path.read_text("utf-8"))["language"]
        for line in path.with_suffix(".txt").read_text("utf-8").split("\n"):
            yield Passage(line.strip(), language, language)


def newspapers() -> Iterator[Passage]:
    """The paragraphs of the Russian and the English pages; a page whose markup calls it English may be Russian."""
    for name in ("russian", "readability", "scrapinghub", "news"):
        for line in (CORPUS / "pages" / name / "manifest.jsonl").read_text("utf-8").splitlines():
            page = json.loads(line)
            said = (page["language"] or "").lower()
            language = "ru" if name == "russian" else "en" if said in ENGLISH or name == "scrapinghub" else ""
            is_said_wrongly = language == "en" and len(CYRILLIC.findall(page["gold"])) * 2 > len(page["gold"])
            for paragraph in page["gold"].split("\n") if language and not is_said_wrongly else ():
                yield Passage(" ".join(paragraph.split()), language, language)


def passages() -> list[Passage]:
    """All that can be counted, each once."""
    by_eye = dict(line.split() for line in READ_BY_EYE.read_text("utf-8").splitlines())
    read = (
        Passage(one.text, by_eye.get(digest(f"{one.prior} {one.text}"), one.language), one.prior)
        for one in dict.fromkeys((*parliament(), *senate(), *newspapers()))
    )
    return [one for one in read if one.language != "?" and words(one.text) > 1 and is_words(one)]


def is_words(one: Passage) -> bool:
    """Whether a text is words of its language: no address, no markup or script, no labels in other letters."""
    return not NO_WORDS.search(one.text) and (one.language == "en") != bool(CYRILLIC.search(one.text))


def words(text: str) -> int:
    """How many words a text has."""
    return len(WORD.findall(text))


def sentences(whole: list[Passage]) -> Iterator[Passage]:
    """The sentences of some passages."""
    for one in whole:
        ends = (0, *sentence_ends(one.text, one.language), len(one.text))
        for start, end in pairwise(ends):
            if words(one.text[start:end]) > 2:
                yield Passage(one.text[start:end].strip(), one.language, one.prior)


def sizes() -> dict[str, list[Passage]]:
    """The passages by size; nothing where there are none to be had."""
    if not CORPUS.is_dir():
        return {}
    whole = passages()
    long = [one for one in whole if sum(map(str.isalpha, one.text)) >= PARAGRAPH]
    bare = [Passage(one.text.translate(WITHOUT_KAZAKH_LETTERS), "kk", "kk") for one in whole if one.language == "kk"]
    return {
        "paragraphs": long,
        "sentences": list(dict.fromkeys(sentences(whole))),
        "lines": whole,
        "Kazakh lines without Kazakh letters": bare,
    }


def wrong(some: list[Passage], *, alone: bool = False) -> list[tuple[str, Passage]]:
    """The passages that are taken for another language, with that; `alone`: the page's language is not told."""
    told = ((detect(one.text, "en" if alone else one.prior), one) for one in some)
    return [(language, one) for language, one in told if language != one.language]


def main() -> int:
    """Print the shares and what was taken for what."""
    if not CORPUS.is_dir():
        print(f"There is nothing to count: {CORPUS} is missing.")
        return 0
    met = True
    for name, some in sizes().items():
        start = time.perf_counter()
        errors = wrong(some)
        each = (time.perf_counter() - start) / len(some) * 1000
        alone = wrong(some, alone=True)
        must = MUSTS.get(name, 0.0)
        print(f"{name}, {each:.3f} ms each" + (f", must {must:.0%}" if must else ""))
        for language, number in Counter(one.language for one in some).items():
            taken = Counter(other for other, one in errors if one.language == language)
            share = 1 - taken.total() / number
            met = met and share >= must
            guessed = 1 - sum(one.language == language for _other, one in alone) / number
            told = "".join(f", {count} taken for {other}" for other, count in taken.items())
            print(f"    {language} {share:.2%} of {number}; {guessed:.2%} with no prior{told}")
        if "--show" in sys.argv:
            for taken, one in errors:
                print(f"    {one.language} as {taken} on {one.prior}: {one.text[:150]}")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
