"""A picture of a page, as a reader with some preferences would see it; no screen is needed.

`accessreader shot URL -o page.png` draws the article alone; with `window`, the whole window round it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from accessreader.appearance import appearance
from accessreader.article import Article, sheet
from accessreader.assembly import Services
from accessreader.errors import StoreError
from accessreader.messages import _
from accessreader.preferences import Preferences, changed
from accessreader.qt.app import make_application
from accessreader.qt.article_view import ArticleView
from accessreader.qt.crash import hear_toolkit
from accessreader.qt.deeds import deeds
from accessreader.qt.fonts import load_faces
from accessreader.qt.jobs import Jobs
from accessreader.qt.palette import system_theme
from accessreader.qt.picture_loader import PictureLoader
from accessreader.qt.side import PANELS
from accessreader.qt.window import Window

WHOLE_AT_MOST = 30_000
"""Pixels of height at which a picture of a whole page ends: more, few programs open."""
PATIENCE_MS = 20_000


@dataclass(frozen=True, slots=True)
class Shot:
    """What is to be drawn: the page, the preferences that differ for it, the size in pixels."""

    place: str
    values: Mapping[str, object]
    size: tuple[int, int]
    whole: bool = False
    window: str = ""
    """With this, the whole window is drawn: "window", or the name of a panel that is open in it."""


def main(services: Services, shot: Shot, output: Path) -> int:
    """Draw a page into a file of a kind that Qt writes (PNG, JPEG, WebP, by the ending).

    Raises:
        AccessReaderError: the page did not come, a value cannot be had, or the file cannot be written.
    """
    if sys.platform.startswith("linux") and not os.environ.get("QT_QPA_PLATFORM"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    hear_toolkit()
    make_application()
    preferences = changed(services.preferences.preferences, **shot.values)
    load_faces(preferences.font_family)
    drawn = _window(services, shot) if shot.window else _article(services, shot, preferences)
    if not drawn.save(str(output)):
        raise StoreError(str(output), _("the folder is missing, or the name does not end like a picture's"))
    return 0


def _article(services: Services, shot: Shot, preferences: Preferences) -> QPixmap:
    article: Article = services.road.article(shot.place)
    view = ArticleView()
    view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    view.resize(QSize(*shot.size))
    pictures = PictureLoader(view, Jobs(view), services.road)
    view.show_article(
        sheet(article),
        appearance(preferences, services.themes, system_theme()),
        language=article.language,
    )
    view.show()
    _settle(view, pictures)
    if shot.whole:
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.resize(shot.size[0], min(WHOLE_AT_MOST, view.whole_height()))
        _settle(view, pictures)
    return view.grab()


def _window(services: Services, shot: Shot) -> QPixmap:
    if shot.values:
        services.preferences.for_this_run(**shot.values)
    window = Window(services, Jobs(), deeds)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.resize(QSize(*shot.size))
    window.show()
    if shot.place:
        window.open(shot.place)
    else:
        window.go_home()
    deadline = QDeadlineTimer(PATIENCE_MS)
    while window.loading and not deadline.hasExpired():
        QApplication.processEvents()
    if shot.window in PANELS:
        window.side.toggle(shot.window)
    _settle(window, window.pictures)
    return window.grab()


def _settle(widget: QWidget, pictures: PictureLoader) -> None:
    """Let the pictures in sight arrive."""
    deadline = QDeadlineTimer(PATIENCE_MS)
    for _turn in range(3):
        widget.grab()
        QApplication.processEvents()
        while pictures.pending and not deadline.hasExpired():
            QApplication.processEvents()
