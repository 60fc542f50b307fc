"""The panels as the window has them, filled with something, for the tests of how they look and behave."""

from __future__ import annotations

import datetime as dt
import gettext
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QRadioButton, QVBoxLayout, QWidget

from accessreader.article import Reason, Removed
from accessreader.keys.commands import BY_NAME, COMMANDS
from accessreader.keys.own import OwnKeys
from accessreader.preferences import Preferences, changed
from accessreader.qt.banner import Banner
from accessreader.qt.colour_dialog import ColourDialog
from accessreader.qt.drawer import RemovedDrawer
from accessreader.qt.find_bar import FindBar
from accessreader.qt.font_list import FontList
from accessreader.qt.key_dialog import KeyDialog
from accessreader.qt.keys_sheet import KeysSheet
from accessreader.qt.list_dialog import ListDialog
from accessreader.qt.palette import interface_font
from accessreader.qt.preferences_panel import PreferencesPanel
from accessreader.qt.recent_panel import RecentPanel
from accessreader.qt.speech_bar import SpeechBar, UnderWay
from accessreader.qt.style import dress
from accessreader.theme import load_themes

THEMES = load_themes()[0]
REMOVED = (
    Removed("Обычный Средний Большой", Reason.PANEL, "div.panel"),
    Removed("Поделиться: Facebook, Telegram. " * 6, Reason.SHARE, "div.share"),
    Removed("Главная Новости Контакты", Reason.NAVIGATION, "nav"),
)
PAGES = (
    ("Сенат жаңа заңды қарап, мақұлдады", "https://senate.example/kk/1", dt.date(2026, 9, 16)),
    ("Депутаты обсудили проект закона", "https://senate.example/ru/2", dt.datetime(2026, 9, 15, tzinfo=dt.UTC)),
)

SPEECH = ("speak", "previous-sentence", "next-sentence", "speak-slower", "speak-faster", "voice", "speak-stop")


class Longer(gettext.NullTranslations):
    """A language in which every text is two fifths longer, and looks foreign."""

    def gettext(self, message: str) -> str:
        return f"{message}{' ұзынырақ'[: max(2, len(message) * 2 // 5)]}" + "ә" * max(0, len(message) * 2 // 5 - 9)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def preferences_panel() -> PreferencesPanel:
    panel = PreferencesPanel()
    panel.show_themes(THEMES)
    panel.show_presets([("low-vision", "Low vision"), ("proofreading", "Proofreading & high contrast")])
    panel.show_preferences(Preferences())
    return panel


def drawer() -> RemovedDrawer:
    panel = RemovedDrawer()
    panel.show_removed(REMOVED)
    return panel


def recent() -> RecentPanel:
    panel = RecentPanel()
    panel.show_recent(PAGES)
    return panel


def keys() -> KeysSheet:
    return KeysSheet(COMMANDS, OwnKeys(Path(tempfile.mkdtemp()) / "keys.toml"))


def key() -> KeyDialog:
    dialog = KeyDialog(BY_NAME["find"], OwnKeys(Path(tempfile.mkdtemp()) / "keys.toml"))
    dialog.catch("Alt+F4")
    return dialog


def _holding(widget: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    column.addStretch(1)
    return holder


def find_bar() -> QWidget:
    bar = FindBar()
    holder = _holding(bar)
    bar.field.setText("закон")
    bar.show_hits(3, 17)
    return holder


def speech_bar() -> QWidget:
    bar = SpeechBar()
    holder = _holding(bar)
    bar.fill({name: QAction(holder) for name in SPEECH})
    bar.show_state(UnderWay(active=True, speaking=True, rate="180 wpm", voice="Irina"))
    return holder


def banner() -> QWidget:
    strip = Banner()
    holder = _holding(strip)
    strip.show_error("The page did not come: it took longer than 20 seconds.", [("Try again", lambda: None)])
    return holder


def links() -> ListDialog:
    return ListDialog("Links", ["Закон о государственных услугах", "Президенттің Жолдауы", "The address"])


PANELS: dict[str, Callable[[], QWidget]] = {
    "settings": preferences_panel,
    "removed": drawer,
    "recent": recent,
    "keys": keys,
    "key": key,
    "find": find_bar,
    "banner": banner,
    "speech": speech_bar,
    "colours": ColourDialog,
    "links": links,
    "fonts": FontList,
}


def wear(application: QApplication, theme: str = "black-on-white", text: float = 18, width: int = 0) -> None:
    """Put the program into a scheme and the size that goes with a text, in a window of a width."""
    dress(application, THEMES[theme], interface_font(changed(Preferences(), font_size=text), width))


def settle(application: QApplication) -> None:
    """Let layouts come to rest."""
    for _turn in range(6):
        application.processEvents()


def type_into(widget: QWidget, words: str) -> None:
    """Type words in any alphabet: Qt's own test keys know only Latin."""
    for sign in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign))


def tab_stops(panel: QWidget) -> list[QWidget]:
    """Where Tab must stop: at all that takes the focus, but at one button of a group from which one is chosen."""
    return [
        widget
        for widget in panel.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not (isinstance(widget, QRadioButton) and not widget.isChecked())
    ]
