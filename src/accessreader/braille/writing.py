"""Text becomes cells: each piece of it by the braille of its language, with the way there and back.

A run goes to the table of its language. A word with letters that this table does not know goes to the first table
that does: Қазақ in a Russian text to the Kazakh one, Сенат in an English text to the Russian one. Latin words in a
Kazakh or Russian text stay with it, for its braille has a sign of its own for them, and a reader who meets the sign
knows what follows; English cells amid Cyrillic ones, contracted at that, would be read as other letters.

What no table knows is written as its sign in `tables`, or its simpler form (NFKD), or else as a full cell: a reader
sees that something stands there. Marks without a width of their own (soft hyphens, joiners, stress) are left out.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from accessreader.article import Block, Span
from accessreader.braille.louis import Louis
from accessreader.braille.tables import Tables
from accessreader.errors import BrailleError, BrailleProblem
from accessreader.language import KAZAKH_LETTERS, LANGUAGES

BLANK: Final = "\u2800"
FULL: Final = "\u283f"
"""What is written for a character that no table knows."""
_SIX: Final = 0x283F
_WORD: Final = re.compile(r"[^\W_]+|[\W_]+")
_KAZAKH: Final = frozenset(KAZAKH_LETTERS)


@dataclass(frozen=True, slots=True)
class Cells:
    """Written cells. `starts` has for each the offset in the text of what it says, and never goes back.

    `breaks` are the cells before which a row may end although no blank stands there: the table left it out. `length`
    is that of the text.
    """

    cells: str = ""
    starts: tuple[int, ...] = ()
    breaks: frozenset[int] = frozenset()
    length: int = 0

    def cell_of(self, offset: int) -> int:
        """The first cell of those that say what stands at an offset; behind the text the number of cells."""
        if offset >= self.length:
            return len(self.cells)
        number = bisect_right(self.starts, max(0, offset)) - 1
        return bisect_left(self.starts, self.starts[number]) if number >= 0 else 0

    def offset_of(self, cell: int) -> int:
        """The offset in the text of what a cell says; behind the last cell that of the last."""
        return self.starts[min(cell, len(self.starts) - 1)] if self.starts else 0


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one language."""

    text: str
    language: str


def pieces_of(block: Block, language: str) -> tuple[Piece, ...]:
    """The text of a block as pieces; `language` is that of its article."""
    own = block.language or language
    runs = [(run.language or own, run.text) for run in block.runs]
    return tuple(Piece("".join(text for _key, text in group), key) for key, group in groupby(runs, lambda run: run[0]))


def part_of(pieces: Sequence[Piece], span: Span) -> tuple[Piece, ...]:
    """The pieces of the characters `span.start` to `span.end`."""
    out: list[Piece] = []
    at = 0
    for piece in pieces:
        text = piece.text[max(0, span.start - at) : max(0, span.end - at)]
        at += len(piece.text)
        if text:
            out.append(Piece(text, piece.language))
    return tuple(out)


class Writer:
    """Writes text in braille. `contracted` are the languages that are to be contracted. May be used from any thread."""

    def __init__(self, louis: Louis, tables: Mapping[str, Tables], contracted: Iterable[str] = ()) -> None:
        """Take a library and tables.

        Raises:
            BrailleError: there is not one table that can be used.
        """
        self._louis = louis
        self._tables = tables
        self._contracted = frozenset(contracted)
        self._chosen: dict[str, str] = {}
        self._known: dict[tuple[str, str], bool] = {}
        self._others = tuple(language for language in LANGUAGES if self.table(language))
        if not self._others:
            raise BrailleError(BrailleProblem.TABLES)

    def table(self, language: str) -> str:
        """The table that writes a language: the first of its own that there is; "" where there is none."""
        if language not in self._chosen:
            tables = self._tables.get(language, Tables())
            wanted = tables.wanted(contracted=language in self._contracted)
            self._chosen[language] = next((table for table in wanted if self._louis.has(table)), "")
        return self._chosen[language]

    def write(self, pieces: Iterable[Piece]) -> Cells:
        """The cells of some pieces, which follow each other; offsets count in all of them together.

        Raises:
            BrailleError: liblouis failed.
        """
        cells: list[str] = []
        starts: list[int] = []
        text = ""
        for piece in pieces:
            for part in self._parts(piece):
                written, places = self._write(part)
                cells.append(written)
                starts += [len(text) + place for place in places]
                text += part.text
        whole = "".join(cells)
        return Cells(whole, _rising(starts), _breaks(text, whole, starts), len(text))

    def _parts(self, piece: Piece) -> Iterable[Piece]:
        """A piece cut where its words need another table."""
        language = piece.language if piece.language in self._others else self._others[-1]
        if self._writes(piece.text, language):
            return (Piece(piece.text, language),)
        words = [(self._language_of(word, language), word) for word in _WORD.findall(piece.text)]
        return (
            Piece("".join(word for _key, word in group), key) for key, group in groupby(words, lambda word: word[0])
        )

    def _language_of(self, word: str, language: str) -> str:
        letters = "".join(letter for letter in word if letter.isalpha())
        if not letters or self._writes(letters, language):
            return language
        return next((other for other in self._others if self._writes(letters, other)), language)

    def _writes(self, text: str, language: str) -> bool:
        """Whether the table of a language knows every letter of a text."""
        if language == "ru" and "kk" in self._others and not _KAZAKH.isdisjoint(text):
            return False  # the Russian one has an і, from before 1918
        table = self.table(language)
        return all(self._knows(table, letter) for letter in set(text) if letter.isalpha())

    def _knows(self, table: str, character: str) -> bool:
        key = (table, character)
        if key not in self._known:
            self._known[key] = self._louis.knows(table, character)
        return self._known[key]

    def _write(self, piece: Piece) -> tuple[str, list[int]]:
        """The cells of text in one language, and the offset of each."""
        table = self.table(piece.language)
        cells: list[str] = []
        starts: list[int] = []
        for known, stretch in groupby(self._plain(piece), key=lambda letter: bool(letter[1])):
            letters = list(stretch)
            if not known:
                cells.append(FULL * len(letters))
                starts += [offset for offset, _letter in letters]
                continue
            written, places = self._louis.translate(table, "".join(letter for _offset, letter in letters))
            cells.append("".join(chr(ord(cell) & _SIX | 0x2800) for cell in written))
            starts += [letters[min(place, len(letters) - 1)][0] for place in places]
        return "".join(cells), starts

    def _plain(self, piece: Piece) -> Iterable[tuple[int, str]]:
        """(offset, character) of what is given to the table; "" for a character that it does not know."""
        table, signs = self.table(piece.language), self._tables.get(piece.language, Tables()).signs
        for offset, character in enumerate(piece.text):
            if character.isspace():
                yield offset, " "
            elif unicodedata.category(character) not in ("Cf", "Mn", "Me", "Cc"):
                for letter in self._simpler(character, table, signs) or ("",):
                    yield offset, letter

    def _simpler(self, character: str, table: str, signs: Mapping[str, str]) -> str:
        if self._knows(table, character):
            return character
        if character in signs:
            return signs[character]
        simpler = unicodedata.normalize("NFKD", character)
        kept = [letter for letter in simpler if not unicodedata.combining(letter)]
        return "".join(kept) if kept and all(self._knows(table, letter) for letter in kept) else ""


def _rising(starts: Iterable[int]) -> tuple[int, ...]:
    """The places so that none lies before the one before it."""
    out: list[int] = []
    for start in starts:
        out.append(max(start, out[-1]) if out else start)
    return tuple(out)


def _breaks(text: str, cells: str, starts: Sequence[int]) -> frozenset[int]:
    return frozenset(
        number
        for number in range(1, len(cells))
        if starts[number] > starts[number - 1]
        and text[starts[number] - 1].isspace()
        and BLANK not in (cells[number - 1], cells[number])
    )
