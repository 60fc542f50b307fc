"""The three languages, told apart by letters and words, and `fold`, by which searching forgives.

`detect` is for passages of any length: letters that only Kazakh has decide first, then the commonest short words,
then endings. Where the evidence is thin it answers with what it was given as the prior, because a wrong switch of
voice or of quotation marks is worse than none.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the interface: its code, and its name in itself."""

    code: str
    name: str


LANGUAGES: Final = {
    language.code: language
    for language in (
        Language("kk", "Қазақша"),
        Language("ru", "Русский"),
        Language("en", "English"),
    )
}

KAZAKH_LETTERS: Final = "әғқңөұүһіӘҒҚҢӨҰҮҺІ"

_WORD: Final = re.compile(r"[^\W\d_]+")
_CYRILLIC: Final = re.compile(r"[Ѐ-ӿ]")
_KAZAKH_ONLY: Final = frozenset("әғқңөұүһӘҒҚҢӨҰҮҺ")
_KAZAKH_WORDS: Final = frozenset(
    [
        "және",
        "мен",
        "бен",
        "пен",
        "туралы",
        "бойынша",
        "үшін",
        "деп",
        "деген",
        "еді",
        "бар",
        "жоқ",
        "жылы",
        "жылғы",
        "осы",
        "бұл",
        "сол",
        "ол",
        "олар",
        "да",
        "де",
        "та",
        "те",
        "ма",
        "ме",
        "ба",
        "бе",
        "па",
        "пе",
        "қазір",
        "кейін",
        "дейін",
        "арқылы",
        "бірақ",
        "ғана",
        "болды",
        "болып",
        "болған",
        "болады",
        "аталған",
        "депутаттар",
        "халық",
        "заң",
        "отырыс",
        "отырысы",
        "республикасы",
        "жаңа",
        "баспасөз",
    ]
)
_RUSSIAN_WORDS: Final = frozenset(
    [
        "и",
        "в",
        "во",
        "не",
        "на",
        "с",
        "со",
        "что",
        "как",
        "по",
        "к",
        "ко",
        "из",
        "у",
        "за",
        "от",
        "о",
        "об",
        "для",
        "до",
        "при",
        "под",
        "над",
        "это",
        "этот",
        "эта",
        "эти",
        "его",
        "её",
        "их",
        "был",
        "была",
        "было",
        "были",
        "также",
        "или",
        "но",
        "а",
        "же",
        "бы",
        "он",
        "она",
        "они",
        "мы",
        "вы",
        "я",
        "который",
        "которые",
        "которая",
        "году",
        "года",
        "лет",
        "после",
        "сената",
        "депутат",
        "депутаты",
        "закон",
        "заседание",
        "республики",
        "парламента",
    ]
)
_KAZAKH_ENDINGS: Final = re.compile(
    r"(?:ның|нің|дың|дің|тың|тің|ды|ді|ты|ті|ға|ге|қа|ке|да|де|дан|ден|тан|тен|лар|лер|дар|дер|тар|тер|"
    r"лық|лік|дық|дік|тық|тік|мыз|міз|сыз|сіз|ған|ген|қан|кен|атын|етін|йды|йді|мен|бен|пен|ылды|ілді)$"
)
_RUSSIAN_ENDINGS: Final = re.compile(
    r"(?:ого|его|ому|ему|ыми|ими|ая|яя|ое|ее|ые|ие|ый|ий|ой|ться|тся|ение|ения|ений|ость|ости|ство|ства|"
    r"ами|ями|ах|ях|ов|ев|ал|ала|али|ил|ила|или|ет|ют|ут|ует|ются|ский|ского|ской|ских|ть)$"
)


_ENOUGH: Final = 50_000
"""Characters of a passage that are looked at; of the words of a whole book a list would be many times its size."""


def detect(text: str, prior: str = "en") -> str:
    """The language of a passage: kk, ru or en; `prior` where the passage has no evidence of its own.

    Text in other scripts or Latin languages that are none of the three answers "en" when Latin letters prevail.
    """
    words = [word.casefold() for word in _WORD.findall(text, 0, _ENOUGH)]
    if not words:
        return prior
    cyrillic = [word for word in words if _CYRILLIC.search(word)]
    if len(cyrillic) * 2 < len(words):
        return "en" if sum(word.isascii() for word in words) * 2 >= len(words) else prior
    kazakh, russian = _evidence(cyrillic)
    if kazakh == russian:
        return prior if prior in ("kk", "ru") else "ru"
    return "kk" if kazakh > russian else "ru"


def _evidence(words: list[str]) -> tuple[float, float]:
    """How much speaks for Kazakh and for Russian in some Cyrillic words in lower case."""
    kazakh = russian = 0.0
    for word in words:
        if word in _KAZAKH_WORDS:
            kazakh += 2
        elif word in _RUSSIAN_WORDS:
            russian += 2
        elif not _KAZAKH_ONLY.isdisjoint(word):
            kazakh += 2
        elif "і" in word:
            kazakh += 1.5
        elif _RUSSIAN_ENDINGS.search(word):
            russian += 1
        elif _KAZAKH_ENDINGS.search(word):
            kazakh += 0.6
    return kazakh, russian


def language_of_locale(name: str) -> str:
    """kk, ru or en for a locale's name such as `kk_KZ.UTF-8`; English for any other."""
    code = re.split(r"[_.\-@]", name.strip().lower(), maxsplit=1)[0]
    code = {"kazakh": "kk", "russian": "ru"}.get(code, code)  # as Windows has it: Russian_Kazakhstan.1251
    return code if code in LANGUAGES else "en"


_LOOK_ALIKES: Final = {
    "ё": "е", "й": "и", "ә": "а", "ғ": "г", "қ": "к", "ң": "н", "ө": "о", "ұ": "у", "ү": "у", "һ": "х", "і": "и",
    "ї": "и", "ə": "а", "ɵ": "о", "ӊ": "н", "ќ": "к", "ў": "у",
}  # fmt: skip


def _folded(character: str) -> str:
    lower = character.lower()
    if len(lower) != 1:
        return character
    if lower in _LOOK_ALIKES:
        return _LOOK_ALIKES[lower]
    parts = unicodedata.normalize("NFD", lower)
    # A syllable of Hangul is made of letters, not of a letter and its marks; a mark alone has no letter.
    marked = not unicodedata.combining(parts[0]) and all(unicodedata.combining(mark) for mark in parts[1:])
    return parts[0] if marked else lower


_FOLD_CACHE: Final[dict[int, str]] = {}


def fold(text: str) -> str:
    """The text with case and look-alike letters made one: ё and е, і and и, ә and а, é and e.

    The length in code points never changes, so that an offset in the folded text is an offset in the text; and
    folding twice is folding once.
    """
    out = _FOLD_CACHE
    for character in set(text):
        if ord(character) not in out:
            folded = _folded(character)
            while (again := _folded(folded)) != folded:
                folded = again
            out[ord(character)] = folded
    return text.translate(out)
