"""The reader's own descriptions, one TOML file each: colour schemes, presets, sites."""

from __future__ import annotations

from pathlib import Path

from accessreader.errors import ResourceFileError


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
