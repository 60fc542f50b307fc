"""Articles for the tests of the view, and the strategies that make more of them."""

from hypothesis import strategies as st

from accessreader.appearance import Appearance, appearance
from accessreader.article import (
    Block,
    Cell,
    Divider,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Preformatted,
    Quotation,
    Run,
    Table,
    Video,
)
from accessreader.preferences import Preferences, changed
from accessreader.theme import load_themes

THEMES = load_themes()[0]
WORDS = "Сенат жалпы отырысында заң жобасын қарады және қабылдады. Депутаты рассмотрели закон. The deputies adopted it."


def looks(**values: object) -> Appearance:
    """An appearance with some preferences changed."""
    return appearance(changed(Preferences(), **values), THEMES)


def runs(text: str) -> tuple[Run, ...]:
    return (Run(text),)


def table(*rows: tuple[str, ...]) -> Table:
    return Table(tuple(tuple(Cell(runs(text), header=not number) for text in row) for number, row in enumerate(rows)))


EVERY_KIND: tuple[Block, ...] = (
    Heading(1, runs("Сенат заң қабылдады")),
    Paragraph(runs("Жаңалықтар · 2026 ж. 23 қараша")),
    Paragraph(
        (
            Run("Бүгін "),
            Run("жалпы отырыста", strong=True),
            Run(" депутаттар "),
            Run("заң жобасын", href="https://senate.test/1"),
            Run(" қарады 😀. " + WORDS),
        )
    ),
    Figure("https://senate.test/a.png", "Зал", runs("Астана, 23 қараша")),
    Heading(2, runs("Что меняется")),
    ListItem(runs("Первое. " + WORDS)),
    ListItem((Run("Второе: "), Run("онлайн", href="https://senate.test/2"), Run(".")), depth=1),
    ListItem(runs("Үшінші"), ordinal=3),
    Quotation(runs("A promise must be kept.")),
    table(("Өңір", "Саны"), ("Астана", "2"), ("Алматы облысы", "14")),
    Preformatted((Run("a\tb\n  "), Run("c  d", href="https://senate.test/3"))),
    Paragraph(runs("هذا نص عربي قصير مع كلمة English داخله.")),
    Video("https://senate.test/v", "Бейнежазба"),
    Divider(),
    Paragraph(runs("Соңы")),
)


def long_article(paragraphs: int = 60) -> tuple[Block, ...]:
    """A title and paragraphs, each with its number."""
    return (
        Heading(1, runs("Тақырып")),
        *(Paragraph(runs(f"№ {number}. {WORDS} {WORDS}")) for number in range(paragraphs)),
    )


_text = st.text(max_size=60)
_run = st.builds(
    Run, _text, strong=st.booleans(), emphasis=st.booleans(), href=st.sampled_from([None, "https://senate.test/x"])
)
_runs = st.lists(_run, max_size=4).map(tuple)
_cell = st.builds(Cell, st.text(st.characters(exclude_characters="\t\n"), max_size=15).map(runs), header=st.booleans())


def _tables(width: int) -> st.SearchStrategy[Table]:
    row = st.lists(_cell, min_size=width, max_size=width).map(tuple)
    return st.builds(Table, st.lists(row, min_size=1, max_size=4).map(tuple))


blocks = st.one_of(
    st.builds(Heading, st.integers(1, 6), _runs),
    st.builds(Paragraph, _runs),
    st.builds(ListItem, _runs, depth=st.integers(0, 5), ordinal=st.none() | st.integers(0, 999)),
    st.builds(Quotation, _runs),
    st.builds(Figure, st.sampled_from(["", "https://senate.test/p.png"]), _text, _runs),
    st.integers(1, 5).flatmap(_tables),
    st.builds(Preformatted, _runs),
    st.builds(Video, st.just("https://senate.test/v"), _text),
    st.just(Divider()),
)
articles = st.lists(blocks, min_size=1, max_size=6).map(tuple)
