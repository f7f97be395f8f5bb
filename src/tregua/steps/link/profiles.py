"""What one account says of an event, or several held to be of one event say together, as linking compares it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from types import MappingProxyType

import msgspec

from tregua.steps.link.memory import Kept
from tregua.vocabulary.acts import Act

__all__ = ["FEW_DAYS", "GROUPS", "VAGUE", "Profile", "Target", "Toll", "count_crowds", "merge"]

GROUPS = MappingProxyType(
    {
        Act.SHELLING: "fire",
        Act.EXPLOSION: "fire",
        Act.AIRSTRIKE: "air",
        Act.DRONE: "air",
        Act.ATTACK: "ground",
        Act.SMALL_ARMS: "ground",
        Act.ADVANCE: "ground",
    }
)
"""Acts that different observers of one event may call it by; an act that is not here stands alone."""

VAGUE = frozenset({Act.ATTACK, Act.OTHER})
"""Acts that a report may say of others for want of knowing or saying more: an attack of any use of force."""

FEW_DAYS = dt.timedelta(days=3).total_seconds()
"""Seconds within which it is known when a dated account happened."""

Toll = tuple[int, float]
Target = tuple[str, str, bool]


class Profile(msgspec.Struct, kw_only=True, eq=False, gc=False):
    """What is compared; worked out once, and not changed from then on.

    Attributes:
        acts: what was done; vague acts only where no exact one is told.
        spots: keys of the places that are precise.
        near: keys of the places that lie within a few kilometres of one of these.
        wide: keys of provinces and regions it gives or its places lie in.
        around: all of these.
        regions: keys of the provinces and regions that it gives, the wider one where one lies in another.
        start: seconds of the first instant it may have happened at; minus infinity where that is not known.
        end: likewise the first instant after it.
        said: a text says when, in whatever way.
        clock: by the hour.
        actors: keys of the actors that tell one from another; "militants" does not.
        targets: id and words of what it struck, and whether few other accounts name such a thing; without the places
            it names: a town attacked is a place, and counted as one.
        killed: lowest and highest number, None where not said.
        injured: likewise.
        counts: how often, or how many munitions.
        weapons: folded.
        days: on which it was as its accounts say, as ordinals; where none says it, on which they were printed.
        issued: days on which its accounts were printed, as ordinals.
        documents: ids of the documents that tell of it.
        lists: ids of those that list many events.
        wordings: id of the claim that each account repeats the words of, its own where others repeat it.
        printed: origins, each with an outlet that prints it.
        size: how many accounts it is made of, without those that repeat the words of another.
        crowds: how many such dated accounts there are, itself included, of its days and of each of its places and
            regions, and of its days in all (``""``).
    """

    acts: frozenset[Act]
    spots: frozenset[str]
    near: frozenset[str]
    wide: frozenset[str]
    around: frozenset[str]
    regions: frozenset[str]
    start: float
    end: float
    said: bool
    clock: bool
    actors: frozenset[str]
    targets: tuple[Target, ...]
    killed: Toll | None
    injured: Toll | None
    counts: frozenset[int]
    weapons: frozenset[str]
    days: frozenset[int]
    issued: frozenset[int]
    documents: frozenset[str]
    lists: frozenset[str]
    wordings: frozenset[str]
    printed: frozenset[tuple[str, str]]
    size: int
    crowds: Mapping[str, int] = {}

    @property
    def dated(self) -> bool:
        """Tell whether it is known to within a few days when it happened."""
        return self.end - self.start <= FEW_DAYS

    @property
    def groups(self) -> frozenset[str]:
        """Return what its acts may be taken for."""
        return _groups(self.acts)


@lru_cache(maxsize=1_024)
def _groups(acts: frozenset[Act]) -> frozenset[str]:
    return frozenset([GROUPS.get(act, act.value) for act in acts])


def merge(one: Profile, other: Profile) -> Profile:
    """Return what ONE and OTHER say together of one event."""
    acts = one.acts | other.acts
    start, end = _when(one, other)
    return Profile(
        acts=acts - VAGUE or acts,
        spots=one.spots | other.spots,
        near=one.near | other.near,
        wide=one.wide | other.wide,
        around=one.around | other.around,
        regions=one.regions | other.regions,
        start=start,
        end=end,
        said=one.said or other.said,
        clock=one.clock and other.clock,
        actors=one.actors | other.actors,
        targets=tuple(dict.fromkeys((*one.targets, *other.targets))),
        killed=_hull(one.killed, other.killed),
        injured=_hull(one.injured, other.injured),
        counts=one.counts | other.counts,
        weapons=one.weapons | other.weapons,
        days=_days(one, other),
        issued=one.issued | other.issued,
        documents=one.documents | other.documents,
        lists=one.lists | other.lists,
        wordings=one.wordings | other.wordings,
        printed=one.printed | other.printed,
        size=one.size + other.size,
        crowds=_larger(one.crowds, other.crowds),
    )


def _when(one: Profile, other: Profile) -> tuple[float, float]:
    """Return the first instant that both may be of, and the first after it.

    What was guessed from printing is so of the first printing, as nothing is told before it happens and others print it
    later; but what one outlet prints on a later day is the news of that day.
    """
    guessed = one.dated and other.dated and not (one.said or other.said)
    start, end = max(one.start, other.start), min(one.end, other.end)
    if start < end and not (guessed and _outlets(one).isdisjoint(_outlets(other))):
        return start, end
    if one.said != other.said:
        return (one.start, one.end) if one.said else (other.start, other.end)
    if not one.said:
        return min((one.start, one.end), (other.start, other.end))
    return min(one.start, other.start), max(one.end, other.end)


def _outlets(profile: Profile) -> frozenset[str]:
    return frozenset([outlet for _, outlet in profile.printed])


def _days(one: Profile, other: Profile) -> frozenset[int]:
    if one.said != other.said:
        return (one if one.said else other).days
    return one.days | other.days


def _hull(one: Toll | None, other: Toll | None) -> Toll | None:
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])


def _larger(one: Mapping[str, int], other: Mapping[str, int]) -> Mapping[str, int]:
    return {**one, **{key: max(number, one.get(key, 0)) for key, number in other.items()}}


def count_crowds(profiles: Sequence[Profile], rest: Sequence[Kept] = ()) -> None:
    """Count for each of PROFILES how many there are of its days and places, with REST; see ``Profile.crowds``.

    What nothing dates is hardly ever of these days of all, so it is none of them.
    """
    keys = {"", *(key for profile in profiles for key in profile.around)}
    starts: dict[str, list[float]] = {key: [] for key in keys}
    ends: dict[str, list[float]] = {key: [] for key in keys}
    every: Iterable[Profile | Kept] = chain(profiles, rest)
    for each in every:
        for key in keys.intersection(("", *each.around)) if each.dated and each.size else ():
            starts[key].append(each.start)
            ends[key].append(each.end)
    for times in (*starts.values(), *ends.values()):
        times.sort()
    counted: dict[tuple[frozenset[str], float, float], dict[str, int]] = {}
    for profile in profiles:
        around, start, end = there = profile.around, profile.start, profile.end
        if (crowds := counted.get(there)) is None:
            crowds = {key: bisect_left(starts[key], end) - bisect_right(ends[key], start) for key in ("", *around)}
            counted[there] = crowds
        profile.crowds = crowds
