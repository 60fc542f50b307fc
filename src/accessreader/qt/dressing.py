"""What a window wears: the scheme at once, the size of the interface a moment after the article's.

Why a moment after: laying out every control anew takes longer than the article does, and whoever holds a key for
larger text waits for the article alone. What is worn goes along when the system turns dark, light or high in contrast.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from accessreader.appearance import SYSTEM_THEME, Appearance, appearance, theme_of
from accessreader.preferences import Preferences
from accessreader.qt.palette import forget_system, interface_font, system_theme
from accessreader.qt.style import dress
from accessreader.theme import Theme

AFTER_MS: Final = 120
_ICON_OF_POINTS: Final = 1.8


class Dressing(QObject):
    """The look of one window.

    `dressed` carries its scheme and the size of its icons in pixels; `system_changed` says that the system's own
    colours have become others.
    """

    dressed = Signal(object, int)
    system_changed = Signal()

    def __init__(self, themes: Mapping[str, Theme], parent: QObject) -> None:
        super().__init__(parent)
        self._themes = themes
        self._theme: Theme | None = None
        self._font: QFont | None = None
        self._worn: tuple[object, ...] = ()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(AFTER_MS)
        self._later.timeout.connect(self._put_on)
        self._hints = QGuiApplication.styleHints()  # kept: its parts end with it
        self._hints.colorSchemeChanged.connect(self._hear)
        if hasattr(self._hints, "accessibility"):  # since Qt 6.10
            self._contrast = self._hints.accessibility()
            self._contrast.contrastPreferenceChanged.connect(self._hear)

    @property
    def ready(self) -> bool:
        """Whether anything is worn yet."""
        return bool(self._worn)

    def appearance(self, preferences: Preferences) -> Appearance:
        """How the article looks with these preferences."""
        return appearance(preferences, self._themes, _system(preferences))

    def wear(self, preferences: Preferences, width: int, *, at_once: bool = True) -> None:
        """Put the controls into the scheme, the face and the size that go with the text and a window of this width."""
        theme = theme_of(preferences, self._themes, _system(preferences))
        font = interface_font(preferences, width)
        sized = self._font is not None and _look(font) != _look(self._font)
        self._theme, self._font = theme, font
        if not self._worn or at_once:
            self._put_on()
            return
        if self._worn[0] != theme:
            self._put_on(sized=False)
        if sized:
            self._later.start()

    def _put_on(self, *, sized: bool = True) -> None:
        application = QApplication.instance()
        if not isinstance(application, QApplication) or self._theme is None or self._font is None:
            return
        if sized:
            self._later.stop()
        font = self._font if sized else application.font()
        worn = (self._theme, *_look(font))
        if worn != self._worn:
            self._worn = worn
            dress(application, self._theme, font)
            self.dressed.emit(self._theme, round(font.pointSizeF() * _ICON_OF_POINTS))

    def _hear(self) -> None:
        forget_system()
        self.system_changed.emit()


def _look(font: QFont) -> tuple[str, float]:
    return font.family(), font.pointSizeF()


def _system(preferences: Preferences) -> Theme | None:
    return system_theme() if preferences.theme == SYSTEM_THEME else None
