"""Where sentences end, in three languages."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessreader.sentences import sentence_ends

CASES = [
    ("kk", ["Сенат жиналды.", "Заң қабылданды!", "Ал кейін?"]),
    ("kk", ["Жиын 2025 ж. өтті.", "Сенат төрағасы М. Әшімбаев айтты."]),
    ("kk", ["Бөлінген қаржы – 5 млн. теңге.", "Бұл аз емес."]),
    ("ru", ["Встреча прошла в г. Астане.", "Обсудили закон."]),
    ("ru", ["Так уже было в 2025 г.", "Сенат принял закон."]),
    ("ru", ["В 2025 г. Сенат принял закон.", "Он вступит в силу."]),
    ("ru", ["Выступил К.К. Токаев.", "Его слушали."]),
    ("ru", ["«Так!» — сказал он.", "Все согласились."]),
    ("ru", ["Он ждал…", "Никто не пришёл."]),
    ("ru", ["«Закон принят.»", "Это всё."]),
    ("en", ["Mr. Smith went home.", "He slept."]),
    ("en", ['He said "No."', "Then he left at 5 p.m. today."]),
    ("en", ["See Fig. 5 on p. 3.", "It is clear."]),
]


@pytest.mark.parametrize(("language", "sentences"), CASES)
def test_sentences_end_where_a_reader_would_say(language, sentences):
    text = " ".join(sentences)
    ends = [0, *sentence_ends(text, language), len(text)]
    assert [text[start:end].strip() for start, end in itertools.pairwise(ends)] == sentences


@given(st.text(alphabet="Аа. !?«»\n…1г", max_size=60), st.sampled_from(["kk", "ru", "en", "fr"]))
def test_ends_are_in_order_and_before_something_said(text, language):
    ends = sentence_ends(text, language)
    assert list(ends) == sorted(set(ends))
    assert all(text[:end].strip() and text[end:].strip() for end in ends)
