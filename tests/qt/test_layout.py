"""The layout: nothing beside the column, nothing over another, every offset where it belongs."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessreader.article import Heading, Paragraph, Preformatted, Table
from accessreader.qt.column import Column
from accessreader.qt.invisible import invisible_marks
from accessreader.qt.offsets import Offsets, shown
from accessreader.qt.parts import MOST_CELLS, Parts
from accessreader.qt.typesetting import reads_leftward
from accessreader.qt.typography import Typography
from qt.view_articles import EVERY_KIND, looks, runs, table

pytestmark = pytest.mark.usefixtures("qapp")

WCAG = {"line_height": 1.5, "paragraph_spacing": 2.0, "letter_spacing": 0.12, "word_spacing": 0.16}


def laid_out(blocks, width=800, height=600, **values):
    typography = Typography(looks(**values), 96.0, width, height)
    column = Column(tuple(blocks), "kk", typography, wanted=bool)
    return column, [column.layout(index) for index in range(len(column.parts))]


@given(st.text())
def test_offsets_go_there_and_back_in_any_text(text):
    offsets = Offsets(text)
    units = [len(text[:at].encode("utf-16-le", "surrogatepass")) // 2 for at in range(len(text) + 1)]
    assert [offsets.to_units(at) for at in range(len(text) + 1)] == units
    assert [offsets.to_code(unit) for unit in units] == list(range(len(text) + 1))


@given(st.text(st.characters()))
def test_what_is_shown_is_as_long_as_the_text_and_has_no_object_in_it(text):
    assert len(shown(text)) == len(text)
    assert not {"\ufffc", "\u2029", "\n"} & set(shown(text))


@pytest.mark.parametrize("kind", [block.kind for block in EVERY_KIND])
@pytest.mark.parametrize("size", [18, 60, 200])
def test_no_line_is_wider_than_the_window_however_narrow_and_large(kind, size):
    blocks = [block for block in EVERY_KIND if block.kind == kind]
    column, layouts = laid_out(blocks, 304, 256, font_size=size, **WCAG)
    typography = column.typography
    for layout in layouts:
        for piece in (*layout.pieces, *layout.labels):
            assert piece.x >= 0
            for line in piece.lines:
                if line.start < line.end:
                    assert piece.x + line.text_line.naturalTextWidth() <= typography.column + 1
        for shape in layout.shapes:
            assert shape.rect.right() <= typography.column + 0.5
    assert typography.left + typography.column <= 304


@pytest.mark.parametrize("size", [12, 18, 40, 200])
def test_lines_do_not_lie_over_one_another_with_the_spacing_of_wcag(size):
    _column, layouts = laid_out(EVERY_KIND, 500, 400, font_size=size, **WCAG)
    for layout in layouts:
        for piece in layout.pieces:
            rects = [line.text_line.rect() for line in piece.lines if line.start < line.end]
            for above, below in itertools.pairwise(rects):
                assert above.bottom() <= below.top() + 0.01


def test_lines_stand_apart_by_the_line_height():
    _column, (layout,) = laid_out([Paragraph(runs("слово " * 200))], line_height=2.0, font_size=18)
    steps = {round(below.top - above.top, 3) for above, below in itertools.pairwise(layout.pieces[0].lines)}
    assert steps == {48.0}


def test_the_text_of_every_part_is_in_its_pieces():
    for values in ({}, {"font_size": 60}, {"images": "description"}, {"images": "hidden"}, {"sentence_per_line": True}):
        column, layouts = laid_out(EVERY_KIND, **values)
        for part, layout in zip(column.parts.parts, layouts, strict=True):
            text = column.blocks[part.block].text
            covered = [text[piece.start : piece.end] for piece in layout.pieces]
            between = [text[a.end : b.start] for a, b in itertools.pairwise(layout.pieces)]
            assert "".join(itertools.chain(*zip(covered, [*between, ""], strict=True))) == text
            assert set(between) <= {"\t", "\n"}


def test_the_column_is_as_wide_as_the_measure_and_never_justified():
    text = "Сенат жалпы отырысында заң жобасын қарады. Депутаты рассмотрели закон. The deputies adopted it. " * 10
    _column, (layout,) = laid_out([Paragraph(runs(text))], width=3000, measure=50)
    lengths = [line.end - line.start for line in layout.pieces[0].lines[:-1]]
    assert 40 <= sum(lengths) / len(lengths) <= 52
    assert max(lengths) <= 60
    assert len({round(line.text_line.naturalTextWidth()) for line in layout.pieces[0].lines}) > 3


def test_a_word_longer_than_the_line_is_broken():
    _column, (layout,) = laid_out([Paragraph(runs("Щ" * 500))])
    assert len(layout.pieces[0].lines) > 3


def test_letter_and_word_spacing_widen_the_text_by_what_was_asked():
    def width(text, **values):
        _column, (layout,) = laid_out([Paragraph(runs(text))], 5000, measure=80, **values)
        return layout.pieces[0].layout.lineAt(0).naturalTextWidth()

    text = "аб вг де"
    plain = width(text)
    assert width(text, letter_spacing=0.5) - plain == pytest.approx(0.5 * 24 * len(text), abs=13)
    assert width(text, word_spacing=1.0) - plain == pytest.approx(2 * 24, abs=1)


def test_headings_are_larger_by_their_level():
    sizes = [laid_out([Heading(level, runs("Ә"))])[1][0].pieces[0].layout.font().pixelSize() for level in range(1, 7)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[1] > sizes[2] >= 24


def test_a_table_keeps_its_columns_or_is_stacked_and_its_offsets_are_the_same():
    block = table(("Өңір", "Депутаттар", "Сауалдар"), ("Алматы облысы", "2", "14"))
    (wide,) = laid_out([block])[1]
    (narrow,) = laid_out([block], width=250, font_size=30)[1]
    assert (
        [(piece.start, piece.end) for piece in wide.pieces]
        == [(piece.start, piece.end) for piece in narrow.pieces]
        == list(itertools.chain(*block.spans))
    )
    assert len({round(piece.y) for piece in wide.pieces}) == 2
    assert len({piece.x for piece in wide.pieces}) == 3
    assert len({round(piece.y) for piece in narrow.pieces}) == 6
    assert {piece.x for piece in narrow.pieces} == {0.0}
    assert [piece.layout.text() for piece in narrow.labels] == ["Өңір:", "Депутаттар:", "Сауалдар:"]


def test_cells_of_a_row_do_not_overlap():
    block = table(("a" * 30, "b" * 30, "c"), ("d " * 60, "e", "f" * 9))
    (layout,) = laid_out([block], width=1200)[1]
    for left, right in itertools.pairwise(layout.pieces[:3]):
        assert left.x + left.width <= right.x


def test_a_giant_table_and_a_giant_paragraph_are_cut_and_lose_nothing():
    rows = table(*((str(row), "a" * 20) for row in range(5000)))
    blocks = (rows, Paragraph(runs("слово " * 20000)), Preformatted(runs("х" * 50000)))
    parts = Parts(blocks)
    assert len(parts) > 80
    for number, block in enumerate(blocks):
        own = [part for part in parts.parts if part.block == number]
        assert own[0].start == 0
        assert own[-1].end == len(block.text)
        assert all(b.start - a.end in (0, 1) for a, b in itertools.pairwise(own))
        assert all(block.text[a.end : b.start] in ("", " ", "\n") for a, b in itertools.pairwise(own))
    assert max((part.last_row - part.first_row) * 2 for part in parts.parts) <= MOST_CELLS


def test_text_of_right_to_left_scripts_begins_at_the_right():
    column, (layout,) = laid_out([Paragraph(runs("هذا نص عربي English"))])
    piece = layout.pieces[0]
    assert piece.rtl
    assert layout.caret_rect(0).x() == pytest.approx(column.typography.column, abs=2)
    assert layout.caret_rect(3).x() < layout.caret_rect(0).x()
    for offset in range(4):
        rect = layout.caret_rect(offset)
        assert layout.offset_at(rect.x(), rect.center().y()) == offset


def test_the_rectangles_of_a_word_between_two_scripts_are_the_words_own():
    text = "Сенат هذا نص عربي English соңы"
    _column, (layout,) = laid_out([Paragraph(runs(text))])
    start = text.index("نص")
    (word,) = layout.rects(start, start + 2)
    (before,) = layout.rects(text.index("هذا"), text.index("هذا") + 3)
    (after,) = layout.rects(text.index("English"), text.index("English") + 7)
    assert before.left() >= word.right() - 1
    assert after.left() > before.right()
    crossing = layout.rects(start, text.index("English") + 3)
    assert sum(rect.width() for rect in crossing) < after.right() - layout.rects(0, 5)[0].right()


@pytest.mark.parametrize(
    ("text", "leftward"),
    [("עברית", True), ("123 عربي", True), ("Сенат عربي", False), ("«123»", False), ("", False), ("😀 עב", True)],
)
def test_the_direction_is_that_of_the_first_letter(text, leftward):
    assert reads_leftward(text) is leftward


def test_a_sentence_a_line_moves_no_offset():
    text = "Сенат жиналды. Заң қабылданды! Ал М. Әшімбаев айтты. Соңы"
    (plain,) = laid_out([Paragraph(runs(text))])[1]
    (cut,) = laid_out([Paragraph(runs(text))], sentence_per_line=True)[1]
    assert [text[line.start : line.end] for line in cut.pieces[0].lines] == [
        "Сенат жиналды. ", "Заң қабылданды! ", "Ал М. Әшімбаев айтты. ", "Соңы",
    ]  # fmt: skip
    assert (cut.pieces[0].start, cut.pieces[0].end) == (plain.pieces[0].start, plain.pieces[0].end)


def test_invisible_characters_are_named_where_they_stand():
    text = "а\u00a0б\u200bв\u00adг  д\tе\ufeff\u200f ж"
    assert invisible_marks(text) == (
        (1, "°"), (3, "|"), (5, "¬"), (7, "·"), (8, "·"), (10, "→"), (12, "#"), (13, "«"),
    )  # fmt: skip
    assert invisible_marks("Сенат заң қабылдады.") == ()


def test_signs_for_invisible_characters_move_nothing():
    blocks = [Paragraph(runs("а\u00a0б\u200bв  г " * 40))]
    (plain,) = laid_out(blocks)[1]
    (marked,) = laid_out(blocks, invisible_characters=True)[1]
    assert [(line.start, line.end) for line in plain.lines()] == [(line.start, line.end) for line in marked.lines()]
    assert marked.pieces[0].marks


def test_an_empty_table_is_laid_out():
    for block in (Table(()), Table(((),))):
        (layout,) = laid_out([block])[1]
        assert layout.height >= 1
