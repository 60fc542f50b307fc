"""How the textual half of speech stands: sentences parted right, rows of the table said right, and how fast.

.venv/bin/python tests/benchmarks/speech_text.py
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from accessreader.article import Article, Paragraph, Run
from accessreader.language import LANGUAGES
from accessreader.sentences import sentence_ends, sentences
from accessreader.speech.spoken import spoken
from accessreader.speech.utterance import utterances
from speech.sentence_cases import CASES
from speech.spoken_cases import ROWS

TIMES = 20


def _speed(characters: int, work: Callable[[], object]) -> float:
    """Thousands of characters a second of this process's time, the best of three."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return characters / best / 1000


def main() -> None:
    """Print the figures, a language a line."""
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
