"""What is the article and what is not, cause by cause: each page is the smallest that shows the cause."""

import json

import pytest

from accessreader.article import Reason
from accessreader.errors import NotAnArticleError
from accessreader.sources import read
from accessreader.sources.page import Page

TITLE = "The bridge over the Irtysh opens to traffic"
FIRST = "The new bridge over the Irtysh opened to traffic on Monday after three years of work, the city said."
SECOND = "About nine thousand cars a day are expected to use it, which should shorten the way to the airport by half."
THIRD = "The old bridge, built in 1968, will be closed for repairs until the autumn of next year, engineers said."
LAST = "A pedestrian path along the railing is to be added in spring, when the ice on the river has gone."
TEXT = (FIRST, SECOND, THIRD)
SCRIPTS = "<script>var a = 1;</script><script>var b = 2;</script>"


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def article(body: str, *, head: str = "", title: str = TITLE):
    html = f"<!DOCTYPE html><html lang=en><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    return read(Page(url="https://paper.example/a", final_url="https://paper.example/a", html=html))


def said(found) -> list[str]:
    return [block.text for block in found.blocks]


def why(found, text: str) -> Reason:
    return next(each.reason for each in found.removed if text in each.text)


# What a page carries in its scripts.


def state(markup: str) -> str:
    return f"<script>window.STATE = {json.dumps({'detail': {'id': 7, 'contentHtml': markup}})};</script>"


def test_the_article_that_a_shell_carries_as_markup_in_a_script_is_read():
    markup = f"<h2>Work</h2>{paragraphs(*TEXT, LAST)}"
    assert said(article(f"<div id=app></div>{SCRIPTS}{state(markup)}")) == ["Work", *TEXT, LAST]


def test_markup_in_a_record_that_is_itself_a_string_of_a_script_is_read():
    record = json.dumps({"detail": {"contentHtml": paragraphs(*TEXT, LAST)}})
    body = f"<div id=app></div>{SCRIPTS}<script>push([1, {json.dumps(record)}])</script>"
    assert said(article(body)) == [*TEXT, LAST]


def test_the_text_of_an_embedded_record_is_read_where_the_page_shows_nothing():
    record = json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n".join((*TEXT, LAST))})
    body = f'<div id=app></div>{SCRIPTS}<script type="application/ld+json">{record}</script>'
    assert said(article(body)) == [*TEXT, LAST]


def test_what_a_script_puts_an_advertisement_in_the_place_of_is_not_read():
    found = article(f"<div id=app></div>{SCRIPTS}{state(paragraphs(*TEXT, LAST) + '$$AD$$<p>{{ banner }}</p>')}")
    assert said(found) == [*TEXT, LAST]


def test_what_a_page_shows_is_believed_before_what_it_carries():
    found = article(f"<h1>{TITLE}</h1>{paragraphs(*TEXT)}{state(paragraphs(*(LAST,) * 9))}")
    assert said(found) == list(TEXT)


@pytest.mark.parametrize(
    "text", ["", "var x = 'not markup at all, however long it may be '" * 40, '"' * 5000, '"\\' * 5000]
)
def test_a_shell_that_carries_no_article_is_still_called_one(text):
    with pytest.raises(NotAnArticleError):
        article(f"<div id=app></div>{SCRIPTS}<script>{text}</script>", title="")


# What names say.


@pytest.mark.parametrize("name", ["time", "widget-title", "toc-1 anchor", "alert"])
def test_a_heading_in_the_text_stays_whatever_it_is_named(name):
    found = article(
        f'<h1>{TITLE}</h1><article><p>{FIRST}</p><h3 class="{name}">13.28: Repairs</h3><p>{SECOND}</p></article>'
    )
    assert said(found) == [FIRST, "13.28: Repairs", SECOND]


def test_a_lead_that_is_named_a_teaser_and_leads_nowhere_stays():
    found = article(
        f'<h1>{TITLE}</h1><div id=text><div class="teaser">{FIRST}</div>{paragraphs(SECOND, THIRD, LAST)}</div>'
    )
    assert said(found) == [FIRST, SECOND, THIRD, LAST]


def test_a_teaser_that_leads_to_another_story_goes():
    teaser = f'<div class="teaser"><p>{LAST} <a href="/b">Read on</a></p></div>'
    found = article(f"<h1>{TITLE}</h1><div id=text>{paragraphs(FIRST, SECOND)}{teaser}<p>{THIRD}</p></div>")
    assert said(found) == list(TEXT)
    assert why(found, LAST) is Reason.RELATED


def test_a_part_of_the_text_that_is_named_after_it_and_a_sign_in_goes():
    box = '<div class="article-content__sign-in-group"><p>Create an account to go on reading this story.</p></div>'
    found = article(f"<h1>{TITLE}</h1><article><p>{FIRST}</p>{box}<p>{SECOND}</p><p>{THIRD}</p></article>")
    assert said(found) == list(TEXT)


def test_a_form_in_the_text_goes_and_one_round_the_page_does_not():
    form = "<form><p>Give us your address, and the news of the day comes every morning.</p><input type=email></form>"
    found = article(f"<form id=page><h1>{TITLE}</h1><div>{paragraphs(*TEXT)}</div></form>")
    assert said(found) == list(TEXT)
    found = article(f"<h1>{TITLE}</h1><article><p>{FIRST}</p>{form}<p>{SECOND}</p></article>")
    assert said(found) == [FIRST, SECOND]
    assert why(found, "your address") is Reason.FORM


# Where the article begins and ends.


def test_what_stands_outside_of_the_main_part_does_not_come_in():
    box = "<div><h2>Thank you.</h2><p>Your address was taken down, and a letter is on its way.</p></div>"
    found = article(f"<main><h1>{TITLE}</h1><article><p>{FIRST}</p></article></main>{box}{box}")
    assert said(found) == [FIRST]


def test_the_text_goes_on_after_a_line_that_announces_another_story():
    found = article(
        f"<h1>{TITLE}</h1><div>{paragraphs(FIRST, SECOND, THIRD, SECOND[:-1] + ' again.')}<p>Read more</p>"
        f'<p><a href="/b">Ice on the river</a></p><p>{LAST}</p></div>'
    )
    assert said(found)[-1] == LAST
    assert "Read more" not in said(found)


def test_what_is_set_otherwise_after_such_a_line_is_no_text():
    other = f'<section class="box"><div class="item">{LAST}</div></section>'
    found = article(f"<h1>{TITLE}</h1><div>{paragraphs(*TEXT, SECOND[:-1] + ' again.')}<p>Read more</p>{other}</div>")
    assert said(found) == [*TEXT, SECOND[:-1] + " again."]


# Leads.


def lead(markup: str, *, description: str = ""):
    head = f'<meta name="description" content="{description}">' if description else ""
    body = f'<header><h1>{TITLE}</h1>{markup}</header><div class="article-body">{paragraphs(SECOND, THIRD, LAST)}</div>'
    return said(article(f"<article>{body}</article>", head=head))


@pytest.mark.parametrize(
    "markup",
    [
        "<h2 class='subtitle'>{}</h2>",
        "<div class='has-medium-media'><p>{}</p></div>",
        "<ul class='footer'><li><h2>{}</h2></li></ul>",
        "<div>" + "<i><div>Listen</div></i>" * 60 + "</div><div>{}</div>",
    ],
)
def test_a_lead_is_known_by_the_description_of_the_page_wherever_it_stands(markup):
    assert lead(markup.format(FIRST), description=FIRST) == [FIRST, SECOND, THIRD, LAST]


def test_a_subheading_named_a_subtitle_is_a_lead_and_another_is_not():
    assert lead(f"<h2 class='article-excerpt'>{FIRST}</h2>")[0] == FIRST
    assert lead(f"<h2 class='large'>{FIRST}</h2>")[0] == SECOND


def test_a_line_with_the_day_is_no_lead():
    assert lead("<div>Dec. 6, 2024, 10:00 PM UTC / Updated Dec. 7, 2024, 12:43 PM UTC</div>")[0] == SECOND


def test_the_text_under_a_picture_is_no_lead_even_where_the_description_says_the_same():
    assert lead(f"<figure><figcaption>{FIRST}</figcaption></figure>", description=FIRST)[0] == SECOND


def test_a_lead_that_is_the_beginning_of_the_text_is_not_said_twice():
    cut = SECOND[:-12] + "…"
    assert lead(f"<h2 class='subtitle'>{cut}</h2>", description=cut) == [SECOND, THIRD, LAST]


# Icons, counters, forms.


def test_an_icon_in_a_paragraph_does_not_take_the_paragraph_with_it():
    icon = "<svg><title>Link</title></svg>"
    found = article(f"<h1>{TITLE}</h1><div><p>{FIRST} {icon}</p><p>{SECOND}</p><p>April 28, 2023 {icon}</p></div>")
    assert said(found)[:2] == [FIRST, SECOND]


def test_a_day_beside_an_icon_above_the_text_is_known_as_one():
    icon = "<svg><title>Clock</title></svg>"
    found = article(f"<h1>{TITLE}</h1><div><p>April 28, 2023 {icon}</p><p>{FIRST}</p><p>{SECOND}</p></div>")
    assert said(found) == [FIRST, SECOND]


def test_a_number_of_comments_that_begins_a_paragraph_goes_and_other_numbers_stay():
    count = '<a class="comments_count">0</a>'
    found = article(f"<h1>{TITLE}</h1><div><p>{count}{FIRST}</p><p><b class=number>9</b> cars: {SECOND}</p></div>")
    assert said(found) == [FIRST, f"9 cars: {SECOND}"]
    assert why(found, "0") is Reason.SHARE


# What is said twice.


def test_a_line_under_a_picture_that_a_paragraph_says_as_well_goes_wherever_it_stands():
    picture = '<div><p class="imageCaption">{}</p></div>'
    found = article(
        f"<h1>{TITLE}</h1><div>{picture.format(SECOND[:-1])}<p>{FIRST}</p><p>{SECOND}</p>{picture.format(FIRST[:-1])}</div>"
    )
    assert said(found) == [FIRST, SECOND]
    assert why(found, SECOND[:-1]) is Reason.REPEATED


# Boxes of other stories.


@pytest.mark.parametrize("box", ["aside", "section", "figure"])
def test_a_box_with_the_linked_heading_of_another_story_goes(box):
    other = f'<{box}><h3><a href="/b">Ice on the river is late this year</a></h3><p>{LAST}</p></{box}>'
    found = article(f"<h1>{TITLE}</h1><div><p>{FIRST}</p>{other}<p>{SECOND}</p><p>{THIRD * 4}</p></div>")
    assert said(found) == [FIRST, SECOND, THIRD * 4]
    assert why(found, LAST) is Reason.RELATED


def test_a_line_that_announces_what_is_left_out_goes_and_one_that_heads_a_text_stays():
    announced = '<p>See also:</p><ul><li><a href="/b">Ice on the river is late this year</a></li></ul>'
    found = article(
        f"<h1>{TITLE}</h1><div><p>{FIRST}</p>{announced}<p>{SECOND}</p><h2>Discussion</h2><p>{THIRD}</p></div>"
    )
    assert said(found) == [FIRST, SECOND, "Discussion", THIRD]


# What the house says to its readers.


@pytest.mark.parametrize(
    "line",
    [
        "Do you have a story to tell? Email: news@paper.example",
        "We apologize, but this video has failed to load.",
        "Media playback is unsupported on your device",
        "Ihre Meinung ist uns wichtig. Senden Sie uns Ihr Feedback an: post@paper.example",
        "Dieses Thema im Programm: Über dieses Thema berichtete der Rundfunk am 24. März 2023 um 05:20 Uhr.",
        "Оцените, пожалуйста, статью. Нам важно Ваше мнение.",
        "Зарегистрируйтесь или войдите, чтобы оставить комментарий",
        "Бізге жазыңыз: redaksia@paper.example",
        "Article continues below",
        "Lesezeit: 3 Min.",
    ],
)
def test_what_the_house_says_to_its_readers_goes(line):
    found = article(f"<h1>{TITLE}</h1><div><p>{FIRST}</p><p>{SECOND}</p><p>{line}</p><p>{THIRD}</p></div>")
    assert said(found) == list(TEXT)
    assert why(found, line) is Reason.NOTICE


@pytest.mark.parametrize(
    "line",
    [
        "Do you have a story that nobody believes? The engineers of this bridge have one for you.",
        "Support our troops, the banner on the bridge said, and nobody took it down before the evening.",
        "Email was not yet known when the old bridge was built.",
        "“Get in touch with us,” the engineer told those who had built the old bridge.",
        "Сообщите об этом всем, сказал инженер, и река сама покажет, когда сойдёт лёд.",
    ],
)
def test_a_sentence_of_the_text_that_begins_alike_stays(line):
    assert line in said(article(f"<h1>{TITLE}</h1><div><p>{FIRST}</p><p>{SECOND}</p><p>{line}</p><p>{THIRD}</p></div>"))


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by Anna Berg; additional reporting by Karl Nowak, editing by Ivan Petrov",
        "Associated Press writers Anna Berg and Karl Nowak contributed to this report.",
    ],
)
def test_who_reported_is_told_with_the_date(line):
    found = article(f"<h1>{TITLE}</h1><div>{paragraphs(*TEXT)}<p>{line}</p></div>")
    assert said(found) == list(TEXT)
    assert found.credits == line
    assert why(found, line) is Reason.CREDITS


@pytest.mark.parametrize(
    "line", ["Getty Images", "Photo: Anna Berg, AP", "Anna Berg/Getty Images", "Фото: А. Берг", "Image Credits: Paper"]
)
def test_whose_a_picture_is_goes_where_nothing_is_said_of_what_it_shows(line):
    picture = '<img src="/a.jpg" alt="A bridge" width=600>'
    found = article(f"<h1>{TITLE}</h1><div><p>{FIRST}</p>{picture}<p>{line}</p>{paragraphs(SECOND, THIRD)}</div>")
    assert line not in said(found)
    found = article(
        f"<h1>{TITLE}</h1><div><p>{FIRST}</p><figure>{picture}<figcaption>{line}</figcaption></figure>"
        f"{paragraphs(SECOND, THIRD)}</div>"
    )
    assert any(line in text for text in said(found))


# Titles.


def title_of(head: str, body: str, title: str) -> str:
    return article(f"{body}<article>{paragraphs(*TEXT)}</article>", head=head, title=title).title


def test_the_one_long_heading_is_the_title_where_the_head_speaks_otherwise():
    head = '<meta property="og:title" content="Rivers: what engineers fear">'
    body = f"<h1>{TITLE}</h1><h1>More from here</h1>"
    assert title_of(head, body, "Concrete and ice | Paper") == TITLE


def test_the_headline_of_the_record_is_the_title_where_it_speaks_of_the_same():
    record = json.dumps({"@type": "NewsArticle", "headline": "Irtysh bridge open after three years"})
    head = f'<script type="application/ld+json">{record}</script>'
    assert title_of(head, f"<h1>{TITLE}</h1>", TITLE) == "Irtysh bridge open after three years"


def test_a_record_of_something_else_gives_no_title():
    record = json.dumps({"@type": "NewsArticle", "headline": "Elections in spring, says mayor"})
    head = f'<script type="application/ld+json">{record}</script>'
    assert title_of(head, f"<h1>{TITLE}</h1>", TITLE) == TITLE


def test_a_box_of_another_story_is_known_with_a_label_and_a_time_before_its_heading():
    other = (
        f'<li><div>Paper</div><div><a href="/b">5 min</a></div><h3><a href="/b">Ice is late</a></h3><p>{LAST}</p></li>'
    )
    other = other.replace("Ice is late", "Ice on the river is late this year")
    found = article(f"<h1>{TITLE}</h1><div><p>{FIRST}</p><ul>{other}</ul><p>{SECOND}</p><p>{THIRD * 4}</p></div>")
    assert said(found) == [FIRST, SECOND, THIRD * 4]


def test_a_sentence_of_its_own_that_is_linked_for_long_stays():
    sentence = 'According to the city, <a href="/b">every car has paid the fare by the first of May</a>.'
    found = article(
        f"<h1>{TITLE}</h1><article>{paragraphs(*TEXT * 2)}<div><p>{sentence}</p></div><p>{LAST}</p></article>"
    )
    assert said(found)[-2] == "According to the city, every car has paid the fare by the first of May."


# What is hidden, and what only looks so.


@pytest.mark.parametrize("name", ["relative overflow-hidden", "md:hidden", "backface-hidden", "tab-pane active"])
def test_a_name_that_only_tells_how_a_thing_looks_hides_nothing(name):
    picture = f'<div class="{name}"><img src="/a.jpg" alt="A bridge" width=600></div>'
    picture = f"<figure>{picture}<figcaption>{LAST}</figcaption></figure>"
    found = article(
        f'<h1>{TITLE}</h1><div><p>{FIRST}</p><div class="{name}"><p>{SECOND}</p></div>{picture}<p>{THIRD}</p></div>'
    )
    assert said(found) == [FIRST, SECOND, f"A bridge\n{LAST}", THIRD]


@pytest.mark.parametrize("name", ["hidden", "tab-pane", "tab-pane fade"])
def test_what_is_hidden_by_its_name_goes(name):
    found = article(f'<h1>{TITLE}</h1><div>{paragraphs(*TEXT)}<div class="{name}"><ul><li>{LAST}</li></ul></div></div>')
    assert said(found) == list(TEXT)
    assert why(found, LAST) is Reason.HIDDEN


def test_why_one_should_give_an_address_goes_with_the_form_that_asks_for_it():
    box = (
        "<section><h3>News by letter</h3><p>Ehrlich, nah und alltagstauglich, jeden Morgen um sechs.</p>"
        "<div><form><input type=email><button>Go</button></form></div></section>"
    )
    found = article(f"<h1>{TITLE}</h1><div><p>{FIRST}</p>{box}<p>{SECOND}</p><p>{THIRD * 9}</p></div>")
    assert said(found) == [FIRST, SECOND, THIRD * 9]
    assert why(found, "alltagstauglich") is Reason.FORM


# Old pages in tables.


def test_cells_named_comments_go_and_the_text_in_a_cell_named_pub_stays():
    said_by_readers = "".join(f'<tr><td class="coment">{LAST} {number} {LAST}</td></tr>' for number in range(4))
    body = (
        f'<table><tr><td><h1>{TITLE}</h1><div class="pub">{paragraphs(*TEXT)}</div></td></tr>{said_by_readers}</table>'
    )
    found = article(body)
    assert said(found) == list(TEXT)
    assert why(found, LAST) is Reason.COMMENTS


def test_a_number_of_views_above_the_text_goes():
    found = article(f"<h1>{TITLE}</h1><div><div>18</div><p>{FIRST}</p><p>{SECOND}</p><p>Прочитано: 51 раз</p></div>")
    assert said(found) == [FIRST, SECOND]


# Who wrote it.


def test_names_in_a_paragraph_named_a_byline_go_and_the_text_stays():
    names = '<p class="byline">By Anna Berg and Karl Nowak / Staff Writers of The Paper of Pavlodar</p>'
    found = article(f"<h1>{TITLE}</h1><div>{names}{paragraphs(*TEXT)}</div>")
    assert said(found) == list(TEXT)
    assert why(found, "Anna Berg") is Reason.AUTHOR
