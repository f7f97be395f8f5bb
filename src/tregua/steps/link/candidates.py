"""Which accounts are held against each other at all: few for each, however many there are."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from itertools import chain
from math import inf
from operator import sub

from tregua.steps.link.profiles import FEW_DAYS, Profile
from tregua.vocabulary.names import analyse

__all__ = ["BESIDE", "CROWD", "DAY", "REACH", "Candidates", "is_belated"]

DAY = 86_400.0
CROWD = 60
"""An account that nothing dates is held against those of its place only where these are no more."""

REACH = DAY + FEW_DAYS
"""Seconds before its first instant from which on something dated may begin that ends less than a day before it."""

BESIDE = (-1, 0, 1)
"""Days from the printing of one account within which another is held to be printed with it."""

BELATED = 3
"""Days from which on no other account that was printed with one is held to be of its days, unless it says so."""

_ANYWHERE = ""
"""The block of those of no region, or of all."""

_TWO = 2


@dataclass(slots=True)
class _Block:
    """Accounts that have something in common: the first instants of them, in order, their ends, positions and things.

    None lasts longer than LONGEST.
    """

    starts: list[float]
    ends: list[float]
    positions: list[int]
    things: list[int]
    longest: float


class Candidates:
    """Who may be of one event with whom.

    Pairs share a precise place; or, where one of them names none, a region and one thing besides; or, where one names
    no region either, two things besides; or their words. They lie within the same days; what nothing dates is held
    against the others of a place as long as these are few: where many fit, none does in particular. Left out are only
    pairs that nothing speaks for, and such as the rules forbid whatever else holds: of different regions, or undated
    without a place in common.

    Attributes:
        profiles: known by their positions.
        in_time: these, in the order of the first instant.
        undated: those that nothing dates.
    """

    def __init__(
        self, profiles: Sequence[Profile], names: Sequence[str], elsewhere: Mapping[str, int], led: AbstractSet[str]
    ) -> None:
        """Put PROFILES, which have NAMES, in order, and find whom those may be of one event with that nothing dates.

        Where these are not all there are, ELSEWHERE tells how many more name a precise place, and LED which words are
        first those of an account that is not among them.
        """
        self.profiles = profiles
        self.in_time = sorted(range(len(profiles)), key=lambda each: profiles[each].start)
        self.undated = frozenset([each for each, one in enumerate(profiles) if not one.dated])
        self._starts = array("d", [profiles[each].start for each in self.in_time])
        self._quiet = self._quiet_places(elsewhere)
        self._belated = _Belated(profiles)
        self._words: defaultdict[str, list[int]] = defaultdict(list)
        for position, profile in enumerate(profiles):
            for wording in profile.wordings - led:
                self._words[wording].append(position)
        for positions in self._words.values():
            positions.sort(key=names.__getitem__)

    def of(self, part: range) -> Iterator[tuple[int, set[int]]]:
        """Give those of PART, in the order of time, each with those that it is to be held against.

        A pair comes with the one of the two or the other.
        """
        near = self._near(self.in_time[part.start : part.stop])
        for one in self.in_time[part.start : part.stop]:
            found = self._in_same_words(one)
            if one not in self.undated:
                found |= near.of(one) | self._belated.of(one)
            else:
                for spot in self._quiet.keys() & self.profiles[one].spots:
                    found.update(self._quiet[spot])
            found.discard(one)
            yield one, found

    def _in_same_words(self, one: int) -> set[int]:
        """Return those in the words of ONE, where it is the first of them by name."""
        found: set[int] = set()
        for wording in self.profiles[one].wordings & self._words.keys():
            first, *others = self._words[wording]
            found.update(others if first == one else ())
        return found

    def _quiet_places(self, elsewhere: Mapping[str, int]) -> dict[str, list[int]]:
        """Return the accounts of each place that one names that nothing dates, where they are few, with ELSEWHERE."""
        sizes = Counter(chain.from_iterable(profile.spots for profile in self.profiles))
        spots = {
            spot
            for each in self.undated
            for spot in self.profiles[each].spots
            if sizes[spot] + elsewhere.get(spot, 0) <= CROWD
        }
        quiet: dict[str, list[int]] = {spot: [] for spot in spots}
        for position, profile in enumerate(self.profiles):
            for spot in spots.intersection(profile.spots):
                quiet[spot].append(position)
        return quiet

    def _near(self, part: Iterable[int]) -> _Near:
        """Return the dated accounts of the days of PART."""
        dated = [self.profiles[each] for each in part if each not in self.undated]
        first = bisect_right(self._starts, min([one.start for one in dated], default=inf) - REACH)
        last = bisect_left(self._starts, max([one.end for one in dated], default=-inf) + DAY)
        return _Near(self.profiles, [each for each in self.in_time[first:last] if each not in self.undated])


class _Near:
    """Accounts of some days, all of them dated, by what they have in common."""

    def __init__(self, profiles: Sequence[Profile], in_time: Sequence[int]) -> None:
        """Put in blocks those of PROFILES whose positions come IN_TIME."""
        self._profiles = profiles
        bits: defaultdict[str, int] = defaultdict(lambda: 1 << len(bits))
        self._things = {each: sum([bits[thing] for thing in _things(profiles[each])]) for each in in_time}
        self._loose = frozenset([each for each in in_time if not profiles[each].spots])
        self._places = self._blocks((each, profiles[each].spots) for each in in_time)
        self._regions = self._blocks((each, profiles[each].wide or (_ANYWHERE,)) for each in in_time)
        self._all = self._blocks((each, (_ANYWHERE,)) for each in in_time)

    def of(self, one: int) -> set[int]:
        """Return those that ONE is to be held against."""
        profile = self._profiles[one]
        if one not in self._loose:
            keys = chain(profile.spots, profile.near & self._places.keys())
            return {other for spot in keys for other in _later(profile, self._places[spot])}
        around, loose = partial(_around, profile, self._things[one]), self._loose
        found = {other for region in profile.wide for other in around(1, self._regions[region])}
        found.update(around(_TWO, (self._regions if profile.wide else self._all).get(_ANYWHERE)))
        return {other for other in found if other > one or other not in loose}

    def _blocks(self, keyed: Iterable[tuple[int, Iterable[str]]]) -> dict[str, _Block]:
        """Return blocks of those KEYED, who come in the order of time."""
        held: defaultdict[str, list[int]] = defaultdict(list)
        for position, keys in keyed:
            for key in keys:
                held[key].append(position)
        return {key: self._block(positions) for key, positions in held.items()}

    def _block(self, positions: list[int]) -> _Block:
        held = [self._profiles[each] for each in positions]
        starts, ends = [each.start for each in held], [each.end for each in held]
        return _Block(starts, ends, positions, [*map(self._things.__getitem__, positions)], max(map(sub, ends, starts)))


class _Belated:
    """Accounts printed days after what they tell of, by the day of printing and by place and region."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._profiles = profiles
        self._printed: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
        for position, profile in enumerate(profiles):
            for day in profile.issued if is_belated(profile) else ():
                for key in profile.around:
                    self._printed[day, key].append(position)

    def of(self, one: int) -> set[int]:
        """Return those printed within a day of ONE that it may be of one event with; none where it says when."""
        profile = self._profiles[one]
        if profile.said:
            return set()
        days = {day + off for day in profile.issued for off in BESIDE}
        found = {each for day in days for key in profile.around for each in self._printed.get((day, key), ())}
        return {each for each in found if self._fit(profile, self._profiles[each])}

    @staticmethod
    def _fit(one: Profile, other: Profile) -> bool:
        if one.spots and other.spots:
            return not one.spots.isdisjoint(other.spots)
        return not _things(one).isdisjoint(_things(other))


def is_belated(profile: Profile) -> bool:
    """Tell whether PROFILE, one account, says when it was, and was printed so late that no time inferred meets that."""
    known = profile.said and profile.dated and bool(profile.issued)
    return known and min(profile.issued) - max(profile.days) >= BELATED


def _around(profile: Profile, own: int, least: int, block: _Block | None) -> Iterable[int]:
    """Return those of BLOCK that lie less than a day from PROFILE and have LEAST of its OWN things."""
    if block is None:
        return ()
    first = bisect_right(block.starts, profile.start - DAY - block.longest)
    last = bisect_left(block.starts, profile.end + DAY)
    rows = zip(block.positions[first:last], block.ends[first:last], block.things[first:last], strict=True)
    start = profile.start - DAY
    return [each for each, end, things in rows if start < end and (own & things).bit_count() >= least]


def _later(profile: Profile, block: _Block) -> Iterable[int]:
    """Return those of BLOCK that begin no earlier than PROFILE and less than a day after its end."""
    first, last = bisect_left(block.starts, profile.start), bisect_left(block.starts, profile.end + DAY)
    return block.positions[first:last]


def _things(profile: Profile) -> set[str]:
    tolls = [f"{kind}{toll[0]}" for kind, toll in enumerate((profile.killed, profile.injured)) if toll is not None]
    struck = [word for key, text, _ in profile.targets for word in (key, *analyse(text).words) if word]
    return {*profile.actors, *struck, *tolls, *[origin for origin, _ in profile.printed], *profile.acts}
