"""How much prose stands where: sums over the lines of an element, each in constant time."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Final

from accessreader.sources.lines import Line, Lines
from accessreader.sources.tree import Element

SENTENCE: Final = re.compile(r"[.!?…:;,。！？、，।][\"'»”’)\]]*(?:\s|$)|[。！？、，।]")


_DENSE: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def scale_of(line: Line) -> float:
    """How much a letter of a line says beside one of an alphabet."""
    return 2.5 if len(_DENSE.findall(line.text)) * 2 > line.letters else 1.0


def prose_of(line: Line) -> float:
    """Letters of prose in a line: none unless it reads like part of a text, long or a whole sentence, not mostly links.

    A letter of a script that writes words or syllables counts as two and a half.
    """
    if line.linked * 2 > line.letters or line.letters < 16:
        return 0.0
    scale = scale_of(line)
    letters = line.letters * scale
    if letters >= 140 or (letters >= 40 and SENTENCE.search(line.text) is not None):
        return (line.letters - line.linked) * scale
    return 0.0


class Weights:
    """Letters, linked letters and prose of any element of a page."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self.prose_of_line = [0.0 if line.condemned else prose_of(line) for line in lines.all]
        self._prose = [0.0, *accumulate(self.prose_of_line)]
        self._letters = [0, *accumulate(0 if line.condemned else line.letters for line in lines.all)]
        self._linked = [0, *accumulate(0 if line.condemned else line.linked for line in lines.all)]

    def prose(self, element: Element) -> float:
        """Letters of prose in an element."""
        first, last = self._lines.span(element)
        return self._prose[last] - self._prose[first]

    def letters(self, element: Element) -> int:
        """Letters in an element, in lines that are not left out."""
        first, last = self._lines.span(element)
        return self._letters[last] - self._letters[first]

    def linked(self, element: Element) -> float:
        """The share of an element's letters that stands in links."""
        return self.linked_between(*self._lines.span(element))

    def linked_between(self, first: int, last: int) -> float:
        """The share of the letters of some lines that stands in links, from one line's number to before another's."""
        letters = self._letters[last] - self._letters[first]
        return (self._linked[last] - self._linked[first]) / letters if letters else 0.0

    def junk(self, element: Element) -> float:
        """Letters of an element that are no prose: those in links, and half of the others."""
        first, last = self._lines.span(element)
        letters = self._letters[last] - self._letters[first]
        linked = self._linked[last] - self._linked[first]
        return linked + 0.5 * max(0.0, letters - linked - (self._prose[last] - self._prose[first]))

    def won(self, around: Element, inner: Element) -> float:
        """Letters of prose that an element has beside one in it; what is before that only where it is much."""
        first, last = self._lines.span(inner)
        start, end = self._lines.span(around)
        before, within = self._prose[first] - self._prose[start], self._prose[last] - self._prose[first]
        after = self._prose[end] - self._prose[last]
        return after + (before if before > 0.35 * within else 0.0)
