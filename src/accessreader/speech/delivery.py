"""How the reader wants it said: voice and manner for each language, the length of the silences, the device."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from accessreader.speech.engine import USUAL, Manner, Phrase, Saying, Voice
from accessreader.speech.spoken import Spoken
from accessreader.speech.utterance import Pause


@dataclass(frozen=True, slots=True)
class Pauses:
    """Seconds of silence behind a comma, a sentence, a paragraph and a heading, at the usual rate."""

    comma: float = 0.15
    sentence: float = 0.35
    paragraph: float = 0.6
    heading: float = 0.8

    def behind(self, pause: Pause, rate: int) -> float:
        """How long this one is at a rate."""
        seconds: float = getattr(self, pause.value)
        return seconds * USUAL / rate


@dataclass(frozen=True, slots=True)
class Delivery:
    """All of the reader's wishes. `manners` and `voices` (by id) go by language; `manner` holds for all others.

    `device` is the name of a sound device, or empty for the system's own.
    """

    manner: Manner = field(default_factory=Manner)
    manners: Mapping[str, Manner] = field(default_factory=dict)
    voices: Mapping[str, str] = field(default_factory=dict)
    pauses: Pauses = field(default_factory=Pauses)
    device: str = ""

    def manner_of(self, language: str) -> Manner:
        """How this language is spoken."""
        return self.manners.get(language, self.manner)

    def voice_of(self, language: str, voices: Iterable[Voice]) -> str:
        """The id of the voice for a language: the chosen one where it is there, else the first; empty without any."""
        ids = [voice.id for voice in voices if voice.language == language]
        chosen = self.voices.get(language, "")
        if chosen in {voice.id for voice in voices}:
            return chosen
        return ids[0] if ids else ""

    def saying(self, said: Spoken, pause: Pause, voices: tuple[Voice, ...]) -> Saying:
        """What an engine is told to say. A phrase in a language without a voice has none, and is not heard."""
        phrases = tuple(
            Phrase(part.text, self.voice_of(part.language, voices), self.manner_of(part.language))
            for part in said.parts
        )
        rate = next((phrase.manner.rate for phrase in phrases), self.manner.rate)
        return Saying(phrases, self.pauses.behind(Pause.COMMA, rate), self.pauses.behind(pause, rate))
