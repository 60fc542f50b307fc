"""The place beside the article where one panel at a time stands: settings, what was taken out, recent pages.

Why panels are imported where they are made: a window should not wait for what is not open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QMetaMethod, Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from accessreader.article import Article
from accessreader.history import Recent
from accessreader.preferences import Preferences
from accessreader.presets import Preset
from accessreader.qt.rows import RowList
from accessreader.theme import Theme

PANELS = ("settings", "removed", "recent")
SHARE = 0.42
"""The part of the window that a panel takes beside the article, until the reader wants another."""


class Side(QWidget):
    """One panel at a time, made when it is first asked for; `turned` says that another, or none, is shown."""

    turned = Signal()
    preferred = Signal(dict)
    list_wanted = Signal(str)
    adopted = Signal(str)
    undone = Signal()
    reset = Signal()
    opened = Signal(str)
    forgotten = Signal(str)
    cleared = Signal()
    put_back = Signal(object)

    def __init__(
        self,
        themes: Mapping[str, Theme],
        presets: Mapping[str, Preset],
        locked: frozenset[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._presets = presets
        self._locked = locked
        self._preferences = Preferences()
        self._names: Mapping[str, str] = {}
        self._removed: Article | None = None
        self._recent: tuple[Recent, ...] = ()
        self.share = SHARE
        self._opener: QWidget | None = None
        self._stale = False  # says what it says in another language than that of now
        self._panels: dict[str, QWidget] = {}
        self._fillers: dict[str, Callable[[], object]] = {}
        self._speakers: list[Callable[[], object]] = []
        self._frame = QFrame(self)  # has the panel's name: Orca passes over one that its only child has too
        self._stack = QStackedLayout(self._frame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frame)

    @property
    def present(self) -> str:
        """The name of the panel that is shown, or ""."""
        if not self.isVisible():
            return ""
        return next((name for name, panel in self._panels.items() if panel is self._stack.currentWidget()), "")

    def toggle(self, name: str) -> None:
        """Show a panel and put the focus in it, or close it when it is shown."""
        if self.present == name:
            self.close_panel()
            return
        if not self.isVisible():
            self._opener = self.window().focusWidget()
        if self._stale:
            self._say_anew()
        panel = self._panel(name)
        self._fill(name)
        self._stack.setCurrentWidget(panel)
        self._frame.setAccessibleName(panel.windowTitle())
        self.show()
        self.turned.emit()
        if rows := [one for one in panel.findChildren(RowList) if one.rows_left()]:
            rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            _focus_first(panel)

    def close_panel(self) -> None:
        """Close the panel and give the focus back to where it came from."""
        if not self.isVisible():
            return
        self.hide()
        self.turned.emit()
        if self._opener is not None and self._opener.isVisible():
            self._opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_preferences(self, preferences: Preferences) -> None:
        """What the settings stand at."""
        self._preferences = preferences
        if self.present == "settings":
            self._fill("settings")

    def show_names(self, names: Mapping[str, str]) -> None:
        """What voices and the like are called, by their values in the preferences."""
        self._names = names
        if self.present == "settings":
            self._fill("settings")

    def show_removed(self, article: Article) -> None:
        """What was taken out of the present page."""
        self._removed = article
        if self.present == "removed":
            self._fill("removed")

    def show_recent(self, recent: Iterable[Recent]) -> None:
        """The pages read lately."""
        self._recent = tuple(recent)
        if self.present == "recent":
            self._fill("recent")

    def retranslate(self) -> None:
        """Say everything in the language of now; nobody loses the focus. What is hidden says it when it is shown."""
        self._stale = self.isHidden()
        if not self._stale:
            self._say_anew()

    def _say_anew(self) -> None:
        self._stale = False
        for retranslate in self._speakers:
            retranslate()
        if (panel := self._stack.currentWidget()) is not None:
            self._frame.setAccessibleName(panel.windowTitle())

    def _panel(self, name: str) -> QWidget:
        if name not in self._panels:
            makers: dict[str, Callable[[], QWidget]] = {
                "settings": self._settings,
                "removed": self._drawer,
                "recent": self._pages,
            }
            self._panels[name] = makers[name]()
            self._stack.addWidget(self._panels[name])
        return self._panels[name]

    def _settings(self) -> QWidget:
        from accessreader.qt.fonts import reading_faces  # noqa: PLC0415
        from accessreader.qt.preferences_panel import PreferencesPanel  # noqa: PLC0415

        panel = PreferencesPanel(self)
        panel.show_themes(self._themes)

        def name_presets() -> None:
            panel.show_presets([(preset.name, preset.title) for preset in self._presets.values()])

        name_presets()
        self._speakers += [name_presets, panel.retranslate]
        panel.show_fonts(reading_faces())
        panel.wanted.connect(self.preferred)
        panel.list_wanted.connect(self.list_wanted)
        panel.undo_wanted.connect(self.undone)
        panel.defaults_wanted.connect(self.reset)
        panel.preset_wanted.connect(self.adopted)
        panel.closed.connect(self.close_panel)

        def fill() -> None:
            panel.show_preferences(self._preferences, self._locked)
            panel.show_names(self._names)

        self._fillers["settings"] = fill
        return panel

    def _drawer(self) -> QWidget:
        from accessreader.qt.drawer import RemovedDrawer  # noqa: PLC0415

        drawer = RemovedDrawer(self)
        self._speakers.append(drawer.retranslate)
        drawer.closed.connect(self.close_panel)
        drawer.put_back.connect(self.put_back)
        drawer.belongs.setVisible(self.isSignalConnected(QMetaMethod.fromSignal(self.put_back)))
        self._fillers["removed"] = lambda: drawer.show_removed(self._removed.removed if self._removed else ())
        return drawer

    def _pages(self) -> QWidget:
        from accessreader.qt.recent_panel import RecentPanel  # noqa: PLC0415

        panel = RecentPanel(self)
        self._speakers.append(panel.retranslate)
        panel.open_wanted.connect(self.opened)
        panel.forget_wanted.connect(self.forgotten)
        panel.clear_wanted.connect(self.cleared)
        panel.closed.connect(self.close_panel)
        self._fillers["recent"] = lambda: panel.show_recent(
            [(page.title, page.address, page.when) for page in self._recent]
        )
        return panel

    def _fill(self, name: str) -> None:
        self._fillers[name]()


def _focus_first(panel: QWidget) -> None:
    for child in panel.findChildren(QWidget):
        if child.isVisibleTo(panel) and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            child.setFocus(Qt.FocusReason.OtherFocusReason)
            return
