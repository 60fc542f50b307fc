"""What keeps a library whole: looking it through, copying it, and saving what can be read of a damaged one.

Repair never changes the damaged file: what can be read goes into a new one, with a new index; then the old file is set
aside under a name with the date, and the new one takes its place.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from accessreader.errors import LibraryError, LibraryProblem
from accessreader.library import door, schema
from accessreader.library.indexing import reindex
from accessreader.library.packing import fingerprint, unpacked
from accessreader.library.store import Library, stamp_of, time_of
from accessreader.messages import _
from accessreader.safekeeping import set_aside

_TABLES: Final = {
    "article": "id, address, title, language, site, published, kept, read, changed, block, at, words",
    "version": "id, article, fetched, seen, etag, hash, body",
    "mark": "id, article, kind, block, start, end, words, note, made",
}


@dataclass(frozen=True, slots=True)
class Repaired:
    """What a repair saved: how many articles, texts and marks, how many rows were lost, and where the old file is."""

    articles: int
    texts: int
    marks: int
    lost: int
    aside: Path | None


def check(library: Library) -> tuple[str, ...]:
    """What is wrong with a library, in sentences; nothing where it is whole. Every text is unpacked and compared."""
    complaints: list[str] = []
    try:
        complaints += [str(said) for (said,) in library.connection.execute("PRAGMA integrity_check(10)")]
        complaints = [] if complaints == ["ok"] else complaints
        strays = len(library.connection.execute("PRAGMA foreign_key_check").fetchall())
        if strays:
            complaints.append(_("Rows without their article: {number}").format(number=strays))
        complaints += _bad_texts(library)
        if not library.is_read_only:
            for part in schema.parts(library.connection):
                library.connection.execute(f"INSERT INTO {part} ({part}) VALUES ('integrity-check')")  # noqa: S608
    except door.DatabaseError as error:
        complaints.append(str(error))
    return tuple(complaints)


def _bad_texts(library: Library) -> Iterator[str]:
    rows = library.connection.execute(
        "SELECT address, article.kept, fetched, seen, hash, body"
        " FROM version JOIN article ON article.id = version.article"
    )
    for address, *stamps, digest, body in rows:
        with suppress(ValueError):
            article = unpacked(body)
            if article.url == address and fingerprint(article) == digest and all(map(time_of, stamps)):
                continue
        yield _("A text cannot be read as it was kept: {address}").format(address=address)


def backup(library: Library, to: Path) -> None:
    """Put a whole copy of a library into a file, also while others write. Raises LibraryError."""
    door.copied(library.connection, to)


def repair(path: Path) -> Repaired:
    """Save what can be read of a library into a new file in its place; an empty one, where nothing can.

    Raises:
        LibraryError: nothing can be written; then everything is as it was.
    """
    unfinished = path.with_name(f".{path.name}.repaired")
    _remove(unfinished)
    try:
        saved = _saved(path, unfinished)
        aside = set_aside(path)
        if aside is None:
            raise LibraryError(LibraryProblem.READ_ONLY, str(path))
        for ending in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                path.with_name(path.name + ending).rename(aside.with_name(aside.name + ending))
        unfinished.replace(path)
    finally:
        _remove(unfinished)
    return Repaired(*saved, aside)


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _saved(path: Path, to: Path) -> tuple[int, int, int, int]:
    """(articles, texts, marks, rows lost) that went from an old library into a new one."""
    lost = 0
    with Library(to) as library:
        old = _readable(path)
        if old is not None:
            try:
                with door.writing(library.connection, to):
                    lost = _all_carried(old, library)
            finally:
                old.close()
        reindex(library.connection, to)
        counts = [library.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _TABLES]  # noqa: S608
        library.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return counts[0], counts[1], counts[2], lost


def _readable(path: Path) -> door.Connection | None:
    try:
        return door.for_reading(path)
    except LibraryError as error:
        if error.problem is not LibraryProblem.DAMAGED:
            raise
        return None


def _all_carried(old: door.Connection, library: Library) -> int:
    lost = sum(_carried(old, library, table, columns) for table, columns in _TABLES.items())
    with suppress(door.DatabaseError):
        rows = old.execute("SELECT article, name FROM tag").fetchall()
        kept = {number for (number,) in library.connection.execute("SELECT id FROM article")}
        rows = [row for row in rows if row[0] in kept]
        library.connection.executemany("INSERT OR IGNORE INTO tag (article, name) VALUES (?, ?)", rows)
    library.connection.execute("DELETE FROM article WHERE id NOT IN (SELECT article FROM version)")
    return lost


def _carried(old: door.Connection, library: Library, table: str, columns: str) -> int:
    """Carry every row that can be read from an old table into a new one; the answer is how many cannot."""
    blanks = ", ".join("?" for _column in columns.split(","))
    put = f"INSERT INTO {table} ({columns}) VALUES ({blanks})"  # noqa: S608 - our own names
    lost = 0
    for row in _rows(old, table, columns):
        if row is None or (table == "version" and not _is_whole(row)):
            lost += 1
            continue
        try:
            if table == "version":
                _give_article(library, row)
            library.connection.execute(put, _timely(columns, row))
        except door.DatabaseError:  # a row that says what it cannot
            lost += 1
    return lost


def _give_article(library: Library, row: tuple[Any, ...]) -> None:
    """What a text says of its article goes into the article's row, which is made where it was lost."""
    article = unpacked(row[-1])
    day = article.published.isoformat() if article.published else None
    library.connection.execute(
        "INSERT INTO article (id, address, title, language, site, published, kept) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET address = excluded.address, title = excluded.title,"
        " language = excluded.language, site = excluded.site, published = excluded.published",
        (row[1], article.url, article.title, article.language, article.site, day, _time_or_now(row[2])),
    )


_STAMPS: Final = {"kept", "fetched", "seen", "made"}


def _timely(columns: str, row: tuple[Any, ...]) -> tuple[Any, ...]:
    """The row with its damaged stamps of time made whole."""
    named = zip(columns.split(", "), row, strict=True)
    return tuple(_time_or_now(value) if name in _STAMPS else value for name, value in named)


def _time_or_now(stamp: object) -> str:
    try:
        return time_of(stamp).isoformat()
    except ValueError:
        return stamp_of(dt.datetime.now(dt.UTC))


def _is_whole(row: tuple[Any, ...]) -> bool:
    try:
        return fingerprint(unpacked(row[-1])) == bytes(row[-2])
    except (ValueError, TypeError):
        return False


def _rows(old: door.Connection, table: str, columns: str) -> Iterator[tuple[Any, ...] | None]:
    """The rows of a table from its first and from its last to where it is damaged, then one by one; None for a lost."""
    reached: dict[str, int | None] = {"ASC": None, "DESC": None}
    for direction in reached:
        try:
            for row in old.execute(f"SELECT {columns} FROM {table} ORDER BY id {direction}"):  # noqa: S608
                if direction == "DESC" and row[0] <= (reached["ASC"] or 0):
                    return
                reached[direction] = row[0]
                yield row
        except door.DatabaseError:
            continue
        return
    yield from _one_by_one(old, table, columns, _between(old, table, *reached.values()))


def _one_by_one(old: door.Connection, table: str, columns: str, numbers: range) -> Iterator[tuple[Any, ...] | None]:
    for number in numbers:
        try:
            row = old.execute(f"SELECT {columns} FROM {table} WHERE id = ?", (number,)).fetchone()  # noqa: S608
        except door.DatabaseError:
            yield None
        else:
            if row is not None:
                yield row


def _between(old: door.Connection, table: str, low: int | None, high: int | None) -> range:
    """The numbers that neither way has reached."""
    with suppress(door.DatabaseError):
        if high is None:
            row = old.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
            high = int(row[0]) + 1 if row else 0
    return range((low or 0) + 1, high or 0)
