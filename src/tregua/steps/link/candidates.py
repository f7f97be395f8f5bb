"""Which accounts are held against each other at all: few for each, however many there are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from tregua.steps.link.profiles import FEW_DAYS, Profile
from tregua.vocabulary.names import analyse

__all__ = ["Candidates"]

_DAY = 86_400.0
_CROWD = 60
"""An account that nothing dates is held against those of its place only where these are no more."""

_REACH = _DAY + FEW_DAYS
"""Seconds before its first instant from which on something dated may begin that ends less than a day before it."""

_BITS = 32

Key = TypeVar("Key", int, str)


@dataclass(slots=True)
class _Block:
    """Accounts that have something in common.

    Attributes:
        starts: seconds of the first instant of those that are dated, in order.
        dated: their positions, in the same order.
        undated: positions of the others; none where the block is a crowd.
    """

    starts: list[float]
    dated: list[int]
    undated: list[int]


class Candidates:
    """Who may be of one event with whom.

    Pairs share a precise place; or, where one of them names none, a region and one thing besides; or, where one names
    no region either, two things besides; or their words. They lie within the same days; what nothing dates is held
    against the others of a place as long as these are few: where many fit, none does in particular. Left out are only
    pairs that nothing speaks for, and such as the rules forbid whatever else holds: of different regions, or undated
    without a place in common.
    """

    def __init__(self, profiles: Sequence[Profile]) -> None:
        """Put PROFILES, known by their positions, in blocks."""
        self.profiles = profiles
        self.in_time = sorted(range(len(profiles)), key=lambda each: profiles[each].start)
        self._undated = {each for each, one in enumerate(profiles) if not one.dated}
        self._numbers: dict[str, int] = {}
        self._keys = {each: self._loose_keys(profiles[each]) for each in self.in_time if self._is_loose(each)}
        self._places = self._blocks((each, profiles[each].spots) for each in self.in_time)
        self._loose = self._blocks(self._wanted())
        self._words: defaultdict[str, list[int]] = defaultdict(list)
        for position, profile in enumerate(profiles):
            for wording in profile.wordings:
                self._words[wording].append(position)

    def of(self, one: int) -> set[int]:
        """Return those that ONE is to be held against; a pair comes with the one of the two or the other."""
        profile = self.profiles[one]
        found: set[int] = set()
        for wording in profile.wordings:
            first, *others = self._words[wording]
            found.update(others if first == one else ())
        for spot in profile.spots:
            found.update(self._later(one, self._places[spot]))
        loose = {other for key in self._keys.get(one, ()) for other in self._around(profile, self._loose.get(key))}
        found.update([other for other in loose if other > one or other not in self._keys])
        found.discard(one)
        return found

    def _is_loose(self, one: int) -> bool:
        """Tell whether ONE is dated and names no precise place."""
        return not self.profiles[one].spots and one not in self._undated

    def _loose_keys(self, profile: Profile) -> list[int]:
        """Return the keys by which PROFILE, which names no precise place, looks for others."""
        numbers = self._numbers
        things = [numbers.setdefault(thing, len(numbers)) for thing in _things(profile)]
        regions = [numbers.setdefault(region, len(numbers)) for region in profile.wide]
        two = _two_of(things)
        return [*_in_region(regions, things), *two] if regions else [*two, *map(int.__neg__, two)]

    def _wanted(self) -> Iterator[tuple[int, Iterable[int]]]:
        """Give the position of each profile that something dates, with those of its keys that some look for."""
        numbers = self._numbers
        wanted = {key for keys in self._keys.values() for key in keys}
        for position in self.in_time:
            if position in self._undated:
                continue
            profile = self.profiles[position]
            things = [numbers[thing] for thing in _things(profile) if thing in numbers]
            regions = [numbers[region] for region in profile.wide if region in numbers]
            two = _two_of(things)
            keys = [*_in_region(regions, things), *map(int.__neg__, two)] if profile.wide else two
            yield position, wanted.intersection(keys)

    def _blocks(self, keyed: Iterable[tuple[int, Iterable[Key]]]) -> dict[Key, _Block]:
        """Return blocks of those KEYED, who come in the order of time."""
        held: defaultdict[Key, list[int]] = defaultdict(list)
        for position, keys in keyed:
            for key in keys:
                held[key].append(position)
        return {key: self._block(positions) for key, positions in held.items()}

    def _block(self, positions: list[int]) -> _Block:
        undated = self._undated.intersection(positions)
        dated = [each for each in positions if each not in undated] if undated else positions
        starts = [self.profiles[each].start for each in dated]
        return _Block(starts, dated, sorted(undated) if len(positions) <= _CROWD else [])

    def _later(self, one: int, block: _Block) -> Iterable[int]:
        """Return those of BLOCK that begin no earlier than ONE and less than a day after its end; all, if undated."""
        profile = self.profiles[one]
        if one in self._undated:
            return [*block.dated, *block.undated] if one in block.undated else ()
        first, last = bisect_left(block.starts, profile.start), bisect_left(block.starts, profile.end + _DAY)
        return block.dated[first:last]

    def _around(self, profile: Profile, block: _Block | None) -> Iterable[int]:
        """Return those of BLOCK that lie less than a day from PROFILE."""
        if block is None:
            return ()
        first = bisect_right(block.starts, profile.start - _REACH)
        last = bisect_left(block.starts, profile.end + _DAY)
        return [each for each in block.dated[first:last] if profile.start - self.profiles[each].end < _DAY]


def _things(profile: Profile) -> set[str]:
    tolls = [f"{kind}{toll[0]}" for kind, toll in enumerate((profile.killed, profile.injured)) if toll is not None]
    struck = [word for key, text, _ in profile.targets for word in (key, *analyse(text).words) if word]
    return {*profile.actors, *struck, *tolls, *[origin for origin, _ in profile.printed], *profile.acts}


def _in_region(regions: Iterable[int], things: Sequence[int]) -> list[int]:
    """Return a key for each of REGIONS with each of THINGS."""
    return [region + 1 << 2 * _BITS | thing for region in regions for thing in things]


def _two_of(things: Iterable[int]) -> list[int]:
    """Return a key for each two of THINGS: what names a region is found by it with its sign turned."""
    return [one << _BITS | other for one, other in combinations(sorted(things), 2)]
