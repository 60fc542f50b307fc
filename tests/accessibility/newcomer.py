"""What Orca says to a blind newcomer at the first run, in three languages: kept as drawings in `newcomer`.

make journeys     listens anew; look at what has changed before you commit it
"""

import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from accessibility.journeys import LANGUAGES, read_file
from accessibility.rehearsal import Rehearsal, rehearsed

FOLDER = Path(__file__).parent / "newcomer"


def path(language):
    """Where the drawing of a language lies."""
    return FOLDER / f"{language}.txt"


def heard(language, *, anew=False):
    """The same journeys with what is said in them now."""
    return rehearsed(language, read_file(path(language)), anew=anew, beginning=partial(Rehearsal, newcomer=True))


if __name__ == "__main__":
    for code in sys.argv[1:] or LANGUAGES:
        path(code).write_text(str(heard(code, anew=True)), encoding="utf-8")
