"""An article as JSON: what is dumped is loaded again; what is not an article is refused."""

import contextlib
import copy
import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accessreader.article import (
    Anchor,
    Article,
    Cell,
    Divider,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Preformatted,
    Quotation,
    Reason,
    Removed,
    Run,
    Table,
    Version,
    Video,
)
from accessreader.codec import dump, load
from accessreader.notice import Notice

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
LANGUAGE = st.sampled_from([None, "kk", "ru", "en", "ar"])
RUN = st.builds(
    Run, TEXT, strong=st.booleans(), emphasis=st.booleans(), language=LANGUAGE,
    href=st.none() | st.just("https://a.test/?b=1&c=2"),
)  # fmt: skip
RUNS = st.lists(RUN, max_size=3).map(tuple)
SIGNS = st.lists(st.builds(Figure, TEXT, TEXT), max_size=2).map(tuple)
CELLS = st.lists(st.lists(st.builds(Cell, RUNS, st.booleans(), SIGNS), max_size=3).map(tuple), max_size=3).map(tuple)
BLOCK = st.one_of(
    st.builds(Heading, st.integers(2, 6), RUNS, LANGUAGE),
    st.builds(Paragraph, RUNS, LANGUAGE),
    st.builds(ListItem, RUNS, st.integers(0, 5), st.none() | st.integers(0, 99), LANGUAGE),
    st.builds(Quotation, RUNS, LANGUAGE),
    st.builds(Figure, TEXT, TEXT, RUNS, LANGUAGE),
    st.builds(Table, CELLS, LANGUAGE),
    st.builds(Preformatted, RUNS, LANGUAGE),
    st.builds(Video, TEXT, TEXT, LANGUAGE),
    st.just(Divider()),
)
ARTICLE = st.builds(
    Article,
    url=TEXT, title=TEXT, blocks=st.lists(BLOCK, max_size=5).map(tuple), language=st.sampled_from(["kk", "ru", "en"]),
    published=st.none() | st.dates(), section=TEXT, views=st.none() | st.integers(0), credits=TEXT, author=TEXT,
    site=TEXT, source=TEXT, fetched=st.none() | st.datetimes(timezones=st.just(dt.UTC)),
    removed=st.lists(st.builds(Removed, TEXT, st.sampled_from(Reason), TEXT), max_size=3).map(tuple),
    versions=st.lists(st.builds(Version, st.just("kk"), TEXT), max_size=3).map(tuple),
    next_page=TEXT, feed=TEXT, whole=st.booleans(), notice=st.none() | st.sampled_from(Notice),
    anchors=st.lists(st.builds(Anchor, TEXT, st.integers(0, 9), st.integers(0, 99)), max_size=3).map(tuple),
)  # fmt: skip


def test_preformatted_text_that_was_stored_without_runs_is_read():
    form = dump(Article(url="", title="", blocks=()))
    form["blocks"] = [
        {"kind": "preformatted", "text": "a\n b"},
        {"kind": "preformatted", "text": "c", "runs": [{"text": "c"}], "language": "kk"},
    ]
    del form["anchors"]
    assert load(form).blocks == (Preformatted((Run("a\n b"),)), Preformatted((Run("c"),), "kk"))


@given(ARTICLE)
@settings(max_examples=150)
def test_what_is_dumped_is_loaded_again(article):
    assert load(json.loads(json.dumps(dump(article)))) == article


WHOLE = Article(
    url="https://a.test/1",
    title="Заң",
    language="kk",
    published=dt.date(2026, 9, 1),
    views=12,
    blocks=(
        Heading(2, (Run("А"),)),
        Paragraph((Run("б", strong=True), Run("link", href="https://a.test/2", language="en")), "ru"),
        ListItem((Run("в"),), 1, 3),
        Figure("https://a.test/a.png", "Зал", (Run("Сурет"),)),
        Table(((Cell((Run("1"),), header=True), Cell((Run("2"),))),)),
        Video("https://a.test/v", "Film"),
        Divider(),
    ),
    removed=(Removed("Бөлісу:", Reason.SHARE, "div.share"),),
)


def test_the_form_is_the_one_that_is_promised():
    form = dump(WHOLE)
    assert {key: form[key] for key in ("format_version", "title", "published", "views", "fetched")} == {
        "format_version": 1, "title": "Заң", "published": "2026-09-01", "views": 12, "fetched": None,
    }  # fmt: skip
    assert form["blocks"] == [
        {"kind": "heading", "text": "А", "runs": [{"text": "А"}], "level": 2},
        {
            "kind": "paragraph",
            "text": "бlink",
            "runs": [
                {"text": "б", "strong": True},
                {"text": "link", "href": "https://a.test/2", "language": "en"},
            ],
            "language": "ru",
        },
        {"kind": "list_item", "text": "в", "runs": [{"text": "в"}], "depth": 1, "ordinal": 3},
        {
            "kind": "figure",
            "text": "Зал\nСурет",
            "runs": [{"text": "Зал"}, {"text": "\n"}, {"text": "Сурет"}],
            "source": "https://a.test/a.png",
            "alternative": "Зал",
            "caption": "Сурет",
            "caption_runs": [{"text": "Сурет"}],
        },
        {
            "kind": "table",
            "text": "1\t2",
            "runs": [{"text": "1"}, {"text": "\t"}, {"text": "2"}],
            "rows": [["1", "2"]],
            "cells": [[{"runs": [{"text": "1"}], "header": True}, {"runs": [{"text": "2"}]}]],
        },
        {
            "kind": "video",
            "text": "Film",
            "runs": [{"text": "Film", "href": "https://a.test/v"}],
            "href": "https://a.test/v",
            "title": "Film",
        },
        {"kind": "divider", "text": "", "runs": []},
    ]
    assert form["removed"] == [{"text": "Бөлісу:", "reason": "share", "selector": "div.share"}]


def test_what_is_not_said_has_the_value_of_an_article_that_does_not_say_it():
    form = {"format_version": 1, "url": "u", "title": "t", "blocks": [{"kind": "figure", "source": "s"}]}
    assert load(form) == Article(url="u", title="t", blocks=(Figure("s"),))


def places(form, path=()):
    """Every place in a form: the keys that lead to it."""
    inner = form.items() if isinstance(form, dict) else enumerate(form) if isinstance(form, list) else ()
    for key, value in inner:
        yield (*path, key)
        yield from places(value, (*path, key))


@pytest.mark.parametrize("wrong", [object(), -1.5, [], {}, "✗"])
def test_a_wrong_value_anywhere_gives_an_article_or_a_plain_refusal(wrong):
    for path in list(places(dump(WHOLE))):
        form = copy.deepcopy(dump(WHOLE))
        inner = form
        for key in path[:-1]:
            inner = inner[key]
        inner[path[-1]] = wrong
        with contextlib.suppress(ValueError):
            load(form)


REFUSED = {
    "no version": {"url": "u", "title": "t", "blocks": []},
    "a later version": {"format_version": 2, "url": "u", "title": "t", "blocks": []},
    "a version that is a truth": {"format_version": True, "url": "u", "title": "t", "blocks": []},
    "no title": {"format_version": 1, "url": "u", "blocks": []},
    "an unknown kind": {"format_version": 1, "url": "u", "title": "t", "blocks": [{"kind": "poem"}]},
    "a block that is a word": {"format_version": 1, "url": "u", "title": "t", "blocks": ["poem"]},
    "a level that is a word": {
        "format_version": 1, "url": "u", "title": "t", "blocks": [{"kind": "heading", "runs": [], "level": "2"}],
    },
    "a number for a text": {"format_version": 1, "url": "u", "title": 3, "blocks": []},
    "a text for a list": {"format_version": 1, "url": "u", "title": "t", "blocks": "b"},
    "a word for a truth": {
        "format_version": 1, "url": "u", "title": "t",
        "blocks": [{"kind": "paragraph", "runs": [{"text": "a", "strong": "yes"}]}],
    },
    "no day": {"format_version": 1, "url": "u", "title": "t", "blocks": [], "published": "soon"},
    "no reason": {
        "format_version": 1, "url": "u", "title": "t", "blocks": [], "removed": [{"text": "", "reason": "x"}],
    },
}  # fmt: skip


@pytest.mark.parametrize("form", REFUSED.values(), ids=REFUSED)
def test_what_is_no_article_is_refused(form):
    with pytest.raises(ValueError, match=r".+"):
        load(form)


def test_a_picture_in_a_table_is_among_the_figures_for_those_who_only_read():
    table = Table(((Cell((Run("да"),)), Cell((), pictures=(Figure("https://a.test/tick.png", "Есть"),))),))
    article = Article(url="", title="", blocks=(Paragraph((Run("a"),)), table, Divider()))
    form = dump(article)
    assert [block["kind"] for block in form["blocks"]] == ["paragraph", "table", "divider", "figure"]
    figure = form["blocks"][-1]
    assert (figure["source"], figure["alternative"]) == ("https://a.test/tick.png", "Есть")
    assert figure["cell"] == [1, 0, 1]
    assert load(form) == article
