"""Work that leaves the main thread: a plain function out, its outcome back by one call on the main thread.

::

    job = jobs.run(lambda: fetch(address, stop=job_stops), then=show, otherwise=explain)
    job.drop()          the reader has moved on: neither `then` nor `otherwise` is called any more

Why threads of our own: they are daemons, so that a site which never answers cannot keep the program from closing.

Why the garbage is swept on the main thread alone: Python collects on whatever thread happens to allocate, and a window
or a dialog that ends on another thread than the main one ends the program in a segmentation fault.
"""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance, Slot

from accessreader.errors import AccessReaderError

log = logging.getLogger(__name__)

T = TypeVar("T")

THREADS = 4
SWEPT_EVERY_MS = 500


class Job(Generic[T]):
    """A piece of work under way. `dropped` may be asked from its own thread."""

    def __init__(
        self,
        function: Callable[[Job[T]], T],
        then: Callable[[T], object],
        otherwise: Callable[[AccessReaderError], object],
    ) -> None:
        self._function = function
        self._then = then
        self._otherwise = otherwise
        self._dropped = threading.Event()
        self._at_rest = threading.Event()
        self._begun = threading.Lock()
        self._outcome: T | None = None
        self._error: AccessReaderError | None = None

    def drop(self) -> None:
        """Nobody wants the outcome any more."""
        self._dropped.set()
        if self._begun.acquire(blocking=False):  # nobody has begun, and nobody will
            self._at_rest.set()

    def dropped(self) -> bool:
        """Whether nobody wants the outcome any more."""
        return self._dropped.is_set()

    def rest(self, seconds: float) -> bool:
        """Wait until nothing is being done for it any more; False where that is still so after so many seconds."""
        return self._at_rest.wait(seconds)

    def work(self) -> None:
        """Do the work, on whatever thread this is. Never raises."""
        if not self._begun.acquire(blocking=False):
            return
        try:
            self._outcome = self._function(self)
        except AccessReaderError as error:
            self._error = error
        except Exception:
            log.exception("a job failed")
            self._error = AccessReaderError()
        finally:
            self._at_rest.set()

    def deliver(self) -> None:
        """Tell the outcome, on the main thread."""
        if self.dropped():
            return
        if self._error is not None:
            self._otherwise(self._error)
        else:
            self._then(self._outcome)  # type: ignore[arg-type]  # an outcome of None is a T here


class Jobs(QObject):
    """The threads that do the work. Lives on the main thread, as long as the program."""

    _done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: SimpleQueue[Job[Any]] = SimpleQueue()
        self._started = 0
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        gc.disable()
        self._broom = QTimer(self)
        self._broom.timeout.connect(sweep)
        self._broom.start(SWEPT_EVERY_MS)

    def run(
        self,
        function: Callable[[Job[T]], T],
        then: Callable[[T], object],
        otherwise: Callable[[AccessReaderError], object],
    ) -> Job[T]:
        """Do `function(job)` on another thread; then `then(outcome)` or `otherwise(error)` on this one."""
        job = Job(function, then, otherwise)
        if self._started < THREADS:
            self._started += 1
            threading.Thread(target=self._labour, name=f"job-{self._started}", daemon=True).start()
        self._queue.put(job)
        return job

    def _labour(self) -> None:
        while True:
            job = self._queue.get()
            job.work()
            if not bring(self._done, job):
                return

    @Slot(object)
    def _deliver(self, job: Job[Any]) -> None:
        job.deliver()


def bring(signal: SignalInstance, *told: object) -> bool:
    """Emit a signal on another thread than that of its object; False where the window has closed and that is gone."""
    try:
        signal.emit(*told)
    except RuntimeError:
        return False
    return True


def sweep() -> None:
    """Collect what Python's collector would collect by now; to be called on the main thread."""
    for generation, (count, limit) in reversed(tuple(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))):
        if count > limit:
            gc.collect(generation)
            return
