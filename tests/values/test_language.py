"""The three languages told apart, and folding."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accessreader import language
from accessreader.language import LANGUAGES, WITHOUT_KAZAKH_LETTERS, certain, detect, fold, language_of_locale
from values.passages import PASSAGES


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Сенат жалпы отырысында бірқатар заңды мақұлдады", "kk"),
        ("Ел азаматтарына алгыс айту туралы", "kk"),
        ("Заң мен тәртіп", "kk"),
        ("Біз білдік", "kk"),
        ("Балаларга китаптар", "kk"),
        ("Сенат одобрил закон о бюджете", "ru"),
        ("О работе комитетов", "ru"),
        ("Заседание рабочей группы", "ru"),
        ("The Senate approved the law", "en"),
        ("The Сенат of the republic", "en"),
        ("Le Sénat a adopté une loi", "en"),
    ],
)
def test_a_passage_is_told_by_its_letters_words_and_endings(text, expected):
    assert detect(text) == expected
    assert detect(text.upper()) == expected


@pytest.mark.parametrize("prior", sorted(LANGUAGES))
@pytest.mark.parametrize("text", ["", "12.09.2026 № 5", "…", "参議院"])
def test_a_passage_that_says_nothing_has_the_language_around_it(text, prior):
    assert detect(text, prior) == prior


@pytest.mark.parametrize(("prior", "expected"), [("kk", "kk"), ("ru", "ru"), ("en", "ru")])
@pytest.mark.parametrize("text", ["Сенат", "Астана", "Сенат РК"])
def test_cyrillic_words_of_no_language_have_the_one_around_them(text, prior, expected):
    assert detect(text, prior) == expected


MUST = 0.97
"""Share of the passages in a language that must be told, whatever stands around them."""


def not_told(language, passages, prior):
    """The passages of a language that are taken for another, and their share."""
    wrong = [text for text in passages if detect(text, prior) != language]
    return wrong, len(wrong) / len(passages)


@pytest.mark.parametrize("prior", ["en", "as they are"])
@pytest.mark.parametrize("language", sorted(PASSAGES))
def test_nearly_every_passage_is_told(language, prior):
    passages = PASSAGES[language]
    wrong, share = not_told(language, passages, language if prior == "as they are" else prior)
    assert len(passages) >= 60
    assert share <= 1 - MUST, wrong


def test_kazakh_is_told_from_russian_though_it_is_written_without_its_letters():
    bare = [text.translate(WITHOUT_KAZAKH_LETTERS) for text in PASSAGES["kk"]]
    wrong, share = not_told("kk", bare, "kk")
    assert not any(set(text.lower()) & set("әғқңөұүһі") for text in bare)
    assert share <= 1 - MUST, wrong


@pytest.mark.parametrize(("language", "prior"), [("kk", "ru"), ("ru", "kk")])
def test_most_passages_are_told_against_the_language_around_them(language, prior):
    wrong, share = not_told(language, PASSAGES[language], prior)
    assert share <= 0.06, wrong


@pytest.mark.parametrize(
    "text",
    [
        "Экспертная группа партии «Нұр Отан» рассмотрела ход программы",
        "Гости увидели «Бәйтерек», «Ақорду» и «Хан шатыр»",
        "Встреча с Қ. Қ. Әшімбаевым и М. А. Петровым",
    ],
)
def test_a_name_that_is_quoted_or_has_its_capital_does_not_decide(text):
    assert detect(text, "ru") == "ru"
    assert detect(text, "en") == "ru"


def test_a_long_text_is_told_by_what_most_of_it_is():
    long = " ".join(PASSAGES["ru"][:6] * 40 + PASSAGES["kk"][:2] + PASSAGES["ru"] * 3)
    assert detect(long) == "ru"


def test_no_word_speaks_for_both_languages():
    assert not language._KAZAKH_WORDS & language._RUSSIAN_WORDS


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("kk_KZ.UTF-8", "kk"), ("ru", "ru"), ("ru_KZ@euro", "ru"), ("KK-kz", "kk"), ("C.UTF-8", "en"), ("", "en"),
        ("de_DE", "en"), ("Russian_Kazakhstan.1251", "ru"), ("Kazakh_Kazakhstan", "kk"),
    ],
)  # fmt: skip
def test_a_locale_names_its_language(name, code):
    assert language_of_locale(name) == code


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Қазақстан", "казакстан"), ("Ёлка", "елка"), ("Іс", "ис"), ("Əлем", "алем"), ("Résumé", "resume"),
        ("ЙОД", "иод"), ("Ўзбек", "узбек"), ("ŁÓDŹ", "łodz"),
    ],
)  # fmt: skip
def test_letters_that_look_alike_fold_into_one(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("а", "б"), ("가", "각"), ("ß", "s"), ("1", "2")])
def test_letters_that_differ_stay_apart(one, other):
    assert fold(one) != fold(other)


@given(st.text())
@settings(max_examples=300)
def test_folding_keeps_every_offset_and_twice_is_once(text):
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


def test_every_character_there_is_can_be_folded():
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    folded = fold(every)
    assert len(folded) == len(every)
    assert fold(folded) == folded


@given(
    st.text("абқі eт«», ", max_size=40)
    | st.sampled_from([*(text for text, *_ in PASSAGES), "", "1", "l'été à Nîmes où ça"])
)
def test_what_is_certain_is_what_every_prior_leads_to(text):
    answers = {detect(text, prior) for prior in ("kk", "ru", "en")}
    assert certain(text) == (answers.pop() if len(answers) == 1 else "")


def test_names_of_programs_and_addresses_are_of_no_language():
    assert detect("Показано: tests/qt/test_layout.py::test_lines https://a.test/one/two/three/four") == "ru"
    assert detect("Көрсетілді: test_the_first_case, test_the_second_case, test_the_third_case") == "kk"
    assert detect("some_name other_name", "kk") == "kk"
