"""`say` and `word`: a page read aloud or written into a file of sound, and what is said for a word."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, Final

from accessreader.article import Article, Position, Span, sheet
from accessreader.cli.session import Session
from accessreader.cli.terminal import say as print_out
from accessreader.cli.terminal import table
from accessreader.errors import SpeechError
from accessreader.language import LANGUAGES, detect
from accessreader.listening import delivery, wording
from accessreader.messages import _, current_language, ngettext
from accessreader.preferences import Preferences, parsed
from accessreader.speech.engine import Hush
from accessreader.speech.lexicon import load_lexicon, own_folder
from accessreader.speech.narrator import Narrator, NarratorEvent, Speaking, State, Trouble
from accessreader.speech.own_words import OwnWord, OwnWords
from accessreader.speech.recording import record
from accessreader.speech.spoken import try_word
from accessreader.speech.utterance import Parting

_MINUTE: Final = 60
_LOOK: Final = 0.5


def say(session: Session) -> int:
    """Read a page aloud, its sentences on standard output as they are heard; or write it into a file.

    Raises:
        UsageError, PreferenceError: the options cannot be had.
        FetchError, NotAnArticleError: the page cannot be had.
        SpeechError: it cannot be said.
        StoreError: the file cannot be written.
    """
    preferences = _preferences(session)
    article = session.services.road.article(session.options.place)
    if session.options.to:
        return _write(session, article, Path(session.options.to), preferences)
    return _speak(session, article, preferences)


def say_word(session: Session) -> int:
    """Print what a voice of each language is given for some words, or list the reader's own; before, change one.

    Raises:
        UsageError: the word or what is said for it is missing, or too long.
        ResourceFileError, StoreError: it cannot be kept.
    """
    options = session.options
    own = OwnWords(own_folder(session.folders))
    if options.says is not None or options.forget:
        _change_word(session, own)
    if options.words is None:
        print_out(table((word.language, word.written, word.said) for word in own.all()))
        return 0
    lexicon, refused = load_lexicon(own_folder(session.folders))
    for error in refused:
        session.tell(str(error))
    print_out(table((language, try_word(session.options.words, language, lexicon)) for language in LANGUAGES))
    return 0


def _change_word(session: Session, own: OwnWords) -> None:
    options = session.options
    words = " ".join((options.words or "").split())
    language = options.tongue or detect(words, current_language())
    if options.says is not None:
        own.put(OwnWord(language, words, options.says))
    elif not own.drop(language, words):
        session.tell(_("You have no word of your own for {word}.").format(word=words))


def _preferences(session: Session) -> Preferences:
    rate = session.options.rate
    if rate is None:
        return session.preferences()
    return session.preferences(**{f"speech_rate_{language}": parsed("speech_rate_en", rate) for language in LANGUAGES})


def _write(session: Session, article: Article, path: Path, preferences: Preferences) -> int:

    speak = wording(session.folders, lambda: preferences)
    recording = record(article, path, delivery(preferences), speak=speak, progress=_shown_progress())
    if recording is None:
        return 0
    minutes, seconds = divmod(round(recording.seconds), _MINUTE)
    files = ", ".join(str(file) for file in recording.files)
    session.tell(
        _("Written: {files}. It lasts {minutes}:{seconds}.").format(
            files=files, minutes=minutes, seconds=f"{seconds:02}"
        )
    )
    if count := recording.left_out:
        words = ngettext("{count} sentence was left out.", "{count} sentences were left out.", count)
        session.tell(words.format(count=count))
    return 0


def _shown_progress() -> Callable[[int, int], object]:
    """A line of standard error that counts, where a person looks at it."""
    if not sys.stderr.isatty():
        return lambda _done, _of: None

    def show(done: int, of: int) -> None:
        words = _("Sentence {number} of {count}.").format(number=done, count=of)
        sys.stderr.write(f"\r{words}" + ("\n" if done == of else ""))
        sys.stderr.flush()

    return show


def _speak(session: Session, article: Article, preferences: Preferences) -> int:
    """Read aloud until the end, or until Ctrl+C; everything happens on this thread but the sound."""
    inbox: SimpleQueue[Any] = SimpleQueue()
    engine = session.services.voice(inbox.put)
    printer = _Printer(article, session)
    narrator = Narrator(engine, printer.tell, wording(session.folders, lambda: preferences))
    try:
        narrator.configure(delivery(preferences))
        narrator.load(Parting(article))
        narrator.play(Position())
        while narrator.state is State.SPEAKING and not printer.hopeless:
            with contextlib.suppress(Empty):  # a moment's wait, so that Ctrl+C is seen everywhere
                narrator.hear(inbox.get(timeout=_LOOK))
    finally:
        engine.close()
    if printer.hopeless:
        raise SpeechError(_("There is no sound: no sound device answers. With --to FILE it becomes a file."))
    if not printer.heard:
        raise SpeechError(" ".join(printer.troubles) or _("There is nothing to read from here."))
    return 0


class _Printer:
    """Prints each sentence when its first word is heard. Trouble is told as soon as anything is heard at all."""

    def __init__(self, article: Article, session: Session) -> None:
        self.troubles: list[str] = []
        self.heard = False
        self._blocks = sheet(article)
        self._session = session
        self._last: Span | None = None

    @property
    def hopeless(self) -> bool:
        """Whether there is no sound at all: nobody would know what it waits for."""
        return not self.heard and Hush.NO_DEVICE.sentence() in self.troubles

    def tell(self, event: NarratorEvent) -> None:
        """Take what the narrator tells."""
        match event:
            case Trouble(sentence=words) if self.heard:
                self._session.tell(words)
            case Trouble(sentence=words):
                self.troubles.append(words)
            case Speaking(sentence=span):
                self._begin(span)
            case _:
                pass

    def _begin(self, span: Span) -> None:
        if not self.heard:
            self.heard = True
            for words in self.troubles:
                self._session.tell(words)
        if span != self._last:
            self._last = span
            print_out(self._blocks[span.block].text[span.start : span.end] + "\n")
