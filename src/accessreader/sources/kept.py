"""What lies beside a saved page: its pictures and the pages it leads to, under an address each.

An address of something kept is that of the file, and after `#` what in it is meant::

    file:///home/a/Page_files/1.jpg     a picture in the folder of a saved page
    file:///home/a/pages.zip#1/a.html   a page or a picture in an archive, by its name there
    file:///home/a/Page.html#|3         the third picture written into the page itself

While a page is read, a stand-in of the web takes the place of such an address, and afterwards it is given back. Why:
markup from anywhere may say `file:`, and nothing that it says must open a file. Only what was found beside the page
gets a stand-in, so nothing else can come out.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import quote, unquote, urlsplit

from accessreader.article import (
    Article,
    Block,
    Cell,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Preformatted,
    Quotation,
    Runs,
    Table,
    Video,
)
from accessreader.sources import kinds
from accessreader.sources.page import Page
from accessreader.sources.references import changed

_STAND_IN: Final = "https://kept.invalid/"
_MOST: Final = 5000
"""References of a page that are looked for beside it."""
_SAFE: Final = "/:;,=@!$&'()*+~?"
_LINKS: Final = frozenset({"a", "area"})
_WRITTEN_IN: Final = re.compile(r"data:image/(?:avif|bmp|gif|jpe?g|png|webp);base64,([A-Za-z0-9+/%=]{1200,})")
_VARIABLE: Final = re.compile(r"--(sf-img-\d{1,6}):\s{0,9}url\([\"']?(https://kept\.invalid/[^\"')\s]{1,200})")
_USES_VARIABLE: Final = re.compile(
    r"(<img\b[^<>]{0,1500}?)\bsrc=(?:\"[^\"<>]{0,1500}\"|'[^'<>]{0,1500}'|[^\s<>\"']{1,1500})"
    r"([^<>]{0,1500}?var\(--(sf-img-\d{1,6})\))"
)
LARGEST_PICTURE: Final = 10_000_000


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of an archive: bytes, what its wrapping says of them, and the address it once had."""

    data: bytes
    content_type: str = ""
    address: str = ""


class Archive(Protocol):
    """A file that holds pages and pictures."""

    pages: tuple[tuple[str, str], ...]
    """Name and title of each page in it, in order."""
    main: str
    """The name of the page that is meant when none is named; empty where the reader must choose."""

    def part(self, name: str, /) -> Part | None:
        """A piece by its name. Raises FetchError."""

    def beside(self, name: str, reference: str, /) -> str:
        """The name of the piece that a reference in a page means; empty where there is none."""


def inner_address(file: str, name: str) -> str:
    """The address of a piece of an archive."""
    return f"{file}#{quote(name, safe=_SAFE)}"


def split(address: str) -> tuple[str, str, int]:
    """A kept thing's address as: the file's address, the name in it, the number of a picture written into that."""
    file, _hash, fragment = address.partition("#")
    name, _bar, number = fragment.partition("|")
    return file, unquote(name), int(number) if number.isdecimal() and len(number) < 7 else 0


class Keeping:
    """Gives stand-ins to what is kept beside one page."""

    def __init__(self, page: str, find: Callable[[str, bool], str]) -> None:
        """Begin.

        Args:
            page: the page's own kept address.
            find: answers the kept address that a reference in the page means, or nothing; is told whether it is a link.
        """
        self._page = page
        self._find = find
        self._asked = 0
        self.kept: dict[str, str] = {}
        self._stand_ins: dict[str, str] = {}

    def stand_in(self, kept: str) -> str:
        """The address under which a kept thing travels."""
        if kept not in self._stand_ins:
            name = quote(unquote(urlsplit(kept).fragment or kept).rpartition("/")[2][-60:], safe="")
            address = f"{_STAND_IN}{len(self._stand_ins) + 1}/{name}"
            self._stand_ins[kept] = address
            self.kept[address] = kept
        return self._stand_ins[kept]

    def written(self, html: str) -> str:
        """The markup with stand-ins for everything in it that is kept."""
        html = self._lift(html)
        return changed(html, self._answer)

    def _lift(self, html: str) -> str:
        """Take the pictures out that are written into the page; the page is small then."""
        number = 0

        def lifted(_found: re.Match[str]) -> str:
            nonlocal number
            number += 1
            bar = "|" if "#" in self._page else "#|"
            return self.stand_in(f"{self._page}{bar}{number}")

        html = _WRITTEN_IN.sub(lifted, html)
        variables = dict(_VARIABLE.findall(html)) if number else {}
        if variables:
            html = _USES_VARIABLE.sub(
                lambda found: f'{found[1]}src="{variables[found[3]]}"{found[2]}' if found[3] in variables else found[0],
                html,
            )
        return html

    def _answer(self, tag: str, reference: str) -> str | None:
        if not reference or reference[0] == "#" or reference.startswith((_STAND_IN, "data:", "javascript:")):
            return None
        if tag in {"base", "form", "link", "meta"} or self._asked >= _MOST:
            return None
        self._asked += 1
        kept = self._find(reference, tag in _LINKS)
        return self.stand_in(kept) if kept else None


def picture_written_in(html: str, number: int) -> bytes:
    """The bytes of a picture that is written into a page; none where there is no such picture."""
    for count, found in enumerate(_WRITTEN_IN.finditer(html), start=1):
        if count == number:
            try:
                return base64.b64decode(unquote(found[1])[: LARGEST_PICTURE * 4 // 3])
            except (binascii.Error, ValueError):
                break
    return b""


def file_beside(folder: Path, reference: str, *, link: bool) -> str:
    """The address of the file in the folder that a reference means; empty where there is none, or it lies outside.

    A picture is known by its bytes, a page by its ending.
    """
    try:
        parts = urlsplit(reference)
        if parts.scheme not in {"", "file"} or parts.netloc not in {"", "localhost"} or not parts.path:
            return ""
        file = (folder / unquote(parts.path)).resolve()
        if not file.is_relative_to(folder) or not file.is_file():
            return ""
        fits = file.suffix.lower() in {".html", ".htm", ".xhtml"} if link else is_picture(file)
        return file.as_uri() if fits else ""
    except (OSError, ValueError, RuntimeError):
        return ""


def is_picture(file: Path) -> bool:
    """Whether the bytes of a file begin as a picture's. Raises OSError."""
    with file.open("rb") as stream:
        return kinds.kind_of(stream.read(64), "") == kinds.PICTURE


def settled(article: Article, page: Page) -> Article:
    """The article with the addresses of what is kept in the place of their stand-ins."""
    kept = page.kept
    if not kept:
        return article

    def runs(before: Runs) -> Runs:
        if not any(run.href in kept for run in before):
            return before
        return tuple(replace(run, href=kept.get(run.href or "", run.href)) for run in before)

    blocks = tuple(_settled(block, kept, runs) for block in article.blocks)
    versions = tuple(replace(version, url=kept.get(version.url, version.url)) for version in article.versions)
    return replace(article, blocks=blocks, versions=versions, next_page=kept.get(article.next_page, article.next_page))


def _settled_cell(cell: Cell, kept: Mapping[str, str], runs: Callable[[Runs], Runs]) -> Cell:
    pictures = tuple(replace(each, source=kept.get(each.source, each.source)) for each in cell.pictures)
    return replace(cell, runs=runs(cell.runs), pictures=pictures)


def _settled(block: Block, kept: Mapping[str, str], runs: Callable[[Runs], Runs]) -> Block:
    match block:
        case Figure():
            return replace(block, source=kept.get(block.source, block.source), caption=runs(block.caption))
        case Video():
            return replace(block, href=kept.get(block.href, block.href))
        case Table():
            cells = tuple(tuple(_settled_cell(cell, kept, runs) for cell in row) for row in block.cells)
            return replace(block, cells=cells)
        case Heading() | Paragraph() | ListItem() | Quotation() | Preformatted():
            return replace(block, runs=runs(block.runs))
        case _:
            return block
