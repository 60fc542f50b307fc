"""The table of what is written and what is said."""

from collections import Counter

import pytest

from accessreader.speech.spoken import spoken
from speech.spoken_cases import ROWS


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_table_has_at_least_a_hundred_rows_for_each_language(language):
    assert sum(row[0] == language for row in ROWS) >= 100


def test_no_row_stands_twice():
    assert not [row for row, times in Counter((row[0], row[2]) for row in ROWS).items() if times > 1]


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [pytest.param(row[0], row[2], row[3], id=f"{row[0]}: {row[2]}") for row in ROWS],
)
def test_what_is_said(language, written, said):
    assert spoken(written, language, voices=(language,)).text == said


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_figures_of_a_row_are_gone_from_what_is_said(language):
    kept = [row[2] for row in ROWS if row[0] == language and any(map(str.isdecimal, row[3]))]
    assert not kept
