"""Makes a checkout ready: system libraries, the virtual environment, the reading fonts.

    python3 packaging/set_up.py run      what the program needs
    python3 packaging/set_up.py work     and what the gate needs

Every step looks first and does only what is missing, so that a second call takes a moment and never disturbs an
environment in use. It asks nothing of its own. System packages are brought on Debian and its kin, as root or
through sudo; elsewhere the step says so and goes on.

Why its own program and not a list in the Makefile: what is missing must be found out, step by step, by a Python
which has nothing but its standard library.
"""

import argparse
import fcntl
import hashlib
import os
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
CONSTRAINTS = ROOT / "constraints.txt"
PIP = ["--quiet", "--disable-pip-version-check"]
STAMP = ENVIRONMENT / "accessreader-installed"

# What Qt opens a window with. Qt names only xcb-cursor when any of the xcb ones is missing.
WINDOW = """
    libegl1 libgl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon0
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0
    libwayland-cursor0 libwayland-egl1
"""
# The voice, and the library through which it reaches the sound server.
VOICE = "espeak-ng libpulse0"
# Braille.
BRAILLE = "liblouis20 liblouis-data"
FONTS = "fonts-sil-andika fonts-noto-core fonts-noto-mono fonts-inter"
# A virtual screen, a window manager (without one no window is active), a bus, and what an
# assistive technology asks through. Debian's own Python loads the last two.
SCREEN = "xvfb xauth openbox x11-utils xdotool dbus at-spi2-core python3-gi gir1.2-atspi-2.0"
# A screen reader, and what it speaks through.
READER = "orca speech-dispatcher python3-pyatspi"
# A sound server with a card that records what it plays.
SOUND = "pipewire wireplumber pipewire-pulse pulseaudio-utils dbus"

NEEDS = {"run": (WINDOW, VOICE, BRAILLE, FONTS), "work": (WINDOW, VOICE, BRAILLE, FONTS, SCREEN, READER, SOUND)}
Command = Sequence[str | Path]


def main() -> int:
    """Do what is missing; 0 when the checkout is ready, 1 with a sentence when it is not."""
    parser = argparse.ArgumentParser(description="Make this checkout ready.")
    parser.add_argument("purpose", choices=("run", "work"))
    purpose = parser.parse_args().purpose
    try:
        bring_system_packages(" ".join(NEEDS[purpose]).split())
        bring_environment("dev" if purpose == "work" else "fonts")
        run([PYTHON, ROOT / "packaging" / "collect_fonts.py", ROOT / "build" / "fonts"])
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


class SetUpError(Exception):
    """A step could not be done; says which and what to do."""


def run(command: Command) -> None:
    """Run one command, which asks nothing and says what it has to say.

    Raises:
        SetUpError: it did not end well.
    """
    done = subprocess.run(command, check=False, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise SetUpError(f"Set-up stopped: “{shown(command)}” ended with {done.returncode}.")


def run_quietly(command: Command) -> None:
    """Run one command whose long story matters only when it ends badly.

    Raises:
        SetUpError: it did; the story is in the error.
    """
    done = subprocess.run(
        command,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        raise SetUpError(f"{done.stdout}\nSet-up stopped: “{shown(command)}” failed.")


def shown(command: Command) -> str:
    """Return a command as one would type it."""
    return shlex.join(map(str, command))


def bring_system_packages(wanted: Sequence[str]) -> None:
    """Install the Debian packages which are not there; elsewhere say what is needed.

    Raises:
        SetUpError: they could not be installed, or we may not.
    """
    if not shutil.which("dpkg-query"):
        print("Not a Debian system: Qt's libraries, espeak-ng, liblouis and the fonts are yours to bring.")
        return
    missing = not_installed(wanted)
    if not missing:
        return
    lead = way_to_root()
    if lead is None:
        raise SetUpError(
            "Some system packages are missing and this account may not install them. Ask for:\n"
            f"  apt-get install {' '.join(missing)}"
        )
    print("Installing", *missing, flush=True)
    apt = [*lead, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"]
    run_quietly([*apt, "update"])
    run_quietly([*apt, "install", "--yes", "--no-install-recommends", *missing])


def way_to_root() -> list[str] | None:
    """Return what to put before a command so that root runs it; None when there is no way.

    sudo may ask for the password where somebody sits at the terminal, and nowhere else.
    """
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if not sudo:
        return None
    lead = [sudo] if sys.stdin.isatty() else [sudo, "--non-interactive"]
    asked = subprocess.run([*lead, "true"], stderr=subprocess.DEVNULL, check=False)
    return lead if asked.returncode == 0 else None


def not_installed(packages: Sequence[str]) -> list[str]:
    """Return those of `packages` which Debian's database does not have as installed."""
    show = "--showformat=${Package} ${db:Status-Status}\n"
    command = ["dpkg-query", "--show", show, *packages]
    known = subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()
    return [package for package in packages if f"{package} installed" not in known]


def bring_environment(group: str) -> None:
    """Make `.venv` hold the pinned packages of `group` and this project, editable.

    A stamp in the environment tells what it was last brought to; one set-up waits for another.
    What is there already is changed in place, and only when a pin or a dependency has changed.

    Raises:
        SetUpError: the packages could not be had.
    """
    ENVIRONMENT.mkdir(exist_ok=True)
    with (ENVIRONMENT / "accessreader-lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        wanted = fingerprint()
        done = STAMP.read_text(encoding="utf-8").split() if STAMP.is_file() else []
        if PYTHON.exists() and done in ([wanted, group], [wanted, "dev"]):
            return
        if not has_pip(PYTHON):
            make_environment()
        print("Bringing the pinned packages into .venv", flush=True)
        pip: Command = [PYTHON, "-m", "pip", *PIP, "install", "--constraint", CONSTRAINTS]
        run([*pip, "pip", "hatchling", "editables"])
        project: Command = ["--no-build-isolation", "--editable", ROOT]
        run([*pip, "--group", f"{ROOT / 'pyproject.toml'}:{group}", *project])
        STAMP.write_text(f"{wanted} {group}\n", encoding="utf-8")


def fingerprint() -> str:
    """Return a digest of all that decides what is installed: not of how the code is linted."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    decides = [project["build-system"], project["project"], project["dependency-groups"]]
    pins = CONSTRAINTS.read_text(encoding="utf-8")
    return hashlib.sha256(f"{sys.version}{decides}{pins}".encode()).hexdigest()


def make_environment() -> None:
    """Make an empty environment with pip in it, also where Debian's python3-venv is missing.

    Raises:
        SetUpError: this Python has neither pip nor the means to make one.
    """
    print("Making .venv", flush=True)
    if not has_pip(Path(sys.executable)):
        run([sys.executable, "-m", "venv", ENVIRONMENT])
        return
    run([sys.executable, "-m", "venv", "--without-pip", ENVIRONMENT])
    pip: Command = [sys.executable, "-m", "pip", "--python", PYTHON, *PIP]
    run([*pip, "install", "--constraint", CONSTRAINTS, "pip"])


def has_pip(python: Path) -> bool:
    """Say whether `python` can run pip."""
    if not python.exists():
        return False
    command: Command = [python, "-m", "pip", "--version"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
