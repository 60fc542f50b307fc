"""Whether there is a screen that a window could be opened on, found out without loading the window's toolkit.

Why asked beforehand: the toolkit ends the whole program, with a trace, when it finds none.
"""

from __future__ import annotations

import ctypes
import socket
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_WITHOUT_ASKING: Final = ("win32", "darwin")


def has_screen(environment: Mapping[str, str], system: str = sys.platform) -> bool:
    """Whether a display server answers, by this environment; on Windows and macOS there always is one."""
    if system in _WITHOUT_ASKING or environment.get("QT_QPA_PLATFORM"):
        return True
    return _answers_wayland(environment) or _answers_x(environment.get("DISPLAY", ""))


def _answers_wayland(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    place = Path(environment.get("XDG_RUNTIME_DIR", "/"), name)
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(2)
        try:
            client.connect(str(place))
        except OSError:
            return False
    return True


def _answers_x(display: str) -> bool:
    """Whether an X server takes us: it must be there, and know us. Its own library is asked, as the window will."""
    if not display:
        return False
    try:
        library = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    library.xcb_connect.restype = ctypes.c_void_p
    library.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    library.xcb_connection_has_error.argtypes = library.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    connection = library.xcb_connect(display.encode(), None)
    try:
        return not library.xcb_connection_has_error(connection)
    finally:
        library.xcb_disconnect(connection)
