"""Ways through an article: each leads where it should, and parts no more blocks than it comes to."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessreader.article import Article, Divider, Heading, Paragraph, Position, Run, sheet
from accessreader.speech.narrator import Narrator
from accessreader.speech.script import Place, Script, Unit
from accessreader.speech.spoken import spoken
from accessreader.speech.utterance import Parting, utterances
from speech.pretended import PretendedEngine

SECTIONS, PARAGRAPHS = 50, 20


def a_book():
    """Sections of one heading and some paragraphs of three sentences, behind a title."""
    blocks = []
    for section in range(SECTIONS):
        blocks.append(Heading(2, (Run(f"Section {section}"),)))
        blocks += [Paragraph((Run("Laws were read. They were passed. All went home."),))] * PARAGRAPHS
    return Article(url="", title="A book", language="en", blocks=tuple(blocks))


BOOK = a_book()
LAST = len(sheet(BOOK)) - 1


@pytest.fixture
def parting():
    return Parting(BOOK)


@pytest.mark.parametrize("block", [0, LAST // 2, LAST])
def test_to_begin_to_read_a_book_few_blocks_are_parted(parting, block):
    engine = PretendedEngine()
    narrator = Narrator(engine, lambda _event: None)
    engine.hear = narrator.hear
    engine.be_ready()
    narrator.load(parting)
    narrator.play(Position(block, 0))
    assert engine.sayings
    assert parting.count <= 5


def test_reading_parts_a_book_little_by_little(parting):
    engine = PretendedEngine()
    narrator = Narrator(engine, lambda _event: None)
    engine.hear = narrator.hear
    engine.be_ready()
    narrator.load(parting)
    narrator.play(Position(100, 0))
    before = parting.count
    engine.speak(9 * 10)  # nine words a paragraph
    assert 8 <= parting.count - before <= 12
    narrator.pause()
    narrator.resume()
    assert narrator.position
    assert parting.count - before <= 12


@pytest.mark.parametrize("steps", [1, -1])
@pytest.mark.parametrize("unit", Unit)
def test_one_step_parts_no_more_than_the_block_it_leads_to(parting, unit, steps):
    script = Script(parting, spoken)
    place = script.place_at(Position(LAST // 2, 0))
    before = parting.count
    assert script.move(place, unit, steps) != place
    assert parting.count - before <= 1


def test_the_paragraphs_between_two_headings_are_not_parted(parting):
    script = Script(parting, spoken)
    place = script.first
    for section in range(SECTIONS):
        place = script.move(place, Unit.HEADING, 1)
        assert script.utterance(place).text == f"Section {section}"
    assert parting.count == SECTIONS + 1
    assert script.heading_above(Place(LAST)) == f"Section {SECTIONS - 1}"
    assert parting.count == SECTIONS + 1


TEXTS = st.sampled_from(["", " ", "One.", "One. Two.", "One two. Three four. Five!", "— *"])
BLOCKS = st.one_of(
    st.builds(lambda text: Paragraph((Run(text),)), TEXTS),
    st.builds(lambda text: Heading(2, (Run(text),)), TEXTS),
    st.just(Divider()),
)


@given(st.lists(BLOCKS, max_size=8).map(tuple), TEXTS)
def test_on_and_back_by_sentences_everything_is_come_to_in_order(blocks, title):
    article = Article(url="", title=title, language="en", blocks=blocks)
    script, said = Script(Parting(article), spoken), utterances(article)
    assert bool(script) == bool(said)
    there = []
    place = script.first
    while place != script.end:
        there.append(place)
        place = script.after(place)
    assert [script.utterance(each) for each in there] == list(said)
    counts = Counter(utterance.span.block for utterance in said)
    assert [script.count_beside(each) for each in there] == [counts[each.block] for each in there]
    back = [script.end]
    for _ in there:
        back.append(script.before(back[-1]))
    assert back[:0:-1] == there


@given(st.lists(BLOCKS, max_size=8).map(tuple), TEXTS, st.integers(0, 9), st.integers(0, 30))
def test_a_position_leads_to_the_first_sentence_that_ends_behind_it(blocks, title, block, offset):
    article = Article(url="", title=title, language="en", blocks=blocks)
    script = Script(Parting(article), spoken)
    behind = [one for one in utterances(article) if (one.span.block, one.span.end) > (block, offset)]
    place = script.place_at(Position(block, offset))
    assert (script.utterance(place) if place != script.end else None) == next(iter(behind), None)
    before = [one for one in utterances(article) if (one.span.block, one.span.start) < (block, offset)]
    each, within = script.first, []
    while script.is_within(each, Position(block, offset)):
        within.append(script.utterance(each))
        each = script.after(each)
    assert within == before
