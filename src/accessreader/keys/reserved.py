"""The keys that belong to others: screen readers, desktops, systems, the kiosk's screen.

They are data, in `resources/keys/reserved.toml`: whose they are, what they do, and when.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from accessreader import resources
from accessreader.keys.chord import ANY, canonical, parts
from accessreader.messages import _, current_language

_NAME: Final = "keys/reserved.toml"
_WHOLE: Final = frozenset({"Ins", "CapsLock", "Meta", "Num"})
"""Whoever takes one of these takes it with every other that is held besides."""


@dataclass(frozen=True, slots=True)
class Reserved:
    """A key that is somebody else's.

    Attributes:
        key: as `chord.canonical` spells it; its last part may be `ANY`.
        owner: the program, by its own name.
        system: where it runs: linux, windows or mac.
        when: "" where the key never reaches us; else only in web pages ("web"), while one types with an input method
            ("input"), or unless Fn is held ("fn").
        meanings: what it does, by language.
    """

    key: str
    owner: str
    system: str
    when: str
    meanings: Mapping[str, str]

    @property
    def meaning(self) -> str:
        """What it does, in the language of the program."""
        return self.meanings.get(current_language()) or self.meanings["en"]

    def warning(self, key: str) -> str:
        """What it means for whoever would give the key, as it is shown to people, to a command of ours."""
        said = _("{key} belongs to {program} ({meaning}): where that runs, it does not come here.")
        return said.format(key=key, program=self.owner, meaning=self.meaning)

    def holds(self, key: str) -> bool:
        """Whether this key is meant."""
        if self.key == key:
            return True
        held, last = parts(self.key)
        if last != ANY:
            return False
        pressed, _key = parts(key)
        return held <= pressed if held & _WHOLE else held == pressed


@cache
def reserved() -> tuple[Reserved, ...]:
    """All of them, by owner."""
    rows: list[Reserved] = []
    for owner in tomllib.loads(resources.read_text(_NAME))["owner"]:
        for row in owner["rows"]:
            meanings = {language: row[language] for language in ("kk", "ru", "en")}
            rows += [
                Reserved(canonical(key), owner["name"], owner["system"], row.get("when", ""), meanings)
                for key in row["keys"]
            ]
    return tuple(rows)


def takers(key: str) -> tuple[Reserved, ...]:
    """Who takes a key, whatever happens in our window."""
    return tuple(row for row in reserved() if row.holds(key) and not row.when)
