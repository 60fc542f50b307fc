"""A voice that says nothing, in time: for machines without one, and for tests.

Its sound is silence as long as the words would take; with `hum` a tone of its own for each word, by which a recording
tells what was said.
"""

from __future__ import annotations

import math
import re
from array import array
from typing import Final

from accessreader.speech.engine import Manner, Voice
from accessreader.speech.sound import Mark, Sound
from accessreader.speech.synthesizers.synthesizer import SynthesizerError

_RATE: Final = 22_050
_LANGUAGES: Final = ("kk", "ru", "en")


class SilentSynthesizer:
    """Words of the same length each: 60 seconds by the rate."""

    def __init__(self, *, hum: bool = False) -> None:
        self._hum = hum

    def voices(self) -> tuple[Voice, ...]:
        """One voice for each of the program's languages."""
        return tuple(Voice(f"silent:{code}", "Silence", code) for code in _LANGUAGES)

    def synthesize(self, text: str, voice: str, manner: Manner) -> Sound:
        """Silence, or tones, with a mark for each word.

        Raises:
            SynthesizerError: it is no voice of its own.
        """
        if voice not in {own.id for own in self.voices()}:
            raise SynthesizerError(f"silence has no voice {voice}")
        length = _RATE * 60 // manner.rate
        words = [found.span() for found in re.finditer(r"\S+", text)]
        marks = tuple(Mark(number * length, start, end) for number, (start, end) in enumerate(words))
        samples = b"".join(self._word(text[start:end], length, manner.volume) for start, end in words)
        return Sound(_RATE, samples, marks)

    def _word(self, word: str, length: int, volume: int) -> bytes:
        if not self._hum:
            return bytes(2 * length)
        pitch = 2 * math.pi * pitch_of(word) / _RATE
        loud = 120 * volume
        return array("h", (round(loud * math.sin(pitch * index)) or 1 for index in range(length))).tobytes()


def pitch_of(word: str) -> int:
    """The tone of a word, in hertz: between 300 and 2 000, the same at every call."""
    return 300 + sum(map(ord, word)) * 37 % 1_700
