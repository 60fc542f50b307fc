"""Letting the reader choose one of some rows. The dialog is loaded when it is asked for: no window waits for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from accessreader.qt.rows import Row


def choose(window: QWidget, title: str, rows: Sequence[Row | str], chosen: Callable[[int], object]) -> None:
    """Open a list over a window; `chosen` is told the number of the row that the reader takes."""
    from accessreader.qt.list_dialog import ListDialog  # noqa: PLC0415

    dialog = ListDialog(title, rows, window)
    dialog.chosen.connect(chosen)
    dialog.open()
