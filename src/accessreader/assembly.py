"""The parts of the program, put together once, and the road that needs several of them at a time.

`Services` is a record, not an object that does things: whoever needs a part takes it. `Road` is the one verb that needs
four strangers at once (an address, the network, a saved file, the sites' descriptions), so it stands here.
"""

from __future__ import annotations

import atexit
import dataclasses
import logging
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from accessreader import messages
from accessreader.errors import AccessReaderError, FetchError, FetchReason, NotAnArticleError
from accessreader.folders import Folders
from accessreader.history import History
from accessreader.keys.own import OwnKeys
from accessreader.listening import Voicing, voice
from accessreader.messages import _
from accessreader.policy import Policy, load_policy
from accessreader.presets import Preset, load_presets
from accessreader.settings import PreferenceStore
from accessreader.theme import Theme, load_themes

if TYPE_CHECKING:
    from accessreader.article import Article
    from accessreader.demo import DemoSite
    from accessreader.sources.apart import Form, Spare
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

    def __init__(self, own_sites: Path, hosts: tuple[str, ...] | None = None) -> None:
        self._own_sites = own_sites
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
            address: an http(s) address, a file's path or its `file:` address, or what a person typed for one.
            stop: asked while bytes arrive; the road ends with CANCELLED when it answers True.

        Raises:
            FetchError: the page did not come.
            NotAnArticleError: it came, and there is no article in it.
        """
        if self._spare is not None:
            self._spare.prepare()  # it starts while the page comes
        return self._article(self.page(address, stop), stop)

    def _article(self, page: Page, stop: Callable[[], bool]) -> Article:
        self._lately = (*self._lately[1 - _PAGES_KEPT :], page)
        return dataclasses.replace(self.read(page, stop), whole=page.whole)

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
            return read_headlines(page, self.sites) if as_list else read(page, self.sites)
        article = read_apart(page, self.sites, stop, as_list=as_list, spare=self._spare)
        if self._spare is not None:
            self._spare.prepare()  # for the next page
        return article

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
        page = self._read_lately(address, stop)
        return dataclasses.replace(self._read(page, stop, as_list=True), whole=page.whole)

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


@dataclass(frozen=True, slots=True)
class Services:
    """The parts.

    `problems` are sentences that the reader should hear once at the start; `voice` makes an engine that speaks.
    """

    folders: Folders
    policy: Policy
    preferences: PreferenceStore
    history: History
    themes: Mapping[str, Theme]
    presets: Mapping[str, Preset]
    road: Road
    problems: tuple[AccessReaderError, ...]
    keys: OwnKeys
    voice: Voicing = voice

    def complaints(self) -> tuple[str, ...]:
        """What was found wrong with the reader's files, in sentences; a shell tells them once."""
        words = [str(problem) for problem in (*self.problems, *self.preferences.refused, *self.keys.refused)]
        if self.preferences.set_aside is not None:
            words.insert(
                0,
                _(
                    "The file of your settings was damaged. It is kept as {path}; all settings are as the program came."
                ).format(path=self.preferences.set_aside),
            )
        if self.history.set_aside is not None:
            said = _("The list of recent pages was damaged. It is kept as {path}; what could be read of it is there.")
            words.append(said.format(path=self.history.set_aside))
        if self.keys.set_aside is not None:
            said = _("The file of your keys was damaged. It is kept as {path}; all keys are as the program came.")
            words.append(said.format(path=self.keys.set_aside))
        return tuple(words)


def assemble(places: Folders, *, kiosk: bool = False, language: str = "") -> Services:
    """Put the parts together for one run of the program.

    Args:
        places: where things lie.
        kiosk: whether the machine is unattended; then a policy that cannot be read is an error, for an open kiosk is
            worse than a closed one, and only the hosts of the policy are read.
        language: kk, ru or en for this run, instead of the preference.

    Raises:
        ResourceFileError: the policy of a kiosk cannot be read.
    """
    problems: list[AccessReaderError] = []
    try:
        policy = load_policy(places.site)
    except AccessReaderError as error:
        if kiosk:
            raise
        problems.append(error)
        policy = Policy()
    if kiosk:
        places = _passing(places)
    store = PreferenceStore(places.config / "preferences.toml", policy)
    if language and "interface_language" not in store.locked:
        store.for_this_run(interface_language=language)
    messages.use_language(language or store.preferences.interface_language)
    themes, refused = load_themes(places.config / "themes")
    hosts = policy.kiosk.hosts if kiosk and policy.kiosk is not None else () if kiosk else None
    return Services(
        folders=places,
        policy=policy,
        preferences=store,
        history=History(places.data / "history.jsonl"),
        themes=themes,
        presets={preset.name: preset for preset in load_presets(places.config / "presets")},
        road=Road(places.config / "sources", hosts),
        problems=(*problems, *refused),
        keys=OwnKeys(places.config / "keys.toml"),
    )


def _passing(places: Folders) -> Folders:
    """Folders for a machine that remembers nobody: they are gone when the program ends."""
    passing = Path(tempfile.mkdtemp(prefix="accessreader-kiosk-"))
    atexit.register(shutil.rmtree, passing, ignore_errors=True)
    return dataclasses.replace(places, config=passing / "config", data=passing / "data")
