"""An article read aloud in the window: marks, caret and voice at one place, and every key that reaches the voice."""

import dataclasses

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from accessreader import messages
from accessreader.article import Article, Heading, Paragraph, Position, Run, Span, sheet
from accessreader.listening import announced, delivery
from accessreader.preferences import Preferences, changed
from accessreader.qt.kiosk import Kiosk
from accessreader.qt.list_dialog import ListDialog
from accessreader.qt.listed_setting import ListedSetting
from accessreader.speech.engine import Failed, Hush, Silenced, Sounding
from accessreader.speech.utterance import CueKind
from qt.pretend_voice import VOICES, with_voice

TEXTS = (
    "Сенат заң жобасын қарады. Депутаттар оны мақұлдады.",
    "Закон вступает в силу завтра. Депутаты поддержали его единогласно.",
    "The deputies adopted the bill. It will be published soon.",
)
ARTICLE = Article(
    url="https://senate.test/1",
    title="Жаңа заң туралы хабарлама",
    blocks=(
        Paragraph((Run(TEXTS[0]),)),
        Heading(2, (Run("Что меняется"),), language="ru"),
        Paragraph((Run(TEXTS[1]),), language="ru"),
        Paragraph((Run(TEXTS[2]),), language="en"),
    ),
    language="kk",
)
"""Blocks of the sheet: 0 the title, 1 Kazakh, 2 a heading, 3 Russian, 4 English."""


@pytest.fixture
def window(open_window, services, engines):
    services.preferences.for_this_run(speech_structure=False)
    made = open_window(parts=with_voice(services, engines))
    made.show_article(ARTICLE)
    return made


def press(window, name):
    window.actions_by_name[name].trigger()
    QApplication.processEvents()


def hear(engine, words=1):
    """Let the voice say some words."""
    for _word in range(words):
        more = engine.word()
        QApplication.processEvents()
        if not more:
            return False
    return True


@pytest.fixture
def reading(window, engines):
    """A window that reads from the beginning of the Kazakh paragraph, at its first word."""
    window.view.set_caret(Position(1, 0))
    press(window, "speak")
    hear(engines[0])
    return window


def marked(window):
    return window.view._reading.sentence, window.view._reading.word


def written(window, span):
    return window.view.blocks[span.block].text[span.start : span.end]


def test_nothing_is_started_before_the_first_word_is_asked_for(window, engines):
    window.view.set_caret(Position(2, 0))
    window.prefer(speech_rate_kk=200)
    assert engines == []
    press(window, "speak")
    assert len(engines) == 1


def test_it_reads_from_the_caret_and_marks_sentence_and_word(reading, engines):
    sentence, word = marked(reading)
    assert written(reading, sentence) == "Сенат заң жобасын қарады."
    assert written(reading, word) == "Сенат"
    hear(engines[0], 2)
    assert written(reading, marked(reading)[1]) == "жобасын"
    assert reading.view.caret == Position(1, 10)
    hear(engines[0], 2)
    assert written(reading, marked(reading)[0]) == "Депутаттар оны мақұлдады."


def test_text_selection_and_links_are_as_they_were(window, engines):
    window.view.select(Position(1, 0), Position(3, 5))
    before = (window.view.selection(), window.view.selected_text(), window.view.blocks, sheet(ARTICLE))
    press(window, "speak-all")
    while hear(engines[0]):
        assert (window.view.selection(), window.view.selected_text(), window.view.blocks, sheet(ARTICLE)) == before
    assert (window.view.selection(), window.view.selected_text(), window.view.blocks, sheet(ARTICLE)) == before


def test_the_whole_article_is_read_in_order_and_each_word_once(window, engines):
    press(window, "speak-all")
    seen = []
    while hear(engines[0]):
        word = marked(window)[1]
        if word is not None and (not seen or word != seen[-1]):
            seen.append(word)
    assert (
        " ".join(written(window, span) for span in seen).split()
        == " ".join(block.text for block in sheet(ARTICLE)).split()
    )
    assert not window.narration.active
    assert window.status.text() == "The end of what was read."
    assert marked(window) == (None, None)
    assert window.view.caret.block == 4


def test_pause_and_resume_are_exact_and_stop_leaves_the_caret_at_the_last_word(reading, engines):
    hear(engines[0], 2)
    press(reading, "speak")
    assert engines[0].orders[-1] == "pause"
    assert reading.view.caret == Position(1, 10)
    assert written(reading, marked(reading)[1]) == "жобасын"
    press(reading, "speak")
    assert engines[0].orders[-1] == "resume"
    hear(engines[0])
    assert written(reading, marked(reading)[1]) == "қарады."
    told = []
    reading.view.caret_moved.connect(told.append)
    press(reading, "speak-stop")
    assert engines[0].orders[-1] == "stop"
    assert (reading.view.caret, told) == (Position(1, 18), [Position(1, 18)])
    assert marked(reading) == (None, None)
    press(reading, "speak")
    assert engines[0].said.startswith("қарады.")


def test_escape_stops_it_first(reading):
    press(reading, "stop")
    assert not reading.narration.active


def test_the_caret_takes_the_voice_along(reading, engines):
    reading.view.setFocus()
    QTest.keyClick(reading.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert engines[0].said.startswith("Что меняется")
    hear(engines[0])
    QTest.keyClick(reading.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert engines[0].said.startswith("меняется")


def test_a_click_in_the_text_reads_from_there(reading, engines):
    there = reading.view.caret_rect(Position(3, 6)).center() + QPointF(4, 0)
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        QApplication.sendEvent(
            reading.view.viewport(),
            QMouseEvent(kind, there, there, Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton,
                        Qt.KeyboardModifier.NoModifier),
        )  # fmt: skip
    assert engines[0].said.startswith("вступает")


def test_selecting_while_it_reads_leaves_it_alone(reading, engines):
    before = len(engines[0].orders)
    reading.view.setFocus()
    QTest.keyClick(reading.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert len(engines[0].orders) == before
    hear(engines[0], 3)
    assert reading.view.selected_text()


def test_where_the_caret_was_moved_in_a_pause_it_goes_on(reading, engines):
    press(reading, "speak")
    reading.view.set_caret(Position(4, 4))
    press(reading, "speak")
    assert engines[0].said.startswith("deputies")


def test_where_the_caret_was_moved_in_a_pause_it_stays_when_reading_is_stopped(reading):
    press(reading, "speak")
    reading.view.set_caret(Position(4, 4))
    press(reading, "speak-stop")
    assert reading.view.caret == Position(4, 4)


def test_only_the_selection_is_read(window, engines):
    press(window, "speak-selection")
    assert window.status.text() == "Nothing is selected."
    window.view.select(Position(3, 6), Position(3, 16))
    press(window, "speak-selection")
    words = []
    while hear(engines[0]):
        words.append(written(window, marked(window)[1]))
    assert words == ["вступает", "в"]
    assert window.view.selected_text() == "вступает в"


@pytest.mark.parametrize(
    ("command", "begins"),
    [
        ("next-sentence", "Депутаттар"), ("previous-sentence", "Жаңа"), ("next-word", "заң"), ("next-paragraph", "Что"),
        ("repeat", "Сенат"), ("next-heading", "Что"), ("previous-heading", "Жаңа"),
    ],
)  # fmt: skip
def test_keys_take_the_voice_on_and_back(reading, engines, command, begins):
    press(reading, command)
    assert engines[0].said.startswith(begins)


def test_a_sentence_on_can_be_asked_for_in_silence(window, engines):
    window.view.set_caret(Position(3, 0))
    press(window, "next-sentence")
    assert engines[0].said.startswith("Депутаты поддержали")


def test_a_word_is_spelled_and_reading_goes_on_where_it_was(reading, engines):
    hear(engines[0], 1)
    press(reading, "spell-word")
    assert engines[0].said.replace(",", "").split() == ["з", "а", "ң"]
    assert reading.narration.active
    assert not reading.narration.speaking
    press(reading, "speak")
    assert engines[0].said.startswith("заң жобасын")


def test_a_word_is_spelled_before_anything_was_read_and_then_read_from_there(window, engines):
    window.view.set_caret(Position(4, 5))
    press(window, "spell-word")
    assert engines[0].said.replace(",", "").split() == list("deputies")
    press(window, "speak")
    assert engines[0].said.startswith("deputies")


def test_where_am_i_is_said_by_the_voice_too_while_it_reads(reading, engines):
    press(reading, "where")
    assert "Sentence one of two in this paragraph" in engines[0].said
    assert "Sentence 1 of 2 in this paragraph" in reading.status.text()
    assert "percent" in reading.status.text()


def test_faster_and_slower_hold_for_the_language_that_is_read_and_from_the_next_word(reading, engines):
    press(reading, "speak-faster")
    store = reading.services.preferences
    assert (store.preferences.speech_rate_kk, store.preferences.speech_rate_ru) == (200, 180)
    assert engines[0].orders[-1] == "revise"
    assert next(iter(engines[0].sayings.values())).phrases[0].manner.rate == 200
    assert reading.status.text() == "Kazakh rate: 200 wpm"
    assert reading.pane.speech_bar.rate.text() == "200 wpm"
    reading.view.set_caret(Position(3, 0))
    hear(engines[0])
    press(reading, "speak-slower")
    assert (store.preferences.speech_rate_kk, store.preferences.speech_rate_ru) == (200, 160)


@pytest.mark.parametrize(("start", "command", "end"), [(880, "speak-faster", 900), (90, "speak-slower", 80)])
def test_the_rate_stops_at_its_ends(reading, start, command, end):
    reading.prefer(speech_rate_kk=start)
    for _press in range(3):
        press(reading, command)
    assert reading.services.preferences.preferences.speech_rate_kk == end


@pytest.mark.parametrize(
    ("kind", "sentence", "word"),
    [("both", True, True), ("sentence", True, False), ("word", False, True), ("off", False, False)],
)
def test_what_is_marked_is_the_readers_choice_at_once(reading, kind, sentence, word):
    reading.prefer(speech_highlight=kind)
    shown = marked(reading)
    assert (shown[0] is not None, shown[1] is not None) == (sentence, word)


def test_the_bar_is_there_while_it_reads_and_tells_what_it_does(reading):
    bar = reading.pane.speech_bar
    assert bar.isVisible()
    assert bar.buttons["speak"].accessibleName() == "Pause"
    assert bar.buttons["voice"].accessibleName() == "Voice: Aigul"
    press(reading, "speak")
    assert bar.buttons["speak"].accessibleName() == "Resume"
    press(reading, "speak-stop")
    assert not bar.isVisible()


def test_ctrl_alone_silences(reading, engines):
    QTest.keyClick(reading.view, Qt.Key.Key_Control)
    assert engines[0].orders[-1] == "pause"
    assert not reading.narration.speaking


@pytest.mark.parametrize("what", ["article", "language", "close"])
def test_another_article_another_language_or_the_end_silences(reading, engines, what):
    if what == "article":
        reading.show_article(dataclasses.replace(ARTICLE, title="Other"))
    elif what == "language":
        press(reading, "next-language")
    else:
        reading.close()
    assert "stop" in engines[0].orders[-2:]
    assert not reading.narration.active
    assert marked(reading) == (None, None)


def test_words_that_come_late_are_not_marked(reading, engines):
    late = dict(engines[0].sayings)
    press(reading, "speak-stop")
    engines[0].sayings = late
    hear(engines[0])
    assert marked(reading) == (None, None)
    assert reading.view.caret == Position(1, 0)


def test_trouble_is_a_sentence_over_the_article_and_goes_when_it_is_over(reading, engines):
    engines[0].told(Silenced(Hush.NO_DEVICE))
    QApplication.processEvents()
    assert reading.banner.isVisible()
    assert reading.status.text() == Hush.NO_DEVICE.sentence()
    engines[0].told(Sounding())
    QApplication.processEvents()
    assert not reading.banner.isVisible()


def test_a_device_that_goes_pauses_and_a_sentence_that_cannot_be_said_is_told(reading, engines):
    ticket = next(iter(engines[0].sayings))
    engines[0].told(Failed(ticket, "why"))
    engines[0].told(Silenced(Hush.DEVICE_GONE))
    QApplication.processEvents()
    assert not reading.narration.speaking
    assert reading.narration.active
    assert Hush.DEVICE_GONE.sentence() in reading.banner.sentence.text()


def test_a_machine_without_voices_says_so(window):
    window.services = with_voice(window.services, [], ())
    press(window, "speak")
    QApplication.processEvents()
    assert "has no voice" in window.status.text()
    assert not window.narration.active


def test_a_language_without_a_voice_is_said_once_and_the_rest_is_read(window, engines):
    window.services = with_voice(window.services, engines, VOICES[3:])
    press(window, "speak-all")
    heard = []
    while hear(engines[0]):
        heard.append(marked(window)[0])
    assert "no voice for" in window.banner.sentence.text()
    assert {span.block for span in heard if span} == {4}


def test_beside_a_screen_reader_the_own_voice_asks_first(window, engines, monkeypatch):
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    press(window, "speak")
    assert engines == []
    assert "once more" in window.banner.sentence.text()
    press(window, "speak")
    assert engines
    assert window.narration.active
    assert window.services.preferences.preferences.speech_beside_reader
    assert not window.banner.isVisible()


def test_the_next_voice_of_the_language_is_taken(window, engines):
    window.view.set_caret(Position(3, 0))
    press(window, "speak")
    hear(engines[0])
    press(window, "next-voice")
    assert window.services.preferences.preferences.speech_voice_ru == "pretend:ru-2"
    assert window.status.text() == "Russian voice: Pavel"
    assert next(iter(engines[0].sayings.values())).phrases[0].voice == "pretend:ru-2"
    press(window, "next-voice")
    assert window.services.preferences.preferences.speech_voice_ru == "pretend:ru"


def test_voices_and_devices_are_chosen_from_lists(window, engines):
    window.side.toggle("settings")
    for key, number, value in (("speech_voice_ru", 2, "pretend:ru-2"), ("speech_device", 1, "Speakers")):
        window.side.list_wanted.emit(key)
        QApplication.processEvents()
        dialog = next(one for one in window.findChildren(ListDialog) if one.isVisible())
        dialog.choose(number)
        QApplication.processEvents()
        assert getattr(window.services.preferences.preferences, key) == value
    assert engines[0].device == "Speakers"


def test_the_panel_calls_a_voice_by_its_name(window, engines):
    window.side.toggle("settings")
    window.prefer(speech_voice_ru="pretend:ru-2")
    button = next(
        setting.button for setting in window.side.findChildren(ListedSetting) if setting.keys == ("speech_voice_ru",)
    )
    assert button.accessibleName() == "Choose… (Russian voice: pretend:ru-2)"
    press(window, "speak")
    assert engines
    assert button.accessibleName() == "Choose… (Russian voice: Pavel)"
    window.prefer(speech_voice_ru="automatic")
    assert button.accessibleName() == "Choose… (Russian voice: chosen by the program)"
    assert window.status.text() == "Russian voice: chosen by the program"


def test_where_one_window_begins_to_read_the_other_pauses(reading, open_window):
    other = open_window(parts=reading.services)
    other.show_article(ARTICLE)
    press(other, "speak-all")
    assert other.narration.speaking
    assert not reading.narration.speaking
    assert reading.narration.active
    press(reading, "speak")
    assert reading.narration.speaking
    assert not other.narration.speaking


def test_scrolling_away_is_respected_and_a_key_brings_the_voice_back(reading, engines):
    reading.resize(700, 420)
    QApplication.processEvents()
    reading.prefer(font_size=60)
    reading.view.scroll_by(2000)
    far = reading.view.top
    hear(engines[0])
    assert reading.view.top == far
    press(reading, "show-spoken")
    assert reading.view.is_visible(Position(1, 6))


def test_a_reader_who_does_not_want_to_be_taken_along_is_not(reading, engines):
    reading.prefer(speech_follow=False, font_size=90)
    top = reading.view.top
    while hear(engines[0]):
        pass
    assert reading.view.top == top


def test_preferences_become_what_the_voice_is_told():
    preferences = changed(
        Preferences(), speech_rate_ru=250, speech_pitch_ru=30, speech_volume_ru=60, speech_voice_ru="x:y",
        speech_pause_comma=200, speech_device="Headphones",
    )  # fmt: skip
    told = delivery(preferences)
    manner = told.manner_of("ru")
    assert (manner.rate, manner.pitch, manner.volume) == (250, 30, 60)
    assert told.voices == {"ru": "x:y"}
    assert (told.pauses.comma, told.pauses.sentence, told.device) == (0.2, 0.35, "Headphones")
    assert delivery(Preferences()).device == ""


def test_headings_and_links_are_announced_as_the_reader_likes(window, engines):
    window.view.set_caret(Position(2, 0))
    press(window, "speak")
    assert engines[0].said.startswith("Что меняется")
    press(window, "speak-stop")
    window.services.preferences.for_this_run(speech_structure=True)
    window.apply(window.services.preferences.preferences)
    window.show_article(dataclasses.replace(ARTICLE, title="Other"))
    window.view.set_caret(Position(2, 0))
    press(window, "speak")
    assert "Что меняется" in engines[0].said
    assert engines[0].said.startswith("Заголовок")
    kinds = [announced(changed(Preferences(), speech_links=on)) for on in (False, True)]
    assert [CueKind.LINK in kind for kind in kinds] == [False, True]


def test_the_readers_own_words_are_said(window, engines):
    folder = window.services.folders.config / "lexicon"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text('[kk]\n"Сенат" = "Сена́т палатасы"\n', encoding="utf-8")
    window.view.set_caret(Position(1, 0))
    press(window, "speak")
    assert engines[0].said.startswith("Сена́т палатасы заң")


def test_f6_reaches_the_bar(reading):
    reading.view.setFocus()
    for _press in range(6):
        press(reading, "next-pane")
        if reading.pane.speech_bar.isAncestorOf(QApplication.focusWidget()):
            break
    assert reading.pane.speech_bar.buttons["speak"].hasFocus()


def test_where_the_bar_goes_with_the_focus_the_article_has_it(reading):
    reading.pane.speech_bar.buttons["speak-stop"].setFocus()
    reading.pane.speech_bar.buttons["speak-stop"].click()
    assert not reading.pane.speech_bar.isVisible()
    assert reading.view.hasFocus()


def test_in_a_kiosk_that_forgets_the_voice_is_silent(reading):
    guard = Kiosk(reading, reading.services.policy)
    guard.forget()
    assert not reading.narration.active
    QApplication.instance().removeEventFilter(guard)
    messages.use_language("en")


def test_the_place_of_a_word_is_its_own_in_any_script(reading, engines):
    places = []
    while hear(engines[0]):
        sentence, word = marked(reading)
        if word:
            assert isinstance(word, Span)
            assert sentence.start <= word.start <= word.end <= sentence.end
            places.append((word.block, word.start))
    assert places == sorted(places)


def test_what_the_program_chooses_is_said_in_the_language_of_the_program(window):
    window.side.toggle("settings")
    press(window, "speak")
    setting = next(one for one in window.side.findChildren(ListedSetting) if one.keys == ("speech_voice_ru",))
    for language in ("ru", "kk", "en"):
        window.prefer(interface_language=language)
        assert messages._("chosen by the program") in setting.button.accessibleName()
        assert setting._present.text() == messages._("chosen by the program")
