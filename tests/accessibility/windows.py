"""How assistive technology sees every window: reached by keys, looked at from another process, kept as drawings.

make redraw-trees     writes the drawings anew; look at what has changed before you commit it

One line a thing: role, “name”, = text, [least ≤ value ≤ most], (states), — description, ⌨ keys, relations; what is in
it stands under it. A window is looked at until it is the one that is drawn, or for as long as the patience lasts.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from accessibility.outside import HERE, SYSTEM_PYTHON, until
from accessibility.rehearsal import KEYS, xdotool
from accessreader import __version__

DRAWINGS = HERE / "windows"
LANGUAGES = ("en", "ru", "kk")
PATIENCE = 5.0
"""Seconds for a window to become the one that is drawn."""
CALM = 0.7
"""Seconds without a change after which a window is drawn anew."""
BARS = ("bars",)


@dataclass(frozen=True, slots=True)
class Look:
    """What is looked at: its name, the keys that lead to it and those that lead back, and what is left out."""

    name: str
    keys: tuple[str, ...]
    back: tuple[str, ...] = ("Esc",)
    left_out: tuple[str, ...] = BARS


MENUS = ("page", "text", "contents", "look", "speech", "go", "help")
FILES = ("tree", "list", "combo box", "split pane")
"""What of a window that chooses files depends on the machine."""
LOOKS = (
    Look("article", (), (), ("menu item",)),
    *(Look(f"menu-{name}", ("F10", *["Right"] * at), ("Esc", "Esc")) for at, name in enumerate(MENUS)),
    Look("settings", ("F2",), ("F2",)),
    Look("own-colours", ("F2", *["Tab"] * 10, "Space"), ("Esc", "F2")),
    Look("removed", ("Ctrl+t",), ("Ctrl+t",)),
    Look("recent", ("Ctrl+h",), ("Ctrl+h",)),
    Look("find", ("Ctrl+f", "type: 12")),
    Look("braille", ("Ctrl+b", "F6"), ("F6", "Ctrl+b")),
    Look("headings", ("Ctrl+Shift+h",)),
    Look("links", ("Ctrl+Shift+l",)),
    Look("pictures", ("Ctrl+Shift+d",)),
    Look("tables", ("Ctrl+Shift+t",)),
    Look("speakers", ("Ctrl+Shift+n",)),
    Look("presets", ("Ctrl+Shift+p",)),
    Look("mending", ("Ctrl+Shift+a",)),
    Look("own-words", ("Ctrl+Shift+y",)),
    Look("keys", ("F1",)),
    Look("key", ("F1", "Tab", "Down", "Enter"), ("Esc", "Esc")),
    Look("key-help", ("Shift+F1",), ("Esc", "Esc")),
    Look("save-braille", ("Ctrl+Shift+b",), left_out=FILES),
    Look("save-sound", ("Ctrl+Shift+m",), left_out=FILES),
    Look("open-file", ("Ctrl+o",), left_out=FILES),
    Look("voices", ("F10", *["Right"] * 4, *["Up"] * 4, "Enter"), left_out=("list",)),
    Look("speech", ("F8", "F8"), ("Shift+F8",)),
    Look("about", ("F10", "Left", "Up", "Enter"), ()),
    Look("error", ("Ctrl+l", "type: http://127.0.0.1:9/", "Enter")),
    Look("start", ("Alt+Home",), ()),
    Look("small", ("size: 320 256",), ("size: 900 700",), ()),
    Look("question-1", ("F10", "Left", "Down", "Down", "Enter"), ()),
    *(Look(f"question-{number}", ("Enter",), ()) for number in range(2, 7)),
)

OF_THE_MACHINE = {"voices", "speech"}
"""Windows in which voices and sound devices are named: there are no drawings of them, the rules hold for them too."""


class Program:
    """The program on the page, in one language, and the one who looks at it."""

    def __init__(self, language, home):
        config = Path(home) / "config"
        config.mkdir(parents=True)
        (config / "preferences.toml").write_text("first_questions = false\n")
        page = shutil.copy(HERE / "windows.html", Path(home) / "page.html")
        self._home = str(home)
        command = [sys.executable, "-m", "accessreader", "--home", home, "--language", language, "open", page]
        environment = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "HOME": str(home), "TZ": "UTC"}
        self._program = subprocess.Popen(command, env=environment)
        looking = [SYSTEM_PYTHON, HERE / "see_windows.py", str(self._program.pid)]
        self._looker = subprocess.Popen(looking, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self):
        until(lambda: any("document" in line for line in self.look(BARS)), "the window")
        return self

    def __exit__(self, *_error):
        for process in (self._looker, self._program):
            process.terminate()
            process.wait(10)
        self._looker.stdin.close()
        self._looker.stdout.close()

    def look(self, left_out):
        """What is in front now, as lines."""
        self._looker.stdin.write(json.dumps(left_out) + "\n")
        self._looker.stdin.flush()
        lines = json.loads(self._looker.stdout.readline())
        lines = [line.replace(self._home, "~").replace(__version__, "1.2.3") for line in lines]
        return [re.sub(r"(page\.html · )[^”]*", r"\1today", line) for line in lines]

    def press(self, keys):
        """Press keys one after the other."""
        for key in keys:
            if key.startswith("type: "):
                xdotool("type", "--delay", "30", key.removeprefix("type: "))
            elif key.startswith("size: "):
                xdotool("getactivewindow", "windowsize", *key.split()[1:])
            else:
                xdotool("key", "+".join(KEYS.get(part, part) for part in key.split("+")))
            time.sleep(0.1 if len(keys) > 1 else 0)

    def come_back(self):
        """Wait for the main window to be in front."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and not (self.look(("frame",)) or [""])[0].startswith("frame"):
            time.sleep(0.02)

    def awaited(self, left_out, wanted):
        """What is in front when it is what is wanted, or has come to rest where nothing is."""
        begun = changed = time.monotonic()
        before = []
        while True:
            seen = self.look(left_out)
            now = time.monotonic()
            if seen != before:
                before, changed = seen, now
            if seen and (seen == wanted or (now - begun if wanted else now - changed) > (PATIENCE if wanted else CALM)):
                return seen
            if now - begun > PATIENCE * 3:
                return seen
            time.sleep(0.05)


def path(language, name):
    """The file of a drawing."""
    return DRAWINGS / f"{name}.{language}.tree"


def expected(language, name):
    """The lines of a drawing; none where there is none."""
    return path(language, name).read_text("utf-8").splitlines() if path(language, name).exists() else []


def seen_in(language, *, anew=False):
    """Every window in a language, by its name."""
    seen = {}
    with tempfile.TemporaryDirectory(prefix="windows-") as home, Program(language, Path(home)) as program:
        for look in LOOKS:
            program.press(look.keys)
            seen[look.name] = program.awaited(look.left_out, [] if anew else expected(language, look.name))
            program.press(look.back)
            if look.back:
                program.come_back()
    return seen


if __name__ == "__main__":
    DRAWINGS.mkdir(exist_ok=True)
    for language in sys.argv[1:] or LANGUAGES:
        for name, lines in seen_in(language, anew=True).items():
            if name not in OF_THE_MACHINE:
                path(language, name).write_text("\n".join(lines) + "\n", "utf-8")
