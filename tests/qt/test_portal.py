"""The system's wishes, told by a portal on a bus of our own: followed live, never over a choice of the reader's."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation
from PySide6.QtDBus import QDBusConnection

from accessreader.assembly import assemble
from accessreader.folders import folders
from accessreader.qt.app import Program
from accessreader.qt.palette import heed_system
from accessreader.qt.portal import Portal
from accessreader.road import DEMO_FRONT

SYSTEM_PYTHON = "/usr/bin/python3"
PORTAL = Path(__file__).parent / "pretend_portal.py"
PATIENCE = 20_000
CONFIGURED = """<busconfig><type>session</type><listen>unix:dir={folder}</listen><policy context="default">
<allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>"""
CONTRAST = "org.freedesktop.appearance contrast u {}"
COLOURS = "org.freedesktop.appearance color-scheme u {}"
MOTION = "org.freedesktop.appearance reduced-motion u {}"
SCALE = "org.gnome.desktop.interface text-scaling-factor d {}"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """Where a bus listens on which nobody is yet."""
    known = [SYSTEM_PYTHON, "-c", "from gi.repository import Gio"]
    if not shutil.which("dbus-daemon") or subprocess.run(known, capture_output=True, check=False).returncode:
        pytest.skip("needs dbus-daemon, and gi for the system's Python")
    folder = tmp_path_factory.mktemp("bus")
    (folder / "bus.conf").write_text(CONFIGURED.format(folder=folder))
    command = ["dbus-daemon", f"--config-file={folder / 'bus.conf'}", "--nofork", "--nopidfile", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        yield daemon.stdout.readline().strip()
        daemon.terminate()


@pytest.fixture(scope="module")
def bus(address):
    """Our own connection to it, one for all tests: see `Portal.close`."""
    return QDBusConnection.connectToBus(address, "wishes")


class Desktop:
    """A portal, and the words by which its user changes their mind."""

    def __init__(self, address, *options):
        pipe, there = subprocess.PIPE, {**os.environ, "DBUS_SESSION_BUS_ADDRESS": address}
        command = [SYSTEM_PYTHON, PORTAL, *options]
        self._portal = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=there)
        assert self._portal.stdout.readline() == "up\n"

    def wish(self, words, value):
        self._portal.stdin.write(words.format(value) + "\n")
        self._portal.stdin.flush()
        assert self._portal.stdout.readline() == "told\n"

    def close(self):
        self._portal.stdin.close()
        self._portal.stdout.close()
        self._portal.wait(20)


@pytest.fixture
def desktop(address):
    portal = Desktop(address)
    yield portal
    portal.close()


@pytest.fixture
def program(qtbot, tmp_path, bus):
    """A function that starts the program as `app.main` does."""
    programs = []

    def started():
        made = Program(assemble(folders(tmp_path), language="en"))
        programs.append(made)
        window = made.open_window(DEMO_FRONT)
        qtbot.addWidget(window)
        qtbot.waitUntil(lambda: not window.loading, timeout=PATIENCE)
        made.system.ask(bus)
        return window

    yield started
    for made in programs:
        made.system.close()
        made.system.deleteLater()
    heed_system(dark=None, contrast=False)


def look(window):
    """The scheme, its ground, the size and the gliding of the article."""
    worn = window.view._appearance
    return worn.theme.name, str(worn.theme.background), worn.font_size, worn.smooth_scrolling


def test_what_was_wished_before_the_start_is_worn(program, desktop, qtbot):
    desktop.wish(CONTRAST, 1)
    desktop.wish(COLOURS, 1)
    desktop.wish(SCALE, 1.5)
    desktop.wish(MOTION, 1)
    window = program()
    qtbot.waitUntil(lambda: look(window) == ("system", "#000000", 27.0, False), timeout=PATIENCE)


def test_every_change_is_worn_at_once_and_taken_back_at_once(program, desktop, qtbot):
    window = program()
    before = look(window)
    for words, value, ordinary in ((COLOURS, 1, 0), (CONTRAST, 1, 0), (SCALE, 2.0, 1.0), (MOTION, 1, 0)):
        desktop.wish(words, value)
        qtbot.waitUntil(lambda: look(window) != before, timeout=PATIENCE)
        desktop.wish(words, ordinary)
        qtbot.waitUntil(lambda: look(window) == before, timeout=PATIENCE)
    assert not window.services.preferences.path.exists()
    assert not window.services.preferences.can_undo


def test_what_the_reader_chose_stays_whatever_the_system_wishes(program, desktop, qtbot):
    window = program()
    window.prefer(theme="yellow-on-black", font_size=36.0)
    chosen = look(window)
    for words in (COLOURS, CONTRAST, SCALE, MOTION):
        desktop.wish(words, 1)
    desktop.wish(SCALE, 2.0)
    qtbot.waitUntil(lambda: not look(window)[3], timeout=PATIENCE)  # of motion nothing was chosen
    assert look(window)[:3] == chosen[:3]
    window.safe_defaults()
    qtbot.waitUntil(lambda: look(window) == ("system", "#000000", 36.0, False), timeout=PATIENCE)


def gliding(window):
    return [
        animation
        for animation in window.findChildren(QAbstractAnimation)
        if animation.state() == QAbstractAnimation.State.Running
    ]


def test_where_less_motion_is_wished_nothing_moves_by_itself(program, desktop, qtbot):
    window = program()
    window.view.fling(200)
    assert gliding(window)
    desktop.wish(MOTION, 1)
    qtbot.waitUntil(lambda: not look(window)[3], timeout=PATIENCE)
    qtbot.waitUntil(lambda: not gliding(window), timeout=PATIENCE)
    window.view.fling(200)
    assert not gliding(window)


def test_an_old_portal_is_understood(program, address, qtbot):
    portal = Desktop(address, "--old")
    try:
        portal.wish(COLOURS, 1)
        window = program()
        qtbot.waitUntil(lambda: look(window)[0] == "system", timeout=PATIENCE)
    finally:
        portal.close()


def test_without_a_portal_nothing_happens_and_nobody_waits(qtbot, qapp, bus):
    portal = Portal(qapp)
    told = []
    portal.told.connect(lambda *words: told.append(words))
    portal.ask([("org.freedesktop.appearance", "contrast")], bus)
    assert portal.waiting == 1  # it came back before there was an answer
    qtbot.waitUntil(lambda: not portal.waiting, timeout=PATIENCE)
    assert told == []
    portal.close()
    portal.deleteLater()


def test_without_a_bus_none_is_started(qapp, monkeypatch):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    portal = Portal(qapp)
    portal.ask([("org.freedesktop.appearance", "contrast")])
    assert portal.waiting == 0
    portal.deleteLater()
