"""When: calendar dates and windows, each with the words it was read from and what it is relative to.

Rules of the pack say what a date or a window looks like and name one of the meanings below. A year that is not
printed is taken so that the date lies on or before publication; a weekday is the last one before it. Nothing is
read from a publication date that is not known: the span is then open on both sides and its basis unknown.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from tregua.errors import Problem
from tregua.steps.extract.calendars import named_days
from tregua.steps.extract.pattern import Match, find_all
from tregua.steps.extract.text import Reading, Tag
from tregua.vocabulary.solar import last_solar_day, solar_day, solar_month_end
from tregua.vocabulary.stances import Basis
from tregua.vocabulary.time import Precision, Span

__all__ = ["Calendar", "tag_times"]

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_HOURS = {"minute": 0, "hour": 1, "day": 24, "week": 168, "month": 0, "year": 0}
_START = "truce_start"
_LONGEST = 20_000
_SOLAR = "solar_month"
_AHEAD = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """What days are counted from.

    Attributes:
        zone: the zone days are meant in.
        published: day of publication, None when not known.
        truce_start: first day of the truce, None when not known.
    """

    zone: dt.tzinfo
    published: dt.date | None
    truce_start: dt.date | None

    def midnight(self, day: dt.date) -> dt.datetime:
        """Return the first instant of DAY."""
        return dt.datetime.combine(day, dt.time(), self.zone)

    def span(self, first: dt.date, last: dt.date, basis: Basis, precision: Precision = Precision.DAY) -> Span:
        """Return the days FIRST to LAST, both included."""
        anchor = f"publication date {self.published}" if basis is Basis.RELATIVE else ""
        end = self.midnight(last + dt.timedelta(days=1))
        return Span(start=self.midnight(first), end=end, precision=precision, basis=basis, anchor=anchor)

    def since(self, start: dt.date, basis: Basis, anchor: str) -> Span:
        """Return the time from START up to publication, or without an end where that is not known."""
        end = None
        if self.published is not None:
            end = self.midnight(self.published if self.published > start else start + dt.timedelta(days=1))
        return Span(start=self.midnight(start), end=end, basis=basis, anchor=anchor)

    def unknown(self, precision: Precision = Precision.DAY) -> Span:
        """Return a span that says only that its ends are not known."""
        return Span(start=None, end=None, precision=precision, basis=Basis.UNKNOWN, anchor="no publication date")


def tag_times(reading: Reading, almanac: Calendar) -> list[Problem]:
    """Tag dates and windows in READING; return what the text says wrongly of its own days."""
    reading.add(named_days(reading))
    found: dict[Tag, Match | None] = dict.fromkeys(_numeric_dates(reading))
    for rule in reading.pack.dates:
        for match in find_all(reading, rule.pattern):
            tag = _date(match, almanac)
            if tag is not None:
                found.setdefault(tag, match)
    kept = _longest(list(found))
    reading.add(kept)
    wrong = [tag for tag in kept if _contradicts(found[tag], tag)]
    reading.add(replace(tag, kind="contradiction") for tag in wrong)
    windows = _Windows(reading, replace(almanac, truce_start=almanac.truce_start or _stated_start(reading)))
    reading.add(_longest(list(windows.read())))
    return [_problem(reading, tag) for tag in wrong]


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


def _numeric_dates(reading: Reading) -> Iterator[Tag]:
    for position, token in enumerate(reading.tokens):
        if token.kind == "date":
            day = _numeric(token.norm, day_first=reading.pack.grammar.day_first)
            if day is not None:
                yield Tag("date", position, position + 1, day.isoformat())


def _numeric(text: str, *, day_first: bool) -> dt.date | None:
    parts = [int(part) for part in text.replace(".", "-").replace("/", "-").split("-")]
    if parts[0] > _FIRST_YEAR:
        return _day(parts[0], parts[1], parts[2])
    day, month = (parts[0], parts[1]) if day_first else (parts[1], parts[0])
    return _day(parts[2], month, day) or _day(parts[2], day, month)


def _day(year: int, month: int, day: int) -> dt.date | None:
    in_range = _FIRST_YEAR < year < _LAST_YEAR and 1 <= month <= 12 and day >= 1  # noqa: PLR2004 - months of a year
    if not in_range or day > calendar.monthrange(year, month)[1]:
        return None
    return dt.date(year, month, day)


def _calendar_day(month: Tag, year: int, day: int) -> dt.date | None:
    """Return DAY of the MONTH of YEAR, a solar year where the month is one of the solar calendar."""
    if month.kind == _SOLAR:
        return solar_day(year, int(month.value), day)
    return _day(year, month.count or 0, day)


def _past_day(almanac: Calendar, month: Tag, day: int) -> dt.date | None:
    """Return the last DAY of MONTH that is not after publication."""
    if month.kind != _SOLAR:
        return _past(almanac, month.count or 0, day)
    return None if almanac.published is None else last_solar_day(int(month.value), day, almanac.published + _AHEAD)


def _past(almanac: Calendar, month: int, day: int) -> dt.date | None:
    """Return the last such day that is not after publication."""
    if almanac.published is None:
        return None
    for back in range(5):  # a 29 February comes every four years
        found = _day(almanac.published.year - back, month, day)
        if found is not None and found <= almanac.published + _AHEAD:
            return found
    return None


def _date(match: Match, almanac: Calendar) -> Tag | None:
    kept = match.kept
    month, day = kept["month"], kept["day"].count or 0
    if "year" in kept:
        found = _calendar_day(month, kept["year"].count or 0, day)
        basis = Basis.STATED
    else:
        found, basis = _past_day(almanac, month, day), Basis.INFERRED
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


def _stated_start(reading: Reading) -> dt.date | None:
    """Return the day on which the text says that the truce began, None when it does not."""
    for rule in reading.pack.times:
        if rule.means == _START:
            for match in find_all(reading, rule.pattern):
                return dt.date.fromisoformat(match.kept["date"].value)
    return None


class _Windows:
    """The meanings that a rule of ``times`` may name."""

    def __init__(self, reading: Reading, almanac: Calendar) -> None:
        """Read windows of READING, counted from ALMANAC."""
        self.reading = reading
        self.almanac = almanac
        self.meanings: Mapping[str, Callable[[Mapping[str, Tag]], Span | None]] = {
            "last": self._last,
            "last_some": self._last_some,
            "since": self._since,
            "since_truce": self._since_truce,
            "since_month": self._since_month,
            "since_weekday": self._since_day,
            "since_relative": self._since_day,
            "first_units": self._first_units,
            "day": self._day,
            "relative_day": self._relative_day,
            "weekday": self._weekday,
            "month": self._month,
            "year": self._year,
            "this": self._this,
            "range": self._range,
            "months": self._months,
            "first_months": self._first_months,
            "until": self._until,
        }

    def read(self) -> Iterator[Tag]:
        """Give a tag for each window."""
        for rule in self.reading.pack.times:
            if rule.means == _START:
                continue
            for match in find_all(self.reading, rule.pattern):
                span = self.meanings[rule.means](match.kept)
                if span is not None:
                    words = self.reading.printed(match.first, match.last)
                    yield Tag("time", match.first, match.last, rule.means, span=replace(span, text=words))

    def _last(self, kept: Mapping[str, Tag]) -> Span | None:
        published, unit = self.almanac.published, kept["unit"].value
        count = _count_of(self.reading, kept)
        if published is None:
            return self.almanac.unknown(Precision(unit))
        end = self.almanac.midnight(published)
        if not 0 < count <= _LONGEST:
            return None
        if unit in ("month", "year"):
            start = self.almanac.midnight(_months_before(published, count * (12 if unit == "year" else 1)))
        else:
            start = end - dt.timedelta(hours=_HOURS[unit] * count)
        anchor = f"publication date {published}"
        return Span(start=start, end=end, precision=Precision(unit), basis=Basis.RELATIVE, anchor=anchor)

    def _last_some(self, kept: Mapping[str, Tag]) -> Span | None:
        del kept
        if self.almanac.published is None:
            return self.almanac.unknown()
        anchor = f"publication date {self.almanac.published}; its own start is not said"
        end = self.almanac.midnight(self.almanac.published + dt.timedelta(days=1))
        return Span(start=None, end=end, basis=Basis.RELATIVE, anchor=anchor)

    def _since(self, kept: Mapping[str, Tag]) -> Span | None:
        return self.almanac.since(dt.date.fromisoformat(kept["date"].value), Basis.STATED, "")

    def _since_truce(self, kept: Mapping[str, Tag]) -> Span | None:
        del kept
        start = self.almanac.truce_start
        if start is None or (self.almanac.published is not None and start > self.almanac.published):
            return Span(start=None, end=None, basis=Basis.UNKNOWN, anchor="start of the truce")
        return self.almanac.since(start, Basis.RELATIVE, f"start of the truce {start}")

    def _since_day(self, kept: Mapping[str, Tag]) -> Span | None:
        day = self._weekday(kept) if "weekday" in kept else self._relative_day(kept)
        if day is None or day.start is None:
            return day
        return self.almanac.since(day.start.date(), Basis.RELATIVE, day.anchor)

    def _first_units(self, kept: Mapping[str, Tag]) -> Span | None:
        start, unit = self.almanac.truce_start, kept["unit"].value
        count = (kept["count"].count or 0) if "count" in kept else 1
        if start is None or not 0 < count <= _LONGEST:
            return Span(start=None, end=None, basis=Basis.UNKNOWN, anchor="start of the truce")
        days = count * {"day": 1, "week": 7, "month": 30}.get(unit, 1)
        last = start + dt.timedelta(days=days - 1)
        return replace(self.almanac.span(start, last, Basis.INFERRED), anchor=f"start of the truce {start}")

    def _since_month(self, kept: Mapping[str, Tag]) -> Span | None:
        month = self._month(kept)
        if month is None or month.start is None or month.end is None:
            return None
        first, truce = month.start.date(), self.almanac.truce_start
        if truce is not None and (truce.year, truce.month) == (first.year, first.month):
            return self.almanac.since(truce, Basis.INFERRED, f"start of the truce {truce}")
        return self.almanac.since(first, Basis.STATED, "")

    def _day(self, kept: Mapping[str, Tag]) -> Span | None:
        day = dt.date.fromisoformat(kept["date"].value)
        given = kept["date"].span
        return self.almanac.span(day, day, given.basis if given is not None else Basis.STATED)

    def _relative_day(self, kept: Mapping[str, Tag]) -> Span | None:
        published = self.almanac.published
        if published is None:
            return self.almanac.unknown()
        day = published + dt.timedelta(days=int(kept["day"].value))
        return self.almanac.span(day, day, Basis.RELATIVE)

    def _weekday(self, kept: Mapping[str, Tag]) -> Span | None:
        published = self.almanac.published
        if published is None:
            return self.almanac.unknown()
        back = (published.isoweekday() - (kept["weekday"].count or 0)) % 7
        day = published - dt.timedelta(days=back)
        return self.almanac.span(day, day, Basis.RELATIVE)

    def _month(self, kept: Mapping[str, Tag]) -> Span | None:
        if kept["month"].kind == _SOLAR:
            return self._solar_month(kept)
        month = kept["month"].count or 0
        first = self._first_of(month, kept)
        if first is None:
            return None
        basis = Basis.STATED if "year" in kept else Basis.INFERRED
        return self.almanac.span(first, _month_end(first), basis, Precision.MONTH)

    def _solar_month(self, kept: Mapping[str, Tag]) -> Span | None:
        month, year = kept["month"], kept.get("year")
        first = _past_day(self.almanac, month, 1) if year is None else _calendar_day(month, year.count or 0, 1)
        if first is None:
            return None
        basis = Basis.INFERRED if year is None else Basis.STATED
        return self.almanac.span(first, solar_month_end(first), basis, Precision.MONTH)

    def _first_of(self, month: int, kept: Mapping[str, Tag]) -> dt.date | None:
        if "year" in kept:
            return _day(kept["year"].count or 0, month, 1)
        return _past(self.almanac, month, 1)

    def _year(self, kept: Mapping[str, Tag]) -> Span | None:
        first = _day(kept["year"].count or 0, 1, 1)
        if first is None:
            return None
        return self.almanac.span(first, dt.date(first.year, 12, 31), Basis.STATED, Precision.YEAR)

    def _this(self, kept: Mapping[str, Tag]) -> Span | None:
        published, unit = self.almanac.published, kept["unit"].value
        if published is None:
            return self.almanac.unknown()
        firsts = {
            "day": published,
            "week": published - dt.timedelta(days=published.isoweekday() - 1),
            "month": published.replace(day=1),
            "year": published.replace(month=1, day=1),
        }
        last = dt.date.fromisoformat(kept["until"].value) if "until" in kept else published
        first = firsts.get(unit)
        return None if first is None or first > last else self.almanac.span(first, last, Basis.RELATIVE)

    def _range(self, kept: Mapping[str, Tag]) -> Span | None:
        if "to_day" in kept:
            first = dt.date.fromisoformat(kept["from"].value)
            last = _day(first.year, first.month, kept["to_day"].count or 0)
        else:
            last = dt.date.fromisoformat(kept["to"].value)
            first = self._range_start(kept, last)
        if last is None or first > last:
            return None
        return self.almanac.span(first, last, Basis.STATED)

    def _range_start(self, kept: Mapping[str, Tag], last: dt.date) -> dt.date:
        if "from_day" in kept:
            month = kept["from_month"].count or 0 if "from_month" in kept else last.month
            year = last.year - (month > last.month)
            return _day(year, month, kept["from_day"].count or 0) or dt.date.max
        first = dt.date.fromisoformat(kept["from"].value)
        given = kept["from"].span
        if given is not None and given.basis is Basis.INFERRED:
            first = _day(last.year, first.month, first.day) or first
            first = first if first <= last else (_day(last.year - 1, first.month, first.day) or first)
        return first

    def _months(self, kept: Mapping[str, Tag]) -> Span | None:
        last = self._first_of(kept["to"].count or 0, kept)
        first = None if last is None else _day(last.year, kept["from"].count or 0, 1)
        if first is None or last is None:
            return None
        first = first if first <= last else first.replace(year=last.year - 1)
        return self.almanac.span(first, _month_end(last), Basis.STATED, Precision.MONTH)

    def _first_months(self, kept: Mapping[str, Tag]) -> Span | None:
        count = kept["count"].count or 0
        first = _day(kept["year"].count or 0, 1, 1)
        if first is None or not 1 <= count <= 12:  # noqa: PLR2004 - months of a year
            return None
        return self.almanac.span(first, _month_end(first.replace(month=count)), Basis.STATED, Precision.MONTH)

    def _until(self, kept: Mapping[str, Tag]) -> Span | None:
        until = kept["until"]
        day = self._day({"date": until}) if until.kind == "date" else self._relative_day({"day": until})
        if day is None or day.end is None:
            return day
        return Span(start=None, end=day.end, basis=Basis.RELATIVE, anchor="its own start is not said")


def _count_of(reading: Reading, kept: Mapping[str, Tag]) -> int:
    """Return how many units KEPT names: by a number, by a unit whose form says two, else one."""
    number = kept.get("count") or reading.over(kept["unit"].first, "number")
    return 1 if number is None else number.count or 0


def _month_end(first: dt.date) -> dt.date:
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _months_before(day: dt.date, count: int) -> dt.date:
    years, month = divmod(day.year * 12 + day.month - 1 - count, 12)
    year = max(years, _FIRST_YEAR)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
