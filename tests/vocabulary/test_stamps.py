# ruff: noqa: RUF001 - digits of several scripts are meant
from __future__ import annotations

import datetime as dt

import pytest

from tregua.vocabulary.stamps import read_stamp

_EAST = dt.timezone(dt.timedelta(hours=3))
_WEST = dt.timezone(-dt.timedelta(hours=4, minutes=30))


@pytest.mark.parametrize(
    "text",
    [
        "2016-05-06", "2016/05/06", "2016.05.06", "2016-5-6", "20160506", " 2016-05-06 ", "06.05.2016", "6.5.2016",
        "6 May 2016", "6 may, 2016", "May 6, 2016", "Friday, May 6, 2016", "Fri 6 May 2016", "May 6 2016",
        "2016-05-06T00:00:00Z", "2016-05-06T00:00:00+00:00", "2016-05-06 00:00", "Fri, 06 May 2016 00:00:00 GMT",
        "٢٠١٦-٠٥-٠٦",
    ],
)  # fmt: skip
def test_bare_days(text: str) -> None:
    assert read_stamp(text) == (dt.datetime(2016, 5, 6), True)  # noqa: DTZ001 - as printed


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("2016-05-06T21:20:49Z", dt.UTC),
        ("2016-05-06T21:20:49.123Z", dt.UTC),
        ("2016-05-06 21:20:49 +0300", _EAST),
        ("2016-05-06t21:20:49+03:00", _EAST),
        ("2016-05-06T21:20:49+03", _EAST),
        ("2016-05-06T21:20:49-04:30", _WEST),
        ("2016-05-06T21:20:49", None),
        ("May 6, 2016 09:20:49 PM", None),
        ("Fri May 6, 2016 21:20:49", None),
        ("Fri, 06 May 2016 21:20:49 +0300", _EAST),
        ("06.05.2016 21:20:49", None),
        ("20160506T212049Z", dt.UTC),
        ("Fri, 06 May 2016 21:20:49 EDT", dt.timezone(-dt.timedelta(hours=4))),
    ],
)
def test_instants(text: str, zone: dt.tzinfo | None) -> None:
    assert read_stamp(text) == (dt.datetime(2016, 5, 6, 21, 20, 49, tzinfo=zone), False)


@pytest.mark.parametrize(("text", "hour"), [("May 6, 2016, 12:05 a.m.", 0), ("May 6, 2016 12:05 PM", 12)])
def test_the_twelve_hour_clock(text: str, hour: int) -> None:
    stamp = read_stamp(text)
    assert stamp is not None
    assert stamp[0].hour == hour


def test_a_leap_second_is_the_last_of_its_minute() -> None:
    stamp = read_stamp("2016-12-31T23:59:60Z")
    assert stamp is not None
    assert stamp[0].second == 59


@pytest.mark.parametrize(
    "text",
    [
        "", "soon", "2016", "2016-05", "06/05/2016", "05-06-2016", "2016-13-01", "2016-02-30", "0000-00-00",
        "1899-12-31", "9999-12-31", "2016-05-06T25:00", "2016-05-06T10:20+99:99", "2016-05-06 and more",
        "201605061020", "1395-08-10", "2016-W18-7", "yesterday", "x" * 100, "6 Mai 2016", "Sat, 7 May 2016 24:00 GMT",
    ],
)  # fmt: skip
def test_what_must_be_guessed_is_refused(text: str) -> None:
    assert read_stamp(text) is None
