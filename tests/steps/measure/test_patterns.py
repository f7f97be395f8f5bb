from __future__ import annotations

import datetime as dt

import pytest

from tests.steps.measure.made_up import ZONE, day, incident, observed, report, span
from tregua.records.incident import Incident
from tregua.records.indicator import Estimate
from tregua.steps.measure.observed import Observed
from tregua.steps.measure.patterns import patterns
from tregua.vocabulary.time import Span

YEAR = (report(-28), report(1200))
SOUTH_AFTER_NORTH = "Southern Government after Northern Council"


def at(number: int, hour: int) -> Span:
    moment = dt.datetime.combine(day(number), dt.time(hour), ZONE)
    return Span(start=moment, end=moment)


def pattern(case: Observed) -> dict[str, Estimate]:
    return {each.key: each for each in patterns(case)}


def answered() -> list[Incident]:
    """Return an act of the north every tenth day or so, answered by the south on the next."""
    days = [0, 9, 21, 30, 42, 50, 63, 70, 84, 92, 101, 113]
    north = [incident(key, at(number, 8)) for key, number in enumerate(days)]
    return north + [incident(100 + key, at(number + 1, 9), "south") for key, number in enumerate(days)]


def test_what_follows_more_often_than_chance_is_seen_and_the_other_order_is_not() -> None:
    found = pattern(observed(answered(), documents=(report(-10), report(120))))
    tied = found[SOUTH_AFTER_NORTH]
    assert tied.notes[0].startswith("12 of 12 acts follow; by chance ")
    assert tied.value is not None
    assert tied.low is not None
    assert tied.value > 2
    assert tied.low > 1
    assert len(tied.records) == 24
    other = found["Northern Council after Southern Government"]
    assert other.low is not None
    assert other.low < 1


def test_the_baseline_is_the_same_each_time() -> None:
    once, again = (pattern(observed(answered(), documents=YEAR)) for _ in range(2))
    assert once == again
    assert "by chance 0.4 acts would follow" in once[SOUTH_AFTER_NORTH].refused


def test_only_what_surely_follows_surely_in_time_counts() -> None:
    vague = [incident(key, span(3 * key)) for key in range(19)]
    vague += [incident(100 + key, span(3 * key, 1), "south") for key in range(19)]
    found = pattern(observed(vague, documents=(report(0), report(57))))
    assert found[SOUTH_AFTER_NORTH].notes[0].startswith("0 of 19 acts follow")
    assert found[SOUTH_AFTER_NORTH].value == 0
    assert found[SOUTH_AFTER_NORTH].high == pytest.approx(0) or found[SOUTH_AFTER_NORTH].high is None


def test_acts_without_a_time_or_beyond_the_reports_do_not_count() -> None:
    loose = [incident(1, None), incident(2, 500), incident(3, -100), incident(4, span(0, 2.9)), incident(5, span(0, 5))]
    case = observed([*loose, incident(6, 3, "south"), incident(7, Span(start=None, end=None))])
    found = pattern(case)
    assert found[SOUTH_AFTER_NORTH].records == ("i-4", "i-6")
    assert found[SOUTH_AFTER_NORTH].refused.startswith("it is 1 and 1 act with a time on 57 days")
    assert pattern(observed(answered(), documents=())) == {}
