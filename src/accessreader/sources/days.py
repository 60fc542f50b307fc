"""Days as lists of news give them: whole dates, "today" and "yesterday", and days without their year."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from accessreader.sources.dates import date_at, date_in

_AGO: Final = (
    (re.compile(r"\b(?:сегодня|бүгін|today)\b", re.IGNORECASE), 0),
    (re.compile(r"\b(?:вчера|кеше|yesterday)\b", re.IGNORECASE), 1),
)
_NO_YEAR: Final = (
    re.compile(r"(?<![\d.:])(?P<day>[0-3]?\d)(?:st|nd|rd|th)?[\s-]+(?P<month>[^\W\d_]{3,10})\b(?!\s*,?\s*\d{4})"),
    re.compile(r"\b(?P<month>[^\W\d_]{3,10})\.?\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?!\s*,?\s*\d{4}|[:.]\d)"),
)
_SHORT: Final = 60
"""Characters of a line that tells a day and little else."""
_WORDS_BESIDE: Final = 24
_IN_ADDRESS: Final = re.compile(r"/((?:19|20)\d\d)[/-]([01]?\d)[/-]([0-3]?\d)(?=[/_-])")


def day_at(text: str, today: dt.date | None = None) -> tuple[dt.date, int, int] | None:
    """The first day a line names, and where in it that begins and ends.

    Args:
        text: a line of the page.
        today: the day on which the page came; without it only whole dates are understood.
    """
    if found := date_at(text):
        return found
    if today is None or len(text) > _SHORT:
        return None
    for words, ago in _AGO:
        if match := words.search(text):
            return today - dt.timedelta(days=ago), match.start(), match.end()
    for match in (each for form in _NO_YEAR for each in form.finditer(text)):
        if (day := _latest(match["day"], match["month"], today)) is not None:
            return day, match.start(), match.end()
    return None


def _latest(day: str, month: str, today: dt.date) -> dt.date | None:
    """The last time there was this day, tomorrow included, for clocks differ."""
    for year in (today.year, today.year - 1):
        date = date_in(f"{day} {month} {year}")
        if date is not None and date <= today + dt.timedelta(days=1):
            return date
    return None


def is_day(text: str, today: dt.date | None = None) -> bool:
    """Whether a line tells a day and hardly anything else."""
    if len(text) > _SHORT or (found := day_at(text, today)) is None:
        return False
    return sum(map(str.isalpha, text[: found[1]] + text[found[2] :])) <= _WORDS_BESIDE


def day_in_address(address: str) -> dt.date | None:
    """The day that stands in the path of an address, as many papers have it."""
    found = _IN_ADDRESS.search(address)
    try:
        return dt.date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None
