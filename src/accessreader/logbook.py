"""The log: what happened, for those who mend the program. Addresses may stand in it, texts never."""

from __future__ import annotations

import logging
from contextlib import suppress
from pathlib import Path
from typing import Final

LOG_NAME: Final = "accessreader.log"
_SIZE: Final = 500_000
_FORM: Final = "%(asctime)s %(levelname)s %(name)s: %(message)s"

_ours: Final[list[logging.Handler]] = []


def start_log(folder: Path, *, verbose: int = 0) -> None:
    """Write the log into a folder, and to standard error as well when `verbose`: 1 what is done, 2 everything.

    A folder that cannot be written is no reason to stop: the log then stays silent. Started again, it moves there.
    """
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - it brings sockets; help needs no log

    logging.raiseExceptions = False  # a full disk must not fill the terminal
    root = logging.getLogger("accessreader")
    while _ours:
        old = _ours.pop()
        root.removeHandler(old)
        old.close()
    root.setLevel(logging.DEBUG if verbose > 1 else logging.INFO)
    _ours.append(logging.NullHandler())
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        _ours.append(RotatingFileHandler(folder / LOG_NAME, maxBytes=_SIZE, backupCount=2, encoding="utf-8"))
    if verbose:
        _ours.append(logging.StreamHandler())
    for handler in _ours:
        handler.setFormatter(logging.Formatter(_FORM))
        root.addHandler(handler)
