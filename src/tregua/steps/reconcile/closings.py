"""Running totals that add up: what two of them leave is what the days between are stated to be."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from tregua.records.reconciliation import Statement
from tregua.steps.reconcile.words import days_of
from tregua.vocabulary.stances import Bound

__all__ = ["closings"]

_DAY = dt.timedelta(days=1)
_LISTED = 14


def closings(statements: Iterable[Statement]) -> Iterator[str]:
    """Give, in words, each running total of STATEMENTS that the one before and the days since add up to."""
    plain = [each for each in statements if not each.area and not each.part and each.bound is Bound.EXACT]
    days = _single_days(plain)
    by_start: defaultdict[dt.date, dict[dt.date, Statement]] = defaultdict(dict)
    for each in sorted(plain, key=lambda one: (one.last, one.testimony)):
        if each.first < each.last:
            by_start[each.first].setdefault(each.last, each)
    for _, totals in sorted(by_start.items()):
        for before, total in pairwise([None, *totals.values()]):
            if total is not None and (words := _closing(before, total, days)):
                yield words


def _single_days(statements: Sequence[Statement]) -> dict[dt.date, int]:
    """Return the figure of each day for which one alone is stated."""
    found: defaultdict[dt.date, set[int]] = defaultdict(set)
    for each in statements:
        if each.first == each.last:
            found[each.first].add(each.count)
    return {day: counts.pop() for day, counts in sorted(found.items()) if len(counts) == 1}


def _closing(before: Statement | None, total: Statement, days: Mapping[dt.date, int]) -> str:
    """Return how TOTAL is the sum of BEFORE and the DAYS since, "" when it is not."""
    first = total.first if before is None else before.last + _DAY
    between = {day: count for day, count in days.items() if first <= day <= total.last}
    start = 0 if before is None else before.count
    if not between or start + sum(between.values()) != total.count:
        return ""
    figures = [] if before is None else [f"{before.count} {days_of(before.first, before.last)}"]
    figures += [f"{count} {days_of(day, day)}" for day, count in between.items()]
    return f"{total.count} {days_of(total.first, total.last)} = {' + '.join(figures)}{_nothing(first, total, between)}"


def _nothing(first: dt.date, total: Statement, between: Mapping[dt.date, int]) -> str:
    """Return which days from FIRST on have nothing left, as words that follow a sum."""
    count = (total.last - first).days + 1 - len(between)
    if not count:
        return ""
    if count > _LISTED:
        return f"; 0 is left for the other {count} days"
    every = (first + offset * _DAY for offset in range((total.last - first).days + 1))
    return f"; 0 is left {', '.join(days_of(day, day) for day in every if day not in between)}"
