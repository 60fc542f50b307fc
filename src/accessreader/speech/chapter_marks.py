"""Chapters inside a file of sound that is whole: ID3 frames in MP3, comments in FLAC and Opus.

Players know them by these names: `CHAP` and `CTOC` of ID3v2 (its chapter frame addendum 1.0), and `CHAPTER001=` with
`CHAPTER001NAME=` in Vorbis comments (as VorbisComment's wiki proposes). The encoder knows neither, so they are put in
afterwards; the sound itself is not touched.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from accessreader.speech.timed_text import long_time

Chapters = tuple[tuple[float, str], ...]
"""(second, title) of each, in order."""

_LONGEST_PAGE: Final = 255 * 255


def mark_chapters(path: Path, chapters: Chapters, seconds: float) -> None:
    """Put chapters into a file of a kind that has a place for them; others stay as they are.

    Raises:
        OSError: the file cannot be read or written.
    """
    marked = _KINDS.get(path.suffix.lower())
    if marked is not None and chapters:
        path.write_bytes(marked(path.read_bytes(), chapters, seconds))


# MP3


def _with_id3(data: bytes, chapters: Chapters, seconds: float) -> bytes:
    ends = [*(start for start, _title in chapters[1:]), seconds]
    names = [f"chapter{number}".encode() + b"\0" for number in range(len(chapters))]
    frames = [_frame(b"CTOC", b"toc\0" + bytes((3, min(255, len(names)))) + b"".join(names[:255]))]
    for name, (start, title), end in zip(names, chapters, ends, strict=True):
        times = struct.pack(">IIII", round(start * 1000), round(end * 1000), 0xFFFFFFFF, 0xFFFFFFFF)
        frames.append(_frame(b"CHAP", name + times + _frame(b"TIT2", b"\x01" + title.encode("utf-16"))))
    body = b"".join(frames)
    size = bytes(len(body) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x03\0\0" + size + body + data


def _frame(name: bytes, body: bytes) -> bytes:
    return name + struct.pack(">IH", len(body), 0) + body


# FLAC and Opus


def _comments(vendor: bytes, chapters: Chapters) -> bytes:
    lines = []
    for number, (start, title) in enumerate(chapters, 1):
        lines += [f"CHAPTER{number:03}={long_time(start)}".encode(), f"CHAPTER{number:03}NAME={title}".encode()]
    counted = b"".join(struct.pack("<I", len(line)) + line for line in lines)
    return struct.pack("<I", len(vendor)) + vendor + struct.pack("<I", len(lines)) + counted


def _with_flac_block(data: bytes, chapters: Chapters, _seconds: float) -> bytes:
    """A block of comments behind the first, in the place of any that there is."""
    at, blocks, last = 4, [], False
    while not last:
        last, kind = bool(data[at] & 0x80), data[at] & 0x7F
        end = at + 4 + int.from_bytes(data[at + 1 : at + 4], "big")
        if kind != 4:
            blocks.append((kind, data[at + 4 : end]))
        at = end
    blocks.insert(1, (4, _comments(b"", chapters)))
    head = b"".join(
        bytes((kind | (0x80 if number == len(blocks) else 0),)) + len(body).to_bytes(3, "big") + body
        for number, (kind, body) in enumerate(blocks, 1)
    )
    return data[:4] + head + data[at:]


def _with_opus_tags(data: bytes, chapters: Chapters, _seconds: float) -> bytes:
    """Other tags in the second page; what would not fit into one page is left out."""
    first = _page_end(data, 0)
    second = _page_end(data, first)
    packet = b""
    while chapters and (not packet or len(packet) >= _LONGEST_PAGE):
        packet = b"OpusTags" + _comments(b"AccessReader", chapters)
        chapters = chapters[: len(chapters) // 2]
    lengths = bytes([255] * (len(packet) // 255) + [len(packet) % 255])
    page = data[first : first + 22] + bytes(4) + bytes((len(lengths),)) + lengths + packet
    page = page[:22] + struct.pack("<I", _ogg_checksum(page)) + page[26:]
    return data[:first] + page + data[second:]


def _page_end(data: bytes, start: int) -> int:
    count = data[start + 26]
    return start + 27 + count + sum(data[start + 27 : start + 27 + count])


def _ogg_checksum(page: bytes) -> int:
    """The checksum of RFC 3533: a CRC of 32 bits, polynomial 0x04c11db7, nothing reflected."""
    register = 0
    for byte in page:
        register ^= byte << 24
        for _bit in range(8):
            register = (register << 1 ^ (0x04C11DB7 if register & 0x80000000 else 0)) & 0xFFFFFFFF
    return register


_KINDS: Final[Mapping[str, Callable[[bytes, Chapters, float], bytes]]] = {
    ".mp3": _with_id3,
    ".flac": _with_flac_block,
    ".opus": _with_opus_tags,
}
