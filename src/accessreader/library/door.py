"""The one door to SQLite: connections as the library wants them, transactions, and its errors as ours.

Every commit is forced to the disk (`synchronous=FULL`): what was kept stays kept, even if the current fails a moment
later. Many may read while one writes; a second writer waits for its turn, then is told so.

A library that cannot be written is opened for reading, whatever the cause: a disk that can only be read, a full one, a
file of another user. SQLite wants to write beside the file even to read it; where it may not, the file is read as one
that nobody changes, and if a journal lies beside it, from a copy in a folder for passing things.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from accessreader.errors import LibraryError, LibraryProblem

Connection = sqlite3.Connection
DatabaseError = sqlite3.DatabaseError
PATIENCE: Final = 5.0
"""Seconds that a writer waits for another."""

_PROBLEMS: Final = {
    sqlite3.SQLITE_BUSY: LibraryProblem.BUSY,
    sqlite3.SQLITE_LOCKED: LibraryProblem.BUSY,
    sqlite3.SQLITE_FULL: LibraryProblem.FULL,
    sqlite3.SQLITE_READONLY: LibraryProblem.READ_ONLY,
    sqlite3.SQLITE_PERM: LibraryProblem.READ_ONLY,
    sqlite3.SQLITE_CORRUPT: LibraryProblem.DAMAGED,
    sqlite3.SQLITE_NOTADB: LibraryProblem.DAMAGED,
    sqlite3.SQLITE_FORMAT: LibraryProblem.DAMAGED,
    sqlite3.SQLITE_IOERR: LibraryProblem.DISK,
    sqlite3.SQLITE_CANTOPEN: LibraryProblem.UNREACHABLE,
}
_STILL_READS: Final = {
    LibraryProblem.FULL,
    LibraryProblem.READ_ONLY,
    LibraryProblem.DISK,
    LibraryProblem.UNREACHABLE,
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """What SQLite complains of, as a LibraryError about this file; what nobody foresaw stays as it is.

    A ValueError is of a row that says what it cannot: the file is damaged.
    """
    try:
        yield
    except sqlite3.Error as error:
        problem = _PROBLEMS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if problem is None:
            raise
        raise LibraryError(problem, str(path)) from error
    except ValueError as error:
        raise LibraryError(LibraryProblem.DAMAGED, str(path)) from error


@contextmanager
def writing(connection: Connection, path: Path) -> Iterator[None]:
    """A transaction of this one writer: all of it is kept, or nothing. Raises LibraryError."""
    with told(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def for_writing(path: Path, patience: float = PATIENCE) -> Connection:
    """A connection that may write; the file and its folder are made where they are not. Raises LibraryError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(LibraryProblem.UNREACHABLE, str(path)) from error
    if not os.access(path if path.exists() else path.parent, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise LibraryError(LibraryProblem.READ_ONLY if path.exists() else LibraryProblem.UNREACHABLE, str(path))
    with told(path):
        return _prepared(sqlite3.connect(path, timeout=patience, isolation_level=None), write=True)


def for_reading(path: Path, patience: float = PATIENCE) -> Connection:
    """A connection that only reads, from any file that can be read at all. Raises LibraryError."""
    if not path.is_file():
        raise LibraryError(LibraryProblem.UNREACHABLE, str(path))
    for options in ("mode=ro", "mode=ro&immutable=1"):
        journal = path.with_name(path.name + "-wal")
        if "immutable" in options and journal.is_file() and journal.stat().st_size:
            return _from_copy(path, journal, patience)
        try:
            return _read(path, options, patience)
        except LibraryError as error:
            if error.problem not in _STILL_READS:
                raise
    raise LibraryError(LibraryProblem.UNREACHABLE, str(path))


def still_reads(error: LibraryError) -> bool:
    """Whether a library that cannot be opened for writing for this reason may yet be read."""
    return error.problem in _STILL_READS


def _read(path: Path, options: str, patience: float) -> Connection:
    with told(path):
        address = f"{path.absolute().as_uri()}?{options}"
        connection = sqlite3.connect(address, uri=True, timeout=patience, isolation_level=None)
        try:
            return _prepared(connection, write=False)
        except BaseException:
            connection.close()
            raise


def _from_copy(path: Path, journal: Path, patience: float) -> Connection:
    """The library with what its journal holds, read from a copy, which the system may throw away at once."""
    folder = Path(tempfile.mkdtemp(prefix="accessreader-library-"))
    try:
        for part in (path, journal):
            shutil.copyfile(part, folder / part.name)
        return _read(folder / path.name, "mode=rw", patience)
    except OSError as error:
        raise LibraryError(LibraryProblem.UNREACHABLE, str(path)) from error
    finally:
        if os.name == "posix":  # an open file stays until it is closed
            shutil.rmtree(folder, ignore_errors=True)


def _prepared(connection: Connection, *, write: bool) -> Connection:
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -16000")
        if write:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
        else:
            connection.execute("PRAGMA query_only = ON")  # what is written into a copy would be lost
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def copied(connection: Connection, to: Path) -> None:
    """A whole and consistent copy of the library in a file that replaces any other. Raises LibraryError."""
    unfinished = to.with_name(f".{to.name}.new")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        with told(to):
            target = sqlite3.connect(unfinished, isolation_level=None)
            try:
                connection.backup(target)
                target.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
            finally:
                target.close()
        unfinished.replace(to)
    except OSError as error:
        raise LibraryError(LibraryProblem.UNREACHABLE, str(to)) from error
    finally:
        unfinished.unlink(missing_ok=True)
