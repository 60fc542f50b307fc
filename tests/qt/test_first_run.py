"""The first run: gone through by keys in every language, heard, left, taken up again, and out of nobody's way."""

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from accessreader import messages
from accessreader.assembly import assemble
from accessreader.folders import folders
from accessreader.keys.commands import BY_NAME
from accessreader.language import LANGUAGES
from accessreader.policy import Kiosk, Policy
from accessreader.preferences import Preferences
from accessreader.qt.aloud import Aloud
from accessreader.qt.app import Program
from accessreader.qt.kiosk import Kiosk as Guard
from accessreader.qt.newcomer import is_due
from accessreader.qt.prompting import voice_for
from accessreader.qt.question_page import QuestionPage
from accessreader.road import DEMO_FRONT
from accessreader.settings import PreferenceStore
from accessreader.speech.engine import Hush, Silenced, Sounding
from qt.panels import Longer, settle
from qt.pretend_voice import VOICES, PretendVoice, with_voice
from qt.test_panel_room import cut_off

KEYS = Qt.Key
NUMBERS = {"kk": KEYS.Key_1, "ru": KEYS.Key_2, "en": KEYS.Key_3}
IN = {
    "kk": ("Сізге кім дауыстап оқиды?", "Ешкім"),
    "ru": ("Кто читает вам вслух?", "Никто"),
    "en": ("Who reads aloud to you?", "Nobody"),
}


class Asked:
    """A window whose questions are asked, and what is heard of them."""

    def __init__(self, window, engines):
        self.window = window
        self.engines = engines

    @property
    def page(self):
        pages = [page for page in self.window.findChildren(QuestionPage) if page.isVisible()]
        assert len(pages) <= 1
        return pages[0] if pages else None

    @property
    def said(self):
        """What the voice has been told to say and has not said, sentence by sentence."""
        return self.engines[-1].said

    @property
    def preferences(self):
        return self.window.services.preferences.preferences

    def press(self, *keys):
        for key in keys:
            QTest.keyClick(QApplication.focusWidget(), key)
            QApplication.processEvents()

    def named(self):
        """The accessible names of the page and of what has the focus."""
        return self.page.accessibleName(), QApplication.focusWidget().accessibleName()


@pytest.fixture
def alone(qapp):
    """Nobody else speaks."""
    assert qapp
    before = QAccessible.isActive()
    QAccessible.setActive(False)
    yield
    QAccessible.setActive(before)


@pytest.fixture
def ask(open_window, services, alone):
    """A function that opens a window, with these voices, and asks."""
    assert alone is None

    def asking(voices=VOICES, *, afresh=False, parts=services):
        engines = []
        window = open_window(parts=with_voice(parts, engines, voices))
        window.findChild(Aloud).ask(afresh=afresh)
        QApplication.processEvents()
        return Asked(window, engines)

    return asking


def test_before_anything_is_chosen_each_language_offers_itself_in_its_own_voice(ask):
    asked = ask()
    spoken = {}
    for saying in asked.engines[0].sayings.values():
        for phrase in saying.phrases:
            spoken.setdefault(phrase.voice, []).append(phrase.text)
    kazakh, russian, english = ("".join(spoken[f"pretend:{code}"]) for code in LANGUAGES)
    assert kazakh.startswith("Қазақша")
    assert russian.startswith("Чтобы продолжить по-русски")
    assert "To go on in English, press" in english


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_six_questions_are_answered_by_keys_alone_and_each_answer_is_a_preference(ask, language):
    asked = ask()
    asked.press(NUMBERS[language], KEYS.Key_Return)
    title, last = IN[language]
    assert title in asked.named()[0]
    asked.press(KEYS.Key_Down, KEYS.Key_Down)
    assert asked.named()[1].startswith(last)
    asked.press(KEYS.Key_Return)
    asked.press(KEYS.Key_Down, KEYS.Key_Return)
    asked.press(KEYS.Key_Right, KEYS.Key_Right, KEYS.Key_Enter)
    asked.press(KEYS.Key_4, KEYS.Key_Return)
    asked.press(KEYS.Key_Up, KEYS.Key_Return)
    assert asked.page is None
    wished = Preferences(
        interface_language=language,
        theme="white-on-black",
        font_size=32.0,
        letter_spacing=0.2,
        images="hidden",
        first_questions=False,
    )
    assert PreferenceStore(asked.window.services.preferences.path).preferences == wished
    assert asked.window.view._appearance.font_size == 32
    assert asked.window.view.hasFocus()
    assert asked.window.bars.isVisible()
    assert messages.current_language() == language


def test_everything_looks_as_the_answer_that_is_pointed_at_before_enter(ask, services, qapp):
    asked = ask()
    asked.press(KEYS.Key_Return, KEYS.Key_Return, KEYS.Key_2)
    ground = str(services.themes["white-on-black"].background)
    assert qapp.palette().base().color().name() == ground
    asked.press(KEYS.Key_Return)
    before = asked.page.font().pointSizeF()
    asked.press(KEYS.Key_End)
    assert asked.preferences.font_size == 200
    assert asked.page.font().pointSizeF() > before


def test_a_question_is_said_with_its_answer_and_an_arrow_says_the_next_answer_alone(ask):
    asked = ask()
    asked.press(NUMBERS["en"], KEYS.Key_Return)
    assert asked.said.startswith("Question two of six. Who reads aloud to you?")
    assert "The voice of this program. one of three." in asked.said
    asked.press(KEYS.Key_Down)
    assert asked.said.startswith("My screen reader. two of three.")
    asked.press(KEYS.Key_F1)
    assert asked.said.startswith("Question two of six.")
    asked.press(KEYS.Key_Up, KEYS.Key_Up)
    assert asked.said.startswith("Nobody. three of three.")


def test_a_key_silences_what_is_being_said(ask):
    asked = ask()
    assert asked.said
    asked.press(KEYS.Key_Control)
    assert asked.said == ""


def test_whoever_wants_nobody_to_read_hears_nothing_from_the_next_question_on(ask):
    asked = ask()
    asked.press(KEYS.Key_Return, KEYS.Key_3)
    assert asked.said.startswith("Nobody")
    asked.press(KEYS.Key_Return)
    assert asked.said == ""
    asked.press(KEYS.Key_F8)
    assert asked.said.startswith("Question three")
    asked.press(KEYS.Key_F8)
    assert asked.said == ""


def test_the_voice_goes_on_saying_what_happens_where_it_was_chosen(ask):
    asked = ask()
    for _question in range(6):
        asked.press(KEYS.Key_Return)
    assert asked.page is None
    assert asked.preferences.speech_of_program
    assert asked.said.startswith("That was all.")
    asked.window.say("Page saved.")
    assert asked.said == "Page saved."


def test_back_leads_to_the_question_before_with_its_answer(ask):
    asked = ask()
    asked.press(KEYS.Key_Return, KEYS.Key_3, KEYS.Key_Return, KEYS.Key_5)
    asked.press(KEYS.Key_Escape)
    assert asked.named()[1].startswith("Nobody")
    asked.press(KEYS.Key_Return)
    assert asked.named()[1].startswith("Green on dark brown. 5 of 8.")
    asked.press(KEYS.Key_Backspace, KEYS.Key_Backspace)
    assert "Question 1 of 6." in asked.named()[0]


def test_leaving_at_the_first_question_changes_nothing_and_is_said(ask):
    asked = ask()
    asked.press(KEYS.Key_Escape)
    assert asked.page is None
    assert asked.window.services.preferences.chosen == {"first_questions"}
    assert not asked.preferences.first_questions
    assert asked.window.status.text().startswith("Everything stays as it is.")
    assert not is_due(asked.window.services)


def test_the_keys_that_are_told_are_those_of_the_reader(ask, services):
    services.keys.give(BY_NAME["speak"], ["Ctrl+Shift+Y"])
    services.keys.give(BY_NAME["settings"], [])
    asked = ask(afresh=True)
    asked.press(KEYS.Key_Return)
    assert "when you press Ctrl+Shift+Y." in asked.named()[1]
    asked.press(*[KEYS.Key_Return] * 5)
    told = "That was all. “Settings” changes everything, F1 tells the keys, Ctrl+Shift+Y reads an article aloud."
    assert asked.window.status.text() == told


def test_one_undo_takes_back_the_last_answer(ask, qtbot):
    asked = ask()
    asked.press(KEYS.Key_Return, KEYS.Key_Return, KEYS.Key_2)
    assert asked.preferences.theme == "white-on-black"
    asked.window.undo()
    assert asked.preferences.theme == "black-on-white"
    qtbot.waitUntil(lambda: asked.named()[1].startswith("Black on white"), timeout=10_000)
    assert asked.page.cards[0].isChecked()


def test_back_and_on_are_buttons_too_and_keep_the_focus_when_something_else_changes(ask, qtbot):
    asked = ask()
    asked.press(KEYS.Key_Tab, KEYS.Key_Tab)
    assert asked.named()[1] == "Go on"
    asked.window.services.preferences.follow({"font_size": 60.0})
    asked.window.apply(asked.preferences)
    before = asked.page.font().pointSizeF()
    qtbot.waitUntil(lambda: asked.page.font().pointSizeF() > before, timeout=10_000)
    assert asked.named()[1] == "Go on"
    asked.press(KEYS.Key_Return)
    assert "Question 2 of 6." in asked.named()[0]
    assert asked.named()[1].startswith("The voice of this program")
    asked.press(KEYS.Key_Tab, KEYS.Key_Return)
    assert "Question 1 of 6." in asked.named()[0]


def test_the_questions_grow_with_the_text_by_whatever_it_grows(ask, qtbot):
    asked = ask()
    before = asked.page.font().pointSizeF()
    asked.window.services.preferences.follow({"font_size": 60.0})
    asked.window.apply(asked.preferences)
    qtbot.waitUntil(lambda: asked.page.font().pointSizeF() > before, timeout=10_000)


def test_a_run_that_was_cut_off_goes_on_where_nothing_was_chosen(ask, tmp_path):
    asked = ask()
    asked.press(NUMBERS["ru"], KEYS.Key_Return, KEYS.Key_Return, KEYS.Key_3, KEYS.Key_Return)
    again = assemble(folders(tmp_path))  # as after a kill: nothing but the file is there
    assert is_due(again)
    resumed = ask(parts=again)
    assert resumed.named()[0].startswith("Вопрос 4 из 6.")
    assert resumed.preferences.theme == "dark-blue-on-light-blue"
    assert resumed.said.startswith("Вопрос четыре из шести.")


def test_beside_assistive_technology_the_voice_is_silent_until_it_is_asked_for(ask):
    QAccessible.setActive(True)
    asked = ask()
    asked.press(KEYS.Key_Down, NUMBERS["en"], KEYS.Key_Return)
    assert asked.engines == []
    assert asked.named()[1].startswith("My screen reader")
    asked.press(KEYS.Key_F1)
    assert "Who reads aloud to you?" in asked.window.status.text()
    asked.press(KEYS.Key_F8)
    assert asked.said.startswith("Question two")


def test_a_screen_reader_that_comes_later_is_not_talked_over(ask, qtbot):
    asked = ask()
    assert asked.said
    QAccessible.setActive(True)
    qtbot.waitUntil(lambda: asked.said == "", timeout=10_000)


def test_a_language_without_a_voice_is_offered_in_one_that_has_one(ask):
    asked = ask([voice for voice in VOICES if voice.language == "ru"])
    assert {phrase.voice for saying in asked.engines[0].sayings.values() for phrase in saying.phrases} == {"pretend:ru"}
    assert asked.said.startswith("Казахский язык: нажмите один")
    assert "Чтобы продолжить по-русски" in asked.said
    assert "Английский язык: нажмите три" in asked.said


@pytest.mark.parametrize("why", [Hush.NO_DEVICE, Hush.NO_SYNTHESIZER])
def test_where_nothing_can_be_heard_it_is_written_and_the_questions_go_on(ask, why):
    asked = ask()
    asked.engines[0].told(Silenced(why))
    QApplication.processEvents()
    shown = [label.text() for label in asked.page.findChildren(QLabel) if label.isVisible()]
    assert why.sentence() in shown
    asked.press(KEYS.Key_Return)
    assert "Who reads aloud" in asked.named()[0]
    asked.engines[0].told(Sounding())
    QApplication.processEvents()
    assert why.sentence() not in [label.text() for label in asked.page.findChildren(QLabel) if label.isVisible()]


def test_an_answer_that_could_not_be_saved_is_told_until_one_could_and_whatever_is_heard(ask, services, tmp_path):
    kept = PreferenceStore(tmp_path / "folder" / "preferences.toml")
    asked = ask(parts=dataclasses.replace(services, preferences=kept))
    asked.engines[0].told(Silenced(Hush.NO_DEVICE))
    QApplication.processEvents()

    def shown():
        return " ".join(label.text() for label in asked.page.findChildren(QLabel) if label.isVisible())

    in_the_way = tmp_path / "folder"
    in_the_way.write_text("not a folder")
    asked.press(KEYS.Key_Return)
    assert str(kept.path) in shown()
    assert Hush.NO_DEVICE.sentence() in shown()
    asked.engines[0].told(Sounding())
    QApplication.processEvents()
    assert str(kept.path) in shown()
    assert Hush.NO_DEVICE.sentence() not in shown()
    in_the_way.unlink()
    asked.press(KEYS.Key_Down)
    assert str(kept.path) not in shown()


def test_what_the_owner_of_the_machine_has_decided_is_not_asked(ask, services, tmp_path):
    locked = PreferenceStore(tmp_path / "preferences.toml", Policy(locked={"theme": "white-on-black"}))
    asked = ask(parts=dataclasses.replace(services, preferences=locked))
    assert "of 5." in asked.named()[0]
    for _question in range(5):
        assert "colours" not in asked.named()[0]
        asked.press(KEYS.Key_Return)
    assert asked.page is None


def test_a_size_between_two_answers_stays_where_nobody_chooses(ask, services):
    services.preferences.change(font_size=28.0)
    asked = ask(afresh=True)
    asked.press(*[KEYS.Key_Return] * 6)
    assert asked.preferences.font_size == 28


def test_meanwhile_only_the_commands_that_help_to_see_are_there(ask):
    asked = ask()
    usable = {name for name, action in asked.window.actions_by_name.items() if action.isEnabled()}
    assert "text-larger" in usable
    assert not usable & {"open-file", "settings", "find", "speak", "home", "keys"}
    asked.press(KEYS.Key_Escape)
    assert asked.window.actions_by_name["settings"].isEnabled()
    assert not asked.window.actions_by_name["back"].isEnabled()


# ── when it is asked ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def start(qtbot, services, alone):
    """A function that starts the program as `app.main` does, and answers the window."""
    assert alone is None

    def started(*, demo=False, asked=False, kiosk=False, parts=services):
        program = Program(dataclasses.replace(parts, voice=PretendVoice), kiosk=kiosk)
        window = program.open_window(DEMO_FRONT if demo else "")
        qtbot.addWidget(window)
        window.released = True
        program.welcome(window, demo=demo, asked=asked)
        QApplication.processEvents()
        return window

    return started


def asks(window):
    return any(page.isVisible() for page in window.findChildren(QuestionPage))


def test_a_plain_first_start_asks_and_a_second_does_not(start, services):
    assert asks(start())
    services.preferences.change(first_questions=False)
    assert not asks(start())


def test_whoever_has_settings_already_is_not_asked(start, services):
    services.preferences.change(font_size=40.0)
    assert not asks(start())


def test_the_voice_is_on_its_way_before_the_window_only_where_the_questions_are_due(qtbot, services, alone, engines):
    assert alone is None
    speaking = with_voice(services, engines)
    early = voice_for(speaking)
    assert engines[0].orders == ["warm_up"]
    program = Program(speaking)
    window = program.open_window("")
    qtbot.addWidget(window)
    program.welcome(window, demo=False, asked=False, voice=early)
    QApplication.processEvents()
    assert engines[0].said.startswith("Қазақша")
    assert len(engines) == 1
    services.preferences.change(first_questions=False)
    assert voice_for(speaking) is None


def test_nobody_stands_before_a_page_that_was_asked_for(start):
    window = start(asked=True)
    assert not asks(window)
    assert not window.banner.isVisible()


def test_beside_the_demonstration_the_questions_are_offered(start, qtbot):
    window = start(demo=True)
    qtbot.waitUntil(lambda: not window.loading and window.banner.isVisible(), timeout=20_000)
    assert not asks(window)
    assert window.view.hasFocus()
    window.banner.buttons[0].click()
    assert asks(window)


def test_an_unattended_machine_asks_each_visitor_where_its_owner_says_so(start, services):
    assert not asks(start(kiosk=True))
    policy = Policy(defaults={"first_questions": True}, kiosk=Kiosk(idle_seconds=60))
    window = start(kiosk=True, parts=dataclasses.replace(services, policy=policy))
    assert asks(window)
    QTest.keyClick(QApplication.focusWidget(), KEYS.Key_Escape)
    assert not asks(window)
    window.findChild(Guard).forget()
    QApplication.processEvents()
    assert asks(window)


def test_the_menu_asks_again_from_the_first_question_on(open_window, services, alone):
    assert alone is None
    services.preferences.change(first_questions=False, theme="yellow-on-black")
    window = open_window(DEMO_FRONT, parts=dataclasses.replace(services, voice=PretendVoice))
    window.actions_by_name["first-questions"].trigger()
    QApplication.processEvents()
    asked = Asked(window, [])
    assert "Question 1 of 6." in asked.named()[0]
    asked.press(KEYS.Key_Return, KEYS.Key_Return)
    assert asked.named()[1].startswith("Yellow on black")


# ── room ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", ["en", "ru", "kk", "longer"])
@pytest.mark.parametrize("points", [18, 72, 200])
def test_nothing_is_cut_off_and_every_answer_comes_into_sight(ask, qapp, points, language):
    asked = ask()
    messages.use_language("en" if language == "longer" else language)
    if language == "longer":
        messages.use_catalogue(Longer())
    asked.window.services.preferences.for_this_run(
        font_size=points, interface_language="en" if language == "longer" else language
    )
    run = asked.window.findChild(Aloud)._first_run
    for number in range(6):
        run._show(number)
        for size in ((1280, 800), (768, 1024), (320, 256)):
            asked.window.resize(*size)
            run._refresh()
            settle(qapp)
            assert asked.window.size().toTuple() == size
            assert cut_off(asked.page) == [], f"question {number + 1} at {points} pt in {size}, {language}"
            seen = asked.page.area.viewport().rect()
            for at, card in enumerate(asked.page.cards):
                QTest.keyClick(QApplication.focusWidget(), KEYS.Key_PageUp)
                asked.page.choose(at)
                settle(qapp)
                assert card.visibleRegion().boundingRect().height() >= min(card.height(), seen.height()) - 2
