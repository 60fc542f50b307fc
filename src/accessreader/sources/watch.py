"""Patience with a bound: how long, how much and how far a fetch may go, and when it must stop.

Why a reader of our own under the HTTP answer: a time-out of a socket starts anew with every byte, so a server that
sends a byte now and then could hold us for hours, and a person who pressed *Stop* would wait for the next one. Here
every wait is cut into short slices; between them the deadline and the person are asked.
"""

from __future__ import annotations

import http.client
import io
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from accessreader.errors import FetchError, FetchReason
from accessreader.sources.address import host_of

MEGABYTE: Final = 1024 * 1024
_SLICE: Final = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a fetch may take: seconds, steps and bytes (after unpacking)."""

    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    longest_pause: float = 5.0
    redirects: int = 5
    retries: int = 2
    page_bytes: int = 5 * MEGABYTE


class Watch:
    """Looks at the clock and at the person. `url` is the address asked at the moment, for the sentence."""

    def __init__(self, url: str, limits: Limits, stop: Callable[[], bool] | None = None) -> None:
        self.url = url
        self.limits = limits
        self._stop = stop
        self._deadline = time.monotonic() + limits.total

    @property
    def remaining(self) -> float:
        """Seconds until the whole must have ended; never negative."""
        return max(0.0, self._deadline - time.monotonic())

    def failure(self, reason: FetchReason, *, status: int = 0, limit: int = 0, kind: str = "") -> FetchError:
        """The error to raise about the address asked at the moment; `limit` in bytes."""
        megabytes = -(-limit // MEGABYTE)
        return FetchError(self.url, reason, host=host_of(self.url), status=status, limit=megabytes, kind=kind)

    def check(self) -> None:
        """Go on, or raise.

        Raises:
            FetchError: CANCELLED by the person, or TOO_SLOW over all.
        """
        if self._stop is not None and self._stop():
            raise self.failure(FetchReason.CANCELLED)
        if not self.remaining:
            raise self.failure(FetchReason.TOO_SLOW)

    def sleep(self, seconds: float) -> None:
        """Wait, but not past the deadline or the person's patience."""
        wake = time.monotonic() + seconds
        while (left := wake - time.monotonic()) > 0:
            self.check()
            time.sleep(min(_SLICE, left))

    def receive(self, connection: socket.socket, buffer: memoryview) -> int:
        """As `recv_into`, in slices; 0 at the end.

        Raises:
            FetchError: CANCELLED, or TOO_SLOW when nothing came for `limits.read` seconds.
        """
        patience = time.monotonic() + self.limits.read
        while True:
            self.check()
            connection.settimeout(_SLICE)
            try:
                return connection.recv_into(buffer)
            except TimeoutError as error:
                if time.monotonic() >= patience:
                    raise self.failure(FetchReason.TOO_SLOW) from error


class _PatientStream(io.RawIOBase):
    """The socket's bytes under watch. Closes the stream it took the place of, which holds the socket."""

    def __init__(self, connection: socket.socket, watch: Watch, replaced: io.BufferedIOBase) -> None:
        super().__init__()
        self._connection = connection
        self._watch = watch
        self._replaced = replaced

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        return self._watch.receive(self._connection, buffer)

    def close(self) -> None:
        self._replaced.close()
        super().close()


class WatchedAnswer(http.client.HTTPResponse):
    """An HTTP answer whose status line, headers and body all arrive under watch."""

    def __init__(self, sock: socket.socket, debuglevel: int = 0, method: str | None = None, *, watch: Watch) -> None:
        super().__init__(sock, debuglevel, method)
        self.fp = io.BufferedReader(_PatientStream(sock, watch, self.fp))
