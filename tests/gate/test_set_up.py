"""Set-up: what it promises to whoever calls it twice, and to those who are at work meanwhile."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
STAMP = ROOT / ".venv" / "accessreader-installed"


def test_a_second_set_up_says_nothing_and_leaves_the_environment_alone():
    before = STAMP.stat().st_mtime_ns
    done = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "set_up.py"), "work"],
        capture_output=True,
        check=False,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert STAMP.stat().st_mtime_ns == before


def test_without_a_screen_the_demonstration_is_printed_and_all_is_well():
    unseen = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [sys.executable, "-m", "accessreader", "--demo"],
        env={name: value for name, value in os.environ.items() if name not in unseen},
        capture_output=True,
        check=False,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=50,
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.split()) > 100
    assert "screen" in done.stderr + done.stdout
