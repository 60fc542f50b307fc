"""Which eight-bit charset makes a text out of these bytes, and which makes mojibake.

Every candidate reads the words that hold a byte above 127, and the reading is scored: letters by how common they
are in Russian and Kazakh, accented letters by whether they stand among plain ones as in French or Polish; capitals
after small letters, Cyrillic glued to Latin, and signs inside words count against it. What header and page declare
is one more weight, so it decides where the letters do not.

Why not a general detector alone: it is made for long texts in a hundred charsets and takes a headline in
windows-1251 for Mac Cyrillic; it is asked only when no reading here looks like a text.
"""

from __future__ import annotations

import re
from typing import Final

# Name → Python's codec.
CANDIDATES: Final = {
    "windows-1251": "cp1251",
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
    "ibm866": "cp866",
    "iso-8859-5": "iso8859-5",
    "x-mac-cyrillic": "mac-cyrillic",
    "pt154": "ptcp154",
    "kz-1048": "kz1048",
    "windows-1252": "cp1252",
    "iso-8859-15": "iso8859-15",
    "windows-1250": "cp1250",
    "iso-8859-2": "iso8859-2",
    "windows-1254": "cp1254",
}
_PRIORS: Final = {"windows-1251": 0.6, "windows-1252": 0.5, "koi8-r": 0.3, "windows-1250": 0.2}
_ACCENTING: Final = {
    "windows-1252": 1.5,
    "iso-8859-15": 0.0,
    "windows-1250": 0.0,
    "iso-8859-2": 0.0,
    "windows-1254": 0.0,
}
_FOR_KAZAKH: Final = frozenset({"pt154", "kz-1048"})

# Kazakh pages were called windows-1251, because browsers knew no other name for what they were.
_MEANT: Final = {"windows-1251": ("windows-1251", *sorted(_FOR_KAZAKH))}

# From the most to the least common, Russian and Kazakh taken together.
_BY_FREQUENCY: Final = "аеонитрлсывікдмпуязбгьйқчхғжңшүұөәюцэщфһёъ"
_WEIGHTS: Final = {letter: 1.0 - 1.4 * place / len(_BY_FREQUENCY) for place, letter in enumerate(_BY_FREQUENCY)}
_NEIGHBOURS: Final = frozenset("їєґў")
_KAZAKH_ONLY: Final = frozenset("әғқңөұүһ")
_ACCENTED: Final = (
    dict.fromkeys("éèêëàâçîïôùûüœæöäßñáíóúãõåø", 0.7)  # western letters are likelier, where both make words
    | dict.fromkeys("ąęłśżźćńčšžřěůýőűğşıțșăďťňľ", 0.5)
)
_PUNCTUATION: Final = frozenset("«»—–“”„‘’…№•·©®™\u00a0°§€²³")
_INSIDE_WORDS: Final = frozenset("’\u00ad·")

_WORDS: Final = re.compile(rb"[^\s<>]{0,24}[\x80-\xff][^\s<>]{0,40}")
_CODE: Final = re.compile(rb"<(script|style)\b", re.IGNORECASE)
_TAG: Final = re.compile(rb"<[^<>]{0,2000}>")
_PLAIN_LETTERS: Final = bytes([*range(65, 91), *range(97, 123)])
_HIGH_BYTES: Final = bytes(range(128, 256))
_SAMPLE: Final = 4000
_LOOKED_THROUGH: Final = 200_000
_GUESSED_FROM: Final = 16_000
_POOR, _POOR_WHEN_LONG, _LONG = 0.15, 0.45, 40  # a score a letter; Greek read as KOI8-R comes to 0.41
_SAID_IN_HEADER, _SAID_IN_PAGE = 2.0, 1.5


def choose(data: bytes, header: str, meta: str) -> str | None:
    """The candidate that reads best, given what header and page declare; None when none makes a text."""
    text = _TAG.sub(b" ", _without_code(data[:_LOOKED_THROUGH]))
    sample = b" ".join(_WORDS.findall(text) or _WORDS.findall(data))[:_SAMPLE]
    high = sum(byte > 127 for byte in sample)
    scores = {name: _score(sample.decode(codec, "replace"), name) for name, codec in CANDIDATES.items()}
    if max(scores.values()) < high * (_POOR_WHEN_LONG if high >= _LONG else _POOR):
        return next((name for name in (header, meta) if name in scores), None)
    for name, weight in _PRIORS.items():
        scores[name] += weight
    if _is_mostly_plain(text):
        for name, weight in _ACCENTING.items():
            scores[name] += weight + 0.3 * high
    for said, weight in ((header, _SAID_IN_HEADER), (meta, _SAID_IN_PAGE)):
        for name in _MEANT.get(said, (said,)):
            if name in scores:
                scores[name] += weight + 0.05 * high
    return max(scores, key=lambda name: scores[name])


def guess(data: bytes) -> str:
    """What a general detector thinks, by the name that it gives; empty when it has no idea."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - seldom needed, slow to load

    best = from_bytes(data[:_GUESSED_FROM]).best()
    return best.encoding.replace("_", "-") if best is not None else ""


def _without_code(data: bytes) -> bytes:
    """Without scripts and styles. By hand, because a pattern takes minutes for a page of a thousand open scripts."""
    lower, kept, place = data.lower(), [], 0
    while opened := _CODE.search(data, place):
        kept.append(data[place : opened.start()])
        closed = lower.find(b"</" + opened[1].lower(), opened.end())
        if closed < 0:
            return b" ".join(kept)
        place = closed
    return b" ".join([*kept, data[place:]])


def _is_mostly_plain(text: bytes) -> bool:
    """Whether letters of ASCII are so many that the others are their accents: Cyrillic words have none."""
    plain, high = (len(text) - len(text.translate(None, some)) for some in (_PLAIN_LETTERS, _HIGH_BYTES))
    return plain > 20 and high * 3 < plain


def _score(text: str, name: str) -> float:
    if name in _FOR_KAZAKH and not _is_kazakh(text):
        return float("-inf")
    score = 0.0
    before = " "
    for character, after in zip(text, f"{text[1:]} ", strict=True):
        if not character.isascii():
            score += _worth(before, character, after)
        elif not before.isascii() and character.isalpha() and _is_cyrillic(before):
            score -= 1.5
        before = character
    return score


def _worth(before: str, character: str, after: str) -> float:
    if not character.isalpha():
        return _worth_of_sign(before, character, after)
    worth = -2.0 if character.isupper() and before.islower() else 0.0
    if _is_cyrillic(character):
        glued = before.isascii() and before.isalpha()
        letter = character.lower()
        return worth - 1.5 * glued + _WEIGHTS.get(letter, -0.3 if letter in _NEIGHBOURS else -1.5)
    crowd = sum(not near.isascii() and near.isalpha() for near in (before, after))
    return worth - 0.8 * crowd + _ACCENTED.get(character.lower(), -0.7)


def _worth_of_sign(before: str, character: str, after: str) -> float:
    if character in _PUNCTUATION:
        inside = before.isalpha() and after.isalpha() and character not in _INSIDE_WORDS
        return -0.7 if inside else 0.4
    if character == "\ufffd" or "\x80" <= character <= "\x9f":
        return -2.0
    return -1.5 if before.isalpha() or after.isalpha() else -0.5


def _is_cyrillic(character: str) -> bool:
    return "\u0400" <= character <= "\u052f"


def _is_kazakh(text: str) -> bool:
    """Whether the signs of Kazakh are there; Serbian, Macedonian and Ukrainian have no ы and would be taken for it."""
    lower = text.lower()
    distinct = len(_KAZAKH_ONLY.intersection(lower))
    return distinct >= (3 if len(text) > 60 else 2) and ("ы" in lower or len(text) < 30)
