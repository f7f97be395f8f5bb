"""Figures with their definitions: how many incidents, of what kind, where, and what was counted by whom.

Every figure names the records it counts, so that it can be opened and checked. What is not known is counted
under a key of its own; it is never left out and never turned into a nought.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from tregua.errors import Problem
from tregua.records.claim import Casualties, Mention, PlaceMention
from tregua.records.finding import Finding, Ruling
from tregua.records.incident import Incident, Testimony, toll
from tregua.records.indicator import Indicator, indicator_id
from tregua.steps.measure.days import days_of
from tregua.steps.measure.sides import Sides
from tregua.vocabulary.places import Place, PlacePrecision, province_of

__all__ = ["NOT_RULED", "NOT_STATED", "areas_of", "measure", "party_key", "rulings_of"]

NOT_STATED = "not stated"
NOT_RULED = "not ruled"
NO_PLACES: Mapping[str, Place] = MappingProxyType({})

Keys = Callable[[Incident], Iterable[str]]


def measure(
    incidents: Sequence[Incident],
    findings: Sequence[Finding],
    testimonies: Sequence[Testimony],
    zone: dt.tzinfo,
    places: Mapping[str, Place] = NO_PLACES,
    sides: Sides | None = None,
) -> tuple[list[Indicator], list[Problem]]:
    """Count INCIDENTS and the TESTIMONIES that state counts, with days as ZONE has them.

    PLACES are the registry's places by id, from which the province of a town is known; SIDES tell who acted by the
    sides of a truce, where there is one. Returned figures are in a fixed order: by name as listed here, then by key.
    """
    tolls = [incident for incident in incidents if incident.is_toll]
    orphans = [_orphan(finding) for finding in _orphans(incidents, findings)]
    incidents = [incident for incident in incidents if not incident.is_toll]
    figures = [
        *_all_told(incidents),
        *_group("tolls", _TOLLS, tolls, lambda _: ("all",)),
        *_by_day(incidents, zone),
        *_group("incidents by week", _WEEK, incidents, lambda incident: (_week(incident, zone),)),
        *_group("incidents by party", _PARTY, incidents, _parties),
        *(_group("incidents by side", _SIDE, incidents, sides.of) if sides is not None else ()),
        *_group("incidents by area", _AREA, incidents, lambda incident: areas_of(incident, places)),
        *_group("incidents by act", _ACT, incidents, lambda incident: (incident.act.value,)),
        *_by_ruling(incidents, findings),
        *_group("incidents by status", _STATUS, incidents, lambda incident: (incident.status.value,)),
        *_casualties(incidents, places),
        *_tallies(testimonies),
    ]
    return figures, orphans


_ALL = (
    "Incidents joined from the claims, each once. The low end leaves out those that one account alone tells of, "
    "too vague of place or time: each may be one of the others."
)
_OTHERS = (
    "Incidents of one account without a time, or without a place nearer than a province while it nearly fits another "
    "incident, is not of one province alone, or is of more than three days. Each may be one that others tell of with "
    "place and day; they are counted in all other figures too."
)
_TOLLS = (
    "Accounts of more than three days. What they count may stand in other incidents too: they are listed, and added to "
    "no other figure."
)
_PARTY = (
    "Incidents by who is said to have acted: the truce side a label names, else the canonical name, else the words "
    "printed. An incident with several actors counts under each."
)
_SIDE = (
    "Incidents by the side of the case's first truce that whoever is said to have acted is on. An incident told with "
    "actors of several sides counts under each."
)
_AREA = (
    "Incidents by province, or by the place as named where its province is not known. An incident in several "
    "provinces counts under each."
)
_ACT = "Incidents by what was done."
_STATUS = "Incidents by how well they are attested."
_DAY = (
    "Incidents whose time lies within this one day. 'high' adds those that may belong to it: their time is given only "
    "as a longer span that covers the day."
)
_WEEK = (
    "Incidents whose time lies within this one week, Monday to Sunday; those that may be of two weeks stand apart, and "
    "so do those whose day nobody states."
)
_LONGER = "Incidents whose time is given as a span of several days."
_RULING = "Incidents by what the terms of this truce say of them."
_TALLIES = "Counts stated by this origin, each once however often it was copied."


def _all_told(incidents: Sequence[Incident]) -> Iterable[Indicator]:
    doubtful = [incident for incident in incidents if incident.may_be_another]
    for figure in _group("incidents", _ALL, incidents, lambda _: ("all",)):
        yield replace(figure, low=figure.value - len(doubtful))
    yield from _group("incidents that may be others", _OTHERS, doubtful, lambda _: ("all",))


def _group(name: str, definition: str, incidents: Iterable[Incident], keys: Keys) -> list[Indicator]:
    """Return one figure for each key that KEYS gives an incident."""
    found: dict[str, list[str]] = defaultdict(list)
    for incident in incidents:
        for key in dict.fromkeys(keys(incident)):
            found[key].append(incident.id)
    return [_count(name, key, found[key], definition) for key in sorted(found)]


def _count(name: str, key: str, records: Sequence[str], definition: str, extra: int = 0) -> Indicator:
    return Indicator(
        id=indicator_id(name, key),
        name=name,
        key=key,
        value=len(records),
        low=len(records),
        high=len(records) + extra,
        unit="counts" if name == "counts by origin" else "incidents",
        definition=definition,
        records=tuple(records),
    )


def _by_day(incidents: Sequence[Incident], zone: dt.tzinfo) -> list[Indicator]:
    sure: dict[str, list[str]] = defaultdict(list)
    spans: list[tuple[dt.date, dt.date]] = []
    for incident in incidents:
        days = days_of(incident.time, zone)
        if days is None:
            sure[NOT_STATED].append(incident.id)
        elif days[0] == days[1]:
            sure[days[0].isoformat()].append(incident.id)
        else:
            spans.append(days)
            sure[f"{days[0].isoformat()} to {days[1].isoformat()}"].append(incident.id)
    return [_day(key, sure[key], spans) for key in sorted(sure)]


def _day(key: str, records: Sequence[str], spans: Iterable[tuple[dt.date, dt.date]]) -> Indicator:
    if key == NOT_STATED:
        return _count("incidents by day", key, records, "Incidents whose day nobody states.")
    if " to " in key:
        return _count("incidents by day", key, records, _LONGER)
    day = dt.date.fromisoformat(key)
    extra = sum(first <= day <= last for first, last in spans)
    return _count("incidents by day", key, records, _DAY, extra)


def _week(incident: Incident, zone: dt.tzinfo) -> str:
    days = days_of(incident.time, zone)
    if days is None:
        return NOT_STATED
    first, last = (day.isocalendar() for day in days)
    one = f"{first.year}-W{first.week:02}"
    return one if first[:2] == last[:2] else f"{one} to {last.year}-W{last.week:02}"


def party_key(actor: Mention) -> str:
    """Return what ACTOR is counted under: its side, else its canonical name, else its words in quotation marks."""
    return actor.side or actor.name or f"“{actor.text}”"


def _parties(incident: Incident) -> Iterable[str]:
    return [party_key(actor) for actor in incident.actors] or (NOT_STATED,)


def areas_of(incident: Incident, places: Mapping[str, Place]) -> Iterable[str]:
    """Return the provinces that INCIDENT counts under, or the places as named; PLACES are the registry's by id."""
    return [_area(mention, places) for mention in incident.places] or (NOT_STATED,)


def _area(mention: PlaceMention, places: Mapping[str, Place]) -> str:
    place = places.get(mention.id)
    if place is None:
        return mention.within or mention.name or f"“{mention.text}”"
    province = None if mention.precision == PlacePrecision.PROVINCE else province_of(place.id, places)
    return (province or place).name


def _by_ruling(incidents: Sequence[Incident], findings: Sequence[Finding]) -> list[Indicator]:
    """Return, for each truce, one figure for each ruling; every incident counts once under each truce."""
    figures: list[Indicator] = []
    for truce in sorted({finding.truce for finding in findings}):
        rulings = rulings_of(findings, truce)
        figures += _group(
            "incidents by ruling",
            _RULING,
            incidents,
            lambda incident, truce=truce, rulings=rulings: (f"{truce}: {rulings.get(incident.id, NOT_RULED)}",),  # type: ignore[misc]
        )
    return figures


def rulings_of(findings: Iterable[Finding], truce: str) -> dict[str, str]:
    """Return the ruling of each incident under TRUCE; versions ruled apart make it contested."""
    found: dict[str, set[Ruling]] = defaultdict(set)
    for finding in findings:
        if finding.truce == truce:
            found[finding.incident].add(finding.ruling)
    return {
        incident: (Ruling.CONTESTED if len(rulings) > 1 else next(iter(rulings))).value
        for incident, rulings in found.items()
    }


def _casualties(incidents: Sequence[Incident], places: Mapping[str, Place]) -> Iterable[Indicator]:
    for name, told in (
        ("people killed", [(incident, incident.killed) for incident in incidents]),
        ("people injured", [(incident, incident.injured) for incident in incidents]),
    ):
        stated = [incident.id for incident, number in told if number is not None]
        if stated:
            yield _sum(name, toll(told, places), stated)
        silent = [incident.id for incident, number in told if number is None]
        if silent:
            yield _count(
                name, NOT_STATED, silent, f"Incidents for which nobody states the number of {name}; not noughts."
            )


def _sum(name: str, total: Casualties, records: Sequence[str]) -> Indicator:
    low = total.low or 0
    return Indicator(
        id=indicator_id(name, "all"),
        name=name,
        key="all",
        value=low if total.best is None else total.best,
        low=low,
        high=total.high,
        unit="people",
        definition=(
            f"Sum over incidents of the {name} as stated. The low end takes the lowest version, and incidents that may "
            "be one event, being of no different time or province, once. Without a number for some incident the sum "
            "has no upper end, and the figure is the low one."
        ),
        records=tuple(records),
    )


def _tallies(testimonies: Iterable[Testimony]) -> list[Indicator]:
    found: dict[str, list[str]] = defaultdict(list)
    for testimony in testimonies:
        if testimony.tally is not None:
            found[testimony.origin.name or testimony.origin.text].append(testimony.id)
    return [_count("counts by origin", origin, found[origin], _TALLIES) for origin in sorted(found)]


def _orphans(incidents: Iterable[Incident], findings: Iterable[Finding]) -> Iterable[Finding]:
    known = {incident.id for incident in incidents}
    return (finding for finding in findings if finding.incident not in known)


def _orphan(finding: Finding) -> Problem:
    return Problem(
        where=finding.id,
        message=f"it rules incident {finding.incident}, which is not there; it is counted nowhere",
        hint="derive everything again with 'tregua run'",
        step="measure",
    )
