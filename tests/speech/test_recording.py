"""An article made into a file of sound: whole, in order, with the text that goes with it; or not there at all."""

import itertools
import sys
import wave

import pytest

from accessreader.article import Article, Heading, Paragraph, Run
from accessreader.errors import SpeechError, StoreError, UsageError
from accessreader.speech.child import usual_command
from accessreader.speech.delivery import Delivery, Pauses
from accessreader.speech.engine import Manner
from accessreader.speech.recording import record
from accessreader.speech.spoken import spoken
from accessreader.speech.utterance import utterances

HUM = (*usual_command(), "hum")
ARTICLE = Article(
    url="https://senate.test/1",
    title="Заң туралы",
    blocks=(
        Paragraph((Run("Сенат заң жобасын қарады. Депутаттар оны мақұлдады."),)),
        Heading(2, (Run("Что дальше"),), language="ru"),
        Paragraph((Run("Закон вступает в силу завтра."),), language="ru"),
    ),
    language="kk",
)
DELIVERY = Delivery(manner=Manner(rate=300), pauses=Pauses(0.0, 0.2, 0.3, 0.4))


def plain(utterance, voices):
    """What is written, and nothing about it."""
    return spoken(utterance, announced=(), voices=voices)


PAUSES = 0.6 * (0.4 + 0.2 + 0.3 + 0.4 + 0.3)  # at 300 words a minute they are shorter than at the usual 180


def seconds_of(path):
    with wave.open(str(path)) as file:
        return file.getnframes() / file.getframerate()


def test_everything_is_in_it_as_long_as_it_should_be(tmp_path):
    path = tmp_path / "a.wav"
    counted = []
    made = record(
        ARTICLE, path, DELIVERY, progress=lambda done, of: counted.append((done, of)), speak=plain, command=HUM
    )
    words = sum(len(one.text.split()) for one in utterances(ARTICLE))
    assert made.left_out == 0
    assert made.seconds == pytest.approx(seconds_of(path), abs=0.001)
    assert made.seconds == pytest.approx(words * 60 / 300 + PAUSES, abs=0.2)
    assert counted == [(number, 5) for number in range(1, 6)]
    assert {file.name for file in made.files} == {"a.wav", "a.lrc", "a.vtt", "a.chapters.vtt"}
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted(file.name for file in made.files)


def test_the_text_beside_it_has_every_word_in_order_at_its_time(tmp_path):
    record(ARTICLE, tmp_path / "a.wav", DELIVERY, speak=plain, command=HUM)
    lines = (tmp_path / "a.lrc").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "[ti:Заң туралы]"
    assert lines[2].startswith("[00:00.00]Заң <00:00.20>туралы")
    assert "Что дальше" in (tmp_path / "a.chapters.vtt").read_text(encoding="utf-8")
    assert (tmp_path / "a.vtt").read_text(encoding="utf-8").count("-->") == 5


def recorded_until(path, done, count):
    """Record, counting the sentences that are done, and stop when there are so many."""

    def progress(number, _of):
        done.append(number)

    return record(ARTICLE, path, DELIVERY, stop=lambda: len(done) == count, progress=progress, speak=plain, command=HUM)


def test_who_stops_it_finds_nothing_and_what_was_there_before(tmp_path):
    path = tmp_path / "a.wav"
    path.write_bytes(b"before")
    done = []
    assert recorded_until(path, done, 2) is None
    assert done == [1, 2]
    assert [file.name for file in tmp_path.iterdir()] == ["a.wav"]
    assert path.read_bytes() == b"before"


def hanging(mark):
    """What starts a voice that leaves a mark when it is asked for a sentence, and never comes to its end."""
    program = (
        "import pathlib, sys, time; from accessreader.speech import host; from accessreader.speech.choir import Choir\n"
        f"def hang(self, saying):\n    pathlib.Path({str(mark)!r}).touch(); time.sleep(600)\n"
        "Choir.sound_of = hang\n"
        "sys.exit(host.main(['hum']))"
    )
    return (sys.executable, "-c", program)


def test_in_the_midst_of_a_sentence_it_is_stopped_too(tmp_path):
    mark, folder = tmp_path / "begun", tmp_path / "out"
    folder.mkdir()
    begun = []
    command = hanging(mark)
    alone = Article(url="", title="One sentence", blocks=(), language="en")
    assert record(alone, folder / "a.wav", DELIVERY, stop=mark.exists, progress=begun.append, command=command) is None
    assert begun == []
    assert list(folder.iterdir()) == []


def test_who_stops_it_before_the_voice_is_there_waits_for_nothing(tmp_path):
    asked = itertools.count()
    command = (sys.executable, "-c", "import time; time.sleep(600)")
    assert record(ARTICLE, tmp_path / "a.wav", DELIVERY, stop=lambda: next(asked) > 9, command=command) is None
    assert list(tmp_path.iterdir()) == []


def test_who_stops_it_at_the_last_moment_has_no_file(tmp_path):
    assert recorded_until(tmp_path / "a.wav", [], len(utterances(ARTICLE))) is None
    assert list(tmp_path.iterdir()) == []


def speaking(languages):
    """What starts a voice of these languages only."""
    program = (
        "import sys; from accessreader.speech import host; from accessreader.speech.synthesizers import silent;"
        f"silent._LANGUAGES = {languages!r}; sys.exit(host.main(['hum']))"
    )
    return (sys.executable, "-c", program)


def test_a_language_without_a_voice_is_left_out_and_counted(tmp_path):
    made = record(ARTICLE, tmp_path / "a.wav", DELIVERY, command=speaking(("ru",)))
    assert made.left_out == 3


def test_where_there_is_no_voice_at_all_it_is_said(tmp_path):
    with pytest.raises(SpeechError, match="no voice"):
        record(ARTICLE, tmp_path / "a.wav", DELIVERY, command=speaking(()))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("program", ["import sys; sys.exit(1)", "import os; os.abort()"])
def test_a_voice_that_dies_at_once_is_told_in_a_sentence(tmp_path, program):
    with pytest.raises(SpeechError):
        record(ARTICLE, tmp_path / "a.wav", DELIVERY, command=(sys.executable, "-c", program))
    assert list(tmp_path.iterdir()) == []


def test_a_program_that_is_not_there_is_told_in_a_sentence(tmp_path):
    with pytest.raises(SpeechError):
        record(ARTICLE, tmp_path / "a.wav", DELIVERY, command=(str(tmp_path / "gone"),))


def test_a_voice_that_dies_in_the_middle_is_born_again_and_nothing_is_left_out(tmp_path):
    mark = tmp_path / "died"
    program = (
        "import os, sys, pathlib; from accessreader.speech import host; from accessreader.speech.choir import Choir\n"
        f"mark = pathlib.Path({str(mark)!r}); sound_of = Choir.sound_of\n"
        "def dying(self, saying):\n"
        "    if 'қарады' in saying.text and not mark.exists():\n"
        "        mark.touch(); os.abort()\n"
        "    return sound_of(self, saying)\n"
        "Choir.sound_of = dying\n"
        "sys.exit(host.main(['hum']))"
    )
    folder = tmp_path / "out"
    folder.mkdir()
    made = record(ARTICLE, folder / "a.wav", DELIVERY, command=(sys.executable, "-c", program))
    assert mark.exists()
    assert made.left_out == 0


def test_an_ending_or_a_folder_that_cannot_be_is_refused_before_anything_is_made(tmp_path):
    with pytest.raises(UsageError):
        record(ARTICLE, tmp_path / "a.doc", DELIVERY, command=("never",))
    with pytest.raises(StoreError):
        record(ARTICLE, tmp_path / "gone" / "a.wav", DELIVERY, command=("never",))


@pytest.mark.voice
def test_a_real_voice_says_three_languages(tmp_path):
    made = record(ARTICLE, tmp_path / "a.wav", Delivery())
    assert made.left_out == 0
    assert 6 < made.seconds < 20
