"""Any page: which of its elements is the article, and what in it is not.

The page is judged in three steps. *Condemn*: elements that by tag, role or name are furniture are left out, unless
most of the page's prose stands in them. *Choose*: each line of prose votes for the elements round it, the nearest
most; the best one is widened as long as what is won is prose. *Tidy*: inside it, what is mostly links, repeats the
title or is known by its words goes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from accessreader.article import Reason
from accessreader.sources import hints
from accessreader.sources.lines import Lines
from accessreader.sources.tree import Element
from accessreader.sources.weights import Weights

_TEXT_BLOCKS: Final = frozenset(
    ["p", "pre", "blockquote", "li", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "td", "ul", "ol", "dl", "tr", "tbody", "table", "font", "center"]
)
_STRUCTURE: Final = frozenset({"html", "body", "article", "main"})


def condemn(body: Element, lines: Lines) -> None:
    """Give a reason to every element that is furniture by its tag, role or name."""
    weights = Weights(lines)
    whole = max(weights.prose(body), 1.0)
    stack = [body]
    while stack:
        element = stack.pop()
        if element is not body and (reason := _verdict(element, weights, whole)) is not None:
            element.reason = reason
            for line in lines.of(element):
                line.condemned = True
            continue
        stack.extend(child for child in element.children if isinstance(child, Element))


def _verdict(element: Element, weights: Weights, whole: float) -> Reason | None:
    share = weights.prose(element) / whole
    if hints.is_hidden(element):
        return Reason.HIDDEN if share < 0.6 else None
    if (reason := hints.reason_by_tag(element)) is not None:
        return reason if share < 0.5 else None
    if element.tag in _STRUCTURE or element.tag in {"a", "p", "td", "tr", "tbody", "span", "h1", "figure", "li"}:
        return None
    words = hints.words_of(element)
    reason = hints.judged(words)
    if reason is None or hints.is_body(words):
        return None
    if share > 0.4 or _holds_title(element):
        return None
    return reason


def _holds_title(element: Element) -> bool:
    return any(True for _ in element.find("h1", "article", "main"))


def choose(body: Element, lines: Lines) -> Element:
    """The element that holds the article."""
    weights = Weights(lines)
    scores: dict[int, float] = defaultdict(float)
    seen: dict[int, Element] = {}
    for line, prose in zip(lines.all, weights.prose_of_line, strict=True):
        if not prose:
            continue
        element: Element | None = line.owner
        while element is not None and element.tag in _TEXT_BLOCKS and element.parent is not None:
            element = element.parent
        vote, level = min(prose, 1500.0) + 25, 0
        while element is not None and level < 5:
            scores[id(element)] += vote / (1, 2, 6, 9, 12)[level]
            seen[id(element)] = element
            element, level = element.parent, level + 1
    if not scores:
        return body
    best = max(seen.values(), key=lambda each: scores[id(each)] * (1 - weights.linked(each)) * _bonus(each))
    return _widened(best, weights)


def _bonus(element: Element) -> float:
    if element.tag == "article" or hints.is_body(hints.words_of(element)):
        return 1.4
    if element.tag == "body":
        return 0.8
    return 1.0


def _widened(best: Element, weights: Weights) -> Element:
    """The element, or one round it that adds prose and little else."""
    chosen, element = best, best
    for _ in range(5):
        if element.parent is None or element.parent.tag == "html":
            break
        element = element.parent
        won = weights.prose(element) - weights.prose(chosen)
        added = weights.letters(element) - weights.letters(chosen)
        if won > 0.1 * weights.prose(chosen) and won > 0.6 * added:
            chosen = element
    return chosen


_MORE: Final = re.compile(
    r"(?:read (?:more|also|next)|see also|more (?:on|from|about)|related|also read|don't miss|recommended|"
    r"читайте также|читать также|смотрите также|по теме|ранее|другие новости|похожие|"
    r"тағы оқыңыз|сондай-ақ оқыңыз|lees ook|lesen sie auch|mehr zum thema|lire aussi|à lire aussi|leer también|"
    r"leggi anche|czytaj także)\b",
    re.IGNORECASE,
)


def tidy(chosen: Element, lines: Lines) -> None:
    """Leave out what is mostly links inside the article."""
    weights = Weights(lines)
    whole = max(weights.prose(chosen), 1.0)
    for element in list(chosen.walk()):
        if element is chosen or element.reason is not None:
            continue
        letters = weights.letters(element)
        if not letters:
            continue
        linked = weights.linked(element)
        if (
            element.tag in {"ul", "ol", "div", "section", "aside", "table", "dl"}
            and linked > 0.6
            and letters < 0.3 * whole
        ) or (element.tag in {"p", "div"} and letters < 300 and linked > 0.3 and _MORE.match(element.text)):
            element.reason = Reason.RELATED
