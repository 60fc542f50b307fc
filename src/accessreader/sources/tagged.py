"""A tree of XML as it is found in the wild: feeds and sitemaps, well formed or not.

Why our own, when there are libraries: feedparser 6.0.14 needs 237 seconds for one element with 100 000 attributes,
reads «2024 жылғы 2 қыркүйек» as the first of November and «02.09.2024» as no day, loses an entry whose title is not
closed, and knows neither JSON Feed nor sitemaps; those that follow the specification refuse every broken feed. This
one never raises, looks at every character once, and knows no entities but those of HTML: a document type with entities
of its own is skipped with all that it declares, so there is nothing to multiply and no file to be drawn in.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from accessreader.sources.tree import Element, Text

DEEPEST: Final = 40
"""Elements nested deeper become children of the one at this depth."""
MOST_NODES: Final = 2_000_000

# A value holds no "<", as the specification has it; so a search that fails ends at the next tag.
_PIECE: Final = re.compile(
    r"<!\[CDATA\[(?P<data>.*?)(?:\]\]>|\Z)"
    r"|<!--.*?(?:-->|\Z)"
    r"|<\?.*?(?:\?>|\Z)"
    r"|<!doctype[^>\[]*+(?:\[.*?(?:\]\s*>|\Z)|>|\Z)"
    r"|<(?P<end>/?)(?P<name>[A-Za-z_][\w.:-]*+)(?P<rest>(?:[^<>\"']|\"[^\"<]*+\"|'[^'<]*+')*+)>"
    r"|(?P<text>[^<]++|<)",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE: Final = re.compile(r"([A-Za-z_][\w.:-]*+)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)')")
_MOST_ATTRIBUTES: Final = 40

# The names by which this program knows what a namespace holds; the prefixes are the document's own affair.
_PREFIXES: Final = {
    "http://www.w3.org/2005/atom": "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
    "http://www.sitemaps.org/schemas/sitemap/0.9": "",
    "http://www.google.com/schemas/sitemap/0.84": "",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dc:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://search.yahoo.com/mrss/": "media:",
    "http://search.yahoo.com/mrss": "media:",
    "http://www.google.com/schemas/sitemap-news/0.9": "news:",
    "http://www.google.com/schemas/sitemap-image/1.1": "image:",
    "http://www.w3.org/1999/xhtml": "html:",
}


def read_tagged(xml: str) -> Element:
    """The tree of some markup under a nameless root; never raises, whatever the markup.

    Names are in small letters, with the usual prefix of their namespace.
    """
    root = Element("", {}, None)
    opened = [root]
    prefixes: dict[str, str] = {}
    for count, found in enumerate(_PIECE.finditer(xml)):
        if count > MOST_NODES:
            break
        if (text := found["text"]) is not None:
            _say(unescape(text) if "&" in text else text, opened[-1])
        elif (data := found["data"]) is not None:
            _say(data, opened[-1])
        elif found["name"] is None:
            continue
        elif found["end"]:
            _close(_named(found["name"], prefixes), opened)
        else:
            _open(found, opened, prefixes)
    return root


def child(element: Element, *tags: str) -> Element | None:
    """The first child with one of these tags, the first tag preferred."""
    for tag in tags:
        for each in element.elements:
            if each.tag == tag:
                return each
    return None


def raw_text(element: Element | None) -> str:
    """All text in an element, as it stands there: nothing where there is no element."""
    return "".join(piece.text for piece in element.texts()).strip() if element is not None else ""


def text_of(element: Element, *tags: str) -> str:
    """The text of the first child that says anything, by the order of the tags."""
    for tag in tags:
        for each in element.elements:
            if each.tag == tag and (text := raw_text(each)):
                return text
    return ""


def _say(text: str, parent: Element) -> None:
    if text:
        parent.children.append(Text(text, parent))


def _open(found: re.Match[str], opened: list[Element], prefixes: dict[str, str]) -> None:
    attributes = _attributes(found["rest"])
    for name, value in attributes.items():
        if name.startswith("xmlns:"):
            prefixes[name[6:]] = _PREFIXES.get(value.strip().lower(), f"{name[6:]}:")
    name = _named(found["name"], prefixes)
    if name in _FIELDS and opened[-1].tag in _FIELDS:
        opened.pop()  # its end was forgotten: fields hold no fields
    element = Element(name, attributes, opened[-1])
    opened[-1].children.append(element)
    if not found["rest"].rstrip().endswith("/") and len(opened) < DEEPEST:
        opened.append(element)


_FIELDS: Final = frozenset({"title", "link", "guid", "pubdate", "loc", "lastmod"})


def _close(name: str, opened: list[Element]) -> None:
    """End the nearest open element of that name, and what was left open in it; none where there is none."""
    for depth in range(len(opened) - 1, 0, -1):
        if opened[depth].tag == name:
            del opened[depth:]
            return


def _named(name: str, prefixes: dict[str, str]) -> str:
    prefix, colon, local = name.lower().rpartition(":")
    return prefixes.get(prefix, f"{prefix}:") + local if colon else local


def _attributes(rest: str) -> dict[str, str]:
    attributes: dict[str, str] = {}
    for found in _ATTRIBUTE.finditer(rest):
        attributes.setdefault(found[1].lower(), unescape(found[2] or found[3] or ""))
        if len(attributes) >= _MOST_ATTRIBUTES:
            break
    return attributes
