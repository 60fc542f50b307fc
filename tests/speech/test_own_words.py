"""The reader's own words are written into their files, and taken back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessreader.errors import ResourceFileError, StoreError, UsageError
from accessreader.speech.lexicon import LONGEST, load_lexicon
from accessreader.speech.own_words import OwnWord, OwnWords
from accessreader.speech.spoken import try_word


def test_a_word_that_is_put_is_said_and_kept_with_one_blank_between_words(tmp_path):
    own = OwnWords(tmp_path / "lexicon")
    kept = own.put(OwnWord("ru", "  Нур \t Отан ", " нур  отан"))
    assert kept == OwnWord("ru", "Нур Отан", "нур отан")
    assert OwnWords(tmp_path / "lexicon").all() == (kept,)
    assert try_word("Нур Отан", "ru", load_lexicon(tmp_path / "lexicon")[0]) == "нур отан"


def test_comments_and_other_words_stay(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text('# mine\n[kk]\n"Ақорда" = "ақорда" # to be mended\n"ҚР" = "республика"\n', encoding="utf-8")
    own = OwnWords(tmp_path)
    own.put(OwnWord("kk", "Ақорда", "ақ орда"))
    own.put(OwnWord("en", "AI", "ay eye"))
    assert path.read_text(encoding="utf-8").splitlines() == [
        "# mine", "[kk]", '"Ақорда" = "ақ орда" # to be mended', '"ҚР" = "республика"',
    ]  # fmt: skip
    assert (tmp_path / "words.toml").read_text(encoding="utf-8").split("\n")[:2] == ["[en]", 'AI = "ay eye"']


def test_the_last_file_that_has_a_word_is_the_one_that_is_changed_and_all_forget_it(tmp_path):
    for name, said in (("a.toml", "first"), ("b.toml", "second")):
        (tmp_path / name).write_text(f'[en]\nAI = "{said}"\n', encoding="utf-8")
    own = OwnWords(tmp_path)
    own.put(OwnWord("en", "AI", "third"))
    assert '"first"' in (tmp_path / "a.toml").read_text(encoding="utf-8")
    assert own.said_for("en", "AI") == "third"
    assert own.drop("en", "AI")
    assert own.all() == ()
    assert not own.drop("en", "AI")


def test_each_change_can_be_taken_back(tmp_path):
    own = OwnWords(tmp_path)
    assert not own.can_undo
    assert own.undo() is None
    own.put(OwnWord("ru", "РК", "эр ка"))
    own.put(OwnWord("ru", "РК", "республика"))
    own.put(OwnWord("ru", "РК", "республика"))
    own.drop("ru", "РК")
    assert own.undo() == OwnWord("ru", "РК", "республика")
    assert own.said_for("ru", "РК") == "республика"
    assert own.undo() == OwnWord("ru", "РК", "эр ка")
    assert own.undo() == OwnWord("ru", "РК", "")
    assert own.all() == ()
    assert not own.can_undo


def test_words_stand_by_language_and_alphabet(tmp_path):
    own = OwnWords(tmp_path)
    words = [OwnWord("en", "b", "x"), OwnWord("kk", "Ә", "x"), OwnWord("en", "A", "x")]
    for word in words:
        own.put(word)
    assert [word.written for word in own.all()] == ["Ә", "A", "b"]


@pytest.mark.parametrize(
    ("written", "said", "words"),
    [(" ", "x", "Write the word first"), ("x", "", "how the word is to be said"), ("x", "y" * (LONGEST + 1), "200")],
)
def test_what_cannot_be_kept_is_refused_in_words_and_nothing_is_written(tmp_path, written, said, words):
    with pytest.raises(UsageError, match=words):
        OwnWords(tmp_path / "lexicon").put(OwnWord("en", written, said))
    assert not (tmp_path / "lexicon").exists()


def test_a_damaged_file_is_left_as_it_is(tmp_path):
    (tmp_path / "words.toml").write_text("[ru\n", encoding="utf-8")
    with pytest.raises(ResourceFileError, match=r"words\.toml"):
        OwnWords(tmp_path).put(OwnWord("ru", "РК", "эр ка"))
    assert (tmp_path / "words.toml").read_text(encoding="utf-8") == "[ru\n"


def test_where_nothing_can_be_written_it_says_so_and_there_is_nothing_to_take_back(tmp_path):
    (tmp_path / "lexicon").write_text("a file where the folder should be", encoding="utf-8")
    own = OwnWords(tmp_path / "lexicon")
    with pytest.raises(StoreError):
        own.put(OwnWord("ru", "РК", "эр ка"))
    assert not own.can_undo


TEXTS = st.text(min_size=1, max_size=30).filter(lambda text: text.split())


@given(st.lists(st.tuples(st.sampled_from(["kk", "ru", "en"]), TEXTS, TEXTS), max_size=4))
def test_whatever_is_put_is_there_and_whatever_was_done_can_be_undone(tmp_path_factory, words):
    folder = tmp_path_factory.mktemp("lexicon")
    own = OwnWords(folder)
    for language, written, said in words:
        kept = own.put(OwnWord(language, written, said))
        assert OwnWords(folder).said_for(language, kept.written) == kept.said
    while own.can_undo:
        own.undo()
    assert own.all() == ()
