"""`say`: aloud, with every sentence on standard output as it is heard; or into a file."""

import dataclasses
import signal
import subprocess
import sys
import time

import pytest

from accessreader.cli import _parser
from accessreader.cli.session import Session
from accessreader.cli.speaking import say, say_word
from accessreader.cli.terminal import tell
from accessreader.errors import AccessReaderError
from accessreader.speech.engine import Hush, Ready, Silenced
from qt.pretend_voice import VOICES, PretendVoice

PAGE = """<html lang="ru"><head><title>Сенат одобрил закон</title></head><body><article><h1>Сенат одобрил закон</h1>
<p>Депутаты поддержали закон единогласно, сказал председатель палаты. Он вступает в силу завтра, в среду.</p>
<p>Граждане смогут подать заявление онлайн. Об этом сообщила пресс-служба палаты вечером.</p></article></body></html>"""
SENTENCES = [
    "Сенат одобрил закон",
    "Депутаты поддержали закон единогласно, сказал председатель палаты.",
    "Он вступает в силу завтра, в среду.",
    "Граждане смогут подать заявление онлайн.",
    "Об этом сообщила пресс-служба палаты вечером.",
]


class Talkative(PretendVoice):
    """Says everything at once, as soon as it may."""

    def say(self, ticket, saying):
        super().say(ticket, saying)
        while self.word():
            pass


class Deaf(PretendVoice):
    """Has no sound device."""

    def say(self, ticket, saying):
        super().say(ticket, saying)
        self.told(Silenced(Hush.NO_DEVICE))


class Dumb(PretendVoice):
    """Has no voices."""

    def warm_up(self):
        self.told(Ready(()))


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return str(path)


@pytest.fixture
def run(tmp_path, capsys):
    """Runs `say` with a voice; answers the exit code, standard output and standard error."""

    def running(*arguments, voice=Talkative):
        home = ("--home", str(tmp_path / "home"), "--language", "en")
        session = Session(_parser().parse_args([*home, "say", *arguments]), tell)
        session.__dict__["services"] = dataclasses.replace(session.services, voice=voice)
        try:
            code = say(session)
        except AccessReaderError as error:
            tell(str(error))
            code = error.exit_code
        return code, *capsys.readouterr()

    return running


def test_every_sentence_is_printed_as_it_is_heard(run, page):
    code, out, err = run(page)
    assert (code, err) == (0, "")
    assert out.splitlines() == SENTENCES


def test_rate_and_preferences_hold_for_this_time(run, page, tmp_path):
    class Keeping(Talkative):
        def say(self, ticket, saying):
            rates.append((saying.phrases[0].manner.rate, saying.phrases[0].manner.pitch))
            super().say(ticket, saying)

    rates = []
    assert run(page, "--rate", "300", "--set", "speech_pitch_ru=70", voice=Keeping)[0] == 0
    assert set(rates) == {(300, 70)}
    assert not (tmp_path / "home" / "config" / "preferences.toml").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--rate", "10"], 5, "from 80 to 900 wpm"),
        (["--rate", ""], 5, "from 80 to 900 wpm"),
        (["--set", "speech_pitch_ru"], 2, "KEY=VALUE"),
        (["--set", "nothing=1"], 5, "no preference named nothing"),
        (["--to", "a.doc"], 2, ".wav"),
    ],
)
def test_what_cannot_be_had_is_refused_in_words(run, page, arguments, code, words):
    found, out, err = run(page, *arguments)
    assert (found, out) == (code, "")
    assert words in err


def test_without_a_sound_device_it_ends_and_says_what_else_can_be_done(run, page):
    code, out, err = run(page, voice=Deaf)
    assert (code, out) == (9, "")
    assert "--to FILE" in err


def test_without_a_voice_it_says_so(run, page):
    code, _out, err = run(page, voice=Dumb)
    assert code == 9
    assert "no voice" in err


def test_a_language_without_a_voice_is_said_once(run, page):
    class English(Talkative):
        def __init__(self, told):
            super().__init__(told, VOICES[3:])

    code, out, err = run(page, voice=English)
    assert code in (0, 9)
    assert out == ""
    assert err.count("no voice for Russian") == 1


def test_what_is_said_for_a_word_can_be_tried_with_the_readers_own(tmp_path, capsys):
    folder = tmp_path / "home" / "config" / "lexicon"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text('[ru]\n"РК" = "эр ка"\n', encoding="utf-8")
    (folder / "bad.toml").write_text("[ru", encoding="utf-8")
    session = Session(_parser().parse_args(["--home", str(tmp_path / "home"), "word", "РК"]), tell)
    assert say_word(session) == 0
    out, err = capsys.readouterr()
    said = dict(line.split(maxsplit=1) for line in out.splitlines())
    assert said["ru"] == "эр ка"
    assert set(said) == {"kk", "ru", "en"}
    assert "bad.toml" in err


def test_words_of_the_readers_own_are_kept_listed_and_forgotten(tmp_path, capsys):
    def word(*arguments):
        options = _parser().parse_args(["--home", str(tmp_path / "home"), "word", *arguments])
        assert say_word(Session(options, tell)) == 0
        out, err = capsys.readouterr()
        return [line.split(maxsplit=2) for line in out.splitlines()], err

    assert word()[0] == []
    assert ["ru", "эр", "ка-а"] in word("РК", "--in", "ru", "--says", "эр ка-а")[0]
    assert ["kk", "ақ", "орда"] in word("Ақорда", "--says", "ақ орда")[0]
    assert word()[0] == [["kk", "Ақорда", "ақ орда"], ["ru", "РК", "эр ка-а"]]
    assert ["ru", "эр", "ка"] in word("РК", "--in", "ru", "--forget")[0]
    assert word()[0] == [["kk", "Ақорда", "ақ орда"]]
    assert "no word of your own for РК" in word("РК", "--in", "ru", "--forget")[1]


@pytest.mark.parametrize(
    ("arguments", "words"), [((), "Write the word first"), (("РК",), "how the word is to be said")]
)
def test_a_word_that_cannot_be_kept_is_refused_in_words(tmp_path, arguments, words):
    options = _parser().parse_args(["--home", str(tmp_path / "home"), "word", *arguments, "--says", " "])
    with pytest.raises(AccessReaderError, match=words):
        say_word(Session(options, tell))


@pytest.mark.voice
def test_a_file_is_written_with_its_text_and_it_is_said_which(run, page, tmp_path):
    path = tmp_path / "a.wav"
    code, out, err = run(page, "--to", str(path), "--rate", "400")
    assert (code, out) == (0, "")
    assert str(path) in err
    assert "a.lrc" in err
    lines = path.with_suffix(".vtt").read_text(encoding="utf-8")
    assert lines.count("-->") == len(SENTENCES)


@pytest.mark.voice
def test_ctrl_c_ends_it_cleanly_and_leaves_no_file(tmp_path):
    long = tmp_path / "long.html"
    long.write_text(
        PAGE.replace("</article>", "<p>Граждане смогут подать заявление онлайн завтра.</p>" * 3000), "utf-8"
    )
    folder = tmp_path / "out"
    folder.mkdir()
    command = [sys.executable, "-m", "accessreader", "--home", str(tmp_path / "home"), "say", str(long)]
    with subprocess.Popen([*command, "--to", str(folder / "a.wav")], stderr=subprocess.PIPE) as process:
        deadline = time.monotonic() + 30
        while not list(folder.iterdir()) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert list(folder.iterdir()), "it never began"
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        _out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"Traceback" not in err
    assert list(folder.iterdir()) == []
