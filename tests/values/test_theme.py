"""Colour schemes: every pair that is promised holds, for the schemes that came and for any own colours."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from accessreader import resources
from accessreader.appearance import OWN_THEME, SYSTEM_THEME, appearance, own_theme, theme_of
from accessreader.errors import ResourceFileError
from accessreader.messages import use_language
from accessreader.own_files import own_texts
from accessreader.preferences import Preferences
from accessreader.theme import (
    BLACK,
    ROLES,
    SHAPE_CONTRAST,
    TEXT_CONTRAST,
    WHITE,
    Colour,
    contrast,
    load_themes,
    make_theme,
    nearest,
    parse_theme,
)

CHANNEL = st.integers(0, 255)
COLOURS = st.builds(Colour, CHANNEL, CHANNEL, CHANNEL)
THEMES, REFUSED = load_themes()


def broken(theme):
    """The pairs of a scheme that do not hold what is promised."""
    found = ((seen, on, contrast(getattr(theme, seen), getattr(theme, on)), least) for seen, on, least in theme.pairs())
    return [pair for pair in found if pair[2] < pair[3]]


@pytest.fixture(autouse=True)
def english():
    yield use_language("en")
    use_language("en")


def test_the_five_schemes_of_the_russian_panels_and_two_more_came_with_the_program():
    assert REFUSED == ()
    assert list(THEMES) == [
        "black-on-white", "white-on-black", "dark-blue-on-light-blue", "brown-on-beige", "green-on-dark-brown",
        "yellow-on-black", "low-luminance",
    ]  # fmt: skip


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_a_scheme_that_came_holds_every_promise_and_has_a_name_in_each_language(theme):
    assert broken(theme) == []
    titles = (
        {use_language(code): theme.title for code in ("kk", "ru", "en")}
        if resources.names("locale/ru/LC_MESSAGES")
        else theme.titles
    )
    assert len(set(titles.values())) == 3
    assert theme.dark == (theme.text.luminance > theme.background.luminance)


def test_every_role_is_promised_for_somewhere():
    promised = {role for seen, on, _least in THEMES["black-on-white"].pairs() for role in (seen, on)}
    assert promised == set(ROLES)


@given(COLOURS, COLOURS)
@settings(max_examples=300)
def test_contrast_is_from_1_to_21_and_the_same_both_ways(one, other):
    assert 1 <= contrast(one, other) <= 21.000001
    assert contrast(one, other) == contrast(other, one)
    assert contrast(one, one) == 1


def test_contrast_is_what_wcag_says():
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast(Colour(0x77, 0x77, 0x77), WHITE) == pytest.approx(4.48, abs=0.005)
    assert contrast(Colour(0, 0, 0xFF), WHITE) == pytest.approx(8.59, abs=0.005)


@given(COLOURS, COLOURS, st.sampled_from([SHAPE_CONTRAST, TEXT_CONTRAST]))
@settings(max_examples=300)
def test_the_nearest_colour_has_the_contrast_wherever_one_has_it(colour, ground, ratio):
    found = nearest(colour, (ground,), ratio)
    if contrast(colour, ground) >= ratio:
        assert found == colour
    best = max(contrast(BLACK, ground), contrast(WHITE, ground))
    assert contrast(found, ground) >= min(ratio, best)


@given(COLOURS, COLOURS)
@settings(max_examples=400)
def test_a_scheme_made_of_any_two_readable_colours_holds_every_promise(text, background):
    text = nearest(text, (background,))
    assume(contrast(text, background) >= TEXT_CONTRAST)
    assert broken(make_theme("x", {}, {"text": text, "background": background})) == []


@given(COLOURS, COLOURS)
@settings(max_examples=400)
def test_own_colours_of_any_kind_become_a_scheme_that_holds_every_promise(text, background):
    assert broken(own_theme(Preferences(own_text=str(text), own_background=str(background)))) == []


def test_own_colours_that_can_be_read_are_left_as_they_are():
    theme = own_theme(Preferences(own_text="#000000", own_background="#ffffee"))
    assert (str(theme.text), str(theme.background)) == ("#000000", "#ffffee")


@given(COLOURS)
def test_a_colour_is_read_as_it_is_written(colour):
    assert Colour.parse(str(colour)) == Colour.parse(f" {str(colour).upper()} ") == colour


def test_a_short_colour_is_a_long_one():
    assert Colour.parse("#a0F") == Colour(0xAA, 0, 0xFF)


@pytest.mark.parametrize(
    "text", ["", "#", "red", "123456", "#12345", "#1234567", "#+f+f+f", "#１１２２３３", "#12_34_"]
)
def test_what_is_no_colour_is_refused(text):
    with pytest.raises(ValueError, match=r"^.*$"):
        Colour.parse(text)


REFUSALS = {
    "no TOML": "[colours",
    "no colours": "[title]\nen = 'x'",
    "no text": "[colours]\nbackground = '#ffffff'",
    "an unknown role": "[colours]\ntext = '#000000'\nbackground = '#ffffff'\nbutton = '#000000'",
    "no colour": "[colours]\ntext = 'black'\nbackground = '#ffffff'",
    "a number": "[colours]\ntext = 0\nbackground = '#ffffff'",
    "a list": "colours = [1]",
    "a pair too weak": "[colours]\ntext = '#000000'\nbackground = '#ffffff'\nlink = '#8888ff'",
    "nested without end": "x = " + "[" * 100_000,
}


@pytest.mark.parametrize("text", REFUSALS.values(), ids=REFUSALS)
def test_a_scheme_that_says_what_it_cannot_is_refused_by_name(text):
    with pytest.raises(ResourceFileError, match=r"mine\.toml"):
        parse_theme(text, "folder/mine.toml")


def test_a_scheme_that_may_not_be_weak_says_which_pair_is():
    with pytest.raises(ResourceFileError, match=r"link / background: 2\.99 < 7"):
        parse_theme(REFUSALS["a pair too weak"], "mine.toml")


def test_the_readers_own_schemes_come_last_replace_by_name_and_a_bad_one_harms_none(tmp_path):
    good = "[title]\nen = 'Mine'\n[colours]\ntext = '#000000'\nbackground = '#ffffee'\n"
    (tmp_path / "mine.toml").write_text("\ufeff" + good, "utf-8")
    (tmp_path / "black-on-white.toml").write_text(good, "utf-8")
    (tmp_path / "bad.toml").write_text("[", "utf-8")
    (tmp_path / "worse.toml").write_bytes(b"\xff")
    (tmp_path / "notes.txt").write_text("[", "utf-8")
    themes, refused = load_themes(tmp_path)
    assert list(themes) == [*THEMES, "mine"]
    assert themes["mine"].title == themes["black-on-white"].title == "Mine"
    assert sorted(error.path for error in refused) == [str(tmp_path / "bad.toml"), str(tmp_path / "worse.toml")]
    assert load_themes(tmp_path / "missing")[0] == THEMES


def test_a_scheme_without_a_name_in_this_language_has_the_english_one_or_its_files():
    colours = {"text": BLACK, "background": WHITE}
    use_language("en")
    assert make_theme("file", {"ru": "Имя"}, colours).title == "file"
    assert make_theme("file", {"en": "Name"}, colours).title == "Name"


def test_the_look_is_the_preferences_and_the_scheme_that_they_name():
    look = appearance(Preferences(theme="white-on-black", font_size=30, measure=40), THEMES)
    assert (look.theme, look.font_size, look.measure) == (THEMES["white-on-black"], 30, 40)


def test_a_scheme_that_is_not_there_any_more_is_black_on_white():
    system = THEMES["low-luminance"]
    assert theme_of(Preferences(theme="gone"), THEMES) == THEMES["black-on-white"]
    assert theme_of(Preferences(theme=SYSTEM_THEME), THEMES) == THEMES["black-on-white"]
    assert theme_of(Preferences(theme=SYSTEM_THEME), THEMES, system) == system
    assert theme_of(Preferences(theme=OWN_THEME), THEMES).name == OWN_THEME
    assert (theme_of(Preferences(), {}).text, theme_of(Preferences(), {}).background) == (BLACK, WHITE)


def test_the_readers_own_files_are_read_with_or_without_a_mark_at_their_beginning(tmp_path):
    (tmp_path / "b.toml").write_bytes("x = 'ә'".encode("utf-8-sig"))
    (tmp_path / "a.toml").write_text("y = 1", encoding="utf-8")
    (tmp_path / "c.toml").write_bytes(b"\xff\xfe")
    (tmp_path / "d.toml").mkdir()
    texts, refused = own_texts(tmp_path)
    assert [(path.name, text) for path, text in texts] == [("a.toml", "y = 1"), ("b.toml", "x = 'ә'")]
    assert [error.path for error in refused] == [str(tmp_path / "c.toml"), str(tmp_path / "d.toml")]
    assert own_texts(None) == own_texts(tmp_path / "missing") == ((), ())
