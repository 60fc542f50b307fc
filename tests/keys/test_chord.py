"""Keys have one spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessreader.keys.chord import canonical, parts, writes
from accessreader.keys.commands import COMMANDS
from accessreader.keys.reserved import reserved


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("ctrl + shift + a", "Ctrl+Shift+A"),
        ("Shift+Ctrl+pagedown", "Ctrl+Shift+PgDown"),
        ("Escape", "Esc"),
        ("Ctrl++", "Ctrl++"),
        ("alt+shift++", "Alt+Shift++"),
        ("+", "+"),
        ("Ctrl+-", "Ctrl+-"),
        ("insert+n", "Ins+N"),
        ("Ins", "Ins"),
        ("f12", "F12"),
        ("Ctrl+Ы", "Ctrl+Ы"),
    ],
)
def test_however_a_key_is_written_it_is_spelled_alike(written, spelled):
    assert canonical(written) == spelled


@pytest.mark.parametrize(
    "written", ["", " ", "Ctrl+", "Hyper+A", "Ctrl+Ctrl+A", "F36", "Ctrl+Nope", "A+Ctrl", "Ctrl+\n"]
)
def test_what_is_no_key_is_refused(written):
    with pytest.raises(ValueError):  # noqa: PT011 - the value says which
        canonical(written)


def test_every_key_of_ours_and_of_others_is_spelled_so():
    for key in [key for command in COMMANDS for key in command.keys] + [row.key for row in reserved()]:
        assert canonical(key) == canonical(canonical(key))
        held, last = parts(canonical(key))
        assert set(held) <= {"Ins", "CapsLock", "Meta", "Ctrl", "Alt", "Shift", "Num"}
        assert last


@given(st.text(max_size=12))
def test_any_text_is_a_key_with_one_spelling_or_none(text):
    try:
        key = canonical(text)
    except ValueError:
        return
    assert canonical(key) == key


def test_a_key_that_writes_is_known():
    assert all(writes(key) for key in ("A", "Shift+A", "7", ",", "Space", "Ы", "+"))
    assert not any(writes(key) for key in ("Ctrl+A", "F1", "Alt+Shift+A", "Esc", "Shift+F1", "Ctrl++"))
