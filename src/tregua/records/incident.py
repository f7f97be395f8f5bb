"""Claims about one event joined into an incident; claims of one origin joined into a testimony."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tregua.records.claim import Casualties, Mention, PlaceMention, Speaker, Tally
from tregua.vocabulary.acts import Act
from tregua.vocabulary.places import Place, PlacePrecision, province_of
from tregua.vocabulary.time import Span

__all__ = ["Incident", "Status", "Succession", "Testimony", "Version", "incident_id", "toll"]


_LONGEST_EVENT = dt.timedelta(days=3)


def incident_id(claim: str) -> str:
    """Return the name of an incident that the claim with the id CLAIM names.

    An incident bears the name of the one of its claims that came into the ledger first, and answers to those of all
    others. More evidence so never renames it; what was merged or split is found by any name it ever had.
    """
    return "i-" + claim.removeprefix("c-")


class Status(StrEnum):
    """How well attested an incident is; derived, but for the two that a judgement sets."""

    ALLEGED = "alleged"
    CORROBORATED = "corroborated"
    DISPUTED = "disputed"
    VERIFIED = "verified"
    REFUTED = "refuted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimony:
    """What one origin said once, however often it was copied.

    Attributes:
        id: ``t-`` and 12 hex digits, from origin and slots.
        origin: the first speaker.
        origin_id: source id of the origin, or a key made of its printed name.
        claims: ids of the claims that carry it, first published first.
        outlets: names of the publishers that carried it, in that order.
        tally: the merged slots, when the claims are tallies; None when they are of another kind.
        reasons: why each further claim is held to be the same testimony, one line each.
        published: day on which it was first printed, None when not known; says which bulletin a count is of.
    """

    id: str
    origin: Speaker
    origin_id: str
    claims: tuple[str, ...]
    outlets: tuple[str, ...]
    tally: Tally | None = None
    reasons: tuple[str, ...] = ()
    published: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One origin's account of an incident: what it says itself, unlike the incident, which merges all.

    Attributes:
        origin: who tells it so.
        claims: the claims it rests on.
        act: what was done, in this version; None for one that denies.
        actors: who did it, in this version.
        targets: whom or what it struck, in this version.
        places: where, in this version.
        time: when, as this origin says; None when it does not say, however well the incident's time is known.
        killed: in this version.
        injured: in this version.
        weapons: as this origin prints them.
        denies: whether this origin denies that it happened so.
    """

    origin: str
    claims: tuple[str, ...]
    act: Act | None = None
    actors: tuple[Mention, ...] = ()
    targets: tuple[Mention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    time: Span | None = None
    killed: Casualties | None = None
    injured: Casualties | None = None
    weapons: tuple[str, ...] = ()
    denies: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One event, as far as the claims tell.

    Attributes:
        id: ``i-`` and the 12 hex digits of the one of its claims that came in first.
        status: how well attested.
        status_reason: which origins make it so, in words.
        claims: ids, earliest first.
        act: what was done.
        actors: who did it, empty when unknown.
        targets: whom or what it struck.
        places: where.
        time: when, None when unknown; ``basis`` and ``anchor`` say how it was got.
        killed: merged over versions: lowest low, highest high; None when nobody said.
        injured: likewise.
        weapons: as printed, all versions.
        versions: one a distinct origin.
        differs: names of the slots in which versions differ.
        reasons: why the claims were joined, one line each.
        may_be_of: claims of other incidents that it may be of, the nearest first, where it is one account without a
            place nearer than a province; it fits these nearly well enough to be joined.
    """

    id: str
    status: Status
    status_reason: str
    claims: tuple[str, ...]
    act: Act
    actors: tuple[Mention, ...] = ()
    targets: tuple[Mention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    time: Span | None = None
    killed: Casualties | None = None
    injured: Casualties | None = None
    weapons: tuple[str, ...] = ()
    versions: tuple[Version, ...] = ()
    differs: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    may_be_of: tuple[str, ...] = ()

    @property
    def is_toll(self) -> bool:
        """Tell whether it is an account of more than three days rather than one event.

        What such an account counts may stand in other incidents too, so it is listed and never added to them.
        """
        if self.time is None or self.time.start is None or self.time.end is None:
            return False
        return self.time.end - self.time.start > _LONGEST_EVENT

    @property
    def may_be_another(self) -> bool:
        """Tell whether it is one account that may be of what others tell with place and day.

        So is one without a time. Of those that name no place nearer than a province, so is one that nearly fits another
        incident, and one that is not of one province alone, or of more than three days: it cannot be compared.
        """
        if len(self.claims) > 1:
            return False
        if self.time is None or self.time.start is None or self.time.end is None:
            return True
        told = [each.precision for each in self.places]
        if any(each is None or each < PlacePrecision.PROVINCE for each in told):
            return False
        provinces = [each for each in told if each != PlacePrecision.COUNTRY]
        return provinces != [PlacePrecision.PROVINCE] or self.is_toll or bool(self.may_be_of)


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """What became of an incident between two runs, where it did not merely gain claims.

    Attributes:
        id: its id in the earlier run.
        claims: what it rested on then.
        became: ids of the incidents that hold those claims since; none when no incident does.
        reports: how many reports and files the ledger held at the later run.
        judgements: how many judgements it held then.
    """

    id: str
    claims: tuple[str, ...]
    became: tuple[str, ...]
    reports: int
    judgements: int


def toll(told: Sequence[tuple[Incident, Casualties | None]], places: Mapping[str, Place]) -> Casualties:
    """Add up the people of incidents, counting those that may be one event once at the low end.

    Incidents are surely apart when their times, or the provinces they are in, exclude each other. The low end is the
    sum over incidents surely apart, taken from the deadliest down; the high end is the sum over all.

    Args:
        told: each incident with its number of people, None where nobody says.
        places: registry places by id.
    """
    total = Casualties.total(number for _, number in told)
    kept: list[Incident] = []
    low = 0
    for incident, least in sorted(((each, (number and number.low) or 0) for each, number in told), key=_deadliest):
        if least and all(_apart(incident, other, places) for other in kept):
            kept.append(incident)
            low += least
    return total if low == total.low else Casualties(low=low, best=None, high=total.high)


def _deadliest(each: tuple[Incident, int]) -> tuple[int, str]:
    return -each[1], each[0].id


def _apart(one: Incident, other: Incident, places: Mapping[str, Place]) -> bool:
    if _excludes(one.time, other.time):
        return True
    here, there = _provinces(one, places), _provinces(other, places)
    return bool(here) and bool(there) and not here & there


def _excludes(one: Span | None, other: Span | None) -> bool:
    if one is None or other is None or one.start == other.start:
        return False
    return any(a.end is not None and b.start is not None and a.end <= b.start for a, b in ((one, other), (other, one)))


def _provinces(incident: Incident, places: Mapping[str, Place]) -> frozenset[str]:
    """Return the ids of the provinces INCIDENT is in, none when one of them is not known."""
    found = [province_of(mention.id, places) for mention in incident.places]
    known = frozenset(province.id for province in found if province is not None)
    return frozenset() if None in found else known
