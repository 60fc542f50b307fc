"""The reader's preferences, kept in a TOML file under the policy of the machine.

Layers, later ones over earlier ones: built in, the system's wishes, the policy's defaults, the file, this run's, the
policy's locks. One writer, one path: `change` checks, takes effect and saves at once. Comments and keys that this
version does not know stay in the file.

Why the value stays in effect when it cannot be saved: a reader who needs larger letters needs them now, and hears that
the disk is full beside.
"""

from __future__ import annotations

import logging
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from accessreader.errors import PreferenceError, PreferenceProblem
from accessreader.policy import Policy
from accessreader.preferences import Preferences, checked, declarations, layered
from accessreader.safekeeping import set_aside, turn, write_whole

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

log = logging.getLogger(__name__)

FORMAT_VERSION: Final = 1
UNDO_STEPS: Final = 100

_PROGRAM_KEYS: Final = frozenset({"interface_language", "remember_pages", "first_questions"})
_Values = dict[str, object]


class _DamagedError(Exception):
    """The file is there and says nothing."""


class PreferenceStore:
    """The preferences of one reader. It belongs to one thread; other processes may have the same file open.

    Attributes:
        refused: what the file (or the policy) says and cannot mean, for telling the reader.
        set_aside: where a damaged file was put, or None.
    """

    def __init__(self, path: Path, policy: Policy | None = None) -> None:
        self.refused: tuple[PreferenceError, ...] = ()
        self.set_aside: Path | None = None
        self._path = path
        self._policy = policy or Policy()
        self._file: _Values = {}
        self._system: _Values = {}
        self._this_run: _Values = {}
        self._given: _Values = {}
        self._unsaved: dict[str, object | None] = {}
        self._undo: list[dict[str, object | None]] = []
        self._version = FORMAT_VERSION
        self._preferences = Preferences()
        self._load()

    @property
    def path(self) -> Path:
        """Where the preferences lie."""
        return self._path

    @property
    def preferences(self) -> Preferences:
        """The preferences in effect."""
        return self._preferences

    @property
    def locked(self) -> frozenset[str]:
        """The keys that the owner of the machine has decided."""
        return frozenset(self._policy.locked)

    @property
    def chosen(self) -> frozenset[str]:
        """The keys that the reader has decided, also where they decided for what the program came with."""
        return frozenset(self._file)

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._undo)

    def _load(self) -> None:
        """Read the file. A damaged one is set aside; the preferences are then the defaults."""
        try:
            self._take(self._read())
        except _DamagedError as error:
            self._put_aside(error)
            self._take({})

    def change(self, **values: object) -> Preferences:
        """Set some preferences, save them, and answer with all of them. One step of `undo`.

        Raises:
            PreferenceError: a key is unknown or locked, or cannot have the value; nothing is changed.
            StoreError: they are in effect, and could not be saved; the next change tries again.
        """
        return self._apply({key: self._permitted(key, value) for key, value in values.items()})

    def for_this_run(self, **values: object) -> Preferences:
        """Set some preferences without saving them; the next change of one of them ends that.

        Raises:
            PreferenceError: as `change`.
        """
        self._given |= {key: self._permitted(key, value) for key, value in values.items()}
        self._this_run |= self._given
        self._settle()
        return self._preferences

    def follow(self, wishes: Mapping[str, object]) -> Preferences:
        """What the system wishes from now on, for all that nobody has decided. Never saved, and no step of `undo`."""
        self._system = dict(wishes)
        self._settle()
        return self._preferences

    def adopt(self, values: Mapping[str, object]) -> Preferences:
        """Take over the values of a preset, as `change` does; what is locked stays as it is."""
        return self.change(**{key: value for key, value in values.items() if key not in self.locked})

    def reset(self, *keys: str) -> Preferences:
        """Take some preferences, or all, back to their defaults. One step of `undo`.

        Raises:
            PreferenceError: a key is unknown or locked; nothing is changed.
            StoreError: as `change`.
        """
        chosen = keys or tuple(key for key in declarations() if key not in self.locked)
        for key in chosen:
            self._permitted(key, getattr(Preferences(), key, None))
        return self._apply(dict.fromkeys(chosen))

    def safe_defaults(self) -> Preferences:
        """Everything that is seen back to its defaults, whatever was done; the program's language stays.

        Raises:
            StoreError: as `change`.
        """
        seen = (key for key in declarations() if key not in _PROGRAM_KEYS and key not in self.locked)
        return self._apply(dict.fromkeys(seen))

    def forget(self) -> Preferences:
        """Everything as this run began, and nothing can be taken back. Raises StoreError as `change`."""
        try:
            self.reset()
        finally:
            self._undo.clear()
            self._this_run = dict(self._given)
            self._settle()
        return self._preferences

    def undo(self) -> Preferences:
        """Take the last change back; without one, nothing happens.

        Raises:
            StoreError: as `change`.
        """
        if not self._undo:
            return self._preferences
        return self._write(self._undo.pop())

    def _permitted(self, key: str, value: object) -> object:
        value = checked(key, value)
        if key in self.locked:
            raise PreferenceError(key, PreferenceProblem.LOCKED, value)
        return value

    def _apply(self, values: Mapping[str, object | None]) -> Preferences:
        """Set values (None: the default) as one step that can be taken back."""
        before = {key: self._file.get(key) for key in values}
        if before != values:
            self._undo = [*self._undo[1 - UNDO_STEPS :], before]
        return self._write(values)

    def _write(self, values: Mapping[str, object | None]) -> Preferences:
        self._unsaved |= values
        self._this_run = {key: value for key, value in self._this_run.items() if key not in values}
        self._settle()
        with turn(self._path):
            document = self._document()
            document.setdefault("version", FORMAT_VERSION)
            for key, value in self._unsaved.items():
                if value is None:
                    document.pop(key, None)
                elif key not in document or document[key] != value or type(document[key]) is bool:
                    document[key] = value
            write_whole(self._path, document.as_string().encode())
        self._unsaved.clear()
        self._take(document.unwrap())
        return self._preferences

    def _document(self) -> TOMLDocument:
        """The file as it is now, with its comments, or a new one."""
        import tomlkit  # noqa: PLC0415 - reading, which every start does, goes without it
        from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415

        try:
            self._read()
            text = self._text()
            return tomlkit.parse(text) if text.strip() else self._new_document()
        except (_DamagedError, TOMLKitError) as error:
            self._put_aside(error)
            return self._new_document()

    def _new_document(self) -> TOMLDocument:
        import tomlkit  # noqa: PLC0415

        document = tomlkit.document()
        document["version"] = FORMAT_VERSION
        for key, value in self._file.items():
            document[key] = value
        return document

    def _text(self) -> str:
        try:
            return self._path.read_bytes().decode("utf-8-sig")
        except (FileNotFoundError, NotADirectoryError):
            return ""

    def _read(self) -> _Values:
        try:
            return tomllib.loads(self._text())
        except (OSError, ValueError, RecursionError) as error:
            raise _DamagedError(str(error)) from error

    def _put_aside(self, error: Exception) -> None:
        self.set_aside = set_aside(self._path)
        log.warning("%s is damaged (%s); set aside as %s", self._path, error, self.set_aside)

    def _take(self, table: Mapping[str, Any]) -> None:
        """Take over what a file says."""
        version = table.get("version", FORMAT_VERSION)
        self._version = version if isinstance(version, int) else FORMAT_VERSION
        self._file = {key: value for key, value in table.items() if key != "version"}
        self._settle()

    def _settle(self) -> None:
        """Work out the preferences in effect from all layers."""
        for key, value in self._unsaved.items():
            if value is None:
                self._file.pop(key, None)
            else:
                self._file[key] = value
        self._preferences, refused = layered(
            (self._system, self._policy.defaults, self._file, self._this_run, self._policy.locked)
        )
        later = self._version > FORMAT_VERSION
        self.refused = tuple(error for error in refused if not (later and error.problem is PreferenceProblem.UNKNOWN))
