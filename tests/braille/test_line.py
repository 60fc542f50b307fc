"""The line under the fingers: it shows the row of the caret, and leads from any cell to its place."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as some

from accessreader.article import Divider, Paragraph, Position, Run
from accessreader.braille.line import STRETCH, Line
from accessreader.braille.writing import BLANK

TEXT = "The house of the people met and read the law, and all of them went home."
BLOCKS = (Paragraph((Run("first"),)), Divider(), Paragraph((Run(TEXT),)))


def line_of(writer, *texts: str, width: int = 20) -> Line:
    return Line(writer, tuple(Paragraph((Run(text),)) for text in texts), "en", width)


def test_it_shows_the_row_of_the_caret_and_marks_its_cell(plain):
    line = Line(plain, BLOCKS, "en", 20)
    line.show(Position(2, TEXT.index("law")))
    assert line.cells == "⠞⠓⠑⠀⠇⠁⠺⠂⠀⠁⠝⠙⠀⠁⠇⠇⠀⠕⠋"
    assert line.cell_of(Position(2, TEXT.index("law"))) == 4
    assert line.cell_of(Position(2, TEXT.index(" them"))) == 19
    assert line.cell_of(Position(2, TEXT.index("them"))) is None
    assert line.cell_of(Position(2, 0)) is None
    assert line.position_of(9) == Position(2, TEXT.index("and all"))
    span = line.span
    assert TEXT[span.start : span.end] == "the law, and all of "


def test_it_is_turned_over_the_whole_article_and_back_past_what_has_no_text(plain):
    line = Line(plain, BLOCKS, "en", 20)
    line.show(Position())
    shown = [line.cells]
    while line.turn(1):
        shown.append(line.cells)
    assert len(shown) == 5
    assert BLANK.join(shown[1:]) == plain_cells(plain, TEXT)
    assert shown[-1] == line.cells
    back = [line.cells]
    while line.turn(-1):
        back.append(line.cells)
    assert back == shown[::-1]


def plain_cells(writer, text):
    line = line_of(writer, text, width=10_000)
    line.show(Position())
    return line.cells


def test_the_end_of_a_text_is_the_cell_behind_its_last(plain):
    line = line_of(plain, "abc", "")
    line.show(Position(0, 3))
    assert line.cell_of(Position(0, 3)) == 3
    assert line.position_of(3) == line.position_of(99) == Position(0, 3)
    line.show(Position(1, 0))
    assert (line.cells, line.cell_of(Position(1, 0)), line.position_of(4)) == ("", None, Position(1, 0))


def test_where_there_is_no_article_there_is_nothing(plain):
    line = line_of(plain)
    line.show(Position())
    assert (line.cells, line.turn(1), line.turn(-1)) == ("", False, False)


@settings(max_examples=30, deadline=None)
@given(some.integers(0, 4 * STRETCH), some.sampled_from(["word ", "x", "слово, "]))
def test_in_an_endless_paragraph_only_a_stretch_is_written_and_every_place_is_in_it(plain, offset, unit):
    text = unit * (5 * STRETCH // len(unit))
    line = line_of(plain, text, width=40)
    line.show(Position(0, offset))
    assert line.span.start <= offset <= line.span.end
    assert line.cell_of(Position(0, offset)) is not None


def test_an_endless_paragraph_is_turned_without_a_gap(plain):
    text = "слово и дело " * 700
    line = line_of(plain, text, width=40)
    line.show(Position())
    spans = [line.span]
    while line.turn(1):
        spans.append(line.span)
    assert spans[0].start == 0
    assert spans[-1].end == len(text)
    assert all(one.end == two.start for one, two in pairwise(spans))
