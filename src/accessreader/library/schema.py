"""The tables, and how a library of a former version becomes one of this version.

`STEPS[n]` makes version n + 1 of version n, in one transaction with the number; version 0 is an empty file. Before a
library that holds something is changed, a copy of it is put beside it: `library.before-2.db`.

The index for searching is cut into parts of `PART` articles, each a table of its own. Why: a word that stands in
every article is found in the newest part, and the others need not be looked at, so a search costs no more in a large
library than in a small one; and prefixes need no index of their own, which would take as much room as the text.
The index keeps no text: articles are stored once, packed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from accessreader.errors import LibraryError, LibraryProblem
from accessreader.library.door import Connection, copied, told, writing

PART: Final = 8192
"""How many articles a part of the index holds at most."""

_FIRST: Final = (
    """CREATE TABLE article (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        address TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        language TEXT NOT NULL,
        site TEXT NOT NULL,
        published TEXT,
        kept TEXT NOT NULL,
        read INTEGER NOT NULL DEFAULT 0,
        changed INTEGER NOT NULL DEFAULT 0,
        block INTEGER NOT NULL DEFAULT 0,
        at INTEGER NOT NULL DEFAULT 0,
        words TEXT NOT NULL DEFAULT '')""",
    """CREATE TABLE version (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        fetched TEXT NOT NULL,
        seen TEXT NOT NULL,
        etag TEXT NOT NULL,
        hash BLOB NOT NULL,
        body BLOB NOT NULL)""",
    "CREATE INDEX version_of ON version (article, id)",
    """CREATE TABLE mark (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('bookmark', 'highlight', 'note')),
        block INTEGER NOT NULL,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        words TEXT NOT NULL,
        note TEXT NOT NULL,
        made TEXT NOT NULL)""",
    "CREATE INDEX mark_of ON mark (article, id)",
    """CREATE TABLE tag (
        article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        name TEXT NOT NULL,
        PRIMARY KEY (article, name)) WITHOUT ROWID""",
    "CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
)
STEPS: Final[Sequence[Sequence[str]]] = (_FIRST,)
VERSION: Final = len(STEPS)


def part_of(number: int) -> str:
    """The table of the index in which the article of this number is."""
    return f"found_{number // PART}"


def make_part(connection: Connection, name: str) -> None:
    """Make a part of the index where it is not."""
    connection.execute(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {name} USING fts5(title, people, text, facets, content='',"
        " tokenize='unicode61 remove_diacritics 0')"
    )


def parts(connection: Connection) -> tuple[str, ...]:
    """The parts of the index, that of the newest articles first."""
    names = (str(name) for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE name GLOB 'found_*'"))
    found = (name for name in names if re.fullmatch(r"found_\d+", name))
    return tuple(sorted(found, key=lambda name: int(name.partition("_")[2]), reverse=True))


def brought_up(connection: Connection, path: Path, steps: Sequence[Sequence[str]] = STEPS) -> None:
    """Make a library of any former version, or an empty file, one of the version after the last of `steps`.

    Raises:
        LibraryError: it is of a later version, or it could not be changed; then it is as it was.
    """
    with told(path):
        version = version_of(connection)
        if version > len(steps):
            raise LibraryError(LibraryProblem.NEWER, str(path))
        if version == len(steps):
            return
        if version:
            copied(connection, path.with_name(f"{path.stem}.before-{len(steps)}{path.suffix}"))
    for number in range(version, len(steps)):
        with writing(connection, path):
            if version_of(connection) != number:  # another window was quicker
                continue
            for statement in steps[number]:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number + 1}")


def version_of(connection: Connection) -> int:
    """The version of a library; 0 for an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
