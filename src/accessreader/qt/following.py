"""Keeps the line that is read aloud in sight, and gives way to the reader who scrolls.

::

    show(word) ──▶ the line is between a line from the top and two thirds of the window?   nothing moves
               └─▶ else the text moves by as little as brings it there
    the reader scrolls ──▶ nothing moves until the voice has come to another paragraph, or `resume`

Why two thirds: whoever follows with the eye sees what comes next, and the text moves by a line at a time.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject

from accessreader.article import Position
from accessreader.qt.gliding import Glide
from accessreader.qt.scrolling import ScrollingView

_LOWEST: Final = 2 / 3
_FAR: Final = 0.25


class Following(QObject):
    """Follows the voice in one view, when it is `on`."""

    def __init__(self, view: ScrollingView) -> None:
        super().__init__(view)
        self.on = True
        self._view = view
        self._glide = Glide(self, self._scroll)
        self._ours = False
        self._block = -1
        self._left_in: int | None = None
        view.place_changed.connect(self._scrolled)

    @property
    def suspended(self) -> bool:
        """Whether the reader has scrolled away."""
        return self._left_in is not None

    def show(self, position: Position) -> None:
        """The voice has come to a position."""
        self._block = position.block
        if self._left_in is not None and self._left_in != position.block:
            self._left_in = None
        if self.on and not self.suspended and self._view.blocks:
            self._bring(position)

    def resume(self, position: Position | None = None) -> None:
        """Follow again, and show where the voice is."""
        self._left_in = None
        if position is not None:
            self._block = position.block
            self._bring(position)

    def stop(self) -> None:
        """The voice is silent: nothing moves any more."""
        self._glide.stop()
        self._left_in = None
        self._block = -1

    def _bring(self, position: Position) -> None:
        line = self._view.line_in_window(position)
        self._glide.stop()  # what is left of it is counted anew
        if line is None:
            self._jump(position)
        elif distance := self._distance(*line):
            self._glide.add(distance, smoothly=self._view.smooth)

    def _distance(self, top: float, bottom: float) -> float:
        """How far the text must move for a line of the window, in pixels."""
        height = self._view.viewport().height()
        above = max(0.0, min(self._view.column.typography.line(), (height - (bottom - top)) / 3))
        lowest = max(_LOWEST * height, above + bottom - top)
        if top < above:
            return 0.0 if self._view.column.at_start else top - above
        return 0.0 if self._view.column.at_end else max(0.0, min(bottom - lowest, top - above))

    def _jump(self, position: Position) -> None:
        self._ours = True
        self._view.scroll_to(position, _FAR)
        self._ours = False

    def _scroll(self, pixels: float) -> None:
        self._ours = True
        self._view.scroll_by(pixels)
        self._ours = False

    def _scrolled(self, _place: Position) -> None:
        if not self._ours and self._block >= 0:
            self._glide.stop()
            self._left_in = self._block
