"""COMMANDS: the words of the command line. To add one: a function, and a row."""

from __future__ import annotations

import argparse
import dataclasses
import threading
from collections.abc import Callable, Mapping
from typing import Final

from accessreader.appearance import OWN_THEME, SYSTEM_THEME
from accessreader.cli import keeping, keying, listing, mending, reading
from accessreader.cli.session import Session
from accessreader.cli.terminal import say, table
from accessreader.errors import PreferenceError, PreferenceProblem, UsageError
from accessreader.language import LANGUAGES
from accessreader.messages import N_, _
from accessreader.preferences import Preference, declarations, parsed


@dataclasses.dataclass(frozen=True, slots=True)
class Command:
    """A word of the command line: what it does in a line, what it takes, and the deed, which answers the exit code.

    A `deed` of None is done by a window, which is not this package's.
    """

    summary: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    deed: Callable[[Session], int] | None


def _takes_nothing(_parser: argparse.ArgumentParser) -> None:
    return


def _takes_address(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("place", metavar="URL|FILE", help=_("an address, or a saved page"))


def _takes_picture(parser: argparse.ArgumentParser) -> None:
    _takes_address(parser)
    parser.add_argument("-o", dest="output", metavar="FILE", required=True, help=_("the picture, a .png file"))
    parser.add_argument(
        "--set",
        dest="settings",
        metavar="KEY=VALUE",
        action="append",
        default=[],
        help=_("a preference for this picture"),
    )
    parser.add_argument("--width", type=int, default=1000, metavar="N", help=_("width in pixels"))
    parser.add_argument("--height", type=int, default=800, metavar="N", help=_("height in pixels"))
    parser.add_argument(
        "--window",
        nargs="?",
        const="window",
        default="",
        metavar="PANEL",
        help=_("the window round the page too, and in it this panel"),
    )
    parser.add_argument("--whole", action="store_true", help=_("the whole page, however high"))


def _takes_speech(parser: argparse.ArgumentParser) -> None:
    _takes_address(parser)
    parser.add_argument("--to", metavar="FILE", help=_("a file of sound, .wav, .flac, .opus or .mp3"))
    parser.add_argument("--rate", metavar="N", help=_("words a minute, in every language"))
    parser.add_argument(
        "--set", dest="settings", metavar="KEY=VALUE", action="append", default=[], help=_("a preference, this time")
    )


def _takes_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "words", nargs="?", metavar="WORDS", help=_("as they are written; without them, yours are listed")
    )
    parser.add_argument("--says", metavar="TEXT", help=_("let the voices say this for them from now on"))
    parser.add_argument("--forget", action="store_true", help=_("say again what came with the program"))
    parser.add_argument(
        "--in",
        dest="tongue",
        choices=tuple(LANGUAGES),
        help=_("the language in which they stand; without it, that of the words"),
    )


def _takes_preference(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("key", nargs="?", metavar="KEY", help=_("a preference; without it, all are listed"))
    parser.add_argument("value", nargs="?", metavar="VALUE", help=_("its new value"))
    parser.add_argument("--preset", metavar="NAME", help=_("take over all values of a preset"))
    parser.add_argument("--reset", action="store_true", help=_("go back to the default, of one preference or of all"))


def _themes(session: Session) -> int:
    from accessreader.theme import contrast  # noqa: PLC0415 - help needs none of it

    rows = (
        (theme.name, f"{contrast(theme.text, theme.background):.1f}:1", theme.title)
        for theme in session.services.themes.values()
    )
    say(table(rows))
    return 0


def _presets(session: Session) -> int:
    from accessreader.presets import load_presets  # noqa: PLC0415

    say(table((preset.name, preset.title) for preset in load_presets(session.folders.config / "presets")))
    return 0


def _sources(session: Session) -> int:
    say(table((site.title, ", ".join(site.hosts)) for site in session.services.road.sites))
    return 0


def _prefer(session: Session) -> int:
    options, store = session.options, session.services.preferences
    if options.preset:
        store.adopt(_preset_values(session, options.preset))
    elif options.reset:
        store.reset(*([options.key] if options.key else []))
    elif options.value is not None:
        store.change(**{options.key: wished(session, options.key, options.value)})
    if options.key is None:
        say(_listing(session))
        return 0
    if options.key not in declarations():
        raise PreferenceError(options.key, PreferenceProblem.UNKNOWN)
    say(f"{options.key} = {_shown(getattr(store.preferences, options.key))}\n")
    return 0


def wished(session: Session, key: str, text: str) -> object:
    """The value of a preference as it was written on the command line. Raises PreferenceError."""
    value = parsed(key, text)
    if key == "theme" and value not in _theme_names(session):
        raise PreferenceError(key, PreferenceProblem.VALUE, value, _one_of(_theme_names(session)))
    return value


def _preset_values(session: Session, name: str) -> Mapping[str, object]:
    from accessreader.presets import load_presets  # noqa: PLC0415

    presets = {preset.name: preset for preset in load_presets(session.folders.config / "presets")}
    if name not in presets:
        known = ", ".join(presets)
        raise UsageError(_("There is no preset named {name}. There are: {names}.").format(name=name, names=known))
    return presets[name].values


def _shown(value: object) -> str:
    """A value as it is written on the command line."""
    if isinstance(value, bool):
        return "on" if value else "off"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _allowed(session: Session, key: str, declaration: Preference) -> str:
    if key in session.services.preferences.locked:
        return _("locked by the owner of this computer")
    return _one_of(_theme_names(session)) if key == "theme" else declaration.allowed()


def _theme_names(session: Session) -> tuple[str, ...]:
    return (*session.services.themes, OWN_THEME, SYSTEM_THEME)


def _one_of(words: tuple[str, ...]) -> str:
    return _("one of {choices}").format(choices=", ".join(words))


def _listing(session: Session) -> str:
    """All preferences: key, value, what they are, and what can be had."""
    store = session.services.preferences
    return table(
        (
            key,
            _shown(getattr(store.preferences, key)),
            f"{_(declaration.label)}: {_allowed(session, key, declaration)}",
        )
        for key, declaration in declarations().items()
    )


def _say(session: Session) -> int:
    from accessreader.cli.speaking import say as read_aloud  # noqa: PLC0415 - only who listens pays for it

    return read_aloud(session)


def _word(session: Session) -> int:
    from accessreader.cli.speaking import say_word  # noqa: PLC0415 - only who listens pays for it

    return say_word(session)


def _demo(session: Session) -> int:
    """Serve the demonstration site until Ctrl+C."""
    from accessreader.demo import DemoSite  # noqa: PLC0415

    with DemoSite() as site:
        say("".join(f"{site.home_in(language)}\n" for language in LANGUAGES))
        session.tell(_("The demonstration site runs until you press Ctrl+C."))
        threading.Event().wait()
    return 0


COMMANDS: Final[Mapping[str, Command]] = {
    "open": Command(N_("open a page in the window"), _takes_address, None),
    "get": Command(N_("print pages as text, Markdown, HTML or JSON"), reading.add_arguments, reading.get),
    "headlines": Command(
        N_("list the articles of a page of news or of a feed"), listing.add_arguments, listing.headlines
    ),
    "mend": Command(
        N_("say what is the article of a page; without options, list what could be"),
        mending.add_arguments,
        mending.mend,
    ),
    "keep": Command(
        N_("keep pages on this computer, with every text that comes"), keeping.add_keep_arguments, keeping.keep
    ),
    "search": Command(N_("find words in everything that is kept"), keeping.add_search_arguments, keeping.search),
    "library": Command(
        N_("check, copy or repair what is kept, list it, or forget pages"),
        keeping.add_library_arguments,
        keeping.library,
    ),
    "say": Command(N_("read a page aloud, or write it into a file of sound"), _takes_speech, _say),
    "word": Command(N_("show or change what the voices say for a word"), _takes_words, _word),
    "shot": Command(N_("draw a page into a picture, with any settings"), _takes_picture, None),
    "prefer": Command(N_("show or change preferences"), _takes_preference, _prefer),
    "keys": Command(N_("list the keys, or change them"), keying.add_arguments, keying.keys),
    "presets": Command(N_("list the presets"), _takes_nothing, _presets),
    "themes": Command(N_("list the colour schemes and their contrast"), _takes_nothing, _themes),
    "sources": Command(N_("list the sites that are known"), _takes_nothing, _sources),
    "demo": Command(N_("serve the demonstration site on this machine"), _takes_nothing, _demo),
}
"""Every word, in the order of the help."""
