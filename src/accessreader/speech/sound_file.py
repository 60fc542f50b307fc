"""Files of sound. WAV is always there; FLAC, Opus and MP3 where the encoders of `soundfile` are.

Sound comes as 16-bit samples of one channel in pieces. Opus knows five sample rates only, so what a voice makes at
22 050 is brought to 24 000, a piece at a time: each begins and ends in silence, and nothing is heard of the joint.
"""

from __future__ import annotations

import struct
import wave
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, BinaryIO, Final, Protocol

from accessreader.errors import StoreError, UsageError
from accessreader.messages import _
from accessreader.speech.chapter_marks import Chapters, mark_chapters

ALWAYS: Final = (".wav",)
ENCODED: Final = {".flac": ("FLAC", "PCM_16"), ".opus": ("OGG", "OPUS"), ".mp3": ("MP3", "MPEG_LAYER_III")}
_OPUS_RATES: Final = (8_000, 12_000, 16_000, 24_000, 48_000)


class SoundFile(Protocol):
    """A file of sound that is being written."""

    @property
    def seconds(self) -> float:
        """How much has been written."""

    def write(self, samples: bytes) -> None:
        """Add samples: signed, 16 bits, one channel."""

    def close(self, chapters: Chapters = ()) -> None:
        """End the file, once; (second, title) of its chapters go into it where its kind has a place for them."""


def kinds() -> tuple[str, ...]:
    """The endings of the files that can be written here."""
    return (*ALWAYS, *ENCODED) if find_spec("soundfile") else ALWAYS


def create(path: Path, rate: int, meanwhile: Callable[[], object] = lambda: None) -> SoundFile:
    """A file for samples of a rate, of the kind that its ending says.

    `meanwhile` is called again and again while a long piece is brought to another rate; what it raises ends that.

    Raises:
        UsageError: this kind cannot be written here.
        StoreError: the file cannot be written.
    """
    kind = path.suffix.lower()
    if kind not in kinds():
        raise UsageError(
            _("Here a file of sound ends in {endings}; the others need the package soundfile.").format(
                endings=", ".join(kinds())
            )
        )
    try:
        return _Wave(path, rate) if kind == ".wav" else _Encoded(path, rate, meanwhile)
    except OSError as error:
        raise StoreError(str(path), error.strerror or "") from error


class _Wave:
    """A WAV file, with its chapters as cue points."""

    def __init__(self, path: Path, rate: int) -> None:
        self._path = path
        self._rate = rate
        self._count = 0
        self._stream = path.open("w+b")
        self._file = wave.open(self._stream, "wb")  # noqa: SIM115 - closed by `close`
        self._file.setnchannels(1)
        self._file.setsampwidth(2)
        self._file.setframerate(rate)

    @property
    def seconds(self) -> float:
        return self._count / self._rate

    def write(self, samples: bytes) -> None:
        try:
            self._file.writeframes(samples)
        except OSError as error:
            raise StoreError(str(self._path), str(error)) from error
        self._count += len(samples) // 2

    def close(self, chapters: Chapters = ()) -> None:
        if self._stream.closed:
            return
        try:
            with self._stream:
                self._file.close()
                if chapters:
                    _add_cues(self._stream, [(round(second * self._rate), title) for second, title in chapters])
        except OSError as error:
            raise StoreError(str(self._path), str(error)) from error


def _chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def _add_cues(file: BinaryIO, cues: list[tuple[int, str]]) -> None:
    """Add cue points with labels behind the samples (RIFF: `cue ` and `LIST` `adtl`)."""
    points = b"".join(
        struct.pack("<II4sIII", number, sample, b"data", 0, 0, sample)
        for number, (sample, _title) in enumerate(cues, 1)
    )
    labels = b"".join(
        _chunk(b"labl", struct.pack("<I", number) + title.encode() + b"\0")
        for number, (_sample, title) in enumerate(cues, 1)
    )
    tail = _chunk(b"cue ", struct.pack("<I", len(cues)) + points) + _chunk(b"LIST", b"adtl" + labels)
    file.seek(0, 2)
    file.write(b"\0" * (file.tell() % 2) + tail)
    size = file.tell() - 8
    file.seek(4)
    file.write(struct.pack("<I", size))


class _Encoded:
    """A file that `soundfile` encodes."""

    def __init__(self, path: Path, rate: int, meanwhile: Callable[[], object]) -> None:
        import soundfile  # noqa: PLC0415 - an extra

        self._path = path
        self._from = rate
        self._meanwhile = meanwhile
        form, subtype = ENCODED[path.suffix.lower()]
        self._rate = rate
        if subtype == "OPUS" and rate not in _OPUS_RATES:
            self._rate = next(there for there in _OPUS_RATES if there >= rate)
        self._failures: tuple[type[Exception], ...] = (OSError, soundfile.SoundFileError)
        try:
            self._file: Any = soundfile.SoundFile(
                str(path), "w", samplerate=self._rate, channels=1, format=form, subtype=subtype
            )
        except self._failures as error:
            raise StoreError(str(path), str(error)) from error
        self._count = 0

    @property
    def seconds(self) -> float:
        return self._count / self._rate

    def write(self, samples: bytes) -> None:
        parts = (samples,) if self._rate == self._from else resampled(samples, self._from, self._rate)
        for part in parts:
            self._put(part)
            self._meanwhile()

    def _put(self, samples: bytes) -> None:
        try:
            self._file.buffer_write(samples, dtype="int16")
        except self._failures as error:
            raise StoreError(str(self._path), str(error)) from error
        self._count += len(samples) // 2

    def close(self, chapters: Chapters = ()) -> None:
        if self._file.closed:
            return
        try:
            self._file.close()
            mark_chapters(self._path, chapters, self.seconds)
        except self._failures as error:
            raise StoreError(str(self._path), str(error)) from error


_TAPS: Final = 16
_AT_A_TIME: Final = 8192


def resampled(samples: bytes, before: int, after: int) -> Iterator[bytes]:
    """The samples at a higher rate, part by part: a windowed sinc of 32 taps. Needs numpy, which `soundfile` brings."""
    import numpy as np  # noqa: PLC0415 - comes with the extra

    silence = np.zeros(_TAPS)
    source = np.concatenate([silence, np.frombuffer(samples, dtype="<i2"), silence])
    offsets = np.arange(1 - _TAPS, _TAPS + 1)
    count = len(samples) // 2 * after // before
    for start in range(0, count, _AT_A_TIME):
        places = np.arange(start, min(start + _AT_A_TIME, count)) * (before / after)
        whole = places.astype(int)
        distance = (places - whole)[:, None] - offsets[None, :]
        kernel = np.sinc(distance) * np.cos(np.pi * distance / (2 * _TAPS + 1)) ** 2
        sums = (source[whole[:, None] + offsets[None, :] + _TAPS] * kernel).sum(axis=1)
        yield np.clip(np.rint(sums), -32768, 32767).astype("<i2").tobytes()
