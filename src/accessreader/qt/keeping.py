"""Keep the page that is open, and search what was kept: Enter opens the kept page where the words stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from accessreader import shelf
from accessreader.article import Article, Position
from accessreader.errors import LibraryError
from accessreader.messages import _
from accessreader.qt.window import Window


def keeping_deeds(window: Window) -> Mapping[str, Callable[[], object]]:
    """A function for each command, by its name."""
    return {"keep": partial(keep, window), "search-kept": partial(search_kept, window)}


def keep(window: Window) -> None:
    """Keep the page that is open, and say so."""
    article = window.article
    if article is None or not article.url:
        window.say(_("No page is open."))
        return
    path = shelf.file_of(window.services.folders)
    window.jobs.run(lambda _job: _kept(path, article), then=window.say, otherwise=window.explain)


def _kept(path: Path, article: Article) -> str:
    from accessreader.library.store import Library  # noqa: PLC0415 - a window should not wait for it

    with Library(path) as library:
        return shelf.keep(library, article)[1]


def search_kept(window: Window) -> None:
    """Open the list of what was kept; where nothing is, say so."""
    from accessreader.library.store import Library  # noqa: PLC0415 - a window should not wait for it
    from accessreader.qt.kept_dialog import KeptDialog  # noqa: PLC0415

    path = shelf.file_of(window.services.folders)
    try:
        library = Library(path) if path.is_file() else None
    except LibraryError as error:
        window.explain(error)
        return
    if library is None or not len(library):
        window.say(_("Nothing is kept yet. Keep a page with the command in the menu Page."))
        return
    dialog = KeptDialog(library, window)

    def go(number: int) -> None:
        hit = dialog.found.hits[number]
        place = Position(hit.span.block, hit.span.start) if hit.span is not None else None
        window.open(shelf.KEPT + hit.kept.address, place)

    dialog.chosen.connect(go)
    dialog.finished.connect(library.close)
    dialog.failed = window.explain
    dialog.open()
