"""A list to choose from, with a field that filters it as one types: links, headings, presets, fonts."""

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

_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ListDialog(QDialog):
    """Rows under a title. `chosen` carries the number of the row; the dialog then closes. `more` are buttons."""

    chosen = Signal(int)

    def __init__(
        self,
        title: str,
        rows: Sequence[Row | str],
        parent: QWidget | None = None,
        *,
        more: Sequence[Button] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        label = Label(_("Find in the list"))
        self.field = QLineEdit()
        self.field.setAccessibleName(_("Find in the list"))
        label.setBuddy(self.field)
        self.count = Label()
        self.list = RowList(title)
        self.list.show_rows([row if isinstance(row, Row) else Row(row) for row in rows])
        self.choose_button = Button(_("Choose"), main=True)
        self.close_button = Button(_("Close"), "close")
        buttons = FlowLayout(gap=8)
        for button in (self.choose_button, *more, self.close_button):
            buttons.addWidget(button)
        column = filled(self).column
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
        self.choose_button.clicked.connect(self.list.open_present)
        self.close_button.clicked.connect(self.reject)

    def place_status(self, line: QWidget) -> None:
        """Put a line that says what has come of something under the list."""
        self._column.insertWidget(self._column.indexOf(self.list) + 1, line)

    def _filter(self, words: str) -> None:
        self.list.filter(words)
        self._tell()

    def _tell(self) -> None:
        number = len(self.list.rows_left())
        said = ngettext("{number} row", "{number} rows", number).format(number=number)
        self.count.setText(said)
        self.field.setAccessibleDescription(said)
        self.choose_button.setEnabled(number > 0)

    def _tell_row(self) -> None:
        """Say the present row, which is in the list, where the focus is not."""
        number, total = self.list.place
        if total:
            place = _("{number} of {total}").format(number=number, total=total)
            self.field.setAccessibleDescription(f"{self.list.rows_left()[number - 1].spoken}. {place}")

    def choose(self, number: int) -> None:
        """Take a row, as Enter does."""
        if self.may_choose(number):
            self.accept()
            self.chosen.emit(number)

    def may_choose(self, number: int) -> bool:  # noqa: ARG002 - a list of fonts has some that may not
        """Whether this row can be had."""
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows walk the list while the field has the focus."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if watched is self.field and event.key() in _WALKING:
            self.list.keyPressEvent(event)
            self._tell_row()
            return True
        return super().eventFilter(watched, event)


def fitting(parent: QWidget | None, wish: QSize) -> QSize:
    """A size for a dialog that is no larger than the window it belongs to."""
    return wish.boundedTo(parent.window().size()) if parent is not None else wish
