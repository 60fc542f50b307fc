"""What is said, and the way back to what is written."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessreader.article import Span
from accessreader.speech.spoken import spoken
from accessreader.speech.utterance import Cue, CueKind, Marked, Utterance

PIECES = st.sampled_from(
    ["16.09.2025 г. ", "№ 5-ФЗ ", "3,2 %", "$5 млн ", "9.00-ден", "74-72-27", "+7 (7172) 74-72-27", "XXI ", "К.К. ",
     "т.е. ", "ст. 5", "РК", "АҚШ-тың", "1 250 000", "12,5", "−5 °C", "2025 ж. ", "OSCE", "Мемлекеттiк", "https://a.kz/б",
     "p@a.kz", "2024–2026 гг.", "½", "1/2", "٣", "²", "Ⅷ", "\u00ad", "\u0301", " ", "\n", "-", "(", ")", "г.", "I", "V",
     "сағ. 10.30", "10:30", "10:3018-де", "1.2.3", "007", "9" * 20,
     "9" * 20 + "-ға", "5-бап", "21-го", "1990s", "October 13-15, 2021"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=8).map("".join) | st.text(max_size=60)


@st.composite
def utterances_of_any_kind(draw):
    text = draw(TEXTS)
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=4)))
    marked = tuple(Marked(a, b, "en") for a, b in zip(places[::2], places[1::2], strict=False))
    cues = draw(
        st.lists(st.builds(Cue, st.sampled_from(CueKind), st.integers(0, len(text)), st.integers(0, 6)), max_size=3)
    )
    language = draw(st.sampled_from(["kk", "ru", "en"]))
    return Utterance(Span(0, 0, len(text)), text, language, "paragraph", cues=tuple(cues), marked=marked)


@given(utterances_of_any_kind(), st.sampled_from([("kk", "ru", "en"), ("ru",), ()]))
def test_what_is_said_leads_back_to_every_written_character_in_order(utterance, voices):
    said = spoken(utterance, voices=voices, announced=frozenset(CueKind))
    pieces = [piece for part in said.parts for piece in part.pieces]
    assert "".join(utterance.text[piece.start : piece.end] for piece in pieces) == utterance.text
    places = [said.written(offset) for offset in range(len(said.text))]
    assert places == sorted(places)
    assert all(0 <= start <= end <= len(utterance.text) for start, end in places)
    assert all(part.language in ("kk", "ru", "en") for part in said.parts)
    assert all(first.language != then.language for first, then in zip(said.parts, said.parts[1:], strict=False))


def said_for(text, language="ru", **wishes):
    return spoken(text, language, **wishes).text


def test_a_heading_is_announced_in_the_language_of_the_voice_and_stands_nowhere():
    heading = Utterance(Span(0, 0, 5), "Итоги", "ru", "heading", 2, cues=(Cue(CueKind.HEADING, 0, 2),))
    said = spoken(heading)
    assert said.text == "Заголовок, уровень два. Итоги"
    assert said.written(0) == (0, 0)
    assert said.written(said.text.index("Итоги")) == (0, 5)
    assert spoken(heading, announced=()).text == "Итоги"


def test_an_item_and_a_quotation_are_announced_where_they_begin_and_end():
    item = Utterance(Span(0, 0, 4), "Есеп", "kk", "list_item", cues=(Cue(CueKind.LIST_ITEM, 0, 3),))
    assert spoken(item).text == "үшінші тармақ. Есеп"
    quotation = Utterance(
        Span(0, 0, 5), "Amen.", "en", "quotation", cues=(Cue(CueKind.QUOTATION), Cue(CueKind.QUOTATION_END, 5))
    )
    assert spoken(quotation).text == "Quotation. Amen. End of quotation."


def test_a_link_is_announced_only_when_the_reader_wishes():
    text = "Принят закон."
    linked = Utterance(Span(0, 0, len(text)), text, "ru", "paragraph", cues=(Cue(CueKind.LINK, 7),))
    assert spoken(linked).text == text
    said = spoken(linked, announced={CueKind.LINK})
    assert said.text == "Принят ссылка закон."
    assert said.written(said.text.index("закон")) == (7, 12)


def test_a_date_in_words_leads_back_to_its_figures():
    text = "Было 16.09.2025 г. в Астане."
    said = spoken(text, "ru")
    for word in ("шестнадцатого", "сентября", "пятого"):
        assert said.written(said.text.index(word)) == (5, 18)
    assert said.written(said.text.index("Астане")) == (21, 27)


def test_a_word_in_another_script_has_a_voice_of_its_own_where_there_is_one():
    said = spoken("Доклад Human Rights Watch готов.", "ru")
    assert [(part.language, part.text.strip()) for part in said.parts] == [
        ("ru", "Доклад"),
        ("en", "Human Rights Watch"),
        ("ru", "готов."),
    ]
    assert [part.language for part in spoken("Доклад Human Rights готов.", "ru", voices=("ru",)).parts] == ["ru"]


def test_cyrillic_words_in_english_are_said_in_kazakh_or_russian():
    kazakh = spoken("The newspaper Егемен Қазақстан wrote it.", "en")
    assert [part.language for part in kazakh.parts] == ["en", "kk", "en"]
    russian = spoken("The newspaper Казахстанская правда wrote it.", "en")
    assert [part.language for part in russian.parts] == ["en", "ru", "en"]
    assert "Kazakhstan" in spoken("The Қазақстан paper", "en", voices=("en",)).text.replace("Kazakstan", "Kazakhstan")


def test_what_the_article_marks_as_another_language_is_said_in_it():
    text = "Он сказал rule of law и ушёл."
    marked = Utterance(Span(0, 0, len(text)), text, "ru", "paragraph", marked=(Marked(10, 21, "en"),))
    assert [part.text for part in spoken(marked).parts] == ["Он сказал ", "rule of law", " и ушёл."]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("piece", ["9", "1 000", "1.000", ",000", "9-", "9.", "9:", "IX", "1/"])
def test_a_number_without_end_is_said_all_the_same(piece, language):
    text = piece * 6_000 + "-ға"
    said = spoken(text, language)
    assert said.written(len(said.text))[1] == len(text)


def timed(text, language):
    start = time.process_time()
    spoken(text, language)
    return time.process_time() - start


HARD = ["a б ", "«", "1 ", "1.", "1-", "К.", "г. ", "aб", "т. е.", "http://a.kz/", "а@", "1 000 ", "№", "\u00ad"]


@pytest.mark.parametrize("piece", HARD)
def test_a_long_text_costs_in_proportion_to_its_length(piece):
    def cost(times):
        return min(timed(piece * times, "ru") for _ in range(3)) / times

    assert cost(4_000) < 6 * cost(250) + 1e-6
