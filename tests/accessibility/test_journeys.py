"""What a blind reader hears: real Orca, keys in, words out, in three languages.

The drawings lie in `journeys`; `make journeys` draws them anew, and what has changed is looked at as a difference.
"""

import re
from functools import cache
from itertools import pairwise

import pytest

from accessibility.journeys import LANGUAGES, path, read, read_file
from accessibility.rehearsal import rehearsed
from accessibility.screen_reader import missing

ENGLISH = re.compile(r"\b[A-Za-z]{3,}\b")
MACHINES = re.compile(r"[<>{}]|&\w+;|[a-z]\.[a-z-]+ > |\ufffc")
"""Markup, selectors, signs for objects."""
OWN_NAMES = frozenset(ENGLISH.findall("AccessReader, WCAG, Noto Sans Mono, Ctrl, Alt, Shift, wav, today, slow page"))
ORCA_IN_KAZAKH = frozenset(
    ENGLISH.findall(
        "heading level, blank, List with items, list, lists, leaving, Leaving, Nesting, Selection deleted,"
        "Text selected, unselected, document frame, table, rows, column header, block quote, blockquote, push button,"
        "radio button, spin button, check box not checked, read only"
    )
)
"""What Orca 43 itself does not say in Kazakh: its own words, which are not ours to mend."""
SAID_IN_ENGLISH = {"ru": OWN_NAMES, "kk": OWN_NAMES | ORCA_IN_KAZAKH}
IN_OTHER_LANGUAGES = ("this page in the next language", "language of the program")
ADDRESS = re.compile(r"\S*(?:/|localhost)\S*")
JOURNEYS = [journey.title for journey in read_file(path("en")).journeys]


def drawn(language):
    """The drawing of a language."""
    return read_file(path(language))


@cache
def heard(language):
    """The journeys of a language, as they are heard today."""
    return rehearsed(language, drawn(language))


def of(drawing, title):
    """The one journey of a drawing that has a title."""
    (journey,) = [journey for journey in drawing.journeys if journey.title == title]
    return journey


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_drawing_is_written_as_it_is_read(language):
    text = path(language).read_text(encoding="utf-8")
    assert str(read(text)) == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_journeys_are_the_same_in_every_language(language):
    def acts(drawing):
        return [(journey.title, [step.act for step in journey.steps]) for journey in drawing.journeys]

    assert acts(drawn(language)) == acts(drawn("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_makes_sense_or_is_marked_as_falling_short(language):
    told = [(journey.title, step) for journey in drawn(language).journeys for step in journey.steps]
    assert [f"{title}: {step.act}" for title, step in told if senseless(step) and not step.short] == []


@pytest.mark.parametrize("language", SAID_IN_ENGLISH)
def test_the_program_says_nothing_in_english_where_it_speaks_another_language(language):
    journeys = [journey for journey in drawn(language).journeys if journey.title not in IN_OTHER_LANGUAGES]
    said = [ADDRESS.sub("", words) for journey in journeys for step in journey.steps for words in step.words]
    assert {word for words in said for word in ENGLISH.findall(words)} - SAID_IN_ENGLISH[language] == set()


def senseless(step):
    """Whether nothing is said, or the same twice, or what is meant for machines."""
    twice = any(one.rstrip(".") == other.rstrip(".") for one, other in pairwise(step.words))
    return not step.words or twice or any(MACHINES.search(words) for words in step.words)


@pytest.mark.accessibility
@pytest.mark.timeout(900)  # the first of a language rehearses all of them
@pytest.mark.parametrize("title", JOURNEYS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_orca_says_what_is_drawn(language, title):
    if lacking := missing():
        pytest.skip(f"Orca does not run here. Missing: {lacking}")
    assert str(of(heard(language), title)) == str(of(drawn(language), title))
