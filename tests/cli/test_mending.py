"""Mending from the command line: candidates, a word on the site, and taking it back, over a page of the loopback."""

import pytest

from pretend import PretendedWeb, answer

COMMENT = "The council of the lakes wrote, in a long and careful comment, that boats are to be counted each spring. "
BOATS = [f"Boat {number} red" for number in range(30)]
LAKES = f"""<html><head><title>Boats of the lake</title></head><body>
<div id="list"><h1>Boats of the lake</h1><ul class="boats"><li>{"</li><li>".join(BOATS)}</li></ul></div>
<div class="talk"><p>{COMMENT * 2}</p><p>{COMMENT * 3}</p></div><footer><p>Lakes, 2024</p></footer></body></html>"""


@pytest.fixture
def lakes():
    with PretendedWeb() as web:
        web.says("/boats", answer(LAKES.encode()))
        yield web.address("/boats")


def test_what_could_be_the_article_is_listed_with_selectors_that_can_be_used(run, lakes):
    code, out, err = run("mend", lakes)
    assert (code, err) == (0, "")
    row = next(line for line in out.splitlines() if line.startswith(".boats"))
    assert row.split()[1:4] == ["90", "List", "Boat"]
    assert "body" in out.splitlines()[-1]


def test_the_word_of_the_reader_is_heard_and_taken_back(run, lakes):
    assert "careful comment" in run("get", lakes)[1]
    code, out, err = run("mend", lakes, "--article", ".boats", "--keep", "footer", "--remove", ".boats > :first-child")
    assert (code, out) == (0, "")
    assert "Boats of the lake" in err
    assert "89 words" in err
    text = run("get", lakes)[1]
    assert "careful comment" not in text
    assert "Boat 0 red" not in text
    assert "Lakes, 2024" in text
    assert run("mend", lakes, "--undo")[0] == 0
    assert "careful comment" in run("get", lakes)[1]
    assert run("mend", lakes, "--undo")[2].strip() == "You have not mended this site."


def test_the_place_that_is_the_article_now_says_so(run, lakes):
    assert [line.split()[0] for line in run("mend", lakes)[1].splitlines() if "shown now" in line] == [".talk"]
    run("mend", lakes, "--article", ".boats")
    assert [line.split()[0] for line in run("mend", lakes)[1].splitlines() if "shown now" in line] == [".boats"]


def test_words_are_taken_back_one_by_one_or_all_at_once(run, lakes):
    for words in (["--article", ".boats"], ["--keep", "footer"], ["--remove", ".boats > :first-child"]):
        run("mend", lakes, *words)
    assert "Boat 0 red" not in run("get", lakes)[1]
    assert run("mend", lakes, "--undo")[0] == 0
    assert "Boat 0 red" in run("get", lakes)[1]
    assert "Lakes, 2024" in run("get", lakes)[1]
    assert run("mend", lakes, "--undo-all")[0] == 0
    assert "careful comment" in run("get", lakes)[1]
    assert run("mend", lakes, "--undo-all")[2].strip() == "You have not mended this site."


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--article", ".gone"], "finds nothing"),
        (["--keep", "p["], "no CSS selector"),
        (["--keep", "p", "--undo"], "--undo without"),
        (["--keep", "p", "--undo-all"], "--undo without"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(run, lakes, tmp_path, options, words):
    code, _out, err = run("mend", lakes, *options)
    assert code == 2
    assert words in err
    assert list(tmp_path.rglob("127*.toml")) == []
