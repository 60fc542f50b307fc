"""Dates as people write them, in three languages, and as machines do."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessreader.messages import long_date
from accessreader.sources.dates import date_at, date_in, machine_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025 жылғы 16 қыркүйек", dt.date(2025, 9, 16)),
        ("16 қыркүйек 2025 ж.", dt.date(2025, 9, 16)),
        ("23 маусым 2016ж.", dt.date(2016, 6, 23)),
        ("30-мау-16", dt.date(2016, 6, 30)),
        ("17 октября 2019 г.", dt.date(2019, 10, 17)),
        ("Опубликовано 1-го мая 2020, 10:15", dt.date(2020, 5, 1)),
        ("October 13, 2021", dt.date(2021, 10, 13)),
        ("October 13-15, 2021", dt.date(2021, 10, 13)),
        ("Sept. 3rd, 2019", dt.date(2019, 9, 3)),
        ("3 March 2019", dt.date(2019, 3, 3)),
        ("16.09.2025 706", dt.date(2025, 9, 16)),
        ("16.09.25", dt.date(2025, 9, 16)),
        ("2024-02-29T23:59:00+06:00", dt.date(2024, 2, 29)),
        ("12/31/2019", dt.date(2019, 12, 31)),
    ],
)
def test_a_date_is_read_as_it_is_written(text, date):
    assert date_in(text) == date


@pytest.mark.parametrize("text", ["", "74-72-27", "31.02.2020", "12:30", "version 1.2.3", "99 2020", "2020"])
def test_what_is_no_date_is_none(text):
    assert date_in(text) is None


def test_a_machine_writes_without_marks_too():
    assert machine_date("20240131T101500") == dt.date(2024, 1, 31)
    assert machine_date(" 2024-01-31 ") == dt.date(2024, 1, 31)
    assert machine_date("yesterday") is None


def test_the_first_of_two_dates_is_meant_and_its_place_is_known():
    text = "Жаңартылды: 2 мамыр 2021, 03.05.2021"
    date, start, end = date_at(text)
    assert (date, text[start:end]) == (dt.date(2021, 5, 2), "2 мамыр 2021")


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)), st.sampled_from(["kk", "ru", "en"]))
def test_what_the_program_writes_it_reads(date, language):
    assert date_in(long_date(date, language)) == date
