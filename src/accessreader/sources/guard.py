"""What is cut off markup before it is parsed, so that no page can hold the parser.

Why: a parser that follows the specification compares each attribute of an element with all before it, and rebuilds
open formatting elements in each new block. An element with 100 000 attributes takes it 17 seconds, some thousand
differing unclosed `<font>` elements take it for ever. No page that is meant to be read has either.
"""

from __future__ import annotations

import re
from typing import Final

MOST_ATTRIBUTES: Final = 64
MOST_FORMATTING: Final = 40
"""Formatting elements left open, from which all further ones are dropped."""

_TAG: Final = re.compile(r"<[a-zA-Z][^\s/>]*+")
_SEPARATOR: Final = r"""(?:[\s/]++|(?<=["']))"""
_VALUE: Final = r"""(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+|))?+"""
_ATTRIBUTE: Final = re.compile(rf"{_SEPARATOR}[^\s/>=][^\s/>=]*+{_VALUE}")
_OVERFULL: Final = re.compile(
    rf"<[a-zA-Z][^\s/>]{{0,60}}+(?:{_SEPARATOR}[^\s/>=][^\s/>=]{{0,200}}+{_VALUE}){{{MOST_ATTRIBUTES + 1}}}"
)
_FORMATTING: Final = re.compile(r"<(/?)(b|big|code|em|font|i|s|small|strike|strong|tt|u)(?=[\s/>])", re.IGNORECASE)
_SURROGATES: Final = re.compile("[\ud800-\udfff]")


def guarded(html: str) -> str:
    """The markup without what would hold a parser; nearly always the markup itself."""
    html = _SURROGATES.sub("\ufffd", html)
    if _OVERFULL.search(html):
        html = _with_short_tags(html)
    return _with_closed_formatting(html)


def _with_short_tags(html: str) -> str:
    """Each tag with its first attributes only. Linear: every character is looked at once."""
    out: list[str] = []
    done = at = 0
    while found := _TAG.search(html, at):
        count, at = 0, found.end()
        cut = at
        while attribute := _ATTRIBUTE.match(html, at):
            count, at = count + 1, attribute.end()
            if count <= MOST_ATTRIBUTES:
                cut = at
        if count > MOST_ATTRIBUTES:
            out.append(html[done:cut])
            done = at
    out.append(html[done:])
    return "".join(out)


def _with_closed_formatting(html: str) -> str:
    """The markup without the formatting elements that are opened while hundreds are open already."""
    if html.count("<") < MOST_FORMATTING:
        return html
    open_now = 0
    cuts: list[int] = []
    for found in _FORMATTING.finditer(html):
        if found[1]:
            open_now = max(0, open_now - 1)
        elif open_now >= MOST_FORMATTING:
            cuts.append(found.start())
        else:
            open_now += 1
    if not cuts:
        return html
    out: list[str] = []
    done = 0
    for cut in cuts:
        if cut >= done:
            out.append(html[done:cut])
            end = html.find(">", cut)
            done = end + 1 if end >= 0 else len(html)
    out.append(html[done:])
    return "".join(out)
