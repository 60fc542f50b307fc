"""`Library`: what is kept, in one file.

An article is known by its address. Every text of it that came is kept; the same text fetched again is not stored twice,
only the time at which it was seen last. Which came after which is told by their numbers, never by the clock.

A `Library` belongs to the thread that opened it; to open one is cheap. Everything raises LibraryError, whose sentence
says what happened and what to do.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from accessreader.article import Article, Position, refound, sheet, words_after
from accessreader.errors import LibraryError, LibraryProblem
from accessreader.library import door, schema
from accessreader.library.indexing import index, index_as_now, unindex
from accessreader.library.packing import fingerprint, packed, unpacked
from accessreader.library.values import Fetched, Kept

WORDS_KEPT: Final = 80
"""How many characters after a place are kept with it, so that it is found again in another text."""
KEPT_COLUMNS: Final = (
    "article.address, article.title, article.language, article.site, article.published, article.kept, article.read,"
    " article.changed, (SELECT count(*) FROM version WHERE version.article = article.id),"
    " (SELECT max(fetched) FROM (SELECT fetched FROM version WHERE version.article = article.id"
    " ORDER BY id DESC LIMIT 1))"
)


class Library:
    """What is kept.

    Attributes:
        path: the file.
        is_read_only: that nothing can be changed, for the file or its disk only lets itself be read.
    """

    def __init__(self, path: Path, patience: float = door.PATIENCE) -> None:
        """Open a library, or begin one where there is none; one of a former version is brought up, a copy put beside.

        Args:
            path: the file.
            patience: seconds to wait for another writer.

        Raises:
            LibraryError: it is of a later version, damaged, or can be neither read nor made.
        """
        self.path = path
        self.is_read_only = False
        try:
            self.connection = door.for_writing(path, patience)
            self._brought_up()
        except LibraryError as error:
            if not door.still_reads(error) or not path.is_file():
                raise
            self.connection = door.for_reading(path, patience)
            self.is_read_only = True

    def _brought_up(self) -> None:
        try:
            schema.brought_up(self.connection, self.path)
            index_as_now(self.connection, self.path)
        except BaseException:
            self.connection.close()
            raise

    def close(self) -> None:
        """Give the file back."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def keep(self, article: Article, *, etag: str = "", when: dt.datetime | None = None) -> Kept:
        """Keep an article, or what came of it anew.

        When this ends, it is on the disk. Where a text differs from the one kept before, both stay, and the article
        counts as changed until it is marked as read.

        Args:
            article: known by its `url`.
            etag: what the server calls this text.
            when: the time at which it came; `article.fetched` or now, if not told.
        """
        stamp = stamp_of(when or article.fetched or dt.datetime.now(dt.UTC))
        digest, body = fingerprint(article), packed(article)
        with door.writing(self.connection, self.path):
            number = self._number_of(article.url)
            newest = self._newest(number) if number is not None else None
            if number is None:
                number = self._added(article, stamp)
            if newest is not None and newest[1] == digest:
                self.connection.execute("UPDATE version SET seen = ?, etag = ? WHERE id = ?", (stamp, etag, newest[0]))
            else:
                self._store(number, article, (stamp, stamp, etag, digest, body), former=newest)
        return self.kept(article.url)

    def _added(self, article: Article, stamp: str) -> int:
        cursor = self.connection.execute(
            "INSERT INTO article (address, title, language, site, published, kept) VALUES (?, '', '', '', NULL, ?)",
            (article.url, stamp),
        )
        return int(cursor.lastrowid or 0)

    def _store(
        self, number: int, article: Article, row: tuple[Any, ...], *, former: tuple[int, bytes, bytes] | None
    ) -> None:
        """Put a text above the former one, and into the index in its stead."""
        if former is not None:
            unindex(self.connection, number, unpacked(former[2]))
        self.connection.execute(
            "INSERT INTO version (article, fetched, seen, etag, hash, body) VALUES (?, ?, ?, ?, ?, ?)", (number, *row)
        )
        self.connection.execute(
            "UPDATE article SET title = ?, language = ?, site = ?, published = ?, changed = ? WHERE id = ?",
            (
                article.title,
                article.language,
                article.site,
                article.published.isoformat() if article.published else None,
                former is not None,
                number,
            ),
        )
        index(self.connection, number, article)

    def forget(self, address: str) -> None:
        """Forget an article, all its texts, marks and tags. Raises LibraryError NOT_KEPT."""
        with door.writing(self.connection, self.path):
            number = self.number_of(address)
            newest = self._newest(number)
            if newest is not None:
                with suppress(ValueError):  # what cannot be read can be forgotten
                    unindex(self.connection, number, unpacked(newest[2]))
            self.connection.execute("DELETE FROM article WHERE id = ?", (number,))

    def __contains__(self, address: str) -> bool:
        with door.told(self.path):
            return self._number_of(address) is not None

    def __len__(self) -> int:
        with door.told(self.path):
            return int(self.connection.execute("SELECT count(*) FROM article").fetchone()[0])

    def kept(self, address: str) -> Kept:
        """What is known of a kept article. Raises LibraryError NOT_KEPT."""
        with door.told(self.path):
            row = self.connection.execute(
                f"SELECT {KEPT_COLUMNS} FROM article WHERE address = ?",  # noqa: S608 - our own names
                (address,),
            ).fetchone()
            if row is None:
                raise LibraryError(LibraryProblem.NOT_KEPT, address)
            return as_kept(row)

    def newest(self, at_most: int = 100, after: int = 0) -> tuple[Kept, ...]:
        """The articles kept last, newest first; `after` of them are passed over."""
        with door.told(self.path):
            rows = self.connection.execute(
                f"SELECT {KEPT_COLUMNS} FROM article ORDER BY article.id DESC LIMIT ? OFFSET ?",  # noqa: S608
                (at_most, after),
            ).fetchall()
            return tuple(as_kept(row) for row in rows)

    def article(self, address: str, version: int | None = None) -> Article:
        """The newest text of an article, or one of its `versions`. Raises LibraryError NOT_KEPT, DAMAGED."""
        with door.told(self.path):
            number = self.number_of(address)
            if version is None:
                row = self._newest(number)
            else:
                row = self.connection.execute(
                    "SELECT id, hash, body FROM version WHERE article = ? AND id = ?", (number, version)
                ).fetchone()
            if row is None:
                raise LibraryError(LibraryProblem.NOT_KEPT, address)
            return unpacked(row[2])

    def versions(self, address: str) -> tuple[Fetched, ...]:
        """Every text of an article that came, the newest first."""
        with door.told(self.path):
            rows = self.connection.execute(
                "SELECT id, fetched, seen, etag, hash FROM version WHERE article = ? ORDER BY id DESC",
                (self.number_of(address),),
            ).fetchall()
            return tuple(
                Fetched(number=number, fetched=time_of(fetched), seen=time_of(seen), etag=etag, digest=digest.hex())
                for number, fetched, seen, etag, digest in rows
            )

    def mark_read(self, address: str, *, read: bool = True) -> None:
        """Note that the newest text was read, or that it was not."""
        self.change("UPDATE article SET read = ?, changed = changed AND NOT ? WHERE id = ?", address, read, read)

    def stand(self, address: str, place: Position) -> None:
        """Remember where the reader stands, in `sheet` of the newest text."""
        words = words_after(sheet(self.article(address)), place, WORDS_KEPT)
        self.change(
            "UPDATE article SET block = ?, at = ?, words = ? WHERE id = ?", address, place.block, place.offset, words
        )

    def place(self, address: str) -> Position:
        """Where the reader stood, found again in the newest text by the words that followed."""
        with door.told(self.path):
            block, at, words = self.connection.execute(
                "SELECT block, at, words FROM article WHERE id = ?", (self.number_of(address),)
            ).fetchone()
        return refound(sheet(self.article(address)), Position(block, at), words)

    def tag(self, address: str, *names: str) -> None:
        """Put tags on an article."""
        with door.writing(self.connection, self.path):
            number = self.number_of(address)
            rows = [(number, " ".join(name.split())) for name in names]
            self.connection.executemany("INSERT OR IGNORE INTO tag (article, name) VALUES (?, ?)", rows)

    def untag(self, address: str, name: str) -> None:
        """Take a tag off an article."""
        self.change("DELETE FROM tag WHERE name = ? AND article = ?", address, name)

    def tags(self, address: str) -> tuple[str, ...]:
        """The tags of an article, by name."""
        with door.told(self.path):
            rows = self.connection.execute(
                "SELECT name FROM tag WHERE article = ? ORDER BY name", (self.number_of(address),)
            ).fetchall()
        return tuple(name for (name,) in rows)

    def change(self, statement: str, address: str, *values: object) -> None:
        """One change of what belongs to an article, whose number is the statement's last value."""
        with door.writing(self.connection, self.path):
            self.connection.execute(statement, (*values, self.number_of(address)))

    def number_of(self, address: str) -> int:
        """The number of a kept article. Raises LibraryError NOT_KEPT."""
        number = self._number_of(address)
        if number is None:
            raise LibraryError(LibraryProblem.NOT_KEPT, address)
        return number

    def _number_of(self, address: str) -> int | None:
        row = self.connection.execute("SELECT id FROM article WHERE address = ?", (address,)).fetchone()
        return None if row is None else int(row[0])

    def _newest(self, number: int) -> tuple[int, bytes, bytes] | None:
        row: tuple[int, bytes, bytes] | None = self.connection.execute(
            "SELECT id, hash, body FROM version WHERE article = ? ORDER BY id DESC LIMIT 1", (number,)
        ).fetchone()
        return row


def as_kept(row: Iterable[Any]) -> Kept:
    """What a row of KEPT_COLUMNS says. Raises ValueError where it is damaged."""
    address, title, language, site, published, kept, read, changed, versions, fetched = row
    return Kept(
        address=address,
        title=title,
        language=language,
        site=site,
        published=dt.date.fromisoformat(published) if published else None,
        kept=time_of(kept),
        fetched=time_of(fetched or kept),
        read=bool(read),
        changed=bool(changed),
        versions=versions,
    )


def stamp_of(when: dt.datetime) -> str:
    """A time as it is stored; without a zone it is UTC."""
    aware = when if when.tzinfo else when.replace(tzinfo=dt.UTC)
    return aware.astimezone(dt.UTC).isoformat(timespec="seconds")


def time_of(stamp: object) -> dt.datetime:
    """The time of a stored stamp. Raises ValueError where it is damaged."""
    return dt.datetime.fromisoformat(str(stamp))
