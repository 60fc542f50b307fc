"""The reader's own keys, kept in a TOML file of their own: it is small, can be edited by hand, and given to others.

::

    [keys]
    find = ["Ctrl+F", "F9"]
    voice = ["Ctrl+Shift+D"]

A command that is not in the file has the keys with which the program came, but those that the file gives to another.
What this version does not know stays in the file.
"""

from __future__ import annotations

import json
import logging
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from accessreader.errors import AccessReaderError, KeyChoiceError, KeyProblem, ResourceFileError
from accessreader.keys.chord import canonical, writes
from accessreader.keys.commands import BY_NAME, COMMANDS, Command
from accessreader.keys.reading import FIXED
from accessreader.safekeeping import set_aside, turn, write_whole

log = logging.getLogger(__name__)

FORMAT_VERSION: Final = 1
_HEAD: Final = "# Keys of AccessReader that differ from those with which it came.\n"
_Table = dict[str, tuple[str, ...]]


class OwnKeys:
    """Which keys each command has. It belongs to one thread; other processes may have the same file open.

    Attributes:
        refused: what the file says and cannot mean, for telling the reader.
        set_aside: where a damaged file was put, or None.
    """

    def __init__(self, path: Path) -> None:
        self.refused: tuple[AccessReaderError, ...] = ()
        self.set_aside: Path | None = None
        self._path = path
        self._own: _Table = {}
        self._foreign: dict[str, Any] = {}
        self._effective: _Table = {}
        self._unsaved: dict[str, tuple[str, ...] | None] = {}
        self.load()

    def load(self) -> None:
        """Read the file again. A damaged one is set aside; then all keys are those with which the program came."""
        try:
            text = self._path.read_text(encoding="utf-8-sig")
            table = _keys_of(text, str(self._path))
        except (FileNotFoundError, NotADirectoryError):
            table = {}
        except (OSError, UnicodeDecodeError, ResourceFileError) as error:
            self.set_aside = set_aside(self._path)
            log.warning("%s is damaged (%s); set aside as %s", self._path, error, self.set_aside)
            table = {}
        self._take(table)

    def of(self, command: Command) -> tuple[str, ...]:
        """The keys of a command, the first the one that is shown."""
        return self._effective[command.name]

    def is_own(self, command: Command) -> bool:
        """Whether its keys are others than the program came with."""
        return self._effective[command.name] != _defaults(command)

    def holder(self, key: str) -> Command | None:
        """The command that a key calls, if any."""
        spelled = canonical(key)
        return next((command for command in COMMANDS if spelled in self._effective[command.name]), None)

    def give(self, command: Command, keys: Sequence[str]) -> None:
        """Let a command have these keys and no others; whoever had one of them has it no more.

        Raises:
            KeyChoiceError: one of them is no key, or cannot be had; nothing is changed.
            StoreError: they are in effect, and could not be saved; the next change tries again.
        """
        fixed = [key for key in _defaults(command) if key in FIXED]
        wanted = tuple(dict.fromkeys((*fixed, *(permitted(command, key) for key in keys))))
        changes: dict[str, tuple[str, ...] | None] = {command.name: wanted}
        for other in COMMANDS:
            if other is not command and set(self.of(other)) & set(wanted):
                changes[other.name] = tuple(key for key in self.of(other) if key not in wanted)
        self._write(changes)

    def restore(self, *commands: Command) -> None:
        """Give some commands, or all, the keys back with which the program came; they lose their place elsewhere.

        Raises:
            StoreError: as `give`.
        """
        if not commands:
            self._write(dict.fromkeys(self._own))
            return
        changes: dict[str, tuple[str, ...] | None] = dict.fromkeys(command.name for command in commands)
        back = {key for command in commands for key in _defaults(command)}
        for name, keys in self._own.items():
            if name not in changes and back & set(keys):
                changes[name] = tuple(key for key in keys if key not in back)
        self._write(changes)

    def text(self) -> str:
        """The file as it is given to others: the keys that differ from those with which the program came."""
        return _written({name: self._effective[name] for name in BY_NAME if self.is_own(BY_NAME[name])})

    def take_over(self, path: Path) -> tuple[AccessReaderError, ...]:
        """Have the keys of another file and no others of one's own; answers what of it could not be had.

        Raises:
            ResourceFileError: it cannot be read, or is no file of keys; nothing is changed.
            StoreError: as `give`.
        """
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise ResourceFileError(str(path), str(error)) from error
        own, refused, _foreign = _sorted(_keys_of(text, str(path)))
        self._write({**dict.fromkeys(self._own), **own})
        return refused

    def _write(self, changes: Mapping[str, tuple[str, ...] | None]) -> None:
        self._unsaved |= changes
        self._take(self._foreign | self._own)  # in effect before it is saved, and when it cannot be
        with turn(self._path):
            self.load()
            write_whole(self._path, _written(self._foreign | self._own).encode())
        self._unsaved.clear()

    def _take(self, table: Mapping[str, Any]) -> None:
        self._own, self.refused, self._foreign = _sorted(table)
        for name, keys in self._unsaved.items():
            if keys is None:
                self._own.pop(name, None)
            else:
                self._own[name] = keys
        self._own = {name: keys for name, keys in self._own.items() if keys != _defaults(BY_NAME[name])}
        self._settle()

    def _settle(self) -> None:
        """Work out who has which key: the reader's word first, and of two the first in the table."""
        taken: set[str] = set()
        effective: _Table = {}
        for own in (True, False):
            for command in COMMANDS:
                if (command.name in self._own) is own:
                    wished = self._own.get(command.name, _defaults(command))
                    effective[command.name] = tuple(key for key in wished if key not in taken)
                    taken |= set(wished)
        self._effective = effective


def permitted(command: Command, key: str) -> str:
    """A key, spelled as everywhere, that a command may have.

    Raises:
        KeyChoiceError: it is no key, writes a letter, or belongs to the text and the controls.
    """
    try:
        spelled = canonical(key)
    except ValueError as error:
        raise KeyChoiceError(key, KeyProblem.UNKNOWN) from error
    if spelled in _defaults(command):
        return spelled
    if spelled.replace("Num+", "") in FIXED:
        raise KeyChoiceError(spelled, KeyProblem.FIXED)
    if writes(spelled):
        raise KeyChoiceError(spelled, KeyProblem.WRITES)
    return spelled


def _defaults(command: Command) -> tuple[str, ...]:
    return tuple(canonical(key) for key in command.keys)


def _keys_of(text: str, path: str) -> dict[str, Any]:
    try:
        table = tomllib.loads(text).get("keys", {})
    except (ValueError, RecursionError) as error:
        raise ResourceFileError(path, str(error)) from error
    if not isinstance(table, dict):
        raise ResourceFileError(path, "keys")
    return table


def _sorted(table: Mapping[str, Any]) -> tuple[_Table, tuple[AccessReaderError, ...], dict[str, Any]]:
    """(The keys of commands that are there, what cannot be had, what this version does not know) of a file."""
    own: _Table = {}
    refused: list[AccessReaderError] = []
    foreign: dict[str, Any] = {}
    for name, keys in table.items():
        if name not in BY_NAME:
            foreign[name] = keys
            continue
        good: list[str] = []
        for key in keys if isinstance(keys, list | tuple) else [keys]:
            try:
                good.append(permitted(BY_NAME[name], str(key)))
            except KeyChoiceError as error:
                refused.append(error)
        own[name] = tuple(dict.fromkeys(good))
    return own, tuple(refused), foreign


def _written(table: Mapping[str, Any]) -> str:
    lines = [_HEAD, f"version = {FORMAT_VERSION}\n", "\n[keys]\n"]
    lines += [f"{json.dumps(name)} = {_list(keys)}\n" for name, keys in table.items()]
    return "".join(lines)


def _list(keys: Iterable[str] | object) -> str:
    words = keys if isinstance(keys, list | tuple) else [keys]
    return json.dumps([str(word) for word in words], ensure_ascii=False)
