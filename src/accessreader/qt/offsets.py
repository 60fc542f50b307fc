"""Code points and Qt's units: our offsets count characters, Qt counts UTF-16 units; here each finds the other.

Also what a text must become before Qt lays it out, always of the same length, so that an offset stays an offset.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

LINE_SEPARATOR: Final = "\u2028"

# Line feeds break lines; what Qt would take for the end of a paragraph or for an object becomes a blank or a mark.
_SHOWN: Final = {
    0x0A: LINE_SEPARATOR,
    0x0B: " ",
    0x0C: " ",
    0x0D: " ",
    0x85: " ",
    0x2029: " ",
    0x00: "\ufffd",
    0xFFFC: "\ufffd",
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}


def shown(text: str) -> str:
    """The text as Qt is given it: as many characters, none of which Qt takes for something else."""
    return text.translate(_SHOWN)


class Offsets:
    """The two ways of counting in one text. An offset inside a surrogate pair counts as its beginning."""

    __slots__ = ("_codes", "_units", "length", "units")

    def __init__(self, text: str) -> None:
        wide = not text.isascii() and max(text) > "\uffff"
        self._codes = [at for at, character in enumerate(text) if character > "\uffff"] if wide else []
        self._units = [at + number for number, at in enumerate(self._codes)]
        self.length = len(text)
        self.units = len(text) + len(self._codes)

    def to_units(self, code: int) -> int:
        """The UTF-16 offset of a code point's offset."""
        return code + bisect_left(self._codes, code) if self._codes else code

    def to_code(self, unit: int) -> int:
        """The code point's offset of a UTF-16 offset."""
        return unit - bisect_left(self._units, unit) if self._units else unit
