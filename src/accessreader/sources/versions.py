"""The same page in other languages: what its head says, what its switch of languages links to, what its address tells.

A link in the head is believed. A link in the text is believed where its words name a language and it leads to this
very page in another culture, or stands in a menu or a switch, among links or beside the name of another language; so
neither a story about English nor the front page of the Kazakh part is taken for this page in English or Kazakh.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final
from urllib.parse import SplitResult, parse_qsl, urlsplit

from accessreader.article import Version
from accessreader.sources.pictures import absolute
from accessreader.sources.site import Site
from accessreader.sources.tree import Document, Element

_NAMES: Final = {
    "kk": "қаз каз қз кз kk kz kaz qaz қазақ қазақша казакша казахский kazakh qazaq qazaqsha қазақ-тілі қазақ-тілінде"
    " казахский-язык на-казахском на-казахском-языке in-kazakh қазақша-нұсқасы",
    "ru": "рус ру ru rus русский орысша russian орыс-тілі орыс-тілінде русский-язык на-русском на-русском-языке"
    " in-russian русская-версия",
    "en": "eng en англ ағыл english английский ағылшынша ағылшын-тілі ағылшын-тілінде английский-язык на-английском"
    " на-английском-языке in-english english-version",
}
_SAID: Final = {name: language for language, names in _NAMES.items() for name in names.split()}
_LONGEST_NAME: Final = 24
_BETWEEN: Final = re.compile(r"[\W_]+")

_CULTURE: Final = re.compile(r"(kk|kz|kaz|qaz|ru|rus|en|eng)(?:[-_][a-z]{2,4})?", re.IGNORECASE)
_CODES: Final = {"kz": "kk", "kaz": "kk", "qaz": "kk", "rus": "ru", "eng": "en"}
_PARAMETERS: Final = frozenset({"lang", "language", "lng", "l", "hl", "locale", "culture", "setlang", "lang_ui"})
_PASSING: Final = re.compile(r"utm_\w+|fbclid|gclid|yclid", re.IGNORECASE)
_FEED: Final = re.compile(r"rss|atom|feed|json|xml(?!\+?html)", re.IGNORECASE)

_MOST: Final = 200
"""Links that name a language and are looked at: the first are the switch."""
_NEAR: Final = 4
"""How many elements up a switch may begin."""
_A_SWITCH: Final = 120
"""Characters of all that stands in a switch."""


def versions_of(document: Document, url: str, base: str = "", site: Site | None = None) -> tuple[Version, ...]:
    """The page's versions in other languages, each language once; the page itself is not among them.

    Args:
        document: the page.
        url: its address.
        base: what its references are relative to, where that is another.
        site: its site, where that is described: then the address alone tells the others, if the page does not.
    """
    here = _Address(url)
    own = here.language
    found: dict[str, str] = {}
    looked_at = 0
    for element in document.root.find("link", "a", "option"):
        language = _offered(element)
        if not language:
            continue
        address = absolute(element.get("value" if element.tag == "option" else "href"), base or url)
        if address is None:
            continue
        if (looked_at := looked_at + 1) > _MOST:
            break
        there = _Address(address)
        if there.place == here.place:
            own = language if element.tag == "link" else own or language
        elif _is_this_page(element, there, here, language):
            found.setdefault(language, address)
    found.pop(own, None)
    if not found and site is not None:
        found = {language: address for language, address in site.in_other_cultures(url) if language != own}
    return tuple(Version(language, address) for language, address in found.items())


class _Address:
    """An address taken apart: the language it tells, and what it is without that."""

    def __init__(self, url: str) -> None:
        parts = _split(url)
        pairs = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _PASSING.fullmatch(pair[0])]
        host, told_by_host = _of_host(parts)
        segments = [segment for segment in parts.path.split("/") if segment]
        rest, told_by_path = _of_path(segments)
        told_by_query = next((code for key, value in pairs if key.lower() in _PARAMETERS if (code := _code(value))), "")
        pairs.sort()
        self.language = told_by_path or told_by_query or told_by_host
        self.place = (parts.netloc.removeprefix("www."), tuple(segments), tuple(pairs))
        self.bare = (host, tuple(rest), tuple(pair for pair in pairs if pair[0].lower() not in _PARAMETERS))

    @property
    def is_front(self) -> bool:
        """Whether it is where a site begins."""
        return not self.bare[1] and not self.bare[2]


def _split(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")


def _of_host(parts: SplitResult) -> tuple[str, str]:
    """The host without the language that its first label tells, and that language."""
    host = parts.netloc.removeprefix("www.")
    first, _dot, rest = host.partition(".")
    return (rest, _code(first)) if "." in rest and _code(first) else (host, "")


def _of_path(segments: list[str]) -> tuple[list[str], str]:
    """The parts of a path without its culture, and that; of a country and a language, as in /kz/ru/, the language."""
    start = next((at for at, segment in enumerate(segments[:_NEAR]) if _CULTURE.fullmatch(segment)), None)
    if start is None:
        return segments, ""
    end = start + 1
    while end < len(segments) and _CULTURE.fullmatch(segments[end]):
        end += 1
    return segments[:start] + segments[end:], _code(segments[end - 1])


def _code(culture: str) -> str:
    found = _CULTURE.fullmatch(culture)
    return _CODES.get(found[1].lower(), found[1].lower()) if found else ""


def _offered(element: Element) -> str:
    """The language that a link offers: that of `hreflang` in the head, or the one that its words name."""
    if element.tag == "link":
        kind = element.get("type")
        is_one = "alternate" in element.get("rel").lower().split() and not _FEED.search(kind)
        return _language(element.get("hreflang")) if is_one else ""
    return _named(element) or (_language(element.get("hreflang")) if element.tag == "a" else "")


def _language(tag: str) -> str:
    """The language of a tag such as kk-KZ; of x-default none."""
    code = re.split(r"[-_]", tag.strip().lower(), maxsplit=1)[0]
    return _CODES.get(code, code) if 2 <= len(code) <= 3 and code.isalpha() else ""


def _named(element: Element) -> str:
    """The language that a link's words name; where it has none, its label's, its title's or its picture's."""
    for words in _sayings(element):
        if words:
            return _language_named(words)
    return ""


def _sayings(element: Element) -> Iterator[str]:
    yield element.text.strip()
    yield element.get("aria-label").strip()
    yield element.get("title").strip()
    for picture in element.find("img"):
        yield picture.get("alt").strip()


def _language_named(words: str) -> str:
    return "" if len(words) > _LONGEST_NAME else _SAID.get(_BETWEEN.sub("-", words.casefold()).strip("-"), "")


def _is_this_page(element: Element, there: _Address, here: _Address, language: str) -> bool:
    """Whether a link leads to this page in another language, and not to another page of that language."""
    if there.is_front and not here.is_front:
        return False
    if element.tag == "link":
        return True
    if there.language not in {"", language}:
        return False
    if there.bare == here.bare:
        return True
    if "alternate" in element.get("rel").lower().split():
        return True
    is_told = there.language == language and _is_in_a_menu(element)
    return bool(_named(element)) and (is_told or _is_in_a_switch(element, language))


def _is_in_a_menu(element: Element) -> bool:
    """Whether what stands round a link is all links, and not many."""
    own = element.text.strip()
    for around in element.ancestors():
        said = _said_in(around)
        if said is None:
            return False
        if "".join(said) != own:
            linked = (each.text.strip() for each in islice(around.find("a"), _A_SWITCH))
            return sum(map(len, linked)) >= sum(map(len, said))
    return False


def _said_in(element: Element) -> list[str] | None:
    """The texts in an element, stripped; None where they are more than a switch has."""
    said = [piece.text.strip() for piece in islice(element.texts(), _A_SWITCH)]
    return said if sum(map(len, said)) <= _A_SWITCH else None


def _is_in_a_switch(element: Element, language: str) -> bool:
    """Whether another language is named near a link, and little else."""
    for around in [*element.ancestors()][:_NEAR]:
        said = _said_in(around)
        if said is None:
            return False
        named = {*map(_language_named, said)} | {_named(each) for each in islice(around.find("a", "option"), _A_SWITCH)}
        if named - {"", language}:
            return True
    return False
