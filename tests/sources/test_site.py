"""Sites are described in files: hosts, addresses, selectors; a reader's own come first and bad ones are refused."""

import datetime as dt
import re

import pytest

from accessreader.article import Reason
from accessreader.errors import ResourceFileError
from accessreader.sources import read
from accessreader.sources.page import Page
from accessreader.sources.site import host_of, load_sites, parse_site, site_of

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


# Which site an address is of


def test_the_nearest_host_wins_and_of_such_the_first():
    wide, near, mine = (
        parse_site(f'name = "{name}"\nhosts = ["{host}"]', "x.toml")
        for name, host in (("Wide", "example"), ("Near", "trees.example"), ("Mine", "trees.example"))
    )
    assert site_of("https://trees.example/1", [wide, mine, near]) is mine
    assert site_of("https://www.trees.example/1", [wide, near, mine]) is near
    assert site_of("https://stones.example/1", [near, wide]) is wide
    assert site_of("https://elsewhere.org/", [near, wide]) is None
    assert site_of("https://elsewhere.org/", []) is None


def test_a_page_of_the_senate_is_not_taken_for_one_of_the_parliament():
    site = site_of("https://senate.parlam.kz/ru-RU/news/details/1", load_sites()[0])
    assert site.hosts == ("senate.parlam.kz",)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://Trees.Example:8080/x", "trees.example"),
        ("file:///home/A/b.html#2", "file:///home/a/b.html"),
        ("about:blank", ""),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_a_host_is_a_name_or_the_address_of_a_file(url, host):
    assert host_of(url) == host


# What a file may say


def test_what_is_mended_goes_before_what_is_described():
    site = parse_site(
        'name = "x"\nhosts = ["X.example"]\n[selectors]\narticle = "a"\ntitle = "h2"\nkeep = ["b"]\nremove = ["c"]\n'
        '[mended]\narticle = "d"\nkeep = ["e"]\nremove = ["f"]',
        "x.toml",
    )
    assert site.hosts == ("x.example",)
    assert site.selectors == {"article": "d", "title": "h2"}
    assert (site.keep, site.remove) == (("b", "e"), ("c", "f"))


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("name = 1", "name is no text"),
        ('home = ["x"]', "home is no text"),
        ("lists = ['(']", r"\(: missing"),
        ("lists = 'x'", "lists is no list"),
        ("articles = [1]", "articles is no text"),
        ("[title]\nkk = 1", "title.kk is no text"),
        ("[selectors]\narticle = 1", "selectors.article is no text"),
        ("[selectors]\nkeep = 'p'", "selectors.keep is no list"),
        ("[selectors]\nkeep = ['p[']", "Malformed attribute selector"),
        ("[selectors]\nremove = ['::']", "Malformed pseudo-class selector"),
        ("[mended]\ntitle = 'h1'", "unknown key mended.title"),
        ("[mended]\nbefore = 2", "unknown key mended.before"),
        ("[mended]\nkeep = [2]", "mended.keep is no text"),
        ("mended = 'x'", "mended is no table"),
    ],
)
def test_a_refusal_says_what_is_wrong(said, why):
    text = 'name = "x"\nhosts = ["x.example"]\n' if not said.startswith("name") else 'hosts = ["x.example"]\n'
    with pytest.raises(ResourceFileError) as refused:
        parse_site(text + said, "x.toml")
    assert refused.value.path == "x.toml"
    assert re.search(why, refused.value.detail)


def test_the_readers_own_file_is_completed_by_the_description_that_came_with_the_program(tmp_path):
    (tmp_path / "senate.toml").write_text(
        'name = "My Senate"\nhosts = ["senate.parlam.kz"]\nlists = ["^/mine"]\n[selectors]\ntitle = "h2"', "utf-8"
    )
    sites, _refused = load_sites(tmp_path)
    own, ours = (site for site in sites if "senate.parlam.kz" in site.hosts)
    assert (own.name, own.lists, own.selectors) == ("My Senate", ("^/mine",), {"title": "h2"})
    assert (own.articles, own.home, own.titles) == (ours.articles, ours.home, ours.titles)


def test_a_folder_that_is_not_there_has_no_sites(tmp_path):
    assert load_sites(tmp_path / "gone") == load_sites()
