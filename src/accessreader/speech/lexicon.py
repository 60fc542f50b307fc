"""The words a voice is given for what it would say wrongly: ours in three languages, the reader's own on top.

Ours are `resources/speech/*.toml`, one file a language:

- `letters`: their names; `acronyms.read`: those said as words and not by their letters;
- `words`: whole words and phrases; one written in small letters also stands for its capitals;
- `anywhere`: abbreviations with a full stop, written without the last one; `before_name` and `before_number`: those
  with another meaning there («г. Астана», «с. 5»); `units`: what stands behind a number;
- `symbols`, and `address`: how the signs of addresses are said.

The reader's own are files of a folder, each with a table of words for a language::

    [kk]
    "Ақорда" = "ақ орда"

Where a word has several forms (cases in Russian, singular and plural in English) they stand with a bar between them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final

from accessreader import resources
from accessreader.errors import ResourceFileError
from accessreader.folders import Folders
from accessreader.language import LANGUAGES
from accessreader.messages import N_, _
from accessreader.own_files import own_meanings

Forms = tuple[str, ...]
LONGEST: Final = 200
"""The most characters of a word of the reader's own, and of what is said for it."""


@dataclass(frozen=True)
class Words:
    """The tables of one language."""

    letters: Mapping[str, str]
    read: frozenset[str]
    words: Mapping[str, str]
    anywhere: Mapping[str, Forms]
    before_name: Mapping[str, Forms]
    before_number: Mapping[str, Forms]
    units: Mapping[str, Forms]
    symbols: Mapping[str, str]
    address: Mapping[str, str]
    own: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _by_beginning(self) -> dict[str, list[tuple[str, str]]]:
        """The words and phrases by their first letters in lower case, the longest first."""
        out: dict[str, list[tuple[str, str]]] = {}
        for written, said in {**self.words, **self.own}.items():
            out.setdefault(written[:2].casefold(), []).append((written, said))
        for entries in out.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry[0] not in self.own))
        return out

    def phrase(self, text: str, at: int) -> tuple[int, str] | None:
        """Where the word or phrase of the lexicon that begins at `at` ends, and what is said for it."""
        for written, said in self._by_beginning.get(text[at : at + 2].casefold(), ()):
            end = at + len(written)
            stands = text[at:end].replace("\u00a0", " ")
            same = stands == written or (written.islower() and stands.lower() == written)
            if same and not text[end : end + 1].isalnum():
                return end, said
        return None

    @cached_property
    def abbreviation(self) -> re.Pattern[str]:
        """An abbreviation with its full stop, where a word begins; the group is the abbreviation."""
        return _alternatives((*self.anywhere, *self.before_name, *self.before_number), r"\.")

    @cached_property
    def unit(self) -> re.Pattern[str]:
        """A unit behind a number, blanks before it and its own full stop with it; the group is the unit."""
        return re.compile(r"[ \u00a0\u202f]?" + _alternatives(self.units, r"(?:(?![^\W_])|(?<=[%°$€£₸₽]))").pattern)

    def meaning(self, table: str, written: str) -> Forms | None:
        """The forms of an abbreviation in one of the tables, however its blanks and capitals are."""
        forms: Mapping[str, Forms] = getattr(self, table)
        key = re.sub(r"[ \u00a0]", "", written)
        return forms.get(key) or forms.get(key.lower()) or forms.get(written)


def _alternatives(keys: Iterable[str], behind: str) -> re.Pattern[str]:
    def pattern(key: str) -> str:
        free = re.escape(key).replace(r"\.", r"\.[ \u00a0]?").replace(r"\ ", r"[ \u00a0]")
        return f"(?i:{free})" if key.islower() and (len(key) > 1 or behind == r"\.") else free

    longest_first = sorted(set(keys), key=lambda key: (-len(key), key))
    return re.compile(f"({'|'.join(map(pattern, longest_first)) or '(?!)'}){behind}")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of every language."""

    languages: Mapping[str, Words]

    def __getitem__(self, language: str) -> Words:
        return self.languages.get(language) or self.languages["en"]

    def with_word(self, language: str, written: str, said: str) -> Lexicon:
        """The lexicon with a word more on top: for trying it out before it is kept."""
        words = self[language]
        return Lexicon({**self.languages, language: replace(words, own={**words.own, written: said})})


def _forms(table: Mapping[str, str]) -> dict[str, Forms]:
    return {key: tuple(value.split("|")) for key, value in table.items()}


@lru_cache(maxsize=1)
def our_lexicon() -> Lexicon:
    """The words that came with the program."""
    languages: dict[str, Words] = {}
    for code in LANGUAGES:
        table = tomllib.loads(resources.read_text(f"speech/{code}.toml"))
        languages[code] = Words(
            letters=table["letters"],
            read=frozenset(table["acronyms"]["read"].split()),
            words=table["words"],
            anywhere=_forms(table["anywhere"]),
            before_name=_forms(table["before_name"]),
            before_number=_forms(table["before_number"]),
            units=_forms(table["units"]),
            symbols=table["symbols"],
            address=table["address"],
        )
    return Lexicon(languages)


def own_folder(folders: Folders) -> Path:
    """Where the reader's own words lie, one or more files in TOML."""
    return folders.config / "lexicon"


def load_lexicon(own: Path | None = None) -> tuple[Lexicon, tuple[ResourceFileError, ...]]:
    """Our words with the reader's own on top, and the files of the reader's that were refused, whole."""
    lexicon = our_lexicon()
    theirs, refused = own_meanings(own, parse_own)
    for tables in theirs:
        for language, words in tables.items():
            for written, said in words.items():
                lexicon = lexicon.with_word(language, written, said)
    return lexicon, refused


_NO_LANGUAGE: Final = N_("there is no language named {language}; there are kk, ru and en.")
_NO_WORDS: Final = N_("what is said for {word} must be words in quotation marks, at most {limit} characters.")


def parse_own(text: str, path: str) -> dict[str, dict[str, str]]:
    """The reader's words by language, from the text of a file; `path` names it in errors.

    Raises:
        ResourceFileError: it is no TOML, names a language we do not have, or what is said is not words.
    """
    try:
        tables = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise ResourceFileError(path, str(error)) from error
    for language, words in tables.items():
        if language not in LANGUAGES or not isinstance(words, dict):
            raise ResourceFileError(path, _(_NO_LANGUAGE).format(language=language))
        for written, said in words.items():
            if not (isinstance(said, str) and written.strip() and len(written) <= LONGEST and len(said) <= LONGEST):
                raise ResourceFileError(path, _(_NO_WORDS).format(word=written, limit=LONGEST))
    return tables
