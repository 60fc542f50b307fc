"""Written text into what is said for it, piece by piece, in one language.

From left to right: blanks, addresses, figures, words of the lexicon, abbreviations, initials, numerals, acronyms, plain
words, marks. Every written character falls into exactly one piece.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from accessreader.speech.letters import for_voice, has_vowel, is_spelled, roman_value, spelled
from accessreader.speech.lexicon import Forms, Lexicon, Words, our_lexicon
from accessreader.speech.tongues.english import English
from accessreader.speech.tongues.kazakh import Kazakh
from accessreader.speech.tongues.kazakh_numbers import ENDINGS, with_ending
from accessreader.speech.tongues.russian import Russian
from accessreader.speech.tongues.tongue import Around, Said, Tongue

_TONGUES: Final[dict[str, type[Tongue]]] = {"kk": Kazakh, "ru": Russian, "en": English}

_LOOK: Final = 80
"""Characters before a stretch that its reading looks at; behind it none, for another voice reads them."""
_BLANKS: Final = re.compile(r"\s+")
_NUMERAL: Final = re.compile(r"[IVXLCDMІХСМ]+(?![^\W_]|\.[^\W\d_])")
_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0301"
_WORD: Final = re.compile(rf"[^\W\d_](?:[^\W_]|[{_INVISIBLE}]|[-'’](?=[^\W\d_]))*")
_ADDRESS: Final = re.compile(  # nowhere without a bound: a long row of such signs must not be gone over at each of them
    r"https?://[^\s<>«»\"“”]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}"
    r"|(?:www\.)?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,5}"
    r"\.(?:kz|ru|com|org|net|gov|info|eu|uk|edu|pl|fr|es|ro|uz)(?![\w.@-]{0,64}@)\b(?:/[\w./?=&%-]*)?",
    re.ASCII | re.IGNORECASE,
)
_ADDRESS_PART: Final = re.compile(r"[^\W_]+|.", re.DOTALL)
_INITIALS: Final = re.compile(r"[^\W\d_]\.(?:[ \u00a0]?-?[^\W\d_]\.){0,3}")
_NUMBERED: Final = re.compile(r"([^\W\d_]{1,4})(\d{1,4})\Z")
_CAPITALS: Final = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,6}(?![^\W_])")
_MARKUP: Final = re.compile(r"</?[a-z]{1,6}>")
_YEARS: Final = re.compile(r"\d{4}.\d{4}")
_LONG_CAPITALS: Final = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{4,}")
_ENDING: Final = re.compile(r"-([а-яёәғқңөұүһі]+)(?![^\W_])")
_PREPOSITIONS: Final = {"c": "с", "o": "о", "a": "а", "y": "у", "k": "к", "C": "С", "B": "В", "O": "О", "K": "К"}
_EMOJI: Final = 0x1F000
"""From here on signs are pictures, which voices call by their names."""
_FIGURE: Final = re.compile(r"\d|[+−(-](?=\d)|[$€£₸₽](?=[ \u00a0]?\d)")


_VULGAR: Final = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅕": (1, 5), "⅛": (1, 8)}


def _plain_mark(mark: str) -> str:
    """A mark that no table names: a bullet or an ornament is no word, a dot between two things a short rest."""
    if mark in _INVISIBLE:
        return ""
    if mark in "·|":
        return ","
    ornament = unicodedata.category(mark) in ("So", "Sm") and ord(mark) < _EMOJI
    return " " if ornament else mark


@dataclass(frozen=True, slots=True)
class Piece:
    """What is said for the written characters `start` to `end`; an announcement stands at an empty place."""

    said: str
    start: int
    end: int


def scan(text: str, start: int, end: int, language: str, *, lexicon: Lexicon | None = None) -> tuple[Piece, ...]:
    """What is said in a language for the characters `start` to `end` of a text; linear in their number."""
    words = (lexicon or our_lexicon())[language]
    base = max(0, start - _LOOK)
    scan_of = _Scan(text[base:end], end - base, language, words)
    return tuple(Piece(piece.said, piece.start + base, piece.end + base) for piece in scan_of.pieces(start - base))


@dataclass(frozen=True)
class _Scan:
    text: str
    end: int
    language: str
    words: Words

    @cached_property
    def tongue(self) -> Tongue:
        return _TONGUES[self.language](self.words)

    @cached_property
    def shouts(self) -> bool:
        """Whether the text is in capitals as a whole, so that capitals tell nothing."""
        letters = [letter for letter in self.text[:400] if letter.isalpha()]
        capitals = sum(letter.isupper() for letter in letters)
        return len(letters) >= 8 and capitals > 0.7 * len(letters) and _LONG_CAPITALS.search(self.text) is not None

    def pieces(self, at: int) -> Iterator[Piece]:
        while at < self.end:
            for said in self._at(at):
                yield Piece(said.words, at, said.end)
                at = said.end

    def _at(self, at: int) -> tuple[Said, ...]:
        """What is said for what begins at a place."""
        if blanks := _BLANKS.match(self.text, at, self.end):
            return (Said(blanks.end(), " "),)
        begins = at == 0 or not (self.text[at - 1].isalnum() or self.text[at - 1] == "@")
        if begins and self.text[at].isascii() and (address := _ADDRESS.match(self.text, at, self.end)):
            return self._address(address)
        if begins and self.text[at].isdigit() and (phrase := self._phrase(at)):
            return phrase
        if _FIGURE.match(self.text, at, self.end) and (read := self.tongue.read(self.text, at, self.end)):
            last = read[-1]
            glued = last.end < self.end and self.text[last.end].isalpha()
            return (*read[:-1], Said(last.end, f"{last.words} ")) if glued else read
        if self.text[at].isalpha():
            return self._word(at, begins=begins)
        return self._mark(at)

    # Words

    def _word(self, at: int, *, begins: bool) -> tuple[Said, ...]:
        word = _WORD.match(self.text, at, self.end)
        if word is None:
            return (Said(at + 1, self.text[at]),)
        if begins:
            for reading in (self._phrase, self._abbreviation, self._initials, self._numeral, self._acronym):
                if said := reading(at):
                    return said
        if marked := _NUMBERED.match(word[0]):
            return (Said(at + marked.end(1), f"{self._letters(marked[1])} "),)
        if len(word[0]) == 1 and word[0].isascii() and self.language != "en":
            return (Said(word.end(), self._letter(word[0], at)),)
        return (Said(word.end(), for_voice(word[0], self.language)),)

    def _phrase(self, at: int) -> tuple[Said, ...] | None:
        found = self.words.phrase(self.text, at)
        if not found or found[0] > self.end:
            return None
        written = self.text[at : found[0]]
        if (
            self.text[found[0] : found[0] + 1] == "."
            and self.words.meaning("anywhere", written)
            and written not in self.words.own
        ):
            return None  # an abbreviation, whose full stop goes with it
        return (self._with_ending(*found),)

    def _with_ending(self, end: int, said: str) -> Said:
        """An ending that hangs on an acronym: БҰҰ-ға."""
        hung = _ENDING.match(self.text, end, self.end)
        if hung and self.language == "kk" and hung[1] in ENDINGS:
            return Said(hung.end(), with_ending(said, hung[1]))
        return Said(end, said)

    def _abbreviation(self, at: int) -> tuple[Said, ...] | None:
        found = self.words.abbreviation.match(self.text, at, self.end)
        if not found:
            return None
        if found[1].isupper() and "." in found[1] and self.language != "en":
            return None  # Т.К. are initials
        forms = self._meaning(found)
        if forms is None:
            return None
        around = Around(self.text, at, found.end())
        said = self.tongue.form(forms, around)
        counts = self.words.meaning("before_number", found[1]) is forms
        if found[1][0].isupper() and not found[1].isupper() and not (counts and around.before):
            said = said[0].upper() + said[1:]
        end = self.tongue.stop_left(found)
        glued = self.text[end : end + 1].isalnum()
        return (Said(end, f"{said} " if glued else said),)

    def _meaning(self, found: re.Match[str]) -> Forms | None:
        """What an abbreviation means where it stands: before a number, before a name, or anywhere."""
        behind = re.match(r"[\s\u00a0]*[«\"“(№]*(.?)", self.text[found.end() : found.end() + 6])
        following = behind[1] if behind else ""
        capital = following.isupper() and following.isalpha()
        if (found[1].isupper() and len(found[1]) == 1) or (found[1] in "аоик" and not capital):
            return None
        if following.isdigit() and (forms := self.words.meaning("before_number", found[1])):
            return forms
        if capital and (forms := self.words.meaning("before_name", found[1])):
            return forms
        forms = self.words.meaning("anywhere", found[1])
        if forms is None and len(found[1]) > 1 and self.language != "en":
            forms = self.words.meaning("before_number", found[1]) or self.words.meaning("before_name", found[1])
        return forms

    def _initials(self, at: int) -> tuple[Said, ...] | None:
        found = _INITIALS.match(self.text, at, self.end)
        if not found or not all(letter.isupper() for letter in found[0] if letter.isalpha()):
            return None
        follows = self.text[found.end() : found.end() + 2].lstrip()
        numeral = self.language != "en" and found[0][0] in "IVX" and found[0].count(".") == 1
        named = not numeral and (follows[:1].isupper() or self._behind_name(at))
        if not named and found[0].count(".") < 2:
            return None
        out: list[Said] = []
        for letter in re.finditer(r"[^\W\d_]\.[ \u00a0]?-?", found[0]):
            end = at + letter.end()
            name = self.words.letters.get(letter[0][0], letter[0][0])
            parted = end < found.end() or (follows[:1].isalpha() and not self.text[end : end + 1].isspace())
            out.append(Said(end, f"{name} " if parted else name))
        if not re.search(r"\w", self.text[found.end() : found.end() + 60]):
            out[-1] = Said(out[-1].end - 1, out[-1].words)
        return tuple(out)

    def _behind_name(self, at: int) -> bool:
        return re.search(r"[^\W\d_a-zа-яё][^\W\d_]+[ \u00a0]\Z", self.text[max(0, at - 30) : at]) is not None

    def _numeral(self, at: int) -> tuple[Said, ...] | None:
        found = _NUMERAL.match(self.text, at, self.end)
        value = roman_value(found[0]) if found else 0
        if not found or not value:
            return None
        around = Around(self.text, at, found.end())
        if len(found[0]) == 1 and not self._is_numeral(found[0], around):
            return None
        if self.text[max(0, at - 1) : at] == "-" and self.text[max(0, at - 2) : at - 1].isdigit():
            return (Said(found.end(), self.tongue.plain(value)),)
        first = Said(found.end(), self.tongue.roman(value, around))
        behind = self.tongue.behind_roman(around)
        return (first, behind) if behind else (first,)

    def _is_numeral(self, letter: str, around: Around) -> bool:
        """Whether one letter is a numeral: not the pronoun I, nor a letter by which something is named."""
        name = around.before_as_written
        if self.language == "en":
            return letter in "VX" and name[:1].isupper()
        if around.next in ("век", "века", "веке", "ғасыр", "тарау", "бөлім", "тоқсан") or name[:1].isupper():
            return letter in "IVXХІ"
        return letter in "IVX" and around.next.islower()

    def _acronym(self, at: int) -> tuple[Said, ...] | None:
        found = _CAPITALS.match(self.text, at, self.end)
        if not found or not is_spelled(found[0], self.words) or (self.shouts and has_vowel(found[0])):
            return None
        return (self._with_ending(found.end(), spelled(found[0], self.words)),)

    def _letters(self, letters: str) -> str:
        """The letters before a number: A4, Q1."""
        return spelled(letters, self.words) if letters.isupper() else letters

    def _letter(self, letter: str, at: int) -> str:
        """One Latin letter: a preposition typed on the wrong keyboard, or a letter by its name."""
        repaired = _PREPOSITIONS.get(letter)
        if repaired and self.language == "ru" and (letter.islower() or at == 0):
            return repaired
        return self.words.letters.get(letter.upper(), letter)

    # Marks and addresses

    def _mark(self, at: int) -> tuple[Said, ...]:
        mark = self.text[at]
        if mark in "-–—":
            return (Said(at + 1, self._dash(at)),)
        if markup := _MARKUP.match(self.text, at, self.end):
            return (Said(markup.end(), " "),)
        if mark in "<>" and not re.match(r"[ \u00a0]?[\d.,]", self.text[at + 1 : at + 3]):
            return (Said(at + 1, " "),)  # what is left of markup
        end = at + 2 if self.text.startswith("№№", at) else at + 1
        if (name := self.words.symbols.get(self.text[at:end])) is not None:
            return (Said(end, self._spaced(name, at, end)),)
        if mark in _VULGAR:
            return (Said(at + 1, self._vulgar(at)),)
        return (Said(at + 1, _plain_mark(mark)),)

    def _vulgar(self, at: int) -> str:
        """A fraction in one sign, behind a number or alone."""
        said = self.tongue.fraction(*_VULGAR[self.text[at]])
        return f"{self.tongue.and_a_part}{said}" if self.text[max(0, at - 1) : at].isdigit() else said

    def _dash(self, at: int) -> str:
        """A dash: between figures, behind one, or as it stands."""
        if self._between_figures(at):
            if self.language == "en":
                return " to "
            return " – " if _YEARS.match(self.text, max(0, at - 4), at + 5) else "-"
        hyphen = self.text[at] == "-" and self.text[max(0, at - 1) : at].isdigit()
        return " " if hyphen and not self.text[at + 1 : at + 2].islower() else self.text[at]

    def _between_figures(self, at: int) -> bool:
        return self.text[max(0, at - 1) : at].isdigit() and self.text[at + 1 : at + 2].isdigit()

    def _spaced(self, name: str, start: int, end: int) -> str:
        """The name of a sign, with blanks where its neighbours have none."""
        before = "" if start == 0 or self.text[start - 1].isspace() else " "
        after = "" if end >= len(self.text) or not self.text[end].isalnum() else " "
        return f"{before}{name}{after}" if name else " "

    def _address(self, found: re.Match[str]) -> tuple[Said, ...]:
        """An address: the host, and its signs by their names; of a long one what leads to the page is left out."""
        whole = found[0].rstrip(".,;:!?)")
        names = self.words.address
        shown, link = whole, ""
        if "://" in whole:
            shown, link = whole.split("://", 1)[1], f"{names['link']} "
            shown = shown.split("/", 1)[0]
        parts = [names.get(part.lower(), part) for part in _ADDRESS_PART.findall(shown)]
        return (Said(found.start() + len(whole), link + " ".join(part for part in parts if part.strip())),)
