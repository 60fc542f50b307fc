"""The first run: six questions, one at a time, in front of the window, which wears every answer at once.

::

    an arrow, a number ──▶ PreferenceStore.change ──▶ Window.apply     everything looks so at once
    Enter, Esc         ──▶ the next question, the one before           "first_questions" is off at the end
    each of them       ──▶ Prompting.say                                unless a screen reader speaks

Nothing is kept but preferences. So a run that was cut off goes on at the first question whose preference nobody has
decided, and what was decided holds.

Why the own voice speaks unasked here and nowhere else: whoever needs it cannot look for the switch. It is silent beside
a screen reader until it is asked for, and a key silences it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QVBoxLayout

from accessreader.appearance import SYSTEM_THEME
from accessreader.errors import PreferenceError, StoreError
from accessreader.language import LANGUAGES
from accessreader.messages import N_, _, current_language
from accessreader.preferences import Preferences
from accessreader.qt.key_names import by_key
from accessreader.qt.newcomer import DONE
from accessreader.qt.palette import system_theme
from accessreader.qt.prompting import Prompting
from accessreader.qt.question_page import QuestionPage
from accessreader.qt.questions import Circumstances, Question, Said, questions, told, worded
from accessreader.qt.window import Window
from accessreader.speech.prompter import Prompt

LOOK_OUT_MS: Final = 200
"""How often is asked whether a screen reader has come, which must not be talked over."""
MEANWHILE: Final = frozenset(
    {"quit", "full-screen", "text-larger", "text-smaller", "next-theme", "previous-theme", "undo", "safe-defaults"}
)
"""The commands that work while questions are asked."""


class FirstRun(QObject):
    """The questions in one window. `begin` asks; it ends by itself."""

    def __init__(self, window: Window, voice: Prompting) -> None:
        super().__init__(window)
        self._window = window
        self._voice = voice
        self._questions: tuple[Question, ...] = ()
        self._at = 0
        self._chosen = 0
        self._given: dict[str, int] = {}
        self._page: QuestionPage | None = None
        self._resting: list[QAction] = []
        self._aloud: bool | None = None  # as the reader wished by key, or said who reads
        self._unsaved = ""
        self._unheard = ""
        self._worn = window.services.preferences.preferences
        self._look_out = QTimer(self)
        self._look_out.setInterval(LOOK_OUT_MS)
        self._look_out.timeout.connect(self._look_round)
        voice.troubled.connect(self._tell_trouble)

    # ── beginning and end ────────────────────────────────────────────────────────────────────────────────────────

    @property
    def asking(self) -> bool:
        """Whether a question is in front of the window."""
        return self._page is not None

    def begin(self, *, afresh: bool = False) -> None:
        """Ask, from the first question that is not answered on; `afresh`, from the first."""
        if self.asking:
            self._end("")
        store = self._window.services.preferences
        self._questions = self._askable()
        if not self._questions:
            return
        self._given.clear()
        open_ones = [number for number, one in enumerate(self._questions) if one.key not in store.chosen]
        self._window.narration.stop()
        self._cover()
        self._look_out.start()
        self._show(0 if afresh or not open_ones else open_ones[0])

    def _askable(self) -> tuple[Question, ...]:
        """The questions of which the owner of the machine has left something to the reader."""
        services = self._window.services
        store = services.preferences
        now = Circumstances(
            store.preferences,
            {**services.themes, SYSTEM_THEME: system_theme()},
            lambda _code: self._key("speak"),
            store.chosen,
            assisted=QAccessible.isActive(),
        )
        return tuple(one for one in questions(now) if not one.keys & store.locked)

    def _key(self, name: str) -> str:
        return by_key(self._window.services.keys, name)

    def _cover(self) -> None:
        """Put the window's own parts aside."""
        window = self._window
        window.bars.cover(on=True)
        window.split.hide()
        window.banner.clear()
        window.status.say("")
        for name, action in window.actions_by_name.items():
            if name not in MEANWHILE and action.isEnabled():
                action.setEnabled(False)
                self._resting.append(action)

    def _end(self, words: str) -> None:
        """Bring the window back, and say how everything can be changed."""
        window = self._window
        self._look_out.stop()
        self._voice.hush()
        self._write({DONE: False})
        page, self._page = self._page, None
        for action in self._resting:
            action.setEnabled(True)
        self._resting.clear()
        window.bars.cover(on=False)
        window.split.show()
        window.view.setFocus()
        if page is not None:
            page.hide()
            page.deleteLater()
        window.say(words)

    # ── what the reader does ─────────────────────────────────────────────────────────────────────────────────────

    def _choose(self, number: int) -> None:
        self._chosen = number
        self._given[self._question.key] = number
        self._write(self._question.answers[number].values)
        self._refresh()
        self._say_answer()

    def _step(self, by: int) -> None:
        self._choose((self._chosen + by) % len(self._question.answers))

    def _go_on(self) -> None:
        question = self._question
        if question.key in self._given:
            self._write(question.answers[self._chosen].values)
        else:
            self._given[question.key] = self._chosen
            self._write(question.kept(self._preferences, self._chosen))
        if question.key == "speech_of_program":
            self._aloud = self._chosen == 0
        if self._at + 1 < len(self._questions):
            self._show(self._at + 1)
        else:
            words = _(
                "That was all. {settings} changes everything, {keys} tells the keys, {speak} reads an article aloud."
            )
            self._end(words.format(**{name: self._key(name) for name in ("settings", "keys", "speak")}))

    def _go_back(self) -> None:
        if self._at:
            self._show(self._at - 1)
        else:
            words = _("Everything stays as it is. {key} opens the settings; the menu Help has these questions.")
            self._end(words.format(key=self._key("settings")))

    def _turn_voice(self) -> None:
        """Silence the voice, or ask for it, beside a screen reader too."""
        self._aloud = not self._may_speak()
        if self._aloud:
            self._say_question()
        else:
            self._voice.hush()

    # ── what the reader sees ─────────────────────────────────────────────────────────────────────────────────────

    @property
    def _question(self) -> Question:
        return self._questions[self._at]

    @property
    def _preferences(self) -> Preferences:
        return self._window.services.preferences.preferences

    def _show(self, number: int) -> None:
        self._at = number
        question = self._question
        self._chosen = self._given.get(question.key, question.present(self._preferences))
        before, page = self._page, QuestionPage(question, number, len(self._questions))
        page.stepped.connect(self._step)
        page.chosen.connect(self._choose)
        page.on_wanted.connect(self._go_on)
        page.back_wanted.connect(self._go_back)
        page.again_wanted.connect(self._say_again)
        page.voice_wanted.connect(self._turn_voice)
        self._page = page
        self._put(page)
        self._refresh()
        if before is not None:
            before.hide()
            before.deleteLater()
        self._say_question()

    def _put(self, page: QuestionPage) -> None:
        """Give the page the place of the window's own parts."""
        whole = self._window.centralWidget()
        column = whole.layout() if whole is not None else None
        if isinstance(column, QVBoxLayout):
            column.insertWidget(0, page, 1)
            page.show()

    def _follow(self) -> None:
        """Choose the answer that the preferences give now, where the chosen one is no longer it."""
        values = self._question.answers[self._chosen].values
        if self._question.key in self._given and any(getattr(self._preferences, key) != values[key] for key in values):
            self._chosen = self._given[self._question.key] = self._question.present(self._preferences)
        self._refresh()

    def _refresh(self) -> None:
        self._worn = self._preferences
        if self._page is not None:
            notice = " ".join(filter(None, (self._unsaved, self._unheard)))
            self._page.show_question(self._preferences, self._chosen, notice)

    def _write(self, values: Mapping[str, object]) -> None:
        """Decide some preferences, and let everything look so; the run itself counts as begun from here on."""
        store = self._window.services.preferences
        wished = {DONE: True, **values}
        self._unsaved = ""
        try:
            store.change(**{key: value for key, value in wished.items() if key not in store.locked})
        except (PreferenceError, StoreError) as error:
            self._unsaved = str(error)
        self._window.apply(store.preferences)

    # ── what the reader hears ────────────────────────────────────────────────────────────────────────────────────

    def _may_speak(self) -> bool:
        return not QAccessible.isActive() if self._aloud is None else self._aloud

    def _look_round(self) -> None:
        """Give way to a screen reader that has come, and show what was changed by other means: undo, the system."""
        if self._preferences is not self._worn:
            self._follow()
        if self._voice.speaking and not self._may_speak():
            self._voice.hush()

    def _say(self, *texts: tuple[str, Said]) -> None:
        """Say texts, each in the language it is for; "" is the reader's."""
        if not self._may_speak():
            return
        prompts = [
            Prompt(language or current_language(), {code: said(code) for code in LANGUAGES}) for language, said in texts
        ]
        self._voice.say(prompts, self._preferences)

    def _say_question(self) -> None:
        question = self._question
        if question.key == "interface_language":
            self._say(*((answer.language, answer.detail) for answer in question.answers))
            return
        where = worded(N_("Question {number} of {count}"), number=self._at + 1, count=len(self._questions))
        self._say(
            ("", lambda code: f"{where(code)}. {question.title(code)} {question.hint(code)}"),
            ("", self._answer_said()),
        )

    def _say_again(self) -> None:
        """Say the question and the present answer; where the own voice is silent, let the screen reader say them."""
        if self._may_speak():
            self._say_question()
        elif self._page is not None:
            self._window.say(f"{self._page.accessibleName()} {self._answer_said()('')}", assertive=True)

    def _say_answer(self) -> None:
        self._say((self._question.answers[self._chosen].language, self._answer_said()))

    def _answer_said(self) -> Said:
        question, number = self._question, self._chosen
        return lambda code: told(question.answers[number], number, question, code)

    def _tell_trouble(self, words: str) -> None:
        """Show why nothing is heard; the questions are there to be read."""
        self._unheard = words
        self._refresh()
