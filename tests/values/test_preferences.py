"""Preferences: declared once, checked wherever they come from."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessreader.errors import PreferenceError, PreferenceProblem
from accessreader.messages import use_language
from accessreader.preferences import (
    WCAG_SPACING,
    Amount,
    Choice,
    Preference,
    Preferences,
    changed,
    checked,
    declarations,
    has_wcag_spacing,
    layered,
    parsed,
)

ANYTHING = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=120), st.lists(st.integers(), max_size=2),
    st.dictionaries(st.text(max_size=2), st.integers(), max_size=1), st.just(10**400), st.binary(max_size=3),
)  # fmt: skip
KEYS = st.sampled_from(sorted(declarations()))
AMOUNTS = {key: found for key, found in declarations().items() if isinstance(found, Amount)}


@pytest.fixture(autouse=True)
def english():
    use_language("en")


def outcome(check, key, value):
    """What a check answers, and what it refuses with."""
    try:
        return check(key, value), None
    except PreferenceError as error:
        return None, error


def test_every_default_passes_its_own_check_unchanged():
    for key in declarations():
        value = getattr(Preferences(), key)
        assert checked(key, value) == value
        assert type(checked(key, value)) is type(value)


@given(KEYS, ANYTHING)
def test_whatever_a_file_says_is_a_checked_value_or_a_plain_refusal(key, value):
    kept, error = outcome(checked, key, value)
    if error is None:
        assert checked(key, kept) == kept
        assert type(kept) is type(getattr(Preferences(), key))
    else:
        assert error.problem is PreferenceProblem.VALUE
        assert error.allowed == declarations()[key].allowed()
        assert error.allowed in str(error)


@given(KEYS, st.text(max_size=120))
def test_whatever_is_typed_is_a_checked_value_or_a_plain_refusal(key, text):
    kept, error = outcome(parsed, key, text)
    assert checked(key, kept) == kept if error is None else error.problem is PreferenceProblem.VALUE


@given(st.sampled_from(sorted(AMOUNTS)), st.floats(0, 1))
def test_an_amount_stands_on_a_whole_step_nearest_to_what_was_wished(key, share):
    amount = AMOUNTS[key]
    wished = amount.low + share * (amount.high - amount.low)
    kept = amount.check(wished)
    assert isinstance(kept, float)
    assert abs(kept - wished) <= amount.step / 2 + 1e-4
    steps = (kept - amount.low) / amount.step
    assert math.isclose(steps, round(steps), abs_tol=1e-3)
    assert parsed(key, f"{kept:g}") == kept


@pytest.mark.parametrize("key", AMOUNTS)
def test_both_ends_of_an_amount_can_be_had_and_nothing_beyond(key):
    amount = AMOUNTS[key]
    assert (amount.check(amount.low), amount.check(amount.high)) == (amount.low, amount.high)
    for beyond in (amount.low - amount.step, amount.high + amount.step, math.nan, math.inf, -math.inf, 10**400, True):
        with pytest.raises(ValueError, match="from"):
            amount.check(beyond)


def test_every_stop_with_a_name_can_be_had():
    for key, amount in AMOUNTS.items():
        for value, label in amount.stops:
            assert checked(key, value) == value
            assert label


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("letter_spacing", "0,12", 0.12), ("letter_spacing", "-0.02", -0.02), ("font_size", " 24 ", 24.0),
        ("smooth_scrolling", "On", True), ("smooth_scrolling", "no ", False), ("smooth_scrolling", "0", False),
        ("images", "hidden", "hidden"), ("theme", " own ", "own"), ("own_text", "#ABCDEF", "#abcdef"),
    ],
)  # fmt: skip
def test_a_value_is_typed_as_people_type_it(key, text, value):
    assert parsed(key, text) == value


@pytest.mark.parametrize(
    ("key", "text", "allowed"),
    [
        ("font_size", "big", "from 12 to 200 pt"), ("smooth_scrolling", "maybe", "on or off"),
        ("images", "Hidden", "one of shown, greyscale, description, hidden"), ("theme", " ", "a name"),
        ("own_text", "black", "a colour such as #1a2b3c"), ("own_text", "#１１２２３３", "a colour such as #1a2b3c"),
    ],
)  # fmt: skip
def test_a_refusal_says_what_can_be_had(key, text, allowed):
    with pytest.raises(PreferenceError) as caught:
        parsed(key, text)
    assert caught.value.allowed == allowed
    assert str(caught.value) == f"{key} cannot be {text}: {allowed}."


def test_a_key_that_is_not_there_is_refused_by_name():
    for refused in (lambda: checked("fnt", 1), lambda: parsed("fnt", "1"), lambda: changed(Preferences(), fnt=1)):
        with pytest.raises(PreferenceError, match="There is no preference named fnt") as caught:
            refused()
        assert caught.value.problem is PreferenceProblem.UNKNOWN


def test_a_change_leaves_the_rest_and_the_old_value_as_they_were():
    before = Preferences(measure=40)
    assert changed(before, font_size=30) == Preferences(measure=40, font_size=30)
    assert before == Preferences(measure=40)


@given(st.lists(st.dictionaries(st.one_of(KEYS, st.text(max_size=3)), ANYTHING, max_size=4), max_size=4))
def test_of_several_layers_the_last_good_value_holds(layers):
    preferences, refused = layered(layers)
    expected, bad = {}, 0
    for layer in layers:
        for key, value in layer.items():
            try:
                expected[key] = checked(key, value)
            except PreferenceError:
                bad += 1
    assert preferences == Preferences(**expected)
    assert len(refused) == bad


def test_wcag_spacing_is_all_four_figures_or_wider():
    assert not has_wcag_spacing(Preferences())
    whole = changed(Preferences(), **WCAG_SPACING)
    assert has_wcag_spacing(whole)
    assert has_wcag_spacing(changed(whole, letter_spacing=0.2))
    for key in WCAG_SPACING:
        assert not has_wcag_spacing(changed(whole, **{key: AMOUNTS[key].low}))


def test_every_declaration_has_a_label_a_group_and_words_for_what_can_be_had():
    for preference in declarations().values():
        assert preference.label
        assert preference.group
        assert preference.allowed()
        if isinstance(preference, Choice):
            assert all(label for _word, label in preference.choices)


def test_a_kind_of_preference_must_say_how_it_is_checked():
    bare = Preference("Label", "Group")
    for asked in (lambda: bare.check(1), lambda: bare.parse("1"), bare.allowed):
        with pytest.raises(NotImplementedError):
            asked()
