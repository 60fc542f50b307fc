"""Links within an article lead to where the article says it; what is told of a place survives blanks and markup."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from accessreader.article import Preformatted, Run, place_of, sheet
from accessreader.sources import read
from accessreader.sources.page import Page

ADDRESS = "https://paper.example/news/1"
FILLER = "<p>" + "The committee met on Monday and heard what the engineers had to say about the bridge. " * 4 + "</p>"


def read_body(body, address=ADDRESS):
    html = (
        f"<html><body><article><h1>The bridge is closed for a year</h1>{FILLER}{body}{FILLER}</article></body></html>"
    )
    return read(Page(url=address, final_url=address, html=html))


def told(article, name):
    """The text from a place on."""
    place = place_of(article, f"{article.url}#{name}")
    return sheet(article)[place.block].text[place.offset :] if place else None


BEFORE = st.lists(
    st.sampled_from(
        ["a ", " b", "  ", "\n", "<b>", "</b>", "<br>", "c", "<i>é", "</i> ", "<p>", "</p>", "<li>", "<blockquote>d",
         "</blockquote>", "<pre>\n e", "</pre>", "<table><tr><td>f<td>", "</table>", "<h3>g", "</h3>",
         "<img src=h.jpg>", "<figure>", "</figure>", "&nbsp;", "<span id=other>", "</span>"]
    ),
    max_size=12,
).map("".join)  # fmt: skip


@example("&nbsp;a ", "", "<a name=here></a>Target")
@given(
    BEFORE, BEFORE, st.sampled_from(["<a name=here></a>Target", "<span id=here>Target</span>", "<p id=here>Target</p>"])
)
def test_a_link_leads_to_the_word_that_it_names(before, between, target):
    article = read_body(f"<p>See <a href='#here'>there</a>.</p>{before}{target}{between}<p>and further</p>")
    if any("Target" in block.text for block in article.blocks):
        assert told(article, "here").lstrip().startswith("Target")


@pytest.mark.parametrize(
    "target",
    ["<ul><li id=here>Target</li></ul>", "<ol><li>Other<li id=here>Target</ol>", "<p>Other <em id=here>Target</em></p>",
     "<table><tr><th>A<th>B</tr><tr><td>Other<td id=here>Target</tr></table>", "<h2 id=here>Target</h2><p>More words",
     "<figure id=here><img src=/a.jpg alt='Target'><figcaption>A hall</figcaption></figure>",
     "<pre>Other\n  <a name=here>Target</a></pre>", "<div id=here><div><p>Target</p></div></div>",
     "<blockquote><p>Other<p id=here>Target</blockquote>"],
)  # fmt: skip
def test_every_kind_of_block_can_be_led_to(target):
    article = read_body(f"<p>See <a href='#here'>there</a>, it is said.</p>{target}")
    assert told(article, "here").startswith("Target")


def hrefs(article):
    return [run.href for block in article.blocks for run in block.runs if run.href]


def test_a_link_without_a_place_is_its_words():
    article = read_body("<p>See <a href='#gone'>there</a> and <a href='#'>here</a>, it is said.</p>")
    assert hrefs(article) == []
    assert "See there and here" in article.text


def test_a_heading_that_leads_to_itself_is_no_link():
    assert hrefs(read_body("<h2 id=x><a href='#x'>The bridge</a></h2><p>It is said to be old.")) == []


def test_the_whole_address_of_the_page_leads_into_it_too():
    article = read_body(f"<p>See <a href='{ADDRESS}#Ә б'>there</a>.</p><p id='Ә б'>Target it is.</p>")
    assert hrefs(article) == [f"{ADDRESS}#Ә%20б"]
    assert told(article, "Ә%20б").startswith("Target")


def test_a_place_on_another_page_is_not_here():
    article = read_body("<p>See <a href='/other#here'>there</a>, it is said.</p><p id=here>Target it is.</p>")
    assert hrefs(article) == ["https://paper.example/other#here"]
    assert article.anchors == ()
    assert place_of(article, "https://paper.example/other#here") is None


@pytest.mark.parametrize("address", ["file:///home/a/Page.html", "file:///home/a/pages.zip#1/a.html"])
def test_a_kept_page_leads_within_itself(address):
    article = read_body("<p>See <a href='#here'>there</a>, it is said.</p><p id=here>Target it is.</p>", address)
    assert hrefs(article) == [f"{address}#here"]
    assert told(article, "here").startswith("Target")


def test_very_many_places_take_no_longer_each():
    def seconds(count):
        links = "".join(f"<a href='#n{number}'>to {number}</a> " for number in range(count))
        places = "".join(f"<i id=n{number}>word {number}</i> " for number in range(count))
        started = time.process_time()
        article = read_body(f"<p>{links}</p><p>{places}</p>")
        assert len(article.anchors) == count
        assert told(article, f"n{count - 1}").startswith(f"word {count - 1}")
        return time.process_time() - started

    seconds(10)
    assert seconds(4000) < 40 * max(seconds(400), 0.01)


def preformatted(markup):
    return [block for block in read_body(markup).blocks if isinstance(block, Preformatted)]


def test_preformatted_text_keeps_its_blanks_its_links_and_its_manners():
    (block,) = preformatted("<pre>\n\n  a <a href='/2'>link\n   here</a>\n\t<b>loud</b> <em>soft</em><br>e\n</pre>")
    assert block.runs == (
        Run("  a "),
        Run("link\n   here", href="https://paper.example/2"),
        Run("\n\t"),
        Run("loud", strong=True),
        Run(" "),
        Run("soft", emphasis=True),
        Run("\ne"),
    )


def test_lines_that_are_elements_are_lines():
    (block,) = preformatted("<pre><code><div>a</div><div>  b\n</div><div>c</div></code></pre>")
    assert block.text == "a\n  b\nc"


def test_preformatted_text_is_composed_and_without_what_is_left_out():
    (block,) = preformatted("<pre>e<i>\u0301</i> x<button>Copy</button><script>no</script>\n y</pre>")
    assert block.text == "\u00e9 x\n y"


def test_preformatted_blanks_are_no_block_and_its_picture_follows_it():
    article = read_body("<pre> \n </pre><pre>a <img src='/a.jpg'> b</pre>")
    assert [block.kind for block in article.blocks[1:3]] == ["preformatted", "figure"]
