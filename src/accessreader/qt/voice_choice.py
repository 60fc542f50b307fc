"""Choosing a voice or a sound device from what this machine has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from accessreader.messages import _
from accessreader.preferences import AUTOMATIC, declarations
from accessreader.qt.choosing import choose
from accessreader.qt.narration import Narration, Reader
from accessreader.qt.rows import Row

if TYPE_CHECKING:
    from accessreader.speech.engine import Voice

_VOICE = "speech_voice_"


class VoiceChoice(QObject):
    """Opens lists over a window. Where the voices are not known yet, the list opens as soon as they are."""

    def __init__(self, window: QWidget, reader: Reader, narration: Narration) -> None:
        super().__init__(window)
        self._window = window
        self._reader = reader
        self._narration = narration
        self._wanted = ""
        self._next = False
        narration.offered.connect(self._go_on)

    def choose(self, key: str) -> None:
        """Let the reader choose a value for a preference: a voice of a language, or the device."""
        self._wanted, self._next = key, False
        self._start()

    def choose_voice(self) -> None:
        """Let the reader choose a voice for the language that is read."""
        self.choose(f"{_VOICE}{self._narration.language}")

    def next_voice(self) -> None:
        """Take the next voice of the language that is read."""
        self._wanted, self._next = f"{_VOICE}{self._narration.language}", True
        self._start()

    def _start(self) -> None:
        narrator = self._narration.warm()
        if narrator is not None and narrator.voices:
            self._go_on()
        else:
            self._reader.say(_("Looking for the voices of this computer…"))

    def _go_on(self) -> None:
        key, self._wanted = self._wanted, ""
        if not key:
            return
        if key.startswith(_VOICE):
            language = key.removeprefix(_VOICE)
            voices = self._voices()
            if self._next:
                self._take_next(key, [voice.id for voice in voices if voice.language == language])
            else:
                ordered = sorted(voices, key=lambda voice: voice.language != language)
                self._open(key, [(voice.id, Row(voice.name, voice.language)) for voice in ordered])
        else:
            self._open(key, [(name, Row(name)) for name in self._narration.devices])

    def _voices(self) -> Sequence[Voice]:
        narrator = self._narration.warm()
        return narrator.voices if narrator is not None else ()

    def _take_next(self, key: str, names: list[str]) -> None:
        if not names:
            self._reader.say(_("This computer has no voice for the language."))
            return
        present = getattr(self._reader.services.preferences.preferences, key)
        at = names.index(present) if present in names else 0
        self._reader.prefer(**{key: names[(at + 1) % len(names)]})

    def _open(self, key: str, found: list[tuple[str, Row]]) -> None:
        rows = [(AUTOMATIC, Row(_("chosen by the program"))), *found]
        choose(
            self._window,
            _(declarations()[key].label),
            [row for _name, row in rows],
            lambda number: self._reader.prefer(**{key: rows[number][0]}),
        )
