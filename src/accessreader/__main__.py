"""The doorway: the command line is read, and only then is a window loaded, if one was asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from accessreader import cli
from accessreader.errors import WindowError

if TYPE_CHECKING:
    from accessreader.assembly import Services


class _Window:
    """The window's side, loaded when it is needed. An ImportError means that the machine lacks one of its libraries."""

    def show(self, services: Services, places: Sequence[str], *, demo: bool, kiosk: bool) -> int:
        try:
            from accessreader.qt.app import main as run_window  # noqa: PLC0415
        except ImportError as error:
            raise WindowError(f"{error}.") from error
        return run_window(services, places, demo=demo, kiosk=kiosk)

    def draw(self, services: Services, picture: cli.Picture) -> int:
        try:
            from accessreader.qt.shot import Shot  # noqa: PLC0415
            from accessreader.qt.shot import main as draw_into  # noqa: PLC0415
        except ImportError as error:
            raise WindowError(f"{error}.") from error
        size = (picture.width, picture.height)
        shot = Shot(picture.place, picture.values, size, whole=picture.whole, window=picture.window)
        return draw_into(services, shot, picture.output)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with these arguments, or those it was started with; answers the exit code."""
    return cli.main(sys.argv[1:] if arguments is None else arguments, _Window())


if __name__ == "__main__":
    sys.exit(main())
