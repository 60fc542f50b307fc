"""The same article in other languages: what the page's head, its links and the culture in its address say."""

from __future__ import annotations

import re
from typing import Final

from accessreader.article import Version
from accessreader.sources.pictures import absolute
from accessreader.sources.tree import Document, Element

_SWITCHES: Final = {
    "қаз": "kk", "қазақша": "kk", "каз": "kk", "kz": "kk", "kk": "kk", "қаз.": "kk", "қз": "kk",
    "рус": "ru", "русский": "ru", "ru": "ru", "рус.": "ru", "на русском": "ru",
    "eng": "en", "english": "en", "en": "en", "eng.": "en",
}  # fmt: skip
_CULTURE: Final = re.compile(r"(?<=/)(kk-KZ|ru-RU|en-US|kk|kz|ru|en)(?=/|$|\?)")
_CODES: Final = {"kz": "kk"}


def versions_of(document: Document, url: str, base: str = "") -> tuple[Version, ...]:
    """The page's versions in other languages, each language once; the page itself is not among them.

    Args:
        document: the page.
        url: its address.
        base: what its references are relative to, where that is another.
    """
    base = base or url
    found: dict[str, str] = {}
    own = _culture(url)
    for element in document.root.find("link", "a"):
        language = _named(element) or _switched(element, base)
        if language is None:
            continue
        address = absolute(element.get("href"), base)
        if address is not None and address.partition("#")[0] != url.partition("#")[0] and language != own:
            found.setdefault(language, address)
    return tuple(Version(language, address) for language, address in found.items())


def _culture(url: str) -> str:
    found = _CULTURE.search(url.partition("://")[2])
    return _code(found[1]) if found else ""


def _code(culture: str) -> str:
    short = culture.split("-", maxsplit=1)[0].split("_", maxsplit=1)[0].lower()
    return _CODES.get(short, short)


def _named(element: Element) -> str | None:
    """The language of a link that names its own (`hreflang`)."""
    named = _code(element.get("hreflang").strip())
    if not named or named == "x" or len(named) > 3:
        return None
    return named if element.tag == "a" or "alternate" in element.get("rel").lower() else None


def _switched(element: Element, base: str) -> str | None:
    """The language of a link in a switch: its words name a language, and its address is this one in another culture."""
    if element.tag != "a" or not element.get("href") or len(element.children) > 3:
        return None
    language = _SWITCHES.get(element.text.casefold())
    if language is None:
        return None
    address = absolute(element.get("href"), base)
    if address is None or _culture(address) not in {"", language}:
        return None
    return language
