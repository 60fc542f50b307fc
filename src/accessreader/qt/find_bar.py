"""Find in the page: a field, which hit of how many, next, previous."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from accessreader.messages import _
from accessreader.qt.controls import Button
from accessreader.qt.flow import FlowLayout
from accessreader.qt.scroll_column import Strip
from accessreader.qt.words import Label, Words

_ROOMY_LETTERS: int = 60


class FindBar(Strip):
    """`find_wanted` carries the words as they are typed; the rest are the buttons."""

    find_wanted = Signal(str)
    next_wanted = Signal()
    previous_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Words()
        self._hits: tuple[int, int] | None = (0, 0)
        self._label = Label(bold=True)
        self.field = QLineEdit()
        self.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.field.setMinimumWidth(120)
        self.field.setMaxLength(200)
        self._label.setBuddy(self.field)
        self.count = Label()
        self.buttons: dict[str, Button] = {}
        flow = FlowLayout(gap=8)
        flow.addWidget(self._label)
        flow.addWidget(self.field)
        for name, icon, signal in (
            ("previous", "find-previous", self.previous_wanted),
            ("next", "find-next", self.next_wanted),
            ("close", "close", self.closed),
        ):
            self.buttons[name] = Button(icon=icon)
            self.buttons[name].clicked.connect(signal)
            flow.addWidget(self.buttons[name])
        flow.addWidget(self.count)
        self.column.addLayout(flow)
        self.field.textEdited.connect(self.find_wanted)
        self._say()

    def _say(self) -> None:
        say = self._words.say
        say(self._label.setText, lambda: _("Find"))
        say(self.setAccessibleName, lambda: _("Find in the page"))
        say(self.field.setAccessibleName, lambda: _("Find in the page"))
        say(self.buttons["previous"].setText, lambda: _("Previous"))
        say(self.buttons["next"].setText, lambda: _("Next"))
        say(self.buttons["close"].setText, lambda: _("Close"))
        say(lambda _text: self._tell(), lambda: "")

    def open(self, words: str = "") -> None:
        """Show the bar, with words to find if there are any, and let the reader type."""
        self.show()
        self.fit()
        if words:
            self.field.setText(words)
            self.find_wanted.emit(words)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_hits(self, number: int, total: int) -> None:
        """Say that the present hit is `number` (from 1) of `total`; 0 of 0 when there is none."""
        self._hits = (number, total)
        self._tell()

    def show_searching(self) -> None:
        """Say that the hits are not known yet."""
        self._hits = None
        self._tell()

    def _tell(self) -> None:
        said = ""
        if self._hits is None:
            said = _("Searching…")
        elif self.field.text():
            number, total = self._hits
            said = _("{number} of {total}").format(number=number, total=total) if total else _("Not found")
        self.count.setText(said)
        self.fit()
        self.field.setAccessibleDescription(said)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._words.repeat()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the drawings stand alone, so that the article keeps its room."""
        narrow = self.width() < self.fontMetrics().averageCharWidth() * _ROOMY_LETTERS
        self._label.setVisible(not narrow)
        for button in self.buttons.values():
            button.set_compact(compact=narrow)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is next, Shift+Enter previous, Escape closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.previous_wanted if back else self.next_wanted).emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
