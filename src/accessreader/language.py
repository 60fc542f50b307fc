"""The three languages, told apart by letters and words, and `fold`, by which searching forgives.

`detect` is for passages of any length. Which three letters follow each other tells Kazakh from Russian, though no
letter of them be Kazakh; letters that only Kazakh has and the commonest short words speak louder. Where the evidence
is thin it answers with what it was given as the prior, because a wrong switch of voice or of quotation marks is worse
than none.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from accessreader.trigrams import FOR_KAZAKH


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

WITHOUT_KAZAKH_LETTERS: Final = str.maketrans(f"{KAZAKH_LETTERS}ə", "агкноуухиАГКНОУУХИа")
"""What is written in their place where the keyboard has none."""

_WORD: Final = re.compile(r"[^\W\d_]{2,}|[^\W\d_](?!\.)")  # an initial is no word
_CYRILLIC: Final = re.compile(r"[Ѐ-ӿ]")
_KAZAKH_ONLY: Final = frozenset("әғқңөұүһі")
_KAZAKH_WORDS: Final = frozenset(
    {
        *("және", "мен", "бен", "пен", "менен", "туралы", "бойынша", "үшін", "деп", "деген", "дейді", "еді", "екен"),
        *("бар", "жоқ", "жылы", "жылғы", "осы", "бұл", "сол", "ол", "олар", "біз", "сіз", "сен", "оны", "оның", "мына"),
        *("ма", "ме", "ба", "бе", "па", "пе", "ал", "кім", "бір", "екі", "үш", "кейін", "дейін", "арқылы"),
        *("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша"),
        *(
            "желтоқсан",
            "бірақ",
            "ғана",
            "болды",
            "болып",
            "болған",
            "болады",
            "емес",
            "керек",
            "барлық",
            "барлығы",
            "өте",
            "тек",
        ),
    }
)
_RUSSIAN_WORDS: Final = frozenset(
    {
        *(
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
        ),
        *("до", "при", "под", "над", "это", "этот", "эта", "эти", "его", "её", "ее", "их", "был", "была", "было"),
        *(
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
            "ты",
            "кто",
            "где",
            "там",
        ),
        *("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября"),
        *(
            "декабря",
            "который",
            "которые",
            "которая",
            "году",
            "года",
            "лет",
            "после",
            "между",
            "все",
            "всё",
            "ещё",
            "уже",
            "нет",
        ),
    }
)
_ENOUGH: Final = 1200
"""Characters of a passage that are looked at: from its beginning, its middle and its end."""


def detect(text: str, prior: str = "en", *, doubt: float = 2.0) -> str:
    """The language of a passage: kk, ru or en; `prior` where the passage has no evidence of its own.

    Text in other scripts or Latin languages that are none of the three answers "en" when Latin letters prevail.

    Args:
        text: the passage.
        prior: the language of what it stands in.
        doubt: of two languages with the same letters, how much sooner the prior is believed: the logarithm of a
            likelihood, 2 for a passage on its own and more where a wrong switch would be heard in mid-sentence.
    """
    found = _weighed(text)
    if isinstance(found, str):
        return found or prior
    return "kk" if found > _LEAST.get(prior, 0.5) * doubt else "ru"


def certain(text: str, *, doubt: float = 2.0) -> str:
    """The language that `detect` answers for a passage whatever the prior; empty where it depends on the prior."""
    found = _weighed(text)
    if isinstance(found, str):
        return found
    return "kk" if found > doubt else "" if found > -doubt else "ru"


_LEAST: Final = {"kk": -1.0, "ru": 1.0}
"""The share of the doubt from which evidence is for Kazakh, by the prior; in doubt a text of no language is Russian."""


def _weighed(text: str) -> str | float:
    """The language of a passage where its script tells it, empty where nothing does; else what speaks for Kazakh."""
    words = _words(_sample(text))
    cyrillic = [word for word in words if _CYRILLIC.search(word)]
    if words and len(cyrillic) * 2 >= len(words):
        return _evidence(cyrillic)
    return "en" if words and sum(word.isascii() for word in words) * 2 >= len(words) else ""


def _words(text: str) -> list[str]:
    """The words of a text, without those that it quotes where most are its own: they may be in another language.

    Nor are names of programs and addresses of any language.
    """
    if "_" in text or "://" in text:
        text = " ".join(word for word in text.split() if "_" not in word and "://" not in word)
    words = _WORD.findall(text)
    own = _WORD.findall(_QUOTED.sub(" ", text)) if _QUOTED.search(text) else words
    return own if 2 * len(own) >= len(words) else words


_QUOTED: Final = re.compile(r"«[^«»]{1,200}»|“[^“”]{1,200}”|\"[^\"]{1,200}\"")


def _sample(text: str) -> str:
    if len(text) <= _ENOUGH:
        return text
    part = _ENOUGH // 3
    middle = (len(text) - part) // 2
    return f"{text[:part]} {text[middle : middle + part]} {text[-part:]}"


def _evidence(words: list[str]) -> float:
    """How much some Cyrillic words speak for Kazakh and against Russian, as the logarithm of a likelihood.

    A word with a capital says half, for names are the same in both; the first
    says more, and where all are in capitals each says all.
    """
    evidence = 0.0
    all_capitals = all(word.isupper() for word in words)
    for number, word in enumerate(words):
        told = _told(word.lower())
        evidence += told if word[0].islower() or all_capitals else told * (_NAME if number else _FIRST)
    return evidence


@lru_cache(maxsize=20_000)
def _told(word: str) -> float:
    """The evidence of one word in small letters. Remembered, for most words of a text come again."""
    ended = f"<{word}>"
    told = sum(FOR_KAZAKH.get(ended[at : at + 3], 0.0) for at in range(len(ended) - 2))
    if word in _KAZAKH_WORDS:
        told += _WORDS
    if word in _RUSSIAN_WORDS:
        told -= _WORDS
    return told if _KAZAKH_ONLY.isdisjoint(word) else told + _LETTER


_WORDS: Final = 3.0
_LETTER: Final = 3.0
_NAME: Final = 0.5
_FIRST: Final = 0.7


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
