"""Days of the solar calendar of Iran and Afghanistan, as Gregorian days.

Its year begins at the spring equinox. The rule of eight leap years in 33 gives that day exactly for the years 1206 to
1498 (Borkowski 1996; the rule fails first in 1502); no other years are read.
"""

from __future__ import annotations

import datetime as dt

__all__ = ["last_solar_day", "solar_day", "solar_month_end", "solar_year"]

_FIRST_YEAR, _LAST_YEAR = 1206, 1498
_EPOCH = 226_895
"""Ordinal from which the rule counts: it makes 20 March 2016 the first day of 1395."""
_OFFSET = 621
_MONTHS = 12
_LONGEST_WAIT = 6
"""Years in which a leap day comes at least once, both ends included."""
_LONG_MONTHS = 6


def solar_day(year: int, month: int, day: int) -> dt.date | None:
    """Return DAY of MONTH (1 to 12) of solar YEAR as a Gregorian day; None when there is none."""
    if not (_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= _MONTHS and 1 <= day <= _length(year, month)):
        return None
    before = min(month - 1, _LONG_MONTHS) * 31 + max(month - 1 - _LONG_MONTHS, 0) * 30
    return dt.date.fromordinal(_new_year(year) + before + day - 1)


def solar_year(day: dt.date) -> int:
    """Return the solar year in which the Gregorian DAY lies."""
    year = day.year - _OFFSET
    return year if day.toordinal() >= _new_year(year) else year - 1


def last_solar_day(month: int, day: int, latest: dt.date) -> dt.date | None:
    """Return the last DAY of the solar MONTH that is not after LATEST; None when there is none in years."""
    year = solar_year(latest)
    found = (solar_day(year - back, month, day) for back in range(_LONGEST_WAIT))
    return next((each for each in found if each is not None and each <= latest), None)


def solar_month_end(first: dt.date) -> dt.date:
    """Return the last day of the solar month that begins on the Gregorian day FIRST."""
    year = solar_year(first)
    passed = first.toordinal() - _new_year(year)
    month = passed // 31 + 1 if passed < 186 else (passed - 186) // 30 + 7  # noqa: PLR2004 - six months of 31 days
    return first + dt.timedelta(days=_length(year, month) - 1)


def _new_year(year: int) -> int:
    return _EPOCH + 365 * (year - 1) + (8 * year + 21) // 33


def _length(year: int, month: int) -> int:
    if month <= _LONG_MONTHS:
        return 31
    return 30 if month < _MONTHS else _new_year(year + 1) - _new_year(year) - 336
