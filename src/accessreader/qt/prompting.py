"""The program's own voice for what is not in an article: questions, answers, what has just happened.

Its engine is its own, in a process of its own, and is started when something is to be said for the first time. Any key
silences it, as with every screen reader; so does whatever is said next.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot

from accessreader.assembly import Services
from accessreader.listening import delivery
from accessreader.preferences import Preferences
from accessreader.qt.jobs import bring
from accessreader.qt.newcomer import is_due
from accessreader.qt.watching import Watcher

if TYPE_CHECKING:
    from accessreader.speech.engine import Hush, SpeechEvent
    from accessreader.speech.prompter import Prompt, Prompter


class Prompting(Watcher):
    """One voice. `troubled` says in a sentence why nothing is heard; it is empty once something is heard again."""

    troubled = Signal(str)
    _came = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._prompter: Prompter | None = None
        self._came.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    @property
    def speaking(self) -> bool:
        """Whether something is being said, or is about to be."""
        return self._prompter is not None and self._prompter.speaking

    def warm_up(self) -> None:
        """Have the voices ready before the first word is wanted."""
        self._made().warm_up()

    def say(self, prompts: Sequence[Prompt], preferences: Preferences) -> None:
        """Say these one after the other, as preferred, instead of what is being said."""
        prompter = self._made()
        prompter.configure(delivery(preferences))
        prompter.say(prompts)
        self.watch(on=True)

    def hush(self) -> None:
        """Be silent."""
        self.watch(on=False)
        if self._prompter is not None:
            self._prompter.hush()

    def close(self) -> None:
        """Be silent, and give the process back; whatever is said later starts another."""
        self.watch(on=False)
        if self._prompter is not None:
            self._prompter.close()
            self._prompter = None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Be silent at a key, and swallow nothing."""
        if event.type() == QEvent.Type.KeyPress:
            self.hush()
        return False

    def _made(self) -> Prompter:
        from accessreader.speech.prompter import Prompter  # noqa: PLC0415 - only who listens pays for it

        if self._prompter is None:
            self._prompter = Prompter(self._services.voice(self._bring), self._tell)
        return self._prompter

    def _bring(self, event: SpeechEvent) -> None:
        """Bring what the engine tells from its thread to this one."""
        bring(self._came, event)

    @Slot(object)
    def _hear(self, event: SpeechEvent) -> None:
        if self._prompter is not None:
            self._prompter.hear(event)
            if not self._prompter.speaking:
                self.watch(on=False)

    def _tell(self, why: Hush | None) -> None:
        self.troubled.emit("" if why is None else why.sentence())


def voice_for(services: Services) -> Prompting | None:
    """A voice that is becoming ready, where the first questions are due; before there is any window."""
    if not is_due(services):
        return None
    voice = Prompting(services)
    voice.warm_up()
    return voice
