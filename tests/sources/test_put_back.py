"""What a reader says belongs to the article belongs to it, in the order of the page, and nothing is lost over it."""

import pytest

from accessreader.article import Figure, Reason
from accessreader.sources import read
from accessreader.sources.page import Page
from accessreader.sources.site import parse_site

PROSE = [
    f"On day {day} the members of the house spoke at length of rivers, of bridges, and of who is to mend them, and why."
    for day in range(1, 7)
]
HTML = f"""<html><head><title>The rivers</title></head><body>
<nav><a href="/1">Home</a> <a href="/2">News</a></nav>
<div class="page"><p class="notice-box">Correction: the bridge is of stone.</p>
loose words beside
<div class="related"><p>Read also: the lakes.</p><p class="aside-fact">The longest bridge has 400 arches.</p></div>
<article><h1>The rivers</h1><p>{"</p><p>".join(PROSE[:3])}</p>
<div class="promo"><b>What is a bridge?</b> A road over water.<span class="ad">Buy a boat.</span></div>
<p>{"</p><p>".join(PROSE[3:])}</p></article>
<div class="share">Share this</div></div>
<footer><p>The house of rivers, 2024</p></footer></body></html>"""


def site(keep, remove=(), article=""):
    text = f'name = "Rivers"\nhosts = ["rivers.example"]\n[selectors]\nkeep = {list(keep)}\nremove = {list(remove)}\n'
    return parse_site(text + (f"article = '{article}'" if article else ""), "rivers.toml")


def article(keep=(), remove=(), chosen="", html=HTML):
    page = Page(url="https://rivers.example/1", final_url="https://rivers.example/1", html=html)
    return read(page, [site(keep, remove, chosen)] if keep or remove or chosen else [])


def letters(text):
    return "".join(text.split())


def everything(article):
    shown = [letters(block.text) for block in article.blocks if not isinstance(block, Figure)]
    return sorted("".join([*shown, *(letters(gone.text) for gone in article.removed)]))


def texts(article):
    return [block.text for block in article.blocks]


def test_without_a_word_of_the_reader_all_this_is_left_out():
    plain = article()
    assert texts(plain) == PROSE
    gone = {one.text: one.reason for one in plain.removed}
    assert gone["Read also: the lakes. The longest bridge has 400 arches."] is Reason.RELATED


@pytest.mark.parametrize(
    ("keep", "expected"),
    [
        (".notice-box", ["Correction: the bridge is of stone.", *PROSE]),
        (".related", ["Read also: the lakes.", "The longest bridge has 400 arches.", *PROSE]),
        (".aside-fact", ["The longest bridge has 400 arches.", *PROSE]),
        (".promo", [*PROSE[:3], "What is a bridge? A road over water.Buy a boat.", *PROSE[3:]]),
        (".promo > b", [*PROSE[:3], "What is a bridge?", *PROSE[3:]]),
        ("footer", [*PROSE, "The house of rivers, 2024"]),
        ("div.page", ["loose words beside", *PROSE]),
        (".gone", PROSE),
        ("h1", ["The rivers", *PROSE]),
        ("article", PROSE),
    ],
)
def test_what_is_kept_stands_where_it_stands_on_the_page(keep, expected):
    kept = article([keep])
    assert texts(kept) == expected
    assert everything(kept) == everything(article())


def test_a_paragraph_comes_back_with_every_part_of_it():
    html = HTML.replace(
        "<p>On day 4", '<p class="four">On day 4 <small class="copyright">(as told by a fisher)</small>'
    )
    assert "fisher" not in article(html=html).text
    assert "On day 4 (as told by a fisher) the members" in article([".four"], html=html).text


def test_several_places_are_kept_in_the_order_of_the_page_and_once():
    kept = article(["footer", ".aside-fact", ".related", ".aside-fact", "footer p", ".page"])
    assert texts(kept) == [
        "loose words beside",
        "Read also: the lakes.",
        "The longest bridge has 400 arches.",
        *PROSE,
        "The house of rivers, 2024",
    ]
    assert everything(kept) == everything(article())


def test_what_the_reader_removes_stays_out_even_of_what_is_kept():
    kept = article([".promo"], [".ad"])
    assert "What is a bridge? A road over water." in texts(kept)
    assert "Buy a boat." in [gone.text for gone in kept.removed]


def test_what_is_kept_joins_an_article_that_the_reader_chose():
    kept = article(["footer"], chosen=".related")
    assert texts(kept) == ["Read also: the lakes.", "The longest bridge has 400 arches.", "The house of rivers, 2024"]


def test_keeping_every_paragraph_of_a_long_page_takes_no_time_to_speak_of():
    html = f"<body><article>{''.join(f'<p>{PROSE[0]}{number}</p>' for number in range(4000))}</article></body>"
    assert len(article(["p"], html=html).blocks) == 4000


def test_only_a_site_whose_addresses_are_told_is_read_by_its_shape():
    assert not site([]).is_read_by_its_shape
    assert parse_site('name = "x"\nhosts = ["x.example"]\narticles = ["/"]', "x.toml").is_read_by_its_shape
