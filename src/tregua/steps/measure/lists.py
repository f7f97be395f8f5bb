"""Which origins told of which incidents: lists that may be taken to be independent of one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from tregua.steps.measure.observed import Observed
from tregua.vocabulary.actors import Source

__all__ = ["LEAST_LISTED", "MOST_LISTS", "histories", "lists_of"]

LEAST_LISTED = 10
MOST_LISTS = 4


def lists_of(observed: Observed, incidents: Collection[str]) -> dict[str, frozenset[str]]:
    """Return the longest lists of INCIDENTS by the name of their origins, at most :data:`MOST_LISTS`, longest first.

    Origins that one owner runs, and one that relays another, make one list: they do not look independently.
    """
    testimony = {claim: each for each in observed.testimonies for claim in each.claims}
    told: dict[str, set[str]] = defaultdict(set)
    for incident in observed.events:
        for claim in incident.claims if incident.id in incidents else ():
            if claim in testimony:
                told[testimony[claim].origin_id].add(incident.id)
    names = {each.origin_id: each.origin.name or each.origin.text for each in observed.testimonies}
    lists = [
        (" and ".join(sorted({names[origin] for origin in family})), frozenset[str]().union(*(told[o] for o in family)))
        for family in _families(sorted(told), observed.sources)
    ]
    long = [each for each in lists if len(each[1]) >= LEAST_LISTED]
    return dict(sorted(long, key=lambda each: (-len(each[1]), each[0]))[:MOST_LISTS])


def histories(lists: Mapping[str, Collection[str]]) -> dict[str, frozenset[str]]:
    """Return the names of the LISTS that each incident is in."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, told in lists.items():
        for incident in told:
            found[incident].add(name)
    return {incident: frozenset(found[incident]) for incident in sorted(found)}


def _families(origins: Iterable[str], sources: Mapping[str, Source]) -> list[list[str]]:
    """Return ORIGINS in groups: those bound to one another, directly or through others of them, together."""
    families: list[list[str]] = []
    for origin in origins:
        bound = [family for family in families if any(_bound(origin, other, sources) for other in family)]
        families = [family for family in families if family not in bound]
        families.append([origin, *(each for family in bound for each in family)])
    return families


def _bound(one: str, other: str, sources: Mapping[str, Source]) -> bool:
    """Tell whether ONE and OTHER have one owner, or one relays the other."""
    first, second = sources.get(one), sources.get(other)
    owners = [source.owner for source in (first, second) if source and source.owner]
    relays = any(source and there in source.relays for source, there in ((first, other), (second, one)))
    return relays or (len(owners) == 2 and owners[0] == owners[1])  # noqa: PLR2004 - both have one
