"""What came with the program: themes, sources, icons, catalogues, fonts, the demonstration's pages.

Names are paths with forward slashes, relative to the resources, whatever the machine.
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def _root() -> Traversable:
    """Inside the wheel, or beside `src` in a checkout."""
    packed = files("accessreader") / "_resources"
    return packed if packed.is_dir() else Path(__file__).parents[2] / "resources"


def read_bytes(name: str) -> bytes:
    """The content of one resource.

    Raises:
        OSError: there is no such resource.
    """
    return _root().joinpath(*name.split("/")).read_bytes()


def read_text(name: str) -> str:
    """The content of one resource that is UTF-8 text.

    Raises:
        OSError: there is no such resource.
    """
    return read_bytes(name).decode("utf-8")


def names(folder: str, suffix: str = "") -> tuple[str, ...]:
    """The files of one folder of the resources, sorted, as names for `read_text`; empty when it is not there."""
    place = _root().joinpath(*folder.split("/"))
    if not place.is_dir():
        return ()
    found = (entry.name for entry in place.iterdir() if entry.is_file() and entry.name.endswith(suffix))
    return tuple(f"{folder}/{name}" for name in sorted(found))


def font_files() -> tuple[Traversable, ...]:
    """The reading faces that were collected when the program was set up or built; may be empty."""
    packed = files("accessreader") / "_resources" / "fonts"
    folder = packed if packed.is_dir() else Path(__file__).parents[2] / "build" / "fonts"
    entries = folder.iterdir() if folder.is_dir() else ()
    return tuple(
        sorted((entry for entry in entries if entry.name.endswith((".ttf", ".otf"))), key=lambda entry: entry.name)
    )
