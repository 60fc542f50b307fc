"""Bookmarks, highlights and notes: put on the newest text, found again by their words when another text comes."""

from __future__ import annotations

import datetime as dt

from accessreader.article import Block, Position, Span, refound, sheet, words_after
from accessreader.library import door
from accessreader.library.store import WORDS_KEPT, Library, stamp_of, time_of
from accessreader.library.values import Mark, MarkKind


def mark(library: Library, address: str, kind: MarkKind, span: Span, *, note: str = "") -> int:
    """Put a mark on a span of `sheet` of the newest text; the answer is its number.

    A bookmark may have an empty span; then the words after it are kept with it.

    Raises:
        LibraryError: the article is not kept, or nothing can be written.
    """
    length = span.end - span.start or WORDS_KEPT
    words = words_after(sheet(library.article(address)), Position(span.block, span.start), length)
    stamp = stamp_of(dt.datetime.now(dt.UTC))
    with door.writing(library.connection, library.path):
        cursor = library.connection.execute(
            "INSERT INTO mark (article, kind, block, start, end, words, note, made) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (library.number_of(address), kind.value, span.block, span.start, span.end, words, note, stamp),
        )
    return int(cursor.lastrowid or 0)


def marks(library: Library, address: str) -> tuple[Mark, ...]:
    """The marks of an article in the order of its newest text. Raises LibraryError."""
    blocks = sheet(library.article(address))
    with door.told(library.path):
        rows = library.connection.execute(
            "SELECT id, kind, block, start, end, words, note, made FROM mark WHERE article = ?",
            (library.number_of(address),),
        ).fetchall()
        found = [
            Mark(number, MarkKind(kind), _refound(blocks, Span(*place), words), words, note, time_of(made))
            for number, kind, *place, words, note, made in rows
        ]
    return tuple(sorted(found, key=lambda mark: (mark.span, mark.number)))


def _refound(blocks: tuple[Block, ...], span: Span, words: str) -> Span:
    place = refound(blocks, Position(span.block, span.start), words)
    length = len(blocks[place.block].text) if place.block < len(blocks) else 0
    return Span(place.block, place.offset, min(place.offset + span.end - span.start, length))


def rewrite(library: Library, number: int, note: str) -> None:
    """Write a note anew. Raises LibraryError."""
    with door.writing(library.connection, library.path):
        library.connection.execute("UPDATE mark SET note = ? WHERE id = ?", (note, number))


def unmark(library: Library, number: int) -> None:
    """Take a mark away. Raises LibraryError."""
    with door.writing(library.connection, library.path):
        library.connection.execute("DELETE FROM mark WHERE id = ?", (number,))
