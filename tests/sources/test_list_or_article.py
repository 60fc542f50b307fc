"""Which pages of a site that nobody has described are shown as headlines, and which as an article."""

import pytest

from accessreader.article import Heading
from accessreader.errors import NoArticleReason, NotAnArticleError
from accessreader.sources import read, read_headlines
from accessreader.sources.page import Page
from accessreader.sources.site import Site
from sources.list_markups import MARKUPS, NEWS, SITE

PROSE = "They came back in the second week of May, a dark ball of them on the crane that nobody uses. "
RELATED = "".join(f'<li><a href="/news/{n}">{title}</a><p>{lead}</p></li>' for n, (title, lead) in enumerate(NEWS))


def page(html, url=f"{SITE}/news"):
    return Page(url=url, final_url=url, html=html)


def titles(article):
    return [block.text for block in article.blocks if isinstance(block, Heading) and block.runs[0].href]


def with_related(text, *, title="Bees return to the old harbour after eleven years", head=""):
    return (
        f"<html><head><title>{title}</title>{head}</head><body><h1>{title}</h1><div class='text'><p>{text}</p></div>"
        f"<ul class='news'>{RELATED}</ul></body></html>"
    )


@pytest.mark.parametrize("markup", MARKUPS, ids=lambda markup: markup.__name__)
def test_a_list_of_a_site_nobody_described_is_shown_as_headlines(markup):
    made = markup()
    article = read(page(made.page))
    assert titles(article) == [title for title, _lead in NEWS]
    assert article.next_page == (SITE + made.next_page if made.next_page else "")
    assert article.published is None


@pytest.mark.parametrize(
    ("html", "head"),
    [
        (PROSE * 8, ""),
        (PROSE * 2, ""),
        (PROSE * 2, '<meta property="og:type" content="article">'),
        ("A short one.", '<meta property="og:type" content="article">'),
        ("A short one.", '<meta property="article:published_time" content="2024-05-28">'),
        ("A short one.", '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bees"}</script>'),
    ],
    ids=["long", "short", "short-and-marked", "marked", "dated", "recorded"],
)
def test_an_article_beside_a_list_of_others_stays_an_article(html, head):
    article = read(page(with_related(html, head=head)))
    assert html.split(". ", maxsplit=1)[0] in article.text
    assert titles(article) != [title for title, _lead in NEWS]


def test_a_few_words_above_a_list_do_not_make_it_an_article():
    assert len(titles(read(page(with_related("What the council did.", title="News"))))) == len(NEWS)


def test_many_links_in_one_line_are_headlines():
    links = " ".join(f"<a href='/{n}'>Piece number {n} of the news of the day</a>" for n in range(900))
    assert len(titles(read(page(f"<h1>News</h1>{links}")))) == 900


def test_records_of_each_item_do_not_make_a_list_an_article():
    records = ", ".join('{"@type": "NewsArticle", "headline": "Bees"}' for _ in NEWS)
    head = f'<script type="application/ld+json">[{records}]</script>'
    assert len(titles(read(page(with_related("", title="News", head=head))))) == len(NEWS)


def test_a_menu_beside_few_words_is_no_list():
    menu = "".join(f"<p><a href='/{n}'>About part {n}</a></p>" for n in range(9))
    assert titles(read(page(f"<h1>The house</h1><p>It stands on a hill.</p>{menu}"))) == []


def test_what_a_site_says_of_its_articles_is_believed():
    html = with_related("A short one.", title="Bees")
    described = Site(name="Council", hosts=("council.example",), articles=("^/news$",))
    mended = Site(name="Council", hosts=("council.example",), selectors={"article": ".text"})
    assert len(titles(read(page(html)))) == len(NEWS)
    assert "A short one." in read(page(html), (described,)).text
    assert read(page(html), (mended,)).text == "A short one."


def test_any_page_with_a_list_is_read_as_headlines_when_the_reader_asks():
    html = with_related(PROSE * 8)
    assert titles(read(page(html))) == []
    asked = read_headlines(page(html))
    assert titles(asked) == [title for title, _lead in NEWS]
    assert PROSE.strip() in " ".join(gone.text for gone in asked.removed)


@pytest.mark.parametrize("html", ["", "<p>Words that lead nowhere.</p>", "<rss><channel></channel></rss>"])
def test_what_has_no_headlines_is_refused_when_the_reader_asks_for_them(html):
    with pytest.raises(NotAnArticleError) as refused:
        read_headlines(page(html))
    assert refused.value.why is NoArticleReason.NO_HEADLINES


@pytest.mark.parametrize(
    ("links", "feed"),
    [
        ('<link rel="alternate" type="application/rss+xml" href="/feed">', "/feed"),
        ('<link rel="ALTERNATE home" type="application/atom+xml; charset=utf-8" href="atom.xml">', "/atom.xml"),
        ('<link rel="alternate" type="application/feed+json" href="/feed.json">', "/feed.json"),
        (
            (
                '<link rel="alternate" type="application/rss+xml" href="/comments/feed"/>'
                '<link rel="alternate" type="application/rss+xml" href="/feed"/>'
            ),
            "/feed",
        ),
        (
            (
                '<link rel="alternate" type="application/rss+xml" title="Комментарии" href="/k"/>'
                '<link rel="alternate" type="application/rss+xml" href="/feed"/>'
            ),
            "/feed",
        ),
        ('<link rel="alternate" type="application/rss+xml" href="javascript:feed()">', ""),
        ('<link rel="alternate" hreflang="ru" href="/ru">', ""),
        ('<link rel="stylesheet" type="application/rss+xml" href="/feed">', ""),
    ],
)
def test_the_feed_that_a_page_names_is_found(links, feed):
    for text, title in ((PROSE * 8, "Bees return to the old harbour after eleven years"), ("", "News")):
        article = read(page(with_related(text, title=title, head=links)))
        assert article.feed == (SITE + feed if feed else "")


def test_a_long_lead_loses_no_word():
    rows = "".join(
        f"<div><h3><a href='/{n}'>{title}</a></h3><p>{PROSE * 12}</p><p>The end of part {n}.</p></div>"
        for n, (title, _) in enumerate(NEWS)
    )
    article = read_headlines(page(f"<h1>News</h1>{rows}"))
    said = article.text + " ".join(gone.text for gone in article.removed)
    assert said.count(PROSE.strip()) == 12 * len(NEWS)
    assert said.count("The end of part") == len(NEWS)
