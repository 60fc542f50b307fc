"""Numbers in words, in three languages: chosen forms, and what holds for all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessreader.speech.tongues import english_numbers, kazakh_numbers, russian_numbers
from accessreader.speech.tongues.kazakh_numbers import with_ending
from accessreader.speech.tongues.russian_numbers import Case

CARDINALS = {
    0: "ноль ноля нолю ноль нолём ноле",
    1: "один одного одному один одним одном",
    2: "два двух двум два двумя двух",
    8: "восемь восьми восьми восемь восемью восьми",
    40: "сорок сорока сорока сорок сорока сорока",
    90: "девяносто девяноста девяноста девяносто девяноста девяноста",
    100: "сто ста ста сто ста ста",
}


@pytest.mark.parametrize(("number", "forms"), CARDINALS.items())
def test_russian_cardinals_decline(number, forms):
    assert [russian_numbers.cardinal(number, case) for case in Case] == forms.split()


def test_russian_cardinals_of_many_words_decline_in_each():
    instrumental = "двумя тысячами пятьюстами шестьюдесятью одной"
    assert russian_numbers.cardinal(2561, Case.INSTRUMENTAL, "f") == instrumental
    assert russian_numbers.cardinal(21_000, Case.GENITIVE) == "двадцати одной тысячи"
    assert russian_numbers.cardinal(5_000_000_000, Case.DATIVE) == "пяти миллиардам"
    assert russian_numbers.cardinal(1_000_002, Case.NOMINATIVE, "f") == "миллион две"


@pytest.mark.parametrize(
    ("number", "said"),
    [(3, "третий"), (6, "шестой"),
     (13, "тринадцатый"), (40, "сороковой"), (60, "шестидесятый"), (112, "сто двенадцатый"),
     (200, "двухсотый"), (500, "пятисотый"), (1000, "тысячный"), (2000, "двухтысячный"), (5000, "пятитысячный"),
     (1_000_000, "миллионный"), (1_100, "тысяча сотый"), (2_025, "две тысячи двадцать пятый"), (0, "нулевой")],
)  # fmt: skip
def test_russian_ordinals(number, said):
    assert russian_numbers.ordinal(number) == said


def test_russian_ordinals_agree():
    assert russian_numbers.ordinal(3, Case.GENITIVE, "f") == "третьей"
    assert russian_numbers.ordinal(23, Case.INSTRUMENTAL, "p") == "двадцать третьими"
    assert russian_numbers.ordinal(90, Case.PREPOSITIONAL, "p") == "девяностых"
    assert russian_numbers.compounding(90) + "летие" == "девяностолетие"
    assert russian_numbers.compounding(1000) + "летие" == "тысячелетие"


@pytest.mark.parametrize(
    ("number", "cardinal", "ordinal"),
    [(0, "нөл", "нөлінші"), (6, "алты", "алтыншы"), (20, "жиырма", "жиырмасыншы"), (40, "қырық", "қырқыншы"),
     (50, "елу", "елуінші"), (99, "тоқсан тоғыз", "тоқсан тоғызыншы"), (100, "жүз", "жүзінші"),
     (300, "үш жүз", "үш жүзінші"), (1_000, "мың", "мыңыншы"), (5_007, "бес мың жеті", "бес мың жетінші"),
     (10**9, "бір миллиард", "бір миллиардыншы")],
)  # fmt: skip
def test_kazakh_numbers(number, cardinal, ordinal):
    assert kazakh_numbers.cardinal(number) == cardinal
    assert kazakh_numbers.ordinal(number) == ordinal


@pytest.mark.parametrize(
    ("word", "ending", "said"),
    [("пайыз", "тың", "пайыздың"), ("теңге", "ды", "теңгені"), ("метр", "дан", "метрден"), ("адам", "дан", "адамнан"),
     ("доллар", "ға", "долларға"), ("шарт", "ға", "шартқа"), ("өнім", "дың", "өнімнің"), ("қаз", "мен", "қазбен"),
     ("мектеп", "мен", "мектеппен"), ("теңге", "лік", "теңгелік"),
     ("пайыз", "лық", "пайыздық"), ("ел", "дағы", "елдегі"),
     ("Біріккен Ұлттар Ұйымы", "ны", "Біріккен Ұлттар Ұйымын"),
     ("Ішкі істер министрлігі", "де", "Ішкі істер министрлігінде"),
     ("Ішкі істер министрлігі", "дегі", "Ішкі істер министрлігіндегі"), ("мектеп", "сымақ", "мектепсымақ")],
)  # fmt: skip
def test_kazakh_endings_agree_with_the_word_that_is_said(word, ending, said):
    assert with_ending(word, ending) == said


@pytest.mark.parametrize(
    ("number", "cardinal", "ordinal"),
    [(0, "zero", "zeroth"), (12, "twelve", "twelfth"), (20, "twenty", "twentieth"), (21, "twenty-one", "twenty-first"),
     (105, "one hundred and five", "one hundred and fifth"), (1_001, "one thousand and one", "one thousand and first"),
     (1_000_000, "one million", "one millionth"), (89, "eighty-nine", "eighty-ninth")],
)  # fmt: skip
def test_english_numbers(number, cardinal, ordinal):
    assert english_numbers.cardinal(number) == cardinal
    assert english_numbers.ordinal(number) == ordinal


@given(st.integers(0, 10**18 - 1), st.integers(0, 10**18 - 1))
def test_no_two_numbers_are_said_alike(one, other):
    for tongue in (russian_numbers, kazakh_numbers, english_numbers):
        assert (tongue.cardinal(one) == tongue.cardinal(other)) == (one == other)


@given(st.integers(0, 10**18 - 1), st.sampled_from(Case), st.sampled_from("mfn"))
def test_every_number_has_words_in_every_case(number, case, gender):
    said = (russian_numbers.cardinal(number, case, gender), russian_numbers.ordinal(number, case, gender))
    assert all(words.replace(" ", "").isalpha() and "  " not in words for words in said)
