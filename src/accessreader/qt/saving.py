"""Where a file is to go: the one dialog that asks for it, whatever is saved."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

_LONGEST_NAME: Final = 80


def where_to_save(window: QWidget, title: str, name: str, kinds: Mapping[str, str]) -> Path | None:
    """Let the reader say where a file goes; None where they do not want it.

    A name without a known ending is given that of the kind that is chosen. If a file of that longer name is there, the
    dialog comes once more with it, and asks itself whether it may be replaced: it had only seen the shorter one.

    Args:
        window: over which it is asked.
        title: what the dialog is called.
        name: what the file is called unless the reader says otherwise, without its ending.
        kinds: what each kind of file is called, by its ending such as ".wav"; the first is the usual one.
    """
    usual = next(iter(kinds))
    forms = {f"{words} (*{ending})": ending for ending, words in kinds.items()}
    suggested = str(Path.home() / f"{name}{usual}")
    while True:
        chosen, form = QFileDialog.getSaveFileName(window, title, suggested, ";;".join(forms))
        if not chosen:
            return None
        if Path(chosen).suffix.lower() in kinds:
            return Path(chosen)
        suggested = f"{chosen}{forms.get(form, usual)}"
        if not Path(suggested).exists():
            return Path(suggested)


def file_name(title: str) -> str:
    """A title as the name of a file: without what some systems refuse in names."""
    kept = "".join(" " if letter in '\\/:*?"<>|' or not letter.isprintable() else letter for letter in title)
    return " ".join(kept.split())[:_LONGEST_NAME].strip(" .") or "article"
