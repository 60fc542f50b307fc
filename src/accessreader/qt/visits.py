"""Where the reader has been in this window: back and forward, each with the place on the page."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from accessreader.article import Position
from accessreader.qt.seen_lists import SeenLists


@dataclass(frozen=True, slots=True)
class Visit:
    """A page and the place on it; the start page has the address "". `listed`: of the page its headlines alone."""

    address: str
    place: Position = field(default_factory=Position)
    listed: bool = False


class Visits:
    """A line of visits with one of them present, as a browser keeps it, and the `lists` that were seen on the way."""

    def __init__(self) -> None:
        self.lists = SeenLists()
        self._line: list[Visit] = []
        self._at = -1

    @property
    def present(self) -> Visit | None:
        """The page that is open, if any."""
        return self._line[self._at] if self._at >= 0 else None

    def go(self, address: str, leaving: Position, *, listed: bool = False) -> None:
        """A new page: what lay forward is forgotten, and `leaving` is noted as the place on the page before.

        The page that is open already is no new one.
        """
        if self.present is None or (self.present.address, self.present.listed) != (address, listed):
            self._begin(Visit(address, listed=listed), leaving)

    def jump(self, leaving: Position) -> None:
        """Another place on the page that is open, as if it were a new page: back leads to where the reader was."""
        if self.present is not None:
            self._begin(replace(self.present, place=Position()), leaving)

    def list_headlines(self, leaving: Position) -> None:
        """The headlines alone of the page that is open, as if they were a new page."""
        if self.present is not None:
            self.go(self.present.address, leaving, listed=True)

    def _begin(self, visit: Visit, leaving: Position) -> None:
        self.stay(leaving)
        del self._line[self._at + 1 :]
        self._line.append(visit)
        self._at += 1

    def stay(self, place: Position) -> None:
        """Note the place on the present page."""
        if self.present is not None:
            self._line[self._at] = replace(self.present, place=place)

    def can_step(self, steps: int) -> bool:
        """Whether there is a visit so many steps back (negative) or forward."""
        return 0 <= self._at + steps < len(self._line)

    def step(self, steps: int) -> Visit:
        """Go so many steps; only where `can_step`."""
        self._at += steps
        return self._line[self._at]

    def clear(self) -> None:
        """Forget all."""
        self._line.clear()
        self.lists.clear()
        self._at = -1
