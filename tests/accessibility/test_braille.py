"""What a blind reader has under their fingers: real Orca, and where BRLTTY is installed a display that is not there.

A display is driven by the screen reader, from the article's own accessible tree; nothing of ours writes to it.
"""

import json
import re
import shutil
import socket
import subprocess
import threading
from functools import partial

import pytest

from accessibility import outside
from accessibility.rehearsal import START, Rehearsal, release
from accessibility.screen_reader import ScreenReader, missing
from accessreader.article import sheet
from accessreader.assembly import assemble
from accessreader.folders import folders
from accessreader.messages import use_language

pytestmark = [pytest.mark.accessibility, pytest.mark.timeout(240)]

LINE = re.compile(r"BRAILLE LINE:  '(.*)'$")
ADDED = re.compile(r"^.*  \$l (?=.)|(?: \$l| h\d)$")
"""What Orca adds to a line: where it stands, when one has come from elsewhere; its end; the level of a heading."""
LINES = 6
WIDTH = 40

until = partial(outside.until, patience=60)


class BrailleReader(ScreenReader):
    """Orca, adding its own words in English, with a display; `lines` are those that it has written there."""

    def __init__(self, home):
        super().__init__(home, "C")

    def _write_settings(self):
        super()._write_settings()
        path = self._home / "data" / "orca" / "user-settings.conf"
        settings = json.loads(path.read_text())
        for part in (settings["general"], settings["profiles"]["default"]):
            part["enableBraille"] = True
        path.write_text(json.dumps(settings))

    @property
    def lines(self):
        """Each line that was written, without what Orca adds to it."""
        with self._file.open(encoding="utf-8", errors="replace") as file:
            told = [found[1] for record in file if (found := LINE.search(record.rstrip("\n")))]
        return [ADDED.sub("", line).strip() for line in told]


class Display:
    """BRLTTY with a display of forty cells that is only a wire."""

    def __init__(self, folder):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.host = f":{port % 900 + 100}"
        self.cells = ["", ""]
        """What is shown: as text, and as the dots of each cell."""
        command = ["brltty", "--no-daemon", "--standard-error", "--configuration-file=/dev/null"]
        command += ["--braille-driver=vr", f"--braille-device=server:127.0.0.1:{port}", "--screen-driver=no"]
        command += ["--text-table=ru", "--speech-driver=no", f"--api-parameters=auth=none,host={self.host}"]
        command += [f"--pid-file={folder / 'brltty.pid'}", f"--updatable-directory={folder}"]
        with (folder / "brltty.log").open("w") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder)
        self._wire = until(lambda: _connected(port), "BRLTTY")
        self.send(f"Cells {WIDTH}")
        threading.Thread(target=self._listen, daemon=True).start()

    def send(self, words):
        """Press a key of the display."""
        self._wire.sendall(f"{words}\r\n".encode())

    def _listen(self):
        with self._wire.makefile("r", encoding="utf-8", errors="replace") as lines:
            for line in lines:
                kind, _blank, words = line.strip().partition(" ")
                if kind in {"Visual", "Braille"}:
                    self.cells[kind == "Braille"] = words.strip('"')

    @property
    def text(self):
        """What is shown, as text."""
        return self.cells[0].rstrip()

    @property
    def cursor(self):
        """The cell with the cursor, dots 7 and 8; None where there is none."""
        dots = self.cells[1].split("|")
        return next((number for number, cell in enumerate(dots) if cell.endswith("78")), None)

    def close(self):
        """Take the display away."""
        self._wire.close()
        self._process.terminate()
        self._process.wait(10)


def _connected(port):
    try:
        return socket.create_connection(("127.0.0.1", port))
    except OSError:
        return None


@pytest.fixture
def read(tmp_path, monkeypatch):
    """A function that opens the demonstration in a language, and brings Orca to the lines of its article."""
    running = []
    if lacking := missing():
        pytest.skip(f"Orca does not run here. Missing: {lacking}")

    def reading(language, host=""):
        if host:
            monkeypatch.setenv("BRLAPI_HOST", host)
        rehearsal = Rehearsal(language, tmp_path)
        rehearsal.reader = BrailleReader(tmp_path / "orca")
        running.append(rehearsal.__enter__())
        rehearsal.do(START)
        use_language(language)
        title = sheet(assemble(folders(tmp_path / "reader"), language=language).road.article("demo:"))[0].text
        until(lambda: any(line and title.startswith(line) for line in rehearsal.reader.lines), "the title in braille")
        return rehearsal

    yield reading
    for rehearsal in running:
        rehearsal.__exit__(None, None, None)
    use_language("en")


def text_of(language, folder):
    """The whole article, its blanks made one."""
    article = assemble(folders(folder), language=language).road.article("demo:")
    return " ".join(" ".join(block.text for block in sheet(article)).split())


def go_down(rehearsal):
    """Go down a line; answers the line that Orca then writes, which is another: a message before it does not count."""

    def shown():
        return [line for line in rehearsal.reader.lines if line][-1]

    before = shown()
    release(rehearsal.do("Down"))
    until(lambda: shown() != before, "the next line in braille")
    return shown()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_lines_of_the_article_come_to_a_display(read, tmp_path, language):
    rehearsal = read(language)
    text = text_of(language, tmp_path / "reader")
    lines = [go_down(rehearsal) for _line in range(LINES)]
    assert all(lines)
    places = [text.find(" ".join(line.split())) for line in lines]
    assert -1 not in places, lines
    assert places == sorted(places)
    assert len(set(places)) == LINES


@pytest.mark.skipif(not shutil.which("brltty"), reason="BRLTTY is not installed")
def test_a_display_shows_the_line_and_its_keys_bring_the_caret(read, tmp_path):
    (tmp_path / "display").mkdir()
    display = Display(tmp_path / "display")
    try:
        rehearsal = read("ru", display.host)
        line = [go_down(rehearsal) for _line in range(3)][-1]
        until(lambda: display.text and line.startswith(display.text), "the line on the display")
        display.send("route 10")
        until(lambda: display.cursor == 10, "the cursor where a key has called it")
        release(rehearsal.do("Right"))
        until(lambda: display.cursor == 11, "the cursor on the next cell")
    finally:
        display.close()
