"""Testimonies as entries of a book: which days a count covers, where, and whose breaches."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tregua.records.claim import Mention, PlaceMention, Tally
from tregua.records.incident import Testimony
from tregua.records.reconciliation import Statement
from tregua.vocabulary.places import Place, PlacePrecision, province_of
from tregua.vocabulary.stances import Bound, Share
from tregua.vocabulary.time import Precision, Span
from tregua.vocabulary.units import BREACH, a_day_back, unit_class

__all__ = ["Entry", "days_covered", "entry", "is_open_ended", "limits", "within_wholes"]

_DAY = dt.timedelta(days=1)
_FROM_PUBLICATION = "publication date"
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One count of breaches by one origin.

    Attributes:
        testimony: who said it.
        statement: the equation; None when the count gives no time.
        accused: whose breaches: side id or name, "" when not said or only in words that name nobody known.
        is_side: whether ``accused`` is the id of a side.
        printed: the words for the accused where ``accused`` is "", "" when there are none.
        is_open_ended: nobody says at what hour the count ends.
    """

    testimony: Testimony
    statement: Statement | None
    accused: str
    is_side: bool
    printed: str
    is_open_ended: bool = False


def entry(testimony: Testimony, places: Mapping[str, Place]) -> Entry | None:
    """Return TESTIMONY as an entry; None when it is no count of breaches over a stretch of time."""
    tally = testimony.tally
    if tally is None or tally.ordinal or unit_class(tally.unit) != BREACH:
        return None
    days = days_covered(tally.window, testimony.published)
    accused, is_side = _accused(tally.accused)
    statement = _statement(testimony.id, tally, days, named=bool(accused)) if days else None
    if statement is not None:
        statement = replace(statement, within=_province(tally.area, places))
    printed = "" if accused else " and ".join(sorted(mention.text for mention in tally.accused))
    return Entry(testimony, statement, accused, is_side, printed, is_open_ended(tally.window, testimony.published))


def within_wholes(entries: Sequence[Entry]) -> list[Entry]:
    """Return ENTRIES with each part of a count inside the days of its whole, where one outlet prints both.

    "14 over the past 24 hours", and behind it "in its statement of Thursday the centre put ten of them in Aleppo": the
    ten are of the day that the fourteen are of, whatever day of the week the second sentence is told by.
    """
    wholes: dict[tuple[object, ...], Statement] = {
        (*_printing(one), tally.count): one.statement
        for one in entries
        if one.statement and not one.statement.area and (tally := one.testimony.tally) and tally.part is None
    }
    return [_moved(one, wholes.get((*_printing(one), _whole(one)))) for one in entries]


def _printing(one: Entry) -> tuple[tuple[str, ...], dt.date | None]:
    """Return the outlet that printed ONE first, and the day."""
    return one.testimony.outlets[:1], one.testimony.published


def _whole(one: Entry) -> int | None:
    """Return the count that ONE is a part of, None when it is a part by its time alone, or none."""
    tally = one.testimony.tally
    return tally.whole if tally and tally.part is not Share.TIME else None


def _moved(one: Entry, whole: Statement | None) -> Entry:
    own = one.statement
    if own is None or whole is None or (whole.first <= own.first and own.last <= whole.last):
        return one
    return replace(one, statement=replace(own, first=whole.first, last=whole.last))


def _province(area: tuple[PlaceMention, ...], places: Mapping[str, Place]) -> str:
    """Return the name of the province in which the one place of AREA lies, "" where it is one or that is not known."""
    province = province_of(area[0].id, places) if len(area) == 1 else None
    return province.name if province is not None and province.id != area[0].id else ""


def _statement(testimony: str, tally: Tally, days: tuple[dt.date, dt.date], *, named: bool) -> Statement:
    area = _area(tally.area)
    return Statement(
        testimony=testimony,
        count=tally.count,
        bound=tally.bound,
        first=days[0],
        last=days[1],
        area=area,
        part=_is_some(tally.part, area=bool(area), named=named),
    )


def _is_some(part: Share | None, *, area: bool, named: bool) -> bool:
    """Tell whether a PART is not all that happened at its time: no AREA and no accused NAMED tells it from the rest."""
    apart = {Share.PLACE: area, Share.ACCUSED: named, Share.TIME: True}
    return part is not None and not apart.get(part, False)


def _area(places: Iterable[PlaceMention]) -> str:
    """Return the names of PLACES, "" for a whole country."""
    whole = (PlacePrecision.COUNTRY, PlacePrecision.INTERNATIONAL)
    return " and ".join(sorted(place.name or place.text for place in places if place.precision not in whole))


def _accused(mentions: Iterable[Mention]) -> tuple[str, bool]:
    held = tuple(mentions)
    sides = sorted({mention.side for mention in held if mention.side})
    if sides:
        return " and ".join(sides), len(sides) == 1
    return " and ".join(sorted({mention.name or mention.id for mention in held if mention.id})), False


def days_covered(window: Span | None, published: dt.date | None) -> tuple[dt.date, dt.date] | None:
    """Return the first and last bulletin day that WINDOW covers; None when it is open or not given.

    The bulletin of a day reports the hours before it, so a window that runs up to publication covers the day of
    publication: "in the last 24 hours", printed on the 8th, is the 8th; "since 27 February", printed on the 8th,
    is 27 February to the 8th. Days that the text names are those days.
    """
    if window is None or window.start is None or window.end is None:
        return None
    start, end = window.start.date(), window.end.date()
    if published is None or not _ends_at(window, published):
        return window.days()
    length = math.ceil((window.end - window.start) / _DAY)
    if _counted_back(window, length):
        return published - (length - 1) * _DAY, published
    return window.days() if length == 1 or _end_is_printed(window.text, start, end - _DAY) else (start, published)


def _ends_at(window: Span, published: dt.date) -> bool:
    """Tell whether WINDOW, of at least a day, ends as the day PUBLISHED begins."""
    if window.start is None or window.end is None:
        return False
    at_midnight = window.end.timetz().replace(tzinfo=None) == dt.time()
    return at_midnight and window.start.date() < window.end.date() == published


def is_open_ended(window: Span | None, published: dt.date | None) -> bool:
    """Tell whether WINDOW runs up to publication and nobody says at what hour it ends ("since 27 February")."""
    if window is None or window.start is None or published is None or not _ends_at(window, published):
        return False
    length = (published - window.start.date()).days
    printed = _end_is_printed(window.text, window.start.date(), published - _DAY)
    return length > 1 and not _counted_back(window, length) and not printed


def _counted_back(window: Span, length: int) -> bool:
    """Tell whether a WINDOW of LENGTH days, which ends at publication, is measured from there."""
    if window.precision in (Precision.HOUR, Precision.MINUTE) or a_day_back(window.text):
        return True
    return length > 1 and window.anchor.startswith(_FROM_PUBLICATION)


def _end_is_printed(words: str, first: dt.date, last: dt.date) -> bool:
    """Tell whether WORDS name the day LAST as an end ("from 1 to 7 May"), besides the day FIRST."""
    numbers = [int(number) for number in _NUMBER.findall(words)]
    if first.day in numbers:
        numbers.remove(first.day)
    return last.day in numbers


def limits(statement: Statement) -> tuple[int, int | None]:
    """Return the fewest and the most breaches that STATEMENT allows; "about" is a tenth more or less.

    A part says how many there were at least.
    """
    count = statement.count
    slack = max(1, count // 10)
    low, high = {
        Bound.EXACT: (count, count),
        Bound.AT_LEAST: (count, None),
        Bound.MORE_THAN: (count + 1, None),
        Bound.AT_MOST: (0, count),
        Bound.LESS_THAN: (0, max(count - 1, 0)),
        Bound.ABOUT: (max(count - slack, 0), count + slack),
    }[statement.bound]
    return low, None if statement.part else high
