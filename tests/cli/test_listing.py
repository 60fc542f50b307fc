"""`headlines`, in the same process: the demonstration, a kept feed, and a pretended web."""

import json
from functools import partial

import pytest

from accessreader.demo import items
from pretend import answer

DEMONSTRATION = "http://demo.localhost/en-US/news"
NEWS = items.items("news", "en")


@pytest.fixture
def run(run):
    return partial(run, "headlines")


def feed(*entries, next_page=""):
    items = "".join(f"<entry><title>Item {name}</title><link href='/{name}'/></entry>" for name in entries)
    link = f"<link rel='next' href='{next_page}'/>" if next_page else ""
    return answer(f"<feed>{link}{items}</feed>".encode(), kind="application/atom+xml")


def test_a_list_is_printed_with_days_and_addresses(run):
    code, out, err = run(DEMONSTRATION)
    assert (code, err) == (0, "")
    first = out.split("\n\n")[0]
    assert first == f"{NEWS[0].published}  {NEWS[0].title}\nhttp://demo.localhost/en-US/news/details/{NEWS[0].number}"
    assert out.count("\n\n") == 4


def test_further_pages_are_read_when_asked_for_and_end_with_the_list(run):
    lines = run("--as", "jsonl", "--pages", "9", DEMONSTRATION)[1].splitlines()
    assert [json.loads(line)["title"] for line in lines] == [item.title for item in NEWS]
    assert json.loads(lines[0])["published"] == NEWS[0].published.isoformat()


def test_json_is_one_list_of_all_pages(run, web):
    web.says("/feed", feed("a", "b", next_page="/feed?2"))
    web.says("/feed?2", feed("b", "c", next_page="/feed?3"))
    form = json.loads(run("--as", "json", "--pages", "2", web.address("/feed"))[1])
    assert [item["title"] for item in form["items"]] == ["Item a", "Item b", "Item c"]
    assert (form["kind"], form["next_page"]) == ("atom", web.address("/feed?3"))


def test_a_list_that_leads_back_to_itself_ends(run, web):
    web.says("/feed", feed("a", next_page="/feed?2"))
    web.says("/feed?2", feed("b", next_page="/feed"))
    assert run("--pages", "50", web.address("/feed"))[1].count("Item") == 2
    assert len(web.asked) == 2


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_a_page_that_does_not_come_ends_the_list_and_is_told(run, web, form):
    web.says("/feed", feed("a", next_page="/none"))
    code, out, err = run("--as", form, "--pages", "3", web.address("/feed"))
    assert (code, out.count("Item a")) == (3, 1)
    assert "has no such page" in err


def test_what_lists_nothing_is_told_with_its_reason(run, tmp_path):
    path = tmp_path / "a.html"
    path.write_text("<p>Words that lead nowhere.</p>")
    code, out, err = run(str(path))
    assert (code, out) == (4, "")
    assert "no headlines here" in err


def test_fewer_than_one_page_cannot_be_asked_for(run):
    code, _out, err = run("--pages", "0", DEMONSTRATION)
    assert (code, "--pages takes a number from 1" in err) == (2, True)
