"""A truce's hours as iCalendar (RFC 5545), for the calendars that people keep.

Times stand in the zone that the truce gives them in, with the changes of that zone written out. Every event has an id
that stays the same when it is exported again, so that a calendar exchanges it and does not add it once more.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise
from zoneinfo import ZoneInfo

from tregua.terms.rules import Clause, Hours
from tregua.terms.scope import Contested, Suspension
from tregua.terms.truce import Event, Layer, Truce, Withdrawal

__all__ = ["calendar"]

_LONGEST_LINE = 75
"""Octets; a longer line goes on in the next, after a space."""
_YEAR = dt.timedelta(days=366)
_DAY, _SECOND = dt.timedelta(days=1), dt.timedelta(seconds=1)
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def calendar(truce: Truce) -> str:
    """Return TRUCE as iCalendar: its windows, what suspended or contests them, its steps, and hours of the day."""
    zones = {truce.zone} | {layer.zone or truce.zone for layer in truce.layers}
    zones |= {clause.zone or truce.zone for clause in truce.clauses}
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Tregua//Terms of a truce//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(truce.title)}",
        *(line for zone in sorted(zones) for line in _zone(ZoneInfo(zone), _span(truce))),
        *(line for layer in truce.layers for line in _window(truce, layer)),
        *(line for at, event in enumerate(truce.history, 1) for line in _step(truce, at, event)),
        *(line for clause in truce.clauses for line in _clause(truce, clause)),
        *(line for at, step in enumerate(truce.withdrawals, 1) for line in _withdrawal(truce, at, step)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _window(truce: Truce, layer: Layer) -> Iterator[str]:
    zone = truce.clock(layer)
    text = layer.text or "In force."
    if layer.end is None:
        text += " No end was set."
    when = _from_to(layer.start, layer.end, zone)
    yield from _event(truce, layer.id, f"in force: {layer.id}", text, layer.cite, when)
    yield from _parts(truce, layer, layer.suspended, layer.contested)


def _parts(
    truce: Truce, owner: Layer | Clause, suspended: Sequence[Suspension], contested: Sequence[Contested]
) -> Iterator[str]:
    zone = truce.clock(owner)
    for kind, status, stretches in (("suspended", "CONFIRMED", suspended), ("contested", "TENTATIVE", contested)):
        for at, part in enumerate(stretches, 1):
            when = [*_from_to(part.start, part.end, zone), f"STATUS:{status}"]
            yield from _event(truce, f"{owner.id}-{kind}-{at}", f"{kind}: {owner.id}", part.why, part.cite, when)


def _step(truce: Truce, at: int, event: Event) -> Iterator[str]:
    zone = ZoneInfo(truce.zone)
    when = [f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"] if event.at is None else _from_to(event.at, None, zone)
    yield from _event(truce, f"step-{at}", event.what, event.text, event.cite, when)


def _clause(truce: Truce, clause: Clause) -> Iterator[str]:
    """Give the window of CLAUSE where it has one of its own, its hours in each layer, and what suspended it."""
    zone = truce.clock(clause)
    if (clause.since or clause.until) and not clause.hours:
        start = clause.since or min(layer.start for layer in truce.layers)
        when = _from_to(start, clause.until, zone)
        yield from _event(truce, f"clause-{clause.id}", clause.id, clause.text, clause.cite, when)
    for layer in truce.layers:
        if not clause.layers or layer.id in clause.layers:
            start = max(layer.start, clause.since or layer.start)
            ends = [end for end in (layer.end, clause.until) if end is not None]
            for at, hours in enumerate(clause.hours, 1):
                when = _daily(hours, start, min(ends) if ends else None, zone)
                if when:
                    identity = f"clause-{clause.id}-{at}-{layer.id}"
                    yield from _event(truce, identity, f"{clause.id}, hours", clause.text, clause.cite, when)
    yield from _parts(truce, clause, clause.suspended, clause.contested)


def _withdrawal(truce: Truce, at: int, step: Withdrawal) -> Iterator[str]:
    when = _from_to(step.start, step.end, ZoneInfo(truce.zone))
    summary = f"{step.what} by {', '.join(step.by)}"
    yield from _event(truce, f"withdrawal-{at}", summary, step.why, step.cite, when)


def _daily(hours: Hours, start: dt.datetime, end: dt.datetime | None, zone: ZoneInfo) -> list[str]:
    """Return when HOURS begin from START to END, with how they come again; nothing when none fall in between."""
    since, until = _clock(hours.since), _clock(hours.until)
    length = until - since if until > since else until - since + _DAY
    days = [day for day in (hours.dates or _week_from(start.date(), hours)) if _at(day, since) + length > start]
    days = [day for day in days if end is None or _at(day, since) < end]
    if not days:
        return []
    first = _at(min(days), since)
    lines = _from_to(first, first + length, zone)
    if hours.dates:
        others = sorted(set(days) - {min(days)})
        return lines + [_local("RDATE", _at(day, since), zone) for day in others]
    last = "" if end is None else f";UNTIL={(end - _SECOND).replace(tzinfo=zone).astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
    by_day = ",".join(day[:2].upper() for day in hours.weekdays)
    return [*lines, f"RRULE:FREQ=WEEKLY;BYDAY={by_day}{last}" if by_day else f"RRULE:FREQ=DAILY{last}"]


def _week_from(day: dt.date, hours: Hours) -> list[dt.date]:
    """Return the eight days from DAY on, those of HOURS where it names weekdays."""
    days = [day + at * _DAY for at in range(8)]
    return [each for each in days if not hours.weekdays or f"{each:%A}".casefold() in hours.weekdays]


def _clock(clock: str) -> dt.timedelta:
    hour, minute = (int(part) for part in clock.split(":"))
    return dt.timedelta(hours=hour, minutes=minute)


def _at(day: dt.date, clock: dt.timedelta) -> dt.datetime:
    return dt.datetime.combine(day, dt.time()) + clock


def _from_to(start: dt.datetime, end: dt.datetime | None, zone: ZoneInfo) -> list[str]:
    return [_local("DTSTART", start, zone), *([] if end is None else [_local("DTEND", end, zone)])]


def _local(name: str, instant: dt.datetime, zone: ZoneInfo) -> str:
    return f"{name};TZID={zone.key}:{instant:%Y%m%dT%H%M%S}"


def _event(truce: Truce, identity: str, summary: str, text: str, cite: str, when: Sequence[str]) -> Iterator[str]:
    """Give the lines of one event; it is stamped with the day of adoption, so that it is the same each time."""
    yield "BEGIN:VEVENT"
    yield f"UID:{truce.id}-{identity}@tregua"
    yield f"DTSTAMP:{truce.adopted:%Y%m%d}T000000Z"
    yield from when
    yield f"SUMMARY:{_text(f'{truce.title}: {summary}')}"
    yield f"DESCRIPTION:{_text(f'{text} ({truce.citation(cite)})')}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _span(truce: Truce) -> tuple[dt.datetime, dt.datetime]:
    """Return from when to when the changes of a zone matter to TRUCE; a year beyond what has no end."""
    starts = [layer.start for layer in truce.layers]
    days = [event.at or dt.datetime.combine(event.day or truce.adopted, dt.time()) for event in truce.history]
    ends = [layer.end or layer.start + _YEAR for layer in truce.layers]
    return min(*starts, *days, *ends) - _YEAR, max(*starts, *days, *ends) + _YEAR


def _zone(zone: ZoneInfo, span: tuple[dt.datetime, dt.datetime]) -> Iterator[str]:
    """Give ZONE as it runs over SPAN: its offset at the start, and every change of it."""
    start = span[0].replace(tzinfo=dt.UTC)
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{zone.key}"
    yield from _observance(start.astimezone(zone), start.astimezone(zone).utcoffset() or dt.timedelta())
    days = [start + at * _DAY for at in range((span[1] - span[0]).days + 1)]
    for one, other in pairwise(days):
        if one.astimezone(zone).utcoffset() != other.astimezone(zone).utcoffset():
            steps = [one + dt.timedelta(minutes=15 * at) for at in range(97)]
            changed = next(
                (before, after)
                for before, after in pairwise(steps)
                if before.astimezone(zone).utcoffset() != after.astimezone(zone).utcoffset()
            )
            before, after = (each.astimezone(zone) for each in changed)
            yield from _observance(after, before.utcoffset() or dt.timedelta())
    yield "END:VTIMEZONE"


def _observance(instant: dt.datetime, before: dt.timedelta) -> Iterator[str]:
    """Give the offset that holds from INSTANT on, BEFORE being the one that held until then."""
    kind = "DAYLIGHT" if instant.dst() else "STANDARD"
    after = instant.utcoffset() or dt.timedelta()
    wall = instant.replace(tzinfo=None) - after + before
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{wall:%Y%m%dT%H%M%S}"
    yield f"TZOFFSETFROM:{_offset(before)}"
    yield f"TZOFFSETTO:{_offset(after)}"
    yield f"TZNAME:{_text(instant.tzname() or '')}"
    yield f"END:{kind}"


def _offset(offset: dt.timedelta) -> str:
    minutes = int(offset / dt.timedelta(minutes=1))
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}{abs(minutes) % 60:02}"


def _text(text: str) -> str:
    """Return TEXT as a value: its commas, semicolons, backslashes and line ends escaped, no control characters."""
    plain = "".join(character if character.isprintable() or character == "\n" else " " for character in text)
    return plain.translate(_ESCAPES)


def _folded(line: str) -> str:
    """Return LINE in lines of at most 75 octets, never parted within a character."""
    parts: list[bytes] = [b""]
    for character in line:
        octets = character.encode()
        if len(parts[-1]) + len(octets) > _LONGEST_LINE:
            parts.append(b" ")
        parts[-1] += octets
    return b"\r\n".join(parts).decode()
