"""The engine whose voice is in another process: here one that speaks the protocol and fails when it is told to."""

import queue
import sys
import time
from pathlib import Path

import pytest

from accessreader.speech.engine import (
    Began,
    Boundary,
    Failed,
    Finished,
    Hush,
    Phrase,
    Ready,
    Saying,
    Silenced,
    Sounding,
)
from accessreader.speech.remote import RemoteEngine

VOICE = Path(__file__).with_name("pretended_voice.py")


def saying(text):
    return Saying((Phrase(text, "x:en"),))


class Line:
    """An engine and what it told."""

    def __init__(self, memory, *command):
        self.memory = memory
        self.box = queue.SimpleQueue()
        self.engine = RemoteEngine(self.box.put, command or (sys.executable, str(VOICE), str(memory)))
        self.told = []
        self.texts = {}

    def say(self, ticket, text):
        self.texts[ticket] = text
        self.engine.say(ticket, saying(text))

    def until(self, event, seconds=20):
        end = time.monotonic() + seconds
        while True:
            self.told.append(self.box.get(timeout=max(0.01, end - time.monotonic())))
            if self.told[-1] == event or (isinstance(event, type) and isinstance(self.told[-1], event)):
                return self.told[-1]

    @property
    def words(self):
        return [self.texts[event.ticket][event.start : event.end] for event in self.told if isinstance(event, Boundary)]

    @property
    def orders(self):
        return (self.memory / "orders").read_text().splitlines()


@pytest.fixture
def line(tmp_path):
    line = Line(tmp_path)
    yield line
    line.engine.close()


def test_what_is_said_is_heard_in_order(line):
    line.say(1, "one two")
    line.say(2, "three")
    line.until(Finished(2))
    assert line.words == ["one", "two", "three"]
    assert isinstance(line.told[0], Ready)


def test_it_can_be_ready_before_anything_is_said(line):
    line.engine.warm_up()
    line.until(Ready)


def test_a_voice_that_died_is_born_again_at_the_same_word(line):
    line.say(1, "one two dies-once three")
    line.say(2, "four")
    line.until(Finished(2))
    assert line.words == ["one", "two", "two", "dies-once", "three", "four"]
    assert not [event for event in line.told if isinstance(event, Failed)]


def test_a_sentence_that_kills_is_left_out_and_the_rest_is_said(line):
    line.say(1, "one")
    line.say(2, "dies two")
    line.say(3, "three")
    line.until(Finished(3))
    assert [event.ticket for event in line.told if isinstance(event, Failed)] == [2]
    assert line.words[-1] == "three"


def test_a_voice_that_hangs_is_killed_and_goes_on(line):
    line.say(1, "one hangs two")
    line.until(Boundary(1, 0, 3))
    line.until(Finished(1), seconds=10)
    assert line.words == ["one", "one", "hangs", "two"]


def test_a_silence_through_several_lives_is_told_once_and_so_is_its_end(line):
    line.say(1, "mute two")
    line.until(Finished(1))
    told = [event for event in line.told if isinstance(event, Silenced | Sounding)]
    assert told == [Silenced(Hush.NO_DEVICE), Sounding()]
    assert line.words[-2:] == ["mute", "two"]


def test_a_stop_is_obeyed_by_one_that_hangs_too(line):
    line.say(1, "hangs two")
    line.until(Ready)
    while "say " not in line.orders if (line.memory / "orders").exists() else True:
        time.sleep(0.01)
    time.sleep(0.1)
    line.engine.stop()
    line.say(2, "three")
    line.until(Finished(2), seconds=10)
    assert line.words == ["three"]


def test_after_a_stop_no_event_of_what_was_forgotten_comes(line):
    line.say(1, "one two three four five six seven eight nine ten")
    line.until(Boundary(1, 4, 7))
    line.engine.stop()
    line.say(2, "new")
    line.until(Finished(2))
    after = line.told[line.told.index(Began(2)) :]
    assert {event.ticket for event in after} == {2}


def test_one_that_is_born_while_paused_stays_paused(line):
    line.say(1, "one two three dies-once four")
    line.until(Boundary(1, 4, 7))
    line.engine.pause()
    line.engine.use_device("Headphones")
    line.engine.say(2, saying("never"))
    time.sleep(0.3)
    line.engine.resume()
    line.until(Boundary(1, 24, 28))
    assert line.words[:2] == ["one", "two"]
    assert line.words[-2:] == ["dies-once", "four"]
    assert "device Headphones" in line.orders[line.orders.index("resume ") :]


def test_a_voice_that_never_lives_is_given_up_and_tried_again_when_asked(tmp_path):
    line = Line(tmp_path, sys.executable, "-c", "raise SystemExit(1)")
    for ticket in (1, 2):
        line.say(ticket, "one")
        line.until(Silenced(Hush.BROKEN))
    line.engine.close()


def test_a_program_that_is_not_there_is_a_broken_voice(tmp_path):
    line = Line(tmp_path, str(tmp_path / "nothing"))
    line.say(1, "one")
    line.until(Silenced(Hush.BROKEN))
    line.engine.close()
