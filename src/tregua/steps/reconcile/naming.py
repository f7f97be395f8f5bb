"""Which kind of discrepancy it is: a figure that a copy changes is another thing than a total that falls."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from tregua.records.reconciliation import DiscrepancyKind, Statement
from tregua.steps.reconcile.entries import Entry
from tregua.steps.reconcile.splits import Found, Period, outlets_of
from tregua.steps.reconcile.sums import Clash
from tregua.steps.reconcile.words import both, clash_message, falls, full, prints
from tregua.vocabulary.stances import Bound

__all__ = ["changed_bases", "named"]

_NEAR = dt.timedelta(days=3)
"""How far apart two dates of one bulletin may lie: about as long as a page goes on reprinting one."""
_SERIES = 2
"""Running totals that make a series: one alone may be a week's or a fortnight's."""


def named(clash: Clash, entries: Mapping[str, Entry], splits: Mapping[Period, Sequence[Entry]]) -> Found:
    """Return what kind of discrepancy CLASH is, and say it in words.

    Args:
        clash: counts that cannot all be true.
        entries: those of its origin, by testimony.
        splits: the counts by area of its origin, by days.
    """
    kind, statements, message = _plainly(clash, entries)
    twice = _dated_twice(clash, entries, splits)
    return (DiscrepancyKind.DATES, statements, f"{message}; {twice}") if twice else (kind, statements, message)


def _plainly(clash: Clash, entries: Mapping[str, Entry]) -> Found:
    first, *others = sorted(clash.statements, key=lambda each: (each.last, each.first, each.testimony))
    if len(others) == 1:
        return _pair(clash, first, others[0], entries)
    return DiscrepancyKind.CONFLICT, clash.statements, clash_message(clash)


def _pair(clash: Clash, one: Statement, other: Statement, entries: Mapping[str, Entry]) -> Found:
    """Name two counts that cannot both be true, ONE ending no later than OTHER."""
    if (one.first, one.last) == (other.first, other.last) and one.part == other.part:
        return _two_figures(one, other, entries)
    if one.first == other.first < one.last < other.last and not one.part:
        return DiscrepancyKind.FALL, clash.statements, falls(one, other)
    return DiscrepancyKind.CONFLICT, clash.statements, clash_message(clash)


def _two_figures(one: Statement, other: Statement, entries: Mapping[str, Entry]) -> Found:
    printed, again = (set(entries[each.testimony].testimony.outlets) for each in (one, other))
    if not printed or not again or printed & again:
        return DiscrepancyKind.FIGURES, (one, other), both(one, other)
    told = ((", ".join(sorted(who)), each) for who, each in ((printed, one), (again, other)))
    return DiscrepancyKind.RELAY, (one, other), prints(told)


def _dated_twice(clash: Clash, entries: Mapping[str, Entry], splits: Mapping[Period, Sequence[Entry]]) -> str:
    """Return which doubted count of CLASH stands under another date too, in words; "" when none does.

    It is one running total to two last days, both in CLASH, or the count of a day, split in one way under two days.
    """
    for each in sorted(clash.doubted, key=lambda one: one.testimony):
        for twin in (entry.statement for entry in entries.values()):
            if twin is None or not _is_twin(each, twin):
                continue
            if twin in clash.statements if each.first < each.last else _same_particulars(each, twin, entries, splits):
                return f"{full(each)} is printed as {full(twin)} too"
    return ""


def _is_twin(one: Statement, other: Statement) -> bool:
    """Tell whether ONE and OTHER are one figure for a day, or to a day, under two dates near each other."""
    alike = (one.count, one.bound, one.area, one.part) == (other.count, other.bound, other.area, other.part)
    days = one.first == one.last and other.first == other.last
    totals = one.first == other.first and one.first < min(one.last, other.last)
    near = one.last != other.last and abs(one.last - other.last) <= _NEAR
    return alike and near and one.count > 0 and (days or totals)


def _same_particulars(
    one: Statement, other: Statement, entries: Mapping[str, Entry], splits: Mapping[Period, Sequence[Entry]]
) -> bool:
    """Tell whether ONE and OTHER were split by area in one way."""
    shares, again = (_shares(each, entries, splits) for each in (one, other))
    return len(shares) > 1 and shares == again


def _shares(
    statement: Statement, entries: Mapping[str, Entry], splits: Mapping[Period, Sequence[Entry]]
) -> frozenset[tuple[str, int]]:
    """Return the areas and figures that the bulletins which print STATEMENT split it into."""
    outlets = set(outlets_of(entries[statement.testimony]))
    parts = splits.get((statement.first, statement.last), ())
    held = (each.statement for each in parts if outlets.intersection(outlets_of(each)))
    return frozenset((each.area, each.count) for each in held if each is not None)


def changed_bases(statements: Iterable[Statement]) -> Iterator[Found]:
    """Give the running totals among STATEMENTS whose first day changes.

    They are running totals when at least two of them count from one day. A figure that is printed twice for one last
    day, with two first days, has two as well.
    """
    totals = [each for each in statements if not each.area and not each.part and each.first < each.last]
    by_first: defaultdict[dt.date, list[Statement]] = defaultdict(list)
    for each in sorted(totals, key=lambda one: (one.last, one.testimony)):
        by_first[each.first].append(each)
    series = [held for _, held in sorted(by_first.items()) if len({each.last for each in held}) >= _SERIES]
    for before, after in pairwise(series):
        yield DiscrepancyKind.BASE, (before[-1], after[0]), _changed(before, after)
    for held in by_first.values():
        for each in held:
            yield from _moved(each, totals)


def _changed(before: Sequence[Statement], after: Sequence[Statement]) -> str:
    words = (f"{len(held)} totals count from {_day(held[0].first)}" for held in (before, after))
    told, then = words
    return f"{told} (the last is {full(before[-1])}), {then} (the first is {full(after[0])})"


def _moved(one: Statement, totals: Iterable[Statement]) -> Iterator[Found]:
    """Give totals with the figure and the last day of ONE that begin later."""
    for other in totals:
        same = (one.count, one.last, one.bound) == (other.count, other.last, other.bound)
        if same and one.first < other.first and one.count and one.bound is Bound.EXACT:
            yield DiscrepancyKind.BASE, (one, other), f"{full(one)} is printed as {full(other)} too"


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"
