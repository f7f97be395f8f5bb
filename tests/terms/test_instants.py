from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from tregua.terms.instants import EARLIEST, LATEST, in_zone


@pytest.mark.parametrize("zone", [ZoneInfo("Pacific/Kiritimati"), ZoneInfo("Pacific/Midway"), dt.UTC])
@pytest.mark.parametrize(
    "end", [dt.datetime.min.replace(tzinfo=dt.UTC), dt.datetime.max.replace(tzinfo=dt.UTC), EARLIEST]
)
def test_the_ends_of_the_calendar_survive_every_zone(zone: dt.tzinfo, end: dt.datetime) -> None:
    assert EARLIEST <= in_zone(end.replace(tzinfo=zone), zone) <= LATEST


def test_an_ordinary_instant_keeps_its_moment_and_takes_the_clock() -> None:
    noon = dt.datetime(2016, 2, 26, 22, tzinfo=dt.UTC)
    there = in_zone(noon, ZoneInfo("Asia/Damascus"))
    assert there == noon
    assert (there.day, there.hour) == (27, 0)
