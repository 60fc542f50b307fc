"""The pictures of the article in the window: those that have come, in the sizes in which they are shown.

Nothing is decoded here. A picture that is looked at and has not come is asked for once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPixmap

from accessreader.qt.pictures import fitted

_KEPT_PIXMAPS: Final = 24


class Shelf:
    """Pictures by their address. `ask` is called with an address when its picture is first looked at."""

    def __init__(self, ask: Callable[[str], None]) -> None:
        self._ask = ask
        self._images: dict[str, QImage] = {}
        self._missing: set[str] = set()
        self._asked: set[str] = set()
        self._pixmaps: dict[tuple[str, int, int, bool], QPixmap] = {}

    def clear(self) -> None:
        """Another article: nothing is known."""
        self._images.clear()
        self._missing.clear()
        self._asked.clear()
        self._pixmaps.clear()

    def wanted(self, source: str) -> bool:
        """Whether the picture is here or may come."""
        return bool(source) and source not in self._missing

    def put(self, source: str, image: QImage | None) -> QSize | None:
        """Keep a picture that has come, or that it will not; answers its size."""
        if image is None or image.isNull():
            self._missing.add(source)
            self._images.pop(source, None)
            return None
        self._missing.discard(source)
        self._images[source] = image
        self._pixmaps = {key: pixmap for key, pixmap in self._pixmaps.items() if key[0] != source}
        return image.size()

    def pixmap(self, source: str, size: QSize, *, grey: bool) -> QPixmap | None:
        """The picture in a size of pixels; None, and it is asked for, when it is not here."""
        image = self._images.get(source)
        if image is None:
            if source not in self._asked:
                self._asked.add(source)
                self._ask(source)
            return None
        key = (source, size.width(), size.height(), grey)
        found = self._pixmaps.pop(key, None)
        if found is None:
            found = QPixmap.fromImage(fitted(image, size, grey=grey))
            while len(self._pixmaps) >= _KEPT_PIXMAPS:
                del self._pixmaps[next(iter(self._pixmaps))]
        self._pixmaps[key] = found
        return found
