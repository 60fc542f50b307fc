"""The start page: an article of our own, so that it looks, is walked and is read aloud as every other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from accessreader.article import Article, Block, Heading, ListItem, Paragraph, Run
from accessreader.keys.commands import BY_NAME
from accessreader.keys.own import OwnKeys
from accessreader.messages import _, current_language
from accessreader.qt.key_names import first_key
from accessreader.road import DEMO_HOST

_CULTURES = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-US"}


def start_page(recent: Iterable[tuple[str, str]], sources: Iterable[tuple[str, str]], keys: OwnKeys) -> Article:
    """The first page. `recent` and `sources` are (title, address), the newest and the nearest first."""
    blocks: list[Block] = [
        Paragraph((Run(_("News of parliaments, in your own colours, letters and spacing.")),)),
        Paragraph((Run(_opening(keys)),)),
    ]
    if pages := [_link(title, address) for title, address in recent]:
        blocks += [_heading(_("Recent pages")), *pages]
    if sites := [_link(title, address) for title, address in sources]:
        blocks += [_heading(_("Sources")), *sites]
    culture = _CULTURES[current_language()]
    blocks += [
        _heading(_("To try it out")),
        _link(
            _("News of the Demonstration Senate, made up and kept on this computer"),
            f"http://{DEMO_HOST}/{culture}/news",
        ),
        _heading(_("A few keys")),
        *(ListItem((Run(words),)) for words in _keys(keys)),
    ]
    return Article(url="", title=_("AccessReader"), blocks=tuple(blocks), language=current_language())


_SHOWN: Final = (
    "keys", "key-help", "settings", "next-theme", "text-larger", "text-smaller", "letters-wider", "letters-narrower",
    "next-images", "safe-defaults",
)  # fmt: skip


def _opening(keys: OwnKeys) -> str:
    address, file = (first_key(keys, name) for name in ("address", "open-file"))
    if address and file:
        return _("Type an address above ({address}), open a saved page ({file}), or choose one of these.").format(
            address=address, file=file
        )
    return _("Type an address above, open a saved page, or choose one of these.")


def _keys(keys: OwnKeys) -> Iterator[str]:
    """Some keys with what they do, as they are now."""
    for name in _SHOWN:
        if key := first_key(keys, name):
            # Translators: a key, and the command that it calls.
            yield _("{key}: {command}").format(key=key, command=_(BY_NAME[name].title))


def _heading(words: str) -> Heading:
    return Heading(2, (Run(words),))


def _link(title: str, address: str) -> ListItem:
    return ListItem((Run(title, href=address),))
