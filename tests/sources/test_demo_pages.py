"""The demonstration's pages are read exactly, in each of their languages."""

import pytest

from accessreader.article import Figure, Heading, ListItem, Reason
from accessreader.demo import items, pages
from accessreader.demo.items import CULTURES
from accessreader.sources import read
from accessreader.sources.page import Page
from accessreader.sources.site import load_sites

SITES = load_sites()[0]
ITEMS = [
    (culture, item)
    for culture, language in CULTURES.items()
    for kind in ("news", "page")
    for item in items.items(kind, language)
]


def article(culture, item):
    kind = "news" if item.kind == "news" else "pages"
    url = f"http://demo.localhost/{culture}/{kind}/details/{item.number}"
    return read(Page(url=url, final_url=url, html=pages.article(item, culture)), SITES)


@pytest.mark.parametrize(("culture", "item"), ITEMS, ids=[f"{culture}-{item.number}" for culture, item in ITEMS])
def test_what_the_item_says_is_what_is_read(culture, item):
    found = article(culture, item)
    assert (found.title, found.published, found.views, found.section) == (
        item.title,
        item.published,
        item.views,
        item.section,
    )
    assert found.credits
    assert item.press.strip("().") in f"({found.credits})"
    assert found.language == item.language
    reasons = {gone.reason for gone in found.removed}
    assert {Reason.PANEL, Reason.TITLE, Reason.DATE, Reason.CREDITS} <= reasons
    assert item.press not in found.text
    if item.share:
        assert Reason.SHARE in reasons


@pytest.mark.parametrize(("culture", "item"), ITEMS, ids=[f"{culture}-{item.number}" for culture, item in ITEMS])
def test_the_body_is_whole_and_alone(culture, item):
    """As many blocks of each kind as the item's own notation has."""
    found = article(culture, item)
    parts = [part for part in item.body.split("\n\n") if part.strip()]
    assert sum(isinstance(block, Heading) for block in found.blocks) == sum(part.startswith("##") for part in parts)
    assert sum(isinstance(block, Figure) for block in found.blocks) == sum(part.startswith("! ") for part in parts)
    listed = sum(
        line.lstrip().startswith(("- ", *(f"{number}. " for number in range(1, 30))))
        for part in parts
        for line in part.split("\n")
        if not part.startswith(("|", "!", ">", "#"))
    )
    assert sum(isinstance(block, ListItem) for block in found.blocks) >= listed - 1
    first = parts[0]
    assert found.blocks[0].text[:20] in first.replace("**", "").replace("*", "") or not first[0].isalpha()


@pytest.mark.parametrize("culture", CULTURES)
def test_the_other_languages_are_offered(culture):
    item = items.items("news", CULTURES[culture])[0]
    versions = {version.language: version.url for version in article(culture, item).versions}
    others = {language for language in CULTURES.values() if language != CULTURES[culture]}
    assert others <= set(versions)


@pytest.mark.parametrize("culture", CULTURES)
def test_a_list_of_news_is_read_as_links(culture):
    url = f"http://demo.localhost/{culture}/news"
    found = read(Page(url=url, final_url=url, html=pages.listing(culture, 1) or ""), SITES)
    links = [run.href for block in found.blocks for run in block.runs if run.href]
    expected = items.items("news", CULTURES[culture])[: pages.A_PAGE]
    assert [href.rpartition("/")[2] for href in links if "details" in href] == [str(item.number) for item in expected]
