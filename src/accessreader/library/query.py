"""What a reader wrote, as words and phrases, and these as an expression of SQLite's index (FTS5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from accessreader.library.folding import (
    found_in,
    language_facet,
    look_alike,
    source_words,
    stem,
    words_of,
)
from accessreader.library.values import Wish

_PHRASE: Final = re.compile(r'"([^"]*)"|«([^»]*)»|“([^”]*)”|(\S+)')
_LEAST_PREFIX: Final = 3
"""A word of fewer letters stands for itself alone: «на» is not the beginning of another word."""
_MOST_MONTHS: Final = 24


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words that stand one after another; the last may go on, if `prefix`."""

    words: tuple[str, ...]
    prefix: bool

    def _spellings(self) -> tuple[tuple[str, ...], ...]:
        """The words, and in the letters of the other script where all of a word look the same there."""
        return tuple(dict.fromkeys((self.words, tuple(look_alike(word) or word for word in self.words))))

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """(start, end) wherever the term stands in folded text."""
        for words in self._spellings():
            yield from found_in(text, words, prefix=self.prefix)

    @property
    def is_hardly_begun(self) -> bool:
        """Whether it is the beginning of a word of which there are too few letters to look for it."""
        return self.prefix and len(self.words) == 1 and len(self.words[0]) < _LEAST_PREFIX

    def expression(self) -> str:
        """The term for FTS5, in the letters of either script where they look the same."""
        star = "*" if self.prefix else ""
        joined = " OR ".join(f'"{" ".join(words)}"{star}' for words in self._spellings())
        return f"({joined})"


def terms(text: str, *, typing: bool = False) -> tuple[Term, ...]:
    """What is looked for: the words, of which all must be there, and the phrases in quotation marks.

    Words of three letters or more may have any ending; while one types, the last word is a beginning in any case.
    """
    out: list[Term] = []
    closed = True
    for found in _PHRASE.finditer(text):
        phrase = next((group for group in found.groups()[:3] if group is not None), None)
        closed = phrase is not None
        if phrase is not None:
            if words := words_of(phrase):
                out.append(Term(words, prefix=False))
        else:
            out.extend(_of_word(words_of(found.group(4))))
    if typing and out and not closed and not text[-1:].isspace():
        out[-1] = replace(out[-1], prefix=True)
    return tuple(dict.fromkeys(out))


def _of_word(words: tuple[str, ...]) -> tuple[Term, ...]:
    """A word as it was written; its parts stand together where it has a hyphen."""
    return (Term(words, prefix=len(words[-1]) >= _LEAST_PREFIX),) if words else ()


def without_endings(wanted: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms with what remains of their words without endings; phrases stay."""
    return tuple(
        Term((*term.words[:-1], stem(term.words[-1])), prefix=True) if term.prefix else term for term in wanted
    )


def expression(wanted: tuple[Term, ...], wish: Wish) -> str:
    """All that must be there, for FTS5; empty where nothing is asked for."""
    parts = [f"{{title people text}} : {term.expression()}" for term in wanted]
    facets = [language_facet(wish.language)] if wish.language else []
    facets += source_words(wish.source)
    parts += [f'facets : "{facet}"' for facet in facets]
    parts += [f'people : "{name}"*' for name in words_of(wish.person)]
    if months := _months(wish):
        parts.append("facets : (" + " OR ".join(f'"{month}"' for month in months) + ")")
    return " AND ".join(f"({part})" for part in parts)


def _months(wish: Wish) -> tuple[str, ...]:
    """The words in the index for the months from one day to another; none where that would be too many."""
    if wish.since is None or wish.until is None:
        return ()
    first, last = (day.year * 12 + day.month - 1 for day in (wish.since, wish.until))
    if last < first:
        return ("never",)
    if last - first < _MOST_MONTHS:
        return tuple(f"month{number // 12}{number % 12 + 1:02}" for number in range(first, last + 1))
    if wish.until.year - wish.since.year < _MOST_MONTHS:
        return tuple(f"year{year}" for year in range(wish.since.year, wish.until.year + 1))
    return ()
