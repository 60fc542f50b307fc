"""The elements of a page that could be its article, for a reader who says that what is shown is not.

Nothing is condemned here, for it is the judgement that was wrong: every line counts for the elements round it, prose
more than the rest, and names and tags count nothing. What a place looks like is told in words instead.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from accessreader.article import Reason
from accessreader.messages import N_, _
from accessreader.sources import hints
from accessreader.sources.lines import BLOCKS, Line, Lines
from accessreader.sources.naming import Names
from accessreader.sources.page import Page
from accessreader.sources.tree import Element, parse
from accessreader.sources.weights import Weights

MOST: Final = 12
"""Candidates of a page, the whole page among them."""
_START: Final = 80
_LEAST_LETTERS: Final = 25
_ALIKE: Final = 0.95
"""Share of its letters from which an element in another is the same to a reader."""
_MOST_NESTED: Final = 3
_LEVELS: Final = 7
_LONG: Final = 400
"""Letters from which even a paragraph may be an article: there are pages that have but one."""
_PARTS: Final = frozenset(
    {
        "p",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "dt",
        "dd",
        "figcaption",
        "caption",
        "tr",
        "tbody",
        "thead",
        "option",
    }
)
_KINDS: Final = {
    "article": N_("Article"),
    "main": N_("Main part of the page"),
    "table": N_("Table"),
    "ul": N_("List"),
    "ol": N_("List"),
    "dl": N_("List"),
    "pre": N_("Text with its line breaks"),
    "body": N_("The whole page"),
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place of the page: a selector that finds it alone, its first words, how many it has, and what it looks like."""

    selector: str
    start: str
    words: int
    kind: str


def candidates(page: Page, shown: str = "") -> tuple[Candidate, ...]:
    """The elements of a page that could be its article, the best first; the whole page comes last.

    Args:
        page: the page.
        shown: the text that is shown as its article now; the place of which that is the text says so.
    """
    document = parse(page.html)
    lines = Lines(document.body)
    names = Names(document.root)
    weights = Weights(lines)
    chosen = _different(_ranked(lines, weights, document.body), weights)
    if any(line.letters for line in lines.all):
        chosen = [*[one for one in chosen if one is not document.body][: MOST - 1], document.body]
    present = _present(chosen, lines, shown)
    return tuple(_told(element, lines, names, is_present=element is present) for element in chosen)


def _present(chosen: list[Element], lines: Lines, shown: str) -> Element | None:
    """The place of which some text is the text, nearly; what little was taken out of it does not count."""
    text = "".join(shown.split())
    likeness: dict[int, float] = {}
    for element in chosen:
        inside = lines.of(element)
        same = sum(line.letters for line in inside if "".join(line.text.split()) in text)
        likeness[id(element)] = 2 * same / max(len(text) + sum(line.letters for line in inside), 1)
    best = max(chosen, key=lambda one: likeness[id(one)], default=None)
    return best if best is not None and likeness[id(best)] >= _PRESENT else None


_PRESENT: Final = 0.8
"""The likeness of a place's text and of what is shown from which they are the same to a reader."""


def _ranked(lines: Lines, weights: Weights, body: Element) -> list[Element]:
    """Every element that holds text enough, by how much of it stands near."""
    scores: dict[int, float] = defaultdict(float)
    seen: dict[int, Element] = {}
    for line, prose in zip(lines.all, weights.prose_of_line, strict=True):
        vote = prose + 0.2 * (line.letters - line.linked) + 0.02 * line.linked
        for level, element in enumerate((line.owner, *line.owner.ancestors())):
            if level >= _LEVELS or element is body.parent:
                break
            scores[id(element)] += vote / 1.5**level
            seen[id(element)] = element
    fit = [element for element in seen.values() if _may_be(element, weights)]
    return sorted(fit, key=lambda each: -scores[id(each)])


def _may_be(element: Element, weights: Weights) -> bool:
    letters = weights.letters(element)
    if letters < _LEAST_LETTERS:
        return False
    return letters >= _LONG or (element.tag in BLOCKS and element.tag not in _PARTS)


def _different(ranked: list[Element], weights: Weights) -> list[Element]:
    """Those of them that a reader would tell apart: of nested ones that say the same, one; of many nested, a few."""
    chosen: list[Element] = []
    for element in ranked:
        if len(chosen) >= MOST:
            break
        nested = [one for one in chosen if _holds(one, element) or _holds(element, one)]
        letters = weights.letters(element)
        same = any(min(weights.letters(one), letters) >= _ALIKE * max(weights.letters(one), letters) for one in nested)
        if not same and len(nested) < _MOST_NESTED:
            chosen.append(element)
    return chosen


def _holds(outer: Element, inner: Element) -> bool:
    return any(around is outer for around in inner.ancestors())


_ANY: Final = N_("Part of the page")


def _told(element: Element, lines: Lines, names: Names, *, is_present: bool) -> Candidate:
    inside = lines.of(element)
    words = sum(len(line.text.split()) for line in inside)
    kind = _kind(element)
    if is_present:
        # Translators: of the place of a page which is shown as the article at present.
        kind = _("{kind}, shown now").format(kind=kind)
    return Candidate(names.of(element), _start(inside), words, kind)


def _start(lines: list[Line]) -> str:
    """The first words, whole ones."""
    start = ""
    for line in lines:
        start = f"{start} {line.text[: 2 * _START]}".strip()
        if len(start) > _START:
            return f"{start[:_START].rpartition(' ')[0] or start[:_START]}…"
    return start


def _kind(element: Element) -> str:
    """What a place looks like, in words: by the names of it and of what it stands in, then by its tag."""
    for each in (element, *element.ancestors()):
        if each.tag == "body":
            break
        reason = Reason.HIDDEN if hints.is_hidden(each) else hints.reason_by_tag(each)
        words = hints.words_of(each)
        if reason is None and not hints.is_body(words) and not hints.is_frame(words):
            reason = hints.judged(words)
        if reason is not None:
            return reason.sentence()
    # Translators: what a place of a page looks like, before the number of its words.
    return _(_KINDS.get(element.tag, _ANY))
