"""Count anew how often three letters follow each other in Kazakh and in Russian, for telling the two apart.

Counted are the program's own texts: the catalogues of its sentences and the pages of the demonstration. Kazakh is
counted twice, once as it is written where the keyboard has no Kazakh letters. Run it when those texts have grown much::

    .venv/bin/python packaging/write_trigrams.py
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from babel.messages.pofile import read_po

from accessreader.language import WITHOUT_KAZAKH_LETTERS

ROOT = Path(__file__).parents[1]
MODULE = ROOT / "src" / "accessreader" / "trigrams.py"
MOST = 500
"""Trigrams that are kept: those that decide most often. Twice as many tell no more passages apart."""
UNSEEN = 0.5
WORD = re.compile(r"[а-яёәғқңөұүһі]+")
HEAD = '''"""How much three letters in a row speak for Kazakh, and against Russian: natural logarithms, in tenths.

`<` is the beginning of a word, `>` its end. Written by `packaging/write_trigrams.py`, from the program's own texts.
"""

from __future__ import annotations

from typing import Final

_TENTHS: Final = (
'''
TAIL = """)

FOR_KAZAKH: Final = {trigram: tenths / 10 for tenths, trigrams in _TENTHS for trigram in trigrams.split()}
"""


def words_of(language: str) -> list[str]:
    """All words of our own texts in a language, in lower case."""
    texts = [path.read_text("utf-8") for path in (ROOT / "resources" / "demo").glob(f"*.{language}.txt")]
    with (ROOT / "resources" / "locale" / language / "LC_MESSAGES" / "accessreader.po").open("rb") as file:
        for message in read_po(file):
            said = message.string if isinstance(message.string, tuple | list) else (message.string,)
            texts.extend(re.sub(r"\{\w+\}", " ", each) for each in said if each and message.id)
    return WORD.findall(" ".join(texts).lower())


def trigrams(words: Iterable[str]) -> Counter[str]:
    """How often each three letters follow each other, the ends of words counted as letters."""
    ended = (f"<{word}>" for word in words)
    return Counter(word[at : at + 3] for word in ended for at in range(len(word) - 2))


def rows(kept: list[str]) -> Iterable[list[str]]:
    """The trigrams of one weight, as many as go into a line."""
    return (kept[at : at + 24] for at in range(0, len(kept), 24))


def main() -> None:
    """Write the module."""
    kazakh, russian = words_of("kk"), words_of("ru")
    bare = [word.translate(WITHOUT_KAZAKH_LETTERS) for word in kazakh]
    theirs, others = trigrams([*kazakh, *bare]), trigrams([*russian, *russian])
    kinds = theirs.keys() | others.keys()
    sums = [counted.total() + UNSEEN * len(kinds) for counted in (theirs, others)]
    weights = {
        each: math.log((theirs[each] + UNSEEN) / sums[0]) - math.log((others[each] + UNSEEN) / sums[1])
        for each in kinds
    }
    kept = sorted(kinds, key=lambda each: (-abs(weights[each]) * (theirs[each] + others[each]), each))[:MOST]
    by_weight: dict[int, list[str]] = defaultdict(list)
    for each in sorted(kept):
        by_weight[round(weights[each] * 10)].append(each)
    lines = [
        f'    ({tenths}, "{" ".join(some)}"),\n' for tenths, each in sorted(by_weight.items()) for some in rows(each)
    ]
    MODULE.write_text(HEAD + "".join(lines) + TAIL, "utf-8")


if __name__ == "__main__":
    main()
