"""Unpack gzip and deflate as they arrive, never further than a limit.

A kilobyte may unpack to a gigabyte, so the output is asked for in measured portions and the rest is never made.
"""

from __future__ import annotations

import zlib
from typing import Final

GZIP_MAGIC: Final = b"\x1f\x8b"
_GZIP, _ZLIB, _RAW = 31, 15, -15


class Unpacker:
    """Bytes as sent → bytes as meant, for the value of a Content-Encoding header (the last named is undone first)."""

    def __init__(self, encodings: str, limit: int) -> None:
        """Prepare for at most `limit` bytes a stage.

        Raises:
            ValueError: an encoding that we did not ask for.
        """
        names = [
            name for name in (part.strip().lower() for part in encodings.split(",")) if name not in {"", "identity"}
        ]
        if len(names) > 3 or not {"gzip", "x-gzip", "deflate"}.issuperset(names):
            raise ValueError(encodings)
        self._stages = [_Stage(gzip=name != "deflate", limit=limit) for name in reversed(names)]

    @property
    def packed(self) -> bool:
        """Whether there is anything to unpack."""
        return bool(self._stages)

    @property
    def overflowed(self) -> bool:
        """Whether more came out than the limit; what follows is then lost."""
        return any(stage.made > stage.limit for stage in self._stages)

    @property
    def whole(self) -> bool:
        """Whether every packed stream has come to its end."""
        return all(stage.whole for stage in self._stages)

    def feed(self, arrived: bytes) -> bytes:
        """What these bytes unpack to; `overflowed` tells when it was cut.

        Raises:
            zlib.error: the stream is broken.
        """
        for stage in self._stages:
            arrived = stage.feed(arrived)
        return arrived


class _Stage:
    def __init__(self, *, gzip: bool, limit: int) -> None:
        self.limit = limit
        self.made = 0
        self._gzip = gzip
        self._waiting = b""
        self._stream: zlib._Decompress | None = None
        self._members = 0
        self._plain = False

    @property
    def whole(self) -> bool:
        return self._stream is None and (self._plain or self._members > 0 or not self._waiting)

    def feed(self, arrived: bytes) -> bytes:
        self._waiting += arrived
        out = bytearray()
        while self._waiting and self.made <= self.limit:
            if self._stream is None and not self._begin():
                break
            self._step(out)
        return bytes(out)

    def _begin(self) -> bool:
        """Open the next stream; False while its first bytes have not come, or when only rubbish follows."""
        if self._plain:
            return True
        if len(self._waiting) < 2:
            return False
        if self._members and not (self._gzip and self._waiting.startswith(GZIP_MAGIC)):
            self._waiting = b""
            return False
        # Some servers name an encoding and then do not use it.
        if self._gzip and not self._waiting.startswith(GZIP_MAGIC):
            self._plain = True
        else:
            self._stream = zlib.decompressobj(_GZIP if self._gzip else _deflate_manner(self._waiting))
        return True

    def _step(self, out: bytearray) -> None:
        if self._stream is None:
            portion, self._waiting = self._waiting, b""
        else:
            portion = self._stream.decompress(self._waiting, self.limit + 1 - self.made)
            self._waiting = self._stream.unconsumed_tail
            if self._stream.eof:
                self._waiting = self._stream.unused_data
                self._stream = None
                self._members += 1
        self.made += len(portion)
        out += portion


def _deflate_manner(start: bytes) -> int:
    """With a zlib header, as the standard says, or without, as some servers understood it."""
    headed = start[0] & 0x0F == 8 and int.from_bytes(start[:2], "big") % 31 == 0
    return _ZLIB if headed else _RAW
