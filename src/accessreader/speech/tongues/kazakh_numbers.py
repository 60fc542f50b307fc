"""Kazakh numbers in words, and endings that follow the sounds of a word.

Source: the school grammar of Kazakh. Cardinals do not decline before a noun; an ordinal has -ншы/-нші, or -ыншы/-інші
behind a consonant; an ending agrees with the last vowel (harmony) and the last sound (assimilation).
"""

from __future__ import annotations

from typing import Final

from accessreader.speech.tongues.listed import listed

_ONES: Final = ("", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз")
_TENS: Final = ("", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан")
_SCALES: Final = (
    (10**15, "квадриллион"),
    (10**12, "триллион"),
    (10**9, "миллиард"),
    (10**6, "миллион"),
    (10**3, "мың"),
)
_ORDINALS: Final = {
    "екі": "екінші", "алты": "алтыншы", "жеті": "жетінші", "жиырма": "жиырмасыншы", "қырық": "қырқыншы",
    "елу": "елуінші",
}  # fmt: skip

_BACK: Final = "аоұыуюяё"
_FRONT: Final = "әөүіеиэ"
_VOWELS: Final = _BACK + _FRONT
_VOICELESS: Final = "пфкқтсшщчцхһбвгд"  # б, в, г, д at the end of a word sound so


def cardinal(number: int) -> str:
    """A number from 0 to below 10**18 in words."""
    if number == 0:
        return "нөл"
    out: list[str] = []
    for size, name in _SCALES:
        count, number = divmod(number, size)
        if count:
            if count > 1 or size > 1000:
                out.append(_below_thousand(count))
            out.append(name)
    if number:
        out.append(_below_thousand(number))
    return " ".join(out)


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    parts = [_ONES[hundreds] if hundreds > 1 else "", "жүз" if hundreds else "", _TENS[rest // 10], _ONES[rest % 10]]
    return " ".join(part for part in parts if part)


def ordinal(number: int) -> str:
    """«Нешінші»: жиырма бесінші."""
    before, _, last = cardinal(number).rpartition(" ")
    word = _ORDINALS.get(last) or last + ("ыншы" if is_back(last) else "інші")
    return f"{before} {word}" if before else word


def is_back(word: str) -> bool:
    """Whether the last vowel of a word is a back one, so that its endings have а and ы."""
    vowels = [letter for letter in word.lower() if letter in _VOWELS]
    return not vowels or vowels[-1] in _BACK


_CASES: Final = {
    "genitive": "ның нің дың дің тың тің",
    "dative": "ға ге қа ке на не",
    "accusative": "ны ні ды ді ты ті н",
    "locative": "да де та те нда нде",
    "ablative": "дан ден тан тен нан нен",
    "instrumental": "мен бен пен",
    "belonging": "дағы дегі тағы тегі ндағы ндегі",
    "measure": "дық дік тық тік лық лік",
}
_CASE_OF: Final = {ending: case for case, endings in _CASES.items() for ending in endings.split()}
ENDINGS: Final = frozenset(_CASE_OF) | frozenset(
    listed(
        "і ы сы сі ын ін сын сін ына іне сына сіне ында інде сында сінде ынан інен сынан сінен еу еуі ау ауы "
        "еуін еуінің ының інің сының сінің дай дей тай тей ға-дейін лар лер дар дер тар тер ншы нші ыншы інші шы ші"
    )
)
"""What may hang on a figure with a hyphen and is no word of its own."""


def with_ending(word: str, ending: str) -> str:
    """A word with an ending that was written for another: АҚШ-тың becomes …Штаттарының; unknown endings stay."""
    case = _CASE_OF.get(ending)
    if not case or not word:
        return word + ending
    possessive = word.endswith(("ы", "і")) and " " in word
    return word + _ending(word, case, possessive=possessive)


def _ending(word: str, case: str, *, possessive: bool) -> str:
    last = word[-1].lower()
    vowel, nasal, hard = last in _VOWELS, last in "мнң", last in _VOICELESS
    a, y = ("а", "ы") if is_back(word) else ("е", "і")
    if case == "genitive":
        return ("н" if vowel or nasal else "т" if hard else "д") + y + "ң"
    if case == "accusative":
        return "н" if possessive else ("н" if vowel else "т" if hard else "д") + y
    if case == "instrumental":
        return ("п" if hard else "б" if last in "зж" else "м") + "ен"
    if case == "dative":
        back = a == "а"
        return f"н{a}" if possessive else ("қ" if back else "к") + a if hard else ("ғ" if back else "г") + a
    if case == "measure":
        return ("т" if hard else "л" if vowel or last in "рйу" else "д") + y + ("қ" if y == "ы" else "к")
    return _place(case, a, y, "нд" if possessive else "т" if hard else "д", nasal=nasal or possessive)


def _place(case: str, a: str, y: str, begins: str, *, nasal: bool) -> str:
    """The endings of place: in, from, being in."""
    if case == "ablative":
        return ("н" if nasal else begins[-1]) + a + "н"
    if case == "locative":
        return begins + a
    return begins + a + ("ғы" if y == "ы" else "гі")
