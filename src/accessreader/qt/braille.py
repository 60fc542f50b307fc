"""What a window does in braille: the strip under the article, and the article as a file for an embosser."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from accessreader.article import Article
from accessreader.errors import AccessReaderError
from accessreader.messages import _
from accessreader.qt.saving import file_name, where_to_save
from accessreader.qt.window import Window
from accessreader.touch import emboss


def braille_deeds(window: Window) -> Mapping[str, Callable[[], object]]:
    """A function for every command of braille, by its name."""
    braille = Braille(window)
    return {
        "braille": braille.toggle,
        "braille-on": partial(braille.turn, 1),
        "braille-back": partial(braille.turn, -1),
        "save-braille": braille.ask,
    }


class Braille(QObject):
    """The braille of one window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._strip = window.pane.braille
        self._strip.failed.connect(window.say)
        self._strip.ended.connect(self._tell_end)
        self._strip.turned.connect(self._check)
        window.shown.connect(self._strip.follow)

    def toggle(self) -> None:
        """Show braille under the article, or no more; where it cannot be written, say why."""
        window, preferences = self._window, self._window.services.preferences.preferences
        wanted = not preferences.braille_strip
        if wanted and (why := self._strip.hindrance(preferences, window.services.folders)):
            self._check()
            window.banner.show_error(why)
            window.say(why, assertive=True)
        else:
            window.prefer(braille_strip=wanted)

    def turn(self, by: int) -> None:
        """Show the next row (1) or the one before (-1); the caret stays where it is."""
        if self._strip.isHidden():
            self.toggle()
        else:
            self._strip.turn(by)

    def ask(self) -> None:
        """Let the reader say where to, and save the article as a file for embossers and displays."""
        window, article = self._window, self._window.article
        if article is None:
            return
        # Translators: kinds of files of braille.
        kinds = {".brf": _("Braille for embossers and displays (BRF)"), ".pef": _("Braille for any embosser (PEF)")}
        if path := where_to_save(window, _("Save as braille"), file_name(article.title), kinds):
            self.save(article, path)

    def save(self, article: Article, path: Path) -> None:
        """Save an article as a file of braille, on another thread."""
        window = self._window
        preferences, places = window.services.preferences.preferences, window.services.folders

        def done(_done: None) -> None:
            words = _("Saved as braille: {file}").format(file=path)
            window.banner.show_notice(words)
            window.say(words)

        def explain(error: AccessReaderError) -> None:
            window.banner.show_error(str(error))
            window.say(str(error), assertive=True)

        window.jobs.run(lambda _job: emboss(article, path, preferences, places), then=done, otherwise=explain)

    def _tell_end(self, by: int) -> None:
        self._window.say(_("There is nothing further on.") if by > 0 else _("There is nothing further back."))

    def _check(self) -> None:
        if action := self._window.actions_by_name.get("braille"):
            action.setChecked(not self._strip.isHidden())
