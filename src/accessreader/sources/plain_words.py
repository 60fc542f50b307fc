"""What feeds put into their fields, as plain text: markup, escaped markup, or words with a stray ampersand."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from accessreader.sources.tree import Document, parse

_BLANK: Final = re.compile(r"\s+")
_MARKUP: Final = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
_LONGEST: Final = 40_000
"""Characters of a field that are looked at: what a feed carries beyond that is an article, not a lead."""
LONGEST_LEAD: Final = 600


def plain(text: str) -> str:
    """One line of plain text out of a field, its markup read and its references resolved."""
    text = text[:_LONGEST]
    if "&" in text and not _MARKUP.search(text):
        text = unescape(text)
    if _MARKUP.search(text):
        text = _said(parse(text))
    return _BLANK.sub(" ", text).strip()


def lead_of(text: str) -> str:
    """The first words of a field, at most `LONGEST_LEAD` of its characters, cut between words."""
    return shortened(plain(text), LONGEST_LEAD)


def shortened(words: str, most: int) -> str:
    """At most so many characters of a text, cut between words, with dots where it is cut."""
    if len(words) <= most:
        return words
    return words[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def picture_in(markup: str) -> str:
    """The reference of the first picture in a field's markup that is no counter; empty where there is none."""
    if "<img" not in markup[:_LONGEST].lower():
        return ""
    for picture in parse(markup[:_LONGEST]).body.find("img"):
        size = {picture.get("width"), picture.get("height")}
        if picture.get("src") and not size & {"0", "1", "1px"}:
            return picture.get("src")
    return ""


def _said(document: Document) -> str:
    """The text, a blank between its blocks."""
    out: list[str] = []
    before = None
    for piece in document.body.texts():
        if piece.parent is not before and piece.parent.tag not in _WITHIN:
            out.append(" ")
        out.append(piece.text)
        before = piece.parent
    return "".join(out)


_WITHIN: Final = frozenset(
    {"a", "abbr", "b", "cite", "em", "font", "i", "q", "s", "small", "span", "strong", "sub", "sup", "u"}
)
