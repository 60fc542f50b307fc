"""How a reader likes to listen: their preferences and words, made into what the voice is told.

It stands between the shells and `speech`, which knows of no preferences. Nothing of `speech` is loaded before it is
needed: who does not listen pays nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Container
from typing import TYPE_CHECKING, Protocol

from accessreader.folders import Folders
from accessreader.language import LANGUAGES
from accessreader.preferences import AUTOMATIC, Preferences

if TYPE_CHECKING:
    from accessreader.speech.delivery import Delivery
    from accessreader.speech.engine import Manner, SpeechEngine, SpeechEvent
    from accessreader.speech.spoken import Spoken, Wording
    from accessreader.speech.utterance import CueKind, Utterance

log = logging.getLogger(__name__)


class Voicing(Protocol):
    """Makes an engine that speaks. `told` is called on another thread."""

    def __call__(self, told: Callable[[SpeechEvent], None]) -> SpeechEngine:
        """The engine."""


def voice(told: Callable[[SpeechEvent], None]) -> SpeechEngine:
    """An engine that speaks, in a process of its own."""
    from accessreader.speech.remote import RemoteEngine  # noqa: PLC0415

    return RemoteEngine(told)


def delivery(preferences: Preferences) -> Delivery:
    """Voices, rates, pauses and device of a reader with these preferences."""
    from accessreader.speech.delivery import Delivery, Pauses  # noqa: PLC0415

    kinds = ("comma", "sentence", "paragraph", "heading")
    voices = {language: getattr(preferences, f"speech_voice_{language}") for language in LANGUAGES}
    return Delivery(
        manners={language: _manner(preferences, language) for language in LANGUAGES},
        voices={language: chosen for language, chosen in voices.items() if chosen != AUTOMATIC},
        pauses=Pauses(**{kind: getattr(preferences, f"speech_pause_{kind}") / 1000 for kind in kinds}),
        device="" if preferences.speech_device == AUTOMATIC else preferences.speech_device,
    )


def _manner(preferences: Preferences, language: str) -> Manner:
    from accessreader.speech.engine import Manner  # noqa: PLC0415

    rate, pitch, volume = (
        round(getattr(preferences, f"speech_{wish}_{language}")) for wish in ("rate", "pitch", "volume")
    )
    return Manner(rate, pitch, volume)


def announced(preferences: Preferences) -> frozenset[CueKind]:
    """What is said of the structure of an article."""
    from accessreader.speech.announcing import ANNOUNCED  # noqa: PLC0415
    from accessreader.speech.utterance import CueKind  # noqa: PLC0415

    structure = ANNOUNCED if preferences.speech_structure else frozenset[CueKind]()
    return structure | {CueKind.LINK} if preferences.speech_links else structure


def wording(places: Folders, preferences: Callable[[], Preferences]) -> Wording:
    """How written words are said to a reader with these words of their own; `preferences` is asked at each sentence."""
    from accessreader.speech.lexicon import load_lexicon, own_folder  # noqa: PLC0415
    from accessreader.speech.spoken import spoken  # noqa: PLC0415

    lexicon, refused = load_lexicon(own_folder(places))
    for error in refused:
        log.warning("%s", error)

    def said(utterance: Utterance, voices: Container[str]) -> Spoken:
        return spoken(utterance, lexicon=lexicon, announced=announced(preferences()), voices=voices)

    return said
