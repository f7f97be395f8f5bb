from __future__ import annotations

import pytest

from tests.steps.measure.made_up import finding, incident, observed, report
from tregua.backends.statistics import LibraryStatistics
from tregua.records.finding import Ruling
from tregua.records.indicator import Estimate
from tregua.steps.measure.observed import Observed
from tregua.steps.measure.rates import rates


def rated(case: Observed) -> dict[tuple[str, str], Estimate]:
    return {(each.name, each.key): each for each in rates(case, LibraryStatistics())}


def test_a_rate_has_its_exact_interval_and_names_its_records() -> None:
    even = [incident(key, key - 14) for key in range(28)]
    found = rated(observed(even, findings=[finding("i-1", Ruling.BREACH)]))
    rate = found["rate", "all"]
    assert rate.value == pytest.approx(28 / 57, rel=1e-2)
    assert [rate.low, rate.high] == pytest.approx([18.6 / 57, 40.5 / 57], rel=1e-2)
    assert rate.records == tuple(each.id for each in even)
    assert rate.notes == ("28 incidents on 57 days",)
    assert found["rate by side", "Northern Council"].value == rate.value
    assert found["rate by area", "Aleppo"].value == rate.value
    assert found["rate by act", "shelling"].value == rate.value
    assert found["rate by status", "alleged"].value == rate.value
    assert found["rate by ruling", "lake-truce: not ruled"].value is not None


def test_clusters_widen_the_interval_and_say_so() -> None:
    crowded = [incident(key, 10 * (key // 9)) for key in range(27)]
    rate = rated(observed(crowded))["rate", "all"]
    assert "in clusters" in rate.notes[0]
    assert rate.low is not None
    assert rate.low < 27 / 57 * 0.5


def test_tiny_data_are_refused_with_the_reason() -> None:
    few = rated(observed([incident(1, 0)]))["rate", "all"]
    assert (few.value, few.low, few.high) == (None, None, None)
    assert few.refused == "it is 1 incident with a day; a rate needs at least 10"
    short = rated(observed([incident(key, 0) for key in range(20)], documents=(report(0), report(1))))
    assert short["rate", "all"].refused == "reports cover 2 days; a rate needs at least 14"
    assert rated(observed([incident(1, 0)], documents=())) == {}


def test_without_a_truce_nobody_has_a_side() -> None:
    found = rated(observed([incident(key, key) for key in range(12)], truces=()))
    assert {name for name, _ in found} == {"rate", "rate by area", "rate by act", "rate by status"}
