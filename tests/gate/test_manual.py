"""The manual, which keeps what it asks of others: structure, language, keys that there are."""

import itertools
import re
from html.parser import HTMLParser

import pytest

from accessreader import manual, resources
from accessreader.keys.commands import BY_NAME
from accessreader.messages import use_language
from accessreader.road import Road

LANGUAGES = ("en", "ru", "kk")
NAMES = ("accessibility", "conformance")


class Elements(HTMLParser):
    """The tags of a page with their attributes, and the text within the article."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.words, self.within = [], [], False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.within |= tag == "article"

    def handle_data(self, data):
        if self.within:
            self.words += data.split()


def source(name, language):
    return resources.read_text(f"manual/{name}.{language}.html")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_page_of_the_manual_is_well_built(name, language):
    tags = Elements(source(name, language)).tags
    assert dict(tags)["html"] == {"lang": language}
    levels = [int(tag[1]) for tag, _attributes in tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert all(attributes.get("scope") in {"row", "col"} for tag, attributes in tags if tag == "th")
    assert not [tag for tag, _attributes in tags if tag in {"img", "script", "style", "font", "b", "i"}]
    offered = {attributes["hreflang"] for tag, attributes in tags if tag == "link"}
    assert offered == set(LANGUAGES)


@pytest.mark.parametrize("name", NAMES)
def test_the_three_languages_say_the_same_in_the_same_order(name):
    drawn = [
        [(tag, attributes.get("data-command")) for tag, attributes in Elements(source(name, language)).tags]
        for language in LANGUAGES
    ]
    assert drawn[0] == drawn[1] == drawn[2]


def test_every_key_in_the_manual_is_one_that_there_is():
    named = re.findall(r'data-command="([^"]+)"', source("accessibility", "en"))
    assert len(named) > 20
    assert set(named) <= set(BY_NAME)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_page_of_the_manual_is_read_whole(name, language, tmp_path):
    road = Road(tmp_path)
    use_language(language)
    article = road.article(manual.address(name, language))
    whole = Elements(road.page(manual.address(name, language)).html).words
    shown = f"{article.title} {article.text}".split()
    assert "".join(sorted("".join(shown))) == "".join(sorted("".join(whole)))
    assert article.language == language
    assert {version.language for version in article.versions} == set(LANGUAGES) - {language}
    use_language("en")


def test_a_page_that_the_manual_has_not_is_told():
    assert manual.html("http://manual.localhost/en/nothing", str) is None
    assert manual.html("http://manual.localhost/../../x", str) is None
    assert manual.is_manual(manual.address("accessibility", "en"))
    assert not manual.is_manual("https://senate.parlam.kz/")
