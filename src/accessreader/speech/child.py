"""The other end of the pipe: the voice's process as this program sees it, once for each life it has."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from itertools import count
from queue import SimpleQueue
from typing import Any, Final

from accessreader.speech import protocol
from accessreader.speech.protocol import Line

_NO_WINDOW: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_LIVES: Final = count(1)


def usual_command() -> tuple[str, ...]:
    """What starts the voice: this program, in a new process; frozen into one file or not."""
    program = (sys.executable,) if getattr(sys, "frozen", False) else (sys.executable, "-m", "accessreader")
    return (*program, "--speech-host")


class Child:
    """A process that takes orders and answers, each answer through `told` with the number of this life.

    The last answer is None: it has ended. No call waits, whatever the process does: writing has a thread of its own.
    """

    def __init__(self, command: Sequence[str], told: Callable[[tuple[int, Line | None]], None]) -> None:
        """Start it.

        Raises:
            OSError: it cannot be started.
        """
        self.life: Final = next(_LIVES)
        self._told = told
        self._orders: SimpleQueue[Line | None] = SimpleQueue()
        self._process: subprocess.Popen[bytes] = subprocess.Popen(  # noqa: S603 - ourselves
            list(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=_NO_WINDOW,
        )
        for work in (self._read, self._write):
            threading.Thread(target=work, daemon=True, name=f"voice {work.__name__}").start()

    def order(self, line: Line) -> None:
        """Send an order."""
        self._orders.put(line)

    def kill(self) -> None:
        """End it at once; it is silent when this returns."""
        self._orders.put(None)
        self._process.kill()
        self._process.wait()

    def _read(self) -> None:
        answers: Any = self._process.stdout
        with answers:
            for line in answers:
                self._told((self.life, protocol.read(line)))
        self._process.wait()
        self._orders.put(None)
        self._told((self.life, None))

    def _write(self) -> None:
        orders: Any = self._process.stdin
        with contextlib.suppress(OSError), orders:
            while (line := self._orders.get()) is not None:
                orders.write(protocol.written(line))
                orders.flush()
