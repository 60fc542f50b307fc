"""Where sentences end, in Kazakh, Russian and English, by a few rules.

A full stop, question or exclamation mark or an ellipsis ends a sentence when, behind closing quotes and brackets,
a blank follows and then something that may begin one. It does not behind an initial («Қ. Тоқаев»), an abbreviation
that is always followed by something («г. Астана», «ст. 5», "Mr. Smith"), or a number before a small letter.
"""

from __future__ import annotations

import re
from typing import Final

_STOP: Final = re.compile(r"[.!?…]+[\"'»”’)\]]*(?=\s)|\n")
_OPENERS: Final = "\"'«„“‘([—–-"
_WORD_BEFORE: Final = re.compile(r"[\w-]+(?:\.[\w-]+)*$")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Behind these a sentence goes on, whatever follows.
_NEVER_LAST: Final = {
    "ru": _words(
        "г гг им ст п пп стр рис табл тов гр ул пр просп д корп кв обл р о оз см ср напр акад проф доц канд тел зам "
        "зав млн млрд тыс руб коп тг кг км га мин сек"
    ),
    "kk": _words("қ обл ауд көш үй б бб т бет сур кес тов проф акад ғ ғғ ж жж млн млрд мың тг км кг га тел қар мыс"),
    "en": _words(
        "mr mrs ms dr prof st no vol fig sen rep gov gen col lt sgt vs approx dept art ch sec p pp jan feb mar apr "
        "jun jul aug sept sep oct nov dec"
    ),
}
# Behind these it may end, when a number stands before, a capital follows and more than a few words were said:
# «Так было в 2025 г. Сенат…», but not «В 2025 г. Сенат…».
_SAID_LITTLE: Final = 4
_MAY_BE_LAST: Final = {
    "ru": _words("г гг млн млрд тыс руб коп тг кг км га мин сек"),
    "kk": _words("ж жж ғ ғғ млн млрд мың тг км кг га"),
}


def sentence_ends(text: str, language: str = "en") -> tuple[int, ...]:
    """The offset behind the last character of every sentence that another follows; blanks belong to neither."""
    ends: list[int] = []
    for found in _STOP.finditer(text):
        if found[0] == "\n":
            if not ends or text[ends[-1] : found.start()].strip():
                ends.append(found.start())
        elif _ends_here(text, found, language, begun=ends[-1] if ends else 0):
            ends.append(found.end())
    while ends and not text[ends[-1] :].strip():
        ends.pop()
    return tuple(end for end in ends if text[:end].strip())


def _ends_here(text: str, mark: re.Match[str], language: str, *, begun: int) -> bool:
    stop, end = mark.span()
    first = text[end:].lstrip().lstrip(_OPENERS + " \u00a0")[:1]
    if not first or first.islower():
        return False
    if text[stop] != "." or end > stop + 1:
        return True
    before = text[max(0, stop - 40) : stop]
    found = _WORD_BEFORE.search(before)
    if not found:
        return True
    of_number = before[: found.start()].rstrip()[-1:].isdigit()
    said = len(text[begun:stop].split()) > _SAID_LITTLE
    return not _goes_on(found[0], language, of_number=of_number and said and first.isupper())


def _goes_on(word: str, language: str, *, of_number: bool) -> bool:
    """Whether a sentence goes on behind a word with a full stop; `of_number`: it may be the last."""
    last = word.rsplit(".", 1)[-1]
    if len(last) == 1 and last.isupper():
        return True
    if last.lower() not in _NEVER_LAST.get(language, _NEVER_LAST["en"]):
        return False
    return not (of_number and last.lower() in _MAY_BE_LAST.get(language, frozenset()))
