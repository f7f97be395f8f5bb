"""Which days something lies in, and which days anybody was reporting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from tregua.records.document import Document
from tregua.vocabulary.time import Span

__all__ = ["DAY", "Days", "day_placed", "days_between", "days_of", "publication_days", "reported"]

DAY = dt.timedelta(days=1)
_LONGEST_PLACED = 3

Days = tuple[dt.date, dt.date]
"""The first and the last of some days, both included."""


def days_of(span: Span | None, zone: dt.tzinfo) -> Days | None:
    """Return the first and last day in ZONE that SPAN touches, None when either is not known."""
    if span is None or span.start is None or span.end is None:
        return None
    last = max(span.start, span.end - dt.timedelta(microseconds=1))
    return span.start.astimezone(zone).date(), last.astimezone(zone).date()


def day_placed(span: Span | None, zone: dt.tzinfo) -> dt.date | None:
    """Return the day that SPAN stands for in a series of days: the middle one of at most three, else None.

    Bulletins tell of "the last 24 hours", which touch two days. A series needs one; it is at most a day off.
    """
    days = days_of(span, zone)
    if days is None or (days[1] - days[0]).days >= _LONGEST_PLACED:
        return None
    return days[0] + dt.timedelta(days=(days[1] - days[0]).days // 2)


def days_between(days: Days) -> list[dt.date]:
    """Return every day of DAYS in order."""
    return [days[0] + number * DAY for number in range((days[1] - days[0]).days + 1)]


def publication_days(documents: Iterable[Document], zone: dt.tzinfo) -> dict[str, dt.date]:
    """Return the day in ZONE on which each of DOCUMENTS was published, by id, where it is known."""
    return {
        document.id: at.date() if document.published.day_only else at.astimezone(zone).date()
        for document in documents
        if document.published is not None
        for at in (document.published.at,)
    }


def reported(published: Iterable[dt.date]) -> Days | None:
    """Return the days over which reports were PUBLISHED, from the first to the last; None when there are none."""
    days = sorted(published)
    return (days[0], days[-1]) if days else None
