"""The article of a window, saved as a file of sound while one reads on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from accessreader.article import Article
from accessreader.assembly import Services
from accessreader.errors import AccessReaderError
from accessreader.listening import delivery, wording
from accessreader.messages import _, ngettext
from accessreader.preferences import Preferences
from accessreader.qt.banner import Banner
from accessreader.qt.jobs import Job, Jobs, bring
from accessreader.qt.saving import file_name, where_to_save

if TYPE_CHECKING:
    from accessreader.speech.recording import Recording

_A_MOMENT = 2.0
"""Seconds that the program waits at its end for what is unfinished to be cleared away."""


class Saver(Protocol):
    """What saving needs of the window."""

    services: Services
    jobs: Jobs
    banner: Banner
    article: Article | None

    def say(self, words: str, *, assertive: bool = False) -> None:
        """Show words in the status line and let assistive technology say them."""


class SoundSaving(QObject):
    """One article at a time. The banner tells how far it is, without a word for each step, and cancels it."""

    _came = Signal(int, int)

    def __init__(self, window: QWidget, saver: Saver) -> None:
        super().__init__(window)
        self._window = window
        self._saver = saver
        self._job: Job[Recording | None] | None = None
        self._words = ""
        self._unfinished: list[Job[Recording | None]] = []
        self._came.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def ask(self) -> None:
        """Let the reader say where to, and save."""
        from accessreader.speech.sound_file import kinds  # noqa: PLC0415 - only who saves pays for it

        article = self._saver.article
        if article is None:
            return
        forms = {ending: ending[1:].upper() for ending in kinds()}
        if path := where_to_save(self._window, _("Save as sound"), file_name(article.title), forms):
            self.save(path)

    def save(self, path: Path) -> None:
        """Save the article of now in a file; what was being saved is given up."""
        self.cancel()
        article = self._saver.article
        if article is None:
            return
        preferences = self._saver.services.preferences.preferences
        self._words = _("Saving as sound: {file}").format(file=path.name)
        self._saver.banner.show_progress(self._words, self.cancel)
        self._saver.say(self._words)
        self._job = self._saver.jobs.run(
            lambda job: self._record(job, article, path, preferences), then=self._done, otherwise=self._failed
        )
        self._unfinished = [*(job for job in self._unfinished if not job.rest(0)), self._job]

    def cancel(self) -> None:
        """Give up what is being saved; nothing is left of it."""
        if self._job is not None:
            self._job.drop()
            self._job = None
            self._saver.banner.clear()
            self._saver.say(_("Stopped."))

    def close(self) -> None:
        """Give up for ever: the program may end, and nothing unfinished is to be left."""
        self.cancel()
        for job in self._unfinished:
            job.rest(_A_MOMENT)

    def _record(
        self, job: Job[Recording | None], article: Article, path: Path, preferences: Preferences
    ) -> Recording | None:
        from accessreader.speech.recording import record  # noqa: PLC0415

        speak = wording(self._saver.services.folders, lambda: preferences)
        return record(article, path, delivery(preferences), speak=speak, progress=self._tell, stop=job.dropped)

    def _tell(self, done: int, of: int) -> None:
        bring(self._came, done, of)

    @Slot(int, int)
    def _show(self, done: int, of: int) -> None:
        sentence = self._saver.banner.sentence
        if self._job is not None and sentence.text().startswith(self._words):
            share = round(100 * done / of)
            sentence.setText(_("{words}, {share} percent").format(words=self._words, share=share))

    def _done(self, recording: Recording | None) -> None:
        self._job = None
        if recording is None:
            return
        words = _("Saved as sound: {file}").format(file=recording.files[0])
        if count := recording.left_out:
            said = ngettext("{count} sentence was left out.", "{count} sentences were left out.", count)
            words = f"{words} {said.format(count=count)}"
        self._saver.banner.show_notice(words)
        self._saver.say(words)

    def _failed(self, error: AccessReaderError) -> None:
        self._job = None
        self._saver.banner.show_error(str(error))
        self._saver.say(str(error), assertive=True)
