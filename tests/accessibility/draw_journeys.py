"""Draw the journeys anew: keys and titles are those of the English drawing, words are what Orca says today.

packaging/virtual_screen.sh .venv/bin/python tests/accessibility/draw_journeys.py [LANGUAGE…]
"""

import sys
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from accessibility.journeys import LANGUAGES, Drawing, Step, path, read_file
from accessibility.rehearsal import rehearsed
from accessibility.screen_reader import missing


def with_keys_of(model, own):
    """The journeys of `model`, with the words, marks and notes that `own` has for the same steps."""
    known = {journey.title: journey for journey in own.journeys}
    journeys = []
    for journey in model.journeys:
        before = known.get(journey.title)
        steps = before.steps if before else ()
        same = [step.act for step in steps] == [step.act for step in journey.steps]
        plain = tuple(Step(step.act) for step in journey.steps)
        notes = before.notes if before else ()
        journeys.append(replace(journey, steps=steps if same else plain, notes=notes))
    return Drawing(own.notes or model.notes, journeys)


def main(languages):
    """Draw the journeys of some languages, or of all."""
    if lacking := missing():
        sys.exit(f"Orca does not run here. Missing: {lacking}")
    model = read_file(path("en"))
    for language in languages or LANGUAGES:
        own = read_file(path(language)) if path(language).exists() else Drawing()
        begun = time.monotonic()
        drawing = rehearsed(language, model if language == "en" else with_keys_of(model, own), anew=True)
        path(language).write_text(str(drawing), encoding="utf-8")
        sys.stdout.write(f"{language}: {len(drawing.journeys)} journeys in {time.monotonic() - begun:.0f} s\n")


main(sys.argv[1:])
