import sys
from pathlib import Path

import pytest

from accessreader.article import Article, Paragraph, Run
from accessreader.errors import SpeechError
from accessreader.speech.child import usual_command
from accessreader.speech.choir import Choir
from accessreader.speech.delivery import Delivery
from accessreader.speech.engine import Phrase, Saying
from accessreader.speech.spoken import spoken
from accessreader.speech.studio import Studio
from accessreader.speech.utterance import utterances

ARTICLE = Article(url="", title="Сенат", language="kk", blocks=(Paragraph((Run("Заң қабылданды. Отырыс өтті."),)),))


def test_an_article_becomes_sound_with_marks_that_lead_back_to_its_words():
    with Studio((*usual_command(), "hum")) as studio:
        for utterance in utterances(ARTICLE):
            said = spoken(utterance)
            sound = studio.sound_of(Delivery().saying(said, utterance.pause, studio.voices))
            assert len(sound) > 5000
            places = [said.written(mark.start) for mark in sound.marks]
            words = [
                utterance.text[start:end].strip() for start, end in places if start < end
            ]  # the cues stand nowhere
            assert words == utterance.text.replace(".", "").split()


def test_what_is_made_is_what_would_be_played():
    saying = Saying((Phrase("one two three", "silent:en"),), comma=0.1, pause=0.4)
    with Studio((*usual_command(), "hum")) as studio:
        assert studio.sound_of(saying) == Choir(["hum"]).sound_of(saying)


def test_what_cannot_be_said_is_an_error_and_the_next_is_made():
    with Studio((*usual_command(), "hum")) as studio:
        with pytest.raises(SpeechError, match="Choose another voice"):
            studio.sound_of(Saying((Phrase("one", "nobody"),)))
        assert len(studio.sound_of(Saying((Phrase("one", "silent:en"),))))


@pytest.mark.parametrize("command", [("/nowhere/voice",), (sys.executable, "-c", "raise SystemExit(1)")])
def test_a_voice_that_cannot_be_had_is_an_error(command):
    with Studio(command) as studio, pytest.raises(SpeechError):
        _ = studio.voices


def test_a_voice_that_dies_of_a_saying_is_tried_twice(tmp_path):
    voice = Path(__file__).with_name("pretended_voice.py")
    with Studio((sys.executable, str(voice), str(tmp_path))) as studio:
        assert [each.id for each in studio.voices] == ["x:en"]
        with pytest.raises(SpeechError):
            studio.sound_of(Saying((Phrase("x", "x:en"),)))
    assert (tmp_path / "orders").read_text().count("render") == 2
