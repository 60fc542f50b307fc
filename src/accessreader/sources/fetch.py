"""The one door to the network: an address goes in, a page or a reason comes out.

Nobody else opens a connection. Whatever a server does — drips, floods, lies about lengths, sends us round in circles —
ends within `Limits` as a Page or a FetchError, and nothing else is raised.

Why requests with a `WatchedAnswer` under it: requests brings proxies, TLS and retries, but its time-outs begin anew
with every byte and its redirects ask nobody; both are done by hand.
"""

from __future__ import annotations

import datetime as dt
import errno
import functools
import http.client
import re
import socket
import ssl
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import urldefrag, urljoin

import requests
import requests.adapters
import truststore
import urllib3

from accessreader import __version__
from accessreader.errors import FetchError, FetchReason
from accessreader.messages import current_language
from accessreader.sources import charset, gone, kinds
from accessreader.sources.address import allowed, is_file, normalised
from accessreader.sources.feed_text import feed_text
from accessreader.sources.page import Page
from accessreader.sources.plain import as_html
from accessreader.sources.reasons import connected, name_reason, status_reason
from accessreader.sources.unpack import Unpacker
from accessreader.sources.watch import MEGABYTE, Limits, Watch, WatchedAnswer

__all__ = ["LIMITS", "Limits", "fetch", "fetch_bytes", "normalised"]

LIMITS: Final = Limits()
USER_AGENT: Final = f"AccessReader/{__version__} (reader for people with low vision)"
_PAGES: Final = "text/html,application/xhtml+xml;q=0.9,application/rss+xml;q=0.8,text/plain;q=0.6,*/*;q=0.5"
_PICTURES: Final = "image/*,*/*;q=0.1"
_LANGUAGES: Final = {
    "kk": "kk,ru;q=0.8,en;q=0.5",
    "ru": "ru,kk;q=0.8,en;q=0.5",
    "en": "en,ru;q=0.8,kk;q=0.5",
}
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_PASSING: Final = (502, 503, 504)
_PORTION: Final = 64 * 1024
_ENOUGH_OF_A_PAGE: Final = 1024
_TROUBLE: Final = (urllib3.exceptions.HTTPError, http.client.HTTPException, OSError, ValueError)
_NETWORK_DOWN: Final = frozenset({errno.ENETUNREACH, errno.ENETDOWN})
_UNFIT_FOR_A_HEADER: Final = re.compile(r"[^\x21-\x7e ]")


def fetch(
    url: str,
    *,
    hosts: Collection[str] | None = None,
    previous: Page | None = None,
    stop: Callable[[], bool] | None = None,
    limits: Limits = LIMITS,
) -> Page:
    """The page at an address, as text; of a feed or a map of a site its own text.

    Args:
        url: as typed or as found in a link; `normalised` is applied.
        hosts: the only hosts allowed, on the way too (see `address.allowed`); None allows all.
        previous: what came from here before; it is returned with the new time when it has not changed.
        stop: asked about ten times a second; True ends the fetch.
        limits: seconds, redirects and bytes.

    Raises:
        FetchError: with the reason; nothing else is raised.
    """
    errand = _Errand(_PAGES, limits.page_bytes, hosts, previous)
    answer = _go(url, errand, Watch(url, limits, stop))
    if answer.status == 304 and previous is not None:
        return replace(previous, fetched=_now())
    feed = feed_text(answer.body, charset.named_in(answer.content_type), limits.page_bytes)
    return _as_page(url, answer, feed) if feed is not None else _page(url, answer)


def fetch_bytes(
    url: str,
    *,
    hosts: Collection[str] | None = None,
    limit: int = 10 * MEGABYTE,
    stop: Callable[[], bool] | None = None,
    limits: Limits = LIMITS,
) -> bytes:
    """The bytes at an address, whole, at most `limit` of them; for pictures.

    Raises:
        FetchError: with the reason; nothing else is raised.
    """
    watch = Watch(url, limits, stop)
    answer = _go(url, _Errand(_PICTURES, limit, hosts), watch)
    if not answer.whole:
        raise watch.failure(FetchReason.UNREADABLE)
    return answer.body


@dataclass(frozen=True, slots=True)
class _Errand:
    """What we are out for: what we would accept, how much of it, from whom."""

    accept: str
    limit: int
    hosts: Collection[str] | None
    previous: Page | None = None

    def headers(self, url: str) -> dict[str, str]:
        """What we say about ourselves and what we have already."""
        said = {
            "User-Agent": USER_AGENT,
            "Accept": self.accept,
            "Accept-Language": _LANGUAGES.get(current_language(), _LANGUAGES["en"]),
            "Accept-Encoding": "gzip, deflate",
        }
        if self.previous is not None and urldefrag(self.previous.final_url).url == urldefrag(url).url:
            known = {"If-None-Match": self.previous.etag, "If-Modified-Since": self.previous.last_modified}
            said |= {name: value for name, value in known.items() if value and not _UNFIT_FOR_A_HEADER.search(value)}
        return said


@dataclass(frozen=True, slots=True)
class _Answer:
    """What came, unpacked. `watch` knows the address it came from."""

    url: str
    status: int
    headers: Mapping[str, str]
    content_type: str
    body: bytes
    whole: bool
    watch: Watch


def _go(url: str, errand: _Errand, watch: Watch) -> _Answer:
    """Ask, follow redirects, bring back the body."""
    address = normalised(url)
    with _Session() as session:
        session.auth = _say_nothing  # or requests would send passwords out of ~/.netrc
        session.mount("http://", _WatchedAdapter(watch))
        session.mount("https://", _WatchedAdapter(watch))
        for _ in range(watch.limits.redirects + 1):
            _admit(address, errand, watch)
            with _ask(session, address, errand, watch) as response:
                target = _target(response, address)
                if target is None:
                    return _receive(response, address, errand, watch)
            address = target
    raise watch.failure(FetchReason.TOO_MANY_REDIRECTS)


def _admit(address: str, errand: _Errand, watch: Watch) -> None:
    watch.url = address
    if is_file(address):
        raise watch.failure(FetchReason.BAD_ADDRESS)
    if not allowed(address, errand.hosts):
        raise watch.failure(FetchReason.NOT_ALLOWED)
    watch.check()


def _ask(session: requests.Session, address: str, errand: _Errand, watch: Watch) -> requests.Response:
    connect = min(watch.limits.connect, watch.remaining)
    try:
        return session.get(
            urldefrag(address).url,
            headers=errand.headers(address),
            timeout=(connect, watch.limits.read),
            allow_redirects=False,
            stream=True,
        )
    except _TROUBLE as error:
        raise watch.failure(_reason(error)) from error


def _target(response: requests.Response, address: str) -> str | None:
    """Where a redirect leads; None when the answer is none.

    Raises:
        FetchError: BAD_ADDRESS; it leads nowhere we would go.
    """
    location = response.headers.get("Location", "").strip()
    if response.status_code not in _REDIRECTS or not location:
        return None
    # Headers are read as Latin-1, and addresses in them are meant as UTF-8.
    location = location.encode("latin-1", "replace").decode("utf-8", "replace")
    try:
        return normalised(urljoin(address, location))
    except ValueError as error:
        raise FetchError(location, FetchReason.BAD_ADDRESS) from error


def _receive(response: requests.Response, address: str, errand: _Errand, watch: Watch) -> _Answer:
    status = response.status_code
    unchanged = status == 304 and errand.previous is not None
    if not unchanged and (reason := status_reason(status)) is not None:
        raise watch.failure(reason, status=status)
    body, whole = _body(response, errand.limit, watch)
    return _Answer(address, status, response.headers, response.headers.get("Content-Type", ""), body, whole, watch)


def _body(response: requests.Response, limit: int, watch: Watch) -> tuple[bytes, bool]:
    """The body unpacked, and whether all of it came."""
    length = response.headers.get("Content-Length", "")
    if length.isascii() and length.isdecimal() and int(length[:20]) > limit:
        raise watch.failure(FetchReason.TOO_LARGE, limit=limit)
    came, sent, whole = bytearray(), 0, True
    try:
        unpacker = Unpacker(response.headers.get("Content-Encoding", ""), limit)
        while portion := response.raw.read1(_PORTION, decode_content=False):
            sent += len(portion)
            came += unpacker.feed(portion)
            if max(sent, len(came)) > limit or unpacker.overflowed:
                raise watch.failure(FetchReason.TOO_LARGE, limit=limit)
        whole = unpacker.whole
    except (*_TROUBLE, zlib.error) as error:
        if not came:
            raise watch.failure(FetchReason.UNREADABLE) from error
        whole = False
    return bytes(came), whole


def _page(url: str, answer: _Answer) -> Page:
    kind = kinds.kind_of(answer.body, answer.content_type) if answer.body else kinds.HTML
    if kind not in {kinds.HTML, kinds.TEXT}:
        raise answer.watch.failure(FetchReason.NOT_HTML, kind=kinds.kind_in_words(kind))
    if not answer.whole and len(answer.body) < _ENOUGH_OF_A_PAGE:
        raise answer.watch.failure(FetchReason.UNREADABLE)
    decoded = as_html(answer.body, kind, charset.named_in(answer.content_type))
    asked = normalised(url)
    if gone.landed_home(asked, answer.url) or gone.says_gone(decoded.text):
        raise answer.watch.failure(FetchReason.HOST_GONE)
    if gone.says_not_found(decoded.text):
        raise answer.watch.failure(FetchReason.NOT_FOUND)
    return _as_page(url, answer, decoded)


def _as_page(url: str, answer: _Answer, decoded: charset.Decoded) -> Page:
    return Page(
        url=normalised(url),
        final_url=answer.url,
        html=decoded.text,
        charset=decoded.charset,
        fetched=_now(),
        status=answer.status,
        etag=answer.headers.get("ETag", ""),
        last_modified=answer.headers.get("Last-Modified", ""),
        whole=answer.whole,
    )


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _say_nothing(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


class _Session(requests.Session):
    """A session that never looks where a redirect leads, and so does not read its body, of any size, to the end."""

    def get_redirect_target(self, resp: requests.Response) -> None:
        """Nowhere; `_target` knows."""


class _WatchedAdapter(requests.adapters.HTTPAdapter):
    """Connections whose certificates are judged by the system and whose answers arrive under watch."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self._trust = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        super().__init__(max_retries=_Retry.under(watch))

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs, ssl_context=self._trust)

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        return super().proxy_manager_for(proxy, **kwargs, ssl_context=self._trust)

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:  # noqa: ARG002
        """Leave the certificates to the system's store, where requests would bring its own bundle."""
        conn.cert_reqs = "CERT_REQUIRED"
        conn.ca_certs = conn.ca_cert_dir = None

    def get_connection_with_tls_context(self, *args: Any, **kwargs: Any) -> Any:
        pool: Any = super().get_connection_with_tls_context(*args, **kwargs)
        pool.ConnectionCls = functools.partial(_watched_connection, type(pool).ConnectionCls, self._watch)
        return pool


def _watched_connection(kind: Callable[..., Any], watch: Watch, **kwargs: Any) -> Any:
    connection = kind(**kwargs)
    connection.response_class = functools.partial(WatchedAnswer, watch=watch)
    return connection


class _Retry(urllib3.Retry):
    """Ask again only where asking twice does no harm: no connection was made, or a gateway was busy."""

    watch: Watch

    @classmethod
    def under(cls, watch: Watch) -> _Retry:
        """As many tries as the limits of this watch say."""
        retry = cls(
            total=watch.limits.retries,
            read=0,
            other=0,
            redirect=0,
            status_forcelist=_PASSING,
            allowed_methods={"GET"},
            backoff_factor=0.2,
            raise_on_status=False,
        )
        retry.watch = watch
        return retry

    def new(self, **kwargs: Any) -> _Retry:
        again = super().new(**kwargs)
        again.watch = self.watch
        return again

    def increment(self, *args: Any, response: Any = None, error: Exception | None = None, **kwargs: Any) -> _Retry:
        """One try less, unless waiting would be longer than a person's patience."""
        slow = isinstance(error, urllib3.exceptions.ConnectTimeoutError) and not isinstance(error, _NoConnection)
        if slow or (response is not None and self._pause(response) > self.watch.limits.longest_pause):
            cause = error or urllib3.exceptions.ResponseError("asks us to wait too long")
            raise urllib3.exceptions.MaxRetryError(kwargs.get("_pool"), str(args[1:2]), cause)  # type: ignore[arg-type]
        return super().increment(*args, **kwargs, response=response, error=error)  # type: ignore[misc]

    def sleep(self, response: Any = None) -> None:
        """Wait as long as the server asks, or the back-off; *Stop* ends it."""
        self.watch.sleep(self._pause(response) or self.get_backoff_time())

    def _pause(self, response: Any) -> float:
        try:
            return (response is not None and self.get_retry_after(response)) or 0.0
        except urllib3.exceptions.InvalidHeader:
            return 0.0


# urllib3 counts it among the time-outs, and it is none.
_NoConnection: Final = urllib3.exceptions.NewConnectionError


def _reason(error: BaseException) -> FetchReason:
    causes = tuple(_causes(error))
    for kind, reason in _REASONS:
        if any(isinstance(cause, kind) and not isinstance(cause, _NoConnection) for cause in causes):
            return reason
    for cause in causes:
        if isinstance(cause, socket.gaierror):
            return name_reason(cause.errno or 0, connected=connected())
    if any(isinstance(cause, OSError) and cause.errno in _NETWORK_DOWN for cause in causes):
        return FetchReason.OFFLINE
    if any(isinstance(cause, OSError) and cause.errno == errno.EHOSTUNREACH for cause in causes):
        return FetchReason.REFUSED if connected() else FetchReason.OFFLINE
    if any(isinstance(cause, ConnectionError | _NoConnection) for cause in causes):
        return FetchReason.REFUSED
    return FetchReason.UNREADABLE


_REASONS: Final[tuple[tuple[type[BaseException], FetchReason], ...]] = (
    (urllib3.exceptions.ProxyError, FetchReason.PROXY),
    (urllib3.exceptions.SSLError, FetchReason.TLS),
    (ssl.SSLError, FetchReason.TLS),
    (requests.exceptions.InvalidURL, FetchReason.BAD_ADDRESS),
    (urllib3.exceptions.LocationValueError, FetchReason.BAD_ADDRESS),
    (UnicodeError, FetchReason.BAD_ADDRESS),
    (urllib3.exceptions.TimeoutError, FetchReason.TOO_SLOW),
    (TimeoutError, FetchReason.TOO_SLOW),
)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error and all that stands behind it, whichever way its library tells."""
    seen: set[int] = set()
    waiting: list[object] = [error]
    while waiting:
        cause = waiting.pop(0)
        if not isinstance(cause, BaseException) or id(cause) in seen:
            continue
        seen.add(id(cause))
        yield cause
        waiting += [*cause.args, getattr(cause, "reason", None), cause.__cause__, cause.__context__]
