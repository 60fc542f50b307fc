"""Makes a checkout ready: system libraries, the virtual environment, the reading fonts.

    python3 packaging/set_up.py run      what the program needs
    python3 packaging/set_up.py work     and what the gate needs

Every step looks first and does only what is missing, so that a second call takes a moment and
never disturbs an environment in use. It asks nothing. System packages are brought on Debian and
its kin, as root or through sudo; elsewhere the step says so and goes on.

Why its own program and not a list in the Makefile: what is missing must be found out, step by
step, by a Python which has nothing but its standard library.
"""

import argparse
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
STAMP = ENVIRONMENT / "accessreader-installed"

# What Qt opens a window with. Qt names only xcb-cursor when any of the xcb ones is missing.
WINDOW = (
    "libegl1 libgl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon0 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 "
    "libwayland-cursor0 libwayland-egl1"
).split()
VOICE = ["espeak-ng"]
# A virtual screen, a window manager (without one no window is active), a bus, and what an
# assistive technology asks through. Debian's own Python loads the last two.
SCREEN = (
    "xvfb xauth openbox x11-utils xdotool dbus dbus-x11 at-spi2-core python3-gi gir1.2-atspi-2.0"
).split()


def main() -> int:
    """Do what is missing; 0 when the checkout is ready, 1 with a sentence when it is not."""
    parser = argparse.ArgumentParser(description="Make this checkout ready.")
    parser.add_argument("purpose", choices=("run", "work"))
    purpose = parser.parse_args().purpose
    try:
        bring_system_packages([*WINDOW, *VOICE, *(SCREEN if purpose == "work" else ())])
        bring_environment("dev" if purpose == "work" else "fonts")
        run([PYTHON, ROOT / "packaging" / "collect_fonts.py", ROOT / "build" / "fonts"])
    except subprocess.CalledProcessError as error:
        command = " ".join(map(str, error.cmd))
        print(f"Set-up stopped: “{command}” ended with {error.returncode}.", file=sys.stderr)
        return 1
    return 0


def run(command: Sequence[str | Path], **surroundings: str) -> None:
    """Run one command with `surroundings` added to the environment.

    Raises:
        subprocess.CalledProcessError: it did not end well.
    """
    subprocess.run(command, check=True, env={**os.environ, **surroundings})


def bring_system_packages(wanted: Iterable[str]) -> None:
    """Install the Debian packages which are not there; elsewhere say which libraries are needed."""
    if not shutil.which("dpkg-query"):
        print("Not a Debian system: Qt's libraries, espeak-ng and a virtual screen are yours to bring.")
        return
    missing = [package for package in wanted if not is_installed(package)]
    if not missing:
        return
    lead = [] if os.geteuid() == 0 else ["sudo"]
    if lead and not shutil.which("sudo"):
        print(f"Neither root nor sudo. Ask for: apt-get install {' '.join(missing)}")
        raise subprocess.CalledProcessError(1, ["sudo"])
    print("Installing", " ".join(missing))
    apt = [*lead, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    run([*apt, "update"])
    run([*apt, "install", "--yes", "--no-install-recommends", *missing])


def is_installed(package: str) -> bool:
    """Say whether Debian's database has `package` as installed."""
    command = ["dpkg-query", "--show", "--showformat=${db:Status-Status}", package]
    asked = subprocess.run(command, capture_output=True, text=True, check=False)
    return asked.stdout.strip() == "installed"


def bring_environment(group: str) -> None:
    """Make `.venv` hold the pinned packages of `group` and this project, editable.

    A stamp in the environment tells what it was last brought to; one set-up waits for another.
    """
    ENVIRONMENT.mkdir(exist_ok=True)
    with (ENVIRONMENT / "accessreader-lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        wanted = fingerprint()
        done = STAMP.read_text().split() if STAMP.is_file() else ["", ""]
        if PYTHON.exists() and done[0] == wanted and ("dev" in (done[1], ) or done[1] == group):
            return
        if not (PYTHON.exists() and has_pip(PYTHON)):
            make_environment()
        pip = [PYTHON, "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
        pinned = ["--constraint", ROOT / "constraints.txt"]
        run([*pip, *pinned, "pip", "hatchling", "editables"])
        groups = f"{ROOT / 'pyproject.toml'}:{group}"
        own = ["--no-build-isolation", "--editable", ROOT]
        run([*pip, *pinned, "--group", groups, *own])
        STAMP.write_text(f"{wanted} {group}\n")


def fingerprint() -> str:
    """Return a digest of all that decides what is installed: not of how the code is linted."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    decides = [project["build-system"], project["project"], project["dependency-groups"]]
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    return hashlib.sha256(f"{sys.version}{decides}{pins}".encode()).hexdigest()


def make_environment() -> None:
    """Make an empty environment with pip in it, also where Debian's python3-venv is missing."""
    print("Making .venv")
    run([sys.executable, "-m", "venv", "--without-pip", ENVIRONMENT])
    if has_pip(Path(sys.executable)):
        pinned = ["--constraint", ROOT / "constraints.txt"]
        pip = [sys.executable, "-m", "pip", "--python", PYTHON, "--quiet"]
        run([*pip, "install", *pinned, "pip"], PIP_DISABLE_PIP_VERSION_CHECK="1")
    else:
        run([sys.executable, "-m", "venv", "--upgrade-deps", ENVIRONMENT])


def has_pip(python: Path) -> bool:
    """Say whether `python` can run pip."""
    command = [python, "-m", "pip", "--version"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
