"""Who reports what: whose acts, which and where, and who says nothing of what others report.

What is not reported did not necessarily not happen, and what one origin alone reports may have happened. A source that
reports from a province in the same days, and does not mention what others report there, is silent: that too is counted.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from tregua.records.claim import Mention, PlaceMention
from tregua.records.incident import Incident, Version
from tregua.steps.publish.book import Book, Catalogue
from tregua.steps.publish.naming import Names
from tregua.steps.publish.selection import days_of
from tregua.steps.publish.wording import isolate
from tregua.vocabulary.places import province_of

__all__ = ["Coverage", "Report", "Silence", "cover"]

_NEAR = dt.timedelta(days=3)
_REGULAR = 2
"""Incidents that make an origin one that reports, and not somebody who is quoted once."""
_NOBODY = "somebody not named"
Shares = tuple[tuple[str, int], ...]
Days = tuple[dt.date, dt.date]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How often one origin says that one party did something, itself included.

    Attributes:
        origin: who says so.
        side: whose side the origin is on.
        accused: side or actor, or that nobody is named.
        incidents: ids of the incidents, each once.
        acts: what was done, with numbers, most often first.
        areas: in which provinces, likewise; an incident in two provinces is in both.
    """

    origin: str
    side: str
    accused: str
    incidents: tuple[str, ...]
    acts: Shares
    areas: Shares

    @property
    def words(self) -> str:
        """Return it in one line, without the origin."""
        return f"{self.accused}: {len(self.incidents)} ({_listed(self.acts)}; {_listed(self.areas)})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """What one origin does not mention, of what others report from a province in days when it reports from there too.

    Of origins that report one incident alone nothing can be said.

    Attributes:
        origin: who is silent.
        side: whose side the origin is on.
        told: incidents of known day and province that it reports.
        incidents: ids of those that it does not.
        accused: who is said to have done these, with numbers.
        areas: in which provinces.
    """

    origin: str
    side: str
    told: int
    incidents: tuple[str, ...]
    accused: Shares
    areas: Shares

    @property
    def words(self) -> str:
        """Return it in one line."""
        silent = (
            f"says nothing of {len(self.incidents)} others, laid to {_listed(self.accused)}; in {_listed(self.areas)}"
        )
        return f"{self.origin} ({self.side}) reports {self.told} and {silent}"


def _listed(shares: Shares) -> str:
    return ", ".join(f"{name} {number}" for name, number in shares)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Whose acts each origin reports, and who is silent on what; those who report most first."""

    reports: tuple[Report, ...]
    silences: tuple[Silence, ...]


def cover(book: Book) -> Coverage:
    """Return who reports what in BOOK; those who deny an incident report it and accuse nobody."""
    names, registry = Names(book), _Registry(book)
    sides = {name: names.side(names.side_of_source(key)) for name, key in registry.origins.items()}
    return Coverage(
        reports=tuple(_reports(book.incidents, registry, names, sides)),
        silences=tuple(_silences(book.incidents, registry, names, sides)),
    )


class _Registry:
    """Looks up the provinces and days of incidents, and the ids of origins."""

    def __init__(self, book: Book) -> None:
        """Take places and testimonies of BOOK."""
        self._places, self._zone = book.places, ZoneInfo(book.zone)
        catalogue = Catalogue(book)
        versions = [version for item in book.incidents for version in item.versions]
        listed = {source.name: key for key, source in book.sources.items()}
        self.origins = {version.origin: listed.get(version.origin, "") for version in versions}
        for version in versions:  # who denies rests on a claim of those he denies: only a teller's own claim is his
            told = None if version.denies else catalogue.testimony_of.get(version.claims[0])
            self.origins[version.origin] = told.origin_id if told else self.origins[version.origin]

    def provinces(self, item: Incident) -> tuple[str, ...]:
        """Return the names of the provinces ITEM is in, each once."""
        return tuple(dict.fromkeys(name for mention in item.places if (name := self._province(mention))))

    def _province(self, mention: PlaceMention) -> str:
        province = province_of(mention.id, self._places)
        return province.name if province is not None else ""

    def days(self, item: Incident) -> Days | None:
        """Return the days of ITEM, None when they are not known or it tells of a longer stretch."""
        return None if item.is_toll else days_of(item.time, self._zone)


def _reports(
    incidents: Iterable[Incident], registry: _Registry, names: Names, sides: Mapping[str, str]
) -> Iterator[Report]:
    held: defaultdict[tuple[str, str], list[Incident]] = defaultdict(list)
    for item in incidents:
        for version in item.versions:
            for accused in () if version.denies else _accused(version, names):
                held[version.origin, accused].append(item)
    total = Counter(origin for (origin, _), items in held.items() for _ in items)
    ranked = sorted(held.items(), key=lambda pair: (-total[pair[0][0]], pair[0][0], -len(pair[1]), pair[0][1]))
    for (origin, accused), items in ranked:
        yield Report(
            origin=origin,
            side=sides[origin],
            accused=accused,
            incidents=tuple(item.id for item in items),
            acts=_shares(item.act.value for item in items),
            areas=_shares(name for item in items for name in registry.provinces(item) or ("province not known",)),
        )


def _accused(version: Version, names: Names) -> Iterable[str]:
    return dict.fromkeys(_party(actor, names) for actor in version.actors) or (_NOBODY,)


def _party(actor: Mention, names: Names) -> str:
    if actor.side:
        return names.party(actor.side)
    return isolate(actor.name) if actor.name else f"“{isolate(actor.text)}”"


def _shares(items: Iterable[str]) -> Shares:
    return tuple(sorted(Counter(items).items(), key=lambda pair: (-pair[1], pair[0])))


def _silences(
    incidents: Iterable[Incident], registry: _Registry, names: Names, sides: Mapping[str, str]
) -> Iterator[Silence]:
    located = [
        (item, days, provinces)
        for item in incidents
        if (days := registry.days(item)) is not None and (provinces := registry.provinces(item))
    ]
    present = _Presence(located)
    told: Counter[str] = Counter()
    silent: defaultdict[str, list[Incident]] = defaultdict(list)
    for item, days, provinces in located:
        reporters = {version.origin for version in item.versions}
        told.update(reporters)
        for origin in present.at(days, provinces) - reporters:
            silent[origin].append(item)
    heard = [(origin, items) for origin, items in silent.items() if told[origin] >= _REGULAR]
    for origin, items in sorted(heard, key=lambda pair: (-len(pair[1]), pair[0])):
        accused = (name for item in items for name in _said_of(item, names))
        areas = _shares(name for item in items for name in registry.provinces(item))
        ids = tuple(item.id for item in items)
        yield Silence(
            origin=origin, side=sides[origin], told=told[origin], incidents=ids, accused=_shares(accused), areas=areas
        )


def _said_of(item: Incident, names: Names) -> Iterable[str]:
    """Return whom any origin accuses of ITEM."""
    return dict.fromkeys(name for version in item.versions if not version.denies for name in _accused(version, names))


class _Presence:
    """Tells which origins report from a province in given days."""

    def __init__(self, located: Iterable[tuple[Incident, Days, tuple[str, ...]]]) -> None:
        """Note who reports each of LOCATED, by province and first day."""
        held: defaultdict[str, list[tuple[dt.date, str]]] = defaultdict(list)
        for item, (first, _), provinces in located:
            for province in provinces:
                held[province] += [(first, version.origin) for version in item.versions]
        self._held = {province: sorted(entries) for province, entries in held.items()}
        self._days = {province: [day for day, _ in entries] for province, entries in self._held.items()}

    def at(self, days: Days, provinces: Iterable[str]) -> set[str]:
        """Return who reports anything from one of PROVINCES within three days of DAYS."""
        found: set[str] = set()
        for province in provinces:
            start = bisect_left(self._days[province], days[0] - _NEAR)
            end = bisect_right(self._days[province], days[1] + _NEAR)
            found.update(origin for _, origin in self._held[province][start:end])
        return found
