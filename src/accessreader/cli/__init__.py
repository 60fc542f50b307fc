"""The command line: the same road as the window's, without a window.

`main` is given a `Shell` by its caller, which opens a window or draws a picture, because this package and the window's
do not know each other; so no command ever loads the window's toolkit.

Exit codes: 0 done, 130 stopped by Ctrl+C, 141 nobody listened to the end, else as the class of the error says.
"""

from __future__ import annotations

import argparse
import os
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from accessreader import __version__
from accessreader.cli.commands import COMMANDS, wished
from accessreader.cli.reading import print_article
from accessreader.cli.session import Session
from accessreader.cli.terminal import Parser, hang_up, prepare, tell
from accessreader.errors import AccessReaderError, PreferenceError, PreferenceProblem, UsageError, WindowError
from accessreader.folders import folders
from accessreader.language import LANGUAGES
from accessreader.messages import _, use_language
from accessreader.policy import Policy, load_policy
from accessreader.preferences import layered
from accessreader.screen import has_screen

if TYPE_CHECKING:
    from accessreader.assembly import Services

STOPPED: Final = 130
NOBODY_LISTENS: Final = 141
LEAST_SIDE: Final = 100
MOST_SIDE: Final = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture that was asked for: the page, the file, the preferences that differ for it, the size in pixels."""

    place: str
    output: Path
    values: Mapping[str, object]
    width: int
    height: int
    whole: bool = False
    window: str = ""


class Shell(Protocol):
    """What a window can do for the command line."""

    def show(self, services: Services, places: Sequence[str], *, demo: bool, kiosk: bool) -> int:
        """Run the window until it is closed; answers the exit code. Raises WindowError when there is none."""

    def draw(self, services: Services, picture: Picture) -> int:
        """Draw a page into a file; answers the exit code. Raises WindowError when that cannot be had."""


def main(arguments: Sequence[str], shell: Shell) -> int:
    """Do what the command line asks for and answer the exit code. Only this function catches everything."""
    prepare()
    use_language(_language(arguments))
    try:
        options = _parser().parse_args(list(arguments))
        session = Session(options, tell)
        return session.attempt(lambda: _run(session, shell))
    except AccessReaderError as error:
        tell(str(error))
        return error.exit_code
    except BrokenPipeError:
        hang_up()
        return NOBODY_LISTENS
    except KeyboardInterrupt:
        return STOPPED


def _run(session: Session, shell: Shell) -> int:
    deed = COMMANDS[session.options.command].deed if session.options.command else None
    if deed is not None:
        return deed(session)
    if session.options.command == "shot":
        return shell.draw(session.services, _picture(session))
    return _open(session, shell)


def _open(session: Session, shell: Shell) -> int:
    """Open the window, or, where there is no screen, print the page that it would have shown."""
    from accessreader.assembly import assemble  # noqa: PLC0415 - help needs none of it
    from accessreader.road import DEMO_FRONT  # noqa: PLC0415 - help needs none of it

    options = session.options
    place = getattr(options, "place", "")
    if has_screen(os.environ):
        services = assemble(session.folders, kiosk=options.kiosk, language=options.language or "")
        return shell.show(services, [place] if place else [], demo=options.demo, kiosk=options.kiosk)
    if options.kiosk or not (place or options.demo):
        raise WindowError(_("there is no screen here."))
    tell(_("There is no screen here, so the page follows as text."))
    print_article(session, place or DEMO_FRONT)
    return 0


def _picture(session: Session) -> Picture:
    options = session.options
    if not all(LEAST_SIDE <= side <= MOST_SIDE for side in (options.width, options.height)):
        raise UsageError(
            _("A picture is from {low} to {high} pixels wide and high.").format(low=LEAST_SIDE, high=MOST_SIDE)
        )
    return Picture(
        place=options.place,
        output=Path(options.output),
        values=_settings(session, options.settings),
        width=options.width,
        height=options.height,
        whole=options.whole,
        window=options.window,
    )


def _settings(session: Session, written: Sequence[str]) -> Mapping[str, object]:
    """The KEY=VALUE of a picture, checked. Raises UsageError, PreferenceError."""
    pairs = [text.partition("=") for text in written]
    for key, sign, _value in pairs:
        if not sign:
            raise UsageError(_("Write --set KEY=VALUE, not {text}.").format(text=key))
    values = {key.strip(): wished(session, key.strip(), value) for key, _sign, value in pairs}
    for key in session.services.preferences.locked.intersection(values):
        raise PreferenceError(key, PreferenceProblem.LOCKED)
    return values


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
