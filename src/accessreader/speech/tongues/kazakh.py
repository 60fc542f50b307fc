"""How Kazakh says figures.

A figure joined to a noun by a hyphen is an ordinal (5-бап: бесінші бап), so is a year before «жыл» and the day before a
month; an ending behind the hyphen belongs to the number's last word (9.00-ден: тоғыз нөл нөлден). Whole numbers do not
decline before a noun.
"""

from __future__ import annotations

import re
from typing import Final

from accessreader.speech.tongues.kazakh_numbers import ENDINGS, cardinal, ordinal, with_ending
from accessreader.speech.tongues.tongue import LARGEST, Around, Number, Reading, Said, Tongue, whole_number

_MONTHS: Final = (
    "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым",
    "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
)  # fmt: skip
_LETTERS: Final = "а-яёәғқңөұүһіА-ЯЁӘҒҚҢӨҰҮҺІ"
_HUNG: Final = re.compile(rf"(\d{{1,18}}(?:[.:,]\d{{1,18}})?)[-–]([{_LETTERS}]+(?:-[{_LETTERS}]+)*)(\.?)")
_BEFORE_WORD: Final = {"бастап": "дан", "дейін": "ға", "кейін": "дан", "қарай": "ға"}
_OF_ORDINALS: Final = ("ші", "шы", "нші", "ншы", "інші", "ыншы")
_MONTH: Final = re.compile(rf"[ \u00a0](?:{'|'.join(_MONTHS)})", re.IGNORECASE)
_DAYS: Final = re.compile(
    rf"[ \u00a0]?[–—-][ \u00a0]?\d{{1,2}}(?:[ \u00a0](?:{'|'.join(_MONTHS)})|-[{_LETTERS}])", re.IGNORECASE
)
_YEAR: Final = re.compile(
    rf"[ \u00a0]?[–—-][ \u00a0]?\d{{4}}[ \u00a0]?(?:жыл|жж?\.)|[ \u00a0]?(?:(жж?)\.?(?![{_LETTERS}])|жыл)",
    re.IGNORECASE,
)
_DATE_BEHIND: Final = re.compile(rf"[ \u00a0]*\d{{1,2}}[ \u00a0](?:{'|'.join(_MONTHS)})", re.IGNORECASE)
_CENTURY: Final = re.compile(r"[ \u00a0]?ғғ?\.")
_TIME_BEHIND: Final = re.compile(r"\s?[–—-]\s?\d{1,2}\.[0-5]\d|[-–](?:ден|дан|тен|тан|де|да|те|та|ге|ға|ке|қа)\b")
_ENDED: Final = re.compile(r"[ \u00a0]*(?:\Z|[).\]»:;–—·|]|,[ \u00a0]*\d)")


class Kazakh(Tongue):
    """Kazakh figures."""

    short_months = ("қаң", "ақп", "нау", "сәу", "мам", "мау", "шіл", "там", "қыр", "қаз", "қар", "жел")
    before_hours = frozenset({"сағ", "сағат"})
    point = "нүкте"

    def own_readings(self) -> tuple[tuple[re.Pattern[str], Reading], ...]:
        """Numbers with an ending or a noun behind a hyphen."""
        return ((_HUNG, self._hung),)

    def in_words(self, number: int) -> str:
        """A number by itself, and before a noun: it does not change."""
        return cardinal(number)

    def special(self, found: re.Match[str], around: Around) -> tuple[Said, ...] | None:
        """A year before «жыл» or «ж.», or the day of a month: ordinals both."""
        number = whole_number(found["whole"])
        year = _YEAR.match(around.right)
        if year and (1000 <= number < 2200 or (year[1] and number >= 100)):
            first = Said(around.end, ordinal(number))
            return (first, self._abbreviated_year(year, around)) if year[1] else (first,)
        if re.match(r"\)[ \u00a0]тармақша", around.right):
            return (Said(around.end, ordinal(number)),)
        if len(found["whole"]) == 4 and 1900 <= number < 2100 and around.before in _MONTHS and not around.next:
            return (Said(around.end, ordinal(number)),)
        if 1 <= number <= 31 and (_MONTH.match(around.right) or _DAYS.match(around.right)):
            return (Said(around.end, ordinal(number)),)
        return None

    def _abbreviated_year(self, year: re.Match[str], around: Around) -> Said:
        """What «ж.» stands for: жылғы before a date, жыл where nothing follows, else жылы."""
        behind = around.right[year.end() :]
        end = self.stop_left(_YEAR.match(around.text, around.end) or year)
        if _DATE_BEHIND.match(behind):
            word = "жылғы"
        elif _ENDED.match(behind):
            word = "жыл"
        else:
            word = "жылы"
        return Said(end, " жылдар" + word[3:].replace("ғы", "дағы") if year[1] == "жж" else f" {word}")

    def date(self, day: int, month: int, year: int, around: Around) -> str:
        """«екі мың жиырма бесінші жылғы он алтыншы қыркүйек»."""
        name = _MONTHS[month - 1]
        if ending := _BEFORE_WORD.get(around.next):  # 01.01.2026 бастап: what the figures cannot show
            name = with_ending(name, ending)
        return f"{ordinal(year)} жылғы {ordinal(day)} {name}"

    def _hung(self, found: re.Match[str]) -> tuple[Said, ...] | None:
        figure, word = found[1], found[2]
        around = Around(found.string, found.start(), found.end())
        if word.isupper() or word in self.short_months:
            return None
        if word in ENDINGS:
            return (Said(found.end(2), self._with_ending(figure, word, around)),)
        if not figure.isdecimal() or word[0].isupper():
            return None
        forms = self.words.meaning("before_number", word) or self.words.meaning("units", word)
        end = found.end(2)
        if forms and found[3]:
            end = found.end() if re.search(r"\w", found.string[found.end() : found.end() + 60]) else end
            word = forms[0]
        return (Said(found.end(1), ordinal(int(figure))), Said(end, f" {word}"))

    def _with_ending(self, figure: str, ending: str, around: Around) -> str:
        clock = re.fullmatch(r"([01]?\d|2[0-4])[.:]([0-5]\d)", figure)
        if clock:
            words = self.clock(int(clock[1]), int(clock[2]), around).replace("-", " ")
        elif not figure.isdecimal():
            whole, part = re.split(r"[.,:]", figure, maxsplit=1)
            words = self.decimals(Number(int(whole), part), around)
        else:
            number = int(figure)
            if ending in _OF_ORDINALS:
                return ordinal(number) if number < LARGEST else self.digits(figure)
            words = self.plain(number)
        return _joined(words, ending)

    def roman(self, number: int, around: Around) -> str:
        """An ordinal: жиырма бірінші ғасыр."""
        return ordinal(number)

    def behind_roman(self, around: Around) -> Said | None:
        """«ғ.» behind a numeral is a century, in which something was where a word follows."""
        found = _CENTURY.match(around.text, around.end)
        if not found:
            return None
        if found[0].count("ғ") > 1:
            return Said(self.stop_left(found), " ғасырлар")
        word = "ғасыр" if _ENDED.match(around.right[found.end() - around.end :]) else "ғасырда"
        return Said(self.stop_left(found), f" {word}")

    def is_clock(self, found: re.Match[str], around: Around) -> bool:
        """Hours and minutes with a full stop: behind «сағат», before another time or with an ending of place."""
        if around.before in ("сағ", "сағат", "сағаттан", "сағатта"):
            return True
        return bool(_TIME_BEHIND.match(around.right))

    def clock(self, hour: int, minute: int, around: Around) -> str:
        """«тоғыз нөл-нөл», «он сегіз отыз»."""
        if minute == 0:
            return f"{cardinal(hour)} нөл-нөл"
        return f"{cardinal(hour)} {'нөл ' if minute < 10 else ''}{cardinal(minute)}"

    def decimals(self, number: Number, around: Around) -> str:
        """«он екі бүтін оннан бес»."""
        names = {1: "оннан", 2: "жүзден", 3: "мыңнан", 4: "он мыңнан"}
        name = names.get(len(number.fraction))
        if name is None:
            return f"{self.plain(number.whole)} үтір {self.digits(number.fraction)}"
        return f"{self.plain(number.whole)} бүтін {name} {cardinal(int(number.fraction))}"

    def fraction(self, part: int, whole: int) -> str:
        """«төрттен үш»."""
        return f"{with_ending(cardinal(whole), 'дан')} {cardinal(part)}"

    def unit(self, forms: tuple[str, ...], number: Number, around: Around, *, scaled: bool) -> str:
        """A unit does not change behind a number."""
        return forms[0]

    def takes_ending(self, ending: str) -> bool:
        """An ending of case or belonging."""
        return ending in ENDINGS

    def unit_with_ending(self, word: str, ending: str) -> str:
        """A unit with an ending that agrees with it."""
        return with_ending(word, ending) if ending else word


def _joined(word: str, ending: str) -> str:
    """A number's last word with the ending that was written for it."""
    return with_ending(word, ending) if ending in ("ға", "ге", "қа", "ке") else word + ending
