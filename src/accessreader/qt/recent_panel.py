"""The pages read lately: open one, forget one, forget all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from accessreader.messages import _, current_language, long_date
from accessreader.qt.controls import Button
from accessreader.qt.flow import FlowLayout
from accessreader.qt.rows import Row, RowList
from accessreader.qt.scroll_column import filled
from accessreader.qt.words import TITLE_SCALE, Label, Words

Page = tuple[str, str, dt.date]


class RecentPanel(QWidget):
    """A list of (title, address, when). Its signals carry addresses."""

    open_wanted = Signal(str)
    forget_wanted = Signal(str)
    clear_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Words()
        self._pages: tuple[Page, ...] = ()
        self.title = Label(bold=True, scale=TITLE_SCALE)
        self._none = Label()
        self.list = RowList()
        self.list.opened.connect(lambda number: self.open_wanted.emit(self._pages[number][1]))
        self.buttons: dict[str, Button] = {}
        head, foot = FlowLayout(gap=8), FlowLayout(gap=8)
        for name, icon, row, press in (
            ("close", "close", head, self.closed.emit),
            ("open", "open", foot, self.list.open_present),
            ("forget", "", foot, self._forget),
            ("clear", "", foot, self.clear_wanted.emit),
        ):
            button = Button(icon=icon)
            button.clicked.connect(lambda _checked=False, press=press: press())
            row.addWidget(button)
            self.buttons[name] = button
        column = filled(self).column
        column.addWidget(self.title)
        column.addLayout(head)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self._say()
        self.show_recent(())

    def _say(self) -> None:
        say = self._words.say
        say(self.title.setText, lambda: _("Recent pages"))
        say(self.setWindowTitle, lambda: _("Recent pages"))
        say(self.list.setAccessibleName, lambda: _("Recent pages"))
        say(self._none.setText, lambda: _("No page has been read yet, or none is remembered."))
        say(self.buttons["close"].setText, lambda: _("Close"))
        say(self.buttons["open"].setText, lambda: _("Open"))
        say(self.buttons["forget"].setText, lambda: _("Forget this page"))
        say(self.buttons["clear"].setText, lambda: _("Forget all"))

    def show_recent(self, pages: Iterable[Page]) -> None:
        """Show these pages, the latest first; the present one stays present where it can."""
        present = self._pages[self.list.present][1] if 0 <= self.list.present < len(self._pages) else ""
        self._pages = tuple(pages)
        self.list.show_rows([_row(*page) for page in self._pages])
        for number, page in enumerate(self._pages):
            if page[1] == present:
                self.list.choose(number)
        self._none.setVisible(not self._pages)
        for name in ("open", "forget", "clear"):
            self.buttons[name].setEnabled(bool(self._pages))

    def _forget(self) -> None:
        if 0 <= self.list.present < len(self._pages):
            self.forget_wanted.emit(self._pages[self.list.present][1])

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._words.repeat()
        self.show_recent(self._pages)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete forgets the present page, Escape closes."""
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self._forget()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _row(title: str, address: str, when: dt.date) -> Row:
    day = when.date() if isinstance(when, dt.datetime) else when
    host = urlsplit(address).hostname or address
    return Row(title or address, f"{host} \u00b7 {long_date(day, current_language())}")
