"""The window: the article, its panels, and what commands do.

::

    open(address)  ──▶ jobs ──▶ Road.article ──▶ show(article)  ──▶ view.show_article
                                             └──▶ explain(error) ──▶ a sentence above the article
    prefer(**values) ──▶ PreferenceStore.change ──▶ apply(preferences)      idempotent; start-up calls it too

One writer, one path: nobody listens for changes, because `apply` tells everybody.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QVBoxLayout, QWidget

from accessreader import messages
from accessreader.appearance import SYSTEM_THEME
from accessreader.article import Article, Position, place_of, sheet
from accessreader.assembly import Services
from accessreader.errors import AccessReaderError, FetchError, NotAnArticleError, PreferenceError, StoreError
from accessreader.keys.commands import Command
from accessreader.messages import _
from accessreader.preferences import Preferences, has_wcag_spacing
from accessreader.qt import steps
from accessreader.qt.announce import StatusLine, tells_itself
from accessreader.qt.arrival import what_is_wrong, words_on_arrival
from accessreader.qt.bars import Bars, make_actions
from accessreader.qt.dressing import Dressing
from accessreader.qt.dropping import DropPlace
from accessreader.qt.fonts import reading_faces
from accessreader.qt.home import Home
from accessreader.qt.jobs import Job, Jobs
from accessreader.qt.key_names import with_key
from accessreader.qt.narration import Narration
from accessreader.qt.picture_loader import PictureLoader
from accessreader.qt.place_keeper import PlaceKeeper
from accessreader.qt.reading_pane import ReadingPane
from accessreader.qt.side import PANELS, Side
from accessreader.qt.sound_saving import SoundSaving
from accessreader.qt.tab_order import order_panes
from accessreader.qt.toolkit import translate_toolkit
from accessreader.qt.visits import Visit, Visits
from accessreader.qt.voice_choice import VoiceChoice
from accessreader.road import DEMO_FRONT
from accessreader.theme import Theme

log = logging.getLogger(__name__)

Deeds = Callable[["Window"], Mapping[str, Callable[[], object]]]
"""Makes what each command does in a window: `deeds.deeds`, which knows the window, as the window need not know it."""

SMALLEST = (160, 120)
SAID_AFTER_MS = 1000
"""When it is said that a page is on its way, if it still is."""
NARROW_EM, LOW_EM = 44, 22
"""Under so many em of the interface's text, in width or height, the bars fold."""


class Window(QMainWindow):
    """One window on one article. `another` asks for a second window; `shown` tells of each article that comes.

    At `shown` the article is there, and the voice has not left the one before it yet.
    """

    another = Signal()
    shown = Signal(object)

    def __init__(self, services: Services, jobs: Jobs, deeds: Deeds, *, kiosk: bool = False) -> None:
        super().__init__()
        self.services = services
        self.kiosk = kiosk
        self.released = False  # from the guard of a kiosk
        self.jobs = jobs
        self.visits = Visits()
        self.article: Article | None = None
        self._job: Job[Article] | None = None
        self._dressing = Dressing(services.themes, self)
        self._build()
        self.actions_by_name = make_actions(self, deeds(self), self._permitted, services.keys.of)
        self.bars = Bars(self, self.actions_by_name)
        self._arrange()
        self._connect()
        self.apply(services.preferences.preferences)
        self.resize(QSize(1120, 800))
        order_panes((self.bars, *self.pane.parts))

    def _remembers(self) -> bool:
        return not self.kiosk and self.services.preferences.preferences.remember_pages

    def _permitted(self, command: Command) -> bool:
        if not self.kiosk:
            return True
        rules = self.services.policy.kiosk
        return command.kiosk and (rules is None or command.name not in rules.hide)

    def _build(self) -> None:
        self.pane = ReadingPane(self)
        self.view, self.banner, self.find_bar = self.pane.view, self.pane.banner, self.pane.find_bar
        self.side = Side(self.services.themes, self.services.presets, self.services.preferences.locked, self)
        self.status = StatusLine(self)
        self.narration = Narration(self, self.pane.speech_bar)
        self.voices = VoiceChoice(self, self, self.narration)
        self.sound = SoundSaving(self, self)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.pane)
        self.split.addWidget(self.side)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        self.side.hide()
        if not self.kiosk:
            DropPlace(self, self.open)

    def _arrange(self) -> None:
        whole = QWidget(self)
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.bars)
        rows.addWidget(self.split, 1)
        rows.addWidget(self.status)
        self.setCentralWidget(whole)
        self.setMinimumSize(*SMALLEST)  # smaller than the bars before they fold

    def _connect(self) -> None:
        self._dressing.dressed.connect(self._dressed)
        self._dressing.system_changed.connect(self._system_changed)
        self.bars.opened.connect(self.open)
        self.view.link_activated.connect(self.open)
        self.pane.found.connect(self.say)
        self.keeper = PlaceKeeper(self.view, self.services.history, self._remembers)
        self.keeper.failed.connect(self.say)
        self.home = Home(self.services, self.jobs, self, kiosk=self.kiosk)
        self.home.changed.connect(self._home_changed)
        self.pictures = PictureLoader(self.view, self.jobs, self.services.road)
        self.pane.speech_bar.fill(self.actions_by_name)
        side = self.side
        side.turned.connect(self._side_turned)
        side.preferred.connect(lambda values: self._change(values, heard=tells_itself(QApplication.focusWidget())))
        side.adopted.connect(self.adopt)
        side.list_wanted.connect(self.voices.choose)
        self.narration.offered.connect(lambda: side.show_names(self.narration.names))
        side.undone.connect(self.undo)
        side.reset.connect(self.safe_defaults)

    def open(self, address: str, place: Position | None = None, *, listed: bool = False) -> None:
        """Go to a place on the present page, or read another page or file and show it; until then this one stays.

        With `listed` its headlines alone are shown.
        """
        if place is None and self.article and (there := place_of(self.article, address)):
            self.visits.jump(leaving=self.keeper.place)
            self.view.set_caret(there)
            return
        self.stop()
        road = self.services.road
        self.bars.show_address(address)
        # Translators: shown while a page is being read.
        self.banner.show_progress(_("Reading {address}…").format(address=address), self.stop)
        self._job = job = self.jobs.run(
            lambda job: (road.listed if listed else road.article)(address, job.dropped),
            then=lambda article: self._arrived(Visit(address, listed=listed), article, place),
            otherwise=lambda error: self.explain(error, lambda: self.open(address, place, listed=listed)),
        )
        # Where the page is there at once, its arrival is what is said.
        QTimer.singleShot(SAID_AFTER_MS, self, lambda: self._tell_wait(job))

    def _tell_wait(self, job: Job[Article]) -> None:
        if self._job is job:
            self.say(_("Reading the page…"))

    @property
    def loading(self) -> bool:
        """Whether a page is on its way."""
        return self._job is not None

    def stop(self) -> None:
        """Give up the page that is on its way; the present one stays."""
        if self._job is not None:
            self._job.drop()
            self._job = None
            self.banner.clear()
            self.bars.show_address(self.article.url if self.article else "")

    def _arrived(self, visit: Visit, article: Article, place: Position | None) -> None:
        self._job = None
        self.banner.clear()
        address = article.url if visit.address == DEMO_FRONT else visit.address
        self.visits.go(address, leaving=self.keeper.place, listed=visit.listed)
        if place is None:
            place = self.keeper.remembered(article)
        self.show_article(article, place)
        if not self.bars.typing():
            self.pane.take_focus(self.bars)
        if news := what_is_wrong(article):
            again = [] if article.whole else [(_("Try again"), lambda: self.open(address))]
            self.banner.show_notice(news, again)
        self.say(words_on_arrival(article, self.view, news))

    def show_article(self, article: Article, place: Position | None = None) -> None:
        """Show an article, from its beginning or at a place."""
        self.keeper.keep()
        self.article = article
        self.bars.show_address(article.url)
        self.setWindowTitle(f"{article.title} — AccessReader" if article.url else "AccessReader")
        self.view.show_article(
            sheet(article),
            self._dressing.appearance(self.services.preferences.preferences),
            language=article.language,
            place=place,
        )
        self.view.setAccessibleName(article.title if article.url else _("Start page"))
        self.keeper.watch(article)
        self.shown.emit(article)
        self.narration.load(article)
        self.side.show_removed(article)
        self._show_state()

    def go_home(self) -> None:
        """The start page, or the kiosk's home."""
        rules = self.services.policy.kiosk
        if self.kiosk and rules is not None and rules.home:
            self.open(rules.home)
            return
        self.stop()
        self.banner.clear()
        self.visits.go("", leaving=self.keeper.place)
        self.show_article(self.home.page())

    def _home_changed(self) -> None:
        if self.article is not None and not self.article.url:
            self.show_article(self.home.page(), self.view.caret)

    def visit(self, by: int) -> None:
        """Go back (-1) or forward (1), to the place where the reader was."""
        if not self.visits.can_step(by):
            self.say(_("There is no page further back.") if by < 0 else _("There is no page further on."))
            return
        self.visits.stay(self.keeper.place)
        before, visit = self.visits.present, self.visits.step(by)
        if before is not None and (before.address, before.listed) == (visit.address, visit.listed):
            self.view.set_caret(visit.place)
        elif visit.address:
            self.open(visit.address, visit.place, listed=visit.listed)
        else:
            self.go_home()

    def explain(self, error: AccessReaderError, again: Callable[[], object] | None = None) -> None:
        """An error as a sentence above the article, with what can be done; the article stays."""
        self._job = None
        choices: list[tuple[str, Callable[[], object]]] = []
        if again is not None and isinstance(error, FetchError):
            choices.append((_("Try again"), again))
        if isinstance(error, NotAnArticleError) and (onward := error.address):
            choices.append((_("Open that page"), lambda: self.open(onward)))
        if action := self.actions_by_name.get("open-file"):
            choices.append((_("Open a saved page…"), action.trigger))
        self.banner.show_error(str(error), choices)
        self.say(str(error), assertive=True)

    def _side_turned(self) -> None:
        if self.side.isVisible():
            beside = round(self.split.width() * self.side.share)
            self.split.setSizes([self.split.width() - beside, beside])
        self._fold()
        self.side.show_recent(self.services.history.recent())
        self._check(self.services.preferences.preferences)

    def prefer(self, **values: object) -> None:
        """Change preferences, show the change and say it."""
        self._change(values)

    def _change(self, new: Mapping[str, object], *, heard: bool = False) -> None:
        store = self.services.preferences
        names = {name: theme.title for name, theme in self.services.themes.items()} | self.narration.names
        change = partial(store.change, **new)
        self._settle(change, lambda: "; ".join(steps.said(key, store.preferences, names) for key in new), heard=heard)

    def adopt(self, name: str) -> None:
        """Take over the values of a preset; what is locked stays."""
        preset = self.services.presets[name]
        # Translators: {title} is the name of a preset, such as "Low vision".
        words = _("Settings for: {title}").format(title=preset.title)
        self._settle(lambda: self.services.preferences.adopt(preset.values), lambda: words)

    def step(self, command: str) -> None:
        """Do a command of the group Look that changes preferences."""
        preferences = self.services.preferences.preferences
        fonts = reading_faces() if "font" in command else ()
        self.prefer(**steps.change(command, preferences, tuple(self.services.themes), fonts))

    def undo(self) -> None:
        """Take the last change of preferences back."""
        store = self.services.preferences
        words = _("The last change is undone.") if store.can_undo else _("Nothing to undo.")
        self._settle(store.undo, lambda: words)

    def safe_defaults(self) -> None:
        """Back to how the program came: for whoever cannot see what has happened."""
        words = _("All settings are as the program came. {key} brings yours back.")
        self._settle(self.services.preferences.safe_defaults, lambda: with_key(words, self.services.keys, "undo"))

    def _settle(self, change: Callable[[], Preferences], words: Callable[[], str], *, heard: bool = False) -> None:
        """Do a change of preferences, show it, and say what happened; an error is said instead."""
        said = ""
        try:
            change()
        except (PreferenceError, StoreError) as error:
            said = str(error)
        self.apply(self.services.preferences.preferences, at_once=False)
        self.status.say(said or words(), assertive=True, heard=heard and not said)

    def apply(self, preferences: Preferences, *, at_once: bool = True) -> None:
        """Make everything look as preferred; the article first. May be called as often as one likes."""
        self.view.set_appearance(self._dressing.appearance(preferences))
        if self._dressing.ready:
            self.view.viewport().repaint()
        speaking = messages.current_language()
        if messages.use_language(preferences.interface_language) != speaking or not self._dressing.ready:
            self._retranslate()
        self._dressing.wear(preferences, self.width(), at_once=at_once)
        self.side.show_preferences(preferences)
        self.narration.configure(preferences)
        self.pane.braille.configure(preferences, self.services.folders)
        self._fold()
        self._check(preferences)

    def _dressed(self, theme: Theme, icon_size: int) -> None:
        self.bars.dress(theme, icon_size)
        self._fold()

    def _check(self, preferences: Preferences) -> None:
        states: Mapping[str, bool] = {
            "wcag-spacing": has_wcag_spacing(preferences),
            "sentences": preferences.sentence_per_line,
            "invisible": preferences.invisible_characters,
            "full-screen": self.window().isFullScreen(),
            **{name: self.side.present == name for name in PANELS},
        }
        for name, state in states.items():
            if action := self.actions_by_name.get(name):
                action.setChecked(state)

    def _retranslate(self) -> None:
        self.bars.retranslate()
        self.find_bar.retranslate()
        self.narration.retranslate()
        self.side.retranslate()
        self.status.setAccessibleName(_("State"))
        translate_toolkit()
        self._home_changed()

    def say(self, words: str, *, assertive: bool = False) -> None:
        """Show words in the status line and let assistive technology say them."""
        self.status.say(words, assertive=assertive)

    def _show_state(self) -> None:
        for name, by in (("back", -1), ("forward", 1)):
            if action := self.actions_by_name.get(name):
                action.setEnabled(self.visits.can_step(by))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        if self._dressing.ready:
            self._dressing.wear(self.services.preferences.preferences, self.width())
        self._fold()

    def _fold(self) -> None:
        # The program's font, not the window's own: that one follows only when its event has come round.
        em = max(1, QFontMetrics(QApplication.font()).height())
        small = self.width() < NARROW_EM * em * 0.55 or self.height() < LOW_EM * em
        self.bars.fold(compact=small)
        self.pane.speech_bar.fold(compact=small)
        self.status.setVisible(not small)
        self.pane.setVisible(not (small and self.side.isVisible()))

    def _system_changed(self) -> None:
        preferences = self.services.preferences.preferences
        if preferences.theme == SYSTEM_THEME:
            self.apply(preferences)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: D102
        if self.kiosk and not self.released:
            event.ignore()
            return
        self.keeper.keep()
        self.stop()
        self.home.stop()
        self.narration.close()
        self.sound.close()
        self.pictures.forget()
        super().closeEvent(event)
