"""A page: what came over the wire or out of a file, as text, before anything is made of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as text. `url` is what was asked for (normalised), `final_url` where it was found after redirects.

    `whole` is False when the connection broke and only the beginning came. `fetched` is in UTC. `kept` tells of a saved
    page where copies of its pictures and of the pages it leads to lie: an address in it → the copy's `file:` address.
    """

    url: str
    final_url: str
    html: str
    charset: str = "utf-8"
    fetched: dt.datetime | None = None
    status: int = 200
    etag: str = ""
    last_modified: str = ""
    whole: bool = True
    kept: Mapping[str, str] = field(default_factory=dict, hash=False)
