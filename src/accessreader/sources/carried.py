"""The text of an article that a page does not show, but carries in its scripts for them to show.

Why: a page that scripts are to fill looks empty to us, and yet many such pages bring the whole article with them, as
the markup in a string of a script, as plain text under a name such as `content`, or as the `articleBody` of an embedded
record (schema.org). What is carried is read only where the page itself gives no article, for the page's own elements
are the better witness.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from typing import Final

from accessreader.sources.tree import Element, parse

_STRING: Final = re.compile(r'"((?:[^"\\]++|\\.)*+)"', re.DOTALL)
_PARAGRAPH: Final = re.compile(r"<p\b[^<>]{0,300}>|<br\s{0,5}/?>", re.IGNORECASE)
_BODY: Final = re.compile(r'"articleBody"\s{0,5}:\s{0,5}$')
_TEXT: Final = re.compile(r'"(?:body|content|text|(?:full|article|body|main)_?[tT]ext)"\s{0,5}:\s{0,5}$')
"""Names under which scripts keep the plain text of an article, but also much else."""
_SENTENCE: Final = re.compile(r"[.!?…][\"'»”]?(?:\s|$)")
_SENTENCES: Final = 4
"""Sentences that make plain text an article."""
_CODE: Final = re.compile(r"[<>{}\[\]=;|\\]")
_START: Final = re.compile(r"<body\b[^<>]{0,2000}>", re.IGNORECASE)
_STAND_IN: Final = re.compile(r"\$\$\w{1,40}\$\$|\{\{[^{}]{0,80}\}\}")
"""What a script puts an advertisement in the place of."""
_SHORTEST: Final = 400
"""Characters of a string from which it may be an article."""
_FEWEST: Final = 2
"""Paragraphs that make markup an article."""
_LARGEST: Final = 5_000_000
"""Characters of scripts that are looked through."""


def carried_in(html: str, root: Element) -> str | None:
    """The page with the article that it carries put where the text begins, or None where it carries none.

    Args:
        html: the page's markup.
        root: the same, parsed.
    """
    found = max(_articles(root), key=_length, default="")
    if _length(found) < _SHORTEST:
        return None
    start = _START.search(html)
    place = start.end() if start else 0
    return f"{html[:place]}<article>{found}</article>{html[place:]}"


def _length(markup: str) -> int:
    """Characters of markup that a reader would see, nearly."""
    return len(re.sub(r"<[^<>]{0,2000}>", "", markup))


def _articles(root: Element) -> Iterator[str]:
    """The markup of whatever in the scripts of a page looks like an article."""
    left = _LARGEST
    for script in root.find("script"):
        text = "".join(getattr(child, "text", "") for child in script.children)
        left -= len(text)
        if left < 0:
            return
        yield from _in_script(text, deeper=True)


def _in_script(text: str, *, deeper: bool) -> Iterator[str]:
    for literal in _STRING.finditer(text):
        if literal.end() - literal.start() < _SHORTEST:
            continue
        said = _said(literal[0])
        before = max(0, literal.start() - 40), literal.start()
        if _BODY.search(text, *before) or (_TEXT.search(text, *before) and _is_prose(said)):
            yield "".join(f"<p>{escape(line)}</p>" for line in _plain(said).splitlines() if line.strip())
        elif deeper and '":' in said:
            yield from _in_script(said, deeper=False)
        elif len(_PARAGRAPH.findall(said)) >= _FEWEST:
            yield _STAND_IN.sub("", said)


def _said(literal: str) -> str:
    """What a string of a script says."""
    try:
        said = json.loads(literal, strict=False)
    except ValueError:
        return ""
    return said if isinstance(said, str) else ""


def _is_prose(text: str) -> bool:
    """Whether a text without markup is sentences, and no piece of a program."""
    return len(_SENTENCE.findall(text)) >= _SENTENCES and len(_CODE.findall(text)) * 200 < len(text)


def _plain(text: str) -> str:
    """A text without the markup that some put into it all the same."""
    if "<" not in text:
        return text
    return "\n".join(piece.text for piece in parse(text).body.texts())
