"""The text that goes with a recording: when each sentence and word is heard, and where the chapters begin.

`lrc` is what music players show, a line a sentence, with the words' times in the manner that many of them know.
`webvtt` is what browsers and video players show; `chapters` is WebVTT of the headings, for players that jump by them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence in a recording: `text`, from `start` to `end` seconds, and (second, offset in `text`) of its words.

    `level` is a heading's, 0 for all else.
    """

    text: str
    start: float
    end: float
    words: tuple[tuple[float, int], ...] = ()
    level: int = 0


def lrc(title: str, heard: tuple[Heard, ...], *, author: str = "", site: str = "") -> str:
    """The sentences with their times, one a line."""
    head = [f"[{key}:{_plain(value)}]" for key, value in (("ti", title), ("ar", author), ("al", site)) if value]
    if heard:
        minutes, seconds = divmod(round(heard[-1].end), 60)
        head.append(f"[length:{minutes:02}:{seconds:02}]")
    lines = [f"[{_short(one.start)}]{_with_words(one, _short, _plain)}" for one in heard]
    return "\n".join([*head, *lines]) + "\n"


def webvtt(title: str, heard: tuple[Heard, ...], language: str = "") -> str:
    """The sentences as cues, each word with its time."""
    head = f"WEBVTT - {_plain(title)}\n" + (f"Language: {language}\n" if language else "")
    for number, one in enumerate(heard, 1):
        head += f"\n{number}\n{long_time(one.start)} --> {long_time(max(one.end, one.start + 0.001))}\n"
        head += _with_words(one, long_time, _escaped) + "\n"
    return head


def chapters(title: str, heard: tuple[Heard, ...]) -> str:
    """The headings as cues, each until the next one; a recording without any is one chapter."""
    end = heard[-1].end if heard else 0.0
    marks = chapter_starts(title, heard)
    out = f"WEBVTT - {_plain(title)}\n"
    for (start, name), (after, _name) in pairwise((*marks, (end, ""))):
        if after > start:
            out += f"\n{long_time(start)} --> {long_time(after)}\n{_escaped(name)}\n"
    return out


def chapter_starts(title: str, heard: tuple[Heard, ...]) -> tuple[tuple[float, str], ...]:
    """(second, heading) of every chapter; the first begins with the recording."""
    found: list[tuple[float, str]] = []
    before = 0
    for one in heard:
        if one.level and before and found:
            found[-1] = (found[-1][0], f"{found[-1][1]} {one.text}")  # a heading of two sentences
        elif one.level:
            found.append((one.start, one.text))
        before = one.level
    if not found or found[0][0] > heard[0].start:
        found.insert(0, (0.0, title))
    return ((0.0, found[0][1]), *found[1:])


def _with_words(one: Heard, written: Callable[[float], str], shown: Callable[[str], str]) -> str:
    """The text with the time before each word but the first, which begins with the sentence."""
    out, at = "", 0
    for second, offset in one.words:
        if offset > at and one.start < second < one.end:
            out += f"{shown(one.text[at:offset])}<{written(second)}>"
            at = offset
    return out + shown(one.text[at:])


def _plain(text: str) -> str:
    return text.translate(_BLANKS)


_BLANKS: Final = str.maketrans(dict.fromkeys("\n\r\t", " "))


def _escaped(text: str) -> str:
    return _plain(text).replace("&", "&amp;").replace("<", "&lt;").replace("-->", "--&gt;")


def _short(second: float) -> str:
    hundredths = round(second * 100)
    return f"{hundredths // 6000:02}:{hundredths // 100 % 60:02}.{hundredths % 100:02}"


def long_time(second: float) -> str:
    """A second as hours, minutes, seconds and thousandths: 00:01:02.345."""
    thousandths = round(second * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"
