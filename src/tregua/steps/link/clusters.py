"""Accounts put together, best pairs first, each time compared anew with what those already joined say together."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tregua.steps.link.candidates import candidates
from tregua.steps.link.events import Event
from tregua.steps.link.profiles import Profile, merge
from tregua.steps.link.rules import line, may_be_rounded, reasons, score

__all__ = ["Cluster", "cluster"]

_SLACK = 2.0
"""Points under the line at which two accounts are still watched: what others add may join them."""

_ALONE = 2.0
"""Points by which a place told roughly must fit one event better than any other, to be held to be of it."""


@dataclass(slots=True, eq=False)
class Cluster:
    """Accounts held to be of one event, and why each pair that was joined was."""

    events: list[Event]
    reasons: list[str] = field(default_factory=list)


def cluster(events: Sequence[Event]) -> list[Cluster]:
    """Return EVENTS in clusters; the order that they come in does not matter.

    Two clusters become one when what the accounts of the one say together fits what those of the other do. What
    becomes of an account depends on those alone that it is linked to by pairs near enough to the line.
    """
    ordered = sorted(events, key=lambda event: event.id)
    near = _near(ordered)
    found = []
    for group in _components(len(ordered), near):
        found += (
            _Table([ordered[each] for each in group], _among(group, near)).clusters()
            if len(group) > 1
            else [Cluster([ordered[group[0]]])]
        )
    return found


def _near(events: Sequence[Event]) -> dict[int, dict[int, float]]:
    """Return how far over the line each pair of EVENTS is that is near enough to it, both ways."""
    near: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for one, other in candidates(events):
        over = _over(events[one].profile, events[other].profile)
        if over >= -_SLACK:
            near[one][other] = near[other][one] = over
    return near


def _over(left: Profile, right: Profile) -> float:
    return score(left, right) - line(left, right)


def _components(number: int, near: Mapping[int, Mapping[int, float]]) -> Iterator[list[int]]:
    seen = [False] * number
    for start in range(number):
        if seen[start]:
            continue
        seen[start] = True
        group = [start]
        for each in group:
            fresh = [other for other in near.get(each, ()) if not seen[other]]
            for other in fresh:
                seen[other] = True
            group += fresh
        yield sorted(group)


def _among(group: Sequence[int], near: Mapping[int, Mapping[int, float]]) -> list[dict[int, float]]:
    place = {each: position for position, each in enumerate(group)}
    return [{place[other]: over for other, over in near[each].items()} for each in group]


class _Table:
    """Accounts linked to one another, on the way to clusters; each is known by a number, the lowest of those joined."""

    def __init__(self, events: Sequence[Event], near: list[dict[int, float]]) -> None:
        self._held = [Cluster([event]) for event in events]
        self._profiles = [event.profile for event in events]
        self._near = near
        self._joined = [False] * len(events)
        self._queue = [
            (-over, one, other)
            for one in range(len(near))
            for other, over in near[one].items()
            if one < other and over >= 0
        ]

    def clusters(self) -> list[Cluster]:
        heapq.heapify(self._queue)
        self._join_best()
        for _, one in sorted([(-max(self._near[one].values()), one) for one in self._rough()]):
            if not self._joined[one] and self._near[one] and (other := self._only(one)) is not None:
                self._join(min(one, other), max(one, other), "; no other event of those days fits as well")
                self._join_best()
        return [held for held, joined in zip(self._held, self._joined, strict=True) if not joined]

    def _join_best(self) -> None:
        while self._queue:
            over, one, other = heapq.heappop(self._queue)
            if self._near[one].get(other) == -over:
                self._join(one, other, "")

    def _rough(self) -> Iterator[int]:
        """Give those whose place is told roughly or not at all and that something is near to."""
        for one, profile in enumerate(self._profiles):
            if not self._joined[one] and not profile.spots and self._near[one]:
                yield one

    def _only(self, one: int) -> int | None:
        """Return the one that ONE fits, when it lies in the region told, and ONE fits no other nearly as well."""
        (over, best), *rest = sorted([(-over, other) for other, over in self._near[one].items()])
        if rest and rest[0][0] - over < _ALONE:
            return None
        return best if may_be_rounded(self._profiles[one], self._profiles[best]) else None

    def _join(self, one: int, other: int, why: str) -> None:
        """Join OTHER to ONE, and hold the two together against all that were near to either."""
        ours, theirs = self._held[one], self._held[other]
        ours.reasons += [*theirs.reasons, self._reason(one, other, why)]
        ours.events += theirs.events
        self._profiles[one] = merge(self._profiles[one], self._profiles[other])
        self._joined[other] = True
        around = (self._near[one].keys() | self._near[other].keys()) - {one, other}
        for each in sorted(around):
            self._near[each].pop(other, None)
            self._near[each].pop(one, None)
            over = _over(self._profiles[one], self._profiles[each])
            if over >= -_SLACK:
                self._near[each][one] = over
                if over >= 0:
                    heapq.heappush(self._queue, (-over, min(one, each), max(one, each)))
        self._near[other] = {}
        self._near[one] = {each: self._near[each][one] for each in around if one in self._near[each]}

    def _reason(self, one: int, other: int, why: str) -> str:
        left, right = self._profiles[one], self._profiles[other]
        names = (self._held[each].events[0].id for each in (one, other))
        needed = f"{score(left, right):g}, needed {line(left, right):g}"
        return f"{' and '.join(names)}: {'; '.join(reasons(left, right))}; {needed}{why}"
