"""How English says figures, as in Britain: the sixteenth of September, twenty twenty-five."""

from __future__ import annotations

import re
from typing import Final

from accessreader.speech.tongues.english_numbers import cardinal, ordinal, year
from accessreader.speech.tongues.listed import listed
from accessreader.speech.tongues.tongue import Around, Number, Reading, Said, Tongue, whole_number

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SHORT: Final = "jan feb mar apr may jun jul aug sept sep oct nov dec"
_MONTH_NAMES: Final = frozenset(month.lower() for month in _MONTHS) | frozenset(_SHORT.split())
_MONTH: Final = re.compile(rf"[ \u00a0](?:of )?(?:{'|'.join(_MONTHS)}|(?:{_SHORT.title().replace(' ', '|')})\.)(?!\w)")
_DAYS: Final = re.compile(rf"[ \u00a0]?[–—-][ \u00a0]?\d{{1,2}}{_MONTH.pattern}")
_WITH_SUFFIX: Final = re.compile(r"(\d{1,4})(st|nd|rd|th)(?!\w)")
_DECADE: Final = re.compile(r"(\d{3}0|[2-9]0)['’]?s(?!\w)")
_HALF_DAY: Final = re.compile(r"(1?\d)(?:[:.]([0-5]\d))?[ \u00a0]?(?:([ap])m(?!\w)|([ap])\.[ \u00a0]?m(?:\.|(?!\w)))")
_TO_DAY: Final = re.compile(rf"[ \u00a0](?:to|until|till|and)[ \u00a0]\d{{1,2}}{_MONTH.pattern}")
_KINGS: Final = frozenset(
    listed(
        "elizabeth charles nicholas alexander catherine peter henry louis george john paul pius benedict "
        "edward james william mary frederick abdullah mohammed ivan philip"
    )
)
_COUNTED: Final = frozenset(listed("people deputies tenge dollars members years euros times tonnes kilometres"))
_OTHER_YEAR: Final = re.compile(r"[–-][12]\d{3}(?!\w)")
_HALVES: Final = {2: ("half", "halves"), 4: ("quarter", "quarters")}


class English(Tongue):
    """English figures."""

    decimal = "."
    point = "point"
    plus = "plus"
    minus = "minus"
    and_a_part = " and "

    def own_readings(self) -> tuple[tuple[re.Pattern[str], Reading], ...]:
        """Ordinals with their endings, and decades."""
        return ((_WITH_SUFFIX, self._with_suffix), (_DECADE, self._decade), (_HALF_DAY, self._half_day))

    def in_words(self, number: int) -> str:
        """A number by itself."""
        return cardinal(number)

    def special(self, found: re.Match[str], around: Around) -> tuple[Said, ...] | None:
        """A year, or the day of a month."""
        number = whole_number(found["whole"])
        if len(found["whole"]) == 4 and found["whole"].isdecimal() and self._is_year(number, around):
            return (Said(around.end, year(number)),)
        if not 1 <= number <= 31:
            return None
        if _TO_DAY.match(around.right) and around.before in ("from", "between"):
            return (Said(around.end, f"the {ordinal(number)}"),)
        if _MONTH.match(around.right) or _DAYS.match(around.right):
            the = (
                ""
                if around.before == "the" or (around.text[: around.start].rstrip()[-1:] in "–—-" and around.start)
                else "the "
            )
            of = "" if not _MONTH.match(around.right) or around.next == "of" else " of"
            return (Said(around.end, f"{the}{ordinal(number)}{of}"),)
        month = around.before in _MONTH_NAMES and around.before_as_written[:1].isupper()
        if month:
            return (Said(around.end, ordinal(number)),)
        return None

    def _is_year(self, number: int, around: Around) -> bool:
        if _OTHER_YEAR.match(around.right):
            return 1000 <= number < 2100
        if self.words.unit.match(around.text, around.end) or self.scale_behind(around.text, around.end):
            return False
        if around.next in _COUNTED:
            return False
        return 1900 <= number < 2100 or (1100 <= number < 2100 and around.before in ("in", "since", "year", "circa"))

    def date(self, day: int, month: int, year_number: int, around: Around) -> str:
        """«the sixteenth of September, twenty twenty-five»."""
        the = "" if around.before == "the" else "the "
        return f"{the}{ordinal(day)} of {_MONTHS[month - 1]}, {year(year_number)}"

    def _with_suffix(self, found: re.Match[str]) -> tuple[Said, ...]:
        return (Said(found.end(), ordinal(int(found[1]))),)

    def _decade(self, found: re.Match[str]) -> tuple[Said, ...]:
        words = year(int(found[1])) if len(found[1]) == 4 else cardinal(int(found[1]))
        return (Said(found.end(), f"{words[:-1]}ies" if words.endswith("y") else f"{words}s"),)

    def _half_day(self, found: re.Match[str]) -> tuple[Said, ...] | None:
        hour, minute = int(found[1]), int(found[2] or 0)
        if not 1 <= hour <= 12:
            return None
        half = (found[3] or found[4]).upper()
        past = "" if not minute else f"{'oh ' if minute < 10 else ''}{cardinal(minute)} "
        return (Said(self.stop_left(found), f"{cardinal(hour)} {past}{half} M"),)

    def roman(self, number: int, around: Around) -> str:
        """«the second» behind a king's name, «twenty-first» before a century, else a plain number."""
        if around.before in _KINGS:
            return f"the {ordinal(number)}"
        if around.before == "the" or around.next in (
            "century",
            "centuries",
            "convocation",
            "congress",
            "session",
            "anniversary",
            "olympic",
        ):
            return ordinal(number)
        return cardinal(number)

    def is_clock(self, found: re.Match[str], around: Around) -> bool:
        """Hours and minutes with a full stop, where a word of time stands by."""
        if len(found[3]) != 2 or self.words.unit.match(around.text, around.end):
            return False
        return around.before in ("at", "till", "until") or bool(re.match(r"\s?[ap]\.?m\b", around.right))

    def clock(self, hour: int, minute: int, around: Around) -> str:
        """«nine o'clock», «eighteen thirty», «nine oh five»."""
        if minute == 0:
            return cardinal(hour) if re.match(r"\s?[ap]\.?m\b", around.right) else f"{cardinal(hour)} o'clock"
        return f"{cardinal(hour)} {'oh ' if minute < 10 else ''}{cardinal(minute)}"

    def decimals(self, number: Number, around: Around) -> str:
        """«twelve point five»."""
        return f"{self.plain(number.whole)} point {self.digits(number.fraction)}"

    def fraction(self, part: int, whole: int) -> str:
        """«three quarters»."""
        one, many = _HALVES.get(whole, (ordinal(whole), f"{ordinal(whole)}s"))
        return f"{cardinal(part)} {one if part == 1 else many}"

    def unit(self, forms: tuple[str, ...], number: Number, around: Around, *, scaled: bool) -> str:
        """«one dollar», «two dollars», «one point five dollars»."""
        return forms[0] if number == Number(1) and not scaled else forms[-1]

    def group_of_phone(self, digits: str) -> str:
        """Digits one by one."""
        return self.digits(digits)
