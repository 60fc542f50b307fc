"""Letters of the wrong script, Roman numerals, and words spelled by the names of their letters.

What is repaired here is repaired for the voice only: the text is shown as it was published.
"""

from __future__ import annotations

import re
from typing import Final

from accessreader.speech.lexicon import Words

_TO_CYRILLIC: Final = str.maketrans(
    {
        "a": "а", "c": "с", "e": "е", "o": "о", "p": "р", "x": "х", "y": "у", "i": "і", "k": "к", "h": "һ", "m": "м",
        "t": "т", "b": "в", "ə": "ә", "ɵ": "ө", "ë": "ё", "A": "А", "B": "В", "C": "С", "E": "Е", "H": "Н", "I": "І",
        "K": "К", "M": "М", "O": "О", "P": "Р", "T": "Т", "X": "Х", "Y": "У", "Ə": "Ә", "Ɵ": "Ө", "F": "Ғ",
    }
)  # fmt: skip
_TO_LATIN: Final = str.maketrans(
    {
        "а": "a", "с": "c", "е": "e", "о": "o", "р": "p", "х": "x", "у": "y", "і": "i", "к": "k", "һ": "h", "А": "A",
        "В": "B", "С": "C", "Е": "E", "Н": "H", "І": "I", "К": "K", "М": "M", "О": "O", "Р": "P", "Т": "T", "Х": "X",
        "У": "Y",
    }
)  # fmt: skip
_ODD: Final = str.maketrans({"ӊ": "ң", "ҝ": "қ", "Ќ": "Қ", "ќ": "қ", "ї": "і", "ɵ": "ө", "ə": "ә", "Ə": "Ә"})
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\u0301]")
_HAS_LATIN: Final = re.compile(r"[A-Za-zəƏɵƟë]")
_HAS_CYRILLIC: Final = re.compile(r"[Ѐ-ӿ]")
_ONLY_CYRILLIC: Final = re.compile(r"[бвгдёжзийлмнптфцчшщъыьэюяәғқңөұүБГДЁЖЗИЙЛПФЦЧШЩЪЫЬЭЮЯӘҒҚҢӨҰҮҺ]")
_FOR_RUSSIAN: Final = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")
_FOR_ENGLISH: Final = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "gh", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "ng", "о": "o", "ө": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "kh", "һ": "h", "ц": "ts", "ч": "ch",
    "ш": "sh", "щ": "sh", "ъ": "", "ы": "y", "і": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip


def repaired(word: str) -> str:
    """A word in one script, where the other's look-alikes had come in; without marks that nobody sees.

    A word in one script stays as it is, and so does one whose other letters look like nothing of its own.
    """
    word = _INVISIBLE.sub("", word)
    if not (_HAS_CYRILLIC.search(word) and _HAS_LATIN.search(word)):
        return word.translate(_ODD) if _HAS_CYRILLIC.search(word) else word
    return "-".join(_repaired_part(part) for part in word.split("-"))


def _repaired_part(part: str) -> str:
    if not (_HAS_CYRILLIC.search(part) and _HAS_LATIN.search(part)):
        return part
    cyrillic = part.translate(_TO_CYRILLIC).translate(_ODD)
    latin = part.translate(_TO_LATIN)
    if _ONLY_CYRILLIC.search(part) or not _HAS_LATIN.search(cyrillic):
        return part if _HAS_LATIN.search(cyrillic) else cyrillic
    return latin if not _HAS_CYRILLIC.search(latin) else part


def for_voice(word: str, language: str) -> str:
    """A word with no letter that the voice of a language would spell or leave out."""
    word = repaired(word)
    if language == "ru":
        return word.translate(_FOR_RUSSIAN)
    if language == "en" and _HAS_CYRILLIC.search(word):
        return "".join(_romanised(letter) for letter in word)
    return word


def _romanised(letter: str) -> str:
    latin = _FOR_ENGLISH.get(letter.lower(), letter)
    return latin.capitalize() if letter.isupper() else latin


_AS_ROMAN: Final = str.maketrans("ІХСМ", "IXCM")
_ROMAN: Final = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")
_VALUES: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_NO_NUMERALS: Final = frozenset(
    {"MD", "CV", "DC", "CD", "MC", "DM", "MM", "CC", "DI", "CI", "LI", "MI", "XL", "MIX", "C", "D", "L", "M"}
)


def roman_value(word: str) -> int:
    """The value of a Roman numeral, Cyrillic look-alikes in it or not; 0 for any other word."""
    plain = word.translate(_AS_ROMAN)
    if not plain.isascii() or plain in _NO_NUMERALS or not plain or not _ROMAN.match(plain):
        return 0
    if not word.isascii() and plain[0] in "CM":  # СМ, МС, ХС: acronyms, not hundreds
        return 0
    total = 0
    for letter, after in zip(plain, f"{plain[1:]} ", strict=True):
        value = _VALUES[letter]
        total += -value if value < _VALUES.get(after, 0) else value
    return total


_VOWELS: Final = frozenset("АЕЁИОУЫЭЮЯӘӨҰҮІ")
_LATIN_VOWELS: Final = frozenset("AEIOUY")


def has_vowel(word: str) -> bool:
    """Whether a word in capitals can be said as one."""
    return not (_VOWELS | _LATIN_VOWELS).isdisjoint(word)


def is_spelled(word: str, words: Words) -> bool:
    """Whether an acronym in capitals is said by its letters: no vowel, one at an end beside a vowel, or very short."""
    if word in words.read:
        return False
    if _HAS_LATIN.search(word):
        return len(word) <= 3 or not _LATIN_VOWELS & set(word)
    vowels = [letter in _VOWELS for letter in word]
    if not any(vowels) or len(word) == 2:
        return True
    clusters = re.search(r"[^АЕЁИОУЫЭЮЯӘӨҰҮІ]{3}|[АЕЁИОУЫЭЮЯӘӨҰҮІ]{2}", word)
    return clusters is not None or (len(word) == 3 and vowels != [False, True, False])


def spelled(word: str, words: Words) -> str:
    """The names of a word's letters; what has no name stands for itself."""
    return " ".join(words.letters.get(letter.upper(), letter) for letter in word)
