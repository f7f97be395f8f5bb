from __future__ import annotations

import random

from tests.steps.measure.made_up import incident, observed, span
from tregua.backends.statistics import LibraryStatistics
from tregua.records.incident import Incident
from tregua.records.indicator import Estimate
from tregua.steps.measure.changes import change_points
from tregua.steps.measure.observed import Observed


def changes(case: Observed) -> dict[str, Estimate]:
    return {each.key: each for each in change_points(case, LibraryStatistics())}


def series(counts: list[int]) -> list[Incident]:
    days = [number - 28 for number, count in enumerate(counts) for _ in range(count)]
    return [incident(key, day) for key, day in enumerate(days)]


def test_a_change_is_found_where_it_is() -> None:
    found = changes(observed(series([1, 0, 2, 1] * 7 + [4, 6, 5, 5, 4, 6, 5] * 4 + [5])))
    assert found["all"].value == found["Northern Council"].value == 1
    assert found["all"].notes == ("about 2016-02-27: from 1 a day to 5 a day",)


def test_even_counts_have_no_change() -> None:
    chance = random.Random(3)  # noqa: S311 - a repeatable series
    alarms = 0
    for _ in range(40):
        counts = [sum(chance.random() < 0.02 for _ in range(100)) for _ in range(57)]
        alarms += bool(changes(observed(series(counts)))["all"].value)
    assert alarms <= 4


def test_few_incidents_or_days_are_refused() -> None:
    assert changes(observed([incident(1, 0)]))["all"].refused.startswith("it is 1 incident with a day on 57 days")
    assert changes(observed([incident(1, span(0))], documents=())) == {}
