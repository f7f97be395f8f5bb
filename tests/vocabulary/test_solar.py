"""Days that both calendars name: new years and anniversaries in published tables."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tregua.vocabulary.solar import last_solar_day, solar_day, solar_month_end, solar_year


@pytest.mark.parametrize(
    ("solar", "day"),
    [
        ((1357, 11, 22), "1979-02-11"),
        ((1359, 6, 31), "1980-09-22"),
        ((1375, 1, 1), "1996-03-20"),
        ((1390, 1, 1), "2011-03-21"),
        ((1394, 12, 8), "2016-02-27"),
        ((1395, 1, 1), "2016-03-20"),
        ((1395, 12, 30), "2017-03-20"),
        ((1400, 1, 1), "2021-03-21"),
        ((1403, 12, 30), "2025-03-20"),
        ((1404, 7, 1), "2025-09-23"),
    ],
)
def test_days_of_both_calendars(solar: tuple[int, int, int], day: str) -> None:
    assert solar_day(*solar) == dt.date.fromisoformat(day)
    assert solar_year(dt.date.fromisoformat(day)) == solar[0]


@pytest.mark.parametrize(
    "solar", [(1394, 12, 30), (1395, 7, 31), (1395, 0, 1), (1395, 13, 1), (1395, 1, 0), (2016, 1, 1)]
)
def test_what_is_no_day(solar: tuple[int, int, int]) -> None:
    assert solar_day(*solar) is None


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)))
def test_every_day_is_a_day_of_its_solar_year_once(day: dt.date) -> None:
    year = solar_year(day)
    found = [
        (month, number) for month in range(1, 13) for number in range(1, 32) if solar_day(year, month, number) == day
    ]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("first", "last"), [("2016-03-20", "2016-04-19"), ("2016-09-22", "2016-10-21"), ("2016-02-20", "2016-03-19")]
)
def test_months_end(first: str, last: str) -> None:
    assert solar_month_end(dt.date.fromisoformat(first)) == dt.date.fromisoformat(last)


@pytest.mark.parametrize(
    ("month", "day", "latest", "found"),
    [
        (2, 18, "2016-05-08", "2016-05-07"),
        (2, 20, "2016-05-08", "2015-05-10"),
        (12, 30, "2016-05-08", "2013-03-20"),
        (7, 31, "2016-05-08", None),
    ],
)
def test_the_last_such_day(month: int, day: int, latest: str, found: str | None) -> None:
    expected = None if found is None else dt.date.fromisoformat(found)
    assert last_solar_day(month, day, dt.date.fromisoformat(latest)) == expected
