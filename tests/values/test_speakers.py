"""Who speaks in an article: the table of passages, quotations with a name under them, and texts of any kind."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessreader.article import Paragraph, Position, Quotation, Run
from accessreader.speakers import LONGEST, speeches
from values.speaker_cases import ENGLISH, KAZAKH, RUSSIAN

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "senate"


def paragraphs(text):
    return tuple(Paragraph((Run(piece),)) for piece in text.split("\n\n"))


def found(text):
    return [(speech.name, speech.words) for speech in speeches(paragraphs(text))]


@pytest.mark.parametrize(("text", "expected"), [*ENGLISH, *RUSSIAN, *KAZAKH], ids=lambda value: str(value)[:40])
def test_who_speaks_and_what(text, expected):
    said = found(text)
    assert [name for name, _words in said] == [name for name, _words in expected]
    for (_name, words), (_expected, begins) in zip(said, expected, strict=True):
        assert words.startswith(begins)


def test_a_name_under_a_quotation_is_whose_it_is():
    signed = (Quotation((Run("Water belongs to nobody.\n— Anna Hill, speaker of the Senate"),)),)
    assert [(speech.name, speech.place) for speech in speeches(signed)] == [("Anna Hill", Position(0, 0))]
    behind = (Quotation((Run("Water belongs to nobody."),)), *paragraphs("– Anna Hill"))
    assert [(speech.name, speech.place) for speech in speeches(behind)] == [("Anna Hill", Position(0, 0))]
    alone = (Quotation((Run("— Anna Hill, speaker of the Senate"),)),)
    assert speeches(alone) == ()


def test_what_is_said_is_shown_in_part():
    (speech,) = speeches(paragraphs(f"«{'вода нужна всем ' * 40}», – сказал Иван Сидоров."))
    assert len(speech.words) <= LONGEST + 1
    assert speech.words.endswith("…")


@given(st.lists(st.text(st.sampled_from('АнаБк «»“”",.–-:!\nsaid Hill А.сказал деді ол')), max_size=6))
def test_whatever_the_text_every_speech_has_its_place_in_order(texts):
    blocks = tuple(Paragraph((Run(text),)) for text in texts)
    told = speeches(blocks)
    assert [speech.place for speech in told] == sorted({speech.place for speech in told})
    for speech in told:
        assert speech.name.strip()
        assert 0 <= speech.place.offset <= len(blocks[speech.place.block].text)


@pytest.mark.parametrize(
    "text", ["said " * 40_000, "«" * 100_000, "Anna " * 40_000, "», – " * 40_000, "А.А. " * 40_000, "- " * 60_000]
)
def test_a_text_made_to_take_long_is_gone_through(text):
    assert len(found(text)) <= 1


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the texts of the Senate are not here")
def test_in_the_texts_of_the_senate_nobody_is_named_who_is_none():
    texts = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("0*.txt"))]
    names = [name for text in texts for name, _words in found(text)]
    assert len(names) > 25
    offices = {name for name in names if name.startswith("the ")}
    assert offices == {"the senator", "the Vice Speaker", "the Speaker of the Senate"}
    assert all(len(name.split()) in (2, 3) and name.istitle() for name in set(names) - offices)
