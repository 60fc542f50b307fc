"""The removed drawer: everything that was taken out of the page, and why. Nothing is lost silently."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from accessreader.article import Removed
from accessreader.messages import _, ngettext
from accessreader.qt.controls import Button
from accessreader.qt.rows import Row, RowList, lines_high
from accessreader.qt.scroll_column import filled
from accessreader.qt.words import TITLE_SCALE, Label, Words

_SHORT: int = 90


class _WholeText(QPlainTextEdit):
    def minimumSizeHint(self) -> QSize:
        """Some lines high, whatever the size of the letters."""
        return lines_high(self.font())


class RemovedDrawer(QWidget):
    """A list of what was taken out and, under it, the present one's whole text. `put_back` is for a later use."""

    put_back = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Words()
        self._removed: tuple[Removed, ...] = ()
        self.title = Label(bold=True, scale=TITLE_SCALE)
        close = Button(icon="close")
        close.clicked.connect(self.closed)
        self.list = RowList()
        self.list.turned.connect(self._show)
        self._where = Label()
        self.text = _WholeText()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        column = filled(self).column
        for widget in (self.title, close, self.list, self._where, self.text):
            column.addWidget(widget)
        column.setAlignment(close, Qt.AlignmentFlag.AlignLeft)
        column.setStretchFactor(self.list, 2)
        column.setStretchFactor(self.text, 1)
        say = self._words.say
        say(close.setText, lambda: _("Close"))
        say(self.text.setAccessibleName, lambda: _("The whole text"))
        say(self.setAccessibleName, lambda: _("What was taken out"))
        say(self.list.setAccessibleName, lambda: _("What was taken out"))
        self.show_removed(())

    def show_removed(self, removed: Iterable[Removed]) -> None:
        """Show what was taken out of a page, in its order."""
        self._removed = tuple(removed)
        self.list.show_rows([_row(one) for one in self._removed])
        self._count()
        if not self._removed:
            self.text.setPlainText("")
            self._where.setText("")

    def _count(self) -> None:
        number = len(self._removed)
        said = ngettext("{number} piece was taken out", "{number} pieces were taken out", number)
        self.title.setText(said.format(number=number) if number else _("Nothing was taken out of this page."))

    def _show(self, number: int) -> None:
        one = self._removed[number]
        self._where.setText(f"{one.reason.sentence()} \u00b7 {one.selector}" if one.selector else one.reason.sentence())
        self.text.setPlainText(one.text)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        present = self.list.present
        self._words.repeat()
        self.show_removed(self._removed)
        self.list.choose(present)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _row(one: Removed) -> Row:
    text = " ".join(one.text.split())
    return Row(text if len(text) <= _SHORT else f"{text[:_SHORT].rstrip()}…", one.reason.sentence())
