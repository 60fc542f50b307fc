"""Whose fault it was: reasons read from a status, a failed name and the network of this machine."""

from __future__ import annotations

import socket
from typing import Final

from accessreader.errors import FetchReason

_STATUSES: Final = {
    401: FetchReason.FORBIDDEN,
    402: FetchReason.FORBIDDEN,
    403: FetchReason.FORBIDDEN,
    404: FetchReason.NOT_FOUND,
    407: FetchReason.PROXY,
    410: FetchReason.HOST_GONE,
    429: FetchReason.FORBIDDEN,
    451: FetchReason.FORBIDDEN,
}


def status_reason(status: int) -> FetchReason | None:
    """Why an answer with this status is no page; None when it is one."""
    return None if 200 <= status < 300 else _STATUSES.get(status, FetchReason.SERVER)


def name_reason(number: int, *, connected: bool) -> FetchReason:
    """Why a name was not resolved: nobody could be asked (OFFLINE), or there is no such name (HOST_UNKNOWN)."""
    if not connected or number == socket.EAI_AGAIN:
        return FetchReason.OFFLINE
    return FetchReason.HOST_UNKNOWN


def connected() -> bool:
    """Whether this machine has a way to anywhere but itself. Nothing is sent.

    Connecting a datagram socket only chooses a route; the addresses are those kept for documentation (RFC 5737, 3849).
    """
    for family, address in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as probe:
                probe.connect((address, 9))
        except OSError:
            continue
        return True
    return False
