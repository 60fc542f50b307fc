"""The reading faces which set-up collects: all there, whole, licensed, and Kazakh to the last letter."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parents[2] / "build" / "fonts"
FACES = {
    "Andika": 4,
    "Inter": 4,
    "Noto Sans": 4,
    "Noto Sans Mono": 2,
    "Noto Serif": 4,
    "OpenDyslexic": 4,
}
RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
KAZAKH = "әғқңөұүһі"
SIGNS = "₸№«»„“”‘’—–-…§%°\u2011\u0301"
FILES = sorted(FOLDER.glob("*.[to]tf"))


def family(file):
    with TTFont(file, lazy=True) as opened:
        return opened["name"].getBestFamilyName()


@pytest.fixture
def font(file):
    with TTFont(file, lazy=True) as opened:
        yield opened


def test_every_face_is_there_in_all_its_styles():
    found = [family(file) for file in FILES]
    assert {name: found.count(name) for name in found} == FACES


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_a_face_has_every_letter_of_the_three_languages(font):
    letters = RUSSIAN + KAZAKH + "abcdefghijklmnopqrstuvwxyz"
    wanted = letters + letters.upper() + "0123456789" + SIGNS
    known = font.getBestCmap()
    assert "".join(sign for sign in wanted if ord(sign) not in known) == ""


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_a_letter_of_a_face_is_drawn_and_not_an_empty_box(font):
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    for letter in KAZAKH + KAZAKH.upper():
        assert names[ord(letter)] != ".notdef"
        assert glyphs[names[ord(letter)]].width > 0


def test_each_face_comes_with_a_free_licence():
    licences = sorted((FOLDER / "licences").glob("*.txt"))
    assert len(licences) == 5
    for licence in licences:
        assert "Open Font License" in licence.read_text("utf-8", errors="replace").replace("\n ", " ")
