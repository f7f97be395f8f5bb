"""Windows: the stretch of time that a rule of a pack's ``times`` names, counted from publication or the truce.

A weekday is the last one before publication. Nothing is read from a publication date that is not known: the span
is then open on both sides and its basis unknown.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from tregua.steps.extract.almanac import SOLAR, Calendar, calendar_day, day_of, month_end, months_before, past, past_day
from tregua.steps.extract.board import find_rules
from tregua.steps.extract.calendars import count_of, day_of_named_month
from tregua.steps.extract.text import Reading, Tag
from tregua.vocabulary.solar import solar_month_end
from tregua.vocabulary.stances import Basis
from tregua.vocabulary.time import Precision, Span

__all__ = ["EDITIONS", "TRUCE_START", "Windows"]

TRUCE_START = "truce_start"
_ROW = "year_row"
EDITIONS = {"daily": "day", "weekly": "week", "monthly": "month"}
_WEEK, _HALF = 7, 15
_HOURS = {"minute": 0, "hour": 1, "day": 24, "week": 168, "month": 0, "year": 0}
_LONGEST = 20_000
_DAY = dt.timedelta(days=1)
_SOON = dt.timedelta(days=92)
_WHOLE_DAYS = (24, 48, 72)
_COUNTED_DAYS, _LATE = 5, dt.timedelta(days=3)


class Windows:
    """The meanings that a rule of ``times`` may name."""

    def __init__(self, reading: Reading, almanac: Calendar) -> None:
        """Read windows of READING, counted from ALMANAC."""
        self.reading = reading
        self.almanac = almanac

    def _meanings(self) -> Mapping[str, Callable[[Mapping[str, Tag]], Span | None]]:
        """Return what reads each meaning; not kept, since it holds on to this and so to the whole text."""
        meanings: dict[str, Callable[[Mapping[str, Tag]], Span | None]] = {
            "last": self._last,
            "last_some": self._last_some,
            "since": self._since,
            "since_truce": self._since_truce,
            "since_month": self._since_month,
            "since_weekday": self._since_day,
            "since_relative": self._since_day,
            "first_units": self._first_units,
            "nth_unit": self._nth_unit,
            "nth_day": self._nth_day,
            "day": self._day,
            "by_hour": lambda kept: self._named(kept["date"]),
            "coming": self._coming,
            "relative_day": self._relative_day,
            "weekday": self._weekday,
            "month": self._month,
            "year": self._year,
            "years": lambda kept: self.almanac.years(kept["from"].count or 0, kept["to"].count or 0),
            "year_row": self._year,
            "this": self._this,
            "range": self._range,
            "months": self._months,
            "first_months": self._first_months,
            "until": self._until,
            "previous": self._previous,
            "before": self._previous,
            "preceding": self._last,
            "preceding_period": self._period_before,
            "same_part": self._same_part,
            "part_of_year": self._year_part,
            "part_of_month": self._month_part,
            "to_date": self._to_date,
            "weekdays": self._weekdays,
            "weekend": self._weekend,
        }
        return meanings | {edition: partial(self._edition, unit) for edition, unit in EDITIONS.items()}

    def read(self) -> Iterator[Tag]:
        """Give a tag for each window."""
        meanings = self._meanings()
        for rule, match in find_rules(self.reading, "times"):
            parted = self.reading.of("partly", match.first, match.last)  # "since then, 14 of them | on Friday"
            span = meanings[rule.means](match.kept) if rule.means != TRUCE_START and not parted else None
            if span is not None:
                row = rule.means == _ROW  # the figure behind is a count
                last = max(tag.last for tag in match.kept.values()) if row else match.last
                words = self.reading.printed(match.first, last)
                yield Tag("time", match.first, last, "year" if row else rule.means, span=replace(span, text=words))

    def _last(self, kept: Mapping[str, Tag]) -> Span | None:
        published, unit = self.almanac.published, kept["unit"].value if "unit" in kept else "hour"  # "in the last 24"
        count = count_of(self.reading, kept)
        if not 0 < count <= _LONGEST or ("unit" not in kept and count not in _WHOLE_DAYS):
            return None
        length = dt.timedelta(hours=_HOURS[unit] * count)
        if published is None:
            return self.almanac.unknown(Precision(unit), length or None)
        end = self.almanac.midnight(published)
        begun = self.almanac.truce_start
        if unit == "day" and count >= _COUNTED_DAYS and begun is not None:
            last = begun + dt.timedelta(days=count - 1)
            if abs(published - last) <= _LATE:
                return replace(self.almanac.span(begun, last, Basis.INFERRED), anchor=f"start of the truce {begun}")
        if unit in ("month", "year"):
            start = self.almanac.midnight(months_before(published, count * (12 if unit == "year" else 1)))
        else:
            start = end - length
        return Span(start=start, end=end, precision=Precision(unit), basis=Basis.RELATIVE, anchor=self.almanac.anchor)

    def _edition(self, unit: str, kept: Mapping[str, Tag]) -> Span | None:
        """Return the period that a report is about which comes out every UNIT."""
        del kept
        return self._last({"unit": Tag("unit", 0, 0, unit), "count": Tag("number", 0, 0, count=1)})

    def _last_some(self, kept: Mapping[str, Tag]) -> Span | None:
        del kept
        if self.almanac.published is None:
            return self.almanac.unknown()
        anchor = f"{self.almanac.anchor}; its own start is not said"
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

    def _to_date(self, kept: Mapping[str, Tag]) -> Span | None:
        """Return the time since the truce began, None where that is not known: "to date" alone names no start."""
        span = self._since_truce(kept)
        return span if span is not None and span.start is not None else None

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
        days = max(1, count * _HOURS[unit] // 24)
        last = months_before(start, -count) if unit == "month" else start + dt.timedelta(days=days)
        last -= _DAY
        return replace(self.almanac.span(start, last, Basis.INFERRED), anchor=f"start of the truce {start}")

    def _nth_unit(self, kept: Mapping[str, Tag]) -> Span | None:
        """Return the one day or week of the truce that an ordinal names ("on its ninth day")."""
        if "unit" not in kept and (named := self._nth_day(kept)) is not None:
            return named
        unit = kept["unit"].value if "unit" in kept else "day"
        start, days = self.almanac.truce_start, {"day": 1, "week": 7}.get(unit, 0)
        count = kept["count"].count or 0
        if start is None or not days or not 0 < count <= _LONGEST // days:
            return Span(start=None, end=None, basis=Basis.UNKNOWN, anchor="start of the truce")
        first = start + dt.timedelta(days=days * (count - 1))
        last = first + dt.timedelta(days=days - 1)
        return replace(self.almanac.span(first, last, Basis.INFERRED), anchor=f"start of the truce {start}")

    def _nth_day(self, kept: Mapping[str, Tag]) -> Span | None:
        """Return the day of the month that the sentence has named last ("from 12 September until | the 18th")."""
        day = day_of_named_month(self.reading, kept["count"])
        return None if day is None else self.almanac.span(day, day, Basis.INFERRED)

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

    def _coming(self, kept: Mapping[str, Tag]) -> Span | None:
        """Return the day, where the next of its name is near: "a truce from 8 May", told in March."""
        tag, published = kept["date"], self.almanac.published
        if published is None or tag.span is None or tag.span.basis is not Basis.INFERRED:
            return None
        last = dt.date.fromisoformat(tag.value)
        day = day_of(last.year + 1, last.month, last.day)
        if day is None or day - published > _SOON:
            return None
        return self.almanac.span(day, day, Basis.INFERRED)

    def _relative_day(self, kept: Mapping[str, Tag]) -> Span | None:
        published = self.almanac.published
        if published is None:
            return self.almanac.unknown(length=_DAY)
        day = published + dt.timedelta(days=int(kept["day"].value))
        return self.almanac.span(day, day, Basis.RELATIVE)

    def _weekday(self, kept: Mapping[str, Tag]) -> Span | None:
        published = self.almanac.published
        if published is None:
            return self.almanac.unknown(length=_DAY)
        back = (published.isoweekday() - (kept["weekday"].count or 0)) % 7
        day = published - dt.timedelta(days=back)
        return self.almanac.span(day, day, Basis.RELATIVE)

    def _month(self, kept: Mapping[str, Tag]) -> Span | None:
        if kept["month"].kind == SOLAR:
            return self._solar_month(kept)
        month = kept["month"].count or 0
        first = self._first_of(month, kept)
        if first is None:
            return None
        basis = Basis.STATED if "year" in kept else Basis.INFERRED
        return self.almanac.span(first, month_end(first), basis, Precision.MONTH)

    def _solar_month(self, kept: Mapping[str, Tag]) -> Span | None:
        month, year = kept["month"], kept.get("year")
        first = past_day(self.almanac, month, 1) if year is None else calendar_day(month, year.count or 0, 1)
        if first is None:
            return None
        basis = Basis.INFERRED if year is None else Basis.STATED
        return self.almanac.span(first, solar_month_end(first), basis, Precision.MONTH)

    def _first_of(self, month: int, kept: Mapping[str, Tag]) -> dt.date | None:
        if "year" in kept:
            return day_of(kept["year"].count or 0, month, 1)
        return past(self.almanac, month, 1)

    def _year(self, kept: Mapping[str, Tag]) -> Span | None:
        until, month = kept.get("until"), kept.get("until_month")
        day = None if until is None else dt.date.fromisoformat(until.value)
        return self.almanac.year(kept["year"].count or 0, day, None if month is None else month.count)

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

    def _previous(self, kept: Mapping[str, Tag]) -> Span | None:
        published = self.almanac.published
        if published is None:
            return self.almanac.unknown()
        return self.unit_before(published, kept["unit"].value)

    def _period_before(self, kept: Mapping[str, Tag]) -> Span | None:
        """Return the period of the report before, which is not known until that of this one is."""
        del kept
        return self.almanac.unknown()

    def _same_part(self, kept: Mapping[str, Tag]) -> Span | None:
        """Return the year of which a text names the part it has just named of another."""
        return self._year(kept) if "year" in kept else self._previous(kept)

    def unit_before(self, day: dt.date, unit: str) -> Span:
        """Return the calendar month or year before that of DAY."""
        if unit == "year":
            first, last = dt.date(day.year - 1, 1, 1), dt.date(day.year - 1, 12, 31)
            return self.almanac.span(first, last, Basis.RELATIVE, Precision.YEAR)
        first = months_before(day.replace(day=1), 1)
        return self.almanac.span(first, month_end(first), Basis.RELATIVE, Precision.MONTH)

    def _year_part(self, kept: Mapping[str, Tag]) -> Span | None:
        months, nth = int(kept["part"].value), kept["count"].count or 0
        year = self._year_of(kept)
        if year is None or not 1 <= nth * months <= 12:  # noqa: PLR2004 - months of a year
            return None
        first = day_of(year, (nth - 1) * months + 1, 1)
        if first is None:
            return None
        basis = Basis.STATED if "year" in kept else Basis.RELATIVE
        return self.almanac.span(first, month_end(first.replace(month=nth * months)), basis, Precision.MONTH)

    def _month_part(self, kept: Mapping[str, Tag]) -> Span | None:
        """Return a week, a half or the first days of a month: "the first week of May", "the first ten days of June"."""
        month, count = self._month(kept), kept["count"].count or 0
        if month is None or month.start is None or month.end is None:
            return None
        days = {"week": _WEEK, "part": _HALF}.get(kept["unit"].value if "unit" in kept else "part", 0)
        first, last = (days * (count - 1) + 1, days * count) if days else (1, count)
        end = (month.end - _DAY).date()
        if not 1 <= first <= last or first > end.day:
            return None
        last = end.day if "unit" not in kept and count == 2 else min(last, end.day)  # noqa: PLR2004 - the second half
        start = month.start.date()
        return self.almanac.span(start.replace(day=first), start.replace(day=last), month.basis)

    def _year_of(self, kept: Mapping[str, Tag]) -> int | None:
        """Return the year that KEPT prints, else that of publication."""
        if "year" in kept:
            return kept["year"].count
        return None if self.almanac.published is None else self.almanac.published.year

    def _weekdays(self, kept: Mapping[str, Tag]) -> Span | None:
        last, first = self._weekday({"weekday": kept["to"]}), self._weekday({"weekday": kept["from"]})
        if first is None or last is None or first.start is None or last.start is None:
            return last
        start, end = first.start.date(), last.start.date()
        return self.almanac.span(start if start <= end else start - dt.timedelta(days=7), end, Basis.RELATIVE)

    def _weekend(self, kept: Mapping[str, Tag]) -> Span | None:
        del kept
        published = self.almanac.published
        if published is None:
            return self.almanac.unknown()
        sunday = published - dt.timedelta(days=published.isoweekday() % 7)
        return self.almanac.span(sunday - dt.timedelta(days=1), sunday, Basis.RELATIVE)

    def _range(self, kept: Mapping[str, Tag]) -> Span | None:
        if "to_day" in kept:
            first, day = dt.date.fromisoformat(kept["from"].value), kept["to_day"]
            last = None if day.value == "words" else day_of(first.year, first.month, day.count or 0)
        elif "to_month" in kept:
            first = dt.date.fromisoformat(kept["from"].value)
            last = self._end_of(kept, first)
        else:
            last = dt.date.fromisoformat(kept["to"].value)
            first = self._range_start(kept, last)
        if last is None or first > last:
            return None
        return self.almanac.span(first, last, Basis.STATED)

    def _end_of(self, kept: Mapping[str, Tag], first: dt.date) -> dt.date | None:
        """Return the last day of the month that KEPT names, the next one from FIRST on where no year is printed."""
        month = kept["to_month"].count or 0
        year = kept["year"].count or 0 if "year" in kept else first.year + (month < first.month)
        last = day_of(year, month, 1)
        return None if last is None else month_end(last)

    def _range_start(self, kept: Mapping[str, Tag], last: dt.date) -> dt.date:
        if "unit" in kept:  # "in the week to 31 May"
            return last - dt.timedelta(days=max(1, count_of(self.reading, kept) * _HOURS[kept["unit"].value] // 24) - 1)
        if "from" not in kept and "from_day" not in kept:
            return self.almanac.truce_start or dt.date.max
        if "from_day" in kept:
            month = kept["from_month"].count or 0 if "from_month" in kept else last.month
            year = last.year - (month > last.month)
            return day_of(year, month, kept["from_day"].count or 0) or dt.date.max
        first = dt.date.fromisoformat(kept["from"].value)
        given = kept["from"].span
        if given is not None and given.basis is Basis.INFERRED:
            first = day_of(last.year, first.month, first.day) or first
            first = first if first <= last else (day_of(last.year - 1, first.month, first.day) or first)
        return first

    def _months(self, kept: Mapping[str, Tag]) -> Span | None:
        last = self._first_of(kept["to"].count or 0, kept)
        first = None if last is None else day_of(last.year, kept["from"].count or 0, 1)
        if first is None or last is None:
            return None
        if "from_year" in kept:
            first = day_of(kept["from_year"].count or 0, first.month, 1) or first
        elif first > last:
            first = first.replace(year=last.year - 1)
        return None if first > last else self.almanac.span(first, month_end(last), Basis.STATED, Precision.MONTH)

    def _first_months(self, kept: Mapping[str, Tag]) -> Span | None:
        count, year = kept["count"].count or 0, self._year_of(kept)
        first = None if year is None else day_of(year, 1, 1)
        if first is None or not 1 <= count <= 12:  # noqa: PLR2004 - months of a year
            return None
        return self.almanac.span(first, month_end(first.replace(month=count)), Basis.STATED, Precision.MONTH)

    def _named(self, day: Tag) -> Span | None:
        """Return the day that DAY, a date, a weekday or a word like "yesterday", names."""
        means = {"date": ("date", self._day), "weekday": ("weekday", self._weekday)}
        name, meaning = means.get(day.kind, ("day", self._relative_day))
        return meaning({name: day})

    def _until(self, kept: Mapping[str, Tag]) -> Span | None:
        day = self._named(kept["until"])
        if day is None or day.end is None:
            return day
        start = self.almanac.truce_start
        if start is not None and self.almanac.midnight(start) < day.end:
            begun = self.almanac.midnight(start)
            return Span(start=begun, end=day.end, basis=Basis.INFERRED, anchor=f"start of the truce {start}")
        return Span(start=None, end=day.end, basis=Basis.RELATIVE, anchor="its own start is not said")
