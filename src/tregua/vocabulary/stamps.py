"""Dates as machines print them: the stamps in page metadata, feeds, records and file headers.

Running prose is another matter and belongs to the language packs: here only forms that leave no doubt about the
order of day and month are read, and anything else is refused rather than guessed.
"""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

__all__ = ["EARLIEST_YEAR", "Stamp", "read_stamp"]

EARLIEST_YEAR = 1900
"""Stamps before this year are zero values of software, not dates of reports."""

Stamp = tuple[dt.datetime, bool]
"""An instant (naive where the stamp names no zone) and whether only the day was given."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s)?"
_DAYS = (
    re.compile(r"(?P<year>\d{4})(?P<between>[-/.])(?P<month>\d{1,2})(?P=between)(?P<day>\d{1,2})(?!\d)"),
    re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?!\d)"),
    re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?!\d)"),
    re.compile(_WEEKDAY + r"(?P<day>\d{1,2})\s" + _MONTH + r",?\s(?P<year>\d{4})(?!\d)", re.IGNORECASE),
    re.compile(_WEEKDAY + _MONTH + r"\s(?P<day>\d{1,2}),?\s(?P<year>\d{4})(?!\d)", re.IGNORECASE),
)
_TIME = re.compile(
    r"[T\s,]{1,3}(?P<hour>\d{1,2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    r"\s?(?P<half>[ap]\.?m\.?)?\s?(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?",
    re.IGNORECASE,
)
_LONGEST = 60
_ZONE = re.compile(r"([+-])(\d{2}):?(\d{2})?")


def read_stamp(text: str) -> Stamp | None:
    """Read TEXT as one of the forms below; None when it is none of them.

    ISO 8601 (also with ``/``, ``.`` or nothing between), mail dates, ``6 May 2016`` and ``May 6, 2016`` with or
    without weekday and hour, ``06.05.2016`` (dots put the day first everywhere). Midnight, in UTC or no zone,
    counts as a bare day: that is how software stores a day it knows no hour of.
    """
    text = text.strip()
    if len(text) > _LONGEST or not text:
        return None
    stamp = _written(text) or _mail(text)
    if stamp is None or not EARLIEST_YEAR <= stamp[0].year < dt.MAXYEAR:
        return None
    return stamp


def _written(text: str) -> Stamp | None:
    day = next((match for form in _DAYS if (match := form.match(text))), None)
    if not day:
        return None
    month = day["month"][:3].lower()
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
    try:
        date = dt.datetime(int(day["year"]), number, int(day["day"]))  # noqa: DTZ001 - the zone, if any, follows
        return _with_time(date, text[day.end() :])
    except ValueError:
        return None


def _with_time(date: dt.datetime, rest: str) -> Stamp | None:
    if not rest:
        return date, True
    time = _TIME.fullmatch(rest)
    if not time:
        return None
    hour, half = int(time["hour"]), (time["half"] or "")[:1].lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    zone = _zone((time["zone"] or "").upper())
    at = date.replace(hour=hour, minute=int(time["minute"]), second=min(int(time["second"] or 0), 59), tzinfo=zone)
    return _bare_day(at) or (at, False)


def _bare_day(at: dt.datetime) -> Stamp | None:
    if not at.utcoffset() and at.time() == dt.time():
        return at.replace(tzinfo=None), True
    return None


def _zone(text: str) -> dt.tzinfo | None:
    if text in {"Z", "UTC", "GMT"}:
        return dt.UTC
    if match := _ZONE.fullmatch(text):
        offset = dt.timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
        return dt.timezone(-offset if match[1] == "-" else offset)
    return None


def _mail(text: str) -> Stamp | None:
    try:
        at = parsedate_to_datetime(text)
    except (TypeError, ValueError, OverflowError, IndexError):
        return None
    return _bare_day(at) or (at, False)
