"""What an institution has decided for this machine: defaults, locks, and the kiosk.

`policy.toml` lies in the machine's own folder (`Folders.site`), is read once and never written. Its layers stand
around the reader's: built in, `defaults`, the reader's file, `locked`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from accessreader.errors import ResourceFileError


@dataclass(frozen=True, slots=True)
class Kiosk:
    """An unattended machine: where it starts, which hosts it may read, after how many seconds it forgets."""

    home: str = ""
    hosts: tuple[str, ...] = ()
    idle_seconds: int = 120
    hide: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Policy:
    """Defaults stand before the reader's wish, locks instead of it."""

    defaults: Mapping[str, object] = field(default_factory=dict)
    locked: Mapping[str, object] = field(default_factory=dict)
    kiosk: Kiosk | None = None


def load_policy(folder: Path) -> Policy:
    """The policy of this machine; an empty one where there is no file.

    Raises:
        ResourceFileError: there is a file and it cannot be read. A kiosk must then not start.
    """
    path = folder / "policy.toml"
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Policy()
    except (OSError, UnicodeDecodeError) as error:
        raise ResourceFileError(str(path), str(error)) from error
    try:
        table = tomllib.loads(text)
        kiosk = _kiosk(table["kiosk"]) if "kiosk" in table else None
        return Policy(dict(table.get("defaults", {})), dict(table.get("locked", {})), kiosk)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise ResourceFileError(str(path), str(error)) from error


def _kiosk(table: Mapping[str, object]) -> Kiosk:
    hosts, hide, idle = (
        table.get("hosts", ()),
        table.get("hide", ()),
        table.get("idle_seconds", 120),
    )
    if not isinstance(hosts, list | tuple) or not isinstance(hide, list | tuple):
        raise ValueError("hosts, hide")  # noqa: TRY004 - told as a fault of the file
    if isinstance(idle, bool) or not isinstance(idle, int) or not 30 <= idle <= 3600:
        raise ValueError("idle_seconds: 30-3600")
    return Kiosk(
        home=str(table.get("home", "")),
        hosts=tuple(str(host).lower() for host in hosts),
        idle_seconds=idle,
        hide=tuple(str(name) for name in hide),
    )
