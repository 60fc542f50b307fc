"""Pages that people keep as files: .html with its folder, MHTML, .txt, a zip, WARC and WACZ; packed by gzip or not.

What a file is, its bytes tell; its ending does not matter. Where the program that saved it wrote down the address,
the page gets it back, so that its site is known and its links lead somewhere. Pictures that were saved with it are
shown from where they lie.
"""

from __future__ import annotations

import datetime as dt
import html as entities
import re
import zlib
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from accessreader.errors import FetchError, FetchReason
from accessreader.sources import charset, kept, kinds
from accessreader.sources.address import WEB, normalised, path_of
from accessreader.sources.archive_mhtml import MhtmlArchive, is_mhtml
from accessreader.sources.archive_zip import ZipArchive
from accessreader.sources.feed_text import feed_text
from accessreader.sources.guard import guarded
from accessreader.sources.kept import Archive, Keeping, Part
from accessreader.sources.page import Page
from accessreader.sources.plain import as_html
from accessreader.sources.unpack import GZIP_MAGIC, Unpacker
from accessreader.sources.watch import MEGABYTE
from accessreader.sources.web_archive import restored

LARGEST: Final = 20 * MEGABYTE
LARGEST_ARCHIVE: Final = 500 * MEGABYTE
"""Of a zip and a WARC, which are read in parts; an MHTML file is read as a whole and may have a tenth of it."""

_ZIP_MAGIC: Final = b"PK\x03\x04"
_DEEPEST: Final = 3
_HEAD: Final = 16_384
# Written by Internet Explorer, Edge, Chrome and Firefox; and by the SingleFile extension.
_SAVED_FROM: Final = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->", re.IGNORECASE)
_SINGLE_FILE: Final = re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)", re.IGNORECASE)
_ADDRESSES: Final = (
    ("link[rel~=canonical]", "href"),
    ('meta[property="og:url"]', "content"),
    ("base", "href"),
)


def open_saved(path: str | Path) -> Page:
    """The page in a file, by path or by `file:` address; after `#` the address names a page within an archive.

    `url` is the file's address; `final_url` the address it was saved from, when the file tells, else the file's.
    `fetched` is when the file was written. An archive of several pages none of which is named is a list of them.

    Raises:
        FetchError: NO_FILE, TOO_LARGE (20 MB, unpacked), NOT_HTML or UNREADABLE; nothing else is raised.
    """
    file, name = _named(path)
    address = _address_of(file)
    found = _found(file, address)
    if isinstance(found, Part):
        return restored(_page(found, file, address, _beside(file)))
    if not (name := name or found.main):
        return _list_of(found, file, address)
    part = found.part(name)
    if part is None:
        raise FetchError(kept.inner_address(address, name), FetchReason.NO_FILE)
    archive = found

    def beside(reference: str, _link: bool) -> str:  # noqa: FBT001 - as `Keeping` asks
        inner = archive.beside(name, reference)
        return kept.inner_address(address, inner) if inner else ""

    inner = address if name == found.main else kept.inner_address(address, name)
    return restored(_page(_unwrapped(part, address), file, inner, beside))


def saved_picture(address: str) -> bytes:
    """The bytes of a picture that was saved with a page, by the address that its article gives.

    Raises:
        FetchError: there is none, or it is no picture.
    """
    file, name, number = kept.split(address)
    path = path_of(file)
    if "#" not in address:
        data = _bytes_of(path, address, kept.LARGEST_PICTURE)
    else:
        found = _found(path, file)
        part = found if isinstance(found, Part) else found.part(name or found.main)
        data = part.data if part is not None else b""
        if number:
            data = kept.picture_written_in(_decoded(part or Part(b"")).text, number)
    if not data:
        raise FetchError(address, FetchReason.NO_FILE)
    if kinds.kind_of(data[:64], "") != kinds.PICTURE:
        raise FetchError(address, FetchReason.NOT_HTML, kind=kinds.kind_in_words(kinds.UNKNOWN))
    return data


def _named(path: str | Path) -> tuple[Path, str]:
    if isinstance(path, Path):
        return path, ""
    file, name, _number = kept.split(normalised(path))
    return path_of(file), name


def _address_of(file: Path) -> str:
    try:
        return file.expanduser().absolute().as_uri()
    except (OSError, RuntimeError, ValueError) as error:
        raise FetchError(str(file), FetchReason.NO_FILE) from error


def _found(file: Path, address: str) -> Part | Archive:
    """What the file holds: one page, or an archive; the last ones looked into are remembered."""
    try:
        file = file.expanduser()
        if not file.is_file():  # a pipe or a device would hold us for ever
            raise FetchError(str(file), FetchReason.NO_FILE)
        about = file.stat()
    except (OSError, ValueError, RuntimeError) as error:
        raise FetchError(str(file), FetchReason.NO_FILE) from error
    return _looked_into(file, address, about.st_size, about.st_mtime_ns)


@lru_cache(maxsize=2)
def _looked_into(file: Path, address: str, size: int, _written: int) -> Part | Archive:
    start = _bytes_of(file, address, 0)
    if start.startswith((_ZIP_MAGIC, b"WARC/")) or (start.startswith(GZIP_MAGIC) and _is_packed_warc(start)):
        if size > LARGEST_ARCHIVE:
            raise FetchError(address, FetchReason.TOO_LARGE, limit=LARGEST_ARCHIVE // MEGABYTE)
        return _zip_or_wacz(file, address) if start.startswith(_ZIP_MAGIC) else _warc(file, address)
    limit = LARGEST_ARCHIVE // 10 if is_mhtml(start) else LARGEST
    data = _bytes_of(file, address, limit)
    if data.startswith(GZIP_MAGIC):
        data = _out_of_gzip(data, address)
        if data.startswith(_ZIP_MAGIC):
            return ZipArchive(data, address)
    if is_mhtml(data):
        return MhtmlArchive(data, address)
    return _unwrapped(Part(data), address)


def _warc(file: Path, address: str) -> Archive:
    from accessreader.sources.archive_warc import WarcArchive  # noqa: PLC0415 - few ever open one

    return WarcArchive([lambda: file.open("rb")], address)


def _zip_or_wacz(file: Path, address: str) -> Archive:
    from accessreader.sources.archive_warc import out_of_wacz  # noqa: PLC0415

    archive = ZipArchive(file, address)
    return out_of_wacz(archive, address) if archive.is_wacz else archive


def _is_packed_warc(start: bytes) -> bool:
    try:
        return zlib.decompressobj(31).decompress(start, 16).startswith(b"WARC/")
    except zlib.error:
        return False


def _bytes_of(file: Path, address: str, limit: int) -> bytes:
    """The whole file, or with a limit of 0 its beginning. Raises FetchError."""
    try:
        with file.open("rb") as stream:
            data = stream.read(limit + 1 if limit else _HEAD)
    except OSError as error:
        raise FetchError(str(file), FetchReason.NO_FILE) from error
    if limit and len(data) > limit:
        raise FetchError(address, FetchReason.TOO_LARGE, limit=limit // MEGABYTE)
    return data


def _unwrapped(part: Part, address: str) -> Part:
    """The page itself, out of gzip and MHTML, a few deep. Raises FetchError."""
    for _ in range(_DEEPEST):
        if part.data.startswith(GZIP_MAGIC):
            part = replace(part, data=_out_of_gzip(part.data, address))
        elif is_mhtml(part.data):
            letter = MhtmlArchive(part.data, address)
            return letter.part(letter.main) or part
        else:
            break
    return part


def _out_of_gzip(data: bytes, address: str) -> bytes:
    unpacker = Unpacker("gzip", LARGEST)
    try:
        page = unpacker.feed(data)
    except zlib.error as error:
        raise FetchError(address, FetchReason.UNREADABLE, host=address) from error
    if unpacker.overflowed:
        raise FetchError(address, FetchReason.TOO_LARGE, limit=LARGEST // MEGABYTE)
    return page


def _beside(file: Path) -> Callable[[str, bool], str]:
    """Finds what lies in the folder of a page, or below it."""
    try:
        folder = file.expanduser().resolve().parent
    except (OSError, RuntimeError):
        folder = file.parent
    return lambda reference, link: kept.file_beside(folder, reference, link=link)


def _decoded(part: Part) -> charset.Decoded:
    return charset.decode(part.data, charset.named_in(part.content_type))


def _page(part: Part, file: Path, address: str, find: Callable[[str, bool], str]) -> Page:
    kind = kinds.kind_of(part.data, part.content_type) if part.data else kinds.HTML
    if (feed := feed_text(part.data, charset.named_in(part.content_type), LARGEST)) is not None:
        return Page(url=address, final_url=address, html=feed.text, charset=feed.charset, fetched=_written(file))
    if kind not in {kinds.HTML, kinds.TEXT}:
        raise FetchError(address, FetchReason.NOT_HTML, host=file.name, kind=kinds.kind_in_words(kind))
    decoded = as_html(part.data, kind, charset.named_in(part.content_type), title=file.stem)
    keeping = Keeping(address, find)
    html = keeping.written(decoded.text) if kind == kinds.HTML else decoded.text
    return Page(
        url=address,
        final_url=_web(part.address) or (_saved_from(html) if kind == kinds.HTML else "") or address,
        html=html,
        charset=decoded.charset,
        fetched=_written(file),
        kept=keeping.kept,
    )


def _list_of(archive: Archive, file: Path, address: str) -> Page:
    """The pages of an archive as a page of links to them."""
    keeping = Keeping(address, lambda _reference, _link: "")
    items = "\n".join(
        f'<li><a href="{keeping.stand_in(kept.inner_address(address, name))}">{entities.escape(title)}</a></li>'
        for name, title in archive.pages
    )
    title = entities.escape(file.name)
    html = f"<title>{title}</title><article><h1>{title}</h1><ul>{items}</ul></article>"
    return Page(url=address, final_url=address, html=html, fetched=_written(file), kept=keeping.kept)


def _written(file: Path) -> dt.datetime | None:
    try:
        return dt.datetime.fromtimestamp(file.expanduser().stat().st_mtime, dt.UTC)
    except (OSError, ValueError, OverflowError):
        return None


def _saved_from(html: str) -> str:
    """The address that a saved page remembers; empty when it remembers none."""
    for comment in (_SAVED_FROM, _SINGLE_FILE):
        found = comment.search(html[:_HEAD])
        if found and (address := _web(found[1])):
            return address
    tree = LexborHTMLParser(guarded(html))
    for selector, attribute in _ADDRESSES:
        node = tree.css_first(selector)
        if node is not None and (address := _web(node.attributes.get(attribute) or "")):
            return address
    return ""


def _web(address: str) -> str:
    """The address where it is one of the web, as we would open it; else nothing."""
    try:
        return normalised(address) if urlsplit(address.strip()).scheme.lower() in WEB else ""
    except (FetchError, ValueError):
        return ""
