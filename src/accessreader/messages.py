"""What the program says to people, in their language.

English stands in the code; Kazakh and Russian stand in `resources/locale/*/LC_MESSAGES/accessreader.po`, read as
text when the language is chosen. Nothing compiled is kept, so a mended sentence is there at the next start.
"""

from __future__ import annotations

import datetime as dt
import gettext
import locale
import logging
import os
from functools import lru_cache
from typing import Final

from accessreader import resources
from accessreader.catalogue import Catalogue
from accessreader.language import LANGUAGES, language_of_locale

log = logging.getLogger(__name__)

_state: Final[dict[str, gettext.NullTranslations]] = {"catalogue": gettext.NullTranslations()}
_chosen: Final[dict[str, str]] = {"language": "en"}


def _(text: str) -> str:
    """The text in the reader's language, or itself where there is no translation."""
    return _state["catalogue"].gettext(text) if text else ""


def translated(text: str, language: str) -> str:
    """The text in a language that need not be the reader's: for a voice that has no other."""
    return _catalogue(language if language in LANGUAGES else "en").gettext(text)


def ngettext(one: str, many: str, number: int) -> str:
    """The form of a text that goes with a number."""
    return _state["catalogue"].ngettext(one, many, number)


def N_(text: str) -> str:  # noqa: N802 - the name by which extractors know it
    """Mark a text for translation where it is declared; `_` is called where it is said."""
    return text


def said_in(code: str, text: str) -> str:
    """The text in a language, whatever the program speaks now: for words that are said among an article's own."""
    return _other_catalogue(code).gettext(text) if text else ""


@lru_cache(maxsize=len(LANGUAGES))
def _other_catalogue(code: str) -> gettext.NullTranslations:
    return _catalogue(code if code in LANGUAGES else "en")


def use_language(code: str) -> str:
    """Speak this language from now on: kk, ru, en, or "system" for the machine's own. Returns the one chosen."""
    chosen = language_of_locale(_system_locale()) if code == "system" else code
    if chosen not in LANGUAGES:
        chosen = "en"
    _chosen["language"] = chosen
    _state["catalogue"] = _catalogue(chosen)
    return chosen


def use_catalogue(catalogue: gettext.NullTranslations) -> None:
    """Speak from a catalogue of one's own until the next `use_language`: for trying a translation out."""
    _state["catalogue"] = catalogue


def current_language() -> str:
    """The language in which the program speaks now."""
    return _chosen["language"]


def _catalogue(code: str) -> gettext.NullTranslations:
    if code == "en":
        return gettext.NullTranslations()
    name = f"locale/{code}/LC_MESSAGES/accessreader.po"
    try:
        return Catalogue(resources.read_bytes(name).decode("utf-8-sig"))
    except (OSError, ValueError):
        log.exception("the catalogue %s cannot be read; speaking English", name)
        return gettext.NullTranslations()


def _system_locale() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return value
    return locale.getlocale()[0] or "en"


_MONTHS_KK = (
    "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым",
    "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
)  # fmt: skip
_MONTHS_RU = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
_MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def long_date(date: dt.date, language: str) -> str:
    """A date as people write it: «2025 жылғы 16 қыркүйек», «16 сентября 2025 г.», "16 September 2025".

    Why not Babel's: its Kazakh form «2025 ж. 16 қыркүйек» is not what people write.
    """
    if language == "kk":
        return f"{date.year} жылғы {date.day} {_MONTHS_KK[date.month - 1]}"
    if language == "ru":
        return f"{date.day} {_MONTHS_RU[date.month - 1]} {date.year} г."
    return f"{date.day} {_MONTHS_EN[date.month - 1]} {date.year}"
