"""`get`: pages read and written, one after another; a bad one never stops the rest."""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from accessreader.article import Article, Divider, Heading, ListItem, Run
from accessreader.cli.session import Session
from accessreader.cli.terminal import say
from accessreader.errors import AccessReaderError, FetchError, FetchReason, NotAnArticleError, UsageError
from accessreader.messages import _
from accessreader.touch import EMBOSSED, embossed
from accessreader.writers import WHOLE, WRITERS

_BETWEEN: Final = {"text": "\n" + "=" * 60 + "\n\n", "markdown": "\n* * *\n\n"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A page that was asked for: the place it is read from, and the address it had when it was saved, if told."""

    place: str
    address: str = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `get` takes."""
    parser.add_argument("places", nargs="*", metavar="URL|FILE", help=_("an address, or a saved page"))
    forms = (*WRITERS, *EMBOSSED)
    parser.add_argument("--as", dest="form", choices=forms, default="text", help=_("the form of the answer"))
    parser.add_argument(
        "--set", dest="settings", metavar="KEY=VALUE", action="append", default=[], help=_("a preference, this time")
    )
    parser.add_argument(
        "--from",
        dest="list",
        metavar="LIST",
        help=_("a file with an address or a file a line, after a tab its address; - for standard input"),
    )
    parser.add_argument("--removed", action="store_true", help=_("also what was taken out of the page, and why"))
    parser.add_argument("--demo", action="store_true", help=_("the newest page of the demonstration site"))


def get(session: Session) -> int:
    """Read every page that is asked for and write it; the answer is the exit code of the first failure, or 0.

    Raises:
        UsageError: nothing, or too much, is asked for.
        FetchError: the list cannot be read.
    """
    options = session.options
    if not options.places and not options.list and not options.demo:
        raise UsageError(_("Give an address, a saved page, or --from LIST."))
    if options.form in {*WHOLE, *EMBOSSED} and (options.list or len(options.places) + options.demo > 1):
        raise UsageError(_("One file of this form holds one page. Use --as jsonl for several."))
    code, between = 0, ""
    for asked in _asked(options):
        try:
            article = session.attempt(partial(_read, session, asked))
            written = session.attempt(partial(_written, session, article))
        except AccessReaderError as error:
            code = code or error.exit_code
            if options.form == "jsonl":
                say(_failure(asked, error))
            else:
                session.tell(str(error))
        else:
            say(between + written, exactly=options.form in EMBOSSED)
            if article.notice is not None:
                session.tell(article.notice.sentence())
            between = _BETWEEN.get(options.form, "")
    return code


def _asked(options: argparse.Namespace) -> Iterator[Asked]:
    """The pages that are asked for, in order; a list is read as it comes."""
    if options.demo:
        from accessreader.road import DEMO_FRONT  # noqa: PLC0415 - help needs none of it

        yield Asked(DEMO_FRONT)
    yield from (Asked(place) for place in options.places)
    if options.list == "-":
        yield from _listed(sys.stdin)
    elif options.list:
        try:
            with Path(options.list).open(encoding="utf-8-sig", errors="surrogateescape") as lines:
                yield from _listed(lines)
        except OSError as error:
            raise FetchError(options.list, FetchReason.NO_FILE) from error


def _listed(lines: Iterable[str]) -> Iterator[Asked]:
    for line in lines:
        place, _tab, address = line.strip("\r\n").partition("\t")
        if place.strip():
            yield Asked(place.strip(), address.strip())


def _read(session: Session, asked: Asked) -> Article:
    road = session.services.road
    if not asked.address:
        return road.article(asked.place)
    page = road.page(asked.place)
    return road.read(dataclasses.replace(page, url=asked.address, final_url=asked.address))


def _written(session: Session, article: Article) -> str:
    options = session.options
    if options.removed:
        article = with_removed(article)
    if options.form in EMBOSSED:
        return embossed(article, options.form, session.preferences(), session.folders)
    return WRITERS[options.form](article)


def with_removed(article: Article) -> Article:
    """The article with what was taken out of its page as a list after it; JSON has that anyway."""
    if not article.removed:
        return article
    items = tuple(
        ListItem((Run(f"{gone.reason.sentence()}: ", emphasis=True), Run(" ".join(gone.text.split()))))
        for gone in article.removed
    )
    heading = Heading(2, (Run(_("Taken out of the page")),))
    return dataclasses.replace(article, blocks=(*article.blocks, Divider(), heading, *items))


def _failure(asked: Asked, error: AccessReaderError) -> str:
    match error:
        case FetchError(reason=reason):
            code = reason.value
        case NotAnArticleError(why=why):
            code = why.value
        case _:
            code = type(error).__name__
    form = {"error": str(error), "reason": code, "url": asked.address or asked.place}
    return json.dumps(form, ensure_ascii=False) + "\n"


def print_article(session: Session, place: str) -> None:
    """Read one page and print it as text. Raises AccessReaderError."""
    say(WRITERS["text"](session.services.road.article(place)))
