"""Where things lie on this machine. `--home FOLDER` puts all of them elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs

NAME = "accessreader"


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of one reader (config, data, log) and the machine's own (site), which is only read."""

    config: Path
    data: Path
    log: Path
    site: Path


def folders(home: Path | None = None) -> Folders:
    """This system's usual folders, or all of them under `home`. None is created: whoever writes creates."""
    if home is not None:
        return Folders(home / "config", home / "data", home / "log", home / "site")
    return Folders(
        config=platformdirs.user_config_path(NAME, appauthor=False, roaming=True),
        data=platformdirs.user_data_path(NAME, appauthor=False),
        log=platformdirs.user_log_path(NAME, appauthor=False),
        site=platformdirs.site_config_path(NAME, appauthor=False),
    )
