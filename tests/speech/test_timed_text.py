"""The text that goes with a recording: every word in it, at times that never go back."""

import re

from hypothesis import given
from hypothesis import strategies as st

from accessreader.speech.timed_text import Heard, chapter_starts, chapters, lrc, webvtt

HEARD = (
    Heard("Заң қабылданды", 0.0, 1.2, ((0.0, 0), (0.5, 4)), level=1),
    Heard("Сенат <қарады> & A.", 1.5, 3.004, ((1.5, 0), (2.25, 6), (2.9, 15))),
    Heard("Что дальше", 61.0, 62.5, ((61.0, 0), (61.7, 4)), level=2),
    Heard("Конец.", 3700.25, 3701.0, ((3700.25, 0),)),
)


def test_lrc_has_a_line_a_sentence_with_the_times_of_its_words():
    assert lrc("Заң", HEARD, author="А. Автор", site="Сенат") == (
        "[ti:Заң]\n[ar:А. Автор]\n[al:Сенат]\n[length:61:41]\n"
        "[00:00.00]Заң <00:00.50>қабылданды\n"
        "[00:01.50]Сенат <00:02.25><қарады> <00:02.90>& A.\n"
        "[01:01.00]Что <01:01.70>дальше\n"
        "[61:40.25]Конец.\n"
    )


def test_webvtt_has_a_cue_a_sentence_and_no_markup_but_its_own():
    assert webvtt("Заң", HEARD[:2], "kk") == (
        "WEBVTT - Заң\nLanguage: kk\n"
        "\n1\n00:00:00.000 --> 00:00:01.200\nЗаң <00:00:00.500>қабылданды\n"
        "\n2\n00:00:01.500 --> 00:00:03.004\nСенат <00:00:02.250>&lt;қарады> <00:00:02.900>&amp; A.\n"
    )


def test_chapters_go_from_heading_to_heading_to_the_end():
    assert chapters("Заң", HEARD) == (
        "WEBVTT - Заң\n\n00:00:00.000 --> 00:01:01.000\nЗаң қабылданды\n\n00:01:01.000 --> 01:01:41.000\nЧто дальше\n"
    )


def test_a_heading_of_two_sentences_is_one_chapter_and_no_heading_is_one_too():
    heard = (Heard("Один.", 0.0, 1.0, level=2), Heard("Два.", 1.0, 2.0, level=2), Heard("Текст.", 2.0, 3.0))
    assert chapter_starts("T", heard) == ((0.0, "Один. Два."),)
    assert chapter_starts("T", heard[2:]) == ((0.0, "T"),)
    assert chapter_starts("T", ()) == ((0.0, "T"),)


TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40)


@st.composite
def recordings(draw):
    out, at = [], 0.0
    for text in draw(st.lists(TEXT, max_size=5)):
        offsets = sorted(draw(st.sets(st.integers(0, len(text) - 1), max_size=5)))
        times = [at + 0.1 * (number + 1) for number in range(len(offsets))]
        end = at + 1.0
        out.append(Heard(text, at, end, tuple(zip(times, offsets, strict=True)), draw(st.integers(0, 3))))
        at = end + draw(st.sampled_from([0.0, 0.4]))
    return tuple(out)


@given(recordings())
def test_no_word_is_lost_and_no_time_goes_back(heard):
    bodies = webvtt("T", heard).split("\n\n")[1:]
    assert len(bodies) == len(heard)
    last = -1.0
    for body, one in zip(bodies, heard, strict=True):
        _number, times, text = body.rstrip("\n").split("\n", 2)
        plain = re.sub(r"<[\d:.]+>", "", text).replace("&lt;", "<").replace("--&gt;", "-->").replace("&amp;", "&")
        assert plain == one.text
        for written in [*times.split(" --> ")[:1], *re.findall(r"<([\d:.]+)>", text)]:
            hours, minutes, seconds = written.split(":")
            second = int(hours) * 3600 + int(minutes) * 60 + float(seconds)
            assert second >= last
            last = second
