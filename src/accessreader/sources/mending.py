"""The reader's own word on a site, written into a file of the reader's: what is the article, what belongs, what not.

What is written here stands in the file's `[mended]` table and nowhere else, so that it can be taken back, word by word
or whole, and nothing that the reader wrote is touched; comments stay. Beside what holds now the table keeps, under
`before`, what held before each word. The file is the one that speaks of the site already, or a new one named after its
host.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, MutableMapping, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any, Final

import tomlkit
from tomlkit.exceptions import TOMLKitError

from accessreader.errors import ResourceFileError, StoreError, UsageError
from accessreader.messages import _
from accessreader.own_files import own_texts
from accessreader.safekeeping import turn, write_whole
from accessreader.sources.place import checked
from accessreader.sources.site import Site, host_of, load_sites, parse_site, site_of

_TABLE: Final = "mended"
_BEFORE: Final = "before"
_LISTS: Final = ("keep", "remove")
_STEPS: Final = 50
"""Words that can be taken back one by one."""
_UNFIT: Final = re.compile(r"[^\w.-]+")
_LONGEST_NAME: Final = 80


def mend(
    folder: Path, url: str, *, article: str | None = None, keep: str | None = None, remove: str | None = None
) -> Path:
    """Write down what a reader says of a site; the answer is the file, which comes first when sites are read again.

    Args:
        folder: the reader's own sources.
        url: an address of the site, or of a file.
        article: a selector of the element that is the article, on every page that has it.
        keep: a selector of what belongs to the article; it is no longer among what is removed.
        remove: a selector of what does not; it is no longer among what is kept.

    Raises:
        UsageError: it is no selector, or the address has no host.
        ResourceFileError: the file that speaks of the site cannot be used.
        StoreError: it could not be written.
    """
    for selector in filter(None, (article, keep, remove)):
        checked(selector)
    if not host_of(url):
        raise UsageError(_("{address} is no address of a page.").format(address=url))
    path = _file_of(folder, url)
    with turn(path):
        document = _document(path) if path.exists() else _described(url)
        table = document.setdefault(_TABLE, tomlkit.table())
        before = _held(table)
        if article:
            table["article"] = article
        _move(keep, table, "keep", "remove")
        _move(remove, table, "remove", "keep")
        if _held(table) != before:
            _remember([*table.get(_BEFORE, ()), before], table)
        text = document.as_string()
        parse_site(text, str(path))
        write_whole(path, text.encode())
    return path


def unmend(folder: Path, url: str, *, everything: bool = False) -> bool:
    """Take back the last word that was written here of a site, or all of them; whether there was one.

    Raises:
        ResourceFileError: the file that speaks of the site cannot be used.
        StoreError: it could not be written.
    """
    path = _file_of(folder, url)
    if not path.exists():
        return False
    with turn(path):
        document = _document(path)
        if _TABLE not in document:
            return False
        if everything or not _step_back(document[_TABLE]):
            del document[_TABLE]
        left = document.as_string()
        if left.split() == _new(str(document["name"]), list(document["hosts"])).as_string().split():
            _delete(path)
        else:
            write_whole(path, left.encode())
    return True


def _held(table: Mapping[str, Any]) -> dict[str, Any]:
    """What a table says that holds now, as plain values."""
    return {key: list(table[key]) if key in _LISTS else str(table[key]) for key in (*_LISTS, "article") if key in table}


def _remember(steps: Sequence[Mapping[str, Any]], table: MutableMapping[str, Any]) -> None:
    """Keep what held before each of the last words."""
    kept = tomlkit.array()
    for held in steps[-_STEPS:]:
        step = tomlkit.inline_table()
        step.update(held)
        kept.append(step)
    table[_BEFORE] = kept.multiline(multiline=True)


def _step_back(table: MutableMapping[str, Any]) -> bool:
    """Let hold what held before the last word; False where nothing is left of what was said here."""
    steps = list(table.get(_BEFORE, ()))
    if not steps:
        return False
    held = steps.pop()
    for key in (*_LISTS, "article"):
        if key in held:
            table[key] = held[key]
        elif key in table:
            del table[key]
    if steps:
        _remember(steps, table)
    else:
        del table[_BEFORE]
    return bool(held or steps)


def _file_of(folder: Path, url: str) -> Path:
    """The reader's file that speaks of a site: the one that is heard of those there are, else one named after its host.

    A file of theirs on a wider domain is not that of a site within it which came with the program.
    """
    theirs: dict[Path, Site] = {}
    for path, text in own_texts(folder)[0]:
        with suppress(ResourceFileError):
            theirs[path] = parse_site(text, str(path))
    heard = site_of(url, (*theirs.values(), *load_sites()[0]))
    name = _UNFIT.sub("-", host_of(url)).strip("-.")[-_LONGEST_NAME:]
    new = next(path for number in count() if (path := folder / f"{name}{-number or ''}.toml") not in theirs)
    return next((path for path, site in theirs.items() if site is heard), new)


def _document(path: Path) -> tomlkit.TOMLDocument:
    """The file with its comments. Raises ResourceFileError."""
    try:
        text = path.read_text("utf-8-sig")
        parse_site(text, str(path))
        return tomlkit.parse(text)
    except (OSError, UnicodeDecodeError, TOMLKitError) as error:
        raise ResourceFileError(str(path), str(error)) from error


def _described(url: str) -> tomlkit.TOMLDocument:
    """A new file: the site under the name and the hosts by which it is known."""
    if (site := site_of(url, load_sites()[0])) is not None:
        return _new(site.name, list(site.hosts))
    host = host_of(url)
    return _new(host.rpartition("/")[2], [host])


def _new(name: str, hosts: list[str]) -> tomlkit.TOMLDocument:
    document = tomlkit.document()
    document["name"] = name
    document["hosts"] = hosts
    return document


def _move(selector: str | None, table: MutableMapping[str, Any], into: str, out_of: str) -> None:
    """Put a selector into one list and take it out of the other."""
    if not selector:
        return
    if selector in table.get(out_of, []):
        table[out_of].remove(selector)
        if not table[out_of]:
            del table[out_of]
    if selector not in table.setdefault(into, []):
        table[into].append(selector)


def _delete(path: Path) -> None:
    try:
        path.unlink()
    except OSError as error:
        raise StoreError(str(path), error.strerror or str(error)) from error
