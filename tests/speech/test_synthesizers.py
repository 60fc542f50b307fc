"""What every synthesizer promises, and what the machine's own does."""

import ctypes.util
import itertools
import subprocess
import sys
import wave
from array import array
from types import SimpleNamespace

import pytest

from accessreader.speech.choir import RATE, Choir
from accessreader.speech.engine import Manner, Phrase, Saying
from accessreader.speech.synthesizers import SYNTHESIZERS, SynthesizerError
from accessreader.speech.synthesizers.piper_synthesizer import PiperSynthesizer

TEXTS = {
    "kk": "Бүгін Сенат, «Заң туралы» отырысын өткізді.",
    "ru": "Сегодня Сенат провёл заседание – обсудили «Закон».",
    "en": "The Senate met today; they talked “about laws” – at length.",
}


class SynthesizerContract:
    """One subclass for each line of `SYNTHESIZERS`."""

    name = ""
    marks_words = True
    languages = ("kk", "ru", "en")

    @pytest.fixture(scope="class")
    @classmethod
    def synthesizer(cls):
        try:
            return SYNTHESIZERS[cls.name]()
        except SynthesizerError as error:
            pytest.skip(f"{cls.name}: {error}")

    def voice(self, synthesizer, language):
        return next(voice for voice in synthesizer.voices() if voice.language == language)

    def test_it_has_a_voice_for_each_language_under_an_id_of_its_own(self, synthesizer):
        voices = synthesizer.voices()
        assert {voice.language for voice in voices} >= set(self.languages)
        assert len({voice.id for voice in voices}) == len(voices)
        assert all(voice.name for voice in voices)

    @pytest.mark.parametrize("rate", [80, 180, 449, 450, 900])
    @pytest.mark.parametrize("language", TEXTS)
    def test_every_word_has_its_mark_in_order_within_the_sound(self, synthesizer, language, rate):
        text = TEXTS[language]
        sound = synthesizer.synthesize(text, self.voice(synthesizer, language).id, Manner(rate))
        assert len(sound) > 0
        assert [mark.sample for mark in sound.marks] == sorted(mark.sample for mark in sound.marks)
        assert all(0 <= mark.sample < len(sound) for mark in sound.marks)
        words = text.split() if self.marks_words else [text]
        assert [text[mark.start : mark.end] for mark in sound.marks] == words

    def test_faster_is_shorter(self, synthesizer):
        voice = self.voice(synthesizer, "ru").id
        lengths = [
            len(synthesizer.synthesize(TEXTS["ru"], voice, Manner(rate)).trimmed()) for rate in (80, 180, 400, 800)
        ]
        assert lengths == sorted(lengths, reverse=True)

    def test_the_same_words_take_as_long_again(self, synthesizer):
        """Not sample by sample: espeak-ng breathes a little differently each time."""
        voice = self.voice(synthesizer, "en").id
        lengths = [len(synthesizer.synthesize(TEXTS["en"], voice, Manner())) for _ in range(3)]
        assert max(lengths) < 1.02 * min(lengths)

    def test_a_voice_that_is_not_there_is_an_error(self, synthesizer):
        with pytest.raises(SynthesizerError):
            synthesizer.synthesize("word", "nobody:xx/yy", Manner())

    @pytest.mark.parametrize(
        "text", ["", " ", "\n", "…", "😀", "\x00\x07", "\ud800", "а" * 500, "1" * 60, "<b>&amp;", "שלום"]
    )
    def test_whatever_text_comes_it_answers(self, synthesizer, text):
        sound = synthesizer.synthesize(text, self.voice(synthesizer, "kk").id, Manner(450))
        assert len(sound.samples) % 2 == 0


class TestEspeak(SynthesizerContract):
    name = "espeak"

    def test_louder_is_louder_and_higher_is_other(self, synthesizer):
        voice = self.voice(synthesizer, "en").id
        quiet, loud, high = (
            synthesizer.synthesize("word", voice, manner).samples
            for manner in (Manner(volume=20), Manner(volume=100), Manner(pitch=90))
        )
        assert max(memoryview(quiet).cast("h")) < max(memoryview(loud).cast("h"))
        assert high != loud

    def test_a_mark_at_a_high_rate_lies_where_its_word_begins(self, synthesizer):
        """Marks of a synthesizer that shortens finished sound were up to 150 ms late: here they are in proportion."""
        voice, text = self.voice(synthesizer, "en").id, "papa " * 12
        places = [mark.sample for mark in synthesizer.synthesize(text, voice, Manner(700)).marks]
        steps = [later - before for before, later in itertools.pairwise(places)]
        assert max(steps) < 1.3 * min(steps)


class TestSilence(SynthesizerContract):
    name = "silent"


class TestHum(SynthesizerContract):
    name = "hum"


class PretendedPyttsx3:
    """pyttsx3's engine, with a driver that writes as many samples as the words take. Nobody hears of an odd voice."""

    def __init__(self):
        self.voices = [
            SimpleNamespace(id="a", name="A", languages=[b"\x05kk"]),
            SimpleNamespace(id="b", name="B", languages=["ru_RU"]),
            SimpleNamespace(id="c", name="C", languages=["en-US", "en"]),
            SimpleNamespace(id="d", name="D", languages=[]),
        ]
        self.properties = {"voices": self.voices}
        self.queue = []

    def connect(self, name, told):
        assert name == "finished-utterance"
        self.told = told

    def getProperty(self, name):  # noqa: N802
        return self.properties[name]

    def setProperty(self, name, value):  # noqa: N802
        self.properties[name] = value

    def save_to_file(self, text, file):
        self.queue.append((text, file))

    def runAndWait(self):  # noqa: N802
        for text, file in self.queue:
            sys.stdout.write(f"Audio saved to {file}")
            with wave.open(file, "wb") as written:
                written.setparams((2, 2, 22_050, 0, "NONE", ""))
                words = text.count("\n") + len(text.split())
                samples = words * 22_050 * 60 // self.properties["rate"]
                written.writeframes(array("h", [900, -900] * samples).tobytes())
        self.queue.clear()
        self.told(name=None, completed=True)


class TestPyttsx3(SynthesizerContract):
    """With a pretended pyttsx3: the real one takes the library of the tests above, and plays with it."""

    name = "pyttsx3"
    marks_words = False

    @pytest.fixture(scope="class")
    @classmethod
    def synthesizer(cls):
        before = sys.modules.get("pyttsx3")
        sys.modules["pyttsx3"] = SimpleNamespace(init=lambda _: PretendedPyttsx3())
        yield SYNTHESIZERS["pyttsx3"]()
        del sys.modules["pyttsx3"]
        if before is not None:
            sys.modules["pyttsx3"] = before

    def test_two_channels_become_one_and_nothing_is_printed(self, synthesizer, capsys):
        sound = synthesizer.synthesize("one two", "pyttsx3:c", Manner(180))
        assert len(sound) == 2 * 22_050 * 60 // 180
        assert capsys.readouterr().out == ""


PIPER = """
from dataclasses import dataclass
from types import SimpleNamespace

@dataclass
class SynthesisConfig:
    length_scale: float = 1.0
    volume: float = 1.0

class PiperVoice:
    config = SimpleNamespace(sample_rate=16000)

    @classmethod
    def load(cls, path):
        if not path.read_text():
            raise RuntimeError("no model")
        return cls()

    def synthesize(self, text, config):
        for sentence in text.split("."):
            length = int(800 * config.length_scale)
            sounds = [SimpleNamespace(phoneme=letter, num_samples=length) for letter in sentence]
            samples = bytes(2 * sum(sound.num_samples for sound in sounds))
            yield SimpleNamespace(audio_int16_bytes=samples, phoneme_alignments=sounds)
"""


class TestPiper(SynthesizerContract):
    """With a pretended Piper of the same face: the real one is large, and so are its voices."""

    name = "piper"

    @pytest.fixture(scope="class")
    @classmethod
    def synthesizer(cls, tmp_path_factory):
        folder = tmp_path_factory.mktemp("voices")
        for code in cls.languages:
            (folder / f"{code}_x.onnx").write_text("model")
            (folder / f"{code}_x.onnx.json").write_text(f'{{"espeak": {{"voice": "{code}"}}}}')
        (folder / "undescribed.onnx").write_text("model")
        (folder / "empty.onnx").write_text("")
        (folder / "empty.onnx.json").write_text('{"espeak": {"voice": "de"}}')
        (folder / "piper.py").write_text(PIPER)
        sys.path.insert(0, str(folder))
        yield PiperSynthesizer(folder)
        sys.path.remove(str(folder))
        sys.modules.pop("piper", None)

    def test_a_word_begins_where_the_model_tells(self, synthesizer):
        sound = synthesizer.synthesize("one two. three", "piper:en_x", Manner(180))
        assert [mark.sample for mark in sound.marks] == [0, 3200, 6400]

    def test_a_model_that_cannot_be_used_is_an_error(self, synthesizer):
        with pytest.raises(SynthesizerError):
            synthesizer.synthesize("eins", "piper:empty", Manner())


def test_without_a_folder_of_voices_there_is_no_piper(tmp_path):
    with pytest.raises(SynthesizerError):
        PiperSynthesizer(tmp_path)


def run(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=50)


def test_pyttsx3_speaks_into_a_file_with_one_mark_for_the_whole():
    if not ctypes.util.find_library("espeak-ng"):
        pytest.skip("no espeak-ng on this machine")
    done = run(
        "from accessreader.speech.engine import Manner\n"
        "from accessreader.speech.synthesizers import SYNTHESIZERS\n"
        "own = SYNTHESIZERS['pyttsx3']()\n"
        "voice = next(voice for voice in own.voices() if voice.language == 'ru')\n"
        "sound = own.synthesize(' Сенат ', voice.id, Manner())\n"
        "print(len(sound) > 5000, sound.rate, sound.marks[0].start, sound.marks[0].end)\n"
    )
    assert done.stdout.split() == ["True", "22050", "1", "6"], done.stderr


def test_the_espeak_that_came_along_speaks_too():
    done = run(
        "from accessreader.speech.engine import Manner\n"
        "from accessreader.speech.synthesizers import SYNTHESIZERS\n"
        "own = SYNTHESIZERS['espeak-bundled']()\n"
        "sound = own.synthesize('Сенат отырысы', 'espeak:trk/kk', Manner())\n"
        "print(len(sound) > 5000, [mark.start for mark in sound.marks])\n"
    )
    assert done.stdout.strip() == "True [0, 6]", done.stderr


def test_it_speaks_under_any_name_and_from_any_folder_as_it_lies_on_other_systems(tmp_path):
    """On Windows the library is espeak-ng.dll, on macOS libespeak-ng.dylib; no binding knows where it lies there."""
    pytest.importorskip("espeakng_loader")
    done = run(
        "import espeakng_loader as bundle, shutil\n"
        f"folder = {str(tmp_path)!r} + '/Сенат отырысы'\n"
        "shutil.copytree(bundle.get_data_path(), folder + '/espeak-ng-data')\n"
        "shutil.copy(bundle.get_library_path(), folder + '/espeak-ng.dll')\n"
        "bundle.get_library_path = lambda: folder + '/espeak-ng.dll'\n"
        "bundle.get_data_path = lambda: folder + '/espeak-ng-data'\n"
        "from accessreader.speech.engine import Manner\n"
        "from accessreader.speech.synthesizers import SYNTHESIZERS\n"
        "own = SYNTHESIZERS['espeak-bundled']()\n"
        "sound = own.synthesize('Сенат отырысы', 'espeak:trk/kk', Manner())\n"
        "print(len(sound) > 5000, folder in open('/proc/self/maps').read())\n"
    )
    assert done.stdout.split() == ["True", "True"], done.stderr


def test_where_the_system_has_no_espeak_the_one_that_came_along_is_the_usual_voice():
    pytest.importorskip("espeakng_loader")
    done = run(
        "import ctypes\n"
        "def refuse(name):\n    raise OSError(name)\n"
        "ctypes.cdll.LoadLibrary = refuse\n"
        "from accessreader.speech.choir import Choir\n"
        "print({'kk', 'ru', 'en'} <= {voice.language for voice in Choir().voices})\n"
    )
    assert done.stdout.strip() == "True", done.stderr


def test_the_systems_own_espeak_comes_first():
    if not ctypes.util.find_library("espeak-ng"):
        pytest.skip("no espeak-ng on this machine")
    done = run(
        "from accessreader.speech.choir import Choir\n"
        "Choir(['espeak'])\n"
        "print('espeakng_loader' in open('/proc/self/maps').read())\n"
    )
    assert done.stdout.strip() == "False", done.stderr


def test_without_its_data_espeak_is_an_error_and_not_an_end(tmp_path):
    done = run(
        "import os\n"
        f"os.environ['ESPEAK_DATA_PATH'] = {str(tmp_path)!r}\n"
        "from accessreader.speech.choir import Choir\n"
        "print(Choir(['espeak']).voices)\n"
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "()"


@pytest.fixture(scope="module")
def choir():
    return Choir(["hum"])


def silent(text, language="en"):
    return Phrase(text, f"silent:{language}", Manner(600))


def test_phrases_of_several_voices_become_one_sound_whose_marks_count_in_the_whole(choir):
    saying = Saying((silent("Сенат бүгін ", "kk"), silent("United Nations ", "en"), silent("туралы", "kk")), pause=0.5)
    sound = choir.sound_of(saying)
    assert [saying.text[mark.start : mark.end] for mark in sound.marks] == saying.text.split()
    assert sound.rate == RATE
    assert sound.samples.endswith(bytes(2 * (RATE // 2)))


def test_words_before_the_start_and_behind_the_end_are_not_said(choir):
    sound = choir.sound_of(Saying((silent("one two three four"),), start=5, end=14))
    assert [mark.start for mark in sound.marks] == [4, 8]


def test_a_long_text_is_made_in_pieces_and_marked_to_its_end(choir):
    text = "word " * 300
    sound = choir.sound_of(Saying((silent(text),)))
    assert [mark.start for mark in sound.marks] == list(range(0, 1500, 5))


def test_a_phrase_without_a_voice_is_not_heard_but_counts(choir):
    sound = choir.sound_of(Saying((Phrase("бұл ", ""), silent("word"))))
    assert [(mark.start, mark.end) for mark in sound.marks] == [(4, 8)]


def test_a_voice_nobody_has_is_an_error(choir):
    with pytest.raises(SynthesizerError):
        choir.sound_of(Saying((Phrase("word", "nobody"),)))


def test_synthesizers_that_are_not_there_leave_the_others():
    assert len(Choir(["espeak", "silent"]).voices) >= 3
