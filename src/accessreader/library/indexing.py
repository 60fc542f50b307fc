"""The index for searching: what goes in, and what comes out again, exactly as it went in.

The index keeps no text, so SQLite must be told what to take out of it. That is made of the stored article again, and is
the same only as long as letters are folded the same way: by which way they were is written down, and where it is
another one now (a new Python knows new letters), the index is made anew.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import cache
from pathlib import Path

from accessreader.article import Article
from accessreader.library import door, schema
from accessreader.library.door import Connection
from accessreader.library.folding import entry, indexed
from accessreader.library.packing import unpacked


def index(connection: Connection, number: int, article: Article) -> None:
    """Make the words of an article findable. To be called within a transaction."""
    part = schema.part_of(number)
    schema.make_part(connection, part)
    connection.execute(
        f"INSERT INTO {part} (rowid, title, people, text, facets) VALUES (?, ?, ?, ?, ?)",  # noqa: S608 - our own name
        (number, *entry(article)),
    )


def unindex(connection: Connection, number: int, article: Article) -> None:
    """Take the words of an article out of the index. To be called within a transaction."""
    part = schema.part_of(number)
    connection.execute(
        f"INSERT INTO {part} ({part}, rowid, title, people, text, facets) VALUES ('delete', ?, ?, ?, ?, ?)",  # noqa: S608
        (number, *entry(article)),
    )


def reindex(connection: Connection, path: Path) -> None:
    """Make the index anew from the newest texts; those that cannot be read are not findable. Raises LibraryError."""
    with door.writing(connection, path):
        for part in schema.parts(connection):
            connection.execute(f"DROP TABLE {part}")
        for (number,) in connection.execute("SELECT id FROM article ORDER BY id").fetchall():
            row = connection.execute(
                "SELECT body FROM version WHERE article = ? ORDER BY id DESC LIMIT 1", (number,)
            ).fetchone()
            if row is not None:
                with suppress(ValueError):
                    index(connection, number, unpacked(row[0]))
        connection.execute("INSERT OR REPLACE INTO fact (name, value) VALUES ('folding', ?)", (_way_of_folding(),))


def index_as_now(connection: Connection, path: Path) -> None:
    """Make the index anew if letters were folded in another way when it was made. Raises LibraryError."""
    with door.told(path):
        row = connection.execute("SELECT value FROM fact WHERE name = 'folding'").fetchone()
    if row is None or row[0] != _way_of_folding():
        reindex(connection, path)


@cache
def _way_of_folding() -> str:
    letters = " ".join(map(chr, range(0x20, 0x590)))
    return hashlib.sha256(indexed(letters).encode()).hexdigest()
