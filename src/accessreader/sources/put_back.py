"""What belongs to the article because its reader says so, though the general way leaves it out.

What was left out as a whole comes back as a whole, and so does a paragraph; of anything else come back the texts that
have no reason of their own through an element in it. A place that lies round the article gives only the words that
stand directly in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from accessreader.article import Reason
from accessreader.sources.lines import BLOCKS
from accessreader.sources.tree import Element, Text

_ABOVE: Final = frozenset({Reason.TITLE, Reason.SECTION, Reason.DATE, Reason.CREDITS, Reason.AUTHOR})
"""Why a line is left out of the text that is shown above it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a reader's selectors find: elements that belong to the article, and those that do not, even in them."""

    elements: tuple[Element, ...] = ()
    withheld: frozenset[int] = field(default_factory=frozenset)


def put_back(chosen: list[Element], kept: Kept, body: Element) -> list[Element]:
    """The elements that are the article, with those its reader keeps, in the order of the page.

    Args:
        chosen: what was found to be the article.
        kept: what belongs to it; reasons in it are taken away.
        body: the page's body.
    """
    if not kept.elements:
        return chosen
    shown = {id(one): one for one in chosen}
    round_shown = {id(around) for one in chosen for around in one.ancestors()}
    for each in kept.elements:
        round_shown.update(map(id, each.ancestors()))
        whole = _is_left_out(each) or next(each.find(*BLOCKS), None) is None
        within = [one for one in shown.values() if each in one.ancestors()] if id(each) in round_shown else []
        for one in within:
            del shown[id(one)]
        around = next((one for one in (each, *each.ancestors()) if id(one) in shown), None)
        if around is None:
            shown[id(each)] = each
        else:
            _open_way(each, around)
        if within and not whole:
            _open_round(each, within)
        else:
            _restore(each, kept.withheld, whole=whole)
    place = {id(element): number for number, element in enumerate(body.walk())}
    return sorted(shown.values(), key=lambda one: place.get(id(one), 0))


def _is_left_out(element: Element) -> bool:
    return any(one.reason is not None for one in (element, *element.ancestors()))


def _open_way(element: Element, around: Element) -> None:
    """Take the reasons away that stand between what is shown and an element in it; its neighbours inherit them."""
    inner = element
    for outer in element.ancestors():
        if inner is around:
            break
        if (reason := outer.reason) is not None:
            outer.reason = None
            for child in outer.children:
                if child is not inner:
                    child.reason = child.reason or reason
        inner = outer


def _open_round(around: Element, shown: list[Element]) -> None:
    """Show, of an element that holds what is shown, that and the words directly in it."""
    way = {id(one) for inner in shown for one in (inner, *inner.ancestors())}
    inner_ones = {id(one) for one in shown}
    stack = [around]
    while stack:
        element = stack.pop()
        element.reason = None
        if id(element) in inner_ones:
            continue
        for child in element.children:
            if isinstance(child, Element) and id(child) in way:
                stack.append(child)
            elif isinstance(child, Element) or element is not around:
                child.reason = child.reason or Reason.OUTSIDE
            elif child.reason not in _ABOVE:
                child.reason = None


def _restore(element: Element, withheld: frozenset[int], *, whole: bool) -> None:
    """Take the reasons in an element away. What is shown above the text stays out, unless there is nothing else."""
    texts: list[Text] = []
    element.reason = None
    for one in _walk(element, withheld, whole=whole):
        one.reason = None
        texts.extend(child for child in one.children if isinstance(child, Text))
    others = any(text.reason not in _ABOVE and not text.text.isspace() for text in texts)
    for text in texts:
        if text.reason not in _ABOVE or not others:
            text.reason = None


def _walk(element: Element, withheld: frozenset[int], *, whole: bool) -> Iterator[Element]:
    stack = [element]
    while stack:
        one = stack.pop()
        yield one
        stack.extend(child for child in one.elements if id(child) not in withheld and (whole or child.reason is None))
