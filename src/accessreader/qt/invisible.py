"""Characters that nobody sees, and the signs by which they are shown to whoever checks a text."""

from __future__ import annotations

import re
from typing import Final

_SIGNS: Final = {
    "\u00a0": "°",
    "\u202f": "°",
    "\u2007": "°",
    "\u00ad": "¬",
    "\u200b": "|",
    "\u200c": "|",
    "\u200d": "|",
    "\u2060": "|",
    "\ufeff": "#",
    "\u200e": "»",
    "\u200f": "«",
    "\u061c": "«",
    "\t": "→",
    **{chr(code): "↔" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))},
}

_SEEN: Final = re.compile("[" + "".join(map(re.escape, _SIGNS)) + "]|(?<= ) +| (?= )")


def invisible_marks(text: str) -> tuple[tuple[int, str], ...]:
    """The offset and the sign of every invisible character, and of every blank that has a blank for a neighbour."""
    out: list[tuple[int, str]] = []
    for found in _SEEN.finditer(text):
        if found[0][0] == " ":
            out += [(at, "·") for at in range(found.start(), found.end())]
        else:
            out.append((found.start(), _SIGNS[found[0]]))
    return tuple(out)
