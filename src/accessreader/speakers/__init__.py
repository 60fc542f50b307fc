"""Who speaks in an article: by attributions of quotations, by names before what is said, by lines of a record.

::

    «…», – сказал спикер Сената Маулен Ашимбаев       a verb behind a quotation, whoever is named behind it
    Maulen Ashimbayev stressed that …                 a name right before a verb
    Мәулен Әшімбаевтың айтуынша, …                    a phrase that names whose words follow
    ТОКАЕВ К.К. Уважаемые депутаты! …                 a line of a record, an interview, a headline
    — Anna Hill, speaker of the Senate                a line under a quotation

The verbs, pronouns, roles, titles and phrases of Kazakh, Russian and English are tables in `resources/speakers`; all of
them are tried on every block, since a Russian text quotes in Kazakh.

Why the verb is looked for, and names only beside it: names are many and verbs of saying few, so that an article of a
hundred thousand words is gone through in a moment. Who is "he" is the one who spoke last; who is only "the Speaker"
stays that. A name is shown as it stands in the text, in full where the text has it in full.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from accessreader.article import Block, Position, Span
from accessreader.speakers.clauses import (
    WINDOW,
    clause_after,
    clause_before,
    last_quotation,
    sentence_start,
    start_of_words,
)
from accessreader.speakers.names import CAPITAL, HAS_INITIALS, INITIALS, NAME, NAMED, People, same_but_for_case

LONGEST: Final = 90
"""Characters of what somebody says that are shown."""
_MOST: Final = 5_000
"""More speeches than anybody walks through in a list."""

_ENDS_IN_NAME: Final = re.compile(
    rf"(?<![^\W_])({NAMED})(?:, [^.;:!?«»“”\"]{{3,90}},)?[ \u00a0]"
    r"(?:(?:also|then|further|later|recently|once again|также|затем|далее|особо|ранее|отдельно) )?\Z"
)
_CLOSED: Final = re.compile(r"(?:[»”\"“]|’(?![^\W_]))[\s,.!?…]*[–—-]?\s*\Z|[,!?…]\s*[–—-]\s+\Z")
_CLOSE: Final = 12
"""How far from a verb the quotation before it ends at most."""
_BETWEEN: Final = re.compile(r"(?:[»”\"“]|’(?![^\W_]))[\s,.!?…]*[–—-]?\s*([^«»“”\"]{2,60})\s\Z")
_TURN_LINE: Final = re.compile(
    rf"(?:^|(?<=\n))[ \u00a0]*(?:[–—-][ \u00a0]*)?"
    rf"(?:(?P<called>{CAPITAL}[^:(\n]{{1,48}})(?:[ \u00a0]?(?P<role>\([^)\n\d]{{2,80}}\)))?:"
    rf"|(?P<record>{CAPITAL}{{3,}}[ \u00a0]{INITIALS})(?:[ \u00a0]?\([^)\n]{{2,80}}\))?[.:]?"
    rf"|(?P<chair>{CAPITAL}[^\W\d_]+(?:[ \u00a0][^\W\d_]+){{0,2}})(?:[ \u00a0]?\([^)\n]{{2,80}}\))?\.)"
    rf"[ \u00a0]*(?=[^\s/])"
)
"""The beginning of a line of who speaks: each line of a block may be one."""
_SIGNED: Final = re.compile(rf"[–—-][ \u00a0]?({NAMED})(?=[,.\s]|\Z)")
_GENITIVE: Final = re.compile(r"(?:ның|нің|дың|дің|тың|тің)\Z")
_OBLIQUE: Final = re.compile(r"(?:[мпб]ен|ға|ге|қа|ке|ны|ні|дан|ден|тан|тен|нан|нен|ның|нің|дың|дің|тың|тің)\Z")


@dataclass(frozen=True, slots=True)
class Speech:
    """Something that somebody says: the name as it stands in the text, the place of the words, and their beginning."""

    name: str
    place: Position
    words: str


def speeches(blocks: tuple[Block, ...]) -> tuple[Speech, ...]:
    """What is said in an article and by whom, in the order of the text; linear in its length."""
    return tuple(_Finder(blocks).all())


@dataclass(frozen=True, slots=True)
class _Found:
    """An attribution on its way to a `Speech`; `oblique`: the name may stand in a case in which nobody is called."""

    name: str
    block: int
    start: int
    oblique: bool = False


@dataclass(frozen=True, slots=True)
class _Subject:
    """Who says something: `spoken` in a quotation right before, `behind` the verb."""

    name: str
    spoken: bool = False
    behind: bool = False


class _Finder:
    """Looks through the blocks of one article."""

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        self._blocks = blocks
        self._people = People("\n".join(block.text for block in blocks))
        self._words = self._people.words
        self._turns = Counter(
            match["called"].strip() for block in blocks for match in _TURN_LINE.finditer(block.text) if match["called"]
        )

    def all(self) -> Iterator[Speech]:
        """Everything that is said, in order."""
        found: list[_Found] = []
        for number, block in enumerate(self._blocks):
            here = [*self._turns_of(number, block.text), *self._attributions(number, block.text, found)]
            here += self._signed(number)
            taken: set[int] = set()
            for one in sorted(here, key=lambda one: one.start):
                if one.start not in taken and len(found) < _MOST:
                    taken.add(one.start)
                    found.append(one)
        called = tuple(dict.fromkeys(one.name for one in found if not one.oblique))
        names: dict[tuple[str, bool], str] = {}
        for one in found:
            key = (one.name, one.oblique)
            if key not in names:
                names[key] = self._canonical(one, called)
            yield Speech(
                names[key], Position(one.block, one.start), _beginning(self._blocks[one.block].text[one.start :])
            )

    # ── lines of a record, of an interview, headlines ────────────────────────────────────────────────────────────

    def _turns_of(self, number: int, text: str) -> Iterator[_Found]:
        for match in _TURN_LINE.finditer(text):
            if name := self._turn(match):
                yield _Found(name, number, match.end())

    def _turn(self, match: re.Match[str]) -> str:
        """The name of who speaks on a line that begins with it; "" where it is none."""
        if match["record"]:
            return str(match["record"]).strip()
        name = (match["called"] or match["chair"]).strip()
        words = name.split()
        if name.casefold() in self._words.chairs:
            return name
        if match["chair"] or any(word.casefold() in self._words.labels for word in words) or not NAME.fullmatch(name):
            return ""
        met = len(words) > 1 and self._people.is_met_again(words[-1])
        known = HAS_INITIALS.search(name) or match["role"] or met or self._turns[name] > 1
        return name if known else ""

    # ── verbs and phrases ────────────────────────────────────────────────────────────────────────────────────────

    def _attributions(self, number: int, text: str, before: list[_Found]) -> Iterator[_Found]:
        done = 0
        last = before[-1].name if before else ""
        for match in self._words.verbs.finditer(text):
            if match.start() < done or _is_nobodys(text, match.start()):
                continue
            left = clause_before(text, match.start(), done)
            right = clause_after(text, match.end())
            subject = self._subject(left, right, last)
            if subject.name:
                verb = Span(number, match.start(), match.end())
                yield _Found(subject.name, number, start_of_words(text, verb, done, spoken=subject.spoken))
                last, done = subject.name, match.end() + (len(right) if subject.behind else 0)
        for match in self._words.before.finditer(text):
            if name := self._people.first_name(clause_after(text, match.end())):
                yield _Found(name, number, match.start(), oblique=True)
        for match in self._words.after.finditer(text):
            named = _ENDS_IN_NAME.search(clause_before(text, match.start(), 0))
            if named and (name := self._people.person(named[1])):
                yield _Found(_GENITIVE.sub("", name), number, sentence_start(text, match.start(), 0), oblique=True)

    def _subject(self, left: str, right: str, last: str) -> _Subject:
        """Who is the subject of a verb between two pieces of text; nobody has no name."""
        named = _ENDS_IN_NAME.search(left)
        if named and (name := self._people.person(named[1])):
            return _Subject(name, spoken=_CLOSED.search(left[: named.start()]) is not None)
        if _CLOSED.search(left):
            if name := self._people.first_name(right) or self._people.role(right, last):
                return _Subject(name, spoken=True, behind=True)
            return _Subject(self._before_quotation(left), spoken=True)
        called = _BETWEEN.search(left)
        if called and (name := self._people.role(called[1], last)):
            return _Subject(name, spoken=True)
        return _Subject(self._subject_of_kazakh(left, right))

    def _before_quotation(self, left: str) -> str:
        """Who is named before the quotation that ends here: Мәулен Әшімбаев: «…» деп атап өтті."""
        opened = last_quotation(left, 0, len(left))
        if opened is None:
            return ""
        head = left[:opened]
        named = _ENDS_IN_NAME.search(head.rstrip(" :–—-") + " ")
        return (self._people.person(named[1]) if named else "") or self._subject_of_kazakh(head, "")

    def _subject_of_kazakh(self, left: str, right: str) -> str:
        """Kazakh has the verb at the end and who speaks at the beginning."""
        if right.strip() or not re.search("[әғқңөұүһі]", left):
            return ""
        for match in NAME.finditer(left):
            if (name := self._people.person(match[0])) and not _OBLIQUE.search(name):
                return name
        return ""

    # ── under quotations ─────────────────────────────────────────────────────────────────────────────────────────

    def _signed(self, number: int) -> Iterator[_Found]:
        """Who is named on a line with a dash, the last of a quotation or the one behind it."""
        block = self._blocks[number]
        if block.kind != "quotation":
            return
        *words, line = block.text.split("\n")
        behind = self._blocks[number + 1].text if number + 1 < len(self._blocks) else ""
        for signature in ([line] if words else []) + ([behind] if len(behind) < 100 else []):
            signed = _SIGNED.match(signature.strip())
            if signed and (name := self._people.person(signed[1])):
                yield _Found(name, number, 0)
                return

    def _canonical(self, one: _Found, called: tuple[str, ...]) -> str:
        """One name for one person: the full one for a surname or initials, and the one as which people are called."""
        words = one.name.split()
        alone = len(words) == 1 and words[0][0].isupper() and words[0].casefold() not in self._words.chairs
        if alone and (full := self._people.full_of(one.name)):
            return full
        if one.oblique:
            for name in called:
                if same_but_for_case(name, one.name):
                    return name
        if HAS_INITIALS.search(one.name):
            surname = re.sub(INITIALS, "", one.name).strip()
            full = self._people.full_of(surname)
            if full and full[0] == one.name.replace(surname, "").strip()[:1]:
                return full
        return one.name


def _is_nobodys(text: str, verb: int) -> bool:
    """Whether a verb surely has nobody for a subject: no capital letter and no quotation before it."""
    before = text[max(0, verb - WINDOW) : verb]
    return before.islower() and not _CLOSED.search(before[-_CLOSE:])


def _beginning(text: str) -> str:
    text = " ".join(text[: 2 * LONGEST].split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rpartition(' ')[0] or text[:LONGEST]}…"
