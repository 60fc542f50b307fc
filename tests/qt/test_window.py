"""The window as its reader uses it: addresses in, pages shown, settings changed and kept, by keys."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from accessreader import messages
from accessreader.article import Position
from accessreader.assembly import assemble
from accessreader.folders import folders
from accessreader.keys.commands import COMMANDS
from accessreader.qt.caret import links_in
from accessreader.road import DEMO_FRONT

LIST = "http://demo.localhost/en-US/news"
GONE = "http://demo.localhost/en-US/gone"


def wait(qtbot, window):
    qtbot.waitUntil(lambda: not window.loading, timeout=20_000)


def press(window, name):
    """Press the first key of a command, as a keyboard would."""
    keys = next(command for command in COMMANDS if command.name == name).keys[0]
    QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(keys))


def test_the_demonstration_is_read_over_the_whole_road(open_window):
    window = open_window(DEMO_FRONT)
    assert window.article is not None
    assert window.article.url.startswith("http://demo.localhost/en-US/")
    assert window.article.language == "en"
    assert window.view.blocks[0].text == window.article.title
    assert window.article.title in window.windowTitle()
    assert window.bars.address.text() == window.article.url


def test_what_a_reader_should_know_of_the_article_is_shown_and_said(open_window, tmp_path, qtbot):
    page = tmp_path / "cranes.html"
    page.write_text(
        "<title>Cranes</title><article><h1>Cranes</h1><p>The cranes of the inner harbour stopped on Monday, and "
        "the gulls could be heard above them.</p><p>Subscribe to continue reading</p></article>",
        "utf-8",
    )
    window = open_window(str(page))
    assert window.banner.isVisible()
    assert "only the beginning" in window.banner.sentence.text()
    window.open(DEMO_FRONT)
    wait(qtbot, window)
    assert not window.banner.isVisible()


def test_a_page_that_is_only_a_frame_leads_on_to_the_page_in_it(open_window, tmp_path, qtbot):
    (tmp_path / "inner.html").write_text("<title>In</title><article><h1>In</h1><p>What is in the frame.</p></article>")
    frame = tmp_path / "frame.html"
    frame.write_text('<title>Frame</title><body><iframe src="inner.html"></iframe>')
    window = open_window(str(frame))
    assert "only a frame" in window.banner.sentence.text()
    onward = next(button for button in window.banner.buttons if button.text() == "Open that page")
    onward.click()
    wait(qtbot, window)
    assert window.article.text == "What is in the frame."


def test_a_link_is_followed_and_back_returns_to_the_place(open_window, qtbot):
    window = open_window(LIST)
    first = window.article
    link = next(run.href for block in window.view.blocks for run in block.runs if run.href and "/details/" in run.href)
    window.view.set_caret(Position(2, 1))
    window.view.link_activated.emit(link)
    wait(qtbot, window)
    assert window.article.url == link
    window.visit(-1)
    wait(qtbot, window)
    assert window.article.title == first.title
    assert window.view.caret == Position(2, 1)
    window.visit(1)
    wait(qtbot, window)
    assert window.article.url == link


def test_a_key_of_a_command_that_cannot_be_done_says_so(open_window):
    window = open_window(DEMO_FRONT)
    press(window, "back")
    assert window.status.text() == "Back. Not possible just now."


def test_a_note_is_gone_to_and_back_without_reading_the_page_again(open_window):
    window = open_window(str(Path(__file__).parents[1] / "pages" / "notes.html"))
    note = next(link for link in links_in(window.view.blocks[1], 1) if link.href.endswith("#note-1"))
    window.view.set_caret(note.position)
    article = window.article
    window.view.follow(note)
    assert not window.loading
    assert window.view.blocks[window.view.caret.block].text.startswith("The meters were built")
    assert window.view.is_visible(window.view.caret)
    window.visit(-1)
    assert window.view.caret == note.position
    window.visit(1)
    assert window.view.blocks[window.view.caret.block].text.startswith("The meters were built")
    assert window.article is article


def test_a_page_that_does_not_come_is_a_sentence_and_the_article_stays(open_window, qtbot):
    window = open_window(DEMO_FRONT)
    before = window.article
    window.open(GONE)
    wait(qtbot, window)
    assert window.article is before
    assert "no longer" in window.status.text()
    assert "demo.localhost" in window.status.text()
    assert window.banner.isVisible()


def test_what_the_reader_types_is_an_address(open_window, qtbot):
    window = open_window()
    press(window, "address")
    assert window.bars.address.hasFocus()
    QTest.keyClicks(window.bars.address, LIST)
    QTest.keyClick(window.bars.address, Qt.Key.Key_Return)
    wait(qtbot, window)
    assert window.article.url == LIST


def test_a_nonsense_address_is_said_to_be_one(open_window, qtbot):
    window = open_window()
    window.open("ftp://example.org/x")
    wait(qtbot, window)
    assert "ftp://example.org/x" in window.status.text()


def test_a_saved_file_is_opened_by_its_path(open_window, tmp_path):
    page = tmp_path / "saved.html"
    words = "The upper house met today and spoke of libraries, of schools and of the long road between them. " * 6
    page.write_text(f"<html><body><article><h1>A day</h1><p>{words}</p></article></body></html>", encoding="utf-8")
    window = open_window(str(page))
    assert "libraries" in window.article.text


def test_settings_are_remembered_and_the_page_is_found_as_it_was_left(open_window, tmp_path):
    window = open_window(DEMO_FRONT)
    url = window.article.url
    press(window, "next-theme")
    press(window, "letters-wider")
    press(window, "letters-wider")
    number = len(window.view.blocks) // 2
    window.view.set_caret(Position(number, 0))
    window.close()

    again = assemble(folders(tmp_path), language="en")
    assert again.preferences.preferences.theme == "white-on-black"
    assert again.preferences.preferences.letter_spacing == pytest.approx(0.04)
    assert again.history.recent()[0].address == url
    other = open_window(again.history.recent()[0].address, again)
    assert other.view.caret == Position(number, 0)
    assert other.view.appearance.letter_spacing == pytest.approx(0.04)


def test_nothing_is_remembered_when_the_reader_does_not_want_it(open_window, services):
    services.preferences.change(remember_pages=False)
    window = open_window(DEMO_FRONT)
    window.close()
    assert services.history.recent() == ()


def test_every_change_can_be_taken_back(open_window, services):
    window = open_window()
    press(window, "text-larger")
    assert services.preferences.preferences.font_size == 20
    press(window, "undo")
    assert services.preferences.preferences.font_size == 18
    assert window.view.appearance.font_size == 18


def test_safe_defaults_bring_the_reader_back_from_anywhere(open_window, services):
    window = open_window()
    window.prefer(theme="low-luminance", font_size=200, letter_spacing=0.5, images="hidden")
    press(window, "safe-defaults")
    assert services.preferences.preferences.font_size == 18
    assert window.view.appearance.theme.name == "black-on-white"


def test_the_place_stays_through_every_change_of_the_look(open_window):
    window = open_window(DEMO_FRONT)
    window.view.scroll_to(Position(min(9, len(window.view.blocks) - 1), 0))
    top = window.view.top
    for name in ("text-larger", "letters-wider", "words-wider", "lines-higher", "next-font", "next-images",
                 "next-theme", "column-narrower", "wcag-spacing", "sentences", "invisible"):  # fmt: skip
        window.step(name)
        assert window.view.top == top, name


def test_escape_stops_closes_and_ends_in_the_article(open_window):
    window = open_window(DEMO_FRONT)
    press(window, "settings")
    assert window.side.present == "settings"
    press(window, "stop")
    assert not window.side.isVisible()
    assert QApplication.focusWidget() is window.view
    window.open(LIST)
    press(window, "stop")
    assert not window.loading
    assert window.bars.address.text() == window.article.url


def test_find_goes_from_hit_to_hit(open_window):
    window = open_window(DEMO_FRONT)
    press(window, "find")
    QTest.keyClicks(window.find_bar.field, "senate")
    said = re.fullmatch(r"(\d+) of (\d+)", window.find_bar.count.text())
    assert said
    press(window, "find-next")
    again = re.fullmatch(r"(\d+) of (\d+)", window.find_bar.count.text())
    assert again
    assert again[2] == said[2]
    assert again[1] != said[1] or said[2] == "1"


def test_what_was_taken_out_is_listed_with_its_reasons(open_window):
    window = open_window(DEMO_FRONT)
    assert window.article.removed
    press(window, "removed")
    assert window.side.present == "removed"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_language_changes_live(open_window, language):
    window = open_window(DEMO_FRONT)
    try:
        window.prefer(interface_language=language)
        assert messages.current_language() == language
        assert window.actions_by_name["find"].text() == messages._("Find…")
    finally:
        messages.use_language("en")


def test_the_page_in_the_next_language_is_offered(open_window, qtbot):
    window = open_window(DEMO_FRONT)
    assert {version.language for version in window.article.versions} >= {"kk", "ru"}
    seen = []
    for name in ("Қазақша", "Русский", "English"):
        press(window, "next-version")
        assert window.status.text() == f"Opening this page in another language: {name}"
        wait(qtbot, window)
        seen.append(window.article.url.split("/")[3])
    assert seen == ["kk-KZ", "ru-RU", "en-US"]


def test_a_page_in_one_language_says_so(open_window):
    window = open_window()
    press(window, "next-version")
    assert window.status.text() == "This page names no other language versions."


def test_the_start_page_lists_the_pages_read_lately(open_window):
    window = open_window(DEMO_FRONT)
    title = window.article.title
    window.go_home()
    assert any(title in block.text for block in window.view.blocks)


def test_focus_goes_round_and_comes_back(open_window):
    window = open_window(DEMO_FRONT)
    window.view.setFocus()
    press(window, "settings")
    seen: list[QWidget | None] = []
    for _step in range(4):
        press(window, "next-pane")
        seen.append(QApplication.focusWidget())
    assert any(widget is window.view for widget in seen)
    assert any(window.bars.isAncestorOf(widget) for widget in seen if widget)


def test_a_damaged_preference_file_is_set_aside_and_said(tmp_path):
    place = folders(tmp_path)
    place.config.mkdir(parents=True)
    (place.config / "preferences.toml").write_bytes(b"\xff\xfe not toml ][")
    import logging  # noqa: PLC0415

    logging.disable(logging.WARNING)
    try:
        parts = assemble(place, language="en")
    finally:
        logging.disable(logging.NOTSET)
    assert parts.preferences.set_aside is not None
    assert Path(parts.preferences.set_aside).exists()
    assert str(parts.preferences.set_aside) in parts.complaints()[0]


def test_a_damaged_list_of_recent_pages_is_set_aside_and_said(tmp_path, caplog):
    place = folders(tmp_path)
    place.data.mkdir(parents=True)
    (place.data / "history.jsonl").write_bytes(b"\xff\xfe no lines of JSON")
    parts = assemble(place, language="en")
    assert parts.history.set_aside is not None
    assert str(parts.history.set_aside) in parts.complaints()[-1]
    assert caplog.records


@pytest.mark.parametrize("by", ["address", "file"])
def test_what_is_dropped_on_the_window_is_opened(open_window, qtbot, tmp_path, by):
    window = open_window()
    content = QMimeData()
    if by == "address":
        content.setText(f"  {LIST}\n")
    else:
        page = tmp_path / "saved.html"
        page.write_text("<article><h1>A day</h1><p>" + "The house met. " * 40 + "</p></article>", encoding="utf-8")
        content.setUrls([QUrl.fromLocalFile(str(page))])
    where = (QPointF(5, 5).toPoint(), Qt.DropAction.CopyAction, content)
    held = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enters, drops = QDragEnterEvent(*where, *held), QDropEvent(QPointF(5, 5), *where[1:], *held)
    for event in (enters, drops):
        QApplication.sendEvent(window, event)
        assert event.isAccepted()
    wait(qtbot, window)
    assert window.article.url == LIST if by == "address" else "The house met." in window.article.text


def test_an_address_in_the_clipboard_is_opened(open_window, qtbot):
    window = open_window()
    QApplication.clipboard().setText(LIST)
    press(window, "paste-open")
    wait(qtbot, window)
    assert window.article.url == LIST
