"""What happens in the window, said by the program's own voice to whoever wishes it; and the questions that ask so.

Beside a screen reader it is silent, which says all of it already, and while an article is read aloud. Nothing of the
voice and nothing of the questions is loaded before it is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible

from accessreader.messages import current_language
from accessreader.qt.prompting import Prompting
from accessreader.qt.window import Window

if TYPE_CHECKING:
    from accessreader.qt.first_run import FirstRun


class Aloud(QObject):
    """The own voice of one window, beside that which reads the article."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._first_run: FirstRun | None = None
        self.voice = Prompting(window.services, self)
        window.status.said.connect(self._say)
        window.narration.closed.connect(self.voice.close)

    def speak_with(self, voice: Prompting) -> None:
        """Take another voice, which was made ready before there was a window."""
        voice.setParent(self)
        self._window.narration.closed.connect(voice.close)
        self.voice = voice

    def ask(self, *, afresh: bool = True) -> None:
        """Ask the first questions: all of them, or only from the first that is not answered on."""
        from accessreader.qt.first_run import FirstRun  # noqa: PLC0415

        if self._first_run is None:
            self._first_run = FirstRun(self._window, self.voice)
        self._first_run.begin(afresh=afresh)

    def _say(self, words: str) -> None:
        preferences = self._window.services.preferences.preferences
        if not words or not preferences.speech_of_program or QAccessible.isActive() or self._window.narration.active:
            return
        from accessreader.speech.prompter import Prompt  # noqa: PLC0415

        language = current_language()
        self.voice.say([Prompt(language, {language: words})], preferences)
