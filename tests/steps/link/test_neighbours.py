"""Which places lie near each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tregua.steps.link.neighbours import Neighbours
from tregua.vocabulary.places import Place


def town(key: str, lat: float | None, lon: float | None) -> Place:
    return Place(id=key, name=key, kind="town", lat=lat, lon=lon)


@pytest.mark.parametrize(
    ("lat", "lon", "near"),
    [(36.04, 37.0, True), (36.05, 37.0, False), (36.0, 37.05, True), (36.0, 37.06, False), (None, None, False)],
)
def test_places_are_near_within_five_kilometres(*, lat: float | None, lon: float | None, near: bool) -> None:
    known = Neighbours({"a": town("a", 36.0, 37.0), "b": town("b", lat, lon)})
    assert (known.of("a") == ("b",)) is near
    assert known.of("a") is known.of("a")
    assert (known.of("b") == ("a",)) is near


def test_a_province_and_a_name_in_no_registry_are_near_nothing() -> None:
    known = Neighbours({"a": town("a", 36, 37), "p": Place(id="p", name="P", kind="province", lat=36, lon=37)})
    assert known.of("a") == known.of("p") == known.of("name:nowhere") == ()


@given(lat=st.floats(-89.9, 89.9), north=st.floats(-0.05, 0.05), east=st.floats(-2, 2))
def test_near_goes_both_ways(lat: float, north: float, east: float) -> None:
    known = Neighbours({"a": town("a", lat, 10), "b": town("b", max(-90, min(90, lat + north)), 10 + east)})
    assert bool(known.of("a")) is bool(known.of("b"))
