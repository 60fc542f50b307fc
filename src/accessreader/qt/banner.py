"""A sentence above the article: what went wrong and what can be done, what is going on, or a word of notice.

Never a box in the way: the article stays, the focus stays, and assistive technology is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from accessreader.messages import _
from accessreader.qt.controls import Button
from accessreader.qt.flow import FlowLayout
from accessreader.qt.icons import pixmap
from accessreader.qt.palette import NOTICE, NOTICE_TEXT
from accessreader.qt.scroll_column import Strip
from accessreader.qt.style import grown
from accessreader.qt.words import Label

Deed = tuple[str, Callable[[], object]]


class _Drawing(QWidget):
    """An icon in the ink of a notice. It says nothing: the words beside it do."""

    def __init__(self) -> None:
        super().__init__()
        self.name = "information"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square of the type's size."""
        side = grown(26, self.font())
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The icon."""
        side = self.sizeHint().width()
        ink = self.palette().color(NOTICE_TEXT).name()
        QPainter(self).drawPixmap(QPoint(0, 0), pixmap(self.name, ink, side, self.devicePixelRatioF()))


class Banner(Strip):
    """One message at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = _Drawing()
        self.word = Label(bold=True, role=NOTICE_TEXT)
        self.sentence = Label(role=NOTICE_TEXT, widest=72)
        self._flow = FlowLayout(gap=12)
        self.buttons: list[Button] = []
        for widget in (self._drawing, self.word, self.sentence):
            self._flow.addWidget(widget)
        self.column.addLayout(self._flow)
        for ground in (self.viewport(), self.content):
            ground.setBackgroundRole(NOTICE)
            ground.setAutoFillBackground(True)
        self.hide()

    def show_error(self, sentence: str, actions: Sequence[Deed] = ()) -> None:
        """Say what went wrong, with buttons for what can be done."""
        self._show("warning", _("Something went wrong"), sentence, [*actions, (_("Close"), self.clear)])

    def show_notice(self, sentence: str, actions: Sequence[Deed] = ()) -> None:
        """Say something that is good to know."""
        self._show("information", _("Please note"), sentence, [*actions, (_("Close"), self.clear)])

    def show_progress(self, sentence: str, cancel: Callable[[], object]) -> None:
        """Say what is going on, with a button that stops it."""
        self._show("reload", _("Please wait"), sentence, [(_("Cancel"), cancel)])

    def clear(self) -> None:
        """Take the message away; if the focus was here it goes to what is next."""
        focused = self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.focusNextChild()
        self.hide()
        self.sentence.setText("")

    def _show(self, drawing: str, word: str, sentence: str, deeds: Sequence[Deed]) -> None:
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for title, press in deeds:
            button = Button(title, main=not self.buttons and drawing == "warning" and len(deeds) > 1)
            button.setAccessibleDescription(sentence)
            button.clicked.connect(lambda _checked=False, press=press: press())
            self._flow.addWidget(button)
            self.buttons.append(button)
        self._drawing.name = drawing
        self._drawing.update()
        self.word.setText(word)
        self.sentence.setText(sentence)
        self.setAccessibleName(f"{word}. {sentence}")
        self.setAccessibleDescription(sentence)
        self.show()
        self.fit()
        self.verticalScrollBar().setValue(0)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
