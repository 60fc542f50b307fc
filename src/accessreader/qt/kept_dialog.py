"""The list of what was kept: what is typed is looked for in the whole texts, and the words stand in their place.

Why the search runs at once and on this thread: it takes some milliseconds, however much is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QWidget

from accessreader.errors import LibraryError
from accessreader.library.search import search
from accessreader.library.store import Library
from accessreader.library.values import Found, Hit, Wish
from accessreader.messages import _, long_date
from accessreader.qt.list_dialog import ListDialog
from accessreader.qt.rows import Row

SHOWN: Final = 50
"""How many pages the list shows at most."""


class KeptDialog(ListDialog):
    """The pages that are kept; what is typed into the field is looked for in their whole texts."""

    def __init__(self, library: Library, parent: QWidget) -> None:
        self.failed: Callable[[LibraryError], object] = lambda _error: None
        self._library = library
        self.found: Found = search(library, Wish(words="", at_most=SHOWN))
        super().__init__(_("What was kept"), [_row(hit) for hit in self.found.hits], parent, choice=_("Open"))

    def _filter(self, words: str) -> None:
        try:
            self.found = search(self._library, Wish(words=words, typing=True, at_most=SHOWN))
        except LibraryError as error:
            self.reject()
            self.failed(error)
            return
        self._filtering = True
        self.list.show_rows([_row(hit) for hit in self.found.hits])
        self._filtering = False
        self._tell()


def _row(hit: Hit) -> Row:
    day = long_date(hit.kept.published, hit.kept.language) if hit.kept.published else ""
    words = f"{hit.before}{hit.words}{hit.after}".strip()
    return Row(hit.kept.title or hit.kept.address, " · ".join(part for part in (words, day) if part))
