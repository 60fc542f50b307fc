"""Heavy pages, read by a process of their own."""

import gc
import gzip
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from accessreader.errors import FetchError, FetchReason, NoArticleReason, NotAnArticleError, UsageError
from accessreader.messages import use_language
from accessreader.road import Road
from accessreader.sources import read, read_headlines
from accessreader.sources.answers import answer
from accessreader.sources.apart import Limits, Spare, ask_apart, is_heavy, read_apart
from accessreader.sources.page import Page
from accessreader.sources.site import load_sites
from benchmarks.growth import peak_of
from hostile import SHAPES, news


def page(html, url="https://news.example/a"):
    return Page(url=url, final_url=url, html=html, kept={"https://kept.invalid/1": "file:///a.png"})


def patient():
    return False


ENDLESS = page(SHAPES["misnested formatting"](15_000_000))


def test_a_page_read_apart_gives_the_same_article():
    sites, _refused = load_sites()
    for url in ("https://news.example/a", "https://senate.parlam.kz/ru-RU/news/details/1"):
        html = SHAPES["pictures"](20_000).replace("/1.jpg", "https://kept.invalid/1")
        came = page(html + SHAPES["links"](10_000), url)
        assert read_apart(came, sites, patient) == read(came, sites)


def test_a_list_read_apart_says_where_it_goes_on_in_the_language_of_the_program():
    rows = "".join(f"<h2><a href='/{n}'>Piece {n} of the news of the day</a></h2>" for n in range(5))
    try:
        use_language("kk")
        list_of_news = read_apart(page(f"{rows}<a rel='next' href='/2024?page=2'>»</a>"), (), patient)
    finally:
        use_language("en")
    assert (list_of_news.blocks[-1].text, list_of_news.blocks[-1].runs[0].language) == ("Келесі бет", "kk")


@pytest.mark.parametrize(
    ("html", "why"),
    [("", NoArticleReason.EMPTY), ("<script></script>" * 9 + "<div id=root>", NoArticleReason.SCRIPT_SHELL)],
)
def test_a_page_without_an_article_is_refused_as_ever(html, why):
    with pytest.raises(NotAnArticleError) as caught:
        read_apart(page(html), (), patient)
    assert (caught.value.why, caught.value.url) == (why, "https://news.example/a")


def test_a_page_that_takes_too_much_memory_is_given_up():
    with pytest.raises(NotAnArticleError) as caught:
        read_apart(page(SHAPES["news"](5_000_000)), (), patient, limits=Limits(50, memory=50_000_000))
    assert caught.value.why is NoArticleReason.TOO_COMPLICATED


def test_a_refusal_keeps_the_address_that_it_leads_to():
    walled = page("<h1>Sign in</h1><p>Sign in to read on.</p><form action=/login><input type=password></form><p>x")
    outcomes = []
    for reading in (lambda: read(walled), lambda: read_apart(walled, (), patient)):
        try:
            outcomes.append(reading())
        except NotAnArticleError as error:
            outcomes.append((error.why, error.url, error.address))
    assert outcomes[0] == outcomes[1]


def test_headlines_are_read_apart_as_well():
    item = "<item><title>Water is back in the town</title><link>https://news.example/b</link></item>"
    listed = page(f"<rss version='2.0'><channel><title>News</title>{item}</channel></rss>")
    assert read_apart(listed, (), patient, as_list=True) == read_headlines(listed)


CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "pages"


@pytest.mark.slow
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of pages is not there")
def test_real_pages_are_read_apart_as_they_are_here():
    sites, _refused = load_sites()
    for file in sorted(CORPUS.glob("*/*.html.gz"))[::25]:
        came = page(gzip.decompress(file.read_bytes()).decode("utf-8", "replace"))
        try:
            article = read(came, sites)
        except NotAnArticleError:
            continue
        assert read_apart(came, sites, patient) == article, file


def test_a_process_waits_for_its_page():
    spare = Spare()
    spare.prepare()
    spare.prepare()
    waiting = spare.take()
    assert waiting.poll() is None
    spare = ready(waiting)
    assert read_apart(page("<p>A word."), (), patient, spare=spare).text == "A word."
    assert waiting.poll() is not None


def ready(process):
    spare = Spare()
    spare._waiting.append(process)
    return spare


def test_one_that_died_waiting_is_not_asked():
    spare = Spare()
    spare.prepare()
    dead = spare.take()
    dead.kill()
    dead.wait()
    assert read_apart(page("<p>A word."), (), patient, spare=ready(dead)).text == "A word."


@pytest.mark.skipif(os.name != "posix", reason="signals are of POSIX")
def test_a_process_that_crashes_leaves_a_sentence():
    spare = Spare()
    spare.prepare()
    process = spare.take()

    def stop():
        process.send_signal(signal.SIGSEGV)
        return False

    with pytest.raises(NotAnArticleError) as caught:
        read_apart(ENDLESS, (), stop, limits=Limits(50), spare=ready(process))
    assert caught.value.why is NoArticleReason.TOO_COMPLICATED


def test_a_process_that_nobody_asks_ends_with_whoever_started_it():
    spare = Spare()
    spare.prepare()
    process = spare._waiting[0]
    del spare
    gc.collect()
    assert process.returncode is not None


def test_a_process_that_is_asked_nothing_says_nothing():
    process = Spare().take()
    said, _ = process.communicate(timeout=50)
    assert (said, process.returncode) == (b"", 0)


def test_a_page_that_takes_too_long_is_given_up():
    with pytest.raises(NotAnArticleError) as caught:
        read_apart(ENDLESS, (), patient, limits=Limits(0.5))
    assert caught.value.why is NoArticleReason.TOO_COMPLICATED
    assert "too complicated" in str(caught.value)


def test_a_reader_who_does_not_want_to_wait_does_not():
    asked = iter([False, False, True])
    with pytest.raises(FetchError) as caught:
        read_apart(ENDLESS, (), lambda: next(asked), limits=Limits(50))
    assert caught.value.reason is FetchReason.CANCELLED


CHILDREN = Path("/proc/thread-self/children")


@pytest.mark.skipif(not CHILDREN.exists(), reason="children are counted by what Linux tells")
def test_no_process_is_left_behind():
    of_others = set(CHILDREN.read_text().split())  # servers that other tests keep, whatever their order
    with pytest.raises(NotAnArticleError):
        read_apart(ENDLESS, (), patient, limits=Limits(0.3))
    time.sleep(0.1)
    assert set(CHILDREN.read_text().split()) <= of_others


@pytest.mark.parametrize(
    ("shape", "size", "heavy"),
    [
        ("paragraphs", 900_000, False),
        ("one long line", 900_000, False),
        ("paragraphs", 1_100_000, True),
        ("siblings", 200_000, True),
        ("entities", 400_000, True),
    ],
)
def test_only_what_is_large_or_like_no_page_is_heavy(shape, size, heavy):
    assert is_heavy(page(SHAPES[shape](size))) is heavy


def test_signs_without_end_are_heavy():
    assert is_heavy(page("<p>e" + "\u0e49" * 100_000))


def test_the_road_of_a_window_reads_every_page_apart(tmp_path):
    saved = tmp_path / "a.html"
    saved.write_text(SHAPES["paragraphs"](5000))
    here, apart = Road(tmp_path), Road(tmp_path)
    apart.keep_apart()
    assert apart.article(str(saved)) == here.article(str(saved))


LIST = "".join(
    f"<h2><a href='https://news.example/2026/09/0{n}/piece'>Piece {n} of the news of the day</a></h2>"
    for n in range(1, 6)
)


@pytest.mark.parametrize(
    ("question", "html"),
    [
        (("candidates", "One of many"), news(20_000, "kk")),
        (("exact", "p", ""), news(20_000, "kk")),
        (("headlines",), f"{LIST}<a rel='next' href='https://news.example/news?page=2'>»</a>"),
    ],
)
def test_a_question_asked_apart_is_answered_as_here(question, html):
    came = page(html)
    answered = ask_apart(came, (), patient, question)
    assert answered
    assert answered == answer(question[0], came, (), question[1:])


def test_a_question_asked_apart_is_refused_as_here():
    with pytest.raises(UsageError) as caught:
        ask_apart(page(news(500, "en")), (), patient, ("exact", "table.none", ""))
    assert "table.none" in str(caught.value)
    with pytest.raises(NotAnArticleError) as refused:
        ask_apart(page("<p>No list.</p>"), (), patient, ("headlines",))
    assert refused.value.why is NoArticleReason.NO_HEADLINES


@pytest.mark.skipif(sys.platform == "win32", reason="seconds of the processor are not counted there")
def test_to_look_for_places_on_a_page_that_takes_too_long_is_given_up():
    with pytest.raises(NotAnArticleError) as caught:
        ask_apart(ENDLESS, (), patient, ("candidates", ""), limits=Limits(1))
    assert caught.value.why is NoArticleReason.TOO_COMPLICATED


def test_the_road_of_a_window_mends_and_lists_as_ever(tmp_path):
    saved = tmp_path / "a.html"
    saved.write_text(news(20_000, "en"))
    here, apart = Road(tmp_path / "here"), Road(tmp_path / "apart")
    apart.keep_apart()
    assert apart.candidates(str(saved)) == here.candidates(str(saved))
    chosen = here.candidates(str(saved))[-1].selector
    assert apart.mend(str(saved), article=chosen).blocks == here.mend(str(saved), article=chosen).blocks
    listed = tmp_path / "list.html"
    listed.write_text(LIST)
    assert apart.headlines(str(listed)) == here.headlines(str(listed))


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of a process is told by what Linux keeps of it")
@pytest.mark.slow
def test_a_large_page_takes_no_more_than_twelve_times_its_memory():
    html = news(4_000_000, "kk")
    peaks = [peak_of(page(news(5000, "kk"))), peak_of(page(html))]
    assert peaks[1] - peaks[0] < 12 * len(html.encode())


def test_what_reads_is_not_here_when_a_page_is_read_apart():
    imported = "import sys; from accessreader.sources import apart, fetch"
    program = f"{imported}; print('accessreader.sources.reading' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_the_road_reads_a_heavy_page(tmp_path):
    saved = tmp_path / "a.html"
    saved.write_text(SHAPES["paragraphs"](1_050_000))
    assert len(Road(tmp_path).article(str(saved)).blocks) > 3000
