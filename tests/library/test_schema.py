"""A library of any former version becomes one of this version, whole or not at all, and a copy stays beside."""

import sqlite3

import pytest

from accessreader.errors import LibraryError, LibraryProblem
from accessreader.library import door, schema
from accessreader.library.store import Library
from library.shelf import address, article

LATER = (
    ("ALTER TABLE article ADD COLUMN weather TEXT NOT NULL DEFAULT 'fair'",),
    ("CREATE TABLE cloud (name TEXT)", "INSERT INTO cloud SELECT title FROM article"),
)
"""What later versions might do."""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.db"


def of_version(path, number):
    """A library of this version with one article in it."""
    connection = door.for_writing(path)
    schema.brought_up(connection, path, (*schema.STEPS, *LATER)[:number])
    connection.close()


@pytest.mark.parametrize("former", range(len(schema.STEPS) + len(LATER)))
def test_every_former_version_is_brought_up_and_a_copy_stays(path, former):
    if former:
        with Library(path) as library:
            library.keep(article("1", "Kept"))
        of_version(path, former)
    connection = door.for_writing(path)
    schema.brought_up(connection, path, (*schema.STEPS, *LATER))
    assert schema.version_of(connection) == len(schema.STEPS) + len(LATER)
    assert connection.execute("SELECT weather FROM article").fetchall() == ([("fair",)] if former else [])
    connection.close()
    copy = path.with_name(f"library.before-{len(schema.STEPS) + len(LATER)}.db")
    assert copy.exists() == bool(former)
    if former:
        before = sqlite3.connect(copy)
        assert before.execute("PRAGMA user_version").fetchone() == (former,)
        assert before.execute("SELECT title FROM article").fetchall() == [("Kept",)]
        before.close()


def test_a_step_that_fails_changes_nothing(path):
    with Library(path) as library:
        library.keep(article("1", "Kept"))
    broken = (*schema.STEPS, ("CREATE TABLE cloud (name TEXT)", "INSERT INTO cloud SELECT nothing FROM article"))
    connection = door.for_writing(path)
    with pytest.raises(sqlite3.OperationalError, match="nothing"):
        schema.brought_up(connection, path, broken)
    connection.close()
    with Library(path) as library:
        assert schema.version_of(library.connection) == schema.VERSION
        assert library.article(address("1")).title == "Kept"


def test_a_library_of_a_later_version_is_left_alone(path):
    Library(path).close()
    of_version(path, schema.VERSION + 1)
    with pytest.raises(LibraryError, match="newer version") as caught:
        Library(path)
    assert caught.value.problem is LibraryProblem.NEWER
