"""Bytes of a picture into an image to be shown: a pure function, to be run in a job, never while painting.

Only formats of photographs and drawings by pixels are read (no SVG: it may point elsewhere), and only within limits
that are asked for before anything is decoded. What comes out is pixels alone: place, camera and other notes of the file
stay behind, its orientation is applied.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

LARGEST_FILE: Final = 10 * 1024 * 1024
MOST_PIXELS: Final = 50_000_000
WIDEST: Final = 1920
"""Wider and higher than this nothing is kept: no column is."""
_FORMATS: Final = frozenset({"png", "jpeg", "jpg", "gif", "webp", "bmp"})


def decode_picture(data: bytes, widest: int = WIDEST) -> QImage | None:
    """The picture, at most `widest` pixels wide and high; None for what is no picture, broken or beyond the limits."""
    if not data or len(data) > LARGEST_FILE:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()).decode("ascii", "replace").lower() not in _FORMATS:
        return None
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS or size.isEmpty():
        return None
    if max(size.width(), size.height()) > widest:
        reader.setScaledSize(size.scaled(QSize(widest, widest), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else _only_pixels(image)


def _only_pixels(image: QImage) -> QImage:
    clear = image.hasAlphaChannel()
    form = QImage.Format.Format_ARGB32_Premultiplied if clear else QImage.Format.Format_RGB32
    plain = QImage(image.size(), form)
    image.setDevicePixelRatio(1.0)
    painter = QPainter(plain)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.drawImage(0, 0, image)
    painter.end()
    return plain


def fitted(image: QImage, size: QSize, *, grey: bool = False) -> QImage:
    """The picture in exactly this size of pixels, smoothly; without colour if `grey`."""
    out = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    if not grey:
        return out
    if not out.hasAlphaChannel():
        return out.convertToFormat(QImage.Format.Format_Grayscale8)
    shade = out.convertToFormat(QImage.Format.Format_Grayscale8).convertToFormat(QImage.Format.Format_ARGB32)
    shade.setAlphaChannel(out.convertToFormat(QImage.Format.Format_Alpha8))
    return shade
