"""The instants at which anything changes under a truce, and the stretches between them, over which nothing does."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Protocol
from zoneinfo import ZoneInfo

from tregua.steps.assess.lines import Days, When
from tregua.steps.assess.memory import Kept, Memory
from tregua.terms.evaluate import Terms
from tregua.terms.instants import EARLIEST, LATEST, in_zone
from tregua.terms.spells import LONGEST
from tregua.terms.stretches import Alike, stretch
from tregua.terms.truce import Clause, Layer
from tregua.vocabulary.actors import Actor

__all__ = ["Timeline"]

TimeClass = tuple[int, int, bool, bool, bool]
"""How many changes lie before the start and before the end; whether each is known; whether it is long."""

_DAY = dt.timedelta(days=1)
_SLACK = dt.timedelta(hours=26)
"""No two clocks on earth are further apart."""
_INSTANT = dt.timedelta(microseconds=1)
_HORIZON = dt.timedelta(days=3660)


class Timeline:
    """The changes of one truce, in order.

    Two times with the same changes before their ends are alike: whatever holds at the one holds at the other. So a
    truce is asked about each class of times once, however many events fall into it.
    """

    def __init__(self, terms: Terms, actors: Iterable[Actor], words: str) -> None:
        """Collect the changes of TERMS and of the ties of ACTORS; WORDS stand for a time that is alike others."""
        zone = terms.truce.clock(terms.layers[0])
        edges = [stretch(layer, terms.truce.clock(layer)) for layer in terms.layers]
        middles = (closed + (opened - closed) / 2 for _, closed in edges for opened, _ in edges if closed < opened)
        days = (in_zone(dt.datetime.combine(day, dt.time(), zone), dt.UTC) for day in _days(terms, actors))
        points = {
            *(edge for pair in edges for edge in pair), *middles, *days, *_stretches(terms), *_clauses(terms),
        }  # fmt: skip
        self._points = sorted(points - {EARLIEST, LATEST})
        self._words = words
        self._classes: Kept[TimeClass] = Kept()
        self._by_day: Memory[tuple[Days, ZoneInfo], int | None] = Memory(lambda key: self._of_all(*key))

    def classify(self, when: When | None, zone: ZoneInfo) -> int | None:
        """Return the number of the class of WHEN, its local times in ZONE; None when no time is known."""
        if when is None:
            return None
        of_all = self._by_day[when.days, zone]
        return self._classes.number(self._classify(when, zone)) if of_all is None else of_all

    def _of_all(self, days: Days, zone: ZoneInfo) -> int | None:
        """Return the class of every time that starts and ends on DAYS of whatever clock, None when they differ.

        So the many minutes of a day on which nothing changes are placed once.
        """
        first, last = (None if day is None else dt.datetime.fromordinal(day) for day in days)
        ends = [
            self._classify(
                When(
                    None if first is None else _moved(first, start),
                    None if last is None else _moved(last, end),
                    "",
                    days,
                ),
                zone,
            )
            for start, end in product((-_SLACK, _DAY + _SLACK), repeat=2)
        ]
        return self._classes.number(ends[0]) if len(set(ends)) == 1 else None

    def _classify(self, when: When, zone: ZoneInfo) -> TimeClass:
        start = EARLIEST if when.start is None else in_zone(_aware(when.start, zone), dt.UTC)
        end = LATEST if when.end is None else in_zone(_aware(when.end, zone), dt.UTC)
        end = max(end, start + _INSTANT) if end < LATEST else end
        return (
            bisect_right(self._points, start),
            bisect_left(self._points, end),
            when.start is not None,
            when.end is not None,
            end - start > LONGEST,
        )

    def stand_in(self, kind: int | None) -> Alike | None:
        """Return what stands for all times of KIND: from the change before their start to the one after their end."""
        if kind is None:
            return None
        before, after, begins, ends, is_long = self._classes.values[kind]
        points, beyond = self._points, LONGEST + _DAY if is_long else _DAY
        start = points[before - 1] if before else max(points[0] - beyond, EARLIEST)
        end = points[after] if after < len(points) else min(points[-1] + beyond, LATEST)
        return Alike(start=start if begins else None, end=end if ends else None, words=self._words)


class _Dated(Protocol):
    @property
    def since(self) -> dt.date | None: ...
    @property
    def until(self) -> dt.date | None: ...


def _moved(instant: dt.datetime, by: dt.timedelta) -> dt.datetime:
    """Return INSTANT moved BY a few days, or itself at the ends of the calendar, where nothing changes."""
    try:
        return instant + by
    except OverflowError:
        return instant


def _aware(instant: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    return instant if instant.tzinfo is not None else instant.replace(tzinfo=zone)


def _days(terms: Terms, actors: Iterable[Actor]) -> Iterator[dt.date]:
    """Give each day on which somebody begins to stand otherwise."""
    truce = terms.truce
    dated: list[_Dated] = [
        *(member for side in truce.sides for member in side.members), *truce.exempt, *truce.roles,
        *(tie for actor in actors for tie in actor.affiliations),
    ]  # fmt: skip
    for each in dated:
        if each.since is not None:
            yield each.since
        if each.until is not None and each.until < dt.date.max:
            yield each.until + _DAY


def _stretches(terms: Terms) -> Iterator[dt.datetime]:
    """Give the ends of every stretch in which a layer or clause is suspended or contested, or a side had left."""
    for step in terms.withdrawals:
        yield from stretch(step, ZoneInfo(terms.truce.zone))
    owners: tuple[Layer | Clause, ...] = (*terms.layers, *terms.clauses)
    for owner in owners:
        for part in (*owner.suspended, *owner.contested):
            yield from stretch(part, terms.truce.clock(owner))


def _clauses(terms: Terms) -> Iterator[dt.datetime]:
    """Give the ends of every clause's own window, and of its hours on every day on which terms are in force."""
    starts = [stretch(layer, terms.truce.clock(layer)) for layer in terms.layers]
    first = min(start for start, _ in starts)
    last = min(max(end for _, end in starts), in_zone(first, dt.UTC) + _HORIZON)
    for clause in terms.clauses:
        zone = terms.truce.clock(clause)
        for edge in (clause.since, clause.until):
            if edge is not None:
                yield in_zone(edge.replace(tzinfo=zone), dt.UTC)
        for clock in {clock for hours in clause.hours for clock in (hours.since, hours.until)}:
            yield from _each_day(clock, zone, first, last)
        if clause.hours:
            yield from _each_day("00:00", zone, first, last)


def _each_day(clock: str, zone: ZoneInfo, first: dt.datetime, last: dt.datetime) -> Iterator[dt.datetime]:
    hour, minute = (int(part) for part in clock.split(":"))
    day = in_zone(first, zone).date()
    while day <= in_zone(last, zone).date() + _DAY:
        yield in_zone(dt.datetime.combine(day, dt.time(hour % 24, minute), zone), dt.UTC)
        day += _DAY
