"""The terminal: what is said on it, and `argparse` speaking the reader's language.

Why argparse's `_` is replaced: it looks its words up in compiled catalogues of the system's that nobody has for Kazakh,
and there is no other way in. The words that it may say here are marked below, so that they stand in our catalogues.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Iterable
from typing import Any, Final, NoReturn

from accessreader.errors import UsageError
from accessreader.messages import N_, _

_ARGPARSE_WORDS: Final = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("show program's version number and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
    N_("unknown parser %(parser_name)r (choices: %(choices)s)"),
    N_("unrecognized arguments: %s"),
    N_("the following arguments are required: %s"),
    N_("one of the arguments %s is required"),
    N_("not allowed with argument %s"),
    N_("ignored explicit argument %r"),
    N_("expected one argument"),
    N_("expected at most one argument"),
    N_("expected at least one argument"),
)


def _translated(text: str) -> str:
    return _(text)


class Parser(argparse.ArgumentParser):
    """A parser that speaks the language of the program, takes no abbreviations, and leaves errors to its caller."""

    def __init__(self, **settings: Any) -> None:
        vars(argparse)["_"] = _translated
        super().__init__(allow_abbrev=False, **settings)

    def error(self, message: str) -> NoReturn:
        """Show how the command is written, and refuse.

        Raises:
            UsageError: always.
        """
        self.print_usage(sys.stderr)
        raise UsageError(message)


def prepare() -> None:
    """Make the standard streams safe for any text: UTF-8 where they lead to programs, never an error for a letter."""
    for stream, errors in ((sys.stdin, "surrogateescape"), (sys.stdout, "backslashreplace"), (sys.stderr, "replace")):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors=errors)


def say(text: str, *, exactly: bool = False) -> None:
    """Print on standard output, at once; `exactly` leaves the ends of the lines as they are, on any system."""
    if exactly and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(newline="")
    print(text, end="", flush=True)


def tell(text: str) -> None:
    """Print a sentence for the person, on standard error."""
    print(text, file=sys.stderr, flush=True)


def table(rows: Iterable[tuple[str, ...]]) -> str:
    """Rows as lines, columns under each other; the last is not filled up."""
    lines = [tuple(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    padded = ("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines)
    return "".join(f"{line}\n" for line in padded)


def hang_up() -> None:
    """Nobody listens to standard output any more: let Python close it without a word."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
