"""All the voices there are, and a saying made into one stream of sound by those it names."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from typing import Final

from accessreader.speech.engine import USUAL, Phrase, Saying, Voice
from accessreader.speech.sound import Sound, joined
from accessreader.speech.synthesizers import SYNTHESIZERS, USUAL_SYNTHESIZERS, Synthesizer, SynthesizerError

log = logging.getLogger(__name__)

RATE: Final = 22_050
"""Samples a second of all that is heard: what most synthesizers make."""
_LIMIT: Final = 500
"""Characters given to a synthesizer at once: over a longer piece it takes its time, and hears nothing meanwhile."""
_BETWEEN_VOICES: Final = 0.06
"""Seconds between two voices in one sentence, at the usual rate."""
_SAID: Final = re.compile(r"\w")


class Choir:
    """Synthesizers that are on this machine, by their names; to be made and used on one thread."""

    def __init__(self, names: Iterable[str] = USUAL_SYNTHESIZERS) -> None:
        self._by_voice: dict[str, Synthesizer] = {}
        voices: list[Voice] = []
        for name in names:
            try:
                synthesizer = SYNTHESIZERS[name]()
                found = synthesizer.voices()
            except SynthesizerError as error:
                log.info("no voices of %s: %s", name, error)
                continue
            voices += found
            self._by_voice |= {voice.id: synthesizer for voice in found}
        self.voices: Final = tuple(voices)

    def sound_of(self, saying: Saying) -> Sound:
        """The words of a saying, its pause behind them, at `RATE`; marks count in the saying's text.

        Raises:
            SynthesizerError: one of its voices is not there or cannot say its part.
        """
        rate = next((phrase.manner.rate for phrase in saying.phrases), USUAL)
        whole = joined(self._parts(saying), RATE, _BETWEEN_VOICES * USUAL / rate)
        if saying.start or saying.end is not None:
            whole = whole.words(saying.start, saying.end).trimmed()
        return whole.with_silence(saying.pause)

    def _parts(self, saying: Saying) -> Iterator[tuple[Sound, int]]:
        offset = 0
        for phrase in saying.phrases:
            for start, end in _pieces(phrase.text):
                if phrase.voice and _SAID.search(phrase.text, start, end):
                    yield self._piece(phrase, phrase.text[start:end], saying.comma), offset + start
            offset += len(phrase.text)

    def _piece(self, phrase: Phrase, text: str, comma: float | None) -> Sound:
        synthesizer = self._by_voice.get(phrase.voice)
        if synthesizer is None:
            raise SynthesizerError(f"no voice {phrase.voice}")
        sound = synthesizer.synthesize(text, phrase.voice, phrase.manner).trimmed()
        return sound if comma is None else sound.with_commas(text, comma)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The text in pieces short enough, cut between words where there are any."""
    start = 0
    while len(text) - start > _LIMIT:
        blank = text.rfind(" ", start + 1, start + _LIMIT)
        end = blank + 1 if blank > 0 else start + _LIMIT
        yield start, end
        start = end
    yield start, len(text)
