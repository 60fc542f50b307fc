"""The names of people in a text, known by their shape and by what else the text has.

A name is two capital words or more, or a word with initials, from whose front titles are taken off, and words that the
text has in small letters too. A surname alone counts where the text has it with a first name.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from accessreader import resources

_OFTEN: Final = 60
"""How many times a word is looked for: whoever speaks is soon met with both names."""
_LEADING: Final = frozenset({"в", "во", "на", "при", "по", "in", "at", "on", "during"})
"""Words with which something else than an office begins."""

CAPITAL: Final = r"[A-ZÀ-ÖØ-ÞА-ЯЁӘҒҚҢӨҰҮҺІ]"
_WORD: Final = rf"{CAPITAL}[^\W\d_]+(?:[-’'][^\W\d_]+)*"
INITIALS: Final = rf"(?:{CAPITAL}\.[ \u00a0]?){{1,2}}"
NAMED: Final = rf"(?:{INITIALS}{_WORD}|{_WORD}[ \u00a0]{INITIALS}|{_WORD}(?:[ \u00a0]{_WORD}){{0,3}})"
NAME: Final = re.compile(rf"(?<![^\W_]){NAMED}(?![^\W_])")
HAS_INITIALS: Final = re.compile(rf"{CAPITAL}\.")
_PATRONYMIC: Final = re.compile(r"(?:вича?|вичу|вичем|вн[аыуе]|вной|ұлы|қызы|улы|кызы)\Z")
_FIRST_NAME: Final = re.compile(rf"(?<![^\W_])({_WORD})[ \u00a0]\Z")


@dataclass(frozen=True, slots=True)
class Words:
    """The tables of all languages together."""

    verbs: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    pronouns: frozenset[str]
    roles: frozenset[str]
    titles: frozenset[str]
    chairs: frozenset[str]
    labels: frozenset[str]
    institutions: frozenset[str]


@cache
def tables() -> Words:
    """What is in `resources/speakers`, read once."""
    read = [tomllib.loads(resources.read_text(name)) for name in resources.names("speakers", ".toml")]

    def all_of(key: str) -> list[str]:
        return [word for table in read for word in table[key]]

    def any_of(key: str) -> re.Pattern[str]:
        words = "|".join(re.escape(word) for word in sorted(set(all_of(key)), key=len, reverse=True))
        return re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])")

    sets = (frozenset(all_of(key)) for key in ("pronouns", "roles", "titles", "chairs", "labels", "institutions"))
    return Words(any_of("verbs"), any_of("before"), any_of("after"), *sets)


class People:
    """Who is named in a text."""

    def __init__(self, text: str) -> None:
        self.words = tables()
        self._text = text
        self._small: dict[str, bool] = {}
        self._again: dict[str, bool] = {}
        self._full: dict[str, str] = {}

    def role(self, words: str, last: str) -> str:
        """Who speaks where no name stands: the last one for "he", else the office, as it is written."""
        plain = words.strip(" ,\u00a0–—-")
        parts = plain.split()
        if not parts or len(parts) > 7:
            return ""
        if parts[0].casefold() in self.words.pronouns:
            return last
        at = next((at for at, part in enumerate(parts) if part.casefold() in self.words.roles), None)
        if at is None:
            return ""
        return " ".join(parts[at:] if parts[0].casefold() in _LEADING else parts)

    def first_name(self, words: str) -> str:
        """The first name in some words; "" where there is none."""
        for match in NAME.finditer(words):
            if name := self.person(match[0]):
                return name
        return ""

    def person(self, name: str) -> str:
        """A name without what stands before it and is none of it; "" where nothing of a name is left."""
        words = name.split()
        words = words if HAS_INITIALS.search(name) else words[-_most_words(words) :]
        while words and self._is_no_name(words[0], of=len(words)):
            words.pop(0)
        left = " ".join(words)
        if any(word.casefold() in self.words.institutions for word in words):
            return ""
        known = len(words) > 1 or HAS_INITIALS.search(left) or (words and self.full_of(left))
        return left if known else ""

    def _is_no_name(self, word: str, of: int) -> bool:
        parts = [word.casefold(), *word.casefold().split("-")]
        if any(part in self.words.titles or part in self.words.roles for part in parts):
            return True
        if word.isupper() and len(word) < 5 and not HAS_INITIALS.search(word):
            return True  # an acronym
        return of > 2 and self.is_small(word)

    def is_small(self, word: str) -> bool:
        """Whether the article has a word in small letters too."""
        if word not in self._small:
            self._small[word] = any(True for _at in _occurrences(word.lower(), self._text))
        return self._small[word]

    def is_met_again(self, surname: str) -> bool:
        """Whether a surname stands in the text twice, and never in small letters."""
        if surname not in self._again:
            second = self._text.find(surname, self._text.find(surname) + len(surname))
            self._again[surname] = second >= 0 and not self.is_small(surname)
        return self._again[surname]

    def full_of(self, surname: str) -> str:
        """The first name and the surname of somebody in the article who has that surname; "" for nobody."""
        if surname not in self._full:
            self._full[surname] = ""
            for at in _occurrences(surname, self._text):
                first = _FIRST_NAME.search(self._text, max(0, at - 40), at)
                if first and not self._is_no_name(first[1], of=2):
                    self._full[surname] = f"{first[1]} {surname}"
                    break
        return self._full[surname]


def _occurrences(word: str, text: str) -> Iterator[int]:
    """Where a word stands in a text as a word, the first so many times."""
    at = -1
    for _time in range(_OFTEN):
        at = text.find(word, at + 1)
        if at < 0:
            return
        end = at + len(word)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            yield at


def _most_words(words: list[str]) -> int:
    """How many words a name may have: in Cyrillic three with a patronymic, else two, as an office may stand before."""
    if words[-1][0] < "\u0400":
        return 3
    return 3 if any(_PATRONYMIC.search(word) for word in words[-2:]) else 2


def same_but_for_case(name: str, oblique: str) -> bool:
    """Whether a name is another one in another case: «Маулен Ашимбаев», «Маулена Ашимбаева»."""
    ours, theirs = name.split(), oblique.split()
    return len(ours) == len(theirs) and all(
        theirs_word.startswith(word[: max(3, len(word) - 1)]) for word, theirs_word in zip(ours, theirs, strict=True)
    )
