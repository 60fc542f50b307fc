"""Feeds and maps of sites: of every kind, well formed, broken and hostile."""

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessreader.errors import NoArticleReason, NotAnArticleError
from accessreader.sources.headline import Headline, ListKind
from accessreader.sources.headlines import headlines
from accessreader.sources.page import Page
from accessreader.sources.plain_words import LONGEST_LEAD
from accessreader.sources.tagged import read_tagged

URL = "https://senate.example/feed"
DAY = dt.date(2024, 9, 2)
NEWS = Headline("Қазақ & Senate", "https://senate.example/news/1", DAY, "The first words, and more.")


def read(text, url=URL):
    return headlines(Page(url=url, final_url=url, html=text))


RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>News &amp; more</title>
<link>https://senate.example/</link><atom:link rel="self" href="https://senate.example/feed"/>
<image><url>https://senate.example/logo.png</url><title>News</title><link>https://senate.example/</link></image>
<item><title>Қазақ &amp;amp; Senate</title><link>/news/1</link><guid isPermaLink="false">77</guid>
<pubDate>Mon, 02 Sep 2024 23:30:00 +0500</pubDate><description><![CDATA[<p>The <b>first</b> words, and more.</p>]]></description></item>
</channel></rss>"""
RSS_091 = """<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>News &amp; more</title><link>https://senate.example/</link>
<item><title>Қазақ &amp; Senate (2 September 2024)</title><link>https://senate.example/news/1</link></item></channel></rss>"""
RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:d="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://senate.example/"><title>News &amp; more</title></channel>
<item rdf:about="https://senate.example/news/1"><title>Қазақ &#38; Senate</title><d:date>2024-09-02T10:00Z</d:date>
<description>The first words, and more.</description></item></rdf:RDF>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://senate.example/"><title type="html">News &amp;amp; more</title>
<link rel="next" href="/feed?page=2"/><entry><title>Қазақ &amp; Senate</title><link rel="edit" href="/edit/1"/><link href="news/1"/>
<updated>2024-09-03T10:00:00Z</updated><published>2024-09-02T10:00:00Z</published>
<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The <em>first</em> words, and more.</p></div></summary></entry></feed>"""
PREFIXED = """<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>News &amp; more</a:title><a:entry><a:title>Қазақ &amp; Senate</a:title>
<a:id>https://senate.example/news/1</a:id><a:issued>2024-09-02</a:issued><a:content>The first words, and more.</a:content></a:entry></a:feed>"""
RSS_090 = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>News &amp; more</title><link>https://senate.example/</link></channel>
<item><title>Қазақ &amp; Senate</title><link>https://senate.example/news/1</link></item></rdf:RDF>"""
ATOM_03 = """<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title mode="escaped">News &amp;amp; more</title>
<link rel="alternate" type="text/html" href="https://senate.example/"/><entry><title>Қазақ &amp; Senate</title>
<link rel="alternate" type="text/html" href="/news/1"/><modified>2024-09-05T01:00:00Z</modified><issued>2024-09-02T10:00:00+05:00</issued>
<content type="text/html" mode="escaped">&lt;p&gt;The first words, and more.&lt;/p&gt;</content></entry></feed>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "News & more",
        "home_page_url": "https://senate.example/",
        "next_url": "/feed?page=2",
        "items": [
            {"id": "1", "url": "/news/1", "title": "Қазақ & Senate", "date_published": "2024-09-02T10:00:00+05:00",
             "content_html": "<p>The first words, and more.</p>"},
            {"id": "2"}, "no item", {"url": 7},
        ],
    }
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "next_page"),
    [
        (RSS, ListKind.RSS, ""),
        (RDF, ListKind.RSS, ""),
        (ATOM, ListKind.ATOM, "https://senate.example/feed?page=2"),
        (ATOM_03, ListKind.ATOM, ""),
        (PREFIXED, ListKind.ATOM, ""),
        (JSON, ListKind.JSON, "https://senate.example/feed?page=2"),
    ],
    ids=["rss-2.0", "rdf", "atom", "atom-0.3", "atom-with-a-prefix", "json"],
)
def test_each_kind_of_feed_gives_its_headlines(text, kind, next_page):
    found = read(text)
    assert found.items == (NEWS,)
    assert (found.title, found.url, found.kind, found.next_page) == ("News & more", URL, kind, next_page)


def test_the_oldest_feed_gives_titles():
    assert read(RSS_090).items == (Headline("Қазақ & Senate", "https://senate.example/news/1"),)


@pytest.mark.parametrize(
    ("top", "entry", "address"),
    [
        ("", "<link>/a</link>", "https://senate.example/a"),
        ("", "<link>a</link>", "https://senate.example/a"),
        ("<link>https://paper.example/en/</link>", "<link>a</link>", "https://paper.example/en/a"),
        ("<link>https://paper.example/</link>", "<link>//other.example/a</link>", "https://other.example/a"),
        ("<link>https://paper.example/</link>", "<guid>https://paper.example/g</guid>", "https://paper.example/g"),
    ],
)
def test_references_are_relative_to_the_site_that_the_feed_names(top, entry, address):
    found = read(f"<rss><channel>{top}<item><title>A day</title>{entry}</item></channel></rss>")
    assert [item.url for item in found.items] == [address]


def test_references_of_an_entry_are_relative_to_its_own_base():
    found = read(
        '<feed xml:base="https://paper.example/"><entry xml:base="2024/"><title>A</title><link href="a"/></entry></feed>'
    )
    assert [item.url for item in found.items] == ["https://paper.example/2024/a"]


def test_an_old_feed_without_days_or_leads_gives_titles():
    assert read(RSS_091).items == (Headline("Қазақ & Senate (2 September 2024)", "https://senate.example/news/1"),)


def test_a_feed_keeps_its_order_and_says_each_address_once():
    items = "".join(
        f"<item><title>Item {n}</title><link>https://senate.example/{n % 3}</link></item>" for n in (2, 1, 0, 2)
    )
    assert [item.title for item in read(f"<rss><channel>{items}</channel></rss>").items] == [
        "Item 2",
        "Item 1",
        "Item 0",
    ]


@pytest.mark.parametrize(
    "inside",
    [
        '<media:thumbnail xmlns:media="http://search.yahoo.com/mrss/" url="/1.jpg"/>',
        '<m:content xmlns:m="http://search.yahoo.com/mrss/" medium="image" url="/1.jpg"/>',
        '<media:group><media:content type="image/jpeg" url="/1.jpg"/></media:group>',
        '<enclosure url="/1.mp3" type="audio/mpeg"/><enclosure url="/1.jpg" type="image/jpeg" length="1"/>',
        '<enclosure url="/1.jpg"/>',
        "<description>&lt;img src='/0.gif' width='1'&gt;&lt;img src='/1.jpg'&gt; Words</description>",
        "<content:encoded><![CDATA[<p><img src='/1.jpg'></p>]]></content:encoded>",
    ],
)
def test_the_picture_of_an_entry_is_found_wherever_it_stands(inside):
    found = read(f"<rss><channel><item><title>A picture</title><link>/1</link>{inside}</item></channel></rss>")
    assert found.items[0].picture == "https://senate.example/1.jpg"


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Mon, 02 Sep 2024 10:00:00 GMT", DAY),
        ("2 Sep 2024 10:00 +0500", DAY),
        ("Mon, 2 September 2024", DAY),
        ("Mon, 02 Sep 24 10:00:00 +0000", DAY),
        ("2024-09-02T23:59:59.123+05:00", DAY),
        ("20240902T101010Z", DAY),
        ("02.09.2024 10:00", DAY),
        ("2 сентября 2024 г.", DAY),
        ("2024 жылғы 2 қыркүйек", DAY),
        ("Mon, 31 Feb 2024 10:00:00 GMT", None),
        ("soon", None),
        ("9" * 5000, None),
        ("", None),
    ],
)
def test_days_are_read_as_feeds_write_them(said, day):
    found = read(
        f"<rss><channel><item><title>A day</title><link>/1</link><pubDate>{said}</pubDate></item></channel></rss>"
    )
    assert found.items[0].published == day


@pytest.mark.parametrize(
    "text",
    [
        RSS.replace("</channel></rss>", ""),
        RSS.replace("</item>", "").replace("</description>", ""),
        RSS.replace("&amp;amp;", "&").replace("&amp;", "&"),
        RSS.replace("</title><link>/news", "<link>/news"),
        RSS + "<p>Warning: the clock is slow in line 7</p>",
        "\n\n<!-- served in 7 ms -->" + RSS,
        RSS.replace("?>", "?><?xml-stylesheet href='a.xsl'?>"),
        RSS.replace("<description>", "<nested><a></b></nested><description>"),
    ],
    ids=["cut-off", "unclosed", "ampersands", "unclosed-title", "words-after", "words-before", "style", "crossed"],
)
def test_a_broken_feed_is_read_as_far_as_it_goes(text):
    found = read(text)
    assert [item.url for item in found.items] == ["https://senate.example/news/1"]
    assert found.items[0].title.startswith("Қазақ & Senate")


def test_an_entry_without_a_title_is_called_by_its_first_words():
    found = read(
        "<rss><channel><item><link>/1</link><description>"
        + "Some words " * 200
        + "</description></item></channel></rss>"
    )
    (item,) = found.items
    assert item.title.startswith("Some words Some words")
    assert item.title.endswith("…")
    assert len(item.lead) <= LONGEST_LEAD


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "http://[", ""])
def test_an_entry_that_leads_to_no_page_is_no_headline(address):
    with pytest.raises(NotAnArticleError) as refused:
        read(f"<rss><channel><item><title>A trap</title><link>{address}</link></item></channel></rss>")
    assert refused.value.why is NoArticleReason.NO_HEADLINES


def test_entities_of_a_documents_own_are_neither_multiplied_nor_drawn_in():
    declared = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))
    bomb = f'<!DOCTYPE rss [<!ENTITY e0 "ha"><!ENTITY x SYSTEM "file:///etc/passwd">{declared}]>'
    found = read(
        f'<?xml version="1.0"?>{bomb}<rss><channel><item><title>&e12;&x;</title><link>/1</link></item></channel></rss>'
    )
    assert [item.title for item in found.items] == ["&e12;&x;"]


@pytest.mark.parametrize(
    "text",
    [
        "<rss>" + "<item " * 100_000,
        "<rss>" + "<a>" * 300_000,
        "<rss><item " + " ".join(f'a{n}="1"' for n in range(100_000)) + "><title>x</title></item>",
        "<rss><title>" + "&lol;" * 200_000,
        "<rss>" + "<![CDATA[" * 100_000,
        "<rss>" + "<!--" * 100_000,
        "<rss>" + "<!doctype x [" * 100_000,
        "<rss>" + "<a b='" * 100_000,
        "<rss>" + '<a b="<a b=\'' * 100_000,
        "<rss>" + "</x>" * 300_000,
        "<rss><channel>" + "<item><link>/1</link><description>" * 50_000,
        "<rss><channel>" + "<item><title>A</title><link>/1</link></item>" * 20_000,
        "<rss><item><link>/1</link><description>" + "&lt;b " * 300_000,
        '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 200_000,
        '{"items": [' + "{}," * 300_000 + "{}]}",
        "<!--" + "-" * 1_000_000,
        "<urlset>" + "<url><loc>/1</loc>" * 100_000,
    ],
    ids=[
        "open-tags", "depth", "attributes", "references", "data", "comments", "doctypes", "quotes", "crossed-quotes", "ends",
        "nested-entries", "entries", "markup", "deep-json", "wide-json", "dashes", "sitemap",
    ],
)  # fmt: skip
def test_a_hostile_feed_ends_in_headlines_or_a_sentence(text):
    outcome = None
    try:
        outcome = read(text).items
    except NotAnArticleError as error:
        outcome = error.why
    assert outcome is NoArticleReason.NO_HEADLINES or outcome


PIECES = (
    "<rss>", "<channel>", "<item>", "</item>", "<entry>", "<title>", "</title>", "<link>", "<link href='/1'/>", "https://a.example/",
    "<![CDATA[", "]]>", "&amp;", "&#0;", "&#xffffffff;", "<?xml", "?>", "<!DOCTYPE x [", "]>", "<urlset>", "<url>", "<loc>",
    "</loc>", "<sitemapindex>", "<pubDate>Mon, 99 Xxx", "<a:b xmlns:a='", "'", '"', "{", '"items": [', "}", "\0", "\ud800", "<!--",
)  # fmt: skip


@given(
    st.sampled_from(["<rss>", "<feed>", "<urlset>", '{"items": [', ""]),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=20)), max_size=40),
)
def test_any_text_is_a_list_or_is_refused(start, pieces):
    try:
        found = read(start + "".join(pieces))
    except NotAnArticleError:
        return
    assert all(item.title and item.url.startswith(("http://", "https://")) for item in found.items)


@given(st.text())
def test_any_text_is_a_tree_with_all_that_stands_between_tags(text):
    said = "".join(piece.text for piece in read_tagged(text.replace("<", "").replace("&", "")).texts())
    assert said == text.replace("<", "").replace("&", "")


SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:n="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://senate.example/about/house-of-words.html</loc></url>
<url><loc>https://senate.example/kk-KZ/news/details/7</loc><lastmod>2024-08-30</lastmod></url>
<url><loc> https://senate.example/news/9 </loc><lastmod>2024-09-05T01:00:00Z</lastmod><n:news><n:publication><n:name>S</n:name></n:publication>
<n:publication_date>2024-09-02</n:publication_date><n:title>The Senate &amp; the sea</n:title></n:news>
<image:image><image:loc>https://senate.example/9.jpg</image:loc></image:image></url>
<url><loc>ftp://senate.example/1</loc></url><url></url></urlset>"""


def test_a_map_of_a_site_lists_its_pages_the_newest_first():
    found = read(SITEMAP, "https://senate.example/sitemap.xml")
    assert found.items == (
        Headline("The Senate & the sea", "https://senate.example/news/9", DAY, "", "https://senate.example/9.jpg"),
        Headline("Details", "https://senate.example/kk-KZ/news/details/7", dt.date(2024, 8, 30)),
        Headline("House of words", "https://senate.example/about/house-of-words.html"),
    )
    assert (found.kind, found.title, found.next_page) == (ListKind.SITEMAP, "senate.example", "")


def test_an_index_of_maps_lists_the_maps():
    found = read(
        "<sitemapindex><sitemap><loc>https://senate.example/sitemap-pages.xml.gz</loc><lastmod>2023-01-01</lastmod></sitemap>"
        "<sitemap><loc>https://senate.example/sitemap_news_2024.xml</loc><lastmod>2024-09-02</lastmod></sitemap></sitemapindex>"
    )
    assert [(item.title, item.published and item.published.year) for item in found.items] == [
        ("Sitemap news 2024", 2024),
        ("Sitemap pages", 2023),
    ]
    assert found.kind is ListKind.SITEMAP_INDEX
