"""A site is called, and entered, in the language of the reader."""

import pytest

from accessreader.errors import ResourceFileError
from accessreader.language import detect
from accessreader.messages import use_language
from accessreader.sources.site import load_sites, parse_site

DESCRIBED = """
name = "Assembly of Trees"
hosts = ["trees.example"]
home = "https://trees.example/{culture}/news?l={language}"
[title]
kk = "Ағаштар жиналысы"
ru = "Собрание деревьев"
"""


@pytest.fixture(autouse=True)
def english_again():
    yield
    use_language("en")


@pytest.mark.parametrize(
    ("language", "title", "front"),
    [
        ("kk", "Ағаштар жиналысы", "https://trees.example/kk-KZ/news?l=kk"),
        ("ru", "Собрание деревьев", "https://trees.example/ru-RU/news?l=ru"),
        ("en", "Assembly of Trees", "https://trees.example/en-US/news?l=en"),
    ],
)
def test_a_site_has_its_name_and_its_home_in_the_language_of_the_program(language, title, front):
    use_language(language)
    site = parse_site(DESCRIBED, "trees.toml")
    assert (site.title, site.front) == (title, front)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_site_that_comes_with_the_program_has_a_name_in_every_language(language):
    use_language(language)
    sites, refused = load_sites()
    assert not refused
    assert {detect(site.title) for site in sites} == {language}


@pytest.mark.parametrize("wrong", ['title = "Trees"', "title = { kk = 1 }"])
def test_a_name_that_is_none_is_refused(wrong):
    with pytest.raises(ResourceFileError, match="title"):
        parse_site(f'name = "Trees"\nhosts = ["trees.example"]\n{wrong}', "trees.toml")
