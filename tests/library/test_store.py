"""What is kept stays kept: articles with their texts, the reader's place, marks and tags."""

import dataclasses
import datetime as dt
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessreader.article import Paragraph, Position, Run, Span, sheet
from accessreader.errors import LibraryError, LibraryProblem
from accessreader.library.marks import mark, marks, rewrite, unmark
from accessreader.library.packing import fingerprint, packed, texts, unpacked
from accessreader.library.store import Library
from accessreader.library.values import MarkKind
from library.shelf import DAY, address, article


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "deep" / "library.db") as library:
        yield library


def test_an_article_comes_back_as_it_was_kept_also_by_another_window(library):
    one = article("1", "Сессия", "Первое.", "Екінші.", language="ru", published=dt.date(2026, 9, 1), author="A. B.")
    kept = library.keep(one, etag='"x"', when=DAY)
    assert (kept.title, kept.language, kept.published, kept.kept) == ("Сессия", "ru", dt.date(2026, 9, 1), DAY)
    with Library(library.path) as other:
        assert other.article(one.url) == one
        assert other.newest() == (kept,)
        assert len(other) == 1
        assert one.url in other


def test_the_same_text_is_not_stored_twice_though_its_views_have_grown(library):
    library.keep(article("1", views=10), etag="a", when=DAY)
    kept = library.keep(article("1", views=900), etag="b", when=DAY + dt.timedelta(days=1))
    assert (kept.versions, kept.changed) == (1, False)
    (only,) = library.versions(kept.address)
    assert (only.fetched, only.seen, only.etag) == (DAY, DAY + dt.timedelta(days=1), "b")


def test_every_text_that_came_is_there_and_a_new_one_counts_as_changed_until_it_is_read(library):
    old, new = article("1", "Old", "First."), article("1", "New", "Second.")
    library.keep(old)
    library.mark_read(old.url)
    kept = library.keep(new)
    assert (kept.title, kept.versions, kept.read, kept.changed) == ("New", 2, True, True)
    newer, older = library.versions(old.url)
    assert library.article(old.url, older.number) == old
    assert library.article(old.url, newer.number) == library.article(old.url) == new
    assert newer.digest == fingerprint(new).hex() != older.digest
    assert len(bytes.fromhex(newer.digest)) == hashlib.sha256().digest_size
    library.mark_read(old.url)
    assert not library.kept(old.url).changed
    library.mark_read(old.url, read=False)
    assert not library.kept(old.url).read


def test_a_clock_that_goes_backwards_confuses_nothing(library):
    library.keep(article("1", "Old", "First."), when=DAY)
    library.keep(article("1", "New", "Second."), when=DAY - dt.timedelta(days=4000))
    assert library.article(address("1")).title == library.kept(address("1")).title == "New"
    assert [each.fetched < DAY for each in library.versions(address("1"))] == [True, False]
    library.keep(article("2"), when=DAY - dt.timedelta(days=9000))
    assert [kept.address for kept in library.newest()] == [address("2"), address("1")]


def test_what_is_forgotten_is_gone_with_everything_that_belongs_to_it(library):
    library.keep(article("1"))
    library.tag(address("1"), "law")
    mark(library, address("1"), MarkKind.NOTE, Span(0, 0, 1), note="mine")
    library.forget(address("1"))
    assert address("1") not in library
    rows = "SELECT id FROM article UNION ALL SELECT id FROM version UNION ALL SELECT id FROM mark"
    assert library.connection.execute(rows).fetchall() == []
    assert library.connection.execute("SELECT name FROM tag").fetchall() == []
    with pytest.raises(LibraryError) as caught:
        library.forget(address("1"))
    assert caught.value.problem is LibraryProblem.NOT_KEPT
    assert address("1") in str(caught.value)


@pytest.mark.parametrize("ask", ["kept", "article", "versions", "place", "tags", "mark_read"])
def test_what_is_not_kept_is_said(library, ask):
    with pytest.raises(LibraryError, match="not kept"):
        getattr(library, ask)(address("nothing"))


def test_the_place_is_found_again_when_the_page_was_edited(library):
    words = "The senators voted for the law on water."
    library.keep(article("1", "T", "First.", words))
    library.stand(address("1"), Position(2, 4))
    library.keep(article("1", "T", "An appeal.", "First.", "Second.", words + " More."))
    place = library.place(address("1"))
    assert sheet(library.article(address("1")))[place.block].text[place.offset :].startswith("senators voted")


def test_marks_go_with_their_words_and_are_told_in_the_order_of_the_text(library):
    library.keep(article("1", "T", "First.", "Of water and of bread."))
    note = mark(library, address("1"), MarkKind.NOTE, Span(2, 3, 8), note="check")
    mark(library, address("1"), MarkKind.BOOKMARK, Span(1, 0, 0))
    library.keep(article("1", "T", "First.", "New.", "It speaks of water and of bread."))
    first, second = marks(library, address("1"))
    assert (first.kind, first.span) == (MarkKind.BOOKMARK, Span(1, 0, 0))
    assert (second.number, second.note, second.words, second.span) == (note, "check", "water", Span(3, 13, 18))
    rewrite(library, note, "checked")
    assert marks(library, address("1"))[1].note == "checked"
    unmark(library, note)
    assert len(marks(library, address("1"))) == 1


def test_tags_are_put_once_and_taken_off(library):
    library.keep(article("1"))
    library.tag(address("1"), "water", "  a  law ")
    library.tag(address("1"), "water")
    assert library.tags(address("1")) == ("a law", "water")
    library.untag(address("1"), "water")
    assert library.tags(address("1")) == ("a law",)


def test_newest_gives_them_by_the_page(library):
    for number in range(5):
        library.keep(article(str(number)))
    assert [kept.address[-1] for kept in library.newest(2, after=1)] == ["3", "2"]


@given(st.lists(st.text(max_size=40), max_size=4), st.text(max_size=20))
def test_what_is_packed_comes_back_and_so_do_its_texts(words, title):
    blocks = tuple(Paragraph((Run(text),)) for text in words)
    one = dataclasses.replace(article("x"), title=title, blocks=blocks)
    assert unpacked(packed(one)) == one
    assert texts(packed(one)) == (tuple(block.text for block in sheet(one)), len(sheet(one)) - len(one.blocks))


@pytest.mark.parametrize("body", [b"", b"no", packed(article("1"))[:-9]])
def test_bytes_that_are_no_article_are_refused(body):
    for read in (unpacked, texts):
        with pytest.raises(ValueError, match=r"packed"):
            read(body)
