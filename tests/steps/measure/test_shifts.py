from __future__ import annotations

import pytest

from tests.steps.measure.made_up import incident, observed, report, span
from tests.steps.publish.cast import NOWHERE
from tregua.backends.statistics import LibraryStatistics
from tregua.records.incident import Incident
from tregua.records.indicator import Estimate
from tregua.steps.measure.observed import Observed
from tregua.steps.measure.shifts import before_and_after

KEY = "lake-truce: first"


def shifts(case: Observed) -> dict[str, Estimate]:
    return {each.key: each for each in before_and_after(case, LibraryStatistics())}


def halved() -> list[Incident]:
    """Return two incidents every other day before the truce, by either side in turn, and half as many after."""
    before = [incident(key, -28 + key, "north" if key % 2 else "south") for key in range(28)]
    return before + [incident(100 + key, 1 + 2 * key, "north" if key % 2 else "south") for key in range(14)]


def test_a_ratio_has_its_exact_interval() -> None:
    found = shifts(observed(halved()))
    both = found[KEY]
    assert both.value == pytest.approx(0.5)
    assert [both.low, both.high] == pytest.approx([0.244, 0.976], rel=0.02)
    assert both.notes == ("28 in 28 days before 2016-02-27, 14 in as many after",)
    assert found[f"{KEY}, Northern Council"].value == found[f"{KEY}, Southern Government"].value == pytest.approx(0.5)
    assert len(both.records) == 42


def test_what_may_lie_on_either_side_or_elsewhere_is_left_out() -> None:
    more = [incident(200, 0), incident(201, span(-1, 3)), incident(202, 3, places=(NOWHERE,)), incident(203, None)]
    assert shifts(observed([*halved(), *more]))[KEY].records == shifts(observed(halved()))[KEY].records


def test_clusters_widen_the_interval() -> None:
    crowded = [incident(key, -20 + 5 * (key // 8)) for key in range(24)] + [incident(99 + key, 4) for key in range(9)]
    found = shifts(observed(crowded))[KEY]
    assert "in clusters" in found.notes[0]
    assert found.high is not None
    assert found.high > 1
    assert "without any on one side" in shifts(observed(crowded[:24]))[KEY].refused


def test_none_before_gives_a_lower_end_alone() -> None:
    found = shifts(observed([incident(key, 1 + 2 * key) for key in range(13)]))[KEY]
    assert (found.value, found.high) == (None, None)
    assert found.low is not None
    assert found.low > 1


def test_uneven_reporting_is_warned_of() -> None:
    reports = tuple(report(number) for number in (-28, -20, *range(1, 29)))
    found = shifts(observed(halved(), documents=reports))[KEY]
    assert found.notes[1].startswith("warning: 2 reports from before and 28 from after were read")


def test_short_and_thin_data_are_refused() -> None:
    assert "at least 10 are needed" in shifts(observed(halved()[:3]))[KEY].refused
    short = tuple(report(number) for number in range(-3, 29))
    assert (
        "reports cover 3 days on either side of 2016-02-27" in shifts(observed(halved(), documents=short))[KEY].refused
    )
    assert shifts(observed(halved(), documents=())) == {}
    assert shifts(observed(halved(), documents=(report(3), report(40)))) == {}
