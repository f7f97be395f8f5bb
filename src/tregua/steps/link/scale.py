"""The table of rules, applied to many pairs: what it says of two values is worked out once and kept.

Among many accounts few days, acts, actors and tolls differ. So the rules are taken in groups that look at the same
attributes of a profile: what a group adds depends on the values of these alone, and it is looked up from then on.
What the rules of times add depends on the times of day and on how many days lie between, whichever days these are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from math import inf
from operator import attrgetter, getitem
from typing import Any, Generic, TypeVar

import msgspec

from tregua.steps.link.candidates import DAY
from tregua.steps.link.profiles import Profile
from tregua.steps.link.rules import NEVER, RULES, Test, Words
from tregua.steps.link.scoring import LOWEST, line

__all__ = ["LOOKED_AT", "TIMES", "Scale", "Weighed"]

K = TypeVar("K")
V = TypeVar("V")

LOOKED_AT = (
    (("acts",), ("same act", "seldom told", "vague act", "other force", "other act")),
    (
        ("spots", "wide", "regions", "dated"),
        (
            "same place",
            "same printed place",
            "near place",
            "rounded place",
            "place untold",
            "undated place",
            "other place",
            "other region",
            "undated",
        ),
    ),
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
    (("said", "days"), ("same said day", "same day", "days after")),
    (("printed",), ("two bulletins",)),
)
"""Attributes of a profile, and the rules that look at these alone; those that part the most accounts come first.

The last two groups do so only where two accounts have no document in common.
"""

TIMES = ("same time", "same inferred time", "next day", "other time", "other hour", "printed with")
"""Rules that look at ``start``, ``end``, ``said``, ``clock`` and ``issued``, and only at how far these are apart.

Many days differ, few hours do.
"""

_IN_COMMON = ("listed apart", "one document", "told apart", "told of others")
"""Rules of accounts that have a document in common."""

Row = tuple[int, Test, float, Words | str, str]
"""A rule with its place in the table and its weight as printed."""


def _named(names: Iterable[str]) -> tuple[Row, ...]:
    """Return the rules with one of NAMES."""
    wanted = frozenset(names)
    rows = ((n, rule.holds, rule.weight, rule.says, f" ({rule.weight:+g})") for n, rule in enumerate(RULES))
    return tuple([row for row in rows if RULES[row[0]].name in wanted])


_GROUPS = (_named(TIMES), *(_named(names) for _, names in LOOKED_AT))
_WHEREVER = _GROUPS[:-2]
"""Groups of rules; and those that look at their attributes alone whatever documents two accounts are of."""

_GROUPED = frozenset([*TIMES, *(name for _, names in LOOKED_AT for name in names)])
_APART = _named({rule.name for rule in RULES} - _GROUPED - {*_IN_COMMON})
_TOGETHER = _named([*_IN_COMMON, *(name for _, names in LOOKED_AT[-2:] for name in names)]) + _APART
"""All other rules of accounts that have no document in common, and of those that have one."""

_RAISING, _LOWERING = (tuple([row for row in _APART if row[2] * sign > 0]) for sign in (1, -1))
"""Those of ``_APART`` that speak for a pair, and those that speak against it, which need not be asked of a low one."""

_VALUES = tuple(attrgetter(*attributes) for attributes, _ in LOOKED_AT)

_KEPT = 30_000
"""Values of a group, and what is said of two of them, that are kept before all are forgotten."""

Points = dict[int, float]
"""What a group of rules adds for one value against others, by their numbers."""

Times = dict[tuple[int, int], float]
"""What the rules of times add for one hour against others, by their numbers and how many days later these are."""


class Weighed(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A profile with the number of its value in each group, and what is known of that value against others.

    So for its times: the day of the first instant, and the number of the times counted from that day on.
    """

    profile: Profile
    values: tuple[int, ...]
    rows: tuple[Points, ...]
    day: int
    hour: int
    times: Times


class _Kept(dict[K, V]):
    """A dictionary that forgets all when it has become large."""

    def keep(self, key: K, value: V) -> V:
        """Keep VALUE for KEY, and return it."""
        if len(self) >= _KEPT:
            self.clear()
        self[key] = value
        return value


class _Values(_Kept[object, tuple[int, dict[K, float]]], Generic[K]):
    """The values of a group that are known, each with its number and what is known of it against others.

    No number is given twice, so what was taken before all was forgotten can be held against what was taken after.
    """

    def __init__(self) -> None:
        super().__init__()
        self._numbers = count()

    def __missing__(self, value: object) -> tuple[int, dict[K, float]]:
        return self.keep(value, (next(self._numbers), {}))


class Scale:
    """Says how far two profiles are over the line, and why; what it has worked out is kept as long as it is."""

    def __init__(self, slack: float = inf) -> None:
        """Begin with nothing known; where two are under the line by more than SLACK, nobody asks by how much."""
        self._known = [(_Values[int](), value_of) for value_of in _VALUES]
        self._hours = _Values[tuple[int, int]]()
        self._said = _Kept[tuple[int, object, object], tuple[tuple[int, str], ...]]()
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
            total = _add(_worked_out(left, right, _WHEREVER), _TOGETHER, one, other)
        else:
            try:
                total = sum(map(getitem, left.rows, right.values), left.times[right.hour, right.day - left.day])
            except KeyError:
                total = _worked_out(left, right, _GROUPS)
            total = _add(total, _RAISING, one, other)
            if total >= self._least:
                total = _add(total, _LOWERING, one, other)
        return NEVER if total < self._least else total - line(one, other)

    def reasons(self, left: Weighed, right: Weighed) -> tuple[str, ...]:
        """Return in words, with their weights, the rules that hold of LEFT and RIGHT, which none forbids to join."""
        apart = left.profile.documents.isdisjoint(right.profile.documents)
        groups, rules = (_GROUPS, _APART) if apart else (_WHEREVER, _TOGETHER)
        keys = ((left.hour, (right.hour, right.day - left.day)), *zip(left.values, right.values, strict=True))
        said = [*_say(rules, left, right)]
        for number, (rows, (here, there)) in enumerate(zip(groups, keys, strict=False)):
            key = number, here, there
            known = self._said.get(key)
            said += self._said.keep(key, tuple(_say(rows, left, right))) if known is None else known
        return tuple([words for _, words in sorted(said)])


def _add(total: float, rows: Iterable[Row], one: Profile, other: Profile) -> float:
    """Return TOTAL with what those of ROWS add that hold of ONE and OTHER."""
    for _, holds, weight, _, _ in rows:
        if holds(one, other):
            total += weight
    return total


def _say(rows: Iterable[Row], left: Weighed, right: Weighed) -> Iterator[tuple[int, str]]:
    """Give in words those of ROWS that hold of LEFT and RIGHT, each with its place in the table."""
    one, other = left.profile, right.profile
    for number, holds, _, says, points in rows:
        if holds(one, other):
            yield number, (says if isinstance(says, str) else says(one, other)) + points


def _since(day: int, profile: Profile) -> tuple[object, ...]:
    """Return the times of PROFILE, counted from DAY on."""
    begin = day * DAY
    issued = frozenset([each - day for each in profile.issued])
    return profile.start - begin, profile.end - begin, profile.said, profile.clock, issued


def _worked_out(left: Weighed, right: Weighed, groups: Iterable[Iterable[Row]]) -> float:
    """Return what GROUPS add for LEFT and RIGHT, asking the table where it is not known; ``NEVER`` ends it."""
    total, later = 0.0, right.day - left.day
    here: Iterable[dict[Any, float]] = (left.times, *left.rows)
    there: Iterable[dict[Any, float]] = (right.times, *right.rows)
    keys, back = ((right.hour, later), *right.values), ((left.hour, -later), *left.values)
    for row, key, other_row, other_key, rules in zip(here, keys, there, back, groups, strict=False):
        points = row.get(key)
        if points is None:
            one, other = left.profile, right.profile
            points = sum([weight for _, holds, weight, _, _ in rules if holds(one, other)])
            row[key] = other_row[other_key] = points
        if points == NEVER:
            return NEVER
        total += points
    return total
