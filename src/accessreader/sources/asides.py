"""Words of another language within a block: an English name in a Kazakh paragraph, a Russian sentence quoted in it.

Only what is clear is told, for each is a switch of the voice: three words or more in other letters, what stands in
quotation marks, and whole sentences. A word alone, a name of two words and what could be either stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from accessreader.article import Run, Runs, joined
from accessreader.language import detect
from accessreader.sentences import sentence_ends

_LATIN: Final = re.compile(r"[A-Za-z]")
_CYRILLIC: Final = re.compile(r"[Ѐ-ӿ]")
_TOKEN: Final = re.compile(r"\S+")
_ADDRESS: Final = re.compile(r"@|://|\bwww\.|\w\.(?:kz|ru|com|org|net|gov|info)\b")
_BETWEEN: Final = r"[\d,.:;&/()–—]*\s[\s\d,.:;&/'’()–—-]*"
_STRETCH: Final = {
    "latin": re.compile(rf"(?<![\w'’-])[A-Za-z][A-Za-z'’-]*+(?:{_BETWEEN}[A-Za-z][A-Za-z'’-]*+){{2,}}"),
    "cyrillic": re.compile(rf"(?<![\w-])[Ѐ-ӿ][Ѐ-ӿ-]*+(?:{_BETWEEN}[Ѐ-ӿ][Ѐ-ӿ-]*+){{2,}}"),
}
_QUOTED: Final = re.compile(r"«([^«»]{2,300})»|“([^“”]{2,300})”|\"([^\"]{2,300})\"")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_CLEAR: Final = 8.0
"""Evidence from which words are in the other of the two languages that share their letters."""
_WORDS: Final = 3
"""Words in the same letters from which a quotation or a sentence can be told."""
_LONGEST: Final = 20_000
"""Characters of a block in which asides are looked for: a longer one is no paragraph that anybody wrote."""


def in_own_tongue(runs: Runs, language: str) -> Runs:
    """The runs of a block, cut where words of another language begin and end; a link stays in one piece.

    Args:
        runs: what the block says; a language that a run already has is kept.
        language: the block's own: kk, ru or en.
    """
    text = joined(runs)
    asides = list(_asides(text, language)) if len(text) <= _LONGEST else []
    if not asides:
        return runs
    out: list[Run] = []
    start = 0
    for run in runs:
        end = start + len(run.text)
        out.extend(_cut(run, start, asides) if run.language is None else [run])
        start = end
    return tuple(out)


def _cut(run: Run, start: int, asides: list[tuple[int, int, str]]) -> Iterator[Run]:
    end = start + len(run.text)
    at = start
    for begins, ends, language in asides:
        first, last = max(begins, at), min(ends, end)
        if first >= last or (run.href and (first, last) != (start, end)):
            continue
        if first > at:
            yield replace(run, text=run.text[at - start : first - start])
        yield replace(run, text=run.text[first - start : last - start], language=language)
        at = last
    if at < end or not run.text:
        yield replace(run, text=run.text[at - start :])


def _asides(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    """Where words of another language stand, in the order of the text, and which it is."""
    taken = 0
    for start, end, other in sorted(_found(text, language)):
        if start >= taken:
            yield start, end, other
            taken = end


def _found(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    if language == "en":
        yield from _in_other_letters(text, "cyrillic", _CYRILLIC, "ru")
        return
    yield from _in_other_letters(text, "latin", _LATIN, "en")
    for mark in _QUOTED.finditer(text):
        yield from _other(text, mark.span(mark.lastindex or 0), language)
    ends = sentence_ends(text, language)
    if ends:
        for start, end in zip((0, *ends), (*ends, len(text)), strict=True):
            yield from _other(text, (start, end), language)


def _in_other_letters(text: str, name: str, letters: re.Pattern[str], likely: str) -> Iterator[tuple[int, int, str]]:
    """Three words or more in other letters, and what of them stands in quotation marks; addresses are no words."""
    if not letters.search(text):
        return
    plain = _TOKEN.sub(lambda found: "\0" * len(found[0]) if _ADDRESS.search(found[0]) else found[0], text)
    for found in _STRETCH[name].finditer(plain):
        if len(_WORD.findall(found[0])) >= _WORDS:
            yield *found.span(), detect(found[0], likely)
    for mark in _QUOTED.finditer(plain):
        said = mark[mark.lastindex or 0]
        words = _WORD.findall(said)
        if len(words) > 1 and all(letters.match(word) for word in words) and "\0" not in said:
            yield *mark.span(mark.lastindex or 0), detect(said, likely)


def _other(text: str, place: tuple[int, int], language: str) -> Iterator[tuple[int, int, str]]:
    """A part of a text, where that is clearly in the other of the two languages that share their letters."""
    said = text[slice(*place)]
    if sum(1 for word in _WORD.findall(said) if _CYRILLIC.match(word)) < _WORDS:
        return
    other = detect(said, language, doubt=_CLEAR)
    if other not in {language, "en"}:
        start = place[0] + len(said) - len(said.lstrip())
        yield start, start + len(said.strip()), other
