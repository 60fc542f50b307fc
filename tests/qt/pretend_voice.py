"""An engine that is silent and does what a test says: it tells of the next word, of the end, of trouble."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from accessreader.assembly import Services
from accessreader.speech.engine import Began, Boundary, Finished, Ready, Saying, SpeechEvent, Voice

VOICES = (
    Voice("pretend:kk", "Aigul", "kk"),
    Voice("pretend:ru", "Irina", "ru"),
    Voice("pretend:ru-2", "Pavel", "ru"),
    Voice("pretend:en", "Emma", "en"),
)


class PretendVoice:
    """Keeps what was ordered; `word` and `rest` are what a real one would do by itself."""

    def __init__(self, told: Callable[[SpeechEvent], None], voices: tuple[Voice, ...] = VOICES) -> None:
        self.told = told
        self.voices = voices
        self.sayings: dict[int, Saying] = {}
        self.orders: list[str] = []
        self.device = ""
        self.at: dict[int, int] = {}

    def warm_up(self) -> None:
        self.orders.append("warm_up")
        self.told(Ready(self.voices, ("Speakers", "Headphones")))

    def say(self, ticket: int, saying: Saying) -> None:
        self.orders.append("say")
        self.sayings[ticket] = saying

    def revise(self, sayings: Mapping[int, Saying]) -> None:
        self.orders.append("revise")
        self.sayings.update(sayings)

    def pause(self) -> None:
        self.orders.append("pause")

    def resume(self) -> None:
        self.orders.append("resume")

    def stop(self) -> None:
        self.orders.append("stop")
        self.sayings.clear()

    def use_device(self, name: str) -> None:
        self.device = name

    def close(self) -> None:
        self.orders.append("close")

    def _words(self, saying: Saying) -> list[tuple[int, int]]:
        found = [match.span() for match in re.finditer(r"\S+", saying.text)]
        end = len(saying.text) if saying.end is None else saying.end
        return [span for span in found if span[1] > saying.start and span[0] < end]

    def word(self) -> bool:
        """Say the next word; answers whether there is one."""
        while self.sayings:
            ticket, saying = next(iter(self.sayings.items()))
            words = self._words(saying)
            number = self.at.get(ticket, 0)
            if number < len(words):
                if not number:
                    self.told(Began(ticket))
                self.at[ticket] = number + 1
                self.told(Boundary(ticket, *words[number]))
                return True
            del self.sayings[ticket]
            self.told(Finished(ticket))
        return False

    @property
    def said(self) -> str:
        """What is ordered, sentence by sentence."""
        return " | ".join(saying.text[saying.start : saying.end] for saying in self.sayings.values())


def with_voice(services: Services, engines: list[PretendVoice], voices: tuple[Voice, ...] = VOICES) -> Services:
    """The same services with a pretended engine; each that is asked for is added to `engines`."""

    def voice(told: Callable[[SpeechEvent], None]) -> PretendVoice:
        engines.append(PretendVoice(told, voices))
        return engines[-1]

    return replace(services, voice=voice)
