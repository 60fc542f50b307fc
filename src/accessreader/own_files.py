"""The reader's own descriptions, one TOML file each: colour schemes, presets, sites."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from accessreader.errors import ResourceFileError

Meaning = TypeVar("Meaning")


def own_texts(folder: Path | None) -> tuple[tuple[tuple[Path, str], ...], tuple[ResourceFileError, ...]]:
    """(path, text) of every description in a folder, by name, and those that cannot be read; none where it is none."""
    texts: list[tuple[Path, str]] = []
    refused: list[ResourceFileError] = []
    for path in sorted(folder.glob("*.toml")) if folder is not None and folder.is_dir() else ():
        try:
            texts.append((path, path.read_text(encoding="utf-8-sig")))
        except (OSError, UnicodeDecodeError) as error:
            refused.append(ResourceFileError(str(path), str(error)))
    return tuple(texts), tuple(refused)


def own_meanings(
    folder: Path | None, parse: Callable[[str, str], Meaning]
) -> tuple[tuple[Meaning, ...], tuple[ResourceFileError, ...]]:
    """What the descriptions in a folder say, by name, and the files that cannot be read or say what they cannot.

    Args:
        folder: as for `own_texts`.
        parse: what makes sense of a text; its second argument names the file in errors.
    """
    texts, unread = own_texts(folder)
    meanings: list[Meaning] = []
    refused = list(unread)
    for path, text in texts:
        try:
            meanings.append(parse(text, str(path)))
        except ResourceFileError as error:
            refused.append(error)
    return tuple(meanings), tuple(refused)
