"""The table of rules, applied to many pairs: what it says of two values is worked out once and kept.

Among many accounts few days, acts, actors and tolls differ. So the rules are taken in groups that look at the same
attributes of a profile: what a group adds depends on the values of these alone, and it is looked up from then on.
What the rules of times add depends on the times of day and on how many days lie between, whichever days these are.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import inf
from operator import attrgetter, getitem
from typing import Any, Generic, TypeVar

import msgspec

from tregua.steps.link.candidates import DAY
from tregua.steps.link.profiles import Profile
from tregua.steps.link.rules import NEVER, RULES
from tregua.steps.link.scoring import LOWEST, line, score

__all__ = ["LOOKED_AT", "TIMES", "Scale", "Weighed"]

K = TypeVar("K")

LOOKED_AT = (
    (("acts",), ("same act", "seldom told", "vague act", "other force", "other act")),
    (
        ("spots", "wide", "regions", "dated"),
        (
            "same place",
            "same printed place",
            "rounded place",
            "place untold",
            "undated place",
            "other place",
            "other region",
            "undated",
        ),
    ),
    (("said", "days"), ("same said day", "same day", "days after")),
    (("actors",), ("same actor", "other actor")),
    (("targets",), ("same target", "rare target", "other target")),
    (
        ("killed", "injured"),
        (
            "same casualties",
            "many casualties",
            "other casualties",
            "far casualties",
            "lone toll",
            "lone injured",
            "other injured",
        ),
    ),
    (("counts", "weapons"), ("same count", "other count", "same weapon", "other weapon")),
    (("printed",), ("two bulletins",)),
)
"""Attributes of a profile, and the rules that look at these alone where two accounts have no document in common.

Those that part the most accounts come first.
"""

TIMES = ("same time", "same inferred time", "next day", "other time", "other hour", "printed with")
"""Rules that look at ``start``, ``end``, ``said``, ``clock`` and ``issued``, and only at how far these are apart.

Many days differ, few hours do.
"""

_GROUPED = frozenset([*TIMES, *(name for _, names in LOOKED_AT for name in names)])
_IN_COMMON = frozenset({"listed apart", "one document", "told apart", "told of others"})
"""Rules of accounts that have a document in common."""

_GROUPS = tuple(
    tuple((rule.holds, rule.weight) for rule in RULES if rule.name in names)
    for names in (*(names for _, names in LOOKED_AT), TIMES)
)
_OTHERS = tuple((rule.holds, rule.weight) for rule in RULES if rule.name not in _GROUPED | _IN_COMMON)
_VALUES = tuple(attrgetter(*attributes) for attributes, _ in LOOKED_AT)

Row = dict[int, float]
"""What a group of rules adds for one value against others, by their numbers."""

Times = dict[tuple[int, int], float]
"""What the rules of times add for one hour against others, by their numbers and how many days later these are."""


class Weighed(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A profile with the number of its value in each group, and what is known of that value against others.

    So for its times: the day of the first instant, and the number of the times counted from that day on.
    """

    profile: Profile
    values: tuple[int, ...]
    rows: tuple[Row, ...]
    day: int
    hour: int
    times: Times


class _Values(dict[object, tuple[int, dict[K, float]]], Generic[K]):
    """The values of a group that are known, each with its number and what is known of it against others."""

    def __missing__(self, value: object) -> tuple[int, dict[K, float]]:
        made = self[value] = (len(self), {})
        return made


class Scale:
    """Says how far two profiles are over the line; what it has worked out is kept as long as it is."""

    def __init__(self, slack: float = inf) -> None:
        """Begin with nothing known; where two are under the line by more than SLACK, nobody asks by how much."""
        self._known = [(_Values[int](), value_of) for value_of in _VALUES]
        self._hours = _Values[tuple[int, int]]()
        self._least = LOWEST - slack

    def take(self, profile: Profile) -> Weighed:
        """Return PROFILE ready to be held against others that this scale took."""
        values, rows = zip(*[known[value_of(profile)] for known, value_of in self._known], strict=True)
        day = int(profile.start // DAY) if profile.start > -inf else 0
        return Weighed(profile, values, rows, day, *self._hours[_since(day, profile)])

    def over(self, left: Weighed, right: Weighed) -> float:
        """Return by how much the score of LEFT and RIGHT is over what it must reach."""
        one, other = left.profile, right.profile
        if not one.documents.isdisjoint(other.documents):
            return score(one, other) - line(one, other)
        if left.rows[0].get(right.values[0]) == NEVER:
            return NEVER
        try:
            total = sum(map(getitem, left.rows, right.values), left.times[right.hour, right.day - left.day])
        except KeyError:
            total = _worked_out(left, right)
        for holds, weight in _OTHERS:
            if holds(one, other):
                total += weight
        return NEVER if total < self._least else total - line(one, other)


def _since(day: int, profile: Profile) -> tuple[object, ...]:
    """Return the times of PROFILE, counted from DAY on."""
    begin = day * DAY
    issued = frozenset([each - day for each in profile.issued])
    return profile.start - begin, profile.end - begin, profile.said, profile.clock, issued


def _worked_out(left: Weighed, right: Weighed) -> float:
    """Return what the groups add for LEFT and RIGHT, asking the table where it is not known; ``NEVER`` ends it."""
    total, later = 0.0, right.day - left.day
    here: Iterable[dict[Any, float]] = (*left.rows, left.times)
    there: Iterable[dict[Any, float]] = (*right.rows, right.times)
    keys, back = (*right.values, (right.hour, later)), (*left.values, (left.hour, -later))
    for row, key, other_row, other_key, rules in zip(here, keys, there, back, _GROUPS, strict=True):
        points = row.get(key)
        if points is None:
            one, other = left.profile, right.profile
            points = sum([weight for holds, weight in rules if holds(one, other)])
            row[key] = other_row[other_key] = points
        if points == NEVER:
            return NEVER
        total += points
    return total
