"""The table of rules, applied to many pairs: what it says of two values is worked out once and kept.

Among many accounts few days, acts, actors and tolls differ. So the rules are taken in groups that look at the same
attributes of a profile: what a group adds depends on the values of these alone, and it is looked up from then on.
"""

from __future__ import annotations

from math import inf
from operator import attrgetter, getitem

import msgspec

from tregua.steps.link.profiles import Profile
from tregua.steps.link.rules import NEVER, RULES
from tregua.steps.link.scoring import LOWEST, line, score

__all__ = ["LOOKED_AT", "Scale", "Weighed"]

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
    (
        ("start", "end", "said", "clock", "issued"),
        ("same time", "same inferred time", "next day", "other time", "other hour", "printed with"),
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

_GROUPED = frozenset(name for _, names in LOOKED_AT for name in names)
_IN_COMMON = frozenset({"listed apart", "one document", "told apart", "told of others"})
"""Rules of accounts that have a document in common."""

_GROUPS = tuple(tuple((rule.holds, rule.weight) for rule in RULES if rule.name in names) for _, names in LOOKED_AT)
_OTHERS = tuple((rule.holds, rule.weight) for rule in RULES if rule.name not in _GROUPED | _IN_COMMON)
_VALUES = tuple(attrgetter(*attributes) for attributes, _ in LOOKED_AT)

Row = dict[int, float]
"""What a group of rules adds for one value against others, by their numbers."""


class Weighed(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A profile with the number of its value in each group, and what is known of that value against others."""

    profile: Profile
    values: tuple[int, ...]
    rows: tuple[Row, ...]


class _Values(dict[object, tuple[int, Row]]):
    """The values of a group that are known, each with its number and what is known of it against others."""

    def __missing__(self, value: object) -> tuple[int, Row]:
        made = self[value] = (len(self), {})
        return made


class Scale:
    """Says how far two profiles are over the line; what it has worked out is kept as long as it is."""

    def __init__(self, slack: float = inf) -> None:
        """Begin with nothing known; where two are under the line by more than SLACK, nobody asks by how much."""
        self._known = [(_Values(), value_of) for value_of in _VALUES]
        self._least = LOWEST - slack

    def take(self, profile: Profile) -> Weighed:
        """Return PROFILE ready to be held against others that this scale took."""
        values, rows = zip(*[known[value_of(profile)] for known, value_of in self._known], strict=True)
        return Weighed(profile, values, rows)

    def over(self, left: Weighed, right: Weighed) -> float:
        """Return by how much the score of LEFT and RIGHT is over what it must reach."""
        one, other = left.profile, right.profile
        if not one.documents.isdisjoint(other.documents):
            return score(one, other) - line(one, other)
        if left.rows[0].get(right.values[0]) == NEVER:
            return NEVER
        try:
            total = sum(map(getitem, left.rows, right.values))
        except KeyError:
            total = _worked_out(left, right)
        for holds, weight in _OTHERS:
            if holds(one, other):
                total += weight
        return NEVER if total < self._least else total - line(one, other)


def _worked_out(left: Weighed, right: Weighed) -> float:
    """Return what the groups add for LEFT and RIGHT, asking the table where it is not known; ``NEVER`` ends it."""
    total = 0.0
    for group, (row, value) in enumerate(zip(left.rows, right.values, strict=True)):
        points = row.get(value)
        if points is None:
            one, other = left.profile, right.profile
            points = sum([weight for holds, weight in _GROUPS[group] if holds(one, other)])
            row[value] = right.rows[group][left.values[group]] = points
        if points == NEVER:
            return NEVER
        total += points
    return total
