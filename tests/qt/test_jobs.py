"""Work on other threads, and what must never happen there."""

import threading

from accessreader.qt.jobs import Jobs


class Dying:
    """Something that only the collector can end; it notes on which thread that was."""

    def __init__(self, ends):
        self.itself = self
        self.ends = ends

    def __del__(self):
        self.ends.append(threading.current_thread())


def test_garbage_ends_on_the_main_thread_however_busy_the_others_are(qtbot):
    jobs, ends, finished = Jobs(), [], []
    Dying(ends)

    jobs.run(lambda _job: [[number] for number in range(200_000)], then=finished.append, otherwise=finished.append)
    qtbot.waitUntil(lambda: bool(finished), timeout=20_000)
    qtbot.waitUntil(lambda: bool(ends), timeout=20_000)
    assert ends == [threading.main_thread()]


def test_a_dropped_job_tells_nothing(qtbot):
    jobs, told = Jobs(), []
    first = jobs.run(lambda job: job.dropped(), then=told.append, otherwise=told.append)
    first.drop()
    jobs.run(lambda _job: "second", then=told.append, otherwise=told.append)
    qtbot.waitUntil(lambda: "second" in told, timeout=20_000)
    assert told == ["second"]
