"""A catalogue: what the program says, in another language, read from the text that translators edit.

Why not Babel, which writes these files: importing it and reading with it took 55 ms of every start in Kazakh or
Russian; this takes 3. Tests read every catalogue with both.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from typing import Final

_LINE: Final = re.compile(r'(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)?\s*"((?:[^"\\]|\\.)*)"')
_ESCAPED: Final = re.compile(r"\\(.)")
_ESCAPES: Final = {"n": "\n", "r": "\r", "t": "\t"}
_PLURAL: Final = re.compile(r"^Plural-Forms:.*\bplural=([^;]+)", re.MULTILINE)
_GUESSED: Final = "fuzzy"
_ENGLISH_PLURAL: Final = "n != 1"


class Catalogue(gettext.NullTranslations):
    """Translations, from the text of a `.po` file. Guesses (fuzzy ones) and half-translated sentences do not count.

    Raises:
        ValueError: the text is not that of a catalogue; the words say in which line.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._forms: dict[str, tuple[str, ...]] = {}
        for entry in _entries(text):
            forms = tuple(value for keyword, value in sorted(entry.items()) if keyword.startswith("msgstr"))
            if all(forms) and not entry.keys() & {_GUESSED, "msgctxt"}:
                self._forms[entry.get("msgid", "")] = forms
        plural = _PLURAL.search(self._forms.pop("", ("",))[0])
        self._form_for = gettext.c2py(plural[1].strip() if plural else _ENGLISH_PLURAL)

    def gettext(self, message: str) -> str:
        """The translation of a sentence, or the sentence."""
        forms = self._forms.get(message)
        return forms[0] if forms else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The translation that goes with a number, or the English that does."""
        forms = self._forms.get(msgid1)
        if not forms:
            return msgid1 if n == 1 else msgid2
        return forms[min(self._form_for(n), len(forms) - 1)]


def _entries(text: str) -> Iterator[dict[str, str]]:
    """Every entry: its keywords with their strings, and "fuzzy" for a guess."""
    entry: dict[str, str] = {}
    for keyword, value in _statements(text):
        begins = keyword in (_GUESSED, "msgctxt", "msgid")
        if begins and any(known.startswith("msgstr") for known in entry):
            yield entry
            entry = {}
        entry[keyword] = value
    if entry:
        yield entry


def _statements(text: str) -> Iterator[tuple[str, str]]:
    """Every keyword with its string, which may go on over lines."""
    keyword, value = "", ""
    for number, line in enumerate((line.strip() for line in text.split("\n")), 1):
        found = _LINE.fullmatch(line)
        if found is None and line and not line.startswith("#"):
            raise ValueError(f"line {number}: {line}")
        if found and keyword and not found[1]:
            value += _unescaped(found[2])
            continue
        if keyword:
            yield keyword, value
        keyword, value = (found[1] or "", _unescaped(found[2])) if found else ("", "")
        if line.startswith("#,") and _GUESSED in line:
            yield _GUESSED, ""
    if keyword:
        yield keyword, value


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda escape: _ESCAPES.get(escape[1], escape[1]), text) if "\\" in text else text
