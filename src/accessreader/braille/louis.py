"""liblouis, which knows the braille of languages: the one door to it.

Why our own few lines of ctypes: the binding that comes with liblouis is no package of a registry, and Debian's is seen
by the system's Python alone. What other packages are called `louis` is something else.

Why one lock: liblouis keeps its tables and buffers for the whole process and is not made for threads.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import logging
import sys
import threading
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, Final

from accessreader.errors import BrailleError, BrailleProblem

log = logging.getLogger(__name__)

_NAMES: Final = (
    "liblouis.so.20",
    "liblouis.dll",
    "liblouis.dylib",
    "/opt/homebrew/lib/liblouis.dylib",
    "/usr/local/lib/liblouis.dylib",
    "liblouis.so",
)
_DOTS: Final = 4 | 64  # what is written are dots, given as Unicode's patterns
_SILENT_UNKNOWN: Final = 128
_ERRORS: Final = 40_000
_ROOM: Final = 16
"""Cells that there is room for, a character; the longest name of an unknown one has twelve."""


class Louis:
    """A loaded liblouis. May be used from any thread."""

    def __init__(self, library: ctypes.CDLL) -> None:
        self._library = library
        self._lock = threading.Lock()
        self._unit = int(library.lou_charSize())
        self._encoding = "utf-32-le" if self._unit == 4 else "utf-16-le"
        told = _CALLED(None, ctypes.c_int, ctypes.c_char_p)
        self._told = told(_tell)  # kept: the library holds only its address
        library.lou_registerLogCallback(self._told)
        library.lou_setLogLevel(_ERRORS)

    def has(self, table: str) -> bool:
        """Whether there is such a table (or some, parted by commas) and it can be used; the first call compiles it."""
        with self._lock:
            return bool(self._library.lou_checkTable(table.encode()))

    def knows(self, table: str, character: str) -> bool:
        """Whether a table says how a character is written."""
        return bool(self._translate(table, character, _DOTS | _SILENT_UNKNOWN)[0])

    def translate(self, table: str, text: str) -> tuple[str, list[int]]:
        """The cells of a text, and for each cell the offset in the text at which stands what it says.

        Raises:
            BrailleError: liblouis cannot do it.
        """
        return self._translate(table, text, _DOTS)

    def _translate(self, table: str, text: str, mode: int) -> tuple[str, list[int]]:
        if self._unit == 2:
            text = "".join(letter if letter <= "\uffff" else "\ufffd" for letter in text)
        room = len(text) * _ROOM + _ROOM
        source = ctypes.create_string_buffer(text.encode(self._encoding, "replace"))
        cells = ctypes.create_string_buffer(room * self._unit)
        length, written = ctypes.c_int(len(text)), ctypes.c_int(room)
        to_cells, to_text = (ctypes.c_int * (len(text) + 1))(), (ctypes.c_int * room)()
        arguments = (source, ctypes.byref(length), cells, ctypes.byref(written), None, None, to_cells, to_text, None)
        with self._lock:
            done = self._library.lou_translate(table.encode(), *arguments, mode)
        if not done or length.value < len(text):
            raise BrailleError(BrailleProblem.TABLE, table=table)
        out = cells.raw[: written.value * self._unit].decode(self._encoding)
        return out, list(to_text[: written.value])


@lru_cache(maxsize=1)
def louis() -> Louis:
    """The liblouis of this computer, loaded when it is first asked for.

    Raises:
        BrailleError: there is none.
    """
    return load(_candidates())


def load(names: Iterable[str]) -> Louis:
    """The first of some libraries that can be loaded. Raises BrailleError when none can."""
    for name in names:
        try:
            return Louis(_LOADER.LoadLibrary(name))
        except (OSError, AttributeError) as error:
            log.debug("%s: %s", name, error)
    raise BrailleError(BrailleProblem.LIBRARY)


def _candidates() -> Iterator[str]:
    yield from _NAMES
    if found := ctypes.util.find_library("louis"):  # asks other programs: last
        yield found


def _tell(level: int, words: bytes | None) -> None:
    log.debug("liblouis, %s: %s", level, (words or b"").decode("utf-8", "replace"))


if sys.platform == "win32":
    _LOADER: Any = ctypes.windll
    _CALLED: Any = ctypes.WINFUNCTYPE
else:
    _LOADER = ctypes.cdll
    _CALLED = ctypes.CFUNCTYPE
