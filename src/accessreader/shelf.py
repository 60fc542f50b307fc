"""Pages go into the library and come out of it: by their address there, and where a page does not come."""

from __future__ import annotations

import dataclasses
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Final

from accessreader.errors import FetchError, FetchReason, LibraryError, LibraryProblem
from accessreader.folders import Folders
from accessreader.messages import _
from accessreader.notice import Notice

if TYPE_CHECKING:
    from accessreader.article import Article
    from accessreader.library.store import Library
    from accessreader.library.values import Kept

log = logging.getLogger(__name__)

KEPT: Final = "kept:"
"""Before an address: the page as it was kept, whatever has become of it."""
_NOT_THE_SITES_FAULT: Final = {
    FetchReason.CANCELLED,
    FetchReason.NOT_ALLOWED,
    FetchReason.BAD_ADDRESS,
    FetchReason.NO_FILE,
}


def file_of(folders: Folders) -> Path:
    """Where the library lies."""
    return folders.data / "library.db"


def kept(library: Path | None, address: str) -> Article:
    """The newest text of a kept page; its address may have `kept:` before it. Raises LibraryError."""
    from accessreader.library.store import Library  # noqa: PLC0415 - loads when something kept is read

    address = address.removeprefix(KEPT)
    if library is None or not library.is_file():
        raise LibraryError(LibraryProblem.NOT_KEPT, address)
    with Library(library) as opened:
        return opened.article(address)


def keep(library: Library, article: Article, etag: str = "") -> tuple[Kept, str]:
    """Keep an article; what is kept now, and a sentence that says how. Raises LibraryError."""
    before = library.kept(article.url).versions if article.url in library else 0
    one = library.keep(article, etag=etag)
    if not before:
        said = _("Kept: {title}")
    elif one.versions == before:
        said = _("Kept before, and its text is the same: {title}")
    else:
        said = _("The text has changed, and is kept beside the former one: {title}")
    return one, said.format(title=one.title)


def instead(library: Path | None, error: FetchError) -> Article:
    """The kept copy of a page that did not come, which says so of itself.

    Raises:
        FetchError: this error, where the page is not kept or could not have come at all.
    """
    if error.reason in _NOT_THE_SITES_FAULT:
        raise error
    try:
        article = kept(library, error.url)
    except LibraryError as unkept:
        log.info("not kept either: %r", unkept)
        raise error from unkept
    return dataclasses.replace(article, notice=Notice.KEPT)
