"""Every sentence that a person sees exists in Kazakh and in Russian, whole and in that language."""

import ast
import importlib.util
import io
import re
import tomllib
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from accessreader import __version__, messages
from accessreader.language import KAZAKH_LETTERS
from accessreader.preferences import declarations

ROOT = Path(__file__).parents[2]
PLACEHOLDER = re.compile(r"\{\w*\}|%\(\w+\)[rs]|%[srd]")
WORD = re.compile(r"[^\W\d_]+")
LATIN = re.compile(r"[A-Za-z]")
CYRILLIC = re.compile(r"[Ѐ-ӿ]")
KAZAKH_ONLY = frozenset(KAZAKH_LETTERS)
RUSSIAN_ONLY = frozenset("ёЁщЩ")
# Letters shown as letters: a sample of a typeface.
SAMPLE = re.compile(r"Аа Әә Ққ Ңң 123")
# Messages that are the same in every language.
NAMES = frozenset({"AccessReader", "WCAG", "em"})
# Calls whose words reach a person.
SHOWING = frozenset({
    "setText", "setIconText", "setToolTip", "setTitle", "setWindowTitle", "setPlaceholderText", "setAccessibleName",
    "setAccessibleDescription", "put_words", "put_heading", "Label", "QLabel", "Button", "QPushButton", "Run",
    "say", "tell", "show_notice", "show_error", "show_progress", "UsageError", "WindowError", "StoreError",
})  # fmt: skip
SHOWING_KEYWORDS = frozenset({"help", "description", "epilog", "title"})
MARKS_AT_END = ("…", ":", ".", "?")


def loaded():
    """The script that brings the catalogues up to date."""
    spec = importlib.util.spec_from_file_location("collect_messages", ROOT / "packaging" / "collect_messages.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


collecting = loaded()


@pytest.fixture(scope="module")
def template() -> Catalog:
    return collecting.collected()


@pytest.fixture(scope="module", params=["kk", "ru"])
def catalogue(request) -> Catalog:
    content = collecting.catalogue_path(request.param).read_bytes()
    return read_po(io.BytesIO(content), locale=request.param, abort_invalid=True)


@pytest.fixture
def english_again():
    yield
    messages.use_language("en")


def literals(source: str) -> set[str]:
    """Every sentence that a piece of code says in so many words, wherever it stands in it."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and node.args)
    named = (call for call in calls if isinstance(call.func, ast.Name) and call.func.id in collecting.KEYWORDS)
    return {call.args[0].value for call in named if isinstance(call.args[0], ast.Constant)}


def test_every_sentence_in_the_code_is_found_where_sentences_are_collected(template):
    known = {message.id if isinstance(message.id, str) else message.id[0] for message in template}
    said = set().union(*(literals(path.read_text(encoding="utf-8")) for path in (ROOT / "src").rglob("*.py")))
    assert said - known == set()


def pairs(catalogue: Catalog) -> list[tuple[str, str]]:
    """Every sentence with every translation of it; of sentences with a plural, the plural."""
    return [
        (message.id if isinstance(message.id, str) else message.id[-1], text)
        for message in catalogue
        if message.id
        for text in collecting.translations(message)
    ]


def bare(text: str) -> str:
    """The text without what is filled in and without samples of letters."""
    return SAMPLE.sub("", PLACEHOLDER.sub("", text))


def test_every_sentence_is_translated(catalogue, template):
    there = {message.id for message in catalogue if message.id} - {
        message.id for message in collecting.untranslated(catalogue)
    }
    assert [message.id for message in template if message.id and message.id not in there] == []


def test_a_catalogue_says_nothing_that_the_code_does_not(catalogue, template):
    known = {message.id for message in template}
    assert [message.id for message in catalogue if message.id not in known] == []


def test_a_catalogue_has_no_guesses(catalogue):
    assert [message.id for message in catalogue if message.fuzzy] == []


def test_placeholders_are_the_same_in_every_language(catalogue):
    wrong = [
        (source, text)
        for source, text in pairs(catalogue)
        if sorted(PLACEHOLDER.findall(text)) != sorted(PLACEHOLDER.findall(source))
    ]
    assert wrong == []


def test_a_catalogue_is_in_its_language(catalogue):
    english = [
        (source, text)
        for source, text in pairs(catalogue)
        if source not in NAMES and WORD.search(bare(source)) and not CYRILLIC.search(bare(text))
    ]
    assert english == []


def test_kazakh_does_not_stand_among_the_russian_nor_russian_among_the_kazakh(catalogue):
    foreign = RUSSIAN_ONLY if str(catalogue.locale) == "kk" else KAZAKH_ONLY
    assert [text for _source, text in pairs(catalogue) if not foreign.isdisjoint(bare(text))] == []


def test_no_word_mixes_latin_and_cyrillic_letters_which_would_break_speech(catalogue):
    mixed = [
        word
        for _source, text in pairs(catalogue)
        for word in WORD.findall(text)
        if LATIN.search(word) and CYRILLIC.search(word)
    ]
    assert mixed == []


def test_a_translation_ends_as_its_sentence_does(catalogue):
    wrong = [
        (source, text)
        for source, text in pairs(catalogue)
        for mark in MARKS_AT_END
        if source.endswith(mark) != text.endswith(mark)
    ]
    assert wrong == []


def test_a_translation_begins_large_or_small_as_its_sentence_does(catalogue):
    wrong = [
        (source, text)
        for source, text in pairs(catalogue)
        if (first := WORD.match(source)) and (word := WORD.match(text)) and source not in NAMES
        if first[0][0].isupper() != word[0][0].isupper() and not word[0].isupper()
    ]
    assert wrong == []


def test_spaces_and_quotation_marks_are_in_order(catalogue):
    for source, text in pairs(catalogue):
        assert text.strip() == text or source.strip() != source, source
        assert "  " not in text, source
        assert text.count("«") == text.count("»"), source
        assert not set(text) & set("“”"), source


def test_a_translation_is_not_so_long_that_a_control_would_be_cut(catalogue):
    long = [(source, text) for source, text in pairs(catalogue) if len(text) > max(2.6 * len(source), 24)]
    assert long == []


def test_what_a_sentence_names_in_quotation_marks_is_called_so(catalogue):
    known = {text for _source, text in pairs(catalogue)}
    for message in catalogue:
        for named in re.findall("“([^”{]+)”", message.id if isinstance(message.id, str) else ""):
            called = collecting.translations(catalogue.get(named))[0]
            assert f"«{called}»" in message.string
            assert called in known


def test_the_head_says_what_is_known_and_has_a_glossary(catalogue):
    head = collecting.catalogue_path(str(catalogue.locale)).read_text("utf-8").partition("\n\n#:")[0]
    assert f"Project-Id-Version: AccessReader {__version__}" in head
    assert "# Glossary" in head
    for empty in ("ORGANIZATION", "FIRST AUTHOR", "EMAIL@ADDRESS", "FULL NAME", "YEAR", "PROJECT VERSION", "LL@li.org"):
        assert empty not in head


def test_plural_forms_are_those_of_the_language():
    forms = {
        language: read_po(io.BytesIO(collecting.catalogue_path(language).read_bytes()), locale=language).num_plurals
        for language in ("kk", "ru")
    }
    assert forms == {"kk": 2, "ru": 3}


def test_collecting_keeps_the_glossary_the_notes_and_the_translations(template):
    for language in ("kk", "ru"):
        before = collecting.catalogue_path(language).read_bytes()
        once = collecting.updated(language, template, before)
        assert collecting.updated(language, template, once) == once
        for line in before.decode().splitlines():
            if line.startswith("# "):
                assert line in once.decode()
        kept = {message.id: message.string for message in read_po(io.BytesIO(once), locale=language)}
        for message in read_po(io.BytesIO(before), locale=language):
            assert kept.get(message.id, message.string) == message.string or not message.id


def test_collecting_finds_a_new_sentence_and_drops_an_old_one(tmp_path):
    (tmp_path / "part.py").write_text('# Translators: a greeting\nprint(_("Hello, {name}."))\n', "utf-8")
    old = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Gone."\nmsgstr "Нет."\n'
    there = collecting.updated("ru", collecting.collected(tmp_path), old.encode()).decode()
    assert 'msgid "Hello, {name}."\nmsgstr ""' in there
    assert "#. a greeting" in there
    assert "Gone." not in there


@pytest.mark.usefixtures("english_again")
def test_the_program_speaks_the_chosen_language():
    said = {}
    for language in ("kk", "ru", "en"):
        assert messages.use_language(language) == language
        said[language] = messages._("Letter spacing")
    assert said == {
        "kk": "Әріп арасындағы қашықтық",
        "ru": "Расстояние между буквами",
        "en": "Letter spacing",
    }


@pytest.mark.usefixtures("english_again")
def test_russian_counts_as_russian_does():
    messages.use_language("ru")
    said = [
        messages.ngettext("{number} row", "{number} rows", number).format(number=number) for number in (1, 2, 5, 21)
    ]
    assert said == ["1 строка", "2 строки", "5 строк", "21 строка"]


@pytest.mark.parametrize("folder", ["themes", "presets"])
def test_themes_and_presets_have_a_title_in_all_three_languages(folder):
    for path in sorted((ROOT / "resources" / folder).glob("*.toml")):
        title = tomllib.loads(path.read_text("utf-8"))["title"]
        assert set(title) == {"en", "ru", "kk"}, path.name
        assert len(set(title.values())) >= 2, path.name
        assert all(CYRILLIC.search(title[language]) for language in ("ru", "kk")), path.name


@pytest.mark.usefixtures("english_again")
def test_an_amount_is_written_as_its_language_writes_it():
    columns, letters = declarations()["measure"], declarations()["letter_spacing"]
    written = {}
    for language in ("kk", "ru", "en"):
        messages.use_language(language)
        written[language] = (columns.written(32), columns.written(66), letters.written(0.12), letters.written(-0.02))
        assert letters.parse(letters.written(-0.02).removesuffix(" em")) == -0.02
    assert written == {
        "kk": ("32 таңба", "66 таңба", "0,12 em", "−0,02 em"),
        "ru": ("32 знака", "66 знаков", "0,12 em", "−0,02 em"),
        "en": ("32 characters", "66 characters", "0.12 em", "−0.02 em"),
    }


def shown_words(tree: ast.AST) -> list[str]:
    """Words with letters that are given as they stand to what shows or says them."""
    found = []
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        given = call.args[:1] if name in SHOWING else []
        given = [*given, *(keyword.value for keyword in call.keywords if keyword.arg in SHOWING_KEYWORDS)]
        parts = [part for value in given for part in (value.values if isinstance(value, ast.JoinedStr) else [value])]
        found += [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return [text for text in found if re.search(r"[^\W\d_]{2}", text) and text.strip() not in NAMES]


def test_words_are_told_apart_from_signs():
    told = shown_words(
        ast.parse('a.setText("Open"); tell(f"{b}: Open"); b.say(_("Open")); c(help="x", title="Open it")')
    )
    assert told == ["Open", ": Open", "Open it"]


def test_no_words_are_shown_that_translators_never_see():
    english = {
        str(path.relative_to(ROOT)): words
        for path in sorted((ROOT / "src").rglob("*.py"))
        if (words := shown_words(ast.parse(path.read_text("utf-8"))))
    }
    assert english == {}


def test_no_mark_stands_within_another_call():
    """The collector sees a call's own arguments: a sentence that is marked deeper within one is never translated."""
    nested = re.compile(r"(?<![\w.])(?:_|ngettext)\([^\"')]*N_\(")
    found = [
        f"{path.name}: {match[0]}"
        for path in (ROOT / "src").rglob("*.py")
        for match in nested.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []
