"""The manual, as pages that are read like any other: large, plain, aloud, in braille.

They have addresses of their own, so that Back, links and the other languages work in them; nothing is asked of any
network.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from html import escape
from typing import Final
from urllib.parse import urlsplit

from accessreader import resources

HOST: Final = "manual.localhost"
_KEY: Final = re.compile(r'<kbd data-command="([a-z-]+)"></kbd>')


def address(name: str, language: str) -> str:
    """The address of a page of the manual: `accessibility` or `conformance`."""
    return f"http://{HOST}/{language}/{name}"


def is_manual(url: str) -> bool:
    """Whether an address leads into the manual."""
    return urlsplit(url).hostname == HOST


def html(url: str, keys: Callable[[str], str]) -> str | None:
    """The page at an address of the manual; None where there is none.

    Args:
        url: the address.
        keys: what to press for a command, by its name: whatever the reader made of it.
    """
    language, _slash, name = urlsplit(url).path.strip("/").partition("/")
    if not (language.isalpha() and name.isalpha()):
        return None
    with suppress(OSError):
        text = resources.read_text(f"manual/{name}.{language}.html")
        return _KEY.sub(lambda found: f"<kbd>{escape(keys(found[1]))}</kbd>", text)
    return None
