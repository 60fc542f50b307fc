"""Draws the pictures of the demonstration site, and the program's sign as a PNG.

    python packaging/draw_pictures.py

Run by hand when a picture changes; what it makes is kept in resources/. Everything is flat colour
and simple shapes: such a picture stays clear in grey, at any size, and in a few kilobytes.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from drawing_indoors import chart, gavel, hall, letters, reader, shelf
from drawing_outdoors import bridge, city, sapling, steppe
from drawing_sheet import HEIGHT, WHITE, WIDTH, Sheet
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

RESOURCES: Final = Path(__file__).parents[1] / "resources"


PICTURES: Final[tuple[Callable[[Sheet], None], ...]] = (
    hall,
    gavel,
    steppe,
    city,
    shelf,
    sapling,
    chart,
    letters,
    bridge,
    reader,
)


def draw(picture: Callable[[Sheet], None]) -> QImage:
    """One picture, in as few colours as it needs."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(WHITE))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    picture(Sheet(painter))
    painter.end()
    return image


def thrifty(image: QImage) -> QImage:
    """The same picture in its 256 commonest colours: rarer ones are the blends along edges."""
    counted = Counter(memoryview(image.constBits()).cast("I"))
    palette = [colour for colour, _ in counted.most_common(256)]
    plain = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, palette, plain)


def main() -> None:
    """Draw everything anew and say how large it is."""
    application = QGuiApplication([])
    folder = RESOURCES / "demo" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    for picture in PICTURES:
        path = folder / f"{picture.__name__}.png"
        thrifty(draw(picture)).save(str(path), quality=0)
        print(f"{path.name}: {path.stat().st_size / 1000:.1f} kB")
    sign = QImage(QSize(256, 256), QImage.Format.Format_ARGB32)
    sign.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sign)
    QSvgRenderer(str(RESOURCES / "icons" / "accessreader.svg")).render(painter)
    painter.end()
    sign.save(str(RESOURCES / "icons" / "accessreader.png"))
    del application


if __name__ == "__main__":
    main()
