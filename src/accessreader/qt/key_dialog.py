"""Give a command another key by pressing it.

The field takes every key but those without which nobody could leave it: Tab goes on to the buttons, Esc leaves all as
it is, Enter takes the key that was pressed. What stands against a key is said as it is pressed.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from accessreader.errors import KeyChoiceError
from accessreader.keys.commands import Command
from accessreader.keys.own import OwnKeys, permitted
from accessreader.keys.reserved import takers
from accessreader.messages import _
from accessreader.qt.controls import Button
from accessreader.qt.flow import FlowLayout
from accessreader.qt.key_names import MODIFIERS, native, pressed
from accessreader.qt.list_dialog import fitting
from accessreader.qt.remark import Remark
from accessreader.qt.scroll_column import filled
from accessreader.qt.style import grown
from accessreader.qt.words import Label

_LEAVING = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NOT_CAUGHT = (*_LEAVING, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class KeyField(QLineEdit):
    """Shows the key that was pressed in it. `caught` carries it, spelled as everywhere."""

    caught = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)

    def event(self, event: QEvent) -> bool:
        """Keep keys from calling commands while they are caught."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() not in _LEAVING
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Catch the key, or leave it to the dialog."""
        if (event.key() in _NOT_CAUGHT and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier) or (
            event.key() in MODIFIERS
        ):
            event.ignore()
        elif not event.isAutoRepeat():
            self.caught.emit(pressed(event))


class KeyDialog(QDialog):
    """What keys a command shall have. `decided` carries all of them; the dialog then closes."""

    decided = Signal(tuple)

    def __init__(self, command: Command, keys: OwnKeys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._command, self._keys, self._key = command, keys, ""
        self.setWindowTitle(_("A key for “{command}”").format(command=_(command.title)))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        present = " / ".join(native(key) for key in keys.of(command)) or _("no key")
        hint = Label(_("Press the new key. Tab goes on, Esc leaves all as it is."))
        label = Label(_("New key"))
        self.field = KeyField()
        self.field.setAccessibleName(label.text())
        label.setBuddy(self.field)
        self.answer = Remark()
        self.use = Button(_("Use this key"), main=True)
        self.add = Button(_("Add this key"))
        self.none = Button(_("No key"), "removed")
        self.cancel = Button(_("Cancel"), "close")
        self._lay_out(hint, label)
        self._connect()
        self.field.setFocus()
        self._answer(_("Until now: {keys}").format(keys=present))
        self.field.setAccessibleDescription(f"{self.answer.text()}. {hint.text()}")
        self.resize(fitting(parent, QSize(*(grown(side, self.font()) for side in (520, 360)))))

    def _lay_out(self, hint: Label, label: Label) -> None:
        buttons = FlowLayout(gap=8)
        for button in (self.use, self.add, self.none, self.cancel):
            buttons.addWidget(button)
        self._area = filled(self)
        column = self._area.column
        for widget in (label, self.field, self.answer, hint):
            column.addWidget(widget)
        column.addStretch(1)
        column.addLayout(buttons)
        self.add.setVisible(bool(self._keys.of(self._command)))
        self.none.setVisible(bool(self._keys.of(self._command)))

    def _connect(self) -> None:
        self.field.caught.connect(self.catch)
        self.use.clicked.connect(lambda: self._decide(self._key))
        self.add.clicked.connect(lambda: self._decide(*self._keys.of(self._command), self._key))
        self.none.clicked.connect(self._decide)
        self.cancel.clicked.connect(self.reject)

    def catch(self, key: str) -> None:
        """Show a key that was pressed, and say what stands against it."""
        try:
            self._key = permitted(self._command, key)
        except KeyChoiceError as error:
            self._key = ""
            self.field.clear()
            self._answer(str(error) if key else _("This key has no name. Choose another key."))
            return
        self.field.setText(native(self._key))
        self._answer(self.against(self._key))

    def against(self, key: str) -> str:
        """What happens when the command gets a key: who loses it, and who takes it before us."""
        name, holder = native(key), self._keys.holder(key)
        words = []
        if holder is self._command:
            words.append(_("{key} is its key already.").format(key=name))
        elif holder is not None:
            words.append(
                _("{key} is the key of “{command}”, which would lose it.").format(key=name, command=_(holder.title))
            )
        words += [taker.warning(name) for taker in takers(key)]
        if not words:
            words.append(_("{key} is free.").format(key=name))
        return " ".join([*words, _("Enter takes it.")])

    def _answer(self, words: str) -> None:
        for button in (self.use, self.add):
            button.setEnabled(bool(self._key))
        self.answer.say(words)
        self._area.ensureWidgetVisible(self.answer)
        self._area.ensureWidgetVisible(self.field)

    def _decide(self, *keys: str | bool) -> None:
        chosen = tuple(key for key in keys if isinstance(key, str) and key)
        self.accept()
        self.decided.emit(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the field takes the key; Esc leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            if self._key:
                self._decide(self._key)
            return
        super().keyPressEvent(event)
