"""An incident made of its accounts: what they agree on, where they differ, how well it is attested."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations
from typing import TypeVar

from tregua.ports import SourceRegistry
from tregua.records.claim import Casualties, Mention, PlaceMention
from tregua.records.incident import Incident, Status, Testimony, Version
from tregua.steps.link.events import Event, mention_key, place_key
from tregua.steps.link.origins import Account, Origin, independent
from tregua.steps.link.profiles import VAGUE
from tregua.steps.link.testimonies import testimony_id
from tregua.vocabulary.acts import Act
from tregua.vocabulary.stances import Basis
from tregua.vocabulary.time import Span

__all__ = ["incident_testimonies", "make_incident"]

ItemT = TypeVar("ItemT")

_BASIS = (Basis.STATED, Basis.RELATIVE, Basis.INFERRED, Basis.UNKNOWN)


def make_incident(name: str, events: Sequence[Event], reasons: Iterable[str], sources: SourceRegistry) -> Incident:
    """Return the incident with the id NAME that EVENTS, earliest first and not all denials, are accounts of."""
    told = [event for event in events if not event.denies]
    by_origin = _by_origin(told)
    versions = [_version(group) for group in by_origin.values()]
    merged = versions[0] if len(versions) == 1 else _version(told)
    status, why = _status(events, sources)
    return Incident(
        id=name,
        status=status,
        status_reason=why,
        claims=tuple([event.id for event in events]),
        act=_act(told),
        actors=_agreed_actors(versions),
        targets=merged.targets,
        places=merged.places,
        time=_best([event.time for event in told]),
        killed=merged.killed,
        injured=merged.injured,
        weapons=merged.weapons,
        versions=(*versions, *_denials(events)),
        differs=_differs([*by_origin.values()], versions) if len(versions) > 1 else (),
        reasons=tuple(reasons),
    )


def incident_testimonies(events: Sequence[Event]) -> list[Testimony]:
    """Return one testimony for each origin of EVENTS, however many outlets carried it."""
    return [_testimony(group) for group in _by_origin(events).values()]


def _testimony(group: Sequence[Event]) -> Testimony:
    first, *rest = [event.account for event in group]
    return Testimony(
        id=testimony_id(first.origin.id, first.claim.id),
        origin=first.origin.speaker,
        origin_id=first.origin.id,
        claims=tuple(event.id for event in group),
        outlets=tuple(dict.fromkeys(event.account.outlet for event in group)),
        reasons=tuple(_same_origin(first, account) for account in rest),
        published=first.day,
    )


def _same_origin(first: Account, other: Account) -> str:
    printed = f"printed by {first.outlet} on {first.day or 'an unknown day'} and by {other.outlet}"
    return "; ".join(filter(None, (f"{first.origin.name} tells the same event, {printed}", other.origin.why)))


def _by_origin(events: Iterable[Event]) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in events:
        found.setdefault(event.account.origin.id, []).append(event)
    return found


def _once(told: Iterable[tuple[ItemT, ...]], key: Callable[[ItemT], str]) -> tuple[ItemT, ...]:
    """Return what is TOLD, each thing once by its KEY."""
    said = [items for items in told if items]
    if not said or len(said) == len(said[0]) == 1:
        return said[0] if said else ()
    found: dict[str, ItemT] = {}
    for items in said:
        for item in items:
            found.setdefault(key(item), item)
    return tuple(found.values())


def _act(events: Sequence[Event]) -> Act:
    """Return the act that most origins name; a vague one only where none is exact; the earliest decides a tie."""
    if len({event.slots.act for event in events}) == 1:
        return events[0].slots.act
    votes = {(event.account.origin.id, event.slots.act) for event in events}
    by_act = Counter(act for _, act in votes)
    return max((event.slots.act for event in events), key=lambda act: (_exactness(act), by_act[act]))


def _exactness(act: Act) -> int:
    """Return 0 for ``other``, 1 for ``attack``, 2 for acts that say what was done."""
    return 2 if act not in VAGUE else int(act is not Act.OTHER)


def _agreed_actors(versions: Sequence[Version]) -> tuple[Mention, ...]:
    """Return the actors that no version contradicts; none when versions name different ones."""
    if len(versions) > 1 and _disjoint({mention_key(each) for each in version.actors} for version in versions):
        return ()
    return _once([version.actors for version in versions], mention_key)


def _disjoint(told: Iterable[AbstractSet[object]]) -> bool:
    """Tell whether two of what origins TOLD have nothing in common; who tells nothing contradicts nobody."""
    return any(one.isdisjoint(other) for one, other in combinations(filter(None, told), 2))


def _places(events: Iterable[Event]) -> tuple[PlaceMention, ...]:
    """Return every place once, precise ones first."""
    places = _once([event.slots.places for event in events], place_key)
    return tuple(sorted(places, key=lambda place: place.precision or 99)) if len(places) > 1 else places


def _best(spans: Iterable[Span | None]) -> Span | None:
    """Return that of SPANS best come by: stated before relative before inferred, then the shortest."""
    known = [span for span in spans if span is not None]
    if len(known) <= 1:
        return known[0] if known else None
    return min(known, key=lambda span: (_BASIS.index(span.basis), _length(span)))


def _length(span: Span) -> float:
    return (span.end - span.start).total_seconds() if span.start and span.end else float("inf")


def _toll(tolls: Iterable[Casualties | None]) -> Casualties | None:
    """Return the lowest low and the highest high, and the best figure where all agree on it."""
    said = [toll for toll in tolls if toll is not None]
    if len(said) <= 1:
        return said[0] if said else None
    lows = [toll.low for toll in said if toll.low is not None]
    highs = [toll.high for toll in said]
    best = {toll.best for toll in said}
    return Casualties(
        low=min(lows, default=None),
        best=best.pop() if len(best) == 1 else None,
        high=None if None in highs else max(high for high in highs if high is not None),
    )


def _denials(events: Iterable[Event]) -> Iterator[Version]:
    """Give a version for each origin that denies one of EVENTS."""
    denied: dict[str, tuple[str, list[str]]] = {}
    for event in events:
        for key, name in _deniers(event):
            denied.setdefault(key, (name, []))[1].append(event.id)
    for name, claims in denied.values():
        yield Version(origin=name, claims=tuple(claims), denies=True)


def _deniers(event: Event) -> Iterable[tuple[str, str]]:
    if event.denies:
        yield event.account.origin.id, event.account.origin.name
    elif by := event.account.claim.denied_by:
        yield by.id or f"name:{by.text.casefold()}", by.name or by.text


def _version(events: Sequence[Event]) -> Version:
    slots = [event.slots for event in events]
    return Version(
        origin=events[0].account.origin.name,
        claims=tuple([event.id for event in events]),
        act=_act(events),
        actors=_once([each.actors for each in slots], mention_key),
        targets=_once([each.targets for each in slots], mention_key),
        places=_places(events),
        time=_best([each.time for each in slots]),
        killed=_toll([each.killed for each in slots]),
        injured=_toll([each.injured for each in slots]),
        weapons=_once([each.weapons for each in slots], str.casefold),
    )


def _differs(told: Sequence[Sequence[Event]], versions: Sequence[Version]) -> tuple[str, ...]:
    """Return the names of the slots on which two origins differ, by what they TOLD and by its VERSIONS."""
    differing = {
        "act": _disjoint({event.slots.act for event in events} - VAGUE for events in told),
        "actors": _disjoint({mention_key(each) for each in version.actors} for version in versions),
        "places": _disjoint(frozenset().union(*(event.profile.spots for event in events)) for events in told),
        "time": _apart([version.time for version in versions]),
        "killed": _several(version.killed for version in versions),
        "injured": _several(version.injured for version in versions),
    }
    return tuple(sorted(slot for slot, differs in differing.items() if differs))


def _several(tolls: Iterable[Casualties | None]) -> bool:
    return len(set(tolls) - {None}) > 1


def _apart(spans: Iterable[Span | None]) -> bool:
    """Tell whether one of SPANS ends before another starts."""
    known = [span for span in spans if span is not None]
    ends = [span.end for span in known if span.end is not None]
    return any(span.start is not None and any(end <= span.start for end in ends) for span in known)


def _status(events: Sequence[Event], sources: SourceRegistry) -> tuple[Status, str]:
    told = list({event.account.origin.id: event.account.origin for event in events if not event.denies}.values())
    names = ", ".join(f"{origin.name} ({origin.side})" for origin in told) or "nobody"
    deniers = [name for event in events for key, name in _deniers(event) if key not in {each.id for each in told}]
    if deniers:
        return Status.DISPUTED, f"told by {names}; denied by {', '.join(dict.fromkeys(deniers))}"
    for one, other in combinations(told, 2):
        if independent(one, other, sources) and _from_other_sides(one, other):
            return Status.CORROBORATED, f"told independently by {one.name} ({one.side}) and {other.name} ({other.side})"
    if len(told) == 1:
        return Status.ALLEGED, f"told by {names} alone"
    return Status.ALLEGED, f"told by {names}, of which no two are independent and of different sides"


def _from_other_sides(one: Origin, other: Origin) -> bool:
    """Tell whether one of the two is neutral, or they stand on different sides; ``unknown`` is no side."""
    sides = {one.side, other.side}
    return "neutral" in sides or ("unknown" not in sides and len(sides) > 1)
