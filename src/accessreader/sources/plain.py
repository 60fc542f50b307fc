"""A plain text as a page, so that it walks the same road as every other."""

from __future__ import annotations

import html
import re
from typing import Final

from accessreader.sources import charset, kinds

_LINES: Final = re.compile(r"\r\n?|[\n\f\v\x85\u2028\u2029]")
_BLANK_LINES: Final = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_LONGEST_TITLE: Final = 200


def page_of_text(text: str, title: str = "") -> str:
    """Markup with the same words: paragraphs at blank lines, or a paragraph a line where there are none.

    A short first line is the heading; without one the title given serves.
    """
    text = _LINES.sub("\n", text).strip()
    paragraphs = _BLANK_LINES.split(text) if _BLANK_LINES.search(text) else text.split("\n")
    paragraphs = [paragraph.strip() for paragraph in paragraphs if paragraph.strip()]
    if len(paragraphs) > 1 and len(paragraphs[0]) <= _LONGEST_TITLE and "\n" not in paragraphs[0]:
        title = paragraphs.pop(0)
    heading = html.escape(title, quote=False)
    body = "\n".join(f"<p>{html.escape(paragraph, quote=False)}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{heading}</title></head>\n'
        f"<body><article>\n<h1>{heading}</h1>\n{body}\n</article></body></html>\n"
    )


def as_html(data: bytes, kind: str, declared: str = "", *, title: str = "") -> charset.Decoded:
    """Bytes of a page or of a plain text, as markup; `title` is for a text that has none."""
    decoded = charset.decode(data, declared)
    if kind == kinds.TEXT:
        return charset.Decoded(page_of_text(decoded.text, title), decoded.charset)
    return decoded
