"""No default key of ours belongs to somebody else; what screen readers, desktops and systems take is data."""

import ast
import tomllib
from pathlib import Path

import pytest

from accessreader import messages, resources
from accessreader.keys.chord import canonical, parts
from accessreader.keys.commands import BY_NAME, COMMANDS
from accessreader.keys.reserved import Reserved, reserved, takers

ORCA = Path("/usr/lib/python3/dist-packages/orca")
MASKS = {
    "NO_MODIFIER_MASK": "", "SHIFT_MODIFIER_MASK": "Shift+", "ALT_MODIFIER_MASK": "Alt+", "CTRL_MODIFIER_MASK": "Ctrl+",
    "SHIFT_ALT_MODIFIER_MASK": "Alt+Shift+", "CTRL_ALT_MODIFIER_MASK": "Ctrl+Alt+", "ORCA_MODIFIER_MASK": "Ins+",
    "ORCA_SHIFT_MODIFIER_MASK": "Ins+Shift+", "ORCA_CTRL_MODIFIER_MASK": "Ins+Ctrl+",
    "ORCA_ALT_MODIFIER_MASK": "Ins+Alt+", "ORCA_CTRL_ALT_MODIFIER_MASK": "Ins+Ctrl+Alt+",
}  # fmt: skip
SIGNS = {
    "comma": ",", "backslash": "\\", "period": ".", "semicolon": ";", "space": "Space", "bracketright": "]",
    "bracketleft": "[", "question": "?", "slash": "/", "apostrophe": "'",
}  # fmt: skip
OWNERS = {"NVDA", "JAWS", "Narrator", "Orca", "VoiceOver", "GNOME", "KDE Plasma", "Windows", "macOS", "cage"}
KEPT = tomllib.loads(resources.read_text("keys/reserved.toml"))["kept"]
CARET = {"Left", "Right", "Up", "Down", "Home", "End"}


def test_everybody_is_there_with_a_meaning_in_three_languages():
    assert {row.owner for row in reserved()} == OWNERS
    assert {row.system for row in reserved()} == {"linux", "windows", "mac"}
    assert {row.when for row in reserved()} == {"", "web", "input", "fn"}
    for row in reserved():
        assert set(row.meanings) == {"kk", "ru", "en"}
        assert all(meaning.strip() for meaning in row.meanings.values())
        assert len({(other.owner, other.key, other.when) for other in reserved()}) == len(reserved())
    messages.use_language("ru")
    assert takers("Alt+F4")[0].meaning == "закрыть окно"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_no_default_key_belongs_to_somebody_else_unless_it_is_said_why(command):
    exceptions = {(row["command"], canonical(row["key"])) for row in KEPT}
    taken = {canonical(key): takers(canonical(key)) for key in command.keys}
    assert {key: rows for key, rows in taken.items() if rows and (command.name, key) not in exceptions} == {}


def test_what_stays_all_the_same_has_another_key_where_it_is_taken():
    for row in KEPT:
        key, instead = canonical(row["key"]), canonical(row["instead"])
        keys = {canonical(one) for one in BY_NAME[row["command"]].keys}
        assert key in keys
        assert instead in keys
        systems = {taker.system for taker in takers(key)}
        assert systems, f"{key} is taken by nobody any more"
        assert not systems & {taker.system for taker in takers(instead)}
        assert row["why"]


def test_a_row_may_stand_for_many_keys():
    def holds(row: str, key: str) -> bool:
        return Reserved(row, "Somebody", "linux", "", {"en": "something"}).holds(key)

    assert holds("Ins+*", "Ins+Ctrl+Alt+A")
    assert holds("Meta+*", "Meta+Shift+F3")
    assert holds("Alt+Shift+*", "Alt+Shift+H")
    assert not holds("Alt+Shift+*", "Ctrl+Alt+Shift+H")
    assert not holds("Alt+F4", "Alt+Shift+F4")


def orca_bindings() -> set[str]:
    """Every key that the Orca of this machine binds, in our spelling, read from its tables."""
    found = set()
    names = ("common_keyboardmap", "desktop_keyboardmap", "laptop_keyboardmap", "structural_navigation", "liveregions")
    for name in (*names, "caret_navigation"):
        for node in ast.walk(ast.parse((ORCA / f"{name}.py").read_text("utf-8"))):
            row = (
                node.elts if isinstance(node, ast.Tuple | ast.List) else node.args if isinstance(node, ast.Call) else []
            )
            if not row or not isinstance(row[0], ast.Constant) or not isinstance(row[0].value, str) or not row[0].value:
                continue
            masks = [ast.unparse(part).rpartition(".")[2] for part in row[1:3]]
            held = next((MASKS[mask] for mask in reversed(masks) if mask in MASKS), None)
            if held is None:
                continue
            key = row[0].value
            if key.startswith("KP_"):
                held += "Num+"
                key = key.removeprefix("KP_")
                key = {"Divide": "/", "Multiply": "*", "Subtract": "-", "Add": "+", "Begin": "5", "Prior": "PgUp",
                       "Page_Up": "PgUp", "Page_Down": "PgDown", "Next": "PgDown"}.get(key, key)  # fmt: skip
            found.add(canonical(held + SIGNS.get(key, key)))
    return found


@pytest.mark.skipif(not ORCA.is_dir(), reason="Orca is not on this machine")
def test_whatever_the_orca_of_this_machine_binds_is_known_as_orcas():
    bound = orca_bindings()
    assert len(bound) > 100
    orcas = [row for row in reserved() if row.owner == "Orca"]
    # It goes through web pages with the caret's own keys.
    unknown = {key for key in bound if not any(row.holds(key) for row in orcas) and parts(key)[1] not in CARET}
    assert unknown == set()
    everywhere = {key for key in bound if any(row.holds(key) and not row.when for row in orcas)}
    assert not everywhere & {canonical(key) for command in COMMANDS for key in command.keys}
