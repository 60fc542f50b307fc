"""What an institution has decided: read whole, or refused."""

import pytest

from accessreader.errors import ResourceFileError
from accessreader.policy import Kiosk, Policy, load_policy


def policy(folder, text):
    (folder / "policy.toml").write_text(text, "utf-8")
    return load_policy(folder)


def test_a_machine_without_a_policy_has_an_empty_one(tmp_path):
    assert load_policy(tmp_path) == load_policy(tmp_path / "missing") == Policy()


def test_defaults_locks_and_the_kiosk_are_read(tmp_path):
    text = (
        "\ufeff[defaults]\ntheme = 'yellow-on-black'\n[locked]\nmeasure = 40\n"
        "[kiosk]\nhome = 'https://a.test/'\nhosts = ['A.test']\nidle_seconds = 60\nhide = ['quit']\n"
    )
    kiosk = Kiosk("https://a.test/", ("a.test",), 60, ("quit",))
    assert policy(tmp_path, text) == Policy({"theme": "yellow-on-black"}, {"measure": 40}, kiosk)


def test_a_kiosk_that_says_nothing_has_the_usual_patience(tmp_path):
    assert policy(tmp_path, "[kiosk]\n").kiosk == Kiosk("", (), 120, ())


REFUSED = {
    "no TOML": "[kiosk", "a kiosk that is a number": "kiosk = 3", "hosts that are a word": "[kiosk]\nhosts = 'a.test'",
    "hide that is a word": "[kiosk]\nhide = 'quit'", "too little patience": "[kiosk]\nidle_seconds = 5",
    "too much patience": "[kiosk]\nidle_seconds = 5000", "patience that is a truth": "[kiosk]\nidle_seconds = true",
    "half a second": "[kiosk]\nidle_seconds = 60.5", "defaults that are a number": "defaults = 3",
    "locks that are a word": "locked = 'theme'", "nested without end": "x = " + "[" * 100_000,
}  # fmt: skip


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_a_policy_that_cannot_be_read_is_an_error_that_names_its_file(tmp_path, text):
    with pytest.raises(ResourceFileError, match=r"policy\.toml"):
        policy(tmp_path, text)


@pytest.mark.parametrize("content", [b"\xff\xfe", None], ids=["not UTF-8", "a folder"])
def test_a_policy_that_is_no_text_is_an_error_too(tmp_path, content):
    place = tmp_path / "policy.toml"
    place.mkdir() if content is None else place.write_bytes(content)
    with pytest.raises(ResourceFileError, match=r"policy\.toml"):
        load_policy(tmp_path)
