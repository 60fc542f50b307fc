"""Text becomes cells: letters as the braille of each language has them, and the way there and back."""

import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from accessreader.article import Paragraph, Run, Span
from accessreader.braille.louis import load, louis
from accessreader.braille.tables import Tables, load_tables, parse_tables
from accessreader.braille.writing import BLANK, FULL, Cells, Piece, Writer, part_of, pieces_of
from accessreader.errors import BrailleError, BrailleProblem, ResourceFileError

WORDS = {
    "kk": ("Қазақ әні, ғылым", "⠹⠁⠵⠁⠹⠀⠜⠝⠽⠂⠻⠮⠇⠮⠍"),
    "ru": ("Закон № 5 ёж", "⠵⠁⠅⠕⠝⠀⠝⠼⠑⠀⠡⠚"),
    "en": ("The knowledge of 25", "⠠⠞⠓⠑⠀⠅⠝⠕⠺⠇⠑⠙⠛⠑⠀⠕⠋⠀⠼⠃⠑"),
}


@pytest.mark.parametrize("language", WORDS)
def test_each_language_has_letters_of_its_own(plain, language):
    text, cells = WORDS[language]
    assert plain.write([Piece(text, language)]).cells == cells


def test_contracted_english_is_shorter_and_says_the_same(contracted):
    assert contracted.write([Piece("The knowledge of 25", "en")]).cells == "⠠⠮⠀⠅⠀⠷⠀⠼⠃⠑"


def test_contracted_russian_is_shorter(plain, contracted):
    text = Piece("Сенат принял закон", "ru")
    assert len(contracted.write([text]).cells) < len(plain.write([text]).cells)


def test_a_kazakh_word_in_a_russian_text_and_a_cyrillic_one_in_an_english_text_are_written_with_their_letters(plain):
    kazakh = plain.write([Piece("әлем", "kk")]).cells
    assert kazakh in plain.write([Piece("слово әлем там", "ru")]).cells
    assert plain.write([Piece("мир", "ru")]).cells in plain.write([Piece("the word мир is", "en")]).cells


def test_latin_words_in_a_russian_text_stand_behind_the_sign_that_its_braille_has_for_them(contracted):
    assert "⠠⠞⠓⠑" in contracted.write([Piece("газета the", "ru")]).cells


def test_runs_are_written_each_in_its_own_language(plain):
    block = Paragraph((Run("Сөз "), Run("the", language="en"), Run(" сөз")), language="kk")
    pieces = pieces_of(block, "ru")
    assert [piece.language for piece in pieces] == ["kk", "en", "kk"]
    assert part_of(pieces, Span(0, 2, 6)) == (Piece("з ", "kk"), Piece("th", "en"))
    whole = plain.write(pieces)
    assert whole.cells == "⠎⠣⠵⠀⠞⠓⠑⠀⠎⠣⠵"
    assert whole.starts == tuple(range(11))


def test_money_has_words_and_what_nobody_knows_is_a_full_cell(plain):
    assert plain.write([Piece("5 ₸ 😀", "kk")]).cells == f"⠼⠑{BLANK}⠞⠛{BLANK}{FULL}"


def test_soft_hyphens_joiners_and_stress_are_left_out(plain):
    plainly = plain.write([Piece("слово", "ru")]).cells
    marked = plain.write([Piece("сло\u00adво\u0301\u200b", "ru")])
    assert (marked.cells, marked.starts) == (plainly, (0, 1, 2, 4, 5))


def test_a_language_that_has_no_tables_is_written_as_english(plain):
    assert plain.write([Piece("Tag", "de")]).cells == "⠠⠞⠁⠛"


def test_a_cell_leads_to_its_letters_and_letters_to_their_cell(contracted):
    text = "the knowledge of 25"
    cells = contracted.write([Piece(text, "en")])
    assert [cells.cells[cells.cell_of(text.index(word))] for word in ("the", "knowledge", "of", "2")] == list("⠮⠅⠷⠼")
    assert cells.offset_of(cells.cell_of(text.index("of"))) == text.index("of")
    assert cells.cell_of(text.index("ledge")) == cells.cell_of(text.index("know"))
    assert cells.cell_of(len(text)) == len(cells.cells)
    assert Cells().cell_of(0) == Cells().offset_of(3) == 0


@settings(max_examples=60, deadline=None)
@given(some.lists(some.tuples(some.text(max_size=30), some.sampled_from(["kk", "ru", "en", "xx"])), max_size=4))
def test_any_text_becomes_six_dots_with_rising_places_inside_the_text(contracted, pieces):
    text = "".join(words for words, _language in pieces)
    cells = contracted.write([Piece(words, language) for words, language in pieces])
    assert set(cells.cells) <= {chr(code) for code in range(0x2800, 0x2840)}
    assert len(cells.starts) == len(cells.cells)
    assert list(cells.starts) == sorted(cells.starts)
    assert all(0 <= start < len(text) for start in cells.starts)
    assert all(0 <= cells.cell_of(offset) <= len(cells.cells) for offset in range(len(text) + 1))


def test_threads_may_write_at_the_same_time(library):
    writer = Writer(library, load_tables()[0], ("en",))
    texts = {"kk": "Қазақстан Парламенті " * 20, "ru": "Сенат принял закон " * 20, "en": "The Senate of all " * 20}
    right = {language: writer.write([Piece(text, language)]) for language, text in texts.items()}
    got: list[tuple[str, Cells]] = []

    def write(language: str) -> None:
        got.extend((language, writer.write([Piece(texts[language], language)])) for _time in range(40))

    threads = [threading.Thread(target=write, args=(language,)) for language in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(got) == 120
    assert all(cells == right[language] for language, cells in got)


def test_the_first_table_that_is_there_is_taken_and_a_contracted_one_only_where_it_is_wanted(library):
    tables = {"en": Tables(("gone.ctb", "en-us-g1.ctb"), ("gone-too.ctb", "en-us-g2.ctb"))}
    assert Writer(library, tables).table("en") == "en-us-g1.ctb"
    assert Writer(library, tables, ("en",)).table("en") == "en-us-g2.ctb"
    assert Writer(library, tables, ("en",)).table("kk") == ""


def test_where_no_table_can_be_used_it_is_said(library):
    with pytest.raises(BrailleError) as told:
        Writer(library, {"en": Tables(("gone.ctb",))})
    assert told.value.problem is BrailleProblem.TABLES


def test_a_table_that_fails_is_said_with_its_name(library):
    with pytest.raises(BrailleError, match=r"gone\.ctb"):
        library.translate("gone.ctb", "a")


def test_all_tables_that_are_named_are_there(library):
    for language, tables in load_tables()[0].items():
        for table in tables.wanted(contracted=True):
            assert library.has(table), (language, table)


def test_the_readers_own_tables_go_first_and_a_bad_file_is_named(tmp_path):
    (tmp_path / "mine.toml").write_text('[en]\nplain = ["en-us-g1.ctb"]\nsigns = { "€" = "euro" }\n', encoding="utf-8")
    (tmp_path / "bad.toml").write_text("[en]\nplain = 5\n", encoding="utf-8")
    tables, refused = load_tables(tmp_path)
    assert tables["en"].plain[0] == "en-us-g1.ctb"
    assert tables["en"].signs["€"] == "euro"
    assert tables["en"].signs["₸"] == "KZT"
    assert [error.path for error in refused] == [str(tmp_path / "bad.toml")]


@pytest.mark.parametrize("text", ["[en]\nplain = 1", "[en]\nfull = []", "en = 5", "[", "[en]\nplain = [1]\n"])
def test_a_file_that_says_something_else_is_refused(text):
    with pytest.raises(ResourceFileError):
        parse_tables(text, "mine.toml")


def test_where_there_is_no_library_it_is_said_what_to_install():
    with pytest.raises(BrailleError, match="liblouis20") as told:
        load(["no-such-library.so", "libc.so.6"])
    assert told.value.problem is BrailleProblem.LIBRARY


def test_the_library_is_loaded_once(library):
    assert louis() is library
