"""How words are said: the dialog of the reader's own words, by keys, by ear and in what it writes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from accessreader import messages
from accessreader.article import Article, Paragraph, Position, Run
from accessreader.preferences import WCAG_SPACING
from accessreader.qt.words_dialog import WordsDialog
from accessreader.speech.lexicon import own_folder
from accessreader.speech.own_words import OwnWord, OwnWords
from qt.panels import settle, type_into
from qt.pretend_voice import VOICES, with_voice
from qt.test_panel_room import cut_off
from qt.test_window_room import cut_labels

ARTICLE = Article(
    url="https://senate.test/1",
    title="Новости",
    blocks=(
        Paragraph((Run("Сегодня РК приняла закон. Завтра РК примет ещё один."),)),
        Paragraph((Run("Ақорда хабарлады, бұл туралы кейін айтылады."),), language="kk"),
    ),
    language="ru",
)


@pytest.fixture
def window(open_window, services, engines):
    services.preferences.for_this_run(speech_structure=False)
    made = open_window(parts=with_voice(services, engines))
    made.show_article(ARTICLE)
    return made


def opened(window, qtbot, block=1, offset=9):
    """The dialog, by its key, at a place of the article."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=20_000)
    window.view.set_caret(Position(block, offset))
    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = next(one for one in window.findChildren(WordsDialog) if one.isVisible())
    qtbot.waitUntil(lambda: dialog.isActiveWindow() and QApplication.focusWidget() is not None, timeout=20_000)
    return dialog


def kept(window):
    return OwnWords(own_folder(window.services.folders)).all()


def test_the_word_at_the_caret_is_there_with_its_language_and_what_ours_say(window, qtbot):
    dialog = opened(window, qtbot)
    assert dialog.written.text() == "РК"
    assert dialog.language == "ru"
    assert dialog.ours.text() == "Without a word of yours: эр ка"
    assert dialog.said.hasFocus()
    assert dialog.said.accessibleDescription() == dialog.ours.text()
    assert not dialog.remove_button.isEnabled()
    assert not dialog.undo_button.isEnabled()
    assert dialog.list.isHidden()
    dialog.reject()
    assert opened(window, qtbot, block=2, offset=2).language == "kk"


def test_where_no_word_is_the_field_for_it_has_the_focus(window, qtbot):
    dialog = opened(window, qtbot, block=1, offset=25)
    assert dialog.written.text() == ""
    assert dialog.written.hasFocus()
    assert dialog.ours.text() == ""


def test_enter_saves_the_word_is_said_so_at_once_and_escape_leads_back(window, qtbot, engines):
    window.view.set_caret(Position(1, 8))
    window.actions_by_name["speak"].trigger()
    QApplication.processEvents()
    assert "эр ка приняла" in engines[0].said
    dialog = opened(window, qtbot)
    type_into(dialog.said, "республика")
    QTest.keyClick(dialog.said, Qt.Key.Key_Return)
    assert kept(window) == (OwnWord("ru", "РК", "республика"),)
    assert dialog.news.text() == "Saved: РК is said as республика."
    assert engines[0].said.startswith("республика приняла")
    assert "республика примет" in engines[0].said
    assert window.narration.speaking
    assert [row.title for row in dialog.list.rows_left()] == ["РК"]
    assert dialog.said.hasFocus()
    QTest.keyClick(dialog.said, Qt.Key.Key_Escape)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.view, timeout=20_000)
    assert opened(window, qtbot).said.text() == "республика"


def test_a_word_is_heard_before_it_is_kept_in_the_language_that_is_chosen(window, qtbot, engines):
    dialog = opened(window, qtbot)
    dialog.said.setText("эр-ка")
    QTest.keyClick(dialog.hear_button, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert engines[0].said == "эр-ка"
    assert next(iter(engines[0].sayings.values())).phrases[0].voice == "pretend:ru"
    assert kept(window) == ()
    dialog.said.clear()
    dialog.languages["kk"].setChecked(True)
    QTest.keyClick(dialog.hear_button, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert next(iter(engines[0].sayings.values())).phrases[0].voice == "pretend:kk"
    assert dialog.hear_button.hasFocus() or dialog.said.hasFocus()


def test_to_hear_a_word_nobody_need_ask_twice_beside_a_screen_reader(window, qtbot, engines, monkeypatch):
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    dialog = opened(window, qtbot)
    dialog.hear_button.click()
    QApplication.processEvents()
    assert engines[0].said
    assert not window.services.preferences.preferences.speech_beside_reader


def test_a_language_without_a_voice_is_told(window, qtbot, engines):
    window.services = with_voice(window.services, engines, VOICES[1:2])
    window.narration.warm()
    QApplication.processEvents()
    dialog = opened(window, qtbot)
    dialog.languages["en"].setChecked(True)
    dialog.hear_button.click()
    assert dialog.news.text() == "There is no voice for English on this computer."


def test_words_of_the_list_are_changed_removed_and_each_step_is_taken_back(window, qtbot):
    own = OwnWords(own_folder(window.services.folders))
    for language, word in (("ru", "РК"), ("en", "AI"), ("kk", "Ақорда")):
        own.put(OwnWord(language, word, "as it was"))
    dialog = opened(window, qtbot)
    assert dialog.said.text() == "as it was"
    assert next(row.spoken for row in dialog.list.rows_left()) == "Ақорда, as it was, Қазақша"
    dialog.list.setFocus()
    dialog.list.choose(2)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert (dialog.written.text(), dialog.language) == ("AI", "en")
    assert dialog.said.hasFocus()
    dialog.said.setText("ay eye")
    dialog.save_button.click()
    dialog.remove_button.click()
    assert dialog.news.text() == "Removed: AI is said as before."
    assert dialog.said.text() == ""
    assert dialog.said.hasFocus()
    dialog.list.setFocus()
    dialog.list.choose(0)
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert [word.written for word in kept(window)] == ["РК"]
    said = []
    while dialog.undo_button.isEnabled():
        dialog.undo_button.click()
        said.append((dialog.written.text(), dialog.said.text()))
    assert said == [("Ақорда", "as it was"), ("AI", "ay eye"), ("AI", "as it was")]
    assert {word.said for word in kept(window)} == {"as it was"}


@pytest.mark.parametrize(
    ("written", "said", "words", "where"),
    [
        ("", "x", "Write the word first", "written"), ("РК", "", "how the word is to be said", "said"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_told_and_the_field_has_the_focus(window, qtbot, written, said, words, where):
    dialog = opened(window, qtbot)
    dialog.written.setText(written)
    dialog.said.setText(said)
    dialog.save_button.click()
    assert words in dialog.news.text()
    assert getattr(dialog, where).hasFocus()
    assert kept(window) == ()


def test_a_folder_that_cannot_be_written_and_a_file_that_cannot_be_used_are_told(window, qtbot):
    folder = own_folder(window.services.folders)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("no folder")
    dialog = opened(window, qtbot)
    dialog.said.setText("эр-ка")
    dialog.save_button.click()
    assert str(folder) in dialog.news.text()
    folder.unlink()
    folder.mkdir()
    (folder / "words.toml").write_text("[ru")
    dialog.save_button.click()
    assert "words.toml" in dialog.news.text()
    assert (folder / "words.toml").read_text() == "[ru"


def test_every_control_has_a_name_and_tab_goes_round(window, qtbot):
    OwnWords(own_folder(window.services.folders)).put(OwnWord("ru", "РК", "эр-ка"))
    dialog = opened(window, qtbot)
    dialog.written.setFocus()
    seen = []
    while QApplication.focusWidget() not in seen:
        seen.append(QApplication.focusWidget())
        QTest.keyClick(seen[-1], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.written
    assert seen == [
        dialog.written, dialog.languages["ru"], dialog.said, dialog.hear_button, dialog.save_button,
        dialog.remove_button, dialog.list, dialog.close_button,
    ]  # fmt: skip
    assert all(widget.accessibleName() for widget in seen)
    group = QAccessible.queryAccessibleInterface(dialog.languages["ru"]).parent()
    assert group.text(QAccessible.Text.Name) == "Language"


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("text", [18, 72, 200])
def test_nothing_is_cut_off_in_any_window(window, qtbot, qapp, language, text):
    OwnWords(own_folder(window.services.folders)).put(OwnWord("ru", "РК", "Республика Казахстан"))
    store = window.services.preferences
    try:
        store.change(font_size=text, interface_language=language, **WCAG_SPACING)
        window.apply(store.preferences)
        window.show_article(ARTICLE)
        for size in ((1280, 800), (640, 480), (320, 256)):
            window.resize(*size)
            settle(qapp)
            dialog = opened(window, qtbot)
            dialog.save_button.click()
            settle(qapp)
            assert dialog.width() <= size[0]
            assert dialog.height() <= size[1]
            assert cut_off(dialog) + cut_labels(dialog) == [], (size, text, language)
            news = dialog.news
            qtbot.waitUntil(lambda news=news: not news.visibleRegion().isEmpty(), timeout=20_000)
            dialog.reject()
            settle(qapp)
    finally:
        messages.use_language("en")
