"""An unattended machine: full screen, no way out by keys, and after a while without a reader everything is forgotten.

The hosts are checked where pages are fetched, the commands where they are made; here are the idle clock and the keys
that a window system leaves to us. Switching virtual consoles is the compositor's matter.
"""

from __future__ import annotations

import logging

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from accessreader.errors import StoreError
from accessreader.messages import _
from accessreader.policy import Kiosk as Rules
from accessreader.policy import Policy
from accessreader.qt.window import Window

log = logging.getLogger(__name__)

WARNING_SECONDS = 20
"""How long before it forgets the kiosk says so (WCAG 2.2.1: twenty seconds and a simple action to extend)."""

_SIGNS_OF_A_READER = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Kiosk(QObject):
    """Guards one window. Any key, touch or movement starts the idle clock again. `forgotten`: nobody is known now."""

    forgotten = Signal()

    def __init__(self, window: Window, policy: Policy) -> None:
        super().__init__(window)
        self._window = window
        self._rules = policy.kiosk or Rules()
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._warn)
        self._last_call = QTimer(self)
        self._last_call.setSingleShot(True)
        self._last_call.setInterval(WARNING_SECONDS * 1000)
        self._last_call.timeout.connect(self.forget)
        window.view.may_copy = False
        self._start()
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        screen = QGuiApplication.primaryScreen()
        if screen is not None:
            window.setGeometry(screen.geometry())

    def _start(self) -> None:
        self._last_call.stop()
        self._clock.start(max(1, self._rules.idle_seconds - WARNING_SECONDS) * 1000)

    def _warn(self) -> None:
        words = _("Is anybody there? In {seconds} seconds this page closes. Press any key to stay.").format(
            seconds=WARNING_SECONDS
        )
        self._window.banner.show_notice(words)
        self._window.say(words, assertive=True)
        self._last_call.start()

    def forget(self) -> None:
        """Home, the settings of the start, an empty clipboard, nothing to go back to."""
        window = self._window
        try:
            window.services.preferences.forget()
        except StoreError as error:  # they are forgotten all the same, as far as this run goes
            log.warning("%s", error)
        window.narration.stop()
        window.visits.clear()
        window.find_bar.closed.emit()
        window.side.close_panel()
        QApplication.clipboard().clear()
        window.apply(window.services.preferences.preferences)
        window.banner.clear()
        window.go_home()
        self._start()
        self.forgotten.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note signs of a reader; swallow the keys that would open a way out."""
        if event.type() in _SIGNS_OF_A_READER:
            if self._last_call.isActive():
                self._window.banner.clear()
            self._start()
        if event.type() == QEvent.Type.ContextMenu:
            return True
        return isinstance(event, QKeyEvent) and _leads_out(event)


def _leads_out(event: QKeyEvent) -> bool:
    alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    key = event.key()
    return (
        (alt and key in (Qt.Key.Key_F4, Qt.Key.Key_Tab, Qt.Key.Key_Space))
        or (control and alt)
        or (control and key in (Qt.Key.Key_Q, Qt.Key.Key_W, Qt.Key.Key_N, Qt.Key.Key_O))
        or key in (Qt.Key.Key_Meta, Qt.Key.Key_Super_L, Qt.Key.Key_Super_R, Qt.Key.Key_F11)
    )
