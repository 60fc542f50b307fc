"""The start page: an article of our own, so that it looks, is walked and is read aloud as every other."""

from __future__ import annotations

from collections.abc import Iterable

from accessreader.article import Article, Block, Heading, ListItem, Paragraph, Run
from accessreader.messages import _, current_language
from accessreader.road import DEMO_HOST

_CULTURES = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-US"}


def start_page(recent: Iterable[tuple[str, str]], sources: Iterable[tuple[str, str]]) -> Article:
    """The first page. `recent` and `sources` are (title, address), the newest and the nearest first."""
    blocks: list[Block] = [
        Paragraph((Run(_("News of parliaments, in your own colours, letters and spacing.")),)),
        Paragraph((Run(_("Type an address above (Ctrl+L), open a saved page (Ctrl+O), or choose one of these.")),)),
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
        *(ListItem((Run(words),)) for words in _keys()),
    ]
    return Article(url="", title=_("AccessReader"), blocks=tuple(blocks), language=current_language())


def _keys() -> tuple[str, ...]:
    return (
        _("F1: all keys"),
        _("F2: settings"),
        _("F4: the next colours"),
        _("Ctrl and plus, Ctrl and minus: larger and smaller text"),
        _("F7: wider letter spacing; with Shift, narrower"),
        _("Ctrl+I: with pictures or without"),
        _("Ctrl+Shift+F1: safe defaults, whatever has happened"),
    )


def _heading(words: str) -> Heading:
    return Heading(2, (Run(words),))


def _link(title: str, address: str) -> ListItem:
    return ListItem((Run(title, href=address),))
