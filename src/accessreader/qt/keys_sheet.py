"""The sheet of keys: every command by its group, with its keys; type to find one."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from accessreader.messages import _
from accessreader.qt.list_dialog import ListDialog
from accessreader.qt.rows import Row


class KeysSheet(ListDialog):
    """Rows (group, title, keys), in order. It is for reading: Enter does nothing."""

    def __init__(self, rows: Iterable[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(_("Keys"), _grouped(rows), parent)
        self.choose_button.hide()

    def may_choose(self, number: int) -> bool:  # noqa: ARG002 - none
        """Nothing is chosen here."""
        return False


def _grouped(rows: Iterable[tuple[str, str, str]]) -> list[Row]:
    out: list[Row] = []
    present = ""
    for group, title, keys in rows:
        if group != present:
            out.append(Row(group, heading=True))
            present = group
        out.append(Row(title, keys, said=f"{title}, {keys}, {group}"))
    return out
