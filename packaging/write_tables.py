"""Bring the tables of the README up to date: the keys, from the table of commands, and the preferences, as declared.

Run it after changing either::

    .venv/bin/python packaging/write_tables.py

Each table stands between a pair of comments, `<!-- keys -->` and `<!-- /keys -->`; a test holds them to the code.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from accessreader.keys.commands import COMMANDS, GROUPS
from accessreader.preferences import Amount, Choice, ColourCode, Preference, Preferences, Switch, declarations

README = Path(__file__).parents[1] / "README.md"


def keys_table() -> str:
    """A row a command: what it does, and its keys."""
    rows = ["| | keys |", "|---|---|"]
    for group in GROUPS:
        rows.append(f"| **{group}** | |")
        for command in COMMANDS:
            if command.group == group and command.all_keys:
                keys = " or ".join(f"`{key}`" for key in command.all_keys)
                rows.append(f"| {command.title.rstrip('…')} | {keys} |")
    return "\n".join(rows)


def preferences_table() -> str:
    """A row a preference: its key, what it is, what it may be, what it is at first."""
    first = Preferences()
    rows = ["| key | what it is | may be | at first |", "|---|---|---|---|"]
    for key, preference in declarations().items():
        value = getattr(first, key)
        shown = ("on" if value else "off") if isinstance(value, bool) else f"{value:g}" if _is_number(value) else value
        rows.append(f"| `{key}` | {preference.label} | {_allowed(preference)} | {shown} |")
    return "\n".join(rows)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float)


def _allowed(preference: Preference) -> str:
    match preference:
        case Amount(low=low, high=high, step=step, unit=unit):
            return f"{low:g} to {high:g} {unit}, in steps of {step:g}"
        case Switch():
            return "`on`, `off`"
        case Choice(choices=choices):
            return ", ".join(f"`{word}`" for word, _label in choices)
        case ColourCode():
            return "`#rrggbb`"
        case _:
            return "a name"


def with_tables(text: str) -> str:
    """The README with its tables as they should be."""
    for name, table in (("keys", keys_table()), ("preferences", preferences_table())):
        pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        text = pattern.sub(lambda match, table=table: f"{match[1]}{table}\n{match[2]}", text)  # type: ignore[misc]
    return text


def main() -> int:
    """Write the README."""
    README.write_text(with_tables(README.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
