"""Letters that move in the article, by real keys of real layouts: each is told once, wherever the letters lie."""

import os
import subprocess
import sys

import pytest

from accessibility.outside import listening, until

pytestmark = [pytest.mark.accessibility, pytest.mark.timeout(180)]

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Water for all the houses</title></head><body><main>
<h1>Water for all the houses</h1>
<p>On Tuesday the deputies of the hill country spoke about <a href="http://demo.localhost/law">the first law</a>, which
had come to them from the lower house, and about what it costs to bring water to every house in the hills.</p>
<h2>What was decided</h2>
<p>The deputies have agreed on three things, of which they had spoken for a year in the hall and in committees.</p>
<h2>What comes next</h2>
<p>They will look at it again in spring, when the snow of the hills has gone and the rivers are full of water.</p>
</main></body></html>"""
F, H, K, TWO = "41", "43", "45", "11"
"""The numbers that an X server gives to four places on any keyboard."""
WALK = (
    (K, "the first law"), (H, "What was decided"), (H, "What comes next"), (f"shift+{H}", "What was decided"),
    (TWO, "What comes next"), (f"shift+{TWO}", "What was decided"), (f"shift+{K}", "the first law"),
    ("ctrl+Home", "Water for all the houses"),
)  # fmt: skip


@pytest.fixture
def told(tmp_path):
    """A function that answers what has had the focus so far, of the program that is open on the page."""
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    out = tmp_path / "told"
    command = [sys.executable, "-m", "accessreader", "--home", tmp_path / "home", "--language", "en"]
    environment = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    with listening("focus.py", out):
        program = subprocess.Popen([*command, "open", tmp_path / "page.html"], env=environment)
        try:
            until(lambda: out.read_text().splitlines()[-1] == "Water for all the houses", "the article")
            yield lambda: out.read_text().splitlines()
        finally:
            program.kill()
            program.wait()
            subprocess.run(["/usr/bin/setxkbmap", "us"], check=True)


def test_each_letter_is_told_once_on_kazakh_russian_and_latin_layouts(told):
    begun, awaited = len(told()), []
    for layout in ("us", "kz", "ru"):
        subprocess.run(["/usr/bin/setxkbmap", layout], check=True)
        for key, name in WALK:
            subprocess.run(["/usr/bin/xdotool", "key", key], check=True)
            awaited.append(name)
            until(lambda: len(told()) >= begun + len(awaited), f"a word after {key} on {layout}")
            assert told()[begun:] == awaited, (layout, key)
    for layout in ("kz", "ru", "us"):  # the only one: then Qt finds no Latin letter
        subprocess.run(["/usr/bin/setxkbmap", layout], check=True)
        subprocess.run(["/usr/bin/xdotool", "key", f"ctrl+{F}"], check=True)
        until(lambda: told()[-1] == "Find in the page", f"the find bar on {layout}")
        subprocess.run(["/usr/bin/xdotool", "key", "Escape"], check=True)
        until(lambda: told()[-1] == "Water for all the houses", f"the article on {layout}")
