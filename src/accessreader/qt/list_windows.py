"""The list windows of an article: headings, links, pictures, tables and speakers, each with the way to its place.

::

    a command ──▶ LISTS[kind].entries(article, blocks) ──▶ ListDialog ──▶ Enter: there, or where the link leads
                                                                     └──▶ Esc: back to where the reader was

Why one window for all kinds: whoever knows one of them knows all. It opens on what stands at the caret or before it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final
from urllib.parse import unquote, urlsplit

from accessreader.article import Article, Block, Figure, Heading, Position, Table, joined, place_of
from accessreader.messages import N_, _, ngettext
from accessreader.qt.caret import links_in
from accessreader.qt.figure_setting import picture_name
from accessreader.qt.rows import Row
from accessreader.qt.window import Window


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a list: what it says, its place in the article, and the address to which it leads, if to any."""

    row: Row
    place: Position
    href: str = ""


_AT_ONCE: Final = 100_000
"""Characters that are read at once: some 50 ms."""
_Entries = Callable[[Article, tuple[Block, ...]], Iterator[Entry]]


@dataclass(frozen=True, slots=True)
class Listed:
    """A kind that is listed: the title of its window, what is said where there is none, and its entries.

    `slow`: the whole text is read for it; in a long article on another thread, so that the window answers.
    """

    title: str
    nothing: str
    entries: _Entries
    slow: bool = False


def list_deeds(window: Window) -> Mapping[str, Callable[[], object]]:
    """A function for every command that opens a list window, by its name."""
    return {kind: partial(show_list, window, kind) for kind in LISTS}


def show_list(window: Window, kind: str) -> None:
    """Open the list of a kind; where the article has none of it, say so."""
    listed, article, blocks = LISTS[kind], window.article, window.view.blocks
    if article is None:
        window.say(_(listed.nothing))
    elif listed.slow and sum(len(block.text) for block in blocks) > _AT_ONCE:
        window.say(_("Looking through the article…"))
        window.jobs.run(
            lambda _job: list(listed.entries(article, blocks)),
            then=lambda entries: _open(window, listed, entries) if window.article is article else None,
            otherwise=window.explain,
        )
    else:
        _open(window, listed, list(listed.entries(article, blocks)))


def _open(window: Window, listed: Listed, entries: list[Entry]) -> None:
    from accessreader.qt.list_dialog import ListDialog  # noqa: PLC0415 - a window should not wait for it

    if not entries:
        window.say(_(listed.nothing))
        return
    follows = any(entry.href for entry in entries)
    dialog = ListDialog(
        _(listed.title),
        [entry.row for entry in entries],
        window,
        choice=_("Follow the link") if follows else _("Go there"),
        other=_("Show it in the text") if follows else "",
        present=max(0, bisect_right([entry.place for entry in entries], window.view.caret) - 1),
    )

    def go(number: int) -> None:
        window.view.set_caret(entries[number].place)
        window.view.setFocus()

    dialog.chosen.connect((lambda number: window.open(entries[number].href)) if follows else go)
    dialog.other_chosen.connect(go)
    dialog.open()


def _headings(_article: Article, blocks: tuple[Block, ...]) -> Iterator[Entry]:
    for number, block in enumerate(blocks):
        if isinstance(block, Heading):
            # Translators: a heading and its level, such as "What is new, level 2".
            said = _("{text}, level {level}").format(text=block.text, level=block.level)
            yield Entry(Row(block.text, said=said, depth=block.level - 1), Position(number))


def _links(article: Article, blocks: tuple[Block, ...]) -> Iterator[Entry]:
    for number, block in enumerate(blocks):
        for link in links_in(block, number):
            if text := block.text[link.start : link.end].strip():
                yield Entry(Row(text, _where(article, link.href)), link.position, link.href)


def _where(article: Article, href: str) -> str:
    """Where a link leads, in few words: another site's name first, of one's own site only the path."""
    if place_of(article, href) is not None:
        return _("in this article")
    address = urlsplit(href)
    path = unquote(address.path).rstrip("/")
    own = urlsplit(article.url).hostname
    return path if address.hostname == own and path else f"{address.hostname or ''}{path}"


def _pictures(_article: Article, blocks: tuple[Block, ...]) -> Iterator[Entry]:
    for number, block in enumerate(blocks):
        if isinstance(block, Figure):
            title, caption = picture_name(block), joined(block.caption)
            yield Entry(Row(title, caption if caption != title else ""), Position(number))


def _tables(_article: Article, blocks: tuple[Block, ...]) -> Iterator[Entry]:
    for number, block in enumerate(blocks):
        if isinstance(block, Table) and block.rows:
            title = ", ".join(text for text in block.rows[0] if text) or _("Table")
            rows, columns = len(block.rows), len(block.rows[0])
            counted = ngettext("{number} row", "{number} rows", rows).format(number=rows)
            wide = ngettext("{number} column", "{number} columns", columns).format(number=columns)
            yield Entry(Row(title, f"{counted}, {wide}"), Position(number))


def _speakers(_article: Article, blocks: tuple[Block, ...]) -> Iterator[Entry]:
    from accessreader.speakers import speeches  # noqa: PLC0415 - a window should not wait for its patterns

    for speech in speeches(blocks):
        yield Entry(Row(speech.name, speech.words), speech.place)


LISTS: Final[Mapping[str, Listed]] = {
    "headings": Listed(N_("Headings"), N_("There are no headings on this page."), _headings),
    "links": Listed(N_("Links"), N_("There are no links on this page."), _links),
    "pictures": Listed(N_("Pictures"), N_("There are no pictures on this page."), _pictures),
    "tables": Listed(N_("Tables"), N_("There are no tables on this page."), _tables),
    # Translators: the people whose words an article tells.
    "speakers": Listed(N_("Speakers"), N_("Nobody is known to speak on this page."), _speakers, slow=True),
}
"""The kinds that are listed, by the names of their commands."""
