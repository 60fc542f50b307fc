"""Braille in the window: the strip under the article, and the article as a file of braille."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from accessreader.article import Article, Paragraph, Position, Run
from accessreader.errors import BrailleError, BrailleProblem
from accessreader.theme import TEXT_CONTRAST
from accessreader.touch import writer
from braille.reading_back import read_brf
from qt.test_contrast import ratio_of_ink
from qt.view_articles import THEMES

WORDS = "The house of the people met and read the law, and all of them went home in the evening."
ARTICLE = Article(
    url="https://senate.test/1",
    title="A bill",
    blocks=(Paragraph((Run(WORDS),)), Paragraph((Run("Сенат бүгін жиналды."),), language="kk")),
    language="en",
)


def refuse(_preferences, _places):
    """The computer has no liblouis."""
    raise BrailleError(BrailleProblem.LIBRARY)


@pytest.fixture
def window(open_window, services):
    try:
        writer(services.preferences.preferences, services.folders)
    except BrailleError as error:
        pytest.skip(f"no liblouis here: {error}")
    made = open_window()
    made.show_article(ARTICLE)
    return made


@pytest.fixture
def strip(window):
    window.actions_by_name["braille"].trigger()
    return window.pane.braille


def press(widget, *keys):
    for key in keys:
        QTest.keyClick(widget, key)


def test_at_first_there_is_none_and_nothing_is_written(window):
    window.view.set_caret(Position(1, 3))
    assert not window.pane.braille.isVisible()
    assert window.pane.braille.cells == ""


def test_the_command_shows_it_and_takes_it_away_again(window, strip):
    assert strip.isVisible()
    assert window.services.preferences.preferences.braille_strip
    assert window.actions_by_name["braille"].isChecked()
    assert window.status.text() == "Braille under the article: on"
    window.actions_by_name["braille"].trigger()
    assert not strip.isVisible()
    assert not window.actions_by_name["braille"].isChecked()


def test_it_follows_the_caret_and_marks_its_cell(window, strip):
    assert strip.cells == "⠠⠁⠀⠃⠊⠇⠇"
    window.view.set_caret(Position(1, WORDS.index("people")))
    assert strip.words.startswith("The house of the people")
    assert strip.cells[strip.marked] == "⠏"
    window.view.set_caret(Position(2, 6))
    assert strip.cells == "⠎⠑⠝⠁⠞⠀⠃⠌⠛⠽⠝⠀⠚⠊⠝⠁⠇⠙⠮⠲"
    assert strip.marked == 6


def test_it_follows_the_voice(window, strip):
    window.view.carry_caret(Position(2, 6))
    assert strip.cells[strip.marked] == "⠃"


def test_it_shows_the_next_article(window, strip):
    window.show_article(Article(url="https://senate.test/2", title="Law", blocks=(), language="en"))
    assert strip.cells == "⠠⠇⠁⠺"


def test_it_is_turned_by_key_and_the_caret_stays(window, strip):
    window.view.set_caret(Position(1, 0))
    first = strip.cells
    window.actions_by_name["braille-on"].trigger()
    assert strip.cells != first
    assert strip.marked is None
    assert window.view.caret == Position(1, 0)
    window.actions_by_name["braille-back"].trigger()
    assert strip.cells == first
    for _row in range(20):
        window.actions_by_name["braille-on"].trigger()
    assert strip.words == "Сенат бүгін жиналды."
    assert window.status.text() == "There is nothing further on."


def test_why_there_is_none_is_said_once_and_not_at_every_change(window):
    strip, said, asked = window.pane.braille, [], []
    strip.failed.connect(said.append)

    def look(preferences, places):
        asked.append(preferences)
        return refuse(preferences, places)

    strip.writer = look
    window.prefer(braille_strip=True)
    window.prefer(font_size=30.0)
    window.prefer(font_size=31.0)
    assert len(said) == len(asked) == 1
    strip.writer = writer
    window.prefer(braille_strip=False)
    window.prefer(braille_strip=True)
    assert strip.isVisible()


class Unable:
    """Writes nothing."""

    def write(self, _pieces):
        raise BrailleError(BrailleProblem.TABLE, table="en-g9.ctb")


def test_a_text_that_cannot_be_written_is_told_of_once_and_not_at_every_key(window, strip):
    said = []
    strip.failed.connect(said.append)
    strip.writer = lambda _preferences, _places: Unable()
    window.prefer(braille_contracted_en=True)
    for offset in range(5):
        window.view.set_caret(Position(2, offset))
    assert len(said) == 1


class Tiring:
    """Writes braille once, and then no more."""

    def __init__(self, able):
        self.able, self.times = able, 0

    def write(self, pieces):
        self.times += 1
        if self.times > 1:
            raise BrailleError(BrailleProblem.TABLE, table="en-g9.ctb")
        return self.able.write(pieces)


def test_where_the_next_row_cannot_be_written_that_alone_is_said(window, strip):
    ends = []
    strip.ended.connect(ends.append)
    strip.writer = lambda preferences, places: Tiring(writer(preferences, places))
    window.prefer(braille_contracted_en=True)
    for _row in range(20):
        strip.turn(1)
    assert "en-g9.ctb" in window.status.text()
    assert not ends
    assert strip.cells == ""


def test_what_is_turned_stays_when_the_look_changes(window, strip):
    window.view.set_caret(Position(1, 0))
    window.actions_by_name["braille-on"].trigger()
    turned = strip.cells
    window.prefer(theme="white-on-black")
    assert strip.cells == turned


def test_a_click_on_a_cell_brings_the_caret_there(window, strip):
    window.view.set_caret(Position(1, 0))
    cell = 6
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.cell_rect(cell).center().toPoint())
    assert window.view.caret == Position(1, 5)
    assert strip.marked == cell
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(0, 5))
    assert window.view.caret == Position(1, 0)


def test_by_keyboard_the_finger_goes_from_cell_to_cell_and_enter_brings_the_caret(window, strip):
    window.view.set_caret(Position(1, 0))
    press(window.view, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is strip
    press(strip, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert window.view.caret == Position(1, 1)
    press(strip, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Space)
    second = window.view.caret
    assert WORDS[second.offset - 1] == " "
    assert strip.marked == 0
    press(strip, Qt.Key.Key_Left, Qt.Key.Key_Return)
    assert window.view.caret.offset == second.offset - 2
    press(strip, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_Return)
    assert window.view.caret == Position(1, 0)
    press(strip, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Return)
    assert window.view.caret.block == 0


def test_assistive_technology_has_its_words_where_the_focus_is_and_no_sooner(window, strip):
    assert strip.accessibleName() == "Braille under the article"
    window.view.set_caret(Position(1, 0))
    assert strip.accessibleDescription() == ""
    strip.setFocus()
    assert strip.accessibleDescription() == strip.words
    press(strip, Qt.Key.Key_PageDown)
    assert strip.accessibleDescription() == strip.words != ""


def test_the_focus_is_never_left_in_a_strip_that_goes(window, strip):
    strip.setFocus()
    window.prefer(braille_strip=False)
    assert QApplication.focusWidget() is window.view


def test_contracted_english_is_a_preference(window, strip):
    window.view.set_caret(Position(1, 0))
    window.prefer(braille_contracted_en=True)
    assert strip.cells.startswith("⠠⠮⠀⠓⠳⠎⠑⠀⠷⠀⠮")


@pytest.mark.parametrize(("width", "size"), [(1120, 18), (1120, 72), (320, 12), (320, 72), (240, 40)])
def test_as_many_cells_as_are_wished_or_have_room_and_all_of_them_in_the_window(window, strip, width, size):
    window.prefer(font_size=float(size), braille_strip_cells=32.0)
    window.resize(width, 256 if width < 1000 else 800)
    QApplication.processEvents()
    assert strip.count == 32 or strip.pitch >= 11
    assert strip.count >= min(12, strip.width() // 12)
    assert strip.cell_rect(0).left() >= 0
    assert strip.cell_rect(strip.count - 1).right() <= strip.width()
    assert strip.cell_rect(0).bottom() <= strip.height()
    assert strip.height() < 90
    assert len(strip.cells) <= strip.count


@pytest.mark.parametrize("theme", THEMES)
def test_the_dots_are_seen_in_every_scheme(window, strip, theme):
    window.prefer(theme=theme)
    window.view.set_caret(Position(1, 0))
    assert ratio_of_ink(strip.grab(strip.cell_rect(0).toRect()).toImage()) >= TEXT_CONTRAST


def test_where_there_is_no_liblouis_the_command_says_what_to_install_and_nothing_else_changes(window):
    window.pane.braille.writer = refuse
    window.actions_by_name["braille"].trigger()
    assert "liblouis20" in window.status.text()
    assert "liblouis20" in window.banner.sentence.text()
    assert not window.pane.braille.isVisible()
    assert not window.services.preferences.preferences.braille_strip
    assert not window.actions_by_name["braille"].isChecked()


def test_a_reader_who_prefers_it_hears_why_it_is_not_there(window, strip):
    strip.writer = refuse
    window.prefer(braille_contracted_en=True)
    assert not strip.isVisible()
    assert not window.actions_by_name["braille"].isChecked()


@pytest.mark.parametrize(("typed", "kind"), [("a.brf", ""), ("a.PEF", ""), ("a", "PEF"), ("a b. c", "BRF")])
def test_an_article_is_saved_in_the_form_that_is_chosen(window, qtbot, tmp_path, monkeypatch, typed, kind):
    def choose(_parent, _title, suggested, kinds):
        assert suggested.endswith("A bill.brf")
        return str(tmp_path / typed), next((one for one in kinds.split(";;") if kind and kind in one), "")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    window.actions_by_name["save-braille"].trigger()
    qtbot.waitUntil(lambda: window.status.text().startswith("Saved as braille: "), timeout=20_000)
    (made,) = tmp_path.glob("a*")
    assert made.suffix.lower() in {".brf", ".pef"}
    assert made.suffix.lower() == f".{(kind or typed.rpartition('.')[2]).lower()}"
    text = made.read_bytes().decode()
    assert ("<pef " in text) == (made.suffix.lower() == ".pef")
    if made.suffix == ".brf":
        assert len(read_brf(text)) == 1


def test_a_file_that_cannot_be_written_is_told_over_the_article(window, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gone" / "a.brf"), ""))
    window.actions_by_name["save-braille"].trigger()
    qtbot.waitUntil(lambda: "could not be written" in window.banner.sentence.text(), timeout=20_000)
