"""A place of a page that a reader means: the selector that finds it and nothing else."""

from __future__ import annotations

import soupsieve
from soupsieve import SelectorSyntaxError

from accessreader.errors import UsageError
from accessreader.messages import _
from accessreader.sources.lines import BLOCKS
from accessreader.sources.naming import Names
from accessreader.sources.page import Page
from accessreader.sources.selectors import Soup
from accessreader.sources.tree import Element, parse


def exact(page: Page, selector: str, words: str = "") -> str:
    """A selector that finds on the page only the one place that is meant, a whole paragraph rather than a part of it.

    Args:
        page: the page.
        selector: what finds the place, perhaps with others.
        words: words of the place, to tell it from the others.

    Raises:
        UsageError: it is no selector, or finds nothing on the page.
    """
    document = parse(page.html)
    found = Soup(document.root).all(checked(selector))
    if not found:
        raise UsageError(_("{selector} finds nothing on this page.").format(selector=selector))
    wanted = _letters(words)
    meant = min(found, key=lambda each: _distance(_letters(each.text), wanted)) if wanted else found[0]
    return Names(document.root).of(_paragraph(meant, document.body))


def checked(selector: str) -> str:
    """A selector, if it is one. Raises UsageError."""
    try:
        soupsieve.compile(selector)
    except SelectorSyntaxError as error:
        raise UsageError(_("{selector} is no CSS selector.").format(selector=selector)) from error
    return selector


def _distance(text: str, wanted: str) -> tuple[bool, int]:
    """How far a text is from the one that is wanted: first whether it lacks it, then how much else it says."""
    return wanted not in text, abs(len(text) - len(wanted))


def _letters(text: str) -> str:
    return "".join(text.split())


def _paragraph(element: Element, body: Element) -> Element:
    """The block that an element is a part of, where that is one paragraph."""
    block = next((one for one in (element, *element.ancestors()) if one.tag in BLOCKS), body)
    return element if block is body or next(block.find(*BLOCKS), None) is not None else block
