"""Says short words at once: a question, an answer, what has just happened. New words silence those before.

::

    prompter.say([Prompt("kk", {"kk": "…", "ru": "…", "en": "…"}), …])  ──► engine.say, one after the other
    prompter.hear(event)                                                ◄── the engine's events, on this same thread

What is asked for before there are voices waits for them, and only the last of it: nobody wants to hear an old question.
Where a language has no voice, its words are said in one that has: in another language rather than not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from accessreader.language import LANGUAGES
from accessreader.speech.delivery import Delivery
from accessreader.speech.engine import (
    Failed,
    Finished,
    Hush,
    Ready,
    Silenced,
    Sounding,
    SpeechEngine,
    SpeechEvent,
    Voice,
)
from accessreader.speech.spoken import spoken
from accessreader.speech.utterance import Pause


@dataclass(frozen=True, slots=True)
class Prompt:
    """The same words in several languages, and the language in which they should be said."""

    language: str
    words: Mapping[str, str]


class Prompter:
    """Drives an engine that nobody else drives. `troubled` is told why nothing is heard, and None once it is again."""

    def __init__(self, engine: SpeechEngine, troubled: Callable[[Hush | None], None]) -> None:
        self._engine = engine
        self._troubled = troubled
        self._delivery = Delivery()
        self._voices: tuple[Voice, ...] | None = None
        self._unsaid: tuple[Prompt, ...] = ()
        self._tickets = count(1)
        self._ordered: set[int] = set()

    @property
    def speaking(self) -> bool:
        """Whether something is being said, or will be as soon as there are voices."""
        return bool(self._ordered or self._unsaid)

    def configure(self, delivery: Delivery) -> None:
        """Speak like this, from the next words on."""
        if delivery.device != self._delivery.device:
            self._engine.use_device(delivery.device)
        self._delivery = delivery

    def warm_up(self) -> None:
        """Have the voices ready before the first word is wanted."""
        self._engine.warm_up()

    def say(self, prompts: Sequence[Prompt]) -> None:
        """Say these one after the other, instead of what is being said."""
        self.hush()
        self._unsaid = tuple(prompts)
        if self._voices is None:
            self._engine.warm_up()
        else:
            self._order()

    def hush(self) -> None:
        """Be silent."""
        self._unsaid = ()
        if self._ordered:
            self._ordered.clear()
            self._engine.stop()

    def close(self) -> None:
        """Be silent for ever."""
        self._engine.close()

    def hear(self, event: SpeechEvent) -> None:
        """Take what the engine tells."""
        match event:
            case Ready(voices=voices):
                self._voices = voices
                self._order()
            case Finished(ticket=ticket) | Failed(ticket=ticket):
                self._ordered.discard(ticket)
            case Silenced(why=why):
                self._troubled(why)
            case Sounding():
                self._troubled(None)
            case _:
                pass

    def _order(self) -> None:
        voices, unsaid = self._voices or (), self._unsaid
        self._unsaid = ()
        if unsaid and not voices:
            self._troubled(Hush.NO_SYNTHESIZER)
            return
        for prompt in unsaid:
            language = self._voiced(prompt, voices)
            if not language:
                continue
            said = spoken(prompt.words[language], language, voices={voice.language for voice in voices})
            ticket = next(self._tickets)
            self._ordered.add(ticket)
            self._engine.say(ticket, self._delivery.saying(said, Pause.SENTENCE, voices))

    def _voiced(self, prompt: Prompt, voices: tuple[Voice, ...]) -> str:
        """The language in which words can be said: the wished one, another that has a voice, or none."""
        known = (prompt.language, *LANGUAGES)
        return next((code for code in known if code in prompt.words and self._delivery.voice_of(code, voices)), "")
