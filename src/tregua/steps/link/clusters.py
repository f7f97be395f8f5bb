"""Accounts put together, best pairs first, each time compared anew with what those already joined say together."""

from __future__ import annotations

import heapq
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

from tregua.ports import Spread
from tregua.steps.link.candidates import Candidates
from tregua.steps.link.events import Event
from tregua.steps.link.memory import Kept, leaders, sizes_of_spots
from tregua.steps.link.profiles import Profile, merge
from tregua.steps.link.rules import may_be_rounded
from tregua.steps.link.scale import Scale, Weighed
from tregua.steps.link.scoring import line, others
from tregua.steps.link.spreading import in_turn, ranges

__all__ = ["Cluster", "cluster"]

_SLACK = 1.0
"""Points under the line at which two accounts are still watched: what others add may join them."""

_WATCHED, _WHOLE = 2.0, 4.0
"""Points under the line at which an account told roughly may be of what another is, and of all that is joined to that.

It does not join them: who stays alone is marked.
"""

_NAMED = 2
"""Incidents that it is said that one may be of, at most: the nearest."""

_ALONE = 2.0
"""Points by which a place told roughly must fit one event better than any other, to be held to be of it."""


_TORN = 1.0
"""Points by which it must at least, whatever else speaks for it: one event must be twice as likely as another."""

_FEWEST, _PARTS = 4_000, 32
"""Accounts that one process is given at a time, at the least; and into how many parts more are cut.

A process puts the accounts of the days around its part in blocks, so parts of few days would do that often.
"""

_GROUPS, _ROUND = 500, 25_000
"""Groups of linked accounts that one process is given at a time, and after how many others begin.

What a process looks at it has a copy of, and gives back when it ends.
"""


@dataclass(slots=True, eq=False)
class Cluster:
    """Accounts held to be of one event, and why each pair that was joined was.

    GROUP is the lowest id of those that pairs near the line link them to. MAY_BE_OF are accounts of others that it may
    be of, being one account told too roughly to be placed.
    """

    events: list[Event]
    group: str
    reasons: list[str] = field(default_factory=list)
    may_be_of: tuple[str, ...] = ()


def cluster(events: Sequence[Event], rest: Sequence[Kept] = (), spread: Spread = in_turn) -> Iterator[Cluster]:
    """Give EVENTS in clusters; the order that they come in does not matter, nor how SPREAD spreads the work.

    REST are accounts that none of EVENTS can be of one event with; they count where it matters how many there are.

    Two clusters become one when what the accounts of the one say together fits what those of the other do. What
    becomes of an account depends on those alone that it is linked to by pairs near enough to the line. It goes faster
    when those of the same days come, and were made, one after the other.
    """
    names, profiles = [event.id for event in events], [event.profile for event in events]
    near = _near(_candidates(events, rest), spread)
    homes = near.homes(len(profiles))
    linked = near.groups(homes)
    accounts = _Accounts(names, profiles, near, [*linked.values()], Scale(_WHOLE))
    rounds = (ranges(each.stop, _GROUPS, each.start) for each in ranges(len(linked), _ROUND))
    settled = (group for each in rounds for groups in spread(_settle, accounts, each) for group in groups)
    for position, home in enumerate(homes):
        if home in linked:
            group = next(settled) if position == home else []
            lowest = min((names[each] for members, _, _ in group for each in members), default="")
            for members, why, others in group:
                may_be = tuple([names[each] for each in others if not events[each].denies])
                yield Cluster([events[each] for each in members], lowest, why, may_be)
        else:
            yield Cluster([events[position]], names[position])


def _candidates(events: Sequence[Event], rest: Sequence[Kept]) -> Candidates:
    """Return who of EVENTS may be of one event with whom, REST being elsewhere."""
    first: dict[str, str] = {}
    for event in events if rest else ():
        for wording in event.profile.wordings:
            first[wording] = min(first.get(wording, event.id), event.id)
    led = frozenset([wording for wording, leader in leaders(rest, first.keys()).items() if leader < first[wording]])
    names, profiles = [event.id for event in events], [event.profile for event in events]
    return Candidates(profiles, names, sizes_of_spots(rest), led)


Pair = tuple[int, int, float]
"""Positions of two accounts, and how far over the line they are."""


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Pairs of accounts that are near enough to the line: a position in each column, and how far over it they are.

    Those under it by more than ``_SLACK`` join nothing: one of them is told roughly, and may be of what the other is.
    """

    ones: array[int] = field(default_factory=lambda: array("q"))
    others: array[int] = field(default_factory=lambda: array("q"))
    overs: array[float] = field(default_factory=lambda: array("d"))

    def add(self, pairs: Iterable[Pair]) -> None:
        """Add PAIRS."""
        columns: tuple[array[Any], ...] = (self.ones, self.others, self.overs)
        for column, values in zip(columns, zip(*pairs, strict=True), strict=False):
            column.extend(values)

    def of(self, group: Iterable[int]) -> list[Pair]:
        """Return the pairs of GROUP, which are known by their numbers."""
        return [(self.ones[each], self.others[each], self.overs[each]) for each in group]

    def homes(self, number: int) -> list[int]:
        """Return for each of NUMBER accounts the lowest of those that pairs link it to, itself where none does."""
        homes = list(range(number))
        for pair in zip(self.ones, self.others, strict=True):
            one, other = sorted([_home(homes, each) for each in pair])
            homes[other] = one
        return [_home(homes, each) for each in range(number)]

    def groups(self, homes: Sequence[int]) -> dict[int, list[int]]:
        """Return the numbers of the pairs of those with one of HOMES, in the order of these."""
        found: dict[int, list[int]] = {home: [] for home in sorted({homes[one] for one in self.ones})}
        for number, one in enumerate(self.ones):
            found[homes[one]].append(number)
        return found


def _home(homes: list[int], one: int) -> int:
    while (above := homes[one]) != one:
        homes[one] = one = homes[above]
    return one


@dataclass(frozen=True, slots=True)
class _Accounts:
    """Names and profiles of all accounts, by position, and the pairs of each group of those linked to one another.

    What the scale has worked out for one part a process has at hand for its next.
    """

    names: Sequence[str]
    profiles: Sequence[Profile]
    near: _Pairs
    groups: Sequence[Sequence[int]]
    scale: Scale


def _near(candidates: Candidates, spread: Spread) -> _Pairs:
    """Return the pairs of CANDIDATES that are near enough to the line."""
    near, number = _Pairs(), len(candidates.profiles)
    for found in spread(_compare, (candidates, Scale(_WATCHED)), ranges(number, max(_FEWEST, number // _PARTS))):
        near.add(found)
    return near


def _compare(shared: tuple[Candidates, Scale], part: range) -> list[Pair]:
    """Return the pairs of PART, in the order of time, with its candidates that are near the line, and by how much."""
    (candidates, scale), taken = shared, dict[int, Weighed]()
    found = []
    for one, held_against in candidates.of(part):
        for each in (one, *held_against):
            if each not in taken:
                taken[each] = scale.take(candidates.profiles[each])
        left = taken[one]
        for other in held_against:
            over = scale.over(left, taken[other])
            if over >= -_SLACK or (over >= -_WATCHED and (_is_rough(left.profile) or _is_rough(taken[other].profile))):
                found.append((one, other, over))
    return found


_Settled = tuple[list[int], list[str], list[int]]
"""Positions of the accounts of a cluster, why they were joined, and those of others that it may be of."""


def _settle(accounts: _Accounts, part: range) -> list[list[_Settled]]:
    """Return for each group of PART its clusters."""
    return [_of_group(accounts, accounts.near.of(accounts.groups[each])) for each in part]


def _of_group(accounts: _Accounts, pairs: Sequence[Pair]) -> list[_Settled]:
    """Return the clusters of the accounts that PAIRS link to one another."""
    clusters = _Table(accounts, pairs).clusters()
    homes = {each: members for members, _ in clusters for each in members}
    watched: dict[int, list[tuple[float, int]]] = {}
    for pair in pairs:
        for one, other in (pair[:2], pair[1::-1]):
            if len(homes[one]) == 1 and _is_rough(accounts.profiles[one]):
                watched.setdefault(one, []).append((pair[2], other))
    return [
        (members, why, _may_be_of(accounts, members[0], watched.get(members[0], ()), homes))
        for members, why in clusters
    ]


def _is_rough(profile: Profile) -> bool:
    return not profile.spots


def _may_be_of(
    accounts: _Accounts, one: int, near: Iterable[tuple[float, int]], homes: Mapping[int, Sequence[int]]
) -> list[int]:
    """Return accounts of other clusters that ONE may be of, one of each, the nearest first.

    NEAR are accounts, each behind how far over the line ONE is with it, and HOMES are the clusters of each.
    """
    found: list[int] = []
    scale, profiles = accounts.scale, accounts.profiles
    for _, other in sorted(near, key=lambda pair: (-pair[0], accounts.names[pair[1]])):
        if len(found) < _NAMED and not any(each in homes[other] for each in found):
            whole = reduce(merge, [profiles[each] for each in homes[other]])
            if scale.over(scale.take(profiles[one]), scale.take(whole)) >= -_WHOLE:
                found.append(other)
    return found


class _Table:
    """Accounts linked to one another, on the way to clusters.

    Each is known by a number, in the order of the names, and those joined by the lowest of theirs.
    """

    def __init__(self, accounts: _Accounts, pairs: Sequence[Pair]) -> None:
        members = sorted({each for one, other, _ in pairs for each in (one, other)}, key=accounts.names.__getitem__)
        place = {each: position for position, each in enumerate(members)}
        self._names = [accounts.names[each] for each in members]
        self._scale = scale = accounts.scale
        self._held = [scale.take(accounts.profiles[each]) for each in members]
        self._members = [[each] for each in members]
        self._reasons: list[list[str]] = [[] for _ in members]
        self._joined = [False] * len(members)
        self._near: list[dict[int, float]] = [{} for _ in members]
        for one, other, over in (pair for pair in pairs if pair[2] >= -_SLACK):
            self._near[place[one]][place[other]] = self._near[place[other]][place[one]] = over
        self._queue = [
            (-over, one, other)
            for one, near in enumerate(self._near)
            for other, over in near.items()
            if one < other and over >= 0
        ]

    def clusters(self) -> list[tuple[list[int], list[str]]]:
        heapq.heapify(self._queue)
        self._join_best()
        for _, one in sorted([(-max(self._near[one].values()), one) for one in self._rough()]):
            if not self._joined[one] and self._near[one] and (other := self._only(one)) is not None:
                self._join(min(one, other), max(one, other), "; no other event of those days fits as well")
                self._join_best()
        return [(self._members[one], self._reasons[one]) for one, joined in enumerate(self._joined) if not joined]

    def _join_best(self) -> None:
        while self._queue:
            over, one, other = heapq.heappop(self._queue)
            if self._near[one].get(other) == -over and not (self._torn(one, other) or self._torn(other, one)):
                self._join(one, other, "")

    def _torn(self, rough: int, best: int) -> bool:
        """Tell whether ROUGH, which names no place, fits another event nearly as well as BEST, which names one."""
        if self._held[rough].profile.spots or not self._held[best].profile.spots:
            return False
        least = self._near[rough][best] - _TORN
        return any(
            over > least and each not in self._near[best] for each, over in self._near[rough].items() if each != best
        )

    def _rough(self) -> Iterator[int]:
        """Give those whose place is told roughly or not at all and that something is near to."""
        for one, held in enumerate(self._held):
            if not self._joined[one] and not held.profile.spots and self._near[one]:
                yield one

    def _only(self, one: int) -> int | None:
        """Return the one that ONE fits, when it lies in the region told, and ONE fits no other nearly as well."""
        (over, best), *rest = sorted([(-over, other) for other, over in self._near[one].items()])
        if rest and rest[0][0] - over < _ALONE:
            return None
        return best if may_be_rounded(self._held[one].profile, self._held[best].profile) else None

    def _join(self, one: int, other: int, why: str) -> None:
        """Join OTHER to ONE, and hold the two together against all that were near to either."""
        self._reasons[one] += [*self._reasons[other], self._reason(one, other, why)]
        self._members[one] += self._members[other]
        self._joined[other] = True
        around = (self._near[one].keys() | self._near[other].keys()) - {one, other}
        if around:  # else nobody asks what the two say together
            self._held[one] = self._scale.take(merge(self._held[one].profile, self._held[other].profile))
        for each in sorted(around):
            self._near[each].pop(other, None)
            self._near[each].pop(one, None)
            over = self._scale.over(self._held[one], self._held[each])
            if over >= -_SLACK:
                self._near[each][one] = over
                if over >= 0:
                    heapq.heappush(self._queue, (-over, min(one, each), max(one, each)))
        self._near[other] = {}
        self._near[one] = {each: self._near[each][one] for each in around if one in self._near[each]}

    def _reason(self, one: int, other: int, why: str) -> str:
        left, right = self._held[one].profile, self._held[other].profile
        needed, count = line(left, right), others(left, right)
        among = f"among {count} {'other' if count == 1 else 'others'}"
        points = f"{self._near[one][other] + needed:g}, needed {needed:g} {among}"
        told = "; ".join(self._scale.reasons(self._held[one], self._held[other]))
        return f"{self._names[one]} and {self._names[other]}: {told}; {points}{why}"
