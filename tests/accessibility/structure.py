"""What Orca says of lists, tables, quotations and pictures: kept as a drawing, `structure.txt`.

make redraw-trees     listens anew; look at what has changed before you commit it
"""

import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from accessibility.journeys import Drawing, read
from accessibility.rehearsal import Rehearsal

HERE = Path(__file__).parent
DRAWING = HERE / "structure.txt"


class Listening(Rehearsal):
    """The program with the article, with a screen reader beside it."""

    def _start(self):
        environment = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        with (self._home / "program.log").open("a") as log:
            command = [sys.executable, HERE / "structure_program.py"]
            self._program = subprocess.Popen(command, env=environment, stdout=log, stderr=log)


def drawn():
    """The drawing there is."""
    return read(DRAWING.read_text("utf-8"))


def heard(*, anew=False):
    """The same journeys with what is said in them now."""
    drawing = drawn()
    with tempfile.TemporaryDirectory(prefix="structure-") as home, Listening("en", home) as listening:
        return Drawing(
            drawing.notes,
            [
                replace(journey, steps=tuple(listening.step(step, drawing=anew) for step in journey.steps))
                for journey in drawing.journeys
            ],
        )


if __name__ == "__main__":
    DRAWING.write_text(str(heard(anew=True)), "utf-8")
