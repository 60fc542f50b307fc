"""The reader's own words, written into their files: what a voice is to say for what is written, said and taken back.

A word is changed in the file that has it; a new one goes into `words.toml`. Comments, and whatever else stands in the
files, stay.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final
from unicodedata import normalize

import tomlkit
from tomlkit.exceptions import TOMLKitError

from accessreader.errors import ResourceFileError, UsageError
from accessreader.language import LANGUAGES
from accessreader.messages import _
from accessreader.own_files import own_texts
from accessreader.safekeeping import turn, write_whole
from accessreader.speech.lexicon import LONGEST, parse_own

_NEW: Final = "words.toml"


@dataclass(frozen=True, slots=True)
class OwnWord:
    """In a language (kk, ru or en), what is said for what is written."""

    language: str
    written: str
    said: str


class OwnWords:
    """The words of one folder; what is done here can be taken back, step by step.

    All of it raises:
        ResourceFileError: the file that has the word, or would have it, cannot be used.
        StoreError: it could not be written.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._steps: list[tuple[str, str, str]] = []  # (language, written, what was said before, or "")

    def all(self) -> tuple[OwnWord, ...]:
        """The words in effect, by language and alphabet; those of a file that cannot be used are not."""
        found: dict[tuple[str, str], str] = {}
        for _path, tables in self._files():
            for language, words in tables.items():
                for written, said in words.items():
                    found[language, written] = said
        order = list(LANGUAGES)
        kept = [OwnWord(language, written, said) for (language, written), said in found.items()]
        return tuple(sorted(kept, key=lambda word: (order.index(word.language), word.written.casefold())))

    def said_for(self, language: str, written: str) -> str:
        """What the reader lets a voice say for a word; "" where they have said nothing of it."""
        words = [tables[language][written] for _path, tables in self._files() if written in tables.get(language, {})]
        return words[-1] if words else ""

    def put(self, word: OwnWord) -> OwnWord:
        """Let this be said, instead of what was; the answer is the word as it was kept, its blanks made one.

        Raises:
            UsageError: one of the two is empty or too long.
        """
        word = checked(word)
        before = self.said_for(word.language, word.written)
        if before != word.said:
            self._write(word.language, word.written, word.said)
            self._steps.append((word.language, word.written, before))
        return word

    def drop(self, language: str, written: str) -> bool:
        """Say again what came with the program; whether there was a word of the reader's."""
        before = self.said_for(language, written)
        if before:
            self._write(language, written, "")
            self._steps.append((language, written, before))
        return bool(before)

    @property
    def can_undo(self) -> bool:
        """Whether something was done here."""
        return bool(self._steps)

    def undo(self) -> OwnWord | None:
        """Take the last step back; the answer is the word as it is now, its `said` empty where it is gone."""
        if not self._steps:
            return None
        language, written, before = self._steps[-1]
        self._write(language, written, before)
        self._steps.pop()
        return OwnWord(language, written, before)

    def _files(self) -> list[tuple[Path, dict[str, dict[str, str]]]]:
        """The files that can be used, in the order in which they hold, and their words."""
        files = []
        for path, text in own_texts(self._folder)[0]:
            try:
                files.append((path, parse_own(text, str(path))))
            except ResourceFileError:
                continue
        return files

    def _write(self, language: str, written: str, said: str) -> None:
        """Put a word into the last file that has it, or a new one; without `said` take it out of all."""
        having = [path for path, tables in self._files() if written in tables.get(language, {})]
        paths = (having[-1:] or [self._folder / _NEW]) if said else having
        for path in paths:
            with turn(path):
                document = _document(path)
                if said:
                    document.setdefault(language, tomlkit.table())[written] = said
                else:
                    document.get(language, {}).pop(written, None)
                write_whole(path, document.as_string().encode())


def checked(word: OwnWord) -> OwnWord:
    """A word as it may be kept: composed as an article's text is, its blanks made one. Raises UsageError."""
    written, said = (" ".join(normalize("NFC", text).split()) for text in (word.written, word.said))
    if not written:
        raise UsageError(_("Write the word first, as it stands in the text."))
    if not said:
        raise UsageError(_("Write how the word is to be said."))
    if max(len(written), len(said)) > LONGEST:
        raise UsageError(_("This is too long: at most {limit} characters.").format(limit=LONGEST))
    return OwnWord(word.language, written, said)


def _document(path: Path) -> tomlkit.TOMLDocument:
    """The file with its comments, or a new one. Raises ResourceFileError."""
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return tomlkit.document()
    except (OSError, UnicodeDecodeError) as error:
        raise ResourceFileError(str(path), str(error)) from error
    parse_own(text, str(path))
    try:
        return tomlkit.parse(text)
    except TOMLKitError as error:
        raise ResourceFileError(str(path), str(error)) from error
