"""Where sayings wait, are made into sound two ahead, put on the track, and told of word by word as they are heard.

::

    say ──► waiting ──► being made ──► on the track ──► begun ──► finished
              ▲             │               │
              └── revise ───┴───────────────┘          a device lost: back to the word, the sound is kept

One thread decides here, and nothing here waits: sound is made and devices are opened by others, whose answers come
back as `made` and `hear`. Time comes in from outside.

Why it looks for the device while it speaks: a sound server whose device is pulled goes on by another, or into the void,
and tells nobody. Reading is paused then, at the word of the last look that saw the device: nobody else hears what was
meant for one, and no word is lost. Where another device becomes the system's own and the old one stays, sound goes
along, for that was somebody's wish.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import count
from typing import Final, Protocol

from accessreader.speech.engine import Began, Boundary, Failed, Finished, Hush, Saying, Silenced, Sounding, SpeechEvent
from accessreader.speech.player import Devices, Opened, PlayerEvent, Refused
from accessreader.speech.sound import Sound
from accessreader.speech.track import Track

_AHEAD: Final = 3
"""Sayings that are sound already: the one being heard and two more."""
_MARGIN: Final = 0.03
"""Seconds before the card that are left alone when what follows is changed."""
_AGAIN: Final = 0.5
"""Seconds between two attempts to find a device."""
_IDLE: Final = 5.0
"""Seconds of silence after which the device is given back."""
_SLOW: Final = 1.0
"""Seconds of waiting for a device after which the reader is told."""
_HOPELESS: Final = 10.0
"""Seconds after which a voice or a device will not answer any more."""
_WATCH: Final = 0.25
"""Seconds between two looks whether the device is still there: shorter than the silence behind a sentence."""


class CardPlayer(Protocol):
    """What plays the track."""

    def open(self, name: str = "") -> None:
        """Listen by this device."""

    def close(self) -> None:
        """Give it back."""

    def look(self) -> None:
        """See which devices there are."""

    def listens(self, now: float) -> bool:
        """Whether it takes samples."""


@dataclass(slots=True)
class _Item:
    """A saying on its way: its sound when it is made, the number of its first sample when it is on the track."""

    ticket: int
    saying: Saying
    serial: int
    sound: Sound | None = None
    base: int | None = None
    told: int = 0  # of the marks
    looked: int = 0  # told when the device was last looked for
    sure: int = 0  # told when it was last seen
    begun: bool = False
    goes_on: bool = False  # under the same ticket, with the item behind it

    @property
    def end(self) -> int:
        return (self.base or 0) + len(self.sound or b"")


class Stage:
    """Sayings in order. `make` is asked for the sound of one at a time, and answered with `made`."""

    def __init__(
        self,
        track: Track,
        player: CardPlayer,
        make: Callable[[int, Saying], None],
        told: Callable[[SpeechEvent], None],
    ) -> None:
        self._track = track
        self._player = player
        self._make = make
        self._told = told
        self._items: list[_Item] = []
        self._serials = count(1)
        self._making = 0
        self._device = ""  # the chosen one
        self._by = ""  # the one that is listened by, where the system tells its name
        self._looking = False
        self._open = False
        self._opening = False
        self._lost = False
        self._now = self._retry = self._watch = self._moved = self._asked = self._ordered = 0.0

    @property
    def busy(self) -> bool:
        """Whether something is being heard, made or waited for: time matters."""
        return bool(self._items) and not self._track.hushed

    @property
    def holds_device(self) -> bool:
        """Whether a device must be given back some time."""
        return self._open

    def is_stuck(self, now: float) -> bool:
        """Whether somebody who was asked has not answered for so long that he never will."""
        slow_voice = bool(self._making) and now - self._ordered > _HOPELESS
        return slow_voice or (self._opening and now - self._asked > _HOPELESS)

    # What is ordered

    def say(self, ticket: int, saying: Saying) -> None:
        """Say this after all others."""
        self._items.append(_Item(ticket, saying, next(self._serials)))
        self._go_on()

    def revise(self, sayings: Mapping[int, Saying]) -> None:
        """Say these instead, from the first word on that is not on its way to the card."""
        place = self._track.given + round(_MARGIN * self._track.rate)
        items: list[_Item] = []
        kept = True
        for item in self._items:
            kept = kept and item.base is not None
            if not kept:
                items.append(self._renewed(item, sayings))
            elif item.end <= place:
                items.append(item)
            else:
                items += self._split(item, sayings, place)
                kept = False
        self._items = items
        self._go_on()

    def pause(self) -> None:
        """Be silent, and lose nothing."""
        self._track.hushed = True

    def resume(self) -> None:
        """Go on with the next sample."""
        self._track.hushed = False
        self._go_on()

    def stop(self) -> None:
        """Be silent and forget all."""
        self._items.clear()
        self._track.clear()
        self._track.hushed = False
        self._lost = False

    def use_device(self, name: str) -> None:
        """Be heard by this device from now on."""
        if name != self._device:
            self._device = name
            if self._open or self._lost:
                self._let_go()
                self._go_on()

    # What came of it

    def made(self, serial: int, sound: Sound | None, why: str = "") -> None:
        """The sound of a saying, or why there is none."""
        self._making = 0
        for item in self._items:
            if item.serial == serial:
                item.sound = sound
                if sound is None:
                    self._items.remove(item)
                    self._told(Failed(item.ticket, why))
                break
        self._go_on()

    def hear(self, event: PlayerEvent) -> None:
        """What the player tells."""
        match event:
            case Opened(name):
                self._opening, self._open = False, True
                self._by = name
                self._moved = self._watch = self._now
                for item in self._items:
                    item.sure = item.told
                if self._lost:
                    self._lost = False
                    self._told(Sounding())
                self._go_on()
            case Refused(missing=True):
                self._opening = False
                self._lose_device()
            case Refused():
                self._opening = False
                self._lose()
            case Devices():
                self._looking = False
                if self._open and self._by:
                    self._see_it_among(event)

    def tick(self, now: float) -> None:
        """Tell what is heard by now, and see to the device."""
        self._now = now
        self._tell(self._track.heard(now))
        if self._open:
            self._see_to_device(now)
        elif self.busy:
            self._go_on()
            self._see_to_opening(now)

    # How

    def _go_on(self) -> None:
        """Have the next sound made, put on the track what is made, and see that there is a device."""
        waiting = next((item for item in self._items[:_AHEAD] if item.sound is None), None)
        if waiting and not self._making:
            self._making = waiting.serial
            self._ordered = self._now
            self._make(waiting.serial, waiting.saying)
        for item in self._items:
            if item.sound is None:
                break
            if item.base is None:
                item.base = self._track.add(item.sound.samples)
        if self._items and not (self._open or self._opening or self._track.hushed) and self._now >= self._retry:
            self._opening = True
            self._asked = self._now
            self._player.open(self._device)

    def _tell(self, heard: int) -> None:
        while self._items and (item := self._items[0]).base is not None:
            self._tell_words(item, heard)
            if heard < item.end or not item.begun:
                return
            del self._items[0]
            if not item.goes_on:
                self._told(Finished(item.ticket))
            self._go_on()

    def _tell_words(self, item: _Item, heard: int) -> None:
        assert item.sound is not None  # noqa: S101 - it is on the track
        base = item.base or 0
        if not item.begun and (heard > base or (heard == base == item.end)):
            item.begun = True
            self._told(Began(item.ticket))
        marks = item.sound.marks
        while item.begun and item.told < len(marks) and base + marks[item.told].sample <= heard:
            mark = marks[item.told]
            item.told += 1
            self._told(Boundary(item.ticket, mark.start, mark.end))

    def _see_to_device(self, now: float) -> None:
        if not self._player.listens(now):
            self._let_go()
            self._lose()
            return
        if self.busy:
            self._moved = now
        elif now - self._moved > _IDLE:
            self._open = False
            self._player.close()
        if self._by and self.busy and not self._looking and now - self._watch > _WATCH:
            self._watch = now
            self._looking = True
            for item in self._items:
                item.looked = item.told
            self._player.look()

    def _see_it_among(self, devices: Devices) -> None:
        if self._by in devices.names:
            for item in self._items:
                item.sure = item.looked
            self._by = self._device or devices.usual or self._by
        elif devices.names or devices.void:
            for item in self._items:
                item.told = item.sure
            if devices.names:
                self._lose_device()
            else:
                self._let_go()
                self._lose()

    def _see_to_opening(self, now: float) -> None:
        if self._opening and now - self._asked > _SLOW:
            self._lose()

    def _lose(self) -> None:
        """There is no device: say so once, and try again after a while."""
        self._retry = self._now + _AGAIN
        if not self._lost and self._items:
            self._lost = True
            self._told(Silenced(Hush.NO_DEVICE))

    def _lose_device(self) -> None:
        """The device is gone: pause."""
        self._device = ""
        self._track.hushed = True
        self._let_go()
        self._told(Silenced(Hush.DEVICE_GONE))

    def _let_go(self) -> None:
        """Give the device back, and go back to the word that was being heard."""
        if self._open:
            self._open = False
            self._player.close()
        self._track.clear()
        for item in self._items:
            if item.base is not None and item.sound is not None and item.told:
                at = item.sound.marks[item.told - 1].sample
                item.sound = item.sound.cut(at, len(item.sound))
            item.told = item.looked = item.sure = 0
            item.base = None
            item.begun = False
        self._go_on()

    def _renewed(self, item: _Item, sayings: Mapping[int, Saying]) -> _Item:
        saying = sayings.get(item.ticket)
        if saying is None:
            item.base = None
            return item
        start = max(saying.start, item.saying.start)
        serial = next(self._serials)
        return _Item(item.ticket, replace(saying, start=start), serial, begun=item.begun, goes_on=item.goes_on)

    def _split(self, item: _Item, sayings: Mapping[int, Saying], place: int) -> list[_Item]:
        """An item as it is up to the next word, and anew from there."""
        assert item.sound is not None  # noqa: S101 - it is on the track
        base = item.base or 0
        saying = sayings.get(item.ticket)
        mark = next((mark for mark in item.sound.marks if base + mark.sample >= place), None)
        at = len(item.sound) if mark is None or saying is None else mark.sample
        if not self._track.shorten(base + at):
            return [item]
        if mark is None or saying is None:
            return [item]
        if at == 0:
            return [self._renewed(item, sayings)]
        rest = _Item(item.ticket, replace(saying, start=mark.start), next(self._serials), goes_on=item.goes_on)
        rest.begun = True
        item.sound = item.sound.cut(0, at)
        item.goes_on = True
        return [item, rest]
