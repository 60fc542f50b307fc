"""What is cut off markup before it is parsed, so that no page can hold the parser.

Why: a parser that follows the specification compares each attribute of an element with all before it, rebuilds open
formatting elements in each new block, and looks through all open elements at each new one. An element with 100 000
attributes takes it 17 seconds, some thousand differing unclosed `<font>` elements take it for ever, 100 000 nested
elements 10 seconds. Putting marks above letters in order takes time by the square of their number. No page that is
meant to be read has any of these.
"""

from __future__ import annotations

import re
from typing import Final

MOST_ATTRIBUTES: Final = 64
MOST_FORMATTING: Final = 16
"""Formatting elements left open, from which all further ones are dropped."""

DEEPEST: Final = 500
"""Elements open at a time, from which the tags of further ones are dropped; what is in them stays."""
_MANY_TAGS: Final = 10_000
"""Tags from which a page can be deep enough to hold the parser."""
_MOST_REBUILT: Final = 60_000
"""Formatting elements that the parser may have to open anew; in a page with more of them, few may stay open."""

_TAG: Final = re.compile(r"<[a-zA-Z][^\s/>]*+")
_SEPARATOR: Final = r"""(?:[\s/]++|(?<=["']))"""
_VALUE: Final = r"""(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+|))?+"""
_ATTRIBUTE: Final = re.compile(rf"{_SEPARATOR}[^\s/>=][^\s/>=]*+{_VALUE}")
_OVERFULL: Final = re.compile(
    rf"<[a-zA-Z][^\s/>]{{0,60}}+(?:{_SEPARATOR}[^\s/>=][^\s/>=]{{0,200}}+{_VALUE}){{{MOST_ATTRIBUTES + 1}}}"
)
_FORMATTING: Final = re.compile(r"<(/?)(b|big|code|em|font|i|s|small|strike|strong|tt|u)(?=[\s/>])", re.IGNORECASE)
_ANY_TAG: Final = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)")
_FLAT: Final = frozenset(
    """
    a area b base big body br button caption code col colgroup dd dt em embed font form h1 h2 h3 h4 h5 h6 head hr html
    i img input keygen li link meta nobr optgroup option p param rp rt s small source strike strong tbody td tfoot th
    thead title tr track tt u wbr
    """.split()  # noqa: SIM905 - sixty words, to be read as words
)
"""Elements that cannot nest but in others: they are empty, or end where the next begins, or are counted above."""
_UNREAD: Final = frozenset({"script", "style"})
_MARKS: Final = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u1ab0-\u1abd\u1dc0-\u1dff\u20d0-\u20dc\ufe20-\ufe2f]{31,}"
)
_THIRTY: Final = re.compile("(.{30})(?=.)", re.DOTALL)
_SURROGATES: Final = re.compile("[\ud800-\udfff]")


def guarded(html: str) -> str:
    """The markup without what would hold a parser; nearly always the markup itself."""
    if not html.isascii():
        html = _SURROGATES.sub("\ufffd", html)
        html = _MARKS.sub(_joined, html)
    if _OVERFULL.search(html):
        html = _with_short_tags(html)
    html = _with_closed_formatting(html)
    return _flattened(html) if html.count("<") > _MANY_TAGS else html


def _joined(marks: re.Match[str]) -> str:
    """Marks with an invisible joiner after each thirty, as text for streams has it (Unicode Standard Annex 15)."""
    return _THIRTY.sub("\\1\u034f", marks[0])


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
    """The markup without the formatting elements that are opened while too many are open already."""
    if html.count("<") < MOST_FORMATTING:
        return html
    cuts, rebuilt = _formatting_cuts(html, MOST_FORMATTING)
    if rebuilt > _MOST_REBUILT:
        cuts, _rebuilt = _formatting_cuts(html, _FEW_FORMATTING)
    return _without_tags(html, cuts)


_FEW_FORMATTING: Final = 4


def _formatting_cuts(html: str, most: int) -> tuple[list[int], int]:
    """Where formatting elements begin that are too many, and how many the parser opens anew without them."""
    open_now = rebuilt = done = 0
    cuts: list[int] = []
    for found in _FORMATTING.finditer(html):
        if open_now > 1:
            rebuilt += open_now * html.count("<", done, found.start())
        done = found.start()
        if found[1]:
            open_now = max(0, open_now - 1)
        elif open_now >= most:
            cuts.append(found.start())
        else:
            open_now += 1
    return cuts, rebuilt + open_now * html.count("<", done)


class _Depth:
    """How deep elements are nested at a place of the markup, about: by their tags, as if each closed its own."""

    def __init__(self) -> None:
        self._deep = 0
        self._open: dict[str, int] = {}
        self._dropped: dict[str, int] = {}

    def opens(self, name: str) -> bool:
        """An element begins; answers whether it may."""
        if self._deep >= DEEPEST:
            self._dropped[name] = self._dropped.get(name, 0) + 1
            return False
        self._open[name] = self._open.get(name, 0) + 1
        self._deep += 1
        return True

    def closes(self, name: str) -> bool:
        """An element ends; answers whether it had begun."""
        if self._dropped.get(name):
            self._dropped[name] -= 1
            return False
        if self._open.get(name):
            self._open[name] -= 1
            self._deep -= 1
        return True


def _flattened(html: str) -> str:
    """The markup without the tags of the elements that are opened while hundreds are open already."""
    depth = _Depth()
    at = 0
    cuts: list[int] = []
    while found := _ANY_TAG.search(html, at):
        at, name = found.end(), found[2].lower()
        if name in _UNREAD and not found[1]:
            at = _after(html, "</" + name, at)
        elif name not in _FLAT and (found[1] or not _is_empty(html, at)):
            stays = depth.closes(name) if found[1] else depth.opens(name)
            if not stays:
                cuts.append(found.start())
    return _without_tags(html, cuts)


def _after(html: str, words: str, at: int) -> int:
    end = html.find(words, at)
    return end if end >= 0 else len(html)


def _is_empty(html: str, at: int) -> bool:
    """Whether the tag whose name ends here ends as that of an empty drawing element does."""
    end = html.find(">", at, at + 2000)
    return end > 0 and html[end - 1] == "/"


def _without_tags(html: str, cuts: list[int]) -> str:
    """The markup without the tags that begin at these places."""
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
