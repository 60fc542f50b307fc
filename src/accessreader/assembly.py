"""The parts of the program, put together once.

`Services` is a record, not an object that does things: whoever needs a part takes it.
"""

from __future__ import annotations

import atexit
import dataclasses
import logging
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from accessreader import messages, shelf
from accessreader.errors import AccessReaderError
from accessreader.folders import Folders
from accessreader.history import History
from accessreader.keys.commands import BY_NAME
from accessreader.keys.own import OwnKeys
from accessreader.listening import Voicing, voice
from accessreader.messages import _
from accessreader.policy import Policy, load_policy
from accessreader.presets import Preset, load_presets
from accessreader.road import Road
from accessreader.settings import PreferenceStore
from accessreader.theme import Theme, load_themes

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Services:
    """The parts.

    `problems` are sentences that the reader should hear once at the start; `voice` makes an engine that speaks.
    """

    folders: Folders
    policy: Policy
    preferences: PreferenceStore
    history: History
    themes: Mapping[str, Theme]
    presets: Mapping[str, Preset]
    road: Road
    problems: tuple[AccessReaderError, ...]
    keys: OwnKeys
    voice: Voicing = voice

    def complaints(self) -> tuple[str, ...]:
        """What was found wrong with the reader's files, in sentences; a shell tells them once."""
        words = [str(problem) for problem in (*self.problems, *self.preferences.refused, *self.keys.refused)]
        if self.preferences.set_aside is not None:
            words.insert(
                0,
                _(
                    "The file of your settings was damaged. It is kept as {path}; all settings are as the program came."
                ).format(path=self.preferences.set_aside),
            )
        if self.history.set_aside is not None:
            said = _("The list of recent pages was damaged. It is kept as {path}; what could be read of it is there.")
            words.append(said.format(path=self.history.set_aside))
        if self.keys.set_aside is not None:
            said = _("The file of your keys was damaged. It is kept as {path}; all keys are as the program came.")
            words.append(said.format(path=self.keys.set_aside))
        return tuple(words)


def _pressed(keys: OwnKeys, name: str) -> str:
    """What to press for a command, or where it stands in the menus when it has no key."""
    command = BY_NAME[name]
    return next(iter(keys.of(command)), "") or command.said


def assemble(places: Folders, *, kiosk: bool = False, language: str = "") -> Services:
    """Put the parts together for one run of the program.

    Args:
        places: where things lie.
        kiosk: whether the machine is unattended; then a policy that cannot be read is an error, for an open kiosk is
            worse than a closed one, and only the hosts of the policy are read.
        language: kk, ru or en for this run, instead of the preference.

    Raises:
        ResourceFileError: the policy of a kiosk cannot be read.
    """
    problems: list[AccessReaderError] = []
    try:
        policy = load_policy(places.site)
    except AccessReaderError as error:
        if kiosk:
            raise
        problems.append(error)
        policy = Policy()
    if kiosk:
        places = _passing(places)
    store = PreferenceStore(places.config / "preferences.toml", policy)
    if language and "interface_language" not in store.locked:
        store.for_this_run(interface_language=language)
    messages.use_language(language or store.preferences.interface_language)
    themes, refused = load_themes(places.config / "themes")
    keys = OwnKeys(places.config / "keys.toml")
    hosts = policy.kiosk.hosts if kiosk and policy.kiosk is not None else () if kiosk else None
    return Services(
        folders=places,
        policy=policy,
        preferences=store,
        history=History(places.data / "history.jsonl"),
        themes=themes,
        presets={preset.name: preset for preset in load_presets(places.config / "presets")},
        road=Road(places.config / "sources", hosts, partial(_pressed, keys), library=shelf.file_of(places)),
        problems=(*problems, *refused),
        keys=keys,
    )


def _passing(places: Folders) -> Folders:
    """Folders for a machine that remembers nobody: they are gone when the program ends."""
    passing = Path(tempfile.mkdtemp(prefix="accessreader-kiosk-"))
    atexit.register(shutil.rmtree, passing, ignore_errors=True)
    return dataclasses.replace(places, config=passing / "config", data=passing / "data")
