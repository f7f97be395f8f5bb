"""An incident made of its accounts: what they agree on, where they differ, how well it is attested."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
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
    """Return the incident with the id NAME that EVENTS, earliest first, are accounts of."""
    told = [event for event in events if not event.denies] or list(events)
    by_origin = _by_origin(told)
    status, why = _status(events, sources)
    return Incident(
        id=name,
        status=status,
        status_reason=why,
        claims=tuple(event.id for event in events),
        act=_act(told),
        actors=_agreed_actors(by_origin),
        targets=_targets(told),
        places=_places(told),
        time=_best(event.time for event in told),
        killed=_toll([event.slots.killed for event in told]),
        injured=_toll([event.slots.injured for event in told]),
        weapons=_weapons(told),
        versions=_versions(events),
        differs=_differs(by_origin),
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


def _once(items: Iterable[ItemT], key: Callable[[ItemT], str]) -> tuple[ItemT, ...]:
    found: dict[str, ItemT] = {}
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


def _actors_of(events: Iterable[Event]) -> tuple[Mention, ...]:
    return _once((each for event in events for each in event.slots.actors), mention_key)


def _agreed_actors(by_origin: dict[str, list[Event]]) -> tuple[Mention, ...]:
    """Return the actors that no origin contradicts; none when origins name different ones."""
    named = [_actors_of(events) for events in by_origin.values()]
    if _disjoint({mention_key(each) for each in actors} for actors in named):
        return ()
    return _once((each for actors in named for each in actors), mention_key)


def _disjoint(told: Iterable[AbstractSet[object]]) -> bool:
    """Tell whether two of what origins TOLD have nothing in common; who tells nothing contradicts nobody."""
    return any(one.isdisjoint(other) for one, other in combinations(filter(None, told), 2))


def _targets(events: Iterable[Event]) -> tuple[Mention, ...]:
    return _once((each for event in events for each in event.slots.targets), mention_key)


def _weapons(events: Iterable[Event]) -> tuple[str, ...]:
    return _once((each for event in events for each in event.slots.weapons), str.casefold)


def _places(events: Iterable[Event]) -> tuple[PlaceMention, ...]:
    """Return every place once, precise ones first."""
    places = _once((each for event in events for each in event.slots.places), place_key)
    return tuple(sorted(places, key=lambda place: place.precision or 99))


def _best(spans: Iterable[Span | None]) -> Span | None:
    """Return that of SPANS best come by: stated before relative before inferred, then the shortest."""
    known = [span for span in spans if span is not None]
    return min(known, key=lambda span: (_BASIS.index(span.basis), _length(span)), default=None)


def _length(span: Span) -> float:
    return (span.end - span.start).total_seconds() if span.start and span.end else float("inf")


def _toll(tolls: Iterable[Casualties | None]) -> Casualties | None:
    """Return the lowest low and the highest high, and the best figure where all agree on it."""
    said = [toll for toll in tolls if toll is not None]
    if not said:
        return None
    lows = [toll.low for toll in said if toll.low is not None]
    highs = [toll.high for toll in said]
    best = {toll.best for toll in said}
    return Casualties(
        low=min(lows, default=None),
        best=best.pop() if len(best) == 1 else None,
        high=None if None in highs else max(high for high in highs if high is not None),
    )


def _versions(events: Sequence[Event]) -> tuple[Version, ...]:
    told = _by_origin(event for event in events if not event.denies)
    denied: dict[str, tuple[str, list[str]]] = {}
    for event in events:
        for key, name in _deniers(event):
            denied.setdefault(key, (name, []))[1].append(event.id)
    return (
        *(_version(group) for group in told.values()),
        *(Version(origin=name, claims=tuple(claims), denies=True) for name, claims in denied.values()),
    )


def _deniers(event: Event) -> Iterable[tuple[str, str]]:
    if event.denies:
        yield event.account.origin.id, event.account.origin.name
    elif by := event.account.claim.denied_by:
        yield by.id or f"name:{by.text.casefold()}", by.name or by.text


def _version(events: Sequence[Event]) -> Version:
    return Version(
        origin=events[0].account.origin.name,
        claims=tuple(event.id for event in events),
        act=_act(events),
        actors=_actors_of(events),
        targets=_targets(events),
        places=_places(events),
        time=_best(event.slots.time for event in events),
        killed=_toll(event.slots.killed for event in events),
        injured=_toll(event.slots.injured for event in events),
        weapons=_weapons(events),
    )


def _differs(by_origin: dict[str, list[Event]]) -> tuple[str, ...]:
    """Return the names of the slots on which two origins differ, where both give them."""
    groups = list(by_origin.values())
    if len(groups) == 1:
        return ()
    differing = {
        "act": _disjoint({event.slots.act for event in events} - VAGUE for events in groups),
        "actors": _disjoint({mention_key(each) for each in _actors_of(events)} for events in groups),
        "places": _disjoint(frozenset().union(*(event.profile.spots for event in events)) for events in groups),
        "time": _apart([_best(event.slots.time for event in events) for events in groups]),
        "killed": _several(_toll(event.slots.killed for event in events) for events in groups),
        "injured": _several(_toll(event.slots.injured for event in events) for events in groups),
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
