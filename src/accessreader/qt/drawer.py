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
from accessreader.qt.words import TITLE_SCALE, Aside, Label, Words

_SHORT: int = 90


class _WholeText(QPlainTextEdit):
    def minimumSizeHint(self) -> QSize:
        """Some lines high, whatever the size of the letters."""
        return lines_high(self.font())


class RemovedDrawer(QWidget):
    """A list of what was taken out and, under it, the present one's whole text.

    `put_back` carries the present one, which the reader says belongs to the article.
    """

    put_back = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Words()
        self._removed: tuple[Removed, ...] = ()
        self._putting = False
        self.title = Label(bold=True, scale=TITLE_SCALE)
        close = Button(icon="close")
        close.clicked.connect(self.closed)
        self.list = RowList()
        self.list.turned.connect(self._show)
        self._where = Aside()
        self.text = _WholeText()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.belongs = Button(icon="undo")
        self.belongs.clicked.connect(self._put_back)
        column = filled(self).column
        for widget in (self.title, close, self.list, self._where, self.text, self.belongs):
            column.addWidget(widget)
        for button in (close, self.belongs):
            column.setAlignment(button, Qt.AlignmentFlag.AlignLeft)
        column.setStretchFactor(self.list, 2)
        column.setStretchFactor(self.text, 1)
        say = self._words.say
        say(close.setText, lambda: _("Close"))
        # Translators: of a piece of the page that was taken out.
        say(self.belongs.setText, lambda: _("This belongs to the article"))
        say(self.text.setAccessibleName, lambda: _("The whole text"))
        say(self.setWindowTitle, lambda: _("What was taken out"))
        say(self.list.setAccessibleName, lambda: _("What was taken out"))
        self.show_removed(())

    def show_removed(self, removed: Iterable[Removed]) -> None:
        """Show what was taken out of a page, in its order."""
        present = self.list.present if self._putting else -1
        self._putting = False
        self._removed = tuple(removed)
        self.list.show_rows([_row(one) for one in self._removed])
        self.list.choose(min(present, len(self._removed) - 1))
        self._count()
        self.belongs.setEnabled(bool(self._removed))
        if not self._removed:
            self.text.setPlainText("")
            self._where.setText("")
            self._where.setAccessibleName("")
            self._where.setAccessibleDescription("")

    def _count(self) -> None:
        number = len(self._removed)
        said = ngettext("{number} piece was taken out", "{number} pieces were taken out", number)
        self.title.setText(said.format(number=number) if number else _("Nothing was taken out of this page."))

    def _show(self, number: int) -> None:
        one = self._removed[number]
        reason = one.reason.sentence()
        self._where.setText(f"{reason} \u00b7 {one.selector}" if one.selector else reason)
        # A selector is for eyes and for who writes a file of a site: aloud it is only noise.
        self._where.setAccessibleName(reason)
        place = _("Where on the page: {selector}").format(selector=one.selector)
        self._where.setAccessibleDescription(place if one.selector else "")
        self.text.setPlainText(one.text)

    def _put_back(self) -> None:
        if 0 <= self.list.present < len(self._removed):
            self._putting = True
            self.put_back.emit(self._removed[self.list.present])

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
