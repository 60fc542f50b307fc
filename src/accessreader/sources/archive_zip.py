"""A zip of saved pages: which page in it is meant, and what lies beside it there."""

from __future__ import annotations

import io
import lzma
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final
from urllib.parse import unquote, urlsplit

from accessreader.errors import FetchError, FetchReason
from accessreader.sources import kinds
from accessreader.sources.kept import Part
from accessreader.sources.titles import HEAD, title_in
from accessreader.sources.watch import MEGABYTE

LARGEST: Final = 20 * MEGABYTE
MOST_ENTRIES: Final = 20_000
MOST_PAGES: Final = 1000
PAGES: Final = (".html", ".htm", ".xhtml", ".mht", ".mhtml", ".txt")
_TITLED: Final = 200
"""Pages that are opened for their titles; the others of a list are called by their names."""


class ZipArchive:
    """The pages of a zip. Names are paths from its top, without `.` and `..`; what would lie above it, is not there."""

    def __init__(self, source: Path | bytes, address: str) -> None:
        """Look into it.

        Raises:
            FetchError: UNREADABLE; NOT_HTML where there is no page in it; TOO_LARGE where there are too many entries.
        """
        self._source = source
        self._address = address
        self.main = ""
        self.pages: tuple[tuple[str, str], ...] = ()
        with self._opened() as archive:
            entries = archive.infolist()
            if len(entries) > MOST_ENTRIES:
                raise FetchError(address, FetchReason.TOO_LARGE, limit=LARGEST // MEGABYTE)
            self._entries = {name: entry for entry in entries if (name := _clean(entry.filename))}
            self.is_wacz = any(name.startswith("archive/") and ".warc" in name for name in self._entries)
            names = [name for name in self._entries if name.lower().endswith(PAGES)]
            if self.is_wacz:
                return
            if not names:
                raise FetchError(address, FetchReason.NOT_HTML, kind=kinds.kind_in_words(kinds.ARCHIVE))
            names = _own(names)[:MOST_PAGES]
            self.main = _meant(names)
            self.pages = tuple((name, self._title(archive, name, number)) for number, name in enumerate(names))

    def part(self, name: str) -> Part | None:
        """An entry by its name. Raises FetchError."""
        entry = self._entries.get(_clean(name))
        if entry is None:
            return None
        with self._opened() as archive, archive.open(entry) as stream:
            data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise FetchError(self._address, FetchReason.TOO_LARGE, limit=LARGEST // MEGABYTE)
        return Part(data)

    def beside(self, name: str, reference: str) -> str:
        """The name of the entry that a reference in a page means; empty where there is none."""
        try:
            parts = urlsplit(reference)
        except ValueError:
            return ""
        if parts.scheme or parts.netloc or not parts.path:
            return ""
        found = _clean(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
        return found if found in self._entries else ""

    def _title(self, archive: zipfile.ZipFile, name: str, number: int) -> str:
        if number < _TITLED and len(self._entries) > 1 and not self.main and not name.lower().endswith(".txt"):
            with archive.open(self._entries[name]) as stream:
                if title := title_in(stream.read(HEAD)):
                    return title
        return posixpath.splitext(name)[0]

    @contextmanager
    def _opened(self) -> Iterator[zipfile.ZipFile]:
        try:
            source: Path | IO[bytes] = io.BytesIO(self._source) if isinstance(self._source, bytes) else self._source
            with zipfile.ZipFile(source) as archive:
                yield archive
        except (
            zipfile.BadZipFile,
            zlib.error,
            lzma.LZMAError,
            OSError,
            EOFError,
            RuntimeError,  # locked by a password
            NotImplementedError,
            ValueError,
        ) as error:
            raise FetchError(self._address, FetchReason.UNREADABLE, host=self._address) from error

    def opener(self, name: str) -> Callable[[], IO[bytes]]:
        """A function that opens an entry as a stream of its own. It raises FetchError."""

        def opened() -> IO[bytes]:
            part = self.part(name)
            return io.BytesIO(part.data if part is not None else b"")

        return opened

    def names(self) -> tuple[str, ...]:
        """All names."""
        return tuple(self._entries)


def _clean(name: str) -> str:
    """A path without `.` and `..`; empty where it is a folder's or leads above the top."""
    name = name.replace("\\", "/")
    if name.endswith("/") or "\0" in name:
        return ""
    path = posixpath.normpath(name.lstrip("/"))
    return "" if path == "." or path.startswith("../") or path == ".." else path


def _own(names: list[str]) -> list[str]:
    """The pages that are pages, and not frames out of the folder that belongs to another."""
    stems = {posixpath.splitext(name)[0] for name in names}
    own = [name for name in names if not _belongs(name, stems)]
    return sorted(own, key=lambda name: (name.count("/"), name)) or names


def _belongs(name: str, stems: set[str]) -> bool:
    folder = posixpath.dirname(name)
    while folder:
        if folder.rpartition("_")[0] in stems or folder.rpartition(".")[0] in stems or folder in stems:
            return True
        folder = posixpath.dirname(folder)
    return name.startswith("__MACOSX/")


def _meant(names: list[str]) -> str:
    """The page that is meant when none is named: the only one, or the only topmost, or the topmost `index`."""
    highest = names[0].count("/")
    top = [name for name in names if name.count("/") == highest]
    if len(top) == 1:
        return top[0]
    return next((name for name in top if posixpath.basename(name).lower().startswith("index.")), "")
