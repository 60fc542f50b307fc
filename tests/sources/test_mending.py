"""What a reader says of a site is written into their own file, heard from then on, and taken back whole."""

import itertools
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as some

from accessreader.article import Reason
from accessreader.errors import ResourceFileError, StoreError, UsageError
from accessreader.sources import read
from accessreader.sources.candidates import MOST, candidates
from accessreader.sources.mending import mend, unmend
from accessreader.sources.naming import Names
from accessreader.sources.page import Page
from accessreader.sources.place import exact
from accessreader.sources.selectors import Soup
from accessreader.sources.site import load_sites, site_of
from accessreader.sources.tree import parse

URL = "https://www.lakes.example/news/1"
LONG = (
    "The council of the lakes wrote, in a long and careful comment, that boats are to be counted each spring, again. "
)
SHORT = [f"Boat {number} red" for number in range(30)]
HTML = f"""<html><head><title>Boats</title></head><body class="p1234">
<div id="post-98765"><h1>Boats of the lake</h1><ul class="boats"><li>{"</li><li>".join(SHORT)}</li></ul></div>
<div class="comments-wide"><div class="inner css-1a2b3c"><p>{LONG * 2}</p><p>{LONG * 3}</p></div></div>
<p class="end">Seen by the harbour master of the lake.</p></body></html>"""
MARKUPS = some.recursive(
    some.sampled_from(["words of a text", "<br>", "<img>", ""]),
    lambda inner: some.tuples(
        some.sampled_from(["div", "p", "ul", "li", "article", "o:p", "section", "span"]),
        some.sampled_from(
            ["", ' id="a"', ' class="a"', ' class="a b"', ' class="b c7x9"', ' id="n12"', ' class="b 1x"']
        ),
        some.lists(inner, max_size=4),
    ).map(lambda made: f"<{made[0]}{made[1]}>{''.join(made[2])}</{made[0]}>"),
    max_leaves=30,
)


def page(html=HTML, url=URL):
    return Page(url=url, final_url=url, html=html)


def read_again(folder, html=HTML, url=URL):
    sites, refused = load_sites(folder)
    assert not refused
    return read(page(html, url), sites)


def written(path):
    return tomllib.loads(path.read_text("utf-8"))


# What could be the article


def test_the_general_way_gets_this_page_wrong_and_the_right_place_is_among_the_candidates():
    assert "in a long and careful comment" in read(page()).text
    found = candidates(page())
    right = next(one for one in found if one.start.startswith("Boat 0 red Boat 1 red"))
    assert (right.words, right.kind, right.selector) == (90, "List", ".boats")
    assert right.start.endswith("…")
    assert len(right.start) <= 81


def test_candidates_say_what_they_look_like_and_the_whole_page_is_last():
    found = candidates(page())
    assert {one.kind for one in found} >= {Reason.COMMENTS.sentence(), "List", "The whole page"}
    assert (found[-1].selector, found[-1].kind) == ("body", "The whole page")


def test_the_place_that_is_shown_now_says_so():
    shown = [one for one in candidates(page(), read(page()).text) if one.kind.endswith(", shown now")]
    assert [one.start.split()[:2] for one in shown] == [["The", "council"]]
    boats = [one for one in candidates(page(), " ".join(SHORT)) if one.kind.endswith(", shown now")]
    assert [(one.selector, one.kind) for one in boats] == [(".boats", "List, shown now")]
    assert not any("shown now" in one.kind for one in candidates(page(), "Quite another text, of another page."))


def test_every_candidate_is_found_by_its_selector_alone_and_no_two_say_the_same():
    found = candidates(page())
    soup = Soup(parse(HTML).root)
    assert all(len(soup.all(one.selector)) == 1 for one in found)
    assert len({(one.start, one.words) for one in found}) == len(found)


def test_there_are_never_more_than_can_be_listened_to():
    parts = "".join(f'<section><div class="a{n}"><p>{LONG}{n}</p></div></section>' for n in range(100))
    found = candidates(page(f"<body>{parts}</body>"))
    assert len(found) == MOST
    assert len(candidates(page("<body><div></div></body>"))) == 0


def test_nested_places_leave_room_for_others():
    nest = f"<p>{LONG * 4}</p>"
    for depth in range(9):
        nest = f'<div class="n{"abcdefghi"[depth]}"><p>{LONG * (depth + 1)}</p>{nest}</div>'
    found = candidates(
        page(f'<body>{nest}<div class="other"><p>Another text, which is short but is a text.</p></div></body>')
    )
    assert ".other" in [one.selector for one in found]


@given(MARKUPS)
def test_a_selector_finds_exactly_its_element_on_any_page(html):
    document = parse(f"<body>{html}</body>")
    names, soup = Names(document.root), Soup(document.root)
    for element in itertools.islice(document.root.walk(), 40):
        assert soup.all(names.of(element)) == [element]


@pytest.mark.parametrize(
    ("html", "selector"),
    [
        ('<div id="story"><p>x</p></div>', "#story"),
        ('<div id="story-2024"><p>x</p></div>', "#story-2024"),
        ('<div id="post-77" class="text"><p>x</p></div>', ".text"),
        ('<div class="css-1x2y wide"><p>x</p></div>', ".wide"),
        ('<div itemprop="articleBody" id="b"><p>x</p></div>', '[itemprop="articleBody"]'),
        ('<main><div class="a"><p>x</p></div></main><aside class="a"></aside>', "div.a"),
        ("<main><div><p>x</p></div></main>", "main > div"),
        ('<main><section class="a"><p>x</p></section></main><section class="a"></section>', "main .a"),
        ("<div></div><div><p>x</p></div>", "body > div:nth-of-type(2)"),
    ],
)
def test_a_lasting_name_goes_before_one_of_this_page_alone(html, selector):
    document = parse(f"<body>{html}</body>")
    element = next(document.body.find("p")).parent
    assert Names(document.root).of(element) == selector


# The reader's own file


def test_the_article_that_was_chosen_is_read_from_then_on(tmp_path):
    path = mend(tmp_path / "sources", URL, article=".boats")
    assert path == tmp_path / "sources" / "www.lakes.example.toml"
    assert written(path) == {
        "name": "www.lakes.example",
        "hosts": ["www.lakes.example"],
        "mended": {"article": ".boats", "before": [{}]},
    }
    assert [block.text for block in read_again(path.parent).blocks] == SHORT


def test_what_belongs_and_what_does_not_are_told_apart_and_the_last_word_counts(tmp_path):
    assert "harbour master" not in read_again(tmp_path).text
    path = mend(tmp_path, URL, keep=".end")
    assert read_again(tmp_path).text.endswith("Seen by the harbour master of the lake.")
    assert mend(tmp_path, URL, keep=".end") == path
    assert written(path)["mended"] == {"keep": [".end"], "before": [{}]}
    mend(tmp_path, URL, remove=".end")
    assert written(path)["mended"] == {"remove": [".end"], "before": [{}, {"keep": [".end"]}]}
    assert "harbour master" not in read_again(tmp_path).text
    mend(tmp_path, URL, keep=".end", article=".boats")
    assert [block.text for block in read_again(tmp_path).blocks][-2:] == [
        SHORT[-1],
        "Seen by the harbour master of the lake.",
    ]


def test_mending_a_site_that_came_with_the_program_leaves_its_description_in_force(tmp_path):
    url = "https://senate.parlam.kz/kk-KZ/news/details/1"
    path = mend(tmp_path, url, keep=".more")
    sites, _refused = load_sites(tmp_path)
    own, ours = (site for site in sites if "senate.parlam.kz" in site.hosts)
    assert site_of(url, sites) is own
    assert own.keep == (".more",)
    assert (own.name, own.hosts, own.home, own.articles, own.lists, own.titles) == (
        (ours.name, ours.hosts, ours.home, ours.articles, ours.lists, ours.titles)
    )
    assert "articles" not in written(path)


OWN = """# My lakes
name = "Lakes"   # as I call them
hosts = ["lakes.example"]

[selectors]
# the date
date = ".when"
remove = [".ad"]"""


def test_a_file_that_the_reader_wrote_keeps_every_word_and_comment(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(OWN, "utf-8")
    assert mend(tmp_path, URL, article=".boats", keep=".end") == path
    assert path.read_text("utf-8").startswith(OWN)
    assert load_sites(tmp_path)[0][0].remove == (".ad",)
    assert [block.text for block in read_again(tmp_path).blocks] == [*SHORT, "Seen by the harbour master of the lake."]
    assert unmend(tmp_path, URL)
    assert path.read_text("utf-8").strip() == OWN


def test_what_was_said_is_taken_back_whole_and_a_file_of_ours_with_it(tmp_path):
    before = read_again(tmp_path)
    path = mend(tmp_path, URL, article=".boats", keep=".end", remove=".x")
    assert unmend(tmp_path, URL)
    assert not path.exists()
    assert read_again(tmp_path) == before
    assert not unmend(tmp_path, URL)


def test_words_are_taken_back_one_by_one_the_last_first(tmp_path):
    texts = [read_again(tmp_path).text]
    for said in ({"article": ".boats"}, {"keep": ".end"}, {"remove": "li:first-child"}, {"article": "body"}):
        mend(tmp_path, URL, **said)
        texts.append(read_again(tmp_path).text)
    assert len(set(texts)) == len(texts)
    path = mend(tmp_path, URL, keep=".end")  # said already
    for text in reversed(texts[:-1]):
        assert path.exists()
        assert unmend(tmp_path, URL)
        assert read_again(tmp_path).text == text
    assert not path.exists()
    assert not unmend(tmp_path, URL)


def test_everything_is_taken_back_at_once_when_that_is_asked(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(OWN, "utf-8")
    for said in ({"article": ".boats"}, {"keep": ".end"}):
        mend(tmp_path, URL, **said)
    assert unmend(tmp_path, URL, everything=True)
    assert path.read_text("utf-8").strip() == OWN


def test_a_word_is_taken_back_of_a_file_whose_reader_wrote_in_the_same_table(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(f'{OWN}\n[mended]\nkeep = [".x"] # mine\n', "utf-8")
    mend(tmp_path, URL, article=".boats")
    mend(tmp_path, URL, keep=".end")
    assert unmend(tmp_path, URL)
    assert written(path)["mended"] == {"keep": [".x"], "article": ".boats", "before": [{"keep": [".x"]}]}
    assert unmend(tmp_path, URL)
    assert written(path)["mended"] == {"keep": [".x"]}
    assert unmend(tmp_path, URL)
    assert "mended" not in written(path)


def test_no_more_words_are_remembered_than_anybody_takes_back(tmp_path):
    for number in range(60):
        path = mend(tmp_path, URL, keep=f".n{number}")
    assert len(written(path)["mended"]["before"]) == 50
    assert len(written(path)["mended"]["keep"]) == 60


@given(some.lists(some.tuples(some.sampled_from(["article", "keep", "remove"]), some.sampled_from([".a", ".b"]))))
def test_any_words_are_taken_back_to_what_held_before_each(tmp_path_factory, words):
    folder = tmp_path_factory.mktemp("sources")
    held = [{}]
    for name, selector in words:
        path = mend(folder, URL, **{name: selector})
        now = {key: value for key, value in written(path)["mended"].items() if key != "before"}
        held.extend([now] if now != held[-1] else [])
    while held.pop():
        assert unmend(folder, URL)
        now = written(path).get("mended", {}) if path.exists() else {}
        assert {key: value for key, value in now.items() if key != "before"} == held[-1]
    assert not unmend(folder, URL)


def test_a_file_that_says_nothing_of_mending_is_not_touched_by_taking_back(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(OWN, "utf-8")
    assert not unmend(tmp_path, URL)
    assert path.read_text("utf-8") == OWN


def test_a_file_of_another_site_is_never_written_to(tmp_path):
    other = tmp_path / "www.lakes.example.toml"
    other.write_text('name = "Stones"\nhosts = ["stones.example"]\n', "utf-8")
    path = mend(tmp_path, URL, keep=".end")
    assert path != other
    assert "mended" not in written(other)
    assert "harbour" in read_again(tmp_path).text


def test_a_file_on_this_computer_is_mended_alone(tmp_path):
    here, there = "file:///home/a/Boats%20of%20old.html", "file:///home/a/Other.html"
    path = mend(tmp_path, here, article=".boats")
    assert path.name == "file-home-a-boats-20of-20old.html.toml"
    assert [block.text for block in read_again(tmp_path, url=here).blocks] == SHORT
    assert "careful comment" in read_again(tmp_path, url=there).text


@pytest.mark.parametrize("said", [{"article": "div["}, {"keep": "::"}, {"remove": "a:nothing()"}])
def test_what_is_no_selector_is_refused_and_nothing_is_written(tmp_path, said):
    with pytest.raises(UsageError, match="is no CSS selector"):
        mend(tmp_path, URL, **said)
    assert list(tmp_path.glob("*.toml")) == []


def test_an_address_without_a_host_is_refused(tmp_path):
    with pytest.raises(UsageError, match="no address"):
        mend(tmp_path, "about:blank", keep="p")


@pytest.mark.parametrize("content", [b"name = ", b'name = "x"\nhosts = ["x"]\ncolour = 1', b"\xff\xfe"])
def test_a_file_that_cannot_be_used_is_named_and_stays_as_it_is(tmp_path, content):
    path = tmp_path / "www.lakes.example.toml"
    path.write_bytes(content)
    for attempt in (lambda: mend(tmp_path, URL, keep="p"), lambda: unmend(tmp_path, URL)):
        with pytest.raises(ResourceFileError, match=r"www\.lakes\.example"):
            attempt()
    assert path.read_bytes() == content


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "sources").write_text("a file", "utf-8")
    with pytest.raises(StoreError):
        mend(tmp_path / "sources", URL, keep="p")


# The place that is meant


def test_of_several_places_the_one_with_the_words_is_meant():
    html = "<body><div class='a'><p>One.</p></div><div class='a'><p>Two <b>bold</b> words.</p></div></body>"
    assert exact(page(html), "div.a", "Two bold words.") == "body > div:nth-of-type(2)"
    assert exact(page(html), "div.a", "Onetime") in {"body > div:nth-of-type(1)", "body > div:nth-of-type(2)"}
    assert exact(page(html), "div.a") == "body > div:nth-of-type(1)"


def test_a_part_of_a_paragraph_means_the_paragraph_but_never_the_whole_page():
    html = "<body>loose <i>words</i><div class='x'>Say <a>more</a><p>Part.</p></div><p class='y'>See <a>this</a></p>"
    assert exact(page(html), "p.y > a", "this") == ".y"
    assert exact(page(html), ".x > a", "more") == ".x > a"
    assert exact(page(html), "i") == "body > i"


def test_what_finds_nothing_is_told():
    with pytest.raises(UsageError, match="finds nothing"):
        exact(page(), ".gone")
    with pytest.raises(UsageError, match="no CSS selector"):
        exact(page(), "p[")
