"""The road from an address to an article: the one verb that needs several strangers at once.

An address, the network, a saved file, the demonstration, the manual, the sites' descriptions: each knows nothing of
the others, and here they meet.
"""

from __future__ import annotations

import dataclasses
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from accessreader import manual, messages, shelf
from accessreader.errors import FetchError, FetchReason, NotAnArticleError

if TYPE_CHECKING:
    from accessreader.article import Article
    from accessreader.demo import DemoSite
    from accessreader.sources.answers import Form
    from accessreader.sources.apart import Spare
    from accessreader.sources.candidates import Candidate
    from accessreader.sources.headline import Headlines
    from accessreader.sources.page import Page
    from accessreader.sources.site import Site

log = logging.getLogger(__name__)

DEMO_HOST = "demo.localhost"
DEMO_FRONT = "demo:"
"""The demonstration's newest article in the language of the program."""
_PAGES_KEPT = 3
"""Pages read lately that are there to be read in another way without being fetched again."""


def _never() -> bool:
    return False


class Road:
    """From an address to an article. May be used from any thread.

    The demonstration site's pages are known by a host of their own, `demo.localhost`, whatever port it has found this
    time, so that a page remembered yesterday is found today.
    """

    def __init__(
        self,
        own_sites: Path,
        hosts: tuple[str, ...] | None = None,
        keys: Callable[[str], str] = str,
        *,
        library: Path | None = None,
    ) -> None:
        """A road.

        Args:
            own_sites: the folder of the reader's own descriptions of sites.
            hosts: those that may be asked; None for all.
            keys: what to press for a command, which the manual tells.
            library: the file of what the reader keeps, which is read where a page does not come.
        """
        self._library = library
        self._own_sites = own_sites
        self._keys = keys
        self._hosts = hosts
        self._saved: set[str] = set()
        self._lately: tuple[Page, ...] = ()
        self._is_kept_apart = False

    def keep_apart(self) -> None:
        """Read every page apart from now on, not the heavy ones alone: for a window, which must not wait for any."""
        self._is_kept_apart = True
        self.__dict__.pop("_spare", None)

    @cached_property
    def _spare(self) -> Spare | None:
        """A process that waits for the next page, where all are read apart."""
        from accessreader.sources.apart import Spare  # noqa: PLC0415

        return Spare() if self._is_kept_apart else None

    @cached_property
    def sites(self) -> tuple[Site, ...]:
        """The sites that are described, the reader's own first."""
        from accessreader.sources.site import load_sites  # noqa: PLC0415 - the parsers load when a page is read

        sites, refused = load_sites(self._own_sites)
        for error in refused:
            log.warning("%s", error)
        return sites

    @cached_property
    def _site(self) -> DemoSite:
        from accessreader.demo import DemoSite  # noqa: PLC0415 - only who opens it pays for it

        demo = DemoSite()
        demo.start()
        return demo

    @property
    def _demo(self) -> str:
        return self._site.host

    def _front(self) -> str:
        return self._known(self._site.first(messages.current_language()))

    def article(self, address: str, stop: Callable[[], bool] = _never) -> Article:
        """Fetch (or open) a page and read it.

        Args:
            address: an http(s) address, a file's path or its `file:` address, or what a person typed for one; after
                `kept:` that of a page in the library, which is read from there.
            stop: asked while bytes arrive; the road ends with CANCELLED when it answers True.

        Raises:
            FetchError: the page did not come, and is not kept.
            NotAnArticleError: it came, and there is no article in it.
            LibraryError: after `kept:`, it is not kept, or cannot be read.
        """
        if address.startswith(shelf.KEPT):
            return shelf.kept(self._library, address)
        if self._spare is not None:
            self._spare.prepare()  # it starts while the page comes
        try:
            page = self.page(address, stop)
        except FetchError as error:
            return shelf.instead(self._library, error)
        return self._article(page, stop)

    def _article(self, page: Page, stop: Callable[[], bool]) -> Article:
        self._lately = (*self._lately[1 - _PAGES_KEPT :], page)
        return self.read(page, stop)

    def read(self, page: Page, stop: Callable[[], bool] = _never) -> Article:
        """The article of a page; a heavy page is read apart, where it can be stopped.

        Raises:
            NotAnArticleError: there is none in it, or it took too long.
            FetchError: CANCELLED, for `stop` answered True.
        """
        return self._read(page, stop, as_list=False)

    def _read(self, page: Page, stop: Callable[[], bool], *, as_list: bool) -> Article:
        from accessreader.sources import read, read_headlines  # noqa: PLC0415
        from accessreader.sources.apart import is_heavy, read_apart  # noqa: PLC0415

        if self._spare is None and not is_heavy(page):
            article = read_headlines(page, self.sites) if as_list else read(page, self.sites)
        else:
            article = read_apart(page, self.sites, stop, as_list=as_list, spare=self._spare)
        if self._spare is not None:
            self._spare.prepare()  # for the next page
        return dataclasses.replace(article, whole=page.whole)

    def _asked(self, page: Page, stop: Callable[[], bool], *question: str) -> Sequence[Form]:
        """The answer to a question of `answers`, given apart where a page is read apart."""
        from accessreader.sources.answers import answer  # noqa: PLC0415
        from accessreader.sources.apart import ask_apart, is_heavy  # noqa: PLC0415

        if self._spare is None and not is_heavy(page):
            return answer(question[0], page, self.sites, question[1:])
        return ask_apart(page, self.sites, stop, question, spare=self._spare)

    def listed(self, address: str, stop: Callable[[], bool] = _never) -> Article:
        """The headlines of a page as an article, also where `article` would rather give another.

        Args:
            address: as for `article`; a page that was read lately is not fetched again.
            stop: as for `article`.

        Raises:
            FetchError: it did not come.
            NotAnArticleError: it came, and there are no headlines in it.
        """
        return self._read(self._read_lately(address, stop), stop, as_list=True)

    def headlines(self, address: str, stop: Callable[[], bool] = _never) -> Headlines:
        """Fetch (or open) a list of news, a feed or a sitemap, and read its headlines.

        Args:
            address: as for `article`.
            stop: as for `article`.

        Raises:
            FetchError: it did not come.
            NotAnArticleError: it came, and there are no headlines in it.
        """
        from accessreader.sources.answers import as_headlines  # noqa: PLC0415

        return as_headlines(self._asked(self.page(address, stop), stop, "headlines"))

    def candidates(self, address: str, stop: Callable[[], bool] = _never) -> tuple[Candidate, ...]:
        """The places of a page that could be its article, the best first, the present one marked.

        Raises:
            FetchError: it did not come.
            NotAnArticleError: to look for them took too long.
        """
        from accessreader.sources.answers import as_candidates  # noqa: PLC0415

        page, shown = self._read_lately(address, stop), ""
        with suppress(NotAnArticleError):
            shown = self.read(page, stop).text
        return as_candidates(self._asked(page, stop, "candidates", shown))

    def mend(self, address: str, stop: Callable[[], bool] = _never, **said: str) -> Article:
        """Write down what the reader says of a page's site, and read the page again.

        Args:
            address: as for `article`; a page that was read lately is not fetched again.
            stop: as for `article`.
            said: selectors for `article`, `keep` or `remove`; `words` are of the place that `keep` means, where its
                selector finds several.

        Raises:
            UsageError: a selector is none, or finds nothing on the page; nothing is written then.
            ResourceFileError: the reader's own file of the site cannot be used.
            StoreError: it could not be written.
            FetchError, NotAnArticleError: as for `article`.
        """
        from accessreader.sources import mending  # noqa: PLC0415
        from accessreader.sources.answers import as_selector  # noqa: PLC0415

        page = self._read_lately(address, stop)
        words = said.pop("words", "")
        for name, selector in said.items():
            found = as_selector(self._asked(page, stop, "exact", selector, words))
            if name == "keep" and words:
                said[name] = found
        mending.mend(self._own_sites, page.final_url, **said)
        self.__dict__.pop("sites", None)
        return self._article(page, stop)

    def unmend(self, address: str, stop: Callable[[], bool] = _never, *, everything: bool = False) -> Article | None:
        """Take back the last word that was said of a page's site by `mend`, or all; None where nothing was said.

        Raises:
            As `mend`.
        """
        from accessreader.sources import mending  # noqa: PLC0415

        page = self._read_lately(address, stop)
        if not mending.unmend(self._own_sites, page.final_url, everything=everything):
            return None
        self.__dict__.pop("sites", None)
        return self._article(page, stop)

    def _read_lately(self, address: str, stop: Callable[[], bool]) -> Page:
        known = (page for page in reversed(self._lately) if address in {page.url, page.final_url})
        return next(known, None) or self.page(address, stop)

    def homes(self) -> tuple[tuple[str, str], ...]:
        """(title, address) of where each described site begins."""
        homes = {site.front: site.title for site in reversed(self.sites) if site.home}
        return tuple((title, front) for front, title in reversed(homes.items()))

    def page(self, address: str, stop: Callable[[], bool] = _never) -> Page:
        """The page at an address or in a file. Raises FetchError."""
        from accessreader.sources.fetch import fetch, normalised  # noqa: PLC0415
        from accessreader.sources.saved import open_saved  # noqa: PLC0415
        from accessreader.sources.web_archive import restored  # noqa: PLC0415

        address = self._front() if address == DEMO_FRONT else normalised(address)
        if address.startswith("file:"):
            self._permit_files(address)
            page = open_saved(address)
            self._saved.update(page.kept.values())
            return page
        if manual.is_manual(address):
            return self._page_of_manual(address)
        asked, hosts = self._reached(address)
        try:
            page = fetch(asked, hosts=hosts, stop=stop)
        except FetchError as error:
            error.url, error.host = address, DEMO_HOST if asked != address else error.host
            raise
        return restored(dataclasses.replace(page, url=address, final_url=self._known(page.final_url)))

    def picture(self, address: str, stop: Callable[[], bool] = _never) -> bytes:
        """The bytes of a picture; of those on this computer, one that was saved with a page. Raises FetchError."""
        if address.startswith("file:"):
            return self._saved_picture(address)
        from accessreader.sources.fetch import fetch_bytes  # noqa: PLC0415

        asked, hosts = self._reached(address)
        return fetch_bytes(asked, hosts=hosts, stop=stop)

    def _saved_picture(self, address: str) -> bytes:
        """A picture beside a saved page that was opened before: no address from elsewhere opens a file."""
        from accessreader.sources.saved import saved_picture  # noqa: PLC0415

        self._permit_files(address)
        if address not in self._saved:
            raise FetchError(address, FetchReason.NOT_ALLOWED)
        return saved_picture(address)

    def _reached(self, address: str) -> tuple[str, tuple[str, ...] | None]:
        """Where an address is really asked for, and the hosts that may answer."""
        if urlsplit(address).hostname != DEMO_HOST:
            return address, self._hosts
        allowed = None if self._hosts is None else (*self._hosts, self._demo)
        return address.replace(DEMO_HOST, self._demo, 1), allowed

    def _known(self, address: str) -> str:
        if "_site" in self.__dict__ and urlsplit(address).netloc == self._demo:
            return address.replace(self._demo, DEMO_HOST, 1)
        return address

    def _permit_files(self, address: str) -> None:
        if self._hosts is not None:
            raise FetchError(address, FetchReason.NOT_ALLOWED)

    def _page_of_manual(self, address: str) -> Page:
        from accessreader.sources.page import Page  # noqa: PLC0415

        if (html := manual.html(address, self._keys)) is None:
            raise FetchError(address, FetchReason.NOT_FOUND)
        return Page(url=address, final_url=address, html=html)
