"""What the voice says for what is written, and the way back.

«16.09.2025» is said as words, «РК» by the names of its letters. Whoever highlights needs to know which written
characters a spoken word stands for: `Spoken.written` answers for any offset of what is said.

A sentence is parted where its language changes: by what the article says of its runs, then by script. A Latin word in a
Cyrillic sentence has an English voice, where there is one; a Cyrillic one in English a Russian or Kazakh voice.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, groupby
from typing import Final, Protocol

from accessreader.language import KAZAKH_LETTERS, LANGUAGES, detect
from accessreader.speech.announcing import ANNOUNCED, announcement
from accessreader.speech.lexicon import Lexicon, our_lexicon
from accessreader.speech.scanning import Piece, scan
from accessreader.speech.utterance import Cue, CueKind, Marked, Utterance


@dataclass(frozen=True)
class Part:
    """A stretch in one language, for one voice."""

    language: str
    pieces: tuple[Piece, ...]

    @cached_property
    def text(self) -> str:
        """What that voice says."""
        return "".join(piece.said for piece in self.pieces)


@dataclass(frozen=True)
class Spoken:
    """An utterance as it is said. The pieces of its parts, in order, tile the written text."""

    parts: tuple[Part, ...]

    @cached_property
    def text(self) -> str:
        """What is said: the parts' texts joined; a part begins where the one before ends."""
        return "".join(part.text for part in self.parts)

    @cached_property
    def _pieces(self) -> tuple[Piece, ...]:
        return tuple(piece for part in self.parts for piece in part.pieces)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(accumulate((len(piece.said) for piece in self._pieces[:-1]), initial=0))

    def written(self, offset: int) -> tuple[int, int]:
        """The start and end of what stands written for the character at `offset` of `text`. It never goes back."""
        if not self._pieces:
            return (0, 0)
        piece = self._pieces[max(0, bisect_right(self._starts, offset) - 1)]
        return piece.start, piece.end


class Wording(Protocol):
    """Makes what is said of an utterance, for the languages that have a voice."""

    def __call__(self, utterance: Utterance, voices: Container[str], /) -> Spoken:
        """What is said."""


def usual_wording(utterance: Utterance, voices: Container[str]) -> Spoken:
    """What is said to a reader without wishes of their own."""
    return spoken(utterance, voices=voices)


def spoken(
    said: Utterance | str,
    language: str = "",
    lexicon: Lexicon | None = None,
    *,
    announced: Container[CueKind] = ANNOUNCED,
    voices: Container[str] = LANGUAGES,
) -> Spoken:
    """What is said for an utterance, or for a text.

    Args:
        said: the utterance or the text.
        language: kk, ru or en; by default the utterance's own, or English for a text.
        lexicon: the words to go by; by default those that came with the program.
        announced: the cues of the structure that are said.
        voices: the languages that have a voice; words of another stay with the sentence's own.

    Returns:
        What is said. It may be blank, for marks alone. This raises on no text, and is linear in its length.
    """
    text, marked, cues = (said, (), ()) if isinstance(said, str) else (said.text, said.marked, said.cues)
    main = language or ("en" if isinstance(said, str) else said.language)
    main = main if main in LANGUAGES else "en"
    words = lexicon or our_lexicon()
    parts: list[Part] = []
    for start, end, tongue in _regions(text, main, marked, _Voices(words, voices)):
        parts.append(Part(tongue, scan(text, start, end, tongue, lexicon=words)))
    for cue in cues:
        if cue.kind in announced:
            _announce(parts, cue, main, words)
    return Spoken(tuple(_joined(parts)))


def try_word(word: str, language: str, lexicon: Lexicon | None = None) -> str:
    """What a voice of a language is given for a word: for hearing it before it is kept in the lexicon."""
    return spoken(word, language, lexicon, voices=(language,)).text


# Languages


@dataclass(frozen=True, slots=True)
class _Voices:
    lexicon: Lexicon
    languages: Container[str]


_LATIN: Final = re.compile(r"[A-Za-zÀ-ɏ][\w'’]*(?:[-.@/:][\w'’/?=&%-]+)*")
_CYRILLIC: Final = re.compile(r"[Ѐ-ӿ][\w'’]*(?:-\w+)*")
_IS_CYRILLIC: Final = re.compile(r"[Ѐ-ӿ]")
_BETWEEN: Final = re.compile(r"[^\w]*\Z")
_ADDRESS: Final = re.compile(r"[@/]|\.\w", re.ASCII)
_NUMBERED: Final = re.compile(r"[A-Z]{1,4}\d+\Z")
_NUMERAL: Final = re.compile(r"[IVXLCDM]+\Z")


def _regions(text: str, main: str, marked: tuple[Marked, ...], voices: _Voices) -> Iterator[tuple[int, int, str]]:
    """The text in stretches of one language, in order, with neighbours of the same language as one."""
    held: tuple[int, int, str] | None = None
    at = 0
    for mark in (*marked, Marked(len(text), len(text), main)):
        stretches = [*_by_script(text, at, mark.start, main, voices=voices)]
        if mark.end > mark.start:
            stretches.append((mark.start, mark.end, mark.language if mark.language in voices.languages else main))
        for start, end, language in stretches:
            if held and held[2] == language:
                held = (held[0], end, language)
            else:
                if held:
                    yield held
                held = (start, end, language)
        at = max(at, mark.end)
    if held:
        yield held


def _by_script(text: str, start: int, end: int, main: str, *, voices: _Voices) -> Iterator[tuple[int, int, str]]:
    """Words in the other script than the main language's have a language of their own."""
    foreign = _CYRILLIC if main == "en" else _LATIN
    at = start
    begun: tuple[int, int] | None = None
    for found in foreign.finditer(text, start, end):
        if not _stands_alone(found, main, voices.lexicon):
            continue
        if begun and _BETWEEN.match(text[begun[1] : found.start()]):
            begun = (begun[0], found.end())
            continue
        if begun:
            yield from _foreign(text, at, begun, main, voices=voices)
            at = begun[1]
        begun = found.span()
    if begun:
        yield from _foreign(text, at, begun, main, voices=voices)
        at = begun[1]
    if at < end:
        yield at, end, main


def _foreign(
    text: str, at: int, span: tuple[int, int], main: str, *, voices: _Voices
) -> Iterator[tuple[int, int, str]]:
    if at < span[0]:
        yield at, span[0], main
    language = "en"
    if main == "en":
        words = text[span[0] : span[1]]
        language = detect(words, "kk" if set(words) & set(KAZAKH_LETTERS) else "ru")
    yield span[0], span[1], language if language in voices.languages else main


def _stands_alone(found: re.Match[str], main: str, lexicon: Lexicon) -> bool:
    """Whether a word in the other script is of another language: no letter, numeral, address or known word."""
    word = found[0]
    if main == "en":
        return len(word) > 1 or found.string[found.end() : found.end() + 1] == "."
    if (
        len(word) == 1
        or _NUMBERED.match(word)
        or _IS_CYRILLIC.search(word)
        or _NUMERAL.match(word)
        or _ADDRESS.search(word)
    ):
        return False
    return found.string[found.start() - 1 : found.start()] not in "@." and not _known(found, main, lexicon)


def _known(found: re.Match[str], main: str, lexicon: Lexicon) -> bool:
    return lexicon[main].phrase(found.string, found.start()) is not None


# Announcements


def _announce(parts: list[Part], cue: Cue, language: str, lexicon: Lexicon) -> None:
    """Put an announcement before the piece that a cue stands in, or behind the last."""
    written = announcement(cue, language)
    words = "".join(piece.said for piece in scan(written, 0, len(written), language, lexicon=lexicon))
    for index, part in enumerate(parts):
        for place, piece in enumerate(part.pieces):
            if piece.end > cue.at:
                before, behind = part.pieces[:place], part.pieces[place:]
                made = [Part(part.language, before), Part(language, (Piece(words, piece.start, piece.start),)),
                        Part(part.language, behind)]  # fmt: skip
                parts[index : index + 1] = [one for one in made if one.pieces]
                return
    parts.append(Part(language, (Piece(words, cue.at, cue.at),)))


def _joined(parts: list[Part]) -> Iterator[Part]:
    """The parts, with neighbours in the same language as one."""
    for language, same in groupby(parts, key=lambda part: part.language):
        yield Part(language, tuple(piece for part in same for piece in part.pieces))
