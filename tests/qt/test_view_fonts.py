"""The reading faces have every letter that is read here; fonts that lack one say which."""

import pytest

from accessreader import resources
from accessreader.qt import fonts

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.skipif(not resources.font_files(), reason="the reading faces were not collected: make setup")
def test_every_face_that_comes_along_has_all_letters_and_the_tenge_sign():
    faces = fonts.reading_faces()
    assert len(faces) >= 5
    for face in faces:
        assert fonts.missing_letters(face) == "", face
        assert fonts.missing_letters(face, fonts.TENGE) == "", face


@pytest.mark.skipif(not resources.font_files(), reason="the reading faces were not collected: make setup")
def test_a_face_is_found_by_its_name_without_loading_the_others():
    assert fonts.load_faces("OpenDyslexic")
    assert fonts.load_faces("Noto Sans Mono")


def test_a_font_that_is_not_there_lacks_everything():
    assert not fonts.load_faces("No Such Font At All")
    assert fonts.missing_letters("No Such Font At All") == fonts.NEEDED


def test_the_alphabets_are_whole():
    assert set("әғқңөұүһіӘҒҚҢӨҰҮҺІёЁяЯ«»„“—№") <= set(fonts.NEEDED)


def test_the_others_do_not_repeat_those_that_came_along():
    assert not set(fonts.other_faces()) & set(fonts.reading_faces())
