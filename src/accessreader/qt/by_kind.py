"""Reading by kind: from heading to heading, link to link, table to table, by letters or by the keys of one chosen kind.

::

    a letter in the article ─┐
    a command of a menu      ├──▶ go(kind) ──▶ places.beyond ──▶ the caret ──▶ assistive technology, the own voice
    Ctrl+Shift+Page Down     ┘                       └──▶ "No next heading."

Why nothing is said where the caret comes to: assistive technology tells of the block or the link to which its focus has
come, and the own voice reads on from there; a second voice would be once too often. Only the name of a landmark, which
stands nowhere in the article, is said, and before the block, so that both are heard in that order.

Why a chosen kind beside the letters: whoever has switched them off, or writes with a keyboard of few keys, reaches
every kind with four keys that need no letter of any layout.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt

from accessreader.article import Article, Position
from accessreader.keys.commands import COMMANDS
from accessreader.landmarks import Landmark, landmarks
from accessreader.messages import _
from accessreader.qt.caret import link_at
from accessreader.qt.letter_keys import LetterKeys
from accessreader.qt.places import KINDS, beyond, places
from accessreader.qt.speech_deeds import say_to_all
from accessreader.qt.window import Window

FIRST_KIND: Final = "link"
"""The kind that is chosen at first: headings have keys of their own."""


def kind_deeds(window: Window) -> Mapping[str, Callable[[], object]]:
    """A function for every command that goes by kind, by its name."""
    walk = ByKind(window)
    return {
        **{f"next-{kind}": partial(walk.go, kind, forward=True) for kind in KINDS},
        **{f"previous-{kind}": partial(walk.go, kind, forward=False) for kind in KINDS},
        "next-of-kind": lambda: walk.go(walk.chosen, forward=True),
        "previous-of-kind": lambda: walk.go(walk.chosen, forward=False),
        "next-kind": partial(walk.choose, 1),
        "previous-kind": partial(walk.choose, -1),
    }


def named(kind: str, words: str) -> str:
    """Words of a kind in the reader's language, with its level if it has one."""
    return _(words).format(level=kind.rpartition("-")[2])


class ByKind(QObject):
    """Goes by kind in one window; `chosen` is the kind that the keys without a letter go by."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._marks: dict[Position, Landmark] = {}
        self.chosen = FIRST_KIND
        window.shown.connect(self._shown)
        letters = {command.letter: command.name for command in COMMANDS if command.letter}
        LetterKeys(window.view, letters, lambda: window.services.preferences.preferences.letter_keys, self._do)

    def _do(self, name: str) -> bool:
        action = self._window.actions_by_name.get(name)
        if action is None:  # not on this machine
            return False
        action.trigger()
        return True

    def _shown(self, article: Article) -> None:
        self._marks = {mark.position: mark.landmark for mark in landmarks(article)}

    def go(self, kind: str, *, forward: bool) -> None:
        """Go to the nearest thing of a kind; where there is none, say so."""
        view = self._window.view
        place = beyond(view.blocks, view.caret, kind, forward=forward, landmarks=tuple(self._marks))
        if place is None:
            say_to_all(self._window, named(kind, KINDS[kind].no_next if forward else KINDS[kind].no_previous))
            return
        if kind == "landmark" and place in self._marks:
            say_to_all(self._window, f"{self._marks[place].words()}.")
        link = link_at(view.blocks, place) if kind == "link" else None
        if link is not None:
            view.go_to_link(link)
        else:
            view.set_caret(place)
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)  # after the caret: told where it is, and only once

    def choose(self, by: int) -> None:
        """Choose the next kind (1), or the one before (-1), of which the article has any, and say how many."""
        blocks = self._window.view.blocks
        number = {kind: sum(1 for _place in places(blocks, kind, tuple(self._marks))) for kind in KINDS}
        there = [kind for kind in KINDS if number[kind] or kind == self.chosen]
        self.chosen = there[(there.index(self.chosen) + by) % len(there)]
        # Translators: a kind of thing in an article and how many there are, such as "Links: 12".
        words = _("{kind}: {number}").format(
            kind=named(self.chosen, KINDS[self.chosen].name), number=number[self.chosen]
        )
        say_to_all(self._window, words)
