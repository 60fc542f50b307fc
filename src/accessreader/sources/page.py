"""A page: what came over the wire or out of a file, as text, before anything is made of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as text. `url` is what was asked for (normalised), `final_url` where it was found after redirects.

    `whole` is False when the connection broke and only the beginning came. `fetched` is in UTC.
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
