"""Braille read back into text by liblouis itself, as a judge of what was written, and BRF back into cells.

The program never needs either.
"""

import ctypes
import re
from pathlib import Path

from accessreader.braille.brf import _ASCII
from accessreader.braille.louis import louis
from accessreader.braille.pages import Page

HERE = Path(__file__).parent
BACK = {
    "kk": str(HERE / "kazakh_back.utb"),
    "ru": "ru-unicode.dis,ru-litbrl.ctb",
    "en": "unicode.dis,en-ueb-g1.ctb",
    "en contracted": "unicode.dis,en-ueb-g2.ctb",
}
"""The tables that read back. Those of contracted Russian say of themselves that they cannot ("direction: forward")."""

_TO_CELLS = {ord(sign): 0x2800 + number for number, sign in enumerate(_ASCII)} | {
    ord(sign.lower()): 0x2800 + number for number, sign in enumerate(_ASCII)
}


def read_brf(text: str) -> tuple[Page, ...]:
    """The pages of a BRF file, whatever its line ends are."""
    leaves = text.replace("\r\n", "\n").split("\f")
    if leaves and not leaves[-1].strip():
        leaves.pop()
    return tuple(
        Page(tuple(row.translate(_TO_CELLS) for row in leaf.removesuffix("\n").split("\n"))) for leaf in leaves
    )


def read_back(cells: str, kind: str) -> str:
    """The text of some cells, read without help."""
    door = louis()
    library, unit, encoding = door._library, door._unit, door._encoding
    room = len(cells) * 16 + 16
    source = ctypes.create_string_buffer(cells.encode(encoding))
    text = ctypes.create_string_buffer(room * unit)
    length, written = ctypes.c_int(len(cells)), ctypes.c_int(room)
    with door._lock:
        done = library.lou_backTranslateString(
            BACK[kind].encode(), source, ctypes.byref(length), text, ctypes.byref(written), None, None, 0
        )
    assert done, kind
    return text.raw[: written.value * unit].decode(encoding)


def words_of(text: str, kind: str) -> list[str]:
    """The words of a text as far as the braille of a language tells them apart.

    Kazakh and Russian braille write no capitals and no difference between № and н, ∞ and ғ.
    """
    text = text.casefold()
    if kind in ("kk", "ru"):
        text = text.replace("№", "н").replace("∞", "ғ")
    return re.findall(r"[^\W_]+", text)
