"""Sites are described in files: hosts, addresses, selectors; a reader's own come first and bad ones are refused."""

import datetime as dt

import pytest

from accessreader.article import Reason
from accessreader.errors import ResourceFileError
from accessreader.sources import read
from accessreader.sources.page import Page
from accessreader.sources.site import load_sites, parse_site

DESCRIBED = """
name = "A site of trees"
hosts = ["trees.example"]
articles = ['^/read/']
lists = ['^/all']
[selectors]
article = "#text > div:has(> p)"
title = ".headline"
date = ".when"
author = ".who"
section = ".where"
remove = [".promo", "p:last-child"]
"""
HTML = """<html><head><title>Nothing</title></head><body><h1>Not the title</h1>
<div class="where">Gardens</div><div class="headline">An oak is felled</div><div class="when">2 May 2024</div>
<div class="who">A. Forester</div>
<div id="text"><span>Before</span><div><p>First words.</p><div class="promo">Buy wood!</div><p>Last.</p></div></div>
<div><p>A long text that would be taken for the article, were it not for the selectors, for it is long indeed.</p></div>
</body></html>"""


def page(url):
    return Page(url=url, final_url=url, html=HTML)


def test_selectors_say_what_is_what():
    article = read(page("https://trees.example/read/1"), [parse_site(DESCRIBED, "trees.toml")])
    assert [block.text for block in article.blocks] == ["First words."]
    assert (article.title, article.published) == ("An oak is felled", dt.date(2024, 5, 2))
    assert (article.author, article.section) == ("A. Forester", "Gardens")
    assert {gone.text: gone.reason for gone in article.removed}["Buy wood!"] is Reason.OUTSIDE


def test_another_site_is_read_without_them():
    article = read(page("https://stones.example/read/1"), [parse_site(DESCRIBED, "trees.toml")])
    assert article.source == ""
    assert "A long text" in article.text


def test_a_selector_that_finds_nothing_leaves_the_general_way():
    site = parse_site(DESCRIBED.replace("#text >", "#gone >"), "trees.toml")
    assert "First words." in read(page("https://trees.example/read/1"), [site]).text or site.selectors


def test_hosts_and_addresses():
    site = parse_site(DESCRIBED, "trees.toml")
    assert site.knows("https://www.trees.example/x")
    assert not site.knows("https://trees.example.org/x")
    assert not site.knows("http://[broken")
    assert site.is_article("https://trees.example/read/1")
    assert site.is_list("https://trees.example/all?p=2")


@pytest.mark.parametrize(
    "text",
    [
        "name = ",
        'name = "x"',
        'name = "x"\nhosts = ["x.example"]\ncolour = "red"',
        'name = "x"\nhosts = "x.example"',
        'name = "x"\nhosts = [1]',
        'name = "x"\nhosts = ["x.example"]\narticles = ["("]',
        'name = "x"\nhosts = ["x.example"]\n[selectors]\narticle = "div["',
        'name = "x"\nhosts = ["x.example"]\n[selectors]\nshoe = "div"',
        'name = "x"\nhosts = ["x.example"]\nselectors = 1',
    ],
)
def test_what_a_file_cannot_say_is_refused(text):
    with pytest.raises(ResourceFileError):
        parse_site(text, "x.toml")


def test_the_readers_own_sites_come_first_and_bad_files_are_named(tmp_path):
    (tmp_path / "b.toml").write_text(DESCRIBED, "utf-8")
    (tmp_path / "a.toml").write_text("name = 1", "utf-8")
    (tmp_path / "c.toml").write_bytes(b"\xff\xfe\xff")
    sites, refused = load_sites(tmp_path)
    assert sites[0].name == "A site of trees"
    assert len(sites) > 1
    assert [error.path for error in refused] == [str(tmp_path / "a.toml"), str(tmp_path / "c.toml")]


def test_our_own_descriptions_are_good():
    sites, refused = load_sites(None)
    assert not refused
    assert any(site.knows("https://senate.parlam.kz/kk-KZ/news/details/1") for site in sites)
