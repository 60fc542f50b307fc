"""Headlines, out of lists made by many hands; and such lists as articles."""

import datetime as dt
import gettext
import gzip
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessreader.article import Heading, Reason
from accessreader.demo import items, pages
from accessreader.demo.items import CULTURES
from accessreader.errors import NoArticleReason, NotAnArticleError
from accessreader.messages import use_catalogue, use_language
from accessreader.sources import read
from accessreader.sources.headline import Headline, ListKind
from accessreader.sources.headlines import headlines
from accessreader.sources.list_article import MOST_SHOWN
from accessreader.sources.page import Page
from accessreader.sources.site import Site, load_sites
from fuzz.pages import PIECES
from sources.list_markups import MARKUPS, SITE, expected

SITES = load_sites()[0]
PARLAM = Path(__file__).parents[3] / "shared" / "corpus" / "parlam"


def page(html, url=f"{SITE}/news", today=None):
    fetched = dt.datetime.combine(today, dt.time(12), dt.UTC) if today else None
    return Page(url=url, final_url=url, html=html, fetched=fetched)


@pytest.mark.parametrize("markup", MARKUPS, ids=lambda markup: markup.__name__)
def test_the_headlines_of_a_page_are_read_whatever_its_markup(markup):
    made = markup()
    found = headlines(page(made.page, today=made.today))
    wanted = expected(made)
    items = found.items if made.has_pictures else tuple(replace(item, picture="") for item in found.items)
    assert items == wanted
    assert (found.title, found.next_page) == ("News", SITE + made.next_page if made.next_page else "")


# The demonstration's own lists, exactly.


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("culture", CULTURES)
def test_the_demonstrations_lists_are_read_exactly(culture, number):
    everything = items.items("news", CULTURES[culture])
    front = f"http://demo.localhost/{culture}/news"
    found = headlines(page(pages.listing(culture, number), f"{front}?p={number}"), SITES)
    assert found.items == tuple(
        Headline(item.title, f"{front}/details/{item.number}", item.published)
        for item in everything[(number - 1) * pages.A_PAGE : number * pages.A_PAGE]
    )
    assert found.next_page == (f"{front}?p=2" if number == 1 else "")
    assert (found.title, found.kind) == (items.words(CULTURES[culture])["news"], ListKind.PAGE)


# What real pages look like.


@pytest.mark.skipif(not PARLAM.is_dir(), reason="the real pages are not beside this checkout")
def test_the_news_of_a_real_parliament_are_read_in_order_with_their_days():
    wrong = []
    for line in (PARLAM / "INDEX.tsv").read_text("utf-8").splitlines()[1:]:
        name, language, url, *_ = line.split("\t")
        html = gzip.decompress((PARLAM / f"{name}.html.gz").read_bytes()).decode("utf-8")
        told = re.findall(
            r'<div class="news-header">\s*<a href="([^"]*)"', re.sub(r"<!--.*?-->", "", html, flags=re.DOTALL)
        )
        try:
            found = headlines(page(html, url), SITES).items
        except NotAnArticleError:
            found = ()
        if language == "en":  # lists of deputies: a name is what they announce, and none of them is dated
            right = all("/person/" in item.url and item.lead and item.picture for item in found)
        else:
            right = [item.url.removeprefix("http://www.parlam.kz") for item in found] == told
            right = right and all(item.published for item in found)
        if not right:
            wrong.append(url)
    assert wrong == []


# Pages.


def linked(rows):
    return "<html><body><h1>News</h1>" + rows + "</body></html>"


ROWS = "".join(
    f"<p>0{n}.05.2024 <a href='/news/{n}'>What happened on day {n} of the month</a></p>" for n in range(1, 7)
)


@pytest.mark.parametrize(
    ("pager", "next_page"),
    [
        ('<a href="/news?p=2">Next</a>', "/news?p=2"),
        ('<a href="/news?p=2">Next page »</a>', "/news?p=2"),
        ('<a href="/news?p=2">Следующая</a>', "/news?p=2"),
        ('<a href="/news?p=2">Показать ещё</a>', "/news?p=2"),
        ('<a href="/news?p=2">Ертерек</a>', "/news?p=2"),
        ('<a href="/news?p=2">Әрі қарай</a>', "/news?p=2"),
        ('<a href="/news?p=2" aria-label="Next"><span></span></a>', "/news?p=2"),
        ('<a href="/news?p=2" rel="nofollow next"><i></i></a>', "/news?p=2"),
        ('<b>1</b> <a href="/news?p=2">2</a> <a href="/news?p=3">3</a> <a href="/news?p=9">»</a>', "/news?p=2"),
        ('<a href="/news?p=1">1</a> <b>2</b> <a href="/news?p=3">3</a>', "/news?p=3"),
        ('<a href="/news?p=1">1</a> <a class="active" href="/news?p=2">2</a> <a href="/news?p=3">3</a>', "/news?p=3"),
        ('<a href="/news?p=1">1</a> <a href="/news?p=2">2</a> <b>3</b>', ""),
        ('<a href="/news?p=2">›</a> <a href="/news?p=9">»</a>', "/news?p=2"),
        ('<a href="https://elsewhere.example/news?p=2">Next</a>', ""),
        ('<a href="javascript:more()">Next</a> <a href="#next">Next</a>', ""),
        ('<div class="carousel"><a href="/pictures/2">Next</a></div>', ""),
        ('<a href="/news">Newer</a>', ""),
        ("", ""),
    ],
)
def test_the_next_page_is_found_by_words_numbers_and_arrows(pager, next_page):
    assert headlines(page(linked(f"{ROWS}<div>{pager}</div>"))).next_page == (SITE + next_page if next_page else "")


def test_where_lists_are_described_only_one_of_them_is_the_next_page():
    site = Site(name="Council", hosts=("council.example",), lists=("^/news$", r"^/news\?from="))
    html = linked(f'{ROWS}<a href="/hall/2">Next</a> <a href="/news?from=10">Далее</a>')
    assert headlines(page(html), (site,)).next_page == f"{SITE}/news?from=10"


def test_where_articles_are_described_a_menu_is_no_news_and_one_headline_is():
    site = Site(name="Council", hosts=("council.example",), articles=(r"^/a/\d",))
    menu = "".join(f'<h3><a href="/part/{n}">The part of the house with number {n}</a></h3>' for n in range(9))
    found = headlines(page(linked(f'{menu}<div><a href="/a/1">A bridge opens</a></div>')), (site,))
    assert [item.url for item in found.items] == [f"{SITE}/a/1"]


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>Some words that lead nowhere.</p>",
        "<nav><a href='/a'>About the house</a><a href='/b'>About us all</a></nav>",
    ],
)
def test_a_page_that_lists_nothing_is_refused(html):
    with pytest.raises(NotAnArticleError) as refused:
        headlines(page(html))
    assert refused.value.why is NoArticleReason.NO_HEADLINES


@given(
    st.lists(st.one_of(st.sampled_from([*PIECES, *ROWS.split("<p>")]), st.text(max_size=30)), max_size=60).map("".join)
)
def test_any_markup_is_a_list_or_is_refused(html):
    try:
        found = headlines(page(html))
    except NotAnArticleError:
        return
    assert all(item.title and item.url.startswith(("http://", "https://")) for item in found.items)
    assert len({item.url for item in found.items}) == len(found.items)


@pytest.mark.parametrize(
    "html",
    [
        ROWS * 2000,
        "".join(f"<a href='/{n}'>{n}</a>" for n in range(30_000)),
        "".join(f"<div><a href='/{n}'>Item {n} of many</a>" for n in range(3000)),
        "".join(f"<p class='c{n}x'><a href='/{n}'>Item {n} of many of them</a>" for n in range(10_000)),
        "<table><tr><td>" * 3000 + ROWS,
        "<div>"
        + "".join(f"<p><a href='/{n}'>Item {n} of many of them</a></p>" for n in range(10_000))
        + ROWS
        + "</div>",
        "<h1>News</h1>" + "".join(f"<a href='/{n}'>Item number {n} of many of them</a> " for n in range(10_000)),
        "<ul>" + "<li><img style='background:url(" * 20_000,
    ],
    ids=["the-same", "numbers", "nested", "classes", "tables", "wide", "in-one-line", "styles"],
)
def test_a_hostile_page_ends_in_headlines_or_a_sentence(html):
    outcome = None
    try:
        outcome = headlines(page(html)).items
    except NotAnArticleError as error:
        outcome = error.why
    assert outcome


# As an article.


def test_a_list_of_a_known_site_is_shown_as_headlines():
    url = "http://demo.localhost/kk-KZ/news"
    article = read(page(pages.listing("kk-KZ", 1), url), SITES)
    heads = [block for block in article.blocks if isinstance(block, Heading)]
    wanted = items.items("news", "kk")[: pages.A_PAGE]
    assert [head.text for head in heads] == [item.title for item in wanted]
    assert [head.runs[0].href for head in heads] == [f"{url}/details/{item.number}" for item in wanted]
    assert article.blocks[1].text == "2026 жылғы 20 қараша"
    assert (article.blocks[-1].text, article.blocks[-1].runs[0].href) == ("Next page", f"{url}?p=2")
    assert (article.title, article.language, article.published) == ("Жаңалықтар", "kk", None)
    assert {version.language for version in article.versions} == {"ru", "en"}


def test_of_a_list_too_nothing_is_lost():
    article = read(page(pages.listing("ru-RU", 2), "http://demo.localhost/ru-RU/news?p=2"), SITES)
    removed = " ".join(gone.text for gone in article.removed)
    assert {Reason.PANEL, Reason.NAVIGATION, Reason.TITLE, Reason.DATE} <= {gone.reason for gone in article.removed}
    for word in re.sub(
        r"<(style|script)\b.*?</\1>|<title>.*?</title>|<[^>]+>", " ", pages.listing("ru-RU", 2), flags=re.DOTALL
    ).split():
        assert word.replace("&nbsp;", " ").split()[0] in article.text + removed + article.title or "&" in word


def test_a_feed_is_shown_as_headlines():
    feed = (
        "<rss><channel><title>Сенат</title><item><title>Сенат открыл читальный зал</title><link>/1</link>"
        "<pubDate>2 Sep 2024</pubDate><description>В нём нет стен, и это видно.</description></item></channel></rss>"
    )
    article = read(page(feed))
    assert [(block.kind, block.text) for block in article.blocks] == [
        ("heading", "Сенат открыл читальный зал"),
        ("paragraph", "2 сентября 2024 г."),
        ("paragraph", "В нём нет стен, и это видно."),
    ]
    assert (article.title, article.language) == ("Сенат", "ru")


def test_a_feed_without_entries_is_refused_as_one():
    with pytest.raises(NotAnArticleError) as refused:
        read(page("<rss><channel><title>Nothing</title></channel></rss>"))
    assert refused.value.why is NoArticleReason.NO_HEADLINES


def test_a_map_of_a_large_site_is_shown_in_part_and_says_so():
    addresses = "".join(f"<url><loc>/news/item-{n}</loc></url>" for n in range(MOST_SHOWN + 2))
    article = read(page(f"<urlset>{addresses}</urlset>"))
    assert len(article.blocks) == MOST_SHOWN + 1
    assert article.blocks[-1].text == "2 more headlines are not shown."


class Russian(gettext.NullTranslations):
    def gettext(self, message):
        return "Следующая страница" if message == "Next page" else message


def test_the_way_to_the_next_page_is_named_in_the_language_of_the_program():
    url = "http://demo.localhost/en-US/news"
    try:
        use_language("ru")
        use_catalogue(Russian())
        link = read(page(pages.listing("en-US", 1), url), SITES).blocks[-1].runs[0]
        assert (link.text, link.href, link.language) == ("Следующая страница", f"{url}?p=2", "ru")
    finally:
        use_language("en")
