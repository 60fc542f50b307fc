"""How much prose stands where: sums over the lines of an element, each in constant time."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Final

from accessreader.sources.lines import Line, Lines
from accessreader.sources.tree import Element

SENTENCE: Final = re.compile(r"[.!?…:;,。！？、，।][\"'»”’)\]]*(?:\s|$)|[。！？、，।]")
_STOP: Final = re.compile(r"[.!?…。！？।][\"'»”’)\]]*$")


def is_prose(line: Line) -> bool:
    """Whether a line reads like part of a text: long, or a whole sentence; and not mostly links."""
    if line.linked * 2 > line.letters:
        return False
    if line.letters >= 140:
        return True
    return line.letters >= 40 and SENTENCE.search(line.text) is not None


class Weights:
    """Letters, linked letters and prose of any element of a page."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self.prose_of_line = [
            0.0 if line.condemned or not is_prose(line) else float(line.letters - line.linked) for line in lines.all
        ]
        self._prose = [0.0, *accumulate(self.prose_of_line)]
        self._letters = [0, *accumulate(line.letters for line in lines.all)]
        self._linked = [0, *accumulate(line.linked for line in lines.all)]

    def prose(self, element: Element) -> float:
        """Letters of prose in an element."""
        first, last = self._lines.span(element)
        return self._prose[last] - self._prose[first]

    def letters(self, element: Element) -> int:
        """Letters in an element."""
        first, last = self._lines.span(element)
        return self._letters[last] - self._letters[first]

    def linked(self, element: Element) -> float:
        """The share of an element's letters that stands in links."""
        first, last = self._lines.span(element)
        letters = self._letters[last] - self._letters[first]
        return (self._linked[last] - self._linked[first]) / letters if letters else 0.0
