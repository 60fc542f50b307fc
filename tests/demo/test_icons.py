"""Our own drawings for the window: they can be coloured by any scheme."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ICONS = Path(__file__).parents[2] / "resources" / "icons"
NAMES = frozenset(
    [
        "back",
        "forward",
        "reload",
        "stop",
        "open",
        "home",
        "find",
        "find-next",
        "find-previous",
        "text-larger",
        "text-smaller",
        "colours",
        "letter-spacing",
        "word-spacing",
        "line-height",
        "paragraph-spacing",
        "font",
        "measure",
        "images",
        "images-off",
        "settings",
        "undo",
        "reset",
        "presets",
        "removed",
        "recent",
        "links",
        "headings",
        "help",
        "keys",
        "language",
        "close",
        "warning",
        "information",
        "copy",
        "kiosk",
        "fullscreen",
        "proofread",
        "speak",
        "pause",
        "library",
        "save",
        "print",
    ]
)


DRAWN = sorted({path.stem for path in ICONS.glob("*.svg")} - {"accessreader"})


def test_every_icon_the_window_asks_for_is_there():
    assert set(DRAWN) >= NAMES


@pytest.mark.parametrize("name", DRAWN)
def test_an_icon_is_small_square_wordless_and_of_one_colour(name):
    path = ICONS / f"{name}.svg"
    assert path.stat().st_size <= 1500
    root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 (our own file)
    assert root.get("viewBox") == "0 0 24 24"
    assert (root.get("stroke"), root.get("fill")) == ("currentColor", "none")
    assert (root.get("stroke-width"), root.get("stroke-linecap")) == ("2", "round")
    for element in root.iter():
        assert element.tag.rpartition("}")[2] in {"svg", "path", "circle", "rect"}
        assert not (element.text or "").strip()
        assert element.get("fill", "none") == "none"
        assert element.get("stroke", "currentColor") == "currentColor"


def test_the_program_has_its_own_sign_as_drawing_and_as_picture():
    root = ET.fromstring((ICONS / "accessreader.svg").read_text(encoding="utf-8"))  # noqa: S314
    assert root.get("viewBox") == "0 0 24 24"
    picture = (ICONS / "accessreader.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert int.from_bytes(picture[16:20], "big") == int.from_bytes(picture[20:24], "big") == 256
