"""When something fails that nobody foresaw: into the log, and a sentence to the reader; the window stays."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

log = logging.getLogger(__name__)
qt_log = logging.getLogger("accessreader.qt.toolkit")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def _toolkit_message(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s", message)


def hear_toolkit() -> None:
    """Take Qt's own messages into the log, and off the terminal."""
    qInstallMessageHandler(_toolkit_message)


def watch(tell: Callable[[], object]) -> None:
    """Log what nobody caught, on any thread, and Qt's own messages; call `tell` for failures on the main thread."""

    def failed(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.critical("unforeseen", exc_info=(kind, error, trace))
        tell()

    def failed_elsewhere(arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            log.critical("unforeseen on %s", arguments.thread, exc_info=arguments.exc_value)

    sys.excepthook = failed
    threading.excepthook = failed_elsewhere
    hear_toolkit()
