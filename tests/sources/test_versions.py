"""The same page in other languages: every way in which pages tell it, and what is none of it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessreader.article import Version
from accessreader.sources import read
from accessreader.sources.page import Page
from accessreader.sources.site import load_sites
from accessreader.sources.tree import parse
from accessreader.sources.versions import versions_of
from accessreader.writers import json_form

HERE = "https://council.example/ru/news/1"
SITES = load_sites()[0]


def versions(html, url=HERE, base=""):
    return {version.language: version.url for version in versions_of(parse(html), url, base)}


def alternates(**addresses):
    links = "".join(
        f'<link rel="alternate" hreflang="{code.replace("_", "-")}" href="{href}">' for code, href in addresses.items()
    )
    return f"<html><head>{links}</head><body><p>Words.</p></body></html>"


def switch(*links):
    return (
        f'<ul class="x">{"".join(f"<li>{link}</li>" for link in links)}</ul><p>Words of the page, which are many.</p>'
    )


# What the head says.


def test_the_alternates_of_the_head_are_the_versions():
    html = alternates(kk="/kk/news/1", ru="/ru/news/1", en="/en/news/1", x_default="/news/1")
    assert versions(html) == {
        "kk": "https://council.example/kk/news/1",
        "en": "https://council.example/en/news/1",
    }


@pytest.mark.parametrize("code", ["kk", "kk-KZ", "KK-kz", "kk_KZ", "kz", "kaz", " kk "])
def test_a_language_may_be_told_in_many_manners(code):
    assert versions(f'<link rel="alternate" hreflang="{code}" href="/a/7">') == {"kk": "https://council.example/a/7"}


def test_a_translated_address_of_the_head_is_believed():
    html = alternates(ru="https://council.example/ru/news/1", en="https://council.example/a-bridge-opens")
    assert versions(html) == {"en": "https://council.example/a-bridge-opens"}


@pytest.mark.parametrize(
    "own", ["https://council.example/news/1", "https://council.example/news/1/", "https://www.council.example/news/1",
            "https://council.example/news/1?utm_source=post#comments"],
)  # fmt: skip
def test_the_page_itself_is_none_of_its_versions_however_its_address_is_written(own):
    html = alternates(kk="/kk/news/1", ru="https://council.example/news/1")
    assert versions(html, own) == {"kk": own.split("/news")[0] + "/kk/news/1"}


def test_a_page_that_calls_its_own_address_russian_is_russian_in_any_folder():
    html = alternates(ru_KZ="https://paper.example/kz/news/1", kk_KZ="https://paper.example/kz/kaz/news/1")
    assert versions(html, "https://paper.example/kz/news/1") == {"kk": "https://paper.example/kz/kaz/news/1"}


def test_each_language_is_offered_once_and_the_head_goes_first():
    html = alternates(kk="/kk/news/1") + switch('<a href="/kk/other/1">ҚАЗ</a>', "<b>РУС</b>")
    assert versions(html) == {"kk": "https://council.example/kk/news/1"}


@pytest.mark.parametrize(
    "link",
    [
        '<link rel="alternate" hreflang="x-default" href="/kk/news/1">',
        '<link rel="alternate" type="application/rss+xml" hreflang="kk" href="/kk/feed">',
        '<link rel="stylesheet" hreflang="kk" href="/kk.css">',
        '<link rel="alternate" hreflang="kk" href="/kk/">',
        '<link rel="alternate" hreflang="kk" href="/">',
        '<link rel="alternate" hreflang="kk" href="javascript:kk()">',
        '<link rel="alternate" hreflang="kk" href="">',
        '<link rel="alternate" hreflang="" href="/kk/news/1">',
        '<link rel="alternate" media="handheld" href="/m/news/1">',
    ],
)
def test_what_the_head_says_of_other_things_is_no_version(link):
    assert versions(f"<html><head>{link}</head></html>") == {}


# What a switch of languages links to.


@pytest.mark.parametrize(
    ("words", "language"),
    [(words, "kk") for words in (
        "ҚАЗ", "Қаз.", "Қазақша", "қазақ тілінде", "KAZ", "Kz", "KK", "QAZ", "Qazaqsha", "Казахский", "[ҚЗ]", "КАЗ",
    )]
    + [(words, "en") for words in ("ENG", "English", "En", "Английский", "In English", "АНГЛ", "Ағылшынша")],
)  # fmt: skip
def test_a_switch_names_its_languages_in_many_manners(words, language):
    href = {"kk": "/kk/news/1", "en": "/en/news/1"}[language]
    html = switch(f'<a href="{href}">{words}</a>', "<b>РУС</b>")
    assert versions(html) == {language: f"https://council.example{href}"}


@pytest.mark.parametrize("words", ["РУС", "Русский", "RU", "Rus.", "на русском языке", "Орысша", "Russian"])
def test_russian_too(words):
    assert versions(f'<a href="/ru/news/1">{words}</a>', "https://council.example/kk/news/1") == {"ru": HERE}


@pytest.mark.parametrize(
    ("own", "kk", "en"),
    [
        ("https://s.example/ru-RU/news/details/7", "/kk-KZ/news/details/7", "/en-US/news/details/7"),
        ("https://s.example/ru/news/7", "/kz/news/7", "/en/news/7"),
        ("https://s.example/rus/news/7", "/kaz/news/7", "/eng/news/7"),
        ("https://s.example/news/7", "/kk/news/7", "/en/news/7"),
        ("https://s.example/kz/ru/news/7", "/kz/kk/news/7", "/kz/en/news/7"),
        ("https://s.example/index.php/ru/news/7", "/index.php/kk/news/7", "/index.php/en/news/7"),
        ("https://s.example/news/7?lang=ru", "/news/7?lang=kz", "/news/7?lang=en"),
        ("https://s.example/view?id=7&lang=ru", "/view?lang=kk&id=7", "?id=7&lang=en"),
        ("https://s.example/news/7", "?language=kk-KZ", "?language=en-US"),
        ("https://s.example/news/7", "https://kaz.s.example/news/7", "https://en.s.example/news/7"),
        ("https://ru.s.example/news/7", "https://kk.s.example/news/7", "https://s.example/news/7"),
        ("https://s.example/RU/news/7/", "../../KK/news/7", "/EN/news/7/"),
    ],
)
def test_the_culture_in_an_address_may_stand_anywhere(own, kk, en):
    html = f'<p><a href="{kk}">Қазақша</a></p><p>{"Words. " * 40}</p><p><a href="{en}">English</a></p>'
    assert list(versions(html, own)) == ["kk", "en"]


@pytest.mark.parametrize(
    "link",
    [
        '<a href="/kk/news/1"><img src="kk.png" alt="Қазақша"></a>',
        '<a href="/kk/news/1" title="Қазақша"><i></i></a>',
        '<a href="/kk/news/1" aria-label="Қазақша"><svg></svg></a>',
        '<a href="/kk/news/1" hreflang="kk"><i></i></a>',
        '<a href="/kk/news/1" rel="alternate" hreflang="kk">Бұл бет ана тіліңізде</a>',
        '<a href="/kk/zhanalyq/1" rel="alternate" hreflang="kk">Бұл бет ана тіліңізде</a>',
        '<select><option>Тіл</option><option value="/kk/news/1">Қазақша</option></select>',
    ],
    ids=["picture", "title", "label", "hreflang", "alternate", "translated-alternate", "choice"],
)
def test_a_link_may_name_its_language_without_words(link):
    assert list(versions(f"<div>{link}</div>")) == ["kk"]


def test_a_switch_may_go_by_a_page_that_sets_the_language():
    html = switch('<a href="/set?lang=kk&return=/news/1">ҚАЗ</a>', "<span>РУС</span>")
    assert versions(html) == {"kk": "https://council.example/set?lang=kk&return=/news/1"}


def test_a_switch_may_lead_to_a_translated_address():
    html = switch('<a href="/kk/zhanalyqtar/kopir">ҚАЗ</a>', '<a href="/ru/news/1">РУС</a>', '<a href="/en/a">ENG</a>')
    assert versions(html) == {
        "kk": "https://council.example/kk/zhanalyqtar/kopir",
        "en": "https://council.example/en/a",
    }


def test_a_lone_link_of_a_menu_that_tells_its_culture_is_a_switch():
    html = f'<div><a href="/ru/1">Главная</a> <a href="/kk/zhanalyqtar/7">Қазақша</a></div><p>{"Words. " * 40}</p>'
    assert versions(html) == {"kk": "https://council.example/kk/zhanalyqtar/7"}
    assert versions(html.replace("Главная", "Главная</a> говорит <a>")) == {}


def test_references_are_relative_to_the_page_or_to_its_base():
    html = '<a href="../../kk/news/1">Қазақша</a>'
    assert versions(html) == {"kk": "https://council.example/kk/news/1"}
    assert versions('<a href="kk/news/1">Қазақша</a>', HERE, "https://council.example/") == {
        "kk": "https://council.example/kk/news/1"
    }
    page = (
        f'<html><head><base href="/"></head><body><p>{"Words. " * 40}</p><a href="kk/news/1">Қазақша</a></body></html>'
    )
    assert read(Page(url=HERE, final_url=HERE, html=page)).versions == (
        Version("kk", "https://council.example/kk/news/1"),
    )


# What is none.


@pytest.mark.parametrize(
    "html",
    [
        '<p>She teaches <a href="/en/courses/7">English</a> to whoever has an hour for it.</p>',
        '<p>He speaks <a href="/people/9">Kazakh</a>, and little else.</p>',
        '<a href="/courses/english">English</a>',
        switch('<a href="/kk/">ҚАЗ</a>', '<a href="/">РУС</a>', '<a href="/en">ENG</a>'),
        switch('<a href="/en/news/1">ҚАЗ</a>', "<b>РУС</b>"),
        switch('<a href="/ru/news/1">РУС</a>', '<a href="#">ENG</a>', '<a href="javascript:en()">ENG</a>'),
        '<a href="/kk/news/2" hreflang="kk">Көпір ашылды</a>',
        '<ul><li><a href="/kk/news/2">Көпір ашылды</a></li><li><a href="/en/news/3">A bridge opens</a></li></ul>',
        '<a href="http://[/kk/news/1">Қазақша</a>',
        "",
    ],
    ids=[
        "a-course", "a-person", "alone", "front-pages", "the-wrong-culture", "scripts", "another-story", "other-stories",
        "no-address", "nothing",
    ],
)  # fmt: skip
def test_links_that_lead_elsewhere_are_no_versions(html):
    assert versions(html) == {}


def test_of_a_front_page_the_other_front_pages_are_versions():
    html = switch('<a href="/kk/">ҚАЗ</a>', "<b>РУС</b>", '<a href="/en">ENG</a>')
    assert versions(html, "https://council.example/ru/") == {
        "kk": "https://council.example/kk/",
        "en": "https://council.example/en",
    }


# What the address of a described site tells.


@pytest.mark.parametrize(
    ("own", "others"),
    [
        (
            "https://senate.parlam.kz/en-US/pages/details/14123?type=internationalactivity&title=International%20activity",
            {
                "kk": "https://senate.parlam.kz/kk-KZ/pages/details/14123?type=internationalactivity"
                "&title=International%20activity",
                "ru": "https://senate.parlam.kz/ru-RU/pages/details/14123?type=internationalactivity"
                "&title=International%20activity",
            },
        ),
        (
            "http://www.parlam.kz/ru/mazhilis/news-details/id30022/1/1",
            {
                "kk": "http://www.parlam.kz/kk/mazhilis/news-details/id30022/1/1",
                "en": "http://www.parlam.kz/en/mazhilis/news-details/id30022/1/1",
            },
        ),
        ("https://senate.parlam.kz/en-US/about/deputies", {}),
        ("https://senate.parlam.kz/storage/1.jpg", {}),
        ("https://elsewhere.example/en-US/news/details/7", {}),
    ],
)
def test_where_a_site_is_described_the_address_tells_the_others(own, others):
    article = read(Page(url=own, final_url=own, html=f"<h1>A bridge opens</h1><p>{'Words of it. ' * 40}</p>"), SITES)
    assert {version.language: version.url for version in article.versions} == others


def test_what_a_page_of_a_described_site_names_itself_goes_before():
    own = "https://senate.parlam.kz/en-US/news/details/7"
    html = f'<h1>A bridge opens</h1><p>{"Words of it. " * 40}</p><a href="/kk-KZ/news/details/7">ҚАЗ</a>'
    article = read(Page(url=own, final_url=own, html=html), SITES)
    assert article.versions == (Version("kk", "https://senate.parlam.kz/kk-KZ/news/details/7"),)


def test_versions_are_written_as_json():
    own = "https://senate.parlam.kz/en-US/news/details/7"
    article = read(Page(url=own, final_url=own, html=f"<h1>A bridge</h1><p>{'Words of it. ' * 40}</p>"), SITES)
    assert json.loads(json_form.write(article))["versions"] == [
        {"language": "kk", "url": "https://senate.parlam.kz/kk-KZ/news/details/7"},
        {"language": "ru", "url": "https://senate.parlam.kz/ru-RU/news/details/7"},
    ]


PARTS = st.sampled_from(
    ["<a href='/kk/news/1'>", "<a href='/en/'>", "<a href='http://['>", "</a>", "<option value='?lang=kk'>", "English", "ҚАЗ", "РУС",
     "<link rel=alternate hreflang=kk href='/kk/news/1'>", "<img alt=English>", "<ul><li>", "</ul>", "<select>", "<base href='//['>"]
)  # fmt: skip


@given(
    st.lists(PARTS | st.text(max_size=9), max_size=40).map("".join),
    st.sampled_from([HERE, "http://[", "", "file:///a"]),
)
def test_whatever_a_page_holds_its_versions_lead_elsewhere_and_each_language_comes_once(html, url):
    found = versions_of(parse(html), url)
    assert len({version.language for version in found}) == len(found)
    assert all(version.url.startswith(("http://", "https://")) and version.url != url for version in found)


def test_many_links_that_name_a_language_are_soon_done_with():
    html = "<div>" + "<a href='/en/courses/7'>English</a> and other words " * 30_000 + "</div>"
    assert versions(html) == {}
