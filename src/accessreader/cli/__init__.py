"""The command line: the same road as the window's, without a window.

`main` is told by its caller how a window is opened and a picture drawn, because this package and the window's do not
know each other; so no command line ever loads the window's toolkit.

Exit codes: 0 done, 130 stopped by Ctrl+C, 141 nobody listened to the end, else as the class of the error says.
"""

from __future__ import annotations

import argparse
import os
import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from accessreader import __version__
from accessreader.cli.commands import COMMANDS, wished
from accessreader.cli.reading import demo_address, print_article
from accessreader.cli.screen import has_screen
from accessreader.cli.session import Session
from accessreader.cli.terminal import Parser, hang_up, prepare, tell
from accessreader.errors import AccessReaderError, UsageError, WindowError
from accessreader.folders import folders
from accessreader.language import LANGUAGES
from accessreader.messages import _, use_language
from accessreader.policy import Policy, load_policy
from accessreader.preferences import layered

STOPPED: Final = 130
NOBODY_LISTENS: Final = 141

Window = Callable[[list[str]], int]
"""Opens the window, given its own arguments; answers the exit code."""
Draw = Callable[..., int]
"""Draws a page into a picture: `accessreader.qt.shot.main`."""


def main(arguments: Sequence[str], window: Window, draw: Draw) -> int:
    """Do what the command line asks for and answer the exit code. Only this function catches everything."""
    prepare()
    use_language(_language(arguments))
    try:
        options = _parser().parse_args(list(arguments))
        session = Session(options, tell)
        return session.attempt(lambda: _run(session, window, draw))
    except AccessReaderError as error:
        tell(str(error))
        return error.exit_code
    except BrokenPipeError:
        hang_up()
        return NOBODY_LISTENS
    except KeyboardInterrupt:
        return STOPPED


def _run(session: Session, window: Window, draw: Draw) -> int:
    options = session.options
    deed = COMMANDS[options.command].deed if options.command else None
    if deed is not None:
        return deed(session)
    if options.command == "shot":
        return draw(
            session.folders,
            options.place,
            Path(options.output),
            settings=_settings(session, options.settings),
            width=options.width,
            height=options.height,
            whole=options.whole,
        )
    return _open(session, window)


def _open(session: Session, window: Window) -> int:
    """Open the window, or, where there is no screen, print the page that it would have shown."""
    options = session.options
    place = getattr(options, "place", "")
    if has_screen(os.environ):
        return window(_window_arguments(options))
    if options.kiosk or not (place or options.demo):
        raise WindowError(_("there is no screen here."))
    tell(_("There is no screen here, so the page follows as text."))
    print_article(session, place or demo_address())
    return 0


def _window_arguments(options: argparse.Namespace) -> list[str]:
    given = ["-v"] * options.verbose
    for name in ("home", "language"):
        if value := getattr(options, name):
            given += [f"--{name}", value]
    given += [f"--{name}" for name in ("demo", "kiosk") if getattr(options, name)]
    return given + [place for place in (getattr(options, "place", ""),) if place]


def _settings(session: Session, written: Sequence[str]) -> Mapping[str, object]:
    """The KEY=VALUE of a picture, checked. Raises UsageError, PreferenceError."""
    pairs = [text.partition("=") for text in written]
    for key, sign, _value in pairs:
        if not sign:
            raise UsageError(_("Write --set KEY=VALUE, not {text}.").format(text=key))
    return {key.strip(): wished(session, key.strip(), value) for key, _sign, value in pairs}


def _parser() -> Parser:
    parser = Parser(
        prog="accessreader",
        description=_("Reads public news pages large and plain. Without a command, the window opens."),
        epilog=_("accessreader COMMAND --help says more about a command."),
        add_help=False,
    )
    _add_common(parser, top=True)
    parser.add_argument("--demo", action="store_true", help=_("open the demonstration site"))
    parser.add_argument("--kiosk", action="store_true", help=_("for unattended machines: full screen, no way out"))
    commands = parser.add_subparsers(dest="command", title=_("commands"), metavar=_("COMMAND"))
    for name, command in COMMANDS.items():
        summary = _(command.summary)
        child = commands.add_parser(name, help=summary, description=summary, add_help=False)
        command.add_arguments(child)
        _add_common(child, top=False)
    return parser


def _add_common(parser: Parser, *, top: bool) -> None:
    """The options that may stand before the command or after it."""

    def unless_told(value: object) -> object:
        return value if top else argparse.SUPPRESS

    parser.add_argument("-h", "--help", action="help", help=_("show this help message and exit"))
    if top:
        version = f"AccessReader {__version__}"
        parser.add_argument("--version", action="version", version=version, help=_("show the version and exit"))
    parser.add_argument(
        "--home",
        metavar=_("FOLDER"),
        default=unless_told(None),
        help=_("keep everything of the reader's in this folder"),
    )
    parser.add_argument(
        "--language",
        choices=tuple(LANGUAGES),
        default=unless_told(None),
        help=_("the language of the program, this time"),
    )
    parser.add_argument(
        "-v", "--verbose", action="count", default=unless_told(0), help=_("say what is done; twice, say everything")
    )


def _language(arguments: Sequence[str]) -> str:
    """The language to speak while the command line is read: as it says, else as the reader prefers.

    Only looks: what is wrong in the files is told when they are used.
    """
    told = _early(arguments, "--language")
    if told in LANGUAGES:
        return str(told)
    home = _early(arguments, "--home")
    places = folders(Path(home) if home else None)
    try:
        policy = load_policy(places.site)
    except AccessReaderError:
        policy = Policy()
    try:
        own = tomllib.loads((places.config / "preferences.toml").read_text("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        own = {}
    return layered((policy.defaults, own, policy.locked))[0].interface_language


def _early(arguments: Sequence[str], name: str) -> str | None:
    """An option's value, found before there is a parser."""
    for number, word in enumerate(arguments):
        if word == name:
            return next(iter(arguments[number + 1 :]), None)
        if word.startswith(f"{name}="):
            return word.partition("=")[2]
    return None
