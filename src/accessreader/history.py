"""The pages read lately, newest first, and the place where the reader left each.

A file of JSON lines: `{"version": 1}`, then one page a line. It obeys no preference: whoever calls `remember` has asked
whether the reader wants it.

Why a place keeps some words of its text: a page that was edited meanwhile has moved them, and words are found again.
"""

from __future__ import annotations

import datetime as dt
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from accessreader.article import Position
from accessreader.errors import StoreError
from accessreader.safekeeping import set_aside, turn, write_whole

log = logging.getLogger(__name__)

FORMAT_VERSION: Final = 1
AT_MOST: Final = 50
WORDS: Final = 80
"""How many characters of the text after a place to keep with it, for `article.refound`."""

START: Final = Position()


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader stood in `sheet(article)`, and the text that followed, at most `WORDS` characters."""

    position: Position = START
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recent:
    """A page read lately; `when` is aware of its zone."""

    address: str
    title: str
    language: str
    when: dt.datetime
    place: Place = Place()


_Pages = tuple[Recent, ...]


class History:
    """The recent pages of one reader. Other processes may have the same file open: what they add is kept.

    Attributes:
        set_aside: where a damaged file was put, or None. What could be read of it is kept.
    """

    def __init__(self, path: Path) -> None:
        self.set_aside: Path | None = None
        self._path = path
        self._unsaved: _Pages = ()
        self._pages = self._read()

    def recent(self) -> _Pages:
        """The pages, newest first."""
        return self._pages

    def place_of(self, address: str) -> Place | None:
        """Where the reader stood in this page, or None if it is not remembered."""
        return next((page.place for page in self._pages if page.address == address), None)

    def remember(
        self,
        address: str,
        title: str,
        *,
        language: str = "en",
        place: Place | None = None,
        when: dt.datetime | None = None,
    ) -> None:
        """Put a page on top. Without a `place`, the one that is remembered for it stays.

        Raises:
            StoreError: it is remembered until the program ends, and could not be saved.
        """
        page = Recent(
            address=address,
            title=title,
            language=language,
            when=when or dt.datetime.now(dt.UTC),
            place=place or self.place_of(address) or Place(),
        )
        self._change(lambda pages: (page, *(other for other in pages if other.address != address)))

    def forget(self, address: str) -> None:
        """Forget one page. Raises StoreError as `remember`."""
        self._change(lambda pages: tuple(page for page in pages if page.address != address))

    def clear(self) -> None:
        """Forget all pages, those in damaged files that were set aside too. Raises StoreError as `remember`."""
        self._change(lambda _pages: ())
        for aside in self._path.parent.glob(f"{self._path.stem}.damaged-*{self._path.suffix}"):
            aside.unlink(missing_ok=True)
        self.set_aside = None

    def _change(self, change: Callable[[_Pages], _Pages]) -> None:
        try:
            with turn(self._path):
                pages = change(self._read())[:AT_MOST]
                lines = [json.dumps({"version": FORMAT_VERSION}), *(_dump(page) for page in pages)]
                write_whole(self._path, ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace"))
        except StoreError:
            self._pages = self._unsaved = change(self._pages)[:AT_MOST]
            raise
        self._pages, self._unsaved = pages, ()

    def _read(self) -> _Pages:
        """What the file says, and what is not in it yet; a damaged file is set aside, and its good lines are kept."""
        try:
            lines = self._path.read_bytes().splitlines()
        except (FileNotFoundError, NotADirectoryError):
            return self._unsaved
        except OSError as error:
            self._put_aside(error)
            return self._unsaved
        pages, fault = _loaded(lines)
        pages = (
            *self._unsaved,
            *(page for page in pages if page.address not in {old.address for old in self._unsaved}),
        )
        if fault is not None:
            self._put_aside(fault)
            self._unsaved = pages
        return pages

    def _put_aside(self, error: Exception) -> None:
        self.set_aside = set_aside(self._path)
        log.warning("%s is damaged (%r); set aside as %s", self._path, type(error).__name__, self.set_aside)


def _dump(page: Recent) -> str:
    form = {
        "address": page.address,
        "title": page.title,
        "language": page.language,
        "when": page.when.isoformat(),
        "block": page.place.position.block,
        "offset": page.place.position.offset,
        "words": page.place.words,
    }
    return json.dumps(form, ensure_ascii=False)


def _loaded(lines: list[bytes]) -> tuple[_Pages, Exception | None]:
    """The pages of a file's good lines, and what was wrong with a bad one."""
    pages: dict[str, Recent] = {}
    fault: Exception | None = None
    for line in lines:
        try:
            form = json.loads(line)
            if not isinstance(form, dict) or "version" not in form:
                page = _load(form)
                pages.setdefault(page.address, page)
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            fault = error
    return tuple(pages.values()), fault


def _load(form: dict[str, Any]) -> Recent:
    when = dt.datetime.fromisoformat(form["when"])
    block, offset = form.get("block", 0), form.get("offset", 0)
    texts = (form["address"], form.get("title", ""), form.get("language", "en"), form.get("words", ""))
    if not all(isinstance(text, str) for text in texts) or type(block) is not int or type(offset) is not int:
        raise TypeError(form["address"])
    address, title, language, words = texts
    place = Place(Position(max(0, block), max(0, offset)), words)
    return Recent(
        address=address,
        title=title,
        language=language,
        when=when if when.tzinfo else when.replace(tzinfo=dt.UTC),
        place=place,
    )
