"""What people type and paste, and what an institution lets through."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessreader.errors import FetchError, FetchReason
from accessreader.sources.address import allowed, host_of, is_file, normalised, path_of
from accessreader.sources.fetch import fetch


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("senate.parlam.kz", "https://senate.parlam.kz/"),
        ("senate.parlam.kz/ru-RU/news?p=2", "https://senate.parlam.kz/ru-RU/news?p=2"),
        ("  http://Senate.Parlam.KZ/ru/  ", "http://senate.parlam.kz/ru/"),
        ("HTTPS://senate.parlam.kz", "https://senate.parlam.kz/"),
        ("//senate.parlam.kz/a", "https://senate.parlam.kz/a"),
        ("<https://senate.parlam.kz/a>", "https://senate.parlam.kz/a"),
        ("«https://senate.parlam.kz/a»", "https://senate.parlam.kz/a"),
        ("https://senate.parlam.kz/\nnews/1\n", "https://senate.parlam.kz/news/1"),
        ("\ufeffhttps://senate.parlam.kz\u200b/a", "https://senate.parlam.kz/a"),
        ("https://senate.parlam.kz.:443/a", "https://senate.parlam.kz/a"),
        ("http://senate.parlam.kz:80/a", "http://senate.parlam.kz/a"),
        ("senate.parlam.kz:8080/a", "https://senate.parlam.kz:8080/a"),
        ("localhost:8000", "http://localhost:8000/"),
        ("127.0.0.1:8000/a", "http://127.0.0.1:8000/a"),
        ("http://portal/news", "http://portal/news"),
        ("http://[::1]:8000/a", "http://[::1]:8000/a"),
        ("сенат.қаз/жаңалық", "https://xn--80ajyoi.xn--80ao21a/%D0%B6%D0%B0%D2%A3%D0%B0%D0%BB%D1%8B%D2%9B"),
        ("https://senate.parlam.kz/a b?q=ә&r=%D0%B0#ү", "https://senate.parlam.kz/a%20b?q=%D3%99&r=%D0%B0#%D2%AF"),
    ],
)
def test_what_is_typed_becomes_an_address(typed, address):
    assert normalised(typed) == address
    assert normalised(address) == address


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "сенат жаңалықтары",
        "сенат",
        "https://",
        "http:///a",
        "http://a b.kz/",
        "https://senate.parlam.kz:99999/",
        "https://senate.parlam.kz@evil.example/",
        "reader:secret@senate.parlam.kz",
        "https://senate.parlam.kz\\@evil.example/",
        "mailto:press@senate.parlam.kz",
        "javascript:alert(1)",
        "about:blank",
        "data:text/html,a",
        "ftp://senate.parlam.kz/a",
        "http://[::1",
        "http://-a.kz/",
        f"http://{'a' * 64}.kz/",
        f"http://{'ү' * 64}.kz/",
        "file:relative.html",
    ],
)
def test_what_is_no_address_is_refused_in_words(typed):
    with pytest.raises(FetchError) as caught:
        normalised(typed)
    assert caught.value.reason is FetchReason.BAD_ADDRESS
    assert typed in str(caught.value)


def test_files_are_known_by_path_and_by_address(tmp_path, monkeypatch):
    page = tmp_path / "Сенат 1.html"
    page.write_text("<p>")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    address = page.as_uri()
    ways = (str(page), f'"{page}"', "./Сенат 1.html", "Сенат 1.html", "~/Сенат 1.html", address, f"file://{page}")
    assert {normalised(way) for way in ways} == {address}
    assert is_file(address)
    assert path_of(address) == page


def test_a_site_is_no_file_though_it_ends_like_one():
    assert normalised("senate.parlam.kz/index.html") == "https://senate.parlam.kz/index.html"
    assert not is_file("https://senate.parlam.kz/index.html")


@pytest.mark.skipif(os.name == "nt", reason="the paths of another system")
def test_a_path_of_windows_is_a_file_everywhere():
    assert normalised("C:\\Users\\a b.html") == "file:///C:/Users/a%20b.html"
    assert path_of("file:///C:/Users/a%20b.html") == Path("/C:/Users/a b.html")


@pytest.mark.parametrize("address", ["https://senate.parlam.kz/a", "file://", "file:///a%00b", "file://[::1"])
def test_only_addresses_of_files_have_paths(address):
    with pytest.raises(FetchError):
        path_of(address)


def test_the_network_is_not_asked_for_files(tmp_path):
    page = tmp_path / "a.html"
    page.write_text("<p>")
    for address in (str(page), page.as_uri()):
        with pytest.raises(FetchError) as caught:
            fetch(address)
        assert caught.value.reason is FetchReason.BAD_ADDRESS


@pytest.mark.parametrize(
    ("address", "hosts", "through"),
    [
        ("https://senate.parlam.kz/a", ["senate.parlam.kz"], True),
        ("http://senate.parlam.kz/a", ["senate.parlam.kz"], True),
        ("https://SENATE.parlam.kz/a", ["Senate.Parlam.kz"], True),
        ("https://www.senate.parlam.kz/a", ["senate.parlam.kz"], False),
        ("https://www.senate.parlam.kz/a", [".senate.parlam.kz"], True),
        ("https://senate.parlam.kz/a", [".parlam.kz"], True),
        ("https://parlam.kz/a", [".parlam.kz"], True),
        ("https://evilparlam.kz/a", [".parlam.kz"], False),
        ("https://parlam.kz.evil.example/a", [".parlam.kz"], False),
        ("https://senate.parlam.kz:8080/a", ["senate.parlam.kz"], False),
        ("https://senate.parlam.kz:8080/a", ["senate.parlam.kz:8080"], True),
        ("https://senate.parlam.kz/a", ["senate.parlam.kz:8080"], False),
        ("https://senate.parlam.kz/a", ["senate.parlam.kz:443"], True),
        ("http://127.0.0.1:8000/a", ["127.0.0.1:8000"], True),
        ("http://127.0.0.1:8001/a", ["127.0.0.1:8000"], False),
        ("http://[::1]:8000/a", ["[::1]:8000"], True),
        ("https://xn--80ajyoi.xn--80ao21a/a", ["сенат.қаз"], True),
        ("file:///etc/passwd", ["senate.parlam.kz"], False),
        ("https://senate.parlam.kz/a", [], False),
        ("https://senate.parlam.kz/a", ["", ".", ":80", "ү" * 70], False),
        ("https://anything.example/a", None, True),
    ],
)
def test_a_list_of_hosts_lets_through_what_it_names(address, hosts, through):
    assert allowed(address, hosts) is through


def test_a_host_is_shown_as_people_write_it():
    assert host_of("https://xn--80ajyoi.xn--80ao21a/a") == "сенат.қаз"
    assert host_of("https://Senate.parlam.kz:8080/a") == "senate.parlam.kz"
    assert host_of("http://xn--a-ecp.ru\u0000xn--/") != ""
    assert host_of("file:///a") == host_of("http://[::1") == ""


@pytest.mark.parametrize("typed", ["\\\\", "\\\\server"])
def test_half_a_share_of_windows_is_no_address(typed):
    with pytest.raises(FetchError) as caught:
        normalised(typed)
    assert caught.value.reason is FetchReason.BAD_ADDRESS


@given(
    st.one_of(
        st.text(max_size=60), st.text(max_size=40).map("https://{}".format), st.from_regex(r"[a-zа-яү.:/@\[\]%?#-]+")
    )
)
def test_whatever_is_typed_an_address_or_a_sentence_comes(typed):
    try:
        address = normalised(typed)
    except FetchError as error:
        assert error.reason is FetchReason.BAD_ADDRESS  # noqa: PT017
    else:
        assert address.isascii()
        assert normalised(address) == address


@given(st.text(max_size=60), st.lists(st.text(max_size=20), max_size=3))
def test_no_list_of_hosts_breaks_anything(address, hosts):
    assert allowed(f"https://{address}", hosts) in {True, False}
    assert isinstance(host_of(address), str)
