"""`headlines`: what a list of news, a feed or a sitemap lists, page after page."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from accessreader.cli.session import Session
from accessreader.cli.terminal import say
from accessreader.errors import AccessReaderError, UsageError
from accessreader.messages import _

if TYPE_CHECKING:
    from accessreader.sources.headline import Headline, Headlines

_FORMS = ("text", "json", "jsonl")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `headlines` takes."""
    parser.add_argument("place", metavar="URL|FILE", help=_("the address of a list of news, a feed or a sitemap"))
    parser.add_argument("--as", dest="form", choices=_FORMS, default="text", help=_("the form of the answer"))
    parser.add_argument(
        "--pages", type=int, default=1, metavar="N", help=_("how many pages of the list; one if not told")
    )


def headlines(session: Session) -> int:
    """Read a list, and the pages after it, and write what they list; the answer is the exit code.

    A page that does not come ends the list; what came before it is written, and the code is that of the failure.

    Raises:
        UsageError: fewer than one page is asked for.
        AccessReaderError: the first page did not come, or lists nothing.
    """
    options = session.options
    if options.pages < 1:
        raise UsageError(_("--pages takes a number from 1."))
    if options.form == "json":
        return _whole(session)
    code, seen = 0, set[str]()
    for page in _pages(session):
        if isinstance(page, AccessReaderError):
            session.tell(str(page))
            code = page.exit_code
            continue
        for item in page.items:
            if item.url not in seen:
                seen.add(item.url)
                say(_line(item) if options.form == "jsonl" else _shown(item))
    return code


def _pages(session: Session) -> Iterator[Headlines | AccessReaderError]:
    """The pages of the list that are asked for; in the place of one that does not come, why."""
    address: str = session.options.place
    been: set[str] = set()
    for number in range(session.options.pages):
        try:
            found = session.attempt(partial(session.services.road.headlines, address))
        except AccessReaderError as error:
            if not number:
                raise
            yield error
            return
        yield found
        been |= {address, found.url}
        address = found.next_page
        if not address or address in been:
            return


def _whole(session: Session) -> int:
    """All pages as one list."""
    code = 0
    form: dict[str, Any] = {}
    for page in _pages(session):
        if isinstance(page, AccessReaderError):
            session.tell(str(page))
            code = page.exit_code
            break
        known = {item["url"] for item in form.get("items", ())}
        items = [*form.get("items", ()), *(_form(item) for item in page.items if item.url not in known)]
        first = form or {"title": page.title, "url": page.url, "kind": page.kind.value}
        form = {**first, "next_page": page.next_page, "items": items}
    say(json.dumps(form, ensure_ascii=False, indent=2) + "\n")
    return code


def _shown(item: Headline) -> str:
    """A headline for reading: day and title, the lead, the address; an empty line after."""
    day = f"{item.published:%Y-%m-%d}  " if item.published is not None else ""
    return "\n".join(part for part in (day + item.title, item.lead, item.url) if part) + "\n\n"


def _line(item: Headline) -> str:
    return json.dumps(_form(item), ensure_ascii=False) + "\n"


def _form(item: Headline) -> dict[str, Any]:
    return {
        "title": item.title,
        "url": item.url,
        "published": item.published.isoformat() if item.published is not None else None,
        "lead": item.lead,
        "picture": item.picture,
    }
