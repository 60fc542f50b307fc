"""Work on other threads, and what must never happen there."""

import threading

import shiboken6
from PySide6.QtCore import QObject, Signal

from accessreader.qt.jobs import THREADS, Job, Jobs, bring


class Telling(QObject):
    """Something that tells of something."""

    came = Signal(object)


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


def test_a_job_rests_when_it_is_done_and_not_before(qtbot):
    jobs, may_end = Jobs(), threading.Event()
    heard = []
    job = jobs.run(lambda _job: may_end.wait(10), then=heard.append, otherwise=heard.append)
    assert not job.rest(0.05)
    may_end.set()
    assert job.rest(10)
    qtbot.waitUntil(lambda: heard == [True])


def test_a_job_that_is_dropped_before_it_began_rests_at_once(qtbot):
    jobs, may_end = Jobs(), threading.Event()
    busy = [jobs.run(lambda _job: may_end.wait(10), then=id, otherwise=id) for _number in range(THREADS)]
    done = []
    waiting = jobs.run(lambda _job: done.append(1), then=id, otherwise=id)
    waiting.drop()
    assert waiting.rest(0)
    may_end.set()
    assert all(job.rest(10) for job in busy)
    qtbot.wait(50)
    assert done == []


def test_a_job_that_is_dropped_at_work_rests_when_it_has_ended():
    job = Job(lambda work: work.drop() or work.rest(0), then=id, otherwise=id)
    job.work()
    assert job.rest(0)


def test_what_comes_too_late_for_its_object_reaches_nobody_and_breaks_nothing(qapp):
    telling, told = Telling(qapp), []
    telling.came.connect(told.append)
    assert bring(telling.came, "in time")
    shiboken6.delete(telling)
    assert not bring(telling.came, "too late")
    assert told == ["in time"]
