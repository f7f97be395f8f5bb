from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from tregua.records.reconciliation import Statement
from tregua.steps.reconcile.sums import Series, day_bounds
from tregua.vocabulary.stances import Bound

FIRST = dt.date(2016, 2, 27)
DAYS = 9
spans = st.tuples(st.integers(0, DAYS - 1), st.integers(0, DAYS - 1)).map(lambda pair: (min(pair), max(pair)))


def _statement(number: int, count: int, span: tuple[int, int], bound: Bound = Bound.EXACT) -> Statement:
    first, last = (FIRST + dt.timedelta(days=offset) for offset in span)
    return Statement(testimony=f"t-{number}", count=count, bound=bound, first=first, last=last)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.integers(0, 30), min_size=DAYS, max_size=DAYS), st.lists(spans, min_size=1, max_size=10))
def test_true_statements_never_clash_and_the_truth_lies_within_the_bounds(
    truth: list[int], said: list[tuple[int, int]]
) -> None:
    statements = [_statement(n, sum(truth[span[0] : span[1] + 1]), span) for n, span in enumerate(said)]
    series = Series(statements)
    assert series.clashes == []
    for bound in day_bounds(series, statements):
        breaches = truth[(bound.day - FIRST).days]
        assert bound.low <= breaches
        assert bound.high is None or breaches <= bound.high


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), spans, st.sampled_from(list(Bound))), min_size=2, max_size=8))
def test_what_clashes_is_a_smallest_set(said: list[tuple[int, tuple[int, int], Bound]]) -> None:
    statements = [_statement(n, count, span, bound) for n, (count, span, bound) in enumerate(said)]
    for clash in Series(statements).clashes:
        named = list(clash.statements)
        assert Series(named).clashes
        for left_out in named:
            assert Series([each for each in named if each is not left_out]).clashes == []


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), spans), min_size=1, max_size=8))
def test_bounds_are_reached(said: list[tuple[int, tuple[int, int]]]) -> None:
    """A day's bound is tight: adding it as a statement is consistent, going beyond it is not."""
    statements = [_statement(n, count, span) for n, (count, span) in enumerate(said)]
    series = Series(statements)
    if series.clashes:
        return
    for bound in day_bounds(series, statements):
        offset = (bound.day - FIRST).days
        for figure, fits in (
            (bound.low, True),
            (bound.low - 1, False),
            (bound.high, True),
            ((bound.high or 0) + 1, False),
        ):
            if figure is not None and figure >= 0 and bound.high is not None:
                extra = _statement(99, figure, (offset, offset))
                assert (Series([*statements, extra]).clashes == []) is fits
