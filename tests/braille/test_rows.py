"""Cells in rows: whatever the words, nothing is lost and nothing is too long."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from accessreader.braille.rows import Row, rows_of
from accessreader.braille.writing import BLANK, Cells

WORD = some.text("⠁⠃⠉⠙⠿", min_size=1, max_size=30)


def cells_of(text: str, breaks: frozenset[int] = frozenset()) -> Cells:
    return Cells(text, tuple(range(len(text))), breaks, len(text))


@given(some.lists(WORD, max_size=30), some.integers(6, 40), some.integers(0, 5), some.integers(0, 5))
def test_no_row_is_too_long_and_no_cell_is_lost(words, width, first, rest):
    cells = cells_of(BLANK.join(words))
    rows = rows_of(cells, width, first, rest)
    written = [row.of(cells) for row in rows]
    assert all(len(row) <= width for row in written)
    assert "".join(written).replace(BLANK, "") == "".join(words)
    assert all(row.indent == (first if number == 0 else rest) for number, row in enumerate(rows))


@given(some.lists(WORD, max_size=30), some.integers(31, 60))
def test_words_that_have_room_stay_whole(words, width):
    cells = cells_of(BLANK.join(words))
    assert BLANK.join(row.of(cells) for row in rows_of(cells, width)).split(BLANK) == (words or [""])


@given(some.lists(some.text("⠁⠃", min_size=1, max_size=9), min_size=1, max_size=30), some.integers(9, 20))
def test_a_row_takes_as_many_words_as_there_is_room_for(words, width):
    cells = cells_of(BLANK.join(words))
    rows = rows_of(cells, width)
    for row, following in pairwise(rows):
        next_word = cells.cells[following.start :].split(BLANK)[0]
        assert row.end - row.start + 1 + len(next_word) > width


def test_a_row_may_end_where_the_table_left_a_blank_out():
    assert rows_of(cells_of("⠁⠁⠁⠂⠃⠃⠃", frozenset({4})), 5) == [Row(0, 0, 4), Row(0, 4, 7)]
    assert rows_of(cells_of("⠁⠁⠁⠂⠃⠃⠃", frozenset({4})), 7) == [Row(0, 0, 7)]


@pytest.mark.parametrize("text", ["", BLANK * 3])
def test_nothing_makes_no_rows(text):
    assert rows_of(cells_of(text), 10) == []
