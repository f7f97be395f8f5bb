"""Areas against the whole through running totals."""

from __future__ import annotations

import datetime as dt
import random
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tregua.records.reconciliation import DiscrepancyKind, Statement
from tregua.steps.reconcile.areas import area_faults
from tregua.steps.reconcile.splits import Found
from tregua.steps.reconcile.sums import Series
from tregua.vocabulary.stances import Bound

BEGIN = dt.date(2031, 4, 1)
NUMBER = count(1)


def _said(
    figure: int, first: int, last: int, area: str = "", *, bound: Bound = Bound.EXACT, within: str = ""
) -> Statement:
    days = [BEGIN + dt.timedelta(days=number - 1) for number in (first, last)]
    return Statement(
        testimony=f"t-{next(NUMBER)}", count=figure, bound=bound, first=days[0], last=days[1], area=area, within=within
    )


def _faults(*said: Statement) -> list[Found]:
    return list(area_faults(said, ()))


def test_areas_that_need_more_than_running_totals_leave() -> None:
    said = [_said(40, 1, 5), _said(46, 1, 8), _said(4, 6, 7, "Hills"), _said(3, 8, 8, "Coast"), _said(2, 6, 6, "Plain")]
    (found,) = _faults(*said)
    assert found[0] is DiscrepancyKind.AREAS
    assert set(found[1]) == {said[0], said[1], said[2], said[3]}
    assert found[2] == (
        "46 from 1 April to 8 April 2031 minus 40 from 1 April to 5 April 2031 leaves 6 for the whole, but its areas "
        "need 7: Hills 4 from 6 April to 7 April 2031, Coast 3 on 8 April 2031"
    )


def test_a_running_total_of_an_area_against_days_of_the_whole() -> None:
    said = [_said(3, 1, 1), _said(4, 2, 2), _said(9, 1, 2, "Hills"), _said(30, 3, 3), _said(2, 3, 3, "Coast")]
    ((_, statements, message),) = _faults(*said)
    assert set(statements) == set(said[:3])
    assert message == (
        "3 on 1 April 2031 plus 4 on 2 April 2031 leaves 7 for the whole, but its areas need 9: Hills 9 from 1 April "
        "to 2 April 2031"
    )


def test_what_an_area_needs_by_two_running_totals_is_told_as_their_difference() -> None:
    ((_, _, message),) = _faults(_said(5, 6, 8), _said(20, 1, 8, "Hills"), _said(9, 1, 5, "Hills"))
    assert message == (
        "5 from 6 April to 8 April 2031 leaves 5 for the whole, but its areas need 11: Hills 11 (20 from 1 April to "
        "8 April 2031 minus 9 from 1 April to 5 April 2031)"
    )


def test_areas_that_fit_are_no_fault() -> None:
    assert _faults(_said(40, 1, 5), _said(46, 1, 8), _said(6, 6, 8, "Hills")) == []
    assert _faults(_said(40, 1, 5, "Coast"), _said(46, 1, 8, "Hills")) == []
    assert _faults(_said(40, 1, 5), _said(46, 1, 8)) == []
    assert _faults(_said(40, 1, 5, bound=Bound.AT_LEAST), _said(46, 1, 8, "Hills")) == []


def test_a_split_of_one_bulletin_is_not_told_twice() -> None:
    said = [_said(5, 3, 3), _said(4, 3, 3, "Hills"), _said(3, 3, 3, "Coast")]
    assert _faults(*said) == []
    later = [*said, _said(9, 1, 4), _said(8, 1, 2), _said(2, 3, 3, "Plain")]
    assert list(area_faults(later, [each.testimony for each in said])) == [
        (DiscrepancyKind.AREAS, _faults(*later[3:])[0][1], _faults(*later[3:])[0][2])
    ]


def test_a_place_in_another_area_and_several_places_together_are_left_out() -> None:
    said = [_said(5, 3, 3), _said(0, 4, 4), _said(4, 3, 4, "Hills")]
    assert _faults(*said, _said(4, 3, 4, "Ridge", within="Hills"), _said(9, 3, 4, "Coast and Hills")) == []
    assert len(_faults(*said, _said(4, 3, 4, "Ridge"))) == 1


def test_a_whole_that_is_wrong_is_set_aside_when_it_is_named_twice() -> None:
    days = [_said(6, day, day, "Hills") for day in range(2, 9)]
    found = _faults(_said(5, 1, 8), *days, _said(50, 1, 12), *(_said(1, day, day, "Coast") for day in range(2, 9)))
    assert len(found) <= 3
    assert all(statements[0].count == 5 for _, statements, _ in found)


def test_of_many_days_that_are_too_much_no_more_are_named_than_it_takes() -> None:
    found = _faults(_said(5, 1, 20), *(_said(1, day, day, "Hills") for day in range(1, 18)))
    assert [len(statements) for _, statements, _ in found] == [7, 7]


spans = st.tuples(st.integers(1, 6), st.integers(1, 6)).map(sorted)
statements = st.builds(
    lambda figure, span, area, bound: _said(figure, span[0], span[1], area, bound=bound),
    st.integers(0, 6), spans, st.sampled_from(["", "Hills", "Coast"]), st.sampled_from([Bound.EXACT, Bound.AT_LEAST]),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(statements, min_size=3, max_size=8))
def test_what_is_named_is_a_smallest_set(said: list[Statement]) -> None:
    kept = [each for area in ("", "Hills", "Coast") for each in Series([one for one in said if one.area == area]).held]
    for _, named, _ in area_faults(kept, ()):
        assert _faults(*named)
        for left_out in named:
            assert _faults(*(each for each in named if each is not left_out)) == []


def _plant(seed: int) -> tuple[list[Statement], set[Statement]]:
    """Return five weeks of true counts, for the whole and three areas, and two false ones planted in them."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    days = [[chance.randint(0, 9) for _ in range(3)] for _ in range(35)]
    hidden = set(chance.sample(range(35), 12))
    said = [_said(sum(shares), day + 1, day + 1) for day, shares in enumerate(days) if day not in hidden]
    planted = set()
    wrong = chance.sample(range(1, 5), 2)
    for week in range(5):
        first, last = week * 7, week * 7 + 7
        said.append(_said(sum(map(sum, days[:last])), 1, last))
        for area, name in enumerate(("Hills", "Coast", "Plain")):
            true = sum(shares[area] for shares in days[first:last])
            false = week in wrong and area == week % 3
            other = sum(map(sum, days[first:last])) - true
            said.append(_said(true + (other + chance.randint(1, 9) if false else 0), first + 1, last, name))
            planted |= {said[-1]} if false else set()
    return said, planted


@pytest.mark.parametrize("seed", range(0, 200, 50))
def test_every_planted_figure_of_an_area_is_found_and_none_invented(seed: int) -> None:
    for number in range(seed, seed + 50):
        said, planted = _plant(number)
        found = [set(statements) for _, statements, _ in _faults(*said)]
        assert planted <= set().union(*found), number
        assert all(planted & each for each in found), number
