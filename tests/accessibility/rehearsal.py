"""A rehearsal: one Orca, one program, and all the journeys of a language one after the other."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from accessibility.activity import is_busy
from accessibility.journeys import Drawing
from accessibility.screen_reader import ScreenReader
from accessibility.slow_site import SlowSite
from accessreader import messages
from accessreader.messages import long_date

CULTURES = {"en": "en-US", "ru": "ru-RU", "kk": "kk-KZ"}
KEYS = {
    "Ctrl": "ctrl",
    "Shift": "shift",
    "Alt": "alt",
    "Enter": "Return",
    "Esc": "Escape",
    "Space": "space",
    "Backspace": "BackSpace",
    "PgDown": "Next",
    "PgUp": "Prior",
}
"""Keys by the names that people know, and by those that xdotool knows."""
AFTERGLOW = 0.1
"""Seconds in which Orca and the program do nothing after the words that were awaited: more is not coming."""
SILENCE = 0.5
"""The same where nothing is awaited."""
DESPAIR = 3.5
"""The same where the words that were awaited do not come."""
START = "(the program starts: its last words)"
AGAIN = "(the program ends and starts again: its last words)"
LONGEST = 30.0
HELD = (0.05, 0.55)
"""Seconds that one key, or several, are down at most: Orca asks which are down when it comes to speak."""
TODAY = "(today)"
SLOWLY = " (which takes a while)"
"""At the end of an act: only there is it compared that the page is being read, since elsewhere chance decides."""
STARTS = 3
LAST_WORDS = 2
"""How many utterances of the beginning are compared: how much of the window is there at first is a matter of chance."""


class Rehearsal:
    """The program in one language with a screen reader beside it; a `newcomer` has never been here.

    It opens the demonstration, or an address that is given.
    """

    def __init__(self, language, home, address="", *, newcomer=False):
        self.language = language
        self._home = Path(home)
        opened = () if newcomer else ("open", address) if address else ("--demo",)
        command = [sys.executable, "-m", "accessreader", "--home", self._home / "reader", "--language", language]
        self._command = [*command, *opened]
        (self._home / "orca").mkdir()
        if not newcomer:
            (self._home / "reader" / "config").mkdir(parents=True)
            (self._home / "reader" / "config" / "preferences.toml").write_text("first_questions = false\n")
        self.reader = ScreenReader(self._home / "orca", language)
        self._slow = SlowSite()
        self._program = None
        self._busy = 0.0
        self._today = long_date(datetime.now(UTC).date(), language)
        messages.use_language(language)
        self._waiting = messages._("Reading the page…").rstrip("…")
        messages.use_language("en")
        self._acts = {START: self._start, AGAIN: self._start_again}

    def __enter__(self):
        self.reader.__enter__()
        self._slow.__enter__()
        return self

    def __exit__(self, *error):
        if self._program is not None and self._program.poll() is None:
            self._end()
        self._slow.__exit__(*error)
        self.reader.__exit__(*error)

    def _start(self):
        environment = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "HOME": str(self._home)}
        with (self._home / "program.log").open("a") as log:
            self._program = subprocess.Popen(self._command, env=environment, stdout=log, stderr=log)

    def _start_again(self):
        self._end()
        self._start()

    def _end(self):
        self._program.terminate()
        try:
            self._program.wait(10)
        except subprocess.TimeoutExpired:
            self._program.kill()
            self._program.wait()

    def do(self, act):
        """Do what an act says; the keys that stay down for a while come back."""
        if act in self._acts:
            self._acts[act]()
        elif act.startswith("type: "):
            words = act.removeprefix("type: ").format(culture=CULTURES[self.language], slow=self._slow.address)
            xdotool("type", "--delay", "20", words)
        else:
            keys = [KEYS.get(key, key.lower() if len(key) == 1 else key) for key in act.split(" ")[0].split("+")]
            xdotool(*(word for key in keys for word in ("keydown", key)))
            return keys
        return []

    def step(self, step, *, drawing=False):
        """Do a step; what was said comes back in it. `drawing`: nothing is awaited, silence is.

        A start at which something else is heard is made again, twice at most: while a machine is busy Orca may be told
        of the focus before it is told of the window, and then it knows of neither.
        """
        done = self._stepped(step, drawing=drawing)
        for _again in range(STARTS - 1):
            if drawing or step.act != START or done == step:
                break
            self._end()
            done = self._stepped(step, drawing=drawing)
        return done

    def _stepped(self, step, *, drawing):
        """Do a step once.

        Which of two things that happen at once is said first, such as a page that comes and the focus that goes to it,
        is a matter of chance and is not compared.
        """
        said = self._heard(step.act)  # what comes late is not lost
        begun = time.monotonic()
        down = self.do(step.act)
        patience = self._patience(step, drawing)
        while time.monotonic() - begun < LONGEST:
            said += self._heard(step.act)
            silent = self._silent()
            if down and ((said and silent > AFTERGLOW) or time.monotonic() - begun > HELD[len(down) > 1]):
                down, begun = release(down), time.monotonic()  # some controls act when the key is let go
            if step.act in self._acts:
                said = said[-LAST_WORDS:]
            calm = min(silent, time.monotonic() - begun)
            as_awaited = step.words and sorted(said) == sorted(step.words)
            if not down and calm > (AFTERGLOW if as_awaited else patience):
                break
            time.sleep(0.01)
        release(down)
        return step if sorted(said) == sorted(step.words) else replace(step, words=tuple(said))

    def _patience(self, step, drawing):
        if step.act in self._acts or step.act.endswith(SLOWLY):
            return DESPAIR
        return SILENCE if drawing or not step.words else DESPAIR

    def _silent(self):
        """Seconds since Orca told anything, or the two were seen at work: on a busy machine they may not get to it."""
        if is_busy(self.reader.process) or (self._program is not None and is_busy(self._program.pid)):
            self._busy = time.monotonic()
        return min(self.reader.quiet, time.monotonic() - self._busy)

    def _heard(self, act):
        """What Orca has said, without what depends on the machine and the day."""
        said = [self._neutral(utterance.words) for utterance in self.reader.heard()]
        return said if act.endswith(SLOWLY) else [words for words in said if words.rstrip(".…") != self._waiting]

    def _neutral(self, words):
        return words.replace(self._today, TODAY).replace(self._slow.place, "127.0.0.1:(port)")


def release(keys):
    """Let keys go, the last first; none is down then."""
    if keys:
        xdotool(*(word for key in reversed(keys) for word in ("keyup", key)))
    return []


def xdotool(*words):
    """Press keys on the screen we are on."""
    subprocess.run(["/usr/bin/xdotool", *words], check=True)


def rehearsed(language, drawing, *, anew=False, beginning=Rehearsal):
    """The same journeys with what is said in them now.

    `anew`: what the drawing says is not awaited, because it may have changed. `beginning`: what makes the rehearsal, of
    a language and a home.
    """
    with tempfile.TemporaryDirectory(prefix="journeys-") as home, beginning(language, home) as rehearsal:
        journeys = [
            replace(journey, steps=tuple(rehearsal.step(step, drawing=anew) for step in journey.steps))
            for journey in drawing.journeys
        ]
    return Drawing(drawing.notes, journeys)
