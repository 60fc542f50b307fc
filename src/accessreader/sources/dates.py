"""Dates as people write them in Kazakh, Russian and English, and as machines do."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

_MONTHS: Final = {
    "қаңтар": 1, "ақпан": 2, "наурыз": 3, "сәуір": 4, "мамыр": 5, "маусым": 6, "шілде": 7, "тамыз": 8,
    "қыркүйек": 9, "қазан": 10, "қараша": 11, "желтоқсан": 12,
    "қаң": 1, "ақп": 2, "нау": 3, "сәу": 4, "мам": 5, "мау": 6, "шіл": 7, "там": 8, "қыр": 9, "қаз": 10, "қар": 11,
    "жел": 12,
    "янв": 1, "фев": 2, "мар": 3, "апр": 4, "мая": 5, "май": 5, "июн": 6, "июл": 7, "авг": 8, "сен": 9, "окт": 10,
    "ноя": 11, "дек": 12,
    "jan": 1, "feb": 2, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
    "march": 3,
}  # fmt: skip

_KK: Final = (
    "қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан|"
    "қаң|ақп|нау|сәу|мам|мау|шіл|там|қыр|қаз|қар|жел"
)
_RU: Final = "янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек"
_EN: Final = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_NAME: Final = rf"(?P<month>{_KK}|{_RU}|{_EN})[^\W\d_]*"

ISO: Final = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/.](?P<number>[01]?\d)[-/.](?P<day>[0-3]?\d)(?!\d)")
_COMPACT: Final = re.compile(r"^(?P<year>(?:19|20)\d\d)(?P<number>[01]\d)(?P<day>[0-3]\d)(?:T?\d*)")
_FORMS: Final = (
    ISO,
    re.compile(r"(?<!\d)(?P<day>[0-3]?\d)\s?[./-]\s?(?P<number>[0-3]?\d)\s?[./-]\s?(?P<year>(?:19|20)\d\d)(?!\d)"),
    re.compile(
        rf"(?<!\d)(?P<year>(?:19|20)\d\d)\s*(?:жылғы|жылдың|жылы|ж\.?)[,\s]*(?P<day>[0-3]?\d)\s*[-–]?\s*{_NAME}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<![\d:.])(?P<day>[0-3]?\d)(?:st|nd|rd|th|-?го|\.)?[\s\-–]*(?:of\s+)?{_NAME}[.,]?[\s\-–,]*"
        r"(?P<year>(?:19|20)\d\d)(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_NAME}\.?\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?:\s*[-–]\s*\d+)?,?\s+(?P<year>(?:19|20)\d\d)(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<!\d)(?P<day>[0-3]?\d)[\s\-–]+{_NAME}\.?[\s\-–]+(?P<year>\d\d)(?!\d)", re.IGNORECASE),
    re.compile(r"(?<![\d.])(?P<day>[0-3]\d)[.](?P<number>[01]\d)[.](?P<year>\d\d)(?![\d.])"),
)


def date_in(text: str) -> dt.date | None:
    """The first date a text names by day, month and year, or None."""
    best: tuple[int, dt.date] | None = None
    for form in _FORMS:
        for found in form.finditer(text):
            date = _date(found)
            if date is not None:
                if best is None or found.start() < best[0]:
                    best = (found.start(), date)
                break
    return best[1] if best else None


def date_at(text: str) -> tuple[dt.date, int, int] | None:
    """The first date and where in the text it begins and ends."""
    best: tuple[dt.date, int, int] | None = None
    for form in _FORMS:
        for found in form.finditer(text):
            date = _date(found)
            if date is not None:
                if best is None or found.start() < best[1]:
                    best = (date, found.start(), found.end())
                break
    return best


def machine_date(text: str) -> dt.date | None:
    """The day of a date in an attribute or in embedded metadata, as it stands there (no change of zone)."""
    text = text.strip()
    if found := _COMPACT.match(text):
        return _date(found)
    return date_in(text)


def _date(found: re.Match[str]) -> dt.date | None:
    groups = found.groupdict()
    year, day = int(groups["year"]), int(groups["day"])
    if year < 100:
        year += 2000 if year < 70 else 1900
    month = int(groups["number"]) if groups.get("number") else _month(groups.get("month") or "")
    try:
        return dt.date(year, month, day)
    except ValueError:
        pass
    try:
        return dt.date(year, day, month)
    except ValueError:
        return None


def _month(name: str) -> int:
    name = name.casefold()
    return _MONTHS.get(name) or _MONTHS.get(name[:3]) or 3
