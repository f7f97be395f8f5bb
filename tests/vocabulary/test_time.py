from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tregua.vocabulary.time import Span, day_span

DAMASCUS = ZoneInfo("Asia/Damascus")
NOON = dt.datetime(2016, 5, 6, 12, tzinfo=DAMASCUS)
HOUR = dt.timedelta(hours=1)


def span(start: int | None, end: int | None) -> Span:
    at = [None if h is None else NOON + h * HOUR for h in (start, end)]
    return Span(start=at[0], end=at[1])


def test_a_span_needs_a_zone_and_an_order() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Span(start=dt.datetime(2016, 5, 6), end=None)  # noqa: DTZ001
    with pytest.raises(ValueError, match="before it starts"):
        span(2, 1)


def test_days_are_those_it_touches() -> None:
    assert day_span(dt.date(2016, 5, 6), DAMASCUS).days() == (dt.date(2016, 5, 6), dt.date(2016, 5, 6))
    assert span(0, 13).days() == (dt.date(2016, 5, 6), dt.date(2016, 5, 7))
    assert span(0, 0).days() == (dt.date(2016, 5, 6), dt.date(2016, 5, 6))
    assert span(None, 0).days() is None
    assert span(0, None).days() is None


def test_half_open_spans_that_touch_do_not_overlap() -> None:
    assert not span(0, 1).overlaps(span(1, 2))
    assert span(0, 2).overlaps(span(1, 3))
    assert span(None, 2).overlaps(span(1, None))
    assert not span(1, 2).overlaps(span(None, 1))


@pytest.mark.parametrize(
    ("inner", "outer", "holds"),
    [
        ((1, 2), (0, 3), True),
        ((0, 3), (0, 3), True),
        ((0, 4), (0, 3), False),
        ((-1, 2), (0, 3), False),
        ((None, 2), (0, 3), False),
        ((None, 2), (None, 3), True),
        ((1, None), (0, 3), False),
        ((1, None), (0, None), True),
    ],
)
def test_within(inner: tuple[int | None, int | None], outer: tuple[int | None, int | None], *, holds: bool) -> None:
    assert span(*inner).within(span(*outer)) is holds


@given(st.integers(-50, 50), st.integers(0, 50), st.integers(-50, 50), st.integers(0, 50))
def test_a_span_within_another_overlaps_it(a: int, long: int, b: int, wide: int) -> None:
    one, other = span(a, a + long + 1), span(b, b + wide + 1)
    assert one.overlaps(other) == other.overlaps(one)
    if one.within(other):
        assert one.overlaps(other)
