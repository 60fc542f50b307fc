"""The items of the demonstration site: text files, one an item and language.

A file's name is its kind, number and language (`news-9107.kk.txt`). It begins with lines
`key: value`, an empty line ends them, and the body follows in the notation of `demo.markup`.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from accessreader import resources

CULTURES: Final = {"kk-KZ": "kk", "ru-RU": "ru", "en-US": "en"}

_NAME: Final = re.compile(r"demo/(news|page)-(\d+)\.(kk|ru|en)\.txt")


@dataclass(frozen=True, slots=True)
class Item:
    """One text in one language.

    Attributes:
        kind: "news", or "page" for what is published in a section.
        number: The number in its address, the same in every language.
        language: The language of the body: kk, ru or en.
        section: The line above the title; may be empty.
        press: The line of the press office under the body, as this item spells it.
        share: The words of the share line; may be empty.
        body: The text, in the notation of `demo.markup`.
    """

    kind: str
    number: int
    language: str
    section: str
    title: str
    published: date
    views: int
    press: str
    share: str
    body: str


def culture_of(language: str) -> str:
    """The culture in the site's addresses for a language: "kk-KZ" for kk, and for any unknown one."""
    return next((culture for culture, code in CULTURES.items() if code == language), "kk-KZ")


@cache
def words(language: str) -> dict[str, Any]:
    """What the site says round its articles in a language: names, menu, answers."""
    everything: dict[str, dict[str, Any]] = tomllib.loads(resources.read_text("demo/site.toml"))
    return everything["common"] | everything[language]


@cache
def _shelf() -> dict[tuple[str, int], dict[str, str]]:
    """For each kind and number the resource in each language that has it."""
    shelf: dict[tuple[str, int], dict[str, str]] = {}
    for name in resources.names("demo", ".txt"):
        if found := _NAME.fullmatch(name):
            kind, number, language = found.groups()
            shelf.setdefault((kind, int(number)), {})[language] = name
    return shelf


def item(kind: str, number: int, language: str) -> Item | None:
    """The item in that language; in English where that language has none; None where there is no such item.

    Why English: the real house's Kazakh addresses often hold an English body, and a reader must not
    believe the address.
    """
    versions = _shelf().get((kind, number))
    if versions is None:
        return None
    spoken = language if language in versions else "en"
    return _read(versions[spoken], kind, number, spoken)


def items(kind: str, language: str) -> tuple[Item, ...]:
    """All items of a kind in a language, the newest first."""
    found = [item(*key, language) for key in _shelf() if key[0] == kind]
    return tuple(sorted((each for each in found if each), key=lambda each: each.number, reverse=True))


@cache
def _read(name: str, kind: str, number: int, language: str) -> Item:
    head, _, body = resources.read_text(name).partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    return Item(
        kind=kind,
        number=number,
        language=language,
        section=fields.get("section", ""),
        title=fields["title"],
        published=date.fromisoformat(fields["date"]),
        views=int(fields["views"]),
        press=fields["press"],
        share=fields.get("share", ""),
        body=body.strip("\n"),
    )
