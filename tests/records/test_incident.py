from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tregua.records.claim import Casualties, PlaceMention
from tregua.records.incident import Incident, Status, toll
from tregua.vocabulary.acts import Act
from tregua.vocabulary.places import Place, PlacePrecision
from tregua.vocabulary.time import Span

PLACES = {
    "north": Place(id="north", name="North", kind="province", country="SY"),
    "south": Place(id="south", name="South", kind="province", country="SY"),
    "port": Place(id="port", name="Port", kind="town", province="north", country="SY"),
    "land": Place(id="land", name="Land", kind="country", country="SY"),
}
START = dt.datetime(2016, 2, 27, tzinfo=dt.UTC)


def incident(time: Span | None) -> Incident:
    return Incident(id="i-1", status=Status.ALLEGED, status_reason="", claims=("c-1",), act=Act.OTHER, time=time)


@pytest.mark.parametrize(("days", "toll"), [(0, False), (3, False), (4, True), (30, True)])
def test_an_account_of_more_than_three_days_is_a_toll(days: int, *, toll: bool) -> None:
    assert incident(Span(start=START, end=START + dt.timedelta(days=days))).is_toll is toll


@pytest.mark.parametrize("time", [None, Span(start=None, end=START), Span(start=START, end=None)])
def test_an_account_of_unknown_length_is_none(time: Span | None) -> None:
    assert not incident(time).is_toll


@pytest.mark.parametrize(
    ("precision", "time", "claims", "doubtful"),
    [
        (PlacePrecision.EXACT, Span(start=START, end=START), ("c-1",), False),
        (None, Span(start=START, end=START), ("c-1",), False),
        (PlacePrecision.PROVINCE, Span(start=START, end=START), ("c-1",), False),
        (PlacePrecision.PROVINCE, Span(start=START, end=START + dt.timedelta(days=4)), ("c-1",), True),
        (PlacePrecision.LINE_OR_REGION, Span(start=START, end=START), ("c-1",), True),
        (PlacePrecision.COUNTRY, Span(start=START, end=START), ("c-1",), True),
        (PlacePrecision.PROVINCE, Span(start=START, end=START), ("c-1", "c-2"), False),
        (PlacePrecision.EXACT, None, ("c-1",), True),
        (PlacePrecision.EXACT, Span(start=None, end=START), ("c-1",), True),
    ],
)
def test_one_account_without_a_place_or_a_time_may_be_of_another_incident(
    precision: PlacePrecision | None, time: Span | None, claims: tuple[str, ...], *, doubtful: bool
) -> None:
    place = PlaceMention(text="Port", precision=precision)
    assert replace(incident(time), places=(place,), claims=claims).may_be_another is doubtful
    assert replace(incident(time), claims=claims).may_be_another is (len(claims) == 1)


@pytest.mark.parametrize(
    ("precision", "doubtful"), [(PlacePrecision.PROVINCE, True), (PlacePrecision.EXACT, False), (None, False)]
)
def test_one_account_of_a_province_that_nearly_fits_another_incident_may_be_of_it(
    precision: PlacePrecision | None, *, doubtful: bool
) -> None:
    place = PlaceMention(text="Port", precision=precision)
    found = replace(incident(Span(start=START, end=START)), places=(place,), claims=("c-1",), may_be_of=("c-2",))
    assert found.may_be_another is doubtful
    assert not replace(found, claims=("c-1", "c-3")).may_be_another


def test_one_account_of_several_provinces_may_be_of_others() -> None:
    places = tuple(PlaceMention(text=text, precision=PlacePrecision.PROVINCE) for text in ("North", "South"))
    assert replace(incident(Span(start=START, end=START)), places=places, claims=("c-1",)).may_be_another


def deaths(number: int, days: tuple[int, int] | None, *places: str) -> tuple[Incident, Casualties]:
    start, end = (START + dt.timedelta(days=day) for day in days) if days else (None, None)
    at = tuple(PlaceMention(text=place, id=place) for place in places)
    span = Span(start=start, end=end) if days else None
    return replace(incident(span), id=f"i-{number}", places=at), Casualties(low=number, best=number, high=number)


@pytest.mark.parametrize(
    ("one", "other", "low"),
    [
        (deaths(30, (0, 1), "port"), deaths(20, (1, 2), "port"), 50),  # of two days
        (deaths(30, (1, 2), "port"), deaths(20, (0, 1), "port"), 50),
        (deaths(30, (0, 1), "port"), deaths(20, (0, 1), "south"), 50),  # of two provinces
        (deaths(30, (0, 1), "port"), deaths(20, (0, 1), "north"), 30),
        (deaths(20, (0, 1), "port"), deaths(30, (0, 2), "port"), 30),
        (deaths(30, (0, 0), "port"), deaths(20, (0, 0), "port"), 30),  # of one moment
        (deaths(30, None, "port"), deaths(20, (0, 1), "port"), 30),
        (deaths(30, (0, 1), "port"), deaths(20, (0, 1)), 30),
        (deaths(30, (0, 1), "port"), deaths(20, (0, 1), "land"), 30),
        (deaths(30, (0, 1), "port"), deaths(20, (0, 1), "elsewhere"), 30),
    ],
)
def test_those_killed_in_what_may_be_one_event_are_counted_once_at_the_low_end(
    one: tuple[Incident, Casualties], other: tuple[Incident, Casualties], low: int
) -> None:
    found = toll([one, other], PLACES)
    assert (found.low, found.high) == (low, 50)
    assert found.best == (50 if low == 50 else None)


def test_where_nobody_says_how_many_were_killed_there_is_no_high_end() -> None:
    told = [deaths(30, (0, 1), "port"), (incident(None), None)]
    assert toll(told, PLACES) == Casualties(low=30, best=None, high=None)
