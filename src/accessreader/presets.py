"""Presets: named sets of preferences, one TOML file each, the reader's own beside those that came with the program.

::

    [title]
    en = "Low vision"
    [values]
    font_size = 28
"""

from __future__ import annotations

import logging
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from accessreader import resources
from accessreader.errors import PreferenceError, ResourceFileError
from accessreader.messages import current_language
from accessreader.own_files import own_texts
from accessreader.preferences import checked

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Preset:
    """Some preferences that go together. `titles` maps languages to its name for people; `values` are checked."""

    name: str
    titles: Mapping[str, str]
    values: Mapping[str, object]

    @property
    def title(self) -> str:
        """The preset's name in the language of the interface."""
        return self.titles.get(current_language()) or self.titles.get("en") or self.name


def parse_preset(text: str, path: str) -> Preset:
    """The preset written in a TOML file; `path` names it in errors, its stem is the preset's name.

    Raises:
        ResourceFileError: it is no TOML, has no values, or one that a preference cannot have.
    """
    try:
        table = tomllib.loads(text)
        titles = {str(language): str(title) for language, title in table.get("title", {}).items()}
        values = {key: checked(key, value) for key, value in table["values"].items()}
    except (PreferenceError, KeyError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise ResourceFileError(path, str(error)) from error
    return Preset(Path(path).stem, titles, values)


def load_presets(own: Path | None = None) -> tuple[Preset, ...]:
    """The presets that came with the program and those in the reader's folder `own`, which may replace them by name.

    A file of the reader's that cannot be used is left out, and said in the log.
    """
    ours = ((name, resources.read_text(name)) for name in resources.names("presets", ".toml"))
    theirs, refused = own_texts(own)
    for error in refused:
        log.warning("%s", error)
    presets: dict[str, Preset] = {}
    for path_name, text in (*ours, *((str(path), text) for path, text in theirs)):
        try:
            preset = parse_preset(text, path_name)
        except ResourceFileError as error:
            log.warning("%s", error)
        else:
            presets[preset.name] = preset
    return tuple(sorted(presets.values(), key=lambda preset: _ORDER.get(preset.name, len(_ORDER))))


_ORDER: Final = {
    name: place
    for place, name in enumerate(
        ("low-vision", "very-low-vision", "dyslexia", "screen-reader", "proofreading", "kiosk")
    )
}
