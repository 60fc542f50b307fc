"""BRF: braille as the embossers and displays of the world know it, in North American ASCII.

A cell is a character of ASCII, a row a line that ends with CR LF, a page is followed by a form feed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from accessreader.braille.pages import Page

_ASCII: Final = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
"""The 64 cells in the order of Unicode, from no dots to all six."""
_TO_ASCII: Final = {0x2800 + number: character for number, character in enumerate(_ASCII)}


def write_brf(pages: Sequence[Page]) -> str:
    """The pages as a BRF file."""
    return "".join("".join(f"{row.translate(_TO_ASCII).rstrip()}\r\n" for row in page.rows) + "\f" for page in pages)
