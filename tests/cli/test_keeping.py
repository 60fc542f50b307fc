"""`keep`, `search` and `library`, in the same process: the demonstration and a pretended web."""

import json

import pytest

from pretend import PretendedWeb, answer

TEXT = (
    "<p>The senators spoke of water and of the steppe for a long time, and then they voted for the law on lakes.</p>"
    * 3
)


def page(title, text=TEXT):
    return answer(f"<html lang=en><title>{title}</title><article><h1>{title}</h1>{text}</article></html>".encode())


def test_a_page_is_kept_and_found_when_its_site_is_gone(run):
    with PretendedWeb() as web:
        web.says("/1", page("A law on lakes"))
        address = web.address("/1")
        assert run("keep", address) == (0, "Kept: A law on lakes\n", "")
    code, out, err = run("search", "senators", "water")
    assert (code, err) == (0, "1 page found.\n")
    assert out.startswith("A law on lakes\nThe *senators* spoke of water")
    assert out.endswith(f"\n{address}\n\n")


def test_a_kept_page_is_read_when_its_site_is_gone_and_says_so(run):
    with PretendedWeb() as web:
        web.says("/1", page("A law on lakes"))
        address = web.address("/1")
        run("keep", address)
    code, out, err = run("get", address)
    assert (code, err) == (0, "The page could not be fetched. This is the copy that you have kept.\n")
    assert "A law on lakes" in out
    assert run("get", f"kept:{address}") == (0, out, "")
    assert run("get", f"kept:{address}/other")[0] == 12
    assert run("get", f"{address}/other")[0] == 3


def test_what_came_again_is_told(run, web):
    web.says("/1", page("A law"))
    web.says("/1", page("A law"))
    web.says("/1", page("A law", TEXT + "<p>And there is more to be said of it, which nobody knew.</p>"))
    run("keep", web.address("/1"))
    assert run("keep", web.address("/1"))[1] == "Kept before, and its text is the same: A law\n"
    assert run("keep", web.address("/1"))[1].startswith("The text has changed")
    (kept,) = json.loads(run("library", "list", "--as", "json")[1])
    assert (kept["versions"], kept["changed"]) == (2, True)


def test_a_page_that_does_not_come_hinders_no_other(run, web):
    web.says("/1", page("A law"))
    code, out, err = run("keep", "--as", "json", web.address("/none"), web.address("/1"))
    assert code == 3
    assert [one["title"] for one in json.loads(out)] == ["A law"]
    assert "no such page" in err


def test_an_answer_in_json_says_where_the_words_stand(run, web):
    web.says("/1", page("A law"))
    run("keep", web.address("/1"))
    form = json.loads(run("search", "--as", "json", "cntggt", "steppe")[1] or "null")
    assert form["matched"] == 0
    form = json.loads(run("search", "--as", "json", "ыеуззу")[1])
    assert (form["words"], form["manner"]) == ("steppe", "keyboard")
    (hit,) = form["hits"]
    assert (hit["words"], hit["span"]["end"] - hit["span"]["start"]) == ("steppe", 6)


def test_the_wrong_layout_is_said(run, web):
    web.says("/1", page("A law"))
    run("keep", web.address("/1"))
    assert "with steppe" in run("search", "ыеуззу")[2]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("search",), "what to look for"),
        (("search", "x", "--since", "yesterday"), "2026-09-01"),
        (("library", "backup"), "backup FILE"),
        (("library", "forget"), "forget URL"),
    ],
)
def test_what_lacks_something_is_refused_with_a_sentence(run, arguments, said):
    code, _out, err = run(*arguments)
    assert code == 2
    assert said in err


def test_nothing_found_is_said(run):
    assert run("search", "water") == (0, "", "Nothing was found.\n")


def test_the_library_is_checked_copied_listed_forgotten_and_repaired(run, web, tmp_path):
    web.says("/1", page("A law"))
    address = web.address("/1")
    run("keep", address)
    assert run("library", "check") == (0, "The library is whole: 1 page.\n", "")
    assert run("library", "backup", str(tmp_path / "copy.db"))[0] == 0
    assert run("library", "list")[1] == f"A law\n{address}\n\n"
    assert run("library", "repair")[1].startswith("Saved: 1 pages, 1 texts")
    assert run("library", "forget", address, "http://other.example/")[0] == 12
    assert run("library", "list")[1] == ""
    (tmp_path / "copy.db").replace(tmp_path / "home" / "data" / "library.db")
    assert run("search", "water")[2] == "1 page found.\n"


def test_a_damaged_library_is_told_with_what_to_do(run, tmp_path):
    (tmp_path / "home" / "data").mkdir(parents=True)
    (tmp_path / "home" / "data" / "library.db").write_bytes(b"nonsense " * 1000)
    for command in (("search", "x"), ("library", "check"), ("library", "list"), ("keep", "demo:")):
        code, _out, err = run(*command)
        assert code == 12
        assert "accessreader library repair" in err
    assert run("library", "repair")[0] == 0
    assert run("library", "check")[0] == 0
