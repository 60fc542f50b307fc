"""Inside the article: what is said twice goes, pulled quotations too, but not what is quoted again in an answer."""

from __future__ import annotations

import re
from typing import Final

from accessreader.article import Reason
from accessreader.sources import hints
from accessreader.sources.lines import Line, Lines
from accessreader.sources.shape import leave_out
from accessreader.sources.tree import Element

_LONGEST: Final = 3000
"""Letters of a line up to which marks and capitals make no other line of it."""
_MOST_QUOTED: Final = 60
"""Quotations, from which they are the text itself: none of them repeats it."""
_MOST_REPEATED: Final = 6
"""Lines said twice, from which saying things twice is the page's manner."""
_LONGEST_SOURCE: Final = 60
"""Letters that may stand beside a quotation set large: who said it."""


def drop_repeated(chosen: Element, lines: Lines) -> None:
    """Leave out a long line that was said before, and a quotation set large that stands in a paragraph as well.

    Of a line under a picture and a paragraph that say the same, the one under the picture goes, whichever comes first.
    """
    long = [line for line in lines.of(chosen) if line.letters >= 25 and not line.condemned]
    seen: dict[int, Line] = {}
    repeated: list[Line] = []
    quoted: list[Line] = []
    for line in long:
        said = hash(" ".join(re.findall(r"\w+", line.text.casefold())) if line.letters <= _LONGEST else line.text)
        first = seen.setdefault(said, line)
        if first is not line:
            if line.letters >= 40 and first.owner.parent is not line.owner.parent and not _is_quoted_on(line, lines):
                seen[said], again = (line, first) if _is_caption(first) and not _is_caption(line) else (first, line)
                repeated.append(again)
        elif line.letters <= 300 and _is_set_off(line) and not _is_quoted_on(line, lines):
            quoted.append(line)
    repeated.extend(_pulled(quoted, lines.of(chosen)) if len(quoted) <= _MOST_QUOTED else ())
    text = [line for line in repeated if not _is_caption(line)]
    for line in repeated:
        if _is_caption(line) or len(text) <= _MOST_REPEATED:
            _leave_out_with_its_source(line, lines)


def _leave_out_with_its_source(line: Line, lines: Lines) -> None:
    """Leave out a line that is said twice; one that is a quotation by itself goes with who said it."""
    frame = _quotation(line)
    for each in (line,) if frame is None or _is_quoted_on(line, lines) else lines.of(frame):
        leave_out(each, Reason.REPEATED)


def _is_caption(line: Line) -> bool:
    around = [line.owner, *line.owner.ancestors()][:2]
    return any(each.tag == "figcaption" or hints.is_caption(hints.words_of(each)) for each in around)


def _is_set_off(line: Line) -> bool:
    return any(each.tag in {"blockquote", "aside", "figure", "q"} for each in (line.owner, *line.owner.ancestors()))


def _quotation(line: Line) -> Element | None:
    return next((each for each in (line.owner, *line.owner.ancestors()) if each.tag == "blockquote"), None)


def _is_quoted_on(line: Line, lines: Lines) -> bool:
    """Whether a line stands in a quotation with more than who said it: an answer quotes again what was quoted."""
    frame = _quotation(line)
    if frame is None:
        return False
    first, last = lines.span(frame)
    return last - first > 3 or sum(each.letters for each in lines.of(frame)) > line.letters + _LONGEST_SOURCE


def _pulled(quoted: list[Line], among: list[Line]) -> list[Line]:
    """The quotations that stand in one of these lines as well."""
    longer = [line.text for line in among if line.letters > 120]
    said = [(line, line.text.strip("\"'«»„“”‚‘’ .")) for line in quoted]
    return [line for line, words in said if any(words in text and text != line.text for text in longer)]
