"""The recent pages: newest first, at most fifty, with the place of each; nothing good is lost."""

import datetime as dt
import json
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accessreader.article import Position
from accessreader.errors import StoreError
from accessreader.history import AT_MOST, History, Place

NOON = dt.datetime(2026, 9, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "history.jsonl"


def addresses(history):
    return [page.address for page in history.recent()]


def test_without_a_file_nothing_is_remembered_and_nothing_is_written(path):
    history = History(path)
    assert history.recent() == ()
    assert history.place_of("http://a.test/") is None
    assert not path.parent.exists()


def test_pages_stand_newest_first_and_are_found_by_the_next_start(path):
    history = History(path)
    history.remember("http://a.test/", "Сенат отырысы", language="kk", when=NOON)
    history.remember("http://b.test/", "Б")
    history.remember("http://a.test/", "А", language="ru", when=NOON)
    assert addresses(history) == ["http://a.test/", "http://b.test/"]
    again = History(path)
    assert again.recent() == history.recent()
    first = again.recent()[0]
    assert (first.title, first.language, first.when, first.place) == ("А", "ru", NOON, Place())


def test_a_place_is_kept_until_another_is_told(path):
    history = History(path)
    place = Place(Position(3, 14), "сөз")
    history.remember("http://a.test/", "А", place=place)
    history.remember("http://a.test/", "А")
    assert History(path).place_of("http://a.test/") == place
    history.remember("http://a.test/", "А", place=Place(Position(1, 2)))
    assert History(path).place_of("http://a.test/") == Place(Position(1, 2))


@given(st.text(), st.text(), st.text())
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_found_again(tmp_path, address, title, words):
    path = tmp_path / "history.jsonl"
    path.unlink(missing_ok=True)
    History(path).remember(address, title, place=Place(Position(1, 2), words))
    page = History(path).recent()[0]
    assert (page.address, page.title, page.place.words) == (address, title, words)


def test_half_a_character_in_a_title_is_no_reason_to_lose_the_rest(path):
    History(path).remember("http://a.test/", "a\ud800b")
    assert History(path).recent()[0].title == "a\ud800b"


def test_the_oldest_page_leaves_when_there_are_too_many(path):
    history = History(path)
    for number in range(AT_MOST + 5):
        history.remember(f"http://a.test/{number}", str(number))
    assert addresses(history) == [f"http://a.test/{number}" for number in range(AT_MOST + 4, 4, -1)]
    assert addresses(History(path)) == addresses(history)


def test_two_windows_keep_each_others_pages(path):
    one, other = History(path), History(path)
    one.remember("http://a.test/", "А")
    other.remember("http://b.test/", "Б")
    assert addresses(other) == ["http://b.test/", "http://a.test/"]
    one.forget("http://b.test/")
    assert addresses(History(path)) == ["http://a.test/"]


def test_forgotten_is_forgotten_on_the_disk_too(path):
    history = History(path)
    history.remember("http://secret.test/", "Secret")
    history.remember("http://b.test/", "Б")
    history.forget("http://secret.test/")
    assert addresses(history) == ["http://b.test/"]
    assert "ecret" not in path.read_text("utf-8")


def test_clearing_forgets_damaged_files_too(path, caplog):
    path.parent.mkdir()
    path.write_text("not JSON of http://secret.test/\n")
    history = History(path)
    assert history.set_aside.exists()
    history.clear()
    assert history.set_aside is None
    assert history.recent() == ()
    assert not [file for file in path.parent.iterdir() if b"secret" in file.read_bytes()]
    assert caplog.records


GOOD = json.dumps({"address": "http://a.test/", "title": "А", "language": "kk", "when": NOON.isoformat()})
BAD = {
    "a torn line": GOOD[:30],
    "no JSON": "\x00\x00",
    "a list": "[1]",
    "a number": "7",
    "no time": '{"address": "http://b.test/"}',
    "a wrong time": '{"address": "http://b.test/", "when": "yesterday"}',
    "a title that is a number": json.dumps({**json.loads(GOOD), "title": 7}),
    "a place that is a word": json.dumps({**json.loads(GOOD), "block": "first"}),
    "nested without end": "[" * 100_000,
}


@pytest.mark.parametrize("line", BAD.values(), ids=BAD)
def test_of_a_damaged_file_the_good_lines_are_kept_and_the_whole_is_set_aside(path, line, caplog):
    path.parent.mkdir()
    content = f'{{"version": 1}}\n{line}\n{GOOD}\n'
    path.write_text(content, "utf-8")
    history = History(path)
    assert addresses(history) == ["http://a.test/"]
    assert history.set_aside.read_text("utf-8") == content
    assert history.set_aside.name.startswith("history.damaged-2")
    history.remember("http://c.test/", "C")
    assert addresses(History(path)) == ["http://c.test/", "http://a.test/"]
    assert caplog.records


def test_a_time_without_its_zone_and_a_place_before_the_start_are_put_right(path):
    path.parent.mkdir()
    form = {"address": "http://a.test/", "title": "", "when": "2026-09-01T12:00:00", "block": -1, "offset": -5}
    path.write_text(json.dumps(form) + "\n")
    page = History(path).recent()[0]
    assert (page.when, page.place.position) == (NOON, Position(0, 0))


def test_a_folder_in_the_place_of_the_file_is_set_aside(path, caplog):
    path.mkdir(parents=True)
    history = History(path)
    assert history.set_aside.is_dir()
    history.remember("http://a.test/", "А")
    assert addresses(History(path)) == ["http://a.test/"]
    assert caplog.records


def test_what_cannot_be_saved_is_remembered_until_the_end(path):
    path.parent.write_text("a file where the folder should be")
    history = History(path)
    with pytest.raises(StoreError):
        history.remember("http://a.test/", "А")
    assert addresses(history) == ["http://a.test/"]


REMEMBERS = """
import sys
from pathlib import Path
from accessreader.history import History
history = History(Path(sys.argv[1]))
for number in range(20):
    history.remember(f"http://{sys.argv[2]}.test/{number}", "")
"""


@pytest.mark.slow
def test_processes_that_remember_at_the_same_time_lose_nothing_of_each_other(path):
    writers = [subprocess.Popen([sys.executable, "-c", REMEMBERS, str(path), name]) for name in ("one", "two")]
    assert [writer.wait(50) for writer in writers] == [0, 0]
    expected = {f"http://{name}.test/{number}" for name in ("one", "two") for number in range(20)}
    assert set(addresses(History(path))) == expected
