"""Spans of time that say how they were got."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from tregua.vocabulary.stances import Basis

__all__ = ["Precision", "Span", "day_span"]


class Precision(StrEnum):
    """The finest unit a time was given in."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A half-open stretch of time, ``start <= t < end``.

    Attributes:
        start: first instant, with its zone, or None when unknown or unbounded.
        end: first instant after it, with its zone, or None when unknown or unbounded.
        precision: the finest unit the text gave.
        basis: whether the text states it, gives it relative to something, or it was inferred.
        anchor: what it is relative to or inferred from, e.g. ``publication date 2016-05-06``.
        text: the words it was read from, "" when there are none.
        length: how long it lasts, where that is known and neither side is: "the last 24 hours" of a text without a day.
    """

    start: dt.datetime | None
    end: dt.datetime | None
    precision: Precision = Precision.DAY
    basis: Basis = Basis.STATED
    anchor: str = ""
    text: str = ""
    length: dt.timedelta | None = None

    def __post_init__(self) -> None:
        """Refuse naive instants and a span that ends before it starts."""
        for instant in (self.start, self.end):
            if instant is not None and instant.tzinfo is None:
                raise ValueError("a span's instants need a time zone")
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"a span cannot end ({self.end}) before it starts ({self.start})")

    def days(self) -> tuple[dt.date, dt.date] | None:
        """Return the first and the last calendar day it touches, or None when either side is open."""
        if self.start is None or self.end is None:
            return None
        last = self.end - dt.timedelta(microseconds=1) if self.end > self.start else self.end
        return self.start.date(), last.date()

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share an instant; an open side reaches without end."""
        starts_before = self.start is None or other.end is None or self.start < other.end
        ends_after = self.end is None or other.start is None or other.start < self.end
        return starts_before and ends_after

    def within(self, other: Span) -> bool:
        """Tell whether all of this span lies inside OTHER; an open side lies inside only an open side."""
        after = other.start is None or (self.start is not None and self.start >= other.start)
        before = other.end is None or (self.end is not None and self.end <= other.end)
        return after and before


def day_span(day: dt.date, zone: dt.tzinfo, *, basis: Basis = Basis.STATED, text: str = "") -> Span:
    """Return DAY, midnight to midnight in ZONE."""
    start = dt.datetime.combine(day, dt.time(), zone)
    end = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), zone)
    return Span(start=start, end=end, basis=basis, text=text)
