"""A pretended engine and a pretended sound card, which do what they are told and remember it."""

from accessreader.speech.engine import Began, Boundary, Finished, Ready, Voice
from accessreader.speech.player import Devices, Opened

VOICES = tuple(Voice(f"silent:{code}", "Silence", code) for code in ("kk", "ru", "en"))


class PretendedEngine:
    """Speaks when it is told to: `word` by word. What was ordered and not finished is in `sayings`."""

    def __init__(self, voices=VOICES):
        self.hear = None
        self.voices = voices
        self.sayings = {}
        self.calls = []
        self.paused = False
        self.device = ""

    def warm_up(self):
        self.calls.append("warm_up")

    def be_ready(self):
        self.hear(Ready(self.voices, ("Speakers",)))

    def say(self, ticket, saying):
        assert not self.sayings or ticket > max(self.sayings)
        self.sayings[ticket] = saying

    def revise(self, sayings):
        assert sayings.keys() <= self.sayings.keys()
        assert all(saying.text == self.sayings[ticket].text for ticket, saying in sayings.items())
        self.sayings |= sayings
        self.calls.append("revise")

    def pause(self):
        self.paused = True

    def resume(self):
        self.paused = False

    def stop(self):
        self.sayings.clear()
        self.paused = False
        self.calls.append("stop")

    def use_device(self, name):
        self.device = name

    def close(self):
        self.calls.append("close")

    @property
    def ticket(self):
        return next(iter(self.sayings))

    def words(self, ticket):
        saying = self.sayings[ticket]
        at = 0
        for word in saying.text.split(" "):
            if at + len(word) > saying.start and (saying.end is None or at < saying.end) and word:
                yield at, at + len(word)
            at += len(word) + 1

    def speak(self, count=None):
        """Say so many words, or all there are."""
        while self.sayings and count != 0:
            ticket = self.ticket
            self.hear(Began(ticket))
            for start, end in list(self.words(ticket)):
                if count == 0:
                    return
                self.hear(Boundary(ticket, start, end))
                count = None if count is None else count - 1
            if count == 0:
                return
            del self.sayings[ticket]
            self.hear(Finished(ticket))


class PretendedPlayer:
    """A card that takes samples from a track when time is let go by."""

    def __init__(self, track):
        self.track = track
        self.heard = bytearray()
        self.opened = []
        self.open_now = False
        self.alive = True
        self.answers = []
        self.now = 100.0
        self.devices = ["Speakers", "Headphones"]
        self.usual = "Speakers"
        self.void = False
        self.looks = 0

    def open(self, name=""):
        self.opened.append(name)
        self.open_now = True
        self.answers.append(Opened(name or self.usual))

    def close(self):
        self.open_now = False

    def look(self):
        self.looks += 1
        self.answers.append(Devices(tuple(self.devices), self.usual, self.void))

    def listens(self, _now):
        return self.alive

    def let_go_by(self, seconds, stage):
        """Time passes in steps of 10 ms, as a card asks and the stage looks."""
        for _ in range(round(seconds * 100)):
            while self.answers:
                stage.hear(self.answers.pop(0))
            if self.open_now and self.alive:
                self.heard += self.track.give(self.track.rate // 100, self.now)
            self.now += 0.01
            stage.tick(self.now)
