"""A rehearsal: one Orca, one program, and all the journeys of a language one after the other."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from accessibility.journeys import Drawing
from accessibility.screen_reader import ScreenReader

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
AFTERGLOW = 0.12
"""Seconds without a sign of Orca after the words that were awaited: more is not coming."""
SILENCE = 0.8
"""The same where nothing is awaited."""
DESPAIR = 3.0
"""The same where the words that were awaited do not come."""
START = "(the program starts: its last words)"
LONGEST = 30.0
LAST_WORDS = 2
"""How many utterances of the beginning are compared: how much of the window is there at first is a matter of chance."""


def xdotool_key(act):
    """The name by which xdotool knows a key, or several at once."""
    return "+".join(KEYS.get(key, key) for key in act.split("+"))


class Rehearsal:
    """The program in one language with a screen reader beside it; a `newcomer` has never been here."""

    def __init__(self, language, home, *, newcomer=False):
        self.language = language
        self._home = Path(home)
        self._demo = () if newcomer else ("--demo",)
        (self._home / "orca").mkdir()
        if not newcomer:
            (self._home / "reader" / "config").mkdir(parents=True)
            (self._home / "reader" / "config" / "preferences.toml").write_text("first_questions = false\n")
        self.reader = ScreenReader(self._home / "orca", language)
        self._program = None
        self._acts = {START: self._start, "(the program ends)": self._end}

    def __enter__(self):
        self.reader.__enter__()
        return self

    def __exit__(self, *error):
        if self._program is not None and self._program.poll() is None:
            self._end()
        self.reader.__exit__(*error)

    def _start(self):
        command = [sys.executable, "-m", "accessreader", "--home", self._home / "reader", "--language", self.language]
        environment = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "HOME": str(self._home)}
        with (self._home / "program.log").open("a") as log:
            self._program = subprocess.Popen([*command, *self._demo], env=environment, stdout=log, stderr=log)

    def _end(self):
        self._program.terminate()
        try:
            self._program.wait(10)
        except subprocess.TimeoutExpired:
            self._program.kill()
            self._program.wait()

    def do(self, act):
        """Do what an act says."""
        if act in self._acts:
            self._acts[act]()
        elif act.startswith("type: "):
            xdotool("type", "--delay", "30", act.removeprefix("type: "))
        else:
            xdotool("key", xdotool_key(act))

    def step(self, step, *, drawing=False):
        """Do a step; what was said comes back in it. `drawing`: nothing is awaited, silence is."""
        self.reader.heard()
        begun = time.monotonic()
        self.do(step.act)
        said = []
        patience = SILENCE if drawing or not step.words else DESPAIR
        while time.monotonic() - begun < LONGEST:
            said += (utterance.words for utterance in self.reader.heard())
            if step.act == START:
                said, patience = said[-LAST_WORDS:], DESPAIR
            calm = min(self.reader.quiet, time.monotonic() - begun)
            if calm > (AFTERGLOW if step.words and said == list(step.words) else patience):
                break
            time.sleep(0.01)
        return replace(step, words=tuple(said))


def xdotool(*words):
    """Press keys on the screen we are on."""
    subprocess.run(["/usr/bin/xdotool", *words], check=True)


def rehearsed(language, drawing, *, anew=False):
    """The same journeys with what is said in them now, and the seconds that it took.

    `anew`: what the drawing says is not awaited, because it may have changed.
    """
    begun = time.monotonic()
    with (
        tempfile.TemporaryDirectory(prefix="journeys-") as home,
        Rehearsal(language, home) as rehearsal,
    ):
        journeys = [
            replace(journey, steps=tuple(rehearsal.step(step, drawing=anew) for step in journey.steps))
            for journey in drawing.journeys
        ]
    return Drawing(drawing.notes, journeys), time.monotonic() - begun
