"""From article to article along a list, by keys, on the demonstration site and on others, also while listening."""

import dataclasses

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from accessreader.article import Article, Heading, Paragraph, Position, Run
from accessreader.demo import items
from accessreader.keys.commands import BY_NAME
from accessreader.qt.seen_lists import LISTS_KEPT, SeenLists, listed_in
from pretend import PretendedWeb, answer
from qt.pretend_voice import with_voice

LIST = "http://demo.localhost/en-US/news"
FIRST, SECOND, THIRD, FOURTH, FIFTH, *_OLDER = [item.title for item in items.items("news", "en")]
"""Four of them stand on the first page of the list."""
ALONE = "This page stands in no list that was opened here. Open a list of news first."
WORDS = "They came back in the second week of May, a dark ball of them on the crane that nobody uses. "


def press(window, name):
    QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(BY_NAME[name].keys[0]))


def comes(qtbot, window, title):
    qtbot.waitUntil(lambda: not window.loading and window.article.title == title, timeout=20_000)


def go(qtbot, window, name, title):
    press(window, name)
    comes(qtbot, window, title)


def feed(*addresses):
    listed = "".join(f"<item><title>News of day {n}</title><link>{a}</link></item>" for n, a in enumerate(addresses))
    return answer(
        f"<rss version='2.0'><channel><title>Hill Council</title>{listed}</channel></rss>".encode(),
        kind="application/rss+xml",
    )


def page(title):
    return answer(f"<title>{title}</title><h1>{title}</h1><p>{WORDS * 5}</p><p>{WORDS * 5}</p>".encode())


@pytest.fixture
def web():
    with PretendedWeb() as pretended:
        yield pretended


@pytest.fixture
def listening(open_window, services, engines):
    """A window on the first article of the list, which is being read aloud."""
    services.preferences.for_this_run(speech_structure=False)

    def opened(qtbot):
        window = open_window(LIST, parts=with_voice(services, engines))
        go(qtbot, window, "next-article", FIRST)
        press(window, "speak-all")
        engines[0].word()
        QApplication.processEvents()
        assert window.narration.speaking
        return window

    return opened


def test_a_list_leads_to_its_first_article_and_on_and_back(open_window, qtbot):
    window = open_window(LIST)
    go(qtbot, window, "next-article", FIRST)
    go(qtbot, window, "next-article", SECOND)
    go(qtbot, window, "next-article", THIRD)
    go(qtbot, window, "previous-article", SECOND)
    assert not window.narration.active


def test_from_the_list_the_key_for_the_previous_article_opens_the_first_too(open_window, qtbot):
    go(qtbot, open_window(LIST), "previous-article", FIRST)


def test_a_list_goes_on_with_its_next_page_and_back_to_the_last_article_of_the_page_before(open_window, qtbot):
    window = open_window(LIST)
    for title in (FIRST, SECOND, THIRD, FOURTH):
        go(qtbot, window, "next-article", title)
    press(window, "next-article")
    qtbot.waitUntil(lambda: not window.loading and window.article.url == f"{LIST}?p=2", timeout=20_000)
    go(qtbot, window, "next-article", FIFTH)
    go(qtbot, window, "previous-article", FOURTH)


def test_both_ends_of_a_list_are_said_and_the_page_stays(open_window, qtbot):
    window = open_window(f"{LIST}?p=2")
    go(qtbot, window, "next-article", FIFTH)
    press(window, "previous-article")
    assert window.status.text() == "This is the first article of the list."
    for title in _OLDER:
        go(qtbot, window, "next-article", title)
    press(window, "next-article")
    assert window.status.text() == "This is the last article of the list."
    assert not window.loading
    assert window.article.title == _OLDER[-1]


def test_where_there_is_no_list_it_is_said(open_window):
    window = open_window()
    press(window, "next-article")
    assert window.status.text() == ALONE


def test_an_article_opened_without_its_list_has_no_next_one(open_window, qtbot):
    window = open_window("demo:")
    press(window, "next-article")
    assert window.status.text() == ALONE
    assert window.article.title == FIRST
    window.open(LIST)
    qtbot.waitUntil(lambda: not window.loading and window.article.url == LIST, timeout=20_000)
    window.visit(-1)
    comes(qtbot, window, FIRST)
    go(qtbot, window, "next-article", SECOND)


def test_the_same_article_in_another_language_goes_on_in_the_list(open_window, qtbot):
    window = open_window(LIST)
    go(qtbot, window, "next-article", FIRST)
    press(window, "next-version")
    qtbot.waitUntil(lambda: not window.loading and window.article.title != FIRST, timeout=20_000)
    go(qtbot, window, "next-article", SECOND)


def test_pressed_again_before_the_article_has_come_it_goes_one_further(open_window, qtbot):
    window = open_window(LIST)
    press(window, "next-article")
    press(window, "next-article")
    go(qtbot, window, "next-article", THIRD)


def test_an_article_that_begins_with_a_heading_that_is_a_link_keeps_its_place(open_window, qtbot):
    window = open_window(LIST)
    go(qtbot, window, "next-article", FIRST)
    window.show_article(dataclasses.replace(window.article, blocks=(heading("http://demo.localhost/"), *text(2))))
    go(qtbot, window, "next-article", SECOND)


def test_a_list_of_one_leads_to_that_one(open_window, qtbot, web):
    web.says("/feed", feed("/one"))
    web.says("/one", page("One"))
    go(qtbot, open_window(web.address("/feed")), "next-article", "One")


def test_an_article_that_does_not_come_is_passed_over(open_window, qtbot, web):
    web.says("/feed", feed("/one", "/gone", "/three"))
    web.says("/one", page("One"))
    web.says("/gone", answer(b"", 404))
    web.says("/three", page("Three"))
    window = open_window(web.address("/feed"))
    go(qtbot, window, "next-article", "One")
    press(window, "next-article")
    qtbot.waitUntil(lambda: not window.loading, timeout=20_000)
    assert window.article.title == "One"
    go(qtbot, window, "next-article", "Three")


def test_a_listener_hears_the_next_article_from_its_beginning(listening, qtbot, engines):
    window = listening(qtbot)
    go(qtbot, window, "next-article", SECOND)
    qtbot.waitUntil(lambda: window.narration.speaking, timeout=20_000)
    assert engines[0].said.startswith(SECOND)
    go(qtbot, window, "previous-article", FIRST)
    qtbot.waitUntil(lambda: window.narration.speaking, timeout=20_000)
    assert engines[0].said.startswith(FIRST)


def hear_out(qtbot, window, engine):
    while engine.word():
        QApplication.processEvents()
    qtbot.waitUntil(lambda: not window.narration.active, timeout=20_000)


def test_who_has_heard_an_article_to_its_end_goes_on_listening_to_the_next(listening, qtbot, engines):
    window = listening(qtbot)
    hear_out(qtbot, window, engines[0])
    go(qtbot, window, "next-article", SECOND)
    qtbot.waitUntil(lambda: window.narration.speaking, timeout=20_000)
    assert engines[0].said.startswith(SECOND)


def test_an_article_that_ends_while_the_next_is_on_its_way_makes_no_difference(listening, qtbot, engines):
    window = listening(qtbot)
    press(window, "next-article")
    hear_out(qtbot, window, engines[0])
    comes(qtbot, window, SECOND)
    qtbot.waitUntil(lambda: window.narration.speaking, timeout=20_000)


@pytest.mark.parametrize("ending", ["stopped at the end", "stopped", "paused", "a selection"])
def test_who_has_ended_it_is_left_in_silence_at_the_next(listening, qtbot, engines, ending):
    window = listening(qtbot)
    if ending == "a selection":
        window.narration.play(Position(0, 0), Position(0, 3))
    if ending in ("stopped at the end", "a selection"):
        hear_out(qtbot, window, engines[0])
    if ending != "a selection":
        press(window, "speak" if ending == "paused" else "speak-stop")
    go(qtbot, window, "next-article", SECOND)
    QApplication.processEvents()
    assert not window.narration.active


def test_who_silences_the_voice_while_the_next_article_comes_is_left_in_silence(listening, qtbot):
    window = listening(qtbot)
    press(window, "next-article")
    press(window, "speak-stop")
    comes(qtbot, window, SECOND)
    QApplication.processEvents()
    assert not window.narration.active


def test_another_page_than_the_one_that_was_asked_for_is_not_read_aloud(listening, qtbot):
    window = listening(qtbot)
    press(window, "next-article")
    window.open(f"{LIST}?p=2")
    qtbot.waitUntil(lambda: not window.loading and window.article.url == f"{LIST}?p=2", timeout=20_000)
    QApplication.processEvents()
    assert not window.narration.active


def test_lists_are_forgotten_with_the_visits(open_window, qtbot):
    window = open_window(LIST)
    go(qtbot, window, "next-article", FIRST)
    window.visits.clear()
    press(window, "next-article")
    assert window.status.text() == ALONE


def heading(address, words="News of the day"):
    return Heading(2, (Run(words, href=address or None),))


def a_list(url, *addresses, next_page=""):
    blocks = tuple(block for one in addresses for block in (heading(one), Paragraph((Run("Lead"),))))
    return Article(url=url, title="News", blocks=blocks, next_page=next_page)


def text(number):
    return (Paragraph((Run("Words of an article."),)),) * number


@pytest.mark.parametrize(
    "blocks",
    [
        (),
        text(2),
        (*text(1), heading("a"), heading("b")),
        (heading("a"), *text(3), heading("b")),
        (heading("a"), heading("b"), *text(5)),
        (heading("a"), heading("")),
        (Heading(3, (Run("See there", href="a"),)), *text(1)),
        (heading("a"), Heading(2, (Run("See "), Run("there", href="b")))),
    ],
)
def test_an_article_with_headings_that_are_links_is_no_list(blocks):
    assert listed_in(Article(url="here", title="An article", blocks=blocks)) == ()


def test_an_address_that_is_listed_twice_holds_nobody_up():
    lists = SeenLists()
    lists.note(a_list("list", "a", "b", "a", "c"))
    assert lists.beside(["b"], 1) == "c"


def test_of_two_lists_with_an_article_the_one_that_was_seen_last_counts():
    lists = SeenLists()
    old, new = a_list("old", "a", "b"), a_list("new", "a", "c")
    lists.note(old)
    lists.note(new)
    assert lists.beside(["a"], 1) == "c"
    lists.note(old)
    assert lists.beside(["a"], 1) == "b"


def test_the_surest_address_of_an_article_counts_first():
    lists = SeenLists()
    lists.note(a_list("list", "asked", "b", "came", "d"))
    assert lists.beside(["asked", "came"], 1) == "b"
    assert lists.beside(["unlisted", "came"], 1) == "d"


def test_so_many_lists_are_remembered_and_no_more():
    lists = SeenLists()
    for number in range(LISTS_KEPT + 1):
        lists.note(a_list(f"list {number}", f"{number} a", f"{number} b"))
    assert lists.beside(["0 a"], 1) is None
    assert lists.beside(["1 a"], 1) == "1 b"
    assert lists.beside(["20 a"], -1) == ""


def test_pages_of_a_list_are_joined():
    lists = SeenLists()
    lists.note(a_list("list", "a", "b", next_page="list 2"))
    lists.note(a_list("list 2", "c"))
    assert lists.beside(["b"], 1) == "list 2"
    assert lists.beside(["c"], -1) == "b"
