"""The window's program: puts the parts on the screen and lets Qt run.

`main` is called by the doorway with what the command line left: addresses or files, and switches of this run.
"""

from __future__ import annotations

import atexit
import gc
import signal
import sys
from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from accessreader import resources
from accessreader.assembly import Services
from accessreader.messages import _
from accessreader.qt import crash
from accessreader.qt.aloud import Aloud
from accessreader.qt.curtain import Curtain, start_application
from accessreader.qt.deeds import deeds
from accessreader.qt.fonts import load_faces
from accessreader.qt.jobs import Jobs
from accessreader.qt.kiosk import Kiosk
from accessreader.qt.newcomer import is_due
from accessreader.qt.palette import heed_system
from accessreader.qt.prompting import Prompting
from accessreader.qt.system_wishes import SystemWishes
from accessreader.qt.window import Window
from accessreader.road import DEMO_FRONT

SIGNALS_EVERY_MS = 300
_WHOLE = "whole"


def make_application(arguments: Sequence[str] = ()) -> QApplication:
    """The one Qt application of this process, with all that the whole program needs of it."""
    application = start_application(arguments)
    if application.property(_WHOLE):
        return application
    application.setProperty(_WHOLE, True)  # noqa: FBT003 - a property has a value
    pixmap = QPixmap()
    pixmap.loadFromData(resources.read_bytes("icons/accessreader.png"))
    application.setWindowIcon(QIcon(pixmap))
    atexit.register(_leave_plain_clipboard)
    return application


def _leave_plain_clipboard() -> None:
    """Leave what was copied as plain text.

    Why: content that Python made is destroyed with the clipboard after Python has gone, and that ends the program in
    a segmentation fault. Text that Qt holds itself outlives us, where the system lets it.
    """
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard() or QGuiApplication.platformName() == "offscreen":  # which never says that it owns
        clipboard.setText(clipboard.text())


class Program:
    """The windows of one run."""

    def __init__(self, services: Services, *, kiosk: bool = False) -> None:
        self._services = services
        self._kiosk = kiosk
        self._jobs = Jobs()
        self._windows: list[Window] = []
        self._guard: Kiosk | None = None
        self._offered = False
        self.system = SystemWishes()
        self.system.changed.connect(self._follow)
        self._follow()

    def open_window(self, address: str = "", curtain: Curtain | None = None) -> Window:
        """A new window on an address, or on the start page; in the frame that is there already, if one is."""
        window = Window(self._services, self._jobs, deeds, kiosk=self._kiosk)
        window.another.connect(lambda: self.open_window())  # noqa: PLW0108 - it has arguments
        self._windows.append(window)
        if self._kiosk:
            self._guard = Kiosk(window, self._services.policy)
            window.showFullScreen()
        elif curtain is not None:
            curtain.hold(window)
        else:
            window.show()
        window.view.setFocus()
        if address:
            window.open(address)
        else:
            window.go_home()
        return window

    def welcome(self, window: Window, *, demo: bool, asked: bool, voice: Prompting | None = None) -> None:
        """Ask a newcomer the first questions; beside the demonstration only offer them, before a page say nothing.

        Why: nobody stands between a reader and the page that they asked for.
        """
        aloud = window.findChild(Aloud)
        if aloud is None or asked:
            return
        if self._kiosk:
            self._ask_visitors(aloud)
        elif not is_due(self._services):
            return
        elif demo:
            window.shown.connect(lambda _article: self._offer_after(window, aloud))
        else:
            if voice is not None:
                aloud.speak_with(voice)
            aloud.ask(afresh=False)

    def _offer_after(self, window: Window, aloud: Aloud) -> None:
        """Offer the questions above the first page, once it is there and has said what it has to say."""
        if self._offered:
            return
        self._offered = True

        def offer() -> None:
            if not window.banner.isVisible():
                words = _("New here? Language, voice, colours, size: six short questions, by arrows and Enter.")
                window.banner.show_notice(words, [(_("Answer the first questions"), aloud.ask)])

        QTimer.singleShot(0, window, offer)

    def _ask_visitors(self, aloud: Aloud) -> None:
        """Ask whoever comes to an unattended machine, where its owner wants that."""
        if self._guard is not None and is_due(self._services, kiosk=True):
            self._guard.forgotten.connect(aloud.ask)
            aloud.ask()

    def _follow(self) -> None:
        """Wear what the system wishes, as far as nobody has chosen otherwise."""
        wishes = self.system.wishes
        heed_system(dark=wishes.dark, contrast=wishes.contrast)
        preferences = self._services.preferences.follow(wishes.values())
        for window in self._windows:
            window.apply(preferences)

    def end(self) -> None:
        """Close every window, a kiosk's too: the machine asks for it, not a reader."""
        for window in self._windows:
            window.released = True
        QApplication.closeAllWindows()
        QApplication.quit()

    def tell_problems(self) -> None:
        """Say once what was found wrong with the reader's files."""
        words = " ".join(self._services.complaints())
        if words and self._windows:
            self._windows[0].banner.show_notice(words)
            self._windows[0].say(words)

    def tell_failure(self) -> None:
        """Say that something failed which nobody foresaw."""
        if self._windows:
            self._windows[-1].say(
                _("Something in the program failed. You can go on reading. The log says more: {folder}").format(
                    folder=self._services.folders.log
                ),
                assertive=True,
            )


def first_address(services: Services, asked: Sequence[str], *, demo: bool, kiosk: bool) -> str:
    """What the first window opens: what was asked for, the page last read, the demonstration, or "" for the start."""
    if asked:
        return asked[0]
    recent = services.history.recent()
    if recent and not kiosk and services.preferences.preferences.remember_pages:
        return recent[0].address
    return DEMO_FRONT if demo else ""


def main(
    services: Services,
    addresses: Sequence[str] = (),
    *,
    demo: bool = False,
    kiosk: bool = False,
    curtain: Curtain | None = None,
    voice: Prompting | None = None,
) -> int:
    """Run the window until it is closed; the answer is the process's exit code.

    `voice` is that of the first questions, where it is on its way already.
    """
    application = make_application()
    load_faces(services.preferences.preferences.font_family)
    services.road.keep_apart()
    program = Program(services, kiosk=kiosk)
    crash.watch(program.tell_failure)
    window = program.open_window(first_address(services, addresses, demo=demo, kiosk=kiosk), curtain)
    program.welcome(window, demo=demo, asked=bool(addresses), voice=voice)
    program.tell_problems()
    QTimer.singleShot(0, program.system.ask)
    gc.freeze()  # what is there now stays: nobody need look for its end, between a key and its answer least of all
    signal.signal(signal.SIGINT, lambda *_signal: program.end())
    signal.signal(signal.SIGTERM, lambda *_signal: program.end())
    # Python sees a signal only when it runs: let it run now and then.
    timer = QTimer()
    timer.timeout.connect(lambda: None)
    timer.start(SIGNALS_EVERY_MS)
    code = application.exec()
    program.system.close()
    sys.stdout.flush()
    return code
