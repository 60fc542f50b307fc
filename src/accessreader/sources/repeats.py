"""Furniture known by its rhythm: many elements alike, each a linked title with a word or two, or a name and a time.

A list of teasers or a thread of comments reads like prose line by line; what tells it from an article is that its
parts are built the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from accessreader.article import Reason
from accessreader.sources.dates import date_at
from accessreader.sources.lines import Line, Lines
from accessreader.sources.tree import Element
from accessreader.sources.weights import Weights

_FEWEST: Final = 3
_LONGEST_TEASER: Final = 700
_FRAMES: Final = frozenset({"div", "li", "article", "section", "td", "tr", "dl", "a", "table", "aside"})
_TIME: Final = re.compile(r"\b\d{1,2}[:.]\d{2}\b")
_AGO: Final = re.compile(r"\b(?:ago|назад|бұрын|vor \d+|il y a|hace)\b", re.IGNORECASE)


def condemn_repeats(body: Element, lines: Lines, title: Line | None) -> None:
    """Give a reason to groups of elements that are teasers or comments."""
    weights = Weights(lines)
    whole = max(weights.prose(body), 1.0)
    kept = {id(each) for each in (title.owner, *title.owner.ancestors())} if title is not None else set()
    stack = [body]
    while stack:
        element = stack.pop()
        for group in _groups(element):
            if any(id(each) in kept for each in group):
                continue
            reason = _reason(group, lines)
            if reason is not None and sum(map(weights.prose, group)) < 0.85 * whole:
                _condemn(group, lines, reason)
        stack.extend(child for child in element.elements if child.reason is None)


def _groups(element: Element) -> Iterator[list[Element]]:
    """The children of an element that are built alike, when they are several."""
    alike: dict[tuple[str, str], list[Element]] = defaultdict(list)
    for child in element.elements:
        if child.reason is None and child.tag in _FRAMES and (child.tag != "a" or _holds_blocks(child)):
            alike[child.tag, child.get("class").split(" ")[0]].append(child)
    return (group for group in alike.values() if len(group) >= _FEWEST)


def _holds_blocks(link: Element) -> bool:
    return next(link.find("div", "p", "h2", "h3", "h4", "h5", "figure"), None) is not None


def _reason(group: list[Element], lines: Lines) -> Reason | None:
    teasers = sum(_is_teaser(each, lines) for each in group)
    if teasers >= _FEWEST and teasers > 0.7 * len(group):
        return Reason.RELATED
    comments = sum(_is_comment(each, lines) for each in group)
    if comments >= _FEWEST and comments > 0.7 * len(group):
        return Reason.COMMENTS
    return None


def _is_teaser(element: Element, lines: Lines) -> bool:
    """Whether an element is a linked title with a frame of its own, and little else."""
    found = lines.of(element)
    if not found or sum(line.letters for line in found) > _LONGEST_TEASER:
        return False
    return any(
        line.letters >= 15 and line.linked > 0.6 * line.letters and line.owner is not element for line in found
    ) or (element.tag in {"a", "article"} and all(line.linked == line.letters for line in found))


def _is_comment(element: Element, lines: Lines) -> bool:
    """Whether an element has a line with a day or a time and a name, and something said."""
    found = lines.of(element)
    if len(found) < 2:
        return False
    return any(
        line.letters < 60
        and line.owner is not element
        and not _reports(line)
        and (_TIME.search(line.text) or _AGO.search(line.text) or date_at(line.text) is not None)
        for line in found[:4]
    )


def _reports(line: Line) -> bool:
    """Whether a line with a time is the heading of an entry in a report that goes on: it says more than a name."""
    return line.owner.tag in {"h2", "h3", "h4"} and len(_WORD.findall(line.text)) > _NAMED


_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_NAMED: Final = 3
"""Words of a name, and of what else stands beside a time in a comment."""


def _condemn(group: list[Element], lines: Lines, reason: Reason) -> None:
    for element in group:
        element.reason = reason
        for line in lines.wholly(element):
            line.condemned = True
