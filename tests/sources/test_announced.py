"""What announces comments, a title however short, and a report that goes on."""

import pytest

from accessreader.sources import phrases, read
from accessreader.sources.page import Page


@pytest.mark.parametrize(
    "text",
    [
        "Всего комментариев: 2", "Комментарии читателей", "Комментарии (14)", "Комментариев 3", "12 комментариев",
        "Комментарии посетителей:", "Пікірлер", "Оқырман пікірі", "Пікірлер (5)", "3 Comments",
    ],
)  # fmt: skip
def test_the_heading_of_comments_is_known(text):
    assert phrases.announces_comments(text)


@pytest.mark.parametrize("text", ["Комментарий министра о бюджете", "Пікірталас", "Комментарии к закону приняты вчера"])
def test_a_line_about_a_comment_announces_none(text):
    assert not phrases.announces_comments(text)


def read_html(html):
    return read(Page(url="https://a.example/1", final_url="https://a.example/1", html=html))


STORY = "<p>На крыше девятиэтажки по улице Лесной созрели помидоры. Их вырастил слесарь Олег Буров за четыре года.</p>"


def test_a_short_heading_goes_before_the_name_of_the_site_in_the_pages_title():
    article = read_html(
        "<title>Сад на крыше | Городской портал</title><div><a href='/'>Городской портал</a></div>"
        f"<h2>Сад на крыше</h2>{STORY * 3}"
    )
    assert article.title == "Сад на крыше"


def entries(heading, *times):
    return "".join(
        f'<div class="entry"><h4>{heading.format(time=time)}</h4><p>The plough has reached bend {time[:2]}, and '
        f"the passengers of the bus are singing again, which is not against the rules of the road.</p></div>"
        for time in times
    )


TIMES = ("18:40", "15:10", "11:25", "09:30")
LEAD = (
    "<p>Two lorries and a bus were stuck for nine hours below the northern pass, and the road opens again tomorrow.</p>"
)


def test_the_entries_of_a_report_are_read_and_the_comments_under_it_are_not():
    report = entries("{time} The passengers of the bus are singing", *TIMES)
    comments = entries("Ivan, {time}", *TIMES).replace("entry", "reply").replace("plough", "comment")
    article = read_html(
        f"<title>Snow</title><body><h1>Snow closes the pass</h1><div>{LEAD}{report}</div><div>{comments}</div>"
    )
    assert article.text.count("The plough has reached") == 4
    assert "comment" not in article.text
