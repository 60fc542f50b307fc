"""How Russian says figures. The case of a number is that of the preposition before it or of the noun behind it.

Why not a whole grammar: the case is read off the endings nearby, which is right for the phrases news are made of, and
where nothing tells, the nominative is never nonsense.
"""

from __future__ import annotations

import re
from typing import Final

from accessreader.speech.tongues.listed import listed
from accessreader.speech.tongues.russian_numbers import Case, cardinal, compounding, ordinal, plural
from accessreader.speech.tongues.tongue import LARGEST, Around, Number, Reading, Said, Tongue, whole_number

_MONTHS: Final = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip

_GENITIVE: Final = frozenset(
    listed(
        "из от до около более менее больше меньше свыше без для у после против порядка с со из-за среди кроме "
        "выше ниже вместо вокруг старше младше не"
    )
)
_OF_CASE: Final[dict[str, Case]] = {
    **dict.fromkeys(_GENITIVE - {"не"}, Case.GENITIVE),
    **dict.fromkeys(("к", "ко", "согласно", "благодаря", "вопреки"), Case.DATIVE),
    **dict.fromkeys(("на", "за", "через", "про", "под"), Case.ACCUSATIVE),
    **dict.fromkeys(("над", "перед", "между"), Case.INSTRUMENTAL),
    **dict.fromkeys(("в", "во", "о", "об", "при"), Case.PREPOSITIONAL),
    "по": Case.DATIVE,
}
_OF_ACCUSATIVE: Final = ("на", "за", "в", "через")
_ADJECTIVE: Final = re.compile(r"(?:ых|их|ыми|ими|ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ую|юю|ым|им)\Z")

# Nouns that stand behind ordinals: the stem, and the endings with what they tell, «gender case» for each.
_HARD: Final = {
    "": "m0", "а": "m1", "у": "m2", "ом": "m4", "ем": "m4", "е": "m5", "ы": "p0", "и": "p0", "ов": "p1", "ам": "p2",
    "ами": "p4", "ах": "p5",
}  # fmt: skip
_FEMININE: Final = {
    "а": "f0", "я": "f0", "ы": "f1", "и": "f1", "е": "f5", "у": "f3", "ю": "f3", "ой": "f4", "ей": "f4", "ь": "f0",
    "ью": "f4",
}  # fmt: skip
_PLACE: Final = {"о": "n0", "а": "n1", "у": "n2", "ом": "n4", "е": "n5"}
_NEUTER: Final = {"е": "n0", "о": "n0", "я": "n1", "а": "n1", "ю": "n2", "у": "n2", "ем": "n4", "ом": "n4", "и": "n5"}
_NOUNS: Final[dict[str, dict[str, str]]] = {
    **dict.fromkeys(
        listed(
            "век созыв съезд квартал раунд форум класс этаж курс том тур чемпионат конгресс пленум саммит год "
            "полк батальон месяц раз этап номер сезон канал микрорайон пункт абзац раздел "
            "вариант выпуск подъезд разряд ранг фронт округ"
        ),
        _HARD,
    ),
    **dict.fromkeys(
        listed(
            "сесси конференци олимпиад годовщин глав степен групп половин част очеред встреч палат редакци "
            "категори ассамбле стади"
        ),
        _FEMININE,
    ),
    **dict.fromkeys(
        listed("чтени заседани столети тысячелети полугоди десятилети совещани издани отделени поколени"),
        _NEUTER,
    ),
}
_NOUNS["мест"] = _PLACE
_SUFFIXES: Final = {
    "й": "m0", "ый": "m0", "ой": "m0", "го": "m1", "ого": "m1", "му": "m2", "ому": "m2", "м": "m5", "ом": "m5",
    "ым": "m4", "я": "f0", "ая": "f0", "ю": "f3", "ую": "f3", "е": "p0", "ое": "n0", "ые": "p0", "х": "p1", "ых": "p1",
    "ми": "p4", "ыми": "p4",
}  # fmt: skip
_OF_COUNT: Final = {"ти": Case.GENITIVE, "ми": Case.INSTRUMENTAL, "мя": Case.INSTRUMENTAL, "ю": Case.INSTRUMENTAL}

_YEAR: Final = {
    "год": "m0", "года": "m1", "году": "m5", "годом": "m4", "годе": "m5", "годы": "p0", "годов": "p1", "годам": "p2",
    "годами": "p4", "годах": "p5",
}  # fmt: skip
_YEARS: Final = {**{value: key for key, value in _YEAR.items()}, "m2": "году", "m5": "году"}
_RANGE_OF_YEARS: Final = re.compile(r"[ \u00a0]?[–—-][ \u00a0]?\d{4}[ \u00a0]?(гг|г|год\w*)(?![^\W_])(\.)?")
_YEAR_BEHIND: Final = re.compile(
    r"[ \u00a0]?(?:(гг|г)\.?(?![^\W_])|(год|года|году|годом|годы|годов|годам|годами|годах)\b)", re.IGNORECASE
)
_WITH_SUFFIX: Final = re.compile(
    r"(\d{1,4})[-–]?(ый|ого|ому|ым|ыми|ые|ых|ую|ая|ое|ой|ом|го|му|ми|мя|ти|[йямехю])(?![^\W_])"
)
_COMPOUND: Final = re.compile(r"(\d{1,4})-([а-яё]{4,}(?:-[а-яё]+)*)")
_MONTH: Final = re.compile(rf"[ \u00a0](?:[–—-][ \u00a0]?\d{{1,2}}[ \u00a0])?(?:{'|'.join(_MONTHS)})\b", re.IGNORECASE)
_DAYS: Final = re.compile(rf"[ \u00a0]?[–—-][ \u00a0]?\d{{1,2}}[ \u00a0](?:{'|'.join(_MONTHS)})\b", re.IGNORECASE)
_DATE_ALONE: Final = re.compile(
    rf"(?:[ \u00a0]?[–—-][ \u00a0]?\d{{1,2}})?[ \u00a0]?(?:(?:{'|'.join(_MONTHS)})"
    r"(?:[ \u00a0]\d{4})?[ \u00a0]?(?:г\.|года)?)?\.?[ \u00a0]*(?:[·|\n]|\Z)",
    re.IGNORECASE,
)
_TO_DAY: Final = re.compile(rf"[ \u00a0]по[ \u00a0]\d{{1,2}}[ \u00a0](?:{'|'.join(_MONTHS)})\b")
_BEFORE_CHRIST: Final = re.compile(r"[ \u00a0]?гг?\.[ \u00a0](?:до[ \u00a0])?н\.[ \u00a0]?э")
_OTHER_NUMERAL: Final = re.compile(r"[ \u00a0]?[–—-][ \u00a0]?[IVXLХІ]+(?!\w)")
_AWAY: Final = re.compile(r"[ \u00a0]?(?:км|м)[ \u00a0](?:от|к)\b")
_CENTURY: Final = re.compile(r"[ \u00a0]?(вв?)\.")
_IN_HOURS: Final = frozenset(listed("в с до к около после на ровно"))
_NOT_HOURS: Final = frozenset(listed("п ст пункт пункта пункту версия версии версию раздел ч гл табл рис"))


class Russian(Tongue):
    """Russian figures."""

    short_months = listed("янв фев мар апр май июн июл авг сен окт ноя дек")
    before_hours = frozenset({"в", "с", "до", "к", "на", "начало"})
    point = "точка"
    and_a_part = " и "

    def own_readings(self) -> tuple[tuple[re.Pattern[str], Reading], ...]:
        """Numbers with an ending, and those that are the first half of a word."""
        return ((_WITH_SUFFIX, self._with_suffix), (_COMPOUND, self._compound))

    # Whole numbers

    def in_words(self, number: int) -> str:
        """A number in the nominative."""
        return cardinal(number)

    def cardinal(self, number: int, around: Around) -> str:
        """A number in the case and gender of its neighbours."""
        if number >= LARGEST:
            return self.digits(str(number))
        case, gender = self._case(around), self._gender(number, around)
        if gender == "f" and number % 10 == 1 and case == Case.NOMINATIVE:
            unit = around.before in _OF_ACCUSATIVE and self.words.unit.match(around.text, around.end)
            if unit or self._noun(around).endswith(("у", "ю")):
                case = Case.ACCUSATIVE
        return cardinal(number, case, gender)

    def _noun(self, around: Around) -> str:
        """The noun behind a number, or the unit, adjectives left out."""
        unit = self.words.unit.match(around.text, around.end)
        if unit and (forms := self.words.meaning("units", unit[1])):
            return forms[0]
        if not around.next:
            return ""
        words = [word for word in around.after[:3] if not _ADJECTIVE.search(word)]
        return words[0] if words else ""

    def _case(self, around: Around) -> Case:
        noun = self._noun(around)
        if around.before in ("в", "во") and _AWAY.match(around.right):
            return Case.PREPOSITIONAL
        if noun.endswith(("ами", "ями")):
            return Case.INSTRUMENTAL
        if noun.endswith(("ам", "ям")):
            return Case.DATIVE
        if noun.endswith(("ах", "ях")):
            return Case.PREPOSITIONAL
        told = _OF_CASE.get(around.before, Case.NOMINATIVE)
        return told if told == Case.GENITIVE or (told == Case.DATIVE and around.before == "к") else Case.NOMINATIVE

    def _gender(self, number: int, around: Around) -> str:
        """The gender that 1 and 2 show, read off the noun's ending: 2 страны, 2 закона, 1 страна."""
        unit = self.words.unit.match(around.text, around.end)
        noun = self._noun(around)
        if around.text[max(0, around.start - 1) : around.start] == "-":  # 61-1: by itself
            return "m"
        if number % 10 not in (1, 2) or number % 100 in (11, 12) or not noun:
            return "m"
        if unit or number % 10 == 1:
            return (
                "f" if noun.endswith(("а", "я", "сть", "у", "ю")) else "n" if noun.endswith(("о", "ие", "ье")) else "m"
            )
        if noun.endswith(("ы", "и")) and not noun.endswith(("ели", "дни")):
            return "f"
        return "m"

    def special(self, found: re.Match[str], around: Around) -> tuple[Said, ...] | None:
        """A year, or the day of a month."""
        number = whole_number(found["whole"])
        if len(found["whole"]) == 4 and 1000 <= number < 2200 and (said := self._year(number, around)):
            return said
        if number < 22 and (century := self.behind_roman(around)):
            return (Said(around.end, ordinal(number, self._of_century(around))), century)
        if _BEFORE_CHRIST.match(around.right):
            return self._year(number, around)
        if 1 <= number <= 31 and _TO_DAY.match(around.right) and around.before in ("с", "со"):
            return (Said(around.end, ordinal(number, Case.GENITIVE, "n")),)
        if 1 <= number <= 31 and (_MONTH.match(around.right) or _DAYS.match(around.right)):
            return (Said(around.end, self._day(number, around)),)
        return None

    def _day(self, day: int, around: Around) -> str:
        alone = around.begins and _DATE_ALONE.match(around.right) is not None
        case = Case.NOMINATIVE if alone else _OF_CASE.get(around.before, Case.GENITIVE)
        if around.before in ("по", "в", "за"):
            case = Case.ACCUSATIVE
        return ordinal(day, case, "n")

    def date(self, day: int, month: int, year: int, around: Around) -> str:
        """«шестнадцатое сентября две тысячи двадцать пятого года», in the case it stands in."""
        return f"{self._day(day, around)} {_MONTHS[month - 1]} {ordinal(year, Case.GENITIVE)} года"

    def _year(self, year: int, around: Around) -> tuple[Said, ...] | None:
        if found := _RANGE_OF_YEARS.match(around.right):
            told = _YEAR.get(found[1]) or self._abbreviated_year(around, "p")
            return (Said(around.end, ordinal(year, Case(int(told[1])), "m")),)
        if not (found := _YEAR_BEHIND.match(around.right)):
            dated = around.before in _MONTHS and not self.words.unit.match(around.text, around.end)
            return (Said(around.end, f"{ordinal(year, Case.GENITIVE)} года"),) if dated else None
        if found[2]:
            noun = found[2].lower()
            told = _YEAR[noun]
            if noun == "году" and around.before in ("к", "ко", "по"):
                told = "m2"
            elif noun == "год" and around.before in _OF_ACCUSATIVE:
                told = "m3"
            number = "m" if told[0] == "p" else told[0]
            return (Said(around.end, ordinal(year, Case(int(told[1])), number)),)
        told = self._abbreviated_year(around, "p" if found[1] == "гг" else "m")
        end = self.stop_left(_YEAR_BEHIND.match(around.text, around.end) or found)
        words = _YEARS.get(told, "год")
        return (Said(around.end, ordinal(year, Case(int(told[1])), "m")), Said(end, f" {words}"))

    def _abbreviated_year(self, around: Around, number: str) -> str:
        """What «г.» or «гг.» stands for behind a year, by the word before."""
        before = around.before
        if before in ("в", "во", "о", "об", "при"):
            case = Case.PREPOSITIONAL
        elif before in ("к", "ко"):
            return f"{number}2"
        elif before in ("на", "за", "через") or not before or before in ("и", "или"):
            case = Case.NOMINATIVE
        else:
            case = Case.GENITIVE
        return f"{number}{int(case)}"

    # Numbers with something on them

    def _of_noun(self, noun: str) -> str:
        """Gender and case of a noun that goes with ordinals, or ""."""
        for cut in range(len(noun), max(len(noun) - 4, 1), -1):
            endings = _NOUNS.get(noun[:cut])
            if endings and noun[cut:] in endings:
                return endings[noun[cut:]]
        return ""

    def _agreeing(self, told: str, around: Around) -> tuple[Case, str]:
        """The case and gender of an ordinal before a noun: the accusative and dative look like others."""
        case, gender = Case(int(told[1])), told[0]
        if told == "f5" and around.before in ("к", "ко", "по"):
            case = Case.DATIVE
        if case == Case.NOMINATIVE and around.before in ("на", "за", "через", "в", "во") and gender != "f":
            case = Case.ACCUSATIVE
        return case, gender

    def _with_suffix(self, found: re.Match[str]) -> tuple[Said, ...] | None:
        number, suffix = int(found[1]), found[2]
        around = Around(found.string, found.start(), found.end())
        if suffix in ("ти", "мя") or (
            suffix in ("х", "ми", "м") and number in (2, 3, 4) and not self._of_noun(around.next)
        ):
            case = {"х": Case.GENITIVE, "м": Case.DATIVE}.get(suffix) or _OF_COUNT[suffix]
            return (Said(found.end(), cardinal(number, case)),)
        told = self._of_noun(around.next)
        if suffix == "е" and not told:
            told = "n0" if around.next.endswith(("ие", "о", "ье")) else "p0"
        if suffix == "х" and around.next.endswith(("ах", "ях")):
            told = "p5"
        if not told or (suffix in ("х", "е") and told[0] not in "pn"):
            told = _SUFFIXES[suffix]
        if suffix == "й" and told[0] == "f" and told[1] == "0":
            told = "f1"
        if suffix in ("м", "ом") and told == "m5" and around.before not in ("в", "во", "на", "о", "об", "при"):
            told = "m4"
        case, gender = self._agreeing(told, around)
        return (Said(found.end(), ordinal(number, case, gender)),)

    def _compound(self, found: re.Match[str]) -> tuple[Said, ...] | None:
        number = int(found[1])
        if number > 1000 or not number:
            return None
        return (Said(found.end(), compounding(number) + found[2]),)

    def roman(self, number: int, around: Around) -> str:
        """An ordinal in agreement with its noun: двадцать первом веке, Пётр Первый."""
        if other := _OTHER_NUMERAL.match(around.right):
            around = Around(around.text, around.start, around.end + other.end())
        if told := self._of_noun(around.next):
            case, gender = self._agreeing(told, around)
            return ordinal(number, case, "m" if gender == "p" else gender)
        if _CENTURY.match(around.right):
            return ordinal(number, self._of_century(around))
        name = around.before_as_written
        if name[:1].isupper():
            if name.lower().endswith(("глава", "часть", "статья", "палата", "группа", "а", "я")):
                return ordinal(number, Case.NOMINATIVE, "f")
            return ordinal(number, *self._of_king(name))
        return ordinal(number) if around.next else cardinal(number)

    def _of_century(self, around: Around) -> Case:
        if around.before in ("в", "во"):
            return Case.PREPOSITIONAL
        return Case.GENITIVE if around.before else Case.NOMINATIVE

    def behind_roman(self, around: Around) -> Said | None:
        """«в.» and «вв.» behind a numeral are centuries."""
        found = _CENTURY.match(around.text, around.end)
        if not found:
            return None
        words = ("век", "века", "", "", "", "веке") if found[1] == "в" else ("века", "веков", "", "", "", "веках")
        return Said(self.stop_left(found), f" {words[self._of_century(around)]}")

    def _of_king(self, name: str) -> tuple[Case, str]:
        if name.endswith(("ы", "ии")):
            return Case.GENITIVE, "f"
        return {"а": Case.GENITIVE, "у": Case.DATIVE}.get(name[-1], Case.NOMINATIVE), "m"

    # Time, fractions, units

    def is_clock(self, found: re.Match[str], around: Around) -> bool:
        """Hours and minutes with a full stop, unless a unit follows or a number of law stands before."""
        if around.before in _NOT_HOURS or self.words.unit.match(around.text, around.end):
            return False
        return around.before in _IN_HOURS or bool(re.match(r"\s?[–—-]\s?\d{1,2}\.[0-5]\d", around.right))

    def clock(self, hour: int, minute: int, around: Around) -> str:
        """«девять ноль-ноль», «восемнадцать тридцать»; in the genitive behind «с» and «до»."""
        case = Case.GENITIVE if around.before in ("с", "до", "от", "около", "после") else Case.NOMINATIVE
        if around.before in ("к", "ко"):
            case = Case.DATIVE
        if minute == 0:
            return f"{cardinal(hour, case)} ноль-ноль"
        return f"{cardinal(hour, case)} {'ноль ' if minute < 10 else ''}{cardinal(minute, case)}"

    def decimals(self, number: Number, around: Around) -> str:
        """«двенадцать целых пять десятых»."""
        names = {1: "десят", 2: "сот", 3: "тысячн", 4: "десятитысячн"}
        name = names.get(len(number.fraction))
        if name is None or number.whole >= LARGEST:
            return f"{self.plain(number.whole)} запятая {self.digits(number.fraction)}"
        case = Case.GENITIVE if self._case(around) == Case.GENITIVE else Case.NOMINATIVE
        if number == Number(1, "5"):
            return self._one_and_a_half(case, around)
        part = int(number.fraction)
        one = "ая" if case == Case.NOMINATIVE else "ой"
        whole_word = f"цел{one if plural(number.whole) == 0 else 'ых'}"
        part_word = f"{name}{one if plural(part) == 0 else 'ых'}"
        return f"{cardinal(number.whole, case, 'f')} {whole_word} {cardinal(part, case, 'f')} {part_word}"

    def _one_and_a_half(self, case: Case, around: Around) -> str:
        """«полтора миллиарда, полторы тысячи, около полутора часов»."""
        unit = self.words.unit.match(around.text, around.end)
        noun = self._noun(around)
        feminine = noun.endswith(("а", "я")) if unit else noun.endswith(("ы", "и"))
        return "полутора" if case == Case.GENITIVE else "полторы" if feminine else "полтора"

    def fraction(self, part: int, whole: int) -> str:
        """«три четвёртых»."""
        if (part, whole) == (1, 2):
            return "одна вторая"
        case, number = (Case.NOMINATIVE, "f") if plural(part) == 0 else (Case.GENITIVE, "p")
        return f"{cardinal(part, Case.NOMINATIVE, 'f')} {ordinal(whole, case, number)}"

    def unit(self, forms: tuple[str, ...], number: Number, around: Around, *, scaled: bool) -> str:
        """«один процент, два процента, пять процентов; пять десятых процента; пять миллионов тонн»."""
        if scaled:
            return forms[-1]
        if not number.is_whole:
            return forms[1]
        form = plural(number.whole)
        case = self._case(around)
        if case == Case.PREPOSITIONAL and forms[2].endswith("ов"):
            return forms[2][:-2] + ("ах" if form else "е")
        if case in (Case.GENITIVE, Case.PREPOSITIONAL, Case.DATIVE) and form < 2:
            return forms[1] if form == 0 else forms[2]
        if case == Case.NOMINATIVE and form == 0 and around.before in _OF_ACCUSATIVE and forms[0].endswith("а"):
            return f"{forms[0][:-1]}у"
        return forms[form]

    def form(self, forms: tuple[str, ...], around: Around) -> str:
        """The form of an abbreviated noun that the preposition before it asks for; behind another noun the genitive."""
        if len(forms) < 6:
            return forms[0]
        noun = around.before and around.before not in ("см", "ср", "также", "и", "или", "это", "как", "а", "но")
        return forms[_OF_CASE.get(around.before, Case.GENITIVE if noun else Case.NOMINATIVE)]
