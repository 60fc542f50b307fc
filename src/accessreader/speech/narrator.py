"""Reads an article aloud: where it is, where it goes, which words are being said.

::

    play(position) ─► Script: which utterance, which word ─► engine.say(ticket, …) four ahead
                                                              │
    told(Speaking(sentence, word)) ◄── hear(Boundary(ticket)) ┘    a ticket nobody knows is of the past

All calls, `hear` among them, are made on one thread: whoever owns the narrator brings the engine's events there. What
happens is told through one function, as values. Where reading stands, `position` says at any time: playing, paused,
stopped or fallen silent.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass, replace
from itertools import count
from typing import Final

from accessreader.article import Position
from accessreader.language import LANGUAGES
from accessreader.messages import N_, _, current_language, translated
from accessreader.speech.delivery import Delivery
from accessreader.speech.engine import (
    Began,
    Boundary,
    Failed,
    Finished,
    Hush,
    Ready,
    Saying,
    Silenced,
    Sounding,
    SpeechEngine,
    SpeechEvent,
    Voice,
)
from accessreader.speech.lexicon import Lexicon
from accessreader.speech.news import (
    NarratorEvent,
    Offered,
    Paused,
    Recovered,
    Speaking,
    State,
    Stopped,
    Trouble,
    Whereabouts,
)
from accessreader.speech.script import Place, Script, Unit
from accessreader.speech.spoken import Spoken, Wording, spoken, usual_wording
from accessreader.speech.utterance import Parting, Pause

__all__ = [
    "Narrator",
    "NarratorEvent",
    "Offered",
    "Paused",
    "Recovered",
    "Speaking",
    "State",
    "Stopped",
    "Trouble",
    "Whereabouts",
]

_AHEAD: Final = 4
"""Sayings ordered at a time: enough that nobody waits, few enough that a change of mind costs little."""


_NO_VOICE: Final = {
    "kk": N_("There is no voice for Kazakh on this computer. What is written in Kazakh is left out."),
    "ru": N_("There is no voice for Russian on this computer. What is written in Russian is left out."),
    "en": N_("There is no voice for English on this computer. What is written in English is left out."),
}
_LEFT_OUT: Final = N_("A sentence could not be spoken and was left out.")


@dataclass(frozen=True, slots=True)
class _Order:
    """What a ticket stands for: a place in the script, or (`place` is None) words from outside it."""

    said: Spoken
    pause: Pause
    saying: Saying
    place: Place | None = None


class Narrator:
    """Reads what it is given, through an engine; `speak` makes what is said of what is written."""

    def __init__(
        self,
        engine: SpeechEngine,
        told: Callable[[NarratorEvent], None],
        speak: Wording = usual_wording,
    ) -> None:
        self._engine = engine
        self._told = told
        self._speak = speak
        self._script = Script()
        self._delivery = Delivery()
        self._offer: Offered | None = None
        self._tickets = count(1)
        self._orders: dict[int, _Order] = {}
        self._state = State.STOPPED
        self._place = Place()  # the word that is being heard
        self._next = Place()  # the utterance that is ordered next
        self._until: Position | None = None
        self._alone = False  # only this word, only this remark: then silence
        self._unsaid: tuple[str, str, Lexicon | None] | None = None  # a remark, until there are voices
        self._said_missing: set[str] = set()
        self._unheard = False  # there is no sound, and the reader has been told

    @property
    def state(self) -> State:
        """What it is doing."""
        return self._state

    @property
    def voices(self) -> tuple[Voice, ...]:
        """The voices of this machine; none as long as the engine is not ready."""
        return self._offer.voices if self._offer else ()

    def _languages(self) -> Container[str]:
        """The languages that have a voice; all, as long as nobody knows."""
        return LANGUAGES if self._offer is None else {voice.language for voice in self.voices}

    @property
    def position(self) -> Position:
        """Where reading stands: the beginning of the word heard last."""
        if not self._script:
            return Position()
        place = self._script.there(self._place)
        span = self._script.span_of(place, place.offset, place.offset + 1)
        return Position(span.block, span.start)

    # What is wished

    def load(self, parting: Parting) -> None:
        """Take something else to read; silent until `play`. Only the blocks that are come to are parted."""
        self._silence()
        self._script = Script(parting, lambda utterance: self._speak(utterance, self._languages()))
        self._place = self._script.first
        self._said_missing.clear()
        self._unheard = False
        self._engine.warm_up()

    def configure(self, delivery: Delivery) -> None:
        """Speak like this, from the next word on."""
        if delivery.device != self._delivery.device:
            self._engine.use_device(delivery.device)
        self._delivery = delivery
        changed: dict[int, Saying] = {}
        for ticket, order in self._orders.items():
            new = delivery.saying(order.said, order.pause, self.voices)
            new = replace(new, start=order.saying.start, end=order.saying.end)
            if new != order.saying:
                changed[ticket] = new
                self._orders[ticket] = replace(order, saying=new)
        if changed:
            self._engine.revise(changed)

    def play(self, position: Position, until: Position | None = None) -> None:
        """Read from the word at a position on; to another where it is given, to the end otherwise."""
        self._go(self._script.place_at(position), until)

    def pause(self) -> None:
        """Be silent, and remember the place."""
        if self._state is State.SPEAKING:
            self._engine.pause()
            self._state = State.PAUSED
            self._told(Paused(self.position))

    def resume(self) -> None:
        """Go on where it was paused; from the place where it stopped, when it was."""
        if self._state is State.PAUSED and self._orders and not self._alone:
            self._engine.resume()
            self._state = State.SPEAKING
        elif self._state is not State.SPEAKING:
            self._go(self._place, self._until)

    def stop(self) -> None:
        """Be silent."""
        self._unheard = False  # who begins anew is told anew
        if self._state is not State.STOPPED:
            self._silence()
            self._told(Stopped(self.position))

    def next(self, unit: Unit) -> bool:
        """Go on to the next word, sentence, paragraph or heading, and read from there; False where there is none.

        By words where reading is paused: that word alone is said.
        """
        return self._move(unit, 1)

    def previous(self, unit: Unit) -> bool:
        """Go back to the word, sentence, paragraph or heading before, and read from there; False where none is."""
        return self._move(unit, -1)

    def repeat(self) -> None:
        """Say the sentence once more, and read on."""
        self._go(self._place.start, self._until)

    def reword(self, speak: Wording) -> None:
        """Say what is written in another way, from the word on at which reading is."""
        self._speak = speak
        self._read_anew()
        if self._state is State.SPEAKING:
            self._go(self._place, self._until)
        elif self._state is State.PAUSED and not self._alone:
            self._silence()
            self._state = State.PAUSED

    def remark(self, text: str, language: str, lexicon: Lexicon | None = None) -> None:
        """Say something that is not in the article, by a lexicon of its own, and be paused; its place is kept."""
        self._silence()
        self._state = State.PAUSED
        self._alone = True
        if self._offer is None:
            self._unsaid = (text, language, lexicon)
            self._engine.warm_up()
        else:
            self._order_words(text, language, lexicon)

    def where_am_i(self) -> Whereabouts:
        """Where reading stands; as soon said of a long article as of a short one."""
        if not self._script:
            return Whereabouts(0, 0, "")
        place = self._script.there(self._place)
        return Whereabouts(place.number + 1, self._script.count_beside(place), self._script.heading_above(place))

    def language_at(self, position: Position) -> str:
        """The language in which the sentence at or behind a position of a block is said; empty where none is."""
        place = self._script.place_at(position)
        found = place != self._script.end and place.block == position.block
        return self._script.utterance(place).language if found else ""

    def _move(self, unit: Unit, steps: int) -> bool:
        place = self._script.move(self._place, unit, steps)
        if place == self._place:
            return False
        if unit is Unit.WORD and self._state is State.PAUSED:
            self._say_word(place)
        else:
            self._go(place)
        return True

    def _say_word(self, place: Place) -> None:
        """Say one word, and stay paused."""
        self._silence()
        self._state = State.PAUSED
        self._alone = True
        self._place = place
        words = [word for word in self._script.words(place) if word[1] > place.offset]
        if words and self.voices:
            self._order(place, words[0][1])

    def _go(self, place: Place, until: Position | None = None) -> None:
        self._silence()
        self._place = place
        self._next = place.start
        self._until = until
        self._state = State.SPEAKING
        self._order_ahead()

    def _silence(self) -> None:
        self._engine.stop()
        self._orders.clear()
        self._alone = False
        self._unsaid = None
        self._state = State.STOPPED

    # What is ordered

    def _order_ahead(self) -> None:
        if self._offer is None or self._state is State.STOPPED or self._alone:
            self._engine.warm_up()
            return
        while len(self._orders) < _AHEAD and self._script.is_within(self._next, self._until):
            place = self._place if self._next == self._place.start else self._next
            self._next = self._script.after(place)
            self._warn_of(place)
            self._order(place, self._script.end_at(place, self._until) if self._until else None)
        if not self._orders:
            self._end()

    def _order(self, place: Place, end: int | None) -> None:
        said = self._script.spoken(place)
        pause = self._script.utterance(place).pause
        saying = replace(self._delivery.saying(said, pause, self.voices), start=place.offset, end=end)
        if any(phrase.voice for phrase in saying.phrases):
            self._send(_Order(said, pause, saying, place))

    def _order_words(self, text: str, language: str, lexicon: Lexicon | None = None) -> None:
        said = spoken(text, language, lexicon)
        self._send(_Order(said, Pause.SENTENCE, self._delivery.saying(said, Pause.SENTENCE, self.voices)))

    def _send(self, order: _Order) -> None:
        ticket = next(self._tickets)
        self._orders[ticket] = order
        self._engine.say(ticket, order.saying)

    def _warn_of(self, place: Place) -> None:
        """Say once that a language has no voice, in one that has."""
        for part in self._script.spoken(place).parts:
            language = part.language
            missing = not self._delivery.voice_of(language, self.voices)
            if not missing or language in self._said_missing or not part.text.strip():
                continue
            self._said_missing.add(language)
            words = _NO_VOICE.get(language, _NO_VOICE["en"])
            self._told(Trouble(_(words)))
            known = (current_language(), *LANGUAGES)
            tongue = next((code for code in known if self._delivery.voice_of(code, self.voices)), "")
            if tongue:
                self._order_words(translated(words, tongue), tongue)

    # What is heard

    def hear(self, event: SpeechEvent) -> None:
        """Take what the engine tells."""
        match event:
            case Boundary(ticket, start, end) if ticket in self._orders:
                self._follow(self._orders[ticket], start, end)
            case Finished(ticket) if ticket in self._orders:
                self._close(ticket)
            case Failed(ticket, _) if ticket in self._orders:
                self._told(Trouble(_(_LEFT_OUT)))
                self._close(ticket)
            case Ready(voices, devices):
                self._welcome(Offered(voices, devices))
            case Silenced(why):
                self._fall_silent(why)
            case Sounding():
                self._sound_again()
            case Boundary() | Finished() | Failed() | Began():
                pass  # of the past, or said by the first word

    def _sound_again(self) -> None:
        self._unheard = False
        self._told(Recovered())

    def _follow(self, order: _Order, start: int, end: int) -> None:
        if self._unheard:
            self._sound_again()
        if order.place is None:
            return
        self._place = replace(order.place, offset=start)
        sentence = self._script.utterance(order.place).span
        self._told(Speaking(sentence, self._script.span_of(order.place, start, end)))

    def _close(self, ticket: int) -> None:
        del self._orders[ticket]
        if self._state is not State.STOPPED and not self._alone:
            self._order_ahead()

    def _end(self) -> None:
        self._silence()
        self._told(Stopped(self.position, finished=True))

    def _welcome(self, offer: Offered) -> None:
        first = self._offer is None
        if offer != self._offer:
            self._offer = offer
            if not self._orders:
                self._read_anew()
            self._told(offer)
        if first and self._state is State.SPEAKING and not offer.voices:
            self._fall_silent(Hush.NO_SYNTHESIZER)
        elif first and self._state is State.SPEAKING:
            self._order_ahead()
        elif first and self._unsaid is not None:
            self._order_words(*self._unsaid)
            self._unsaid = None

    def _read_anew(self) -> None:
        """What is said depends on the voices there are; the place stays where it is written."""
        position = self.position
        self._script.forget()
        if self._script:
            self._place = self._script.place_at(position)

    def _fall_silent(self, why: Hush) -> None:
        if why is Hush.NO_DEVICE and self._unheard:
            return  # each order is answered with it
        self._unheard = why is Hush.NO_DEVICE
        self._told(Trouble(why.sentence()))
        if why is Hush.DEVICE_GONE and self._state is State.SPEAKING:
            self._state = State.PAUSED
            self._told(Paused(self.position))
        elif why in (Hush.BROKEN, Hush.NO_SYNTHESIZER):
            self.stop()
