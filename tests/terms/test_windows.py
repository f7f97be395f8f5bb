from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest

from tregua.terms.logic import Answer
from tregua.terms.scope import Area
from tregua.terms.stretches import stretch
from tregua.terms.truce import Truce
from tregua.terms.windows import Reach, known_layers, reach
from tregua.vocabulary.time import Span

KYIV = ZoneInfo("Europe/Kyiv")
LATER = dt.datetime(2030, 1, 1, tzinfo=dt.UTC)

LAYERS = """
  - id: second
    start: 2020-02-10T00:00
    end: 2020-02-20T00:00
    declared: 2020-02-09
    areas: [valley]
    cite: talk
  - id: hills-only
    start: 2020-03-01T00:00
    end: null
    declared: 2020-02-28
    areas: [hills]
    cite: talk
    contested:
      - {start: 2020-02-29T12:00, end: 2020-03-01T06:00, why: The clocks differ., cite: talk}
      - {start: 2020-04-01T00:00, end: 2020-04-02T00:00, why: One side was silent., cite: talk}
      - {start: 2020-06-01T00:00, why: One side left., cite: talk}
sides:
"""
HILLS = """
  - id: hills
    name: the hills
    places: [hill]
    cite: talk
layers:
"""


@pytest.fixture
def truce(make_truce: Callable[..., Truce]) -> Truce:
    return make_truce(("\nsides:\n", LAYERS), ("\nlayers:\n", HILLS))


def _span(start: str, end: str) -> Span:
    first, last = (dt.datetime.fromisoformat(each).replace(tzinfo=KYIV) for each in (start, end))
    return Span(start=first, end=last)


def _day(day: str) -> Span:
    return _span(f"{day}T00:00", (dt.date.fromisoformat(day) + dt.timedelta(days=1)).isoformat() + "T00:00")


def _reach(truce: Truce, time: Span | None, *, valley: bool | None = True, hills: bool | None = False) -> Reach:
    def lies_in(area: Area) -> Answer:
        holds = {"valley": valley, "hills": hills}[area.id]
        return Answer(holds=holds, why=area.name, missing=("where",) if holds is None else ())

    return reach(truce, known_layers(truce, LATER), time, lies_in)


@pytest.mark.parametrize(
    ("time", "holds", "beyond"),
    [
        (_day("2020-01-09"), False, "time"),
        (_day("2020-01-10"), True, ""),
        (_span("2020-01-09T23:00", "2020-01-10T01:00"), None, ""),
        (_span("2020-02-09T12:00", "2020-02-10T12:00"), True, ""),
        (_span("2020-01-01T00:00", "2020-12-01T00:00"), None, ""),
        (_span("2020-01-10T00:00", "2020-01-10T00:00"), True, ""),
        (_span("2020-02-20T00:00", "2020-02-20T00:00"), False, "time"),
        (None, None, ""),
        (Span(start=None, end=None), None, ""),
        (Span(start=None, end=dt.datetime(2020, 1, 1, tzinfo=KYIV)), False, "time"),
        (Span(start=dt.datetime(2020, 2, 1, tzinfo=KYIV), end=None), None, ""),
    ],
)
def test_windows_are_half_open_those_that_touch_are_one_and_what_straddles_an_edge_is_open(
    truce: Truce, *, time: Span | None, holds: bool | None, beyond: str
) -> None:
    found = _reach(truce, time)
    assert (found.time.holds, found.beyond) == (holds, beyond)


def test_what_straddles_an_edge_asks_for_the_hour_in_local_time(truce: Truce) -> None:
    found = _reach(truce, _span("2020-01-09T23:00", "2020-01-10T01:00"))
    assert found.time.missing == ("the hour: before or after 2020-01-10 00:00 (Europe/Kyiv)",)


@pytest.mark.parametrize(
    ("time", "holds", "why"),
    [
        (_span("2020-02-29T13:00", "2020-02-29T14:00"), None, "The clocks differ."),
        (_span("2020-03-01T05:00", "2020-03-01T07:00"), None, "may lie on either side"),
        (_span("2020-03-01T06:00", "2020-03-01T07:00"), True, "'hills-only'"),
        (_day("2020-04-01"), None, "One side was silent."),
        (_day("2020-04-02"), True, "'hills-only'"),
        (_day("2021-01-01"), None, "One side left."),
        (_day("2020-02-27"), False, "The nearest is 'hills-only', from 2020-03-01 00:00 (Europe/Kyiv) without"),
    ],
)
def test_a_contested_stretch_is_open_and_says_why(truce: Truce, *, time: Span, holds: bool | None, why: str) -> None:
    found = _reach(truce, time, valley=False, hills=True)
    assert found.time.holds is holds
    assert why in found.time.why


def test_a_place_outside_every_open_window_is_outside_by_area_and_its_own_window_is_named(truce: Truce) -> None:
    found = _reach(truce, _day("2020-01-15"), valley=False, hills=True)
    assert (found.beyond, found.area.holds, found.term) == ("area", False, "valley")
    assert "the valley" in found.area.why
    assert "The window for that place is 'hills-only'" in found.area.why
    nowhere = _reach(truce, None, valley=False, hills=False)
    assert (nowhere.beyond, nowhere.area.holds) == ("area", False)
    assert "window for that place" not in nowhere.area.why


def test_outside_every_window_the_place_is_not_tried_unless_it_is_known(truce: Truce) -> None:
    assert _reach(truce, _day("2019-01-15"), valley=False).area.holds is None
    assert _reach(truce, _day("2019-01-15")).area.holds is True


def test_a_place_that_only_may_be_covered_leaves_the_area_open(truce: Truce) -> None:
    found = _reach(truce, _day("2020-01-15"), valley=None)
    assert (found.time.holds, found.area.holds, found.beyond) == (True, None, "")
    assert found.area.missing == ("where",)


def test_a_place_surely_in_one_window_and_perhaps_in_another_needs_only_the_sure_one(truce: Truce) -> None:
    found = _reach(truce, _day("2020-01-15"), valley=True, hills=None)
    assert (found.time.holds, found.area.holds) == (True, True)
    found = _reach(truce, _day("2020-03-15"), valley=True, hills=None)
    assert (found.time.holds, found.area.holds) == (True, None)


def test_a_layer_is_known_from_the_day_it_was_declared(truce: Truce) -> None:
    kyiv_evening_before = dt.datetime(2020, 2, 8, 21, 59, tzinfo=dt.UTC)
    assert [layer.id for layer in known_layers(truce, kyiv_evening_before)] == ["first"]
    assert len(known_layers(truce, kyiv_evening_before + dt.timedelta(minutes=1))) == 2
    assert known_layers(truce, dt.datetime(2019, 1, 1, tzinfo=dt.UTC)) == ()


def test_a_layer_set_by_another_clock_is_read_by_it(make_truce: Callable[..., Truce]) -> None:
    truce = make_truce(("    end: 2020-02-10T00:00\n", "    end: 2020-02-10T00:00\n    zone: Europe/Moscow\n"))
    (layer,) = truce.layers
    start, _ = stretch(layer, truce.clock(layer))
    assert start == dt.datetime(2020, 1, 9, 21, tzinfo=dt.UTC)


def test_a_span_longer_than_a_day_is_told_by_both_ends(truce: Truce) -> None:
    assert (
        "2020-01-11 00:00 to 2020-01-13 00:00" in _reach(truce, _span("2020-01-11T00:00", "2020-01-13T00:00")).time.why
    )
    ends = Span(start=None, end=dt.datetime(2020, 1, 1, tzinfo=KYIV))
    assert "an unknown time to 2020-01-01 00:00" in _reach(truce, ends).time.why


def test_times_at_the_ends_of_the_calendar_are_answered_too(make_truce: Callable[..., Truce]) -> None:
    truce = make_truce(
        ("start: 2020-01-10T00:00", "start: 0001-01-01T00:00"), ("end: 2020-02-10T00:00", "end: 9999-12-31T23:59")
    )
    whole = Span(start=dt.datetime.min.replace(tzinfo=KYIV), end=dt.datetime.max.replace(tzinfo=KYIV))
    assert _reach(truce, whole).time.holds is True
    assert known_layers(truce, dt.datetime.max.replace(tzinfo=dt.UTC)) == truce.layers
