"""Words of another language within a paragraph have that language, where it is clear."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessreader.article import Run, joined
from accessreader.sources import read
from accessreader.sources.asides import in_own_tongue
from accessreader.sources.page import Page


def told(text, language):
    """What of a text is in another language than its block."""
    return [(run.language, run.text) for run in in_own_tongue((Run(text),), language) if run.language]


@pytest.mark.parametrize(
    ("language", "text", "asides"),
    [
        ("kk", "Кеше Kazakh Invest National Company өкілдері келді.", [("en", "Kazakh Invest National Company")]),
        ("kk", "Ол «Мы ещё вернёмся» деді де, кетті.", [("ru", "Мы ещё вернёмся")]),
        ("kk", "Ол үйде еді. Никто не понял, что он имел в виду. Содан кейін жым-жырт болды.",
         [("ru", "Никто не понял, что он имел в виду.")]),
        ("ru", "Он сказал «Отан үшін отқа түс» и ушёл.", [("kk", "Отан үшін отқа түс")]),
        ("ru", 'Песня “Imagine There” и группа "Pink Floyd".', [("en", "Imagine There"), ("en", "Pink Floyd")]),
        ("ru", "Учёные University of Oxford, Saint Mary's College и другие",
         [("en", "University of Oxford, Saint Mary's College")]),
        ("en", "They say “Тіл тағдыры – ел тағдыры” there.", [("kk", "Тіл тағдыры – ел тағдыры")]),
        ("en", "He answered: никогда больше не приду.", [("ru", "никогда больше не приду")]),
    ],
)  # fmt: skip
def test_what_is_clearly_in_another_language_is_told(language, text, asides):
    assert told(text, language) == asides


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Компания Apple показала MacBook Air в городе."),
        ("ru", "Партия «Нұр Отан» и фонд «Бәйтерек» поддержали."),
        ("ru", "Песню «Yesterday» поют все."),
        ("ru", "Пишите на press office@senate.parlam.kz или www.senate.parlam.kz, see senate.parlam.kz"),
        ("kk", "Сенатор Иван Петрович Смирнов баяндама жасады. Комитет төрағасы сөйледі."),
        ("kk", "Сенат. Мәжіліс. Парламент."),
        ("en", "The word «халық» means people, and Сенат is the Senate."),
        ("ru", "Он вернулся. Тихо было вокруг. Никто не ответил."),
        ("en", "All of it is English. Nothing else is here."),
    ],
)
def test_a_name_a_word_and_an_address_stay_in_the_language_around_them(language, text):
    assert told(text, language) == []


def test_the_manner_of_words_is_kept_and_a_link_stays_in_one_piece():
    runs = (
        Run("Қараңыз: ", strong=True),
        Run("Annual Report of the Senate", href="https://a.example/"),
        Run(" және «Мы ещё "),
        Run("вернёмся домой", emphasis=True),
        Run("». "),
        Run("Толық Annual Report of the Senate мәтіні", href="https://b.example/"),
    )
    cut = in_own_tongue(runs, "kk")
    assert cut == (
        Run("Қараңыз: ", strong=True),
        Run("Annual Report of the Senate", href="https://a.example/", language="en"),
        Run(" және «"),
        Run("Мы ещё ", language="ru"),
        Run("вернёмся домой", emphasis=True, language="ru"),
        Run("». "),
        Run("Толық Annual Report of the Senate мәтіні", href="https://b.example/"),
    )


def test_a_language_that_the_markup_gave_a_run_is_kept():
    runs = (Run("Бонжур, ", language=None), Run("les amis de la maison", language="fr"))
    assert in_own_tongue(runs, "ru") == runs


@given(st.lists(st.text(alphabet="аәбы «»“”.? abcАA\n", max_size=60), max_size=6), st.sampled_from(["kk", "ru", "en"]))
def test_no_character_is_lost_or_moved(texts, language):
    runs = tuple(Run(text) for text in texts)
    assert joined(in_own_tongue(runs, language)) == joined(runs)


@pytest.mark.parametrize(
    "text", ["a" * 19_000, "a-" * 9_000, "a - " * 4_000, "« " * 9_000, "a@" * 9_000, "Аб. " * 4_000]
)
def test_a_line_made_to_be_slow_is_no_slower_than_others(text):
    assert told(text, "kk") == []
    assert len(told(text, "en")) <= 1


def test_the_blocks_and_runs_of_an_article_have_their_languages():
    html = (
        "<html><body><article><h1>Ауылдағы жаңа кітапхана ашылды</h1>"
        "<p>Бүгін ауылда жаңа кітапхана ашылды, оған көп адам келді. Әкім «Мы долго этого ждали, друзья» деп сөз "
        "бастады, содан кейін балалар ән айтты.</p>"
        "<p>В новой библиотеке собрано более двадцати тысяч книг, и каждую можно взять домой на месяц.</p>"
        "<p>Ашылу салтанатына British Council Kazakhstan өкілдері де қатысты, олар кітап сыйлады.</p>"
        "</article></body></html>"
    )
    article = read(Page(url="https://a.example/1", final_url="https://a.example/1", html=html))
    assert article.language == "kk"
    assert [block.language for block in article.blocks] == [None, "ru", None]
    assert [(run.language, run.text) for block in article.blocks for run in block.runs if run.language] == [
        ("ru", "Мы долго этого ждали, друзья"),
        ("en", "British Council Kazakhstan"),
    ]
