"""Under the article while something is read aloud: pause, a sentence back and on, slower and faster, the voice, stop.

The buttons do what the commands of the same name do. A command that this machine does not permit has no button.

Where the window is small, the bar is one row of drawings, and what has no room in it is in the menu behind its last.
Where even that row would take too much from the article, it comes up when the reader goes to it, and goes with the
focus.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import isValid

from accessreader.messages import N_, _
from accessreader.qt.controls import Button
from accessreader.qt.flow import FlowLayout
from accessreader.qt.scroll_column import Strip
from accessreader.qt.words import Label, Words

_ROOMY_LETTERS: Final = 90


@dataclass(frozen=True, slots=True)
class UnderWay:
    """What the bar shows: whether the voice is under way, whether it speaks just now, its rate and its name."""

    active: bool = False
    speaking: bool = False
    rate: str = ""
    voice: str = ""


_BUTTONS: Final = (
    # Translators: words on the buttons of the bar under the article, while it is read aloud.
    ("speak", "play", N_("Resume")),
    ("previous-sentence", "previous-sentence", N_("Sentence back")),
    ("next-sentence", "next-sentence", N_("Sentence on")),
    ("speak-slower", "slower", N_("Slower")),
    ("speak-faster", "faster", N_("Faster")),
    ("voice", "voice", N_("Voice")),
    ("speak-stop", "stop", N_("Stop")),
)
_LONG: Final = frozenset({"previous-sentence", "next-sentence", "speak-slower", "speak-faster"})
"""Buttons whose drawing says enough to the eye; their words are for the ear."""
_STAYING: Final = (
    "speak", "speak-stop", "next-sentence", "previous-sentence", "speak-slower", "speak-faster", "voice",
)  # fmt: skip
"""The buttons, those first that stay the longest in a row that is short."""
_GAP: Final = 8
_SHARE: Final = 0.3
"""The part of a small window's height that the bar may take for as long as the voice is under way."""


class SpeechBar(Strip):
    """One row of buttons, more where it is narrow. `left` says that it goes while the focus is in it."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Words()
        self._shown = UnderWay()
        self._compact = False
        self._called = False
        self._actions: Mapping[str, QAction] = {}
        self.rate = Label(bold=True)
        self.buttons: dict[str, Button] = {}
        self.more = Button(icon="more", small=True)
        self.more.set_compact(compact=True)
        self.more.clicked.connect(self._open_rest)
        self._flow = FlowLayout(gap=_GAP)
        self.column.setContentsMargins(12, 6, 12, 6)
        self.column.addLayout(self._flow)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._let_go)
        self.hide()

    def fill(self, actions: Mapping[str, QAction]) -> None:
        """Make the buttons, for the commands that there are."""
        self._actions = actions
        for name, drawing, title in _BUTTONS:
            if name not in actions:
                continue
            button = self.buttons[name] = Button(icon=drawing, small=True)
            button.clicked.connect(actions[name].trigger)
            self._flow.addWidget(button)
            self._words.say(button.setText, _saying(title))
            button.set_compact(compact=name in _LONG)
            if name == "speak-slower":
                self._flow.addWidget(self.rate)
        self._flow.addWidget(self.more)
        # Translators: a button that opens a menu of the commands for which there is no room.
        self._words.say(self.more.setText, lambda: _("More"))
        self._words.say(self.setAccessibleName, lambda: _("Reading aloud"))
        self._tell()

    def show_state(self, state: UnderWay) -> None:
        """Show what the voice does now; nothing is shown while it is not under way."""
        if state != self._shown:
            self._shown = state
            self._tell()
            self._turn()

    def fold(self, *, compact: bool) -> None:
        """Give the article its room where the window is small."""
        self._compact = compact
        self._turn()

    @property
    def waits(self) -> bool:
        """Whether it is not there, but comes up when it is called."""
        place = self.parentWidget()
        there = self._shown.active and bool(self.buttons) and place is not None and place.isVisible()
        return there and self.isHidden()

    def come_up(self) -> None:
        """Be there for as long as the focus is in it."""
        self._called = True
        self._turn()

    def _let_go(self, _old: QWidget | None, now: QWidget | None) -> None:
        if isValid(self) and self._called and now is not None and not self.isAncestorOf(now):
            self._called = False
            self._turn()

    def _may_stay(self) -> bool:
        """Whether the article keeps its room beside it."""
        if not self._compact or self._called:
            return True
        self._arrange()
        return self.column.heightForWidth(self._room()) <= self.window().height() * _SHARE

    def _room(self) -> int:
        """The width in which its buttons stand; before it was ever there, the window's."""
        place = self.parentWidget()
        return place.width() if place is not None else self.width()

    def _arrange(self) -> None:
        """Show in words, in drawings, or behind the last what there is room for."""
        room = self._room()
        narrow = self._compact or room < self.fontMetrics().averageCharWidth() * _ROOMY_LETTERS
        for name, button in self.buttons.items():
            button.set_compact(compact=narrow or name in _LONG)
        kept = self._kept(room) if self._compact else set(self.buttons)
        for name, button in self.buttons.items():
            button.setVisible(name in kept)
        policy = Qt.ScrollBarPolicy
        # One row needs none, and one that was needed a moment ago would take the room of a button.
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if self._compact else policy.ScrollBarAsNeeded)
        self.rate.setVisible(not self._compact)
        self.more.setVisible(len(kept) < len(self.buttons))

    def _kept(self, room: int) -> set[str]:
        """The names of the buttons that go into one row, with the one that opens the rest; perhaps none."""
        margins = self.column.contentsMargins()
        room -= margins.left() + margins.right()
        names = [name for name in _STAYING if name in self.buttons]
        widths = [self.buttons[name].sizeHint().width() + _GAP for name in names]
        if sum(widths) - _GAP <= room:
            return set(names)
        ends = accumulate(widths)
        left = room - self.more.sizeHint().width()
        return {name for name, end in zip(names, ends, strict=True) if end <= left}

    def _open_rest(self) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(self.more.words)
        menu.aboutToHide.connect(menu.deleteLater)
        for name, button in self.buttons.items():
            if button.isHidden():
                menu.addAction(self._actions[name])
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def fit(self) -> None:
        """Take the height that goes with the width, and with the window."""
        self._arrange()
        super().fit()

    def _turn(self) -> None:
        self._called = self._called and self._shown.active
        visible = self._shown.active and bool(self.buttons) and self._may_stay()
        if visible != self.isHidden():
            if visible:
                self.fit()
            return
        focused = self.window().focusWidget()
        if not visible and focused is not None and self.isAncestorOf(focused):
            self.left.emit()
        self.setVisible(visible)
        if visible:
            self.fit()

    def _tell(self) -> None:
        shown = self._shown
        self.rate.setText(shown.rate)
        if play := self.buttons.get("speak"):
            play.set_drawing("pause" if shown.speaking else "play")
            play.setText(_("Pause") if shown.speaking else _("Resume"))
        for name in ("speak-slower", "speak-faster"):
            if button := self.buttons.get(name):
                button.setAccessibleDescription(shown.rate)
        if button := self.buttons.get("voice"):
            button.setText(_("Voice: {name}").format(name=shown.voice) if shown.voice else _("Voice"))
        for button in self.buttons.values():
            button.setToolTip(button.accessibleName())

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._words.repeat()
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        """Letters of another size need another room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._turn()


def _saying(title: str) -> Callable[[], str]:
    return lambda: _(title)
