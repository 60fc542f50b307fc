"""The other fonts of the computer. Those that lack a letter are shown too, with what they lack."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from accessreader.messages import _
from accessreader.qt.fonts import missing_letters, other_faces
from accessreader.qt.list_dialog import ListDialog
from accessreader.qt.rows import Row

_MOST_NAMED = 9


class FontList(ListDialog):
    """`family_chosen` carries the name of a font that has all letters."""

    family_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        faces = ((family, missing_letters(family)) for family in other_faces())
        self._faces = sorted(faces, key=lambda face: (bool(face[1]), face[0].casefold()))
        super().__init__(_("Other fonts of this computer"), [_row(*face) for face in self._faces], parent)
        self.chosen.connect(lambda number: self.family_chosen.emit(self._faces[number][0]))

    def may_choose(self, number: int) -> bool:
        """Only a font with all letters; the line over the list says why not."""
        family, lacking = self._faces[number]
        if lacking:
            refusal = _("{font} cannot be used: it has no {letters}").format(font=family, letters=_some(lacking))
            self.count.setText(refusal)
            self.list.setAccessibleDescription(refusal)
        return not lacking


def _some(letters: str) -> str:
    return " ".join(letters[:_MOST_NAMED]) + (" …" if len(letters) > _MOST_NAMED else "")


def _row(family: str, lacking: str) -> Row:
    if not lacking:
        return Row(family, _("All Kazakh letters"))
    return Row(family, _("Cannot be used: it has no {letters}").format(letters=_some(lacking)))
