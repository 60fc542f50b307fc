"""The title of a page from its first bytes, for a list of pages of which only one will be opened."""

from __future__ import annotations

import html
import re
from typing import Final

from accessreader.sources import charset

HEAD: Final = 16_384
_TITLE: Final = re.compile(r"<title\b[^>]{0,200}>([^<]{1,1000})", re.IGNORECASE)
_LONGEST: Final = 200


def title_in(data: bytes, declared: str = "") -> str:
    """The title that a page's first bytes give it, in one line; empty where they give none."""
    found = _TITLE.search(charset.decode(data[:HEAD], declared).text)
    return " ".join(html.unescape(found[1]).split())[:_LONGEST] if found else ""
