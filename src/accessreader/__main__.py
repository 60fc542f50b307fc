"""The doorway: the command line is read, and only then is a window loaded, if one was asked for."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from accessreader import cli
from accessreader.errors import WindowError
from accessreader.folders import Folders


def _window(arguments: list[str]) -> int:
    try:
        from accessreader.qt.app import main as open_window  # noqa: PLC0415 - commands must not load it
    except ImportError as error:
        raise WindowError(f"{error}.") from error
    return open_window(arguments)


def _draw(
    places: Folders,
    address: str,
    output: Path,
    *,
    settings: Mapping[str, object],
    width: int,
    height: int,
    whole: bool,
) -> int:
    try:
        from accessreader.qt.shot import main as draw  # noqa: PLC0415
    except ImportError as error:
        raise WindowError(f"{error}.") from error
    return draw(places, address, output, settings=settings, width=width, height=height, whole=whole)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with these arguments, or those it was started with; answers the exit code."""
    return cli.main(sys.argv[1:] if arguments is None else arguments, _window, _draw)


if __name__ == "__main__":
    sys.exit(main())
