"""A catalogue is read as Babel reads it, which writes it, and never says what nobody meant."""

import io
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from hypothesis import given
from hypothesis import strategies as st

from accessreader.catalogue import Catalogue

LOCALE = Path(__file__).parents[2] / "resources" / "locale"
HEAD = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'


def written(catalogue: Catalog) -> str:
    out = io.BytesIO()
    write_po(out, catalogue, width=60)
    return out.getvalue().decode()


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_programs_catalogues_say_what_babel_reads_in_them(language):
    content = (LOCALE / language / "LC_MESSAGES" / "accessreader.po").read_bytes()
    catalogue = Catalogue(content.decode())
    for message in read_po(io.BytesIO(content), locale=language):
        if isinstance(message.id, str):
            assert not message.id or catalogue.gettext(message.id) == (message.string or message.id)
        elif all(message.string):
            said = {catalogue.ngettext(*message.id, number) for number in range(30)}
            assert said == set(message.string)


ANYTHING = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1)


@given(st.dictionaries(ANYTHING, ANYTHING, max_size=5))
def test_whatever_is_written_comes_back(sentences):
    catalogue = Catalog(locale="kk")
    for sentence, translation in sentences.items():
        catalogue.add(sentence, translation)
    read = Catalogue(written(catalogue))
    assert {sentence: read.gettext(sentence) for sentence in sentences} == sentences


@given(st.text())
def test_any_text_is_a_catalogue_or_is_refused(text):
    try:
        catalogue = Catalogue(text)
    except ValueError:
        return
    assert isinstance(catalogue.gettext("a"), str)


def test_a_number_has_the_form_that_the_head_gives_it():
    catalogue = Catalogue(HEAD + 'msgid "a row"\nmsgid_plural "rows"\nmsgstr[0] "жол"\nmsgstr[1] "жолдар"\n')
    assert [catalogue.ngettext("a row", "rows", number) for number in (0, 1, 2)] == ["жол", "жол", "жолдар"]
    assert catalogue.gettext("a row") == "жол"


def test_a_number_without_a_translation_is_english():
    catalogue = Catalogue(HEAD)
    assert [catalogue.ngettext("a row", "rows", number) for number in (0, 1, 2)] == ["rows", "a row", "rows"]


def test_a_form_too_few_is_the_last_there_is():
    catalogue = Catalogue(HEAD + 'msgid "a row"\nmsgid_plural "rows"\nmsgstr[0] "жол"\n')
    assert catalogue.ngettext("a row", "rows", 5) == "жол"


@pytest.mark.parametrize(
    "entry",
    [
        '#, fuzzy\nmsgid "Open"\nmsgstr "Жабу"\n',
        '#, python-format, fuzzy\nmsgid "Open"\nmsgstr "Жабу"\n',
        '#~ msgid "Open"\n#~ msgstr "Жабу"\n',
        'msgctxt "door"\nmsgid "Open"\nmsgstr "Жабу"\n',
        'msgid "Open"\nmsgstr ""\n',
    ],
)
def test_guesses_old_ones_and_empty_ones_do_not_count(entry):
    after = 'msgid "Close"\nmsgstr "Жабу"\n'
    catalogue = Catalogue(HEAD + entry + "\n" + after)
    assert catalogue.gettext("Open") == "Open"
    assert catalogue.gettext("Close") == "Жабу"


def test_a_sentence_may_go_on_over_lines_and_blank_lines_may_lack():
    text = 'msgid ""\r\n"One "\r\n"line"\r\nmsgstr "Бір "\r\n"\\"жол\\"\\n"\r\nmsgid "Two"\r\nmsgstr "Екі"\r\n'
    catalogue = Catalogue(text)
    assert catalogue.gettext("One line") == 'Бір "жол"\n'
    assert catalogue.gettext("Two") == "Екі"


@pytest.mark.parametrize("line", ['msgstr "open', "Аударма", 'msgstr "a" b', 'msgid "a\\"'])
def test_a_broken_line_is_named(line):
    with pytest.raises(ValueError, match="line 5"):
        Catalogue(HEAD + line)
