from array import array

from hypothesis import given
from hypothesis import strategies as st

from accessreader.speech.track import Track

RATE = 1000


def samples(numbers):
    return array("h", numbers).tobytes()


def numbers(given_samples):
    return list(array("h", given_samples))


def test_samples_are_given_in_order_and_silence_after_them():
    track = Track(RATE, 0.02)
    assert track.add(samples([1, 2, 3])) == 0
    assert track.add(samples([4, 5])) == 3
    assert numbers(track.give(4, 0)) == [1, 2, 3, 4]
    assert numbers(track.give(3, 0)) == [5, 0, 0]


def test_hushed_it_gives_silence_and_loses_nothing():
    track = Track(RATE, 0.02)
    track.add(samples([1, 2, 3, 4]))
    assert numbers(track.give(2, 0)) == [1, 2]
    track.hushed = True
    assert numbers(track.give(2, 0)) == [0, 0]
    track.hushed = False
    assert numbers(track.give(2, 0)) == [3, 4]


def test_what_was_given_cannot_be_cut_off():
    track = Track(RATE, 0.02)
    track.add(samples([1, 2, 3]))
    track.add(samples([4, 5, 6]))
    track.give(2, 0)
    assert not track.shorten(1)
    assert track.shorten(4)
    assert track.add(samples([7])) == 4
    assert numbers(track.give(4, 0)) == [3, 4, 7, 0]


def test_a_sample_is_heard_a_delay_after_it_was_given():
    track = Track(RATE, 0.02)
    track.add(samples(range(1, 101)))
    track.give(10, now=5.0)
    assert track.heard(5.0) == 0
    assert track.heard(5.025) == 5
    assert track.heard(5.5) == 10


def test_of_two_pieces_asked_for_at_once_the_second_is_heard_after_the_first():
    track = Track(RATE, 0.02)
    track.add(samples(range(1, 101)))
    track.give(10, now=5.0)
    track.give(10, now=5.0)
    assert track.heard(5.025) == 5
    assert track.heard(5.035) == 15


def test_after_a_clear_the_next_sample_has_a_new_number():
    track = Track(RATE, 0.02)
    track.add(samples([1, 2, 3]))
    track.give(1, now=1.0)
    track.clear()
    assert track.add(samples([9])) == 3
    assert track.heard(2.0) <= 3
    assert numbers(track.give(2, now=2.0)) == [9, 0]
    assert track.heard(3.0) == 4


@given(st.lists(st.tuples(st.sampled_from(["add", "give", "hush", "go on", "shorten"]), st.integers(0, 40))))
def test_no_sample_is_lost_or_given_twice(deeds):
    track = Track(RATE, 0.02)
    row, out, now, made = [], [], 0.0, 0
    for deed, count in deeds:
        now += count / RATE
        if deed == "add":
            row += range(made + 1, made + count + 1)
            track.add(samples(range(made + 1, made + count + 1)))
            made += count
        elif deed == "give":
            out += [number for number in numbers(track.give(count, now)) if number]
        elif deed == "shorten" and track.shorten(track.given + count):
            del row[track.given + count :]
        else:
            track.hushed = deed == "hush"
        assert track.heard(now) <= track.given
    assert out == row[: len(out)]
    assert track.add(b"") == len(row)
