"""Where a list goes on: what its head or a link says of itself, words, or the number after the present one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from accessreader.sources import hints
from accessreader.sources.address import host_of
from accessreader.sources.links import Link
from accessreader.sources.listing import About
from accessreader.sources.pictures import absolute
from accessreader.sources.tree import Document, Element

_WORDS: Final = re.compile(
    r"(?:(?:go )?(?:to )?(?:the )?next(?: page)?|older(?: posts| news| entries| articles| stories)?|"
    r"previous (?:posts|entries)|"
    r"load more|show more|more (?:news|posts|articles|stories)|"
    r"следующая(?: страница)?|следующие(?: новости| записи)?|дальше|далее|впер[её]д|раньше|ранее|более ранние|старее|"
    r"пред(?:ыдущие|\.) записи|показать ещ[её]|загрузить ещ[её]|ещ[её] новости|больше новостей|"
    r"келесі(?: бет| беті)?|әрі қарай|алға|ертерек|бұрынғы(?:рақ)?|тағы (?:жүктеу|көрсету)|көбірек|көбірек жүктеу)",
    re.IGNORECASE,
)
_ARROWS: Final = ("›", ">", "→", "»", ">>", "⟩", "❯", "▶", "›››")
"""What stands for the next page, the surest first: beside a single arrow the double one leads to the last page."""
_AROUND: Final = re.compile(r"^[\W_]+|[\W_]+$")
_NUMBER: Final = re.compile(r"(?:page|стр(?:аница|\.)?|бет)?\s*(\d{1,5})(?:\s*-?\s*бет)?", re.IGNORECASE)
_IN_PATH: Final = re.compile(r"/(?:page|p|стр|bet)[/-]?(\d{1,5})(?=/|\.|$)", re.IGNORECASE)
_PARAMETERS: Final = frozenset({"p", "page", "paged", "pg", "pagen_1", "pagenum", "pagenumber", "bet", "str", "pn"})


def next_page(document: Document, links: Iterable[Link], about: About, items: Collection[str]) -> str:
    """The address of the list's next page; empty where it has none.

    Args:
        document: the page.
        links: its links.
        about: what is known of it.
        items: addresses of its articles, none of which is the next page.
    """
    links = [link for link in links if link.url not in items and _may_be(link.url, about)]
    for finds in (_related, _worded, _numbered, _pointed):
        if address := finds(document, links, about):
            return address
    return ""


def _may_be(address: str, about: About) -> bool:
    """Whether an address can be of the same list: on the same host, and where lists are described, one of those."""
    if host_of(address) != host_of(about.url):
        return False
    site = about.site
    return site is None or not site.lists or not site.is_list(about.url) or site.is_list(address)


def _related(document: Document, links: list[Link], about: About) -> str:
    for element in document.root.find("link"):
        if "next" in element.get("rel").lower().split():
            address = absolute(element.get("href"), about.url)
            if address is not None and host_of(address) == host_of(about.url):
                return address
    return next((link.url for link in links if "next" in link.element.get("rel").lower().split()), "")


def _worded(_document: Document, links: list[Link], _about: About) -> str:
    for link in links:
        for said in (link.text, link.element.get("aria-label"), link.element.get("title")):
            words = _AROUND.sub("", said[:60])
            if words and _WORDS.fullmatch(words) and not _is_of_an_article(link.element):
                return link.url
    return ""


def _is_of_an_article(element: Element) -> bool:
    """Whether a link leads within one article or a show of pictures, not through the list."""
    return any(
        each.tag == "article" or re.search(r"(?<!\w)(?:slider|carousel|slide|swiper)(?!\w)", hints.words_of(each))
        for each in element.ancestors()
        if each.tag not in {"body", "html"}
    )


def _pointed(_document: Document, links: list[Link], about: About) -> str:
    """By an arrow, in a row of links of which others have numbers or which is called a pager."""
    arrows = {link.text: link for link in reversed(links) if link.text in _ARROWS}
    for arrow in _ARROWS:
        link = arrows.get(arrow)
        if link is not None and (number := number_of(link.url)) != 1 and (not number or number > number_of(about.url)):
            return link.url
    return ""


def _numbered(_document: Document, links: list[Link], about: About) -> str:
    """By the number after the one that is no link, or after the one in the page's own address."""
    for row in _rows(links):
        numbers = {int(found[1]): link for link in row if (found := _NUMBER.fullmatch(link.text))}
        if len(numbers) < 2 and not (numbers and _is_pager(row[0].element)):
            continue
        here = _present(row[0].element, numbers) or number_of(about.url) or 1
        if here + 1 in numbers:
            return numbers[here + 1].url
    return ""


def _rows(links: list[Link]) -> Iterator[list[Link]]:
    """Links with numbers, those of one row together."""
    rows: dict[int, list[Link]] = {}
    numbers = [link for link in links if len(link.text) < _SHORT and _NUMBER.fullmatch(link.text)]
    for link in numbers[:_MOST_NUMBERS]:
        rows.setdefault(id(_row(link.element)), []).append(link)
    yield from rows.values()


_SHORT: Final = 12
_MOST_NUMBERS: Final = 200


def _row(element: Element) -> Element:
    """What holds a row of numbers: the first element round a link that holds more than it."""
    own = element.text
    for each in element.ancestors():
        if each.text != own:
            return each
    return element


def _is_pager(element: Element) -> bool:
    return any(
        re.search(r"(?<!\w)(?:pag\w*|pager|nav\w*)(?!\w)", hints.words_of(each))
        for each in element.ancestors()
        if each.tag not in {"body", "html"}
    )


def _present(element: Element, numbers: dict[int, Link]) -> int:
    """The number in a row that is no link: where the reader is. 0 where that is not told."""
    linked = {id(text) for link in numbers.values() for text in link.element.texts()}
    said: set[int] = set()
    for text in _row(element).texts():
        if id(text) not in linked and (found := _NUMBER.fullmatch(_AROUND.sub("", text.text.strip()))):
            said.add(int(found[1]))
    return min(said - numbers.keys(), default=0) if said else _marked(numbers)


def _marked(numbers: dict[int, Link]) -> int:
    for number, link in numbers.items():
        for each in (link.element, link.element.parent):
            names = each.get("class").lower().split() if each is not None else []
            if {"active", "current", "selected"} & set(names) or link.element.get("aria-current"):
                return number
    return 0


def number_of(address: str) -> int:
    """The number of a page that its address tells; 0 where it tells none."""
    parts = urlsplit(address)
    for name, value in parse_qsl(parts.query):
        if name.lower() in _PARAMETERS and value.isascii() and value.isdecimal() and len(value) < 6:
            return int(value)
    found = _IN_PATH.search(parts.path)
    return int(found[1]) if found else 0
