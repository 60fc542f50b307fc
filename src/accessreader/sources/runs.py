"""Text with its manner, gathered while walking, made into the runs of a block."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from accessreader.article import Run, Runs
from accessreader.sources.tree import Text

_HTML_BLANK: Final = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
"""Blanks that are not one plain blank already."""
_INVISIBLE: Final = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")


@dataclass(frozen=True, slots=True)
class Manner:
    """How some text stands: what a `Run` says of it."""

    strong: bool = False
    emphasis: bool = False
    href: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one manner; `origin` is its text on the page, None for a line break."""

    text: str
    manner: Manner
    origin: Text | None


def runs_of(pieces: list[Piece]) -> Runs:
    """The runs of a block: blanks made one as a browser does, no-break blanks kept but at the edges, NFC.

    Soft hyphens and zero-width marks stay inside: the text is shown as published.
    """
    parts: list[tuple[list[str], Manner]] = []
    blank = True
    for piece in pieces:
        text = piece.text if piece.origin is None else _HTML_BLANK.sub(" ", piece.text)
        if blank and text.startswith(" "):
            text = text[1:]
        if not text:
            continue
        if text == "\n" and parts:
            _strip_end(parts[-1][0])
        blank = text.endswith((" ", "\n"))
        if parts and parts[-1][1] == piece.manner:
            parts[-1][0].append(text)
        else:
            parts.append(([text], piece.manner))
    return _trimmed([["".join(words), manner] for words, manner in parts])


def starts_of(pieces: list[Piece]) -> list[int]:
    """The offset in the text of `runs_of` at which each piece begins; composition (NFC) is not reckoned with."""
    out: list[int] = []
    at, blank, last = 0, True, ""
    for piece in pieces:
        text = piece.text if piece.origin is None else _HTML_BLANK.sub(" ", piece.text)
        text = text[1:] if blank and text.startswith(" ") else text
        text = text if at else text.lstrip()
        if text == "\n" and last == " ":
            at -= 1
        out.append(at)
        if text:
            at, last = at + len(text), text[-1]
            blank = last in " \n"
    return out


def verbatim(pieces: list[Piece]) -> Runs:
    """The runs of a text whose blanks are part of it: as it stands, but for line breaks before and after it, in NFC."""
    parts: list[tuple[list[str], Manner]] = []
    for piece in pieces:
        if piece.text and parts and parts[-1][1] == piece.manner:
            parts[-1][0].append(piece.text)
        elif piece.text:
            parts.append(([piece.text], piece.manner))
    out: list[list[str | Manner]] = [["".join(words), manner] for words, manner in parts]
    if all(str(text).isspace() for text, _manner in out):
        return ()
    for end, strip in ((0, str.lstrip), (-1, str.rstrip)):
        while not (text := strip(str(out[end][0]), "\r\n")):
            out.pop(end)
        out[end][0] = text
    return _composed(out)


def verbatim_starts(pieces: list[Piece]) -> list[int]:
    """The offset in the text of `verbatim` at which each piece begins; composition (NFC) is not reckoned with."""
    text = "".join(piece.text for piece in pieces)
    at = len(text.lstrip("\r\n")) - len(text)
    out: list[int] = []
    for piece in pieces:
        out.append(max(0, at))
        at += len(piece.text)
    return out


def _strip_end(words: list[str]) -> None:
    """Take the blanks off the end of what these words will be together."""
    while words:
        words[-1] = words[-1].rstrip(" ")
        if words[-1]:
            return
        words.pop()


def _trimmed(parts: list[list[str | Manner]]) -> Runs:
    if all(_INVISIBLE.issuperset(str(text).strip()) for text, _manner in parts):
        return ()
    while parts and not (text := str(parts[0][0]).lstrip()):
        parts.pop(0)
    if parts:
        parts[0][0] = str(parts[0][0]).lstrip()
    while parts and not (text := str(parts[-1][0]).rstrip()):
        parts.pop()
    if parts:
        parts[-1][0] = text
    return _composed(parts)


def _composed(parts: list[list[str | Manner]]) -> Runs:
    """NFC over the borders of runs: a mark that belongs to the letter before goes to that letter's run."""
    runs: list[Run] = []
    for text, manner in parts:
        words = str(text)
        if runs and words and not unicodedata.is_normalized("NFC", runs[-1].text[-1] + words):
            marks = len(words) - len(words.lstrip("".join(c for c in words[:8] if unicodedata.combining(c)) or "\0"))
            last = runs[-1]
            joined = unicodedata.normalize("NFC", last.text + words[:marks])
            runs[-1] = Run(joined, last.strong, last.emphasis, last.href, last.language)
            words = words[marks:]
        words = unicodedata.normalize("NFC", words)
        if words and isinstance(manner, Manner):
            runs.append(Run(words, manner.strong, manner.emphasis, manner.href, manner.language))
    return tuple(runs)
