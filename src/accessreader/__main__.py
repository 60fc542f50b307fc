"""The doorway: where a window is asked for, its frame is shown; then the command line is read, and all else loaded."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from accessreader import cli
    from accessreader.assembly import Services
    from accessreader.qt.curtain import Curtain

_SWITCHES = frozenset({"--demo", "-v", "--verbose"})
SPEECH_HOST = "--speech-host"
_WITH_VALUE = frozenset({"--home", "--language"})


class _Window:
    """The window's side, loaded when it is needed. An ImportError means that the machine lacks one of its libraries."""

    def __init__(self, curtain: Curtain | None) -> None:
        self._curtain = curtain

    def show(self, services: Services, places: Sequence[str], *, demo: bool, kiosk: bool) -> int:
        from accessreader.errors import WindowError  # noqa: PLC0415

        try:
            from accessreader.qt.prompting import voice_for  # noqa: PLC0415

            asking = not (places or demo or kiosk)
            voice = voice_for(services) if asking else None  # its process comes up beside the window
            from accessreader.qt.app import main as run_window  # noqa: PLC0415
        except ImportError as error:
            raise WindowError(f"{error}.") from error
        return run_window(services, places, demo=demo, kiosk=kiosk, curtain=self._curtain, voice=voice)

    def draw(self, services: Services, picture: cli.Picture) -> int:
        from accessreader.errors import WindowError  # noqa: PLC0415

        try:
            from accessreader.qt.shot import Shot  # noqa: PLC0415
            from accessreader.qt.shot import main as draw_into  # noqa: PLC0415
        except ImportError as error:
            raise WindowError(f"{error}.") from error
        size = (picture.width, picture.height)
        shot = Shot(picture.place, picture.values, size, whole=picture.whole, window=picture.window)
        return draw_into(services, shot, picture.output)


def opens_window(arguments: Sequence[str]) -> tuple[bool, str]:
    """Whether these arguments plainly ask for a window, and the folder given with --home; in doubt they do not."""
    home, rest = "", list(arguments)
    while rest:
        word = rest.pop(0)
        if word in _WITH_VALUE and rest:
            value = rest.pop(0)
            home = value if word == "--home" else home
        elif word == "open" and len(rest) == 1 and not rest[0].startswith("-"):
            rest.pop()
        elif word not in _SWITCHES:
            return False, ""
    return True, home


def _curtain(arguments: Sequence[str]) -> Curtain | None:
    """The window's frame, where a window is asked for and there is a screen to show it on."""
    wanted, home = opens_window(arguments)
    if not wanted:
        return None
    from accessreader.folders import folders  # noqa: PLC0415
    from accessreader.screen import has_screen  # noqa: PLC0415

    if not has_screen(os.environ):
        return None
    try:
        from accessreader.qt.curtain import raise_curtain  # noqa: PLC0415
    except ImportError:
        return None  # said in words by whoever opens the window
    gc.disable()  # until the window is there: all that is made on the way stays
    return raise_curtain(folders(Path(home).absolute() if home else None).config)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with these arguments, or those it was started with; answers the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == [SPEECH_HOST]:
        from accessreader.speech.host import main as be_the_voice  # noqa: PLC0415 - the voice's own process

        return be_the_voice(given[1:])
    curtain = _curtain(given)
    from accessreader import cli  # noqa: PLC0415 - after the frame is up

    return cli.main(given, _Window(curtain))


if __name__ == "__main__":
    sys.exit(main())
