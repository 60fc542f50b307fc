import re
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessreader.speech.sound import Mark, Sound, joined
from accessreader.speech.synthesizers.synthesizer import marks_of_words

LOUD = 5000


def tone(count):
    return array("h", [LOUD, -LOUD] * (count // 2)).tobytes()


def silence(count):
    return bytes(2 * count)


def test_silence_is_cut_off_at_both_ends_and_the_first_word_stays_at_the_beginning():
    sound = Sound(1000, silence(640) + tone(640) + silence(1280), (Mark(0, 0, 3), Mark(900, 4, 7)))
    trimmed = sound.trimmed()
    assert trimmed.samples == tone(640)
    assert trimmed.marks == (Mark(0, 0, 3), Mark(260, 4, 7))


def test_of_silence_alone_nothing_is_left():
    assert len(Sound(1000, silence(700)).trimmed()) == 0


@pytest.mark.parametrize("text", ["one, two", "one; two", "one – two", "«one», two", "one: two"])
def test_the_silence_of_a_comma_is_as_long_as_wished(text):
    second = text.index("two")
    sound = Sound(10_000, tone(3200) + silence(1280) + tone(3200), (Mark(0, 0, 3), Mark(4480, second, second + 3)))
    changed = sound.with_commas(text, 0.5)
    assert changed.samples == tone(3200) + silence(5000) + tone(3200)
    assert changed.marks[1].sample == 8200


def test_a_word_that_follows_no_comma_is_left_alone():
    sound = Sound(10_000, tone(3200) + silence(1280) + tone(3200), (Mark(0, 0, 3), Mark(4480, 4, 7)))
    assert sound.with_commas("one two", 0.5) == sound


def test_where_the_voice_made_no_silence_there_is_one_behind_a_comma():
    sound = Sound(10_000, tone(6400), (Mark(0, 0, 4), Mark(3200, 5, 8)))
    assert len(sound.with_commas("one, two", 0.1)) == 7400


def test_words_are_cut_out_with_their_marks():
    sound = Sound(1000, tone(300), (Mark(0, 0, 3), Mark(100, 4, 7), Mark(200, 8, 11)))
    cut = sound.words(4, 8)
    assert len(cut) == 100
    assert cut.marks == (Mark(0, 4, 7),)
    assert len(sound.words(11, None)) == 0
    assert sound.words(0, None) == sound


def test_sounds_are_joined_with_a_gap_and_their_marks_moved():
    one = Sound(1000, tone(100), (Mark(0, 0, 3),))
    whole = joined([(one, 0), (one, 4)], 1000, 0.05)
    assert len(whole) == 250
    assert whole.marks == (Mark(0, 0, 3), Mark(150, 4, 7))


def test_another_number_of_samples_a_second_leaves_the_time():
    sound = Sound(16_000, tone(16_000), (Mark(8000, 0, 3),)).at_rate(22_050)
    assert abs(len(sound) - 22_050) <= 1
    assert sound.marks[0].sample == 11_025


@given(
    st.text("аб, .«»–", max_size=60),
    st.lists(st.tuples(st.integers(-50, 5000), st.integers(0, 70)), max_size=20),
    st.integers(0, 4000),
)
def test_every_word_has_one_mark_and_the_samples_never_go_back(text, heard, length):
    marks = marks_of_words(text, heard, length)
    assert [(mark.start, mark.end) for mark in marks] == [found.span() for found in re.finditer(r"\S+", text)]
    places = [mark.sample for mark in marks]
    assert places == sorted(places)
    assert all(0 <= place <= max(0, length - 1) for place in places)


def test_a_word_that_was_not_told_of_lies_between_its_neighbours():
    marks = marks_of_words("aa bb cc dd", [(0, 0), (900, 9)], 1200)
    assert [mark.sample for mark in marks] == [0, 300, 600, 900]
