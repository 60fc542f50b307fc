import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessreader.article import Article, Heading, Paragraph, Position, Run, Span, sheet
from accessreader.speech.delivery import Delivery, Pauses
from accessreader.speech.engine import Boundary, Failed, Finished, Hush, Manner, Silenced, Sounding, Voice
from accessreader.speech.lexicon import our_lexicon
from accessreader.speech.narrator import (
    Narrator,
    Offered,
    Paused,
    Recovered,
    Speaking,
    State,
    Stopped,
    Trouble,
)
from accessreader.speech.script import Unit
from accessreader.speech.spoken import Part, Piece, Spoken
from accessreader.speech.utterance import Parting, utterances
from speech.pretended import VOICES, PretendedEngine

ARTICLE = Article(
    url="http://paper.test/",
    title="The session",
    language="en",
    blocks=(
        Paragraph((Run("The Senate met today. It was a long day."),)),
        Heading(2, (Run("What was said"),)),
        Paragraph((Run("Laws were read. They were passed. All went home."),)),
        Heading(2, (Run("What comes"),)),
        Paragraph((Run("More of it."),)),
    ),
)
SENTENCES = [utterance.text for utterance in utterances(ARTICLE)]


def plainly(utterance, _languages):
    """Every word as it is written, each a piece of its own."""
    pieces, at = [], 0
    for word in utterance.text.split(" "):
        pieces.append(Piece(f"{word} ", at, at + len(word)))
        at += len(word) + 1
    return Spoken((Part(utterance.language, tuple(pieces)),))


class Reading:
    """A narrator of an article, with an engine that speaks when it is told to."""

    def __init__(self, article=ARTICLE, voices=VOICES, speak=plainly):
        self.blocks = sheet(article)
        self.told = []
        self.engine = PretendedEngine(voices)
        self.narrator = Narrator(self.engine, self.told.append, speak)
        self.engine.hear = self.narrator.hear
        self.narrator.load(Parting(article))
        self.engine.be_ready()
        self.told.clear()

    def text(self, span):
        return self.blocks[span.block].text[span.start : span.end]

    @property
    def words(self):
        return [self.text(event.word) for event in self.told if isinstance(event, Speaking)]

    @property
    def rest(self):
        """What is still to be heard, without speaking it."""
        said = []
        while self.engine.sayings:
            said += [
                self.engine.sayings[self.engine.ticket].text[start:end]
                for start, end in self.engine.words(self.engine.ticket)
            ]
            self.engine.speak()
        return said


@pytest.fixture
def reading():
    return Reading()


def all_words(article=ARTICLE):
    return [word for utterance in utterances(article) for word in utterance.text.split()]


def test_all_is_read_word_by_word_and_then_it_stops(reading):
    reading.narrator.play(Position())
    assert reading.narrator.state is State.SPEAKING
    reading.engine.speak()
    assert reading.words == all_words()
    assert reading.told[-1] == Stopped(Position(5, 8), finished=True)
    assert reading.narrator.state is State.STOPPED


def test_the_sentence_and_the_word_are_told_as_spans_of_the_article(reading):
    reading.narrator.play(Position(1, 11))
    reading.engine.speak(1)
    assert reading.told == [Speaking(Span(1, 0, 21), Span(1, 11, 14))]
    assert reading.text(reading.told[0].sentence) == "The Senate met today."


def test_reading_begins_with_the_word_in_which_the_position_lies(reading):
    reading.narrator.play(Position(1, 6))
    reading.engine.speak(1)
    assert reading.words == ["Senate"]


def test_reading_from_between_two_sentences_begins_with_the_second(reading):
    reading.narrator.play(Position(1, 21))
    reading.engine.speak(1)
    assert reading.words == ["It"]


def test_a_selection_is_read_to_its_end_and_no_further(reading):
    reading.narrator.play(Position(1, 11), Position(1, 28))
    reading.engine.speak()
    assert reading.words == ["met", "today.", "It", "was"]
    assert isinstance(reading.told[-1], Stopped)


@pytest.mark.parametrize(("until", "last"), [(21, "today."), (22, "today."), (23, "It"), (24, "It"), (40, "day.")])
def test_a_selection_ends_with_the_last_word_it_touches(reading, until, last):
    reading.narrator.play(Position(1, 11), Position(1, until))
    reading.engine.speak()
    assert reading.words[-1] == last


def test_few_sayings_are_ordered_ahead(reading):
    reading.narrator.play(Position())
    assert len(reading.engine.sayings) == 4


def test_a_pause_tells_the_place_and_resuming_goes_on_in_the_same_saying(reading):
    reading.narrator.play(Position(1, 0))
    reading.engine.speak(2)
    reading.narrator.pause()
    assert reading.told[-1] == Paused(Position(1, 4))
    assert reading.engine.paused
    reading.narrator.resume()
    assert not reading.engine.paused
    reading.engine.speak()
    assert reading.words[1:4] == ["Senate", "The", "Senate"]  # the engine says the saying anew; ours would go on


def test_a_stop_tells_the_last_word_and_resuming_begins_with_it(reading):
    reading.narrator.play(Position(1, 0))
    reading.engine.speak(3)
    reading.narrator.stop()
    assert reading.told[-1] == Stopped(Position(1, 11))
    assert reading.engine.sayings == {}
    reading.narrator.resume()
    reading.engine.speak(1)
    assert reading.words[-1] == "met"


def test_events_of_what_was_stopped_change_nothing(reading):
    reading.narrator.play(Position())
    ticket = reading.engine.ticket
    reading.narrator.play(Position(3, 0))
    reading.told.clear()
    reading.narrator.hear(Boundary(ticket, 0, 3))
    reading.narrator.hear(Finished(ticket))
    reading.narrator.hear(Failed(ticket, ""))
    assert reading.told == []
    reading.engine.speak(1)
    assert reading.words == ["Laws"]


@pytest.mark.parametrize(
    ("unit", "steps", "first"),
    [
        (Unit.WORD, 1, "They"), (Unit.WORD, -1, "were"), (Unit.SENTENCE, 1, "They"), (Unit.SENTENCE, -1, "What"),
        (Unit.PARAGRAPH, 1, "What"), (Unit.PARAGRAPH, -1, "Laws"),
        (Unit.HEADING, 1, "What"), (Unit.HEADING, -1, "What"),
    ],
)  # fmt: skip
def test_one_goes_on_and_back_by_units(reading, unit, steps, first):
    reading.narrator.play(Position(3, 0))
    reading.engine.speak(3)
    move = reading.narrator.next if steps > 0 else reading.narrator.previous
    assert move(unit)
    reading.engine.speak(1)
    assert reading.words[-1] == first
    assert reading.narrator.state is State.SPEAKING


def test_headings_are_gone_through_one_by_one(reading):
    heard = []
    reading.narrator.play(Position(1, 0))
    while reading.narrator.next(Unit.HEADING):
        reading.engine.speak(2)
        heard.append(" ".join(reading.words[-2:]))
    assert heard == ["What was", "What comes"]


def test_where_nothing_follows_nothing_happens(reading):
    reading.narrator.play(Position(5, 0))
    reading.engine.speak(1)
    told = list(reading.told)
    for unit in (Unit.SENTENCE, Unit.PARAGRAPH, Unit.HEADING):
        assert not reading.narrator.next(unit)
    assert reading.told == told
    assert reading.engine.sayings


def test_by_words_in_a_pause_each_is_said_alone(reading):
    reading.narrator.play(Position(1, 0))
    reading.engine.speak(2)
    reading.narrator.pause()
    for word in ("met", "today.", "It"):
        reading.narrator.next(Unit.WORD)
        reading.engine.speak()
        assert reading.words[-1] == word
    assert reading.narrator.state is State.PAUSED
    assert reading.narrator.previous(Unit.WORD)
    reading.engine.speak()
    assert reading.words[-1] == "today."
    reading.narrator.resume()
    reading.engine.speak(2)
    assert reading.words[-2:] == ["today.", "It"]


def test_a_sentence_is_repeated_from_its_beginning(reading):
    reading.narrator.play(Position(1, 0))
    reading.engine.speak(3)
    reading.narrator.repeat()
    reading.engine.speak(2)
    assert reading.words == ["The", "Senate", "met", "The", "Senate"]


def test_a_remark_is_made_and_the_place_stays(reading):
    reading.narrator.play(Position(1, 0))
    reading.engine.speak(2)
    reading.narrator.remark("S, e, n, a, t, e", "en")
    assert [saying.text for saying in reading.engine.sayings.values()] == ["S, e, n, a, t, e"]
    reading.engine.speak()
    assert reading.narrator.position == Position(1, 4)
    reading.narrator.resume()
    reading.engine.speak(1)
    assert reading.words[-1] == "Senate"


def test_it_says_where_it_is(reading):
    assert str(reading.narrator.where_am_i()) == "Sentence 1 of 1 in this paragraph, under “The session”."
    reading.narrator.play(Position(3, 16))
    assert str(reading.narrator.where_am_i()) == "Sentence 2 of 3 in this paragraph, under “What was said”."


def test_without_headings_it_says_the_sentence_only():
    reading = Reading(Article(url="", title="", language="en", blocks=(Paragraph((Run("One. Two."),)),)))
    reading.narrator.play(Position(9, 0))
    assert str(reading.narrator.where_am_i()).startswith("Sentence")
    assert "under" not in str(reading.narrator.where_am_i())


def test_a_wish_changes_what_is_ordered_already_and_what_comes(reading):
    reading.narrator.play(Position(1, 4))
    reading.narrator.configure(Delivery(Manner(rate=360), {"kk": Manner(100)}, pauses=Pauses(sentence=1.0)))
    assert "revise" in reading.engine.calls
    sayings = list(reading.engine.sayings.values())
    assert {phrase.manner.rate for saying in sayings for phrase in saying.phrases} == {360}
    assert sayings[0].start == 4
    assert sayings[0].pause == 0.5
    reading.engine.speak()
    assert reading.words == all_words()[3:]


def test_a_wish_that_changes_nothing_disturbs_nothing(reading):
    reading.narrator.play(Position())
    reading.narrator.configure(Delivery())
    assert "revise" not in reading.engine.calls


def test_the_chosen_voice_and_device_are_used():
    voices = (*VOICES, Voice("silent:en-2", "Another", "en"))
    reading = Reading(voices=voices)
    reading.narrator.configure(Delivery(voices={"en": "silent:en-2", "ru": "gone"}, device="Headphones"))
    reading.narrator.play(Position())
    assert {phrase.voice for saying in reading.engine.sayings.values() for phrase in saying.phrases} == {"silent:en-2"}
    assert reading.engine.device == "Headphones"


KAZAKH = Article(
    url="",
    title="Сенат отырысы",
    language="kk",
    blocks=(
        Paragraph((Run("Бүгін Сенат отырысы өтті."),)),
        Paragraph((Run("The Senate met today."),), language="en"),
        Paragraph((Run("Отырыс ұзақ болды."),)),
    ),
)


def test_a_language_without_a_voice_is_told_once_and_said_in_one_that_has_a_voice():
    reading = Reading(KAZAKH, [voice for voice in VOICES if voice.language != "kk"])
    reading.narrator.play(Position())
    said = [(phrase.text, phrase.voice) for saying in reading.engine.sayings.values() for phrase in saying.phrases]
    assert said[0] == (
        "There is no voice for Kazakh on this computer. What is written in Kazakh is left out.",
        "silent:en",
    )
    assert said[1] == ("The Senate met today. ", "silent:en")
    assert len(said) == 2
    assert [type(event) for event in reading.told] == [Trouble]
    reading.engine.speak()
    assert reading.words == ["The", "Senate", "met", "today."]


def test_where_only_russian_can_be_spoken_the_word_about_it_is_russian():
    reading = Reading(KAZAKH, [voice for voice in VOICES if voice.language == "ru"])
    reading.narrator.play(Position())
    assert "казахского" in next(iter(reading.engine.sayings.values())).text
    reading.engine.speak()
    assert reading.told[-1] == Stopped(Position(0, 0), finished=True)
    assert reading.words == []


def test_without_any_voice_it_says_so_on_the_screen_and_stops():
    reading = Reading(KAZAKH, [])
    reading.narrator.play(Position())
    assert [type(event) for event in reading.told] == [Trouble, Trouble, Stopped]
    assert reading.engine.sayings == {}


def test_an_order_given_before_the_voice_is_ready_is_carried_out_when_it_is():
    told = []
    engine = PretendedEngine()
    narrator = Narrator(engine, told.append, plainly)
    engine.hear = narrator.hear
    narrator.load(Parting(ARTICLE))
    narrator.play(Position(3, 5))
    assert engine.sayings == {}
    engine.be_ready()
    assert told == [Offered(VOICES, ("Speakers",))]
    assert len(engine.sayings) == 4
    engine.speak(1)
    assert told[-1] == Speaking(Span(3, 0, 15), Span(3, 5, 9))


def test_a_remark_made_before_the_voice_is_ready_is_said_when_it_is():
    engine = PretendedEngine()
    narrator = Narrator(engine, [].append, plainly)
    engine.hear = narrator.hear
    narrator.load(Parting(ARTICLE))
    narrator.remark("S, e", "en")
    assert engine.sayings == {}
    engine.be_ready()
    assert [saying.text for saying in engine.sayings.values()] == ["S, e"]


def test_a_remark_that_was_stopped_before_the_voice_is_ready_is_not_said():
    engine = PretendedEngine()
    narrator = Narrator(engine, [].append, plainly)
    engine.hear = narrator.hear
    narrator.remark("S, e", "en")
    narrator.stop()
    engine.be_ready()
    assert engine.sayings == {}


def test_words_of_a_language_without_a_voice_stay_with_the_sentence():
    asked = []

    def speak(utterance, languages):
        asked.append(set(languages))
        return plainly(utterance, languages)

    reading = Reading(voices=[voice for voice in VOICES if voice.language != "ru"], speak=speak)
    reading.narrator.play(Position())
    assert asked[-1] == {"kk", "en"}


def test_when_this_machine_has_no_voice_at_all_that_is_said():
    told = []
    engine = PretendedEngine(())
    narrator = Narrator(engine, told.append, plainly)
    engine.hear = narrator.hear
    narrator.load(Parting(ARTICLE))
    narrator.play(Position())
    engine.be_ready()
    assert told[1:] == [Trouble(Hush.NO_SYNTHESIZER.sentence()), Stopped(Position(0, 0))]


def test_a_sentence_that_cannot_be_spoken_is_told_and_reading_goes_on(reading):
    reading.narrator.play(Position(3, 0))
    ticket = reading.engine.ticket
    del reading.engine.sayings[ticket]
    reading.narrator.hear(Failed(ticket, "boom"))
    reading.engine.speak(1)
    assert isinstance(reading.told[0], Trouble)
    assert reading.words == ["They"]


def test_sound_that_goes_and_comes_back_is_told(reading):
    reading.narrator.play(Position())
    reading.narrator.hear(Silenced(Hush.NO_DEVICE))
    assert reading.told[-1] == Trouble(Hush.NO_DEVICE.sentence())
    assert reading.narrator.state is State.SPEAKING
    reading.narrator.hear(Sounding())
    assert reading.told[-1] == Recovered()


def test_that_there_is_no_sound_is_said_once_until_reading_ends_or_is_heard(reading):
    reading.narrator.play(Position())
    reading.narrator.hear(Silenced(Hush.NO_DEVICE))
    reading.narrator.next(Unit.SENTENCE)
    reading.narrator.hear(Silenced(Hush.NO_DEVICE))
    assert reading.told == [Trouble(Hush.NO_DEVICE.sentence())]
    reading.narrator.stop()
    reading.narrator.play(Position())
    reading.narrator.hear(Silenced(Hush.NO_DEVICE))
    assert reading.told[2:] == [Trouble(Hush.NO_DEVICE.sentence())]
    reading.narrator.next(Unit.SENTENCE)
    reading.engine.speak(1)
    assert isinstance(reading.told[3], Recovered)
    reading.narrator.hear(Silenced(Hush.NO_DEVICE))
    assert reading.told[-1] == Trouble(Hush.NO_DEVICE.sentence())


def test_another_trouble_is_told_while_there_is_no_sound(reading):
    reading.narrator.play(Position())
    reading.narrator.hear(Silenced(Hush.NO_DEVICE))
    reading.narrator.hear(Silenced(Hush.DEVICE_GONE))
    assert Trouble(Hush.DEVICE_GONE.sentence()) in reading.told


def loudly(utterance, languages):
    """As it is written, in capitals."""
    said = plainly(utterance, languages)
    pieces = [dataclasses.replace(piece, said=piece.said.upper()) for part in said.parts for piece in part.pieces]
    return Spoken((dataclasses.replace(said.parts[0], pieces=tuple(pieces)),))


def test_another_wording_holds_from_the_word_that_is_said_on(reading):
    reading.narrator.play(Position(1, 0))
    reading.engine.speak(2)
    reading.narrator.reword(loudly)
    first = next(iter(reading.engine.sayings.values()))
    assert first.text[first.start :].startswith("SENATE MET")
    assert reading.narrator.state is State.SPEAKING
    assert reading.narrator.position == Position(1, 4)


def test_another_wording_in_a_pause_is_heard_when_it_goes_on(reading):
    reading.narrator.play(Position(1, 0))
    reading.engine.speak(2)
    reading.narrator.pause()
    reading.narrator.reword(loudly)
    assert reading.narrator.state is State.PAUSED
    assert reading.engine.sayings == {}
    reading.narrator.resume()
    first = next(iter(reading.engine.sayings.values()))
    assert first.text[first.start :].startswith("SENATE MET")


def test_a_remark_is_said_by_a_lexicon_of_its_own(reading):
    reading.narrator.remark("BBCX", "en", our_lexicon().with_word("en", "BBCX", "bee bee"))
    assert [saying.text for saying in reading.engine.sayings.values()] == ["bee bee"]


def test_a_device_that_was_pulled_is_a_pause(reading):
    reading.narrator.play(Position(1, 0))
    reading.engine.speak(2)
    reading.narrator.hear(Silenced(Hush.DEVICE_GONE))
    assert reading.told[-1] == Paused(Position(1, 4))
    assert reading.narrator.state is State.PAUSED


def test_a_voice_that_breaks_for_good_stops_at_the_last_word(reading):
    reading.narrator.play(Position(1, 0))
    reading.engine.speak(2)
    reading.narrator.hear(Silenced(Hush.BROKEN))
    assert reading.told[-1] == Stopped(Position(1, 4))


def test_another_article_is_read_from_its_beginning(reading):
    reading.narrator.play(Position(3, 0))
    reading.engine.speak(1)
    reading.narrator.load(Parting(KAZAKH))
    assert reading.narrator.state is State.STOPPED
    assert reading.narrator.position == Position(0, 0)
    assert reading.engine.sayings == {}


def test_of_nothing_nothing_is_read():
    told = []
    engine = PretendedEngine()
    narrator = Narrator(engine, told.append)
    engine.hear = narrator.hear
    engine.be_ready()
    narrator.play(Position(4, 4))
    assert not narrator.next(Unit.WORD)
    assert told[1:] == [Stopped(Position(0, 0), finished=True)]
    assert str(narrator.where_am_i()) == ""


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["play", "pause", "resume", "stop", "next", "previous", "speak", "rate"]), st.integers(0, 9)
        )
    )
)
def test_whatever_is_wished_the_place_is_the_last_word_heard_and_nothing_is_skipped(deeds):
    reading = Reading()
    narrator, engine = reading.narrator, reading.engine
    words = [(utterance.span.block, utterance.text) for utterance in utterances(ARTICLE)]
    for deed, number in deeds:
        match deed:
            case "play":
                narrator.play(Position(number % 6, number))
            case "speak" if not engine.paused:
                before = len(reading.told)
                engine.speak(number)
                heard = [event for event in reading.told[before:] if isinstance(event, Speaking)]
                if heard:
                    assert narrator.position == Position(heard[-1].word.block, heard[-1].word.start)
            case "rate":
                narrator.configure(Delivery(Manner(100 + number)))
            case "next" | "previous":
                getattr(narrator, deed)(list(Unit)[number % 4])
            case "pause" | "resume" | "stop":
                getattr(narrator, deed)()
        assert bool(engine.sayings) or narrator.state is not State.SPEAKING
        assert len(engine.sayings) <= 4
    assert words
