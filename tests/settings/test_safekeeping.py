"""Turns, whole files, and what is set aside."""

import pytest

from accessreader.errors import StoreError
from accessreader.safekeeping import set_aside, turn, write_whole


def test_a_second_writer_waits_for_its_turn_and_says_so_when_it_never_comes(tmp_path):
    path = tmp_path / "file"
    with turn(path), pytest.raises(StoreError, match="another window"), turn(path, patience=0.03):
        pytest.fail("two writers at once")
    with turn(path, patience=0):
        write_whole(path, b"mine")
    assert path.read_bytes() == b"mine"


def test_a_turn_ends_when_its_writer_fails(tmp_path):
    with pytest.raises(ZeroDivisionError), turn(tmp_path / "file"):
        _ = 1 / 0
    with turn(tmp_path / "file", patience=0):
        pass


def test_a_new_file_is_its_owners_alone(tmp_path):
    write_whole(tmp_path / "file", b"")
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o600


def test_what_cannot_be_written_leaves_the_old_and_no_scraps(tmp_path):
    (tmp_path / "file").mkdir()
    with pytest.raises(StoreError):
        write_whole(tmp_path / "file", b"new")
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


def test_what_is_not_there_cannot_be_set_aside(tmp_path):
    assert set_aside(tmp_path / "file") is None
