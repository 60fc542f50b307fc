"""`get`, in the same process: saved pages and the demonstration, in every form."""

import io
import json
import re
import sys
from functools import partial

import pytest

from accessreader import cli
from accessreader.article import Article, Divider, Heading, ListItem, Paragraph, Reason, Removed, Run
from accessreader.cli.reading import with_removed
from accessreader.codec import load
from accessreader.errors import BrailleError, UsageError

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body>
<nav><a href="/">Home page</a> <a href="/about">About us</a></nav><article><h1>{title}</h1>
<p>The town of Sarykol has had running water again since Monday, after two weeks of repairs, the mayor said.</p>
<p>The works were done by the people of the town, and the school was the <a href="/first">first</a> to be connected.</p>
</article></body></html>"""


@pytest.fixture
def run(run):
    return partial(run, "get")


@pytest.fixture
def saved(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE.format(title="Water is back"), encoding="utf-8")
    return str(path)


def test_a_saved_page_is_printed(run, saved):
    code, out, err = run(saved)
    assert (code, err) == (0, "")
    assert out.startswith("Water is back\n=============\n")
    assert "running water" in out
    assert "About us" not in out


def test_what_was_taken_out_follows_when_asked_for(run, saved):
    article, _rule, removed = run("--removed", saved)[1].partition("* * *")
    assert "About us" not in article
    assert removed.startswith("\n\nTaken out of the page\n---")
    assert "About us" in removed


def test_what_a_reader_should_know_of_the_article_is_said_beside_it(run, saved, tmp_path):
    locked = PAGE.replace("</article>", "<div><p>Subscribe to continue reading</p></div></article>")
    path = tmp_path / "locked.html"
    path.write_text(locked.format(title="Water is back"), encoding="utf-8")
    code, out, err = run(str(path))
    assert (code, out) == (0, run(saved)[1])
    assert "only the beginning" in err
    assert json.loads(run("--as", "json", str(path))[1])["notice"] == "locked"


def test_pages_are_parted_by_a_line_in_text_and_in_markdown(run, saved):
    assert run(saved, saved)[1].count("\n" + "=" * 60 + "\n\nWater") == 1
    assert run("--as", "markdown", saved, saved)[1].count("\n\n* * *\n\n# Water") == 1
    assert run("--as", "jsonl", saved, saved)[1].count("\n") == 2


def test_json_of_a_page_is_the_article_whole(run, saved):
    article = load(json.loads(run("--as", "json", saved)[1]))
    assert article.title == "Water is back"
    assert any("About us" in gone.text for gone in article.removed)


def test_a_list_on_standard_input_gives_addresses_to_saved_pages(run, saved, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{saved}\thttps://a.test/news/1\n{saved}x\n"))
    code, out, _err = run("--as", "jsonl", "--from", "-")
    first, second = map(json.loads, out.splitlines())
    assert first["url"] == "https://a.test/news/1"
    assert [run["href"] for block in first["blocks"] for run in block["runs"] if "href" in run] == [
        "https://a.test/first"
    ]
    assert (code, second["reason"]) == (3, "no-file")


def test_a_page_without_text_is_told_with_its_reason(run, tmp_path):
    empty = tmp_path / "empty.html"
    empty.write_text("<html><body></body></html>")
    assert json.loads(run("--as", "jsonl", str(empty))[1])["reason"] == "empty"
    assert run(str(empty))[0] == 4


def test_the_demonstrations_newest_page_is_printed_in_the_language_of_the_program(run):
    code, out, _err = run("--demo", "--language", "kk", "--as", "jsonl")
    article = load(json.loads(out))
    assert code == 0
    assert article.language == "kk"
    assert article.blocks


@pytest.mark.parametrize("form", ["brf", "pef"])
def test_a_page_in_braille_is_as_wide_as_it_is_asked_for(run, saved, form):
    code, out, err = run("--as", form, "--set", "braille_row_cells=30", saved)
    if code == BrailleError.exit_code:
        pytest.skip(err)
    assert code == 0
    lines = out.split("\r\n")[:-1] if form == "brf" else re.findall("<row>(.*)</row>", out)
    assert 12 < max(map(len, lines)) <= 30
    assert len(lines) > 5
    assert ("\f" in out, "<pef " in out) == (form == "brf", form == "pef")


def test_contracted_braille_is_shorter(run, saved):
    plain = run("--as", "brf", saved)[1]
    contracted = run("--as", "brf", "--set", "braille_contracted_en=on", saved)[1]
    assert len(contracted) < len(plain) or not plain


@pytest.mark.parametrize("told", ["braille_row_cells=3", "braille_row_cells", "no_such=1"])
def test_a_sheet_that_cannot_be_had_is_refused(run, saved, told):
    code, out, err = run("--as", "brf", "--set", told, saved)
    assert (code != 0, out) == (True, "")
    assert told.partition("=")[0] in err


def test_one_file_of_braille_holds_one_page(run, saved):
    assert run("--as", "brf", saved, saved)[0] == UsageError.exit_code


def test_the_sites_that_are_known_are_listed(tmp_path, capsys):
    assert cli.main(["--home", str(tmp_path), "sources"], None) == 0
    assert "senate.parlam.kz" in capsys.readouterr().out


def test_what_was_taken_out_is_a_list_after_the_article():
    block = Paragraph((Run("text"),))
    article = Article(url="u", title="t", blocks=(block,), removed=(Removed("Share:\n now", Reason.SHARE),))
    first, rule, heading, item = with_removed(article).blocks
    assert (first, rule, heading) == (block, Divider(), Heading(2, (Run("Taken out of the page"),)))
    assert isinstance(item, ListItem)
    assert item.text == "Invitation to share: Share: now"
    bare = Article(url="u", title="t", blocks=(block,))
    assert with_removed(bare) == bare
