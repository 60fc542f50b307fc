from array import array

import pytest

from accessreader.speech.choir import Choir
from accessreader.speech.engine import (
    Began,
    Boundary,
    Failed,
    Finished,
    Hush,
    Manner,
    Phrase,
    Saying,
    Silenced,
    Sounding,
)
from accessreader.speech.player import Refused
from accessreader.speech.stage import Stage
from accessreader.speech.track import Track
from speech.pretended import PretendedPlayer

RATE = 22_050
WORD = 0.1  # seconds at 600 words a minute


def saying(text, rate=600, **more):
    voice = "nobody" if more.pop("bad", False) else "silent:en"
    return Saying((Phrase(text, voice, Manner(rate)),), **more)


@pytest.fixture
def choir():
    return Choir(["hum"])


class Scene:
    """A stage with a pretended card and a clock of its own; sound is made at once, or when `makes` is set again."""

    def __init__(self, choir):
        self.choir = choir
        self.track = Track(RATE, 0.02)
        self.player = PretendedPlayer(self.track)
        self.told = []
        self.orders = []
        self.made = []
        self.stage = Stage(self.track, self.player, lambda *order: self.orders.append(order), self.told.append)
        self.stage.tick(self.player.now)

    def make(self):
        while self.orders:
            serial, saying_ = self.orders.pop(0)
            self.made.append(saying_)
            if any(phrase.voice == "nobody" for phrase in saying_.phrases):
                self.stage.made(serial, None, "no such voice")
            else:
                self.stage.made(serial, self.choir.sound_of(saying_))

    def go_by(self, seconds):
        for _ in range(round(seconds * 100)):
            self.make()
            self.player.let_go_by(0.01, self.stage)

    def words(self, ticket):
        return [event.start for event in self.told if isinstance(event, Boundary) and event.ticket == ticket]

    def kinds(self):
        return [
            (type(event).__name__, event.ticket) for event in self.told if isinstance(event, Began | Finished | Failed)
        ]


@pytest.fixture
def scene(choir):
    return Scene(choir)


def heard(player):
    """The card's samples without the silence around them, tone by tone: lengths in milliseconds."""
    samples = array("h", bytes(player.heard))
    while samples and samples[-1] == 0:
        samples.pop()
    first = next((index for index, sample in enumerate(samples) if sample), len(samples))
    return len(samples) - first


def test_sayings_are_heard_in_order_each_word_once(scene):
    scene.stage.say(1, saying("one two three"))
    scene.stage.say(2, saying("four five"))
    scene.go_by(0.7)
    assert scene.kinds() == [("Began", 1), ("Finished", 1), ("Began", 2), ("Finished", 2)]
    assert scene.words(1) == [0, 4, 8]
    assert scene.words(2) == [0, 5]
    assert heard(scene.player) == pytest.approx(5 * WORD * RATE, abs=2)


def test_no_more_than_three_are_made_before_one_is_heard(scene):
    for ticket in range(1, 9):
        scene.stage.say(ticket, saying("one two"))
    scene.make()
    assert len(scene.made) == 3
    scene.go_by(0.5)
    assert len(scene.made) == 5


def test_a_word_is_told_when_it_is_heard_and_not_before(scene):
    scene.stage.say(1, saying("one two three"))
    scene.make()
    assert scene.told == []
    scene.go_by(WORD)
    assert scene.words(1) == [0]


def test_a_pause_loses_nothing_and_says_nothing_twice(scene):
    scene.stage.say(1, saying("one two three four"))
    for _ in range(6):
        scene.go_by(0.05)
        scene.stage.pause()
        scene.go_by(0.3)
        scene.stage.resume()
    scene.go_by(0.5)
    assert scene.words(1) == [0, 4, 8, 14]
    samples = [sample for sample in array("h", bytes(scene.player.heard)) if sample]
    assert len(samples) == pytest.approx(4 * WORD * RATE, abs=2)


def test_a_stop_forgets_all_and_the_next_is_heard_whole(scene):
    scene.stage.say(1, saying("one two three four"))
    scene.stage.say(2, saying("five"))
    scene.go_by(0.15)
    scene.stage.stop()
    before = len([sample for sample in array("h", bytes(scene.player.heard)) if sample])
    scene.stage.say(3, saying("six seven"))
    scene.go_by(0.4)
    samples = len([sample for sample in array("h", bytes(scene.player.heard)) if sample])
    assert samples - before == pytest.approx(2 * WORD * RATE, abs=2)
    assert scene.words(2) == []
    assert scene.words(3) == [0, 4]


def test_sound_that_was_made_for_what_is_forgotten_is_thrown_away(scene):
    scene.stage.say(1, saying("one"))
    serial, forgotten = scene.orders.pop()
    scene.stage.stop()
    scene.stage.say(2, saying("two"))
    scene.stage.made(serial, scene.choir.sound_of(forgotten))
    scene.go_by(0.3)
    assert scene.kinds() == [("Began", 2), ("Finished", 2)]


@pytest.mark.parametrize("moment", [0.0, 0.02, 0.05, 0.13, 0.21, 0.33, 0.39, 0.45, 0.55])
def test_a_change_begins_with_the_next_word_and_no_word_is_lost_or_said_twice(scene, moment):
    texts = {1: "one two three four", 2: "five six", 3: "seven"}
    for ticket, text in texts.items():
        scene.stage.say(ticket, saying(text, pause=0.05))
    scene.go_by(moment)
    left = {ticket: saying(text, rate=300, pause=0.05) for ticket, text in texts.items()}
    scene.stage.revise(left)
    scene.go_by(2)
    assert scene.words(1) == [0, 4, 8, 14]
    assert scene.words(2) == [0, 5]
    assert scene.words(3) == [0]
    assert scene.kinds() == [(kind, ticket) for ticket in texts for kind in ("Began", "Finished")]
    lengths = [sample for sample in array("h", bytes(scene.player.heard)) if sample]
    assert 7 * WORD * RATE < len(lengths) <= 14 * WORD * RATE + 2


def test_a_second_change_of_the_same_sentence_goes_on_from_its_place(scene):
    scene.stage.say(1, saying("one two three four five six"))
    scene.go_by(0.15)
    scene.stage.revise({1: saying("one two three four five six", rate=300)})
    scene.go_by(0.3)
    scene.stage.revise({1: saying("one two three four five six", rate=900)})
    scene.go_by(2)
    assert scene.words(1) == [0, 4, 8, 14, 19, 24]
    assert scene.kinds() == [("Began", 1), ("Finished", 1)]


def test_what_cannot_be_said_is_told_and_left_out(scene):
    scene.stage.say(1, saying("one", bad=True))
    scene.stage.say(2, saying("two"))
    scene.go_by(0.3)
    assert scene.kinds() == [("Failed", 1), ("Began", 2), ("Finished", 2)]


def test_a_saying_without_a_sound_ends_too(scene):
    scene.stage.say(1, saying("…"))
    scene.stage.say(2, saying("two"))
    scene.go_by(0.3)
    assert scene.kinds() == [("Began", 1), ("Finished", 1), ("Began", 2), ("Finished", 2)]


def test_a_card_that_falls_silent_is_noticed_and_reading_goes_on_at_the_word(scene):
    scene.stage.say(1, saying("one two three four", rate=300))
    scene.go_by(0.5)
    scene.player.alive = False
    scene.go_by(0.1)
    assert scene.told[-1] == Silenced(Hush.NO_DEVICE)
    scene.go_by(2)
    scene.player.alive = True
    scene.go_by(1.5)
    assert Sounding() in scene.told
    assert scene.told.count(Silenced(Hush.NO_DEVICE)) > 0
    assert scene.words(1)[-4:] == [4, 4, 8, 14] or scene.words(1) == [0, 4, 8, 8, 14]
    assert scene.kinds()[-1] == ("Finished", 1)


def refuse(player):
    player.open = lambda name: (player.opened.append(name), player.answers.append(Refused(missing=False)))


def test_without_a_device_it_is_said_once_and_tried_again(scene):
    refuse(scene.player)
    scene.stage.say(1, saying("one"))
    scene.go_by(2.2)
    assert scene.told == [Silenced(Hush.NO_DEVICE)]
    assert 3 <= len(scene.player.opened) <= 6
    del scene.player.open
    scene.go_by(1)
    assert scene.told[1] == Sounding()
    assert scene.kinds() == [("Began", 1), ("Finished", 1)]


def test_a_device_that_does_not_answer_is_told_of_and_at_last_given_up(scene):
    scene.player.open = lambda _: None
    scene.stage.say(1, saying("one"))
    scene.go_by(0.5)
    assert scene.told == []
    scene.go_by(1)
    assert scene.told == [Silenced(Hush.NO_DEVICE)]
    assert not scene.stage.is_stuck(scene.player.now)
    scene.go_by(10)
    assert scene.stage.is_stuck(scene.player.now)


def test_a_voice_that_does_not_answer_is_given_up(scene):
    scene.stage.say(1, saying("one"))
    scene.player.let_go_by(5, scene.stage)
    assert not scene.stage.is_stuck(scene.player.now)
    scene.player.let_go_by(6, scene.stage)
    assert scene.stage.is_stuck(scene.player.now)


@pytest.mark.parametrize("chosen", ["Headphones", ""])
def test_the_device_is_pulled_and_nobody_else_hears_the_rest(scene, chosen):
    scene.player.usual = "Headphones"
    scene.stage.use_device(chosen)
    scene.stage.say(1, saying("one two three four five", rate=200))
    scene.go_by(0.55)
    assert scene.player.opened == [chosen]
    scene.player.devices.remove("Headphones")
    scene.player.usual = "Speakers"
    scene.go_by(1)
    assert scene.told[-1] == Silenced(Hush.DEVICE_GONE)
    assert scene.words(1) == [0, 4, 8]
    scene.stage.resume()
    scene.go_by(2)
    assert scene.player.opened == [chosen, ""]
    assert scene.words(1) == [0, 4, 8, 4, 8, 14, 19]  # "three" began when it was gone already, perhaps


def test_a_device_that_is_pulled_before_it_was_looked_for_has_said_nothing_for_certain(scene):
    scene.stage.say(1, saying("one two three", rate=900))
    scene.go_by(0.15)
    scene.player.devices.remove("Speakers")
    scene.go_by(0.5)
    scene.stage.resume()
    scene.go_by(1)
    assert scene.words(1)[-3:] == [0, 4, 8]


def test_where_the_system_takes_another_device_and_the_old_one_stays_sound_goes_along(scene):
    scene.stage.say(1, saying("one two three four five six", rate=200))
    scene.go_by(0.4)
    scene.player.usual = "Headphones"
    scene.go_by(0.6)
    assert scene.words(1) == [0, 4, 8, 14]
    scene.player.devices.remove("Headphones")
    scene.player.usual = "Speakers"
    scene.go_by(0.6)
    assert scene.told[-1] == Silenced(Hush.DEVICE_GONE)


def test_where_no_device_is_left_it_goes_on_at_the_word_when_one_is_back(scene):
    scene.stage.say(1, saying("one two three four", rate=200))
    scene.go_by(0.4)
    scene.player.devices.clear()
    scene.player.void = True
    refuse(scene.player)
    scene.go_by(2)
    assert scene.told[-1] == Silenced(Hush.NO_DEVICE)
    scene.player.devices.append("Speakers")
    scene.player.void = False
    del scene.player.open
    scene.go_by(3)
    assert Sounding() in scene.told
    assert scene.words(1) == [0, 4, 0, 4, 8, 14]  # when it was seen last, the first word was not over


def test_where_nobody_answers_what_devices_there_are_nothing_is_lost(scene):
    scene.stage.say(1, saying("one two three four", rate=200))
    scene.go_by(0.4)
    scene.player.devices.clear()
    scene.go_by(2)
    assert scene.words(1) == [0, 4, 8, 14]


def test_where_the_system_does_not_tell_which_device_is_its_own_nothing_is_looked_for(scene):
    scene.player.usual = ""
    scene.stage.say(1, saying("one two three", rate=200))
    scene.go_by(2)
    assert scene.player.looks == 0
    assert scene.words(1) == [0, 4, 8]


def test_a_chosen_device_that_is_not_there_pauses_with_a_word(scene):
    scene.player.open = lambda _: scene.player.answers.append(Refused(missing=True))
    scene.stage.use_device("Headphones")
    scene.stage.say(1, saying("one"))
    scene.go_by(1)
    assert scene.told == [Silenced(Hush.DEVICE_GONE)]
    del scene.player.open
    scene.stage.resume()
    scene.go_by(1)
    assert scene.kinds() == [("Began", 1), ("Finished", 1)]


def test_whether_the_device_is_still_there_is_looked_for_while_it_speaks(scene):
    scene.stage.say(1, saying("one two three four five six seven", rate=100))
    scene.go_by(2.9)
    assert scene.player.looks == pytest.approx(11, abs=1)
    scene.stage.pause()
    scene.go_by(2)
    assert scene.player.looks == pytest.approx(11, abs=1)


def test_while_a_look_is_not_answered_no_other_is_asked_for(scene):
    scene.player.look = lambda: setattr(scene.player, "looks", scene.player.looks + 1)
    scene.stage.say(1, saying("one two three four", rate=100))
    scene.go_by(2)
    assert scene.player.looks == 1


def test_another_device_goes_on_from_the_word(scene):
    scene.stage.say(1, saying("one two three", rate=200))
    scene.go_by(0.4)
    scene.stage.use_device("Headphones")
    scene.go_by(1.5)
    assert scene.player.opened == ["", "Headphones"]
    assert scene.words(1) == [0, 4, 4, 8]


def test_a_device_that_is_not_needed_is_given_back_and_a_pause_survives_it(scene):
    scene.stage.say(1, saying("one two three", rate=300))
    scene.go_by(0.3)
    scene.stage.pause()
    scene.go_by(6)
    assert not scene.player.open_now
    assert not scene.stage.holds_device
    scene.stage.resume()
    scene.go_by(1)
    assert scene.words(1) == [0, 4, 8]
    samples = [sample for sample in array("h", bytes(scene.player.heard)) if sample]
    assert len(samples) == pytest.approx(6 * WORD * RATE, abs=2)
