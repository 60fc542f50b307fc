"""Where sentences end, in Kazakh, Russian and English: rules by cause, words by table.

A full stop, question or exclamation mark or an ellipsis ends a sentence when something follows, behind closing quotes
and brackets, that may begin one. Why it may not, all the same:

- it is the stop of an initial (К.К. Токаев), of a number in a list (1. Отчёт) or of an abbreviation. Which of these
  are always followed by something, by a name or by a number, which may be the last word of a sentence, and which
  usually are, stands in `resources/sentences/*.toml`, one list for each cause, told in `ru.toml`;
- it stands inside a short pair of quotes or brackets, and the sentence goes on around it: «Мы за. Все», – сказал он;
- the pair is a name («Что делать?» Чернышевского) and not speech.

A capital word that is no name («Он», "The", «Бұл») begins a sentence wherever a stop stands before it. A line break
ends a sentence too, unless a small letter goes on behind it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from accessreader import resources

_LANGUAGES: Final = ("kk", "ru", "en")
_INSIDE: Final = 250
"""The longest quotation or bracket whose inner sentences are not ends."""
_WORDS_OF_LINE: Final = 3
_BEHIND: Final = 300
"""How far back a stop looks: whatever the length of the text, a stop costs the same."""

_STOP: Final = re.compile(r"[.!?…]+(?:\[\d{1,3}\])?[\"'»”“’)\]]*|\n")
_NEXT: Final = re.compile(r"\s*([\"'«„“‘(\[—–•*-]*[\s\u00a0]*)([^\W_]+(?:[-'’][^\W_]+)*)?([.@]?\w?)")
# A word and what belongs to it: т.е, т. е, U.S, К. К, press@senate.kz, 16.09.2025, чл.-корр
_WORD: Final = re.compile(r"(?:(?<![^\W_])[^\W\d_]\.[ \u00a0]?)*[\w№@+-]+(?:[.'’-]+[\w@-]+)*\Z")
_INITIALS: Final = re.compile(r"(?:[^\W\d_a-zа-яёәғқңөұүһі]\.-?){0,4}[^\W\d_a-zа-яёәғқңөұүһі]\Z")
_NUMERAL: Final = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVXLІХ]+|[a-zа-яәі])\Z")
_FIRST: Final = re.compile(r"(?:1(?:\.1)*|[IІ]|[aа])\Z")
_COUNTED: Final = re.compile(r"\d+(?:[.,]\d+)?-?(?=[^\W\d_])")
_ROMAN: Final = re.compile(r"[IVXLCІХ]+\Z")
_RUN_ON: Final = re.compile(r"[а-яёәғқңөұүһі»”)]{2}[.!?…]+[»”)]*\Z")
_DOMAIN: Final = re.compile(
    r"[\w-]+(?:\.[\w-]+)*(?:@[\w-]+\.\w|\.(?:kz|ru|com|org|net|gov|info|eu|uk|edu)\b)", re.ASCII
)
_DASHES: Final = "—–-"
_QUOTE: Final = re.compile(r"[«»„“”\"()\[\]\n]|(?<!\w)['‘](?=\w)|(?<=[\w.,!?…])['’](?!\w)")
_OPENERS: Final = {"‘": "’", "«": "»", "„": "“”", "“": "”", "(": ")", "[": "]"}


@dataclass(frozen=True, slots=True)
class _Words:
    """The lists of one language; see the tables for what is in each."""

    inner: frozenset[str]
    titles: frozenset[str]
    before_number: frozenset[str]
    measures: frozenset[str]
    last: frozenset[str]
    labels: frozenset[str]
    lettered: frozenset[str]
    joining: frozenset[str]
    starters: frozenset[str]
    goes_on: frozenset[str]
    no_predicate: frozenset[str]
    years: frozenset[str]
    adverbial: frozenset[str]
    adverbial_words: int
    nominal: bool
    subject: re.Pattern[str]
    saying: re.Pattern[str]
    predicate: re.Pattern[str]


@lru_cache(maxsize=len(_LANGUAGES))
def _words(language: str) -> _Words:
    table = tomllib.loads(resources.read_text(f"sentences/{language}.toml"))

    def listed(name: str) -> frozenset[str]:
        return frozenset(table.get(name, "").split())

    return _Words(
        inner=listed("inner"),
        titles=listed("titles"),
        before_number=listed("before_number"),
        measures=listed("measures"),
        last=listed("last"),
        labels=listed("labels"),
        lettered=listed("lettered"),
        joining=listed("joining"),
        starters=listed("starters"),
        goes_on=listed("goes_on"),
        no_predicate=listed("no_predicate"),
        years=listed("years"),
        adverbial=listed("adverbial"),
        adverbial_words=table["adverbial_words"],
        nominal=table["nominal"],
        subject=re.compile(table["subject"] or "(?!)"),
        saying=re.compile(rf"\b(?:{'|'.join(table['saying'].split())})\w*\W*\Z", re.IGNORECASE),
        predicate=re.compile(rf"\w*{table['predicate']}\Z") if table["predicate"] else re.compile(r"(?!)"),
    )


def sentence_ends(text: str, language: str = "en") -> tuple[int, ...]:
    """The offset behind the last character of every sentence that another follows; blanks belong to neither.

    Linear in the length of the text. A language that is none of the three is treated as English.
    """
    words = _words(language if language in _LANGUAGES else "en")
    inside = _pairs(text)
    ends: list[int] = []
    begun = 0
    for found in _STOP.finditer(text):
        start, end = found.span()
        stop = _Stop(text, words, begun, start, end)
        if found[0] == "\n":
            last = start if stop.line_ends() else -1
        else:
            last = end if not inside.holds(start, end) and stop.ends_sentence(inside) else -1
        if last > begun and text[begun:last].strip():
            ends.append(last)
            begun = last
    while ends and not text[ends[-1] :].strip():
        ends.pop()
    return tuple(ends)


class _Pairs:
    """Quotes and brackets that open and close within a line, short ones only, as they were met."""

    def __init__(self) -> None:
        self.opened: dict[int, int] = {}
        self.covered: list[tuple[int, int]] = []
        self._next = 0

    def close(self, start: int, end: int) -> None:
        """Remember that what opened at `start` was closed at `end`."""
        self.opened[end] = start
        if end - start <= _INSIDE:
            self.covered.append((start, end))

    def holds(self, start: int, end: int) -> bool:
        """Whether a stop stands inside of a pair; asked for stops in order."""
        while self._next < len(self.covered) and self.covered[self._next][1] < start:
            self._next += 1
        return any(a < start and end <= b for a, b in self.covered[self._next : self._next + 4])


def _pairs(text: str) -> _Pairs:
    out = _Pairs()
    stack: list[tuple[str, int]] = []
    for found in _QUOTE.finditer(text):
        at, mark = found.start(), found[0]
        if mark == "\n":
            stack.clear()
        elif stack and mark in _OPENERS.get(stack[-1][0], stack[-1][0]):
            out.close(stack.pop()[1], at)
        elif mark in _OPENERS or mark == '"' or (mark == "'" and not text[max(0, at - 1) : at].strip()):
            stack.append((mark, at))
        elif mark in "»”)]’":
            _close_outer(out, stack, mark, at)
    out.covered.sort(key=lambda pair: pair[1])
    return out


def _close_outer(out: _Pairs, stack: list[tuple[str, int]], mark: str, at: int) -> None:
    """A closing mark whose opening one has others, never closed, above it."""
    for depth in range(1, min(len(stack), 4) + 1):
        if mark in _OPENERS.get(stack[-depth][0], ""):
            out.close(stack[-depth][1], at)
            del stack[-depth:]
            return


@dataclass(frozen=True, slots=True)
class _Stop:
    """A mark that may end the sentence which began at `begun`."""

    text: str
    words: _Words
    begun: int
    start: int
    end: int

    def line_ends(self) -> bool:
        """Whether a line break ends a sentence: not where a small letter goes on with a line of some words."""
        before = self.text[max(self.begun, self.start - 80) : self.start].rsplit("\n", 1)[-1].rstrip()
        following = self.text[self.end : self.end + 80].lstrip(" \u00a0")
        if not before or not (before[-1].isalpha() or before[-1] == ",") or not following[:1].islower():
            return True
        return len(before.split()) < _WORDS_OF_LINE or _DOMAIN.match(following) is not None

    def ends_sentence(self, pairs: _Pairs) -> bool:
        """Whether the sentence ends here, by what follows and what stands before."""
        if not self._parted():
            return False
        found = _NEXT.match(self.text, self.end, self.end + 80)
        opening, word, tail = (found[1] or "", found[2] or "", found[3] or "") if found else ("", "", "")
        if not word:
            return not self._is_abbreviation()
        if word[0].islower() and not _begins_small(self.text, word, self.end):
            return False
        if not self._closes_well(pairs, word, tail):
            return False
        mark = self.text[self.start : self.end].rstrip("\"'»”“’)]")
        if mark != ".":
            return True
        return self._ends_at_full_stop(opening, word, tail)

    def _parted(self) -> bool:
        """A blank follows, or it was forgotten between two plain words."""
        following = self.text[self.end : self.end + 2]
        if not following or following[0].isspace():
            return True
        run_on = len(following) == 2 and following[0].isupper() and following[1].islower() and following[0] > "Ѐ"
        return run_on and bool(_RUN_ON.search(self.text[max(self.begun, self.start - 4) : self.end]))

    def _closes_well(self, pairs: _Pairs, word: str, tail: str) -> bool:
        """Whether the quotes or brackets closed behind the mark are a sentence's own, not a name within it."""
        closed = self.text[self.end - 1]
        if closed not in "»”\")'’":
            return True
        if self.text[self.start] != "." and self._is_said_by(word):
            return False
        opened = pairs.opened.get(self.end - 1, self.begun)
        before = self.text[max(self.begun, opened - _BEHIND) : opened].rstrip()
        if not before or opened <= self.begun:
            return True
        if closed == ")":
            return False
        return (
            self.text[self.start] == "."
            or before[-1] in ":" + _DASHES
            or self._starts(word, tail)
            or self.words.saying.search(before) is not None
        )

    def _is_said_by(self, word: str) -> bool:
        """Whether a name follows, and then that it said so: “Who is for?” Mr. Lee asked."""
        following = self.text[self.end : self.end + 60].split()[:4]
        saying = (f"{part.strip('.,:;')} " for part in following[1:])
        return word.lower() not in self.words.starters and any(self.words.saying.match(part) for part in saying)

    def _starts(self, word: str, tail: str) -> bool:
        return word.lower() in self.words.starters and not (len(word) == 1 and tail.startswith("."))

    def _before(self) -> str:
        """The word before the stop with its inner stops, blanks left out."""
        found = _WORD.search(self.text, max(self.begun, self.start - 40), self.start)
        parts = re.split(r"[ \u00a0]", found[0]) if found else [""]
        return "".join(parts) if len(parts[-1]) == 1 else parts[-1]  # К. К., and not К. Токаев

    def _is_abbreviation(self) -> bool:
        word = self._before().lower()
        return self.text[self.start : self.end] == "." and (word in self.words.inner or word in self.words.titles)

    def _ends_at_full_stop(self, opening: str, word: str, tail: str) -> bool:
        before = self._before()
        if not before:
            return True
        if self._is_number_of_list(before):
            return False
        if _INITIALS.match(before):
            return self._ends_behind_letters(before, word, tail)
        short = _COUNTED.sub("", before)
        lower = short if short.isupper() and len(short) > 1 else short.lower()
        number = word[0].isdigit() or _ROMAN.match(word) is not None or opening.strip() == "№"
        return self._ends_behind_word(lower, word, tail, number=number)

    def _ends_behind_word(self, before: str, word: str, tail: str, *, number: bool) -> bool:
        words = self.words
        if before in words.inner:
            return False
        if before in words.before_number and (number or self._glued()):
            return not number
        measure = before in words.measures and (before not in words.titles or self._counted())
        listed = before in words.titles or before in words.last
        if measure or (_unspeakable(before) and not listed and self._counted()):
            return not number and self._ends_behind_measure(before, word, tail)
        if before in words.last and (before not in words.titles or self._previous().lower() in words.joining):
            return True
        if before in words.titles or before in words.before_number or _unspeakable(before):
            return self._starts(word, tail)
        return True

    def _sentence(self) -> str:
        return self.text[max(self.begun, self.start - _BEHIND) : self.start]

    def _previous(self) -> str:
        """The word before the word before the stop, and the marks between them."""
        said = self._sentence()
        parts = said.rsplit(None, 2)[-2:]
        return parts[0] if len(parts) > 1 and not said[-1].isspace() else ""

    def _glued(self) -> bool:
        """Whether the word hangs on a number: 508-каб., 2016ж."""
        return re.search(r"\d-?[^\W\d_]+\Z", self._sentence()[-12:]) is not None

    def _counted(self) -> bool:
        """Whether a number stands before the word."""
        previous = self._previous()
        return self._glued() or previous[-1:].isdigit() or _ROMAN.match(previous) is not None

    def _ends_behind_measure(self, before: str, word: str, tail: str) -> bool:
        if self._starts(word, tail):
            return True
        behind = self.text[self.end : self.end + 60].lstrip()
        if word.lower() in self.words.goes_on or behind.startswith(f"{word} time"):
            return False
        said = self._sentence().split()
        first = said[0].strip('.,;:«»"()').lower()
        if any(part in ("–", "—", "-") for part in said[1:]) or self.words.subject.match(first):
            return True
        if any(self._is_predicate(part.strip('.,;:«»"()').lower()) for part in said[:-1]):
            return True
        if before in self.words.years or (first in self.words.adverbial and len(said) <= self.words.adverbial_words):
            return False
        return self.words.nominal

    def _is_predicate(self, word: str) -> bool:
        return word not in self.words.no_predicate and self.words.predicate.match(word) is not None

    def _ends_behind_letters(self, before: str, word: str, tail: str) -> bool:
        """Behind initials, or the one letter by which something is named."""
        if len(before) > 1 and before.lower() in self.words.measures:
            return self._ends_behind_measure(before.lower(), word, tail)
        if self._starts(word, tail):
            return self.begun + len(before) < self.start
        previous = self._previous()
        numeral = len(before) == 1 and before in "IVX" and previous[:1] > "Ѐ" and previous[:1].isupper()
        return len(before) == 1 and (numeral or previous.lower() in self.words.lettered)

    def _is_number_of_list(self, before: str) -> bool:
        """«1. Отчёт», «Принято: 1. Отчёт», «Статья 5. Полномочия»: what the number stands before belongs to it."""
        said = self._sentence()[: -len(before)].strip('\n\t \u00a0«"(—–-•*')
        if _NUMERAL.match(before) is None:
            numbered = said or before[: -len(_COUNTED.sub("", before))].rstrip("-")
            return _NUMERAL.match(numbered) is not None and _COUNTED.sub("", before).lower() in self.words.labels
        if not said or (said[-1] in ":;" and _FIRST.match(before)):
            return True
        return " " not in said and said.rstrip(".").lower() in self.words.labels


_UNSPEAKABLE: Final = re.compile(r"(?:[^\Waeiouyаеёиоуыэюяәөұүіә\d_]{1,4}|[^\W\d_](?:\.[^\W\d_])+)\Z")


def _unspeakable(word: str) -> bool:
    """A short word in small letters without a vowel, or letters with stops, is an abbreviation not in any list."""
    return word.islower() and _UNSPEAKABLE.match(word) is not None


def _begins_small(text: str, word: str, end: int) -> bool:
    """Whether a word may begin a sentence though its first letter is small: an address, eGov, iPhone."""
    if any(letter.isupper() for letter in word[1:3]):
        return True
    start = text.index(word, end)
    return word.isascii() and _DOMAIN.match(text, start, start + 80) is not None


def sentences(text: str, language: str = "en") -> Iterator[str]:
    """The sentences of a text, without the blanks around them."""
    start = 0
    for end in (*sentence_ends(text, language), len(text)):
        if sentence := text[start:end].strip():
            yield sentence
        start = end
