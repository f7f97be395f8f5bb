"""When: calendar dates and windows, each with the words it was read from and what it is relative to.

Rules of the pack say what a date or a window looks like; ``almanac`` tells which day is meant, ``windows`` which
stretch of time.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from tregua.errors import Problem
from tregua.steps.extract.almanac import (
    Calendar,
    calendar_day,
    day_of_last_month,
    day_of_truce,
    last_numbered,
    past_day,
)
from tregua.steps.extract.board import Match, find_rules
from tregua.steps.extract.earlier import shifted
from tregua.steps.extract.text import Reading, Tag
from tregua.steps.extract.undated import numeric_dates
from tregua.steps.extract.windows import TRUCE_START, Windows
from tregua.vocabulary.stances import Basis

__all__ = ["tag_times"]

_DISPUTED = dt.timedelta(days=3)


def tag_times(reading: Reading, almanac: Calendar) -> list[Problem]:
    """Tag dates and windows in READING; return what the text says wrongly of its own days."""
    reading.add(Tag("clock", at, at + 1) for at in reading.standing("clock"))
    found: dict[Tag, Match | None] = dict.fromkeys(numeric_dates(reading))
    for _, match in find_rules(reading, "dates"):
        tag = _date(match, almanac)
        if tag is not None:
            found.setdefault(tag, match)
    if almanac.published is None and almanac.truce_start is None:
        found |= {tag: match for match in _matches(reading) for tag in _date_behind(match, list(found), almanac)}
    kept = _longest(list(found))
    reading.add(kept)
    wrong = [tag for tag in kept if _contradicts(found[tag], tag)]
    reading.add(replace(tag, kind="contradiction") for tag in wrong)
    windows = Windows(reading, replace(almanac, truce_start=_truce_start(reading, almanac)))
    reading.add(shifted(windows, _longest(list(windows.read()))))
    return [_problem(reading, tag) for tag in wrong]


def _matches(reading: Reading) -> list[Match]:
    """Return where READING prints a day and a month and no year."""
    found = [match for _, match in find_rules(reading, "dates")]
    return [match for match in found if "month" in match.kept and "year" not in match.kept]


def _date_behind(match: Match, dates: list[Tag], almanac: Calendar) -> Iterator[Tag]:
    """Give the date of MATCH, the first such day behind the last of DATES before it: "10 July 2015 …, | 25 July"."""
    before = [tag for tag in dates if tag.first < match.first]
    if before and not any(tag.first <= match.first < tag.last for tag in dates):
        told = dt.date.fromisoformat(max(before, key=lambda tag: tag.first).value)
        tag = _date(match, replace(almanac, truce_start=told))
        if tag is not None:
            yield tag


def _longest(tags: list[Tag]) -> list[Tag]:
    """Return TAGS without those that a longer one (or an earlier one as long) overlaps; what is known goes first."""
    taken: set[int] = set()
    kept = []
    for tag in sorted(tags, key=lambda found: (_is_unknown(found), found.first - found.last)):
        places = set(range(tag.first, tag.last))
        if taken.isdisjoint(places):
            taken |= places
            kept.append(tag)
    return kept


def _is_unknown(tag: Tag) -> bool:
    return tag.span is not None and tag.span.basis is Basis.UNKNOWN


def _date(match: Match, almanac: Calendar) -> Tag | None:
    kept = match.kept
    day = kept["day"].count or 0
    month = kept.get("month")
    if month is None:
        counted = day_of_last_month if "back" in kept else last_numbered
        found, basis = counted(almanac, day), Basis.INFERRED
    elif "year" in kept:
        found = calendar_day(month, kept["year"].count or 0, day)
        basis = Basis.STATED
    else:
        found, basis = past_day(almanac, month, day) or day_of_truce(almanac, month, day), Basis.INFERRED
    if found is None:
        return None
    return Tag("date", match.first, match.last, found.isoformat(), span=almanac.span(found, found, basis))


def _contradicts(match: Match | None, tag: Tag) -> bool:
    """Tell whether the weekday printed with a date is not that date's."""
    weekday = match.kept.get("weekday") if match is not None else None
    return weekday is not None and weekday.count != dt.date.fromisoformat(tag.value).isoweekday()


def _problem(reading: Reading, tag: Tag) -> Problem:
    words = reading.printed(tag.first, tag.last)
    start = reading.offsets(tag.first, tag.last)[0]
    message = f"“{words}” at character {start} names a weekday that {tag.value} is not"
    hint = "the weekday or the date is wrong; the date is used"
    return Problem(where="", message=message, hint=hint, severity="warning", step="extract")


def _truce_start(reading: Reading, almanac: Calendar) -> dt.date | None:
    """Return when the truce began: the day the text states, unless it is far from the one that is known."""
    stated, known = _stated_start(reading), almanac.truce_start
    if stated is None or known is None:
        return known or stated
    return stated if abs(stated - known) <= _DISPUTED else known


def _stated_start(reading: Reading) -> dt.date | None:
    """Return the day on which the text says that the truce began, None when it does not."""
    starts = (match for rule, match in find_rules(reading, "times") if rule.means == TRUCE_START)
    return next((dt.date.fromisoformat(match.kept["date"].value) for match in starts), None)
