"""Short words said at once: in the wished language where it has a voice, and never an old question."""

import pytest

from accessreader.speech.engine import Failed, Finished, Hush, Ready, Silenced, Sounding, Voice
from accessreader.speech.prompter import Prompt, Prompter

WORDS = {"kk": "Сәлем.", "ru": "Привет.", "en": "Hello."}
ALL = (Voice("a:kk", "", "kk"), Voice("a:ru", "", "ru"), Voice("a:en", "", "en"))


class Engine:
    """Keeps what it is told."""

    def __init__(self):
        self.orders = []

    def warm_up(self):
        self.orders.append("warm up")

    def say(self, ticket, saying):
        self.orders.append((ticket, saying.text, *{phrase.voice for phrase in saying.phrases}))

    def stop(self):
        self.orders.append("stop")

    def use_device(self, name):
        self.orders.append(name)

    def close(self):
        self.orders.append("close")


@pytest.fixture
def engine():
    return Engine()


@pytest.fixture
def troubles():
    return []


@pytest.fixture
def prompter(engine, troubles):
    return Prompter(engine, troubles.append)


def test_each_is_said_in_its_own_language_and_in_order(engine, prompter):
    prompter.hear(Ready(ALL))
    prompter.say([Prompt(code, WORDS) for code in ("ru", "kk", "en")])
    assert engine.orders == [(1, "Привет.", "a:ru"), (2, "Сәлем.", "a:kk"), (3, "Hello.", "a:en")]
    assert prompter.speaking
    for ticket in (1, 2):
        prompter.hear(Finished(ticket))
    prompter.hear(Failed(3, ""))
    assert not prompter.speaking


def test_before_there_are_voices_only_the_last_is_kept(engine, prompter):
    prompter.say([Prompt("ru", WORDS)])
    prompter.say([Prompt("en", WORDS)])
    assert prompter.speaking
    prompter.hear(Ready(ALL))
    assert [order for order in engine.orders if order != "warm up"] == [(1, "Hello.", "a:en")]


def test_what_was_hushed_before_there_were_voices_is_never_said(engine, prompter):
    prompter.say([Prompt("ru", WORDS)])
    prompter.hush()
    prompter.hear(Ready(ALL))
    assert engine.orders == ["warm up"]


def test_new_words_silence_the_old(engine, prompter):
    prompter.hear(Ready(ALL))
    prompter.say([Prompt("ru", WORDS)])
    prompter.say([Prompt("en", WORDS)])
    assert engine.orders == [(1, "Привет.", "a:ru"), "stop", (2, "Hello.", "a:en")]


@pytest.mark.parametrize(("voices", "said"), [(ALL[1:], "Привет."), (ALL[2:], "Hello.")])
def test_a_language_without_a_voice_is_said_in_one_that_has_one(engine, prompter, voices, said):
    prompter.hear(Ready(voices))
    prompter.say([Prompt("kk", WORDS)])
    assert engine.orders[0][1] == said


def test_words_that_no_voice_knows_are_left_out(engine, prompter):
    prompter.hear(Ready(ALL[1:]))
    prompter.say([Prompt("kk", {"kk": "Сәлем."})])
    assert engine.orders == []
    assert not prompter.speaking


def test_why_nothing_is_heard_is_told_and_that_it_is_over(prompter, troubles):
    prompter.hear(Silenced(Hush.NO_DEVICE))
    prompter.hear(Sounding())
    assert troubles == [Hush.NO_DEVICE, None]


def test_a_machine_without_voices_is_trouble(prompter, troubles):
    prompter.say([Prompt("en", WORDS)])
    prompter.hear(Ready(()))
    assert troubles == [Hush.NO_SYNTHESIZER]
    assert not prompter.speaking
