"""What stands where an article should: a check for robots, a form to sign in, a frame, an empty shell, a paywall.

A wall is believed only of a page that says little else, for there are articles about each of them.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urljoin, urlsplit

from accessreader.article import Reason
from accessreader.errors import NoArticleReason
from accessreader.sources import phrases
from accessreader.sources.lines import Line, Lines
from accessreader.sources.shape import leave_out
from accessreader.sources.tree import Document, Element

_SCRIPTS: Final = re.compile(r"java\s?script|\bскрипт", re.IGNORECASE)
_LITTLE: Final = 700
"""Letters of a whole page up to which it may be a wall."""
_LITTLE_PROSE: Final = 300
"""Letters of what was found up to which it may be what a wall says."""
_START: Final = 1500
"""Letters of an article up to which it may be only a beginning."""
_NOTICE: Final = 600
"""Letters of an element up to which it may be the notice of a paywall; a line of it has `_NOTICE_LINE` at most."""
_NOTICE_LINE: Final = 250


def wall_of(document: Document, lines: Lines, letters: int, address: str) -> tuple[NoArticleReason, str] | None:
    """What stands in the way of a page that says little, and the address that it leads on to; None for no wall.

    Args:
        document: the page.
        lines: its lines.
        letters: how many letters of it were taken for an article.
        address: the page's own address.
    """
    said = [line for line in lines.all if line.owner.tag != "noscript"]
    if letters > _LITTLE_PROSE or sum(line.letters for line in said) > _LITTLE:
        return None
    if any(phrases.checks_for_robots(text) for text in (_title(document), *(line.text for line in said))):
        return NoArticleReason.CHECK, ""
    if any(each.get("type").lower() == "password" for each in document.root.find("input")):
        return NoArticleReason.SIGN_IN, ""
    return None if letters else _emptiness(document, said, address)


def _emptiness(document: Document, said: list[Line], address: str) -> tuple[NoArticleReason, str] | None:
    """Why there is nothing of an article in a page, where the page tells."""
    frames = [there for each in document.root.find("iframe", "frame") if (there := _led(each.get("src"), address))]
    onward = _onward(document, address)
    if frames and sum(line.letters for line in said) < _LITTLE_PROSE:
        return NoArticleReason.FRAME, frames[-1]
    if onward and not said:
        return NoArticleReason.MOVED, onward
    asks = any(_SCRIPTS.search(each.text) for each in document.root.find("noscript"))
    if not said and (asks or next(document.root.find("script"), None) is not None):
        return NoArticleReason.SCRIPT_SHELL, ""
    return None


def _title(document: Document) -> str:
    return next((each.text for each in document.root.find("title")), "")


_ONWARD: Final = re.compile(r"\s*\d+\s*[;,]\s*url\s*=\s*[\"']?([^\"'\s]+)", re.IGNORECASE)


def _onward(document: Document, address: str) -> str:
    """Where a page sends its readers by itself."""
    for each in document.root.find("meta"):
        if each.get("http-equiv").lower() == "refresh" and (found := _ONWARD.match(each.get("content"))):
            return _led(found[1], address)
    return ""


def _led(src: str, address: str) -> str:
    """The page that a frame leads to; nothing for a counter, an empty place, or a way from the web to a file."""
    if not src.strip():
        return ""
    try:
        there = urljoin(address, src.strip())
        scheme = urlsplit(there).scheme
    except ValueError:
        return ""
    return there if scheme in {"http", "https"} or scheme == urlsplit(address).scheme else ""


def is_locked(chosen: Element, lines: Lines, title: Line | None) -> bool:
    """Whether a page shows only the beginning of its article to those who do not pay; what says so is left out.

    Args:
        chosen: the element that is the article.
        lines: the page's lines.
        title: the line that is the title.
    """
    first, last = lines.span(chosen)
    said = [
        line
        for line in lines.all[first : last + _BEHIND]
        if line.letters < _NOTICE_LINE and phrases.asks_to_pay(line.text)
    ]
    notices = {number for line in said for number in _notice(line, lines, title)}
    left = sum(line.letters for line in lines.of(chosen) if not line.condemned and line.number not in notices)
    if not said or left > _START:
        return False
    for number in notices:
        leave_out(lines.all[number], Reason.NOTICE)
    return True


_BEHIND: Final = 4
"""Lines behind an article in which the notice may stand."""


def _notice(line: Line, lines: Lines, title: Line | None) -> range:
    """The lines of the notice that a line begins: of the largest element that begins with it and says little."""
    span = (line.number, line.number + 1)
    for element in (line.owner, *line.owner.ancestors()):
        first, last = lines.span(element)
        held = lines.all[first:last]
        if (
            element.tag == "body"
            or first != line.number
            or sum(each.letters for each in held) > _NOTICE
            or title in held
        ):
            break
        span = (first, last)
    return range(*span)
