"""`accessreader keys`: listed in every form, changed, shared."""

import csv
import io
import tomllib
from functools import partial

import pytest

from accessreader.keys.commands import COMMANDS


@pytest.fixture
def run(run):
    return partial(run, "--language", "en", "keys")


def test_all_keys_are_listed_as_text_by_group(run):
    code, out, told = run()
    assert (code, told) == (0, "")
    for command in COMMANDS:
        assert command.title in out
    assert "Ctrl+Shift+L" in out
    assert "In the article" in out
    assert "Alt+F4" not in out


def test_what_others_take_is_listed_when_asked_for(run):
    out = run("--others")[1]
    assert "KDE Plasma" in out
    assert "Alt+F4" in out


@pytest.mark.parametrize(
    ("form", "sign"),
    [("markdown", "| Find… | Ctrl+F |"), ("html", '<th scope="col">'), ("csv", "Text,find,Find…,Ctrl+F,Ctrl+F,\n")],
)
def test_they_come_in_every_form(run, form, sign):
    assert sign in run("--as", form)[1]


def test_the_table_for_others_has_every_command_once(run):
    rows = list(csv.DictReader(io.StringIO(run("--as", "csv")[1])))
    assert [row["name"] for row in rows] == [command.name for command in COMMANDS]


def test_the_answer_may_go_into_a_file(run, tmp_path):
    place = tmp_path / "keys.html"
    assert run("--as", "html", "--to", str(place))[:2] == (0, "")
    assert "Ctrl+Shift+L" in place.read_text("utf-8")
    code, _out, told = run("--to", str(tmp_path / "none" / "keys.txt"))
    assert code == 7
    assert "could not be written" in told


def test_a_key_is_changed_shown_and_put_back(run):
    assert run("voice", "Ctrl+Shift+X", "alt+v") == (0, "", "")
    assert run("voice")[1] == "Ctrl+Shift+X Alt+V\n"
    assert "Voices… (changed by you)" in run()[1]
    assert run("voice", "--reset")[0] == 0
    assert run("voice")[1] == "\n"


def test_a_key_that_another_command_has_is_taken_only_when_asked_for(run):
    code, _out, told = run("voice", "Ctrl+F")
    assert code == 2
    assert "Ctrl+F is the key of “Find…”" in told
    assert run("voice", "Ctrl+F", "--take")[0] == 0
    assert run("find")[1] == "\n"
    assert run("--reset")[0] == 0
    assert run("find")[1] == "Ctrl+F\n"


def test_a_key_of_a_desktop_is_given_with_a_word(run):
    code, _out, told = run("voice", "Ctrl+F1")
    assert code == 0
    assert "belongs to KDE Plasma (go to another desktop)" in told


def test_what_cannot_be_is_refused(run):
    assert run("no-such")[0] == 2
    assert "There is no command named no-such" in run("no-such", "F9")[2]
    assert run("voice", "Tab")[0] == 10
    assert run("voice", "x")[0] == 10


def test_keys_are_shared_as_a_file(run, tmp_path):
    shared = tmp_path / "shared.toml"
    run("voice", "Ctrl+Shift+X")
    run("--as", "toml", "--to", str(shared))
    assert tomllib.loads(shared.read_text("utf-8"))["keys"] == {"voice": ["Ctrl+Shift+X"]}
    run("--reset")
    assert run("--from", str(shared))[0] == 0
    assert run("voice")[1] == "Ctrl+Shift+X\n"
    shared.write_text("[keys]\nvoice = ['Tab']\n", "utf-8")
    code, _out, told = run("--from", str(shared))
    assert code == 0
    assert "Tab is needed" in told
    assert run("--from", str(tmp_path / "none.toml"))[0] == 6
