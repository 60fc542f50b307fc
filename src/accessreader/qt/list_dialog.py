"""A list to choose from, with a field that filters it as one types: links, headings, speakers, presets, fonts.

Enter chooses, Ctrl+Enter does the other thing that can be done with a row, where there is one; Esc goes back to where
the reader was.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from accessreader.messages import _, ngettext
from accessreader.qt.controls import Button
from accessreader.qt.flow import FlowLayout
from accessreader.qt.rows import Row, RowList
from accessreader.qt.scroll_column import filled
from accessreader.qt.words import Label

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ListDialog(QDialog):
    """Rows under a title. `chosen` carries the number of the row; the dialog then closes.

    `choice` is the word on the button that chooses; `other` that of a second one, whose signal is `other_chosen`;
    `more` are further buttons. `present` is the number of the row on which the list opens.
    """

    chosen = Signal(int)
    other_chosen = Signal(int)

    def __init__(
        self,
        title: str,
        rows: Sequence[Row | str],
        parent: QWidget | None = None,
        *,
        choice: str = "",
        other: str = "",
        more: Sequence[Button] = (),
        present: int = 0,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._filtering = False
        label = Label(_("Find in the list"))
        self.field = QLineEdit()
        self.field.setAccessibleName(_("Find in the list"))
        label.setBuddy(self.field)
        self.count = Label()
        self.list = RowList(title)
        self.list.show_rows([row if isinstance(row, Row) else Row(row) for row in rows])
        if present:
            self.list.choose(present)
        self.choose_button = Button(choice or _("Choose"), main=True)
        self.other_button = Button(other)
        self.other_button.setVisible(bool(other))
        self.close_button = Button(_("Close"), "close")
        buttons = FlowLayout(gap=8)
        for button in (self.choose_button, self.other_button, *more, self.close_button):
            buttons.addWidget(button)
        self._area = filled(self)
        column = self._area.column
        for widget in (label, self.field, self.count, self.list):
            column.addWidget(widget)
        column.setStretchFactor(self.list, 1)
        column.addLayout(buttons)
        self._column = column
        self._connect()
        self._tell()
        self.field.setFocus()
        self.resize(fitting(parent, QSize(560, 560)))

    def _connect(self) -> None:
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self.list.open_present)
        self.field.installEventFilter(self)
        self.list.opened.connect(self.choose)
        self.list.turned.connect(self._tell_row)
        self.list.installEventFilter(self)
        self.other_button.clicked.connect(self._choose_other)
        self.choose_button.clicked.connect(self.list.open_present)
        self.close_button.clicked.connect(self.reject)

    def place_status(self, line: QWidget) -> None:
        """Put a line that says what has come of something under the list."""
        self._column.insertWidget(self._column.indexOf(self.list) + 1, line)

    def _filter(self, words: str) -> None:
        self._filtering = True
        self.list.filter(words)
        self._filtering = False
        self._tell()

    def _tell(self) -> None:
        """Say how many rows are left, and which of them Enter takes."""
        number = len(self.list.rows_left())
        said = ngettext("{number} row", "{number} rows", number).format(number=number)
        self.count.setText(said)
        first = self.list.present_row.spoken
        self.field.setAccessibleDescription(f"{said}. {first}" if number and first else said)
        self.choose_button.setEnabled(number > 0)
        self.other_button.setEnabled(number > 0)

    def _place(self) -> str:
        number, total = self.list.place
        return _("{number} of {total}").format(number=number, total=total) if number else ""

    def _tell_row(self) -> None:
        """Show which row of how many is the present one, and say it where the focus is, if that is not the list."""
        place = self._place()
        if self._filtering or not place:
            return
        self.count.setText(place)
        self._bring_into_sight()
        if not self.list.hasFocus():
            self.field.setAccessibleDescription(f"{self.list.present_row.spoken.removesuffix('.')}. {place}")

    def _bring_into_sight(self) -> None:
        """In a window that is lower than the list, show the part of the list in which the present row is."""
        row = self.list.visualRect(self.list.currentIndex()) & self.list.viewport().rect()
        if row.isValid() and self.isVisible():
            middle = self.list.viewport().mapTo(self._area.content, row.center())
            self._area.ensureVisible(middle.x(), middle.y(), 0, row.height() // 2 + 2)

    def choose(self, number: int) -> None:
        """Take a row, as Enter does."""
        if self.may_choose(number):
            self.accept()
            self.chosen.emit(number)

    def _choose_other(self) -> None:
        number = self.list.present
        if self.other_button.isVisibleTo(self) and number >= 0:
            self.accept()
            self.other_chosen.emit(number)

    def may_choose(self, number: int) -> bool:  # noqa: ARG002 - a list of fonts has some that may not
        """Whether this row can be had."""
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows walk the list while the field has the focus."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._choose_other()
            return True
        if watched is self.field and event.key() in _WALKING:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)


def fitting(parent: QWidget | None, wish: QSize) -> QSize:
    """A size for a dialog that is no larger than the window it belongs to."""
    return wish.boundedTo(parent.window().size()) if parent is not None else wish
