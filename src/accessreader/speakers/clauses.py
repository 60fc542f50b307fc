"""Pieces of a text round a verb of saying: its sentence, its clause, the quotation before it."""

from __future__ import annotations

import re
from typing import Final

from accessreader.article import Span
from accessreader.speakers.names import CAPITAL

WINDOW: Final = 220
"""How far from a verb its subject is looked for."""
_LONG_SENTENCE: Final = 1500
"""How far back the beginning of a sentence is looked for."""

_SAID: Final = re.compile(r"[»”\"]\s*,?\s*[–—-]\s[^«»“”\"]*?[.!?…]\s+")
"""An attribution with a dash, up to its end."""
_QUOTE: Final = re.compile(r"[«„“\"]")
_OPENS_NEXT: Final = re.compile(r"[,:]?\s*(?:[–—-]\s*)?[«„“\"]")
_STOP: Final = re.compile(rf"(?<!{CAPITAL})[.!?…]+[»”\"]?\s+(?={CAPITAL}|[«„“\"])|\n")
_CLAUSE_END: Final = re.compile(rf"[;:!?…«»“”\"(\n]|(?<!{CAPITAL})\.|, ")


def sentence_start(text: str, end: int, done: int) -> int:
    """Where the sentence before a place begins, or what of it is behind `done`."""
    return _start(text, end, done, _LONG_SENTENCE)


def clause_before(text: str, end: int, done: int) -> str:
    """The text of the sentence before a place; no further back than `done`."""
    return text[_start(text, end, done, WINDOW) : end]


def _start(text: str, end: int, done: int, reach: int) -> int:
    first = max(done, end - reach)
    return max([first, *(match.end() for match in _STOP.finditer(text, first, end))])


def clause_after(text: str, start: int) -> str:
    """The text behind a place, up to the end of its clause."""
    end = _CLAUSE_END.search(text, start, start + WINDOW)
    return text[start : end.start() if end else start + WINDOW]


def start_of_words(text: str, verb: Span, done: int, *, spoken: bool) -> int:
    """Where what is said begins: at its first quotation mark before the verb, or behind it, else with the sentence."""
    if spoken:
        opened = last_quotation(text, done, verb.start)
        return done if opened is None else opened
    behind = _OPENS_NEXT.match(text, verb.end)
    return behind.end() - 1 if behind else sentence_start(text, verb.start, done)


def last_quotation(text: str, start: int, end: int) -> int | None:
    """Where the last quotation between two places begins: behind whatever was said of the ones before it.

    Marks are not counted in pairs: quotations within quotations often share one closing mark.
    """
    said = [match.end() for match in _SAID.finditer(text, start, end)]
    opened = _QUOTE.search(text, said[-1] if said else start, end)
    return opened.start() if opened else None
