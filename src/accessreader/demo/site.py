"""The demonstration site's server: on the loopback alone, on a free port, gone with the program.

with DemoSite() as site:
    page = fetch(site.first("kk"))
"""

from __future__ import annotations

import hashlib
import logging
import re
import socketserver
import threading
from dataclasses import dataclass
from datetime import UTC, datetime, time
from email.utils import format_datetime, parsedate_to_datetime
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Final, Self
from urllib.parse import parse_qs, urlsplit

from accessreader import resources
from accessreader.demo import items, markup, pages
from accessreader.demo.items import CULTURES, culture_of

_log = logging.getLogger(__name__)

_OPENED: Final = datetime(2026, 9, 1, 9, tzinfo=UTC)
_ITEM: Final = re.compile(r"/([a-z]{2}-[A-Z]{2})/(news|pages)/details/(\d{1,9})")
_PLACE: Final = re.compile(r"/([a-z]{2}-[A-Z]{2})(?:/(news|gone))?/?")
_STOP_WITHIN: Final = 0.1
"""Seconds between two looks at whether the server is to stop."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What is sent: `place` for a redirection, `kind` for the content's type."""

    status: HTTPStatus
    content: bytes = b""
    kind: str = "text/html; charset=utf-8"
    changed: datetime = _OPENED
    place: str = ""

    @property
    def tag(self) -> str:
        return f'"{hashlib.blake2b(self.content, digest_size=12).hexdigest()}"'


@cache
def _pictures() -> dict[str, str]:
    """The resource behind each picture's address."""
    return {
        markup.picture_address(name.rpartition("/")[2].removesuffix(".png")): name
        for name in resources.names("demo/pictures", ".png")
    }


def _item_answer(culture: str, kind: str, number: int) -> _Answer | None:
    item = items.item("page" if kind == "pages" else "news", number, CULTURES[culture])
    if item is None:
        return None
    noon = time(12, tzinfo=UTC)
    return _Answer(
        HTTPStatus.OK,
        pages.article(item, culture).encode(),
        changed=datetime.combine(item.published, noon),
    )


def _list_answer(culture: str, query: str) -> _Answer | None:
    number = parse_qs(query).get("p", ["1"])[0]
    page = pages.listing(culture, int(number)) if re.fullmatch(r"[0-9]{1,6}", number) else None
    return None if page is None else _Answer(HTTPStatus.OK, page.encode())


def _missing(culture: str) -> _Answer:
    return _Answer(HTTPStatus.NOT_FOUND, pages.absence(culture, "missing").encode())


def _place_answer(path: str, query: str) -> _Answer:
    """What stands at a path under one of the cultures; in Kazakh that there is nothing, elsewhere."""
    found = _ITEM.fullmatch(path) or _PLACE.fullmatch(path)
    if found is None or found[1] not in CULTURES:
        return _missing(culture_of("kk"))
    culture, place = found[1], found[2]
    if place is None:
        return _Answer(HTTPStatus.FOUND, place=f"/{culture}/news")
    if place == "gone":
        return _Answer(HTTPStatus.GONE, pages.absence(culture, "gone").encode())
    if found.re is _ITEM:
        return _item_answer(culture, place, int(found[3])) or _missing(culture)
    return _list_answer(culture, query) or _missing(culture)


def _answer(target: str) -> _Answer:
    """What the site says to a request's target (path and query)."""
    parts = urlsplit(target)
    if parts.path == "/":
        return _Answer(HTTPStatus.FOUND, place=f"/{culture_of('kk')}/news")
    if name := _pictures().get(parts.path):
        return _Answer(HTTPStatus.OK, resources.read_bytes(name), kind="image/png")
    return _place_answer(parts.path, parts.query)


class _Visit(BaseHTTPRequestHandler):
    """One request.

    Why HTTP/1.0: a connection kept alive would outlive the server that was told to stop.
    """

    server_version = "Demonstration"
    sys_version = ""

    def do_GET(self) -> None:
        self._reply(with_content=True)

    def do_HEAD(self) -> None:
        self._reply(with_content=False)

    def _reply(self, *, with_content: bool) -> None:
        answer = _answer(self.path)
        fresh = answer.status is HTTPStatus.OK and self._has_already(answer)
        self.send_response(HTTPStatus.NOT_MODIFIED if fresh else answer.status)
        if answer.place:
            self.send_header("Location", answer.place)
        if answer.status is HTTPStatus.OK:
            self.send_header("ETag", answer.tag)
            self.send_header("Last-Modified", format_datetime(answer.changed, usegmt=True))
        if not fresh:
            self.send_header("Content-Type", answer.kind)
            self.send_header("Content-Length", str(len(answer.content)))
        self.end_headers()
        if with_content and not fresh:
            self.wfile.write(answer.content)

    def _has_already(self, answer: _Answer) -> bool:
        """Whether the visitor's copy is the same; a tag, where there is one, decides alone (RFC 9110, 13.2.2)."""
        tags = self.headers.get("If-None-Match")
        if tags is not None:
            known = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
            return "*" in known or answer.tag in known
        try:
            since = parsedate_to_datetime(self.headers.get("If-Modified-Since", ""))
        except ValueError:
            return False
        if since.tzinfo is None:
            since = since.replace(tzinfo=UTC)
        return answer.changed <= since

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (its name upstairs)
        _log.debug(format, *args)


class _Server(ThreadingHTTPServer):
    """The listening socket, named without asking anyone."""

    def server_bind(self) -> None:
        """Bind, without the look-up of the host's full name, which can take seconds offline."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", self.socket.getsockname()[1]


class DemoSite:
    """The demonstration site while it runs; a context manager."""

    def __init__(self) -> None:
        self._server: _Server | None = None

    def start(self) -> None:
        """Listen on a free port of 127.0.0.1; nothing happens when it listens already.

        Raises:
            OSError: the machine gives no port.
        """
        if self._server is not None:
            return
        server = _Server(("127.0.0.1", 0), _Visit)
        threading.Thread(target=server.serve_forever, args=(_STOP_WITHIN,), name="demo site", daemon=True).start()
        self._server = server
        _log.info("the demonstration site listens on port %d", server.server_port)

    def stop(self) -> None:
        """Close the port; nothing happens when it is closed already."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    @property
    def host(self) -> str:
        """The host and port in the site's addresses.

        Raises:
            RuntimeError: the site does not run.
        """
        if self._server is None:
            raise RuntimeError("the demonstration site does not run")
        return f"127.0.0.1:{self._server.server_port}"

    @property
    def home(self) -> str:
        """The address of the site, which leads to the list of news in Kazakh."""
        return f"http://{self.host}/"

    def home_in(self, language: str) -> str:
        """The address of the list of news in a language (kk, ru or en)."""
        return f"http://{self.host}/{culture_of(language)}/news"

    def first(self, language: str) -> str:
        """The address of the newest item in a language (kk, ru or en)."""
        newest = items.items("news", language)[0]
        return f"http://{self.host}{markup.item_address('news', newest.number, culture_of(language))}"

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()
