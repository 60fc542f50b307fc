"""What the library answers with: values, frozen."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from accessreader.article import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An article that is kept.

    `changed` says that a newer text came since it was read; `fetched` is when its newest text first came, `kept` when
    its first one did. Times are UTC.
    """

    address: str
    title: str
    language: str
    site: str
    published: dt.date | None
    kept: dt.datetime
    fetched: dt.datetime
    read: bool
    changed: bool
    versions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """One text of an article as it came: `fetched` first, `seen` last, both UTC; `digest` is its SHA-256."""

    number: int
    fetched: dt.datetime
    seen: dt.datetime
    etag: str
    digest: str


class MarkKind(StrEnum):
    """What a reader puts on a text."""

    BOOKMARK = "bookmark"
    HIGHLIGHT = "highlight"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Mark:
    """A bookmark, highlight or note, at its place in the newest text.

    `number` names it; `words` are those it was put on, which may be gone; `note` is what the reader wrote.
    """

    number: int
    kind: MarkKind
    span: Span
    words: str
    note: str
    made: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is looked for. Words in quotation marks are a phrase; empty filters are none.

    `typing` is while the last word is still being written; days are those of publishing, both included.
    """

    words: str
    language: str = ""
    source: str = ""
    person: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    typing: bool = False
    at_most: int = 20


class Manner(StrEnum):
    """In which way the words were found."""

    AS_WRITTEN = "as-written"
    ENDINGS = "endings"
    KEYBOARD = "keyboard"


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that holds the words: where, in `sheet(article)`, and the text around; no span for a filter alone."""

    kept: Kept
    span: Span | None
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, the best first.

    `words` are those that were looked for in the end, `manner` how; `matched` is how many articles match, as far as
    they were counted, and `more` says that there are more than that.
    """

    hits: tuple[Hit, ...]
    matched: int
    more: bool
    words: str
    manner: Manner
