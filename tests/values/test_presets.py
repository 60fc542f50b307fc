"""Presets: sets of preferences that can all be had."""

import pytest

from accessreader.errors import ResourceFileError
from accessreader.messages import use_language
from accessreader.preferences import Preferences, changed
from accessreader.presets import load_presets, parse_preset
from accessreader.theme import load_themes

PRESETS = {preset.name: preset for preset in load_presets()}


def test_six_presets_came_with_the_program_in_their_order():
    assert list(PRESETS) == ["low-vision", "very-low-vision", "dyslexia", "screen-reader", "proofreading", "kiosk"]


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)
def test_a_preset_can_be_taken_over_whole_and_changes_something(preset):
    after = changed(Preferences(), **preset.values)
    assert after != Preferences()
    assert {key: getattr(after, key) for key in preset.values} == preset.values
    assert after.theme in load_themes()[0]


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)
def test_a_preset_has_a_name_in_each_language(preset):
    try:
        titles = [preset.title for code in ("kk", "ru", "en") if use_language(code)]
    finally:
        use_language("en")
    assert titles == [preset.titles["kk"], preset.titles["ru"], preset.titles["en"]]
    assert all(titles)


def test_a_preset_without_a_title_has_the_name_of_its_file():
    assert parse_preset("[values]\nfont_size = 30\n", "mine/big.toml").title == "big"


REFUSED = {
    "no TOML": "[values", "no values": "[title]\nen = 'x'", "an unknown key": "[values]\nfnt = 1",
    "a value too large": "[values]\nfont_size = 1000", "a list": "values = [1]",
    "a title that is a number": "title = 3",
    "nested without end": "x = " + "[" * 100_000,
}  # fmt: skip


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_a_preset_that_says_what_it_cannot_is_refused_by_name(text):
    with pytest.raises(ResourceFileError, match=r"mine\.toml"):
        parse_preset(text, "mine.toml")


def test_the_readers_own_presets_come_last_replace_by_name_and_a_bad_one_harms_none(tmp_path, caplog):
    (tmp_path / "mine.toml").write_text("\ufeff[title]\nen = 'Mine'\n[values]\nfont_size = 30\n", "utf-8")
    (tmp_path / "kiosk.toml").write_text("[values]\nfont_size = 99\n", "utf-8")
    (tmp_path / "bad.toml").write_text("[", "utf-8")
    (tmp_path / "worse.toml").write_bytes(b"\xff")
    presets = load_presets(tmp_path)
    assert [preset.name for preset in presets] == [*PRESETS, "mine"]
    assert presets[-1].title == "Mine"
    assert presets[-2].values == {"font_size": 99}
    assert len(caplog.records) == 2


def test_a_folder_that_is_not_there_or_holds_a_folder_for_a_preset_harms_none(tmp_path, caplog):
    assert load_presets(tmp_path / "missing") == tuple(PRESETS.values())
    (tmp_path / "odd.toml").mkdir()
    assert load_presets(tmp_path) == tuple(PRESETS.values())
    assert "cannot be used" in caplog.text
