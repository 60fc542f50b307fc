"""The system's own voices on Windows and macOS, and wherever else pyttsx3 has a driver, by way of a sound file.

pyttsx3's drivers do not tell when in the file a word begins, so there is one mark for the whole: what is read is shown
sentence by sentence.
"""

from __future__ import annotations

import contextlib
import io
import sys
import tempfile
import time
import wave
from pathlib import Path
from typing import Any, Final

from accessreader.speech.engine import Manner, Voice
from accessreader.speech.sound import WIDTH, Mark, Sound
from accessreader.speech.synthesizers.synthesizer import SynthesizerError

_PREFIX: Final = "pyttsx3:"
_PATIENCE: Final = 20.0
"""Seconds within which a driver must have written its file."""


class Pyttsx3Synthesizer:
    """Samples of the voices that pyttsx3 finds."""

    def __init__(self, driver: str | None = None) -> None:
        """Start pyttsx3 with the platform's driver, or the one of this name.

        Raises:
            SynthesizerError: pyttsx3 has none for this machine.
        """
        try:
            import pyttsx3  # noqa: PLC0415 - where it is needed only

            self._engine: Any = pyttsx3.init(driver)
        except (ImportError, OSError, RuntimeError) as error:
            raise SynthesizerError("pyttsx3 has no voice here") from error
        self._ended = False
        self._engine.connect("finished-utterance", self._end)
        self._voices = tuple(
            Voice(_PREFIX + str(voice.id), str(voice.name), code)
            for voice in self._engine.getProperty("voices") or ()
            if (code := _language(voice.languages))
        )
        self._ids = frozenset(voice.id for voice in self._voices)

    def voices(self) -> tuple[Voice, ...]:
        """The voices whose language the system tells, as they were when this was made: a driver lists them slowly."""
        return self._voices

    def synthesize(self, text: str, voice: str, manner: Manner) -> Sound:
        """The text as sound, with one mark.

        Raises:
            SynthesizerError: there is no such voice, or the driver wrote no file, or none that can be read.
        """
        if voice not in self._ids:
            raise SynthesizerError(f"pyttsx3 has no voice {voice}")  # it would take another one, in silence
        text = text.encode("utf-8", "replace").decode()
        try:
            with tempfile.TemporaryDirectory(prefix="accessreader-voice-") as folder:
                file = Path(folder) / "said.wav"
                self._write(text, voice, manner, file)
                with wave.open(str(file)) as written:
                    rate, samples = written.getframerate(), _one_channel(written)
        except (OSError, EOFError, RuntimeError, ValueError, wave.Error) as error:
            raise SynthesizerError("pyttsx3 could not say it") from error
        start = len(text) - len(text.lstrip())
        return Sound(rate, samples, (Mark(0, start, len(text.rstrip())),) if text.strip() else ())

    def _write(self, text: str, voice: str, manner: Manner, file: Path) -> None:
        self._ended = False
        with contextlib.redirect_stdout(io.StringIO()):  # a driver tells there where it saved
            self._engine.setProperty("voice", voice.removeprefix(_PREFIX))
            self._engine.setProperty("rate", manner.rate)
            self._engine.setProperty("volume", manner.volume / 100)
            self._engine.save_to_file(text, str(file))
            self._engine.runAndWait()
            until = time.monotonic() + _PATIENCE
            while not self._ended and time.monotonic() < until:  # the first call of a process does not wait
                time.sleep(0.002)

    def _end(self, **_: object) -> None:
        self._ended = True


def _language(given: Any) -> str:
    """The code of the first language a voice names: bytes, text, with a country or without."""
    first = next(iter(given or ()), "")
    name = first.decode(errors="replace") if isinstance(first, bytes) else str(first)
    return name.lstrip("\x00\x05\x02").replace("_", "-").split("-")[0].lower()


def _one_channel(written: wave.Wave_read) -> bytes:
    if written.getsampwidth() != WIDTH:
        raise SynthesizerError(f"sound of {written.getsampwidth()} bytes a sample")
    samples = written.readframes(written.getnframes())
    channels = written.getnchannels()
    if sys.byteorder != "little" or channels == 1:
        return samples
    return b"".join(samples[at : at + WIDTH] for at in range(0, len(samples), WIDTH * channels))
