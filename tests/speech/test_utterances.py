"""Utterances: the sentences of an article, each at its place."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessreader.article import (
    Article,
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
    sheet,
)
from accessreader.speech.utterance import LIMIT, Cue, CueKind, Marked, Pause, utterances


def an_article(*blocks, language="ru", title=""):
    return Article(url="https://demo.invalid/1", title=title, blocks=blocks, language=language)


def the_texts(*blocks, language="ru"):
    return [utterance.text for utterance in utterances(an_article(*blocks, language=language))]


def test_a_title_and_a_paragraph_become_sentences_with_their_places():
    article = an_article(
        Paragraph((Run("Сенат принял закон. "), Run("Он", strong=True), Run(" вступит в силу."))), title="Закон"
    )
    said = utterances(article)
    assert [utterance.text for utterance in said] == ["Закон", "Сенат принял закон.", "Он вступит в силу."]
    assert [utterance.kind for utterance in said] == ["heading", "paragraph", "paragraph"]
    assert [utterance.level for utterance in said] == [1, 0, 0]
    assert [utterance.pause for utterance in said] == [Pause.HEADING, Pause.SENTENCE, Pause.PARAGRAPH]


def test_a_long_sentence_is_cut_where_a_clause_ends():
    clause = "и депутаты обсудили каждую из поправок к законопроекту"
    text = "Палата собралась, " + ", ".join([clause] * 20) + "."
    said = utterances(an_article(Paragraph((Run(text),))))
    assert len(said) > 1
    assert all(len(utterance.text) <= LIMIT for utterance in said)
    assert all(utterance.text.endswith(",") for utterance in said[:-1])
    assert [utterance.pause for utterance in said[:-1]] == [Pause.COMMA] * (len(said) - 1)


def test_a_word_without_end_is_cut_all_the_same():
    assert the_texts(Paragraph((Run("а" * 1_200),))) == ["а" * 500, "а" * 500, "а" * 200]


def test_the_cells_of_a_table_are_said_one_by_one():
    table = Table(((Cell((Run("Год"),)), Cell((Run("Законов"),))), (Cell((Run("2025"),)), Cell((Run("90"),)))))
    said = utterances(an_article(table))
    assert [utterance.text for utterance in said] == ["Год", "Законов", "2025", "90"]
    assert [utterance.pause for utterance in said] == [Pause.COMMA, Pause.SENTENCE, Pause.COMMA, Pause.PARAGRAPH]


def test_a_picture_is_said_by_its_alternative_and_then_its_caption():
    figure = Figure("https://demo.invalid/1.jpg", "Зал заседаний", (Run("Фото пресс-службы"),))
    assert the_texts(figure) == ["Зал заседаний", "Фото пресс-службы"]


def test_a_lone_mark_is_said_with_the_words_before_it():
    assert the_texts(Paragraph((Run("Конец. \n* * *\n"),))) == ["Конец. \n* * *"]


def test_cues_stand_where_the_structure_begins_and_ends():
    link = Run("закон", href="https://demo.invalid/2")
    blocks = (
        Heading(2, (Run("Итоги"),)),
        ListItem((Run("Принят "), link, Run(".")), ordinal=3),
        ListItem((Run("Ещё"),)),
        Quotation((Run("Так было. Так будет."),)),
    )
    said = utterances(an_article(*blocks))
    assert [utterance.cues for utterance in said] == [
        (Cue(CueKind.HEADING, 0, 2),),
        (Cue(CueKind.LIST_ITEM, 0, 3), Cue(CueKind.LINK, 7)),
        (Cue(CueKind.LIST_ITEM),),
        (Cue(CueKind.QUOTATION),),
        (Cue(CueKind.QUOTATION_END, 10),),
    ]


def test_the_language_of_a_run_goes_with_the_utterance():
    runs = (Run("Он назвал это "), Run("rule of law", language="en"), Run(" и ушёл."))
    (said,) = utterances(an_article(Paragraph(runs)))
    assert said.language == "ru"
    assert said.marked == (Marked(14, 25, "en"),)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Бүгін Сенат жалпы отырысын өткізді.", "kk"),
        ("kk", "Сегодня Сенат провёл заседание палаты.", "ru"),
        ("kk", "The Senate adopted the law on Monday.", "en"),
        ("kk", "Сенат, Астана.", "kk"),
        ("ru", "Сенат, Астана.", "ru"),
        ("uk", "Senate", "en"),
    ],
)
def test_a_sentence_in_another_language_is_said_in_it(language, text, expected):
    assert [said.language for said in utterances(an_article(Paragraph((Run(text),)), language=language))] == [expected]


TEXTS = st.text(alphabet='Абв Гдё.!?…«»"(),;:–- \n\t\u00a01290№%Әғabc', max_size=90) | st.text(max_size=40)
RUNS = st.lists(st.builds(Run, TEXTS, language=st.sampled_from([None, "kk", "en"])), max_size=4).map(tuple)
CELLS = st.text(alphabet="Аб 12.,", max_size=12).map(lambda text: Cell((Run(text),)))
BLOCKS = st.one_of(
    st.builds(Paragraph, RUNS),
    st.builds(Heading, st.integers(2, 6), RUNS),
    st.builds(ListItem, RUNS, ordinal=st.none() | st.integers(1, 99)),
    st.builds(Quotation, RUNS),
    st.builds(Preformatted, RUNS),
    st.builds(Figure, st.just("https://demo.invalid/1.jpg"), TEXTS, RUNS),
    st.builds(Video, st.just("https://demo.invalid/v"), TEXTS),
    st.builds(Table, st.lists(st.lists(CELLS, min_size=2, max_size=2).map(tuple), max_size=3).map(tuple)),
    st.just(Divider()),
)


@given(st.lists(BLOCKS, max_size=4).map(tuple), st.sampled_from(["kk", "ru", "en", "fr", ""]), TEXTS)
def test_the_utterances_of_a_block_tile_its_text(blocks, language, title):
    article = an_article(*blocks, language=language, title=title)
    said = utterances(article)
    assert [utterance.span for utterance in said] == sorted(utterance.span for utterance in said)
    for number, block in enumerate(sheet(article)):
        spans = [utterance.span for utterance in said if utterance.span.block == number]
        edges = [0, *itertools.chain.from_iterable((span.start, span.end) for span in spans), len(block.text)]
        assert edges == sorted(edges)
        assert not any(block.text[start:end].strip() for start, end in zip(edges[::2], edges[1::2], strict=True))
    for utterance in said:
        text = sheet(article)[utterance.span.block].text
        assert utterance.text == text[utterance.span.start : utterance.span.end] == utterance.text.strip()
        assert 0 < len(utterance.text) <= LIMIT
        assert utterance.language in ("kk", "ru", "en")
        assert all(0 <= cue.at <= len(utterance.text) for cue in utterance.cues)


def test_an_article_of_many_runs_costs_in_proportion_to_its_length():
    def cost(times):
        runs = (
            Run("Сенат. "),
            Run("law ", language="en", href="https://demo.invalid/1"),
            Run("a", href="https://a.kz/"),
        )
        article = an_article(Paragraph(runs * times))
        start = time.process_time()
        utterances(article)
        return (time.process_time() - start) / times

    assert min(cost(2_000) for _ in range(3)) < 5 * min(cost(125) for _ in range(3)) + 1e-6
