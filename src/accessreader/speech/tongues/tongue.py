"""What the three languages have in common in saying figures: their shapes, and in which order they are tried.

A figure is known by its shape (a date, a telephone number, a time, a number with its unit); how it is said is each
language's own. Every reading costs a bounded look around, so that a text of any length is read in proportion to it.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from accessreader.speech.lexicon import Words

_BLANK: Final = "[ \u00a0\u202f]"
_LOOK: Final = 60
"""Characters of the neighbourhood that a figure's reading looks at."""


@dataclass(frozen=True, slots=True)
class Said:
    """The written text from the previous end up to `end` is said as `words`."""

    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written: its whole part, and the digits of its fraction or ""."""

    whole: int
    fraction: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it has no fraction."""
        return not self.fraction


_ANY: Final = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_HALF_RANGE: Final = re.compile(rf"(?:\d[\d.,:]*|\b[IVXLХІ]+){_BLANK}?[–—-]{_BLANK}?\Z")


@dataclass(frozen=True)
class Around:
    """The neighbourhood of a figure that stands from `start` to `end` of a text."""

    text: str
    start: int
    end: int

    @cached_property
    def _left(self) -> str:
        left = self.text[max(0, self.start - _LOOK) : self.start]
        return _HALF_RANGE.sub("", left)

    @cached_property
    def right(self) -> str:
        """The characters that follow, some of them."""
        return self.text[self.end : self.end + _LOOK]

    @cached_property
    def before(self) -> str:
        """The word before, in lower case; "" where a mark or the beginning stands between."""
        left = self._left[-32:]
        found = re.search(r"([^\W_]+(?:[-.][^\W_]+)*\.?)[\s«\"“(]*\Z", left)
        return found[1].lower().rstrip(".") if found and "(" not in left[found.end(1) :] else ""

    @cached_property
    def before_as_written(self) -> str:
        """The word before with its capitals."""
        found = re.search(r"([^\W\d_]+)\.?\s\Z", self._left)
        return found[1] if found else ""

    @cached_property
    def after(self) -> tuple[str, ...]:
        """The words that follow, in lower case."""
        return tuple(word.lower() for word in _ANY.findall(self.right)[:4])

    @cached_property
    def next(self) -> str:
        """The next word where nothing but a blank stands before it."""
        found = re.match(rf"{_BLANK}?([^\W\d_]+(?:-[^\W\d_]+)*)", self.right)
        return found[1].lower() if found else ""

    @cached_property
    def begins(self) -> bool:
        """Whether nothing stands before the figure in its part of a line of section, date and author."""
        return not re.search(r"\w", re.split(r"[·|\n]", self._left)[-1])


def whole_number(digits: str) -> int:
    """The value of digits with their separators of thousands."""
    return int(re.sub(r"\D", "", digits))


LARGEST: Final = 10**18
"""Numbers from here on are said digit by digit."""
Reading = Callable[[re.Match[str]], tuple[Said, ...] | None]
_SCALES: Final = (
    "тысяч", "миллион", "миллиард", "триллион", "мың", "thousand", "million", "billion", "trillion",
)  # fmt: skip
_OF_PHONE: Final = re.compile(r"(?:тел|phone|call|fax|факс|tel)\w*\.?:?\s*\Z", re.IGNORECASE)
_HUNG: Final = re.compile(r"-([а-яёәғқңөұүһі]+)")
_SIGN: Final = r"(?P<sign>[−-](?=[\d]))?"
_PHONES: Final = (
    re.compile(r"(?:\+\d{1,3}|8)[ \u00a0-]?\(?\d{3,5}\)?(?:[ \u00a0-]?\d{1,4}){2,4}(?![\d-])"),
    re.compile(r"\(\d{3,5}\)[ \u00a0]?\d{1,3}(?:-\d{2}){2}(?![\d-])"),
    re.compile(r"\d{2,3}-\d{2}-\d{2}(?![\d-])"),
    re.compile(r"\d{3}-\d{4}(?![\d-])"),
)
_ISO: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
_NAMED: Final = re.compile(r"(\d{1,2})-([а-яәұү]{3})-(\d{4}|\d\d)(?!\d)")
_DATE: Final = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d\d)(?![\d.,]\d|\d)")
_SECTION: Final = re.compile(r"(?!\d{1,3}(?:\.\d{3}){2,}(?!\d))\d{1,4}(?:\.\d{1,4}){2,}(?!\d)")
_FRACTION: Final = re.compile(r"(\d{1,2})/(\d{1,3})(?![\d/])")
_HOURS: Final = re.compile(r"[ \u00a0]?(?:ч\.|ч\b|час|сағ)")
_AFTER_CLOCK: Final = re.compile(r"\d[.:]\d\d ?[–—-] ?\Z")
_CLOCK: Final = re.compile(r"([01]?\d|2[0-4])([:.]|-(?=[0-5][05](?![\d-])))([0-5]\d)(?::([0-5]\d))?(?![\d:]|[.,]\d)")
_LONG: Final = re.compile(r"\d{19,}")


class Tongue(ABC):
    """A language's way of saying figures."""

    decimal: str = ","
    before_hours: frozenset[str] = frozenset()
    short_months: tuple[str, ...] = ()
    point: str
    plus: str = "плюс"
    """The word before the code of a country."""
    minus: str = "минус"
    """The word before a negative number."""
    and_a_part: str = " "
    """What joins a fraction to the number before it."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._readings: tuple[tuple[re.Pattern[str], Reading], ...] = (
            *self.own_readings(),
            (_ISO, self._iso),
            (_NAMED, self._named),
            (_DATE, self._date),
            *((pattern, self._phone) for pattern in _PHONES),
            (_CLOCK, self._clock),
            (_SECTION, self._section),
            (_FRACTION, self._fraction),
            (_LONG, lambda found: (Said(found.end(), self.digits(found[0])),)),
            (self.number_shape(), self._number),
        )

    def read(self, text: str, at: int, end: int) -> tuple[Said, ...] | None:
        """How the figure that begins at `at` is said, or None where there is none."""
        for pattern, reading in self._readings:
            if (found := pattern.match(text, at, end)) and (said := reading(found)):
                return said
        return None

    # What each language has of its own

    def own_readings(self) -> tuple[tuple[re.Pattern[str], Reading], ...]:
        """Shapes of this language, tried before the common ones."""
        return ()

    def cardinal(self, number: int, around: Around) -> str:
        """A whole number as it stands before a noun."""
        return self.plain(number)

    @abstractmethod
    def date(self, day: int, month: int, year: int, around: Around) -> str:
        """A whole date."""

    @abstractmethod
    def clock(self, hour: int, minute: int, around: Around) -> str:
        """A time of day."""

    @abstractmethod
    def decimals(self, number: Number, around: Around) -> str:
        """A number with a fraction."""

    @abstractmethod
    def fraction(self, part: int, whole: int) -> str:
        """A vulgar fraction below one."""

    @abstractmethod
    def unit(self, forms: tuple[str, ...], number: Number, around: Around, *, scaled: bool) -> str:
        """The form of a unit behind a number; `scaled` where «million» or such stands between."""

    @abstractmethod
    def roman(self, number: int, around: Around) -> str:
        """A Roman numeral."""

    def behind_roman(self, around: Around) -> Said | None:
        """What an abbreviation behind a Roman numeral stands for: a century."""
        return None

    @abstractmethod
    def is_clock(self, found: re.Match[str], around: Around) -> bool:
        """Whether hours and minutes parted by a full stop are meant as such."""

    def special(self, found: re.Match[str], around: Around) -> tuple[Said, ...] | None:
        """A whole number whose neighbours change how it is said: a year, the day of a month, with an ending."""
        return None

    def form(self, forms: tuple[str, ...], around: Around) -> str:
        """The form of an abbreviated word in its place."""
        return forms[0]

    def group_of_phone(self, digits: str) -> str:
        """A group of digits of a telephone number."""
        if len(digits) > 3:
            return " ".join(self.group_of_phone(digits[at : at + 2]) for at in range(0, len(digits), 2))
        zeros = len(digits) - len(digits.lstrip("0"))
        rest = [self.plain(int(digits))] if digits.strip("0") else []
        return " ".join([self.plain(0)] * zeros + rest)

    def plain(self, number: int) -> str:
        """A whole number by itself; one too large for words, digit by digit."""
        return self.in_words(number) if number < LARGEST else self.digits(str(number))

    @abstractmethod
    def in_words(self, number: int) -> str:
        """A whole number below `LARGEST` by itself."""

    def digits(self, digits: str) -> str:
        """Digits one by one."""
        return " ".join(self.plain(int(digit)) for digit in digits if digit.isdecimal())

    # Shapes

    def number_shape(self) -> re.Pattern[str]:
        """A number: groups of thousands, a fraction, a sign, a currency before it."""
        other = "." if self.decimal == "," else ","
        parted = "|".join(rf"\d{{1,3}}(?:{mark}\d{{3}}){{2,5}}(?!\d)" for mark in (r"\.", ","))
        group = rf"\d{{1,3}}(?:{_BLANK}\d{{3}}){{1,5}}(?!\d)|{parted}"
        thousand = "000" if other == "." else r"\d{3}"
        single = rf"\d{{1,3}}\{other}{thousand}(?!\d)"
        return re.compile(
            rf"{_SIGN}(?P<currency>[$€£₸₽])?{_BLANK}?(?P<whole>{group}|{single}|\d+)(?:[{self.decimal}.](?P<part>\d+))?"
        )

    def _iso(self, found: re.Match[str]) -> tuple[Said, ...] | None:
        year, month, day = (int(part) for part in found.groups())
        return self._dated(found, (day, month, year), found.end())

    def _named(self, found: re.Match[str]) -> tuple[Said, ...] | None:
        """24-мау-16, as spreadsheets have it."""
        if found[2] not in self.short_months:
            return None
        year = int(found[3]) + (2000 if len(found[3]) == 2 else 0)
        return self._dated(found, (int(found[1]), self.short_months.index(found[2]) + 1, year), found.end())

    def _date(self, found: re.Match[str]) -> tuple[Said, ...] | None:
        day, month, year = int(found[1]), int(found[3]), int(found[4])
        if len(found[4]) == 2:
            if len(found[1]) + len(found[3]) < 4:
                return None
            year += 2000 if year < 50 else 1900
        behind = re.compile(rf"{_BLANK}?(?:[гж]\.?(?![^\W_])|года\b)").match(found.string, found.end())
        return self._dated(found, (day, month, year), self.stop_left(behind) if behind else found.end())

    def _dated(self, found: re.Match[str], date: tuple[int, int, int], end: int) -> tuple[Said, ...] | None:
        day, month, year = date
        if not (1 <= day <= 31 and 1 <= month <= 12 and year >= 1000):
            return None
        return (Said(end, self.date(day, month, year, Around(found.string, found.start(), end))),)

    def stop_left(self, found: re.Match[str]) -> int:
        """The end of an abbreviation: its full stop is left where it ends the text, too, for the voice falls there."""
        end = found.end()
        behind = found.string[end : end + _LOOK]
        return end - 1 if found[0].endswith(".") and behind[:1] != ")" and not re.search(r"\w", behind) else end

    def _phone(self, found: re.Match[str]) -> tuple[Said, ...] | None:
        groups = re.findall(r"\d+", found[0])
        if sum(map(len, groups)) < 6 or (len(groups) == 2 and not self._of_phone(found)):
            return None
        plus = [self.plus] if found[0].startswith("+") else []
        return (Said(found.end(), ", ".join([" ".join([*plus, self.group_of_phone(groups[0])]),
                                              *(self.group_of_phone(group) for group in groups[1:])])),)  # fmt: skip

    def _of_phone(self, found: re.Match[str]) -> bool:
        return _OF_PHONE.search(found.string[max(0, found.start() - 20) : found.start()]) is not None

    def _clock(self, found: re.Match[str]) -> tuple[Said, ...] | None:
        around = Around(found.string, found.start(), found.end())
        joined = _AFTER_CLOCK.search(found.string[max(0, found.start() - 9) : found.start()])
        if found[2] == "." and not joined and (found[4] or not self.is_clock(found, around)):
            return None
        if found[2] == "-" and not (around.before in self.before_hours or _HOURS.match(around.right)):
            return None
        return (Said(found.end(), self.clock(int(found[1]), int(found[3]), around)),)

    def _section(self, found: re.Match[str]) -> tuple[Said, ...]:
        return (Said(found.end(), f" {self.point} ".join(self.plain(int(part)) for part in found[0].split("."))),)

    def _fraction(self, found: re.Match[str]) -> tuple[Said, ...] | None:
        part, whole = int(found[1]), int(found[2])
        return (Said(found.end(), self.fraction(part, whole)),) if 0 < part < whole and whole > 1 else None

    def _number(self, found: re.Match[str]) -> tuple[Said, ...] | None:
        around = Around(found.string, found.start(), found.end())
        whole, part = found["whole"], found["part"] or ""
        if found["sign"] and re.match(r"[^\W_]|[).»”]", found.string[found.start() - 1 : found.start()]):
            return None
        if not part and whole.isdecimal() and not found["currency"] and not found["sign"]:
            if special := self.special(found, around):
                return special
            if whole.startswith("0") and len(whole) > 1:
                return (Said(found.end(), self.group_of_phone(whole) if len(whole) < 4 else self.digits(whole)),)
        number = Number(whole_number(whole), part)
        said = self.cardinal(number.whole, around) if number.is_whole else self.decimals(number, around)
        first = Said(found.end(), f"{self.minus} {said}" if found["sign"] else said)
        return (first, *self._units(found, number, around))

    def _units(self, found: re.Match[str], number: Number, around: Around) -> tuple[Said, ...]:
        """The units behind a number, «million» among them, and the currency that stood before it."""
        out: list[Said] = []
        end = found.end()
        scaled = False
        while unit := self.words.unit.match(found.string, end):
            forms = self.words.meaning("units", unit[1])
            if forms is None or self._means_more(unit):
                break
            end, ending = self._with_stop(unit)
            out.append(Said(end, " " + self.unit_with_ending(self.unit(forms, number, around, scaled=scaled), ending)))
            if not self.is_scale(forms[0]):
                break
            scaled = True
        if not out and (word := self.scale_behind(found.string, end)):
            out.append(word)
            scaled = True
        if found["currency"]:
            forms = self.words.units[found["currency"]]
            name = self.unit(forms, number, around, scaled=scaled)
            end = out[-1].end if out else end
            hung = _HUNG.match(found.string, end)
            ending = hung[1] if hung and self.takes_ending(hung[1]) else ""
            out.append(Said(hung.end() if hung and ending else end, f" {self.unit_with_ending(name, ending)}"))
        return tuple(out)

    def scale_behind(self, text: str, end: int) -> Said | None:
        """A written-out «million» behind a number, which belongs before the currency."""
        found = re.compile(r"[ \u00a0](\w+)").match(text, end)
        return Said(found.end(), " " + found[1]) if found and self.is_scale(found[1].lower()) else None

    def is_scale(self, word: str) -> bool:
        """Whether a word is «thousand», «million» and so on."""
        return word.startswith(_SCALES)

    def _means_more(self, unit: re.Match[str]) -> bool:
        """A one-letter unit before a number is something else: «ст. 5 ч. 2» is no five hours."""
        if len(unit[1]) > 1 or not unit[1].isalpha():
            return False
        behind = re.match(r"\.?[ \u00a0]?(\d+[ \u00a0]?мин)?(\d)?", unit.string[unit.end() :][:12])
        return bool(behind and behind[2] and not behind[1])

    def _with_stop(self, unit: re.Match[str]) -> tuple[int, str]:
        """The end of a unit with its own full stop, and the ending that hangs on it."""
        hung = _HUNG.match(unit.string, unit.end())
        if hung and self.takes_ending(hung[1]):
            return hung.end(), hung[1]
        stop = re.compile(r"\.").match(unit.string, unit.end())
        written_out = unit[1].lower() in self.words.units.get(unit[1].lower(), ())
        if stop and unit[1][-1].isalpha() and not written_out:
            return self.stop_left(stop), ""
        return unit.end(), ""

    def takes_ending(self, ending: str) -> bool:
        """Whether an ending written behind a unit belongs to it."""
        return False

    def unit_with_ending(self, word: str, ending: str) -> str:
        """A unit with the ending that was written behind it."""
        return word + ending
