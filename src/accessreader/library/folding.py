"""Text as it is searched: `language.fold`, and Latin letters among Cyrillic ones made Cyrillic.

`folded` keeps the length, so that a place in what it answers is a place in the text. `indexed` is what the index gets:
without stress marks and soft hyphens, which part a word in two for SQLite.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from accessreader.article import Article, sheet
from accessreader.language import fold

_LATIN: Final = "aceiopxykhbmt"
_CYRILLIC: Final = "асеиорхукнвмт"
_TO_CYRILLIC: Final = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN: Final = str.maketrans(_CYRILLIC, _LATIN)
_LOOKS_LATIN: Final = frozenset(_LATIN)
_LOOKS_CYRILLIC: Final = frozenset(_CYRILLIC)
_BORDER: Final = re.compile(r"[a-z](?:[а-я]|(?<=[а-я][a-z]))")
_WORD: Final = re.compile(r"[^\W_]+")
_SILENT: Final = "\u00ad\u0300\u0301\u200b\u200c\u200d\u2060\ufeff"
_NO_SILENT: Final = dict.fromkeys(map(ord, _SILENT))

_ENGLISH_KEYS: Final = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
_RUSSIAN_KEYS: Final = "йцукенгшщзхъфывапролджэячсмитьбю"
_KAZAKH_DIGITS: Final = "23458 90-="
_KAZAKH_LETTERS: Final = "әіңғү ұқөһ"
_TYPED_RUSSIAN: Final = str.maketrans(_ENGLISH_KEYS, _RUSSIAN_KEYS)
_TYPED_ENGLISH: Final = str.maketrans(_RUSSIAN_KEYS, _ENGLISH_KEYS)
_TYPED_KAZAKH: Final = str.maketrans(_ENGLISH_KEYS + _KAZAKH_DIGITS, _RUSSIAN_KEYS + _KAZAKH_LETTERS)


def folded(text: str) -> str:
    """The text folded, as long as it was; folding twice is folding once."""
    plain = fold(text)
    return _WORD.sub(_in_one_script, plain) if not plain.isascii() and _BORDER.search(plain) else plain


def _in_one_script(found: re.Match[str]) -> str:
    word = found.group()
    return word.translate(_TO_CYRILLIC) if _BORDER.search(word) else word


def spoken_letters(text: str) -> str:
    """Folded text without what stands between letters and is not seen as one: stress, soft hyphens, joiners."""
    return text.translate(_NO_SILENT) if _has_silent(text) else text


def _has_silent(text: str) -> bool:
    return not text.isascii() and any(letter in text for letter in _SILENT)


def indexed(text: str) -> str:
    """The text as the index gets it."""
    return folded(spoken_letters(text))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, folded."""
    return tuple(_WORD.findall(indexed(text)))


def look_alike(word: str) -> str:
    """A folded word in the letters of the other script, where every one of its letters looks the same; else empty."""
    letters = set(word)
    if letters <= _LOOKS_LATIN:
        return word.translate(_TO_CYRILLIC)
    return word.translate(_TO_LATIN) if letters <= _LOOKS_CYRILLIC else ""


def retyped(text: str) -> tuple[str, ...]:
    """What was meant, if the keyboard was in another layout: Latin keys for Russian and Kazakh, Russian for English."""
    lower = text.lower()
    tries = (lower.translate(table) for table in (_TYPED_RUSSIAN, _TYPED_KAZAKH, _TYPED_ENGLISH))
    return tuple(dict.fromkeys(each for each in tries if each != lower))


def entry(article: Article) -> tuple[str, str, str, str]:
    """What the index gets of an article: title, people, text and facets."""
    text = "\n".join(block.text for block in sheet(article)[bool(article.title) :])
    people = f"{article.author}\n{article.credits}"
    return indexed(article.title), indexed(people), indexed(text), " ".join(_facets(article))


def _facets(article: Article) -> tuple[str, ...]:
    day = article.published
    days = (f"year{day.year}", f"month{day.year}{day.month:02}") if day else ()
    return (language_facet(article.language), *days, *source_words(article.site), *source_words(article.url))


def language_facet(language: str) -> str:
    """The word that stands in the index for a language."""
    return f"language{folded(language)}"


def source_words(source: str) -> tuple[str, ...]:
    """The words that stand in the index for a source: those of its name, or of its host where it is an address."""
    host = source.partition("://")[2].partition("/")[0]
    return tuple(f"source{word}" for word in words_of(host or source))


_LEAST_STEM: Final = 4
_MOST_ENDINGS: Final = 4
_LAST: Final = re.compile(
    "(?:иями|ями|ами|ыми|ими|ться|ого|его|ому|ему|иях|ния|ние|нии|нию|ях|ах|ов|ев|еи|ои|ыи|ии|ая|яя|ое|ее|ые|ие|ую|юю"
    "|ом|ем|ам|ям|ть|а|я|о|е|у|ю|ь|ing|es|ed|ly|s)$"
)
"""What Russian and English put at the end of a word, once; the longest first."""
_NEXT: Final = re.compile(
    "(?:(?:[лдт][ае]р|[днт][иы]н|[дтн][ае]н|[мбп]ен|[мн][иы]з|с[иы]|[гкндт][ае]|[ндт][ыи])|[ыи])$"
)
"""What Kazakh puts after a word, one after another: many, whose, in which case."""


def stem(word: str) -> str:
    """A folded word without what Kazakh, Russian and English put at its end; four letters stay."""
    for _number in range(_MOST_ENDINGS):
        found = _longest(word)
        if found is None:
            break
        word = word[: found.start()]
        if found.re is _LAST:
            break
    return word


def _longest(word: str) -> re.Match[str] | None:
    """The longest ending that leaves enough of a word."""
    found = (ending.search(word, _LEAST_STEM) for ending in (_NEXT, _LAST))
    return min((each for each in found if each), key=lambda each: each.start(), default=None)


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...], *, prefix: bool) -> re.Pattern[str]:
    inside = f"[{_SILENT}]*"
    spelled = r"[\W_]+".join(inside.join(map(re.escape, word)) for word in words)
    return re.compile(rf"(?<![^\W_]){spelled}" + (r"[^\W_]*" if prefix else r"(?![^\W_])"))


def found_in(text: str, words: tuple[str, ...], *, prefix: bool) -> Iterator[tuple[int, int]]:
    """(start, end) wherever some words stand one after another in folded text; the last may go on, if `prefix`.

    What is not seen as a letter may stand within a word.
    """
    pattern = _pattern(words, prefix=prefix)
    if _has_silent(text):
        yield from (found.span() for found in pattern.finditer(text))
        return
    at = text.find(words[0])  # a string is found much sooner than a pattern
    while at >= 0:
        found = pattern.match(text, at)
        if found:
            yield found.span()
        at = text.find(words[0], found.end() if found else at + 1)
