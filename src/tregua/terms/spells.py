"""When and where a clause holds, where that is not simply as long and as far as the terms do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from tregua.terms.instants import EARLIEST, LATEST, in_zone
from tregua.terms.logic import Answer, every, some
from tregua.terms.rules import Hours
from tregua.terms.stretches import Interval, common, interval, position, stretch, told, touch, without
from tregua.terms.truce import Clause, Layer, Truce
from tregua.terms.windows import LiesIn, known_suspensions, reach
from tregua.vocabulary.time import Span

__all__ = ["LONGEST", "Setting", "holds", "known_clauses"]

LONGEST = dt.timedelta(days=400)
"""A longer time is not looked at hour by hour."""
_DAY = dt.timedelta(days=1)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """When and where something happened, under a truce as it was known.

    Attributes:
        truce: the truce.
        layers: its layers that were known.
        time: when it happened, None when unknown.
        lies_in: answers, for an area, whether the place lies in it.
    """

    truce: Truce
    layers: Sequence[Layer]
    time: Span | None
    lies_in: LiesIn


def known_clauses(truce: Truce, as_of: dt.datetime) -> tuple[Clause, ...]:
    """Return the clauses of TRUCE that had been made known by AS_OF, with the suspensions that had been."""
    known: list[Clause] = []
    for clause in truce.clauses:
        day = in_zone(as_of, truce.clock(clause)).date()
        if clause.declared is None or clause.declared <= day:
            suspended = known_suspensions(clause.suspended, day)
            same = suspended == clause.suspended
            known.append(clause if same else clause.model_copy(update={"suspended": suspended}))
    return tuple(known)


def holds(clause: Clause, setting: Setting) -> tuple[Answer, Answer]:
    """Return whether CLAUSE held at the time, and whether at the place, of SETTING."""
    time, area = _in_its_layers(clause, setting)
    return every([time, _at_its_time(clause, setting)]), every([area, _in_its_areas(clause, setting)])


def _in_its_layers(clause: Clause, setting: Setting) -> tuple[Answer, Answer]:
    layers = [layer for layer in setting.layers if layer.id in clause.layers]
    anyhow = Answer(holds=True, why="")
    if not clause.layers:
        return anyhow, anyhow
    if not layers:
        return Answer(holds=False, why=f"What “{clause.id}” belongs to had not been declared."), anyhow
    reached = reach(setting.truce, layers, setting.time, setting.lies_in)
    if not reached.beyond:
        return reached.time, reached.area
    return (reached.time, anyhow) if reached.beyond == "time" else (anyhow, reached.area)


def _in_its_areas(clause: Clause, setting: Setting) -> Answer:
    if not clause.areas:
        return Answer(holds=True, why="")
    return some([setting.lies_in(area) for area in setting.truce.areas if area.id in clause.areas])


def _at_its_time(clause: Clause, setting: Setting) -> Answer:
    if not (clause.since or clause.until or clause.hours or clause.suspended or clause.contested):
        return Answer(holds=True, why="")
    time = setting.time
    if time is None or (time.start is None and time.end is None):
        return Answer(holds=None, why="No report says when it happened.", missing=("when it happened",))
    zone, when = setting.truce.clock(clause), interval(time)
    holes = [stretch(part, zone) for part in (*clause.suspended, *clause.contested)]
    windows = without([_window(clause, zone)], holes)
    if clause.hours and any(touch(when, window) for window in windows):
        if when[1] - when[0] > LONGEST:
            why = f"“{clause.id}” holds at certain hours only."
            return Answer(holds=None, why=why, missing=("the day and the hour",))
        windows = common(windows, [each for hours in clause.hours for each in _daily(hours, zone, when)])
    contested = [(part, stretch(part, zone)) for part in clause.contested]
    found = position(when, windows, contested)
    if isinstance(found, bool):
        return Answer(holds=found, why=f"“{clause.id}” {'held' if found else 'did not hold'} at {told(time)}.")
    if isinstance(found, dt.datetime):
        edge = f"{in_zone(found, zone):%Y-%m-%d %H:%M} ({zone.key})"
        why = f"{told(time)} may lie on either side of {edge}, where “{clause.id}” begins or ceases to hold."
        return Answer(holds=None, why=why, missing=(f"the hour: before or after {edge}",))
    words = found.fork(f"whether “{clause.id}” held then: {found.why.rstrip('.')}")
    return Answer(holds=None, why=found.why, missing=(words,))


def _window(clause: Clause, zone: dt.tzinfo) -> Interval:
    start = EARLIEST if clause.since is None else in_zone(clause.since.replace(tzinfo=zone), dt.UTC)
    return start, LATEST if clause.until is None else in_zone(clause.until.replace(tzinfo=zone), dt.UTC)


def _daily(hours: Hours, zone: dt.tzinfo, when: Interval) -> list[Interval]:
    """Return the stretches that HOURS make on the days of WHEN and the day before."""
    day = in_zone(max(when[0] - _DAY, EARLIEST), zone).date()
    last = in_zone(when[1], zone).date()
    found: list[Interval] = []
    while day <= last:
        if (not hours.weekdays or _WEEKDAYS[day.weekday()] in hours.weekdays) and (
            not hours.dates or day in hours.dates
        ):
            after = day if hours.since < hours.until else day + _DAY
            found.append((_instant(day, hours.since, zone), _instant(after, hours.until, zone)))
        day += _DAY
    return found


def _instant(day: dt.date, clock: str, zone: dt.tzinfo) -> dt.datetime:
    hour, minute = (int(part) for part in clock.split(":"))
    day, hour = (day + _DAY, 0) if hour == 24 else (day, hour)  # noqa: PLR2004 - the end of a day
    return in_zone(dt.datetime.combine(day, dt.time(hour, minute), zone), dt.UTC)
