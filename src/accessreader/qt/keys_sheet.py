"""The sheet of keys: every command by its group, with its keys; type to find one, Enter to give it another key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from accessreader.errors import AccessReaderError, StoreError
from accessreader.keys.commands import Command
from accessreader.keys.own import OwnKeys
from accessreader.keys.sheet import OWN, as_article, as_csv, keys_of
from accessreader.messages import _
from accessreader.qt.controls import Button
from accessreader.qt.key_names import native
from accessreader.qt.list_dialog import ListDialog, fitting
from accessreader.qt.remark import Remark
from accessreader.qt.rows import Row
from accessreader.qt.saving import where_to_save
from accessreader.qt.style import grown

_SAVED: Final = (".html", ".md", ".txt", ".csv", ".toml")


class KeysSheet(ListDialog):
    """The keys of some commands. `changed` says that one has others now; unless `editable`, it is for reading alone."""

    changed = Signal()

    def __init__(
        self, commands: Sequence[Command], keys: OwnKeys, parent: QWidget | None = None, *, editable: bool = True
    ) -> None:
        self._commands, self._keys, self._editable = commands, keys, editable
        self._rows: list[Command | None] = []
        self.back = Button(_("As it came"), "undo")
        self.all_back = Button(_("All as they came"), "reset")
        self.save_button = Button(_("Save the table…"), "save")
        self.take_button = Button(_("Take keys from a file…"), "open")
        more = (self.back, self.all_back, self.save_button, self.take_button) if editable else ()
        super().__init__(_("Keys"), self._drawn(), parent, more=more)
        self.status = Remark()
        self.place_status(self.status)
        self.choose_button.setText(_("Another key…"))
        self.choose_button.setVisible(editable)
        self.back.clicked.connect(self._put_back)
        self.all_back.clicked.connect(self._put_all_back)
        self.save_button.clicked.connect(self._ask_where)
        self.take_button.clicked.connect(self._ask_which)
        self.resize(fitting(parent, QSize(*(grown(side, self.font()) for side in (680, 720)))))

    def _drawn(self) -> list[Row]:
        rows: list[Row] = []
        self._rows = []
        for command in self._commands:
            if not rows or self._rows[-1] is None or self._rows[-1].group != command.group:
                rows.append(Row(_(command.group), heading=True))
                self._rows.append(None)
            title, group, keys = _(command.title), _(command.group), keys_of(self._keys, command, native) or _("no key")
            if self._keys.is_own(command):
                keys = f"{keys} ({_(OWN)})"
            rows.append(Row(title, keys, said=f"{title}, {keys}, {group}"))
            self._rows.append(command)
        return rows

    @property
    def present(self) -> Command | None:
        """The command on whose row one stands."""
        number = self.list.present
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def choose(self, number: int) -> None:
        """Let the reader press another key for a command."""
        command = self._rows[number]
        if not self._editable or command is None:
            return
        from accessreader.qt.key_dialog import KeyDialog  # noqa: PLC0415 - the sheet should not wait for it

        dialog = KeyDialog(command, self._keys, self)
        dialog.decided.connect(
            lambda keys: self._do(lambda: self._keys.give(command, keys), lambda: self._said(command))
        )
        dialog.open()

    def _put_back(self) -> None:
        if (command := self.present) is not None:
            self._do(lambda: self._keys.restore(command), lambda: self._said(command))

    def _put_all_back(self) -> None:
        self._do(self._keys.restore, lambda: _("All keys are as the program came."))

    def _ask_where(self) -> None:
        kinds = {ending: ending[1:].upper() for ending in _SAVED}
        if path := where_to_save(self, _("Save the table of keys"), "keys", kinds):
            self.save(path)

    def _ask_which(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self, _("A file of keys"), "", "TOML (*.toml)")
        if chosen:
            self.take_over(Path(chosen))

    def save(self, path: Path) -> None:
        """Write the table into a file whose ending says its form; says what came of it."""
        try:
            path.write_text(self._written(path.suffix.lower()), encoding="utf-8")
        except OSError as error:
            self.status.say(str(StoreError(str(path), error.strerror or str(error))))
        else:
            self.status.say(_("Saved: {file}").format(file=path))

    def _written(self, ending: str) -> str:
        if ending == ".toml":
            return self._keys.text()
        if ending == ".csv":
            return as_csv(self._keys, native)
        from accessreader.writers import WRITERS  # noqa: PLC0415

        forms = {".html": "html", ".md": "markdown"}
        return WRITERS[forms.get(ending, "text")](as_article(self._keys, native, others=True))

    def take_over(self, path: Path) -> None:
        """Have the keys of a file; says what of it could not be had."""
        refused: list[AccessReaderError] = []
        self._do(
            lambda: refused.extend(self._keys.take_over(path)),
            lambda: " ".join([_("These are your keys now."), *map(str, refused)]),
        )

    def _said(self, command: Command) -> str:
        keys = keys_of(self._keys, command, native) or _("no key")
        return _("{command}: {keys}").format(command=_(command.title), keys=keys)

    def _do(self, change: Callable[[], object], words: Callable[[], str]) -> None:
        """Do a change, show it and say what came of it."""
        said = ""
        try:
            change()
        except AccessReaderError as error:
            said = str(error)
        number = self.list.present
        self.list.show_rows(self._drawn())
        if words_typed := self.field.text():
            self.list.filter(words_typed)
        self.list.choose(number)
        self.changed.emit()
        self.status.say(said or words())
