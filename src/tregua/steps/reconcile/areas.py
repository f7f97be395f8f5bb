"""Areas against the whole: over the same days, the parts of a country come to at most what the whole leaves for them.

For a stretch of days, the fewest breaches of each area and the most of the whole are shortest paths in graphs of their
own. Where the areas need more than the whole allows, the statements on these paths cannot all be true together. What a
bulletin says of its own parts is a split and is checked as one; here it is running totals and days that come together.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from tregua.records.reconciliation import DiscrepancyKind, Statement
from tregua.steps.reconcile.entries import limits
from tregua.steps.reconcile.splits import Found, Period
from tregua.steps.reconcile.sums import Bounded, Series
from tregua.steps.reconcile.words import areas_message

__all__ = ["area_faults"]

_DAY = dt.timedelta(days=1)
_TWICE = 2
_FEW = 14
"""Statements of which every stretch of days is looked at, when a set is made smallest."""


class _Part:
    """The statements of one area, or of the whole, and what they allow."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self.statements = statements
        self._exact = {
            (each.first, each.last): each
            for each in statements
            if not each.slack and limits(each)[0] == limits(each)[1]
        }

    @cached_property
    def series(self) -> Series:
        """Return them as a series, made when it is first asked for."""
        return Series(self.statements)

    def least(self, first: dt.date, last: dt.date) -> Bounded:
        """Return the fewest breaches from FIRST to LAST; a figure for just these days is it."""
        exact = self._exact.get((first, last))
        return Bounded(exact.count, least=(exact,)) if exact else self.series.least(first, last)

    def most(self, first: dt.date, last: dt.date) -> Bounded | None:
        """Return the most breaches from FIRST to LAST, None when nothing limits them."""
        exact = self._exact.get((first, last))
        return Bounded(exact.count, most=(exact,)) if exact else self.series.most(first, last)


@dataclass(frozen=True, slots=True)
class _Shortage:
    """What the whole leaves over some stretch of days, and what its areas need then, which is more."""

    whole: Bounded
    parts: tuple[Bounded, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Return all counts that it rests on, each once."""
        return tuple(dict.fromkeys(each for bound in (self.whole, *self.parts) for each in bound.statements))


Held = Mapping[str, _Part]


def area_faults(statements: Iterable[Statement], named: Iterable[str]) -> Iterator[Found]:
    """Give the smallest sets of STATEMENTS in which areas come to more than the whole over some stretch of days.

    Args:
        statements: those of one origin about one accused, consistent within each area.
        named: testimonies that stand in a discrepancy of another kind already; they are left out.
    """
    gone = set(named)
    held = _apart([each for each in statements if each.testimony not in gone])
    if "" not in held or len(held) == 1:
        return
    blamed: Counter[Statement] = Counter()
    for first, last in _stretches(held):
        while clash := _clash(held, first, last):
            smallest = _smallest(clash)
            named_now = smallest.statements
            yield DiscrepancyKind.AREAS, named_now, areas_message(smallest.whole, smallest.parts)
            blamed.update(each for each in named_now if not each.area)
            held = _without(held, {each for each in named_now if each.area or blamed[each] >= _TWICE})


def _apart(statements: Iterable[Statement]) -> Held:
    """Return STATEMENTS by area, without those of places in another area of theirs, or of several places together."""
    found: defaultdict[str, list[Statement]] = defaultdict(list)
    for each in statements:
        found[each.area].append(each)
    inner = {area for area, held in found.items() if any(each.within and each.within in found for each in held)}
    return {area: _Part(held) for area, held in found.items() if area not in inner and " and " not in area}


def _without(held: Held, gone: set[Statement]) -> Held:
    """Return HELD without the statements that are GONE."""
    left = {}
    for area, part in held.items():
        kept = [each for each in part.statements if each not in gone]
        if kept:
            left[area] = part if len(kept) == len(part.statements) else _Part(kept)
    return left


def _stretches(held: Held) -> list[Period]:
    """Return the stretches of days that HELD states, and those between a running total and the next, shortest first."""
    found = {(each.first, each.last) for part in held.values() for each in part.statements}
    for part in held.values():
        by_first: defaultdict[dt.date, set[dt.date]] = defaultdict(set)
        for each in part.statements:
            by_first[each.first].add(each.last)
        found |= {(one + _DAY, other) for lasts in by_first.values() for one, other in pairwise(sorted(lasts))}
    return sorted(found, key=lambda period: (period[1] - period[0], period))


def _clash(held: Held, first: dt.date, last: dt.date) -> _Shortage | None:
    """Return which statements of HELD cannot all be true from FIRST to LAST, None when they can.

    A set of which each statement is of just these days is one bulletin's split, and left to that.
    """
    most = held[""].most(first, last) if "" in held else None
    if most is None:
        return None
    parts = [part.least(first, last) for area, part in held.items() if area]
    if sum(each.value for each in parts) <= most.value:
        return None
    found = _Shortage(most, tuple(each for each in parts if each.value))
    return found if len({(each.first, each.last) for each in found.statements}) > 1 else None


def _smallest(clash: _Shortage) -> _Shortage:
    """Return CLASH with those statements alone of which none can be left out."""
    smallest = clash
    for each in sorted(clash.statements, key=lambda one: (one.last - one.first, one.testimony)):
        others = [other for other in smallest.statements if other != each]
        smallest = _impossible(others) or smallest
    return smallest


def _impossible(statements: Sequence[Statement]) -> _Shortage | None:
    """Return why STATEMENTS cannot all be true, None when they can."""
    held = _apart(statements)
    return next((clash for period in _periods(statements, held) if (clash := _clash(held, *period))), None)


def _periods(statements: Sequence[Statement], held: Held) -> Iterable[Period]:
    if len(statements) > _FEW:
        return _stretches(held)
    ends = sorted({end for each in statements for end in (each.first - _DAY, each.last - each.slack * _DAY, each.last)})
    return ((one + _DAY, other) for n, one in enumerate(ends) for other in ends[n + 1 :])
