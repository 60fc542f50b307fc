"""Every sentence that a person sees exists in Kazakh and in Russian."""

import importlib.util
import io
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
PLACEHOLDER = re.compile(r"\{\w*\}|%\(\w+\)[rs]|%[srd]")


def collecting():
    """The script that brings the catalogues up to date."""
    spec = importlib.util.spec_from_file_location("collect_messages", ROOT / "packaging" / "collect_messages.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def template() -> Catalog:
    return collecting().collected()


def catalogue(language: str) -> Catalog:
    path = ROOT / "resources" / "locale" / language / "LC_MESSAGES" / "accessreader.po"
    return read_po(io.BytesIO(path.read_bytes()), locale=language, abort_invalid=True)


def strings(message: Message | None) -> tuple[str, ...]:
    if message is None:
        return ("",)
    return (message.string,) if isinstance(message.string, str) else message.string


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_sentence_is_translated(language, template):
    there = catalogue(language)
    missing = [message.id for message in template if message.id and not all(strings(there.get(message.id)))]
    assert missing == []


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_catalogue_says_nothing_that_the_code_does_not(language, template):
    known = {message.id for message in template}
    assert [message.id for message in catalogue(language) if message.id not in known] == []


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_placeholders_are_the_same_in_every_language(language, template):
    there = catalogue(language)
    for message in template:
        if not message.id:
            continue
        source = message.id if isinstance(message.id, str) else message.id[-1]
        for translation in strings(there.get(message.id)):
            assert sorted(PLACEHOLDER.findall(translation)) == sorted(PLACEHOLDER.findall(source)), source


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_catalogue_is_in_its_language(language):
    letters = re.compile(r"[А-Яа-яӘәҒғҚқҢңӨөҰұҮүҺһІі]")
    latin_names = {"WCAG", "AccessReader", "em", "English"}
    for message in catalogue(language):
        if message.id and str(message.id) not in latin_names:
            assert all(letters.search(text) for text in strings(message) if re.search(r"[a-z]{3}", str(message.id))), (
                message.id
            )
