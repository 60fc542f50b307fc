"""Which tables write a language: data in `resources/braille`, and the reader's own before it.

::

    [ru]
    plain = ["ru-litbrl.ctb"]          tables of liblouis (or paths of tables), the best first
    contracted = ["ru-ru-g1.ctb"]      where the language has contractions
    signs = { "₸" = "тг" }             what is written for signs that the tables do not know
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from accessreader import resources
from accessreader.errors import ResourceFileError
from accessreader.own_files import own_meanings

_OURS: Final = "braille/tables.toml"
_KINDS: Final = ("plain", "contracted")


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of one language, the best first, and words for signs that they do not know."""

    plain: tuple[str, ...] = ()
    contracted: tuple[str, ...] = ()
    signs: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def wanted(self, *, contracted: bool) -> tuple[str, ...]:
        """All tables in the order in which they are tried."""
        return (*self.contracted, *self.plain) if contracted else self.plain


def parse_tables(text: str, path: str) -> dict[str, Tables]:
    """The tables of the languages that a TOML file describes; `path` names it in errors.

    Raises:
        ResourceFileError: it is no TOML, or says something else.
    """
    try:
        return {str(language): _tables(value) for language, value in tomllib.loads(text).items()}
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise ResourceFileError(path, str(error)) from error


def _tables(value: Mapping[str, Any]) -> Tables:
    unknown = set(value) - {*_KINDS, "signs"}
    if unknown:
        raise ValueError(", ".join(sorted(unknown)))
    lists = {kind: value.get(kind, []) for kind in _KINDS}
    if not all(isinstance(names, list) and all(isinstance(name, str) for name in names) for names in lists.values()):
        raise ValueError('plain, contracted: ["TABLE", …]')
    signs = {str(sign): str(words) for sign, words in value.get("signs", {}).items()}
    return Tables(tuple(lists["plain"]), tuple(lists["contracted"]), MappingProxyType(signs))


def load_tables(own: Path | None = None) -> tuple[dict[str, Tables], tuple[ResourceFileError, ...]]:
    """The tables that are known, by language, those of the reader's folder `own` first; and what was refused."""
    tables = parse_tables(resources.read_text(_OURS), _OURS)
    theirs, refused = own_meanings(own, parse_tables)
    for described in theirs:
        for language, mine in described.items():
            known = tables.get(language, Tables())
            tables[language] = Tables(
                (*mine.plain, *known.plain),
                (*mine.contracted, *known.contracted),
                MappingProxyType({**known.signs, **mine.signs}),
            )
    return tables, refused
