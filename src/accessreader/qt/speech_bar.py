"""Under the article while something is read aloud: pause, a sentence back and on, slower and faster, the voice, stop.

The buttons do what the commands of the same name do. A command that this machine does not permit has no button.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QWidget

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


class SpeechBar(Strip):
    """One row of buttons, more where it is narrow. `left` says that it goes while the focus is in it."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Words()
        self._shown = UnderWay()
        self._compact = False
        self.rate = Label(bold=True)
        self.buttons: dict[str, Button] = {}
        self._flow = FlowLayout(gap=8)
        self.column.setContentsMargins(12, 6, 12, 6)
        self.column.addLayout(self._flow)
        self.hide()

    def fill(self, actions: Mapping[str, QAction]) -> None:
        """Make the buttons, for the commands that there are."""
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
        self._words.say(self.setAccessibleName, lambda: _("Reading aloud"))
        self._tell()

    def show_state(self, state: UnderWay) -> None:
        """Show what the voice does now; nothing is shown while it is not under way."""
        if state != self._shown:
            self._shown = state
            self._tell()
            self._turn()

    def fold(self, *, compact: bool) -> None:
        """Give the article its room where the window is small: the commands are in the menu."""
        self._compact = compact
        self._turn()

    def _turn(self) -> None:
        visible = self._shown.active and not self._compact and bool(self.buttons)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the drawings stand alone, so that the article keeps its room."""
        narrow = self.width() < self.fontMetrics().averageCharWidth() * _ROOMY_LETTERS
        for name, button in self.buttons.items():
            button.set_compact(compact=narrow or name in _LONG)
        super().resizeEvent(event)


def _saying(title: str) -> Callable[[], str]:
    return lambda: _(title)
