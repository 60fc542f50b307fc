"""Pages that people keep as files: .html, .mhtml, .txt, alone, packed by gzip, or one of them in a zip.

What a file is, its bytes tell; its ending does not matter. Where the program that saved it wrote down the address,
the page gets it back, so that its site is known and its links lead somewhere.
"""

from __future__ import annotations

import datetime as dt
import email
import email.message
import email.policy
import io
import lzma
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from accessreader.errors import FetchError, FetchReason
from accessreader.sources import charset, kinds
from accessreader.sources.address import WEB, normalised, path_of
from accessreader.sources.page import Page
from accessreader.sources.plain import as_html
from accessreader.sources.unpack import GZIP_MAGIC, Unpacker
from accessreader.sources.watch import MEGABYTE

LARGEST: Final = 20 * MEGABYTE

_ZIP_MAGIC: Final = b"PK\x03\x04"
_DEEPEST: Final = 3
_HEAD: Final = 16_384
_MHTML: Final = re.compile(
    rb"\s*(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*+){0,20}?Content-Type:\s*multipart/related", re.IGNORECASE
)
_PAGES: Final = (".html", ".htm", ".xhtml", ".mht", ".mhtml", ".txt")
# Written by Internet Explorer, Edge, Chrome and Firefox; and by the SingleFile extension.
_SAVED_FROM: Final = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->", re.IGNORECASE)
_SINGLE_FILE: Final = re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)", re.IGNORECASE)
_ADDRESSES: Final = (
    ("link[rel~=canonical]", "href"),
    ('meta[property="og:url"]', "content"),
    ("base", "href"),
)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What a file held: bytes, and what its wrapping says about them."""

    data: bytes
    content_type: str = ""
    address: str = ""


def open_saved(path: str | Path) -> Page:
    """The page in a file, by path or by `file:` address.

    `url` is the file's address; `final_url` the address it was saved from, when the file tells, else the file's.
    `fetched` is when the file was written.

    Raises:
        FetchError: NO_FILE, TOO_LARGE (20 MB, unpacked), NOT_HTML or UNREADABLE; nothing else is raised.
    """
    file = path if isinstance(path, Path) else path_of(normalised(path))
    address = _address_of(file)
    data, written = _bytes_of(file, address)
    kept = _unwrapped(_Kept(data), address)
    kind = kinds.kind_of(kept.data, kept.content_type) if kept.data else kinds.HTML
    if kind not in {kinds.HTML, kinds.TEXT}:
        raise FetchError(address, FetchReason.NOT_HTML, host=file.name, kind=kinds.kind_in_words(kind))
    decoded = as_html(kept.data, kind, charset.named_in(kept.content_type), title=file.stem)
    return Page(
        url=address,
        final_url=_web(kept.address) or (_saved_from(decoded.text) if kind == kinds.HTML else "") or address,
        html=decoded.text,
        charset=decoded.charset,
        fetched=written,
    )


def _address_of(file: Path) -> str:
    try:
        return file.expanduser().absolute().as_uri()
    except (OSError, RuntimeError, ValueError) as error:
        raise FetchError(str(file), FetchReason.NO_FILE) from error


def _bytes_of(file: Path, address: str) -> tuple[bytes, dt.datetime]:
    file = file.expanduser()
    try:
        if not file.is_file():  # a pipe or a device would hold us for ever
            raise FetchError(str(file), FetchReason.NO_FILE)
        with file.open("rb") as stream:
            data = stream.read(LARGEST + 1)
        written = dt.datetime.fromtimestamp(file.stat().st_mtime, dt.UTC)
    except (OSError, ValueError, OverflowError) as error:
        raise FetchError(str(file), FetchReason.NO_FILE) from error
    return _bounded(data, address), written


def _bounded(data: bytes, address: str) -> bytes:
    if len(data) > LARGEST:
        raise FetchError(address, FetchReason.TOO_LARGE, limit=LARGEST // MEGABYTE)
    return data


def _unwrapped(kept: _Kept, address: str) -> _Kept:
    """The page itself, out of gzip, zip and MHTML, a few deep.

    Raises:
        FetchError: UNREADABLE, TOO_LARGE, or NOT_HTML when there is no page in a zip.
    """
    for _ in range(_DEEPEST):
        if kept.data.startswith(GZIP_MAGIC):
            kept = _Kept(_out_of_gzip(kept.data, address))
        elif kept.data.startswith(_ZIP_MAGIC):
            kept = _Kept(_out_of_zip(kept.data, address))
        elif _MHTML.match(kept.data[:_HEAD]):
            return _out_of_mhtml(kept.data, address)
        else:
            break
    return kept


def _out_of_gzip(data: bytes, address: str) -> bytes:
    unpacker = Unpacker("gzip", LARGEST)
    try:
        page = unpacker.feed(data)
    except zlib.error as error:
        raise FetchError(address, FetchReason.UNREADABLE, host=address) from error
    if unpacker.overflowed:
        raise FetchError(address, FetchReason.TOO_LARGE, limit=LARGEST // MEGABYTE)
    return page


def _out_of_zip(data: bytes, address: str) -> bytes:
    """The page of an archive that holds one page and what belongs to it: the topmost, and of these the largest."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            pages = [entry for entry in archive.infolist() if entry.filename.lower().endswith(_PAGES)]
            if not pages:
                raise FetchError(address, FetchReason.NOT_HTML, kind=kinds.kind_in_words(kinds.ARCHIVE))
            page = min(pages, key=lambda entry: (entry.filename.count("/"), -entry.file_size))
            with archive.open(page) as stream:
                return _bounded(stream.read(LARGEST + 1), address)
    except (
        zipfile.BadZipFile,
        zlib.error,
        lzma.LZMAError,
        OSError,
        EOFError,
        RuntimeError,  # locked by a password
        ValueError,
    ) as error:
        raise FetchError(address, FetchReason.UNREADABLE, host=address) from error


def _out_of_mhtml(data: bytes, address: str) -> _Kept:
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        part = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
        body = part.get_payload(decode=True) if part is not None else None
    except (ValueError, LookupError, AttributeError, TypeError) as error:
        raise FetchError(address, FetchReason.UNREADABLE, host=address) from error
    if part is None or not isinstance(body, bytes):
        raise FetchError(address, FetchReason.UNREADABLE, host=address)
    located = message.get("Snapshot-Content-Location") or part.get("Content-Location") or ""
    return _Kept(body, str(part.get("Content-Type", "")), str(located).strip())


def _saved_from(html: str) -> str:
    """The address that a saved page remembers; empty when it remembers none."""
    for comment in (_SAVED_FROM, _SINGLE_FILE):
        found = comment.search(html[:_HEAD])
        if found and (address := _web(found[1])):
            return address
    tree = LexborHTMLParser(html)
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
