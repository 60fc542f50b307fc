"""When a page comes, one announcement is made, and it says nothing that is heard from the page."""

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from accessreader.article import Article, Heading, Paragraph, Position, Run
from accessreader.notice import Notice
from accessreader.qt.announce import StatusLine
from accessreader.qt.arrival import how_much, what_is_wrong
from accessreader.qt.window import SAID_AFTER_MS
from accessreader.road import DEMO_FRONT
from pretend import Pause, PretendedWeb, head

TEXT = Article(url="https://a.test/1", title="One", language="en", blocks=(Paragraph((Run("Three words here."),)),))
LIST = Article(
    url="https://a.test/",
    title="News",
    language="en",
    blocks=tuple(Heading(2, (Run(f"Item {number}", href=f"https://a.test/{number}"),)) for number in (1, 2, 3)),
)


WAITING = "Reading the page…"


class Noted(StatusLine):
    """A status line that keeps all that it says."""

    def __init__(self, parent):
        super().__init__(parent)
        self.words = []

    def say(self, words, *, assertive=False):
        self.words.append(words)
        super().say(words, assertive=assertive)


@pytest.fixture
def said(open_window, qtbot):
    """A window that opens an address and answers with what it announced, but that a slow machine let it wait."""
    window = open_window()
    window.status = Noted(window)

    def opened(address, place=None):
        window.status.words.clear()
        window.open(address, place)
        qtbot.waitUntil(lambda: not window.loading, timeout=20_000)
        return [words for words in window.status.words if words != WAITING]

    window.opened = opened
    return window


def test_where_the_caret_is_in_the_title_only_the_length_is_announced(said):
    (words,) = said.opened(DEMO_FRONT)
    assert words == how_much(said.article)
    assert words.endswith(" words.")


def test_where_the_reader_goes_on_in_the_midst_of_the_page_its_title_is_announced(said):
    said.opened(DEMO_FRONT)
    (words,) = said.opened(said.article.url, Position(3, 0))
    assert words == f"{said.article.title}. {how_much(said.article)}"


def test_who_types_an_address_meanwhile_hears_the_title(said):
    said.bars.address.setFocus()
    QTest.keyClick(said.bars.address, Qt.Key.Key_A)
    assert said.bars.typing()
    (words,) = said.opened(DEMO_FRONT)
    assert said.article.title in words


def test_a_page_that_takes_its_time_is_told_of_first(said):
    body = f"<h1>Slow news</h1><p>{'Words that take their time to come. ' * 20}</p>".encode()
    with PretendedWeb() as web:
        web.says("/slow", head(length=len(body)), body[:5], Pause(SAID_AFTER_MS / 1000 + 1), body[5:])
        (arrived,) = said.opened(web.address("/slow"))
    assert arrived.endswith("words.")
    assert said.status.words == [WAITING, arrived]


def test_a_list_has_headlines_and_an_article_words():
    assert how_much(TEXT) == f"{len(TEXT.text.split())} words."
    assert how_much(LIST) == "3 headlines."
    one = dataclasses.replace(TEXT, title="", blocks=(Paragraph((Run("Alone"),)),))
    assert how_much(one) == "1 word."


def test_what_is_wrong_with_a_page_is_part_of_the_announcement():
    assert what_is_wrong(TEXT) == ""
    assert "only the beginning" in what_is_wrong(dataclasses.replace(TEXT, whole=False))
    noticed = dataclasses.replace(TEXT, notice=next(iter(Notice)))
    assert what_is_wrong(noticed) == next(iter(Notice)).sentence()


@pytest.mark.parametrize("size", [(1280, 800), (320, 256)])
def test_the_menus_open_on_their_first_row(open_window, qtbot, size):
    window = open_window()
    window.resize(*size)
    QApplication.processEvents()
    window.actions_by_name["menu"].trigger()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert menu.activeAction() is menu.actions()[0]
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
