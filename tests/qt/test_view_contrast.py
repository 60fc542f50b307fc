"""The article's own colours, measured from its pixels: every role in every scheme, 7:1 for text, 3:1 for shapes."""

import pytest
from PySide6.QtCore import QRect

from accessreader.article import Heading, Paragraph, Position, Run, Span
from accessreader.qt.article_view import ArticleView
from accessreader.theme import SHAPE_CONTRAST, TEXT_CONTRAST, Colour, contrast
from qt.test_contrast import colours_of, ratio_of_ink
from qt.view_articles import THEMES, looks

BLOCKS = (
    Heading(1, (Run("HEADING"),)),
    Paragraph((Run("SECTION · 16 SEPTEMBER 2025"),)),
    Paragraph((Run("PLAIN "), Run("LINKED", href="https://senate.test/1"), Run(" CHOSEN"), Run(" FOUND"))),
)
PLACES = {
    "heading": Span(0, 0, 7),
    "byline": Span(1, 0, 7),
    "text": Span(2, 0, 5),
    "link": Span(2, 6, 12),
    "chosen": Span(2, 13, 19),
    "found": Span(2, 20, 25),
}


@pytest.fixture
def shown(qtbot):
    def show(theme):
        view = ArticleView()
        qtbot.addWidget(view)
        view.resize(1400, 500)
        view.show_article(BLOCKS, looks(theme=theme, font_size=30, measure=80, line_height=1.0))
        view.show()
        return view

    return show


def place(view, span):
    """Where a span of one line stands, in pixels of the view."""
    start = view.caret_rect(Position(span.block, span.start))
    end = view.caret_rect(Position(span.block, span.end))
    return QRect(
        round(start.right()) + 1, round(start.top()), round(end.left() - start.right()) - 2, round(start.height())
    )


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("role", ["heading", "byline", "text", "link"])
def test_words_have_seven_to_one(shown, theme, role):
    view = shown(theme)
    image = view.viewport().grab().toImage()
    assert ratio_of_ink(image, place(view, PLACES[role])) >= TEXT_CONTRAST


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("state", ["selection", "finding", "reading", "spoken"])
def test_marked_words_have_seven_to_one_on_a_ground_of_their_own(shown, theme, state):
    view = shown(theme)
    span = PLACES["chosen"] if state == "selection" else PLACES["found"]
    if state == "selection":
        view.select(Position(span.block, span.start), Position(span.block, span.end))
    elif state == "finding":
        assert view.find("found") == 1
        view.find_next()
    elif state == "reading":
        view.point_at(Span(span.block, span.start, span.end))
    else:
        view.point_at(Span(span.block, 0, span.end), Span(span.block, span.start, span.end))
    image = view.viewport().grab().toImage()
    where = place(view, span)
    assert ratio_of_ink(image, where) >= TEXT_CONTRAST
    ground, _count = colours_of(image, where).most_common(1)[0]
    assert ground != THEMES[theme].background, "the mark cannot be seen"


@pytest.mark.parametrize("theme", THEMES)
def test_the_ring_of_focus_and_the_caret_can_be_seen(shown, qtbot, theme):
    view = shown(theme)
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.set_caret(Position(2, 3))
    image = view.grab().toImage()
    pixel = image.pixelColor(2, view.height() // 2)
    ring = Colour(pixel.red(), pixel.green(), pixel.blue())
    assert contrast(ring, THEMES[theme].background) >= SHAPE_CONTRAST
    caret = view.caret_rect(Position(2, 3)).toRect()
    colours = colours_of(view.viewport().grab().toImage(), caret.adjusted(-3, 2, 3, -2))
    assert max(contrast(colour, THEMES[theme].background) for colour in colours) >= SHAPE_CONTRAST
