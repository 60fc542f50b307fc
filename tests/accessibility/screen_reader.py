"""Orca, a real screen reader, in a home of its own, and what it speaks.

::

    ScreenReader ──▶ speech-dispatcher, with a voice that is silent
                 ──▶ Orca ──▶ its debug file ──▶ heard: the utterances, each with its time

Debian brings all of it (`packaging/set_up.py work`). Where it is missing, `missing` says what.
"""

import json
import os
import re
import shutil
import subprocess
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from accessibility.outside import HERE, SYSTEM_PYTHON, until

PATIENCE = 60
DISPATCHER = 'LogLevel 1\nAddModule "dummy" "sd_dummy" ""\nDefaultModule dummy\nAudioOutputMethod "libao"\n'
SOUND = "default_driver=null\n"
GENERAL = {
    "enableKeyEcho": False,  # what is typed is known
    "enableBraille": False,
    "startingProfile": ["Default", "default"],
    "profile": ["Default", "default"],
}
SPOKEN = re.compile(r"(\d\d:\d\d:\d\d\.\d+) - SPEECH OUTPUT: '(.*?)' ?(?:voice=\w+)?(?:\{.*\}|None|)", re.DOTALL)
SAID_ALL = re.compile(r"(\d\d:\d\d:\d\d\.\d+) - .*SAY ALL: .*?'(.*)' \(\d+-\d+, current: \d+\)", re.DOTALL)
INDENT = "\n" + " " * 18
"""How Orca writes the further lines of what has more than one."""


def missing():
    """What this machine lacks for Orca to run; empty when it lacks nothing."""
    lacking = [name for name in ("speech-dispatcher", "xdotool") if not shutil.which(name)]
    asked = [SYSTEM_PYTHON, "-c", "import orca.orca_platform, pyatspi, speechd"]
    try:
        known = subprocess.run(asked, capture_output=True, check=False).returncode == 0
    except OSError:
        known = False
    return ", ".join(lacking if known else [*lacking, "orca"])


@dataclass(frozen=True, slots=True)
class Utterance:
    """What was spoken, and when: seconds of the day."""

    words: str
    at: float


class ScreenReader:
    """Orca in one language, from `with` to its end."""

    def __init__(self, home, language):
        self._home = Path(home)
        self._file = self._home / "orca.debug"
        self._dispatcher = self._orca = None
        self._read = 0
        self._rest = ""
        self._grew = time.monotonic()
        self._environment = {
            **os.environ,
            "HOME": str(self._home),
            "XDG_CONFIG_HOME": str(self._home / "config"),
            "XDG_DATA_HOME": str(self._home / "data"),
            "XDG_CACHE_HOME": str(self._home / "cache"),
            "LC_ALL": "C.UTF-8",
            "LANGUAGE": language,
            "SPEECHD_ADDRESS": f"unix_socket:{self._home / 'speech.sock'}",
            "PYTHONUNBUFFERED": "1",
        }

    def __enter__(self) -> Self:
        self._write_settings()
        try:
            self._start_both()
        except TimeoutError as error:
            self.__exit__()
            error.add_note((self._home / "servers.log").read_text())
            raise
        return self

    def _start_both(self):
        socket = self._home / "speech.sock"
        folders = ["--config-dir", self._home / "dispatcher", "--log-dir", self._home]
        door = ["--communication-method", "unix_socket", "--socket-path", socket]
        ending = ["--pid-file", self._home / "speech.pid", "--timeout", "0"]
        self._dispatcher = self._start(["speech-dispatcher", "--run-single", *folders, *door, *ending])
        until(socket.exists, "speech-dispatcher", PATIENCE)
        self._orca = self._start([SYSTEM_PYTHON, HERE / "orca_alone.py", self._file])
        until(lambda: self._file.exists() and self.heard(), "Orca's first words", PATIENCE)

    def __exit__(self, *_error):
        for process in (self._orca, self._dispatcher):
            if process is None:
                continue
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _write_settings(self):
        shutil.copytree("/etc/speech-dispatcher", self._home / "dispatcher")
        (self._home / "dispatcher" / "speechd.conf").write_text(DISPATCHER)
        (self._home / ".libao").write_text(SOUND)
        profile = {**GENERAL, "pronunciations": {}, "keybindings": {}}
        settings = {"general": GENERAL, "pronunciations": {}, "keybindings": {}, "profiles": {"default": profile}}
        (self._home / "data" / "orca").mkdir(parents=True)
        (self._home / "data" / "orca" / "user-settings.conf").write_text(json.dumps(settings))

    def _start(self, command):
        with (self._home / "servers.log").open("a") as log:
            return subprocess.Popen(command, env=self._environment, stdout=log, stderr=log)

    def heard(self):
        """The utterances since this was asked last."""
        with self._file.open(encoding="utf-8", errors="replace") as file:
            file.seek(self._read)
            new = file.read()
            self._read = file.tell()
        if new:
            self._grew = time.monotonic()
        whole, end, self._rest = (self._rest + new).rpartition("\n")
        return [] if not end else list(utterances(whole))

    @property
    def process(self):
        """The number of Orca's process."""
        return self._orca.pid

    @property
    def quiet(self):
        """Seconds since Orca did anything, as far as `heard` has read."""
        return time.monotonic() - self._grew


def utterances(lines):
    """What was spoken, of the lines of a debug file."""
    for record in lines.replace(INDENT, "\0").split("\n"):
        if found := SPOKEN.fullmatch(record) or SAID_ALL.fullmatch(record):
            words = found[2].replace("\0", " ")
            yield Utterance(" ".join(words.split()) or f"“{words}”", seconds(found[1]))


def seconds(clock):
    """Seconds of the day of what a clock shows."""
    at = datetime.strptime(clock, "%H:%M:%S.%f")  # noqa: DTZ007 - a time of day
    return at.hour * 3600 + at.minute * 60 + at.second + at.microsecond / 1e6
