"""What Orca says of lists, tables, quotations and pictures: kept as a drawing, `structure.txt`.

make redraw-trees     listens anew; look at what has changed before you commit it
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from accessibility.journeys import read_file
from accessibility.rehearsal import Rehearsal, rehearsed

HERE = Path(__file__).parent
DRAWING = HERE / "structure.txt"


class Listening(Rehearsal):
    """The program with the article, with a screen reader beside it."""

    def __init__(self, language, home):
        super().__init__(language, home)
        self._command = [sys.executable, HERE / "structure_program.py"]


def drawn():
    """The drawing there is."""
    return read_file(DRAWING)


def heard(*, anew=False):
    """The same journeys with what is said in them now."""
    return rehearsed("en", drawn(), anew=anew, beginning=Listening)


if __name__ == "__main__":
    DRAWING.write_text(str(heard(anew=True)), "utf-8")
