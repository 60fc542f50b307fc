"""The reading faces that came with the program, and which fonts can show what is read here.

A face is given to Qt when it is first needed: at start only the reader's own, the others when they are offered. Qt
keeps application fonts for the whole process, so what was given is remembered here for the whole process too.

A font is refused when it lacks a letter of the Kazakh, Russian or English alphabet or a mark of their typography: Qt
would take it from another font, and a word in two faces is harder to read than a word in a plain one. The tenge sign
is only warned of: fonts older than 2013 cannot have it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources.abc import Traversable
from typing import Final

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from accessreader import resources

_KAZAKH: Final = "ӘҒҚҢӨҰҮҺІ"
_RUSSIAN: Final = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
_LATIN: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LETTERS: Final = _KAZAKH + _RUSSIAN + _LATIN
NEEDED: Final = "".join(dict.fromkeys(_LETTERS + _LETTERS.lower() + "0123456789.,:;!?()«»„“”‘’–—№"))
TENGE: Final = "₸"


def _plain(name: str) -> str:
    return "".join(character for character in name.lower() if character.isalnum())


def _files_of(family: str) -> list[Traversable]:
    return [file for file in resources.font_files() if _plain(file.name.partition("-")[0]) == _plain(family)]


@lru_cache(maxsize=256)
def _given(name: str) -> tuple[str, ...]:
    """Give one file of the resources to Qt, once; answers the families in it."""
    file = next(file for file in resources.font_files() if file.name == name)
    number = QFontDatabase.addApplicationFontFromData(QByteArray(file.read_bytes()))
    return tuple(QFontDatabase.applicationFontFamilies(number)) if number >= 0 else ()


def load_faces(family: str) -> bool:
    """Make a family ready to be shown; answers whether there is one of that name, brought along or installed."""
    files = _files_of(family)
    for file in files:
        _given(file.name)
    return bool(files) or family in QFontDatabase.families()


def reading_faces() -> tuple[str, ...]:
    """The families that came with the program, by name; all are loaded."""
    return tuple(sorted({family for file in resources.font_files() for family in _given(file.name)}))


def missing_letters(family: str, wanted: Iterable[str] = NEEDED) -> str:
    """The characters, of those wanted, that a family does not have itself: none, and it can be offered."""
    load_faces(family)
    raw = QRawFont.fromFont(QFont(family))
    if not raw.isValid() or _plain(raw.familyName()) != _plain(family):
        return "".join(wanted)
    return "".join(character for character in wanted if not raw.supportsCharacter(ord(character)))


def other_faces() -> tuple[str, ...]:
    """The installed families for Cyrillic that did not come with the program, by name; some may lack letters."""
    own = set(reading_faces())
    families = QFontDatabase.families(QFontDatabase.WritingSystem.Cyrillic)
    return tuple(
        sorted(
            family
            for family in set(families) - own
            if "[" not in family and not QFontDatabase.isPrivateFamily(family) and QFontDatabase.isScalable(family)
        )
    )
