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

The thread that gives samples is a real-time one where the system permits it, and an ordinary one elsewhere. Why: on two
cores that had much else to do, a tone of eight seconds had 3 and 34 gaps without, and 0 and 1 with it; a deeper buffer,
of 80 ms and not 50, changed less than chance did.
"""

from __future__ import annotations

import contextlib
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
    """The card of this name listens; it is empty where the system does not tell which is its own."""

    name: str


@dataclass(frozen=True, slots=True)
class Refused:
    """There is no card to be had; `missing`: others, but not the one that was asked for."""

    missing: bool


@dataclass(frozen=True, slots=True)
class Devices:
    """The names of the devices there are, none where the system does not answer.

    `usual` is the system's own, empty where it does not tell; `void` says that there is none, and sound goes nowhere.
    """

    names: tuple[str, ...]
    usual: str = ""
    void: bool = False


PlayerEvent = Opened | Refused | Devices


class Player:
    """Plays a track. Each wish is answered, in order, through `told`, on a thread of its own."""

    def __init__(self, track: Track, told: Callable[[PlayerEvent], None]) -> None:
        self._track = track
        self._told = told
        self._called = 0.0
        self._card: Any = None
        self._ways = _ways()
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
        self._wishes.put(self._look)

    def listens(self, now: float) -> bool:
        """Whether the opened card still takes samples."""
        return now - self._called < _DEAF

    def _serve(self) -> None:
        while True:
            answer = self._wishes.get()()
            if answer is not None:
                self._told(answer)

    def _look(self) -> PlayerEvent:
        cards = _Cards(self._ways)
        return Devices(tuple(cards.ids), cards.usual, cards.are_void)

    def _open(self, name: str) -> PlayerEvent:
        self._close()
        cards = _Cards(_ways())
        if not name and cards.are_void:
            return Refused(missing=False)
        try:
            device = cards.ids[name] if name else None
            card = miniaudio.PlaybackDevice(
                miniaudio.SampleFormat.SIGNED16,
                1,
                self._track.rate,
                _PERIOD,
                callback_periods=_PERIODS,
                device_id=device,
                backends=cards.ways,
                thread_prio=miniaudio.ThreadPriority.REALTIME,
                app_name="AccessReader",
            )
            self._called = time.monotonic()
            giving = self._give()
            next(giving)
            card.start(giving)
        except miniaudio.MiniaudioError:
            return Refused(missing=False)
        except KeyError:
            return Refused(missing=bool(cards.ids))
        self._card, self._ways = card, cards.ways
        return Opened(name or cards.usual)

    def _close(self) -> None:
        card, self._card = self._card, None
        self._ways = _ways()
        if card is not None:
            card.close()

    def _give(self) -> Generator[bytes, int, None]:
        count = yield b""
        while True:
            self._called = time.monotonic()
            count = yield self._track.give(count, self._called)


def _ways() -> list[miniaudio.Backend]:
    """All ways to the cards of this system but the one that throws sound away."""
    ways = sorted(miniaudio.get_enabled_backends(), key=lambda backend: backend.value)
    return [way for way in ways if way is not miniaudio.Backend.NULL]


_VOID: Final = b"auto_null"
"""The sink by which PulseAudio and PipeWire take sound that nobody hears, while there is no device."""


class _Listing(miniaudio.Devices):  # type: ignore[misc]
    """The devices, each with whether it is the system's own."""

    @property
    def way(self) -> miniaudio.Backend:
        return miniaudio.Backend(self._context.backend)

    def _get_info(self, _type: Any, info: Any) -> dict[str, Any]:
        by_pulse = self.way is miniaudio.Backend.PULSEAUDIO  # whose ids are names
        name = miniaudio.ffi.string(miniaudio.ffi.cast("char *", miniaudio.ffi.addressof(info.id))) if by_pulse else b""
        return {"usual": bool(info.isDefault), "void": name == _VOID}


class _Cards:
    """The devices by which one hears, as they are now, by the first of some ways that answers; none where none does."""

    def __init__(self, ways: list[miniaudio.Backend]) -> None:
        self.ways = ways
        found: list[dict[str, Any]] = []
        with contextlib.suppress(miniaudio.MiniaudioError):
            listing = _Listing(ways)
            self.ways = [listing.way]
            found = listing.get_playbacks()
        heard = [device for device in found if not device["void"]]
        self.ids: Final = {device["name"]: device["id"] for device in heard}
        self.usual: Final = next((device["name"] for device in heard if device["usual"]), "")
        self.are_void: Final = bool(found) and not heard
