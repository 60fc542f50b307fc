"""The parts one below another, and where the window stands in them.

Heights are known only for what was laid out, so there is no y of the whole article. The window's place is a part and
the pixels of it that are above the window. What is *remembered* is another thing, an `Anchor`: the character at the
top, and how much of its line is above. Only the reader's own scrolling makes a new anchor; a change of size or
spacing lays out anew and goes back to the same one. Why: to ask the view after each change where it stands makes the
text creep.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize

from accessreader.article import Block, Heading, Position
from accessreader.qt.layout import PartLayout
from accessreader.qt.parts import Parts
from accessreader.qt.setting import Setting, set_part
from accessreader.qt.table_setting import sources_in
from accessreader.qt.typography import Typography

_KEPT_LAYOUTS: Final = 240
_ALL_ABOVE: Final = 1000.0
_BEGINNING: Final = Position()
_LONGEST_DATE: Final = 30
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Anchor:
    """The character at the top of the window, the share of its row that lies above, and whether it is a picture's."""

    position: Position = _BEGINNING
    share: float = 0.0
    picture: bool = False
    before: float = 0.0
    """How much of the space above the article's beginning is in the window too, in em."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A part in the window: its number, and the y of its top in the window."""

    index: int
    y: float
    layout: PartLayout


class Column:
    """An article in a window of some size."""

    def __init__(
        self, blocks: tuple[Block, ...], language: str, typography: Typography, *, wanted: Callable[[str], bool]
    ) -> None:
        self.blocks = blocks
        self.language = language
        self.typography = typography
        self.parts = Parts(blocks)
        self.pictures: dict[str, QSize] = {}
        self.wanted = wanted
        self.anchor = Anchor(before=_ALL_ABOVE)
        self.index = 0
        self.offset = 0.0
        self._layouts: dict[int, PartLayout] = {}
        self._settled = False

    def change(self, typography: Typography) -> None:
        """Look different from now on; the anchor stays."""
        self.typography = typography
        self._layouts.clear()
        self._settled = False

    def forget(self, source: str) -> None:
        """Lay out the figures anew which show this picture: it has come, or will not."""
        numbers = {self.parts.parts[index].block for index in self._layouts}
        showing = {number for number in numbers if source in sources_in(self.blocks[number])}
        for index in list(self._layouts):
            if self.parts.parts[index].block in showing:
                del self._layouts[index]
                self._settled = False

    # ── layouts ──────────────────────────────────────────────────────────────────────────────────────────────────

    def layout(self, index: int) -> PartLayout:
        """One part, laid out now if it was not."""
        found = self._layouts.get(index)
        if found is None:
            if len(self._layouts) > _KEPT_LAYOUTS:
                near = _KEPT_LAYOUTS // 3
                self._layouts = {at: kept for at, kept in self._layouts.items() if abs(at - index) < near}
            found = self._layouts[index] = self._set(index)
        return found

    def _set(self, index: int) -> PartLayout:
        part = self.parts.parts[index]
        number = part.block
        block = self.blocks[number]
        setting = Setting(
            typography=self.typography,
            language=self.language,
            pictures=self.pictures,
            before=self.blocks[number - 1].kind if number else "",
            after=self.blocks[number + 1].kind if number + 1 < len(self.blocks) else "",
            byline=number == 1 and self._is_byline(block),
            letters=self.parts.letters.get(number, ()),
            wanted=self.wanted,
        )
        return set_part(block, part, setting)

    def _is_byline(self, block: Block) -> bool:
        """Whether the second block is the line of section, date and author that `sheet` puts under the title."""
        first, text = self.blocks[0], block.text
        if block.kind != "paragraph" or not isinstance(first, Heading) or first.level != 1 or len(block.runs) != 1:
            return False
        return " · " in text or (len(text) < _LONGEST_DATE and _YEAR.search(text) is not None)

    @property
    def margin(self) -> float:
        """The empty space above the first part and below the last."""
        return min(1.4 * self.typography.em, 0.08 * self.typography.height) + 8

    # ── the place of the window ──────────────────────────────────────────────────────────────────────────────────

    def settle(self) -> None:
        """After a change: put the window where the anchor is, as far as the article reaches."""
        if self._settled or not self.blocks:
            return
        self._settled = True
        self.index = self.parts.at(self.anchor.position)
        band = self.layout(self.index).band_of(self.anchor.position.offset, picture=self.anchor.picture)
        self.offset = band.top + self.anchor.share * (band.bottom - band.top) - self.anchor.before * self.typography.em
        self._normalise()

    def _normalise(self) -> None:
        self._walk()
        self._stop_at_end()

    def _walk(self) -> None:
        """Name the place by the part in which it lies."""
        while self.offset < 0 and self.index > 0:
            self.index -= 1
            self.offset += self.layout(self.index).height
        if self.index == 0:
            self.offset = max(self.offset, -self.margin)
        while self.index < len(self.parts) - 1 and self.offset >= self.layout(self.index).height:
            self.offset -= self.layout(self.index).height
            self.index += 1

    def _stop_at_end(self) -> None:
        """The end of the article is never above the bottom of the window, unless its beginning is in sight too."""
        excess = self.typography.height - self._below(self.typography.height)
        if excess > 0:
            self.offset -= excess
            self._walk()

    def _below(self, enough: float) -> float:
        """The pixels from the top of the window to the end of the article, counted as far as `enough`."""
        y, index = -self.offset, self.index
        while index < len(self.parts) and y <= enough:
            y += self.layout(index).height
            index += 1
        return y + (self.margin if index == len(self.parts) else 0.0)

    @property
    def at_end(self) -> bool:
        """Whether the end of the article is in the window."""
        return not self.blocks or self._below(self.typography.height + 1) <= self.typography.height + 0.5

    @property
    def at_start(self) -> bool:
        """Whether the beginning of the article is in the window."""
        return self.index == 0 and self.offset <= 0.5 - self.margin

    def scroll(self, pixels: float) -> None:
        """The reader scrolls: a new anchor."""
        self.settle()
        self.offset += pixels
        self._normalise()
        self._remember()

    def go(self, index: int, offset: float) -> None:
        """The reader goes to a part and the pixels of it above the window: a new anchor."""
        self.index, self.offset = index, offset
        self._settled = True
        self._normalise()
        self._remember()

    def _remember(self) -> None:
        part = self.parts.parts[self.index]
        band = self.layout(self.index).band_at(self.offset)
        share = (self.offset - band.top) / max(1.0, band.bottom - band.top)
        before = _ALL_ABOVE if self.at_start else max(0.0, -self.offset / self.typography.em)
        self.anchor = Anchor(Position(part.block, band.offset), max(0.0, share), band.picture, before)

    def place(self, position: Position) -> None:
        """Take a position for the anchor; the very first shows the space above it too."""
        self.anchor = Anchor(position, before=_ALL_ABOVE if position == Position() else 0.0)
        self._settled = False

    def placed(self) -> list[Placed]:
        """The parts in the window, from the top."""
        if not self.blocks:
            return []
        self.settle()
        out: list[Placed] = []
        y, index = -self.offset, self.index
        while index < len(self.parts) and y < self.typography.height:
            layout = self.layout(index)
            out.append(Placed(index, y, layout))
            y += layout.height
            index += 1
        return out

    # ── the scroll bar ───────────────────────────────────────────────────────────────────────────────────────────

    def weight_at(self) -> float:
        """Where the window's top stands on the scroll bar."""
        before = self.parts.before
        share = min(1.0, max(0.0, self.offset / self.layout(self.index).height))
        return before[self.index] + share * (before[self.index + 1] - before[self.index])

    def weight_in_window(self) -> float:
        """About how much the window shows, in the scroll bar's measure."""
        before = self.parts.before
        total = 0.0
        for placed in self.placed():
            top, bottom = max(0.0, placed.y), min(self.typography.height, placed.y + placed.layout.height)
            whole = before[placed.index + 1] - before[placed.index]
            total += whole * max(0.0, bottom - top) / placed.layout.height
        return max(1.0, total)

    def go_to_weight(self, weight: float) -> None:
        """The reader drags the scroll bar."""
        index, share = self.parts.at_weight(weight)
        if weight <= 0:
            self.go(0, -self.margin)
        else:
            self.go(index, share * self.layout(index).height)
