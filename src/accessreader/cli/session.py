"""One run of a command: what was asked for, and the parts of the program, put together when the first is needed."""

from __future__ import annotations

import argparse
import logging
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from accessreader.errors import AccessReaderError, UnforeseenError, UsageError
from accessreader.folders import Folders, folders
from accessreader.logbook import LOG_NAME, start_log
from accessreader.messages import _
from accessreader.preferences import Preferences, changed, parsed

if TYPE_CHECKING:
    from accessreader.assembly import Services

log = logging.getLogger(__name__)

Outcome = TypeVar("Outcome")


class Session:
    """What a command needs to know."""

    def __init__(self, options: argparse.Namespace, tell: Callable[[str], None]) -> None:
        self.options = options
        self.tell = tell
        start_log(self.folders.log, verbose=options.verbose)

    @cached_property
    def folders(self) -> Folders:
        """Where this reader's things lie."""
        home: str | None = self.options.home
        return folders(Path(home).absolute() if home else None)

    @cached_property
    def services(self) -> Services:
        """The parts of the program. What was wrong with the reader's files is told once."""
        from accessreader.assembly import assemble  # noqa: PLC0415 - help needs none of it

        services = assemble(self.folders, language=self.options.language or "")
        for words in services.complaints():
            self.tell(words)
        return services

    def preferences(self, **values: object) -> Preferences:
        """The reader's preferences with some values, and what `--set` says, on top: this time.

        Raises:
            UsageError: it is not written KEY=VALUE.
            PreferenceError: there is no such preference, or it cannot have the value.
        """
        for text in self.options.settings:
            key, sign, value = text.partition("=")
            if not sign:
                raise UsageError(_("Write --set KEY=VALUE, not {text}.").format(text=key))
            values[key.strip()] = parsed(key.strip(), value)
        return changed(self.services.preferences.preferences, **values)

    def attempt(self, work: Callable[[], Outcome]) -> Outcome:
        """What the work answers.

        Raises:
            AccessReaderError: the work failed: as it said, or, where nobody foresaw it, an UnforeseenError.
            BrokenPipeError: nobody listens any more.
        """
        try:
            return work()
        except (AccessReaderError, BrokenPipeError):
            raise
        except Exception as error:
            log.exception("unforeseen")
            raise UnforeseenError(str(self.folders.log / LOG_NAME)) from error
