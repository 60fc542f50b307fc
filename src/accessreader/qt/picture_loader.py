"""Fetches the pictures that come into sight, off the main thread, each once a page."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from accessreader.errors import AccessReaderError
from accessreader.qt.article_view import ArticleView
from accessreader.qt.jobs import Job, Jobs
from accessreader.qt.pictures import decode_picture
from accessreader.road import Road

log = logging.getLogger(__name__)


class PictureLoader(QObject):
    """Answers a view's wishes for pictures. One that does not come leaves its description, and a line in the log."""

    def __init__(self, view: ArticleView, jobs: Jobs, road: Road) -> None:
        super().__init__(view)
        self._view = view
        self._jobs = jobs
        self._road = road
        self._under_way: dict[str, Job[QImage | None]] = {}
        view.picture_wanted.connect(self._fetch)

    @property
    def pending(self) -> bool:
        """Whether a picture is on its way."""
        return bool(self._under_way)

    def forget(self) -> None:
        """The reader has moved on to another page: what is on its way is dropped."""
        for job in self._under_way.values():
            job.drop()
        self._under_way.clear()

    def _fetch(self, address: str) -> None:
        if address in self._under_way:
            return
        road = self._road
        self._under_way[address] = self._jobs.run(
            lambda job: decode_picture(road.picture(address, job.dropped)),
            then=lambda image: self._arrived(address, image),
            otherwise=lambda error: self._failed(address, error),
        )

    def _arrived(self, address: str, image: QImage | None) -> None:
        self._under_way.pop(address, None)
        self._view.set_picture(address, image)

    def _failed(self, address: str, error: AccessReaderError) -> None:
        self._under_way.pop(address, None)
        log.info("no picture: %r", error)
        self._view.set_picture(address, None)
