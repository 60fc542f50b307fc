"""Lists of news, feeds and other pages as headlines, by keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from accessreader.article import Heading, Position
from accessreader.demo import items
from accessreader.keys.commands import BY_NAME
from pretend import PretendedWeb, answer
from sources.list_markups import NEWS, cards_with_pictures

LIST = "http://demo.localhost/en-US/news"
TITLES = [title for title, _lead in NEWS]
BEES = "They came back in the second week of May, a dark ball of them on the crane that nobody uses. "
ARTICLE = (
    "<html><head><title>Bees return to the old harbour after years</title>"
    '<link rel="alternate" type="application/rss+xml" href="/feed"></head>'
    "<body><h1>Bees return to the old harbour after years</h1>"
    f"<div><p>{BEES * 5}</p><p>{BEES * 5}</p></div><ul class='more'>"
    + "".join(f"<li><a href='/news/{n}'>{title}</a></li>" for n, title in enumerate(TITLES))
    + "</ul></body></html>"
)
FEED = (
    "<rss version='2.0'><channel><title>Hill Council</title>"
    + "".join(
        f"<item><title>{title}</title><link>/news/{n}</link><description>{lead}</description></item>"
        for n, (title, lead) in enumerate(NEWS)
    )
    + "</channel></rss>"
)


@pytest.fixture
def web():
    with PretendedWeb() as pretended:
        yield pretended


def press(window, name):
    QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(BY_NAME[name].keys[0]))


def headlines_of(window):
    return [block.text for block in window.article.blocks if isinstance(block, Heading) and block.runs[0].href]


def comes(qtbot, window, address):
    qtbot.waitUntil(lambda: not window.loading and window.article.url == address, timeout=20_000)


def test_a_list_of_a_site_nobody_described_is_walked_by_headings_to_its_next_page(open_window, qtbot, web):
    made = cards_with_pictures()
    web.says("/news", answer(made.page.encode()))
    web.says(made.next_page, answer(made.page.replace(TITLES[0], "An older piece of news").encode()))
    window = open_window(web.address("/news"))
    assert headlines_of(window) == TITLES
    press(window, "next-heading")
    press(window, "next-heading")
    assert window.view.blocks[window.view.caret.block].text == TITLES[1]
    press(window, "next-page")
    comes(qtbot, window, web.address(made.next_page))
    assert headlines_of(window) == ["An older piece of news", *TITLES[1:]]


def test_the_way_to_the_next_page_is_the_last_link_too(open_window, qtbot):
    window = open_window(LIST)
    window.view.set_caret(Position(len(window.view.blocks) - 1, 0))
    QTest.keyClick(window.view, Qt.Key.Key_Return)
    comes(qtbot, window, f"{LIST}?p=2")
    assert headlines_of(window)[-1] == items.items("news", "en")[-1].title


def test_the_end_of_a_list_is_said(open_window):
    window = open_window(f"{LIST}?p=2")
    press(window, "next-page")
    assert window.status.text() == "This page names no next page."


@pytest.mark.parametrize("kind", ["application/rss+xml", "text/xml", "application/octet-stream", "text/html"])
def test_a_feed_is_shown_whatever_its_server_calls_it(open_window, web, kind):
    web.says("/feed", answer(FEED.encode(), kind=kind))
    window = open_window(web.address("/feed"))
    assert window.article.title == "Hill Council"
    assert headlines_of(window) == TITLES
    assert NEWS[0][1] in window.article.text


def test_the_feed_that_a_page_names_is_one_key_away(open_window, qtbot, web):
    web.says("/bees", answer(ARTICLE.encode()))
    web.says("/feed", answer(FEED.encode(), kind="application/rss+xml"))
    window = open_window(web.address("/bees"))
    press(window, "feed")
    comes(qtbot, window, web.address("/feed"))
    assert headlines_of(window) == TITLES
    press(window, "feed")
    assert window.status.text() == "This page names no feed of its site."


def test_an_article_is_shown_as_the_headlines_beside_it_and_read_again(open_window, qtbot, web):
    web.says("/bees", answer(ARTICLE.encode()))
    window = open_window(web.address("/bees"))
    assert headlines_of(window) == []
    press(window, "headlines")
    qtbot.waitUntil(lambda: headlines_of(window) == TITLES, timeout=20_000)
    assert window.status.text() == f"{len(TITLES)} headlines. F5 brings the page back."
    press(window, "reload")
    qtbot.waitUntil(lambda: headlines_of(window) == [], timeout=20_000)
    assert BEES.strip() in window.article.text


def test_back_leads_from_the_headlines_of_a_page_to_the_page_and_forward_to_them(open_window, qtbot, web):
    web.says("/bees", answer(ARTICLE.encode()))
    window = open_window(web.address("/bees"))
    assert not window.actions_by_name["back"].isEnabled()
    window.view.set_caret(Position(1, 4))
    press(window, "headlines")
    qtbot.waitUntil(lambda: headlines_of(window) == TITLES, timeout=20_000)
    press(window, "back")
    qtbot.waitUntil(lambda: headlines_of(window) == [], timeout=20_000)
    assert window.view.caret == Position(1, 4)
    press(window, "forward")
    qtbot.waitUntil(lambda: headlines_of(window) == TITLES, timeout=20_000)
    press(window, "headlines")
    assert window.actions_by_name["back"].isEnabled()
    press(window, "back")
    qtbot.waitUntil(lambda: headlines_of(window) == [], timeout=20_000)
    assert not window.actions_by_name["back"].isEnabled()


def test_a_page_without_headlines_says_so_and_stays(open_window, qtbot, web):
    web.says("/bees", answer(f"<h1>Bees return to the harbour</h1><p>{BEES * 9}</p>".encode()))
    window = open_window(web.address("/bees"))
    before = window.article
    press(window, "headlines")
    qtbot.waitUntil(lambda: "There are no headlines here" in window.status.text(), timeout=20_000)
    assert window.article is before


def test_the_start_page_has_no_headlines(open_window):
    window = open_window()
    press(window, "headlines")
    assert window.status.text() == "No page is open."
