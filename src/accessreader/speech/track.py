"""The samples that are to be heard, in a row, and how far they have been.

::

    clear ─┐  add ──────────────────────────┐
           │ ▒▒▒▒▒▒▒▒▒▒▒▒▒░░░░░░░░░░░░░░░░░░│      every sample has its number, and no number is used twice
                     ▲    ▲                 ▲
                  heard  given             end

A sound card's thread takes samples with `give`; all else is called by the one who decides. What is given cannot be had
back, and is heard a moment later. Hushed, it gives silence and moves no further: pausing loses no sample and repeats
none, whatever the card does.

Why a lock, the only one: shortening must know for certain what the card's thread has not taken yet.
"""

from __future__ import annotations

import threading
from collections import deque
from typing import Final

from accessreader.speech.sound import WIDTH

_REMEMBERED: Final = 64
"""Gifts whose times are kept: more than any card has in its buffer."""


class Track:
    """Samples (signed, 16 bits, one channel) at `rate` a second, heard `delay` seconds after they were given."""

    def __init__(self, rate: int, delay: float) -> None:
        self.rate: Final = rate
        self._delay = delay
        self._lock = threading.Lock()
        self._pieces: deque[memoryview] = deque()
        self._given = 0
        self._end = 0
        self._hushed = False
        self._gifts: deque[tuple[float, int, int]] = deque(maxlen=_REMEMBERED)
        self._busy_until = 0.0

    @property
    def given(self) -> int:
        """The number of the sample that is given next."""
        return self._given

    @property
    def hushed(self) -> bool:
        """Whether silence is given instead of samples."""
        return self._hushed

    @hushed.setter
    def hushed(self, hushed: bool) -> None:
        self._hushed = hushed

    def add(self, samples: bytes) -> int:
        """Put samples behind all others; answers the number of the first."""
        with self._lock:
            first = self._end
            if samples:
                self._pieces.append(memoryview(samples))
                self._end += len(samples) // WIDTH
            return first

    def clear(self) -> None:
        """Forget all that was not given yet."""
        with self._lock:
            self._pieces.clear()
            self._given = self._end

    def shorten(self, end: int) -> bool:
        """Forget what stands at `end` and behind it; False, and nothing is done, where some of it was given already."""
        with self._lock:
            if end < self._given:
                return False
            while self._end > end:
                piece = self._pieces.pop()
                begun = self._end - len(piece) // WIDTH
                self._end = begun
                if begun < end:
                    self._pieces.append(piece[: (end - begun) * WIDTH])
                    self._end = end
            return True

    def give(self, count: int, now: float) -> bytes:
        """So many samples, at the time `now`: those next in the row, and silence where there are none."""
        parts: list[memoryview] = []
        with self._lock:
            first, wanted = self._given, 0 if self._hushed else count
            while wanted and self._pieces:
                piece = self._pieces[0]
                part = piece[: wanted * WIDTH]
                parts.append(part)
                wanted -= len(part) // WIDTH
                if len(part) == len(piece):
                    self._pieces.popleft()
                else:
                    self._pieces[0] = piece[len(part) :]
            samples = b"".join(parts)
            # A card that asks for two pieces at once plays the second after the first.
            begins = min(max(now, self._busy_until), now + self._delay)
            self._busy_until = begins + count / self.rate
            if samples:
                self._given = first + len(samples) // WIDTH
                self._gifts.append((begins, first, len(samples) // WIDTH))
        return samples + bytes(count * WIDTH - len(samples))

    def heard(self, now: float) -> int:
        """The number of the sample that is being heard at the time `now`, or of the next while there is silence."""
        moment = now - self._delay
        with self._lock:
            for begins, first, count in reversed(self._gifts):
                if begins <= moment:
                    return first + min(count, int((moment - begins) * self.rate))
            return self._gifts[0][1] if self._gifts else self._given
