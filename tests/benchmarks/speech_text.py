"""How the textual half of speech stands: sentences parted right, rows of the table said right, and how fast.

Before that, how soon the voice has its first sentence, and how long the window waits, when one begins to listen to a
book; measured first, as the very first sentence of a run costs most.

.venv/bin/python tests/benchmarks/speech_text.py
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from accessreader.article import Article, Heading, Paragraph, Position, Run, sheet
from accessreader.language import LANGUAGES
from accessreader.sentences import sentence_ends, sentences
from accessreader.speech.narrator import Narrator
from accessreader.speech.spoken import spoken
from accessreader.speech.utterance import Parting, utterances
from speech.pretended import PretendedEngine
from speech.sentence_cases import CASES
from speech.spoken_cases import ROWS

TIMES = 20
BOOK = 100_000
"""Words of a book."""
SENTENCES = 6
"""Sentences of one of its paragraphs."""
SECTION = 12
"""Its paragraphs under one heading."""


def _speed(characters: int, work: Callable[[], object]) -> float:
    """Thousands of characters a second of this process's time, the best of three."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return characters / best / 1000


def a_book(language: str) -> Article:
    """A book of headings and paragraphs, made of the sentences that are to be parted."""
    texts = [case[2] for case in CASES if case[0] == language]
    blocks: list[Heading | Paragraph] = []
    words = at = 0
    while words < BOOK:
        if len(blocks) % (SECTION + 1) == 0:
            blocks.append(Heading(2, (Run(texts[at % len(texts)][:60]),)))
        text = " ".join(texts[(at + number) % len(texts)] for number in range(SENTENCES))
        at += SENTENCES
        words += len(text.split())
        blocks.append(Paragraph((Run(text),)))
    return Article(url="https://demo.invalid/1", title=texts[0], blocks=tuple(blocks), language=language)


class TimedEngine(PretendedEngine):
    """Remembers when it was told the first thing to say."""

    first = 0.0

    def say(self, ticket: int, saying: object) -> None:
        """Take what is to be said."""
        self.first = self.first or time.perf_counter()
        super().say(ticket, saying)


def begin(book: Article, position: Position) -> tuple[float, float, int]:
    """Milliseconds to the first saying, and to the end of all the work; the blocks that were parted."""
    engine = TimedEngine()
    narrator = Narrator(engine, lambda _event: None)
    engine.hear = narrator.hear
    engine.be_ready()
    start = time.perf_counter()
    parting = Parting(book)
    narrator.load(parting)
    narrator.play(position)
    end = time.perf_counter()
    return 1000 * (engine.first - start), 1000 * (end - start), parting.count


def show_beginnings() -> None:
    """Print how soon a book is heard, a language a line; the very first has the rules of speech to read as well."""
    print(f"\nthe first saying / all four of a book of {BOOK} words, in ms (blocks parted)")
    print("language   very first time     at the start        in the middle       at the end")
    for language in LANGUAGES:
        book = a_book(language)
        last = len(sheet(book)) - 1
        places = (0, 0, last // 2, last)
        told = (begin(book, Position(place, 0)) for place in places)
        print(f"{language:9} ", *(f"{first:5.1f} / {whole:5.1f} ({count})  " for first, whole, count in told))


def main() -> None:
    """Print the figures, a language a line."""
    show_beginnings()
    print("language   sentences right   rows said right   parted      uttered     said (kchar/s)")
    for language in LANGUAGES:
        cases = [case for case in CASES if case[0] == language]
        right = sum(tuple(sentences(case[2], language)) == case[3] for case in cases)
        rows = [row for row in ROWS if row[0] == language]
        said = sum(spoken(row[2], language, voices=(language,)).text == row[3] for row in rows)
        text = " ".join(case[2] for case in cases)
        paragraphs = tuple(Paragraph((Run(text),)) for _ in range(TIMES))
        article = Article(url="https://demo.invalid/1", title="", blocks=paragraphs, language=language)
        uttered = utterances(article)
        size = len(text) * TIMES
        speeds = (
            _speed(size, lambda text=text, language=language: sentence_ends(text * TIMES, language)),
            _speed(size, lambda article=article: utterances(article)),
            _speed(size, lambda uttered=uttered: [spoken(one) for one in uttered]),
        )
        share = f"{right} of {len(cases)} ({100 * right / len(cases):.1f} %)"
        print(f"{language:9}  {share:16}  {said} of {len(rows):10}", *(f"{speed:9.0f}  " for speed in speeds))


if __name__ == "__main__":
    main()
