"""Piper: voices that sound like people, read from the folder `voices` among the reader's data.

A voice is two files, `name.onnx` and `name.onnx.json`. Piper itself comes with `pip install accessreader[piper]`.

Why its voices come last though they sound best: the first word takes half a second, and a word's place is told only by
models that were made to. Readers choose it; nobody is surprised by it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from accessreader.folders import folders
from accessreader.speech.engine import USUAL, Manner, Voice
from accessreader.speech.sound import WIDTH, Sound
from accessreader.speech.synthesizers.synthesizer import SynthesizerError, marks_of_words

_PREFIX: Final = "piper:"


class PiperSynthesizer:
    """Samples of the voices in a folder. A model is loaded when it first speaks, and the last one is kept."""

    def __init__(self, folder: Path | None = None) -> None:
        """Look for voices in a folder, the reader's own by default.

        Raises:
            SynthesizerError: there is none, or Piper is not installed.
        """
        self._files = dict(_voice_files(folder or folders().data / "voices"))
        if not self._files:
            raise SynthesizerError("there are no voices for Piper")
        if find_spec("piper") is None:
            raise SynthesizerError("Piper is not installed")
        self._loaded: tuple[str, Any] = ("", None)

    def voices(self) -> tuple[Voice, ...]:
        """The voices in the folder, by the names of their files."""
        return tuple(voice for voice, _ in self._files.values())

    def synthesize(self, text: str, voice: str, manner: Manner) -> Sound:
        """The text as sound; a mark for each word, by its length where the model tells of none. Pitch cannot be set.

        Raises:
            SynthesizerError: there is no such voice, or its model cannot be used.
        """
        from piper import SynthesisConfig  # noqa: PLC0415 - large, and only where it is wanted

        speaker = self._speaker(voice)
        wish = SynthesisConfig(length_scale=USUAL / manner.rate, volume=manner.volume / 100)
        try:
            chunks = list(speaker.synthesize(text, wish)) if text.strip() else []
        except (RuntimeError, ValueError) as error:
            raise SynthesizerError("Piper could not say it") from error
        samples = b"".join(chunk.audio_int16_bytes for chunk in chunks)
        length = len(samples) // WIDTH
        return Sound(speaker.config.sample_rate, samples, marks_of_words(text, _told(text, chunks), length))

    def _speaker(self, voice: str) -> Any:
        if voice not in self._files:
            raise SynthesizerError(f"Piper has no voice {voice}")
        if self._loaded[0] != voice:
            from piper import PiperVoice  # noqa: PLC0415

            try:
                self._loaded = (voice, PiperVoice.load(self._files[voice][1]))
            except (OSError, RuntimeError, ValueError, KeyError) as error:
                raise SynthesizerError(f"the model of {voice} cannot be used") from error
        return self._loaded[1]


def _voice_files(folder: Path) -> Iterator[tuple[str, tuple[Voice, Path]]]:
    for model in sorted(folder.glob("*.onnx")):
        described = model.with_suffix(".onnx.json")
        try:
            code = json.loads(described.read_text(encoding="utf-8"))["espeak"]["voice"]
        except (OSError, ValueError, KeyError, TypeError):
            continue
        voice = Voice(_PREFIX + model.stem, model.stem.replace("_", " ").replace("-", " "), code.split("-")[0])
        yield voice.id, (voice, model)


def _told(text: str, chunks: list[Any]) -> list[tuple[int, int]]:
    """Where words begin, of models which tell how long each sound of a word is; else nothing."""
    begins: list[int] = []
    at = 0
    for chunk in chunks:
        opened = False
        for sound in chunk.phoneme_alignments or ():
            if sound.phoneme.isalpha() and not opened:
                begins.append(at)
            opened = sound.phoneme.isalpha() or (opened and not sound.phoneme.isspace())
            at += sound.num_samples
    words = [place for place, _ in _words(text)]
    return list(zip(begins, words, strict=True)) if len(begins) == len(words) else []


def _words(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for word in text.split():
        at = text.index(word, at)
        if any(character.isalnum() for character in word):
            yield at, word
        at += len(word)
