"""The reader's own keys: given, taken away, put back, kept, shared, and never lost by a bad file."""

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accessreader import messages
from accessreader.assembly import assemble
from accessreader.errors import KeyChoiceError, KeyProblem, ResourceFileError, StoreError
from accessreader.folders import folders
from accessreader.keys.chord import canonical
from accessreader.keys.commands import BY_NAME, COMMANDS
from accessreader.keys.own import OwnKeys
from accessreader.keys.reading import FIXED

FIND, LINKS, STOP, VOICE = BY_NAME["find"], BY_NAME["links"], BY_NAME["stop"], BY_NAME["voice"]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "keys.toml"


def effective(own):
    return {command.name: own.of(command) for command in COMMANDS}


def test_without_a_file_the_keys_are_those_of_the_table(path):
    own = OwnKeys(path)
    assert effective(own) == {command.name: tuple(map(canonical, command.keys)) for command in COMMANDS}
    assert not any(own.is_own(command) for command in COMMANDS)
    assert not path.exists()
    assert tomllib.loads(own.text())["keys"] == {}


def test_a_key_that_is_given_is_kept_and_whoever_had_it_has_it_no_more(path):
    own = OwnKeys(path)
    own.give(FIND, ["ctrl+shift+l", "F3"])
    again = OwnKeys(path)
    assert again.of(FIND) == ("Ctrl+Shift+L", "F3")
    assert again.of(LINKS) == ()
    assert again.of(BY_NAME["find-next"]) == ("Ctrl+G",)
    assert again.holder("Shift+Ctrl+L") is FIND
    assert again.holder("Ctrl+F") is None
    assert again.is_own(FIND)
    assert again.is_own(LINKS)


def test_a_command_gets_its_keys_back_also_from_another(path):
    own = OwnKeys(path)
    own.give(FIND, ["Ctrl+Shift+L"])
    own.restore(LINKS)
    assert OwnKeys(path).of(LINKS) == ("Ctrl+Shift+L",)
    assert OwnKeys(path).of(FIND) == ()
    own.restore()
    assert not any(OwnKeys(path).is_own(command) for command in COMMANDS)


@pytest.mark.parametrize(
    ("key", "problem"),
    [
        ("Ctrl+Nonsense", KeyProblem.UNKNOWN),
        ("Tab", KeyProblem.FIXED),
        ("Esc", KeyProblem.FIXED),
        ("Ctrl+Right", KeyProblem.FIXED),
        ("Shift+Left", KeyProblem.FIXED),
        ("g", KeyProblem.WRITES),
        ("Shift+7", KeyProblem.WRITES),
    ],
)
def test_what_no_command_can_have_is_refused_in_a_sentence(path, key, problem):
    own = OwnKeys(path)
    with pytest.raises(KeyChoiceError) as refused:
        own.give(VOICE, ["Ctrl+Shift+X", key])
    assert refused.value.problem is problem
    assert refused.value.key in str(refused.value)
    assert own.of(VOICE) == ()
    assert not path.exists()


def test_escape_stays_the_key_that_stops(path):
    own = OwnKeys(path)
    own.give(STOP, ["Ctrl+."])
    assert own.of(STOP) == ("Esc", "Ctrl+.")
    own.give(STOP, [])
    assert own.of(STOP) == ("Esc",)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"keys = [", b"keys = 7", b"[keys]\nfind = ", b"[" * 3000])
def test_a_damaged_file_is_set_aside_and_the_keys_are_the_defaults(path, content, caplog):  # noqa: ARG001 - which allows the warning
    path.parent.mkdir()
    path.write_bytes(content)
    own = OwnKeys(path)
    assert own.of(FIND) == ("Ctrl+F",)
    assert own.set_aside.read_bytes() == content
    own.give(FIND, ["F9"])
    assert OwnKeys(path).of(FIND) == ("F9",)
    assert own.set_aside.read_bytes() == content


def test_the_reader_is_told_of_a_damaged_file_and_of_keys_that_cannot_be_had(tmp_path, caplog):  # noqa: ARG001
    path = tmp_path / "config" / "keys.toml"
    path.parent.mkdir()
    path.write_text("[keys]\nfind = ['Tab', 'F9', 'Ctrl+Foo']\n", "utf-8")
    services = assemble(folders(tmp_path), language="en")
    assert services.keys.of(FIND) == ("F9",)
    assert services.complaints() == (
        "Tab is needed to move in the text and in the controls. Choose another key.",
        "There is no key Ctrl+Foo. Write it as Ctrl+Shift+F, Alt+PgDown or F9.",
    )
    path.write_text("keys = [", "utf-8")
    (words,) = assemble(folders(tmp_path), language="en").complaints()
    assert words.startswith("The file of your keys was damaged. It is kept as ")


def test_what_this_version_does_not_know_stays_in_the_file(path):
    path.parent.mkdir()
    path.write_text('[keys]\n"of-tomorrow" = ["Ctrl+F"]\nfind = ["F9"]\n', "utf-8")
    own = OwnKeys(path)
    own.give(LINKS, ["Ctrl+Shift+X"])
    assert tomllib.loads(path.read_text("utf-8"))["keys"] == {
        "of-tomorrow": ["Ctrl+F"],
        "find": ["F9"],
        "links": ["Ctrl+Shift+X"],
    }


def test_two_windows_that_write_keep_each_others_keys(path):
    one, other = OwnKeys(path), OwnKeys(path)
    one.give(FIND, ["F9"])
    other.give(LINKS, ["Ctrl+Shift+X"])
    again = OwnKeys(path)
    assert (again.of(FIND), again.of(LINKS)) == (("F9",), ("Ctrl+Shift+X",))


def test_keys_are_given_to_others_by_their_file(path, tmp_path):
    own = OwnKeys(path)
    own.give(FIND, ["Ctrl+Shift+L"])
    other = OwnKeys(tmp_path / "other.toml")
    other.give(VOICE, ["Ctrl+Shift+X"])
    shared = tmp_path / "shared.toml"
    shared.write_text(own.text(), encoding="utf-8")
    assert other.take_over(shared) == ()
    assert effective(other) == effective(own)
    for nothing in (b"keys = [", b"\xff\xfe\xff"):
        shared.write_bytes(nothing)
        with pytest.raises(ResourceFileError):
            other.take_over(shared)
    with pytest.raises(ResourceFileError):
        other.take_over(tmp_path / "none.toml")
    assert effective(other) == effective(own)
    shared.write_text('[keys]\nfind = ["A"]', encoding="utf-8")
    (refused,) = other.take_over(shared)
    assert "writes" in str(refused)
    assert other.of(FIND) == ()


def test_keys_that_could_not_be_saved_are_in_effect_and_saved_with_the_next(tmp_path):
    lying = tmp_path / "file"
    lying.write_text("", "utf-8")
    own = OwnKeys(lying / "keys.toml")
    with pytest.raises(StoreError):
        own.give(FIND, ["F9"])
    assert own.of(FIND) == ("F9",)
    lying.unlink()
    own.give(LINKS, [])
    assert OwnKeys(lying / "keys.toml").of(FIND) == ("F9",)


FREE = st.sampled_from([f"{held}{key}" for held in ("Ctrl+", "Ctrl+Shift+", "Alt+") for key in "ABCDEFGHL"])
STEP = st.tuples(st.sampled_from(COMMANDS), st.lists(FREE, max_size=3), st.booleans())


@given(st.lists(STEP, max_size=12))
@settings(max_examples=60)
def test_whatever_is_given_and_put_back_no_key_calls_two_commands(tmp_path_factory, steps):
    path = tmp_path_factory.mktemp("keys") / "keys.toml"
    own = OwnKeys(path)
    for command, keys, back in steps:
        if back:
            own.restore(command)
            assert own.of(command) == tuple(map(canonical, command.keys))
        else:
            own.give(command, keys)
            assert set(own.of(command)) >= set(keys)
        every = [key for one in COMMANDS for key in own.of(one)]
        assert len(set(every)) == len(every)
        assert effective(OwnKeys(path)) == effective(own)


def test_no_command_but_the_one_that_stops_has_a_key_that_cannot_be_given_away():
    assert {command.name for command in COMMANDS if {canonical(key) for key in command.keys} & FIXED} == {"stop"}
    messages.use_language("kk")
    assert "Tab" in str(KeyChoiceError("Tab", KeyProblem.FIXED))
