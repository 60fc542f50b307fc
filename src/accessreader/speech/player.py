"""A track on its way to the sound card: opened, listened for, looked after.

Opening and looking for devices may take long when the sound server is in trouble, so both are done on a thread of
their own, which tells how it went. Whether the card still takes samples is known by the time of its last call: no
library tells of a server that has died.

Why miniaudio. Measured on Debian 12 with PipeWire, a null sink and a recorder, beside sounddevice 0.5 (PortAudio):

=========================================  ====================  =====================
..                                         miniaudio 1.71        sounddevice 0.5.6
=========================================  ====================  =====================
asked of the system                        nothing               libportaudio2, ALSA's plug-in
import and opening                         35 + 15 ms            165 + 15 ms
order → sound, pause → silence, at most    31, 35 ms             43, 46 ms
names of the devices                       those people know     "pipewire", "pulse", "default"
the server was killed; closing             1 ms                  never returns
no device                                  an error in 5 ms      an error in 10 ms
=========================================  ====================  =====================

Qt's own would need its add-ons, 400 MB more.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, Final

import miniaudio

from accessreader.speech.track import Track

_PERIOD: Final = 10
"""Milliseconds of sound which the card asks for at once."""
_PERIODS: Final = 5
"""Of them in its buffer: with three there are gaps on a machine that has much to do."""
DELAY: Final = 0.010
"""Seconds from giving a sample to hearing it, as recorded."""
_DEAF: Final = 0.4
"""Seconds without a call after which the card has stopped listening."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The card of this name listens."""

    name: str


@dataclass(frozen=True, slots=True)
class Refused:
    """There is no card to be had; `missing`: others, but not the one that was asked for."""

    missing: bool


@dataclass(frozen=True, slots=True)
class Devices:
    """The names of the devices there are."""

    names: tuple[str, ...]


PlayerEvent = Opened | Refused | Devices


class Player:
    """Plays a track. Each wish is answered, in order, through `told`, on a thread of its own."""

    def __init__(self, track: Track, told: Callable[[PlayerEvent], None]) -> None:
        self._track = track
        self._told = told
        self._called = 0.0
        self._card: Any = None
        self._wishes: SimpleQueue[Callable[[], PlayerEvent | None]] = SimpleQueue()
        threading.Thread(target=self._serve, daemon=True, name="sound card").start()

    def open(self, name: str = "") -> None:
        """Listen by the device of this name, or the system's own. Answered with `Opened` or `Refused`."""
        self._wishes.put(lambda: self._open(name))

    def close(self) -> None:
        """Give the device back. Not answered."""
        self._wishes.put(self._close)

    def look(self) -> None:
        """See which devices there are. Answered with `Devices`."""
        self._wishes.put(lambda: Devices(tuple(_devices())))

    def listens(self, now: float) -> bool:
        """Whether the opened card still takes samples."""
        return now - self._called < _DEAF

    def _serve(self) -> None:
        while True:
            answer = self._wishes.get()()
            if answer is not None:
                self._told(answer)

    def _open(self, name: str) -> PlayerEvent:
        self._close()
        try:
            device = _devices()[name] if name else None
            card = miniaudio.PlaybackDevice(
                miniaudio.SampleFormat.SIGNED16,
                1,
                self._track.rate,
                _PERIOD,
                callback_periods=_PERIODS,
                device_id=device,
                backends=_backends(),
                app_name="AccessReader",
            )
            self._called = time.monotonic()
            giving = self._give()
            next(giving)
            card.start(giving)
        except miniaudio.MiniaudioError:
            return Refused(missing=False)
        except KeyError:
            return Refused(missing=True)
        self._card = card
        return Opened(name)

    def _close(self) -> None:
        card, self._card = self._card, None
        if card is not None:
            card.close()

    def _give(self) -> Generator[bytes, int, None]:
        count = yield b""
        while True:
            self._called = time.monotonic()
            count = yield self._track.give(count, self._called)


def _backends() -> list[Any]:
    """All ways of this system but the one that throws sound away."""
    ways = sorted(miniaudio.get_enabled_backends(), key=lambda backend: backend.value)
    return [way for way in ways if way is not miniaudio.Backend.NULL]


def _devices() -> dict[str, Any]:
    try:
        return {device["name"]: device["id"] for device in miniaudio.Devices(_backends()).get_playbacks()}
    except miniaudio.MiniaudioError:
        return {}
