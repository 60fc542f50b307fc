"""What the wheel carries beside the code: `resources/` and the fonts that were collected.

Why a hook and not two lines of configuration: the fonts are brought by `packaging/collect_fonts.py`
and are not kept in the repository, and a build may not name a folder which is not there.
An editable install needs neither: the program looks beside `src/`.
"""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CarriedResources(BuildHookInterface[Any]):
    """Adds what lies outside the package to what is built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the folders to carry; those which are not there are left out."""
        if version == "editable":
            return
        root = Path(self.root)
        inside = "accessreader/_resources" if self.target_name == "wheel" else None
        for folder, name in (("resources", ""), ("build/fonts", "fonts")):
            if not (root / folder).is_dir():
                continue
            place = folder if inside is None else f"{inside}/{name}".rstrip("/")
            build_data["force_include"][str(root / folder)] = place
