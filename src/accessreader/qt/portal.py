"""The portal of settings: what a Linux desktop says of its user's wishes, over D-Bus, whatever the desktop.

It is asked for each setting by `Read`, which the oldest portals know and the newest still answer, and not waited for.
A portal that is not there, or does not know a setting, answers with an error, and that is all.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant

_PORTAL: Final = (
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Settings",
)
_HEAR: Final = "1hear(QDBusMessage)"
"""The name by which Qt knows the slot: 1 stands before slots."""


class Portal(QObject):
    """`told` carries a namespace, a key and a plain value: for each that was asked for, and whenever one changes."""

    told = Signal(str, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked: list[QDBusPendingCallWatcher] = []
        self._bus: QDBusConnection | None = None

    @property
    def waiting(self) -> int:
        """How many answers are still awaited."""
        return len(self._asked)

    def ask(self, keys: Iterable[tuple[str, str]], bus: QDBusConnection | None = None) -> None:
        """Ask for settings by namespace and key, on the session's bus or another, and hear of every change."""
        if bus is None and not _has_bus():
            return
        bus = bus or QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        self._bus = bus
        bus.connect(*_PORTAL, "SettingChanged", self, _HEAR)  # type: ignore[call-overload]  # text, as SLOT makes it
        for space, key in keys:
            question = QDBusMessage.createMethodCall(*_PORTAL, "Read")
            question.setArguments([space, key])
            watcher = QDBusPendingCallWatcher(bus.asyncCall(question), self)
            watcher.finished.connect(lambda answered, space=space, key=key: self._answered(answered, space, key))
            self._asked.append(watcher)

    def close(self) -> None:
        """Hear nothing more.

        Why it must be told: Qt's thread of the bus lets go of whoever hears when the bus is closed, and asks Python
        for that, which at its own end waits for that thread.
        """
        if self._bus is not None:
            self._bus.disconnect(*_PORTAL, "SettingChanged", self, _HEAR)  # type: ignore[call-overload]  # as above
            self._bus = None

    def _answered(self, watcher: QDBusPendingCallWatcher, space: str, key: str) -> None:
        answer = watcher.reply()
        self._asked.remove(watcher)
        watcher.deleteLater()
        if answer.type() == QDBusMessage.MessageType.ReplyMessage and answer.arguments():
            self.told.emit(space, key, _plain(answer.arguments()[0]))

    @Slot(QDBusMessage)
    def hear(self, message: QDBusMessage) -> None:
        """Take what the portal tells unasked."""
        told = message.arguments()
        if len(told) == 3:
            self.told.emit(str(told[0]), str(told[1]), _plain(told[2]))


def _plain(value: object) -> object:
    """The value itself: it is wrapped once in a signal and twice in an answer."""
    while isinstance(value, QDBusVariant):
        value = value.variant()
    return value


def _has_bus() -> bool:
    """Whether there is a bus to ask on: where there is none, asking would start one."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS")) or bool(runtime and (Path(runtime) / "bus").exists())
