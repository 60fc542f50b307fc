"""The words a voice is given: ours, and the reader's own on top."""

import pytest

from accessreader.errors import ResourceFileError
from accessreader.folders import folders
from accessreader.speech.lexicon import load_lexicon, our_lexicon, own_folder, parse_own
from accessreader.speech.spoken import spoken, try_word


def test_the_readers_own_words_stand_above_ours(tmp_path):
    own = own_folder(folders(tmp_path))
    own.mkdir(parents=True)
    (own / "mine.toml").write_text('[ru]\n"РК" = "Республика Казахстан"\n"акорда" = "ак орда"\n', encoding="utf-8")
    lexicon, refused = load_lexicon(own)
    assert not refused
    assert spoken("В РК Акорда сообщила.", "ru", lexicon).text == "В Республика Казахстан ак орда сообщила."
    assert spoken("В РК Акорда сообщила.", "ru").text == "В эр ка Акорда сообщила."


def test_an_own_word_is_whole_and_keeps_to_its_capitals():
    lexicon = our_lexicon().with_word("ru", "Мир", "мир на земле")
    assert spoken("Мир и мир, Мирный.", "ru", lexicon).text == "мир на земле и мир, Мирный."


def test_a_phrase_of_several_words_is_said_as_one_and_leads_back_as_one():
    lexicon = our_lexicon().with_word("kk", "жоғарғы кеңес", "бұрынғы парламент")
    said = spoken("Ол Жоғарғы кеңес депутаты.", "kk", lexicon)
    assert said.text == "Ол бұрынғы парламент депутаты."
    assert said.written(said.text.index("парламент")) == (3, 16)


def test_a_longer_word_goes_before_a_shorter_one():
    lexicon = our_lexicon().with_word("ru", "Нур", "нур").with_word("ru", "Нур Отан", "нур отан")
    assert spoken("Партия Нур Отан.", "ru", lexicon).text == "Партия нур отан."


def test_a_word_can_be_tried_before_it_is_kept():
    assert try_word("ҚР", "kk") == "қа эр"
    assert try_word("ҚР", "kk", our_lexicon().with_word("kk", "ҚР", "республика")) == "республика"
    assert try_word("KZT", "ru") == "ка зет тэ"


REFUSED = {
    "no TOML": "[ru\n",
    "an unknown language": '[de]\n"a" = "b"\n',
    "a word outside of a table": '"a" = "b"\n',
    "what is said is no text": '[ru]\n"a" = 5\n',
    "a word of blanks": '[ru]\n" " = "b"\n',
    "too long to be said": f'[ru]\n"a" = "{"b" * 201}"\n',
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_a_damaged_file_is_refused_with_a_sentence_that_names_it(text):
    with pytest.raises(ResourceFileError) as refused:
        parse_own(text, "mine.toml")
    assert "mine.toml" in str(refused.value)


def test_a_damaged_file_does_not_take_the_others_with_it(tmp_path):
    (tmp_path / "a.toml").write_text("[ru\n", encoding="utf-8")
    (tmp_path / "b.toml").write_text('[ru]\n"Ақорда" = "ак орда"\n', encoding="utf-8")
    (tmp_path / "c.toml").write_bytes(b"\xff\xfe")
    lexicon, refused = load_lexicon(tmp_path)
    assert [error.path for error in refused] == [str(tmp_path / "c.toml"), str(tmp_path / "a.toml")]
    assert try_word("Ақорда", "ru", lexicon) == "ак орда"


def test_without_a_folder_there_are_our_words():
    assert load_lexicon(None) == (our_lexicon(), ())


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_letter_has_a_name_and_every_unit_its_forms(language):
    words = our_lexicon()[language]
    alphabet = {"en": "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ru": "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"}
    assert not [
        letter for letter in alphabet.get(language, alphabet["ru"] + "ӘҒҚҢӨҰҮҺІ") if letter not in words.letters
    ]
    number = {"kk": 1, "ru": 3, "en": 2}[language]
    assert not [unit for unit, forms in words.units.items() if len(forms) != number]
    assert not [said for said in words.anywhere.values() if len(said) not in (1, 6)]
