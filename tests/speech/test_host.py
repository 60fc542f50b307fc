"""The voice's process: its orders and answers over real pipes, its sound on a real sound server."""

import os
import queue
import subprocess
import sys
import threading
import time
from array import array

import pytest

from accessreader.speech import protocol
from accessreader.speech.choir import Choir
from accessreader.speech.engine import (
    Began,
    Boundary,
    Finished,
    Hush,
    Manner,
    Phrase,
    Ready,
    Saying,
    Silenced,
    Sounding,
)
from accessreader.speech.host import Host
from accessreader.speech.player import Devices, Opened, Player, Refused
from accessreader.speech.remote import RemoteEngine
from accessreader.speech.track import Track
from speech.sound_card import RATE as RECORDED_RATE
from speech.sound_card import Recording


def saying(text, rate=300, **more):
    return Saying((Phrase(text, "silent:en", Manner(rate)),), **more)


class Line:
    """A host in this process, at the other ends of its pipes."""

    def __init__(self, *names):
        orders, self.orders = os.pipe()
        answers, answers_end = os.pipe()
        self.numbers = iter(range(1, 1000))
        self.box = queue.SimpleQueue()
        self.lines = []
        self.host = Host(os.fdopen(orders, "rb"), os.fdopen(answers_end, "wb"), names)
        self.thread = threading.Thread(target=self.host.run)
        self.thread.start()
        self.reader = threading.Thread(target=self.read, args=(os.fdopen(answers, "rb"),), daemon=True)
        self.reader.start()

    def read(self, answers):
        with answers:
            for line in answers:
                self.box.put(protocol.read(line))

    def order(self, do, **fields):
        number = next(self.numbers)
        os.write(self.orders, protocol.written({"do": do, "number": number, **fields}))
        return number

    def say(self, ticket, what):
        self.order("say", ticket=ticket, saying=protocol.of_saying(what))

    def until(self, wanted, seconds=20):
        end = time.monotonic() + seconds
        while True:
            line = self.box.get(timeout=max(0.01, end - time.monotonic()))
            self.lines.append(line)
            event = protocol.event_of(line)
            if event == wanted or (isinstance(wanted, type) and isinstance(event, wanted)):
                return event
            if isinstance(wanted, dict) and wanted.items() <= line.items():
                return line

    def end(self):
        os.close(self.orders)
        self.thread.join(10)
        assert not self.thread.is_alive()
        self.host._answers.close()
        self.host._orders.close()
        self.reader.join(10)


@pytest.fixture
def line():
    line = Line("hum")
    yield line
    line.end()


def test_it_greets_with_its_voices_and_answers_every_order(line):
    assert {voice.language for voice in line.until(Ready).voices} == {"kk", "ru", "en"}
    for do in ("answer", "pause", "resume", "stop", "look"):
        line.until({"is": "heard", "number": line.order(do)})
    line.until({"is": "heard", "number": line.order("device", name="")})


def test_a_saying_is_made_into_a_file_without_being_played(line, tmp_path):
    line.until(Ready)
    file = tmp_path / "said"
    line.order("render", ticket=5, saying=protocol.of_saying(saying("one two")), file=str(file))
    made = line.until({"is": "rendered", "ticket": 5})
    assert [mark[1:] for mark in made["marks"]] == [[0, 3], [4, 7]]
    assert file.read_bytes() == Choir(["hum"]).sound_of(saying("one two")).samples
    line.order("render", ticket=6, saying=protocol.of_saying(Saying((Phrase("x", "nobody"),))), file=str(file))
    assert line.until({"is": "rendered", "ticket": 6})["why"]


def test_without_a_sound_server_it_says_so_and_lives(line, monkeypatch):
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere")
    line.until(Ready)
    line.say(1, saying("one"))
    line.until(Silenced(Hush.NO_DEVICE))
    line.until({"is": "heard", "number": line.order("stop")})


def test_a_line_that_is_no_order_is_passed_over(line):
    os.write(line.orders, b"{nonsense\n[1]\n")
    line.until({"is": "heard", "number": line.order("answer")})


def test_the_voice_is_a_process_of_this_program_and_ends_with_its_input():
    done = subprocess.run(
        [sys.executable, "-m", "accessreader", "--speech-host", "silent"],
        input=b"",
        capture_output=True,
        timeout=50,
        check=False,
    )
    assert done.returncode == 0


def test_the_voice_loads_no_window():
    modules = ", ".join(f"accessreader.speech.{name}" for name in ("host", "narrator", "remote"))
    code = f"import sys, {modules}\nprint('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=50, check=False)
    assert done.stdout.strip() == "False", done.stderr


# With a sound card


def sounding(recording):
    return sum(end - start for start, end in recording.sounding())


def test_what_is_said_is_what_is_recorded(card, line):
    line.until(Ready)
    with Recording(card) as recording:
        line.say(1, saying("one two three", pause=0.2))
        line.say(2, saying("four"))
        line.until(Finished(2))
        time.sleep(0.3)
    assert [protocol.event_of(found) for found in line.lines if found["is"] == "boundary"] == [
        Boundary(1, 0, 3), Boundary(1, 4, 7), Boundary(1, 8, 13), Boundary(2, 0, 4),
    ]  # fmt: skip
    first, last = recording.sounding()[0], recording.sounding()[-1]
    assert sounding(recording) == pytest.approx(4 * 0.2, abs=0.15)
    assert last[1] - first[0] > 0.95


def test_a_server_that_dies_is_noticed_and_reading_goes_on_when_it_is_back(card, line):
    line.until(Ready)
    line.say(1, saying("one two three four five six", rate=120))
    line.until(Boundary(1, 4, 7))
    card.kill()
    try:
        line.until(Silenced(Hush.NO_DEVICE))
    finally:
        card.start()
    line.until(Sounding())
    line.until(Finished(1))
    starts = [found["start"] for found in line.lines if found["is"] == "boundary"]
    assert sorted(set(starts)) == [0, 4, 8, 14, 19, 24]
    assert len(starts) <= 7


def test_a_chosen_device_that_is_pulled_pauses(card, line):
    plugged = card.plug("Headphones")
    line.order("look")
    while "Headphones" not in line.until(Ready).devices:
        pass
    line.order("device", name="Headphones")
    line.say(1, saying("one two three four five six seven eight", rate=100))
    line.until(Boundary(1, 4, 7))
    card.pull(plugged)
    line.until(Silenced(Hush.DEVICE_GONE))
    time.sleep(0.3)  # until then the server plays it on another device
    with Recording(card) as recording:
        time.sleep(0.5)
    assert recording.sounding() == []
    line.order("resume")
    line.until(Began(1))


def test_the_systems_own_device_that_is_pulled_pauses_and_no_word_is_lost(card, line):
    plugged = card.plug("Headphones")
    card.prefer("Headphones")
    line.until(Ready)
    line.say(1, saying("one two three four five six seven eight", rate=150))
    line.until(Boundary(1, 8, 13))
    card.pull(plugged)
    line.until(Silenced(Hush.DEVICE_GONE))
    heard = len(line.lines)
    with Recording(card) as recording:
        time.sleep(0.5)
    assert recording.sounding() == []
    line.order("resume")
    line.until(Finished(1))
    starts = [found["start"] for found in line.lines[heard:] if found["is"] == "boundary"]
    assert starts == [start for start in (0, 4, 8, 14, 19, 24, 28, 34) if start >= starts[0]]
    assert starts[0] <= 8


def test_where_the_system_takes_another_device_sound_goes_along(card, line):
    plugged = card.plug("Headphones")
    line.until(Ready)
    line.say(1, saying("one two three four five six", rate=150))
    line.until(Boundary(1, 4, 7))
    with Recording(card, "Headphones") as recording:
        card.prefer("Headphones")
        line.until(Boundary(1, 24, 27))
    line.until(Finished(1))
    card.prefer("recorded")
    card.pull(plugged)
    assert [found["start"] for found in line.lines if found["is"] == "boundary"] == [0, 4, 8, 14, 19, 24]
    assert sounding(recording) > 0.4


def test_the_player_opens_by_name_and_says_when_a_device_is_missing(card):
    answers = queue.SimpleQueue()
    track = Track(22_050, 0.02)
    player = Player(track, answers.put)
    player.look()
    assert "Recorded" in answers.get(timeout=20).names
    player.open("Nobody")
    assert answers.get(timeout=20) == Refused(missing=True)
    track.add(array("h", ([9000] * 20 + [-9000] * 20) * 250).tobytes())
    with Recording(card) as recording:
        player.open("Recorded")
        assert answers.get(timeout=20) == Opened("Recorded")
        time.sleep(0.8)
        assert player.listens(time.monotonic())
        player.close()
        player.look()
        assert isinstance(answers.get(timeout=20), Devices)
        time.sleep(0.6)
        assert not player.listens(time.monotonic())
    assert sounding(recording) == pytest.approx(10_000 / 22_050, abs=0.06)
    assert RECORDED_RATE == 48_000


def test_the_real_voice_is_heard_through_the_whole_way(card):
    box = queue.SimpleQueue()
    engine = RemoteEngine(box.put)
    engine.warm_up()
    voices = box.get(timeout=30).voices
    voice = next((voice.id for voice in voices if voice.language == "kk"), None)
    if voice is None:
        engine.close()
        pytest.skip("no Kazakh voice on this machine")
    with Recording(card) as recording:
        engine.say(1, Saying((Phrase("Сенат отырысы өтті.", voice),)))
        while box.get(timeout=30) != Finished(1):
            pass
        time.sleep(0.2)
    engine.close()
    assert 0.8 < sounding(recording) < 3
