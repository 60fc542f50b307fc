"""The demonstration site: every page there, every word in it, and gone when it is told to go."""

import re
import socket
from html.parser import HTMLParser
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from accessreader import resources
from accessreader.demo import DemoSite, items

CULTURES = ("kk-KZ", "ru-RU", "en-US")
NEWS = range(9101, 9108)
LABELS = ("Цвет сайта", "Расстояние между буквами", "Шрифт", "Изображения")
UNREAD = {"script", "style", "title"}


class Reading(HTMLParser):
    """What a page says and where it leads."""

    def __init__(self, page):
        super().__init__()
        self.links, self.pictures, self.alternates, self.words = [], [], {}, []
        self._unread = 0
        self.feed(page)
        self.text = re.sub(r"\s+", " ", "".join(self.words))

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag in UNREAD:
            self._unread += 1
        if tag == "a" and "href" in attributes:
            self.links.append(attributes["href"])
            if attributes.get("rel") == "alternate":
                self.alternates[attributes["hreflang"]] = attributes["href"]
        if tag == "img":
            self.pictures.append(attributes["src"])
            assert attributes["alt"]

    def handle_endtag(self, tag):
        if tag in UNREAD:
            self._unread -= 1
        if tag in {"p", "li", "td", "th", "h1", "h2", "h3", "div", "blockquote", "br", "figcaption"}:
            self.words.append(" ")

    def handle_data(self, data):
        if not self._unread:
            self.words.append(data)


@pytest.fixture(scope="module")
def site():
    with DemoSite() as running:
        yield running


def ask(site, target, method="GET", **headers):
    connection = HTTPConnection(site.host, timeout=10)
    try:
        connection.request(method, target, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()


def read(site, target):
    status, _, content = ask(site, target)
    assert status == 200, target
    return Reading(content.decode("utf-8"))


def plain(block):
    """The words of a block of an item's notation, without the notation."""
    words = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", block)
    words = re.sub(r"\{[a-z]{2}\|([^}]+)\}", r"\1", words)
    words = re.sub(r"\\$", "", words, flags=re.MULTILINE)
    return re.sub(r"[\s~]+", " ", words.replace("*", "")).strip()


def test_every_link_and_every_picture_of_the_site_is_there(site):
    waiting, seen = ["/kk-KZ/news"], set()
    while waiting:
        target = waiting.pop()
        if target in seen:
            continue
        seen.add(target)
        page = read(site, target)
        waiting += page.links
        for picture in set(page.pictures) - seen:
            seen.add(picture)
            status, headers, content = ask(site, picture)
            assert (status, headers["Content-Type"]) == (200, "image/png"), picture
            assert re.fullmatch(r"/storage/[0-9a-f]{32}\.png", picture)
            assert content.startswith(b"\x89PNG")
    assert {f"/{culture}/news/details/{number}" for culture in CULTURES for number in NEWS} <= seen
    assert sum("/pages/details/14101?type=" in target for target in seen) == len(CULTURES)


@pytest.mark.parametrize("number", NEWS)
def test_every_item_of_news_is_told_in_three_languages_and_each_leads_to_the_others(site, number):
    found = {}
    for culture in CULTURES:
        page = read(site, f"/{culture}/news/details/{number}")
        assert page.alternates == {culture[:2]: f"/{culture}/news/details/{number}" for culture in CULTURES}
        item = items.item("news", number, culture[:2])
        assert item.language == culture[:2]
        assert item.title in page.text
        found[culture] = item.title
    assert len(set(found.values())) == 3


@pytest.mark.parametrize("culture", CULTURES)
@pytest.mark.parametrize("number", NEWS)
def test_a_page_says_every_paragraph_once(site, culture, number):
    item = items.item("news", number, culture[:2])
    page = read(site, f"/{culture}/news/details/{number}")
    paragraphs = [block for block in item.body.split("\n\n") if re.match(r"[\w«\"“*]", block)]
    assert len(paragraphs) >= 4
    for paragraph in paragraphs:
        if not re.match(r"\d+\. ", paragraph):
            assert page.text.count(plain(paragraph)) == 1, paragraph
    assert f"{item.published:%d.%m.%Y} {item.views}" in page.text
    assert item.press in page.text
    assert not re.search(r"[{}\\|]|\*\*|~", page.text)


@pytest.mark.parametrize("target", ["news", "news/details/9107", "pages/details/14101"])
@pytest.mark.parametrize("culture", CULTURES)
def test_the_panel_speaks_russian_in_every_culture_and_comes_first(site, culture, target):
    page = read(site, f"/{culture}/{target}")
    assert page.text.split()[:7] == " ".join(LABELS).split()


def test_a_kazakh_address_may_hold_an_english_body(site):
    page = read(site, "/kk-KZ/pages/details/14101?type=internationalactivity&title=International%20activity")
    assert "Көрнекілік Сенаты" in page.text
    assert "a law is made twice" in page.text


def test_scripts_hold_words_that_nobody_should_read(site):
    _, _, content = ask(site, "/en-US/news/details/9107")
    assert b"This must not be read" in content
    assert "This must not be read" not in read(site, "/en-US/news/details/9107").text


@pytest.mark.parametrize("culture", CULTURES)
def test_the_list_has_four_items_a_page_and_then_ends(site, culture):
    first, second = read(site, f"/{culture}/news?p=1"), read(site, f"/{culture}/news?p=2")
    listed = [[link for link in page.links if re.search(r"/news/details/910[1-7]$", link)] for page in (first, second)]
    of_the_menu = f"/{culture}/news/details/9102"
    assert [len(links) - links.count(of_the_menu) for links in listed] == [4, 2]
    assert f"/{culture}/news?p=2" in first.links
    assert f"/{culture}/news?p=1" in second.links
    for page in ("3", "0", "-1", "x", "999999999999"):
        assert ask(site, f"/{culture}/news?p={page}")[0] == 404


@pytest.mark.parametrize(
    "target",
    ["/nothing", "/kk-KZ/news/details/1", "/de-DE/news", "/kk-KZ/pages/details/9107", "/storage/" + "0" * 32 + ".png",
     "/../site.toml", "/kk-KZ/news/details/%2e%2e"],
)  # fmt: skip
def test_what_is_not_there_is_said_not_to_be_there(site, target):
    assert ask(site, target)[0] == 404


@pytest.mark.parametrize("culture", CULTURES)
def test_what_is_gone_is_said_to_be_gone(site, culture):
    status, _, content = ask(site, f"/{culture}/gone")
    assert status == 410
    assert items.words(culture[:2])["gone"] in content.decode()


def test_the_home_leads_to_the_list_in_kazakh(site):
    status, headers, _ = ask(site, urlsplit(site.home).path)
    assert (status, headers["Location"]) == (302, "/kk-KZ/news")
    assert [urlsplit(site.home_in(language)).path for language in ("kk", "ru", "en", "fr")] == [
        "/kk-KZ/news", "/ru-RU/news", "/en-US/news", "/kk-KZ/news",
    ]  # fmt: skip
    assert site.first("ru") == f"http://{site.host}/ru-RU/news/details/9107"


@pytest.mark.parametrize("target", ["/kk-KZ/news/details/9107", "/kk-KZ/news"])
def test_an_unchanged_page_is_not_sent_again(site, target):
    _, headers, _ = ask(site, target)
    for condition in (
        {"If_None_Match": headers["ETag"]},
        {"If_None_Match": f'"other", W/{headers["ETag"]}'},
        {"If_None_Match": "*"},
        {"If_Modified_Since": headers["Last-Modified"]},
    ):
        status, again, content = ask(site, target, **condition)
        assert (status, content, again["ETag"]) == (304, b"", headers["ETag"])
    for condition in (
        {"If_None_Match": '"other"'},
        {"If_None_Match": '"other"', "If_Modified_Since": headers["Last-Modified"]},
        {"If_Modified_Since": "Sat, 01 Jan 2000 00:00:00 GMT"},
        {"If_Modified_Since": "some day"},
    ):
        assert ask(site, target, **condition)[0] == 200


def test_head_says_what_get_would_send_and_sends_nothing(site):
    _, wanted, content = ask(site, "/kk-KZ/news/details/9106")
    status, headers, nothing = ask(site, "/kk-KZ/news/details/9106", method="HEAD")
    assert (status, nothing) == (200, b"")
    assert headers["Content-Length"] == wanted["Content-Length"] == str(len(content))
    assert headers["ETag"] == wanted["ETag"]


def test_the_port_is_closed_when_the_site_stops():
    site = DemoSite()
    with pytest.raises(RuntimeError):
        assert site.host
    with site:
        host, _, port = site.host.partition(":")
        assert host == "127.0.0.1"
        site.start()
        assert site.host == f"{host}:{port}"
    site.stop()
    with pytest.raises(ConnectionRefusedError), socket.create_connection((host, int(port)), timeout=2):
        pass
    with pytest.raises(RuntimeError):
        assert site.host


def test_no_picture_is_heavier_than_sixty_kilobytes():
    pictures = resources.names("demo/pictures", ".png")
    assert len(pictures) >= 8
    for name in pictures:
        content = resources.read_bytes(name)
        assert len(content) <= 60_000, name
        assert (int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")) == (1200, 675)


def test_the_letters_tell_the_truth_about_the_rules():
    for language, word in (("kk", "бірден"), ("ru", "сразу"), ("en", "at once")):
        rules = items.item("news", 9102, language).body
        assert len(re.findall(rf"\b{word}\b", rules)) == 11
        assert re.findall(r"^\d+\.\d+\.", rules, re.MULTILINE) == re.findall(
            r"^\d+\.\d+\.", items.item("news", 9102, "en").body, re.MULTILINE
        )


@pytest.mark.parametrize("culture", CULTURES)
def test_a_culture_alone_leads_to_its_list(site, culture):
    status, headers, _ = ask(site, f"/{culture}")
    assert (status, headers["Location"]) == (302, f"/{culture}/news")


def test_a_date_without_a_zone_is_taken_for_universal_time(site):
    assert ask(site, "/kk-KZ/news", If_Modified_Since="Tue, 01 Sep 2026 09:00:00 -0000")[0] == 304
    assert ask(site, "/kk-KZ/news", If_Modified_Since="Tue, 01 Sep 2026 08:59:59 -0000")[0] == 200


def test_letters_of_two_scripts_meet_in_one_word_only_where_a_letter_writer_mixed_them():
    mixed = re.compile(r"\b(?=\w*[A-Za-z])(?=\w*[Ѐ-ӿ])\w+")
    found = {name: mixed.findall(resources.read_text(name)) for name in resources.names("demo", ".txt")}
    assert {name: words for name, words in found.items() if words} == {
        "demo/news-9101.kk.txt": ["Cерік", "Мемлекеттiк"]
    }
