"""A reader mends how a site is read, by keys alone: what belongs to the article, what it is, and all taken back."""

import tomllib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from accessreader.article import Position
from accessreader.assembly import assemble
from accessreader.folders import folders
from accessreader.keys.commands import BY_NAME
from accessreader.qt.drawer import RemovedDrawer
from accessreader.qt.list_dialog import ListDialog
from accessreader.road import DEMO_FRONT
from pretend import PretendedWeb, answer

COMMENT = "The council of the lakes wrote, in a long and careful comment, that boats are to be counted each spring. "
BOATS = [f"Boat {number} red" for number in range(30)]
LAKES = f"""<html><head><title>Boats of the lake</title></head><body>
<div class="promo"><p>Boats are counted from the shore.</p></div>
<div id="list"><h1>Boats of the lake</h1><ul class="boats"><li>{"</li><li>".join(BOATS)}</li></ul></div>
<div class="talk"><p>First. {COMMENT * 2}</p><p>Then. {COMMENT * 3}</p><p>Last. {COMMENT}</p></div>
<footer><p>Lakes, 2024</p></footer></body></html>"""


@pytest.fixture
def lakes():
    """The address of a page whose article the general way gets wrong: a list of short lines above long comments."""
    with PretendedWeb() as web:
        web.says("/boats", answer(LAKES.encode()))
        yield web.address("/boats")


def press(window, name):
    QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(BY_NAME[name].keys[0]))


def drawer_of(window):
    return window.side.findChild(RemovedDrawer)


def hears(qtbot, window, words):
    qtbot.waitUntil(lambda: words in window.status.text(), timeout=20_000)


def put_back(window, text):
    """Go to what was taken out and press the button, all by keys."""
    if window.side.present != "removed":
        press(window, "removed")
    drawer = drawer_of(window)
    rows = [row.title for row in drawer.list.rows_left()]
    drawer.list.setFocus()
    for _step in range(rows.index(text) - drawer.list.present):
        QTest.keyClick(drawer.list, Qt.Key.Key_Down)
    for _step in range(4):
        if QApplication.focusWidget() is not drawer.belongs:
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is drawer.belongs
    QTest.keyClick(drawer.belongs, Qt.Key.Key_Space)


def offered(qtbot, window):
    """The dialog of what could be the article."""
    press(window, "not-article")
    qtbot.waitUntil(lambda: bool(window.findChildren(ListDialog)), timeout=20_000)
    return window.findChild(ListDialog)


def choose(qtbot, window, words):
    dialog = offered(qtbot, window)
    QTest.keyClicks(dialog.field, words)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    window.activateWindow()  # a desktop does so when a dialog closes
    qtbot.waitUntil(window.isActiveWindow, timeout=20_000)


def test_what_was_taken_out_is_put_back_where_it_belongs_and_the_reader_stays_in_their_place(
    open_window, qtbot, lakes, tmp_path
):
    window = open_window(lakes)
    assert "counted from the shore" not in window.article.text
    window.view.set_caret(Position(2, 5))
    here = window.view.blocks[2].text
    put_back(window, "Boats are counted from the shore.")
    hears(qtbot, window, "Put back: Boats are counted from the shore.")
    assert window.article.blocks[0].text == "Boats are counted from the shore."
    assert window.view.caret.offset == 5
    assert window.view.blocks[window.view.caret.block].text == here
    assert QApplication.focusWidget() is drawer_of(window).belongs
    assert "Boats are counted from the shore." not in [row.title for row in drawer_of(window).list.rows_left()]
    file = tmp_path / "config" / "sources" / "127.0.0.1.toml"
    assert tomllib.loads(file.read_text("utf-8"))["mended"] == {"keep": [".promo"], "before": [{}]}

    again = open_window(lakes, assemble(folders(tmp_path), language="en"))
    assert "counted from the shore" in again.article.text


def test_one_after_another_is_put_back_from_where_the_reader_is_in_the_list(open_window, qtbot, lakes):
    window = open_window(lakes)
    press(window, "removed")
    rows = [row.title for row in drawer_of(window).list.rows_left()]
    put_back(window, "Boats are counted from the shore.")
    hears(qtbot, window, "Put back")
    assert drawer_of(window).list.present == rows.index("Boats are counted from the shore.")
    put_back(window, "Lakes, 2024")
    hears(qtbot, window, "Put back: Lakes, 2024")
    assert (window.article.blocks[0].text, window.article.blocks[-1].text) == (
        "Boats are counted from the shore.",
        "Lakes, 2024",
    )


def test_another_place_is_chosen_as_the_article_by_its_first_words(open_window, qtbot, lakes):
    window = open_window(lakes)
    assert "careful comment" in window.article.text
    choose(qtbot, window, "boat 0 red list")
    hears(qtbot, window, "This is the article now: Boat 0 red")
    assert [block.text for block in window.article.blocks] == BOATS
    assert window.view.hasFocus()


def test_the_choice_is_heard_row_by_row(open_window, qtbot, lakes):
    window = open_window(lakes)
    dialog = offered(qtbot, window)
    assert dialog.windowTitle() == "Which of these is the article?"
    assert any(
        row.spoken.startswith("Boat 0 red") and row.spoken.endswith("List, 90 words") for row in dialog.list.rows_left()
    )
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    assert "words. 2 of" in dialog.field.accessibleDescription()
    before = window.article
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert window.article is before


def test_the_mending_is_taken_back_word_by_word(open_window, qtbot, lakes, tmp_path):
    window = open_window(lakes)
    before = window.article
    choose(qtbot, window, "boat 0 red list")
    hears(qtbot, window, "This is the article now")
    chosen = window.article
    put_back(window, "Lakes, 2024")
    hears(qtbot, window, "Put back")
    press(window, "unmend")
    hears(qtbot, window, "Your last mending of this site is undone.")
    qtbot.waitUntil(lambda: window.article == chosen, timeout=20_000)
    press(window, "unmend")
    qtbot.waitUntil(lambda: window.article == before, timeout=20_000)
    assert list((tmp_path / "config" / "sources").glob("*.toml")) == []
    press(window, "unmend")
    hears(qtbot, window, "You have not mended this site.")


def test_what_changes_nothing_is_said_to_change_nothing(open_window, qtbot, lakes):
    window = open_window(lakes)
    put_back(window, "Boats of the lake")
    hears(qtbot, window, "Put back: Boats of the lake")
    choose(qtbot, window, "the whole page")
    hears(qtbot, window, "This is the article now")
    before = window.article
    choose(qtbot, window, "the whole page")
    hears(qtbot, window, "this page reads as before")
    assert window.article is before


def test_undoing_what_changed_nothing_says_so(open_window, qtbot, lakes):
    window = open_window(lakes)
    choose(qtbot, window, "shown now")
    hears(qtbot, window, "this page reads as before")
    press(window, "unmend")
    hears(qtbot, window, "is undone. This page reads as before.")


def test_a_page_of_the_demonstration_is_mended(open_window, qtbot, tmp_path):
    window = open_window(DEMO_FRONT)
    text = next(gone.text for gone in window.article.removed if len(gone.text) > 10)
    press(window, "removed")
    row = next(row.title for row in drawer_of(window).list.rows_left() if row.title == " ".join(text.split())[:90])
    put_back(window, row)
    hears(qtbot, window, "Put back")
    assert text.split()[0] in window.article.text
    assert (tmp_path / "config" / "sources" / "demo.localhost.toml").exists()


def test_a_saved_page_of_no_known_site_is_mended_alone(open_window, qtbot, tmp_path):
    for name in ("one.html", "two.html"):
        (tmp_path / name).write_text(LAKES, "utf-8")
    window = open_window(str(tmp_path / "one.html"))
    choose(qtbot, window, "boat 0 red list")
    hears(qtbot, window, "This is the article now")
    assert [block.text for block in window.article.blocks] == BOATS
    window.open(str(tmp_path / "two.html"))
    qtbot.waitUntil(lambda: not window.loading, timeout=20_000)
    assert "careful comment" in window.article.text


def test_a_file_that_cannot_be_used_is_named(open_window, qtbot, lakes, tmp_path, caplog):
    file = tmp_path / "config" / "sources" / "127.0.0.1.toml"
    file.parent.mkdir(parents=True)
    file.write_text("name = ", "utf-8")
    window = open_window(lakes)
    put_back(window, "Lakes, 2024")
    hears(qtbot, window, "127.0.0.1.toml cannot be used")
    assert window.banner.isVisible()
    assert {record.name for record in caplog.records} == {"accessreader.road"}


def test_there_is_nothing_to_mend_on_the_start_page(open_window, qtbot):
    window = open_window()
    for name in ("not-article", "unmend"):
        window.say("")
        press(window, name)
        hears(qtbot, window, "No page is open.")


def test_an_unattended_machine_mends_nothing(tmp_path, open_window):
    parts = assemble(folders(tmp_path), kiosk=True, language="en")
    window = open_window(parts=parts, kiosk=True)
    assert {"not-article", "unmend"}.isdisjoint(window.actions_by_name)
    window.side.toggle("removed")
    assert not drawer_of(window).belongs.isVisible()
    window.kiosk = False
