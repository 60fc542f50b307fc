"""The window's frame, there before the rest of the program is loaded.

The frame is up, in the reader's own background, in little more than the time that Qt needs by itself; then everything
else is loaded and the real window is put into it.

Why: whoever starts a program wants to see that it has started, and a white flash hurts eyes that chose black. So this
module knows neither the preferences' declarations nor the themes' roles; it looks up two words in two files.
"""

from __future__ import annotations

import builtins
import tomllib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QDeadlineTimer, QObject, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QCloseEvent, QColor, QGuiApplication, QPaintEvent, QPalette
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QMainWindow, QVBoxLayout, QWidget

from accessreader import resources
from accessreader.qt.screens import ORCA_HEARS

SIZE: Final = (1120, 800)
PAINTED_WITHIN_MS: Final = 150
_STANDARD: Final = "black-on-white"


def start_application(arguments: Sequence[str] = ()) -> QApplication:
    """The one Qt application of this process, in Fusion's style, which obeys palettes on every system."""
    present = QApplication.instance()
    if isinstance(present, QApplication):
        return present
    application = QApplication(["accessreader", *arguments])
    application.setApplicationName("accessreader")
    application.setApplicationDisplayName("AccessReader")
    application.setDesktopFileName("accessreader")
    application.setStyle("Fusion")
    QAccessible.installFactory(_describe)
    _import_plainly()
    return application


def _import_plainly() -> None:
    """Let Python import as it did before the toolkit came.

    Why: PySide6 reads the source of every module that is imported after it, to see which of two ways to spell names it
    wants. We have one way, and it makes the window a tenth later.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


class _Frame(QAccessibleWidget):
    """A frame to assistive technology while it stands alone; a part of one while it is held in another."""

    def role(self) -> QAccessible.Role:
        widget = self.widget()
        return QAccessible.Role.Window if widget is None or widget.isWindow() else QAccessible.Role.Client

    def text(self, kind: QAccessible.Text) -> str:
        """Where Orca is, the name of the program stays the window's, whatever its title becomes.

        Why: Orca says the name of a window each time that it changes, and the title of a page is heard from the page.
        """
        named = kind == QAccessible.Text.Name and QGuiApplication.platformName() in ORCA_HEARS
        return QGuiApplication.applicationDisplayName() if named else super().text(kind)


_described: Final[list[_Frame]] = []


def _describe(key: str, described: QObject) -> QAccessibleInterface | None:
    """Qt asks this for every kind of object; a node must live as long as Python does, or Qt finds it gone."""
    if key not in ("Curtain", "Window") or not isinstance(described, QWidget):
        return None
    _described.append(_Frame(described, QAccessible.Role.Window))
    return _described[-1]


class Curtain(QWidget):
    """A frame that waits for its window."""

    def __init__(self, background: str) -> None:
        super().__init__()
        self.painted = False
        self._held: QMainWindow | None = None
        self.setWindowTitle("AccessReader")
        self.resize(self._room())
        if background:
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.Window, QColor(background))
            self.setPalette(palette)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)

    def _room(self) -> QSize:
        """The size of a first window, or what the screen has for it under a title bar."""
        title_bar = QSize(0, round(2.5 * self.fontMetrics().height()))
        return QSize(*SIZE).boundedTo(self.screen().availableSize() - title_bar)

    def hold(self, window: QMainWindow) -> None:
        """Show the window in the frame; title and closing are the window's own."""
        self._held = window
        self.setMinimumSize(window.minimumSize())
        window.windowTitleChanged.connect(self.setWindowTitle)
        column = self.layout()
        if column is not None:
            column.addWidget(window)
        self.setPalette(QPalette())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Note that the frame has been seen."""
        super().paintEvent(event)
        self.painted = True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask the window; before there is one, nothing is lost."""
        if self._held is not None:
            self._held.closeEvent(event)


def raise_curtain(config: Path) -> Curtain:
    """Show the frame for a reader whose preferences lie in `config`, and wait a moment until it is painted."""
    application = start_application()
    curtain = Curtain(background(config))
    curtain.show()
    deadline = QDeadlineTimer(PAINTED_WITHIN_MS)
    while not curtain.painted and not deadline.hasExpired():
        application.processEvents()
    return curtain


def background(config: Path) -> str:
    """The background of the reader's colour scheme as #rrggbb, as far as two quick looks tell; "" for the system's."""
    preferences = _table(_text(config / "preferences.toml"))
    name = str(preferences.get("theme", "system" if _is_dark() else _STANDARD))
    if name == "own":
        return str(preferences.get("own_background", ""))
    if name == "system":
        return ""
    theme = _table(_text(config / "themes" / f"{name}.toml")) or _table(_packed(name)) or _table(_packed(_STANDARD))
    colours = theme.get("colours")
    return str(colours.get("background", "")) if isinstance(colours, dict) else ""


def _is_dark() -> bool:
    """Whether the system is dark, as far as Qt knows at once."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def _packed(name: str) -> str:
    with suppress(OSError, ValueError):
        return resources.read_text(f"themes/{name}.toml")
    return ""


def _text(path: Path) -> str:
    with suppress(OSError, ValueError):
        return path.read_text(encoding="utf-8-sig")
    return ""


def _table(text: str) -> dict[str, Any]:
    with suppress(ValueError, RecursionError):
        return tomllib.loads(text)
    return {}
