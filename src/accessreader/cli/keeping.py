"""`keep`, `search` and `library`: what the reader keeps on this computer, and what is in it."""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from accessreader import shelf
from accessreader.cli.session import Session
from accessreader.cli.terminal import say
from accessreader.errors import AccessReaderError, LibraryError, LibraryProblem, UsageError
from accessreader.language import LANGUAGES
from accessreader.messages import _, ngettext

if TYPE_CHECKING:
    from accessreader.library.store import Library
    from accessreader.library.values import Found, Hit, Kept

_FORMS: Final = ("text", "json")


def _takes_form(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--as", dest="form", choices=_FORMS, default="text", help=_("the form of the answer"))


def add_keep_arguments(parser: argparse.ArgumentParser) -> None:
    """What `keep` takes."""
    parser.add_argument("places", nargs="+", metavar="URL|FILE", help=_("an address, or a saved page"))
    _takes_form(parser)


def add_search_arguments(parser: argparse.ArgumentParser) -> None:
    """What `search` takes."""
    parser.add_argument(
        "words", nargs="*", metavar="WORDS", help=_("all of them must be there; a phrase in quotation marks")
    )
    parser.add_argument(
        "--in", dest="tongue", choices=tuple(LANGUAGES), default="", help=_("articles in this language")
    )
    parser.add_argument("--source", metavar="SITE", default="", help=_("articles of this site: its name or its host"))
    parser.add_argument("--person", metavar="NAME", default="", help=_("articles by this author"))
    parser.add_argument("--since", metavar="DAY", help=_("published on this day or later, as 2026-09-01"))
    parser.add_argument("--until", metavar="DAY", help=_("published on this day or earlier"))
    parser.add_argument("--at-most", type=int, default=20, metavar="N", help=_("how many are listed; 20 if not told"))
    _takes_form(parser)


def add_library_arguments(parser: argparse.ArgumentParser) -> None:
    """What `library` takes."""
    parser.add_argument(
        "deed",
        choices=tuple(_DEEDS),
        help=_("check: is it whole; backup: copy it into a file; repair: save what can be read; list; forget pages"),
    )
    parser.add_argument(
        "places", nargs="*", metavar="FILE|URL", help=_("the file of the copy, or the addresses to forget")
    )
    _takes_form(parser)


def _library(session: Session) -> Library:
    from accessreader.library.store import Library  # noqa: PLC0415 - help needs none of it

    return Library(shelf.file_of(session.folders))


def keep(session: Session) -> int:
    """Read every page that is named and keep it; the answer is the exit code of the first failure, or 0."""
    code = 0
    kept: list[Kept] = []
    with _library(session) as library:
        for place in session.options.places:
            try:
                one, how = session.attempt(partial(_kept, session, library, place))
            except AccessReaderError as error:
                code = code or error.exit_code
                session.tell(str(error))
                continue
            kept.append(one)
            if session.options.form == "text":
                say(f"{how}\n")
    if session.options.form == "json":
        say(_json([_kept_form(one) for one in kept]))
    return code


def _kept(session: Session, library: Library, place: str) -> tuple[Kept, str]:
    """What is kept now, and how that is said."""
    road = session.services.road
    page = road.page(place)
    return shelf.keep(library, road.read(page), page.etag or "")


def search(session: Session) -> int:
    """Look for words in everything that is kept, and list where they are.

    Raises:
        UsageError: nothing is asked for, or a day is none.
        LibraryError: the library cannot be read.
    """
    from accessreader.library.search import search as search_in  # noqa: PLC0415 - help needs none of it
    from accessreader.library.values import Manner, Wish  # noqa: PLC0415

    options = session.options
    wish = Wish(
        words=" ".join(options.words),
        language=options.tongue,
        source=options.source,
        person=options.person,
        since=_day(options.since),
        until=_day(options.until),
        at_most=max(1, options.at_most),
    )
    if wish == Wish(words="", at_most=wish.at_most):
        raise UsageError(_("Say what to look for: words, or one of the options."))
    with _library(session) as library:
        found = search_in(library, wish)
    if options.form == "json":
        say(_json(_found_form(found)))
        return 0
    if found.manner is Manner.KEYBOARD:
        said = _("Nothing is kept with {typed}. This is what there is with {words}:")
        session.tell(said.format(typed=wish.words, words=found.words))
    say("".join(map(_shown, found.hits)))
    session.tell(_count(found))
    return 0


def _count(found: Found) -> str:
    if not found.matched:
        return _("Nothing was found.")
    if found.more:
        return _("More than {number} pages found; the best of those kept last are listed.").format(number=found.matched)
    said = ngettext("{number} page found.", "{number} pages found.", found.matched)
    return said.format(number=found.matched)


def _day(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError(_("Write a day as 2026-09-01, not {text}.").format(text=text)) from error


def _shown(hit: Hit) -> str:
    """A hit for reading: day and title, the words in their place, the address; an empty line after."""
    words = f"{hit.before}*{hit.words}*{hit.after}" if hit.words else hit.after
    return "\n".join(part for part in (_named(hit.kept), words.strip(), hit.kept.address) if part) + "\n\n"


def _named(kept: Kept) -> str:
    day = f"{kept.published:%Y-%m-%d}  " if kept.published is not None else ""
    return day + kept.title


def library(session: Session) -> int:
    """Look after the library; the answer is the exit code.

    Raises:
        UsageError: the deed lacks what it needs.
        LibraryError: it cannot be done.
    """
    return _DEEDS[session.options.deed](session)


def _check(session: Session) -> int:
    from accessreader.library.upkeep import check  # noqa: PLC0415 - help needs none of it

    with _library(session) as library:
        complaints = check(library)
        number = len(library)
    for complaint in complaints:
        session.tell(complaint)
    if complaints:
        raise LibraryError(LibraryProblem.DAMAGED, str(shelf.file_of(session.folders)))
    said = ngettext("The library is whole: {number} page.", "The library is whole: {number} pages.", number)
    say(said.format(number=number) + "\n")
    return 0


def _backup(session: Session) -> int:
    from accessreader.library.upkeep import backup  # noqa: PLC0415 - help needs none of it

    if len(session.options.places) != 1:
        raise UsageError(_("Name the file for the copy: accessreader library backup FILE"))
    to = Path(session.options.places[0])
    with _library(session) as library:
        backup(library, to)
    say(_("The copy is {path}.").format(path=to) + "\n")
    return 0


def _repair(session: Session) -> int:
    from accessreader.library.upkeep import repair  # noqa: PLC0415 - help needs none of it

    saved = repair(shelf.file_of(session.folders))
    said = _(
        "Saved: {articles} pages, {texts} texts, {marks} notes and marks. Lost: {lost}. The old library is {path}."
    )
    numbers = {"articles": saved.articles, "texts": saved.texts, "marks": saved.marks, "lost": saved.lost}
    say(said.format(path=saved.aside, **numbers) + "\n")
    return 0


def _list(session: Session) -> int:
    with _library(session) as library:
        kept = library.newest(len(library) or 1)
    if session.options.form == "json":
        say(_json([_kept_form(one) for one in kept]))
    else:
        say("".join(f"{_named(one)}\n{one.address}\n\n" for one in kept))
    return 0


def _forget(session: Session) -> int:
    code = 0
    if not session.options.places:
        raise UsageError(_("Name the addresses to forget: accessreader library forget URL"))
    with _library(session) as library:
        for place in session.options.places:
            try:
                library.forget(place)
            except LibraryError as error:
                if error.problem is not LibraryProblem.NOT_KEPT:
                    raise
                code = code or error.exit_code
                session.tell(str(error))
    return code


_DEEDS: Final[Mapping[str, Callable[[Session], int]]] = {
    "check": _check,
    "backup": _backup,
    "repair": _repair,
    "list": _list,
    "forget": _forget,
}


def _json(form: object) -> str:
    return json.dumps(form, ensure_ascii=False, indent=2) + "\n"


def _kept_form(kept: Kept) -> dict[str, Any]:
    return {
        "url": kept.address,
        "title": kept.title,
        "language": kept.language,
        "site": kept.site,
        "published": kept.published.isoformat() if kept.published else None,
        "kept": kept.kept.isoformat(),
        "fetched": kept.fetched.isoformat(),
        "read": kept.read,
        "changed": kept.changed,
        "versions": kept.versions,
    }


def _found_form(found: Found) -> dict[str, Any]:
    hits = [
        _kept_form(hit.kept)
        | {"before": hit.before, "words": hit.words, "after": hit.after}
        | {"span": dataclasses.asdict(hit.span) if hit.span else None}
        for hit in found.hits
    ]
    said = {"words": found.words, "manner": found.manner.value, "matched": found.matched, "more": found.more}
    return said | {"hits": hits}
