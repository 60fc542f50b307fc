"""`mend`: what could be the article of a page, and the reader's word on what is."""

from __future__ import annotations

import argparse

from accessreader.cli.session import Session
from accessreader.cli.terminal import say, table
from accessreader.errors import UsageError
from accessreader.messages import _, ngettext


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `mend` takes."""
    parser.add_argument("place", metavar="URL|FILE", help=_("an address, or a saved page"))
    parser.add_argument("--article", metavar="SELECTOR", help=_("this is the article, on every page of the site"))
    parser.add_argument("--keep", metavar="SELECTOR", help=_("this belongs to the article"))
    parser.add_argument("--remove", metavar="SELECTOR", help=_("this does not belong to the article"))
    parser.add_argument("--undo", action="store_true", help=_("forget what was said last of the site"))
    parser.add_argument("--undo-all", action="store_true", help=_("forget all that was said of the site"))


def mend(session: Session) -> int:
    """Write down what is said of a page's site, or take it back; with nothing said, list what could be the article.

    Raises:
        UsageError: something is said and taken back at once; or a selector is none, or finds nothing.
        ResourceFileError, StoreError: the reader's own file cannot be used, or be written.
        FetchError, NotAnArticleError: the page cannot be had.
    """
    options, road = session.options, session.services.road
    said = {name: value for name in ("article", "keep", "remove") if (value := getattr(options, name))}
    undo = options.undo or options.undo_all
    if said and undo:
        raise UsageError(_("Use --undo without other options."))
    if not said and not undo:
        say(table((one.selector, str(one.words), one.kind, one.start) for one in road.candidates(options.place)))
        return 0
    article = road.unmend(options.place, everything=options.undo_all) if undo else road.mend(options.place, **said)
    if article is None:
        session.tell(_("You have not mended this site."))
        return 0
    number = len(article.text.split())
    words = ngettext("{number} word", "{number} words", number).format(number=number)
    session.tell(_("The article is now “{title}”, {words}.").format(title=article.title, words=words))
    return 0
