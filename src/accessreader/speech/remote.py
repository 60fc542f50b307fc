"""An engine whose voice is in another process, which may hang or die and is born again at the same word.

::

    say, pause, stop … ──► inbox ──► keeper thread ──► child's standard input
    child's standard output ──► inbox ──► keeper thread ──► told(event)

The keeper alone decides, so that there is nothing to lock. It remembers what was ordered and not finished, and the word
each saying has come to. A child that does not answer an order in time is killed, which is also how *stop* is certain to
bring silence. A saying at which it dies three times is left out, told by `Failed`; when nothing comes of many lives,
the engine gives up with `Silenced(BROKEN)` until something new is said.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from queue import Empty, SimpleQueue
from typing import Any, Final

from accessreader.speech import protocol
from accessreader.speech.child import Child, usual_command
from accessreader.speech.engine import (
    Began,
    Boundary,
    Failed,
    Finished,
    Hush,
    Ready,
    Saying,
    Silenced,
    Sounding,
    SpeechEvent,
)
from accessreader.speech.protocol import Line

_URGENT: Final = 0.3
"""Seconds within which a child must obey a stop, a pause or a resume, or it is killed."""
_PATIENT: Final = 1.5
"""Seconds within which it must obey anything else."""
_BIRTH: Final = 20.0
"""Seconds within which a child must be ready."""
_PULSE: Final = 1.0
"""Seconds between two questions whether a child that is speaking still listens."""
_SUSPECT: Final = 3
"""Lives without a word after which a saying is left out."""
_HOPELESS: Final = 6
"""Lives without a word after which none is tried again."""


class RemoteEngine:
    """A `SpeechEngine`. `told` is called from a thread of its own; `command` starts another voice than the usual."""

    def __init__(self, told: Callable[[SpeechEvent], None], command: Sequence[str] = ()) -> None:
        self._inbox: SimpleQueue[Any] = SimpleQueue()
        keeper = _Keeper(self._inbox, told, tuple(command) or usual_command())
        threading.Thread(target=keeper.run, daemon=True, name="voice").start()

    def warm_up(self) -> None:
        """Have the voice ready before the first word is said; answered with `Ready`."""
        self._inbox.put(_Order("answer"))

    def say(self, ticket: int, saying: Saying) -> None:
        """Say this after all that was ordered before."""
        self._inbox.put(_Order("say", {ticket: saying}))

    def revise(self, sayings: Mapping[int, Saying]) -> None:
        """From the next word on, say these instead."""
        self._inbox.put(_Order("revise", dict(sayings)))

    def pause(self) -> None:
        """Be silent; nothing is lost."""
        self._inbox.put(_Order("pause"))

    def resume(self) -> None:
        """Go on exactly where `pause` came."""
        self._inbox.put(_Order("resume"))

    def stop(self) -> None:
        """Be silent, and forget everything ordered."""
        self._inbox.put(_Order("stop"))

    def use_device(self, name: str) -> None:
        """Be heard from this device."""
        self._inbox.put(_Order("device", name=name))

    def close(self) -> None:
        """Be silent for ever."""
        self._inbox.put(None)


@dataclass(frozen=True, slots=True)
class _Order:
    do: str
    sayings: dict[int, Saying] = field(default_factory=dict)
    name: str = ""


class _Keeper:
    def __init__(self, inbox: SimpleQueue[Any], told: Callable[[SpeechEvent], None], command: Sequence[str]) -> None:
        self._inbox = inbox
        self._told = told
        self._command = command
        self._child: Child | None = None
        self._ready = False
        self._numbers = count(1)
        self._deadlines: dict[int, float] = {}
        self._sayings: dict[int, Saying] = {}  # ordered and not finished, each from the word it has come to
        self._paused = False
        self._device = ""
        self._silenced = False  # told, and not yet taken back
        self._barren = 0  # lives in which no word was heard

    def run(self) -> None:
        """Keep the voice until `close`."""
        while True:
            try:
                message = self._inbox.get(timeout=self._patience())
            except Empty:
                self._lose_patience()
                continue
            if message is None:
                break
            if isinstance(message, _Order):
                self._obey(message)
            else:
                self._hear(*message)
        if self._child is not None:
            self._child.kill()

    # Orders

    def _obey(self, order: _Order) -> None:
        match order.do:
            case "say":
                self._sayings |= order.sayings
            case "revise":
                self._sayings |= {
                    ticket: replace(saying, start=max(saying.start, self._sayings[ticket].start))
                    for ticket, saying in order.sayings.items()
                    if ticket in self._sayings
                }
            case "stop":
                self._silenced = False
                self._sayings.clear()
                self._paused = False
            case "pause" | "resume":
                self._paused = order.do == "pause"
            case "device":
                self._device = order.name
            case _:
                pass
        if self._child is None and order.do in ("say", "answer"):
            self._bear()
        elif self._ready:
            self._send(order)

    def _send(self, order: _Order) -> None:
        sayings = order.sayings
        match order.do:
            case "say":
                for ticket, saying in sayings.items():
                    self._order("say", ticket=ticket, saying=protocol.of_saying(saying))
            case "revise":
                self._order("revise", sayings=protocol.of_sayings(sayings))
            case "device":
                self._order("device", name=order.name)
            case _:
                self._order(order.do)

    def _order(self, do: str, **fields: Any) -> None:
        if self._child is None:
            return
        number = next(self._numbers)
        self._deadlines[number] = time.monotonic() + (_URGENT if do in ("stop", "pause", "resume") else _PATIENT)
        self._child.order({"do": do, "number": number, **fields})

    # Answers

    def _hear(self, life: int, line: Line | None) -> None:
        if self._child is None or life != self._child.life:
            return
        if line is None:
            self._bury()
        elif line.get("is") == "heard":
            self._deadlines.pop(line["number"], None)
        elif isinstance(event := protocol.event_of(line), Ready):
            self._greet(event)
        elif event is not None:
            self._note(event)

    def _note(self, event: SpeechEvent) -> None:
        ticket = getattr(event, "ticket", None)
        if ticket is not None and ticket not in self._sayings:
            return  # forgotten by a stop
        if self._is_known(event):
            return
        match event:
            case Boundary(of, start, _):
                self._barren = 0
                self._sayings[of] = replace(self._sayings[of], start=start)
            case Finished(of) | Failed(of, _):
                self._barren = 0
                del self._sayings[of]
            case Silenced(Hush.DEVICE_GONE):
                self._paused = True
                self._device = ""
            case _:
                pass
        self._told(event)

    def _is_known(self, event: SpeechEvent) -> bool:
        """Whether another life told it already; and a first word after a silence tells that sound is there."""
        match event:
            case Silenced(Hush.NO_DEVICE):
                known, self._silenced = self._silenced, True
                return known
            case Sounding():
                known, self._silenced = not self._silenced, False
                return known
            case Began() if self._silenced:
                self._silenced = False
                self._told(Sounding())
            case _:
                pass
        return False

    def _greet(self, ready: Ready) -> None:
        """A child is ready: bring it to where the last one was."""
        if not self._ready:
            self._ready = True
            self._deadlines.clear()
            if self._device:
                self._order("device", name=self._device)
            if self._paused:
                self._order("pause")
            self._send(_Order("say", self._sayings))
        self._told(ready)

    # Lives

    def _bear(self) -> None:
        self._ready = False
        self._deadlines = {0: time.monotonic() + _BIRTH}
        try:
            self._child = Child(self._command, self._inbox.put)
        except OSError:
            self._child = None
            self._give_up()

    def _bury(self) -> None:
        """The child is dead. Let another go on, unless it is the saying or the voice itself that kills."""
        blameless = not self._ready  # the saying, which it never saw
        self._child = None
        self._ready = False
        self._deadlines.clear()
        self._barren += 1
        if not self._sayings:
            return
        if self._barren >= _HOPELESS:
            self._give_up()
            return
        if self._barren >= _SUSPECT and not blameless and not self._paused:
            ticket = next(iter(self._sayings))
            del self._sayings[ticket]
            self._told(Failed(ticket, "the voice stopped working"))
        if self._sayings:
            self._bear()

    def _give_up(self) -> None:
        self._barren = 0
        self._sayings.clear()
        self._deadlines.clear()
        self._told(Silenced(Hush.BROKEN))

    def _patience(self) -> float | None:
        """Seconds until something must have come; None where nothing is awaited."""
        if self._deadlines:
            return max(0.0, min(self._deadlines.values()) - time.monotonic())
        return _PULSE if self._child is not None and self._sayings and not self._paused else None

    def _lose_patience(self) -> None:
        if not self._deadlines:
            self._order("answer")
        elif min(self._deadlines.values()) <= time.monotonic() and self._child is not None:
            child, self._child = self._child, None
            child.kill()
            self._bury()
