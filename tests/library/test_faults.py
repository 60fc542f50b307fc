"""What a library survives: kills, a full disk, a disk that only reads, another writer, flipped bytes, other letters."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from accessreader.article import Span
from accessreader.errors import LibraryError, LibraryProblem
from accessreader.library.marks import mark, marks
from accessreader.library.search import search
from accessreader.library.store import Library
from accessreader.library.upkeep import backup, check, repair
from accessreader.library.values import MarkKind, Wish
from library.shelf import address, article

KEEPING = """
import sys
from library.shelf import article
from accessreader.library.store import Library
with Library(__import__("pathlib").Path(sys.argv[1])) as library:
    for number in range(10**9):
        library.keep(article(str(number % 7), f"Title {number}", f"words{number} " * 200))
        print(number, flush=True)
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.db"


@pytest.fixture
def many(path):
    """A library of 300 articles, the first with a note and a tag."""
    with Library(path) as library:
        for number in range(300):
            library.keep(article(str(number), f"Title {number}", *(f"water{number} text{part}" for part in range(40))))
        mark(library, address("0"), MarkKind.NOTE, Span(0, 0, 5), note="mine")
        library.tag(address("0"), "law")
        library.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def alter(path, *statements):
    """Change what is in the file, past the library."""
    raw = sqlite3.connect(path)
    for statement in statements:
        raw.execute(statement)
    raw.commit()
    raw.close()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_a_kill_at_any_moment_loses_nothing_that_was_kept(path, seed):
    dice = random.Random(seed)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    for kill in range(10):
        words = [sys.executable, "-c", KEEPING, str(path)]
        child = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=environment)
        said = [child.stdout.readline() for _line in range(dice.randrange(1, 12))]
        child.send_signal(signal.SIGKILL)
        said += child.stdout.read().splitlines(keepends=True)
        child.wait()
        child.stdout.close()
        last = max(int(line) for line in said if line.endswith("\n"))
        with Library(path) as library:
            title = library.article(address(str(last % 7))).title
            assert title in {f"Title {last}", f"Title {last + 7}"}, kill
            if kill % 5 == 4:
                assert check(library) == ()
                assert search(library, Wish(words=title.replace("Title ", "words"))).hits


def test_another_writer_is_waited_for_and_then_told(path):
    with Library(path, patience=0.05) as library:
        library.keep(article("1"))
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="just now") as caught:
            library.keep(article("2"))
        assert caught.value.problem is LibraryProblem.BUSY
        assert library.article(address("1")).title == "A title"
        other.execute("COMMIT")
        other.close()
        library.keep(article("2"))


def test_on_a_full_disk_nothing_is_kept_and_everything_is_read(path):
    with Library(path) as library:
        library.keep(article("1", "T", "Water."))
        pages = library.connection.execute("PRAGMA page_count").fetchone()[0]
        library.connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(LibraryError, match="full") as caught:
            library.keep(article("2", "T", *(f"word{number} " * 99 for number in range(2000))))
        assert caught.value.problem is LibraryProblem.FULL
        assert library.article(address("1")).title == "T"
        assert len(search(library, Wish(words="water")).hits) == 1
        assert check(library) == ()


def test_a_disk_that_takes_not_one_byte_more_is_still_read(many):
    script = """
import resource, sys, pathlib
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
from accessreader.errors import LibraryError
from accessreader.library.store import Library
from accessreader.library.search import search
from accessreader.library.values import Wish
from library.shelf import article
with Library(pathlib.Path(sys.argv[1])) as library:
    sys.stderr.write(str(len(search(library, Wish(words="water7")).hits)))
    try:
        library.keep(article("new"))
    except LibraryError as error:
        sys.stderr.write(error.problem)
"""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", script, str(many)], stderr=subprocess.PIPE, text=True, env=environment, check=False
    )
    assert done.returncode == 0
    assert done.stderr.startswith("11")
    assert done.stderr[2:] in {"full", "disk", "read-only"}


@pytest.mark.parametrize("journal", [False, True])
def test_a_library_that_only_lets_itself_be_read_is_read(journal):
    with tempfile.TemporaryDirectory() as folder:  # pytest's own are closed to another user
        Path(folder).chmod(0o755)
        read_by_another_user(Path(folder) / "library.db", journal=journal)


def read_by_another_user(path, *, journal):
    with Library(path) as library:
        library.keep(article("1", "T", "Water."))
        if journal:  # as a killed program leaves it
            for ending in ("", "-wal"):
                part = path.with_name(path.name + ending)
                (path.parent / f"left{ending}").write_bytes(part.read_bytes())
    if journal:
        for ending in ("", "-wal"):
            (path.parent / f"left{ending}").rename(path.with_name(path.name + ending))
    script = """
import os, pathlib, sys
from accessreader.errors import LibraryError
from accessreader.library.store import Library
from accessreader.library.search import search
from accessreader.library.values import Wish
from library.shelf import article
if os.geteuid() == 0:  # whom no permission hinders
    os.setgid(65534), os.setuid(65534)
with Library(pathlib.Path(sys.argv[1])) as library:
    print(library.is_read_only, len(search(library, Wish(words="water")).hits))
    try:
        library.keep(article("new"))
    except LibraryError as error:
        print(error.problem)
"""
    for each in path.parent.glob("library.db*"):
        each.chmod(0o444)
    path.parent.chmod(0o555)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            [sys.executable, "-c", script, str(path)], capture_output=True, text=True, env=environment, check=False
        )
    finally:
        path.parent.chmod(0o755)
    assert (done.stdout, done.stderr) == ("True 1\nread-only\n", "")


def complaints_of(path):
    """What is said of a damaged library when it is opened, or when it is looked through."""
    try:
        with Library(path) as library:
            return check(library)
    except LibraryError as error:
        return str(error).partition("library repair")[1]


@pytest.mark.parametrize("seed", range(6))
def test_flipped_bytes_are_told_and_what_can_be_read_is_saved(many, seed):
    dice = random.Random(seed)
    content = bytearray(many.read_bytes())
    for _time in range(30):
        content[dice.randrange(4096, len(content))] ^= 1 << dice.randrange(8)
    many.write_bytes(content)
    assert complaints_of(many)
    saved = repair(many)
    assert saved.articles >= 200
    assert saved.aside.read_bytes() == bytes(content)
    with Library(many) as library:
        assert check(library) == ()
        assert len(library) == saved.articles
        for kept in library.newest(400):
            number = kept.address.rpartition("/")[2]
            assert library.article(kept.address).title == f"Title {number}"
            assert search(library, Wish(words=f'"water{number}"')).matched == 1


def test_a_whole_library_is_repaired_into_the_same(many):
    saved = repair(many)
    assert (saved.articles, saved.texts, saved.marks, saved.lost) == (300, 300, 1, 0)
    with Library(many) as library:
        assert marks(library, address("0"))[0].note == "mine"
        assert library.tags(address("0")) == ("law",)


@pytest.mark.parametrize("content", [b"", b"not a library at all " * 1000])
def test_a_file_that_is_no_library_is_set_aside_and_a_new_one_begun(path, content):
    path.write_bytes(content)
    if content:
        with pytest.raises(LibraryError, match="library repair"):
            Library(path)
    saved = repair(path)
    assert (saved.articles, saved.aside.read_bytes()) == (0, content)
    with Library(path) as library:
        library.keep(article("1"))


def test_a_row_of_an_article_that_is_lost_is_made_of_its_text(many):
    alter(many, "DELETE FROM article WHERE id = 5")
    with Library(many) as library:
        assert any("without" in complaint for complaint in check(library))
    assert repair(many).articles == 300
    with Library(many) as library:
        assert library.kept(address("4")).title == "Title 4"


def test_a_text_that_is_not_as_it_was_kept_is_told(many):
    alter(many, "UPDATE version SET body = (SELECT body FROM version WHERE id = 2) WHERE id = 1")
    with Library(many) as library:
        assert check(library) == (f"A text cannot be read as it was kept: {address('0')}",)


def test_a_copy_is_whole_and_in_one_file(many, tmp_path):
    copy = tmp_path / "copies" / "copy.db"
    with Library(many) as library:
        backup(library, copy)
        library.forget(address("0"))
    assert [each.name for each in copy.parent.iterdir()] == ["copy.db"]
    with Library(copy) as library:
        assert len(library) == 300
        assert check(library) == ()


def test_an_index_made_with_other_letters_is_made_anew(many):
    alter(
        many,
        "UPDATE fact SET value = 'other' WHERE name = 'folding'",
        "INSERT INTO found_0 (found_0) VALUES ('delete-all')",
    )
    with Library(many) as library:
        assert search(library, Wish(words='"water7"')).matched == 1
        library.forget(address("7"))
        assert search(library, Wish(words='"water7"')).matched == 0


def test_a_folder_that_cannot_be_is_said(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LibraryError, match="cannot be opened"):
        Library(tmp_path / "file" / "library.db")
