"""How words are said: the reader's own words, tried out, kept, changed and taken back.

::

    a word, its language ──▶ what came with the program says
    what is to be said   ──▶ Hear it ──▶ the own voice
                         ──▶ Save    ──▶ OwnWords, in a file of the reader's ──▶ the voice, at once

Enter in either field saves; Escape closes. What was done is said in the line under the buttons.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from accessreader.errors import AccessReaderError
from accessreader.folders import Folders
from accessreader.language import LANGUAGES, detect
from accessreader.messages import _
from accessreader.qt.controls import Button, ChoiceGroup, Radio
from accessreader.qt.flow import FlowLayout
from accessreader.qt.list_dialog import fitting
from accessreader.qt.narration import Narration, reword_everywhere
from accessreader.qt.preference_controls import Group
from accessreader.qt.remark import Remark
from accessreader.qt.rows import Row, RowList
from accessreader.qt.scroll_column import filled, order_tabs
from accessreader.qt.words import Label
from accessreader.speech.lexicon import LONGEST, load_lexicon, our_lexicon, own_folder
from accessreader.speech.own_words import OwnWord, OwnWords, checked
from accessreader.speech.spoken import try_word

_NO_VOICE: Final = {
    "kk": lambda: _("There is no voice for Kazakh on this computer."),
    "ru": lambda: _("There is no voice for Russian on this computer."),
    "en": lambda: _("There is no voice for English on this computer."),
}


LAID_OUT_MS: Final = 50
"""How long the lines of what was said need to find their place."""


class Field(QLineEdit):
    """A line to type into, and the words over it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.label = Label(name)
        self.label.setBuddy(self)
        self.setAccessibleName(name)
        self.setMaxLength(LONGEST)


class WordsDialog(QDialog):
    """The reader's words over a window; the word at the caret is there already."""

    def __init__(self, folders: Folders, narration: Narration, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = own_folder(folders)
        self._own = OwnWords(self._folder)
        self._narration = narration
        self._rows: tuple[OwnWord, ...] = ()
        self.setWindowTitle(_("How words are said"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.written, self.said = Field(_("Word, as it stands in the text")), Field(_("Is said as"))
        self.languages = {code: Radio(language.name) for code, language in LANGUAGES.items()}
        self.ours = Label()
        self.hear_button = Button(_("Hear it"), "speak")
        self.save_button = Button(_("Save"), "save", main=True)
        self.remove_button = Button(_("Remove"), "removed")
        self.undo_button = Button(_("Undo"), "undo")
        self.news = Remark()
        self.list = RowList(_("Your words"))
        self._list_label = Label(bold=True)
        self.close_button = Button(_("Close"), "close")
        self._lay_out()
        self._connect()
        word, language = narration.word_at_caret()
        self._choose_language(detect(word, language) if word else language)
        self._show_words()
        self._begin(word)
        self.resize(fitting(parent, QSize(620, 730)))

    def _lay_out(self) -> None:
        area = filled(self)
        group, radios, choice = Group(), FlowLayout(gap=8), ChoiceGroup(self)
        group.put_heading(_("Language"))
        for radio in self.languages.values():
            choice.addButton(radio)
            radios.addWidget(radio)
        group.column.addLayout(radios)
        buttons, end = FlowLayout(gap=8), FlowLayout(gap=8)
        for button in (self.hear_button, self.save_button, self.remove_button, self.undo_button):
            buttons.addWidget(button)
        end.addWidget(self.close_button)
        column = area.column
        for part in (self.written.label, self.written, group, self.ours, self.said.label, self.said):
            column.addWidget(part)
        column.addLayout(buttons)
        for under in (self.news, self._list_label, self.list):
            column.addWidget(under)
        column.setStretchFactor(self.list, 100)
        column.addStretch(1)  # where there is no list
        column.addLayout(end)
        order_tabs(column)
        self._area = area

    def _connect(self) -> None:
        self.written.textChanged.connect(self._tell)
        for radio in self.languages.values():
            radio.toggled.connect(self._tell)
        for field in (self.written, self.said):
            field.returnPressed.connect(self.save)
        self.hear_button.clicked.connect(self.hear)
        self.save_button.clicked.connect(self.save)
        self.remove_button.clicked.connect(self.remove)
        self.undo_button.clicked.connect(self.undo)
        self.close_button.clicked.connect(self.reject)
        self.list.opened.connect(self._take)

    # ── the word in the fields ───────────────────────────────────────────────────────────────────────────────────

    @property
    def language(self) -> str:
        """The language that is chosen."""
        return next(code for code, radio in self.languages.items() if radio.isChecked())

    def _choose_language(self, code: str) -> None:
        self.languages[code].setChecked(True)

    def _word(self) -> OwnWord:
        return OwnWord(self.language, self.written.text(), self.said.text())

    @property
    def _held(self) -> str:
        """The word in the fields as it is kept, or would be."""
        return " ".join(self.written.text().split())

    def _said_by_now(self) -> str:
        """What the reader lets be said for the word in the fields; "" where they have said nothing of it."""
        here = (self.language, self._held)
        return next((word.said for word in self._rows if (word.language, word.written) == here), "")

    def _begin(self, word: str) -> None:
        """Put a word into the fields, with what the reader lets be said for it."""
        self.written.setText(word)
        self.said.setText(self._said_by_now())
        self._tell()
        (self.said if word else self.written).setFocus()

    def _tell(self) -> None:
        """Say what the program lets the voice say for the word in the fields."""
        word = self._held
        said = try_word(word, self.language, our_lexicon()).strip() if word else ""
        words = _("Without a word of yours: {said}").format(said=said) if said else ""
        self.ours.setText(words)
        if not self.said.hasFocus():  # there it would be said at each change
            self.said.setAccessibleDescription(words)
        self.remove_button.setEnabled(bool(self._said_by_now()))
        self.undo_button.setEnabled(self._own.can_undo)

    # ── what the reader does ─────────────────────────────────────────────────────────────────────────────────────

    def hear(self) -> None:
        """Let the own voice say the word as it would be read."""
        word = self._word()
        written = word.written.strip()
        if not written:
            self.written.setFocus()
            self._say(_("Write the word first, as it stands in the text."))
            return
        lexicon = load_lexicon(self._folder)[0]
        if word.said.strip():
            kept = checked(word)
            lexicon = lexicon.with_word(kept.language, kept.written, kept.said)
        if not self._narration.try_out(written, word.language, lexicon):
            self._say(_NO_VOICE[word.language]())

    def save(self) -> None:
        """Keep what is to be said; the voice says so from now on."""

        def keep() -> str:
            kept = self._own.put(self._word())
            return _("Saved: {word} is said as {said}.").format(word=kept.written, said=kept.said)

        self._change(keep)

    def remove(self) -> None:
        """Say again what came with the program."""
        word = self._held

        def drop() -> str:
            self._own.drop(self.language, word)
            self.said.clear()
            self.said.setFocus()
            return _("Removed: {word} is said as before.").format(word=word)

        self._change(drop)

    def undo(self) -> None:
        """Take the last change of this dialog back."""

        def step_back() -> str:
            word = self._own.undo()
            if word is None:
                return _("Nothing to undo.")
            self._choose_language(word.language)
            self._show_words()
            self._begin(word.written)
            return _("The last change of your words is undone.")

        self._change(step_back)

    def _change(self, change: Callable[[], str]) -> None:
        """Do something to the words, and say what has come of it, or why nothing has."""
        try:
            words = change()
        except AccessReaderError as error:
            if not self.written.text().strip():
                self.written.setFocus()
            elif not self.said.text().strip():
                self.said.setFocus()
            self._say(str(error))
            return
        reword_everywhere()
        self._show_words()
        self._tell()
        self._say(words)

    def _say(self, words: str) -> None:
        self.news.say(words)
        # Once it has its height: in a small window it has more lines than before.
        QTimer.singleShot(LAID_OUT_MS, self, lambda: self._area.ensureWidgetVisible(self.news, 0, 0))

    # ── the list ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _show_words(self) -> None:
        self._rows = self._own.all()
        self.list.show_rows([Row(word.written, f"{word.said} · {LANGUAGES[word.language].name}",
                                 said=f"{word.written}, {word.said}, {LANGUAGES[word.language].name}")
                             for word in self._rows])  # fmt: skip
        here = (self.language, self._held)
        for number, word in enumerate(self._rows):
            if (word.language, word.written) == here:
                self.list.choose(number)
        self.list.setVisible(bool(self._rows))
        self._list_label.setText(_("Your words") if self._rows else _("You have no words of your own yet."))

    def _take(self, number: int) -> None:
        """Bring a word of the list into the fields."""
        word = self._rows[number]
        self._choose_language(word.language)
        self._begin(word.written)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the present word of the list out."""
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus() and self.list.present >= 0:
            word = self._rows[self.list.present]
            self._choose_language(word.language)
            self.written.setText(word.written)
            self.remove()
        else:
            super().keyPressEvent(event)
