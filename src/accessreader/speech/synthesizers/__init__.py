"""What makes sound of text: one line for each, in the order in which their voices are preferred."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Final

from accessreader.speech.synthesizers.espeak_synthesizer import EspeakSynthesizer
from accessreader.speech.synthesizers.piper_synthesizer import PiperSynthesizer
from accessreader.speech.synthesizers.pyttsx3_synthesizer import Pyttsx3Synthesizer
from accessreader.speech.synthesizers.silent import SilentSynthesizer
from accessreader.speech.synthesizers.synthesizer import Synthesizer, SynthesizerError

__all__ = ["SYNTHESIZERS", "USUAL_SYNTHESIZERS", "Synthesizer", "SynthesizerError"]

SYNTHESIZERS: Final[Mapping[str, Callable[[], Synthesizer]]] = {
    "pyttsx3": Pyttsx3Synthesizer,
    "espeak": EspeakSynthesizer,
    "espeak-bundled": lambda: EspeakSynthesizer(bundled=True),
    "piper": PiperSynthesizer,
    "silent": SilentSynthesizer,
    "hum": lambda: SilentSynthesizer(hum=True),
}

# On Linux pyttsx3 has nothing but espeak-ng, which tells of words when it is asked directly.
USUAL_SYNTHESIZERS: Final = ("espeak", "piper") if sys.platform == "linux" else ("pyttsx3", "espeak", "piper")
