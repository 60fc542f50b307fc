"""What the parts of an article are: quotations, tables and contents are told from what only looks like them."""

import pytest

from accessreader.article import Figure, ListItem, Paragraph, Quotation, Reason, Table
from accessreader.sources import read
from accessreader.sources.page import Page
from fuzz.pages import fault

FIRST = "The new bridge over the Irtysh opened to traffic on Monday after three years of work, the city said."
SECOND = "About nine thousand cars a day are expected to use it, which should shorten the way to the airport by half."
THIRD = "The old bridge, built in 1968, will be closed for repairs until the autumn of next year, engineers said."
TEXT = "".join(f"<p>{text}</p>" for text in (FIRST, SECOND, THIRD))


def page(body):
    return f"<html><head><title>The bridge</title></head><body><article>{body}</article></body></html>"


def blocks(body, kind):
    article = read(Page(url="https://paper.example/a", final_url="https://paper.example/a", html=page(body)))
    return [block for block in article.blocks if isinstance(block, kind)]


# Quotations


def sentences(count, start=0):
    return [f"Sentence number {number} of the letter says that the river is wide." for number in range(start, count)]


def quotation(count):
    return f"<blockquote>{''.join(f'<p>{sentence}</p>' for sentence in sentences(count))}</blockquote>"


def plain(count):
    return "".join(
        f"<p>Paragraph {number} tells at some length what the council did then.</p>" for number in range(count)
    )


@pytest.mark.parametrize(("quoted", "around", "expected"), [(3, 10, 1), (40, 150, 1), (40, 5, 0), (120, 400, 0)])
def test_a_quotation_is_one_block_unless_it_is_most_of_the_text_or_very_long(quoted, around, expected):
    found = blocks(plain(around) + quotation(quoted), Quotation)
    assert [block.text for block in found] == ["\n".join(sentences(quoted))] * expected


def test_what_is_quoted_in_an_answer_is_no_repeat_though_it_was_said_before():
    said = "I do not think that he is wrong about the bridge, he only says it too early."
    reply = "Because you built it before there was any road to lead to it, which nobody can deny."
    answer = f"<blockquote><p>{said}</p><p>{reply}</p></blockquote>"
    first, second = blocks(f"{TEXT}<blockquote><p>{said}</p></blockquote>{TEXT[: len(TEXT) // 3]}{answer}", Quotation)
    assert first.text == said
    assert second.text.startswith(said)


def test_a_quotation_set_large_beside_its_paragraph_is_a_repeat():
    text = TEXT + f"<p>{SECOND[:-1]}, and the buses of the left bank are to go over it from May on.</p>"
    pulled = "the buses of the left bank are to go over it from May on"
    assert (
        blocks(f"{text}<blockquote><p>“{pulled}”</p><cite>The mayor</cite></blockquote><p>{FIRST[:60]}.</p>", Quotation)
        == []
    )


# Tables


ROWS = (("Astana", "31"), ("Almaty", "28"), ("Semey", "24"))


def test_a_cell_that_is_a_link_stays_in_its_row():
    rows = "".join(f"<tr><td><div><a href=/c/{name}>{name}</a></div></td><td>{value}</td></tr>" for name, value in ROWS)
    (table,) = blocks(f"{TEXT}<table><tr><th>City<th>Degrees</tr>{rows}</table>", Table)
    assert table.rows[1:] == ROWS
    assert table.cells[1][0].runs[0].href == "https://paper.example/c/Astana"


def test_a_table_of_nothing_but_links_to_stories_is_none_of_the_article():
    row = "<tr><td><a href=/s/{0}>Another story about a bridge {0}</a><td><a href=/t/{0}>More</a>"
    stories = "".join(map(row.format, range(4)))
    assert blocks(f"{TEXT}<table>{stories}</table><p>{SECOND}</p>", Table) == []


SIGNS = (
    '<table><tr><th>Work<th>Draft<th>Built</tr><tr><td>Deck<td><img src=/y.png width=20 alt="yes">'
    '<td><img src=/n.png width=20 title="not yet"></tr>'
    '<tr><td>Rails<td>in May <img src=/y.png width=20 alt="yes"><td><img src=/z.png width=20></tr></table>'
)


def test_a_sign_in_an_empty_cell_says_what_it_is_called():
    (table,) = blocks(TEXT + SIGNS, Table)
    assert table.rows[1:] == (("Deck", "yes", "not yet"), ("Rails", "in May", ""))
    signs = [[figure.source.rpartition("/")[2] for cell in row for figure in cell.pictures] for row in table.cells]
    assert signs == [[], ["y.png", "n.png"], ["z.png"]]
    assert blocks(TEXT + SIGNS, Figure) == []
    assert fault(page(TEXT + SIGNS)) == ""


# Contents


def contents(href):
    parts = "".join(f'<li><a href="{href}{number}">Part {number} of it</a></li>' for number in range(3))
    sections = "".join(f"<h2 id=part-{number}>Part {number} of it</h2>{TEXT}" for number in range(3))
    return f"<h1>The bridge</h1><p>{FIRST}</p><div class=toc><ul>{parts}</ul></div>{sections}"


def test_contents_that_lead_within_the_article_are_of_it():
    items = blocks(contents("#part-"), ListItem)
    assert [item.runs[0].href for item in items] == [f"https://paper.example/a#part-{number}" for number in range(3)]


def test_contents_that_lead_elsewhere_are_navigation():
    assert blocks(contents("/other/"), ListItem) == []
    article = read(Page(url="https://paper.example/a", final_url="https://paper.example/a", html=page(contents("/o/"))))
    assert Reason.NAVIGATION in {gone.reason for gone in article.removed}


# Lists


def lists(linked, plain, inner=""):
    links = "".join(f"<li><a href=/bug/{n}>Bug {n} is about the bridge</a></li>" for n in range(3))
    told = "".join(f"<h3>Part {n}</h3><ul><li>{FIRST}</li><li>{SECOND}{inner}</li></ul>" for n in range(plain))
    return TEXT + told + f"<h3>Bugs</h3><ul>{links}</ul>" * linked + f"<p>{THIRD}</p>"


def linked_items(body):
    return sum(item.text.startswith("Bug") for item in blocks(body, ListItem))


@pytest.mark.parametrize(("linked", "plain", "expected"), [(1, 6, 3), (1, 1, 0), (4, 3, 0)])
def test_a_list_of_links_among_lists_that_tell_is_told_too(linked, plain, expected):
    assert linked_items(lists(linked, plain)) == expected


def test_a_list_of_links_in_an_item_of_such_a_list_is_told_too():
    inner = "<ul><li><a href=/bug/9>Bug 9 is about the bridge</a></li></ul>"
    assert linked_items(lists(1, 6, inner)) == 3 + 6


# Credits


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("(<a href=https://draws.example/7>Artist: Aigerim of the Left Bank</a>)", True),
        ("<a href=/story/7>An artist of the left bank draws the bridge</a>", False),
    ],
)
def test_whose_a_picture_is_stays_and_a_link_to_a_story_goes(line, kept):
    body = f"{TEXT}<img src=/a.jpg><p>{line}</p>{TEXT}"
    texts = " ".join(block.text for block in blocks(body, Paragraph))
    assert ("left bank" in texts.lower()) is kept
