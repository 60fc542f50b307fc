"""What web archives keep: WARC, packed or not, and WACZ, a zip with WARCs and a list of pages in it.

The file is gone through once to see where each answer lies; an answer is read when it is asked for.

Why with a limit of time: a packed record of a few bytes may be terabytes long, and to find the next one it must be
unpacked. What was seen until then can be read.
"""

from __future__ import annotations

import contextlib
import gzip
import io
import json
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Any, Final
from urllib.parse import urldefrag, urljoin

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from accessreader.errors import FetchError, FetchReason
from accessreader.sources import kinds
from accessreader.sources.archive_zip import ZipArchive
from accessreader.sources.kept import Part
from accessreader.sources.titles import HEAD, title_in
from accessreader.sources.watch import MEGABYTE

LARGEST: Final = 20 * MEGABYTE
LARGEST_UNPACKED: Final = 64 * MEGABYTE
"""A WARC that was packed as a whole is unpacked as a whole."""
MOST_SECONDS: Final = 20.0
MOST_RECORDS: Final = 100_000
MOST_PAGES: Final = 1000
_ANSWERS: Final = frozenset({"response", "resource", "conversion"})
_FOREIGN: Final = (
    ArchiveLoadFailed,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    LookupError,
    AttributeError,
    TypeError,
    ArithmeticError,
)
"""What the library raises for broken files; it promises nothing narrower."""

Opener = Callable[[], IO[bytes]]


@dataclass(frozen=True, slots=True)
class _Place:
    opener: Opener
    offset: int
    content_type: str


class WarcArchive:
    """The answers in one or more WARC files. Names are addresses on the web."""

    def __init__(self, openers: list[Opener], address: str, listed: dict[str, str] | None = None) -> None:
        """Go through the files.

        Args:
            openers: functions that each open one file.
            address: the archive's address, for errors.
            listed: address and title of the pages, where the archive has a list of them.

        Raises:
            FetchError: UNREADABLE, or NOT_HTML where no page is in them.
        """
        self._address = address
        self._places: dict[str, _Place] = {}
        self._titles: dict[str, str] = {}
        self._until = time.monotonic() + MOST_SECONDS
        with self._mended():
            for opener in openers:
                self._go_through(opener)
        pages = {name: title for name, title in (listed or {}).items() if name in self._places} or self._titles
        if not pages:
            raise FetchError(address, FetchReason.NOT_HTML, kind=kinds.kind_in_words(kinds.ARCHIVE))
        titled = {name: title for name, title in pages.items() if title} or pages
        self.pages = tuple((name, title or name) for name, title in titled.items())[:MOST_PAGES]
        self.main = self.pages[0][0] if len(self.pages) == 1 else ""

    def part(self, name: str) -> Part | None:
        """An answer by its address. Raises FetchError."""
        place = self._places.get(name)
        if place is None:
            return None
        with self._mended(), place.opener() as stream:
            stream.seek(place.offset)
            for record in ArchiveIterator(stream):
                data = record.content_stream().read(LARGEST + 1)
                if len(data) > LARGEST:
                    raise FetchError(self._address, FetchReason.TOO_LARGE, limit=LARGEST // MEGABYTE)
                return Part(data, place.content_type, name)
        return None

    def beside(self, name: str, reference: str) -> str:
        """The address that a reference in a page means, where the answer is kept; else nothing."""
        try:
            found = urldefrag(urljoin(name, reference)).url
        except ValueError:
            return ""
        if found in self._places:
            return found
        scheme, colon, rest = found.partition(":")
        other = {"http": "https", "https": "http"}.get(scheme, "") + colon + rest
        return other if other in self._places else ""

    def _go_through(self, opener: Opener) -> None:
        with opener() as stream:
            try:
                self._note_all(opener, stream)
            except ArchiveLoadFailed:
                if self._places:
                    return
                data = _unpacked_whole(opener)
                with (again := lambda: io.BytesIO(data))() as unpacked:
                    self._note_all(again, unpacked)

    def _note_all(self, opener: Opener, stream: IO[bytes]) -> None:
        records = ArchiveIterator(_Watched(stream, self._until))
        with contextlib.suppress(_OutOfTimeError):
            for number, record in enumerate(records):
                if number >= MOST_RECORDS:
                    return
                self._note(opener, records.offset, record)

    def _note(self, opener: Opener, offset: int, record: Any) -> None:
        name = record.rec_headers.get_header("WARC-Target-URI") or ""
        name = name.strip("<>")
        headers = record.http_headers
        if record.rec_type not in _ANSWERS or name in self._places or not name.startswith(("http:", "https:")):
            return
        if headers is not None and headers.get_statuscode() != "200":
            return
        content_type = (headers or record.rec_headers).get_header("Content-Type") or ""
        kind = kinds.named_kind(content_type)
        if kind not in {kinds.HTML, kinds.TEXT, kinds.PICTURE}:
            return
        self._places[name] = _Place(opener, offset, content_type)
        if kind == kinds.HTML:
            self._titles[name] = title_in(record.content_stream().read(HEAD))

    @contextmanager
    def _mended(self) -> Iterator[None]:
        try:
            yield
        except _FOREIGN as error:
            raise FetchError(self._address, FetchReason.UNREADABLE, host=self._address) from error


def out_of_wacz(archive: ZipArchive, address: str) -> WarcArchive:
    """The WARCs of a WACZ. Raises FetchError."""
    names = [name for name in archive.names() if name.startswith("archive/") and ".warc" in name]
    listed = archive.part("pages/pages.jsonl")
    openers = [archive.opener(name) for name in names]
    return WarcArchive(openers, address, _listed(listed.data) if listed is not None else None)


def _listed(data: bytes) -> dict[str, str]:
    """Address and title of the pages that a WACZ lists."""
    pages: dict[str, str] = {}
    for line in data.splitlines()[:MOST_RECORDS]:
        try:
            said = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(said, dict) and isinstance(said.get("url"), str):
            title = said.get("title")
            pages[said["url"]] = title[:200] if isinstance(title, str) else ""
    return pages


def _unpacked_whole(opener: Opener) -> bytes:
    with opener() as packed, gzip.open(packed) as stream:
        data = stream.read(LARGEST_UNPACKED)
    return data if isinstance(data, bytes) else b""


class _OutOfTimeError(Exception):
    """The file has been gone through for long enough."""


class _Watched:
    """A stream that ends the going through when its time is over."""

    def __init__(self, stream: IO[bytes], until: float) -> None:
        self._stream = stream
        self._until = until

    def read(self, size: int = -1) -> bytes:
        if time.monotonic() > self._until:
            raise _OutOfTimeError
        return self._stream.read(size)

    def tell(self) -> int:
        return self._stream.tell()
