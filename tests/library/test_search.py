"""Words are found in everything that is kept, however they are typed, and where they stand is told."""

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessreader.article import sheet
from accessreader.library.folding import folded, look_alike, retyped, stem, words_of
from accessreader.library.search import places, search
from accessreader.library.store import Library
from accessreader.library.values import Manner, Wish
from library.shelf import address, article

KEPT = (
    article(
        "ru",
        "Заседание Сената",
        "Сенаторы обсудили ещё один закон о воде.",
        "Қазақстан Республикасы.",
        language="ru",
        published=dt.date(2026, 9, 1),
        author="Маулен Ашимбаев",
        site="Сенат",
    ),
    article(
        "kk",
        "Әділдік туралы заң",
        "Сенаторлардың отырысында Үкімет мүшелері болды.",
        language="kk",
        published=dt.date(2026, 10, 5),
    ),
    article("en", "A law on water", "Senators voted; the café was closed.", language="en"),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    with Library(tmp_path_factory.mktemp("search") / "library.db") as library:
        for each in KEPT:
            library.keep(each)
        yield library


def found(library, words, **values):
    return [hit.kept.address.rpartition("/")[2] for hit in search(library, Wish(words=words, **values)).hits]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("ЗАСЕДАНИЕ", ["ru"]),
        ("еще", ["ru"]),
        ("ещё", ["ru"]),
        ("адилдик", ["kk"]),
        ("әділдік", ["kk"]),
        ("казакстан", ["ru"]),
        ("cафе", []),
        ("cafe", ["en"]),
        ("сенат", ["ru", "kk"]),
        ("закон воде", ["ru"]),
        ("закон море", []),
        ("aшимбаeв", ["ru"]),  # with Latin letters in it
        ('"один закон"', ["ru"]),
        ("«один закон»", ["ru"]),
        ('"закон один"', []),
        ('"один зако"', []),
        ("о", ["ru"]),
        ("...", []),
    ],
)
def test_words_are_found_as_people_type_them(library, words, names):
    assert sorted(found(library, words)) == sorted(names)


@pytest.mark.parametrize(
    ("words", "name"), [("сенаторами", "ru"), ("заседанию", "ru"), ("мүшелерінің", "kk"), ("үкіметтен", "kk")]
)
def test_another_ending_finds_the_word_too(library, words, name):
    answer = search(library, Wish(words=words))
    assert name in [hit.kept.address.rpartition("/")[2] for hit in answer.hits]
    assert answer.manner is Manner.ENDINGS


@pytest.mark.parametrize(
    ("typed", "meant", "name"),
    [("pfctlfybt", "заседание", "ru"), ("ыутфещкы", "senators", "en"), ("qqqq", "qqqq", "")],
)
def test_the_wrong_layout_is_tried_when_nothing_is_found(library, typed, meant, name):
    answer = search(library, Wish(words=typed))
    assert [hit.kept.address.rpartition("/")[2] for hit in answer.hits] == ([name] if name else [])
    assert answer.words == (meant or typed)
    assert (answer.manner is Manner.KEYBOARD) == bool(name)


def test_kazakh_letters_typed_on_latin_keys_are_understood(library):
    assert "әділдік" in retyped("2l3kl3r")
    assert found(library, "2l3kl3r") == ["kk"]


def test_the_title_weighs_more_than_the_text(library):
    assert found(library, "water") == ["en"]
    assert found(library, "сенат")[0] == "ru"


def test_filters_narrow_and_stand_alone(library):
    assert found(library, "сенат", language="kk") == ["kk"]
    assert found(library, "", language="en") == ["en"]
    assert found(library, "", person="ашимбаев") == ["ru"]
    assert found(library, "сенат", source="Сенат") == ["ru"]
    assert len(found(library, "", source="https://senate.example/any")) == 3
    assert found(library, "", since=dt.date(2026, 9, 2)) == ["kk"]
    assert found(library, "сенат", until=dt.date(2026, 9, 1)) == ["ru"]
    assert found(library, "сенат", since=dt.date(2026, 9, 1), until=dt.date(2026, 9, 1)) == ["ru"]
    assert found(library, "сенат", since=dt.date(2020, 1, 1), until=dt.date(2026, 12, 31)) == ["ru", "kk"]
    assert found(library, "сенат", since=dt.date(2026, 12, 1), until=dt.date(2026, 1, 1)) == []
    assert found(library, "") == ["en", "kk", "ru"]


def test_while_one_types_the_last_word_is_a_beginning(library):
    assert found(library, "обс") == found(library, "обс", typing=True) == ["ru"]
    assert found(library, "за") == []
    assert sorted(found(library, "за", typing=True)) == ["kk", "ru"]  # of two letters in titles
    assert found(library, "water l", typing=True) == ["en"]
    assert found(library, "л", typing=True, language="en") == ["en"]
    assert found(library, "закон в", typing=True) == ["ru"]


def test_a_hit_says_where_the_words_stand_and_what_is_around(library):
    (hit,) = search(library, Wish(words="воде")).hits
    block = sheet(library.article(hit.kept.address))[hit.span.block]
    assert block.text[hit.span.start : hit.span.end] == hit.words == "воде"
    assert block.text == hit.before + hit.words + hit.after


def test_the_place_is_in_the_text_rather_than_in_the_title_or_byline(tmp_path):
    with Library(tmp_path / "l.db") as library:
        library.keep(article("1", "Water", "Not yet.", "Of water.", author="Water Board"))
        (hit,) = search(library, Wish(words="water")).hits
        assert (hit.before, hit.words, hit.span.block) == ("Of ", "water", 3)


def test_what_was_taken_out_of_the_page_is_found_no_more_and_what_came_is(tmp_path):
    with Library(tmp_path / "l.db") as library:
        library.keep(article("1", "T", "An old word."))
        library.keep(article("1", "T", "A fresh text."))
        assert found(library, "fresh") == ["1"]
        assert found(library, "old") == []
        library.forget(address("1"))
        assert found(library, "fresh") == []


def test_words_under_stress_and_with_soft_hyphens_are_found_whole(tmp_path):
    with Library(tmp_path / "l.db") as library:
        library.keep(article("1", "T", "Осно\u0301вной за\u00adкон."))
        (hit,) = search(library, Wish(words="основной")).hits
        assert hit.words == "Осно\u0301вной"
        (hit,) = search(library, Wish(words="закон")).hits
        assert hit.words == "за\u00adкон"


def test_more_than_one_part_of_the_index_is_looked_through(tmp_path):
    with Library(tmp_path / "l.db") as library:
        library.keep(article("1", "T", "Water."))
        library.connection.execute("UPDATE sqlite_sequence SET seq = 20000 WHERE name = 'article'")
        library.keep(article("2", "T", "Water."))
        assert found(library, "water") == ["2", "1"]
        library.forget(address("2"))
        assert found(library, "water") == ["1"]


def test_all_places_of_the_words_in_an_article_are_told():
    blocks = ("Water", "of water and fire", "")
    assert [(span.block, span.start) for span in places(blocks, "water fire")] == [(0, 0), (1, 3), (1, 13)]


@given(st.text())
def test_folding_keeps_the_length_and_twice_is_once(text):
    assert len(folded(text)) == len(text)
    assert folded(folded(text)) == folded(text)


@given(st.text(alphabet="aceopxасеорхenғқіё -1", min_size=1, max_size=30))
def test_every_word_of_a_text_is_found_by_itself(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("property") / "l.db"
    one = dataclasses.replace(article("1"), title="", blocks=article("1", "", text).blocks)
    with Library(path) as library:
        library.keep(one)
        for word in words_of(text):
            hits = search(library, Wish(words=word)).hits
            assert [hit.kept.address for hit in hits] == [one.url]
            assert hits[0].span is not None


@pytest.mark.parametrize(
    ("word", "root"), [("сенаторлардын", "сенатор"), ("заседаниями", "заседан"), ("воде", "воде"), ("voted", "voted")]
)
def test_endings_are_taken_off_and_four_letters_stay(word, root):
    assert stem(word) == root


def test_a_word_whose_letters_look_the_same_in_the_other_script_is_meant_too():
    assert look_alike("сор") == "cop"
    assert look_alike("cop") == "сор"
    assert look_alike("cat") == "сат"
    assert look_alike("дом") == ""
