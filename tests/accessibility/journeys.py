"""Journeys: keys in, words out, as text that can be read and compared.

::

    # what stands before the first journey, and lines like this one, are notes
    ## larger text
    Ctrl+plus → Text size: 20 pt.
    Tab
      → A paragraph.
      → rules of procedure link.
      ! ought to say: rules of procedure link. Because: the paragraph is said as well.
    F11 → (nothing)

An act is a key, several at once joined by `+`; `type: words`; or something in brackets that a rehearsal knows. What a
screen reader says after it stands behind the arrow, an utterance a line. A line with `!` marks what falls short: what
should be heard, and why it is not.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

LANGUAGES = ("en", "ru", "kk")
FOLDER = Path(__file__).parent / "journeys"
ARROW, NOTHING = " → ", "(nothing)"


@dataclass(frozen=True, slots=True)
class Step:
    """What is done, what is said then, and what falls short of what should be."""

    act: str
    words: tuple[str, ...] = ()
    short: tuple[str, ...] = ()

    def __str__(self):
        told = self.words or (NOTHING,)
        lines = [self.act + ARROW + told[0]] if len(told) == 1 else [self.act, *(f" {ARROW}{words}" for words in told)]
        return "\n".join([*lines, *(f"  ! {words}" for words in self.short)])


@dataclass(frozen=True, slots=True)
class Journey:
    """Steps with a title, and notes about them."""

    title: str
    steps: tuple[Step, ...] = ()
    notes: tuple[str, ...] = ()

    def __str__(self):
        return "\n".join([f"## {self.title}", *self.notes, *map(str, self.steps)])


@dataclass(slots=True)
class Drawing:
    """The journeys of one language: notes first, then one after the other."""

    notes: tuple[str, ...] = ()
    journeys: list[Journey] = field(default_factory=list)

    def __str__(self):
        return "\n".join(self.notes) + "".join(f"\n\n{journey}" for journey in self.journeys) + "\n"


def path(language):
    """Where the journeys of a language lie."""
    return FOLDER / f"{language}.txt"


def read(text: str) -> Drawing:
    """The journeys that a text draws.

    Raises:
        ValueError: a line is none of those that there are.
    """
    drawing = Drawing()
    for line in filter(str.strip, text.splitlines()):
        if line.startswith("## "):
            drawing.journeys.append(Journey(line[3:]))
        elif not drawing.journeys:
            drawing.notes += (line,)
        else:
            drawing.journeys[-1] = _with(drawing.journeys[-1], line)
    return drawing


def read_file(place: Path) -> Drawing:
    """The journeys that a file draws."""
    return read(place.read_text(encoding="utf-8"))


def _with(journey, line):
    if line.startswith("#"):
        return replace(journey, notes=(*journey.notes, line))
    if not line.startswith(" "):
        act, arrow, words = line.partition(ARROW)
        return replace(journey, steps=(*journey.steps, Step(act, (words,) if arrow and words != NOTHING else ())))
    *before, last = journey.steps
    sign, _space, words = line.strip().partition(" ")
    if sign == "→":
        last = replace(last, words=(*last.words, words))
    elif sign == "!":
        last = replace(last, short=(*last.short, words))
    else:
        raise ValueError(f"In the journey “{journey.title}”: {line}")
    return replace(journey, steps=(*before, last))


def steps(journeys: Iterable[Journey]) -> Iterator[Step]:
    """Every step of all journeys."""
    for journey in journeys:
        yield from journey.steps
