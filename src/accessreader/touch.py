"""How a reader likes to read by touch: their preferences and tables, made into what braille is told.

It stands between the shells and `braille`, which knows of no preferences. Nothing of `braille` is loaded before it is
needed: who does not read by touch pays nothing.
"""

from __future__ import annotations

import logging
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from accessreader.article import Article
from accessreader.errors import StoreError
from accessreader.folders import Folders
from accessreader.preferences import Preferences

if TYPE_CHECKING:
    from accessreader.braille.writing import Writer

log = logging.getLogger(__name__)

EMBOSSED: Final = ("brf", "pef")
"""The forms in which an article is embossed, by name: that of the command line, and the ending of the file."""


def contracted(preferences: Preferences) -> tuple[str, ...]:
    """The languages that are to be contracted."""
    return tuple(language for language in ("ru", "en") if getattr(preferences, f"braille_contracted_{language}"))


def writer(preferences: Preferences, places: Folders) -> Writer:
    """What writes braille for this reader; the same one as long as they prefer the same.

    Raises:
        BrailleError: there is no liblouis on this computer, or none of its tables.
    """
    return _writer(contracted(preferences), places.config / "braille")


@lru_cache(maxsize=4)
def _writer(languages: tuple[str, ...], own: Path) -> Writer:
    from accessreader.braille.louis import louis  # noqa: PLC0415
    from accessreader.braille.tables import load_tables  # noqa: PLC0415
    from accessreader.braille.writing import Writer  # noqa: PLC0415

    tables, refused = load_tables(own)
    for error in refused:
        log.warning("%s", error)
    return Writer(louis(), tables, languages)


def embossed(article: Article, form: str, preferences: Preferences, places: Folders) -> str:
    """An article as a file for an embosser or a display; `form` is one of `EMBOSSED`.

    Raises:
        BrailleError: there is no liblouis on this computer, or it failed.
    """
    from accessreader.braille.brf import write_brf  # noqa: PLC0415
    from accessreader.braille.pages import PageSize, pages_of  # noqa: PLC0415
    from accessreader.braille.pef import write_pef  # noqa: PLC0415

    size = PageSize(round(preferences.braille_row_cells), round(preferences.braille_page_rows))
    pages = pages_of(article, writer(preferences, places), size)
    return write_brf(pages) if form == "brf" else write_pef(article, pages, size)


def emboss(article: Article, path: Path, preferences: Preferences, places: Folders) -> None:
    """Write an article into a file, in the form that its ending names.

    Raises:
        BrailleError: there is no liblouis on this computer, or it failed.
        StoreError: the file cannot be written.
    """
    form = path.suffix.lower().removeprefix(".")
    content = embossed(article, form, preferences, places).encode("utf-8")
    try:
        path.write_bytes(content)
    except OSError as error:
        raise StoreError(str(path), error.strerror or str(error)) from error
