"""What is said in one breath: a sentence of an article, and the place where it stands.

The utterances of a block tile its text: in order, none over another, nothing but blanks between them. An utterance's
text is exactly what stands at its span; what the voice makes of it (numbers as words, letters by their names) is
the business of `spoken`, which knows the way back.

Why cues are values and not words in the text: «heading, level 2» stands nowhere in the article. It has no span, is
said in the language of the voice, and which of them are said is the reader's choice.

Why a block is parted only when it is asked for: to find where sentences end and what language each is in takes time,
and whoever begins to listen to a book needs but the few sentences that come first.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import Final

from accessreader.article import Article, Block, Figure, Heading, ListItem, Span, sheet
from accessreader.language import LANGUAGES, certain
from accessreader.sentences import sentence_ends

LIMIT: Final = 500
"""The most characters of one utterance: a synthesizer takes its time over a longer piece, and hears no stop in it."""


class Pause(StrEnum):
    """What kind of silence follows an utterance; how long it is, the reader decides."""

    COMMA = "comma"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    HEADING = "heading"


class CueKind(StrEnum):
    """What can be announced of the structure of an article."""

    HEADING = "heading"
    LIST_ITEM = "list-item"
    QUOTATION = "quotation"
    QUOTATION_END = "quotation-end"
    PICTURE = "picture"
    TABLE = "table"
    VIDEO = "video"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Cue:
    """Something about the structure that may be announced before the character `at` of the utterance's text.

    `number` is a heading's level, or an item's number in its list, 0 where it has none.
    """

    kind: CueKind
    at: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True)
class Marked:
    """Characters `start` to `end` of an utterance which the article itself says to be in a language."""

    start: int
    end: int
    language: str


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence, or a piece of a long one: `text` is what stands at `span`, which counts in `sheet(article)`.

    `kind` is the block's; `level` a heading's level and 0 elsewhere.
    """

    span: Span
    text: str
    language: str
    kind: str
    level: int = 0
    pause: Pause = Pause.SENTENCE
    cues: tuple[Cue, ...] = ()
    marked: tuple[Marked, ...] = ()


class Parting:
    """The utterances of an article, block by block: each block is parted when it is first asked for, and kept.

    `blocks` are those of `sheet(article)`; of None, there are none.
    """

    def __init__(self, article: Article | None = None) -> None:
        self.blocks: Final = sheet(article) if article else ()
        self._language = article.language if article else ""
        self._parted: dict[int, tuple[Utterance, ...]] = {}

    def of(self, number: int) -> tuple[Utterance, ...]:
        """What the block of this number says, in order; nothing where it has no words."""
        if number not in self._parted:
            self._parted[number] = tuple(_of_block(self.blocks[number], number, self._language))
        return self._parted[number]

    @property
    def count(self) -> int:
        """How many blocks are parted by now."""
        return len(self._parted)


def utterances(article: Article) -> tuple[Utterance, ...]:
    """Everything the article says, sentence by sentence, in the order in which it is read."""
    parting = Parting(article)
    return tuple(chain.from_iterable(parting.of(number) for number in range(len(parting.blocks))))


def _of_block(block: Block, number: int, language: str) -> Iterator[Utterance]:
    prior = _ours(block.language or language)
    tongue = prior if block.language else _clearly(block.text, prior)
    places = tuple(_places(block, tongue))
    marks = tuple(_marks(block))
    begins, ends = [mark.start for mark in marks], [mark.end for mark in marks]
    links = tuple(_links(block))
    for index, (start, end) in enumerate(places):
        text = block.text[start:end]
        last = index == len(places) - 1
        near = marks[bisect_right(ends, start) : bisect_left(begins, end)]
        spoken_in = tongue if block.language else _clearly(text, tongue)
        yield Utterance(
            span=Span(number, start, end),
            text=text,
            language=_marked_whole(near, start, end) or spoken_in,
            kind=block.kind,
            level=block.level if isinstance(block, Heading) else 0,
            pause=_pause(block, end, last=last),
            cues=_cues(block, (start, end), _from_to(links, start, end), first=index == 0, last=last),
            marked=_within(near, start, end),
        )


def _ours(language: str) -> str:
    """One of the three languages for any code a page may give."""
    code = language.split("-", 1)[0].lower()
    return code if code in LANGUAGES else "en"


_LETTERS: Final = re.compile(r"[^\W\d_]{2,}")
_ENOUGH_WORDS: Final = 3
_ONLY_KAZAKH: Final = frozenset("әғқңөұүһӘҒҚҢӨҰҮҺ")


def _clearly(text: str, prior: str) -> str:
    """The language of a passage where its own words decide, whatever was expected; `prior` where they are few."""
    words = _LETTERS.findall(text, 0, 2_000)
    if len(words) < _ENOUGH_WORDS:
        kazakh = [word for word in words if not _ONLY_KAZAKH.isdisjoint(word)]
        return "kk" if prior == "ru" and 2 * len(kazakh) > len(words) else prior
    return certain(" ".join(words)) or prior


def _marks(block: Block) -> Iterator[Marked]:
    at = 0
    for run in block.runs:
        end = at + len(run.text)
        if run.language:
            yield Marked(at, end, _ours(run.language))
        at = end


def _within(marks: tuple[Marked, ...], start: int, end: int) -> tuple[Marked, ...]:
    return tuple(
        Marked(max(mark.start, start) - start, min(mark.end, end) - start, mark.language)
        for mark in marks
        if mark.start < end and mark.end > start
    )


def _marked_whole(marks: tuple[Marked, ...], start: int, end: int) -> str:
    return next((mark.language for mark in marks if mark.start <= start and mark.end >= end), "")


# Where an utterance ends


_SAID: Final = re.compile(r"\w")
_CELL_OR_LINE: Final = re.compile(r"[\t\n]")


def _places(block: Block, language: str) -> Iterator[tuple[int, int]]:
    """The start and end of every utterance of a block's text."""
    text = block.text
    ends = set(sentence_ends(text, language))
    if block.kind == "table":
        ends.update(found.start() for found in _CELL_OR_LINE.finditer(text))
    if isinstance(block, Figure):
        ends.add(block.caption_start)
    start = 0
    held: tuple[int, int] | None = None
    for end in (*sorted(ends), len(text)):
        for begun, ended in _short(text, start, end):
            if held and not _SAID.search(text, begun, ended) and ended - held[0] <= LIMIT:
                held = (held[0], ended)  # a lone dash or closing quote says nothing by itself
            else:
                if held:
                    yield held
                held = (begun, ended)
        start = end
    if held:
        yield held


_CLAUSE: Final = (
    re.compile(r"[;:…][\"»”’)\]]*(?=\s)|\s(?=[—–-]\s)"),
    re.compile(r",[\"»”’)\]]*(?=\s)"),
    re.compile(r"\s"),
)
_LEAST: Final = 80


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence without the blanks around it, in pieces of at most `LIMIT` characters, cut where a clause ends."""
    while start < end:
        while start < end and text[start].isspace():
            start += 1
        if end - start <= LIMIT:
            break
        cut = _cut(text, start)
        yield start, _without_blanks(text, start, cut)
        start = cut
    if start < (shorn := _without_blanks(text, start, end)):
        yield start, shorn


def _cut(text: str, start: int) -> int:
    for pattern in _CLAUSE:
        ends = [found.end() for found in pattern.finditer(text, start + _LEAST, start + LIMIT)]
        if ends:
            return ends[-1]
    return start + LIMIT


def _without_blanks(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


# What follows and precedes it


def _pause(block: Block, end: int, *, last: bool) -> Pause:
    if last:
        return Pause.HEADING if block.kind == "heading" else Pause.PARAGRAPH
    if block.kind == "table" and block.text[end : end + 1] == "\t":
        return Pause.COMMA
    if block.text[end - 1] in ".!?…»”\"')]" or block.text[end : end + 1] == "\n":
        return Pause.SENTENCE
    return Pause.COMMA


_FIRST: Final = {
    "heading": CueKind.HEADING,
    "list_item": CueKind.LIST_ITEM,
    "quotation": CueKind.QUOTATION,
    "figure": CueKind.PICTURE,
    "table": CueKind.TABLE,
    "video": CueKind.VIDEO,
}


def _from_to(places: tuple[int, ...], start: int, end: int) -> tuple[int, ...]:
    """Those of some places, in order, which are in a stretch."""
    return places[bisect_left(places, start) : bisect_left(places, end)]


def _cues(block: Block, place: tuple[int, int], links: tuple[int, ...], *, first: bool, last: bool) -> tuple[Cue, ...]:
    start, end = place
    out: list[Cue] = []
    if first and block.kind in _FIRST:
        number = block.level if isinstance(block, Heading) else 0
        if isinstance(block, ListItem):
            number = block.ordinal or 0
        out.append(Cue(_FIRST[block.kind], 0, number))
    if block.kind != "video":
        out.extend(Cue(CueKind.LINK, at - start) for at in links)
    if last and block.kind == "quotation":
        out.append(Cue(CueKind.QUOTATION_END, end - start))
    return tuple(out)


def _links(block: Block) -> Iterator[int]:
    at = 0
    before: str | None = None
    for run in block.runs:
        if run.href and run.href != before:
            yield at
        before = run.href
        at += len(run.text)
