"""What goes over the pipe between the program and its voice: one line of JSON for each order and each answer.

::

    → {"do": "say", "number": 4, "ticket": 7, "saying": {…}}        ← {"is": "heard", "number": 4}
    → {"do": "pause", "number": 5}                                   ← {"is": "began", "ticket": 7}

Each order has a number and is answered with it as soon as it is carried out: who does not answer hangs.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final

from accessreader.speech.engine import (
    Began,
    Boundary,
    Failed,
    Finished,
    Hush,
    Manner,
    Phrase,
    Ready,
    Saying,
    Silenced,
    Sounding,
    SpeechEvent,
    Voice,
)

Line = dict[str, Any]

_EVENTS: Final[Mapping[str, type[Any]]] = {
    "began": Began,
    "boundary": Boundary,
    "finished": Finished,
    "failed": Failed,
    "sounding": Sounding,
    "silenced": Silenced,
    "ready": Ready,
}
_NAMES: Final = {kind: name for name, kind in _EVENTS.items()}


def written(line: Line) -> bytes:
    """A line as it goes over the pipe."""
    return json.dumps(line, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


def read(line: bytes) -> Line:
    """A line that came over the pipe; an empty one where it is none."""
    try:
        found = json.loads(line.decode("utf-8", "surrogatepass"))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def of_saying(saying: Saying) -> Line:
    """A saying for a line."""
    return asdict(saying)


def saying_of(line: Line) -> Saying:
    """The saying a line holds."""
    phrases = tuple(Phrase(phrase["text"], phrase["voice"], Manner(**phrase["manner"])) for phrase in line["phrases"])
    return Saying(phrases, line["comma"], line["pause"], line["start"], line["end"])


def of_sayings(sayings: Mapping[int, Saying]) -> list[tuple[int, Line]]:
    """Sayings by their tickets for a line."""
    return [(ticket, of_saying(saying)) for ticket, saying in sayings.items()]


def sayings_of(lines: list[tuple[int, Line]]) -> dict[int, Saying]:
    """The sayings by their tickets that a line holds."""
    return {ticket: saying_of(line) for ticket, line in lines}


def of_event(event: SpeechEvent) -> Line:
    """An event as a line."""
    return {"is": _NAMES[type(event)]} | asdict(event)


def event_of(line: Line) -> SpeechEvent | None:
    """The event a line tells of, or None where it is no event."""
    fields = {name: value for name, value in line.items() if name != "is"}
    match line.get("is"):
        case "ready":
            return Ready(tuple(Voice(**voice) for voice in fields["voices"]), tuple(fields["devices"]))
        case "silenced":
            return Silenced(Hush(fields["why"]))
        case str(name) if name in _EVENTS:
            event: SpeechEvent = _EVENTS[name](**fields)
            return event
        case _:
            return None
