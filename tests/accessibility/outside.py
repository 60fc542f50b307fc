"""What every look from outside needs: the system's Python, which alone reaches the accessibility bus, and patience."""

import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).parent
SYSTEM_PYTHON = "/usr/bin/python3"


def has_atspi():
    """Whether the system's Python can look at the accessibility bus."""
    asked = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    try:
        return subprocess.run(asked, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def until(question, what, patience=30):
    """Ask until the answer is yes, and give it.

    Raises:
        TimeoutError: it was not yes for so many seconds.
    """
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if answer := question():
            return answer
        time.sleep(0.05)
    raise TimeoutError(f"Waited {patience} seconds for {what}.")


@contextmanager
def listening(script, told):
    """While a script of this folder tells a file what it hears."""
    with told.open("w") as out:
        listener = subprocess.Popen([SYSTEM_PYTHON, HERE / script], stdout=out)
    try:
        until(lambda: "listening" in told.read_text(), "the listener")
        yield
    finally:
        listener.kill()
        listener.wait()
