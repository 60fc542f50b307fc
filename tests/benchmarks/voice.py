"""The voice, heard: the real synthesizer, a real sound server, a card that records. `make bench-speech`.

What is printed is measured in the recording, not told by the program: from the order to the first sound, from a pause
to silence, how far the telling of a word lies from its sound, whether what was heard is what was synthesised. Then it
is worn: sentences by the thousand, changes of mind, killed voices, a killed sound server.
"""

import argparse
import itertools
import os
import queue
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from array import array
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from accessreader.article import Article, Paragraph, Position, Run
from accessreader.speech.child import usual_command
from accessreader.speech.choir import RATE
from accessreader.speech.delivery import Delivery, Pauses
from accessreader.speech.engine import Boundary, Finished, Manner, Phrase, Ready, Saying, Silenced, Sounding
from accessreader.speech.narrator import Narrator, Speaking, State, Stopped
from accessreader.speech.remote import RemoteEngine
from accessreader.speech.script import Unit
from accessreader.speech.studio import Studio
from accessreader.speech.utterance import Parting, utterances
from speech.heard_sentences import SENTENCES, TOLD_APART
from speech.sound_card import Recording, SoundCard, as_own, missing

FIRST_VOICES = {"kk": "espeak:trk/kk", "ru": "espeak:zle/ru", "en": "espeak:gmw/en-US"}


class Line:
    """An engine, and its events with the time at which each came."""

    def __init__(self):
        self.box = queue.SimpleQueue()
        self.engine = RemoteEngine(lambda event: self.box.put((time.monotonic(), event)))

    def until(self, wanted, seconds=30):
        """The time of an event, and all that came up to it."""
        seen = []
        end = time.monotonic() + seconds
        while True:
            seen.append(self.box.get(timeout=max(0.001, end - time.monotonic())))
            if seen[-1][1] == wanted or (isinstance(wanted, type) and isinstance(seen[-1][1], wanted)):
                return seen[-1][0], seen


def milliseconds(values):
    ordered = sorted(1000 * value for value in values)
    middle, high = statistics.median(ordered), ordered[int(0.95 * (len(ordered) - 1))]
    return f"median {middle:6.1f} ms   p95 {high:6.1f}   max {ordered[-1]:6.1f}   n {len(ordered)}"


def show(what, value):
    print(f"  {what:<46} {value}", flush=True)


def saying(language, text, rate=180, pause=0.2):
    return Saying((Phrase(text, FIRST_VOICES[language], Manner(rate)),), comma=0.15, pause=pause)


def load():
    one, five, _ = os.getloadavg()
    return f"{one:.1f} {five:.1f}"


def children():
    asking = [shutil.which("pgrep") or "pgrep", "-P", str(os.getpid()), "-f", "speech-host"]
    asked = subprocess.run(asking, capture_output=True, text=True, check=False)
    return [int(pid) for pid in asked.stdout.split()]


def memory(pid):
    fields = Path(f"/proc/{pid}/status").read_text(encoding="ascii").split("VmRSS:")[1].split()
    return int(fields[0]) / 1024


def answering(card):
    """From the order to the sound, from a pause, a stop and a resumption to what is heard."""
    line = Line()
    asked = time.monotonic()
    line.engine.warm_up()
    ready, _ = line.until(Ready)
    show("process started → ready", f"{1000 * (ready - asked):.0f} ms")
    orders, moments = [], {"pause": [], "resume": [], "stop": []}
    text = " ".join(SENTENCES["ru"])
    with Recording(card) as recording:
        for ticket in range(1, 41):
            orders.append(time.monotonic())
            line.engine.say(ticket, saying("ru", text))
            time.sleep(0.5 + random.random() / 5)
            for deed in ("pause", "resume", "stop"):
                moments[deed].append(time.monotonic())
                getattr(line.engine, deed)()
                time.sleep(0.45 if deed != "resume" else 0.5)
        time.sleep(0.2)
    line.engine.close()
    stretches = recording.sounding(silence=0.3, loudness=60)
    first = [next((start for start, _ in stretches if start > order), 0) - order for order in orders]
    show("order → first sound, each a new one", milliseconds(first))
    for deed in ("pause", "stop"):
        ends = [
            max((end for start, end in stretches if start < moment), default=0) - moment for moment in moments[deed]
        ]
        show(f"{deed} → silence", milliseconds([max(0.0, end) for end in ends]))
    resumed = [next((start for start, _ in stretches if start > moment), 0) - moment for moment in moments["resume"]]
    show("resume → sound", milliseconds(resumed))


def truth(card):
    """Is what is heard what was synthesised, do the words come when they are told, are the silences as long as set?"""
    for language, sentences in SENTENCES.items():
        texts = [" ".join(sentences), *sentences]
        sayings = [saying(language, text, pause=0.3) for text in texts]
        line = Line()
        line.engine.warm_up()
        line.until(Ready)
        events = []
        with Recording(card, rate=RATE) as recording:
            for ticket, one in enumerate(sayings, 1):
                line.engine.say(ticket, one)
            _, events = line.until(Finished(len(sayings)), 120)
            time.sleep(0.2)
        line.engine.close()
        with Studio(usual_command()) as studio:
            sounds = [studio.sound_of(one) for one in sayings]
        measure_truth(language, recording, events, sounds)


def measure_truth(language, recording, events, sounds):
    told = {(event.ticket, event.start): moment for moment, event in events if isinstance(event, Boundary)}
    near = recording.sample_at(recording.sounding()[0][0])
    alike, late, gaps, expected = [], [], [], None
    for ticket, sound in enumerate(sounds, 1):
        samples = array("h", sound.samples)
        start, same = recording.find(samples, near)
        alike.append(same)
        if expected is not None:
            gaps.append(abs(start - expected) / RATE)
        expected = near = start + len(samples)
        late += [told[ticket, mark.start] - recording.time_of(start + mark.sample) for mark in sound.marks]
    spread = sorted(1000 * value for value in late)
    low, high = spread[int(0.025 * len(spread))], spread[int(0.975 * (len(spread) - 1))]
    show(f"{language}: recorded beside synthesised, correlation", f"at least {min(alike):.4f}")
    show(
        f"{language}: a word told − its sound",
        f"median {statistics.median(spread):+.1f} ms   95 % within {low:+.1f} … {high:+.1f}   n {len(late)}",
    )
    show(f"{language}: silence between sentences − as set", f"at most {1000 * max(gaps):.1f} ms")


def recognised(card):
    """Somebody who knows nothing of us listens: which of these sentences was it?"""
    try:
        import pocketsphinx  # noqa: PLC0415 - for this part alone
    except ImportError:
        show("a recogniser tells which sentence it was", "pocketsphinx is not installed")
        return
    grammar = f"#JSGF V1.0; grammar said; public <said> = {' | '.join(TOLD_APART)};"
    with tempfile.NamedTemporaryFile("w", suffix=".gram") as file:
        file.write(grammar)
        file.flush()
        listener = pocketsphinx.Decoder(jsgf=file.name, loglevel="FATAL")
    line = Line()
    line.engine.warm_up()
    line.until(Ready)
    right = 0
    for ticket, text in enumerate(TOLD_APART, 1):
        with Recording(card, rate=16_000) as recording:
            line.engine.say(ticket, saying("en", f"{text.capitalize()}.", rate=140, pause=0.4))
            line.until(Finished(ticket))
        # A room is never without noise, and a recogniser that learnt in rooms loses its way in perfect silence.
        heard = array("h", (int(0.6 * sample + random.gauss(0, 8)) for sample in recording.samples))
        listener.start_utt()
        listener.process_raw(heard.tobytes(), full_utt=True)
        listener.end_utt()
        right += listener.hyp() is not None and listener.hyp().hypstr == text
    line.engine.close()
    show("a recogniser tells which sentence it was", f"{right} of {len(TOLD_APART)}")


class Reader:
    """A narrator of many short sentences, and which were heard."""

    def __init__(self, count):
        texts = [sentence for sentences in zip(*SENTENCES.values(), strict=True) for sentence in sentences]
        codes = [code for _ in SENTENCES["kk"] for code in SENTENCES]
        blocks = tuple(
            Paragraph((Run(texts[number % len(texts)]),), language=codes[number % len(texts)])
            for number in range(count)
        )
        article = Article(url="", title="Worn", language="en", blocks=blocks)
        self.utterances = utterances(article)
        self.numbers = {utterance.span: number for number, utterance in enumerate(self.utterances)}
        self.numbers_of_blocks = {utterance.span.block: number for number, utterance in enumerate(self.utterances)}
        self.box = queue.SimpleQueue()
        self.engine = RemoteEngine(self.box.put)
        self.narrator = Narrator(self.engine, self.hear)
        self.narrator.load(Parting(article))
        self.narrator.configure(Delivery(Manner(900), pauses=Pauses(0, 0.02, 0.02, 0.02)))
        self.heard = []  # (sentence's number, where its word begins)
        self.stopped = None
        self.troubles = 0

    def hear(self, event):
        if isinstance(event, Speaking) and event.word.start < event.word.end:
            self.heard.append((self.numbers[event.sentence], event.word.start))
        elif isinstance(event, Stopped):
            self.stopped = event
        elif type(event).__name__ == "Trouble":
            self.troubles += 1

    def pump(self, seconds=None, until=lambda: False):
        """Let events come for some seconds, or until something is so; False where nothing came for ten seconds."""
        end = time.monotonic() + seconds if seconds is not None else None
        while not until():
            left = end - time.monotonic() if end is not None else 10
            if left <= 0:
                return True
            try:
                self.narrator.hear(self.box.get(timeout=left))
            except queue.Empty:
                return end is not None
        return True


def endurance(count):
    """Sentences by the thousand: each heard once, in order, and no memory eaten."""
    reader = Reader(count)
    reader.narrator.play(Position())
    ok = reader.pump(until=lambda: len(reader.heard) > 300 or reader.stopped)
    pid = children()[0]
    before, own = memory(pid), memory(os.getpid())
    ok = ok and reader.pump(until=lambda: reader.stopped)
    numbers = [number for number, _ in reader.heard]
    each = list(dict.fromkeys(numbers))
    doubled = len(reader.heard) - len(set(reader.heard))
    lost, in_order = len(reader.utterances) - len(each), numbers == sorted(numbers)
    show(f"{count} sentences: lost, words heard twice", f"{lost}, {doubled}; in order: {in_order}; hung: {not ok}")
    show(
        "memory of the voice, of this process",
        f"{memory(pid) - before:+.1f} MB of {before:.0f}, {memory(os.getpid()) - own:+.1f} MB",
    )
    reader.engine.close()


def changes_of_mind(count):
    """Pauses, leaps, other rates, stops, at random: what follows is always what should."""
    reader, wrong, hung = Reader(400), 0, 0
    narrator = reader.narrator
    narrator.play(Position())
    reader.pump(0.5)
    for _ in range(count):
        wrong += not change_mind(reader, random.choice(["pause", "leap", "rate", "stop", "next", "previous"]))
        start = len(reader.heard)
        hung += not reader.pump(
            until=lambda start=start: len(reader.heard) > start + 2 or narrator.state is State.STOPPED
        )
        wrong += not follow(reader.heard[start:])
        if narrator.state is State.STOPPED:
            narrator.play(Position())
    show(f"{count} changes of mind: hung, words out of turn", f"{hung}, {wrong}")
    reader.engine.close()


def change_mind(reader, deed):
    """One change; whether what came of it is right."""
    narrator, before = reader.narrator, len(reader.heard)
    if deed in ("pause", "stop"):
        getattr(narrator, deed)()
        reader.pump(0.05 + random.random() / 4)  # a word that was under way may still be told
        silent = len(reader.heard)
        reader.pump(0.1)
        right = len(reader.heard) == silent
        narrator.resume()
        return right
    if deed == "rate":
        narrator.configure(Delivery(Manner(random.randrange(600, 900)), pauses=Pauses(0, 0.02, 0.02, 0.02)))
    elif deed == "leap":
        target = random.randrange(1, 300)
        narrator.play(Position(target, 0))
        reader.pump(until=lambda: len(reader.heard) > before)
        return reader.heard[before] == (reader.numbers_of_blocks[target], 0)
    else:
        getattr(narrator, deed)(Unit.SENTENCE)
    return True


def follow(heard):
    """Whether each word follows the one before: in its sentence, or at the beginning of the next."""
    return all(
        later > before and (later[0] == before[0] or later == (before[0] + 1, 0))
        for before, later in itertools.pairwise(heard)
    )


def kills(count):
    """The voice is killed in the middle of a word; it goes on at that word, and no sentence is lost."""
    reader, silent, hung = Reader(400), [], 0
    reader.narrator.configure(Delivery(Manner(400), pauses=Pauses(0, 0.1, 0.1, 0.1)))
    reader.narrator.play(Position())
    reader.pump(until=lambda: len(reader.heard) > 3)
    for _ in range(count):
        reader.pump(random.random() / 3)
        heard = len(reader.heard)
        reader.pump(until=lambda heard=heard: len(reader.heard) > heard)
        killed = time.monotonic()
        os.kill(children()[0], 9)
        heard = len(reader.heard)
        hung += not reader.pump(until=lambda heard=heard: len(reader.heard) > heard)
        silent.append(time.monotonic() - killed)
    reader.narrator.stop()
    words = list(dict.fromkeys(reader.heard))
    again = len(reader.heard) - len(words)
    order = [word for index, word in enumerate(reader.heard) if index == 0 or word != reader.heard[index - 1]]
    show(f"{count} killed voices: hung, words in turn", f"{hung}, {follow(order)}; troubles told: {reader.troubles}")
    show("words said again, one for each kill", f"{again}")
    show("killed → heard again", milliseconds(silent))
    reader.engine.close()


def dead_server(card, count=5):
    """The sound server is killed while something is being said."""
    noticed, back = [], []
    text = " ".join(SENTENCES["en"] * 3)
    for _ in range(count):
        line = Line()
        line.engine.say(1, saying("en", text, rate=300))
        line.until(Boundary)
        time.sleep(0.5)
        killed = time.monotonic()
        card.kill()
        moment, _ = line.until(Silenced)
        noticed.append(moment - killed)
        card.start()
        started = time.monotonic()
        moment, _ = line.until(Sounding)
        back.append(moment - started)
        _, seen = line.until(Finished(1), 120)
        assert seen
        line.engine.close()
    show("sound server killed → told", milliseconds(noticed))
    show("sound server back → sound", milliseconds(back))


def main():
    parser = argparse.ArgumentParser(description="Listen to the voice.")
    parser.add_argument("--sentences", type=int, default=1000)
    parser.add_argument("--changes", type=int, default=200)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--only", default="")
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    random.seed(wanted.seed)
    if lacking := missing():
        print(f"A sound card that records needs {lacking}.")
        return
    with SoundCard() as card, as_own(card):
        parts = {
            "answering": lambda: answering(card),
            "truth": lambda: truth(card),
            "recognised": lambda: recognised(card),
            "server": lambda: dead_server(card),
            "endurance": lambda: endurance(wanted.sentences),
            "changes": lambda: changes_of_mind(wanted.changes),
            "kills": lambda: kills(wanted.kills),
        }
        for name, part in parts.items():
            if wanted.only in ("", name):
                print(f"{name} (load {load()})")
                part()


if __name__ == "__main__":
    main()
