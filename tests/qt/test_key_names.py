"""A key that comes from the keyboard is spelled as in the table."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from accessreader.qt.key_names import native, pressed
from accessreader.qt.letter_keys import letter_pressed

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE, PAD = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
Key = Qt.Key


@pytest.mark.parametrize(
    ("key", "held", "text", "spelled"),
    [
        (Key.Key_F, CTRL, "\x06", "Ctrl+F"),
        (Key.Key_Backtab, SHIFT, "", "Shift+Tab"),
        (Key.Key_Backtab, CTRL | SHIFT, "", "Ctrl+Shift+Tab"),
        (Key.Key_Plus, CTRL | SHIFT, "+", "Ctrl++"),
        (Key.Key_A, SHIFT, "A", "Shift+A"),
        (Key.Key_Space, SHIFT, " ", "Shift+Space"),
        (Key.Key_5, PAD, "5", "Num+5"),
        (Key.Key_Insert, NONE, "", "Ins"),
        (Key.Key_CapsLock, NONE, "", "CapsLock"),
        (Key.Key_Control, CTRL, "", "Ctrl"),
        (Key.Key_Escape, NONE, "\x1b", "Esc"),
        (Key.Key_PageDown, CTRL | SHIFT, "", "Ctrl+Shift+PgDown"),
        (0x444, NONE, "ф", "Ф"),
        (Key.Key_VolumeUp, NONE, "", ""),
    ],
)
def test_a_key_is_spelled(key, held, text, spelled):
    assert pressed(QKeyEvent(QEvent.Type.KeyPress, int(key), held, text)) == spelled


def test_a_cyrillic_letter_with_alt_is_the_latin_one_of_its_place():
    event = QKeyEvent(QEvent.Type.KeyPress, 0x426, ALT, 25, 0x6C3, 0, "ц")
    assert pressed(event) == "Alt+W"


def test_a_letter_that_moves_in_the_article_is_the_latin_one_of_the_key():
    assert letter_pressed(QKeyEvent(QEvent.Type.KeyPress, 0x420, SHIFT, "Р")) == "Shift+H"
    assert letter_pressed(QKeyEvent(QEvent.Type.KeyPress, Key.Key_F1.value, NONE, "")) == ""


def test_a_key_without_a_name_of_its_own_is_shown_as_it_is():
    assert native("Ctrl+F") == "Ctrl+F"
    assert native("CapsLock") == "CapsLock"
