"""Files of sound: what was written is what is in them, with chapters and silences where they belong."""

import math
import struct
import wave
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessreader.errors import StoreError, UsageError
from accessreader.speech import sound_file
from accessreader.speech.sound_file import create, kinds

RATE = 22_050


def tone(hertz, seconds, rate=RATE):
    count = round(seconds * rate)
    return array("h", (round(9000 * math.sin(2 * math.pi * hertz * at / rate)) for at in range(count))).tobytes()


def chunks(data):
    """The chunks of a RIFF file by their names."""
    assert data[:4] == b"RIFF"
    assert struct.unpack("<I", data[4:8])[0] == len(data) - 8
    at, found = 12, {}
    while at < len(data):
        name, size = data[at : at + 4], struct.unpack("<I", data[at + 4 : at + 8])[0]
        found[name] = data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
    return found


def test_a_wav_file_holds_the_samples_and_the_silence(tmp_path):
    path = tmp_path / "a.wav"
    file = create(path, RATE)
    file.write(tone(440, 0.5))
    file.write(bytes(2 * round(0.25 * RATE)))
    file.write(tone(880, 0.5))
    assert file.seconds == pytest.approx(1.25, abs=0.001)
    file.close()
    with wave.open(str(path)) as read:
        assert (read.getframerate(), read.getnchannels(), read.getsampwidth()) == (RATE, 1, 2)
        frames = read.readframes(read.getnframes())
    silence = bytes(2 * round(0.25 * RATE))
    assert frames == tone(440, 0.5) + silence + tone(880, 0.5)


def test_the_chapters_of_a_wav_file_are_cue_points_with_labels(tmp_path):
    path = tmp_path / "a.wav"
    file = create(path, RATE)
    file.write(tone(440, 1.0))
    file.close(((0.0, "Басы"), (0.5, "Хвост")))
    found = chunks(path.read_bytes())
    assert struct.unpack("<I", found[b"cue "][:4])[0] == 2
    assert [struct.unpack("<I", found[b"cue "][4 + 24 * n + 20 :][:4])[0] for n in range(2)] == [0, RATE // 2]
    assert "Басы".encode() + b"\0" in found[b"LIST"]
    with wave.open(str(path)) as read:
        assert read.getnframes() == RATE


@given(st.lists(st.text(max_size=9), min_size=1, max_size=5), st.integers(0, 7))
def test_a_wav_file_with_any_chapters_is_whole(tmp_path_factory, titles, samples):
    path = tmp_path_factory.mktemp("w") / "a.wav"
    file = create(path, RATE)
    file.write(bytes(2 * samples))
    file.close(tuple((number * 0.1, title) for number, title in enumerate(titles)))
    assert set(chunks(path.read_bytes())) == {b"fmt ", b"data", b"cue ", b"LIST"}


@pytest.mark.parametrize("ending", [".flac", ".opus", ".mp3"])
@pytest.mark.parametrize("rate", [22_050, 16_000, 44_100])
def test_an_encoded_file_is_as_long_as_what_was_written_and_sounds_the_same(tmp_path, ending, rate):
    soundfile = pytest.importorskip("soundfile")
    np = pytest.importorskip("numpy")
    path = tmp_path / f"a{ending}"
    file = create(path, rate)
    file.write(tone(440, 1.0, rate))
    file.write(bytes(rate))
    file.close(((0.0, "A"),))
    samples, there = soundfile.read(str(path), dtype="float64")
    assert len(samples) / there == pytest.approx(1.5, abs=0.08)
    assert file.seconds == pytest.approx(1.5, abs=0.001)
    first = samples[: round(0.9 * there)]
    spectrum = np.abs(np.fft.rfft(first * np.hanning(len(first))))
    loudest = np.argmax(spectrum) * there / len(first)
    assert loudest == pytest.approx(440, abs=3)
    assert 0.15 < np.sqrt(np.mean(first**2)) < 0.24
    assert np.max(np.abs(samples[round(1.2 * there) : round(1.4 * there)])) < 0.01


CHAPTERS = ((0.0, "Басы"), (0.5, "Что дальше"), (1.0, "The end"))


def with_chapters(path, chapters=CHAPTERS):
    """The bytes of a file of 1.5 seconds without chapters, and with them."""
    for found in ((), chapters):
        file = create(path, 24_000)
        file.write(tone(440, 1.5, 24_000))
        file.close(found)
        yield path.read_bytes()


@pytest.mark.parametrize("ending", [".flac", ".opus", ".mp3"])
@pytest.mark.parametrize("count", [1, 3, 400])
def test_chapters_go_into_the_file_and_the_sound_stays_as_it_was(tmp_path, ending, count):
    soundfile = pytest.importorskip("soundfile")
    path = tmp_path / f"a{ending}"
    chapters = (CHAPTERS * 200)[:count]
    plain, marked = with_chapters(path, chapters)
    samples, rate = soundfile.read(str(path), dtype="float64")
    assert len(samples) / rate == pytest.approx(1.5, abs=0.08)
    tail = plain[-2000:]
    assert marked.endswith(tail)
    names = [title.encode("utf-16") if ending == ".mp3" else title.encode() for _start, title in chapters[:3]]
    assert all(name in marked for name in names)
    (tmp_path / f"b{ending}").write_bytes(plain)
    before, _rate = soundfile.read(str(tmp_path / f"b{ending}"), dtype="float64")
    assert len(before) == len(samples)
    assert (before == samples).all()


def test_the_chapters_of_mp3_are_frames_with_their_times(tmp_path):
    pytest.importorskip("soundfile")
    _plain, marked = with_chapters(tmp_path / "a.mp3")
    size = sum(byte << shift for byte, shift in zip(marked[6:10], (21, 14, 7, 0), strict=True))
    assert marked[10 + size : 12 + size][0] == 0xFF, "the sound begins behind the tag"
    at, frames = 10, []
    while at < 10 + size:
        length = int.from_bytes(marked[at + 4 : at + 8], "big")
        frames.append((marked[at : at + 4], marked[at + 10 : at + 10 + length]))
        at += 10 + length
    assert [name for name, _body in frames] == [b"CTOC", b"CHAP", b"CHAP", b"CHAP"]
    times = [struct.unpack(">II", body[body.index(b"\0") + 1 :][:8]) for name, body in frames if name == b"CHAP"]
    assert times == [(0, 500), (500, 1000), (1000, 1500)]


def test_the_chapters_of_flac_and_opus_are_comments(tmp_path):
    pytest.importorskip("soundfile")
    for ending in (".flac", ".opus"):
        _plain, marked = with_chapters(tmp_path / f"a{ending}")
        assert b"CHAPTER002=00:00:00.500" in marked
        assert "CHAPTER002NAME=Что дальше".encode() in marked


def test_bringing_a_long_piece_to_another_rate_can_be_ended_in_its_midst(tmp_path):
    pytest.importorskip("soundfile")
    asked = []

    def meanwhile():
        asked.append(file.seconds)
        if len(asked) == 3:
            raise InterruptedError

    file = create(tmp_path / "a.opus", 22_050, meanwhile)
    with pytest.raises(InterruptedError):
        file.write(tone(440, 60, 22_050))
    file.close()
    assert 0 < asked[0] < asked[1] < asked[2] < 2


def test_what_is_brought_to_another_rate_is_the_same_tone_without_a_mirror_of_it():
    np = pytest.importorskip("numpy")
    out = np.frombuffer(b"".join(sound_file.resampled(tone(3000, 1.0), 22_050, 24_000)), dtype="<i2").astype(float)
    middle = out[2000:-2000]
    expected = 9000 * np.sin(2 * np.pi * 3000 * np.arange(len(out)) / 24_000)[2000:-2000]
    error = np.sqrt(np.mean((middle - expected) ** 2)) / np.sqrt(np.mean(expected**2))
    assert error < 0.002
    assert len(out) == 24_000


def test_an_unknown_ending_is_refused_with_those_that_are_known(tmp_path):
    for name in ("a.ogg", "a", "a.txt"):
        with pytest.raises(UsageError, match=r"\.wav"):
            create(tmp_path / name, RATE)
    assert list(tmp_path.iterdir()) == []


def test_endings_are_known_in_any_case(tmp_path):
    create(tmp_path / "A.WAV", RATE).close()
    assert (tmp_path / "A.WAV").stat().st_size == 44


@pytest.mark.parametrize("ending", kinds())
def test_a_folder_that_is_not_there_is_told_in_a_sentence(tmp_path, ending):
    with pytest.raises(StoreError, match="could not be written"):
        create(tmp_path / "gone" / f"a{ending}", RATE)
