"""The landmarks of articles: title, date and authors, text, notes."""

import datetime as dt

import pytest

from accessreader.article import Anchor, Article, Divider, Heading, ListItem, Paragraph, Position, Run, Table
from accessreader.landmarks import Landmark, landmarks

URL = "https://a.test/"
TEXT = Paragraph((Run("Words of the article."),))


def made(*blocks, **known):
    return Article(url=URL, title="A title", published=dt.date(2026, 9, 16), blocks=blocks, **known)


def drawn(article):
    return {mark.landmark: mark.position.block for mark in landmarks(article)}


def heading(words):
    return Heading(2, (Run(words),))


def test_title_date_and_text_stand_in_their_order():
    assert drawn(made(TEXT, TEXT)) == {Landmark.TITLE: 0, Landmark.BYLINE: 1, Landmark.TEXT: 2}


def test_an_article_of_which_only_the_text_is_known_has_one_landmark():
    assert [mark.position for mark in landmarks(Article(url=URL, title="", blocks=(TEXT,)))] == [Position()]
    assert landmarks(Article(url=URL, title="", blocks=())) == ()


def test_a_line_before_the_text_is_not_the_text():
    assert drawn(made(Divider(), TEXT))[Landmark.TEXT] == 3


@pytest.mark.parametrize(
    "words",
    ["Notes", "References:", "See also", "Примечания", "Источники", "Читайте также", "Ескертулер", "Дереккөздер"],
)
def test_notes_are_what_is_called_so(words):
    assert drawn(made(TEXT, heading("Notes on a scandal"), TEXT, heading(words), TEXT))[Landmark.NOTES] == 5


def test_a_paragraph_that_is_called_so_is_text():
    assert Landmark.NOTES not in drawn(made(TEXT, Paragraph((Run("Notes"),)), TEXT))


@pytest.mark.parametrize("sign", ["1", "[12]", "*", "а"])
def test_notes_are_where_a_number_or_a_sign_leads(sign):
    pointing = Paragraph((Run("Every house has a meter"), Run(sign, href=f"{URL}#note")))
    notes = (Table(()), ListItem((Run("A meter is a device."),)))
    article = made(TEXT, pointing, TEXT, *notes, anchors=(Anchor("note", 4),))
    assert drawn(article)[Landmark.NOTES] == 6


def test_a_link_in_words_and_a_link_back_lead_to_no_notes():
    words = Paragraph((Run("the second part", href=f"{URL}#part"),))
    back = Paragraph((Run("1", href=f"{URL}#top"),))
    article = made(TEXT, words, TEXT, back, anchors=(Anchor("part", 2), Anchor("top", 0)))
    assert Landmark.NOTES not in drawn(article)


def test_what_stands_behind_the_last_line_follows_the_text_where_it_is_short():
    assert drawn(made(*[TEXT] * 7, Divider(), TEXT))[Landmark.NOTES] == 10
    assert Landmark.NOTES not in drawn(made(TEXT, Divider(), *[TEXT] * 7))
    assert Landmark.NOTES not in drawn(made(*[TEXT] * 7, Divider()))


def test_each_landmark_has_a_name_of_its_own():
    assert len({landmark.words() for landmark in Landmark}) == len(Landmark)
