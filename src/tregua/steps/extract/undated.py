"""The day a text is told on: printed at its head, or beside "today", "yesterday"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from tregua.steps.extract.almanac import FIRST_YEAR, calendar_day, day_of
from tregua.steps.extract.board import find_rules
from tregua.steps.extract.known_truces import KnownTruce, truce_begun
from tregua.steps.extract.rows import begins_line, stands_alone
from tregua.steps.extract.text import DASHES, Reading, Tag

__all__ = ["numeric_dates", "own_day", "printed_day", "truce_dated"]

_HEAD, _DATE_LINE = 4, 9
_DATELINE, _AGENCY = 6, 6
_LATE = 3
_ASIDE = 2
_SMALL = ("preposition", "at_place", "article", "determiner")
_TOLD = ("breach", "breach_verb", "truce", "pact", "act_verb", "act_noun", "casualty", "since_mark")


def printed_day(reading: Reading) -> dt.date | None:
    """Return the day of READING, by a short line at its head, a dateline or "today, 4 May 2022"; None when none tells.

    A document that is known by no day of publication is taken to be of that day.
    """
    dated = sorted(_full_dates(reading), key=lambda found: found[0])
    heads = [day for first, last, day in dated if _heads(reading, first, last)]
    filed = [day for first, last, day in dated if _opens(reading, first, last)]
    told = [day for first, last, date in dated if (day := _counted_from(reading, first, last, date)) is not None]
    return next(iter([*heads, *filed, *told]), None)


def own_day(reading: Reading, published: dt.date) -> dt.date:
    """Return the day READING says it is told on where it was PUBLISHED up to three days later, else PUBLISHED.

    A dateline says so ("KYIV, 19 June -"), or a day of the week or the month beside "today" or "yesterday".
    """
    told = [*_filed_on(reading, published), *_named_beside(reading, published)]
    return next((day for day in told if 0 <= (published - day).days <= _LATE), published)


def _filed_on(reading: Reading, published: dt.date) -> Iterator[dt.date]:
    """Give the days of datelines at the head of READING, and those that dates beside "today" make it."""
    for first, last, date in sorted(_dates(reading, published)):
        if _opens(reading, first, last):
            yield date
        elif (day := _counted_from(reading, first, last, date)) is not None:
            yield day


def _dates(reading: Reading, published: dt.date) -> Iterator[tuple[int, int, dt.date]]:
    """Give where the dates of READING stand, and their days, in the year it was PUBLISHED where none is printed."""
    yield from _full_dates(reading)
    for _, match in find_rules(reading, "dates"):
        if "month" in match.kept and "year" not in match.kept and match.kept["month"].count:
            found = day_of(published.year, match.kept["month"].count or 0, match.kept["day"].count or 0)
            if found is not None:
                yield match.first, match.last, found


def _named_beside(reading: Reading, published: dt.date) -> Iterator[dt.date]:
    """Give the days that READING is told on by a weekday beside "today": "today, Wednesday", "yesterday (Tuesday)"."""
    for told in reading.of("relative_day"):
        weekday = None if reading.at(told.first, "eve") else _weekday_beside(reading, told)
        if weekday is not None:
            at = (weekday.count or 0) - int(told.value)
            yield published - dt.timedelta(days=(published.isoweekday() - at) % 7)


def _weekday_beside(reading: Reading, told: Tag) -> Tag | None:
    limit = min(told.last + _ASIDE, reading.sentence_of(told.first).last - 1)
    at = told.last
    while at < limit and (reading.tokens[at].text in {",", "("} or reading.has_any(at, _SMALL)):
        at += 1
    return next(iter(reading.at(at, "weekday")), None) if at <= limit else None


def truce_dated(reading: Reading, text: str) -> KnownTruce | None:
    """Return the known truce that TEXT, undated, may mean: one that began where it tells of, on a day it prints."""
    days = {
        ((match.kept["month"].count or 0), match.kept["day"].count or 0)
        for _, match in find_rules(reading, "dates")
        if "month" in match.kept
    }
    return truce_begun(text, days)


def numeric_dates(reading: Reading) -> Iterator[Tag]:
    """Give the dates that READING prints in figures alone."""
    for position in reading.standing("date"):
        day = _numeric(reading.tokens[position].norm, day_first=reading.pack.grammar.day_first)
        if day is not None:
            yield Tag("date", position, position + 1, day.isoformat())


def _full_dates(reading: Reading) -> Iterator[tuple[int, int, dt.date]]:
    """Give where the dates of READING stand that name their year, and their days."""
    for _, match in find_rules(reading, "dates"):
        if "month" in match.kept and "year" in match.kept:
            year, day = match.kept["year"].count or 0, match.kept["day"].count or 0
            found = calendar_day(match.kept["month"], year, day)
            if found is not None:
                yield match.first, match.last, found
    for tag in numeric_dates(reading):
        yield tag.first, tag.last, dt.date.fromisoformat(tag.value)


def _counted_from(reading: Reading, first: int, last: int, date: dt.date) -> dt.date | None:
    """Return the day on which DATE, printed from FIRST to LAST, is "today" or "yesterday", None when it is neither."""
    first -= first > 0 and reading.tokens[first - 1].text in {",", "("}
    beside = [reading.over(at, "relative_day") for at in (first - 1, *range(first, last), last)]
    days = [tag for tag in beside if tag is not None and not reading.has(tag.first, "eve")]
    return date - dt.timedelta(days=int(days[0].value)) if days else None


def _opens(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a date from FIRST to LAST is that of a dateline at the head of the text: "Moscow, 4 May 2016 -".

    An agency may stand between date and stroke, "(NNA)"; a full stop may stand in the stroke's place.
    """
    line = reading.sentence_of(first)
    if line.index > _HEAD or first - line.first > _DATELINE or _tells(reading, line.first, last):
        return False
    behind = _behind_agency(reading, last)
    behind += behind < line.last and reading.tokens[behind].text == "."
    return reading.tokens[behind].text in DASHES if behind < line.last else begins_line(reading, line)


def _behind_agency(reading: Reading, position: int) -> int:
    """Return the place behind a few words in brackets at POSITION, POSITION itself where none stand there."""
    words = [token.text for token in reading.tokens[position : position + _AGENCY]]
    return position + words.index(")") + 1 if words[:1] == ["("] and ")" in words else position


def _tells(reading: Reading, first: int, last: int) -> bool:
    """Tell whether something is told from FIRST to LAST."""
    return any(reading.of(kind, first, last) for kind in _TOLD)


def _heads(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a date from FIRST to LAST dates a line at the head of the text that tells of nothing.

    Such a line is short, or ends with the date behind a comma or a stroke: "Statement of the ministry, 9 May 2022".
    """
    line = reading.sentence_of(first)
    if line.index > _HEAD or not stands_alone(reading, line) or _tells(reading, line.first, line.last):
        return False
    behind = reading.tokens[first - 1].text if first > line.first else ""
    return line.last - line.first <= _DATE_LINE or (last == line.last and behind in {",", *DASHES})


def _numeric(text: str, *, day_first: bool) -> dt.date | None:
    parts = [int(part) for part in text.replace(".", "-").replace("/", "-").split("-")]
    if parts[0] > FIRST_YEAR:
        return day_of(parts[0], parts[1], parts[2])
    day, month = (parts[0], parts[1]) if day_first else (parts[1], parts[0])
    return day_of(parts[2], month, day) or day_of(parts[2], day, month)
