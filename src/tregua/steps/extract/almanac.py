"""Days: what they are counted from, and which day the words of a date name.

A year that is not printed is taken so that the date lies on or before publication.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from tregua.steps.extract.text import Tag
from tregua.vocabulary.solar import last_solar_day, solar_day
from tregua.vocabulary.stances import Basis
from tregua.vocabulary.time import Precision, Span

__all__ = [
    "FIRST_YEAR",
    "SOLAR",
    "Calendar",
    "calendar_day",
    "day_of",
    "day_of_last_month",
    "day_of_truce",
    "last_numbered",
    "month_end",
    "months_before",
    "past",
    "past_day",
]

FIRST_YEAR, _LAST_YEAR = 1900, 2100
SOLAR = "solar_month"
_AHEAD = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """What days are counted from.

    Attributes:
        zone: the zone days are meant in.
        published: day of publication, or the one before it that the text says it is told on; None when not known.
        truce_start: first day of the truce, None when not known.
        own: whether ``published`` is a day that the text says it is told on.
    """

    zone: dt.tzinfo
    published: dt.date | None
    truce_start: dt.date | None
    own: bool = False

    @property
    def anchor(self) -> str:
        """What days are relative to, in words."""
        return f"{'day of the text' if self.own else 'publication date'} {self.published}"

    def midnight(self, day: dt.date) -> dt.datetime:
        """Return the first instant of DAY."""
        return dt.datetime.combine(day, dt.time(), self.zone)

    def span(self, first: dt.date, last: dt.date, basis: Basis, precision: Precision = Precision.DAY) -> Span:
        """Return the days FIRST to LAST, both included."""
        anchor = self.anchor if basis is Basis.RELATIVE else ""
        end = self.midnight(last + dt.timedelta(days=1))
        return Span(start=self.midnight(first), end=end, precision=precision, basis=basis, anchor=anchor)

    def passed(self, first: dt.date, last: dt.date) -> dt.date:
        """Return LAST, or the day of publication where a year from FIRST to LAST is not over then."""
        return last if self.published is None or not first <= self.published < last else self.published

    def year(self, year: int, until: dt.date | None = None, month: int | None = None) -> Span | None:
        """Return YEAR, or that much of it as is up to the day UNTIL or the end of MONTH; None for no year of ours."""
        first = day_of(year, 1, 1)
        if first is None:
            return None
        last = dt.date(year, 12, 31)
        if until is not None:
            last = day_of(year, until.month, until.day) or last
        elif month is not None:
            last = month_end(dt.date(year, month, 1))
        return self.span(first, self.passed(first, last), Basis.STATED, Precision.YEAR)

    def years(self, first: int, last: int) -> Span | None:
        """Return the years FIRST to LAST, both included; None where they are no years of ours."""
        begin, end = day_of(first, 1, 1), day_of(last, 12, 31)
        if begin is None or end is None or begin > end:
            return None
        return self.span(begin, self.passed(begin, end), Basis.STATED, Precision.YEAR)

    def since(self, start: dt.date, basis: Basis, anchor: str) -> Span:
        """Return the time from START up to publication, or without an end where that is not known."""
        end = None
        if self.published is not None:
            end = self.midnight(self.published if self.published > start else start + dt.timedelta(days=1))
        return Span(start=self.midnight(start), end=end, basis=basis, anchor=anchor)

    def unknown(self, precision: Precision = Precision.DAY, length: dt.timedelta | None = None) -> Span:
        """Return a span that says only that its ends are not known, and its LENGTH where that is."""
        anchor = "no publication date"
        return Span(start=None, end=None, precision=precision, basis=Basis.UNKNOWN, anchor=anchor, length=length)


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """Return that day, None when there is no such day between 1900 and 2100."""
    in_range = FIRST_YEAR < year < _LAST_YEAR and 1 <= month <= 12 and day >= 1  # noqa: PLR2004 - months of a year
    if not in_range or day > calendar.monthrange(year, month)[1]:
        return None
    return dt.date(year, month, day)


def calendar_day(month: Tag, year: int, day: int) -> dt.date | None:
    """Return DAY of the MONTH of YEAR, a solar year where the month is one of the solar calendar."""
    if month.kind == SOLAR:
        return solar_day(year, int(month.value), day)
    return day_of(year, month.count or 0, day)


def past_day(almanac: Calendar, month: Tag, day: int) -> dt.date | None:
    """Return the last DAY of MONTH that is not after publication."""
    if month.kind != SOLAR:
        return past(almanac, month.count or 0, day)
    return None if almanac.published is None else last_solar_day(int(month.value), day, almanac.published + _AHEAD)


def day_of_truce(almanac: Calendar, month: Tag, day: int) -> dt.date | None:
    """Return the first such day from the start of the truce on, for a text of which no day is known."""
    start = almanac.truce_start
    if start is None or almanac.published is not None or month.kind == SOLAR:
        return None
    near = (day_of(start.year + ahead, month.count or 0, day) for ahead in range(2))
    return next((found for found in near if found is not None and found >= start), None)


def past(almanac: Calendar, month: int, day: int) -> dt.date | None:
    """Return the last such day that is not after publication."""
    if almanac.published is None:
        return None
    for back in range(5):  # a 29 February comes every four years
        found = day_of(almanac.published.year - back, month, day)
        if found is not None and found <= almanac.published + _AHEAD:
            return found
    return None


def last_numbered(almanac: Calendar, day: int) -> dt.date | None:
    """Return the last DAY of a month, that one or the one before or two before, that is not after publication."""
    if almanac.published is None:
        return None
    for back in range(3):  # a day 31 comes every other month
        first = months_before(almanac.published.replace(day=1), back)
        found = day_of(first.year, first.month, day)
        if found is not None and found <= almanac.published:
            return found
    return None


def day_of_last_month(almanac: Calendar, day: int) -> dt.date | None:
    """Return that DAY of the month before the one of publication."""
    if almanac.published is None:
        return None
    first = months_before(almanac.published.replace(day=1), 1)
    return day_of(first.year, first.month, day)


def month_end(first: dt.date) -> dt.date:
    """Return the last day of the month of FIRST."""
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def months_before(day: dt.date, count: int) -> dt.date:
    """Return the day COUNT months before DAY, or the last of that month where it is shorter."""
    years, month = divmod(day.year * 12 + day.month - 1 - count, 12)
    year = max(years, FIRST_YEAR)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
