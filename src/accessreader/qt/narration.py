"""The narrator, brought to the window: what is read aloud is marked, followed and shown, and the keys reach the voice.

::

    a key ──▶ Narration ──▶ Narrator ──▶ engine, in a process of its own
    view.point_at, Following, SpeechBar ◀── _tell ◀── Narrator ◀── one queued signal ◀── the engine's thread

One position is shared by the caret, the voice and the marks: the caret goes silently along, is told of where the voice
stops, and takes the voice along when the reader moves it. Nothing is started before the first word is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol
from weakref import WeakSet

from PySide6.QtCore import QObject, Qt, Signal, Slot

from accessreader.article import Article, Position, Span
from accessreader.assembly import Services
from accessreader.language import LANGUAGES
from accessreader.listening import delivery, wording
from accessreader.messages import _, current_language
from accessreader.preferences import AUTOMATIC, Amount, Preferences, declarations
from accessreader.qt.article_view import ArticleView
from accessreader.qt.banner import Banner
from accessreader.qt.caret import word_at
from accessreader.qt.hush_key import HushKey
from accessreader.qt.jobs import bring
from accessreader.qt.own_voice import OwnVoice
from accessreader.qt.speech_bar import SpeechBar, UnderWay
from accessreader.qt.voice_marks import VoiceMarks

if TYPE_CHECKING:
    from accessreader.speech.engine import SpeechEngine, SpeechEvent
    from accessreader.speech.lexicon import Lexicon
    from accessreader.speech.narrator import Narrator, NarratorEvent
    from accessreader.speech.spoken import Wording

_THERE: WeakSet[Narration] = WeakSet()
"""Those of all windows: where one begins to read, the others pause."""


def reword_everywhere() -> None:
    """Let the reader's own words, which have changed, hold at once in every window."""
    for one in _THERE:
        one.reword()


class Reader(Protocol):
    """What the narration needs of the window."""

    services: Services
    view: ArticleView
    banner: Banner

    def say(self, words: str, *, assertive: bool = False) -> None:
        """Show words in the status line and let assistive technology say them."""

    def prefer(self, **values: object) -> None:
        """Change preferences, show the change and say it."""


class Narration(QObject):
    """Reads one window's article aloud. `offered`: voices and devices are known now; `closed`: it is over."""

    offered = Signal()
    closed = Signal()
    _came = Signal(object)

    def __init__(self, reader: Reader, bar: SpeechBar) -> None:
        super().__init__(reader.view)
        self._reader = reader
        self._view = reader.view
        self._bar = bar
        self._preferences = Preferences()
        self._engine: SpeechEngine | None = None
        self._narrator: Narrator | None = None
        self._article: Article | None = None
        self._loaded = False
        self._language = ""
        self._heard = False  # a word since reading began
        self._to_the_end = False  # it was begun for the whole rest, not for a selection
        self._came_to_end = False
        self._from_caret = False  # where to go on: the reader has moved the caret since
        self._own_voice = OwnVoice(reader)
        self._troubled = False
        self.devices: tuple[str, ...] = ()
        self._marks = VoiceMarks(self._view)
        self._following = self._marks.following
        self._hush = HushKey(self, self.pause)
        self._view.caret_moved.connect(self._caret_moved)
        self._came.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        _THERE.add(self)

    # ── what is under way ────────────────────────────────────────────────────────────────────────────────────────

    @property
    def active(self) -> bool:
        """Whether something is being read, or is paused."""
        return self._narrator is not None and self._narrator.state != "stopped"

    @property
    def speaking(self) -> bool:
        """Whether something is being read just now."""
        return self._narrator is not None and self._narrator.state == "speaking"

    @property
    def listening(self) -> bool:
        """Whether the reader listens: something is read, or was to the end of the article and nobody ended it."""
        return self.speaking or self._came_to_end

    @property
    def language(self) -> str:
        """The language of what is read, or would be: kk, ru or en."""
        spoken = self._language or (self._article.language if self._article else "")
        return spoken if spoken in LANGUAGES else "en"

    @property
    def names(self) -> dict[str, str]:
        """The names of the voices, by their ids, as far as they are known."""
        voices = self._narrator.voices if self._narrator else ()
        return {AUTOMATIC: _("chosen by the program"), **{voice.id: voice.name for voice in voices}}

    def load(self, article: Article) -> None:
        """This is what can be read now; what was read is silent."""
        self.stop()
        self._article = article
        self._loaded = False
        self._language = ""

    def configure(self, preferences: Preferences) -> None:
        """Read as the reader prefers, from the next word on."""
        self._preferences = preferences
        self._marks.configure(preferences)
        if self._narrator is not None:
            self._narrator.configure(delivery(preferences))
        self._show()

    def retranslate(self) -> None:
        """Another language of the program: the bar speaks it, and the voice is silent."""
        self.stop()
        self._bar.retranslate()
        self._show()

    def close(self) -> None:
        """Be silent for ever."""
        self.stop()
        self._hush.watch(on=False)
        if self._engine is not None:
            self._engine.close()
        self.closed.emit()

    # ── what the reader wishes ───────────────────────────────────────────────────────────────────────────────────

    def toggle(self, place: Position) -> None:
        """Read from a place on, or pause, or go on."""
        if self.speaking:
            self.pause()
        elif self.active and not self._from_caret and self._narrator is not None:
            self._following.resume()
            self._narrator.resume()
            self._show()
        else:
            self.play(self._view.caret if self.active else place)

    def play(self, position: Position, until: Position | None = None) -> None:
        """Read from a position on, to another or to the end."""
        if self.permitted() and (narrator := self._made()):
            self._begin_anew(whole=until is None)
            self._following.resume()
            narrator.play(position, until)
            self._show()

    def pause(self) -> None:
        """Be silent; the place is kept to the word."""
        if self._narrator is not None and self.speaking:
            self._narrator.pause()
            self._show()

    def stop(self) -> None:
        """Be silent; the caret stays at the word that was heard last."""
        self._came_to_end = False
        if self._narrator is not None:
            self._narrator.stop()
            self._show()

    def step(self, unit: str, *, forward: bool) -> None:
        """Go on or back by a word, sentence, paragraph or heading, and read from there."""
        from accessreader.speech.script import Unit  # noqa: PLC0415

        if (narrator := self._at_caret()) is None:
            return
        if not (narrator.next if forward else narrator.previous)(Unit(unit)):
            self._reader.say(_("There is nothing further on.") if forward else _("There is nothing further back."))
        self._show()

    def repeat(self) -> None:
        """Say the sentence once more, and read on."""
        if narrator := self._at_caret():
            narrator.repeat()
            self._show()

    def spell(self) -> None:
        """Say the letters of the word at which the voice is, or the caret."""
        if not self._view.blocks or not self.permitted() or self._made() is None:
            return
        word, language = self.word_at_caret()
        if word:
            self.remark(", ".join(letter for letter in word if letter.isalnum()), language)
        else:
            self._reader.say(_("There is no word here."))

    def remark(self, words: str, language: str = "") -> None:
        """Let the own voice say something that is not in the article; its place is kept."""
        if self.permitted() and (narrator := self._made()):
            if not self.active:
                self._from_caret = True
            narrator.remark(words, language or current_language())
            self._show()

    def try_out(self, words: str, language: str, lexicon: Lexicon) -> bool:
        """Let the own voice say words by a lexicon, as they would be read; False where no voice has the language.

        Why without asking beside assistive technology: nobody presses a button of that name by mistake.
        """
        narrator = self._made()
        if narrator is None or (narrator.voices and language not in {voice.language for voice in narrator.voices}):
            return False
        if not self.active:
            self._from_caret = True
        narrator.remark(words, language, lexicon)
        self._show()
        return True

    def reword(self) -> None:
        """The reader's own words have changed: they hold at once."""
        if self._narrator is not None:
            self._narrator.reword(self._wording())

    def _wording(self) -> Wording:
        return wording(self._reader.services.folders, lambda: self._preferences)

    def word_at_caret(self) -> tuple[str, str]:
        """The word at which the voice is, or the caret, and its language; "" where there is none."""
        if not self._view.blocks:
            return "", self.language
        start, end = word_at(self._view.column, self._view.caret)
        word = self._view.blocks[start.block].text[start.offset : end.offset]
        return (word if any(letter.isalnum() for letter in word) else ""), self._language_at(start)

    def show_spoken(self) -> None:
        """Bring what is read into sight, and follow it again."""
        if self.active and self._narrator is not None:
            self._following.resume(self._narrator.position)
        else:
            self._reader.say(_("Nothing is being read aloud."))

    def where(self) -> str:
        """Where reading stands, in words; empty where nothing is read."""
        return str(self._narrator.where_am_i()) if self.active and self._narrator is not None else ""

    def warm(self) -> Narrator | None:
        """The narrator with an engine that is ready, or is becoming so; `offered` tells when."""
        narrator = self._made()
        if self._engine is not None:
            self._engine.warm_up()
        return narrator

    # ── how ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def permitted(self) -> bool:
        """Whether the own voice may speak; where it may not yet, that is said."""
        return self.active or self._own_voice.may_speak()

    def _made(self) -> Narrator | None:
        """The narrator, with the article of now; None where there is nothing to read."""
        from accessreader.speech.narrator import Narrator  # noqa: PLC0415 - only who listens pays for it
        from accessreader.speech.utterance import Parting  # noqa: PLC0415

        if self._article is None:
            return None
        if self._narrator is None:
            self._engine = self._reader.services.voice(self._bring)
            self._narrator = Narrator(self._engine, self._tell, self._wording())
            self._narrator.configure(delivery(self._preferences))
        if not self._loaded:
            self._loaded = True
            self._narrator.load(Parting(self._article))
        return self._narrator

    def _begin_anew(self, *, whole: bool = True) -> None:
        self._heard = self._from_caret = self._came_to_end = False
        self._to_the_end = whole

    def _at_caret(self) -> Narrator | None:
        """The narrator, in sight and where one can go on or back from; None where it may not or cannot speak.

        Where it does not read, or the caret was moved, it begins at the caret.
        """
        if not self.permitted() or (narrator := self._made()) is None:
            return None
        if not self.active or self._from_caret:
            self._begin_anew()
            narrator.play(self._view.caret)
        self._following.resume()
        return narrator

    def _bring(self, event: SpeechEvent) -> None:
        """Bring what the engine tells from its thread to this one."""
        bring(self._came, event)

    @Slot(object)
    def _hear(self, event: SpeechEvent) -> None:
        if self._narrator is not None:
            self._narrator.hear(event)

    def _tell(self, event: NarratorEvent) -> None:
        from accessreader.speech import narrator as told  # noqa: PLC0415

        match event:
            case told.Speaking(sentence, word):
                self._come_to(sentence, word)
            case told.Paused(position):
                self._rest(position)
            case told.Stopped(position, finished=finished):
                self._end(position, finished=finished)
            case told.Trouble(sentence=words):
                self._troubled = True
                self._reader.banner.show_notice(words)
                self._reader.say(words, assertive=True)
            case told.Recovered():
                self._recover()
            case told.Offered(devices=devices):
                self.devices = devices
                self.offered.emit()
        self._show()

    def _come_to(self, sentence: Span, word: Span) -> None:
        self._heard = True
        self._language = self._language_at(Position(sentence.block, sentence.start))
        self._marks.show(sentence, word, carry=not self._from_caret)

    def _rest(self, position: Position) -> None:
        """Leave the caret at the word that was heard last."""
        if self._heard and not self._from_caret:
            self._marks.rest(position)

    def _end(self, position: Position, *, finished: bool) -> None:
        self._rest(position)
        self._marks.clear()
        self._came_to_end = finished and self._heard and self._to_the_end
        if finished:
            self._reader.say(
                _("The end of what was read.") if self._heard else _("There is nothing to read from here.")
            )
        self._heard = self._from_caret = False

    def _recover(self) -> None:
        if self._troubled:
            self._troubled = False
            self._reader.banner.clear()
            self._reader.say(_("Reading aloud goes on."))

    def _caret_moved(self, position: Position) -> None:
        """The reader takes the voice along, unless they are selecting."""
        if self._marks.moving or self._narrator is None or not self.active or self._view.selection() is not None:
            return
        if self.speaking:
            self._begin_anew()
            self._following.resume()
            self._narrator.play(position)
        else:
            self._from_caret = True

    def _language_at(self, position: Position) -> str:
        return (self._narrator.language_at(position) if self._narrator else "") or self.language

    def _show(self) -> None:
        """Let the bar show the state, and Ctrl silence while there is something to silence."""
        self._hush.watch(on=self.speaking)
        if self.speaking:
            for other in _THERE - {self}:
                other.pause()
        if not self.active:
            self._bar.show_state(UnderWay())
            return
        key = f"speech_rate_{self.language}"
        amount = declarations()[key]
        rate = amount.written(getattr(self._preferences, key)) if isinstance(amount, Amount) else ""
        voice = self._voice_name()
        self._bar.show_state(UnderWay(active=True, speaking=self.speaking, rate=rate, voice=voice))

    def _voice_name(self) -> str:
        if self._narrator is None:
            return ""
        return self.names.get(delivery(self._preferences).voice_of(self.language, self._narrator.voices), "")
