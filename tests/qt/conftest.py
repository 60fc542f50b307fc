"""A whole window on the demonstration site, with a reader of its own for each test."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from accessreader.assembly import Services, assemble
from accessreader.folders import folders
from accessreader.qt.app import make_application
from accessreader.qt.deeds import deeds
from accessreader.qt.jobs import Jobs, sweep
from accessreader.qt.window import Window
from qt.pretend_voice import PretendVoice


@pytest.fixture(scope="package", autouse=True)
def _collected() -> Iterator[None]:
    """Give the collector back to whoever comes after: `Jobs` take it."""
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _swept() -> Iterator[None]:
    """What a test leaves is collected here, on the main thread."""
    yield
    sweep()


@pytest.fixture(scope="session")
def qapp():
    """The program's own application, in its own style."""
    return make_application()


@pytest.fixture
def services(tmp_path: Path) -> Services:
    """A reader who has never been here, speaking English."""
    return assemble(folders(tmp_path), language="en")


@pytest.fixture
def engines() -> list[PretendVoice]:
    """The pretended voices that were asked for, in order."""
    return []


@pytest.fixture
def open_window(qtbot, services) -> Callable[..., Window]:
    """A function that opens a window, by default the first, on an address, and waits until the page is there."""

    def opened(address: str = "", parts: Services = services, **settings: bool) -> Window:
        parts.preferences.for_this_run(smooth_scrolling=False)
        window = Window(parts, Jobs(), deeds, **settings)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=20_000)
        window.view.setFocus()
        if address:
            window.open(address)
            qtbot.waitUntil(lambda: not window.loading, timeout=20_000)
        else:
            window.go_home()
        return window

    return opened
