"""A reader who has no mouse, and how one sees that each command was done.

`OBSERVATIONS` holds a function for every command: it prepares the window, yields while the command is given by keys,
and then waits for what a reader would see or hear of it. A command without one fails the walk.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from shiboken6 import isValid

from accessreader import __version__, messages
from accessreader.article import Article, Figure, Heading, ListItem, Paragraph, Position, Quotation, Run, Table
from accessreader.keys.commands import BY_NAME
from accessreader.preferences import Preferences
from accessreader.qt import steps
from accessreader.qt.caret import link_at
from accessreader.qt.kept_dialog import KeptDialog
from accessreader.qt.keys_sheet import KeysSheet
from accessreader.qt.list_dialog import ListDialog
from accessreader.qt.places import KINDS
from accessreader.qt.question_page import QuestionPage
from accessreader.qt.words_dialog import WordsDialog
from accessreader.road import DEMO_FRONT
from qt.view_articles import runs, table

LIST = "http://demo.localhost/en-US/news"
PAGE = Path(__file__).parents[1] / "pages" / "notes.html"
PATIENCE_MS = 20_000
_LINKED = Paragraph(
    (Run("See "), Run("one", href="https://a.test/1"), Run(" and "), Run("two", href="https://a.test/2"))
)
_LEVELS = tuple(Heading(level, runs(f"Of level {level}")) for level in (1, 2, 3, 4, 5, 6))
ARTICLE = Article(
    url="https://a.test/",
    title="Words of the house",
    author="A. Writer",
    blocks=(
        Paragraph(runs("The house met in the morning. It read the law. All went home.")),
        _LINKED,
        *_LEVELS,
        ListItem(runs("a")),
        ListItem(runs("b")),
        Quotation(runs("A promise must be kept.")),
        Paragraph(runs("“The law is good for every house,” said Aigul Omarova, the speaker of the house.")),
        Figure("", "A hall", runs("Astana")),
        table(("Region", "Number"), ("Astana", "2")),
        *(Paragraph(runs(f"The house met again, day {day} of the year. It read the law.")) for day in range(40)),
        Heading(2, runs("Notes")),
        Paragraph(runs("The last words of the house.")),
    ),
    language="en",
)
_CLASSES = {"list": ListItem, "list-item": ListItem, "quotation": Quotation, "picture": Figure, "table": Table}


class Walk:
    """A window, walked by keys alone."""

    def __init__(self, window, qtbot, engines, folder, another) -> None:
        self.window = window
        self.qtbot = qtbot
        self.engines = engines
        self.folder = folder
        self.another = another

    @property
    def focus(self):
        """What has the focus."""
        return QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()

    @property
    def view(self):
        """The article."""
        return self.window.view

    @property
    def said(self) -> str:
        """What was said last."""
        return self.window.status.text()

    @property
    def appearance(self):
        """How the article looks."""
        return self.view.column.typography.appearance

    def press(self, *keys: str) -> None:
        """Press keys one after the other, wherever the focus is."""
        for key in keys:
            QTest.keySequence(self.focus, QKeySequence(key))
            QApplication.processEvents()

    def give(self, name: str) -> None:
        """Give a command: by its key, by its letter in the article, or from the menus with arrows."""
        command = BY_NAME[name]
        if command.keys:
            self.press(command.keys[0])
        elif command.letter:
            self.press(command.letter)
        else:
            self.choose(name)

    def choose(self, name: str) -> None:
        """Choose a command from the menus, with F10, arrows and Enter."""
        action = self.window.actions_by_name[name]
        menus = self.window.bars.menus
        at = next(number for number, menu in enumerate(menus) if action in menu.actions())
        self.press("F10")
        self.wait(lambda: QApplication.activePopupWidget() is not None)
        for _menu in range(at):
            self.press("Right")
        menu = QApplication.activePopupWidget()
        for _row in menu.actions():
            if menu.activeAction() is action:
                break
            self.press("Down")
        assert menu.activeAction() is action, f"the arrows do not come to {name} in the menus"
        self.press("Return")

    def wait(self, seen: Callable[[], object]) -> None:
        """Wait until something can be seen."""
        self.qtbot.waitUntil(lambda: bool(seen()), timeout=PATIENCE_MS)

    def show(self) -> None:
        """Show the article that has everything."""
        self.window.show_article(ARTICLE)
        self.view.set_caret(Position())
        self.view.setFocus()

    def open(self, address: str) -> None:
        """Type an address and Enter."""
        self.press("Ctrl+L")
        self.window.bars.address.clear()
        QTest.keyClicks(self.window.bars.address, address)
        self.press("Return")
        self.wait(lambda: not self.window.loading)
        self.view.setFocus()

    def dialog(self, kind: type):
        """A dialog of a kind that has come."""
        self.wait(lambda: any(one.isVisible() for one in self.window.findChildren(kind)))
        found = next(one for one in self.window.findChildren(kind) if one.isVisible())
        found.activateWindow()
        self.wait(found.isActiveWindow)
        return found

    def leave(self, dialog) -> None:
        """Leave a dialog with Esc."""
        self.press("Escape")
        self.wait(lambda: not isValid(dialog) or not dialog.isVisible())
        self.window.activateWindow()

    def will_type(self, path: Path) -> None:
        """Type a file's name and Enter, as soon as a dialog asks for it."""
        timer = QTimer(self.window, interval=20)

        def look() -> None:
            asked = QApplication.activeModalWidget()
            if isinstance(asked, QFileDialog) and asked.isActiveWindow() and asked.focusWidget() is not None:
                timer.stop()
                field = asked.findChild(QLineEdit)
                field.setFocus()
                field.clear()
                QTest.keyClicks(field, str(path))
                QTest.keyClick(field, Qt.Key.Key_Return)

        timer.timeout.connect(look)
        timer.start()

    def hear(self) -> None:
        """Let the voice say a word."""
        self.wait(lambda: self.engines and self.engines[-1].sayings)
        self.engines[-1].word()
        QApplication.processEvents()

    def read_aloud(self) -> None:
        """Have the first paragraph read, at its first word."""
        self.show()
        self.press("Down", "Down", "F8")
        self.hear()
        assert self.window.narration.speaking


Observation = Callable[[Walk], Iterator[None]]
OBSERVATIONS: dict[str, Observation] = {}


def observes(*names: str) -> Callable[[Observation], Observation]:
    """Note a function that prepares, yields while a command is given, and looks."""

    def note(function: Observation) -> Observation:
        for name in names:
            assert name not in OBSERVATIONS
            OBSERVATIONS[name] = function
        return function

    return note


def _noted(name: str, make: Callable[[str], Observation]) -> None:
    OBSERVATIONS[name] = make(name)


# ── the page ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@observes("address")
def address(walk):
    yield
    assert walk.window.bars.address.hasFocus()
    QTest.keyClicks(walk.focus, "x")
    assert walk.window.bars.address.text() == "x", "what is typed takes the place of what was there"


@observes("open-file")
def open_file(walk):
    walk.will_type(PAGE)
    yield
    walk.wait(lambda: walk.window.article.url == PAGE.as_uri())


@observes("paste-open")
def paste_open(walk):
    QGuiApplication.clipboard().setText(str(PAGE))
    yield
    walk.wait(lambda: walk.window.article.url == PAGE.as_uri())


@observes("reload")
def reload(walk):
    page = walk.folder / "page.html"
    page.write_text("<title>Old</title><article><h1>Old</h1><p>The old words of the page.</p></article>", "utf-8")
    walk.open(str(page))
    page.write_text("<title>New</title><article><h1>New</h1><p>The new words of the page.</p></article>", "utf-8")
    yield
    walk.wait(lambda: walk.window.article.title == "New")


@observes("stop")
def stop(walk):
    walk.press("Ctrl+F")
    assert walk.window.find_bar.isVisible()
    yield
    assert not walk.window.find_bar.isVisible()
    assert walk.view.hasFocus()


@observes("next-version")
def next_version(walk):
    walk.open(DEMO_FRONT)
    before = walk.window.article.language
    yield
    walk.wait(lambda: not walk.window.loading and walk.window.article.language != before)


@observes("removed", "settings", "recent")
def panel(walk):
    yield
    assert walk.window.side.isVisible()
    assert walk.window.side.isAncestorOf(walk.focus)


@observes("not-article")
def not_article(walk):
    walk.open(DEMO_FRONT)
    yield
    walk.leave(walk.dialog(ListDialog))


@observes("unmend")
def unmend(walk):
    walk.open(DEMO_FRONT)
    walk.press("Ctrl+Shift+A")
    walk.dialog(ListDialog)
    walk.press("Down", "Return")
    walk.window.activateWindow()
    walk.wait(lambda: "article now" in walk.said or "noted" in walk.said)
    yield
    walk.wait(lambda: "undone" in walk.said)


@observes("where")
def where(walk):
    walk.show()
    yield
    assert walk.said.startswith("Words of the house. Part 1 of ")


@observes("new-window")
def new_window(walk):
    before = len(walk.another)
    yield
    assert len(walk.another) == before + 1


@observes("quit")
def leave_the_program(walk):
    yield
    assert not walk.window.isVisible()


# ── the text and its contents ────────────────────────────────────────────────────────────────────────────────────────


@observes("copy")
def copy(walk):
    walk.show()
    walk.press("Shift+End")
    QGuiApplication.clipboard().clear()
    yield
    assert QGuiApplication.clipboard().text() == "Words of the house"


@observes("select-all")
def select_all(walk):
    walk.show()
    yield
    assert walk.view.selection()[1].block == len(walk.view.blocks) - 1


@observes("find")
def find(walk):
    walk.show()
    yield
    assert walk.window.find_bar.isVisible()
    QTest.keyClicks(walk.focus, "promise")
    walk.wait(lambda: isinstance(walk.view.blocks[walk.view.caret.block], Quotation))


@observes("find-next", "find-previous")
def find_on(walk):
    walk.show()
    walk.press("Ctrl+F")
    QTest.keyClicks(walk.focus, "house met again")
    walk.press("Return", "Return")
    before = walk.window.find_bar.count.text()
    yield
    assert walk.window.find_bar.count.text() != before


@observes("headings", "links")
def choose_one(walk):
    walk.show()
    walk.press("Ctrl+End")
    before = walk.view.caret
    yield
    title = walk.dialog(ListDialog).windowTitle()
    walk.press("Return")
    walk.window.activateWindow()
    if title == "Headings":
        assert walk.view.caret != before
    else:
        walk.wait(lambda: "one" in walk.said or walk.window.loading or walk.window.banner.isVisible())
        walk.window.stop()


@observes("pictures", "tables", "speakers")
def list_window(walk):
    walk.show()
    yield
    walk.dialog(ListDialog)
    walk.press("Return")
    walk.window.activateWindow()
    walk.wait(walk.view.hasFocus)
    assert walk.view.caret != Position()


def _by_kind(name: str) -> Observation:
    kind = name.partition("-")[2]

    def goes(walk):
        walk.show()
        if name.startswith("previous"):
            walk.press("Ctrl+End")
        before = walk.view.caret
        yield
        caret = walk.view.caret
        assert caret != before
        block = walk.view.blocks[caret.block]
        if kind.startswith("heading"):
            assert isinstance(block, Heading)
            assert kind == "heading" or block.level == int(kind[-1])
        elif kind == "link":
            assert link_at(walk.view.blocks, caret) is not None
        elif kind in _CLASSES:
            assert isinstance(block, _CLASSES[kind])

    return goes


for _kind in KINDS:
    _noted(f"next-{_kind}", _by_kind)
    _noted(f"previous-{_kind}", _by_kind)


@observes("next-of-kind", "previous-of-kind")
def of_kind(walk):
    walk.show()
    walk.press("Ctrl+Shift+PgDown")
    first = walk.view.caret
    assert link_at(walk.view.blocks, first).href == "https://a.test/1"
    walk.press("Ctrl+Right")
    yield
    assert link_at(walk.view.blocks, walk.view.caret) is not None


@observes("next-kind", "previous-kind")
def other_kind(walk):
    walk.show()
    before = walk.said
    yield
    assert walk.said != before
    assert walk.said.rpartition(": ")[2].isdigit()


@observes("save-braille")
def save_braille(walk):
    walk.show()
    walk.will_type(walk.folder / "house.brf")
    yield
    walk.wait((walk.folder / "house.brf").exists)


# ── the look ─────────────────────────────────────────────────────────────────────────────────────────────────────────


_FIRST = {"text-normal": ("text-larger",), "words-narrower": ("words-wider",)}


def _looks(name: str) -> Observation:
    def changes(walk):
        walk.show()
        for step in _FIRST.get(name, ()):  # from where there is somewhere to go
            walk.give(step)
        before = walk.appearance
        yield
        assert walk.said
        assert walk.appearance != before

    return changes


for _name in (*steps.AMOUNTS, *steps.SWITCHES, *steps.ROUNDS, "text-normal", "wcag-spacing"):
    if _name != "next-language":
        _noted(_name, _looks)


@observes("next-language")
def next_language(walk):
    before = messages.current_language(), walk.window.bars.menus[0].title()
    yield
    assert messages.current_language() != before[0]
    assert walk.window.bars.menus[0].title() != before[1]


@observes("preset")
def preset(walk):
    walk.show()
    before = walk.appearance
    yield
    walk.dialog(ListDialog)
    walk.press("Return")
    assert walk.said.startswith("Settings for")
    assert walk.appearance != before


@observes("braille")
def braille(walk):
    walk.show()
    yield
    assert walk.window.pane.braille.isVisible()
    assert walk.window.pane.braille.cells


@observes("braille-on", "braille-back")
def braille_rows(walk):
    walk.show()
    walk.press("Ctrl+B", "Ctrl+F11")
    before = walk.window.pane.braille.words
    yield
    assert walk.window.pane.braille.words != before


@observes("undo")
def undo(walk):
    walk.show()
    before = walk.window.services.preferences.preferences
    walk.press("F7")
    assert walk.window.services.preferences.preferences != before
    yield
    assert walk.window.services.preferences.preferences == before


@observes("safe-defaults")
def safe_defaults(walk):
    walk.show()
    walk.press("F7", "F4", "Ctrl++")
    yield
    preferences = walk.window.services.preferences.preferences
    for key in ("letter_spacing", "theme", "font_size"):
        assert getattr(preferences, key) == getattr(Preferences(), key)


@observes("panel-wider", "panel-narrower")
def panel_width(walk):
    walk.press("F2")
    before = walk.window.side.width()
    yield
    assert abs(walk.window.side.width() - before) > 20
    assert "percent" in walk.said


@observes("full-screen")
def full_screen(walk):
    yield
    assert walk.window.isFullScreen()


# ── the voice ────────────────────────────────────────────────────────────────────────────────────────────────────────


@observes("speak")
def speak(walk):
    walk.show()
    yield
    walk.hear()
    assert walk.window.narration.speaking
    assert walk.window.pane.speech_bar.isVisible()


@observes("speak-stop")
def speak_stop(walk):
    walk.read_aloud()
    yield
    assert not walk.window.narration.active


@observes("speak-all")
def speak_all(walk):
    walk.show()
    walk.press("Ctrl+End")
    yield
    walk.hear()
    assert walk.view.caret.block == 0


@observes("speak-selection")
def speak_selection(walk):
    walk.show()
    walk.press("Down", "Down", "Shift+End")
    yield
    walk.hear()
    assert "morning" in next(iter(walk.engines[-1].sayings.values())).text


@observes("spell-word")
def spell_word(walk):
    walk.show()
    yield
    walk.wait(lambda: walk.engines and any("W, o, r, d, s" in one.text for one in walk.engines[-1].sayings.values()))


@observes("repeat")
def repeat(walk):
    walk.read_aloud()
    before = walk.engines[-1].orders.count("say") + walk.engines[-1].orders.count("stop")
    yield
    assert walk.engines[-1].orders.count("say") + walk.engines[-1].orders.count("stop") > before


def _voice_goes(name: str) -> Observation:
    def goes(walk):
        walk.read_aloud()
        if name.startswith("previous"):
            for _sentence in range(3):
                walk.press("Ctrl+F6")
                walk.hear()
        before = walk.view.caret
        yield
        walk.hear()
        assert walk.view.caret > before if name.startswith("next") else walk.view.caret < before

    return goes


for _unit in ("word", "sentence", "paragraph"):
    _noted(f"next-{_unit}", _voice_goes)
    _noted(f"previous-{_unit}", _voice_goes)


@observes("speak-faster", "speak-slower")
def rate(walk):
    walk.read_aloud()
    before = walk.window.pane.speech_bar.rate.text()
    assert before
    yield
    assert walk.window.pane.speech_bar.rate.text() != before


@observes("next-voice")
def next_voice(walk):
    walk.read_aloud()
    before = walk.window.services.preferences.preferences.speech_voice_en
    yield
    assert walk.window.services.preferences.preferences.speech_voice_en != before


@observes("voice")
def voice(walk):
    walk.read_aloud()
    yield
    walk.leave(walk.dialog(ListDialog))


@observes("keep")
def keep(walk):
    walk.show()
    yield
    walk.wait(lambda: walk.said == f"Kept: {ARTICLE.title}")


@observes("search-kept")
def search_kept(walk):
    walk.show()
    walk.give("keep")
    walk.wait(lambda: walk.said.startswith("Kept"))
    yield
    dialog = walk.dialog(KeptDialog)
    assert [hit.kept.title for hit in dialog.found.hits] == [ARTICLE.title]
    QTest.keyClicks(walk.focus, "omarova")
    walk.wait(lambda: len(dialog.found.hits) == 1)
    walk.press("Return")
    walk.wait(lambda: not walk.window.loading and "Omarova" in walk.view.blocks[walk.view.caret.block].text)


@observes("own-words")
def own_words(walk):
    walk.show()
    yield
    walk.leave(walk.dialog(WordsDialog))


@observes("show-spoken")
def show_spoken(walk):
    walk.read_aloud()
    spoken = walk.view.caret
    walk.view.verticalScrollBar().setValue(walk.view.verticalScrollBar().maximum())
    assert not walk.view.is_visible(spoken)
    yield
    assert walk.view.is_visible(spoken)


@observes("save-sound")
def save_sound(walk):
    walk.show()
    walk.will_type(walk.folder / "house.wav")
    yield
    walk.wait(lambda: "house.wav" in walk.said)
    walk.window.sound.cancel()


# ── going about ──────────────────────────────────────────────────────────────────────────────────────────────────────


@observes("back", "forward")
def back_and_forward(walk):
    walk.open(LIST)
    walk.open(str(PAGE))
    walk.press("Alt+Home", "Alt+Left")
    walk.wait(lambda: walk.window.article.url == PAGE.as_uri())
    yield
    walk.wait(lambda: not walk.window.loading and walk.window.article.url != PAGE.as_uri())


@observes("home")
def home(walk):
    walk.show()
    yield
    assert walk.window.article.url == ""
    assert "A few keys" in walk.window.article.text


@observes("next-page")
def next_page(walk):
    walk.open(LIST)
    yield
    walk.wait(lambda: not walk.window.loading and walk.window.article.url not in {"", LIST})


@observes("next-article", "previous-article")
def along_the_list(walk):
    walk.open(LIST)
    for _article in range(2):
        before = walk.window.article.url
        walk.press("Shift+F2")
        walk.wait(lambda before=before: not walk.window.loading and walk.window.article.url != before)
    here = walk.window.article.url
    yield
    walk.wait(lambda: not walk.window.loading and walk.window.article.url != here)


@observes("headlines")
def headlines(walk):
    walk.open(LIST)
    yield
    walk.wait(lambda: "headlines" in walk.said)


@observes("feed")
def feed(walk):
    news = walk.folder / "news.xml"
    items = "".join(f"<item><title>News {n}</title><link>https://a.test/{n}</link></item>" for n in range(3))
    news.write_text(f"<rss version='2.0'><channel><title>The house</title>{items}</channel></rss>", "utf-8")
    walk.window.show_article(dataclasses.replace(ARTICLE, feed=str(news)))
    walk.view.setFocus()
    yield
    walk.wait(lambda: walk.window.article.title == "The house")


@observes("menu")
def menu(walk):
    yield
    walk.wait(lambda: QApplication.activePopupWidget() is not None)
    QApplication.activePopupWidget().close()


@observes("next-pane", "previous-pane")
def pane(walk):
    walk.show()
    walk.press("F2", "F6")
    before = walk.focus
    yield
    assert walk.focus is not before


# ── help ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@observes("keys")
def keys(walk):
    yield
    walk.leave(walk.dialog(KeysSheet))


@observes("key-help")
def key_help(walk):
    walk.show()
    yield
    walk.press("Ctrl+F")
    assert walk.said == "Ctrl+F: Find."
    walk.press("Escape", "Escape")


@observes("first-questions")
def first_questions(walk):
    yield
    walk.wait(lambda: any(page.isVisible() for page in walk.window.findChildren(QuestionPage)))
    walk.press("Escape")


@observes("accessibility", "conformance")
def manual(walk):
    before = walk.window.article.title
    yield
    walk.wait(lambda: not walk.window.loading and walk.window.article.title != before)
    assert not walk.window.banner.isVisible()


@observes("about")
def about(walk):
    yield
    assert __version__ in walk.said
