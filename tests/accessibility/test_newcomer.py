"""What a blind newcomer hears: the first run beside real Orca, keys in, words out, in three languages.

Drawn anew with `packaging/virtual_screen.sh .venv/bin/python tests/accessibility/test_newcomer.py`.
"""

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from accessibility.journeys import LANGUAGES, Drawing, read
from accessibility.rehearsal import Rehearsal
from accessibility.screen_reader import missing

FOLDER = Path(__file__).parent / "newcomer"


def drawn(language):
    """The drawing of a language, and the file in which it lies."""
    place = FOLDER / f"{language}.txt"
    return read(place.read_text(encoding="utf-8")), place


def rehearsed(language, drawing, *, anew=False):
    """The same journeys with what is said in them now."""
    with (
        tempfile.TemporaryDirectory(prefix="newcomer-") as home,
        Rehearsal(language, home, newcomer=True) as rehearsal,
    ):
        return Drawing(
            drawing.notes,
            [
                replace(journey, steps=tuple(rehearsal.step(step, drawing=anew) for step in journey.steps))
                for journey in drawing.journeys
            ],
        )


@pytest.mark.accessibility
@pytest.mark.timeout(300)
@pytest.mark.parametrize("language", LANGUAGES)
def test_orca_says_what_is_drawn(language):
    if lacking := missing():
        pytest.skip(f"Orca does not run here. Missing: {lacking}")
    drawing, _place = drawn(language)
    assert str(rehearsed(language, drawing)) == str(drawing)


if __name__ == "__main__":
    for code in sys.argv[1:] or LANGUAGES:
        before, file = drawn(code)
        file.write_text(str(rehearsed(code, before, anew=True)), encoding="utf-8")
