"""Our own drawings, in the colours of the scheme.

An icon is an SVG in `resources/icons` drawn in `currentColor`. `pixmap` paints it in any colour; `icon` makes Qt's own
kind, whose "on" state has the colour that stands on the accent.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from accessreader import resources
from accessreader.qt.palette import colour
from accessreader.theme import Theme


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    """The SVG of an icon. Raises OSError when there is none of this name."""
    return resources.read_text(f"icons/{name}.svg")


@lru_cache(maxsize=1024)
def pixmap(name: str, ink: str, size: int, scale: float = 1.0) -> QPixmap:
    """The icon `name` in the colour `ink` (#rrggbb), `size` logical pixels square, for a screen of this scale.

    Raises:
        OSError: there is no such icon.
    """
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", ink).encode()))
    pixels = max(1, round(size * scale))
    out = QPixmap(QSize(pixels, pixels))
    out.fill(Qt.GlobalColor.transparent)
    painter = QPainter(out)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    out.setDevicePixelRatio(scale)
    return out


def icon(name: str, theme: Theme, size: int) -> QIcon:
    """The icon in a scheme's colours, `size` logical pixels square: in menus and tool bars, off, on and disabled.

    Raises:
        OSError: there is no such icon.
    """
    out = QIcon()
    inks = {
        (QIcon.Mode.Normal, QIcon.State.Off): theme.surface_text,
        (QIcon.Mode.Active, QIcon.State.Off): theme.surface_text,
        (QIcon.Mode.Disabled, QIcon.State.Off): theme.surface_text,
        (QIcon.Mode.Selected, QIcon.State.Off): theme.selection_text,
        (QIcon.Mode.Normal, QIcon.State.On): theme.accent_text,
        (QIcon.Mode.Active, QIcon.State.On): theme.accent_text,
        (QIcon.Mode.Disabled, QIcon.State.On): theme.accent_text,
    }
    for (mode, state), ink in inks.items():
        for scale in _screen_scales():
            out.addPixmap(pixmap(name, colour(ink).name(), size, scale), mode, state)
    return out


def _screen_scales() -> set[float]:
    """The scales of the screens that are there."""
    return {screen.devicePixelRatio() for screen in QGuiApplication.screens()} or {1.0}
