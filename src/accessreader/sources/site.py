r"""A site that is described: its hosts, its addresses and, where it needs them, selectors.

A description is a TOML file in `resources/sources`, or in the reader's own folder, whose files come first::

    name = "Senate of the Parliament of the Republic of Kazakhstan"
    hosts = ["senate.parlam.kz"]
    home = "https://senate.parlam.kz/{culture}/news"                   # {culture} is kk-KZ, ru-RU or en-US
    articles = ['^/[a-z]{2}-[A-Z]{2}/(?:news|pages)/details/\d+']     # patterns of paths
    lists = ['^/[a-z]{2}-[A-Z]{2}/news/?(?:$|\?)']
    [title]                                # the name for people, in the languages that have one
    kk = "Қазақстан Республикасы Парламентінің Сенаты"
    [selectors]                            # each optional: CSS, the first element that it finds
    article = "div.detail"
    title = "h1"
    date = ".date"
    keep = [".standfirst"]                 # all that they find belongs to the article, whatever the program thinks
    remove = [".banner", ".related"]       # all that they find is left out
    [mended]                               # the reader's own word, written by the program: it goes before `selectors`
    article = "div.text"
    before = [{}]                          # what held before each word, so that words can be taken back

Why data: a site changes its markup without notice, and a reader must be able to mend it without a release.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import soupsieve
from soupsieve import SelectorSyntaxError

from accessreader import resources
from accessreader.errors import ResourceFileError
from accessreader.messages import current_language
from accessreader.own_files import own_meanings

_KEYS: Final = frozenset({"name", "title", "hosts", "home", "articles", "lists", "selectors", "mended"})
_CULTURES: Final = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-US"}
_SELECTORS: Final = ("article", "title", "date", "author", "section")
_MENDED: Final = ("article",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site as it is described; patterns are matched against path and query of an address.

    A host is a name, or, for a file of which nobody knows the site, the file's own address. `keep` finds what belongs
    to the article although the general way drops it, `remove` what does not.
    """

    name: str
    hosts: tuple[str, ...]
    home: str = ""
    articles: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    selectors: dict[str, str] = field(default_factory=dict)
    keep: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    titles: dict[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The site's name for people, in the language of the program where it has one."""
        return self.titles.get(current_language()) or self.name

    @property
    def front(self) -> str:
        """The address of its home in the language of the program: {language} is its code, {culture} that of a place."""
        language = current_language()
        return self.home.replace("{language}", language).replace("{culture}", _CULTURES[language])

    def in_other_cultures(self, url: str) -> tuple[tuple[str, str], ...]:
        """(language, address) of a page of the site in its other cultures, where its home says how they are told."""
        told = _CULTURES if "{culture}" in self.home else {code: code for code in _CULTURES}
        parts = urlsplit(url)
        before, slash, rest = parts.path.removeprefix("/").partition("/")
        if "{" not in self.home or before not in told.values() or not (self.is_article(url) or self.is_list(url)):
            return ()
        return tuple(
            (language, parts._replace(path=f"/{culture}{slash}{rest}").geturl())
            for language, culture in told.items()
            if culture != before
        )

    def knows(self, url: str) -> bool:
        """Whether the address is of one of the site's hosts."""
        return self.nearness(url) > 0

    def nearness(self, url: str) -> int:
        """The length of the host of the site's that an address is of; 0 where it is of none."""
        host = host_of(url)
        return max(
            (len(known) for known in self.hosts if host and (host == known or host.endswith(f".{known}"))), default=0
        )

    @property
    def is_read_by_its_shape(self) -> bool:
        """Whether the site's pages are known by what they say from top to bottom: those of which addresses are told."""
        return bool(self.articles)

    def is_list(self, url: str) -> bool:
        """Whether the address is that of a list of articles."""
        return any(re.search(pattern, _place(url)) for pattern in self.lists)

    def is_article(self, url: str) -> bool:
        """Whether the address is that of an article."""
        return any(re.search(pattern, _place(url)) for pattern in self.articles)


def site_of(url: str, sites: Sequence[Site]) -> Site | None:
    """The site of an address: the one whose host is nearest to the address's, and of such the first; None of none."""
    near = max(sites, key=lambda site: site.nearness(url), default=None)
    return near if near is not None and near.knows(url) else None


def host_of(url: str) -> str:
    """What a site's hosts are compared with: the host of an address; a file's own address; or nothing."""
    try:
        parts = urlsplit(url)
        return f"file://{parts.path}".lower() if parts.scheme == "file" else parts.hostname or ""
    except ValueError:
        return ""


def _place(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def load_sites(own: Path | None = None) -> tuple[tuple[Site, ...], tuple[ResourceFileError, ...]]:
    """The sites described in the reader's own folder, then those that came with the program; and the files refused.

    What a reader's own file does not say of a site is taken from the description that came with the program, so that a
    file which only mends stays right when the program learns more.
    """
    ours = tuple(parse_site(resources.read_text(name), name) for name in resources.names("sources", ".toml"))
    theirs, refused = own_meanings(own, parse_site)
    sites = (_completed(site, ours) for site in theirs)
    return (*sites, *ours), tuple(sorted(refused, key=lambda error: error.path))


def _completed(own: Site, ours: tuple[Site, ...]) -> Site:
    base = next((site for site in ours if any(host in site.hosts for host in own.hosts)), None)
    if base is None:
        return own
    return replace(
        own,
        home=own.home or base.home,
        articles=own.articles or base.articles,
        lists=own.lists or base.lists,
        selectors=base.selectors | own.selectors,
        keep=base.keep + own.keep,
        remove=base.remove + own.remove,
        titles=base.titles | own.titles,
    )


def parse_site(text: str, path: str) -> Site:
    """The site that a file's text describes.

    Raises:
        ResourceFileError: it is no TOML, or says what a description cannot.
    """
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ResourceFileError(path, str(error)) from error
    if unknown := sorted(found.keys() - _KEYS):
        raise ResourceFileError(path, f"unknown key {unknown[0]}")
    titles = _table(found, "title", path)
    selectors, lists = _selectors(found, path)
    site = Site(
        name=_string(found.get("name", ""), "name", path),
        hosts=tuple(host.lower() for host in _strings(found.get("hosts", []), "hosts", path)),
        home=_string(found.get("home", ""), "home", path),
        articles=_strings(found.get("articles", []), "articles", path),
        lists=_strings(found.get("lists", []), "lists", path),
        selectors=selectors,
        keep=lists["keep"],
        remove=lists["remove"],
        titles={language: _string(title, f"title.{language}", path) for language, title in titles.items()},
    )
    if not site.name or not site.hosts:
        raise ResourceFileError(path, "name or hosts is missing")
    _check(site, path)
    return site


def _selectors(found: dict[str, Any], path: str) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """The selectors that find one element, by their names, and those that find many; what is mended goes before."""
    one: dict[str, str] = {}
    many: dict[str, tuple[str, ...]] = {"keep": (), "remove": ()}
    for table, names in (("selectors", _SELECTORS), ("mended", _MENDED)):
        for key, value in _table(found, table, path).items():
            name = f"{table}.{key}"
            if key in many:
                many[key] += _strings(value, name, path)
            elif key in names:
                one[key] = _string(value, name, path)
            elif name == "mended.before" and isinstance(value, list):
                continue  # what no longer holds
            else:
                raise ResourceFileError(path, f"unknown key {name}")
    return one, many


def _check(site: Site, path: str) -> None:
    for pattern in (*site.articles, *site.lists):
        try:
            re.compile(pattern)
        except re.error as error:
            raise ResourceFileError(path, f"{pattern}: {error}") from error
    for selector in (*site.selectors.values(), *site.keep, *site.remove):
        try:
            soupsieve.compile(selector)
        except SelectorSyntaxError as error:
            raise ResourceFileError(path, str(error).splitlines()[0]) from error


def _table(found: dict[str, Any], key: str, path: str) -> dict[str, Any]:
    table = found.get(key, {})
    if not isinstance(table, dict):
        raise ResourceFileError(path, f"{key} is no table")
    return table


def _string(value: object, key: str, path: str) -> str:
    if not isinstance(value, str):
        raise ResourceFileError(path, f"{key} is no text")
    return value


def _strings(value: object, key: str, path: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ResourceFileError(path, f"{key} is no list")
    return tuple(_string(item, key, path) for item in value)
