"""Small files of the reader's that must survive everything: a full disk, a second window, a killed program.

A file is written whole to a neighbour, forced to the disk and renamed over the old one, so that whoever opens it finds
the old content or the new, never a half. Writers take turns by a lock on another neighbour, and read again before they
write. A file that cannot be read is renamed with the date and never overwritten.

Why a lock file beside, and not the file itself: the file is replaced, and a lock on what was replaced guards nothing.
"""

from __future__ import annotations

import datetime as dt
import errno
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from accessreader.errors import StoreError
from accessreader.messages import N_, _

PATIENCE: Final = 3.0
"""Seconds that a writer waits for its turn."""
_REASONS: Final = {
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("the disk is full"),
    errno.EACCES: N_("writing there is not permitted"),
    errno.EPERM: N_("writing there is not permitted"),
    errno.EROFS: N_("this disk can only be read"),
    errno.EEXIST: N_("a file lies where the folder should be"),
    errno.ENOTDIR: N_("a file lies where the folder should be"),
    errno.ENOENT: N_("there is no such folder"),
    errno.EIO: N_("the disk does not work as it should"),
}

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _why(error: OSError) -> str:
    """What hindered, in words; in the system's own where there are none."""
    known = _REASONS.get(error.errno or 0)
    return _(known) if known else error.strerror or str(error)


@contextmanager
def turn(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """This writer's turn at a file: no other process, and no other thread, writes it meanwhile. Not re-entrant.

    Raises:
        StoreError: the folder cannot be made or written, or another writer held its turn for `patience` seconds.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path.parent / f".{path.name}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise StoreError(str(path), _why(error)) from error
    try:
        _wait_for_lock(path, descriptor, patience)
        yield
    finally:
        os.close(descriptor)


def _wait_for_lock(path: Path, descriptor: int, patience: float) -> None:
    end = time.monotonic() + patience
    while True:
        try:
            _try_lock(descriptor)
        except OSError as error:
            if time.monotonic() >= end:
                raise StoreError(str(path), _("another window is writing it")) from error
            time.sleep(0.01)
        else:
            return


def write_whole(path: Path, content: bytes) -> None:
    """Put this content in the place of the file's, all of it or nothing. To be called in one's turn.

    A link stays a link: what it leads to is replaced. The file's permissions stay; a new one is its owner's alone.

    Raises:
        StoreError: it could not be written; the file is as it was.
    """
    real = Path(os.path.realpath(path))
    prefix = f".{real.name}."
    try:
        for stale in real.parent.glob(f"{prefix}*.new"):
            stale.unlink(missing_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=prefix, suffix=".new", dir=real.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            with suppress(FileNotFoundError):
                Path(name).chmod(real.stat().st_mode & 0o7777)
            Path(name).replace(real)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        _sync_folder(real.parent)
    except OSError as error:
        raise StoreError(str(path), _why(error)) from error


def _sync_folder(folder: Path) -> None:
    """Force the renaming to the disk, where the system can."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def set_aside(path: Path) -> Path | None:
    """Rename a file that cannot be read to `stem.damaged-YYYYMMDD-HHMMSS.suffix`; None when even that cannot be."""
    stamp = dt.datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    aside = path.with_name(f"{path.stem}.damaged-{stamp}{path.suffix}")
    number = 1
    while os.path.lexists(aside):
        number += 1
        aside = path.with_name(f"{path.stem}.damaged-{stamp}-{number}{path.suffix}")
    try:
        return path.rename(aside)
    except OSError:
        return None
