"""Stretches of time, and where something lies among them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from tregua.terms.instants import EARLIEST, LATEST, in_zone
from tregua.terms.scope import Contested
from tregua.vocabulary.time import Span

__all__ = ["Alike", "Interval", "common", "interval", "merged", "position", "stretch", "told", "touch", "without"]

Interval = tuple[dt.datetime, dt.datetime]
"""First instant and first instant after it, in UTC."""

_INSTANT = dt.timedelta(microseconds=1)


class _Bounded(Protocol):
    @property
    def start(self) -> dt.datetime: ...
    @property
    def end(self) -> dt.datetime | None: ...


def stretch(part: _Bounded, zone: dt.tzinfo) -> Interval:
    """Return from when to when PART runs, a layer or a stretch of it, on the clock of ZONE."""
    end = LATEST if part.end is None else in_zone(part.end.replace(tzinfo=zone), dt.UTC)
    return in_zone(part.start.replace(tzinfo=zone), dt.UTC), end


def interval(time: Span) -> Interval:
    """Return TIME with an open side as far as the calendar goes; a moment is as long as the shortest."""
    start = EARLIEST if time.start is None else in_zone(time.start, dt.UTC)
    end = LATEST if time.end is None else in_zone(time.end, dt.UTC)
    return start, max(end, start + _INSTANT) if end != LATEST else end


def position(
    when: Interval, windows: Iterable[Interval], contested: Sequence[tuple[Contested, Interval]]
) -> bool | Contested | dt.datetime:
    """Return where WHEN lies: in WINDOWS, out of them, in a CONTESTED stretch, or across the instant returned."""
    joined = merged(windows)
    if any(start <= when[0] and when[1] <= end for start, end in joined):
        return True
    for part, (start, end) in contested:
        if start <= when[0] and when[1] <= end:
            return part
    edges = [edge for window in (*joined, *(each for _, each in contested)) for edge in window]
    between = [edge for edge in edges if when[0] < edge < when[1]]
    return min(between) if between else False


def merged(intervals: Iterable[Interval]) -> list[Interval]:
    """Return INTERVALS in order, those that touch as one."""
    found: list[Interval] = []
    for start, end in sorted(intervals):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def without(pieces: Sequence[Interval], holes: Iterable[Interval]) -> list[Interval]:
    """Return PIECES with HOLES cut out."""
    left = list(pieces)
    for opens, closes in holes:
        left = [
            (start, end)
            for piece in left
            for start, end in ((piece[0], min(piece[1], opens)), (max(piece[0], closes), piece[1]))
            if start < end
        ]
    return left


def common(pieces: Sequence[Interval], others: Sequence[Interval]) -> list[Interval]:
    """Return what PIECES and OTHERS share."""
    return [(max(one[0], other[0]), min(one[1], other[1])) for one in pieces for other in others if touch(one, other)]


def touch(one: Interval, other: Interval) -> bool:
    """Tell whether ONE and OTHER share an instant."""
    return one[0] < other[1] and other[0] < one[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike(Span):
    """A time that stands for all at which the same holds.

    Attributes:
        words: what stands in the place of the time where it is told.
    """

    words: str


def told(time: Span) -> str:
    """Return TIME for a reader: the day where it is one, else both ends."""
    if isinstance(time, Alike):
        return time.words
    days = time.days()
    if days is not None and days[0] == days[1]:
        return days[0].isoformat()
    ends = [f"{instant:%Y-%m-%d %H:%M}" if instant else "an unknown time" for instant in (time.start, time.end)]
    return f"{ends[0]} to {ends[1]}"
