"""An article made into a file of sound, with the text that goes with it and its chapters.

::

    utterances ──▶ saying ──▶ Studio ──▶ samples, words ──▶ file
                                                      └──▶ Heard ──▶ .lrc  .vtt  .chapters.vtt

The sound is made as fast as the voice can, and heard by nobody. The file has its name only when it is whole; until
then, and if nothing comes of it, there is none. A sentence that the voice cannot say is left out and counted.

Whoever wants it no more waits for nothing: not for a long sentence, nor for a slow voice.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from accessreader.article import Article
from accessreader.errors import SpeechError, StoreError
from accessreader.messages import _
from accessreader.speech.choir import RATE
from accessreader.speech.delivery import Delivery
from accessreader.speech.sound_file import SoundFile, create
from accessreader.speech.spoken import Wording, usual_wording
from accessreader.speech.studio import StoppedError, Studio
from accessreader.speech.timed_text import Heard, chapter_starts, chapters, lrc, webvtt
from accessreader.speech.utterance import Parting, Utterance


@dataclass(frozen=True, slots=True)
class Recording:
    """What was written: the files, the sound first, its seconds, and how many sentences had to be left out."""

    files: tuple[Path, ...]
    seconds: float
    left_out: int = 0


def record(
    article: Article,
    path: Path,
    delivery: Delivery,
    *,
    speak: Wording = usual_wording,
    progress: Callable[[int, int], object] = lambda _done, _of: None,
    stop: Callable[[], bool] = lambda: False,
    command: Sequence[str] = (),
) -> Recording | None:
    """Write an article as sound into a file of the kind that its ending says, and its text beside it.

    Args:
        article: what is said, title and all.
        path: the file; `.lrc`, `.vtt` and, where there are chapters, `.chapters.vtt` are written beside it.
        delivery: how it is said.
        speak: makes what is said of what is written.
        progress: told after each sentence how many are done, and of how many.
        stop: asked some twenty times a second, whatever takes its time; the answer True ends it, with None.
        command: what starts the voice, instead of the usual.

    Raises:
        UsageError: files of this kind cannot be written here.
        StoreError: a file cannot be written.
        SpeechError: nothing of it can be said on this computer.
    """
    unfinished = path.with_name(f".{path.stem}.unfinished{path.suffix}")
    file = create(unfinished, RATE, partial(_go_on, stop))
    try:
        said = _parted(article, stop)
        with Studio(command, stop) as studio:
            say = partial(_say, file=file, studio=studio, delivery=delivery, speak=speak)
            heard = _write(said, say, progress)
        file.close(chapter_starts(article.title, heard))
        _go_on(stop)
        unfinished.replace(path)
        return Recording((path, *_write_texts(article, path, heard)), file.seconds, len(said) - len(heard))
    except StoppedError:
        return None
    except OSError as error:
        raise StoreError(str(path), error.strerror or "") from error
    finally:
        with contextlib.suppress(OSError, StoreError):
            file.close()
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)


def _go_on(stop: Callable[[], bool]) -> None:
    if stop():
        raise StoppedError


def _parted(article: Article, stop: Callable[[], bool]) -> tuple[Utterance, ...]:
    """Everything the article says; of a book that alone takes its time."""
    parting = Parting(article)
    said: list[Utterance] = []
    for number in range(len(parting.blocks)):
        _go_on(stop)
        said += parting.of(number)
    return tuple(said)


def _write(
    said: Sequence[Utterance], say: Callable[[Utterance], Heard | None], progress: Callable[[int, int], object]
) -> tuple[Heard, ...]:
    heard: list[Heard] = []
    for number, utterance in enumerate(said, 1):
        one = say(utterance)
        if one is not None:
            heard.append(one)
        progress(number, len(said))
    if not heard:
        raise SpeechError(_("Nothing of this can be said on this computer: there is no voice for its language."))
    return tuple(heard)


def _say(utterance: Utterance, *, file: SoundFile, studio: Studio, delivery: Delivery, speak: Wording) -> Heard | None:
    """Add an utterance to the file; None where no voice can say it."""
    voices = studio.voices
    said = speak(utterance, {voice.language for voice in voices})
    saying = delivery.saying(said, utterance.pause, voices)
    if not any(phrase.voice for phrase in saying.phrases):
        return None
    try:
        sound = studio.sound_of(saying)
    except SpeechError:
        return None
    start = file.seconds
    file.write(sound.samples)
    words = tuple((start + mark.sample / RATE, said.written(mark.start)[0]) for mark in sound.marks)
    return Heard(utterance.text, start, file.seconds - saying.pause, words, utterance.level)


def _write_texts(article: Article, path: Path, heard: tuple[Heard, ...]) -> tuple[Path, ...]:
    texts = {
        ".lrc": lrc(article.title, heard, author=article.author, site=article.site),
        ".vtt": webvtt(article.title, heard, article.language),
    }
    if len(chapter_starts(article.title, heard)) > 1:
        texts[".chapters.vtt"] = chapters(article.title, heard)
    for ending, text in texts.items():
        path.with_suffix(ending).write_text(text, encoding="utf-8")
    return tuple(path.with_suffix(ending) for ending in texts)
