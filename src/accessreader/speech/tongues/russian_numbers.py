"""Russian numbers in words: cardinals and ordinals in every case and gender.

Source of the forms: the school grammar of Russian, numerals and adjectives of the hard declension.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from accessreader.speech.tongues.listed import listed


class Case(IntEnum):
    """The six cases, in the order of the tables."""

    NOMINATIVE = 0
    GENITIVE = 1
    DATIVE = 2
    ACCUSATIVE = 3
    INSTRUMENTAL = 4
    PREPOSITIONAL = 5


Forms = tuple[str, ...]


def _soft(word: str) -> Forms:
    """пять, пяти, пяти, пять, пятью, пяти; восемь has восьми."""
    stem = word[:-1]
    oblique = "восьм" if word == "восемь" else stem
    return word, f"{oblique}и", f"{oblique}и", word, f"{word}ю", f"{oblique}и"


_ONE: Final = {
    "m": listed("один одного одному один одним одном"),
    "f": listed("одна одной одной одну одной одной"),
    "n": listed("одно одного одному одно одним одном"),
}
_TWO: Final = {
    "m": listed("два двух двум два двумя двух"),
    "f": listed("две двух двум две двумя двух"),
    "n": listed("два двух двум два двумя двух"),
}
_SMALL: Final[dict[int, Forms]] = {
    0: listed("ноль ноля нолю ноль нолём ноле"),
    3: listed("три трёх трём три тремя трёх"),
    4: listed("четыре четырёх четырём четыре четырьмя четырёх"),
    40: listed("сорок сорока сорока сорок сорока сорока"),
    90: listed("девяносто девяноста девяноста девяносто девяноста девяноста"),
    100: listed("сто ста ста сто ста ста"),
    200: listed("двести двухсот двумстам двести двумястами двухстах"),
    300: listed("триста трёхсот трёмстам триста тремястами трёхстах"),
    400: listed("четыреста четырёхсот четырёмстам четыреста четырьмястами четырёхстах"),
}
_UNITS: Final = listed("пять шесть семь восемь девять")
_TEENS: Final = listed(
    "десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать "
    "двадцать"
)
for _number, _word in enumerate(_UNITS, 5):
    _SMALL[_number] = _soft(_word)
    if _number < 9:  # пятьдесят, пятидесяти, пятьюдесятью
        _a, _b, _c, _d, _e, _f = _soft(_word)
        _SMALL[_number * 10] = (
            f"{_a}десят", f"{_b}десяти", f"{_c}десяти", f"{_d}десят", f"{_e}десятью", f"{_f}десяти",
        )  # fmt: skip
    _a, _b, _c, _d, _e, _f = _soft(_word)
    _SMALL[_number * 100] = (f"{_a}сот", f"{_b}сот", f"{_c}стам", f"{_d}сот", f"{_e}стами", f"{_f}стах")
for _number, _word in enumerate(_TEENS, 10):
    _SMALL[_number] = _soft(_word)
_SMALL[30] = _soft("тридцать")

_SCALES: Final[tuple[tuple[int, str, Forms, Forms], ...]] = tuple(
    (10**power, gender, listed(one), listed(many))
    for power, gender, one, many in (
        (15, "m", "квадриллион квадриллиона квадриллиону квадриллион квадриллионом квадриллионе",
         "квадриллионы квадриллионов квадриллионам квадриллионы квадриллионами квадриллионах"),
        (12, "m", "триллион триллиона триллиону триллион триллионом триллионе",
         "триллионы триллионов триллионам триллионы триллионами триллионах"),
        (9, "m", "миллиард миллиарда миллиарду миллиард миллиардом миллиарде",
         "миллиарды миллиардов миллиардам миллиарды миллиардами миллиардах"),
        (6, "m", "миллион миллиона миллиону миллион миллионом миллионе",
         "миллионы миллионов миллионам миллионы миллионами миллионах"),
        (3, "f", "тысяча тысячи тысяче тысячу тысячей тысяче",
         "тысячи тысяч тысячам тысячи тысячами тысячах"),
    )
)  # fmt: skip


def plural(number: int) -> int:
    """Which of three forms goes with a number: 0 for 21 депутат, 1 for 2 депутата, 2 for 5 депутатов."""
    if number % 100 in range(11, 15) or number % 10 == 0 or number % 10 > 4:
        return 2
    return 0 if number % 10 == 1 else 1


def _below_thousand(number: int, case: Case, gender: str) -> list[str]:
    out: list[str] = []
    if hundreds := number // 100 * 100:
        out.append(_SMALL[hundreds][case])
    rest = number % 100
    if rest > 20 and rest % 10:
        out.append(_SMALL[rest // 10 * 10][case])
        rest %= 10
    if rest in (1, 2):
        out.append((_ONE, _TWO)[rest - 1][gender][case])
    elif rest:
        out.append(_SMALL[rest][case])
    return out


def cardinal(number: int, case: Case = Case.NOMINATIVE, gender: str = "m") -> str:
    """A number from 0 to below 10**18 in words; `gender` is m, f or n."""
    if number == 0:
        return _SMALL[0][case]
    out: list[str] = []
    for size, scale_gender, one, many in _SCALES:
        count, number = divmod(number, size)
        if not count:
            continue
        if count > 1:
            out.extend(_below_thousand(count, case, scale_gender))
        form = plural(count)
        if case in (Case.NOMINATIVE, Case.ACCUSATIVE):
            out.append((one[case], one[Case.GENITIVE], many[Case.GENITIVE])[form])
        else:
            out.append((one if form == 0 else many)[case])
    return " ".join([*out, *_below_thousand(number, case, gender)])


_ENDINGS: Final = {
    "m": listed("ый ого ому ый ым ом"),
    "f": listed("ая ой ой ую ой ой"),
    "n": listed("ое ого ому ое ым ом"),
    "p": listed("ые ых ым ые ыми ых"),
}
_THIRD: Final = {
    "m": listed("третий третьего третьему третий третьим третьем"),
    "f": listed("третья третьей третьей третью третьей третьей"),
    "n": listed("третье третьего третьему третье третьим третьем"),
    "p": listed("третьи третьих третьим третьи третьими третьих"),
}
_STEMS: Final = {
    0: "нулев", 1: "перв", 2: "втор", 4: "четвёрт", 5: "пят", 6: "шест", 7: "седьм", 8: "восьм", 9: "девят",
    40: "сороков", 90: "девяност", 100: "сот", 200: "двухсот", 300: "трёхсот", 400: "четырёхсот",
}  # fmt: skip
_STRESSED: Final = frozenset({0, 2, 6, 7, 8, 40})


def _last(number: int, case: Case, gender: str) -> str:
    """The ordinal of a number that is one word: 1 to 20, tens, hundreds."""
    if number == 3:
        return _THIRD[gender][case]
    if number in _STEMS:
        stem = _STEMS[number]
    elif number < 100:
        stem = _SMALL[number][Case.GENITIVE][:-1] if number >= 50 else _SMALL[number][0][:-1]
    else:
        stem = _SMALL[number][Case.GENITIVE]
    ending = _ENDINGS[gender][case]
    return stem + ("ой" if ending == "ый" and number in _STRESSED else ending)


def ordinal(number: int, case: Case = Case.NOMINATIVE, gender: str = "m") -> str:
    """«Которая по счёту»: двадцать пятый; `gender` is m, f, n, or p for the plural."""
    rest = number % 1000
    if rest == 0 and number:
        return _round_ordinal(number, case, gender)
    last = rest % 100 if rest % 100 in range(1, 21) else rest % 10 or rest % 100 or rest
    before = number - last
    return f"{cardinal(before)} {_last(last, case, gender)}" if before else _last(last, case, gender)


def _round_ordinal(number: int, case: Case, gender: str) -> str:
    """двухтысячный, сорокатысячный, трёхмиллионный: the count stands in the genitive, in one word."""
    for size, _, one, _ in reversed(_SCALES):
        if number % (size * 1000):
            count = number // size % 1000
            stem = "тысячн" if size == 1000 else f"{one[0]}н"
            before = number - count * size
            word = ("" if count == 1 else compounding(count)) + stem + _ENDINGS[gender][case]
            return f"{cardinal(before)} {word}" if before else word
    return cardinal(number, case, gender)


def compounding(number: int) -> str:
    """A number as the first half of a word: пяти-летие, сорока-, девяносто-, сто-, двадцатипяти-."""
    joined = {"ста": "сто", "девяноста": "девяносто", "одного": "одно"}
    out = [joined.get(word, word) for word in _below_thousand(number % 1000, Case.GENITIVE, "m")]
    return ("тысяче" if number >= 1000 else "") + "".join(out)
