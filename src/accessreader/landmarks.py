"""The landmarks of an article: title, date and authors, text, notes.

They are what a reader leaps between who knows articles: to the beginning of the text past everything that stands over
it, to the notes behind it. Positions count in `sheet(article)`.

Why notes are known by three signs: a heading that is called so in any of the three languages; a block to which a number
or a sign in the text leads; what stands behind the last line that parts an article. What is no more than a few blocks
from the beginning is text, whatever it is called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from accessreader.article import Article, Block, Position, place_of, sheet
from accessreader.messages import N_, _


class Landmark(StrEnum):
    """A part of an article by what it is for."""

    TITLE = "title"
    BYLINE = "byline"
    TEXT = "text"
    NOTES = "notes"

    def words(self) -> str:
        """What it is called, in the reader's language."""
        return _(_NAMES[self])


_NAMES: Final = {
    Landmark.TITLE: N_("Title"),
    Landmark.BYLINE: N_("Date and authors"),
    # Translators: the body of an article, as against its title and its notes.
    Landmark.TEXT: N_("Text of the article"),
    Landmark.NOTES: N_("Notes and what follows"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a landmark begins."""

    landmark: Landmark
    position: Position


_CALLED_NOTES: Final = re.compile(
    r"(?:(?:foot|end)?notes?|references|sources|bibliography|further reading|see also|related (?:links|stories)"
    r"|примечани[ея]|сноски|источники?|литература|ссылки|см\. также|смотрите также|читайте также|по теме"
    r"|ескерту(?:лер)?|түсіндірме(?:лер)?|сілтеме(?:лер)?|дереккөз(?:дер)?|әдебиеттер?|тағы қараңыз|тақырып бойынша)"
    r"\s*[:.]?",
    re.IGNORECASE,
)
_SIGN: Final = re.compile(r"[\[(]?(?:\d{1,3}|[a-zа-я]|[*†‡§]{1,3})[\])]?\Z", re.IGNORECASE)
_NOTE: Final = frozenset({"paragraph", "list_item"})


def landmarks(article: Article) -> tuple[Mark, ...]:
    """The landmarks that an article has, from the first to the last."""
    blocks = sheet(article)
    first = len(blocks) - len(article.blocks)
    out = []
    if article.title:
        out.append(Mark(Landmark.TITLE, Position()))
    if first > bool(article.title):
        out.append(Mark(Landmark.BYLINE, Position(first - 1)))
    text = next((number for number in range(first, len(blocks)) if blocks[number].text), None)
    if text is not None:
        out.append(Mark(Landmark.TEXT, Position(text)))
        notes = _notes(article, blocks, text)
        if notes is not None:
            out.append(Mark(Landmark.NOTES, Position(notes)))
    return tuple(out)


def _notes(article: Article, blocks: tuple[Block, ...], text: int) -> int | None:
    """The first block of the notes and of what follows the text."""
    found = [
        *(number for number in range(text + 1, len(blocks)) if _is_called_notes(blocks[number])),
        *_parted(blocks, text),
        *_led_to(article, blocks, text),
    ]
    return min(found, default=None)


def _is_called_notes(block: Block) -> bool:
    return block.kind == "heading" and _CALLED_NOTES.fullmatch(block.text.strip()) is not None


def _parted(blocks: tuple[Block, ...], text: int) -> Iterator[int]:
    """What stands behind the last divider, where that is less than a quarter of all."""
    last = next((number for number in range(len(blocks) - 1, text, -1) if blocks[number].kind == "divider"), None)
    if last is not None and last + 1 < len(blocks) and len(blocks) - last - 1 < (last - text) / 3:
        yield last + 1


def _led_to(article: Article, blocks: tuple[Block, ...], text: int) -> Iterator[int]:
    """The blocks to which signs in the text lead: notes stand below, and lead back up."""
    if not article.anchors:
        return
    for number in range(text, len(blocks)):
        for run in blocks[number].runs:
            if not run.href or "#" not in run.href or not _SIGN.match(run.text.strip()):
                continue
            place = place_of(article, run.href)
            if place is not None and place.block > number and blocks[place.block].kind in _NOTE:
                yield place.block
