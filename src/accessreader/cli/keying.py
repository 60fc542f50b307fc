"""`keys`: the sheet of keys in any form, and the reader's own keys: shown, given, taken over, put back."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

from accessreader.cli.session import Session
from accessreader.cli.terminal import say
from accessreader.errors import StoreError, UsageError
from accessreader.messages import _

if TYPE_CHECKING:
    from accessreader.keys.commands import Command
    from accessreader.keys.own import OwnKeys

_FORMS: Final = ("text", "markdown", "html", "csv", "toml")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `keys` takes."""
    parser.add_argument("name", nargs="?", metavar="NAME", help=_("a command; without it, all are listed"))
    parser.add_argument("keys", nargs="*", metavar="KEY", help=_("its new keys, such as Ctrl+Shift+F or F9"))
    parser.add_argument("--as", dest="form", choices=_FORMS, default="text", help=_("the form of the answer"))
    parser.add_argument("--to", metavar="FILE", help=_("a file for the answer"))
    parser.add_argument("--others", action="store_true", help=_("also the keys of screen readers and desktops"))
    parser.add_argument("--take", action="store_true", help=_("take a key away from the command that has it"))
    parser.add_argument("--from", dest="source", metavar="FILE", help=_("take over the keys of a file, as toml"))
    parser.add_argument("--reset", action="store_true", help=_("go back to the default, of one command or of all"))


def keys(session: Session) -> int:
    """Do what is asked for with the keys; the answer is the exit code.

    Raises:
        UsageError: there is no such command, or another has the key.
        KeyChoiceError: a command cannot have such a key.
        ResourceFileError: a file of keys cannot be read.
        StoreError: something could not be written.
    """
    options, own = session.options, session.services.keys
    command = _command(options.name) if options.name else None
    if options.source:
        for refused in own.take_over(Path(options.source)):
            session.tell(str(refused))
    elif options.reset:
        own.restore(*([command] if command else []))
    elif command and options.keys:
        _give(session, own, command)
    elif command:
        say(f"{' '.join(own.of(command))}\n")
        return 0
    else:
        _answer(options.to, _sheet(session, own))
    return 0


def _command(name: str) -> Command:
    from accessreader.keys.commands import BY_NAME  # noqa: PLC0415 - help needs none of it

    if name not in BY_NAME:
        raise UsageError(_("There is no command named {name}. accessreader keys --as csv lists all.").format(name=name))
    return BY_NAME[name]


def _give(session: Session, own: OwnKeys, command: Command) -> None:
    from accessreader.keys.own import permitted  # noqa: PLC0415 - help needs none of it
    from accessreader.keys.reserved import takers  # noqa: PLC0415

    wanted = [permitted(command, key) for key in session.options.keys]
    for key in wanted:
        holder = own.holder(key)
        if holder not in {None, command} and not session.options.take:
            said = _("{key} is the key of “{command}”. Write --take to take it away from there.")
            raise UsageError(said.format(key=key, command=_(holder.title) if holder else ""))
        for taker in takers(key):
            session.tell(taker.warning(key))
    own.give(command, wanted)


def _sheet(session: Session, own: OwnKeys) -> str:
    from accessreader.keys.sheet import as_article, as_csv  # noqa: PLC0415 - help needs none of it
    from accessreader.writers import WRITERS  # noqa: PLC0415

    form = session.options.form
    if form == "toml":
        return own.text()
    if form == "csv":
        return as_csv(own)
    return WRITERS[form](as_article(own, others=session.options.others))


def _answer(to: str | None, text: str) -> None:
    if to is None:
        say(text)
        return
    try:
        Path(to).write_text(text, encoding="utf-8")
    except OSError as error:
        raise StoreError(to, str(error)) from error
