"""All keys on one sheet: as an article, which every writer writes and every reader reads, and as a table for others."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from typing import Final

from accessreader.article import Article, Block, Cell, Heading, Paragraph, Run, Table
from accessreader.keys.commands import COMMANDS, GROUPS, Command
from accessreader.keys.own import OwnKeys
from accessreader.keys.reading import ARTICLE_KEYS, CONTROL_KEYS
from accessreader.keys.reserved import reserved
from accessreader.messages import N_, _, current_language

Shown = Callable[[str], str]
"""Writes a key for people: on a Mac, say, with its own signs."""

OWN: Final = N_("changed by you")
_BETWEEN: Final = " / "


def keys_of(own: OwnKeys, command: Command, shown: Shown = str) -> str:
    """The keys of a command in one line, and the letter that calls it in the article; empty when it has none."""
    keys = [shown(key) for key in own.of(command)]
    if command.letter:
        # Translators: {key} is a letter that is a key while one reads, such as "H".
        keys.append(_("{key} in the article").format(key=shown(command.letter)))
    return _BETWEEN.join(keys)


def as_article(own: OwnKeys, shown: Shown = str, *, others: bool = False) -> Article:
    """Every command by its group with its keys, then the keys of the article and of controls.

    With `others`, also what screen readers, desktops and systems take.
    """
    blocks: list[Block] = []
    for group in GROUPS:
        rows = [(_title(own, command), keys_of(own, command, shown)) for command in COMMANDS if command.group == group]
        blocks += [Heading(2, (Run(_(group)),)), _table((_("Command"), _("Keys")), rows)]
    for title, keys in ((_("In the article"), ARTICLE_KEYS), (_("In panels and dialogs"), CONTROL_KEYS)):
        rows = [(_(words), shown(key)) for key, words in keys]
        blocks += [Heading(2, (Run(title),)), _table((_("What it does"), _("Key")), rows)]
    if others:
        blocks.append(Heading(2, (Run(_("Keys of other programs")),)))
        blocks.append(Paragraph((Run(_("Whoever presses one of these reaches the other program.")),)))
        taken = [(row.owner, shown(row.key), row.meaning) for row in reserved() if not row.when]
        blocks.append(_table((_("Program"), _("Key"), _("What it does")), taken))
    return Article(
        url="", title=_("Keys of AccessReader"), blocks=tuple(blocks), language=current_language(), site="AccessReader"
    )


def as_csv(own: OwnKeys, shown: Shown = str) -> str:
    """A line a command: its group, name, title, keys, the keys with which it came, its letter in the article."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("group", "name", "command", "keys", "default", "letter"))
    for command in COMMANDS:
        now, first = (_BETWEEN.join(shown(key) for key in keys) for keys in (own.of(command), command.keys))
        writer.writerow((_(command.group), command.name, _(command.title), now, first, command.letter))
    return text.getvalue()


def _title(own: OwnKeys, command: Command) -> str:
    title = _(command.title)
    return f"{title} ({_(OWN)})" if own.is_own(command) else title


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Table:
    first = tuple(Cell((Run(words),), header=True) for words in head)
    return Table((first, *(tuple(Cell((Run(words),)) for words in row) for row in rows)))
