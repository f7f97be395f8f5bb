from __future__ import annotations

import datetime as dt

import pytest

from tregua.records.incident import Incident, Status
from tregua.vocabulary.acts import Act
from tregua.vocabulary.time import Span

START = dt.datetime(2016, 2, 27, tzinfo=dt.UTC)


def incident(time: Span | None) -> Incident:
    return Incident(id="i-1", status=Status.ALLEGED, status_reason="", claims=("c-1",), act=Act.OTHER, time=time)


@pytest.mark.parametrize(("days", "toll"), [(0, False), (3, False), (4, True), (30, True)])
def test_an_account_of_more_than_three_days_is_a_toll(days: int, *, toll: bool) -> None:
    assert incident(Span(start=START, end=START + dt.timedelta(days=days))).is_toll is toll


@pytest.mark.parametrize("time", [None, Span(start=None, end=START), Span(start=START, end=None)])
def test_an_account_of_unknown_length_is_none(time: Span | None) -> None:
    assert not incident(time).is_toll
