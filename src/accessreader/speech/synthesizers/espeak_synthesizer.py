"""espeak-ng: the system's own, or the one that came along with the program, on Linux, Windows and macOS alike.

Both speak through the binding that pyttsx3 brings.

Why not pyttsx3's engine: it cannot pause, forgets what was said meanwhile, and tells of words before they are heard.
Its binding of the library is sound, and gives samples with the places of the words in them.

Why words are asked for twice at a high rate: from 450 words a minute on espeak-ng shortens finished sound, and tells
places inside a clause up to 150 ms too late. Those of the fastest sound it makes by itself, in proportion, are right.
"""

from __future__ import annotations

import ctypes
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any, Final, cast

from accessreader.speech.engine import FASTEST, SLOWEST, Manner, Voice
from accessreader.speech.sound import WIDTH, Mark, Sound
from accessreader.speech.synthesizers.synthesizer import SynthesizerError, marks_of_words

_PREFIX: Final = "espeak:"
_UTF8: Final = 1
_NEVER_EXIT: Final = 0x8000
_ITS_OWN_FASTEST: Final = 449
_BUFFER: Final = 200
"""Milliseconds of sound that espeak-ng gives at once."""
_FIRST: Final = ("gmw/en-US", "trk/kk", "zle/ru")
_UNSAYABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


class EspeakSynthesizer:
    """Samples and words of espeak-ng."""

    def __init__(self, *, bundled: bool = False) -> None:
        """Load the system's library, or where there is none (or `bundled` is wanted) the one that came along.

        Raises:
            SynthesizerError: there is neither, or it lacks its data.
        """
        system = None if bundled else _system()
        self._binding, data = (system, None) if system else _bundled()
        self._parts: list[bytes] = []
        self._words: list[tuple[int, int]] = []
        self._rate = self._binding.Initialize(self._binding.AUDIO_OUTPUT_SYNCHRONOUS, _BUFFER, data, _NEVER_EXIT)
        if self._rate <= 0:
            raise SynthesizerError("espeak-ng has no data")
        self._binding.SetSynthCallback(self._hear)
        self._voice = ""

    def voices(self) -> tuple[Voice, ...]:
        """All voices of espeak-ng."""
        found = [_voice(spec) for spec in self._binding.ListVoices()]
        return tuple(sorted(found, key=lambda voice: voice.id.removeprefix(_PREFIX).replace("\\", "/") not in _FIRST))

    def synthesize(self, text: str, voice: str, manner: Manner) -> Sound:
        """The text as sound, with a mark for each word.

        Raises:
            SynthesizerError: there is no such voice, or espeak-ng failed.
        """
        self._use(voice, manner)
        text = _UNSAYABLE.sub(" ", text)
        rate = min(max(manner.rate, SLOWEST), FASTEST)
        samples = self._make(text, rate)
        if rate <= _ITS_OWN_FASTEST:
            return Sound(self._rate, samples, marks_of_words(text, self._words, len(samples) // WIDTH))
        sound = Sound(self._rate, samples).trimmed()
        slow = self._make(text, _ITS_OWN_FASTEST)
        slower = Sound(self._rate, slow, marks_of_words(text, self._words, len(slow) // WIDTH)).trimmed()
        share = len(sound) / max(1, len(slower))
        marks = tuple(Mark(int(mark.sample * share), mark.start, mark.end) for mark in slower.marks)
        return Sound(self._rate, sound.samples, marks)

    def _use(self, voice: str, manner: Manner) -> None:
        binding = self._binding
        name = voice.removeprefix(_PREFIX)
        if name != self._voice:
            if binding.SetVoiceByName(name.encode()) != binding.EE_OK:
                raise SynthesizerError(f"espeak-ng has no voice {name}")
            self._voice = name
        binding.SetParameter(binding.PITCH, manner.pitch, 0)
        binding.SetParameter(binding.VOLUME, manner.volume, 0)

    def _make(self, text: str, rate: int) -> bytes:
        binding = self._binding
        binding.SetParameter(binding.RATE, rate, 0)
        self._parts.clear()
        self._words.clear()
        if binding.Synth(text.encode(), flags=_UTF8 | binding.ENDPAUSE) != binding.EE_OK:
            raise SynthesizerError("espeak-ng could not say it")
        return b"".join(self._parts)

    def _hear(self, samples: Any, count: int, events: Any) -> int:
        index = 0
        while events[index].type != self._binding.EVENT_LIST_TERMINATED:
            event = events[index]
            if event.type == self._binding.EVENT_WORD and event.text_position > 0:
                self._words.append((event.audio_position * self._rate // 1000, event.text_position - 1))
            index += 1
        if count > 0:
            self._parts.append(ctypes.string_at(samples, WIDTH * count))
        return 0


def _voice(spec: Any) -> Voice:
    identifier = spec.identifier.decode()
    language = spec.languages[1:].split(b"\x00")[0].decode().split("-")[0]
    return Voice(_PREFIX + identifier, spec.name.decode().replace("_", " "), language)


def _system() -> ModuleType | None:
    """The binding with the system's library, or None where there is none."""
    try:
        from pyttsx3.drivers import _espeak  # noqa: PLC0415 - loads the library
    except RuntimeError:
        return None
    return cast("ModuleType", _espeak)


def _bundled() -> tuple[ModuleType, bytes]:
    """The binding with the library that came along, and the folder in which that has its data."""
    try:
        import espeakng_loader as bundle  # noqa: PLC0415 - where it is needed only

        with _answering(ctypes.CDLL(bundle.get_library_path())):
            from pyttsx3.drivers import _espeak  # noqa: PLC0415 - loads the library
        return cast("ModuleType", _espeak), _as_opened(Path(bundle.get_data_path()).parent)
    except (ImportError, OSError, RuntimeError) as error:
        raise SynthesizerError("there is no espeak-ng") from error


@contextmanager
def _answering(library: ctypes.CDLL) -> Iterator[None]:
    """Whatever library is asked for meanwhile, this one is given: the binding knows places of systems only."""
    loader: Any = ctypes.cdll
    loader.LoadLibrary = lambda _name: library
    try:
        yield
    finally:
        del loader.LoadLibrary


def _as_opened(path: Path) -> bytes:
    """A path as the C library opens it: on Windows in the system's old code page."""
    return str(path).encode("mbcs", "replace") if sys.platform == "win32" else os.fsencode(path)
