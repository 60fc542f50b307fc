"""Home: the start page at once, and once more when the described sites are known."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer, Signal

from accessreader.article import Article
from accessreader.assembly import Services
from accessreader.qt.jobs import Job, Jobs
from accessreader.qt.start_page import start_page

log = logging.getLogger(__name__)

SOURCES_AFTER_MS = 250
"""When the sources are asked for: reading them loads the parsers, and the window should be there first."""
RECENT = 8


class Home(QObject):
    """Makes the start page. `changed` says that there is more on it now: ask for `page` again."""

    changed = Signal()

    def __init__(self, services: Services, jobs: Jobs, parent: QObject, *, kiosk: bool) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._kiosk = kiosk
        self._sources: tuple[tuple[str, str], ...] = ()
        self._job: Job[tuple[tuple[str, str], ...]] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SOURCES_AFTER_MS)
        self._timer.timeout.connect(self._ask)

    def page(self) -> Article:
        """The start page with what is known by now. A kiosk shows nobody what others have read."""
        if not self._sources:
            self._timer.start()
        recent = () if self._kiosk else self._services.history.recent()[:RECENT]
        return start_page([(page.title, page.address) for page in recent], self._sources, self._services.keys)

    def stop(self) -> None:
        """The window closes: nobody wants to know the sources any more."""
        self._timer.stop()
        if self._job is not None:
            self._job.drop()

    def _ask(self) -> None:
        road = self._services.road
        self._job = self._jobs.run(
            lambda _job: road.homes(), then=self._arrived, otherwise=lambda error: log.warning("%s", error)
        )

    def _arrived(self, sources: tuple[tuple[str, str], ...]) -> None:
        self._sources = sources
        if sources:
            self.changed.emit()
